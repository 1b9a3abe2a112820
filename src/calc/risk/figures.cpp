#include "calc/risk/figures.h"

#include <algorithm>

namespace saldo {

namespace {

class FigureList {
 public:
  FigureList(const Plan& plan, const Balances& balances, const DrawnBalances& drawn, StepList& steps)
      : plan_(plan),
        balances_(balances),
        drawn_(drawn),
        steps_(steps),
        has_exploitatie_(plan.has_exploitatie()),
        lines_(plan.lines.size()) {}

  std::vector<RiskFigure> add() {
    sum_lines();
    for (std::size_t l = 0; l < lines_.size(); ++l)
      for (std::size_t y = 0; y < lines_[l].size(); ++y)
        figures_.push_back(
            {RiskSubject::line, static_cast<LineId>(l), y, planned(y, static_cast<LineId>(l)), lines_[l][y]});
    add_total();
    if (plan_.investeringsbudget) add_investeringsbudget(position(*plan_.investeringsbudget->id));
    return std::move(figures_);
  }

 private:
  // The projects of which each year stands by itself: in a line with those under it, or in the plan.
  template <class Visit>
  void for_each_exploitatie(std::optional<LineId> line, Visit visit) const {
    if (!has_exploitatie_) return;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      if (plan_.projects[p].is_exploitatie() && (!line || plan_.is_in(plan_.projects[p], *line))) visit(p);
  }

  // By the plan: the stands, and of what has none the result of the year.
  Money planned(std::size_t year, std::optional<LineId> line) const {
    const Balance& sum = line ? balances_.lines[position(*line)] : balances_.total;
    Money money = sum.years[year].eindsaldo;
    for_each_exploitatie(line, [&](std::size_t p) { money += at_year_end(balances_.projects[p], year); });
    return money;
  }

  std::optional<Slot> slot(std::size_t project, std::size_t year) const {
    return drawn_.slots[drawn_.graph.closing(project, year)];
  }
  Money sure(std::size_t project, std::size_t year) const { return at_year_end(drawn_.likely.projects[project], year); }
  void add_line(SlotSum& sum, std::size_t line, std::size_t year) const {
    Money likely = drawn_.likely.lines[line].years[year].eindsaldo;
    for_each_exploitatie(static_cast<LineId>(line), [&](std::size_t project) { likely += sure(project, year); });
    sum.add(lines_[line][year], likely, +1);
  }

  // A line is the sum of its projects and of the lines under it, which come before it.
  void sum_lines() {
    std::vector<std::vector<std::size_t>> projects(plan_.lines.size()), under(plan_.lines.size());
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      if (const auto& line = plan_.projects[p].programmalijn.id) projects[position(*line)].push_back(p);
    for (auto line = plan_.lines_outside_in.rbegin(); line != plan_.lines_outside_in.rend(); ++line) {
      const std::size_t l = position(*line);
      for (std::size_t y = 0; y < plan_.years.size(); ++y) {
        SlotSum sum;
        for (const std::size_t p : projects[l]) sum.add(slot(p, y), sure(p, y), +1);
        for (const std::size_t u : under[l]) add_line(sum, u, y);
        lines_[l].push_back(steps_.sum(std::move(sum)));
      }
      if (const auto& onder = plan_.line(*line).onder) under[position(*onder->id)].push_back(l);
    }
  }

  void add_total() {
    for (std::size_t y = 0; y < plan_.years.size(); ++y) {
      SlotSum sum;
      for (std::size_t l = 0; l < plan_.lines.size(); ++l)
        if (!plan_.lines[l].onder) add_line(sum, l, y);
      for (std::size_t p = 0; p < plan_.projects.size(); ++p)
        if (!plan_.projects[p].programmalijn.id) sum.add(slot(p, y), sure(p, y), +1);
      figures_.push_back({RiskSubject::total, {}, y, planned(y, std::nullopt), steps_.sum(std::move(sum))});
    }
  }

  void add_investeringsbudget(std::size_t project) {
    const auto& years = balances_.projects[project].years;
    Money bound, lowest = years.front().eindsaldo, least = Money::of_cents(Money::limit_cents);
    std::vector<Slot> slots;
    for (std::size_t y = 0; y < years.size(); ++y) {
      const std::optional<Slot> found = slot(project, y);
      figures_.push_back({RiskSubject::investeringsbudget, {}, y, years[y].eindsaldo, found});
      lowest = std::min(lowest, years[y].eindsaldo);
      if (found) slots.push_back(*found);
      else least = std::min(least, sure(project, y));
      bound = std::max(bound, found ? steps_.bound(*found) : sure(project, y).size());
    }
    const std::optional<Slot> least_slot =
        slots.empty() ? std::nullopt : std::optional(steps_.least(least, std::move(slots), bound));
    figures_.push_back({RiskSubject::lowest, {}, 0, lowest, least_slot});
  }

  const Plan& plan_;
  const Balances& balances_;
  const DrawnBalances& drawn_;
  StepList& steps_;
  bool has_exploitatie_;
  std::vector<std::vector<std::optional<Slot>>> lines_;  // per line and year
  std::vector<RiskFigure> figures_;
};

}  // namespace

std::vector<RiskFigure> add_figures(const Plan& plan, const Balances& balances, const DrawnBalances& drawn,
                                    StepList& steps) {
  return FigureList(plan, balances, drawn, steps).add();
}

}  // namespace saldo
