#include "calc/variants/sweep.h"

#include <memory>

#include "calc/wijziging/work_out.h"

namespace saldo {

namespace {

constexpr int decimals_of_a_billionth = 9;

void set_value(const Sweep& sweep, std::int64_t value, Wijziging& change) {
  if (sweep.unit == SweepUnit::cent) {
    const Amount amount = Money::of_cents(value);
    if (change.set_amount) change.set_amount->term.amount = amount;
    else std::get<Project>(change.values).budget = amount;
    return;
  }
  if (change.factor.every) change.factor.every = share_of(value);
  for (auto& of_year : change.factor.years) of_year.value = share_of(value);
}

// What one thread needs: its own changes, whose values it sets, and its own plan, used again and again.
struct Worker {
  explicit Worker(const SweepInput& input) : in(input), list(input.changes) {
    for (const Sweep& sweep : in.sweeps) changes.push_back(sweep.change);
    list.add(changes);
  }
  Worker(const Worker&) = delete;  // `list` points to `changes`
  Worker& operator=(const Worker&) = delete;

  SweepFigures figures_at(std::size_t position) {
    for (std::size_t s = in.sweeps.size(); s-- > 0;) {
      const std::size_t count = count_values(in.sweeps[s]);
      set_value(in.sweeps[s], value_at(in.sweeps[s], position % count), changes[s]);
      position /= count;
    }
    SweepFigures figures;
    figures.findings = work_out(in.base, list, worked);
    if (!figures.findings.empty()) return figures;
    const bool is_stand = !worked.plan.has_exploitatie();
    for (const YearFigures& year : worked.balances.total.years)
      figures.uitkomst.push_back(is_stand ? year.eindsaldo : year.resultaat().counted());
    figures.rib = rib_figures(worked);
    figures.figure = in.figure(worked);
    figures.verschil = figures.figure + -in.of_base;
    return figures;
  }

  const SweepInput& in;
  std::vector<Wijziging> changes;
  ChangeList list;
  Worked worked;
};

}  // namespace

std::size_t count_values(const Sweep& sweep) {
  const Wide distance = Wide{sweep.last} - sweep.first;  // which may need more than 64 bits
  return static_cast<std::size_t>((distance < 0 ? -distance : distance) / sweep.step) + 1;
}

std::size_t count_variants(std::span<const Sweep> sweeps) {
  std::size_t count = 1;
  for (const Sweep& sweep : sweeps) {
    const std::size_t values = count_values(sweep);
    if (values > max_variants / count) return max_variants + 1;
    count *= values;
  }
  return count;
}

std::int64_t value_at(const Sweep& sweep, std::size_t position) {
  const Wide moved = Wide{sweep.step} * static_cast<std::int64_t>(position);
  return static_cast<std::int64_t>(sweep.last < sweep.first ? sweep.first - moved : sweep.first + moved);
}

Ratio share_of(std::int64_t billionths) { return Ratio{billionths, 1} * Ratio{1, Wide{billion} * 100}; }

Wijziging change_at(const Sweep& sweep, std::size_t position) {
  Wijziging change = sweep.change;
  set_value(sweep, value_at(sweep, position), change);
  return change;
}

int decimals_of(const Sweep& sweep) {
  int decimals = decimals_of_a_billionth;
  std::int64_t unit = 1;
  while (decimals > 0 && sweep.first % (unit * 10) == 0 && sweep.step % (unit * 10) == 0) {
    unit *= 10;
    --decimals;
  }
  return decimals;
}

std::vector<SweepFigures> run_sweep(const SweepInput& input, std::size_t threads) {
  std::vector<SweepFigures> figures(count_variants(input.sweeps));
  on_threads(figures.size(), threads, [&] {
    return [&, worker = std::make_shared<Worker>(input)](std::size_t i) { figures[i] = worker->figures_at(i); };
  });
  return figures;
}

}  // namespace saldo
