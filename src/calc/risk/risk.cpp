#include "calc/risk/risk.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include "base/on_threads.h"
#include "calc/risk/order_statistics.h"
#include "calc/risk/statistics.h"

namespace saldo {

namespace {

constexpr std::size_t chunk_draws = 64 * block_draws;    // what a thread takes at a time
constexpr std::size_t draws_at_hand = 32 * 1024 * 1024;  // amounts held at the same time: 256 MB

// Zero-based place in the sorted draws of the k-th smallest; k is runs x share rounded up, at least 1.
std::size_t place_of(Ratio share, std::size_t runs) {
  const Wide product = share.num * static_cast<Wide>(runs);
  const Wide up = (product + share.den - 1) / share.den;
  return static_cast<std::size_t>(std::max<Wide>(up, 1) - 1);
}

// Room that the draws themselves fill: clearing it first would take as long as some of the draws.
class Column {
 public:
  explicit Column(std::size_t size) : size_(size), draws_(std::make_unique_for_overwrite<std::int64_t[]>(size)) {}
  std::int64_t* from(std::size_t draw) { return &draws_[draw]; }
  operator std::span<const std::int64_t>() const { return {draws_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<std::int64_t[]> draws_;
};

class Runner {
 public:
  Runner(const RiskProgram& program, const RiskOptions& options)
      : program_(program),
        options_(options),
        threads_(options.threads > 0 ? options.threads : all_cores()),
        chunks_((options.runs + chunk_draws - 1) / chunk_draws) {
    for (const int percent : risk_percentiles) places_.push_back(place_of({percent, 100}, options.runs));
    // Losses are the draws from the other end: with 90% certainty they do not exceed the k-th smallest of them.
    places_.push_back(options.runs - 1 - place_of(options.certainty, options.runs));
    for (const RiskFigure& figure : program.figures)
      if (figure.slot) seen_.push_back(*figure.slot);
    std::sort(seen_.begin(), seen_.end());
    seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  }

  RiskResult run() {
    choose_targets();
    result_.spreads.resize(program_.figures.size());
    const std::size_t at_once = std::max<std::size_t>(1, draws_at_hand / options_.runs);
    // Draws can be made again, so a plan with many figures takes no more memory but more rounds.
    for (std::size_t first = 0; first == 0 || first < seen_.size(); first += at_once) {
      const std::size_t last = std::min(seen_.size(), first + at_once);
      draw(first, last);
      summarise(first, last);
    }
    for (std::size_t f = 0; f < program_.figures.size(); ++f)
      if (!program_.figures[f].slot) result_.spreads[f] = sure(program_.figures[f]);
    add_shares();
    add_weerstandsvermogen();
    return std::move(result_);
  }

 private:
  // --- drawing ---

  // The last closing balance of the plan, and that of the investeringsbudget, as far as draws change them.
  void choose_targets() {
    for (std::size_t c = 0; c < program_.effects.size(); ++c) variables_.push_back({program_.effects[c], 0});
    for (const RiskSubject subject : {RiskSubject::total, RiskSubject::investeringsbudget})
      if (const RiskFigure* figure = last_of(subject)) {
        (subject == RiskSubject::total ? total_target_ : rib_target_) = targets_;
        if (!figure->slot) {
          (subject == RiskSubject::total ? total_target_ : rib_target_).reset();
          continue;
        }
        variables_.push_back({*figure->slot, figure->plan.cents()});
        ++targets_;
      }
  }

  const RiskFigure* last_of(RiskSubject subject) const {
    const auto found = std::find_if(program_.figures.rbegin(), program_.figures.rend(),
                                    [subject](const RiskFigure& figure) { return figure.subject == subject; });
    return found == program_.figures.rend() ? nullptr : &*found;
  }

  void draw(std::size_t first, std::size_t last) {
    columns_.clear();
    for (std::size_t s = first; s < last; ++s) columns_.emplace_back(options_.runs);
    const bool with_moments = first == 0;
    std::vector<Moments> parts(with_moments ? chunks_ : 0);
    const auto make_work = [&] {
      return [&, lanes = Lanes(program_, options_.seed, options_.width)](std::size_t chunk) mutable {
        if (with_moments) parts[chunk] = no_moments(program_.effects.size(), targets_);
        const std::size_t end = std::min(options_.runs, (chunk + 1) * chunk_draws);
        for (std::size_t at = chunk * chunk_draws; at < end; at += block_draws) {
          const std::size_t count = std::min(block_draws, end - at);
          lanes.run(at);
          for (std::size_t s = first; s < last; ++s)
            std::copy_n(lanes.at(seen_[s]), count, columns_[s - first].from(at));
          if (with_moments) lanes.add_moments(variables_, targets_, count, parts[chunk]);
        }
      };
    };
    on_threads(chunks_, threads_, make_work, [&](std::size_t done) {
      const std::size_t rounds = std::max<std::size_t>(seen_.size(), 1);
      if (options_.progress) options_.progress((first * 100 + (last - first) * 100 * done / chunks_) / rounds);
    });
    if (!with_moments) return;
    moments_ = no_moments(program_.effects.size(), targets_);
    for (const Moments& part : parts) saldo::add_moments(moments_, part);
  }

  // --- figures ---

  void summarise(std::size_t first, std::size_t last) {
    std::vector<Spread> spreads(last - first);
    const auto make_work = [&] { return [&](std::size_t column) { spreads[column] = spread(columns_[column]); }; };
    on_threads(last - first, threads_, make_work);
    for (std::size_t f = 0; f < program_.figures.size(); ++f) {
      const RiskFigure& figure = program_.figures[f];
      if (!figure.slot) continue;
      const auto at =
          static_cast<std::size_t>(std::lower_bound(seen_.begin(), seen_.end(), *figure.slot) - seen_.begin());
      if (at < first || at >= last) continue;
      result_.spreads[f] = spreads[at - first];
      result_.spreads[f].figure = figure;
      if (&figure == last_of(RiskSubject::total)) add_histogram(columns_[at - first]);
    }
  }

  Spread spread(std::span<const std::int64_t> draws) const {
    const Survey all = survey(draws, options_.floor.cents(), options_.width);
    Spread found;
    found.below_floor = all.below;
    found.mean = rounded({all.sum, static_cast<Wide>(draws.size())}, {});
    std::vector<std::size_t> places = places_;
    std::sort(places.begin(), places.end());
    const std::vector<std::int64_t> at = order_statistics(draws, places, all.least, all.most);
    const auto amount_at = [&](std::size_t place) {
      return Money::of_cents(
          at[static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin())]);
    };
    for (std::size_t i = 0; i < std::size(risk_percentiles); ++i) found.percentiles.push_back(amount_at(places_[i]));
    found.at_certainty = amount_at(places_.back());
    return found;
  }

  Spread sure(const RiskFigure& figure) const {
    Spread found{figure, figure.plan, std::vector<Money>(std::size(risk_percentiles), figure.plan), figure.plan, 0};
    found.below_floor = figure.plan < options_.floor ? options_.runs : 0;
    return found;
  }

  // Ten to twenty-five bars with round ends.
  void add_histogram(std::span<const std::int64_t> draws) {
    constexpr std::int64_t most_bars = 25;
    const auto [least, most] = std::minmax_element(draws.begin(), draws.end());
    const Wide width_of_all = static_cast<Wide>(*most) - *least;
    Wide width = 1;
    for (Wide ten = 1; width * most_bars <= width_of_all; ten *= 10)
      for (const int step : {1, 2, 5})
        if (width * most_bars <= width_of_all) width = ten * step;
    const Wide start = (*least < 0 ? (*least - width + 1) / width : *least / width) * width;
    std::vector<std::size_t> counts(static_cast<std::size_t>((*most - start) / width) + 1);
    for (const std::int64_t draw : draws) ++counts[static_cast<std::size_t>((draw - start) / width)];
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const Wide from = start + static_cast<Wide>(i) * width;
      result_.histogram.push_back({Money::of_cents(static_cast<std::int64_t>(from)),
                                   Money::of_cents(static_cast<std::int64_t>(from + width)), counts[i]});
    }
  }

