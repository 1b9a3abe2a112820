// Scenarios beside the plan, and sweeps: what a comparison shows is what two runs of `saldo table` show.
#include "calc/variants/compare.h"

#include <algorithm>

#include "calc/variants/sweep.h"
#include "calc/wijziging/work_out.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string scenarios = SALDO_SOURCE_DIR "/examples/scenarios/";
const std::string klein = SALDO_SOURCE_DIR "/examples/klein";

using Rows = std::vector<std::vector<std::string>>;

Rows csv_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "csv"});
  const Run run = run_saldo(arguments);
  INFO(run.err);
  REQUIRE(run.code == 0);
  return read_csv(run.out);
}

std::string cell(const Rows& rows, const std::vector<std::string>& row, const std::string& key) {
  const auto column = std::find(rows.front().begin(), rows.front().end(), key);
  REQUIRE(column != rows.front().end());
  return row.at(static_cast<std::size_t>(column - rows.front().begin()));
}

// The row of which the first cells are these.
const std::vector<std::string>& row_of(const Rows& rows, const std::vector<std::string>& keys) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto& row) { return std::equal(keys.begin(), keys.end(), row.begin()); });
  REQUIRE(found != rows.end());
  return *found;
}

Variant variant_with(const PlanBase& base, const ChangeList& changes) {
  Worked worked;
  REQUIRE(rule_ids(work_out(base, changes, worked)) == std::vector<std::string>{});
  return variant_of("x", std::move(worked));
}

std::vector<Compared> all_of(const Comparison& comparison, std::size_t variant) {
  std::vector<Compared> all;
  const auto add = [&](const ComparedThing& thing) {
    for (const ComparedYear& year : thing.variants[variant])
      all.insert(all.end(), {year.baten, year.lasten, year.uitkomst});
  };
  for (const ComparedThing& thing : comparison.lines) add(thing);
  for (const ComparedThing& thing : comparison.projects) add(thing);
  add(comparison.total);
  for (const ComparedNetto& year : comparison.netto[variant]) all.insert(all.end(), {year.baten, year.lasten});
  if (comparison.ribs.empty()) return all;
  all.insert(all.end(), comparison.ribs[variant].stand.begin(), comparison.ribs[variant].stand.end());
  all.push_back(comparison.ribs[variant].laagste);
  return all;
}

bool is_zero(const Compared& compared) {
  return compared.bedrag.is_money() ? compared.verschil == Amount(Money()) : compared.verschil == compared.bedrag;
}

Sweep sweep_of(PlanBase& base, const std::string& text) {
  auto read = read_sweep(base, text);
  REQUIRE(std::holds_alternative<Sweep>(read));
  return std::move(std::get<Sweep>(read));
}

std::string trouble_of(const std::string& text) {
  PlanBase base = load_base(klein);
  const std::size_t files = base.files.size();
  const auto read = read_sweep(base, text);
  REQUIRE(std::holds_alternative<Message>(read));
  CHECK(base.files.size() == files);
  return to_text(std::get<Message>(read));
}

}  // namespace

TEST_CASE("compare X X is all zero, on random plans") {
  RandomOptions options;
  options.any_transfers = true;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    const TempPlan files({{"plan.toml", random_plan(seed, options).text()}});
    const PlanBase base = load_base(files.path());
    const ChangeList changes = adopted_changes(base);
    std::vector<Variant> variants;
    for (int i = 0; i < 3; ++i) variants.push_back(variant_with(base, changes));
    const Comparison comparison = compare(variants);
    CHECK_FALSE(comparison.overflows);
    CHECK(comparison.findings.empty());
    for (const std::size_t variant : {1U, 2U}) {
      const std::vector<Compared> all = all_of(comparison, variant);
      CHECK(all.size() >= 5);
      CHECK(std::all_of(all.begin(), all.end(), is_zero));
    }
  }
}

