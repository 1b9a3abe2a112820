// `saldo schema`: what editors are told of the format is what the loader does.
#include "render/schema.h"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/finding/rule_page.h"
#include "base/money.h"
#include "base/ratio.h"
#include "plan/plan_files.h"
#include "plan/read/shapes.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;
using Json = nlohmann::ordered_json;

namespace {

using Lines = std::vector<std::string>;

Json schema() { return Json::parse(run_saldo({"schema"}).out); }

// Calls `visit` for every table of the format with its path ("project.post"), the lines of TOML that open one, and what
// stands in the schema for it.
template <class Visit>
void for_each_table(const Json& table, const std::string& path, const std::string& opened, Visit visit) {
  visit(table, path, opened);
  for (const auto& [key, value] : table["properties"].items()) {
    const std::string inner = path.empty() ? key : path + "." + key;
    if (value.contains("properties")) for_each_table(value, inner, opened + "[" + inner + "]\n", visit);
    else if (value.contains("items") && value["items"].contains("properties"))
      for_each_table(value["items"], inner, opened + "[[" + inner + "]]\n", visit);
  }
}

Lines sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines keys_of(const Json& table) {
  Lines keys;
  for (const auto& item : table["properties"].items()) keys.push_back(item.key());
  return sorted(keys);
}

// The keys the loader lists when it refuses one that is nothing like any of them.
Lines keys_of_loader(const std::string& opened) {
  const LoadedPlan loaded = load_text(opened + "zzzzzzzzzzzz = 1\n");
  for (const Diagnostic& finding : loaded.findings) {
    if (finding.rule != Rule::onbekende_sleutel) continue;
    const std::string help = to_text(finding.help);
    static const std::regex word("[a-z_0-9]+(?=,|$)");
    return sorted({std::sregex_token_iterator(help.begin(), help.end(), word), {}});
  }
  return {};
}

// The keys whose absence the loader tells in the table that `opened` opens last, which stands on the last line.
Lines required_by_loader(const std::string& opened) {
  const auto line = static_cast<std::uint32_t>(std::count(opened.begin(), opened.end(), '\n'));
  Lines keys;
  for (const Diagnostic& finding : load_text(opened).findings)
    if (finding.rule == Rule::ontbrekende_sleutel && finding.place.line == line) {
      Lines words;
      for (const Word word : finding.message.words) words.push_back(word);
      if (words.size() == 2) keys.push_back(words[1]);
    }
  return sorted(keys);
}

bool matches(const Shape& shape, const std::string& text) { return std::regex_search(text, std::regex(shape.pattern)); }

}  // namespace

