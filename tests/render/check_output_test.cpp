// What `saldo check` writes for CI: every format holds the same findings, places are right, the exit code follows
// severity.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "base/text.h"
#include "cli/run.h"
#include "render/findings/finding_format.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string klein = SALDO_SOURCE_DIR "/examples/klein";

// One line holds two findings behind characters of one, two, three and four bytes; `check` is what [check] says.
std::string plan_text(const std::string& check = "", const std::string& bron = "é日🎉") {
  return "[plan]\nnaam = \"B\"\neerste_jaar = 2026\nlaatste_jaar = 2027\n[[programmalijn]]\nid = \"w\"\nnaam = \"W\"\n"
         "[[project]]\nnr = \"1\"\nnaam = \"P\"\nprogrammalijn = \"w\"\nbudget = 0\n"
         "post = [{ naam = \"S\", baten = { 2026 = 10 } }]\n"
         "controle = [{ bron = \"" +
         bron + "\", baten = { 2026 = 11, 2027 = 234 } }]\n" + (check.empty() ? "" : "[check]\n" + check + "\n");
}

const std::string broken = "[plan]\nnaam = \"B\"\neerste_jaar = 2026\nlaatste_jaar = 2026\nbudjet = \"% , :\"\n";

Run check(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "check");
  return run_saldo(arguments);
}

Run check_as(const std::string& plan, const std::string& format) { return check({plan, "--format", format}); }

using Told = std::vector<std::string>;  // "RULE SEVERITY LINE:COLUMN", sorted

Told sorted(Told told) {
  std::sort(told.begin(), told.end());
  return told;
}

std::string number(const Json& object, const char* key) {
  return object.contains(key) && !object[key].is_null() ? object[key].dump() : "0";
}

Told told_in_json(const std::string& plan) {
  Told told;
  const Json document = Json::parse(check_as(plan, "json").out);
  for (const Json& row : document["tables"][0]["rows"]) {
    const Json& cells = row["cells"];
    told.push_back(cells["rule"].get<std::string>() + " " + cells["severity"].get<std::string>() + " " +
                   number(cells, "line") + ":" + number(cells, "column"));
  }
  return sorted(told);
}

Told told_in_csv(const std::string& plan) {
  Told told;
  const auto rows = read_csv(check_as(plan, "csv").out);
  const auto or_zero = [](const std::string& text) { return text.empty() ? "0" : text; };
  for (std::size_t i = 1; i < rows.size(); ++i)
    told.push_back(rows[i].at(0) + " " + rows[i].at(1) + " " + or_zero(rows[i].at(3)) + ":" + or_zero(rows[i].at(4)));
  return sorted(told);
}

Told told_in_sarif(const std::string& plan) {
  Told told;
  const Json document = Json::parse(check_as(plan, "sarif").out);
  for (const Json& result : document["runs"][0]["results"]) {
    const Json& place = result["locations"][0]["physicalLocation"];
    const Json region = place.contains("region") ? place["region"] : Json::object();
    told.push_back(result["ruleId"].get<std::string>() + " " + result["level"].get<std::string>() + " " +
                   number(region, "startLine") + ":" + number(region, "startColumn"));
  }
  return sorted(told);
}

Told told_in_github(const std::string& plan) {
  static const std::regex command(
      R"(^::(error|warning|notice) file=[^,:]*(?:,line=(\d+))?(?:,col=(\d+),endColumn=\d+)?,title=saldo ([^%]+)%3A [^:]*::.*)");
  Told told;
  std::istringstream out(check_as(plan, "github").out);
  for (std::string line; std::getline(out, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, command)) continue;
    const std::string severity = found[1] == "notice" ? "note" : found[1].str();
    told.push_back(found[4].str() + " " + severity + " " + (found[2].matched ? found[2].str() : "0") + ":" +
                   (found[3].matched ? found[3].str() : "0"));
  }
  return sorted(told);
}

