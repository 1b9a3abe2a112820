// streef: what a goal is to reach. The key of its value says what it asks: minimaal = 250.
#include <algorithm>
#include <unordered_map>

#include "base/say.h"
#include "plan/read/doel/rows.h"

namespace saldo {

namespace {

constexpr std::string_view pm_words[] = {"PM"};
constexpr std::int64_t most_targets = 999;

// --- what is asked ---

// A change by a share of what it was: "10%".
std::optional<Ratio> read_percentage(Reader& reader, const toml::node& node, std::string_view written) {
  const std::optional<Ratio> share = written.ends_with('%') ? read_share(written) : std::nullopt;
  if (!share)
    reader.report(Rule::verkeerde_waarde, node, say("`{}` is no number", written),
                  say("write a number without quotes, \"10%\" of what it was, or \"PM\""));
  return share;
}

void read_asked_number(Reader& reader, const toml::node& node, Streef& streef) {
  const auto* text = node.as_string();
  if (text == nullptr) {
    streef.waarde = read_cijfer(reader, node);
    return;
  }
  if (text->get() == "PM") return;
  if (asks_change(streef.soort)) {
    const std::optional<Ratio> share = read_percentage(reader, node, text->get());
    if (share) streef.waarde = Cijfer{*share, reader.place(node)};
    streef.is_relatief = share.has_value();
    return;
  }
  reader.report(Rule::verkeerde_waarde, node, say("`{}` is no number", text->get()),
                say("write a number without quotes, with `eenheid = \"%\"` where it is a percentage, or \"PM\""));
}

template <StreefSoort soort>
void read_asked(Reader& reader, const toml::node& node, Streef& streef) {
  streef.soort = soort;
  streef.place = reader.place(node);
  if constexpr (asks_number(soort)) read_asked_number(reader, node, streef);
  else if constexpr (soort == StreefSoort::richting)
    streef.richting = static_cast<Richting>(reader.choice(node, richtingen).value_or(0));
  else if constexpr (soort == StreefSoort::aandeel)
    streef.aandeel = static_cast<Aandeel>(reader.choice(node, aandelen).value_or(0));
  else streef.woord = reader.text(node).value_or("");
}

template <StreefSoort soort>
Shape asked_shape() {
  if constexpr (asks_change(soort)) {
    Shape shape = either(decimal_shape(), part_shape());
    shape.any_of.push_back(words_shape(pm_words));
    return shape;
  } else if constexpr (asks_number(soort)) {
    return either(decimal_shape(), words_shape(pm_words));
  } else if constexpr (soort == StreefSoort::richting) {
    return words_shape(richtingen);
  } else if constexpr (soort == StreefSoort::aandeel) {
    return words_shape(aandelen);
  } else {
    return text_shape();
  }
}

// "minimaal 250", "omhoog_met 10%", "richting omlaag".
std::string asked_words(const Streef& streef) {
  std::string text(to_text(streef.soort));
  if (streef.is_pm()) return text + " PM";
  if (streef.is_relatief) return text + " " + to_percentage(streef.waarde->getal);
  if (streef.is_number()) return text + " " + in_figures(streef.waarde->getal);
  if (streef.soort == StreefSoort::richting) return text + " " + std::string(to_text(streef.richting));
  if (streef.soort == StreefSoort::aandeel) return text + " " + std::string(to_text(streef.aandeel));
  return text + " ‘" + streef.woord + "’";
}

void copy_asked(const Streef& from, Streef& to) {
  to.soort = from.soort;
  to.waarde = from.waarde;
  to.is_relatief = from.is_relatief;
  to.richting = from.richting;
  to.aandeel = from.aandeel;
  to.woord = from.woord;
  to.place = from.place;
}

// All fifteen say what is asked: diff compares them by the first.
template <StreefSoort soort>
constexpr Field<Streef> asked(Marked description, std::string_view example) {
  Field<Streef> field{to_text(soort),
                      false,
                      description,
                      asked_shape<soort>,
                      read_asked<soort>,
                      {.absent = "another key says what is asked",
                       .example = example,
                       .counts = "`saldo goals`; whether a result has reached it"},
                      {.settable = true, .copy = copy_asked, .text = asked_words}};
  if constexpr (soort == StreefSoort::minimaal) {
    field.setting.same = [](const PlanVersion&, const Streef& a, const PlanVersion&, const Streef& b) {
      return asked_words(a) == asked_words(b);
    };
    field.setting.label = "streef";
    field.setting.words = [](const PlanVersion&, const Streef& streef) { return asked_words(streef); };
  }
  return field;
}

// --- when ---

void read_years(Reader& reader, const toml::node& node, Streef& streef) {
  streef.jaar_place = reader.place(node);
  const toml::array* array = node.as_array();
  if (array == nullptr) {
    if (const auto year = reader.year(node)) streef.jaren.push_back(*year);
    return;
  }
  if (array->empty()) reader.report(Rule::verkeerde_waarde, node, say("there is no year here"));
  for (const toml::node& element : *array) {
    const auto year = reader.year(element);
    if (!year) continue;
    if (!streef.jaren.empty() && *year <= streef.jaren.back())
      reader.report(Rule::verkeerde_waarde, element, say("the years of a target stand in order, each once"));
    else streef.jaren.push_back(*year);
  }
}

void read_day(Reader& reader, const toml::node& node, Streef& streef) {
  streef.jaar_place = reader.place(node);
  streef.datum = reader.date(node);
}

Shape years_shape() { return either(year_shape(), list_of(year_shape())); }

std::string when_words(const Streef& streef) {
  if (streef.datum) return to_text(*streef.datum);
  return streef.jaren.empty() ? "geen" : to_text(std::span(streef.jaren));
}

// A jaar and a datum stand for each other.
void copy_when(const Streef& from, Streef& to) {
  to.jaren = from.jaren;
  to.datum = from.datum;
  to.jaar_place = from.jaar_place;
}

// --- nulmeting ---

const Field<Nulmeting> nulmeting_fields[] = {
    {"jaar",
     false,
     marked("The year it is of."),
     year_shape,
     [](Reader& r, const toml::node& n, Nulmeting& base) {
       if (const auto year = r.year(n)) base.moment = Moment{*year, {}, r.place(n)};
     },
     {.absent = "not said", .example = "nulmeting = { jaar = 2024, waarde = 190 }", .counts = "`saldo goal`"}},
    {"datum",
     false,
     marked("The day it was measured, instead of a year."),
     date_shape,
     [](Reader& r, const toml::node& n, Nulmeting& base) {
       if (const auto date = r.date(n)) base.moment = Moment{Year{date->year}, *date, r.place(n)};
     },
     {.absent = "the year, or not said",
      .example = "nulmeting = { datum = 2024-10-31, waarde = 190 }",
      .counts = "`saldo goal`"}},
    plain<&Nulmeting::waarde>("waarde", false, marked("How much it was then, in the eenheid of the target."),
                              {.absent = "not known, which is not zero",
                               .example = "nulmeting = { jaar = 2024, waarde = 190 }",
                               .counts = "the share of the way from there to the target"}),
    plain<&Nulmeting::groep>("groep", false, marked("Others to compare with, instead of a level."),
                             {.absent = "it is a level of its own",
                              .example = "nulmeting = { groep = \"andere gemeenten\" }",
                              .counts = "`saldo goal`"}),
    plain<&Nulmeting::afgeleid>("afgeleid", false, marked("true: the value is not printed, and follows from what is."),
                                {.absent = "it is printed",
                                 .example = "nulmeting = { jaar = 2025, waarde = 80, afgeleid = true }",
                                 .counts = "`saldo goal`"}),
};

void read_nulmeting(Reader& reader, const toml::node& node, Streef& streef) {
  const toml::table* table =
      reader.table(node, marked("a table"), [] { return say("write nulmeting = {{ jaar = 2024, waarde = 190 }}"); });
  if (table == nullptr) return;
  Nulmeting base;
  base.place = reader.place(*table);
  read_fields<Nulmeting>(reader, *table, "nulmeting", nulmeting_fields, base);
  refuse_year_and_day(reader, *table);
  if (table->empty())
    reader.report(Rule::verkeerde_waarde, node, say("a nulmeting says when it was, how much, or of whom"));
  streef.nulmeting = std::move(base);
}

std::string nulmeting_words(const Streef& streef) {
  if (!streef.nulmeting) return "geen";
  const Nulmeting& base = *streef.nulmeting;
  std::string text = base.groep;
  const auto add = [&text](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
  if (base.waarde) add(words_of(base.waarde));
  if (base.moment) add(words_of(base.moment));
  if (base.afgeleid) add("afgeleid");
  return text;
}

// --- the other targets that one names ---

template <std::optional<std::uint32_t> Streef::*number, Place Streef::*place>
void read_number(Reader& reader, const toml::node& node, Streef& streef) {
  streef.*place = reader.place(node);
  if (const auto written = reader.integer(node, 1, most_targets)) streef.*number = static_cast<std::uint32_t>(*written);
}

Shape number_shape() { return integer_shape(1, most_targets); }

const Field<Streef> streef_fields[] = {
    {"nr",
     false,
     marked("Its number, by which results and changes name it."),
     number_shape,
     [](Reader& r, const toml::node& n, Streef& streef) {
       if (const auto written = r.integer(n, 1, most_targets)) streef.nr = static_cast<std::uint32_t>(*written);
       streef.own_nr = true;
     },
     {.absent = "its place among the targets", .example = "nr = 1", .counts = "which target a result is of"}},
    plain<&Streef::wat>(
        "wat", false, marked("What is counted or measured."),
        {.absent = "the naam of the goal", .example = "wat = \"inwoners begeleid\"", .counts = on_its_page}),
    asked<StreefSoort::minimaal>(marked("At least so much; \"PM\" where that is not known yet."), "minimaal = 300"),
    asked<StreefSoort::maximaal>(marked("At most so much."), "maximaal = 2"),
    asked<StreefSoort::meer_dan>(marked("More than so much."), "meer_dan = 95"),
    asked<StreefSoort::minder_dan>(marked("Less than so much."), "minder_dan = 3"),
    asked<StreefSoort::precies>(marked("So much; reached from there on."), "precies = 1_995"),
    asked<StreefSoort::ongeveer>(marked("About so much; reached from there on."), "ongeveer = 500"),
    asked<StreefSoort::omhoog_naar>(marked("Up to a level."), "omhoog_naar = 1.22"),
    asked<StreefSoort::omlaag_naar>(marked("Down to a level."), "omlaag_naar = 2_200"),
    asked<StreefSoort::omhoog_met>(
        marked("Up by so much, or by a share of what it was: \"10%\". Of a percentage a number is in points."),
        "omhoog_met = \"10%\""),
    asked<StreefSoort::omlaag_met>(marked("Down by so much, or by a share of what it was: \"10%\"."),
                                   "omlaag_met = 40"),
    asked<StreefSoort::richting>(marked("Only a direction, without a number."), "richting = \"omlaag\""),
    asked<StreefSoort::schaal>(marked("A word of a scale, without a number."), "schaal = \"gemiddeld\""),
    asked<StreefSoort::aandeel>(marked("All of them or none, in words."), "aandeel = \"alle\""),
    asked<StreefSoort::product>(marked("Something that is there then."), "product = \"uitgifteprotocol\""),
    asked<StreefSoort::inspanning>(marked("Only an effort: nothing that can be measured."),
                                   "inspanning = \"campagnes\""),
    of_maat<Streef, &Maat::eenheid>(
        "eenheid", marked("What the number is in: \"%\" or a noun."),
        {.absent = "a number of what is counted", .example = "eenheid = \"%\"", .counts = "`saldo goals`"}),
    of_maat<Streef, &Maat::van>(
        "van", marked("What a percentage is of."),
        {.absent = "not said", .example = "van = \"de benaderde bedrijven\"", .counts = on_its_page}),
    of_maat<Streef, &Maat::van_aantal>(
        "van_aantal", marked("How many those are."),
        {.absent = "not said", .example = "van_aantal = 500", .counts = "brings a number and a percentage together"}),
    chosen<&Streef::per, per_woorden>("per", false, marked("The number is asked in each of these."),
                                      {.absent = "once", .example = "per = \"maand\"", .counts = "`saldo goals`"}),
    plain<&Streef::voor>("voor", false, marked("The group or area it is limited to."),
                         {.absent = "all of them", .example = "voor = \"jongeren\"", .counts = on_its_page}),
    {"jaar",
     false,
     marked("The year it is for, or several: [2026, 2027]. It may lie outside the plan."),
     years_shape,
     read_years,
     {.absent = "not said: it is never due", .example = "jaar = [2026, 2027]", .counts = "when it is due"},
     {.settable = true,
      .copy = copy_when,
      .text = when_words,
      .same = [](const PlanVersion&, const Streef& a, const PlanVersion&,
                 const Streef& b) { return a.jaren == b.jaren && a.datum == b.datum; },
      .label = "jaar",
      .words = [](const PlanVersion&, const Streef& streef) { return when_words(streef); }}},
    {"datum",  // compared with the year
     false,
     marked("The last day, instead of a year."),
     date_shape,
     read_day,
     {.absent = "the last day of its year", .example = "datum = 2026-07-31", .counts = "when it is due"},
     {.settable = true, .copy = copy_when, .text = when_words}},
    plain<&Streef::jaar_afgeleid>(
        "jaar_afgeleid", false,
        marked("true: the year does not stand with the target, but follows from its heading, project or budget."),
        {.absent = "it stands there", .example = "jaar_afgeleid = true", .counts = on_its_page}),
    plain<&Streef::wanneer>("wanneer", false, marked("When, in the words of the document."),
                            {.absent = "not said", .example = "wanneer = \"najaar\"", .counts = on_its_page}),
    plain<&Streef::bekend_na>("bekend_na", false, marked("The year or day after which its result can be known."),
                              {.absent = "its own year", .example = "bekend_na = 2029", .counts = "when it is due"}),
    {"nulmeting",
     false,
     marked("Where it starts from: a level, or a group to compare with."),
     [] { return table_of<Nulmeting>(nulmeting_fields, "nulmeting"); },
     read_nulmeting,
     {.absent = "not said, which is not zero",
      .example = "nulmeting = { jaar = 2024, waarde = 190 }",
      .counts = "the share of the way; what a change is a change of"},
     {.settable = true,
      .copy = copy_members<&Streef::nulmeting>,
      .text = nulmeting_words,
      .same = same_member<&Streef::nulmeting>,
      .label = "nulmeting",
      .words = [](const PlanVersion&, const Streef& streef) { return nulmeting_words(streef); }}},
    {"norm_bij",
     false,
     marked("The nr of another target of this goal, in which this one is the norm: 60% within 2 days."),
     number_shape,
     read_number<&Streef::norm_bij, &Streef::norm_place>,
     {.absent = "it stands by itself", .example = "norm_bij = 2", .counts = "it is never due by itself"},
     {.same = same_member<&Streef::norm_bij>, .label = "norm bij"}},
    {"deel_van",
     false,
     marked("The id of another goal, of whose first target this is a part."),
     text_shape,
     [](Reader& r, const toml::node& n, Streef& streef) { streef.deel_van = read_reference<DoelId>(r, n); },
     {.absent = "it stands by itself", .example = "deel_van = \"meedoen\"", .counts = on_its_page},
     {.same =
          [](const PlanVersion&, const Streef& a, const PlanVersion&, const Streef& b) {
            return (a.deel_van ? a.deel_van->name : "") == (b.deel_van ? b.deel_van->name : "");
          },
      .label = "deel van",
      .words = [](const PlanVersion&,
                  const Streef& streef) { return streef.deel_van ? streef.deel_van->name : std::string("geen"); }}},
    plain<&Streef::mits>("mits", false, marked("On what condition."),
                         {.absent = "on none", .example = "mits = \"er draagvlak is\"", .counts = on_its_page}),
    plain<&Streef::bron>("bron", false, marked("Whose target it is, or who measures it."),
                         {.absent = "that of the plan", .example = "bron = \"IZA Regioplan\"", .counts = on_its_page}),
};

// --- all keys together ---

bool asks(std::string_view key) {
  return std::find(std::begin(streef_soorten), std::end(streef_soorten), key) != std::end(streef_soorten);
}

// One key says what is asked: a target of two things is two targets.
// A misspelt key is told already: with `may_tell` off, nothing is missed beside it.
void check_asked(Reader& reader, const toml::table& table, bool may_tell) {
  const toml::node* first = nullptr;
  for (auto&& [key, node] : table)
    if (asks(key.str()) && (first == nullptr || reader.place(node) < reader.place(*first))) first = &node;
  for (auto&& [key, node] : table) {
    if (asks(key.str()) && &node != first) {
      reader
          .report(Rule::verkeerde_waarde, node, say("this target asks two things: `{}` is a second one", key.str()),
                  say("make it a target of its own"))
          .related.push_back({reader.place(*first), say("the first one is here")});
      return;
    }
  }
  if (first == nullptr && may_tell)
    reader.report(Rule::ontbrekende_sleutel, table, say("this target does not say what it asks"),
                  say("write minimaal = 250, richting = \"omhoog\" or product = \"…\" in it"));
}

void check_streef(Reader& reader, const toml::table& table, const Streef& streef, bool may_tell) {
  check_asked(reader, table, may_tell);
  refuse_year_and_day(reader, table);
  if (const toml::node* derived = table.get("jaar_afgeleid"); derived != nullptr && streef.jaar_place.line == 0)
    reader.report(Rule::verkeerde_waarde, *derived, say("there is no year here that could be derived"));
}

}  // namespace

template <>
const std::vector<Setting<Streef>>& settings_of<Streef>() {
  static const std::vector<Setting<Streef>> settings = settings_from<Streef>(streef_fields);
  return settings;
}

std::span<const Field<Streef>> fields_of_streef() { return streef_fields; }

void read_streven(Reader& reader, const toml::node& node, Doel& doel) {
  for_each_table(reader, node, "[[doel.streef]]", [&](const toml::table& table) {
    Streef streef;
    streef.place = reader.place(table);
    const std::size_t before = reader.found();
    read_fields<Streef>(reader, table, "[[doel.streef]]", streef_fields, streef);
    check_streef(reader, table, streef, reader.found() == before);
    if (!streef.own_nr) streef.nr = static_cast<std::uint32_t>(doel.streven.size() + 1);
    doel.streven.push_back(std::move(streef));
  });
}

void check_streef_numbers(Reader& reader, const Doel& doel) {
  std::unordered_map<std::uint32_t, Place> first;
  for (const Streef& streef : doel.streven) {
    const auto [at, is_new] = first.emplace(streef.nr, streef.place);
    if (!is_new)
      reader
          .report(Rule::dubbel_nr, streef.place, say("goal `{}` has two targets with nr {}", doel.id, streef.nr),
                  say("give one of them another nr"))
          .related.push_back({at->second, say("the first one is here")});
    if (streef.norm_bij && (*streef.norm_bij == streef.nr || doel.find_streef(*streef.norm_bij) == nullptr))
      reader.report(Rule::verkeerde_waarde, streef.norm_place,
                    say("goal `{}` has no other target with nr {}", doel.id, *streef.norm_bij));
  }
  for (const Resultaat& resultaat : doel.resultaten)
    if (resultaat.streef && doel.find_streef(*resultaat.streef) == nullptr)
      reader.report(Rule::verkeerde_waarde, resultaat.streef_place,
                    say("goal `{}` has no target with nr {}", doel.id, *resultaat.streef));
}

Shape streven_shape() { return list_of(table_of<Streef>(streef_fields, "[[doel.streef]]")); }

}  // namespace saldo
