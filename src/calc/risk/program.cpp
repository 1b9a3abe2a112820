#include "calc/risk/program.h"

#include <algorithm>

#include "base/say.h"
#include "calc/needs.h"
#include "calc/resolve.h"
#include "calc/risk/caps.h"
#include "calc/risk/figures.h"
#include "calc/risk/steps.h"
#include "calc/walk.h"

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
// The planned stands of what the plan says is available.
std::vector<Money> capacity_of(const Plan& plan, const Balances& balances) {
  if (plan.weerstandscapaciteit.empty()) return {};
  std::vector<Money> capacity(plan.years.size());
  for (const Reference<ProjectId>& fund : plan.weerstandscapaciteit)
    for (std::size_t y = 0; y < capacity.size(); ++y)
      capacity[y] += balances.projects[position(*fund.id)].years[y].eindsaldo;
  return capacity;
}

// A sum of what each amount may at most be holds for every draw and for every sum on the way.
void check_range(const Plan& plan, const StepList& steps, Findings& findings) {
  if (steps.in_range()) return;
  findings.push_back({Rule::overloop,
                      plan.place,
                      say("what can be drawn may add up to more than ±90.000.000.000.000.000,00 euro"),
                      {},
                      say("make the ranges smaller")});
}

bool has_small_amounts(const StepList& steps, const std::vector<RiskFigure>& figures) {
  constexpr Money limit = Money::of_cents(std::int64_t{1} << 50);
  return steps.stays_below(limit) && std::all_of(figures.begin(), figures.end(),
                                                 [&](const RiskFigure& figure) { return figure.plan.size() < limit; });
}

// Which way it works is all the same for a share of the variance.
Slot add_effect(StepList& steps, SlotSum effect) {
  if (effect.plus.empty()) std::swap(effect.plus, effect.minus);
  const std::optional<Slot> slot = steps.sum(effect);
  return slot ? *slot : steps.add_sum(std::move(effect));
}

void finish(StepList& steps, RiskProgram& program) {
  program.slots = steps.slots();
  program.is_small = has_small_amounts(steps, program.figures);
  program.steps = steps.take();
}

class Compiler {
 public:
  Compiler(const Plan& plan, Uncertain uncertain, const Amounts& amounts)
      : plan_(plan),
        uncertain_(std::move(uncertain)),
        amounts_(amounts),
        graph_(plan),
        walk_(graph_.size()),
        slots_(graph_.size()),
        ends_at_zero_(graph_.size()),
        sums_(graph_.size()),
        likely_(work_out_balances(plan, amounts)),
        effects_(uncertain_.causes.size()) {}

  RiskProgram compile(const Balances& balances) {
    for (const DrawnAmount& drawn : uncertain_.amounts) add_drawn(drawn);
    for (Node node = 0; node < graph_.size(); ++node)
      if (!graph_.is_sum(node)) work_out(node);  // and the sums that one of these needs
    program_.figures = add_figures(plan_, balances, {graph_, slots_, likely_}, steps_);
    for (SlotSum& effect : effects_) program_.effects.push_back(add_effect(steps_, std::move(effect)));
    program_.causes = std::move(uncertain_.causes);
    finish(steps_, program_);
    program_.findings = std::move(uncertain_.findings);
    check_range(plan_, steps_, program_.findings);
    return std::move(program_);
  }

 private:
  const Post& post(const AmountOf& cell) const { return plan_.projects[cell.project].posts[cell.post]; }
  const Side& side(const AmountOf& cell) const { return post(cell).side(cell.direction); }

  void set_slot(const AmountOf& cell, Slot slot) {
    slots_[graph_.node(cell)] = slot;
    walk_.set_done(graph_.node(cell));
  }

  void add_drawn(const DrawnAmount& drawn) {
    const bool has_chance = uncertain_.causes[drawn.cause].kans.has_value();
    const Slot slot = steps_.draw(drawn.cause, has_chance, drawn.range, drawn.written.counted());
    effects_[drawn.cause].add(slot, {}, in_saldo(+1, drawn.cell.direction));
    program_.drawn.push_back(slot);
    if (drawn.is_total) add_parts(drawn.cell, slot);
    else set_slot(drawn.cell, slot);
  }

  void add_parts(AmountOf cell, Slot total) {
    const std::vector<Slot> parts =
        steps_.split(total, ratios_of(side(cell).total()->shares), rounding_of(plan_, post(cell)));
    auto part = parts.begin();
    for (const Term& term : side(cell).terms) {
      if (!term.facts().is_share) continue;
      cell.year = plan_.years.index(term.year);
      set_slot(cell, *part++);
    }
  }

  // A plan that could be worked out has no circles.
  void work_out(Node start) {
    walk_.in_order(
        start, [this](Node node, auto visit) { graph_.for_each(node, [&](Node need, int) { visit(need); }); },
        [this](Node node) { slots_[node] = add(node); }, [](const std::vector<Node>&) {});
  }

