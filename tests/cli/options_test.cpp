// The lists of options: each is sound in itself, and what is typed is parted and refused by it.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/command_line.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

bool has_option(const std::vector<Option>& options, std::string_view name) {
  return std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.name == name; });
}

constexpr OptionWord fruits[] = {"appel", "peer"};
constexpr Option plan{.name = "PLAN", .takes = Takes::plan, .required = true};
constexpr Option more{.name = "MORE", .takes = Takes::text, .repeated = true};
constexpr Option fruit{.name = "--fruit", .takes = Takes::word, .words = fruits};
constexpr Option set{.name = "--set", .takes = Takes::text, .repeated = true};
constexpr Option count{.name = "--count", .takes = Takes::number, .least = 2, .most = 10, .needs = "--loud"};
constexpr Option loud{.name = "--loud", .short_name = "-l", .excludes = "--soft"};
constexpr Option soft{.name = "--soft"};
constexpr auto list = option_list(plan, more, fruit, set, count, loud, soft);

CommandLine typed(const std::vector<std::string>& arguments) { return part({list.begin(), list.end()}, arguments); }

std::string mistakes(const std::vector<std::string>& arguments) {
  std::string all;
  for (const Message& mistake : find_mistakes(typed(arguments))) all += to_text(mistake) + '\n';
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("every list of options is sound: names once, what they name is there, words and labels where they belong") {
  for (const Command* command : all_commands()) {
    const std::vector<Option> options = options_of(*command);
    std::set<std::string_view> names;
    for (const Option& option : options) {
      INFO(command->name << ' ' << option.name);
      CHECK(names.insert(option.name).second);
      CHECK_FALSE(option.description.empty());
      CHECK((option.takes == Takes::word) == !option.words.empty());
      CHECK((option.takes == Takes::number) == (option.most > option.least));
      if (!option.is_argument()) CHECK((option.takes != Takes::nothing) == !option.label.empty());
      CHECK((option.needs.empty() || has_option(options, option.needs)));
      CHECK((option.excludes.empty() || has_option(options, option.excludes)));
      CHECK((!option.required || option.is_argument()));
    }
  }
}

TEST_CASE("what is typed goes to the option it belongs to, and what belongs to none stays over") {
  const CommandLine line =
      typed({"een", "--set", "a", "twee", "--fruit=peer", "--set=b,c", "-l", "--lou", "--", "--set"});
  CHECK(line.texts_of(plan) == Texts{"een"});
  CHECK(line.texts_of(more) == Texts{"twee", "--set"});
  CHECK(line.texts_of(set) == Texts{"a", "b,c"});
  CHECK(line.texts_of(fruit) == Texts{"peer"});
  CHECK(line.has(loud));
  CHECK_FALSE(line.has(soft));
  CHECK(line.rest == Texts{"--lou"});
  CHECK(typed({"een", "--set", "-5"}).texts_of(set) == Texts{"-5"});
  CHECK(typed({"een", "--set", "[a,b]"}).texts_of(set) == Texts{"[a,b]"});
  CHECK_FALSE(typed({"een", "--loud=false"}).has(loud));
  CHECK_THROWS_AS(line.texts_of(Option{.name = "--other"}), std::logic_error);
}

TEST_CASE("all that is wrong with a command line is told at once") {
  CHECK(mistakes({"een"}) == "");
  CHECK(mistakes({"een", "--loud", "--count", "2"}) == "");
  CHECK(mistakes({"een", "--loud", "--count", "10"}) == "");
  CHECK(mistakes({"--fruit", "pear", "--count", "11", "--sett", "x", "--loud=hard"}) ==
        "--fruit: `pear` is not one of appel, peer; did you mean `peer`?\n"
        "--count: `11` is not a whole number from 2 to 10\n"
        "--loud takes no value\n"
        "`--sett` is not expected here; did you mean `--set`?\n");
  CHECK(mistakes({"een", "--count", "1"}) ==
        "--count: `1` is not a whole number from 2 to 10\n--count needs --loud beside it\n");
  CHECK(mistakes({"--soft", "-l"}) == "PLAN is required\n--loud and --soft do not go together\n");
  CHECK(mistakes({"een", "--fruit", "peer", "--fruit", "peer"}) == "--fruit is given more than once\n");
  CHECK(mistakes({"een", "--count", "+3", "--loud"}) == "--count: `+3` is not a whole number from 2 to 10\n");
  for (const char* last : {"--fruit", "--fruit=", "--set"})
    CHECK(mistakes({"een", last}) == std::string(last).substr(0, std::string(last).find('=')) + " needs a value\n");
}

TEST_CASE("help and mistakes of a command come together whatever stands before it") {
  CHECK(run_saldo({"--help", "table"}).out == run_saldo({"table", "--help"}).out);
  CHECK(run_saldo({"table", "--by", "projct", "--help"}).out == run_saldo({"table", "-h"}).out);
  CHECK(run_saldo({"--lang", "de", "table"}).err ==
        "saldo: --lang: `de` is not one of en, nl\nsaldo: PLAN is required\ntype `saldo table --help` for help\n");
  CHECK(run_saldo({"--vesion"}).err ==
        "saldo: `--vesion` is not expected here; did you mean `--version`?\ntype `saldo --help` for help\n");
}

namespace {

const std::string risico = SALDO_SOURCE_DIR "/examples/risico";
const std::string wijzigingen = SALDO_SOURCE_DIR "/examples/wijzigingen";

// Commands with several tables, and the names of those.
const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> several = {
    {{"overlap", achterhoek()}, {"overdrachten", "relaties", "netto"}},
    {{"carryover", achterhoek()}, {"investeringsbudget", "open_einden"}},
    {{"risk", risico, "--runs", "1000"}, {"spreiding", "ondergrens", "oorzaken", "weerstandsvermogen"}},
    {{"compare", risico, "--set", "index.loon=9"}, {"eindsaldo", "investeringsbudget", "netto", "bevindingen"}},
    {{"diff", risico, wijzigingen}, {"wijzigingen", "posten", "eindsaldo"}},
    {{"table", wijzigingen, "--standing", "beide"}, {"primitief", "actueel", "verschil"}}};

Run run_with(std::vector<std::string> arguments, const std::vector<std::string>& more_arguments) {
  arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
  return run_saldo(arguments);
}

}  // namespace

TEST_CASE("one csv holds one table: several are told by name, and come with --table or in files of their own") {
  for (const auto& [arguments, names] : several) {
    INFO(arguments[0]);
    const Run together = run_with(arguments, {"--format", "csv"});
    CHECK(together.code == 2);
    CHECK(together.out == "");
    CHECK(together.err.find("--table NAME") != std::string::npos);
    CHECK(together.err.find("--output FOLDER") != std::string::npos);
    const TempPlan folder({});
    const Run apart = run_with(arguments, {"--format", "csv", "--output", folder.file("uit/hier")});
    CHECK(apart.err == "");
    CHECK(apart.code == 0);
    for (const std::string& name : names) {
      INFO(name);
      CHECK(together.err.find(name) != std::string::npos);
      const Run one = run_with(arguments, {"--format", "csv", "--table", name});
      CHECK(one.code == 0);
      std::ifstream file(folder.file("uit/hier/" + name + ".csv"), std::ios::binary);
      CHECK(one.out == std::string(std::istreambuf_iterator<char>(file), {}));
      std::set<std::size_t> widths;
      for (const std::vector<std::string>& row : read_csv(one.out)) widths.insert(row.size());
      CHECK(widths.size() == 1);
      CHECK(apart.out.find("written to " + folder.file("uit/hier/" + name + ".csv")) != std::string::npos);
    }
    CHECK(run_with(arguments, {"--format", "json"}).code == 0);
  }
}

TEST_CASE("what risk refuses before it draws names every table that it has") {
  for (const std::string& of : {risico, std::string(SALDO_SOURCE_DIR "/examples/programmabegroting")}) {
    INFO(of);
    std::string ids;
    const auto tables = nlohmann::json::parse(run_saldo({"risk", of, "--runs", "1000", "--format", "json"}).out);
    for (const auto& table : tables["tables"]) ids += (ids.empty() ? "" : ", ") + table["id"].get<std::string>();
    const auto refused = [&](const std::vector<std::string>& how) {
      const Run run = run_with({"risk", of}, how);
      CHECK(run.code == 2);
      CHECK(run.out == "");
      return run.err;
    };
    CHECK(has(refused({"--format", "csv"}), "these are " + ids + ": choose one"));
    if (!has(ids, "ondergrens"))
      CHECK(has(refused({"--table", "ondergrens"}), "ondergrens: there is no such table here, only " + ids + "\n"));
  }
}

TEST_CASE("tables go to files of a folder in any format, one table too, and what cannot be written is told") {
  const TempPlan folder({{"bestand", std::string("x")}});
  for (const char* name : {"txt", "md", "json", "csv"}) {
    const std::string format = name == std::string("txt") ? "text" : name;
    const Run run =
        run_saldo({"overlap", achterhoek(), "--table", "netto", "--format", format, "--output", folder.path()});
    CHECK(run.out == "written to " + folder.file("netto.") + name + "\n");
    std::ifstream file(folder.file(std::string("netto.") + name), std::ios::binary);
    CHECK(run_saldo({"overlap", achterhoek(), "--table", "netto", "--format", format}).out ==
          std::string(std::istreambuf_iterator<char>(file), {}));
  }
  const Run refused = run_saldo({"overlap", achterhoek(), "--output", folder.file("bestand")});
  CHECK(refused.code == 2);
  CHECK(refused.err.find("--output " + folder.file("bestand") + ": the folder cannot be made: ") != std::string::npos);
}

TEST_CASE("who writes --csv-dialect asks for csv") {
  for (const char* dialect : {"rfc4180", "excel-nl"})
    CHECK(run_saldo({"table", risico, "--csv-dialect", dialect}).out ==
          run_saldo({"table", risico, "--csv-dialect", dialect, "--format", "csv"}).out);
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"table", risico, "--format", "json"}, {"check", risico, "--format", "sarif"}}) {
    const Run run = run_with(arguments, {"--csv-dialect", "excel-nl"});
    CHECK(run.code == 2);
    CHECK(run.err.starts_with("saldo: --csv-dialect is about csv; leave out --format " + arguments.back()));
  }
}

TEST_CASE("help fits in 80 columns, in both languages") {
  std::vector<std::vector<std::string>> all{{"--help"}};
  for (const Command* command : all_commands()) all.push_back({std::string(command->name), "--help"});
  for (std::vector<std::string>& arguments : all)
    for (const char* language : {"en", "nl"}) {
      std::vector<std::string> asked = arguments;
      asked.insert(asked.end(), {"--lang", language});
      std::istringstream lines(run_saldo(asked).out);
      for (std::string line; std::getline(lines, line);) {
        INFO(language << ' ' << line);
        CHECK(display_width(line) <= 80);
        CHECK_FALSE(line.ends_with(' '));
      }
    }
}
