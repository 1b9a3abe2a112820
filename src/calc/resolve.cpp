#include "calc/resolve.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "calc/rules.h"
#include "calc/transfers.h"

namespace saldo {

namespace {

// What can wait for other amounts: a cell, or the closing balance of a project and year. Balances are numbered after
// the cells.
using Node = std::uint64_t;

class Resolver {
 public:
  Resolver(const Plan& plan, Trace* trace)
      : plan_(plan),
        trace_(trace),
        years_(plan.years.size()),
        transfers_(plan),
        amounts_(plan),
        closings_(plan.projects.size() * years_),
        states_(amounts_.size() + closings_.size(), State::waiting) {}

  Resolved run() {
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      for (std::size_t post = 0; post < plan_.projects[p].posts.size(); ++post)
        for (const Direction direction : both_directions) work_out_directly(p, post, direction);
    for (Node node = 0; node < amounts_.size(); ++node) work_out(node);
    check_range();
    sort_by_place(findings_);
    return {std::move(amounts_), std::move(findings_)};
  }

 private:
  enum class State : std::uint8_t { waiting, under_way, done };

  const Project& project(const AmountOf& cell) const { return plan_.projects[cell.project]; }
  const Post& post(const AmountOf& cell) const { return project(cell).posts[cell.post]; }
  const Side& side(const AmountOf& cell) const { return post(cell).side(cell.direction); }

  Node node(const AmountOf& cell) const {
    return position(amounts_.id(project(cell), cell.post, cell.direction, cell.year));
  }
  Node closing_node(std::size_t project, std::size_t year) const { return amounts_.size() + project * years_ + year; }
  bool is_closing(Node node) const { return node >= amounts_.size(); }
  Amount amount(const AmountOf& cell) const { return amounts_[static_cast<CellId>(node(cell))]; }

  AmountOf cell(Node node) const { return locate(plan_, static_cast<CellId>(node)); }

  void finish(Node node, Amount amount) {
    amounts_[static_cast<CellId>(node)] = amount;
    states_[node] = State::done;
  }

  void record(const AmountOf& cell, Step step) const {
    if (trace_ != nullptr) trace_->insert_or_assign(node(cell), std::move(step));
  }

  // Most amounts need nothing but what is written for their post; only the others take part in the walk below.
  void work_out_directly(std::size_t project, std::size_t post, Direction direction) {
    AmountOf cell{project, post, direction, 0};
    if (side(cell).total() != nullptr) place_parts(cell);
    for (; cell.year < years_; ++cell.year) {
      const Node at = node(cell);
      if (states_[at] == State::done) continue;
      if (const Term* term = find_term(side(cell), plan_.years.at(cell.year))) {
        if (term->facts().is_typed) finish(at, term->amount);
        if (term->facts().takes_onderbouwing) finish(at, work_out_onderbouwing(cell));
        if (term->facts().mirrors && !may_mirror(cell)) finish(at, Amount());
      } else if (grows(plan_, this->project(cell), this->post(cell), side(cell), cell.year)) {
        if (states_[at - 1] == State::done) finish(at, work_out_index(cell));
      } else if (!is_percentage(side(cell))) {
        states_[at] = State::done;  // absent
      }
    }
  }

  Amount work_out_onderbouwing(const AmountOf& cell) const {
    std::vector<WorkedLine> lines = onderbouwing_lines(plan_, post(cell));
    const Money sum = sum_of(lines);
    record(cell, {sum, Ratio::of(sum), {}, {}, std::move(lines)});
    return sum;
  }

  void place_parts(AmountOf cell) {
    const Total& rule = *side(cell).total();
    const Parts total = total_parts(plan_, post(cell), rule);
    const std::vector<Money>& parts = total.parts;
    auto part = parts.begin();
    for (const Term& term : side(cell).terms) {
      if (!term.facts().is_share) continue;
      cell.year = plan_.years.index(term.year);
      const auto at = static_cast<std::size_t>(part - parts.begin());
      record(cell, {total.whole, Ratio::of(total.whole) * rule.shares[at], {}, {}, total.lines});
      finish(node(cell), *part++);
    }
  }

  static bool is_percentage(const Side& side) { return side.percentage() != nullptr; }

