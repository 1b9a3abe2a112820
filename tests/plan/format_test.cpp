// The keys of the format, row by row: every example of docs/format.md can stand in a plan, and every key that a
// [[wijziging]] may set is carried out as if it had been typed, and seen by diff.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "plan/keys.h"
#include "plan/plan_files.h"
#include "render/format_page.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// The blocks of TOML on the page: a plan, and a scenario.
std::vector<std::string> plans_on_page() {
  std::ifstream page(SALDO_SOURCE_DIR "/docs/format.md", std::ios::binary);
  std::vector<std::string> blocks;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line == "```toml") blocks.emplace_back();
    else if (inside && line != "```") blocks.back() += line + '\n';
    inside = line == "```toml" || (inside && line != "```");
  }
  return blocks;
}

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool opens(const std::string& line, std::string_view table) {
  return table == "[[wijziging]]"
             ? line.ends_with("wijziging]]") && line.find('[') == 0 && line != "[[begrotingswijziging]]"
             : line == table;
}

// What a target asks is said by one key, and when it is by one of two: those stand for each other.
std::string key_in(const std::string& line, std::string_view table) {
  const std::string key = line.substr(0, line.find(" = "));
  if (table != "[[doel.streef]]") return key;
  if (std::find(std::begin(streef_soorten), std::end(streef_soorten), key) != std::end(streef_soorten)) return "asked";
  return key == "datum" ? "jaar" : key;
}

// `plan` with the lines of `example` in the first of these tables, instead of those of the same key; or of all of them.
std::string with_example(const std::string& plan, std::string_view table, const std::string& example, bool whole) {
  const Lines written = lines_of(example);
  std::string text;
  enum { before, inside, after } at = before;
  for (const std::string& line : lines_of(plan)) {
    if (at == inside && line.starts_with('[')) at = after;
    const bool replaced = std::any_of(written.begin(), written.end(), [&](const std::string& key) {
      return key_in(key, table) == key_in(line, table);
    });
    if (at != inside || (!whole && !replaced)) text += line + '\n';
    if (at != before || !opens(line, table)) continue;
    at = inside;
    text += example + '\n';
  }
  CHECK(at != before);
  return text;
}

// What a table says of the thing it is about is nothing without the name of that thing.
bool is_shown_whole(std::string_view table) {
  return table == "[[wijziging]]" || table == "[[afsluiting.project.post]]" || table == "[[afsluiting.oordeel]]" ||
         table == "[[doel.geld]]";
}

std::string with_example(const FormatSection& section, const Shape& key) {
  const std::vector<std::string> plans = plans_on_page();
  return with_example(section.inside == "[scenario]" ? plans[1] : plans[0], section.inside,
                      std::string(key.page.example), is_shown_whole(section.inside));
}

Lines trouble_in(const std::string& plan, const std::string& scenario) {
  const TempPlan folder({{"plan.toml", plan}, {"scenarios/proef.toml", scenario}});
  const Run run = run_saldo({"table", folder.path(), "--scenario", "proef"});
  return run.code == 0 ? Lines{} : lines_of(run.err);
}

// Tables that have a heading of their own have their examples there.
bool has_heading(const Shape& key) {
  const Shape& table = key.elements.empty() ? key : key.elements.front();
  return table.section.starts_with('[');
}

// A key of a post that may stand on its project has its example there.
bool is_of_lone_post(const Shape& key) { return key.page.counts.starts_with("as on a `[[project.post]]`"); }

template <class Visit>
void for_each_key(Visit visit) {
  const Shape format = plan_format();
  const std::vector<FormatSection> sections = sections_of(format);
  CHECK(sections.size() == 45);
  for (std::size_t i = 1; i < sections.size(); ++i)
    for (const Shape* key : keys_of(sections[i])) visit(sections[i], *key);
}

}  // namespace