TEST_CASE("a scenario compared is two runs of table, for programmalijnen and for projects") {
  for (const char* name : {"gelrepact-geweigerd", "loon-6", "rmt-in-2025", "werkcentrum-half-jaar-later"}) {
    INFO(name);
    const std::string file = scenarios + name + ".toml";
    for (const char* by : {"programmalijn", "project"}) {
      const Rows before = csv_of({"table", achterhoek(), "--by", by});
      const Rows after = csv_of({"table", achterhoek(), "--by", by, "--scenario", file});
      const Rows compared = csv_of({"compare", achterhoek(), file, "--by", by, "--table", "eindsaldo"});
      std::size_t changed = 0;
      for (std::size_t i = 1; i < before.size(); ++i) {
        const std::string& nr = before[i].front();
        const bool is_line = std::string(by) == "project" &&
                             std::none_of(compared.begin(), compared.end(), [&](const auto& r) { return r[0] == nr; });
        if (is_line) continue;  // a line, or a project that does not change
        for (const char* year : {"2025", "2026", "2027", "2028"}) {
          const std::string key = std::string(year) + ".eindsaldo";
          CHECK(cell(compared, row_of(compared, {nr, "Basis"}), key) == cell(before, before[i], key));
          const auto& variant = *std::find_if(compared.begin() + 1, compared.end(),
                                              [&](const auto& r) { return r[0] == nr && r[1] != "Basis"; });
          CHECK(cell(compared, variant, key) == cell(after, row_of(after, {nr}), key));
          if (cell(compared, variant, std::string(year) + ".verschil") != "0.00") ++changed;
        }
      }
      CHECK(changed > 0);
      if (std::string(by) == "project")  // what is not shown has not changed
        for (const auto& row : before)
          if (std::none_of(compared.begin(), compared.end(), [&](const auto& r) { return r[0] == row[0]; }) &&
              row[0].starts_with("3."))
            CHECK(row == row_of(after, {row[0]}));
    }
  }
}

TEST_CASE("stacked scenarios are what --scenario makes of them together, else each is on its own") {
  const std::string a = scenarios + "gelrepact-geweigerd.toml", b = scenarios + "loon-4.toml";
  const Rows both = csv_of({"table", achterhoek(), "--scenario", a, "--scenario", b});
  const Rows alone = csv_of({"table", achterhoek(), "--scenario", b});
  const Rows stacked = csv_of({"compare", achterhoek(), a, b, "--stack", "--table", "eindsaldo"});
  const Rows apart = csv_of({"compare", achterhoek(), a, b, "--table", "eindsaldo"});
  const auto last = [](const Rows& rows) { return cell(rows, rows.back(), "2028.eindsaldo"); };
  CHECK(last(stacked) == last(both));
  CHECK(last(apart) == last(alone));
  CHECK(last(stacked) != last(apart));
}

TEST_CASE("what --scenario names is the base of a comparison") {
  const std::string a = scenarios + "gelrepact-geweigerd.toml", b = scenarios + "loon-4.toml";
  const Rows rows = csv_of({"compare", achterhoek(), b, "--scenario", a, "--table", "eindsaldo"});
  const Rows base = csv_of({"table", achterhoek(), "--scenario", a});
  CHECK(cell(rows, row_of(rows, {"totaal", "Basis"}), "2028.eindsaldo") == cell(base, base.back(), "2028.eindsaldo"));
}

TEST_CASE("what a schuif takes out of the plan is told: of the base on err, of a variant as a finding it brings") {
  const std::string later = scenarios + "werkcentrum-half-jaar-later.toml";
  const auto says = [](const std::string& text) { return text.find("[wijziging-horizon]") != std::string::npos; };
  CHECK(says(run_saldo({"compare", achterhoek(), "--scenario", later, "--set", "index.loon=4"}).err));
  CHECK(says(run_saldo({"compare", achterhoek(), later, "--sweep", "index.loon=4..5:1"}).err));
  const Run variant = run_saldo({"compare", achterhoek(), later, "--table", "bevindingen", "--format", "csv"});
  CHECK(variant.err.empty());
  CHECK(variant.out.find("nieuw,wijziging-horizon") != std::string::npos);
}

TEST_CASE("a row of a sweep is a run of table with --set") {
  const Rows rows = csv_of({"compare", achterhoek(), "--sweep", "index.loon=3..6:0.5"});
  REQUIRE(rows.size() == 8);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    INFO(rows[i][0]);
    const Rows table = csv_of({"table", achterhoek(), "--set", "index.loon=" + rows[i][0]});
    const Rows carryover =
        csv_of({"carryover", achterhoek(), "--table", "investeringsbudget", "--set", "index.loon=" + rows[i][0]});
    for (const char* key : {"2025.eindsaldo", "2026.eindsaldo", "2027.eindsaldo", "2028.eindsaldo"})
      CHECK(cell(rows, rows[i], key) == cell(table, table.back(), key));
    CHECK(cell(rows, rows[i], "2028.stand") == cell(carryover, carryover.back(), "2028"));
  }
  CHECK(rows[1][0] == "3.0");
  CHECK(rows[7][0] == "6.0");
}

