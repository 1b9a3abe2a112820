#include "calc/risk/program.h"

#include <algorithm>

#include "base/say.h"
#include "calc/resolve.h"
#include "calc/rules.h"

namespace saldo {

namespace {

// PM with a range is an amount in every draw: for the order and the sure amounts it stands at its most likely.
Plan with_likely_amounts(const Plan& plan, const Uncertain& uncertain) {
  Plan likely = plan;
  for (const DrawnAmount& drawn : uncertain.amounts) {
    if (!drawn.written.is_pm()) continue;
    Post& post = likely.projects[drawn.cell.project].posts[drawn.cell.post];
    for (Term& term : post.side(drawn.cell.direction).terms)
      if (term.year == plan.years.at(drawn.cell.year)) term.amount = Money::of_cents(drawn.range->mode);
  }
  return likely;
}

bool has_pm(const Uncertain& uncertain) {
  return std::any_of(uncertain.amounts.begin(), uncertain.amounts.end(),
                     [](const DrawnAmount& drawn) { return drawn.written.is_pm(); });
}

// Cells and after them the closing balances of projects, numbered as in resolve().
using Node = std::uint64_t;

class Compiler {
 public:
  Compiler(const Plan& plan, const Balances& balances, Uncertain uncertain, const Amounts& amounts, const Trace& trace)
      : plan_(plan),
        balances_(balances),
        uncertain_(std::move(uncertain)),
        amounts_(amounts),
        trace_(trace),
        years_(plan.years.size()),
        slots_(amounts.size() + plan.projects.size() * years_, unknown),
        likely_(work_out_balances(plan, amounts)) {}

  RiskProgram compile() {
    program_.causes = std::move(uncertain_.causes);
    add_drawn_amounts();
    for (const auto& [cell, step] : trace_) derived_.push_back(cell);
    std::sort(derived_.begin(), derived_.end());
    for (const Node node : derived_) work_out(node);
    for (Node node = amounts_.size(); node < slots_.size(); ++node) work_out(node);
    add_figures();
    add_effects();
    program_.slots = bounds_.size();
    check_range();
    return std::move(program_);
  }

 private:
  // What stands for a slot: not looked at yet, its needs being worked out, or an amount that no draw changes.
  static constexpr std::int64_t unknown = -1, under_way = -2, sure = -3;

  Node node(const AmountOf& cell) const {
    return position(amounts_.id(plan_.projects[cell.project], cell.post, cell.direction, cell.year));
  }
  Node closing(std::size_t project, std::size_t year) const { return amounts_.size() + project * years_ + year; }
  bool is_closing(Node node) const { return node >= amounts_.size(); }
  std::optional<Slot> slot(Node node) const {
    return slots_[node] < 0 ? std::nullopt : std::optional(static_cast<Slot>(slots_[node]));
  }

  Slot new_slot(Money bound) {
    bounds_.push_back(bound);
    return static_cast<Slot>(bounds_.size() - 1);
  }

  // --- what is drawn ---

  void add_drawn_amounts() {
    for (const DrawnAmount& drawn : uncertain_.amounts) {
      RiskStep step{.kind = StepKind::draw};
      step.cause = drawn.cause;
      step.has_chance = program_.causes[drawn.cause].kans.has_value();
      step.has_range = drawn.range.has_value();
      const std::int64_t written = drawn.written.counted().cents();
      step.range = drawn.range.value_or(Range{written, written, written});
      const Money bound = std::max(Money::of_cents(step.range.min).size(), Money::of_cents(step.range.max).size());
      step.to = new_slot(bound);
      (drawn.cell.direction == Direction::baten ? effect(drawn.cause).plus : effect(drawn.cause).minus)
          .push_back(step.to);
      const Slot to = step.to;
      program_.drawn.push_back(to);
      const bool is_fixed = !step.has_range;
      program_.steps.push_back(std::move(step));
      if (drawn.is_total) add_parts(drawn.cell, to);
      else slots_[node(drawn.cell)] = to;
      if (is_fixed) fixed_.emplace_back(to, drawn.cause);
    }
  }

  RiskStep& effect(std::uint32_t cause) {
    if (effects_.size() <= cause) effects_.resize(program_.causes.size());
    return effects_[cause];
  }

