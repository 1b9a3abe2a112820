#include "calc/close/record.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "calc/close/aansluiting.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

// The places of a record by project and post, found or made.
class Places {
 public:
  Places(const Plan& plan, Afsluiting& record) : plan_(plan), record_(record), posts_(plan.projects.size()) {
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t p = 0; p < plan.projects.size(); ++p) numbers[plan.projects[p].nr] = p;
    for (std::size_t at = 0; at < record.projects.size(); ++at) {
      const std::size_t p = numbers.at(record.projects[at].project.name);
      projects_[p] = at;
      for (std::size_t post = 0; post < record.projects[at].posts.size(); ++post)
        posts_[p][key_of(record.projects[at].posts[post])] = post;
    }
  }

  BookedProject* find(std::size_t p) {
    const auto found = projects_.find(p);
    return found == projects_.end() ? nullptr : &record_.projects[found->second];
  }

  BookedPost& post(std::size_t p, const PostName& name) {
    const auto [at, is_new_project] = projects_.try_emplace(p, record_.projects.size());
    if (is_new_project) record_.projects.push_back({{plan_.projects[p].nr, {}}, {}, {}});
    std::vector<BookedPost>& posts = record_.projects[at->second].posts;
    const auto [found, is_new] = posts_[p].try_emplace({name.by_naam, name.name}, posts.size());
    if (is_new) {
      posts.emplace_back();
      posts.back().post.name = name.name;
      posts.back().by_naam = name.by_naam;
    }
    return posts[found->second];
  }

  // Projects and posts in the order of the plan; what was not budgeted behind them.
  void order() {
    for (const auto& [p, at] : projects_) order_posts(plan_.projects[p], record_.projects[at].posts);
    std::vector<BookedProject> ordered;
    for (const auto& [p, at] : projects_) ordered.push_back(std::move(record_.projects[at]));
    record_.projects = std::move(ordered);
  }

 private:
  using Key = std::pair<bool, std::string>;
  static Key key_of(const BookedPost& post) { return {post.by_naam, post.post.name}; }

  static void order_posts(const Project& project, std::vector<BookedPost>& posts) {
    std::map<Key, std::size_t> ranks;
    const std::vector<PostName> names = lasting_names(project);
    for (std::size_t post = 0; post < names.size(); ++post) ranks[{names[post].by_naam, names[post].name}] = post;
    std::stable_sort(posts.begin(), posts.end(), [&](const BookedPost& a, const BookedPost& b) {
      const auto rank = [&](const BookedPost& post) {
        const auto found = ranks.find(key_of(post));
        return found == ranks.end() ? names.size() : found->second;
      };
      return rank(a) < rank(b);
    });
  }

  const Plan& plan_;
  Afsluiting& record_;
  std::map<std::size_t, std::size_t> projects_;    // place in the record by position in the plan
  std::vector<std::map<Key, std::size_t>> posts_;  // and of posts in their project
};

// What is on its way by the plan is as the amounts say; what a record states for itself stays, right or wrong.
void add_underway(const Worked& worked, Afsluiting& record) {
  record.onderweg.clear();
  const std::vector<Overdracht> overdrachten = find_overdrachten(worked.plan, worked.amounts);
  for (const Underway& route : work_out_aansluiting(worked, overdrachten, record.jaar).routes) {
    if (route.onderweg == Money() && !route.verklaard) continue;
    const std::string &van = worked.plan.project(route.van).nr, &naar = worked.plan.project(route.naar).nr;
    const Money underway = route.onderweg == Money() ? *route.verklaard : route.onderweg;
    record.onderweg.push_back({{van, {}}, {naar, {}}, underway, {}});
  }
}

using AmountsOfRecord = std::map<std::tuple<std::string, std::string, int>, Money>;

// What was booked; what follows from other amounts follows again.
AmountsOfRecord amounts_of_record(const Afsluiting& record) {
  constexpr int eindsaldo = 2;
  AmountsOfRecord all;
  for (const BookedProject& project : record.projects) {
    if (project.eindsaldo && project.posts.empty())
      all[{project.project.name, "", eindsaldo}] = project.eindsaldo->amount;
    for (const BookedPost& post : project.posts)
      for (const Direction direction : both_directions)
        if (post.realisatie[direction] && !post.afgeleid)
          all[{project.project.name, post.post.name, static_cast<int>(direction)}] = post.realisatie[direction]->amount;
  }
  return all;
}

}  // namespace