TEST_CASE("every key of the format is on the page, with an example that can stand in a plan") {
  const std::vector<std::string> plans = plans_on_page();
  REQUIRE(plans.size() == 2);
  CHECK(trouble_in(plans[0], plans[1]) == Lines{});
  CHECK(trouble_in(with_example(plans[0], "[plan]", "naam = 5", false), plans[1]) != Lines{});
  const std::string page = render_format_page(plan_format());
  std::size_t count = 0;
  for_each_key([&](const FormatSection& section, const Shape& key) {
    INFO(section.name << " " << key.key);
    CHECK((!key.called.empty() || page.find("\n| `" + std::string(key.key) + "` | ") != std::string::npos));
    CHECK((key.required || !key.page.absent.empty() || !key.called.empty()));
    CHECK_FALSE(key.page.counts.empty());
    if (key.page.example.empty()) {
      CHECK((has_heading(key) || is_of_lone_post(key)));
      return;
    }
    ++count;
    CHECK((!key.called.empty() || key.page.example.find(key.key) != std::string_view::npos));
    const std::string changed = with_example(section, key);
    const bool is_scenario = section.inside == "[scenario]";
    CHECK(trouble_in(is_scenario ? plans[0] : changed, is_scenario ? changed : plans[1]) == Lines{});
  });
  CHECK(count > 70);
}

namespace {

// Whether `saldo diff` sees a difference between one plan and another to which a scenario is done.
bool differs(const std::string& one, const std::string& other, const std::string& scenario) {
  const TempPlan before({{"plan.toml", one}}), after({{"plan.toml", other}, {"scenarios/proef.toml", scenario}});
  const Run run = run_saldo({"diff", before.path(), after.path(), "--scenario", "proef", "--exit-code"});
  INFO(run.out << run.err);
  CHECK((run.code == 0 || run.code == 1));
  return run.code == 1;
}

const Shape* find_key(std::string_view table, std::string_view name) {
  static const Shape format = plan_format();
  for (const FormatSection& section : sections_of(format))
    for (const Shape& key : section.table->keys)
      if (section.name == table && key.key == name) return &key;
  return nullptr;
}

// Every key of these tables; `about` is how a change names the first of them on the page.
template <class Values>
std::size_t check_settings(std::string_view table, const std::string& about) {
  const std::string plan = plans_on_page().front();
  const std::string nothing = "[scenario]\nnaam = \"Proef\"\n";
  std::size_t count = 0;
  for (const Setting<Values>& setting : settings_of<Values>()) {
    if (!setting.settable) continue;
    INFO(table << " " << setting.key);
    ++count;
    const std::string example(find_key(table, setting.key)->page.example);
    const std::string change = nothing + "[[wijziging]]\n" + about + example + "\n";
    const std::string typed = with_example(plan, table, example, false);
    CHECK(differs(plan, typed, nothing));       // diff sees what is typed otherwise,
    CHECK(differs(plan, plan, change));         // a change does something,
    CHECK_FALSE(differs(typed, plan, change));  // and that is what would have been typed
  }
  return count;
}

}  // namespace

TEST_CASE("every key that a change may set is carried out, and is a difference between two plans") {
  CHECK(check_settings<PlanTable>("[plan]", "") == 8);
  CHECK(check_settings<Programmalijn>("[[programmalijn]]", "programmalijn = \"wnw\"\n") == 6);
  CHECK(check_settings<Project>("[[project]]", "project = \"3.5\"\n") == 11);
  CHECK(check_settings<PostDraft>("[[project.post]]", "project = \"3.5\"\npost = 1\n") == 17);
  CHECK(check_settings<Streef>("[[doel.streef]]", "doel = \"stadspas\"\nstreef = 1\n") == 29);
}

TEST_CASE("what a change may not set is what others know the thing by, its years, its unit, and its posts") {
  const auto fixed = [](const auto& settings) {
    std::string keys;
    for (const auto& setting : settings)
      if (!setting.settable) keys += std::string(setting.key) + ' ';
    return keys;
  };
  CHECK(fixed(settings_of<PlanTable>()) == "eerste_jaar laatste_jaar eenheid ");
  CHECK(fixed(settings_of<Programmalijn>()) == "id ");
  CHECK(fixed(settings_of<Project>()) == "nr post ");
  CHECK(fixed(settings_of<PostDraft>()) == "nr ");
  CHECK(fixed(settings_of<Streef>()) == "nr norm_bij deel_van ");
}