  // Depth first with a stack of our own. A node is under way while the nodes it needs are worked out; meeting it again
  // from there is a circle.
  void work_out(Node start) {
    if (states_[start] == State::done) return;
    stack_.assign(1, start);
    while (!stack_.empty()) {
      const Node top = stack_.back();
      if (states_[top] == State::waiting) {
        states_[top] = State::under_way;
        for_each_need(top, [this](Node need) {
          if (states_[need] == State::waiting) stack_.push_back(need);
          else if (states_[need] == State::under_way) report_circle(need);
        });
        continue;
      }
      stack_.pop_back();
      if (states_[top] == State::under_way) evaluate(top);
      states_[top] = State::done;
    }
  }

  template <class Visit>
  void for_each_need(Node node, Visit visit) {
    if (is_closing(node)) {
      const std::size_t at = node - amounts_.size();
      if (at % years_ > 0) visit(node - 1);
      for_each_cell(at / years_, at % years_, [&](const AmountOf& cell) { visit(this->node(cell)); });
      return;
    }
    const AmountOf cell = this->cell(node);
    const Term* term = find_term(side(cell), plan_.years.at(cell.year));
    if (term == nullptr && is_percentage(side(cell))) {
      for_each_base(cell, [&](const AmountOf& base) { visit(this->node(base)); });
    } else if (term == nullptr) {
      visit(node - 1);  // an index: the same post, the year before
    } else if (term->facts().closes) {
      if (cell.year > 0) visit(closing_node(cell.project, cell.year - 1));
      for_each_cell(cell.project, cell.year, [&](const AmountOf& other) {
        if (this->node(other) != node) visit(this->node(other));
      });
    } else if (term->facts().mirrors) {
      for_each_mirrored(cell, [&](const AmountOf& other, int) { visit(this->node(other)); });
    }
  }

  template <class Visit>
  void for_each_cell(std::size_t project, std::size_t year, Visit visit) const {
    for (std::size_t post = 0; post < plan_.projects[project].posts.size(); ++post)
      for (const Direction direction : both_directions) visit(AmountOf{project, post, direction, year});
  }

  template <class Visit>
  void for_each_base(const AmountOf& cell, Visit visit) const {
    for (const PostRange& range : side(cell).percentage()->over)
      for (std::size_t post = range.first; post <= range.last; ++post)
        visit(AmountOf{cell.project, post, cell.direction, cell.year});
  }

  // The amounts a spiegel takes: what the other side has (+1), less what other posts on this side have taken (-1).
  template <class Visit>
  void for_each_mirrored(const AmountOf& cell, Visit visit) const {
    const auto self = static_cast<ProjectId>(cell.project);
    const Leg& leg = project(cell).leg(cell.post, cell.direction);
    const ProjectId other = *leg.other.id;
    const std::size_t sent = cell.year - static_cast<std::size_t>(leg.vertraging);  // checked by may_mirror
    visit_legs(other, self, opposite(cell.direction), sent, [&](const AmountOf& c) { visit(c, +1); });
    visit_legs(self, other, cell.direction, sent, [&](const AmountOf& c) {
      if (node(c) != node(cell)) visit(c, -1);
    });
  }

  // The cells of the legs of `project` with `other` that belong to what was sent in year `sent`.
  template <class Visit>
  void visit_legs(ProjectId project, ProjectId other, Direction direction, std::size_t sent, Visit visit) const {
    for (const LegRef& ref : transfers_.legs(project, other, direction)) {
      const std::size_t year = sent + static_cast<std::size_t>(ref.leg->vertraging);
      if (year < years_) visit(AmountOf{position(project), ref.leg->post, direction, year});
    }
  }

  void evaluate(Node node) {
    if (is_closing(node)) {
      evaluate_closing(node - amounts_.size());
      return;
    }
    const AmountOf cell = this->cell(node);
    const Term* term = find_term(side(cell), plan_.years.at(cell.year));
    if (term == nullptr) finish(node, is_percentage(side(cell)) ? work_out_percentage(cell) : work_out_index(cell));
    else finish(node, term->facts().closes ? work_out_sluitpost(cell) : work_out_spiegel(cell));
  }

  Money opening(std::size_t project, std::size_t year) const {
    return year == 0 ? plan_.projects[project].budget.counted() : closings_[project * years_ + year - 1];
  }