// The headings of text, which JUnit has as well.
Told told_in_text(const std::string& text) {
  static const std::regex heading(
      R"((?:^|>)(?:[^ ][^\n]*?(?::(\d+):(\d+))?: )?(error|warning|note): .* \[([a-z0-9-]+)\]$)");
  Told told;
  std::istringstream out(text);
  for (std::string line; std::getline(out, line);) {
    std::smatch found;
    if (std::regex_search(line, found, heading))
      told.push_back(found[4].str() + " " + found[3].str() + " " + (found[1].matched ? found[1].str() : "0") + ":" +
                     (found[2].matched ? found[2].str() : "0"));
  }
  return sorted(told);
}

Json sarif_results(const std::string& plan) { return Json::parse(check_as(plan, "sarif").out)["runs"][0]["results"]; }

std::string uri(const Json& result) { return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]; }

int status_of(const std::string& command) { return std::system(command.c_str()); }

// Plans with nothing to find, with much, with warnings and notes, and that do not load for one reason or another.
struct Plans {
  TempPlan folder{{{"one.toml", plan_text()},
                   {"warning.toml", plan_text("controle = \"waarschuwing\"")},
                   {"note.toml", plan_text("controle = \"opmerking\"")},
                   {"off.toml", plan_text("controle = \"uit\"")},
                   {"awkward.toml", plan_text("", "\\\"a\\\", b: c 100% ]]> & <é> '日本 🎉' \uFFFE \uFFFF ::error::")},
                   {"broken.toml", broken},
                   {"newline.toml", plan_text("", "a\\nb")},
                   {"latin1.toml", "[plan]\nnaam = \"\xE9\"\n"},
                   {"no-toml.toml", "]]> <&\" = \x01"},
                   {"empty.toml", ""}}};
  std::vector<std::string> all() const {
    std::vector<std::string> paths = {klein, achterhoek(), folder.file("nergens"), ""};
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.folder))
      paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
  }
};

}  // namespace

TEST_CASE("every format of check holds the same findings, whatever the plan") {
  const Plans plans;
  for (const std::string& path : plans.all()) {
    INFO(path);
    const Told expected = told_in_json(path);
    CHECK(told_in_csv(path) == expected);
    CHECK(told_in_sarif(path) == expected);
    CHECK(told_in_github(path) == expected);
    CHECK(told_in_text(check_as(path, "junit").out) == expected);
    const Run text = check_as(path, "text");
    CHECK(told_in_text(text.code == 2 ? text.err : text.out).size() == expected.size());
    if (text.code == 2) CHECK(text.out == "");
  }
}

TEST_CASE("every format of check is one whole document with nothing on err, and all give the same exit code") {
  const Plans plans;
  for (const std::string& plan : plans.all()) {
    INFO(plan);
    const int code = check_as(plan, "text").code;
    for (const std::string format : {"csv", "md", "json", "sarif", "github", "junit"}) {
      INFO(format);
      const Run run = check_as(plan, format);
      CHECK(run.code == code);
      CHECK(run.err == "");
      CHECK(run.out.ends_with('\n'));
      CHECK_FALSE(find_invalid_utf8(run.out));
    }
  }
}

TEST_CASE("JUnit is well-formed XML whatever the plan says") {
  if (status_of("xmllint --version >/dev/null 2>&1") != 0) SKIP("there is no xmllint");
  const Plans plans;
  for (const std::string& plan : plans.all()) {
    const TempPlan document({{"junit.xml", check_as(plan, "junit").out}});
    INFO(plan);
    CHECK(status_of("xmllint --noout '" + document.file("junit.xml") + "'") == 0);
  }
}

TEST_CASE("SARIF validates against the published schema, formats of URIs included") {
  const TempPlan folder({});
  const Plans plans;
  std::string names;
  std::size_t count = 0;
  for (const std::string& plan : plans.all()) {
    const std::string name = folder.file(std::to_string(count++) + ".sarif");
    std::ofstream(name, std::ios::binary) << check_as(plan, "sarif").out;
    names += " '" + name + "'";
  }
  const std::string judged = judged_in_node("render/sarif_schema.mjs", names);
  if (judged.starts_with("skipped: ")) SKIP(judged.substr(9));
  INFO(judged);
  CHECK(judged.ends_with(", 0 failures\n"));
}

