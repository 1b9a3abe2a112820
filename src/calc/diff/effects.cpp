#include "calc/diff/effects.h"

#include <algorithm>
#include <set>

#include "calc/rules.h"
#include "calc/transfers.h"

namespace saldo {

namespace {

// What of a difference belongs to one change, by the order in which the changes were met.
struct Share {
  std::uint32_t change;
  Money money;
};
using Shares = std::vector<Share>;  // each change once, in that order

Shares tidy(Shares shares) {
  std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.change < b.change; });
  std::size_t count = 0;
  for (const Share& share : shares) {
    if (count > 0 && shares[count - 1].change == share.change) shares[count - 1].money += share.money;
    else shares[count++] = share;
  }
  shares.resize(count);
  return shares;
}

void add(Shares& shares, const Shares& more, int sign) {
  for (const Share& share : more) shares.push_back({share.change, sign > 0 ? share.money : -share.money});
}

Money sum_of(const Shares& shares) {
  Money sum;
  for (const Share& share : shares) sum += share.money;
  return sum;
}

// A cell that differs, and what came of it.
struct Difference {
  PairedCell cell;
  std::uint64_t number = 0;  // of the cell, counted over all pairs
  Money money;
  enum class State : std::uint8_t { waiting, under_way, done } state = State::waiting;
  Shares shares = {};
};

struct PairedInput {
  PairedCell cell;
  int sign = 1;
};

class EffectFinder {
 public:
  explicit EffectFinder(PlanDiff& diff)
      : diff_(diff),
        two_(diff.two),
        years_(*diff.two.common),
        transfers_old_(two_.oud.plan),
        transfers_new_(two_.nieuw.plan) {}

  void run() {
    for (std::uint32_t p = 0; p < two_.match.projects.size(); ++p) {
      find_written(p);
      find_opening(p);
      find_differences(p);
    }
    for (std::size_t i = 0; i < differences_.size(); ++i) work_out(i);
    for (const Difference& difference : differences_)
      for (const Share& share : difference.shares) book(difference.cell, share);
  }

 private:
  const ProjectPair& project(std::uint32_t p) const { return two_.match.projects[p]; }
  const Project& old_project(const PairedCell& cell) const {
    return two_.oud.plan.projects[*project(cell.project).pair.oud];
  }
  const Project& new_project(const PairedCell& cell) const {
    return two_.nieuw.plan.projects[*project(cell.project).pair.nieuw];
  }

  Change& change(const ChangeKey& key) { return diff_.changes[key]; }

  std::uint32_t cause(const ChangeKey& key) {
    const auto [found, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(causes_.size()));
    if (is_new) causes_.push_back(&change(key));
    return found->second;
  }

  // --- what differs ---

  template <class Visit>
  void for_each_cell(std::uint32_t p, Visit visit) const {
    for (std::uint32_t post = 0; post < project(p).posts.size(); ++post)
      for (const Direction direction : both_directions)
        for (std::size_t y = 0; y < years_.size(); ++y) visit(PairedCell{p, post, direction, years_.at(y)});
  }

  bool in_both(const PairedCell& cell) const { return two_.pair(cell).oud && two_.pair(cell).nieuw; }

  // Most posts stand there to the letter as they did, which is seen without asking what decides each year.
  bool is_untouched(const PairedCell& cell) const {
    const Post &a = *find_post(two_, cell, true), &b = *find_post(two_, cell, false);
    const Side &x = a.side(cell.direction), &y = b.side(cell.direction);
    if (x.empty() && y.empty()) return true;
    const bool plain =
        !x.rule && !y.rule && a.index == no_index && b.index == no_index && !a.onderbouwing && !b.onderbouwing;
    const bool amounts = std::all_of(x.terms.begin(), x.terms.end(), [](const Term& t) { return t.facts().is_typed; });
    return plain && amounts && same_side(x, y);
  }

  // What is written otherwise is a change, also where it comes to the same amount. Only where the first year of a plan has
  // moved must a year be written that followed by itself before.
  void find_written(std::uint32_t p) {
    const Pairing& pair = project(p).pair;
    if (!pair.oud || !pair.nieuw) return;
    const bool moved = two_.oud.plan.years.first != two_.nieuw.plan.years.first;
    for_each_cell(p, [&](const PairedCell& cell) {
      if (!in_both(cell) || is_untouched(cell) || !written_differently(two_, cell)) return;
      const bool follows =
          moved && cell.year == years_.first && amount_in(two_, cell, true) == amount_in(two_, cell, false);
      if (follows) return;
      const ChangeKey key = own_change(two_, cell);
      Change& found = change(key);
      if (key.kind == ChangeKind::bedragen) found.years.push_back(cell.year);
    });
  }

