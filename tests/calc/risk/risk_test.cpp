// What `saldo risk` makes of its draws, against answers that were found in another way: closed forms, and a second
// implementation that resolves the plan for every draw and has its own random numbers.
#include "calc/risk/risk.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "calc/risk/kept/order_statistics.h"
#include "support/catch.h"
#include "support/marked_plan.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string risico = SALDO_SOURCE_DIR "/examples/risico";

struct Compiled {
  LoadedPlan loaded;
  RiskProgram program;
};

Compiled compiled(LoadedPlan loaded) {
  REQUIRE(loaded.findings.empty());
  const Resolved resolved = resolve(loaded.plan);
  REQUIRE(resolved.findings.empty());
  RiskProgram program = compile_risk(loaded.plan, work_out_balances(loaded.plan, resolved.amounts));
  return {std::move(loaded), std::move(program)};
}

Compiled compiled_text(const std::string& text) { return compiled(load_text(text)); }

RiskResult drawn(const Compiled& plan, RiskOptions options) {
  REQUIRE(plan.program.findings.empty());
  return run_risk(plan.program, options);
}

// The closing balance of the whole plan in one of its years.
const Spread& total_of(const RiskResult& result, std::size_t year) {
  for (const Spread& spread : result.spreads)
    if (spread.figure.subject == RiskSubject::total && spread.figure.year == year) return spread;
  throw std::logic_error("no such year");
}

double euros(Money money) { return static_cast<double>(money.cents()) / 100.0; }

const std::string own = head("investeringsbudget = \"1\"\n") + line("a") + project("1", "budget = 1000\n");

std::string range(const std::string& min, const std::string& mode, const std::string& max) {
  return "bandbreedte = { min = " + min + ", waarschijnlijk = " + mode + ", max = " + max + " }\n";
}

// The distribution function of a triangle, for comparing.
double triangle(double x, double min, double mode, double max) {
  if (x <= min) return 0.0;
  if (x >= max) return 1.0;
  if (x <= mode) return (x - min) * (x - min) / ((max - min) * (mode - min));
  return 1.0 - (max - x) * (max - x) / ((max - min) * (max - mode));
}

}  // namespace

TEST_CASE("one chance gives what a coin of that weight gives", "[risk]") {
  const Compiled plan = compiled_text(own + baten("2025 = 600") + "kans = 0.3\n" + lasten("2025 = 100"));
  constexpr std::size_t runs = 200'000;
  const RiskResult result = drawn(plan, {.runs = runs, .floor = Money::of_euros(1000), .certainty = {1, 2}});
  const Spread& total = total_of(result, 0);
  // 900 when it stays away, 1.500 when it comes: with 30%, four standard errors are 4 x sqrt(0.21 / n).
  const double error = 4.0 * std::sqrt(0.21 / static_cast<double>(runs));
  const double came = (euros(total.mean) - 900.0) / 600.0;
  CHECK(std::abs(came - 0.3) < error);
  CHECK(total.percentiles == std::vector<Money>{Money::of_euros(900), Money::of_euros(900), Money::of_euros(900),
                                                Money::of_euros(1500), Money::of_euros(1500), Money::of_euros(1500)});
  CHECK(std::abs(static_cast<double>(total.below_floor) / runs - 0.7) < error);
  CHECK(total.figure.plan == Money::of_euros(1500));
  // The plan counts on 1.500; with 50% certainty 600 of it is needed, and the investeringsbudget has 1.500.
  const Weerstandsvermogen& year = result.weerstandsvermogen.front();
  CHECK(year.needed == Money::of_euros(600));
  CHECK(year.ratio == 250);
  CHECK(year.ratio_class == RatioClass::a);
  CHECK(result.shares.front().of_total == 1000);
}

