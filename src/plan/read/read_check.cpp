// [check] and [[negeer]]: what the plan itself says about its findings.
#include "base/finding/rule_page.h"
#include "base/say.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

constexpr std::string_view severities[] = {to_dutch(Severity::note), to_dutch(Severity::warning),
                                           to_dutch(Severity::error), "uit"};

// The rules before the first check are about plans that cannot be computed: nobody can set those aside.
bool stops_the_plan(Rule rule) { return rule < Rule::wijziging_horizon; }

std::optional<Rule> read_rule(Reader& reader, Place place, std::string_view id) {
  const std::optional<Rule> rule = find_rule(id);
  if (rule && !stops_the_plan(*rule)) return rule;
  if (rule) {
    reader.report(Rule::verkeerde_waarde, place,
                  say("what `{}` finds stops the calculation, so it cannot be set aside", id), say("take this out"));
    return std::nullopt;
  }
  std::vector<std::string_view> known;
  for (const RuleInfo& info : rules) known.push_back(info.id);
  Message help = did_you_mean(id, known);
  if (help.pattern.empty()) help = say("`saldo explain` lists the rules");
  reader.report(Rule::verkeerde_waarde, place, say("there is no rule `{}`", id), std::move(help));
  return std::nullopt;
}

Shape rule_id_shape() {
  Shape shape = text_shape();
  shape.type = "the id of a rule";
  for (const RuleInfo& info : rules) shape.words.push_back(info.id);
  return shape;
}

const Field<Negeer> negeer_fields[] = {
    {"regel",
     true,
     marked("Id of the rule whose findings are as they should be."),
     rule_id_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) {
       if (const auto id = r.text(n)) negeer.regel = read_rule(r, r.place(n), *id);
     },
     {.example = "regel = \"saldo-ondergrens\"", .counts = "`saldo check`"}},
    {"project",
     false,
     marked("Only findings about this project (its nr) or programmalijn (its id)."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) { negeer.project = r.number_name(n).value_or(""); },
     {.absent = "of any project", .example = "project = \"3.5\"", .counts = "`saldo check`"}},
    {"post",
     false,
     marked("Only findings about this post of the project: its nr, or its naam where it has no nr of its own."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) { negeer.post = r.number_name(n).value_or(""); },
     {.absent = "of any post", .example = "post = \"Advies\"", .counts = "`saldo check`"}},
    {"doel",
     false,
     marked("Only findings about this goal (its id)."),
     number_name_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) { negeer.doel = r.number_name(n).value_or(""); },
     {.absent = "of any goal", .example = "doel = \"scholing\"", .counts = "`saldo check`"}},
    {"jaar",
     false,
     marked("Only findings about this year."),
     year_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) { negeer.jaar = r.year(n); },
     {.absent = "of any year", .example = "jaar = 2026", .counts = "`saldo check`"}},
    {"hoogstens",
     false,
     marked("Only as far off as this, in euros: what grows beyond it is a finding again."),
     money_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) {
       negeer.hoogstens = r.money(n);
       if (negeer.hoogstens && *negeer.hoogstens < Money())
         r.report(Rule::verkeerde_waarde, n, say("`hoogstens` counts both ways, so it is not below zero"),
                  say("write {} without the minus sign", -*negeer.hoogstens));
     },
     {.absent = "however far off it is", .example = "hoogstens = 1_000", .counts = "`saldo check`"}},
    {"reden",
     true,
     marked("Why this is as it should be, for whoever reads the plan next."),
     text_shape,
     [](Reader& r, const toml::node& n, Negeer& negeer) { negeer.reden = r.text(n).value_or(""); },
     {.example = "reden = \"besluit van 12 maart\"", .counts = "`saldo check` prints it"}},
};

}  // namespace

void read_check(Reader& reader, const toml::node& node, Part& part) {
  const toml::table* table = reader.table(node, marked("a table [check]"));
  if (table == nullptr) return;
  for (auto&& [key, value] : *table) {
    const Place place = reader.place(key.source());
    const std::optional<Rule> rule = read_rule(reader, place, key.str());
    const auto word = reader.choice(value, severities);
    if (!rule || !word) continue;
    part.check_settings.push_back(
        {*rule, *word == 3 ? std::nullopt : std::optional(static_cast<Severity>(*word)), place});
  }
}

void read_negeer(Reader& reader, const toml::node& node, Part& part) {
  for_each_table(reader, node, "[[negeer]]", [&](const toml::table& table) {
    Negeer negeer;
    negeer.place = reader.place(table);
    read_fields<Negeer>(reader, table, "[[negeer]]", negeer_fields, negeer);
    part.negeer.push_back(std::move(negeer));
  });
}

Shape check_shape() {
  constexpr KeyPage page{.absent = "as serious as `saldo explain` says",
                         .example = "index-afwijking = \"uit\"",
                         .counts = "`saldo check`"};
  Shape table{.kinds = {ValueKind::table}, .section = "[check]"};
  for (const RuleInfo& info : rules) {
    table.keys.push_back(named(info.id, rule_title(info.rule, Language::en), words_shape(severities), false, page));
    table.keys.back().dutch = rule_title(info.rule, Language::nl);
    table.keys.back().called = "the id of a rule";
  }
  return table;
}

Shape negeer_shape() { return list_of(table_of<Negeer>(negeer_fields, "[[negeer]]")); }

}  // namespace saldo
