#include "calc/check/controle/explain_controle.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "base/ratio.h"
#include "calc/check/controle/sum_search.h"
#include "calc/check/controle/tell_explanation.h"

namespace saldo {

namespace {

constexpr std::size_t most_items = 2'000;

// The same project or post, whatever the figure and year.
using Key = std::tuple<bool, std::size_t, std::size_t, Direction>;
Key key(const ExplainingItem& item) { return {item.whole, item.cell.project, item.cell.post, item.cell.direction}; }

// What goes to reserves and comes from them is in no baten, lasten or saldo.
bool counts(const Plan& plan, Figure figure, const Project& project, std::size_t post, Direction direction) {
  const bool is_mutatie = plan.is_mutatie(project, post, direction), of_reserve = project.is_reserve();
  switch (figure) {
    case Figure::baten:
    case Figure::lasten:
    case Figure::saldo: return !is_mutatie;
    case Figure::toevoeging:
      return of_reserve ? direction == Direction::baten : is_mutatie && direction == Direction::lasten;
    case Figure::onttrekking:
      return of_reserve ? direction == Direction::lasten : is_mutatie && direction == Direction::baten;
    case Figure::opening:
    case Figure::eindsaldo:
    case Figure::resultaat: break;
  }
  return true;
}

// Explains the failures of one bron about one project, line or the plan.
class Explainer {
 public:
  Explainer(const CheckInput& input, const Whose& whose, std::vector<std::size_t> projects)
      : input_(input), plan_(input.plan), whose_(whose), projects_(std::move(projects)) {}

  void explain(const std::vector<Failure>& failures, Findings& findings) {
    std::vector<ControleExplanation> explanations;
    for (const Failure& failure : failures) explanations.push_back(smallest(failure));
    std::map<Key, std::size_t> votes;
    for (const ControleExplanation& explanation : explanations) vote(explanation, votes, 1);
    for (std::size_t i = 0; i < failures.size(); ++i) {
      vote(explanations[i], votes, -1);  // by the other figures only
      const ControleExplanation consistent = made_of(failures[i], votes);
      vote(explanations[i], votes, 1);
      tell(failures[i], consistent.sums.empty() ? explanations[i] : consistent, findings[failures[i].finding]);
    }
  }

 private:
  bool is_project() const { return whose_.of == Of::project; }

  static void add(std::vector<ExplainingItem>& items, const Failure& failure, ExplainingItem item) {
    const Money size = item.amount.size();
    if (failure.unit <= size + size) items.push_back(item);  // what rounds to nothing explains nothing
  }

  std::vector<ExplainingItem> whole_projects(const Failure& failure) const {
    std::vector<ExplainingItem> items;
    const Figure figure = failure.printed->figure;
    const bool is_stand = figure == Figure::opening || figure == Figure::eindsaldo;
    for (const std::size_t p : projects_) {
      if (plan_.projects[p].is_reserve() && !is_stand) continue;  // of which baten are no baten of the whole
      add(items, failure,
          {figure_of(input_.balances.projects[p], figure, failure.year).counted(), true, {p, 0, {}, failure.year}});
    }
    return items;
  }

  void add_posts(std::vector<ExplainingItem>& items, const Failure& failure, std::size_t p, Direction direction,
                 std::size_t year, bool taken_off) const {
    const Project& project = plan_.projects[p];
    for (std::size_t post = 0; post < project.posts.size() && items.size() <= most_items; ++post) {
      if (!counts(plan_, failure.printed->figure, project, post, direction)) continue;
      const Money amount = input_.amounts.at(project, post, direction, year).counted();
      add(items, failure, {taken_off ? -amount : amount, false, {p, post, direction, year}});
    }
  }

  std::vector<ExplainingItem> posts_of_projects(const Failure& failure) const {
    std::vector<ExplainingItem> items;
    const Figure figure = failure.printed->figure;
    if (figure == Figure::baten || figure == Figure::lasten)
      for (const std::size_t p : projects_)
        add_posts(items, failure, p, figure == Figure::baten ? Direction::baten : Direction::lasten, failure.year,
                  false);
    return items;
  }

  // A balance is made of the posts of all years up to it.
  std::vector<ExplainingItem> own_posts(const Failure& failure) const {
    std::vector<ExplainingItem> items;
    const std::size_t p = whose_.index;
    const Figure figure = failure.printed->figure;
    const bool is_net =
        figure != Figure::lasten && figure != Figure::toevoeging && figure != Figure::onttrekking;  // less its lasten
    const bool balance = figure == Figure::opening || figure == Figure::eindsaldo;
    const std::size_t end = figure == Figure::opening ? failure.year : failure.year + 1;
    for (std::size_t y = balance ? 0 : failure.year; y < end; ++y)
      for (const Direction direction : both_directions)
        if (figure != (direction == Direction::baten ? Figure::lasten : Figure::baten))
          add_posts(items, failure, p, direction, y, direction == Direction::lasten && is_net);
    return items;
  }

  // Each part of a printed total may be rounded before it is added: half a unit for each of them explains nothing but that.
  static bool may_be_rounding(Money difference, Money unit, const std::vector<Money>& amounts) {
    const auto parts = std::count_if(amounts.begin(), amounts.end(), [](Money amount) { return amount != Money(); });
    return Wide{difference.size().cents()} * 2 <= Wide{unit.cents()} * parts;
  }