TEST_CASE("a chance of none or all is kept in every draw", "[risk]") {
  const Compiled never = compiled_text(own + baten("2025 = 600") + "kans = 0\n" + baten("2025 = 50") + "kans = 0.5\n");
  CHECK(total_of(drawn(never, {.runs = 10'000}), 0).percentiles.back() == Money::of_euros(1050));
  const Compiled always = compiled_text(own + baten("2025 = 600") + "kans = 1\n" + baten("2025 = 50") + "kans = 0.5\n");
  CHECK(always.program.causes.size() == 1);
  CHECK(total_of(drawn(always, {.runs = 10'000}), 0).percentiles.front() == Money::of_euros(1600));
}

TEST_CASE("sums of triangles have the mean and variance of their formulas", "[risk]") {
  struct Triangle {
    double min, mode, max;
  };
  const std::vector<Triangle> triangles = {{100, 300, 900}, {500, 500, 800}, {0, 700, 700}, {250, 400, 450}};
  std::string text = own;
  double mean = 1000.0, variance = 0.0;
  for (const auto& [min, mode, max] : triangles) {
    text += baten("2025 = 100") + range(std::to_string(static_cast<int>(min)), std::to_string(static_cast<int>(mode)),
                                        std::to_string(static_cast<int>(max)));
    mean += (min + mode + max) / 3.0;
    variance += (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18.0;
  }
  const Compiled plan = compiled_text(text);
  constexpr std::size_t runs = 400'000;
  const RiskResult result = drawn(plan, {.runs = runs});
  CHECK(std::abs(euros(total_of(result, 0).mean) - mean) < 4.0 * std::sqrt(variance / static_cast<double>(runs)));
  Lanes lanes(plan.program, 1, LaneWidth::widest);
  const Slot total = *total_of(result, 0).figure.slot;
  double sum = 0.0, squares = 0.0;
  for (std::uint64_t first = 0; first < runs; first += block_draws) {
    lanes.run(first);
    for (std::size_t i = 0; i < block_draws; ++i) {
      const double deviation = static_cast<double>(lanes.at(total)[i]) / 100.0 - mean;
      sum += deviation;
      squares += deviation * deviation;
    }
  }
  const double n = static_cast<double>(runs);
  const double found = squares / n - sum / n * sum / n;
  CHECK(std::abs(found - variance) < 4.0 * variance * std::sqrt(2.0 / n));
  // What a cause contributes is its own variance.
  const double first_share = (100.0 * 100 + 300.0 * 300 + 900.0 * 900 - 100.0 * 300 - 100.0 * 900 - 300.0 * 900) / 18.0;
  CHECK(std::abs(static_cast<double>(result.shares.front().of_total) / 1000.0 - first_share / variance) < 0.01);
}

TEST_CASE("quantiles of one range follow its distribution, also where it falls", "[risk]") {
  for (const bool negative : {false, true}) {
    const std::string sign = negative ? "-" : "";
    const Compiled plan =
        compiled_text(own + baten("2025 = " + sign + "1000") + range("\"50%\"", "\"80%\"", "\"200%\""));
    constexpr std::size_t runs = 300'000;
    const Spread spread = total_of(drawn(plan, {.runs = runs}), 0);
    for (std::size_t i = 0; i < spread.percentiles.size(); ++i) {
      const double p = risk_percentiles[i] / 100.0;
      const double x = (euros(spread.percentiles[i]) - 1000.0) * (negative ? -1.0 : 1.0);
      const double reached = triangle(x, 500.0, 800.0, 2000.0);
      INFO("percentile " << risk_percentiles[i]);
      CHECK(std::abs((negative ? 1.0 - reached : reached) - p) <
            4.0 * std::sqrt(p * (1.0 - p) / static_cast<double>(runs)));
    }
  }
}

// Draws with the standard library, writes the amounts into the plan and resolves it.
class Naive {
 public:
  explicit Naive(const Plan& plan) : plan_(plan), engine_(20260101) {}

  std::vector<Money> draw(std::size_t runs, std::size_t year) {
    std::vector<Money> totals;
    for (std::size_t i = 0; i < runs; ++i) {
      const Plan written = one_draw();
      const Amounts amounts = resolve(written).amounts;
      totals.push_back(work_out_balances(written, amounts).total.years[year].eindsaldo);
    }
    std::sort(totals.begin(), totals.end());
    return totals;
  }

 private:
  double uniform() { return std::generate_canonical<double, 53>(engine_); }

  static double as_double(Ratio ratio) { return static_cast<double>(ratio.num) / static_cast<double>(ratio.den); }

  Plan one_draw() {
    Plan written = plan_;
    std::map<std::string, std::pair<double, double>> groups;
    for (Project& project : written.projects)
      for (const Onzekerheid& onzekerheid : project.onzekerheden) {
        std::pair<double, double> numbers{uniform(), uniform()};
        if (!onzekerheid.samen_met.empty()) numbers = groups.emplace(onzekerheid.samen_met, numbers).first->second;
        write(project.posts[onzekerheid.post], onzekerheid, numbers);
      }
    return written;
  }

  static void write(Post& post, const Onzekerheid& onzekerheid, std::pair<double, double> numbers) {
    const bool comes = !onzekerheid.kans || numbers.first < as_double(*onzekerheid.kans);
    for (Side* side : {&post.baten, &post.lasten}) {
      if (side->total() != nullptr) {
        Total total = *side->total();
        if (!comes) total.totaal = Money();
        side->set_formula(total);
      }
      for (Term& term : side->terms) {
        if (term.kind != TermKind::amount) continue;
        for (const Bandbreedte& band : onzekerheid.bandbreedtes)
          if (!band.year || band.year == term.year) term.amount = in_range(band, term.amount, numbers.second);
        if (!comes) term.amount = Money();
      }
    }
  }

  // Bisects the distribution function instead of inverting it.
  static Money in_range(const Bandbreedte& band, Amount written, double number) {
    const double base = band.is_share ? static_cast<double>(written.counted().cents()) : 1.0;
    const double min = as_double(band.min) * base, max = as_double(band.max) * base;
    const double mode =
        band.waarschijnlijk ? as_double(*band.waarschijnlijk) * base : static_cast<double>(written.counted().cents());
    double low = min, high = max;
    for (int i = 0; i < 60; ++i) {
      const double middle = (low + high) / 2.0;
      (triangle(middle, min, mode, max) < number ? low : high) = middle;
    }
    return Money::of_cents(static_cast<std::int64_t>(std::floor(low + 0.5)));
  }

  const Plan& plan_;
  std::mt19937_64 engine_;
};

TEST_CASE("quantiles lie within four standard errors of a second implementation", "[risk]") {
  const Compiled plan = compiled(load_plan(risico));
  constexpr std::size_t naive_runs = 10'000;
  for (const std::size_t year : {std::size_t{1}, std::size_t{3}}) {
    const std::vector<Money> naive = Naive(plan.loaded.plan).draw(naive_runs, year);
    const Spread spread = total_of(drawn(plan, {.runs = 500'000, .seed = 7}), year);
    for (std::size_t i = 0; i < spread.percentiles.size(); ++i) {
      const double p = risk_percentiles[i] / 100.0;
      const auto below = std::lower_bound(naive.begin(), naive.end(), spread.percentiles[i]) - naive.begin();
      INFO("percentile " << risk_percentiles[i] << " of year " << year);
      CHECK(std::abs(static_cast<double>(below) / naive_runs - p) < 4.0 * std::sqrt(p * (1.0 - p) / naive_runs));
    }
  }
}

TEST_CASE("streams of different causes, blocks and seeds have nothing in common", "[risk]") {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 3; ++seed)
    for (std::uint64_t stream = 0; stream < 20; ++stream)
      for (std::uint64_t draw = 0; draw < 2 * block_draws; ++draw) seen.insert(Lanes::number(seed, stream, draw));
  CHECK(seen.size() == 3 * 20 * 2 * block_draws);
  // Two streams side by side are not correlated: four standard errors of n products of two uniforms.
  const auto uniform = [](std::uint64_t stream, std::uint64_t draw) {
    return static_cast<double>(Lanes::number(1, stream, draw) >> 11) * 0x1p-53 - 0.5;
  };
  constexpr std::uint64_t n = 100'000;
  for (std::uint64_t stream = 0; stream < 8; ++stream) {
    double own_sum = 0.0, with_next = 0.0, with_later = 0.0;
    for (std::uint64_t draw = 0; draw < n; ++draw) {
      own_sum += uniform(stream, draw);
      with_next += uniform(stream, draw) * uniform(stream + 1, draw);
      with_later += uniform(stream, draw) * uniform(stream, draw + block_draws);
    }
    CHECK(std::abs(own_sum) < 4.0 * std::sqrt(static_cast<double>(n) / 12.0));
    CHECK(std::abs(with_next) < 4.0 * std::sqrt(static_cast<double>(n)) / 12.0);
    CHECK(std::abs(with_later) < 4.0 * std::sqrt(static_cast<double>(n)) / 12.0);
  }
}

TEST_CASE("the result is the same for any number of threads and any width, and another for another seed", "[risk]") {
  const Compiled plan = compiled(load_plan(risico));
  const auto told = [&](RiskOptions options) {
    options.runs = 100'003;  // no whole blocks
    std::string text;
    const RiskResult result = drawn(plan, options);
    for (const Spread& spread : result.spreads) {
      text += to_plain(spread.mean) + ' ' + to_plain(spread.at_certainty) + ' ' + std::to_string(spread.below_floor);
      for (const Money money : spread.percentiles) text += ' ' + to_plain(money);
    }
    for (const CauseShare& share : result.shares)
      text += ' ' + std::to_string(share.cause) + ':' + std::to_string(share.of_total);
    for (const HistogramBar& bar : result.histogram) text += ' ' + std::to_string(bar.draws);
    return text;
  };
  const std::string one = told({.threads = 1});
  CHECK(one.size() > 1000);
  CHECK(told({.threads = 2}) == one);
  CHECK(told({.threads = 3}) == one);
  CHECK(told({.threads = 2, .width = LaneWidth::avx2}) == one);
  CHECK(told({.threads = 2, .width = LaneWidth::plain}) == one);
  CHECK(told({.seed = 2, .threads = 1}) != one);
}

TEST_CASE("posts that are drawn together come together and stand at the same point of their ranges", "[risk]") {
  const std::string both = "kans = 0.5\nsamen_met = \"besluit\"\n" + range("\"50%\"", "\"100%\"", "\"150%\"");
  const Compiled plan = compiled_text(own + baten("2025 = 1000") + both + lasten("2025 = 1000") + both);
  CHECK(plan.program.causes.size() == 1);
  const Spread spread = total_of(drawn(plan, {.runs = 20'000}), 0);
  CHECK(spread.percentiles.front() == Money::of_euros(1000));
  CHECK(spread.percentiles.back() == Money::of_euros(1000));
}

TEST_CASE("order statistics are what sorting gives", "[risk]") {
  std::mt19937_64 engine(5);
  for (const std::uint64_t spread :
       {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{50}, std::uint64_t{1} << 20, std::uint64_t{1} << 62})
    for (const std::size_t count : {std::size_t{1}, std::size_t{100}, std::size_t{1025}, std::size_t{50'000}}) {
      std::vector<std::int64_t> values;
      for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<std::int64_t>(engine() % spread) * (engine() % 8 == 0 ? -1 : 1));
      if (count > 1000) values[count / 2] = -9'000'000'000'000'000'000;  // one far away
      std::vector<std::int64_t> sorted = values;
      std::sort(sorted.begin(), sorted.end());
      const std::vector<std::size_t> ranks = {0, count / 20, count / 2, count / 2, count - 1 - count / 20, count - 1};
      std::vector<std::int64_t> expected;
      for (const std::size_t rank : ranks) expected.push_back(sorted[rank]);
      CHECK(order_statistics(values, ranks, sorted.front(), sorted.back()) == expected);
    }
}

TEST_CASE("draws that could leave the range of money are refused before the first", "[risk]") {
  const std::string large = "bandbreedte = { min = 0, max = \"9.999.999.999.999\", waarschijnlijk = 5 }\n";
  std::string text = own;
  for (int i = 0; i < 3; ++i) text += baten("2025 = 1") + large;
  CHECK(compiled_text(text).program.findings.empty());
  const Compiled beyond = compiled_text(own + baten("2025 = 1") + range("0", "5", "10_000_000_000_001"));
  REQUIRE(beyond.program.findings.size() == 1);
  CHECK(to_text(beyond.program.findings[0].message) == "a range goes to at most ±10.000.000.000.000 euro");
  const Compiled grows = compiled_text(own + baten("2025 = 1") + range("0", "5", "9_000_000_000_000") +
                                       "index = \"steil\"\n[index]\nsteil = 9_999\n");
  REQUIRE(grows.program.findings.size() == 1);
  CHECK(to_text(grows.program.findings[0].message) ==
        "what can be drawn may add up to more than ±90.000.000.000.000.000,00 euro");
}

TEST_CASE("PM with a range is nothing in the plan and an amount in every draw", "[risk]") {
  const Compiled plan = compiled_text(own + lasten("2025 = \"PM\"") + range("100", "200", "300"));
  const Spread spread = total_of(drawn(plan, {.runs = 10'000}), 0);
  CHECK(spread.figure.plan == Money::of_euros(1000));
  CHECK(spread.percentiles.back() < Money::of_euros(900));
  CHECK(spread.percentiles.front() > Money::of_euros(700));
}