TEST_CASE("SARIF columns count code points, and end one past the last") {
  const TempPlan plan({{"plan.toml", plan_text()}});
  const Json results = sarif_results(plan.file("plan.toml"));
  REQUIRE(results.size() == 2);
  const Json first = results[0]["locations"][0]["physicalLocation"]["region"],
             second = results[1]["locations"][0]["physicalLocation"]["region"];
  // controle = [{ bron = "é日🎉", baten = { 2026 = 11, 2027 = 234 } }]
  CHECK(first == Json{{"startLine", 14}, {"startColumn", 46}, {"endColumn", 48}});
  CHECK(second == Json{{"startLine", 14}, {"startColumn", 57}, {"endColumn", 60}});
}

TEST_CASE("GitHub gets the last column that is marked, as it counts it in") {
  const TempPlan plan({{"plan.toml", plan_text()}});
  const InFolder here(plan.folder);
  const std::string out = check_as("plan.toml", "github").out;
  CHECK(out.starts_with("::error file=plan.toml,line=14,col=46,endColumn=47,title="));
}

TEST_CASE("GitHub gets the worst first, each in the order of the plan") {
  const TempPlan plan({{"plan.toml", plan_text("controle = \"opmerking\"") +
                                         "[[negeer]]\nregel = \"naam-dubbel\"\nreden = \"nooit\"\n"}});
  std::istringstream out(check_as(plan.file("plan.toml"), "github").out);
  Told commands;
  for (std::string line; std::getline(out, line);) commands.push_back(line.substr(0, line.find(' ')));
  CHECK(commands == Told{"::warning", "::notice", "::notice", "saldo:"});
}

TEST_CASE("a workflow command cannot be made by a name in the plan") {
  const TempPlan plan({{"a,b:c%\n::error::d/plan.toml", plan_text("", "x%0A::error::y")}});
  const InFolder here(plan.folder);
  std::istringstream out(check_as("a,b:c%\n::error::d", "github").out);
  std::size_t commands = 0;
  for (std::string line; std::getline(out, line);)
    if (line.starts_with("::")) {
      ++commands;
      CHECK(line.starts_with("::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad/plan.toml,line=14,"));
      CHECK(has(line, "x%250A::error::y says "));
    }
  CHECK(commands == 2);
}

TEST_CASE("a finding of the plan as a whole has a place in a file, as programs show none elsewhere") {
  const TempPlan plan({{"b/lijn.toml", "[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n"}, {"b/post.tml", "x"}});
  const InFolder here(plan.folder);
  const std::string alike = check_as("b", "github").out;
  CHECK(has(alike, "::error file=b/post.tml,line=1,title="));
  fs::remove(plan.folder / "b/post.tml");
  CHECK(has(check_as("b", "github").out, "::error file=b/lijn.toml,line=1,title=saldo geen-plan"));
  const Json result = sarif_results("b")[0];
  CHECK(uri(result) == "b/lijn.toml");
  CHECK(result["locations"][0]["physicalLocation"]["region"] == Json{{"startLine", 1}});
}

