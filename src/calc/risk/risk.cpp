#include "calc/risk/risk.h"

#include <algorithm>
#include <memory>

#include "base/on_threads.h"
#include "calc/risk/spread.h"
#include "calc/risk/statistics.h"
#include "calc/risk/weerstandsvermogen.h"

namespace saldo {

namespace {

constexpr std::size_t chunk_draws = 64 * block_draws;    // what a thread takes at a time
constexpr std::size_t draws_at_hand = 32 * 1024 * 1024;  // amounts held at the same time: 256 MB

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

const RiskFigure* last_of(const RiskProgram& program, RiskSubject subject) {
  const auto found = std::find_if(program.figures.rbegin(), program.figures.rend(),
                                  [subject](const RiskFigure& figure) { return figure.subject == subject; });
  return found == program.figures.rend() ? nullptr : &*found;
}

// What causes are held against: the last closing balance of the plan, and that of the investeringsbudget.
struct Targets {
  std::size_t count = 0;
  std::optional<std::size_t> total, rib;  // which of them, as far as draws change it
  std::vector<Lanes::Target> variables;   // the effects of causes, then the targets
};

Targets choose_targets(const RiskProgram& program) {
  Targets targets;
  for (const Slot effect : program.effects) targets.variables.push_back({effect, 0});
  const auto add = [&](RiskSubject subject) -> std::optional<std::size_t> {
    const RiskFigure* figure = last_of(program, subject);
    if (figure == nullptr || !figure->slot) return std::nullopt;
    targets.variables.push_back({*figure->slot, figure->plan.cents()});
    return targets.count++;
  };
  targets.total = add(RiskSubject::total);
  targets.rib = add(RiskSubject::investeringsbudget);
  return targets;
}

// The largest first.
std::vector<CauseShare> shares_of(const RiskProgram& program, const Targets& targets, const Moments& moments,
                                  std::size_t runs) {
  const std::size_t effects = program.effects.size();
  const auto shares = [&](std::optional<std::size_t> target) {
    return target ? variance_shares(moments, *target, targets.count, effects, runs)
                  : std::vector<std::int64_t>(effects);
  };
  const std::vector<std::int64_t> of_total = shares(targets.total), of_rib = shares(targets.rib);
  std::vector<CauseShare> all;
  for (std::size_t c = 0; c < effects; ++c) {
    all.push_back({static_cast<std::uint32_t>(c), of_total[c], {}});
    if (last_of(program, RiskSubject::investeringsbudget) != nullptr) all.back().of_investeringsbudget = of_rib[c];
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const CauseShare& a, const CauseShare& b) { return b.of_total < a.of_total; });
  return all;
}

// The slots of all figures that draws change, each once.
std::vector<Slot> slots_seen(const RiskProgram& program) {
  std::vector<Slot> seen;
  for (const RiskFigure& figure : program.figures)
    if (figure.slot) seen.push_back(*figure.slot);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  return seen;
}

// The draws, as many figures at a time as there is room for, and what is kept of them.
class Runner {
 public:
  Runner(const RiskProgram& program, const RiskOptions& options)
      : program_(program),
        options_(options),
        targets_(choose_targets(program)),
        threads_(options.threads > 0 ? options.threads : all_cores()),
        chunks_((options.runs + chunk_draws - 1) / chunk_draws),
        seen_(slots_seen(program)) {}

  RiskResult run() {
    result_.spreads.resize(program_.figures.size());
    const std::size_t at_once = std::max<std::size_t>(1, draws_at_hand / options_.runs);
    // Draws can be made again, so a plan with many figures takes no more memory but more rounds.
    for (std::size_t first = 0; first == 0 || first < seen_.size(); first += at_once) {
      const std::size_t last = std::min(seen_.size(), first + at_once);
      draw(first, last);
      summarise(first, last);
    }
    for (std::size_t f = 0; f < program_.figures.size(); ++f)
      if (!program_.figures[f].slot) result_.spreads[f] = sure_spread(program_.figures[f], options_);
    result_.shares = shares_of(program_, targets_, moments_, options_.runs);
    result_.weerstandsvermogen = work_out_weerstandsvermogen(program_, result_.spreads);
    return std::move(result_);
  }

 private:
  void draw(std::size_t first, std::size_t last) {
    columns_.clear();
    for (std::size_t s = first; s < last; ++s) columns_.emplace_back(options_.runs);
    const bool with_moments = first == 0;
    std::vector<Moments> parts(with_moments ? chunks_ : 0);
    const auto make_work = [&] {
      return [&, lanes = Lanes(program_, options_.seed, options_.width)](std::size_t chunk) mutable {
        if (with_moments) parts[chunk] = no_moments(program_.effects.size(), targets_.count);
        const std::size_t end = std::min(options_.runs, (chunk + 1) * chunk_draws);
        for (std::size_t at = chunk * chunk_draws; at < end; at += block_draws) {
          const std::size_t count = std::min(block_draws, end - at);
          lanes.run(at);
          for (std::size_t s = first; s < last; ++s)
            std::copy_n(lanes.at(seen_[s]), count, columns_[s - first].from(at));
          if (with_moments) lanes.add_moments(targets_.variables, targets_.count, count, parts[chunk]);
        }
      };
    };
    on_threads(chunks_, threads_, make_work, [&](std::size_t done) {
      const std::size_t rounds = std::max<std::size_t>(seen_.size(), 1);
      if (options_.progress) options_.progress((first * 100 + (last - first) * 100 * done / chunks_) / rounds);
    });
    if (!with_moments) return;
    moments_ = no_moments(program_.effects.size(), targets_.count);
    for (const Moments& part : parts) add_moments(moments_, part);
  }

  void summarise(std::size_t first, std::size_t last) {
    std::vector<Spread> spreads(last - first);
    on_threads(last - first, threads_,
               [&] { return [&](std::size_t column) { spreads[column] = spread_of(columns_[column], options_); }; });
    for (std::size_t f = 0; f < program_.figures.size(); ++f) {
      const RiskFigure& figure = program_.figures[f];
      if (!figure.slot) continue;
      const auto at =
          static_cast<std::size_t>(std::lower_bound(seen_.begin(), seen_.end(), *figure.slot) - seen_.begin());
      if (at < first || at >= last) continue;
      result_.spreads[f] = spreads[at - first];
      result_.spreads[f].figure = figure;
      if (&figure == last_of(program_, RiskSubject::total)) result_.histogram = histogram_of(columns_[at - first]);
    }
  }

  const RiskProgram& program_;
  const RiskOptions& options_;
  Targets targets_;
  std::size_t threads_;
  std::size_t chunks_;
  std::vector<Slot> seen_;
  std::vector<Column> columns_;  // the draws of some of those
  Moments moments_;
  RiskResult result_;
};

}  // namespace

RiskResult run_risk(const RiskProgram& program, const RiskOptions& options) { return Runner(program, options).run(); }

}  // namespace saldo