  Money opening(const Worked& version, const std::optional<std::uint32_t>& at) const {
    if (!at) return {};
    return version.balances.projects[*at].opening_of(version.plan.years.index(years_.first));
  }

  void find_opening(std::uint32_t p) {
    const Pairing& pair = project(p).pair;
    const Money difference = opening(two_.nieuw, pair.nieuw) - opening(two_.oud, pair.oud);
    if (difference == Money()) return;
    const ChangeKind kind =
        !pair.oud ? ChangeKind::project_nieuw : (pair.nieuw ? ChangeKind::opening : ChangeKind::project_vervallen);
    const ChangeKey key{p + 1, 0, kind};
    EffectOnTotals& effect = change(key).effect;
    effect.opening += difference;
    if (diff_.rib == p) effect.rib_opening += difference;
    openings_[p] = {{cause(key), difference}};
  }

  std::uint64_t number(const PairedCell& cell) const {
    return side_number(project(cell.project).first_post + cell.post, cell.direction) * years_.size() +
           years_.index(cell.year);
  }

  void find_differences(std::uint32_t p) {
    for_each_cell(p, [&](const PairedCell& cell) {
      const Money money = amount_in(two_, cell, false).counted() - amount_in(two_, cell, true).counted();
      if (money != Money()) differences_.push_back({cell, number(cell), money});
    });
  }

  // Cells are found in the order of their numbers.
  Difference* find(const PairedCell& cell) {
    if (!years_.contains(cell.year)) return nullptr;
    const std::uint64_t wanted = number(cell);
    const auto found = std::partition_point(differences_.begin(), differences_.end(),
                                            [wanted](const Difference& d) { return d.number < wanted; });
    return found != differences_.end() && found->number == wanted ? &*found : nullptr;
  }

  // --- in the order in which amounts need each other, with a stack of our own ---

  void work_out(std::size_t start) {
    std::vector<std::size_t> stack{start};
    while (!stack.empty()) {
      Difference& top = differences_[stack.back()];
      if (top.state == Difference::State::waiting) {
        top.state = Difference::State::under_way;
        for (const PairedInput& input : inputs(top.cell))
          if (const Difference* need = find(input.cell); need != nullptr && need->state == Difference::State::waiting)
            stack.push_back(static_cast<std::size_t>(need - differences_.data()));
        continue;
      }
      stack.pop_back();
      if (top.state == Difference::State::under_way) top.shares = shares_of(top);
      top.state = Difference::State::done;
    }
  }

  // Both plans work this cell out by the same kind of rule, whatever its parameters.
  Formula common_formula(const PairedCell& cell) const {
    if (!two_.pair(cell).oud || !two_.pair(cell).nieuw) return Formula::leeg;
    const Formula formula = formula_in(two_, cell, true);
    return formula == formula_in(two_, cell, false) ? formula : Formula::leeg;
  }

  std::vector<PairedInput> inputs(const PairedCell& cell) const {
    switch (common_formula(cell)) {
      case Formula::index: return index_inputs(cell);
      case Formula::percentage: return percentage_inputs(cell);
      case Formula::sluitpost: return sluitpost_inputs(cell);
      case Formula::spiegel: return spiegel_inputs(cell);
      case Formula::leeg:
      case Formula::bedrag:
      case Formula::deel:
      case Formula::onderbouwing: break;
    }
    return {};
  }

  std::vector<PairedInput> index_inputs(const PairedCell& cell) const {
    const Post& post = *find_post(two_, cell, true);
    const std::size_t base =
        index_base_year(two_.oud.plan, post, post.side(cell.direction), two_.oud.plan.years.index(cell.year));
    PairedCell input = cell;
    input.year = two_.oud.plan.years.at(base);
    return {{input}};
  }

  std::vector<PairedInput> percentage_inputs(const PairedCell& cell) const {
    const Pairing& pair = project(cell.project).pair;
    std::vector<std::uint32_t> posts;
    const auto add_over = [&](const Post& post, const std::vector<std::uint32_t>& pairs) {
      const auto over = pairs_over(*post.side(cell.direction).percentage(), pairs);
      posts.insert(posts.end(), over.begin(), over.end());
    };
    add_over(*find_post(two_, cell, true), two_.match.posts_of_old[*pair.oud]);
    add_over(*find_post(two_, cell, false), two_.match.posts_of_new[*pair.nieuw]);
    std::sort(posts.begin(), posts.end());
    posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
    std::vector<PairedInput> found;
    for (const std::uint32_t post : posts) found.push_back({{cell.project, post, cell.direction, cell.year}});
    return found;
  }