TEST_CASE("a grid of two sweeps is a run for each pair of values") {
  const Rows grid = csv_of({"compare", achterhoek(), "--sweep", "index.loon=6..4:2", "--sweep",
                            "3.4/1/2025=0..36.800:36.800", "--figure", "investeringsbudget/2028"});
  CHECK(grid[0] == std::vector<std::string>{"index.loon", "3.4/1/2025=0.00", "3.4/1/2025=36800.00"});
  REQUIRE(grid.size() == 3);
  for (std::size_t r = 1; r < grid.size(); ++r)
    for (std::size_t c = 1; c < 3; ++c) {
      const Rows one = csv_of({"carryover", achterhoek(), "--table", "investeringsbudget", "--set",
                               "index.loon=" + grid[r][0], "--set", grid[0][c]});
      CHECK(grid[r][c] == cell(one, one.back(), "2028"));
    }
}

TEST_CASE("a sweep is the same whatever the number of threads") {
  PlanBase base = load_base(achterhoek());
  const ChangeList changes = adopted_changes(base);
  const std::vector<Sweep> sweeps{sweep_of(base, "index.loon=-3..7:0.25"), sweep_of(base, "3.4/1/2025=0..100:25")};
  const FigureIn figure = [](const Worked& worked) -> Amount { return worked.balances.total.years[3].eindsaldo; };
  const auto told = [&](std::size_t threads) {
    std::vector<std::string> lines;
    for (const SweepFigures& variant : run_sweep({base, changes, sweeps, figure, Amount(Money())}, threads)) {
      lines.emplace_back();
      for (const Money money : variant.uitkomst) lines.back() += to_plain(money) + ' ';
      lines.back() += to_plain(variant.rib->laagste) + ' ' + to_plain(variant.figure.counted());
      CHECK(variant.findings.empty());
    }
    return lines;
  };
  const std::vector<std::string> one = told(1);
  CHECK(one.size() == 41 * 5);
  CHECK(one.front() != one.back());
  CHECK(told(2) == one);
  CHECK(told(3) == one);
}