  void add_parts(AmountOf cell, Slot total) {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const Side& side = post.side(cell.direction);
    RiskStep step{.kind = StepKind::split};
    step.from = total;
    step.shares = side.total()->shares;
    step.rounding = rounding_of(plan_, post);
    const Money bound = bounds_[total] + bounds_[total] + step.rounding.unit;  // shares are at most the whole
    for (const Term& term : side.terms) {
      if (!term.facts().is_share) continue;
      cell.year = plan_.years.index(term.year);
      step.plus.push_back(new_slot(bound));
      slots_[node(cell)] = step.plus.back();
    }
    program_.steps.push_back(std::move(step));
  }

  // --- what follows ---

  // Depth first with a stack of our own, as resolve() does: a chain of rules may be as long as the plan.
  void work_out(Node start) {
    if (slots_[start] != unknown) return;
    std::vector<Node> stack{start};
    while (!stack.empty()) {
      const Node top = stack.back();
      if (slots_[top] == unknown) {
        slots_[top] = under_way;
        for_each_need(top, [&](Node need) {
          if (slots_[need] == unknown) stack.push_back(need);
        });
        continue;
      }
      stack.pop_back();
      if (slots_[top] != under_way) continue;
      const std::optional<Slot> found = is_closing(top) ? add_closing(top) : add_derived(top);
      slots_[top] = found ? std::int64_t{*found} : sure;
    }
  }

  template <class Visit>
  void for_each_need(Node node, Visit visit) const {
    if (is_closing(node)) {
      const std::size_t at = node - amounts_.size();
      if (at % years_ > 0) visit(node - 1);
      for_each_cell(at / years_, at % years_, [&](Node cell, Direction) { visit(cell); });
      return;
    }
    const auto found = trace_.find(node);
    if (found == trace_.end()) return;
    for (const Input& input : found->second.inputs) visit(position(input.cell));
    const AmountOf cell = locate(plan_, static_cast<CellId>(node));
    if (is_sluitpost(cell) && cell.year > 0) visit(closing(cell.project, cell.year - 1));
  }

  template <class Visit>
  void for_each_cell(std::size_t project, std::size_t year, Visit visit) const {
    for (std::size_t post = 0; post < plan_.projects[project].posts.size(); ++post)
      for (const Direction direction : both_directions) visit(node({project, post, direction, year}), direction);
  }

  const Side& side(const AmountOf& cell) const {
    return plan_.projects[cell.project].posts[cell.post].side(cell.direction);
  }
  bool is_sluitpost(const AmountOf& cell) const {
    const Term* term = find_term(side(cell), plan_.years.at(cell.year));
    return term != nullptr && term->facts().closes;
  }

  // A sum of amounts: what is sure of it in `start`, the others as slots.
  struct Sum {
    Money start;
    std::vector<Slot> plus, minus;

    void add(std::optional<Slot> slot, Money amount, int sign) {
      if (slot) (sign > 0 ? plus : minus).push_back(*slot);
      else start += sign > 0 ? amount : -amount;
    }
  };

  std::optional<Slot> add_sum(Sum sum) {
    if (sum.plus.empty() && sum.minus.empty()) return std::nullopt;
    if (sum.plus.size() == 1 && sum.minus.empty() && sum.start == Money()) return sum.plus.front();
    Money bound = sum.start.size();
    for (const Slot slot : sum.plus) bound += bounds_[slot];
    for (const Slot slot : sum.minus) bound += bounds_[slot];
    RiskStep step{.kind = StepKind::sum};
    step.to = new_slot(bound);
    step.start = sum.start.is_overflow() ? 0 : sum.start.cents();
    step.plus = std::move(sum.plus);
    step.minus = std::move(sum.minus);
    program_.steps.push_back(std::move(step));
    return program_.steps.back().to;
  }

  Money sure_closing(std::size_t project, std::size_t year) const {
    return likely_.projects[project].years[year].eindsaldo;
  }

  // A year with a sluitpost ends at zero, whatever is drawn.
  std::optional<Slot> add_closing(Node node) {
    const std::size_t project = (node - amounts_.size()) / years_, year = (node - amounts_.size()) % years_;
    Sum sum;
    bool has_sluitpost = false;
    if (year > 0) sum.add(slot(node - 1), sure_closing(project, year - 1), +1);
    else sum.start = plan_.projects[project].budget.counted();
    for_each_cell(project, year, [&](Node cell, Direction direction) {
      has_sluitpost = has_sluitpost || is_sluitpost(locate(plan_, static_cast<CellId>(cell)));
      sum.add(slot(cell), amounts_[static_cast<CellId>(cell)].counted(), direction == Direction::baten ? +1 : -1);
    });
    return has_sluitpost ? std::nullopt : add_sum(std::move(sum));
  }