  // The project up to this year, but for the post itself in this year. Earlier sluitposten are in it too.
  std::vector<PairedInput> sluitpost_inputs(const PairedCell& cell) const {
    std::vector<PairedInput> found;
    for_each_cell(cell.project, [&](const PairedCell& other) {
      if (cell.year < other.year || number(other) == number(cell)) return;
      found.push_back({other, other.direction == cell.direction ? -1 : +1});
    });
    return found;
  }

  // As the resolver finds them: what the other side has, less what other posts on this side have taken. In both plans.
  std::vector<PairedInput> spiegel_inputs(const PairedCell& cell) const {
    std::vector<PairedInput> found;
    std::set<std::uint64_t> seen{number(cell)};
    for (const bool is_old : {true, false}) {
      const Pairing& pair = project(cell.project).pair;
      const auto self = static_cast<ProjectId>(is_old ? *pair.oud : *pair.nieuw);
      const Project& own = is_old ? old_project(cell) : new_project(cell);
      const Leg* leg = own.find_leg(is_old ? *two_.pair(cell).oud : *two_.pair(cell).nieuw, cell.direction);
      const Year sent = cell.year - leg->vertraging;
      add_legs(found, seen, is_old, {*leg->other.id, self, opposite(cell.direction)}, sent, +1);
      add_legs(found, seen, is_old, {self, *leg->other.id, cell.direction}, sent, -1);
    }
    return found;
  }

  struct Relation {
    ProjectId project, other;
    Direction direction;
  };

  void add_legs(std::vector<PairedInput>& found, std::set<std::uint64_t>& seen, bool is_old, const Relation& relation,
                Year sent, int sign) const {
    const Transfers& transfers = is_old ? transfers_old_ : transfers_new_;
    const auto at = position(relation.project);
    const std::uint32_t p = is_old ? two_.match.pair_of_old[at] : two_.match.pair_of_new[at];
    const std::vector<std::uint32_t>& posts = is_old ? two_.match.posts_of_old[at] : two_.match.posts_of_new[at];
    for (const LegRef& ref : transfers.legs(relation.project, relation.other, relation.direction)) {
      const PairedCell input{p, posts[ref.leg->post], relation.direction, sent + ref.leg->vertraging};
      if (years_.contains(input.year) && seen.insert(number(input)).second) found.push_back({input, sign});
    }
  }

  // --- to whom the difference belongs ---

  Shares shares_of(const Difference& difference) {
    Shares shares;
    switch (common_formula(difference.cell)) {
      case Formula::index: shares = index_shares(difference); break;
      case Formula::percentage: shares = percentage_shares(difference); break;
      case Formula::sluitpost: shares = sluitpost_shares(difference); break;
      case Formula::spiegel: shares = input_shares(difference.cell); break;
      case Formula::deel:
      case Formula::onderbouwing: shares = rounding_shares(difference.cell, difference.money); break;
      case Formula::leeg:
      case Formula::bedrag: break;
    }
    const Money rest = difference.money - sum_of(shares);
    if (rest != Money()) shares.push_back({cause(own_change(two_, difference.cell)), rest});
    return tidy(std::move(shares));
  }

  // What the inputs of a cell give it; of inputs in a circle of the two plans nothing is known yet.
  Shares input_shares(const PairedCell& cell) {
    Shares shares;
    for (const PairedInput& input : inputs(cell))
      if (const Difference* found = find(input.cell)) add(shares, found->shares, input.sign);
    return tidy(std::move(shares));
  }

  Shares sluitpost_shares(const Difference& difference) {
    Shares shares = input_shares(difference.cell);
    const auto opening = openings_.find(difference.cell.project);
    if (opening != openings_.end())
      add(shares, opening->second, difference.cell.direction == Direction::lasten ? 1 : -1);
    return shares;
  }

  // The rounding of the plan, for posts that have none of their own in either plan.
  Shares rounding_shares(const PairedCell& cell, Money money) {
    const Post &a = *find_post(two_, cell, true), &b = *find_post(two_, cell, false);
    const bool of_plan = !a.afronding && !b.afronding && !written_differently(two_, cell) &&
                         !same_rounding(two_.oud.plan.afronding, two_.nieuw.plan.afronding);
    if (!of_plan || money == Money()) return {};
    return {{cause({0, 0, ChangeKind::afronding}), money}};
  }

