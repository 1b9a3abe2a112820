// [[afsluiting]]: the record of a year.
#include "base/say.h"
#include "plan/read/afsluiting/record.h"

namespace saldo {

namespace {

constexpr std::string_view stand_words[] = {to_text(Stand::tussentijds), to_text(Stand::voorlopig),
                                            to_text(Stand::vastgesteld)};

std::optional<Booked> read_booked(Reader& reader, const toml::node& node) {
  const std::optional<Money> money = reader.money(node);
  if (!money) return std::nullopt;
  return Booked{*money, reader.place(node)};
}

template <Direction direction>
void read_realised(Reader& reader, const toml::node& node, BookedPost& post) {
  post.realisatie[direction] = read_booked(reader, node);
}

template <Direction direction>
void read_budgeted(Reader& reader, const toml::node& node, BookedPost& post) {
  if (const std::optional<Amount> amount = reader.amount(node))
    post.begroot[direction] = Budgeted{*amount, reader.place(node)};
}

const Field<BookedPost> begroot_fields[] = {
    {"baten",
     false,
     marked("The baten, in euros or PM."),
     amount_shape,
     read_budgeted<Direction::baten>,
     {.absent = "none", .example = "nr = 1\nbegroot = { baten = 1_000 }", .counts = "`saldo check`"}},
    {"lasten",
     false,
     marked("The lasten, in euros or PM."),
     amount_shape,
     read_budgeted<Direction::lasten>,
     {.absent = "none", .example = "nr = 2\nbegroot = { lasten = 5_000 }", .counts = "`saldo check`"}},
};

void read_begroot(Reader& reader, const toml::node& node, BookedPost& post) {
  if (const toml::table* table = reader.table(node, marked("a table")))
    read_fields<BookedPost>(reader, *table, "begroot", begroot_fields, post);
}

template <Direction direction>
void read_expected(Reader& reader, const toml::node& node, BookedPost& post) {
  post.verwacht[direction] = read_booked(reader, node);
}

const Field<BookedPost> verwacht_fields[] = {
    {"baten",
     false,
     marked("The baten of the whole year."),
     money_shape,
     read_expected<Direction::baten>,
     {.absent = "the budget, or what was booked where that is more",
      .example = "nr = 1\nverwacht = { baten = 1_000 }",
      .counts = "the standing prognose"}},
    {"lasten",
     false,
     marked("The lasten of the whole year."),
     money_shape,
     read_expected<Direction::lasten>,
     {.absent = "the budget, or what was booked and ordered where that is more",
      .example = "nr = 2\nverwacht = { lasten = 5_250 }",
      .counts = "the standing prognose"}},
};

void read_verwacht(Reader& reader, const toml::node& node, BookedPost& post) {
  if (const toml::table* table = reader.table(node, marked("a table")))
    read_fields<BookedPost>(reader, *table, "verwacht", verwacht_fields, post);
}

const Field<BookedPost> booked_post_fields[] = {
    {"nr",
     false,
     marked("The nr of the post."),
     number_name_shape,
     [](Reader& r, const toml::node& n, BookedPost& post) {
       post.post = {r.number_name(n).value_or(""), r.place(n)};
     },
     {.absent = "it has a `naam`", .example = "nr = 1", .counts = "which post was booked on"}},
    {"naam",
     false,
     marked("The naam of the post, where it has no nr of its own; one that no post has was not budgeted."),
     text_shape,
     [](Reader& r, const toml::node& n, BookedPost& post) {
       post.post = {std::string(r.text(n).value_or("")), r.place(n)};
       post.by_naam = true;
     },
     {.absent = "it has a `nr`",
      .example = "naam = \"Nagekomen factuur\"\ntoelichting = \"over 2025, ontvangen in februari 2026\"",
      .counts = "which post was booked on"}},
    {"baten",
     false,
     marked("What was received, in euros; 0 where that is known to be nothing."),
     money_shape,
     read_realised<Direction::baten>,
     {.absent = "not known: the budget stands",
      .example = "nr = 1\nbaten = 44_000",
      .counts = "that year of the post"}},
    {"lasten",
     false,
     marked("What was spent, in euros; 0 where that is known to be nothing."),
     money_shape,
     read_realised<Direction::lasten>,
     {.absent = "not known: the budget stands",
      .example = "nr = 2\nlasten = 12_480.50",
      .counts = "that year of the post"}},
    {"begroot",
     false,
     marked("What was budgeted when the year was closed, as `saldo close` keeps it: an edit of that year is told."),
     [] { return table_of<BookedPost>(begroot_fields, "begroot"); },
     read_begroot,
     {.absent = "not kept",
      .example = "nr = 1\nbegroot = { lasten = 12_000 }",
      .counts = "`saldo check`: afsluiting-begroting"}},
    {"verplichting",
     false,
     marked("What was ordered and not booked yet, in lasten."),
     money_shape,
     [](Reader& r, const toml::node& n, BookedPost& post) { post.verplichting = read_booked(r, n); },
     {.absent = "nothing", .example = "nr = 1\nverplichting = 39_000", .counts = "the standing prognose"}},
    {"verwacht",
     false,
     marked("What the whole year is expected to come to, where somebody knows better; only tussentijds."),
     [] { return table_of<BookedPost>(verwacht_fields, "verwacht"); },
     read_verwacht,
     {.absent = "the budget, or what was booked and ordered where that is more",
      .example = "nr = 1\nverwacht = { lasten = 78_000 }",
      .counts = "the standing prognose"}},
    fact<&BookedPost::structureel>(
        "structureel", false, marked("Whether what is expected otherwise stays so in later years; only tussentijds."),
        {.absent = "false", .example = "nr = 1\nstructureel = true", .counts = "`saldo check`: prognose-structureel"}),
    fact<&BookedPost::afgeleid>(
        "afgeleid", false,
        marked("Whether it follows from other amounts, such as a sluitpost, and stands in no ledger."),
        {.absent = "false", .example = "nr = 1\nafgeleid = true", .counts = "`saldo check`: the totals of the bron"}),
    fact<&BookedPost::toelichting>("toelichting", false, marked("Why it is not what was budgeted."),
                                   {.absent = "not said",
                                    .example = "nr = 1\ntoelichting = \"Afrekening over 2024\"",
                                    .counts = "for whoever reads the accounts"}),
};

void read_booked_posts(Reader& reader, const toml::node& node, BookedProject& project) {
  for_each_table(reader, node, "[[afsluiting.project.post]]", [&](const toml::table& table) {
    BookedPost post;
    post.place = reader.place(table);
    read_fields<BookedPost>(reader, table, "[[afsluiting.project.post]]", booked_post_fields, post);
    if (table.contains("nr") == table.contains("naam"))
      reader.report(Rule::ontbrekende_sleutel, table,
                    say("which post this is says its `nr` or its `naam`: one of them"),
                    say("write nr = 2, or naam = \"Huur\" where the post has no nr of its own"));
    project.posts.push_back(std::move(post));
  });
}

Shape booked_posts_shape() { return list_of(table_of<BookedPost>(booked_post_fields, "[[afsluiting.project.post]]")); }

const Field<BookedProject> booked_project_fields[] = {
    {"nr",
     true,
     marked("The nr of the project."),
     number_name_shape,
     [](Reader& r, const toml::node& n, BookedProject& project) {
       project.project = read_reference<ProjectId>(r, n).value_or(Reference<ProjectId>{});
     },
     {.example = "nr = \"3.5\"", .counts = "which project this is of"}},
    {"eindsaldo",
     false,
     marked("Its balance on 31 december: what must come out, or in the year before the plan what it begins with."),
     money_shape,
     [](Reader& r, const toml::node& n, BookedProject& project) { project.eindsaldo = read_booked(r, n); },
     {.absent = "it is worked out",
      .example = "eindsaldo = -3_500",
      .counts = "`saldo check`; the opening of the plan"}},
    {"post",
     false,
     marked("What was booked, post by post."),
     booked_posts_shape,
     read_booked_posts,
     {.absent = "nothing was booked", .counts = "that year of the project"}},
};

void read_booked_projects(Reader& reader, const toml::node& node, Afsluiting& afsluiting) {
  for_each_table(reader, node, "[[afsluiting.project]]", [&](const toml::table& table) {
    BookedProject project;
    project.project.place = reader.place(table);
    read_fields<BookedProject>(reader, table, "[[afsluiting.project]]", booked_project_fields, project);
    afsluiting.projects.push_back(std::move(project));
  });
}

Shape booked_projects_shape() {
  return list_of(table_of<BookedProject>(booked_project_fields, "[[afsluiting.project]]"));
}

const Field<Afsluiting> afsluiting_fields[] = {
    {"jaar",
     true,
     marked("The year that ended: one of the plan, or the year before it, of which only balances are kept."),
     year_shape,
     [](Reader& r, const toml::node& n, Afsluiting& afsluiting) {
       afsluiting.jaar = r.year(n).value_or(Year{});
       afsluiting.place = r.place(n);
     },
     {.example = "jaar = 2025", .counts = "which year this is of"}},
    {"stand",
     true,
     marked("voorlopig while it may change, vastgesteld once it was adopted; tussentijds is of a year that goes on."),
     one_of<stand_words>,
     [](Reader& r, const toml::node& n, Afsluiting& afsluiting) {
       afsluiting.stand = static_cast<Stand>(r.choice(n, stand_words).value_or(1));
     },
     {.example = "stand = \"voorlopig\"", .counts = "how serious `saldo check` takes what is missing"}},
    {"peildatum",
     false,
     marked("Until when what was booked is in it; a record that is tussentijds has one, and the last one counts."),
     date_shape,
     [](Reader& r, const toml::node& n, Afsluiting& afsluiting) { afsluiting.peildatum = r.date(n); },
     {.absent = "not said", .example = "peildatum = 2026-03-31", .counts = "the standing prognose, with `--as-of`"}},
    {"besluit",
     false,
     marked("Who adopted it, and where that is written; an adopted record has one."),
     text_shape,
     [](Reader& r, const toml::node& n, Afsluiting& afsluiting) { afsluiting.besluit = r.text(n).value_or(""); },
     {.absent = "not said", .example = "besluit = \"raad 18 juni 2026\"", .counts = "for whoever reads the accounts"}},
    {"datum",
     false,
     marked("When that was, after the year has ended; an adopted record has one."),
     date_shape,
     [](Reader& r, const toml::node& n, Afsluiting& afsluiting) { afsluiting.datum = r.date(n); },
     {.absent = "not said", .example = "datum = 2026-06-18", .counts = "for whoever reads the accounts"}},
    {"project",
     false,
     marked("What was booked, project by project."),
     booked_projects_shape,
     read_booked_projects,
     {.absent = "nothing was booked", .counts = "that year of every project"}},
    {"bron",
     false,
     marked("Where the amounts were read from, as `saldo close` keeps it."),
     bronnen_shape,
     read_bronnen,
     {.absent = "they were typed", .counts = "`saldo close`, `saldo check`"}},
    {"overdracht",
     false,
     marked("What was sent and not received yet on 31 december."),
     onderweg_shape,
     read_onderweg,
     {.absent = "nothing was", .counts = "`saldo close`, `saldo check`"}},
    {"voorschot",
     false,
     marked("Advances for one purpose: received, spent, and what is still open."),
     voorschotten_shape,
     read_voorschotten,
     {.absent = "there are none", .counts = "`saldo close`, `saldo check`"}},
    {"oordeel",
     false,
     marked("What is thought of lasten above the budget."),
     oordelen_shape,
     read_oordelen,
     {.absent = "not judged", .counts = "`saldo close`, `saldo check`"}},
    {"correctie",
     false,
     marked("What turned out otherwise after it was adopted, and which year takes it."),
     correcties_shape,
     read_correcties,
     {.absent = "nothing did", .counts = "`saldo close`, `saldo check`"}},
    {"heropend",
     false,
     marked("When an adopted record was opened again, and why."),
     heropend_shape,
     read_heropend,
     {.absent = "it was not", .counts = "for whoever reads the accounts"}},
};

// What an adopted record has to say, and when it can have been adopted.
void check_decision(Reader& reader, const toml::table& table, const Afsluiting& afsluiting) {
  if (afsluiting.stand == Stand::vastgesteld && (afsluiting.besluit.empty() || !afsluiting.datum))
    reader.report(Rule::ontbrekende_sleutel, *table.get("stand"), say("what is vastgesteld says by whom and when"),
                  say("write besluit = \"raad 18 juni 2026\" and datum = 2026-06-18, or stand = \"voorlopig\""));
  if (afsluiting.datum && afsluiting.datum->year <= afsluiting.jaar.value)
    reader.report(Rule::verkeerde_waarde, *table.get("datum"),
                  say("{} ends on 31 december: it cannot have been adopted before", afsluiting.jaar));
}

// What is told and decided of a year when it is closed.
void check_undecided(Reader& reader, const toml::table& table, const Afsluiting& afsluiting) {
  if (afsluiting.stand != Stand::tussentijds) return;
  for (const std::string_view key : {"overdracht", "voorschot", "oordeel", "correctie", "heropend"})
    if (const toml::node* node = table.get(key))
      reader.report(Rule::verkeerde_waarde, *node,
                    say("{} goes on: `{}` belongs to a year that is closed", afsluiting.jaar, key),
                    say("leave it out, or write stand = \"voorlopig\" when the year has ended"));
}

void check_expected(Reader& reader, const toml::table& table, const Afsluiting& afsluiting) {
  const bool is_tussentijds = afsluiting.stand == Stand::tussentijds;
  if (is_tussentijds && !table.contains("peildatum"))
    reader.report(Rule::ontbrekende_sleutel, *table.get("stand"),
                  say("what is tussentijds says until when what was booked is in it"),
                  say("write peildatum = {}-06-30", afsluiting.jaar));
  if (afsluiting.peildatum && afsluiting.peildatum->year < afsluiting.jaar.value)
    reader.report(Rule::verkeerde_waarde, *table.get("peildatum"),
                  say("{} had not begun: nothing of it was booked then", afsluiting.jaar));
  for (const BookedProject& project : afsluiting.projects)
    for (const BookedPost& post : project.posts)
      if (!is_tussentijds && (post.verwacht.baten || post.verwacht.lasten || post.structureel))
        reader.report(Rule::verkeerde_waarde, post.place,
                      say("a year that is closed has nothing that is still expected"),
                      say("leave out `verwacht` and `structureel`, or write stand = \"tussentijds\""));
}

}  // namespace

void read_afsluitingen(Reader& reader, const toml::node& node, Part& part) {
  for_each_table(reader, node, "[[afsluiting]]", [&](const toml::table& table) {
    Afsluiting afsluiting;
    afsluiting.place = reader.place(table);
    read_fields<Afsluiting>(reader, table, "[[afsluiting]]", afsluiting_fields, afsluiting);
    check_decision(reader, table, afsluiting);
    check_undecided(reader, table, afsluiting);
    check_expected(reader, table, afsluiting);
    part.afsluitingen.push_back(std::move(afsluiting));
  });
}

Shape afsluitingen_shape() { return list_of(table_of<Afsluiting>(afsluiting_fields, "[[afsluiting]]")); }

}  // namespace saldo
