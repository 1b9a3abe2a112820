// Laws that hold for every plan, tried on random ones. A failure prints the seed; random_plan(seed).text() is the plan.
#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "calc/balances.h"
#include "calc/formulas.h"
#include "calc/resolve.h"
#include "calc/wijziging/apply.h"
#include "calc/wijziging/work_out.h"
#include "plan/load.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

constexpr std::uint64_t seeds = 40;

Worked work_out(const std::string& path) {
  Worked worked;
  REQUIRE(rule_ids(work_out(load_base(path), {}, worked)) == std::vector<std::string>{});
  return worked;
}

Worked work_out(const RandomPlan& plan) {
  const TempPlan files({{"plan.toml", plan.text()}});
  return work_out(files.path());
}

// "PM", nothing, or cents: what an amount is, apart from how it is written.
std::string value(Amount amount) {
  if (amount.is_absent()) return "";
  return amount.is_pm() ? "PM" : std::to_string(amount.counted().cents());
}

std::string doubled(const std::string& figure) {
  return figure.empty() || figure == "PM" ? figure : std::to_string(2 * std::stoll(figure));
}

// Every figure there is, by a name that does not depend on where it stands.
using Figures = std::map<std::string, std::string>;

void add_balance(Figures& figures, const std::string& name, const Plan& plan, const Balance& balance) {
  figures[name + " opening"] = value(balance.opening);
  for (std::size_t y = 0; y < plan.years.size(); ++y) {
    const std::string year = name + ' ' + std::to_string(plan.years.at(y).value);
    figures[year + " baten"] = value(balance.years[y].baten);
    figures[year + " lasten"] = value(balance.years[y].lasten);
    figures[year + " eindsaldo"] = value(balance.years[y].eindsaldo);
  }
}

Figures all_figures(const Worked& worked) {
  const Plan& plan = worked.plan;
  Figures figures;
  add_balance(figures, "totaal", plan, worked.balances.total);
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    add_balance(figures, plan.lines[l].id, plan, worked.balances.lines[l]);
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    add_balance(figures, project.nr, plan, worked.balances.projects[p]);
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      for (std::size_t y = 0; y < plan.years.size(); ++y)
        for (const Direction direction : {Direction::baten, Direction::lasten})
          figures[project.nr + '/' + project.posts[post].nr + ' ' + std::to_string(plan.years.at(y).value) + ' ' +
                  std::string(to_text(direction))] = value(worked.amounts.at(project, post, direction, y));
  }
  return figures;
}

// The figures of a summary table without those of posts, whose numbers come back in every project.
Figures summary(const Figures& all) {
  Figures figures;
  for (const auto& [name, figure] : all)
    if (name.find('/') == std::string::npos) figures[name] = figure;
  return figures;
}

std::string said(const std::vector<std::string>& arguments) {
  const Run run = run_saldo(arguments, 1000);
  REQUIRE(run.err == "");
  REQUIRE((run.code == 0 || arguments.front() == "check"));
  return run.out;
}

// "-1234.50" or "-1.234,50" in cents: the sign and the digits of an amount with two decimals.
std::string cents(const std::string& text) {
  if (text.empty() || text == "PM") return text;
  if (text == "-") return "";
  std::string digits;
  for (const char c : text)
    if (c == '-' || (c >= '0' && c <= '9')) digits += c;
  return std::to_string(std::stoll(digits));
}

std::string figure_name(const std::string& nr, const std::string& key) {
  const std::size_t dot = key.find('.');
  return dot == std::string::npos ? nr + ' ' + key : nr + ' ' + key.substr(0, dot) + ' ' + key.substr(dot + 1);
}

bool is_figure(const std::string& key) {
  return key == "opening" || (key.size() > 5 && key[4] == '.' && !key.ends_with(".saldo"));
}

