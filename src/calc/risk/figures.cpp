#include "calc/risk/figures.h"

#include <algorithm>

namespace saldo {

namespace {

class FigureList {
 public:
  FigureList(const Plan& plan, const Balances& balances, const DrawnBalances& drawn, StepList& steps)
      : plan_(plan), balances_(balances), drawn_(drawn), steps_(steps), lines_(plan.lines.size()) {}

  std::vector<RiskFigure> add() {
    sum_lines();
    for (std::size_t l = 0; l < lines_.size(); ++l)
      for (std::size_t y = 0; y < lines_[l].size(); ++y)
        figures_.push_back(
            {RiskSubject::line, static_cast<LineId>(l), y, balances_.lines[l].years[y].eindsaldo, lines_[l][y]});
    add_total();
    if (plan_.investeringsbudget) add_investeringsbudget(position(*plan_.investeringsbudget->id));
    return std::move(figures_);
  }

 private:
  std::optional<Slot> slot(std::size_t project, std::size_t year) const {
    return drawn_.slots[drawn_.graph.closing(project, year)];
  }
  Money sure(std::size_t project, std::size_t year) const {
    return drawn_.likely.projects[project].years[year].eindsaldo;
  }
  void add_line(SlotSum& sum, std::size_t line, std::size_t year) const {
    sum.add(lines_[line][year], drawn_.likely.lines[line].years[year].eindsaldo, +1);
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
      figures_.push_back({RiskSubject::total, {}, y, balances_.total.years[y].eindsaldo, steps_.sum(std::move(sum))});
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
  std::vector<std::vector<std::optional<Slot>>> lines_;  // per line and year
  std::vector<RiskFigure> figures_;
};

}  // namespace

std::vector<RiskFigure> add_figures(const Plan& plan, const Balances& balances, const DrawnBalances& drawn,
                                    StepList& steps) {
  return FigureList(plan, balances, drawn, steps).add();
}

}  // namespace saldo
