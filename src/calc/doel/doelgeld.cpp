#include "calc/doel/doelgeld.h"

#include <algorithm>
#include <map>

#include "calc/overdrachten.h"

namespace saldo {

namespace {

constexpr Ratio all_of_it{1, 1};
constexpr Ratio none_of_it{0, 1};

bool is_all(Ratio share) { return share.num == share.den; }

Ratio lesser(Ratio a, Ratio b) { return sign_of_difference(a, b) < 0 ? a : b; }
Ratio greater(Ratio a, Ratio b) { return sign_of_difference(a, b) < 0 ? b : a; }

Money part_of(Money money, Ratio share) {
  return is_all(share) ? money : rounded(Ratio::of(money) * share, Rounding{});
}

Amount part_of(Amount amount, Ratio share) {
  return amount.is_money() ? Amount(part_of(amount.counted(), share)) : amount;
}

std::uint32_t number_of(const Project& project, std::size_t post) {
  return static_cast<std::uint32_t>(project.first_post + post);
}

Ratio share_in(const PostShares& posts, std::uint32_t number) {
  const auto found = posts.find(number);
  return found == posts.end() ? none_of_it : found->second;
}

// The posts that an entry names, with its share.
template <class Visit>
void for_each_named(const Plan& plan, const Geld& geld, Visit visit) {
  if (!geld.project || !geld.project->id) return;
  const Project& project = plan.project(*geld.project->id);
  const Ratio share = geld.deel.value_or(all_of_it);
  if (geld.position) {
    visit(number_of(project, *geld.position), share);
  } else if (geld.post.name.empty()) {
    for (std::size_t post = 0; post < project.posts.size(); ++post) visit(number_of(project, post), share);
  }
}

}  // namespace

// What moves between projects, and which posts are its legs.
struct MoneyCounter::Legs {
  explicit Legs(const Worked& worked) : between(worked.plan), all(find_overdrachten(worked.plan, worked.amounts)) {
    const Plan& plan = worked.plan;
    owners.resize(plan.post_count);
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (std::size_t post = 0; post < plan.projects[p].posts.size(); ++post)
        owners[plan.projects[p].first_post + post] = static_cast<ProjectId>(p);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].matched() != Money())
        for (const LegRef& ref : between.legs(all[i].van, all[i].naar, Direction::lasten, all[i].stream))
          sent_by[number_of(plan.project(ref.project), ref.leg->post)].push_back(i);
  }

  LegsBetween between;
  std::vector<Overdracht> all;
  std::vector<ProjectId> owners;                                        // by number of the post
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> sent_by;  // by number of the post: positions in `all`
};

MoneyCounter::MoneyCounter(const Worked& worked) : worked_(worked), legs_(std::make_unique<const Legs>(worked)) {}
MoneyCounter::~MoneyCounter() = default;

ProjectId MoneyCounter::owner(std::uint32_t number) const { return legs_->owners[number]; }

namespace {

// Money that reached a project in a year, sent by posts of a goal, of which the receipt is no post of the goal.
struct Arrived {
  ProjectId van;
  Money amount;
  std::size_t sent_in;  // year of the plan
};

// What of one set of posts is counted twice.
class DoubleCounter {
 public:
  DoubleCounter(const Worked& worked, const LegsBetween& between, const PostShares& posts, Doelgeld& sums,
                std::vector<Doubled>* doubled)
      : plan_(worked.plan),
        amounts_(worked.amounts),
        between_(between),
        posts_(posts),
        sums_(sums),
        doubled_(doubled) {}

  // As the consolidation of the plan itself takes it out: the lasten in the year sent, the baten as they were received.
  void add(const Overdracht& overdracht) {
    const std::size_t sent_in = plan_.years.index(overdracht.jaar);
    const Ratio sent = share_of(overdracht, Direction::lasten, sent_in);
    Money left = overdracht.matched();
    for (const Receipt& receipt : overdracht.receipts) {
      const Money received = receipt.amount.counted();
      const bool is_rest = overdracht.status != OverdrachtStatus::gelijk && left.size() <= received.size();
      const Money part = is_rest ? left : received;
      left -= part;
      const bool in_plan = plan_.years.contains(receipt.year);
      const std::size_t year = in_plan ? plan_.years.index(receipt.year) : 0;
      const Ratio back = in_plan ? share_of(overdracht, Direction::baten, year) : arrival_after_plan(overdracht);
      const Money both = part_of(part, lesser(sent, back));
      take_out({overdracht.van, overdracht.naar, sent_in, both, false});
      if (in_plan) sums_[year].dubbel_baten += both;
      const Money rest = part_of(part, sent) - both;
      if (in_plan && rest > Money()) arrived_[{overdracht.naar, year}].push_back({overdracht.van, rest, sent_in});
    }
  }

