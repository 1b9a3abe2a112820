// The rules of the house (design.md section 6), checked on the source itself: layers, what may be included where, no
// binary floating point, no long files and functions.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

using Words = std::set<std::string>;

// Rooms a room may include from, beside itself. A room is a folder under src/, its sub-folders are rooms of their own: a
// core knows nothing of the subjects that are built on it. Files straight under src/ may do what cli/ may.
// `embedded` is what the build makes of the pages and catalogues in src/ (scripts/embed.cmake).
const std::map<std::string, Words> may_include = {
    {"embedded", {}},
    {"linked", {}},
    {"base", {"embedded", "base/slim"}},
    {"base/slim", {}},
    {"base/finding", {"base", "embedded"}},
    {"base/page", {"base", "base/finding"}},
    {"base/hash", {"base"}},
    {"base/typed", {"base"}},
    {"base/workbook", {"base", "base/finding"}},
    {"plan",
     {"base", "plan/doel", "plan/written", "plan/read", "plan/link",
      "plan/tree"}},  // load.cpp tells the story; the rest of plan/ knows neither
    {"plan/doel", {"base", "plan"}},
    {"plan/tree", {"linked"}},
    {"plan/written", {"base", "plan"}},
    {"plan/link", {"base", "plan", "plan/doel"}},
    {"plan/read", {"base", "plan", "plan/doel", "plan/link"}},
    {"plan/read/afsluiting", {"base", "plan", "plan/read"}},
    {"plan/read/doel", {"base", "plan", "plan/doel", "plan/read"}},
    {"plan/read/koppeling", {"base", "plan", "plan/read"}},
    {"plan/read/weergave", {"base", "plan", "plan/read"}},
    {"plan/kaart", {"base", "plan", "plan/read", "plan/tree", "plan/write"}},
    {"plan/text", {"base", "plan"}},
    {"plan/write", {"base", "plan", "plan/tree"}},
    {"intake",
     {"base", "plan", "intake/realisatie",
      "intake/workbook"}},  // actuals.cpp tells the story; the rest does not know what rows mean
    {"intake/realisatie", {"base", "plan", "intake"}},
    {"intake/workbook", {"base", "intake"}},
    {"intake/markdown", {"base"}},
    {"intake/overzicht", {"base", "plan", "plan/write", "intake", "intake/workbook"}},
    {"calc", {"base", "plan"}},
    {"calc/kenmerken", {"base", "plan", "calc"}},
    {"calc/prognose", {"base", "plan", "calc"}},
    {"calc/wijziging", {"base", "plan", "plan/link", "calc", "calc/prognose", "calc/wijziging/stap"}},
    {"calc/wijziging/stap", {"base", "plan", "calc", "calc/wijziging"}},
    {"calc/carryover", {"base", "plan", "calc"}},
    {"calc/close", {"base", "plan", "plan/write", "calc"}},
    {"calc/check", {"base", "plan", "calc", "calc/kenmerken", "calc/prognose", "calc/check/verdacht"}},
    {"calc/check/afsluiting", {"base", "plan", "calc", "calc/check", "calc/close"}},
    {"calc/check/baseline", {"base", "plan", "calc"}},
    {"calc/check/doel", {"base", "plan", "calc", "calc/check", "calc/doel"}},
    {"calc/check/getal", {"base", "plan", "calc", "calc/check"}},
    {"calc/check/verdacht", {"base", "plan", "calc"}},
    {"calc/check/controle", {"base", "plan", "calc", "calc/check"}},
    {"calc/doel", {"base", "plan", "plan/doel", "calc"}},
    {"calc/diff", {"base", "plan", "plan/doel", "calc", "calc/diff/doel", "calc/doel"}},
    {"calc/diff/doel", {"base", "plan", "plan/doel", "calc", "calc/diff", "calc/doel"}},
    {"calc/diff/bridge", {"base", "plan", "calc", "calc/diff"}},
    {"calc/risk", {"base", "plan", "calc", "calc/risk/kept"}},
    {"calc/risk/kept", {"base"}},
    {"calc/told", {"base", "plan", "calc"}},
    {"calc/variants",
     {"base", "plan", "calc", "calc/wijziging", "calc/wijziging/stap", "calc/check", "calc/check/baseline"}},
    {"report", {"base", "plan", "calc", "calc/kenmerken"}},
    {"report/carryover", {"base", "plan", "calc", "calc/carryover", "report"}},
    {"report/check", {"base", "plan", "calc", "calc/check", "report"}},
    {"report/close", {"base", "plan", "calc", "calc/carryover", "calc/close", "calc/prognose", "report"}},
    {"report/diff", {"base", "plan", "plan/doel", "calc", "calc/diff", "calc/diff/bridge", "calc/doel", "report"}},
    {"report/doel", {"base", "plan", "plan/doel", "calc", "calc/doel", "report", "report/why"}},
    {"report/export", {"base", "plan", "calc", "calc/kenmerken", "calc/check/controle", "report"}},
    {"report/picture",
     {"base", "plan", "calc", "calc/carryover", "calc/doel", "calc/risk", "calc/variants", "report", "report/doel"}},
    {"report/paper", {"base", "base/page", "plan", "plan/doel", "calc", "calc/*", "report", "report/*"}},
    {"report/paper/sums",
     {"base", "base/page", "plan", "plan/doel", "calc", "calc/*", "report", "report/*", "report/paper"}},
    {"report/risk", {"base", "plan", "calc", "calc/risk", "report"}},
    {"report/text", {"base", "plan", "calc", "calc/doel", "report/doel", "report/why"}},
    {"report/variants", {"base", "plan", "calc", "calc/variants", "report"}},
    {"report/why", {"base", "plan", "calc", "calc/prognose", "calc/told", "report"}},
    {"report/workbook",
     {"base", "plan", "calc", "calc/carryover", "calc/told", "report", "report/check", "report/workbook/cells"}},
    {"report/workbook/cells", {"base", "plan", "calc", "report"}},
    {"report/wijziging", {"base", "plan", "calc", "calc/wijziging", "calc/variants", "report"}},
    {"render", {"base"}},
    {"render/export", {"base", "render"}},
    {"render/findings", {"base", "render"}},
    {"render/page", {"base", "base/page", "render", "render/picture"}},
    {"render/picture", {"base", "render"}},
    {"render/workbook", {"base", "render"}},
    {"cli", {"base", "plan", "intake", "calc", "calc/*", "report", "report/*", "render", "render/*", "cli/disk"}},
    {"cli/disk", {"base"}},
    {"cli/completion", {"base", "cli"}},
    {"cli/export", {"base", "plan", "calc", "calc/*", "intake", "report/export", "render", "render/*", "cli"}},
    {"cli/import",
     {"base", "plan", "plan/kaart", "plan/write", "intake", "intake/overzicht", "report", "render", "render/*", "cli",
      "cli/disk"}},
    {"cli/git", {"base", "plan"}},
    {"cli/picture", {"base", "render", "render/*", "cli"}},
    {"cli/close", {"base", "plan", "plan/write", "calc", "calc/*", "intake", "render", "render/*", "cli", "cli/disk"}},
    {"cli/text", {"base", "plan", "plan/text", "intake/markdown", "calc", "report/text"}},
    {"cli/diff", {"base", "plan", "report/diff", "cli", "cli/git"}},
    {"cli/risk", {"base", "cli"}},
    {"cli/report",
     {"base", "base/page", "plan", "calc", "calc/*", "report", "report/*", "render", "render/*", "cli", "cli/diff",
      "cli/disk", "cli/text"}},
    {"cli/init",
     {"embedded", "base", "plan", "plan/write", "intake", "render", "render/*", "cli", "cli/disk", "cli/git"}},
    {"cli/commands",
     {"base", "plan", "intake", "calc", "calc/*", "report", "report/*", "render", "render/*", "cli", "cli/*"}},
};