  // --- what follows ---

  void add_shares() {
    const std::size_t effects = program_.effects.size();
    const auto shares = [&](std::optional<std::size_t> target) {
      return target ? variance_shares(moments_, *target, targets_, effects, options_.runs)
                    : std::vector<std::int64_t>(effects);
    };
    const std::vector<std::int64_t> of_total = shares(total_target_), of_rib = shares(rib_target_);
    for (std::size_t c = 0; c < effects; ++c) {
      result_.shares.push_back({static_cast<std::uint32_t>(c), of_total[c], {}});
      if (last_of(RiskSubject::investeringsbudget) != nullptr) result_.shares.back().of_investeringsbudget = of_rib[c];
    }
    std::stable_sort(result_.shares.begin(), result_.shares.end(),
                     [](const CauseShare& a, const CauseShare& b) { return b.of_total < a.of_total; });
  }

  void add_weerstandsvermogen() {
    for (const Spread& spread : result_.spreads) {
      if (spread.figure.subject != RiskSubject::total) continue;
      const Money plan = spread.figure.plan, low = spread.at_certainty;
      Weerstandsvermogen year{spread.figure.year, plan, low, std::max(plan - low, Money()), {}, {}, {}};
      for (const RiskFigure& figure : program_.figures)
        if (figure.subject == RiskSubject::investeringsbudget && figure.year == year.year) year.available = figure.plan;
      if (year.available) rate(year);
      result_.weerstandsvermogen.push_back(year);
    }
  }

  // The table of norms that Dutch municipalities use, from the NAR and the Universiteit Twente: A excellent (above 2,0),
  // B amply sufficient (1,4), C sufficient (1,0), D moderate (0,8), E insufficient (0,6), F amply insufficient. A class
  // begins at its lower bound.
  static void rate(Weerstandsvermogen& year) {
    if (year.needed == Money()) return;
    const Ratio ratio = Ratio::of(*year.available) * Ratio{1, year.needed.cents()};
    const Money hundredths = rounded(ratio * Ratio{100, 1}, {});
    if (!hundredths.is_overflow()) year.ratio = hundredths.cents();
    const auto is_least = [&](int tenths) { return ratio.num * 10 >= ratio.den * tenths; };
    const bool above_two = ratio.num > ratio.den * 2;
    year.ratio_class = above_two      ? RatioClass::a
                       : is_least(14) ? RatioClass::b
                       : is_least(10) ? RatioClass::c
                       : is_least(8)  ? RatioClass::d
                       : is_least(6)  ? RatioClass::e
                                      : RatioClass::f;
  }

  const RiskProgram& program_;
  const RiskOptions& options_;
  std::size_t threads_;
  std::size_t chunks_;
  std::vector<std::size_t> places_;       // of the percentiles in the sorted draws, then of the certainty
  std::vector<Slot> seen_;                // of all figures, each once
  std::vector<Column> columns_;           // the draws of some of them
  std::vector<Lanes::Target> variables_;  // the effects of causes, then the targets
  std::size_t targets_ = 0;
  std::optional<std::size_t> total_target_, rib_target_;
  Moments moments_;
  RiskResult result_;
};

}  // namespace

RiskResult run_risk(const RiskProgram& program, const RiskOptions& options) { return Runner(program, options).run(); }

}  // namespace saldo