TEST_CASE("the schema starts by saying what it is") {
  const Run run = run_saldo({"schema"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  const std::string head = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "urn:saldo:plan",
  "title": "saldo plan",
  "description": "A budget of saldo: programmalijnen, projects, posts and the money between them.",
  "type": "object",
  "properties": {
    "plan": {
      "description": "The plan itself: its name and years. One of its files has it.",
      "type": "object",
      "properties": {
        "naam": {
          "description": "Name of the plan.",
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "eerste_jaar": {
          "description": "First year of the plan.",
          "type": "integer",
          "minimum": 1000,
          "maximum": 9999
        },
)";
  CHECK(run.out.substr(0, head.size()) == head);
  CHECK(run.out.ends_with("  \"additionalProperties\": false\n}\n"));
}

namespace {

// Which keys a change takes depends on what it is about; a test of its own looks at those. What stands under it is read as
// on a post or project, and a scenario is not read with a plan.
bool is_of_change(const std::string& path) {
  return path.starts_with("wijziging") || path.starts_with("begrotingswijziging.wijziging") || path == "scenario";
}

}  // namespace

TEST_CASE("the schema has exactly the keys that the loader knows, in every table") {
  std::size_t tables = 0;
  for_each_table(schema(), "", "", [&](const Json& table, const std::string& path, const std::string& opened) {
    INFO("[" << path << "]");
    if (path == "check" || is_of_change(path)) return;
    ++tables;
    CHECK(keys_of(table) == keys_of_loader(opened));
    CHECK(table["additionalProperties"] == false);
  });
  CHECK(tables > 10);
}

TEST_CASE("the schema requires the keys that the loader misses") {
  for_each_table(schema(), "", "", [&](const Json& table, const std::string& path, const std::string& opened) {
    if (is_of_change(path)) return;
    INFO("[" << path << "]");
    CHECK(sorted(table.value("required", Lines{})) == required_by_loader(opened));
  });
}

TEST_CASE("[check] takes every rule and no other, with what the rule is about") {
  const Json table = schema()["properties"]["check"];
  Lines ids;
  for (const RuleInfo& rule : rules) {
    ids.emplace_back(rule.id);
    CHECK(table["properties"][std::string(rule.id)]["description"] == rule_title(rule.rule, Language::en));
  }
  CHECK(keys_of(table) == sorted(ids));
  CHECK(table["additionalProperties"] == false);
}

TEST_CASE("every key of the schema tells an editor what it is for") {
  for_each_table(schema(), "", "", [](const Json& table, const std::string& path, const std::string&) {
    for (const auto& [key, value] : table["properties"].items()) {
      INFO("[" << path << "] " << key);
      CHECK(!value.value("description", "").empty());
    }
  });
}

TEST_CASE("a text is an amount or a share for an editor when it is one for saldo") {
  for (const std::string text : {"1.234.567,89",
                                 "€ 500",
                                 "€-25.000",
                                 "-€ 25.000",
                                 "€ -25.000",
                                 "\u2212"
                                 "5",
                                 "+5",
                                 " 12 ",
                                 "0,5",
                                 "1234567",
                                 "12.345",
                                 "1234.567",
                                 "12.34",
                                 "1,234",
                                 "1,",
                                 ",5",
                                 "",
                                 " ",
                                 "€",
                                 "-€-5",
                                 "- 5",
                                 "- € 5",
                                 "PM",
                                 "pm",
                                 "p.m.",
                                 "Pm",
                                 "PM?",
                                 "12e3",
                                 "veel",
                                 "1.234.56",
                                 "1..234",
                                 "80%",
                                 "€ € 5"}) {
    INFO("`" << text << "`");
    const ReadAmount read = read_dutch_amount(text, written_units[2]);  // where a unit has the most decimals
    const bool is_range = read.error == AmountError::range;
    CHECK(matches(amount_shape(), text) == (!read.error || is_range));
    CHECK(matches(money_shape(), text) == ((!read.error && read.amount.is_money()) || is_range));
  }
  for (const std::string text : {"2/3", "80%", "37,5%", "37.5 %", "0.4", "1/3.5", "-1/3", "1/0", "1", "1/", "/3", "%",
                                 "", "0,4", "1/2/3", "80 procent", "5.%", "5.", "1_000/2_000"}) {
    INFO("`" << text << "`");
    CHECK(matches(share_shape(), text) == (read_share(text).has_value() || text == "1/0"));
    CHECK(matches(part_shape(), text) ==
          (matches(share_shape(), text) && text.find_first_of("%/") != std::string::npos));
  }
}

TEST_CASE("a shape becomes a schema with what stands in it and no more") {
  const Shape table{
      .kinds = {ValueKind::table},
      .keys = {named("a", "An a.", either(integer_shape(0, 9), words_shape(std::array<std::string_view, 1>{"x"})),
                     true),
               named("b", "A list.", list_of(text_shape()))},
      .families = {named("^c", "", anything_shape())},
      .together = {"a", "b"},
      .apart = {"b", "c"}};
  const Json written = Json::parse(render_schema({"urn:x", "X", marked("An x.")}, table, Language::en));
  CHECK(written == Json::parse(R"({
    "$schema": "http://json-schema.org/draft-07/schema#", "$id": "urn:x", "title": "X", "description": "An x.",
    "type": "object",
    "properties": {
      "a": {"description": "An a.", "anyOf": [{"type": "integer", "minimum": 0, "maximum": 9}, {"type": "string", "enum": ["x"]}]},
      "b": {"description": "A list.", "type": "array", "items": {"type": "string", "minLength": 1, "maxLength": 200}}},
    "patternProperties": {"^c": {}}, "additionalProperties": false, "required": ["a"],
    "dependencies": {"a": ["b"], "b": ["a"]}, "not": {"required": ["b", "c"]}})"));
}

TEST_CASE("the texts of the schema are in Dutch when asked for, and nothing else is") {
  CHECK(run_saldo({"schema", "--hover", "en"}).out == run_saldo({"schema"}).out);
  CHECK(run_saldo({"schema", "--hover", "fr"}).code == 2);
  const std::regex description("\"description\": .*");
  const std::string dutch = run_saldo({"schema", "--hover", "nl"}).out;
  CHECK(std::regex_replace(dutch, description, "") == std::regex_replace(run_saldo({"schema"}).out, description, ""));
  const auto texts = [](const Json& root) {
    std::map<std::string, std::string> all;
    for_each_table(root, "", "", [&all](const Json& table, const std::string& path, const std::string&) {
      for (const auto& [key, value] : table["properties"].items()) all[path + "." + key] = value["description"];
    });
    return all;
  };
  const std::map<std::string, std::string> in_dutch = texts(Json::parse(dutch));
  for (const auto& [path, text] : texts(schema())) {
    INFO(path);
    CHECK(in_dutch.at(path) != text);
  }
}
