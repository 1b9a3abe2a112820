#include "calc/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/say.h"
#include "calc/circles.h"
#include "calc/needs.h"
#include "calc/walk.h"

namespace saldo {

namespace {

void check_range(const Plan& plan, const AmountGraph& graph, const Amounts& amounts, Findings& findings) {
  if (!amounts.has_overflow()) return;
  for (Node node = 0; node < amounts.size(); ++node) {
    if (!amounts[static_cast<CellId>(node)].is_overflow()) continue;
    const AmountOf cell = graph.cell(node);
    findings.push_back(
        {Rule::overloop, place_of(plan, cell),
         say("the {} of post {} in {} are beyond ±90.000.000.000.000.000,00 euro or need more than 38 digits",
             to_text(cell.direction), plan.projects[cell.project].posts[cell.post].nr, plan.years.at(cell.year))});
  }
}

Amount times(int sign, Amount amount) { return sign == 0 ? Amount() : sign > 0 ? amount : -amount; }

// What was booked, in the place of what was budgeted: gives the latter.
std::vector<Amount> count_booked(const Plan& plan, Amounts& amounts) {
  std::vector<Amount> budgeted;
  for (const BookedCell& booked : plan.booked) {
    const auto cell = static_cast<CellId>(booked.cell);
    budgeted.push_back(amounts[cell]);
    amounts.set(cell, booked.amount);
  }
  return budgeted;
}

// What decides each year of a side: visit(year, formula, what is written for it or null).
template <class Visit>
void for_each_formula(const Plan& plan, const Project& project, const Post& post, const Side& side, Visit visit) {
  const Term* next = side.terms.begin();
  for (std::size_t year = 0; year < plan.years.size(); ++year) {
    const bool is_written = next != side.terms.end() && next->year == plan.years.at(year);
    const Term* term = is_written ? next++ : nullptr;
    visit(year, formula_of(plan, project, post, side, year, term), term);
  }
}

// What is worked out of a graph: its cells, and of balances and sums those that something needs.
struct Values {
  const AmountGraph& graph;
  Amounts amounts;
  std::unordered_map<Node, Amount> others = {};

  Amount of(Node node) const {
    if (graph.is_cell(node)) return amounts[static_cast<CellId>(node)];
    const auto found = others.find(node);
    return found == others.end() ? Amount() : found->second;  // in a circle, and told
  }

  // What a year starts with and what happens in it, each added up by itself: no order of posts decides what overflows.
  Money balance(Node node) const {
    Money start = graph.own(node), movements;
    graph.for_each(node, [&](Node need, int sign) {
      const bool is_opening = graph.is_closing(need);
      const Money money = of(need).counted();
      (is_opening ? start : movements) += sign > 0 ? money : -money;
    });
    return start + movements;
  }

  // Of a node, or of a cell of which the formula is known.
  template <class... Of>
  Amount sum_of_needs(const Of&... which) const {
    Amount sum;
    graph.for_each(which..., [&](Node need, int sign) { sum += times(sign, of(need)); });
    return sum;
  }
};

bool is_ready(const AmountGraph& graph, const Walk& walk, const AmountOf& cell, Formula formula) {
  bool ready = true;
  graph.for_each(cell, formula, [&](Node need, int) { ready = ready && walk.is_done(need); });
  return ready;
}

class Resolver {
 public:
  Resolver(const Plan& plan, Trace* trace)
      : plan_(plan),
        trace_(trace),
        years_(plan.years.size()),
        graph_(plan),
        spiegels_(plan, graph_),
        values_{graph_, Amounts(plan)},
        walk_(graph_.size()) {
    if (trace_ != nullptr) *trace_ = Trace(plan);
  }

  Resolved run() {
    plan_.for_each_side([this](std::size_t project, std::size_t post, Direction direction) {
      work_out_directly({project, post, direction, 0});
    });
    for (const Node node : waiting_) work_out(node);
    check_range(plan_, graph_, values_.amounts, findings_);
    std::vector<Amount> under_booked = count_booked(plan_, values_.amounts);
    sort_by_place(findings_);
    return {std::move(values_.amounts), std::move(under_booked), std::move(findings_)};
  }

