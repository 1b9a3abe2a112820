// Laws of labels on random plans: whatever posts are grouped by, together they are the whole.
#include <map>
#include <sstream>

#include "calc/balances.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

namespace {

constexpr std::uint64_t seeds = 25;

std::string some_label(Dice& dice) {
  std::string keys;
  if (dice.chance(60))
    keys += "kenmerken = { financier = \"" + dice.pick<std::string>({"Rijk", "Provincie", "A, B"}) + "\" }\n";
  return keys;
}

// Labels here and there on lines, projects and posts, and posts that say what they are.
std::string with_labels(const std::string& text, Dice& dice) {
  std::istringstream lines(text);
  std::string out = "# zonder label\n", line;
  bool any = false;
  while (std::getline(lines, line)) {
    out += line + '\n';
    const bool is_post = line == "[[project.post]]";
    if (!is_post && line != "[[project]]" && line != "[[programmalijn]]") continue;
    out += any ? some_label(dice) : "kenmerken = { financier = \"Rijk\" }\n";
    any = true;
    if (is_post && dice.chance(70)) out += dice.chance(50) ? "structureel = true\n" : "structureel = false\n";
  }
  return out;
}

using Cells = std::vector<std::string>;

// The rows of a csv without its header; what holds a comma is in quotes.
std::vector<Cells> rows_of(const std::string& csv) {
  std::vector<Cells> rows;
  std::istringstream lines(csv);
  std::string line;
  while (std::getline(lines, line)) {
    Cells cells(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') quoted = !quoted;
      else if (c == ',' && !quoted) cells.emplace_back();
      else if (c != '\r') cells.back() += c;
    }
    rows.push_back(std::move(cells));
  }
  rows.erase(rows.begin());
  return rows;
}

std::vector<Cells> table(const std::string& plan, std::vector<std::string> asked) {
  std::vector<std::string> arguments{"table", plan, "--format", "csv", "--columns", "baten,lasten,saldo"};
  arguments.insert(arguments.end(), asked.begin(), asked.end());
  const Run run = run_saldo(arguments);
  INFO(run.err);
  REQUIRE(run.code == 0);
  return rows_of(run.out);
}

std::int64_t cents(const std::string& cell) {
  if (cell.empty() || cell == "PM") return 0;
  std::string digits = cell;
  digits.erase(digits.find('.'), 1);
  return std::stoll(digits);
}

// The figures behind the names, added up.
std::vector<std::int64_t> sum(const std::vector<Cells>& rows, std::size_t names, std::size_t count) {
  std::vector<std::int64_t> sums(count - names);
  for (const Cells& row : rows) {
    for (std::size_t c = names; c < row.size(); ++c) sums[c - names] += cents(row[c]);
  }
  return sums;
}

}  // namespace

TEST_CASE("the rows of a kenmerk add up to the same totals as those of the projects") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed + 1000);
    const TempPlan files({{"plan.toml", with_labels(random_plan(seed).text(), dice)}});
    std::vector<Cells> projects = table(files.path(), {"--by", "project"});
    std::vector<Cells> values = table(files.path(), {"--by", "kenmerk:financier"});
    const Cells total_of_values = values.back();
    CHECK(Cells(total_of_values.begin() + 1, total_of_values.end()) ==
          Cells(projects.back().begin() + 2, projects.back().end()));
    values.pop_back();
    CHECK(sum(values, 1, total_of_values.size()) == sum({total_of_values}, 1, total_of_values.size()));
  }
}

TEST_CASE("what --where keeps of each value, and what has none, is together the whole") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed + 2000);
    const TempPlan files({{"plan.toml", with_labels(random_plan(seed).text(), dice)}});
    for (const Cells& row : table(files.path(), {"--by", "kenmerk:financier"})) {
      if (row[0] == "Totaal" || row[0] == "zonder financier") continue;
      const std::vector<Cells> kept = table(files.path(), {"--where", "financier=" + row[0]});
      CHECK(Cells(kept.back().begin() + 2, kept.back().end()) == Cells(row.begin() + 1, row.end()));
    }
  }
}

TEST_CASE("what is incidenteel, structureel and does not say is together each row, whatever the rows are") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    Dice dice(seed + 3000);
    const TempPlan files({{"plan.toml", with_labels(random_plan(seed).text(), dice)}});
    for (const std::string by : {"programmalijn", "project", "kenmerk:financier"}) {
      INFO("seed " << seed << " by " << by);
      const std::size_t names = by.starts_with("kenmerk") ? 1 : 2;
      const std::vector<Cells> plain = table(files.path(), {"--by", by});
      const std::size_t width = plain.front().size() + 1;
      std::vector<Cells> totals, parts;
      for (const Cells& row : table(files.path(), {"--by", by, "--split", "structureel", "--table", "delen"})) {
        if (row[names] != "totaal") {
          parts.push_back(row);
          continue;
        }
        if (!totals.empty()) CHECK(sum(parts, names + 1, width) == sum({totals.back()}, names + 1, width));
        parts.clear();
        totals.push_back(row);
      }
      CHECK(sum(parts, names + 1, width) == sum({totals.back()}, names + 1, width));
      for (Cells& row : totals) row.erase(row.begin() + static_cast<std::ptrdiff_t>(names));
      CHECK(totals == plain);
    }
  }
}