  std::optional<Slot> add(Node node) {
    if (graph_.is_booked(node)) return std::nullopt;  // it is certain
    if (graph_.is_closing(node)) return add_closing(node);
    return graph_.is_sum(node) ? add_shared(node) : add_derived(node);
  }

  // What no draw changes of it is worked out here, once.
  SlotSum sum_of_needs(Node node) const {
    SlotSum sum{graph_.own(node), {}, {}};
    graph_.for_each(node, [&](Node need, int sign) { sum.add(slots_[need], sure(need), sign); });
    return sum;
  }

  Money sure(Node node) const {
    if (graph_.is_cell(node)) return amounts_[static_cast<CellId>(node)].counted();
    if (graph_.is_sum(node)) return sums_[node];
    if (graph_.is_booked(node)) return graph_.own(node);
    return at_year_end(likely_.projects[graph_.project_of_closing(node)], graph_.year_of_closing(node));
  }

  std::optional<Slot> add_shared(Node node) {
    SlotSum sum = sum_of_needs(node);
    sums_[node] = sum.start;
    return steps_.sum(std::move(sum));
  }

  // A year with a sluitpost ends at zero, whatever is drawn.
  std::optional<Slot> add_closing(Node node) {
    return ends_at_zero_[node] ? std::nullopt : steps_.sum(sum_of_needs(node));
  }

  std::optional<Slot> add_derived(Node node) {
    const AmountOf cell = graph_.cell(node);
    const Formula formula = graph_.formula(cell);
    if (takes_what_is_left(formula)) ends_at_zero_[graph_.closing(cell.project, cell.year)] = true;
    switch (formula) {
      case Formula::leeg:
      case Formula::bedrag:
      case Formula::deel:
      case Formula::onderbouwing: break;
      case Formula::sluitpost:
      case Formula::spiegel: return steps_.sum(sum_of_needs(node));
      case Formula::index: return add_grown(node, cell);
      case Formula::percentage:
        return add_scaled(node, cell, steps_.sum(sum_of_needs(node)), side(cell).percentage()->rate());
    }
    return std::nullopt;
  }

  // What grows from an amount that comes or stays away does so too: there is nothing to work out in each draw.
  std::optional<Slot> add_grown(Node node, const AmountOf& cell) {
    const std::optional<Slot> base = steps_.sum(sum_of_needs(node));
    if (const auto cause = base && side(cell).maximum() == nullptr ? steps_.fixed_cause(*base) : std::nullopt)
      return steps_.draw(*cause, true, {}, amounts_[static_cast<CellId>(node)].counted());
    const std::size_t base_year = index_base_year(plan_, post(cell), side(cell), cell.year);
    return add_scaled(node, cell, base, index_rate(plan_, post(cell), base_year, cell.year));
  }

  std::optional<Slot> add_capped(Node node, const AmountOf& cell, std::optional<Slot> amount) {
    const Maximum* maximum = side(cell).maximum();
    if (maximum == nullptr) return amount;
    const Money sure_amount =
        from_needs(graph_.formula(cell), plan_, post(cell), side(cell), cell.year, sum_of_needs(node).start, Money())
            .amount.counted();
    SlotSum earlier;
    graph_.for_each_earlier(cell, maximum, [&](Node before, int) { earlier.add(slots_[before], sure(before), +1); });
    return at_most(steps_, *maximum, amount, sure_amount, std::move(earlier));
  }

  std::optional<Slot> add_scaled(Node node, const AmountOf& cell, std::optional<Slot> base, Ratio rate) {
    if (base) base = steps_.scale(*base, rate, rounding_of(plan_, post(cell)));
    return add_capped(node, cell, base);
  }

  const Plan& plan_;
  Uncertain uncertain_;
  const Amounts& amounts_;
  AmountGraph graph_;
  Walk walk_;
  std::vector<std::optional<Slot>> slots_;  // by node; none: no draw changes it
  std::vector<bool> ends_at_zero_;          // by node: a balance of a year with a sluitpost
  std::vector<Money> sums_;                 // by node: what is sure of a sum of posts, where no draw changes it
  Balances likely_;                         // with PM at its most likely: what is sure of it is that of the plan
  StepList steps_;
  std::vector<SlotSum> effects_;  // per cause
  RiskProgram program_;
};

RiskProgram compile(const Plan& plan, const Balances& balances) {
  Resolved resolved = resolve(plan);
  Uncertain uncertain = find_uncertain(plan, resolved.amounts);
  if (!has_pm(uncertain)) return Compiler(plan, std::move(uncertain), resolved.amounts).compile(balances);
  const Plan likely = with_likely_amounts(plan, uncertain);
  resolved = resolve(likely);
  RiskProgram program = Compiler(likely, std::move(uncertain), resolved.amounts).compile(balances);
  program.findings.insert(program.findings.end(), resolved.findings.begin(), resolved.findings.end());
  return program;
}

}  // namespace

RiskProgram compile_risk(const Plan& plan, const Balances& balances) {
  RiskProgram program = compile(plan, balances);
  program.capacity = capacity_of(plan, balances);
  return program;
}

}  // namespace saldo
