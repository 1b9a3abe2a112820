// Two languages: nothing a user can meet is missing in po/nl.po, and what machines read never changes.
#include "base/language.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "cli/command.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string klein = SALDO_SOURCE_DIR "/examples/klein";

// {} in their order, {0} by their number: what a translation must fill in as well.
std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at)) {
    const bool escaped = text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}";
    const std::size_t end = escaped ? at + 1 : std::min(text.find('}', at), text.size() - 1);
    found.emplace_back(text.substr(at, end - at + 1));
    at = end + 1;
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Not as a part of another word.
bool has_word(const std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("po/nl.po has the Dutch of every sentence in the source, and of no other") {
  if (!have("xgettext") || !have("msgcmp")) SKIP("gettext is not installed");
  CHECK(shell_prints("'" SALDO_SOURCE_DIR "/scripts/po' --check") == "");
}

TEST_CASE("the Dutch of a sentence has the same placeholders") {
  const Catalogue& dutch = dutch_catalogue();
  CHECK(dutch.size() > 700);
  for (std::size_t i = 1; i < dutch.size(); ++i) {
    const std::string_view original = dutch.original(i);
    INFO(original);
    CHECK(placeholders(original.substr(original.find('\4') + 1)) == placeholders(dutch.translation(i)));
  }
  CHECK(placeholders("{} of {{ {1} }}") == placeholders("{1} {{ {} }}"));
  CHECK(placeholders("{} {}") != placeholders("{}"));
}

TEST_CASE("every sentence of the catalogue is found in it, and no other") {
  const Catalogue& dutch = dutch_catalogue();
  for (std::size_t i = 1; i < dutch.size(); ++i) {
    const std::string_view original = dutch.original(i);
    INFO(original);
    CHECK(dutch.find(original) == dutch.translation(i));
    CHECK_FALSE(dutch.find(std::string(original) + "!"));
  }
  CHECK_FALSE(dutch.find(""));
  CHECK(translated("show cents", Language::nl) == "toon centen");
  CHECK(translated("show cents", Language::en) == "show cents");
  CHECK(translated("toml-syntax", "write {}", Language::nl) == "schrijf {}");
  CHECK(translated("elsewhere", "{}", Language::nl) == "{}");
  CHECK(translated("{}", Language::nl) == "{}");
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
  for (const Command* command : all_commands()) {
    const std::string help = run_saldo({std::string(command->name), "--help", "--lang", "nl"}).out;
    for (const char* word : {"the", "this", "which", "show", "leave", "Options", "Usage", "Positionals", "REQUIRED",
                             "Examples", "INT", "TEXT", "FILE", "DATE"}) {
      INFO(word << " in " << help);
      CHECK_FALSE(has_word(help, word));
    }
  }
}