  // What a project spends within the goal beyond all it could spend without what arrived.
  void add_spent() {
    for (const auto& [where, arrived] : arrived_) {
      const auto& [id, year] = where;
      Money spare = left_out(plan_.project(id), year);
      for (const Arrived& one : arrived) {
        const Money free = std::min(spare, one.amount);
        spare -= free;
        take_out({one.van, id, one.sent_in, one.amount - free, true});
      }
    }
  }

 private:
  void take_out(const Doubled& one) {
    sums_[one.year].dubbel_lasten += one.amount;
    if (doubled_ != nullptr && one.amount != Money()) doubled_->push_back(one);
  }

  // How much of one side of an overdracht is of these posts, in a year.
  Ratio share_of(const Overdracht& overdracht, Direction direction, std::size_t year) const {
    const bool sends = direction == Direction::lasten;
    Money whole, named;
    for (const LegRef& ref : between_.legs(sends ? overdracht.van : overdracht.naar,
                                           sends ? overdracht.naar : overdracht.van, direction, overdracht.stream)) {
      const Project& project = plan_.project(ref.project);
      const Money amount = amounts_.at(project, ref.leg->post, direction, year).counted();
      whole += amount;
      named += part_of(amount, share_in(posts_, number_of(project, ref.leg->post)));
    }
    if (whole == Money() || named == Money()) return none_of_it;
    return named == whole ? all_of_it : Ratio{named.cents(), whole.cents()};
  }

  // What arrives when the plan has ended has no amount of its own: all of it, where each of its receivers is named.
  Ratio arrival_after_plan(const Overdracht& overdracht) const {
    Ratio least = all_of_it;
    for (const LegRef& ref : between_.legs(overdracht.naar, overdracht.van, Direction::baten, overdracht.stream))
      least = lesser(least, share_in(posts_, number_of(plan_.project(ref.project), ref.leg->post)));
    return least;
  }

  // The lasten of a project in a year that these posts are not.
  Money left_out(const Project& project, std::size_t year) const {
    Money sum;
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      if (plan_.is_mutatie(project, post, Direction::lasten)) continue;
      const Money lasten = amounts_.at(project, post, Direction::lasten, year).counted();
      sum += lasten - part_of(lasten, share_in(posts_, number_of(project, post)));
    }
    return std::max(sum, Money());
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const LegsBetween& between_;
  const PostShares& posts_;
  Doelgeld& sums_;
  std::vector<Doubled>* doubled_;
  std::map<std::pair<ProjectId, std::size_t>, std::vector<Arrived>> arrived_;
};

}  // namespace

Doelgeld MoneyCounter::count(const PostShares& posts, std::vector<Doubled>* doubled) const {
  const Plan& plan = worked_.plan;
  Doelgeld sums(plan.years.size());
  std::vector<std::size_t> moved;
  for (const auto& [number, share] : posts) {
    const Project& project = plan.project(legs_->owners[number]);
    if (project.is_reserve()) continue;
    const std::size_t post = number - project.first_post;
    for (std::size_t y = 0; y < sums.size(); ++y)
      for (const Direction direction : both_directions) {
        if (plan.is_mutatie(project, post, direction)) continue;
        Amount& sum = direction == Direction::baten ? sums[y].baten : sums[y].lasten;
        sum += part_of(worked_.amounts.at(project, post, direction, y), share);
      }
    if (const auto sent = legs_->sent_by.find(number); sent != legs_->sent_by.end())
      moved.insert(moved.end(), sent->second.begin(), sent->second.end());
  }
  std::sort(moved.begin(), moved.end());
  moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
  DoubleCounter doubles(worked_, legs_->between, posts, sums, doubled);
  for (const std::size_t at : moved) doubles.add(legs_->all[at]);
  doubles.add_spent();
  return sums;
}