// Libraries that only one folder may see, or two.
const std::map<std::string, Words> home_of = {{"toml++", {"plan", "linked"}}, {"CLI", {"cli"}},
                                              {"nlohmann", {"render"}},       {"xlsxwriter.h", {"render"}},
                                              {"pugixml.hpp", {"intake"}},    {"zlib.h", {"intake", "render"}},
                                              {"sqlite3.h", {"cli"}}};

const Words outside_world = {"fstream", "iostream", "cstdlib", "chrono", "locale"};
const Words pure_folders = {"base", "intake", "calc", "report", "render"};

struct Source {
  std::string name;  // base/money.cpp
  std::string room;  // base
  std::string text;
};

std::vector<Source> read_sources() {
  const fs::path root = SALDO_SOURCE_DIR "/src";
  std::vector<Source> all;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const fs::path name = entry.path().lexically_relative(root);
    if (name.extension() != ".h" && name.extension() != ".cpp") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    all.push_back({name.string(), name.has_parent_path() ? name.parent_path().string() : "cli",
                   std::string(std::istreambuf_iterator<char>(stream), {})});
  }
  std::sort(all.begin(), all.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return all;
}

const std::vector<Source>& sources() {
  static const std::vector<Source> all = read_sources();
  return all;
}

// The text with comments, strings and characters blanked, lines kept.
std::string blanked(const std::string& text) {
  static const std::regex not_code(
      R"re(//[^\n]*|/\*[\s\S]*?\*/|R"(\w*)\([\s\S]*?\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.){1,2}')re");
  std::string bare = text;
  for (auto found = std::sregex_iterator(text.begin(), text.end(), not_code); found != std::sregex_iterator(); ++found)
    for (auto at = found->position(); at < found->position() + found->length(); ++at)
      if (auto& c = bare[static_cast<std::size_t>(at)]; c != '\n') c = ' ';
  return bare;
}

// Kept, as every check asks for it of every file, and finding it takes most of the time of these tests.
const std::string& bare_code(const std::string& text) {
  static std::map<std::string, std::string> known;
  const auto found = known.find(text);
  return found != known.end() ? found->second : known.emplace(text, blanked(text)).first->second;
}

std::size_t line_of(const std::string& text, std::size_t offset) {
  return static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')) +
         1;
}

std::string where(const Source& source, std::size_t offset) {
  return "src/" + source.name + ":" + std::to_string(line_of(source.text, offset)) + ": ";
}

struct Include {
  std::string name;
  bool own = false;  // in quotes
  std::size_t offset = 0;
};

std::vector<Include> includes(const Source& source) {
  static const std::regex line(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])", std::regex::multiline);
  std::vector<Include> all;
  for (auto found = std::sregex_iterator(source.text.begin(), source.text.end(), line); found != std::sregex_iterator();
       ++found)
    all.push_back({(*found)[2], (*found)[1] == "\"", static_cast<std::size_t>(found->position())});
  return all;
}