TEST_CASE("GitLab gets each finding at its line, with a fingerprint of its own") {
  const TempPlan plan({{"begroting/plan.toml", plan_text("evenwicht-sluitend = \"opmerking\"")}});
  const InFolder here(plan.folder);
  const Run run = check_as("begroting", "gitlab");
  CHECK(run.code == 1);
  const Json found = Json::parse(run.out);
  REQUIRE(found.size() == 2);
  for (const Json& one : found) {
    CHECK(one["location"] == Json{{"path", "begroting/plan.toml"}, {"lines", {{"begin", 14}}}});
    CHECK(one["check_name"] == "controle");
    CHECK(one["severity"] == "major");
    CHECK(has(one["description"].get<std::string>(), " says "));
    CHECK_FALSE(has(one["description"].get<std::string>(), "\n"));
  }
  CHECK(found[0]["fingerprint"] != found[1]["fingerprint"]);
  CHECK(Json::parse(check_as(klein, "gitlab").out)[0]["severity"] == "info");
  CHECK(check({klein, "--ignore", "pm-open", "--format", "gitlab"}).out == "[]\n");
  const TempPlan unreadable({{"plan.toml", broken}});
  const Run not_read = check_as(unreadable.file("plan.toml"), "gitlab");
  CHECK(not_read.code == 2);
  CHECK(Json::parse(not_read.out)[0]["location"]["lines"]["begin"] == 5);
}

TEST_CASE("URIs are relative to where saldo runs, percent-encoded, and absolute only for a path that leads elsewhere") {
  const TempPlan plan({{"mijn plan/100% é.toml", plan_text()}, {"elders/x", ""}});
  const InFolder here(plan.folder);
  const std::string encoded = "mijn%20plan/100%25%20%C3%A9.toml";
  for (const std::string& path : {std::string("mijn plan"), std::string("./mijn plan/"),
                                  std::string("elders/../mijn plan"), plan.file("mijn plan")}) {
    INFO(path);
    const Json result = sarif_results(path)[0];
    CHECK(uri(result) == encoded);
    CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] == "%SRCROOT%");
  }
  const InFolder elsewhere(plan.folder / "elders");
  CHECK(uri(sarif_results("../mijn plan")[0]) == "../" + encoded);
  CHECK(uri(sarif_results(plan.file("mijn plan"))[0]) == "file://" + plan.path() + "/" + encoded);
}

TEST_CASE("a finding keeps its fingerprint when its line moves, and has one of its own") {
  const TempPlan plan({{"before.toml", plan_text()},
                       {"after.toml", "# moved\n\n" + plan_text()},
                       {"other.toml", plan_text("controle = \"opmerking\"")}});
  const auto prints = [&](const std::string& name) {
    Told all;
    for (const Json& result : sarif_results(plan.file(name))) all.push_back(result["partialFingerprints"]["saldo/v1"]);
    return all;
  };
  const Told before = prints("before.toml");
  REQUIRE(before.size() == 2);
  CHECK(before[0] != before[1]);
  CHECK(prints("after.toml") == before);
  CHECK(prints("other.toml") == before);
}

