// Two languages: nothing a user can meet is missing in the Dutch catalogue, and what machines read never changes.
#include "base/language.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/rule_page.h"
#include "cli/command.h"
#include "render/findings/finding_format.h"
#include "render/format.h"
#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;
using namespace saldo;

namespace {

const std::string klein = SALDO_SOURCE_DIR "/examples/klein";

std::string source_text() {
  std::string all;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(SALDO_SOURCE_DIR "/src"))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {}).push_back('\n');
  }
  return all;
}

// "say(\"a\" \"b\\n\")": the literals after `at`, joined and without their escapes.
std::string literal_at(const std::string& source, std::size_t at) {
  std::string text;
  while ((at = source.find_first_not_of(" \n", at)) != std::string::npos && source[at] == '"') {
    for (++at; source[at] != '"'; ++at) {
      if (source[at] == '\\') ++at;
      text += source[at - 1] == '\\' && source[at] == 'n' ? '\n' : source[at];
    }
    ++at;
  }
  return text;
}

using Sentences = std::set<std::string>;

// Every literal that stands right after what `before` matches; not after "footnotes.push_back(": those are Dutch.
Sentences literals_after(const std::string& source, const std::string& before) {
  const std::regex pattern(before);
  Sentences found;
  for (auto hit = std::sregex_iterator(source.begin(), source.end(), pattern); hit != std::sregex_iterator(); ++hit) {
    const auto start = static_cast<std::size_t>(hit->position());
    std::string lead = source.substr(start < 60 ? 0 : start - 60, std::min<std::size_t>(start, 60));
    lead.erase(lead.find_last_not_of(" \n") + 1);
    if (lead.ends_with("footnotes.push_back(")) continue;
    const std::string text = literal_at(source, start + static_cast<std::size_t>(hit->length()));
    if (!text.empty()) found.insert(text);
  }
  return found;
}

// Words that stand in a message as a part of it: "a text in quotes". Names of tables and keys are the same in Dutch.
Sentences phrases(const std::string& source) {
  Sentences found = literals_after(source, R"(\bphrase\()");
  for (const char* call : {R"(\b(?:wrong_type|table|array)\(\w+,)", R"(\bfor_each_table\(reader, node,)",
                           R"(\bread_fields<\w+>\(\w+, \*?\w+,)"})
    for (const std::string& text : literals_after(source, call))
      if (!text.starts_with('[') && text.find(' ') != std::string::npos) found.insert(text);
  return found;
}

// What the schema says of the keys of the format: the descriptions anywhere in it.
void collect_descriptions(const nlohmann::json& json, Sentences& into) {
  if (json.is_object() && json.contains("description") && json["description"].is_string())
    into.insert(json["description"].get<std::string>());
  for (const nlohmann::json& part : json)
    if (part.is_structured()) collect_descriptions(part, into);
}

Sentences all_sentences() {
  const std::string source = source_text();
  Sentences all = literals_after(source, R"(\bsay\()");
  all.merge(phrases(source));
  all.merge(literals_after(source, R"(\btranslated\()"));
  all.merge(literals_after(source, R"(\bmarked\()"));
  for (const FormatInfo& format : formats) all.emplace(format.description);
  for (const FindingFormat& format : finding_formats) all.emplace(format.description);
  for (const RuleInfo& rule : rules) all.emplace(rule.title);
  for (const char* word : {"note", "warning", "error", "help"}) all.emplace(word);
  collect_descriptions(nlohmann::json::parse(run_saldo({"schema"}).out), all);
  return all;
}

// {} in their order, {0} by their number: what a translation must fill in as well.
std::vector<std::string> placeholders(std::string text) {
  std::vector<std::string> found;
  for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at)) {
    if (text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}") {
      found.push_back(text.substr(at, 2));
      at += 2;
      continue;
    }
    const std::size_t end = text.find('}', at);
    found.push_back(text.substr(at, end - at + 1));
    at = end == std::string::npos ? end : end + 1;
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every sentence in the source has its Dutch") {
  std::set<std::string_view> known;
  for (const Translation& row : dutch_catalogue()) known.insert(row.english);
  for (const RuleInfo& rule : rules) known.insert(rule_title(rule.rule, Language::en));  // their pages have both
  CHECK(all_sentences().size() > 250);
  for (const std::string& sentence : all_sentences()) {
    INFO(sentence);
    CHECK(known.contains(sentence));
  }
}

TEST_CASE("the Dutch of a sentence has the same placeholders, and no sentence stands there twice") {
  std::set<std::string_view> seen;
  for (const Translation& row : dutch_catalogue()) {
    INFO(row.english);
    CHECK(placeholders(std::string(row.english)) == placeholders(std::string(row.dutch)));
    CHECK_FALSE(row.dutch.empty());
    CHECK(seen.insert(row.english).second);
  }
}