  Money result(std::size_t project, std::size_t year, std::optional<Node> except) const {
    Money sum;
    for_each_cell(project, year, [&](const AmountOf& cell) {
      if (except == node(cell)) return;
      const Money counted = amount(cell).counted();
      sum += cell.direction == Direction::baten ? counted : -counted;
    });
    return sum;
  }

  void evaluate_closing(std::size_t at) {
    closings_[at] = opening(at / years_, at % years_) + result(at / years_, at % years_, {});
  }

  std::vector<Input> others_in_project(const AmountOf& cell) const {
    std::vector<Input> inputs;
    for_each_cell(cell.project, cell.year, [&](const AmountOf& other) {
      if (node(other) == node(cell) || amount(other).is_absent()) return;
      inputs.push_back({static_cast<CellId>(node(other)), other.direction == cell.direction ? -1 : 1});
    });
    return inputs;
  }

  Amount work_out_sluitpost(const AmountOf& cell) const {
    const Money start = opening(cell.project, cell.year);
    const Money left = start + result(cell.project, cell.year, node(cell));
    const Money closing = cell.direction == Direction::lasten ? left : -left;
    if (trace_ != nullptr) record(cell, {closing, Ratio::of(closing), start, others_in_project(cell), {}});
    return closing;
  }

  Amount work_out_percentage(const AmountOf& cell) const {
    Amount base;
    std::vector<Input> inputs;
    for_each_base(cell, [&](const AmountOf& other) {
      base += amount(other);
      if (trace_ != nullptr && !amount(other).is_absent()) inputs.push_back({static_cast<CellId>(node(other))});
    });
    if (!base.is_money()) return base;
    const Ratio exact = Ratio::of(base.counted()) * side(cell).percentage()->rate;
    record(cell, {base, exact, {}, std::move(inputs), {}});
    return rounded(exact, rounding_of(plan_, post(cell)));
  }

  Amount work_out_index(const AmountOf& cell) const {
    AmountOf base = cell;
    base.year = index_base_year(plan_, post(cell), side(cell), cell.year);
    if (!amount(base).is_money()) return amount(base);  // PM stays PM, absent stays absent
    const Ratio exact = indexed(plan_, post(cell), amount(base).counted(), base.year, cell.year);
    if (trace_ != nullptr) record(cell, {amount(base), exact, {}, {{static_cast<CellId>(node(base))}}, {}});
    return rounded(exact, rounding_of(plan_, post(cell)));
  }

  Amount work_out_spiegel(const AmountOf& cell) const {
    Amount sum;
    std::vector<Input> inputs;
    for_each_mirrored(cell, [&](const AmountOf& other, int sign) {
      sum += sign > 0 ? amount(other) : -amount(other);
      if (trace_ != nullptr && !amount(other).is_absent()) inputs.push_back({static_cast<CellId>(node(other)), sign});
    });
    record(cell, {sum, Ratio::of(sum.counted()), {}, std::move(inputs), {}});
    return sum;
  }

  bool may_mirror(const AmountOf& cell);
  void check_only_mirror(const AmountOf& cell);
  void report_circle(Node from);
  Message describe(const AmountOf& cell) const;
  void check_range();

  Place place_of(const AmountOf& cell) const { return saldo::place_of(plan_, cell); }