std::string top_of(const std::string& path) { return path.substr(0, path.find('/')); }

// The room a header of ours is in: "calc/diff" of calc/diff/effects.h.
std::string room_of(const std::string& name) {
  return name.find('/') == name.npos ? "" : fs::path(name).parent_path().string();
}

bool may_know(const std::string& room, const std::string& other) {
  const Words& known = may_include.at(room);
  // Who may know base may know what is built on it alone.
  if (known.contains("base") && top_of(other) == "base") return true;
  return room == other || known.contains(other) || known.contains(top_of(other) + "/*");
}

// What is wrong with one include: "" when nothing is.
std::string trouble_with(const Source& source, const Include& include) {
  const std::string room = room_of(include.name);
  if (!may_include.contains(source.room)) return "no such room: " + source.room;
  if (include.own && !may_include.contains(room)) return "no such room: " + include.name;
  if (include.own && !may_know(source.room, room)) return source.room + " may not include " + include.name;
  const std::string layer = top_of(source.room);
  const auto home = home_of.find(top_of(include.name));
  if (home != home_of.end() && !home->second.contains(layer))
    return fmt::format("only {} may include {}", fmt::join(home->second, " and "), include.name);
  if (pure_folders.contains(layer) && outside_world.contains(include.name))
    return layer + " may not include <" + include.name + ">";
  return "";
}

using Lines = std::vector<std::string>;