TEST_CASE("no sentence of the catalogue has left the source") {
  const std::string source = source_text();
  Sentences known;
  for (const Translation& row : dutch_catalogue()) known.emplace(row.english);
  const Sentences all = all_sentences();
  // What comes from the system or the library is in no literal of ours.
  const Sentences elsewhere = {"Permission denied",
                               "No such file or directory",
                               "Is a directory",
                               "Not a directory",
                               "Input/output error",
                               "Too many open files",
                               "Too many levels of symbolic links",
                               "File name too long",
                               "No space left on device",
                               "Bad file descriptor"};
  for (const std::string& sentence : known) {
    INFO(sentence);
    const bool once_more = source.find('"' + sentence + '"') != source.rfind('"' + sentence + '"');
    CHECK((all.contains(sentence) || elsewhere.contains(sentence) || once_more));
  }
}

TEST_CASE("the test finds what it looks for") {
  CHECK(literals_after("say(\"a {}\", b) say(\n  \"c \"\n  \"\\\"d\\\"\") footnotes.push_back(say(\"nee\"))",
                       R"(\bsay\()") == Sentences{"a {}", "c \"d\""});
  CHECK(placeholders("{} of {{ {1} }}") == placeholders("{1} {{ {} }}"));
  CHECK(placeholders("{} {}") != placeholders("{}"));
}

TEST_CASE("the locale chooses the language: LC_ALL before LC_MESSAGES before LANG") {
  CHECK(language_of_locale("", "", "") == Language::en);
  CHECK(language_of_locale("", "", "nl_NL.UTF-8") == Language::nl);
  CHECK(language_of_locale("", "", "nl") == Language::nl);
  CHECK(language_of_locale("", "", "nl_BE@euro") == Language::nl);
  CHECK(language_of_locale("", "", "nl.UTF-8") == Language::nl);
  CHECK(language_of_locale("", "", "nlx_NL") == Language::en);
  CHECK(language_of_locale("", "", "C.UTF-8") == Language::en);
  CHECK(language_of_locale("", "nl_NL", "en_US") == Language::nl);
  CHECK(language_of_locale("", "en_US", "nl_NL") == Language::en);
  CHECK(language_of_locale("C", "nl_NL", "nl_NL") == Language::en);
  CHECK(language_of_locale("nl_NL", "en_US", "en_US") == Language::nl);
}

TEST_CASE("the option --lang counts wherever it stands") {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--lang", "nl", "check", klein},
                                             {"check", klein, "--lang", "nl"},
                                             {"check", "--lang=nl", klein},
                                             {"--lang=nl", "check", klein}})
    CHECK(run_saldo(arguments).out.ends_with("\n1 opmerking\n"));
  CHECK(run_saldo({"check", klein, "--lang", "en"}).out.ends_with("\n1 note\n"));
  CHECK(has(run_saldo({"--lang", "nl", "tabel"}).err, "bedoelt u `table`?"));
  CHECK(has(run_saldo({"--lang", "nl"}).err, "welke opdracht?"));
}

TEST_CASE("a language saldo does not speak is a mistake on the command line") {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--lang", "de", "check", klein}, {"check", klein, "--lang", "de"}}) {
    const Run run = run_saldo(arguments);
    CHECK(run.code == 2);
    CHECK(has(run.err, "--lang: `de` is not one of en, nl"));
  }
  CHECK(run_saldo({"check", klein, "--lang", "NL"}).code == 2);
}

TEST_CASE("what machines and documents read is the same in both languages") {
  const std::string broken = SALDO_SOURCE_DIR "/tests/golden/check-small/plan.toml";
  for (const char* format : {"json", "csv", "md"})
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{{"check", broken},
                                                                                           {"check", "nergens"},
                                                                                           {"check", achterhoek()},
                                                                                           {"table", achterhoek()},
                                                                                           {"explain"},
                                                                                           {"explain", "controle"}}) {
      std::vector<std::string> english = arguments, dutch = arguments;
      english.insert(english.end(), {"--format", format, "--lang", "en"});
      dutch.insert(dutch.end(), {"--format", format, "--lang", "nl"});
      INFO(arguments.front() << " " << format);
      CHECK(run_saldo(english).out == run_saldo(dutch).out);
    }
}

TEST_CASE("no English is left in the help of any command") {
  const std::regex english(R"(\b(the|of the|this|which|show|leave|Options|Usage|Positionals|REQUIRED|Examples|INT)\b)");
  for (const Command* command : all_commands()) {
    const std::string help = run_saldo({std::string(command->name), "--help", "--lang", "nl"}).out;
    std::smatch found;
    INFO(help);
    CHECK_FALSE(std::regex_search(help, found, english));
  }
}