std::vector<NamedMoney> named_money(const Worked& worked, const Doelboom& tree, DoelId id) {
  const Plan& plan = worked.plan;
  std::vector<NamedMoney> all;
  std::vector<DoelId> waiting{id};
  while (!waiting.empty()) {
    const DoelId at = waiting.back();
    waiting.pop_back();
    for (const Geld& geld : plan.doel(at).geld)
      for_each_named(plan, geld, [&](std::uint32_t number, Ratio share) {
        const ProjectId owner = *geld.project->id;
        const Project& project = plan.project(owner);
        NamedMoney named{owner, number - project.first_post, at, &geld, share, {}};
        for (std::size_t y = 0; y < plan.years.size(); ++y) {
          named.years.emplace_back();
          for (const Direction direction : both_directions)
            if (!plan.is_mutatie(project, named.post, direction) && !project.is_reserve())
              named.years.back()[direction] = part_of(worked.amounts.at(project, named.post, direction, y), share);
        }
        all.push_back(std::move(named));
      });
    const std::vector<DoelId>& under = tree.under[position(at)];
    waiting.insert(waiting.end(), under.rbegin(), under.rend());
  }
  return all;
}

std::vector<PostShares> posts_of_doelen(const Plan& plan, const Doelboom& tree) {
  std::vector<PostShares> posts(plan.doelen.size());
  for (auto id = plan.doelen_outside_in.rbegin(); id != plan.doelen_outside_in.rend(); ++id) {
    PostShares& mine = posts[position(*id)];
    const auto add = [](PostShares& shares, std::uint32_t number, Ratio share) {
      const auto [found, is_new] = shares.try_emplace(number, share);
      if (!is_new) found->second = lesser(found->second + share, all_of_it);
    };
    for (const DoelId inner : tree.under[position(*id)])
      for (const auto& [number, share] : posts[position(inner)]) add(mine, number, share);
    PostShares own;
    for (const Geld& geld : plan.doel(*id).geld)
      for_each_named(plan, geld, [&](std::uint32_t number, Ratio share) { add(own, number, share); });
    for (const auto& [number, share] : own) {
      const auto [found, is_new] = mine.try_emplace(number, share);
      if (!is_new) found->second = greater(found->second, share);
    }
  }
  return posts;
}

namespace {

// What is left of the plan when the goals have had theirs, to the cent.
void subtract(const Doelgeld& plan, const Doelgeld& goals, Doelgeld& without) {
  for (std::size_t y = 0; y < plan.size(); ++y) {
    const auto rest = [](Amount whole, Amount part, Amount counted) {
      return whole.is_money() && part.is_money() ? Amount(whole.counted() - part.counted()) : counted;
    };
    without[y].baten = rest(plan[y].baten, goals[y].baten, without[y].baten);
    without[y].lasten = rest(plan[y].lasten, goals[y].lasten, without[y].lasten);
  }
}

// What all goals have together, each post once.
PostShares posts_of_all(const Plan& plan, const std::vector<PostShares>& posts) {
  PostShares all;
  for (std::size_t i = 0; i < plan.doelen.size(); ++i)
    if (!plan.doelen[i].onder)
      for (const auto& [number, share] : posts[i]) {
        const auto [found, is_new] = all.try_emplace(number, share);
        if (!is_new) found->second = lesser(found->second + share, all_of_it);
      }
  return all;
}

// What goals have, what none has, and all, of the posts of these projects.
DoelgeldTotals total_of(const Plan& plan, const MoneyCounter& counter, const PostShares& goals,
                        const std::vector<ProjectId>& projects) {
  PostShares of_goals, rest, whole;
  for (const ProjectId id : projects)
    for (std::size_t post = 0; post < plan.project(id).posts.size(); ++post) {
      const std::uint32_t number = number_of(plan.project(id), post);
      const Ratio share = share_in(goals, number);
      whole.emplace(number, all_of_it);
      if (share.num > 0) of_goals.emplace(number, share);
      if (!is_all(share)) rest.emplace(number, Ratio{share.den - share.num, share.den});
    }
  DoelgeldTotals totals{counter.count(of_goals), counter.count(rest), {}, counter.count(whole)};
  subtract(totals.plan, totals.goals, totals.without);
  totals.between.resize(totals.plan.size());
  for (std::size_t y = 0; y < totals.plan.size(); ++y) {
    const DoelgeldYear &all = totals.plan[y], &in = totals.goals[y], &out = totals.without[y];
    totals.between[y].dubbel_baten = all.dubbel_baten - in.dubbel_baten - out.dubbel_baten;
    totals.between[y].dubbel_lasten = all.dubbel_lasten - in.dubbel_lasten - out.dubbel_lasten;
  }
  return totals;
}

std::vector<ProjectId> all_projects(const Plan& plan) {
  std::vector<ProjectId> all(plan.projects.size());
  for (std::size_t p = 0; p < all.size(); ++p) all[p] = static_cast<ProjectId>(p);
  return all;
}

// By the position of its outermost programmalijn, or behind those of all where it is in none.
std::size_t outermost_line(const Plan& plan, ProjectId id) {
  const LineId* at = plan.project(id).programmalijn.id ? &*plan.project(id).programmalijn.id : nullptr;
  while (at != nullptr && plan.line(*at).onder) at = &*plan.line(*at).onder->id;
  return at == nullptr ? plan.lines.size() : position(*at);
}

}  // namespace