// Excel is told to keep a number of a project as text, with ="3.10", of which read_csv takes the quotes.
std::string without_formula(const std::string& cell) { return cell.starts_with('=') ? cell.substr(1) : cell; }

Figures from_csv(const std::string& text, char separator) {
  const auto rows = read_csv(text.starts_with("\uFEFF") ? text.substr(3) : text, separator);
  Figures figures;
  for (std::size_t r = 1; r < rows.size(); ++r)
    for (std::size_t c = 2; c < rows[0].size(); ++c)
      if (is_figure(rows[0][c])) figures[figure_name(without_formula(rows[r][0]), rows[0][c])] = cents(rows[r].at(c));
  return figures;
}

Figures from_json(const std::string& text) {
  Figures figures;
  const auto document = nlohmann::json::parse(text);
  for (const auto& row : document["tables"][0]["rows"])
    for (const auto& [key, cell] : row["cells"].items())
      if (is_figure(key))
        figures[figure_name(row["cells"]["nr"], key)] = cell.is_null() ? "" : cents(cell.get<std::string>());
  return figures;
}

// The nr of the row that these words are: a project by its nr, a line and the total by their name.
std::string row_nr(const std::vector<std::string>& words) {
  if (words[0].starts_with("3.")) return words[0];
  if (words[0] == "Lijn") return "lijn-" + words[1];
  return words[0] == "Totaal" ? "totaal" : "";
}

// What people read: the last words of a row are its figures.
Figures from_page(std::string text, const std::vector<std::string>& keys) {
  for (char& c : text)
    if (c == '|' || c == '*') c = ' ';
  for (std::size_t at = text.find("&nbsp;"); at != std::string::npos; at = text.find("&nbsp;"))
    text.replace(at, 6, " ");
  Figures figures;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words_in(line);
    const std::vector<std::string> words{std::istream_iterator<std::string>(words_in), {}};
    if (words.size() <= keys.size()) continue;
    const std::string nr = row_nr(words);
    for (std::size_t i = 0; !nr.empty() && i < keys.size(); ++i)
      figures[figure_name(nr, keys[i])] = cents(words[words.size() - keys.size() + i]);
  }
  return figures;
}

// "3.1 2026 baten: 500, but 700" for every figure that is not the same in both, at most a few.
std::vector<std::string> differences(const Figures& expected, const Figures& got) {
  std::vector<std::string> found;
  const auto figure = [](const Figures& figures, const std::string& name) {
    const auto at = figures.find(name);
    return at == figures.end() ? std::string("not there") : '"' + at->second + '"';
  };
  Figures names = expected;
  names.insert(got.begin(), got.end());
  for (const auto& [name, unused] : names)
    if (found.size() < 5 && figure(expected, name) != figure(got, name))
      found.push_back(name + ": " + figure(expected, name) + ", but " + figure(got, name));
  return found;
}

const std::vector<std::string> none;

template <class Law>
void for_every_seed(Law law, const RandomOptions& options = {}) {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("random_plan(" << seed << ")");
    law(random_plan(seed, options));
  }
}

}  // namespace

TEST_CASE("the amounts of a side are those of its cells, and none only where all of them are absent") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Worked worked = work_out(random_plan(seed));
    worked.plan.for_each_side([&](std::size_t p, std::size_t post, Direction direction) {
      const Project& project = worked.plan.projects[p];
      const auto of_side = worked.amounts.of(project, post, direction);
      CHECK((of_side.empty() || of_side.size() == worked.plan.years.size()));
      for (std::size_t y = 0; y < worked.plan.years.size(); ++y)
        CHECK(worked.amounts.at(project, post, direction, y) == (of_side.empty() ? Amount() : of_side[y]));
    });
  }
}