void add_derived(const Worked& worked, bool with_overdrachten, Afsluiting& record) {
  const std::size_t year = worked.plan.years.index(record.jaar);
  Places places(worked.plan, record);
  for (std::size_t p = 0; p < worked.plan.projects.size(); ++p) {
    const Project& project = worked.plan.projects[p];
    const std::vector<PostName> names = lasting_names(project);
    project.for_each_side([&](std::size_t at, Direction direction) {
      const Post& post = project.posts[at];
      const bool is_leg = with_overdrachten && project.find_leg(at, direction) != nullptr;
      const bool is_derived =
          is_leg || follows_from_bookings(formula_of(worked.plan, project, post, post.side(direction), year));
      const Amount amount = worked.amounts.at(project, at, direction, year);
      if (!is_derived || !amount.is_money() || find_booked(worked.plan, {p, at, direction, year}) != nullptr) return;
      BookedPost& booked = places.post(p, names[at]);
      booked.realisatie[direction] = Booked{amount.counted(), {}};
      booked.afgeleid = true;
    });
    if (BookedProject* told = project.is_exploitatie() ? nullptr : places.find(p))
      told->eindsaldo = Booked{worked.balances.projects[p].years[year].eindsaldo, {}};
  }
  add_underway(worked, record);
  places.order();
}

void keep_budget(const Worked& worked, Afsluiting& record) {
  const Worked& budget = worked.budget();
  const std::size_t year = worked.plan.years.index(record.jaar);
  Places places(worked.plan, record);
  for (std::size_t p = 0; p < worked.plan.projects.size(); ++p) {
    const Project& project = worked.plan.projects[p];
    const std::vector<PostName> names = lasting_names(project);
    project.for_each_side([&](std::size_t at, Direction direction) {
      const Amount amount = budget.amounts.at(project, at, direction, year);
      if (!amount.is_absent()) places.post(p, names[at]).begroot[direction] = Budgeted{amount, {}};
    });
  }
  places.order();
}

void keep_decisions(const Afsluiting& before, Afsluiting& record) {
  record.onderweg = before.onderweg;
  record.voorschotten = before.voorschotten;
  record.oordelen = before.oordelen;
  record.correcties = before.correcties;
  record.heropend = before.heropend;
  std::map<std::pair<std::string, std::string>, std::string> explained;
  for (const BookedProject& project : before.projects)
    for (const BookedPost& post : project.posts) explained[{project.project.name, post.post.name}] = post.toelichting;
  for (BookedProject& project : record.projects)
    for (BookedPost& post : project.posts)
      if (post.toelichting.empty()) post.toelichting = explained[{project.project.name, post.post.name}];
}

std::vector<RecordDifference> compare_records(const Afsluiting& before, const Afsluiting& after) {
  AmountsOfRecord old_amounts = amounts_of_record(before);
  for (const Correctie& correctie : before.correcties)
    old_amounts[{correctie.project.name, correctie.post.name, static_cast<int>(correctie.kant)}] += correctie.bedrag;
  const AmountsOfRecord new_amounts = amounts_of_record(after);
  AmountsOfRecord all = old_amounts;
  all.insert(new_amounts.begin(), new_amounts.end());
  const auto amount_in = [](const AmountsOfRecord& amounts, const AmountsOfRecord::key_type& key) {
    const auto found = amounts.find(key);
    return found == amounts.end() ? std::optional<Money>() : found->second;
  };
  std::vector<RecordDifference> differences;
  for (const auto& [key, any] : all) {
    const std::optional<Money> before_ = amount_in(old_amounts, key), after_ = amount_in(new_amounts, key);
    if (before_ == after_) continue;
    const auto& [project, post, what] = key;
    differences.push_back(
        {project, post, post.empty() ? std::nullopt : std::optional(static_cast<Direction>(what)), before_, after_});
  }
  std::stable_sort(differences.begin(), differences.end(), [](const RecordDifference& a, const RecordDifference& b) {
    return natural_less(a.project, b.project);
  });
  return differences;
}

BothSides<Money> stated_by_bronnen(const Afsluiting& record) {
  BothSides<Money> sum;
  for (const Bron& bron : record.bronnen) {
    sum.baten += bron.baten;
    sum.lasten += bron.lasten;
  }
  return sum;
}

BothSides<Money> booked_outside(const Afsluiting& record) {
  BothSides<Money> sum;
  for (const BookedProject& project : record.projects)
    for (const BookedPost& post : project.posts)
      for (const Direction direction : both_directions)
        if (post.realisatie[direction] && !post.afgeleid) sum[direction] += post.realisatie[direction]->amount;
  return sum;
}

}  // namespace saldo
