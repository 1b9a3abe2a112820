#include "calc/risk/risk.h"

#include <algorithm>
#include <bit>
#include <list>
#include <mutex>

#include "base/on_threads.h"
#include "calc/risk/spread.h"
#include "calc/risk/statistics.h"
#include "calc/risk/weerstandsvermogen.h"

namespace saldo {

namespace {

constexpr std::size_t chunk_draws = 128 * block_draws;   // what a thread takes at a time
constexpr std::size_t sample_draws = 32 * block_draws;   // what sieves are aimed by
constexpr std::size_t draws_at_hand = 32 * 1024 * 1024;  // amounts held at the same time: 256 MB

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

// A slot that figures are seen in, and what is left of its draws.
struct Column {
  Slot slot = 0;
  std::optional<Sieve> sieve = {};  // none: not aimed yet
  Sifted sifted = {};
};

// The draws, with as many columns at a time as there is room for, and what follows from them.
class Runner {
 public:
  Runner(const RiskProgram& program, const RiskOptions& options)
      : program_(program),
        options_(options),
        asked_(asked_of(options)),
        targets_(choose_targets(program)),
        threads_(options.threads > 0 ? options.threads : all_cores()),
        chunks_((options.runs + chunk_draws - 1) / chunk_draws) {
    for (const Slot slot : slots_seen(program)) waiting_.push_back({slot});
    columns_ = waiting_.size();
  }

  RiskResult run() {
    result_.spreads.resize(program_.figures.size());
    for (std::size_t f = 0; f < program_.figures.size(); ++f)
      if (!program_.figures[f].slot) result_.spreads[f] = sure_spread(program_.figures[f], options_);
    // Draws can be made again, so a plan with many figures takes no more memory but more rounds.
    for (bool is_first = true; is_first || !waiting_.empty(); is_first = false) {
      std::vector<Column> round = next_round();
      draw(round, is_first);
      summarise(round);
    }
    result_.histogram = last_total_.bars();
    result_.shares = shares_of(program_, targets_, moments_, options_.runs);
    result_.weerstandsvermogen = work_out_weerstandsvermogen(program_, result_.spreads);
    return std::move(result_);
  }

 private:
  std::vector<Column> next_round() {
    const std::size_t most = std::min(waiting_.size(), draws_at_hand / sample_draws);
    aim_columns(std::span(waiting_).first(most));
    std::size_t count = 0, held = 0;
    for (; count < most; ++count)
      if ((held += waiting_[count].sieve->about) > draws_at_hand && count > 0) break;
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Column> round(std::move_iterator(waiting_.begin()), std::move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    return round;
  }

  // By the first draws. What was aimed before stays as it is.
  void aim_columns(std::span<Column> columns) const {
    const std::size_t count = std::min(options_.runs, sample_draws);
    std::vector<std::vector<std::int64_t>> samples(columns.size());
    Lanes lanes(program_, options_.seed, options_.width);
    for (std::size_t at = 0; at < count; at += block_draws) {
      lanes.run(at);
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto amounts = lanes.at(columns[c].slot);
        samples[c].insert(samples[c].end(), amounts.begin(), amounts.begin() + std::min(block_draws, count - at));
      }
    }
    on_threads(columns.size(), threads_, [&] {
      return [&](std::size_t c) {
        if (!columns[c].sieve) columns[c].sieve = aim(samples[c], options_.runs, asked_);
      };
    });
  }

  // What one thread makes of its draws.
  struct Share {
    Lanes lanes;
    std::vector<Column> columns;
    Tally last_total = {};
    std::size_t chunks = 0;
  };

  void draw(std::vector<Column>& round, bool is_first) {
    std::vector<Moments> parts(is_first ? chunks_ : 0);
    std::list<Share> shares;
    std::mutex sharing;
    const auto make_work = [&] {
      const std::lock_guard lock(sharing);
      shares.push_back({Lanes(program_, options_.seed, options_.width), round});
      for (Column& column : shares.back().columns)
        column.sifted.kept.reserve(std::min(column.sieve->about, options_.runs / 8));  // room to grow, not used before
      return [&, share = &shares.back()](std::size_t chunk) {
        if (is_first) parts[chunk] = no_moments(program_.effects.size(), targets_.count);
        draw_chunk(chunk, *share, is_first ? &parts[chunk] : nullptr);
      };
    };
    on_threads(chunks_, threads_, make_work, [&](std::size_t done) { tell_progress(round.size(), done); });
    for (Share& share : shares) {
      last_total_.add(share.last_total);
      for (std::size_t c = 0; c < round.size(); ++c) {
        for (std::size_t bin = 0; bin < Sieve::bins; ++bin)
          round[c].sieve->keeps[bin] &= share.columns[c].sieve->keeps[bin];
        round[c].sifted.add(std::move(share.columns[c].sifted));
      }
    }
    if (!is_first) return;
    moments_ = no_moments(program_.effects.size(), targets_.count);
    for (const Moments& part : parts) add_moments(moments_, part);
  }

  void draw_chunk(std::size_t chunk, Share& share, Moments* moments) {
    const std::size_t end = std::min(options_.runs, (chunk + 1) * chunk_draws);
    for (std::size_t at = chunk * chunk_draws; at < end; at += block_draws) {
      const std::size_t count = std::min(block_draws, end - at);
      share.lanes.run(at);
      for (Column& column : share.columns) share.lanes.sift(column.slot, count, *column.sieve, column.sifted);
      if (moments == nullptr) continue;
      share.lanes.add_moments(targets_.variables, targets_.count, count, *moments);
      if (!targets_.total) continue;
      const auto totals = share.lanes.at(total_slot());
      share.last_total.add({totals.data(), count});
    }
    if (!std::has_single_bit(++share.chunks)) return;
    for (Column& column : share.columns) narrow(*column.sieve, column.sifted, options_.runs, asked_);
  }

  Slot total_slot() const { return targets_.variables[program_.effects.size() + *targets_.total].slot; }

  void tell_progress(std::size_t columns, std::size_t chunks) const {
    const std::size_t all = std::max<std::size_t>(columns_, 1), before = columns_ - waiting_.size() - columns;
    if (options_.progress) options_.progress((before + columns * chunks / chunks_) * 100 / all);
  }

  void summarise(std::vector<Column>& round) {
    std::vector<std::optional<Spread>> spreads(round.size());
    on_threads(round.size(), threads_, [&] {
      return [&](std::size_t c) { spreads[c] = spread_of(*round[c].sieve, round[c].sifted, options_); };
    });
    for (std::size_t c = 0; c < round.size(); ++c) {
      if (!spreads[c]) {
        waiting_.push_back({round[c].slot, aim_again(*round[c].sieve, round[c].sifted, asked_)});
        continue;
      }
      for (std::size_t f = 0; f < program_.figures.size(); ++f) {
        if (program_.figures[f].slot != round[c].slot) continue;
        result_.spreads[f] = *spreads[c];
        result_.spreads[f].figure = program_.figures[f];
      }
    }
  }

  const RiskProgram& program_;
  const RiskOptions& options_;
  Asked asked_;
  Targets targets_;
  std::size_t threads_;
  std::size_t chunks_;
  std::size_t columns_ = 0;      // in all rounds
  std::vector<Column> waiting_;  // for a round
  Tally last_total_;             // of every draw
  Moments moments_;
  RiskResult result_;
};

}  // namespace

RiskResult run_risk(const RiskProgram& program, const RiskOptions& options) { return Runner(program, options).run(); }

}  // namespace saldo