// With one compiler another header happens to bring them, with the next it does not (g++ 14 on Debian 13).
Lines algorithms_not_included(const Source& source) {
  static const std::regex call(
      R"(\bstd::(max|min|clamp|sort|stable_sort|find|find_if|any_of|all_of|none_of|count|count_if|copy|transform|unique)"
      R"(|lower_bound|upper_bound|equal_range|reverse|fill|equal|set_union|remove_if|max_element|min_element|search)\()");
  if (source.text.find("#include <algorithm>") != std::string::npos) return {};
  const std::string& code = bare_code(source.text);
  std::smatch found;
  if (!std::regex_search(code, found, call)) return {};
  return {where(source, static_cast<std::size_t>(found.position())) + "<algorithm> for std::" + found[1].str()};
}

Lines crossed_layers(const Source& source) {
  Lines lines;
  for (const Include& include : includes(source))
    if (const std::string trouble = trouble_with(source, include); !trouble.empty())
      lines.push_back(where(source, include.offset) + trouble);
  return lines;
}

Lines words_of_floating_point(const Source& source) {
  static const std::regex word(R"(\b(float|double|stof|stod|stold|strtof|strtod|strtold|atof|lround|llround)\b)");
  const std::string& code = bare_code(source.text);
  Lines lines;
  for (auto found = std::sregex_iterator(code.begin(), code.end(), word); found != std::sregex_iterator(); ++found)
    lines.push_back(where(source, static_cast<std::size_t>(found->position())) + found->str());
  return lines;
}

// Casts between pointers that may lie where the other cannot: all that is looked at in another way is bytes.
Lines casts_that_are_not_to_bytes(const Source& source) {
  static const std::regex cast(
      R"re(reinterpret_cast<(?!(const )?(char|unsigned char|Bytef|utf8proc_uint8_t)\*>|decltype\([^)]*\)>\(::dlsym)[^>]*>)re");
  const std::string& code = bare_code(source.text);
  Lines lines;
  for (auto found = std::sregex_iterator(code.begin(), code.end(), cast); found != std::sregex_iterator(); ++found)
    lines.push_back(where(source, static_cast<std::size_t>(found->position())) + found->str());
  return lines;
}

// Places that ask whether an amount is of one kind and say nothing of the others: the compiler would not name them when a
// kind is added.
Lines silent_about_kinds(const Source& source) {
  static const std::regex silent(
      R"([=!]=\s*TermKind::\w+|TermKind::\w+\s*[=!]=|static_cast<\w+(::\w+)?>\([\w.>()-]*[.>]kind\))"
      R"(|case\s+(?:TermKind|Formula)::(?:(?!\bcase\b|\bswitch\b)[^}])*\bdefault\s*:)");
  const std::string& code = bare_code(source.text);
  Lines lines;
  for (auto found = std::sregex_iterator(code.begin(), code.end(), silent); found != std::sregex_iterator(); ++found)
    lines.push_back(where(source, static_cast<std::size_t>(found->position())) + found->str().substr(0, 30));
  return lines;
}

// A brace opens a function (or a lambda) when what leads to it has parentheses and is no statement or type.
bool opens_function(const std::string& lead) {
  static const std::regex other(R"(^\s*(else|if|for|while|switch|do|try|catch|namespace|struct|class|enum|union)\b)");
  return lead.find(')') != std::string::npos && lead.find('=') == std::string::npos && !std::regex_search(lead, other);
}

Lines long_functions(const Source& source, std::size_t most) {
  const std::string& code = bare_code(source.text);
  Lines lines;
  std::vector<std::pair<std::size_t, bool>> open;  // where, and whether it is a function
  std::size_t lead = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '{') {
      open.emplace_back(i, opens_function(code.substr(lead, i - lead)));
    } else if (code[i] == '}' && !open.empty()) {
      const auto [start, function] = open.back();
      open.pop_back();
      const std::size_t length = line_of(code, i) - line_of(code, start) + 1;
      if (function && length > most) lines.push_back(where(source, start) + std::to_string(length) + " lines");
    }
    if (code[i] == '{' || code[i] == '}' || code[i] == ';') lead = i + 1;
  }
  return lines;
}