  // `part` divided as `shares` times `factor`; what rounding leaves goes to the largest.
  static Shares scaled(Shares shares, Ratio factor, Money part) {
    for (Share& share : shares) share.money = rounded(Ratio::of(share.money) * factor, Rounding{});
    const auto largest = std::max_element(
        shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.money.size() < b.money.size(); });
    if (largest != shares.end()) largest->money += part - sum_of(shares);
    return shares;
  }

  // In three steps: the old rule on the new amount it starts from, then the new rates, then the new rounding.
  Shares index_shares(const Difference& difference) {
    const PairedCell& cell = difference.cell;
    const Plan &a = two_.oud.plan, &b = two_.nieuw.plan;
    const Post &old_post = *find_post(two_, cell, true), &new_post = *find_post(two_, cell, false);
    const PairedCell base = index_inputs(cell).front().cell;
    if (!b.years.contains(base.year)) return {};
    const Amount start = amount_in(two_, base, false);
    if (!start.is_money()) return scaled(input_shares(cell), {1, 1}, difference.money);
    const Rounding& rounding = rounding_of(a, old_post);
    const auto old_rates = [&](Money from) {
      return indexed(a, old_post, from, a.years.index(base.year), a.years.index(cell.year));
    };
    const Money by_old = rounded(old_rates(start.counted()), rounding);
    if (by_old.is_overflow()) return {};
    Shares shares =
        scaled(input_shares(cell), old_rates(Money::of_cents(1)), by_old - amount_in(two_, cell, true).counted());
    const std::string naam(index_name(a, old_post));
    Money by_new = by_old;
    if (naam == index_name(b, new_post))
      by_new =
          rounded(indexed(b, new_post, start.counted(), b.years.index(base.year), b.years.index(cell.year)), rounding);
    if (by_new.is_overflow()) by_new = by_old;  // a year between that the new index has no rate for
    if (by_new != by_old)
      if (const auto index = changed_index(two_, naam))
        shares.push_back({cause({0, 0, ChangeKind::index, 0, {}, *index}), by_new - by_old});
    add(shares, rounding_shares(cell, amount_in(two_, cell, false).counted() - by_new), +1);
    return shares;
  }

  // In two steps: the old percentage of the new amounts, then the new percentage or rounding.
  Shares percentage_shares(const Difference& difference) {
    const PairedCell& cell = difference.cell;
    const Post &old_post = *find_post(two_, cell, true), &new_post = *find_post(two_, cell, false);
    if (written_differently(two_, cell) && !same_posts_under(cell)) return {};
    const Percentage& old_rule = *old_post.side(cell.direction).percentage();
    const Percentage& new_rule = *new_post.side(cell.direction).percentage();
    Amount base;
    for (const std::uint32_t post : pairs_over(new_rule, two_.match.posts_of_new[*project(cell.project).pair.nieuw]))
      base += amount_in(two_, {cell.project, post, cell.direction, cell.year}, false);
    const Money by_old = rounded(Ratio::of(base.counted()) * old_rule.rate, rounding_of(two_.oud.plan, old_post));
    Shares shares = scaled(input_shares(cell), old_rule.rate, by_old - amount_in(two_, cell, true).counted());
    add(shares, rounding_shares(cell, amount_in(two_, cell, false).counted() - by_old), +1);
    return shares;
  }

  bool same_posts_under(const PairedCell& cell) const {
    const Pairing& pair = project(cell.project).pair;
    const auto over = [&](bool is_old) {
      const Post& post = *find_post(two_, cell, is_old);
      auto pairs = pairs_over(*post.side(cell.direction).percentage(),
                              is_old ? two_.match.posts_of_old[*pair.oud] : two_.match.posts_of_new[*pair.nieuw]);
      std::erase_if(pairs, [&](std::uint32_t p) {
        return !project(cell.project).posts[p].oud || !project(cell.project).posts[p].nieuw;
      });
      return pairs;
    };
    return over(true) == over(false);
  }

  void book(const PairedCell& cell, const Share& share) {
    EffectOnTotals& effect = causes_[share.change]->effect;
    std::vector<Money>& side = cell.direction == Direction::baten ? effect.baten : effect.lasten;
    side.resize(years_.size());
    side[years_.index(cell.year)] += share.money;
    if (diff_.rib != cell.project) return;
    effect.rib_saldo.resize(years_.size());
    effect.rib_saldo[years_.index(cell.year)] += cell.direction == Direction::baten ? share.money : -share.money;
  }

  PlanDiff& diff_;
  const TwoPlans& two_;
  Years years_;
  Transfers transfers_old_, transfers_new_;
  std::map<ChangeKey, std::uint32_t> numbers_;
  std::vector<Change*> causes_;  // a map does not move what is in it
  std::map<std::uint32_t, Shares> openings_;
  std::vector<Difference> differences_;
};

}  // namespace

void find_effects(PlanDiff& diff) {
  if (diff.two.common) EffectFinder(diff).run();
}

}  // namespace saldo