TEST_CASE("the values of a sweep are exact, upwards and downwards, up to its last") {
  PlanBase base = load_base(klein);
  const auto values = [&](const std::string& text) {
    const Sweep sweep = sweep_of(base, text);
    std::vector<std::int64_t> all;
    for (std::size_t i = 0; i < count_values(sweep); ++i) all.push_back(value_at(sweep, i));
    return all;
  };
  using Values = std::vector<std::int64_t>;
  CHECK(values("1.1/2/2026=0..1.000:500") == Values{0, 50'000, 100'000});
  CHECK(values("1.1/2/2026=1000..0.25:333.25") == Values{100'000, 66'675, 33'350, 25});
  CHECK(values("2.2/budget=5..5:1") == Values{500});
  CHECK(values("index.loon=3..4:0,4") == Values{3 * billion, 3 * billion + 400'000'000, 3 * billion + 800'000'000});
  CHECK(decimals_of(sweep_of(base, "index.loon=3..4:0,4")) == 1);
  CHECK(decimals_of(sweep_of(base, "index.loon=3..4:1")) == 0);
  CHECK(decimals_of(sweep_of(base, "index.loon=3.125..4:1")) == 3);
  const std::string widest = "2.2/budget=-90.000.000.000.000.000..90.000.000.000.000.000:90.000.000.000.000.000";
  CHECK(values(widest) == Values{-Money::limit_cents, 0, Money::limit_cents});
}

TEST_CASE("too many variants are refused, also where their number needs more than 64 bits") {
  PlanBase base = load_base(klein);
  const auto count = [&](const std::vector<std::string>& texts) {
    std::vector<Sweep> sweeps;
    for (const std::string& text : texts) sweeps.push_back(sweep_of(base, text));
    return count_variants(sweeps);
  };
  CHECK(count({"2.2/budget=1..100000:1"}) == max_variants);
  CHECK(count({"2.2/budget=0..100000:1"}) == max_variants + 1);
  CHECK(count({"2.2/budget=1..1000:1", "index.loon=1..100:1"}) == max_variants);
  CHECK(count({"2.2/budget=1..1000:1", "index.loon=0..100:1"}) == max_variants + 1);
  const std::string widest = "2.2/budget=-90.000.000.000.000.000..90.000.000.000.000.000:0,01";
  CHECK(count({widest, widest}) == max_variants + 1);
}

TEST_CASE("a range that cannot be read is refused with what to type") {
  for (const char* text : {"", "index.loon", "index.loon=3", "index.loon=3..6", "index.loon=3..6:", "index.loon=3..6:x",
                           "index.loon=3..6:0.0000000001", "1.1/2/2026=0..PM:1", "1.1/2/2026=0..100:PM"}) {
    INFO(text);
    CHECK(trouble_of(text).find("is no range; write index.loon=3..6:0.5") != std::string::npos);
  }
  CHECK(trouble_of("index.loon=3..6:0") == "`index.loon=3..6:0`: the step after the colon must be above zero");
  CHECK(trouble_of("index.loon=3..6:-1") == "`index.loon=3..6:-1`: the step after the colon must be above zero");
  CHECK(trouble_of("index.loon=-100..6:1").find("is no change") != std::string::npos);
}

TEST_CASE("a variant that cannot be worked out is named, with the reason, and stops the comparison") {
  const std::string fout = "[scenario]\nnaam = \"Fout\"\n[[wijziging]]\nproject = \"9\"\nbudget = 1\n";
  const TempPlan files({{"fout.toml", fout}});
  const Run scenario = run_saldo({"compare", klein, files.file("fout.toml"), "--set", "1.1/budget=9"});
  CHECK(scenario.code == 2);
  CHECK(scenario.out.empty());
  CHECK(scenario.err.starts_with("saldo: Fout cannot be worked out:\n"));
  CHECK(scenario.err.find("[onbekend-project]") != std::string::npos);

  const Run sweep =
      run_saldo({"compare", klein, "--sweep", "2.2/budget=0..90.000.000.000.000.000:45.000.000.000.000.000"});
  CHECK(sweep.code == 2);
  CHECK(sweep.out.empty());
  CHECK(sweep.err.starts_with("saldo: 2.2/budget=90000000000000000.00 cannot be worked out:\n"));
  CHECK(sweep.err.find("[overloop]") != std::string::npos);

  const Run all = run_saldo({"compare", klein, "--sweep", "index.loom=1..5:1"});
  CHECK(all.code == 2);
  CHECK(all.err.find("--sweep index.loom=1..5:1: error: there is no index `loom`") != std::string::npos);
  CHECK(all.err.ends_with("saldo: nor can 4 other values\n"));
}

TEST_CASE("a difference beyond the range of amounts is told, not shown") {
  const std::string laag =
      "[scenario]\nnaam = \"Laag\"\n[[wijziging]]\nproject = \"1.1\"\n"
      "budget = -80_000_000_000_000_000\n";
  const TempPlan files({{"laag.toml", laag}});
  const Run far = run_saldo(
      {"compare", klein, "--scenario", files.file("laag.toml"), "--set", "1.1/budget=80.000.000.000.000.000"});
  CHECK(far.code == 2);
  CHECK(far.out.empty());
  CHECK(far.err == "saldo: a difference goes beyond ±90.000.000.000.000.000,00 euro\n");
}

TEST_CASE("a rate that looks mistyped is told of a --set and of a --sweep as it is of a file") {
  const Run set = run_saldo({"check", klein, "--set", "index.loon=0.04"});
  const std::string told = "grows by 0,04% a year here";
  CHECK(has(set.out, told));
  CHECK(has(run_saldo({"compare", klein, "--set", "index.loon=0.04"}).out, told));
  const Run sweep = run_saldo({"compare", klein, "--sweep", "index.loon=0.03..0.05:0.01"});
  CHECK(sweep.code == 0);
  CHECK(has(sweep.err, "grows by 0,03% a year here"));
  CHECK(has(sweep.err, "the same of 2 other values of this range"));
  CHECK(has(run_saldo({"compare", klein, "--sweep", "index.loon=40..60:10"}).err, "index `loon` is 50% a year"));
  CHECK(run_saldo({"compare", klein, "--sweep", "index.loon=0..6:0.5"}).err.empty());
  CHECK(run_saldo({"compare", klein, "--sweep", "1.1/budget=0..5:1"}).err.empty());
}

TEST_CASE("what does not go together is refused") {
  const auto says = [](std::vector<std::string> arguments, const std::string& words) {
    arguments.insert(arguments.begin(), {"compare", klein});
    const Run run = run_saldo(arguments);
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(run.err.find(words) != std::string::npos);
  };
  const std::string range = "index.loon=3..6:1";
  says({}, "nothing to compare with");
  says({"--sweep", range, "--sweep", range, "--sweep", range}, "there is no third");
  says({"--sweep", range, "--stack"}, "a --sweep is a table of its own");
  says({"--set", "index.loon=3", "--figure", "totaal/2028"}, "--figure is the figure of a --sweep");
  says({"--sweep", range, "--figure", "1.1/3/2027"}, "this post has baten and lasten; write 1.1/3/baten/2027");
  says({"--sweep", range, "--figure", "9.9/2027"}, "--figure: there is no project or programmalijn 9.9");
  says({"--sweep", "1.1/budget=0..100000:1"}, "more than 100,000 variants");
}