// The names in a file of tests, as they are written between the quotes.
Lines names_of_cases(const std::string& text) {
  Lines names;
  const std::string start = "\nTEST_CASE(";
  for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 1)) {
    const std::size_t open = text.find('"', at);
    std::size_t close = open + 1;
    while (text[close] != '"') close += text[close] == '\\' ? 2 : 1;
    names.push_back(text.substr(open + 1, close - open - 1));
  }
  return names;
}

// Between CMake, ctest and Catch2 a name is an item of a list, a variable is filled in, and a dash begins an option.
bool splits_on_the_way(const std::string& name) {
  return name.empty() || name[0] == '-' || name.find_first_of(";$\\") != std::string::npos;
}

// A sum needs a variable that starts empty, or takes an amount for the number it is.
Lines sums_of_amounts(const Source& source) {
  static const std::regex sum(
      R"re(\b(Money|Amount) +\w+;|vector<(Money|Amount)> +\w+[;(]|counted\(\) *[-+*]|[-+*] *[\w.>()-]*counted\(\))re");
  const std::string& code = bare_code(source.text);
  Lines lines;
  for (auto found = std::sregex_iterator(code.begin(), code.end(), sum); found != std::sregex_iterator(); ++found)
    lines.push_back(where(source, static_cast<std::size_t>(found->position())) + found->str());
  return lines;
}

// A class that opens and ends at the margin.
Lines long_classes(const Source& source, std::size_t most) {
  static const std::regex head(R"((?:^|\n)(?:class|struct) (\w+)[^;{\n]*\{)");
  const std::string& code = bare_code(source.text);
  Lines lines;
  for (auto found = std::sregex_iterator(code.begin(), code.end(), head); found != std::sregex_iterator(); ++found) {
    const auto start = static_cast<std::size_t>(found->position() + (found->str().front() == '\n' ? 1 : 0));
    const std::size_t end = code.find("\n};", start);
    if (end == std::string::npos) continue;
    const std::size_t length = line_of(code, end) - line_of(code, start) + 2;
    if (length > most) lines.push_back((*found)[1].str() + ": " + std::to_string(length) + " lines");
  }
  return lines;
}

template <class Check>
Lines of_all_sources(Check check) {
  Lines all;
  for (const Source& source : sources())
    for (const std::string& line : check(source)) all.push_back(line);
  return all;
}

}  // namespace

TEST_CASE("no file includes from a layer it may not know") {
  CHECK(sources().size() > 40);
  CHECK(of_all_sources(crossed_layers) == Lines{});
}

// It costs seconds to compile, and what it says is in English: our own list of options tells everything else.
TEST_CASE("one file knows the parser of the command line") {
  Lines files;
  for (const Source& source : sources())
    for (const Include& include : includes(source))
      if (top_of(include.name) == "CLI") files.push_back(source.name);
  CHECK(files == Lines{"cli/command_line.cpp"});
}

// `saldo risk` draws amounts from a distribution and tells how they vary: neither has an exact answer. Amounts go in and
// come out as whole cents, and tests/calc/risk/risk_program_test.cpp compares what follows from them with resolve().
const Words may_float = {"calc/risk/lanes.h", "calc/risk/lanes.cpp", "calc/risk/statistics.cpp", "linked/fmt.cpp",
                         "render/workbook/xlsx.cpp"};

TEST_CASE("no binary floating point stands anywhere in the source but where chance is drawn") {
  CHECK(of_all_sources([](const Source& source) {
          return may_float.contains(source.name) ? Lines{} : words_of_floating_point(source);
        }) == Lines{});
}

// That is why what watches saldo does not look at how each number lies in memory (SALDO_SANITIZE in CMakeLists.txt).
TEST_CASE("only bytes are looked at through a pointer of another type") {
  CHECK(of_all_sources(casts_that_are_not_to_bytes) == Lines{});
}

TEST_CASE("who calls an algorithm includes it, whatever another header brings") {
  CHECK(of_all_sources(algorithms_not_included) == Lines{});
}