  static bool has_mixed_signs(const std::vector<ExplainingItem>& items, const Sum& sum) {
    const auto below = std::count_if(sum.begin(), sum.end(), [&](const Summand& summand) {
      return (items[summand.item].amount < Money()) != (summand.sign < 0);
    });
    return below != 0 && below != static_cast<std::ptrdiff_t>(sum.size());
  }

  static Sums search(const Failure& failure, const std::vector<ExplainingItem>& items, std::size_t fewest,
                     std::size_t most) {
    if (items.size() > most_items) return {};
    std::vector<Money> amounts;
    for (const ExplainingItem& item : items) amounts.push_back(item.amount);
    const Money difference = failure.exact - failure.printed->amount;
    if (may_be_rounding(difference, failure.unit, amounts)) return {};
    const Money half = Money::of_cents(failure.unit.cents() / 2);
    Sums sums = SumSearch(std::move(amounts)).find({difference - half, difference + half}, fewest, most);
    std::erase_if(sums.found, [&](const Sum& sum) {
      return rounded(Ratio::of(failure.exact - sum_of(items, sum)), {failure.unit}) != failure.printed->amount ||
             (sum.size() == 3 && has_mixed_signs(items, sum));
    });
    return sums;
  }

  ControleExplanation smallest(const Failure& failure) const {
    ControleExplanation whole{is_project() ? own_posts(failure) : whole_projects(failure), {}};
    Sums sums = search(failure, whole.items, 1, is_project() ? 3 : 1);
    if (!sums.settled() && !is_project()) {
      ControleExplanation posts{posts_of_projects(failure), {}};
      sums = search(failure, posts.items, 1, 1);
      if (sums.settled()) whole.items = std::move(posts.items);
      else sums = search(failure, whole.items, 2, 3);
    }
    whole.sums = std::move(sums.found);
    return whole;
  }

  // Only what alone explains a figure counts, and only as left out.
  static void vote(const ControleExplanation& explanation, std::map<Key, std::size_t>& votes, int change) {
    if (explanation.sums.size() != 1) return;
    for (const Summand& summand : explanation.sums[0])
      if (summand.sign > 0) votes[key(explanation.items[summand.item])] += static_cast<std::size_t>(change);
  }

  ControleExplanation made_of(const Failure& failure, const std::map<Key, std::size_t>& votes) const {
    ControleExplanation explanation{is_project() ? own_posts(failure) : whole_projects(failure), {}};
    std::erase_if(explanation.items, [&votes](const ExplainingItem& item) {
      const auto found = votes.find(key(item));
      return found == votes.end() || found->second == 0;
    });
    explanation.sums = search(failure, explanation.items, 1, 3).found;
    std::erase_if(explanation.sums, [](const Sum& sum) {
      return std::any_of(sum.begin(), sum.end(), [](const Summand& summand) { return summand.sign < 0; });
    });
    return explanation;
  }

  void tell(const Failure& failure, const ControleExplanation& explanation, Diagnostic& finding) const {
    if (explanation.sums.size() != 1) return;  // several explanations are none
    const Printed& printed = *failure.printed;
    finding.related.push_back(
        tell_explanation(plan_, explanation, failure.exact - printed.amount, printed.figure, is_project()));
  }

  const CheckInput& input_;
  const Plan& plan_;
  Whose whose_;
  std::vector<std::size_t> projects_;
};

}  // namespace

ControleExplainer::ControleExplainer(const CheckInput& input)
    : input_(input),
      number_(input.plan.lines.size()),
      lines_in_(input.plan.lines.size(), 1),
      projects_(input.plan.projects.size()) {
  const Plan& plan = input.plan;
  for (auto line = plan.lines_outside_in.rbegin(); line != plan.lines_outside_in.rend(); ++line)
    if (const auto& onder = plan.line(*line).onder) lines_in_[position(*onder->id)] += lines_in_[position(*line)];
  std::vector<std::size_t> next(plan.lines.size());
  std::size_t outermost = 0;
  for (const LineId line : plan.lines_outside_in) {
    const auto& onder = plan.line(line).onder;
    std::size_t& number = onder ? next[position(*onder->id)] : outermost;
    number_[position(line)] = number;
    next[position(line)] = number + 1;
    number += lines_in_[position(line)];
  }
  std::iota(projects_.begin(), projects_.end(), std::size_t{0});
  std::stable_sort(projects_.begin(), projects_.end(),
                   [this](std::size_t a, std::size_t b) { return number_of(a) < number_of(b); });
}

// Of the programmalijn of a project; what is in none stands behind all lines.
std::size_t ControleExplainer::number_of(std::size_t project) const {
  const auto& line = input_.plan.projects[project].programmalijn.id;
  return line ? number_[position(*line)] : number_.size();
}

std::vector<std::size_t> ControleExplainer::projects_of(const Whose& whose) const {
  if (whose.of == Of::project) return {};
  if (whose.of == Of::plan) return projects_;
  const auto before = [this](std::size_t end) {
    return std::partition_point(projects_.begin(), projects_.end(),
                                [this, end](std::size_t p) { return number_of(p) < end; });
  };
  const std::size_t number = number_[whose.index];
  const auto first = before(number);
  const auto last = before(number + lines_in_[whose.index]);
  if (static_cast<std::size_t>(last - first) > most_items) return {};
  return {first, last};
}

void ControleExplainer::explain(const Whose& whose, const std::vector<Failure>& failures, Findings& findings) const {
  Explainer(input_, whose, projects_of(whose)).explain(failures, findings);
}

}  // namespace saldo