TEST_CASE("random plans together hold every kind of post") {
  std::string all;
  // More plans than the laws below need: compilers differ in the order of dice, and the rarest kind must turn up in all.
  for (std::uint32_t seed = 1; seed <= 400; ++seed) all += random_plan(seed).text();
  for (const char* kind :
       {"\"PM\"", "index = ", "op = \"boven\"", "op = \"beneden\"", "keten = \"exact\"", "percentage = ", "\"1..",
        "totaal = ", "= \"onderbouwing\"", "totaal = \"onderbouwing\"", "\"sluitpost\"", "\"spiegel\"",
        "lasten = { 2025 = \"spiegel\"", "naar = ", "van = ", "vertraging = 1", "onder = ", "einde = ", "mengsel"})
    CHECK(all.find(kind) != std::string::npos);
}

TEST_CASE("a closing balance is the opening plus baten less lasten, and the next opening is that closing") {
  for_every_seed([](const RandomPlan& random) {
    const Worked worked = work_out(random);
    for (const Balance& balance : worked.balances.projects) {
      Money standing = balance.opening;
      for (std::size_t y = 0; y < balance.years.size(); ++y) {
        CHECK(balance.opening_of(y) == standing);
        standing += balance.years[y].baten.counted() - balance.years[y].lasten.counted();
        CHECK(balance.years[y].eindsaldo == standing);
      }
    }
  });
}

TEST_CASE("on the page of a project the budget per 1 januari is the budget per 31 december of the year before") {
  for_every_seed([](const RandomPlan& random) {
    const TempPlan files({{"plan.toml", random.text()}});
    const std::string nr = random.nrs.back();
    const std::string years = std::to_string(random.first_year) + '-' + std::to_string(random.last_year);
    const auto rows = read_csv(said({"project", files.path(), nr, "--years", years, "--format", "csv"}));
    const auto figure = [&rows](std::size_t row, int year, const std::string& key) {
      const auto column = std::find(rows[0].begin(), rows[0].end(), std::to_string(year) + key);
      return rows[row].at(static_cast<std::size_t>(column - rows[0].begin()));
    };
    for (int year = random.first_year; year < random.last_year; ++year)
      CHECK(figure(1, year + 1, ".opening") == figure(rows.size() - 1, year, ".eindsaldo"));
  });
}

TEST_CASE(
    "a project is the sum of its posts, a line of its projects and the lines under it, the plan of all projects") {
  for_every_seed([](const RandomPlan& random) {
    const Worked worked = work_out(random);
    const Plan& plan = worked.plan;
    const auto is_under = [&plan](LineId line, LineId outer) {
      while (line != outer && plan.line(line).onder) line = *plan.line(line).onder->id;
      return line == outer;
    };
    for (std::size_t y = 0; y < plan.years.size(); ++y) {
      std::vector<Money> baten(plan.lines.size()), eindsaldo(plan.lines.size());
      Money whole, standing;
      for (std::size_t p = 0; p < plan.projects.size(); ++p) {
        const Project& project = plan.projects[p];
        const YearFigures& figures = worked.balances.projects[p].years[y];
        Money posts;
        for (std::size_t post = 0; post < project.posts.size(); ++post)
          posts += worked.amounts.at(project, post, Direction::lasten, y).counted();
        CHECK(figures.lasten.counted() == posts);
        for (std::size_t l = 0; l < plan.lines.size(); ++l)
          if (is_under(*project.programmalijn.id, static_cast<LineId>(l))) {
            baten[l] += figures.baten.counted();
            eindsaldo[l] += figures.eindsaldo;
          }
        whole += figures.baten.counted();
        standing += figures.eindsaldo;
      }
      for (std::size_t l = 0; l < plan.lines.size(); ++l) {
        CHECK(worked.balances.lines[l].years[y].baten.counted() == baten[l]);
        CHECK(worked.balances.lines[l].years[y].eindsaldo == eindsaldo[l]);
      }
      CHECK(worked.balances.total.years[y].baten.counted() == whole);
      CHECK(worked.balances.total.years[y].eindsaldo == standing);
    }
  });
}