  Sum sum_of_inputs(const Step& step) const {
    Sum sum;
    for (const Input& input : step.inputs)
      sum.add(slot(position(input.cell)), amounts_[input.cell].counted(), input.sign);
    return sum;
  }

  std::optional<Slot> add_derived(Node node) {
    const auto found = trace_.find(node);
    if (found == trace_.end()) return std::nullopt;
    const AmountOf cell = locate(plan_, static_cast<CellId>(node));
    Sum sum = sum_of_inputs(found->second);
    if (is_sluitpost(cell)) {
      const int sign = cell.direction == Direction::lasten ? +1 : -1;
      if (cell.year > 0)
        sum.add(slot(closing(cell.project, cell.year - 1)), sure_closing(cell.project, cell.year - 1), sign);
      else sum.add({}, *found->second.opening, sign);
    }
    if (find_term(side(cell), plan_.years.at(cell.year)) != nullptr) return add_sum(std::move(sum));
    const std::optional<Slot> base = add_sum(std::move(sum));
    return base ? std::optional(add_scale(*base, cell)) : std::nullopt;
  }

  // Both the percentage of a sum and the growth of the year before are a share of one amount, rounded.
  Slot add_scale(Slot from, const AmountOf& cell) {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const bool grown = !side(cell).rule;
    RiskStep step{.kind = StepKind::scale};
    step.from = from;
    step.rate = grown ? growth(cell) : side(cell).percentage()->rate;
    step.rate = Ratio{0, 1} + step.rate;  // in its lowest terms
    step.rounding = rounding_of(plan_, post);
    if (const auto fixed = fixed_cause(from); grown && fixed) return add_fixed(*fixed, cell);
    const Ratio size = step.rate.num < 0 ? step.rate * Ratio{-1, 1} : step.rate;
    const Money bound = rounded(Ratio::of(bounds_[from]) * size, {step.rounding.unit, RoundingMode::up, false});
    step.is_small = !bound.is_overflow() && is_small(bounds_[from], step, bound);
    step.to = new_slot(bound);
    program_.steps.push_back(std::move(step));
    return program_.steps.back().to;
  }

  static bool is_small(Money from, const RiskStep& step, Money bound) {
    constexpr Wide limit = Wide{1} << 51;
    const Wide num = step.rate.num < 0 ? -step.rate.num : step.rate.num;
    if (num >= limit || step.rate.den >= limit || step.rounding.unit.cents() >= limit) return false;
    return Wide{from.cents()} < limit && Wide{from.cents()} * num < limit &&
           step.rate.den * step.rounding.unit.cents() < limit && Wide{bound.cents()} < limit;
  }

  Ratio growth(const AmountOf& cell) const {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    Ratio rate{1, 1};
    for (std::size_t y = index_base_year(plan_, post, side(cell), cell.year) + 1; y <= cell.year; ++y)
      rate = rate * plan_.indexes[position(post.index)].factors[y];
    return rate;
  }

  // What grows from an amount that comes or stays away does so too: there is nothing to work out in each draw.
  std::optional<std::uint32_t> fixed_cause(Slot slot) const {
    const auto found = std::lower_bound(fixed_.begin(), fixed_.end(), std::pair(slot, std::uint32_t{0}));
    return found != fixed_.end() && found->first == slot ? std::optional(found->second) : std::nullopt;
  }

  Slot add_fixed(std::uint32_t cause, const AmountOf& cell) {
    const Money money = amounts_[static_cast<CellId>(node(cell))].counted();
    RiskStep step{.kind = StepKind::draw};
    step.cause = cause;
    step.has_chance = true;
    step.range = {money.cents(), money.cents(), money.cents()};
    step.to = new_slot(money.size());
    fixed_.emplace_back(step.to, cause);
    program_.steps.push_back(std::move(step));
    return program_.steps.back().to;
  }

  // --- what is looked at ---