// Two types of one name, each seen by other files only, compile and then overwrite each other's memory.
TEST_CASE("no two headers define a type of the same name") {
  std::map<std::string, std::string> home;
  Lines twice;
  const std::regex type(R"((?:^|\n)(?:struct|class|enum class) (\w+)(?!\w|<|::)[^;{\n]*\{)");
  for (const Source& source : sources()) {
    if (!source.name.ends_with(".h")) continue;
    const std::string& code = bare_code(source.text);
    for (auto hit = std::sregex_iterator(code.begin(), code.end(), type); hit != std::sregex_iterator(); ++hit)
      if (const auto [first, is_new] = home.emplace((*hit)[1], source.name); !is_new)
        twice.push_back((*hit)[1].str() + ": " + first->second + " and " + source.name);
  }
  CHECK(home.size() > 100);
  CHECK(twice == Lines{});
}

TEST_CASE("no room of the source has more than 25 files") {
  std::map<std::string, std::size_t> files;
  for (const Source& source : sources()) ++files[source.room];
  Lines crowded;
  for (const auto& [room, count] : files)
    if (count > 25) crowded.push_back(room + ": " + std::to_string(count));
  CHECK(crowded == Lines{});
}

TEST_CASE("a kind of amount stands in switches that name every kind, and beside no comparison") {
  CHECK(of_all_sources(silent_about_kinds) == Lines{});
}

TEST_CASE("no function is longer than 40 lines") {
  CHECK(of_all_sources([](const Source& source) { return long_functions(source, 40); }) == Lines{});
}

// Longer ones hold two subjects.
TEST_CASE("no class is longer than 150 lines") {
  CHECK(of_all_sources([](const Source& source) { return long_classes(source, 150); }) == Lines{});
}

TEST_CASE("what is shown is added up before it comes to report") {
  CHECK(of_all_sources([](const Source& source) {
          return top_of(source.room) == "report" ? sums_of_amounts(source) : Lines{};
        }) == Lines{});
}

TEST_CASE("no source file is longer than 500 lines") {
  CHECK(of_all_sources([](const Source& source) {
          const std::size_t length = line_of(source.text, source.text.size());
          return length > 501 ? Lines{source.name + ": " + std::to_string(length - 1) + " lines"} : Lines{};
        }) == Lines{});
}

TEST_CASE("every name of a test case reaches the test runner as one word") {
  std::size_t cases = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(SALDO_SOURCE_DIR "/tests")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    for (const std::string& name : names_of_cases({std::istreambuf_iterator<char>(stream), {}})) {
      ++cases;
      INFO(entry.path().string() << ": " << name);
      CHECK_FALSE(splits_on_the_way(name));
    }
  }
  CHECK(cases > 400);
}