TEST_CASE("SARIF says where each rule stands in the list of rules") {
  const Json run = Json::parse(check_as(achterhoek(), "sarif").out)["runs"][0];
  REQUIRE_FALSE(run["results"].empty());
  const Json& described = run["tool"]["driver"]["rules"];
  CHECK(described.size() == rules.size());
  for (const Json& result : run["results"])
    CHECK(described[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
  CHECK(run["columnKind"] == "unicodeCodePoints");
}

TEST_CASE("JUnit has a case for each rule and project, which fails only when the check does") {
  const TempPlan plan({{"plan.toml", plan_text("controle = \"waarschuwing\"")}});
  const std::string relaxed = check({plan.file("plan.toml"), "--format", "junit", "--only", "controle"}).out;
  const std::string strict = check({plan.file("plan.toml"), "--format", "junit", "--only", "controle", "--strict"}).out;
  CHECK(has(relaxed, "<testsuite name=\"controle\" tests=\"3\" failures=\"0\" errors=\"0\" skipped=\"0\">"));
  CHECK(has(relaxed, "<testcase classname=\"controle\" name=\"plan\"/>"));
  CHECK(has(relaxed, "<testcase classname=\"controle\" name=\"w\"/>"));
  CHECK(has(relaxed, "<system-out>"));
  CHECK_FALSE(has(relaxed, "<failure"));
  CHECK(has(strict, "<testsuites name=\"saldo check\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\">"));
  CHECK(has(strict, "<failure type=\"warning\""));
}

TEST_CASE("only errors make check exit 1, with --strict warnings as well, notes never") {
  const Plans plans;
  const std::vector<std::pair<std::string, std::pair<int, int>>> codes = {{"one.toml", {1, 1}},
                                                                          {"warning.toml", {0, 1}},
                                                                          {"note.toml", {0, 0}},
                                                                          {"off.toml", {0, 0}},
                                                                          {"broken.toml", {2, 2}}};
  for (const auto& [name, code] : codes) {
    INFO(name);
    CHECK(check({plans.folder.file(name)}).code == code.first);
    CHECK(check({plans.folder.file(name), "--strict"}).code == code.second);
  }
}

TEST_CASE("with --only and --ignore check leaves findings of other rules out, but never what hinders the check") {
  const TempPlan plan({{"plan.toml", plan_text() + "[[negeer]]\nregel = \"naam-dubbel\"\nreden = \"nooit\"\n"},
                       {"broken.toml", broken}});
  const auto last = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), plan.file("plan.toml"));
    const Run run = check(arguments);
    return std::to_string(run.code) + " " + run.out.substr(run.out.rfind('\n', run.out.size() - 2) + 1);
  };
  CHECK(last({}) == "1 2 errors, 1 warning\n");
  CHECK(last({"--only", "controle"}) == "1 2 errors\n");
  CHECK(last({"--only", "controle", "--only", "negeer-ongebruikt"}) == "1 2 errors, 1 warning\n");
  CHECK(last({"--ignore", "controle"}) == "0 1 warning\n");
  CHECK(last({"--only", "controle", "--ignore", "controle"}).ends_with("no findings\n"));
  CHECK(check({plan.file("broken.toml"), "--only", "controle"}).code == 2);
  CHECK(has(check({plan.file("broken.toml"), "--only", "controle"}).err, "[onbekende-sleutel]"));
}

TEST_CASE("an unknown rule is refused before anything is read, with the one that was likely meant") {
  const Run near = check({"nergens", "--only", "controlle"}), far = check({klein, "--ignore", "x"});
  CHECK(near.code == 2);
  CHECK(near.err == "saldo: there is no rule `controlle`; did you mean `controle`?\n");
  CHECK(far.code == 2);
  CHECK(far.err == "saldo: there is no rule `x`; `saldo explain` lists them\n");
  CHECK(near.out + far.out == "");
}

TEST_CASE("every format of findings says so when it cannot be written") {
  for (const FindingFormat& format : finding_formats)
    for (const std::string& plan : {klein, achterhoek()}) {
      INFO(format.name);
      char* bytes = nullptr;
      std::size_t size = 0;
      std::FILE* full = std::fopen("/dev/full", "w");
      std::FILE* err = ::open_memstream(&bytes, &size);
      CHECK(run_cli(std::vector<std::string>{"check", plan, "--format", std::string(format.name)},
                    Console{full, err}) == exit_failed);
      std::fclose(full);
      std::fclose(err);
      CHECK(std::string(bytes, size) == "saldo: cannot write the output: No space left on device\n");
      std::free(bytes);
      // The reader is gone before the first byte: nobody is left to tell, but the code says it.
      const TempPlan said({});
      const std::string run = "'" + saldo_program() + "' check '" + plan + "' --format " + std::string(format.name);
      CHECK(status_of("(trap '' PIPE; sleep 0.2; " + run + "; echo code $? >&2) 2>'" + said.file("err") + "' | :") ==
            0);
      CHECK(read_text(said.file("err")) == "code 2\n");
    }
}

TEST_CASE("many findings end with how to see less of them") {
  const std::string out = check({achterhoek()}).out;
  CHECK(out.ends_with("; `--summary` counts them by rule, `--only RULE` shows those of one\n"));
  CHECK_FALSE(has(check({achterhoek(), "--summary"}).out, "`--summary`"));
}