  const Plan& plan_;
  Trace* trace_;  // may be null
  std::size_t years_;
  Transfers transfers_;
  Amounts amounts_;
  std::vector<Money> closings_;
  std::vector<State> states_;
  std::vector<Node> stack_;
  Findings findings_;
};

// A spiegel needs another side to look at; without one its absence would look like an amount of nothing.
bool Resolver::may_mirror(const AmountOf& cell) {
  const Leg& leg = project(cell).leg(cell.post, cell.direction);
  const Project& other = plan_.project(*leg.other.id);
  const std::size_t before = findings_.size();
  if (transfers_.legs(*leg.other.id, static_cast<ProjectId>(cell.project), opposite(cell.direction)).empty())
    findings_.push_back({Rule::spiegel,
                         place_of(cell),
                         cell.direction == Direction::baten
                             ? say("project {} has no post that sends to {}", other.nr, project(cell).nr)
                             : say("project {} has no post that receives from {}", other.nr, project(cell).nr),
                         {},
                         cell.direction == Direction::baten
                             ? say("write naar = \"{}\" on the post of {} that pays", project(cell).nr, other.nr)
                             : say("write van = \"{}\" on the post of {} that receives", project(cell).nr, other.nr)});
  else if (cell.year < static_cast<std::size_t>(leg.vertraging))
    findings_.push_back({Rule::spiegel,
                         place_of(cell),
                         say("this was sent in {}, before the plan begins", plan_.years.at(cell.year) - leg.vertraging),
                         {},
                         say("write the amount itself")});
  else check_only_mirror(cell);
  return findings_.size() == before;
}

// Two spiegels on one side would share one amount in a way nobody wrote down.
void Resolver::check_only_mirror(const AmountOf& cell) {
  const Leg& leg = project(cell).leg(cell.post, cell.direction);
  const auto self = static_cast<ProjectId>(cell.project);
  const std::size_t sent = cell.year - static_cast<std::size_t>(leg.vertraging);
  visit_legs(self, *leg.other.id, cell.direction, sent, [&](const AmountOf& twin) {
    const Term* term = find_term(side(twin), plan_.years.at(twin.year));
    if (node(twin) >= node(cell) || term == nullptr || !term->facts().mirrors) return;
    findings_.push_back(
        {Rule::spiegel,
         place_of(cell),
         say("a second spiegel for what {} and {} exchange", plan_.project(*leg.other.id).nr, project(cell).nr),
         {{term->place, say("the first one is here")}},
         say("write the amount of one of them")});
  });
}

Message Resolver::describe(const AmountOf& cell) const {
  const std::string& nr = post(cell).nr;
  const Term* term = find_term(side(cell), plan_.years.at(cell.year));
  const std::string where =
      fmt::format("{}/{} {} {}", project(cell).nr, nr, to_text(cell.direction), word(plan_.years.at(cell.year)));
  if (term == nullptr && is_percentage(side(cell))) return say("{} is a percentage of other posts", where);
  if (term == nullptr) return say("{} follows from the year before", where);
  if (term->facts().closes)
    return say("{} is the sluitpost, which waits for every other post of {}", where, project(cell).nr);
  return say("{} is a spiegel of the other project", where);
}

void Resolver::report_circle(Node from) {
  // A node may wait on the stack more than once; the one under way is the last of them.
  const auto start = std::prev(std::find(stack_.rbegin(), stack_.rend(), from).base());
  std::vector<Node> circle;
  for (auto node = start; node != stack_.end(); ++node)
    if (states_[*node] == State::under_way) circle.push_back(*node);
  Diagnostic finding{Rule::kring, {}, {}};
  std::string path;
  std::optional<AmountOf> first;
  for (const Node node : circle) {
    states_[node] = State::done;
    if (is_closing(node)) continue;
    const AmountOf cell = this->cell(node);
    if (!first) first = cell;
    finding.related.push_back({place_of(cell), describe(cell)});
    path += fmt::format("{}/{}/{} -> ", project(cell).nr, post(cell).nr, word(plan_.years.at(cell.year)));
  }
  if (!first) return;  // only balances are left of it: its amounts stood in a circle that is reported already
  path += fmt::format("{}/{}/{}", project(*first).nr, post(*first).nr, word(plan_.years.at(first->year)));
  finding.place = place_of(*first);
  finding.message = say("these amounts wait for each other in a circle: {}", path);
  finding.help = say("write one of these amounts yourself");
  findings_.push_back(std::move(finding));
}

void Resolver::check_range() {
  for (Node node = 0; node < amounts_.size(); ++node) {
    if (!amounts_[static_cast<CellId>(node)].is_overflow()) continue;
    const AmountOf cell = this->cell(node);
    findings_.push_back(
        {Rule::overloop, place_of(cell),
         say("the {} of post {} in {} are beyond ±90.000.000.000.000.000,00 euro or need more than 38 digits",
             to_text(cell.direction), post(cell).nr, plan_.years.at(cell.year))});
  }
}

}  // namespace

Resolved resolve(const Plan& plan, Trace* trace) { return Resolver(plan, trace).run(); }

}  // namespace saldo