 private:
  const Post& post(const AmountOf& cell) const { return plan_.projects[cell.project].posts[cell.post]; }
  const Side& side(const AmountOf& cell) const { return post(cell).side(cell.direction); }

  void finish(Node node, Amount amount) {
    values_.amounts.set(static_cast<CellId>(node), amount);
    walk_.set_done(node);
  }

  // Most amounts need nothing but what is written for their post; only the others take part in the walk below.
  void work_out_directly(AmountOf cell) {
    const Project& project = plan_.projects[cell.project];
    const Post& post = project.posts[cell.post];
    const Side& side = post.side(cell.direction);
    const Node first = graph_.node(cell);
    if (side.empty()) return walk_.set_done(first, years_);
    if (side.total() != nullptr) place_parts(cell);
    for_each_formula(plan_, project, post, side, [&](std::size_t year, Formula formula, const Term* term) {
      cell.year = year;
      work_out_directly(first + year, cell, formula, term);
    });
  }

  void work_out_directly(Node at, const AmountOf& cell, Formula formula, const Term* term) {
    switch (formula) {
      case Formula::leeg: return walk_.set_done(at);
      case Formula::bedrag: return finish(at, term->amount);
      case Formula::deel: return;  // placed
      case Formula::onderbouwing: return finish(at, sum_of(onderbouwing_lines(plan_, post(cell))));
      case Formula::spiegel:
        if (!spiegels_.check(cell, findings_)) return finish(at, Amount());
        break;
      case Formula::index:
        if (is_ready(graph_, walk_, cell, formula)) return evaluate(at, cell, formula);
        break;
      case Formula::sluitpost:
      case Formula::percentage: break;
    }
    waiting_.push_back(at);
  }

  void place_parts(AmountOf cell) {
    const Total& rule = *side(cell).total();
    const Parts total = total_parts(plan_, post(cell), rule);
    std::size_t part = 0;
    for (const Term& term : side(cell).terms) {
      if (!term.facts().is_share) continue;
      cell.year = plan_.years.index(term.year);
      finish(graph_.node(cell), total.parts[part++]);
    }
  }

  void work_out(Node start) {
    walk_.in_order(
        start, [this](Node node, auto visit) { graph_.for_each(node, [&](Node need, int) { visit(need); }); },
        [this](Node node) { evaluate(node); },
        [this](const std::vector<Node>& circle) {
          for (const Node node : circle) walk_.set_done(node);
          report_circle(plan_, graph_, circle, findings_);
        });
  }

  Amount work_out_other(Node node) const {
    if (graph_.is_booked(node)) return graph_.own(node);
    return graph_.is_closing(node) ? Amount(values_.balance(node)) : values_.sum_of_needs(node);
  }

  void evaluate(Node node) {
    if (!graph_.is_cell(node)) {
      values_.others[node] = work_out_other(node);
      return;
    }
    const AmountOf cell = graph_.cell(node);
    evaluate(node, cell, graph_.formula(cell));
  }

  void evaluate(Node node, const AmountOf& cell, Formula formula) {
    const Post& post = this->post(cell);
    const Side& side = post.side(cell.direction);
    const bool is_rest = takes_what_is_left(formula);
    const Amount sum = is_rest ? Amount(values_.balance(node)) : values_.sum_of_needs(cell, formula);
    const Money earlier =
        graph_.earlier(cell, side.maximum(), [this](Node before) { return values_.of(before).counted(); });
    if (trace_ != nullptr) trace_->set(static_cast<CellId>(node), is_rest ? Amount(opening(cell)) : sum);
    finish(node, from_needs(formula, plan_, post, side, cell.year, sum, earlier).amount);
  }

  Money opening(const AmountOf& cell) const {
    if (cell.year == 0 || plan_.projects[cell.project].is_exploitatie()) return plan_.projects[cell.project].opening();
    return values_.of(graph_.closing(cell.project, cell.year - 1)).counted();
  }

  const Plan& plan_;
  Trace* trace_;  // may be null
  std::size_t years_;
  AmountGraph graph_;
  SpiegelChecks spiegels_;
  Values values_;
  Walk walk_;
  std::vector<Node> waiting_;  // cells, in their order
  Findings findings_;
};

}  // namespace

Resolved resolve(const Plan& plan, Trace* trace) { return Resolver(plan, trace).run(); }

}  // namespace saldo