TEST_CASE("the checks of the house see what they look for") {
  const auto crossed = [](const std::string& folder, const std::string& line) {
    return crossed_layers({folder + "/x.cpp", folder, "// one\n" + line + "\n"});
  };
  CHECK(crossed("base", "#include \"base/money.h\"") == Lines{});
  CHECK(crossed("base", "#include \"plan/model.h\"") == Lines{"src/base/x.cpp:2: base may not include plan/model.h"});
  CHECK(crossed("plan", "#include \"calc/resolve.h\"").size() == 1);
  CHECK(crossed("calc", "#include \"report/figures.h\"").size() == 1);
  CHECK(crossed("report", "#include \"render/text.h\"").size() == 1);
  CHECK(crossed("render", "#include \"calc/balances.h\"").size() == 1);
  CHECK(crossed("cli", "#include \"calc/balances.h\"") == Lines{});
  CHECK(crossed("plan", "#include <toml++/toml.h>") == Lines{});
  CHECK(crossed("calc", "#include <toml++/toml.h>") ==
        Lines{"src/calc/x.cpp:2: only linked and plan may include toml++/toml.h"});
  CHECK(crossed("report", "#include <nlohmann/json.hpp>").size() == 1);
  CHECK(crossed("plan", "#include <CLI/CLI.hpp>").size() == 1);
  CHECK(crossed("calc", "#  include <iostream>") == Lines{"src/calc/x.cpp:2: calc may not include <iostream>"});
  CHECK(crossed("cli", "#include <cstdlib>") == Lines{});
  CHECK(crossed("cli", "#include \"helper.h\"").size() == 1);
  CHECK(crossed("calc", "#include \"calc/check/checks.h\"") ==
        Lines{"src/calc/x.cpp:2: calc may not include calc/check/checks.h"});
  CHECK(crossed("calc/diff", "#include \"calc/check/checks.h\"").size() == 1);
  CHECK(crossed("calc/diff", "#include \"calc/resolve.h\"") == Lines{});
  CHECK(crossed("cli/commands", "#include \"calc/diff/pairing.h\"") == Lines{});
  CHECK(crossed("calc/unknown", "#include \"calc/unknown/x.h\"").size() == 1);

  const auto floating = [](const std::string& text) { return words_of_floating_point({"x.cpp", "cli", text}); };
  CHECK(floating("int a;\ndouble b;") == Lines{"src/x.cpp:2: double"});
  CHECK(floating("// double\n/* float\n */ \"double\" 'd' doubles report_doubles R\"(float)\"") == Lines{});
  CHECK(floating("const char quote = '\"'; double b; // \"") == Lines{"src/x.cpp:1: double"});

  const auto casts = [](const std::string& text) { return casts_that_are_not_to_bytes({"x.cpp", "base", text}); };
  CHECK(casts("f(reinterpret_cast<const unsigned char*>(text.data()));") == Lines{});
  CHECK(casts("f();\nreinterpret_cast<const long*>(text.data());") ==
        Lines{"src/x.cpp:2: reinterpret_cast<const long*>"});

  CHECK(names_of_cases("// x\nTEST_CASE(\"a\") {\n}\nTEST_CASE(\n    \"b \\\"c\\\"; d\", \"[tag]\") {\n}\n") ==
        Lines{"a", "b \\\"c\\\"; d"});
  CHECK(splits_on_the_way("a; b"));
  CHECK(splits_on_the_way("-a"));
  CHECK_FALSE(splits_on_the_way("a - [b], {c}: `d`"));
  const auto silent = [](const std::string& text) { return silent_about_kinds({"x.cpp", "calc", text}).size(); };
  CHECK(silent("if (term.kind == TermKind::part) f();") == 1);
  CHECK(silent("return TermKind::part != term->kind;") == 1);
  CHECK(silent("names[static_cast<std::size_t>(term->kind)]") == 1);
  CHECK(silent("switch (kind) { case TermKind::part: return 1; default: return 2; }") == 1);
  CHECK(silent("switch (f) { case Formula::deel: g(); break; default: break; }") == 1);
  CHECK(silent("switch (kind) { case TermKind::part: break; } switch (x) { case X::y: default: break; }") == 0);
  CHECK(silent("term.kind = TermKind::part; put({year, TermKind::amount, 0});") == 0);

  const auto of_lines = [](std::size_t lines) {
    const Source source{"x.cpp", "cli",
                        "struct A {\n  int f(int a) const {\n" + std::string(lines - 2, '\n') + "  }\n};\n"};
    return long_functions(source, 40).size();
  };
  CHECK(of_lines(40) == 0);
  CHECK(of_lines(41) == 1);

  const auto class_of = [](std::size_t lines) {
    const Source source{"x.cpp", "cli", "struct A {\n" + std::string(lines - 2, '\n') + "};\nstruct B {};\n"};
    return long_classes(source, 150);
  };
  CHECK(class_of(150) == Lines{});
  CHECK(class_of(151) == Lines{"A: 151 lines"});

  const auto missing = [](const std::string& text) { return algorithms_not_included({"x.cpp", "calc", text}); };
  CHECK(missing("#include <map>\nint a = std::max({1, 2});") == Lines{"src/x.cpp:2: <algorithm> for std::max"});
  CHECK(missing("#include <algorithm>\nint a = std::max(1, 2);") == Lines{});
  CHECK(missing("// std::max(\nauto b = std::numeric_limits<int>::max();") == Lines{});

  const auto sums = [](const std::string& text) { return sums_of_amounts({"x.cpp", "report", text}); };
  CHECK(sums("const Money open = netto.open;\nif (open != Money()) show(step.base.counted());") == Lines{});
  CHECK(sums("Money sum;") == Lines{"src/x.cpp:1: Money sum;"});
  CHECK(sums("std::vector<Amount> sums(3);").size() == 1);
  CHECK(sums("const Money more = is.counted() - was.counted();").size() == 1);
}