TEST_CASE("another order of the tables, spread over any number of files, changes no figure") {
  for_every_seed([](const RandomPlan& random) {
    const Figures together = all_figures(work_out(random));
    Dice dice(random.seed);
    for (const std::size_t files : {1u, 4u, 50u}) {
      const TempPlan spread(random.spread(dice, files));
      CHECK(differences(together, all_figures(work_out(spread.path()))) == none);
    }
  });
}

TEST_CASE("a plan so spread that several threads read it gives the same figures") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    INFO("random_plan(" << seed << ", {.fewest_projects = 250})");
    const RandomPlan random = random_plan(seed, {.fewest_projects = 250});
    const Figures together = all_figures(work_out(random));
    Dice dice(seed);
    for (const std::size_t files : {100u, 2000u}) {  // each a part of the plan, or several in one
      const TempPlan spread(random.spread(dice, files));
      CHECK(differences(together, all_figures(work_out(spread.path()))) == none);
    }
  }
}

TEST_CASE("an index of 0% leaves an amount as it is") {
  std::size_t grown = 0;
  for_every_seed(
      [&grown](const RandomPlan& random) {
        const Worked worked = work_out(random);
        for (const Project& project : worked.plan.projects)
          for (std::size_t p = 0; p < project.posts.size(); ++p)
            for (const Direction direction : {Direction::baten, Direction::lasten})
              for (std::size_t y = 1; y < worked.plan.years.size(); ++y) {
                const Side& side = project.posts[p].side(direction);
                if (project.posts[p].index == no_index || find_term(side, worked.plan.years.at(y))) continue;
                if (!grows(worked.plan, project, project.posts[p], side, y)) continue;
                CHECK(value(worked.amounts.at(project, p, direction, y)) ==
                      value(worked.amounts.at(project, p, direction, y - 1)));
                ++grown;
              }
      },
      {.indexes_of_zero = true});
  CHECK(grown > 50);
}

TEST_CASE("twice the amounts, rounded to twice the unit, are twice every figure") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("random_plan(" << seed << ", {.scale = 2})");
    Figures once = all_figures(work_out(random_plan(seed)));
    for (auto& [name, figure] : once) figure = doubled(figure);
    CHECK(differences(once, all_figures(work_out(random_plan(seed, {.scale = 2})))) == none);
  }
}