Doelgelden work_out_doelgeld(const Worked& worked, const Doelboom& tree) {
  const MoneyCounter counter(worked);
  const std::vector<PostShares> posts = posts_of_doelen(worked.plan, tree);
  Doelgelden all;
  for (const PostShares& of : posts) all.of.push_back(counter.count(of));
  all.totals = total_of(worked.plan, counter, posts_of_all(worked.plan, posts), all_projects(worked.plan));
  return all;
}

namespace {

// What is of one outermost programmalijn, or of none.
struct OfLine {
  std::vector<ProjectId> projects;
  std::vector<std::pair<DoelId, PostShares>> goals;  // that have posts there
};

std::vector<OfLine> part_by_line(const Plan& plan, const MoneyCounter& counter, const Doelboom& tree,
                                 const std::vector<PostShares>& posts) {
  std::vector<OfLine> parts(plan.lines.size() + 1);
  std::vector<std::size_t> line_of;  // by project
  for (const ProjectId id : all_projects(plan)) {
    line_of.push_back(outermost_line(plan, id));
    parts[line_of.back()].projects.push_back(id);
  }
  for (const DoelId id : tree.order)
    for (const auto& [number, share] : posts[position(id)]) {
      auto& goals = parts[line_of[position(counter.owner(number))]].goals;
      if (goals.empty() || goals.back().first != id) goals.push_back({id, {}});
      goals.back().second.emplace(number, share);
    }
  return parts;
}

}  // namespace

DoelgeldByLine work_out_doelgeld_by_line(const Worked& worked, const Doelboom& tree) {
  const Plan& plan = worked.plan;
  const MoneyCounter counter(worked);
  const std::vector<PostShares> posts = posts_of_doelen(plan, tree);
  const PostShares of_all = posts_of_all(plan, posts);
  DoelgeldByLine all;
  all.plan = total_of(plan, counter, of_all, all_projects(plan)).plan;
  all.between.resize(all.plan.size());
  for (std::size_t y = 0; y < all.plan.size(); ++y) {
    all.between[y].dubbel_baten = all.plan[y].dubbel_baten;
    all.between[y].dubbel_lasten = all.plan[y].dubbel_lasten;
  }
  const std::vector<OfLine> parts = part_by_line(plan, counter, tree, posts);
  for (std::size_t l = 0; l < parts.size(); ++l) {
    if (parts[l].projects.empty()) continue;
    DoelgeldOfLine& of = all.lines.emplace_back();
    if (l < plan.lines.size()) of.line = static_cast<LineId>(l);
    for (const auto& [id, there] : parts[l].goals) of.goals.emplace_back(id, counter.count(there));
    DoelgeldTotals totals = total_of(plan, counter, of_all, parts[l].projects);
    of.without = std::move(totals.without);
    of.all = std::move(totals.plan);
    for (std::size_t y = 0; y < of.all.size(); ++y) {
      all.between[y].dubbel_baten -= of.all[y].dubbel_baten;
      all.between[y].dubbel_lasten -= of.all[y].dubbel_lasten;
    }
  }
  return all;
}

}  // namespace saldo