  void add_figures() {
    std::vector<std::vector<std::optional<Slot>>> lines(plan_.lines.size());
    std::vector<std::vector<std::size_t>> projects(plan_.lines.size()), under(plan_.lines.size());
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      projects[position(*plan_.projects[p].programmalijn.id)].push_back(p);
    for (auto line = plan_.lines_outside_in.rbegin(); line != plan_.lines_outside_in.rend(); ++line) {
      const std::size_t l = position(*line);
      for (std::size_t y = 0; y < years_; ++y) {
        Sum sum;
        for (const std::size_t p : projects[l]) sum.add(slot(closing(p, y)), sure_closing(p, y), +1);
        for (const std::size_t u : under[l]) sum.add(lines[u][y], likely_.lines[u].years[y].eindsaldo, +1);
        lines[l].push_back(add_sum(std::move(sum)));
      }
      if (const auto& onder = plan_.line(*line).onder) under[position(*onder->id)].push_back(l);
    }
    for (std::size_t l = 0; l < plan_.lines.size(); ++l)
      for (std::size_t y = 0; y < years_; ++y)
        add_figure(RiskSubject::line, y, balances_.lines[l].years[y].eindsaldo, lines[l][y], static_cast<LineId>(l));
    for (std::size_t y = 0; y < years_; ++y) {
      Sum sum;
      for (std::size_t l = 0; l < plan_.lines.size(); ++l)
        if (!plan_.lines[l].onder) sum.add(lines[l][y], likely_.lines[l].years[y].eindsaldo, +1);
      add_figure(RiskSubject::total, y, balances_.total.years[y].eindsaldo, add_sum(std::move(sum)));
    }
    if (plan_.investeringsbudget) add_investeringsbudget(position(*plan_.investeringsbudget->id));
  }

  void add_figure(RiskSubject subject, std::size_t year, Money plan, std::optional<Slot> slot, LineId line = {}) {
    program_.figures.push_back({subject, line, year, plan, slot});
  }

  void add_investeringsbudget(std::size_t project) {
    RiskStep least{.kind = StepKind::least};
    Money bound, lowest = balances_.projects[project].years.front().eindsaldo;
    least.start = Money::limit_cents;
    for (std::size_t y = 0; y < years_; ++y) {
      const Money plan = balances_.projects[project].years[y].eindsaldo;
      const std::optional<Slot> found = slot(closing(project, y));
      add_figure(RiskSubject::investeringsbudget, y, plan, found);
      lowest = std::min(lowest, plan);
      if (found) least.plus.push_back(*found);
      else least.start = std::min(least.start, sure_closing(project, y).cents());
      bound = std::max(bound, found ? bounds_[*found] : sure_closing(project, y).size());
    }
    if (least.plus.empty()) return add_figure(RiskSubject::lowest, 0, lowest, {});
    least.to = new_slot(bound);
    add_figure(RiskSubject::lowest, 0, lowest, least.to);
    program_.steps.push_back(std::move(least));
  }

  void add_effects() {
    effects_.resize(program_.causes.size());
    for (RiskStep& step : effects_) {
      Money bound;
      for (const std::vector<Slot>* slots : {&step.plus, &step.minus})
        for (const Slot slot : *slots) bound += bounds_[slot];
      step.kind = StepKind::sum;
      step.to = new_slot(bound);
      program_.effects.push_back(step.to);
      program_.steps.push_back(std::move(step));
    }
  }

  // A sum of what each amount may at most be holds for every draw and for every sum on the way.
  void check_range() {
    program_.findings = std::move(uncertain_.findings);
    const bool in_range = std::none_of(bounds_.begin(), bounds_.end(), [](Money b) { return b.is_overflow(); });
    if (in_range) return;
    program_.findings.push_back({Rule::overloop,
                                 plan_.place,
                                 say("what can be drawn may add up to more than ±90.000.000.000.000.000,00 euro"),
                                 {},
                                 say("make the ranges smaller")});
  }

  const Plan& plan_;
  const Balances& balances_;
  Uncertain uncertain_;
  const Amounts& amounts_;
  const Trace& trace_;
  std::size_t years_;
  std::vector<std::int64_t> slots_;  // by node: a slot, or one of the three words above
  Balances likely_;                  // with PM at its most likely: what is sure of it is that of the plan
  RiskProgram program_;
  std::vector<Money> bounds_;                          // per slot: no draw is larger in size
  std::vector<std::pair<Slot, std::uint32_t>> fixed_;  // slots with one amount or nothing, and their cause
  std::vector<RiskStep> effects_;                      // per cause
  std::vector<Node> derived_;
};

}  // namespace

RiskProgram compile_risk(const Plan& plan, const Balances& balances) {
  Trace trace;
  Resolved resolved = resolve(plan, &trace);
  Uncertain uncertain = find_uncertain(plan, resolved.amounts);
  if (!has_pm(uncertain)) return Compiler(plan, balances, std::move(uncertain), resolved.amounts, trace).compile();
  const Plan likely = with_likely_amounts(plan, uncertain);
  trace.clear();
  resolved = resolve(likely, &trace);
  RiskProgram program = Compiler(likely, balances, std::move(uncertain), resolved.amounts, trace).compile();
  program.findings.insert(program.findings.end(), resolved.findings.begin(), resolved.findings.end());
  return program;
}

}  // namespace saldo