TEST_CASE("a plan in thousands is the same plan in euros, in every figure and in every byte for programs") {
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    INFO("random_plan(" << seed << ", {.scale = 1000, .eenheid = 1000})");
    const RandomPlan in_euros = random_plan(seed, {.scale = 1'000});
    const RandomPlan in_thousands = random_plan(seed, {.scale = 1'000, .eenheid = 1'000});
    REQUIRE(in_thousands.text() != in_euros.text());
    CHECK(differences(all_figures(work_out(in_euros)), all_figures(work_out(in_thousands))) == none);
    const TempPlan euros({{"plan.toml", in_euros.text()}}), thousands({{"plan.toml", in_thousands.text()}});
    for (const std::vector<std::string>& form :
         std::vector<std::vector<std::string>>{{"--format", "csv"}, {"--format", "json"}, {"--unit", "1"}}) {
      std::vector<std::string> of_euros{"table", euros.path(), "--by", "post"}, of_thousands = of_euros;
      of_thousands[1] = thousands.path();
      of_euros.insert(of_euros.end(), form.begin(), form.end());
      of_thousands.insert(of_thousands.end(), form.begin(), form.end());
      CHECK(said(of_euros) == said(of_thousands));
    }
  }
}

TEST_CASE("what a plan says of how it is seen changes no csv and no json, and by itself no page") {
  for_every_seed([](const RandomPlan& random) {
    const auto shown = [&](const std::string& weergave, const std::string& format) {
      const TempPlan files({{"plan.toml", random.text() + "\n[weergave]\n" + weergave}});
      return said({"table", files.path(), "--by", "post", "--format", format});
    };
    const TempPlan without({{"plan.toml", random.text()}});
    for (const std::string format : {"text", "md", "csv", "json"}) {
      const std::string plain = said({"table", without.path(), "--by", "post", "--format", format});
      CHECK(shown("teken = \"voordelig\"\nwoorden = {}\nkolommen = []", format) == plain);
      if (format == "text" || format == "md") continue;
      for (const std::string teken : {"lasten-baten", "lasten-negatief", "baten-negatief", "vn"})
        CHECK(shown("teken = \"" + teken + "\"\nkolommen = [\"saldo\"]", format) == plain);
    }
  });
}

TEST_CASE("a project with a sluitpost closes its year at exactly nothing") {
  std::size_t closed = 0;
  for_every_seed([&closed](const RandomPlan& random) {
    const Worked worked = work_out(random);
    for (std::size_t p = 0; p < worked.plan.projects.size(); ++p)
      for (const Post& post : worked.plan.projects[p].posts)
        for (const Direction direction : {Direction::baten, Direction::lasten})
          for (const Term& term : post.side(direction).terms) {
            if (term.kind != TermKind::sluitpost) continue;
            CHECK(worked.balances.projects[p].years[worked.plan.years.index(term.year)].eindsaldo == Money());
            ++closed;
          }
  });
  CHECK(closed > 30);
}

TEST_CASE("what is received as a spiegel is what was sent, less what other posts took of it") {
  std::size_t mirrored = 0;
  for_every_seed([&mirrored](const RandomPlan& random) {
    const Worked worked = work_out(random);
    const Plan& plan = worked.plan;
    const auto exchanged = [&](std::size_t p, ProjectId other, Direction direction, std::size_t sent) {
      Money sum;
      for (const Leg& leg : plan.projects[p].legs) {
        const std::size_t year = sent + static_cast<std::size_t>(leg.vertraging);
        if (leg.other.id == other && leg.direction == direction && year < plan.years.size())
          sum += worked.amounts.at(plan.projects[p], leg.post, direction, year).counted();
      }
      return sum;
    };
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (const Leg& leg : plan.projects[p].legs)
        for (const Term& term : plan.projects[p].posts[leg.post].side(leg.direction).terms) {
          if (term.kind != TermKind::spiegel) continue;
          const std::size_t sent = plan.years.index(term.year) - static_cast<std::size_t>(leg.vertraging);
          const Direction there = leg.direction == Direction::baten ? Direction::lasten : Direction::baten;
          CHECK(exchanged(p, *leg.other.id, leg.direction, sent) ==
                exchanged(position(*leg.other.id), static_cast<ProjectId>(p), there, sent));
          ++mirrored;
        }
  });
  CHECK(mirrored > 30);
}

TEST_CASE("every format holds the same figures as were worked out") {
  for_every_seed([](const RandomPlan& random) {
    const TempPlan files({{"plan.toml", random.text()}});
    const Figures expected = summary(all_figures(work_out(files.path())));
    const std::vector<std::string> table = {"table", files.path(), "--by", "project"};
    const auto as = [&table](std::vector<std::string> more) {
      more.insert(more.begin(), table.begin(), table.end());
      return said(more);
    };
    std::vector<std::string> keys = {"opening"};
    for (int year = random.first_year; year <= random.last_year; ++year)
      for (const char* key : {".baten", ".lasten", ".eindsaldo"}) keys.push_back(std::to_string(year) + key);
    CHECK(differences(expected, from_csv(as({"--format", "csv"}), ',')) == none);
    CHECK(differences(expected, from_csv(as({"--format", "csv", "--csv-dialect", "excel-nl"}), ';')) == none);
    CHECK(differences(expected, from_json(as({"--format", "json"}))) == none);
    CHECK(differences(expected, from_page(as({"--format", "md", "--cents"}), keys)) == none);
    CHECK(differences(expected, from_page(as({"--cents"}), keys)) == none);
  });
}

TEST_CASE("tidy rows add up to the totals") {
  for_every_seed([](const RandomPlan& random) {
    const TempPlan files({{"plan.toml", random.text()}});
    const Figures expected = all_figures(work_out(files.path()));
    std::map<std::string, std::int64_t> sums;
    const auto rows = read_csv(said({"table", files.path(), "--tidy", "--format", "csv"}));
    for (std::size_t r = 1; r < rows.size(); ++r)
      for (const std::size_t column : {5u, 6u}) {
        const std::string amount = cents(rows[r].at(column));
        CHECK(expected.at(rows[r][1] + '/' + rows[r][2] + ' ' + rows[r][4] + ' ' + rows[0][column]) == amount);
        if (!amount.empty() && amount != "PM")
          sums["totaal " + rows[r][4] + ' ' + rows[0][column]] += std::stoll(amount);
      }
    for (const auto& [name, sum] : sums) CHECK(std::to_string(sum) == expected.at(name));
  });
}

TEST_CASE("a table without a project and a table of only that project add up to the whole") {
  for_every_seed([](const RandomPlan& random) {
    const TempPlan files({{"plan.toml", random.text()}});
    const auto total = [&](std::vector<std::string> more) {
      more.insert(more.begin(), {"table", files.path(), "--format", "csv"});
      return read_csv(said(more)).back();
    };
    const auto number = [](const std::string& cell) {
      return cell.empty() || cell == "PM" ? 0 : std::stoll(cents(cell));
    };
    const std::string nr = random.nrs[random.seed % random.nrs.size()];
    const auto whole = total({}), rest = total({"--without", nr}), one = total({"--only", nr});
    for (std::size_t c = 2; c < whole.size(); ++c) CHECK(number(rest[c]) + number(one[c]) == number(whole[c]));
  });
}

TEST_CASE("a table that begins later opens with the closing balance of the year before") {
  for_every_seed([](const RandomPlan& random) {
    if (random.first_year == random.last_year) return;
    const TempPlan files({{"plan.toml", random.text()}});
    const auto all = read_csv(said({"table", files.path(), "--by", "project", "--format", "csv"}));
    const auto later = read_csv(said({"table", files.path(), "--by", "project", "--format", "csv", "--years",
                                      std::to_string(random.first_year + 1) + '-' + std::to_string(random.last_year)}));
    REQUIRE(later.size() == all.size());
    const std::size_t skipped = all[0].size() - later[0].size();  // the columns of the first year
    const auto closing = static_cast<std::size_t>(
        std::find(all[0].begin(), all[0].end(), std::to_string(random.first_year) + ".eindsaldo") - all[0].begin());
    for (std::size_t r = 0; r < all.size(); ++r) {
      if (r > 0) CHECK(later[r][2] == all[r].at(closing));
      for (std::size_t c = 3; c < later[r].size(); ++c) CHECK(later[r][c] == all[r].at(c + skipped));
    }
  });
}

TEST_CASE("the same input gives the same bytes") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    INFO("random_plan(" << seed << ")");
    const RandomPlan random = random_plan(seed, {.fewest_projects = 20});
    Dice dice(seed);
    const auto tables = random.spread(dice, 40);
    const TempPlan files(tables);
    const std::vector<std::vector<std::string>> commands = {{"table", files.path()},
                                                            {"table", files.path(), "--by", "post", "--format", "json"},
                                                            {"table", files.path(), "--tidy", "--format", "csv"},
                                                            {"project", files.path(), random.nrs[0]},
                                                            {"check", files.path()}};
    for (const auto& command : commands) CHECK(said(command) == said(command));
    const TempPlan again(tables);
    CHECK(said({"table", files.path(), "--by", "post"}) == said({"table", again.path(), "--by", "post"}));
  }
}
