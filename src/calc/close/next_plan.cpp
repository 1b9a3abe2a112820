#include "calc/close/next_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "calc/formulas.h"
#include "calc/koppen.h"
#include "plan/posts_by_name.h"
#include "plan/write/toml_text.h"

namespace saldo {

namespace {

// The posts of one plan by those of another: by nr of the project, and a lasting name in it.
class Posts {
 public:
  explicit Posts(const Worked& worked) : worked_(worked) {
    for (std::size_t p = 0; p < worked.plan.projects.size(); ++p) projects_[worked.plan.projects[p].nr] = p;
  }

  const Project* project(std::string_view nr) const {
    const auto found = projects_.find(nr);
    return found == projects_.end() ? nullptr : &worked_.plan.projects[found->second];
  }

  // Absent where there is no such post, or no such year.
  Amount amount(const Project& other, std::size_t post, Direction direction, Year year) {
    const Project* own = project(other.nr);
    if (own == nullptr || !worked_.plan.years.contains(year)) return {};
    const Post& named = other.posts[post];
    const auto found = posts_.find_lasting(*own, named.own_nr ? named.nr : named.naam);
    if (found.size() == 1) return worked_.amounts.at(*own, found.front(), direction, worked_.plan.years.index(year));
    // Posts of one naam keep their order.
    const bool same = post < own->posts.size() && own->posts[post].naam == named.naam;
    return same ? worked_.amounts.at(*own, post, direction, worked_.plan.years.index(year)) : Amount();
  }

 private:
  const Worked& worked_;
  std::unordered_map<std::string_view, std::size_t> projects_;
  PostsByName posts_;
};

std::vector<YearAmount> amounts_from(const Project& project, std::size_t post, Direction direction, Year first,
                                     Year last, Posts& posts) {
  std::vector<YearAmount> amounts;
  for (Year year = first; year <= last; year = year + 1) {
    const Amount amount = posts.amount(project, post, direction, year);
    if (!amount.is_absent()) amounts.push_back({year, amount});
  }
  return amounts;
}

// Whether what is left of this side, without the years before `first`, says what it said.
bool goes_on(const Project& project, std::size_t post, Direction direction, Year first) {
  const Side& side = project.posts[post].side(direction);
  const auto passed = [first](const Term& term) { return term.year < first; };
  if (side.total() != nullptr) return std::none_of(side.terms.begin(), side.terms.end(), passed);
  const Leg* leg = project.find_leg(post, direction);
  return leg == nullptr || std::none_of(side.terms.begin(), side.terms.end(), [&](const Term& term) {
           return !passed(term) && term.facts().mirrors && term.year - leg->vertraging < first;
         });
}

bool needs_base(const Post& post, const Side& side, Year first) {
  if (post.index == no_index || side.has_formula() || side.terms.empty()) return false;
  return side.terms.front().year < first && find_term(side, first) == nullptr;
}

// A post that stands in no file: it follows from a restant, was booked, or a begrotingswijziging brought it.
std::string post_text(const Project& project, std::size_t at, Years years, Money unit, Posts& posts) {
  const Post& post = project.posts[at];
  std::string text;
  for (const Direction direction : both_directions) {
    std::string amounts;
    for (const YearAmount& one : amounts_from(project, at, direction, years.first, years.last, posts))
      amounts += fmt::format("{}{} = {}", amounts.empty() ? "" : ", ", one.year.value, toml_amount(one.amount, unit));
    if (amounts.empty()) continue;
    text += fmt::format("{} = {{ {} }}\n", to_text(direction), amounts);
    const Leg* leg = post.automatic ? nullptr : project.find_leg(at, direction);
    if (leg != nullptr)
      text += fmt::format("{} = {}\n", direction == Direction::baten ? "van" : "naar", toml_text(leg->other.name));
  }
  return text.empty() ? "" : fmt::format("\n[[project.post]]\nnaam = {}\n{}", toml_text(post.naam), text);
}

bool stands_in_a_file(const Project* written, const Post& post, PostsByName& names) {
  return written != nullptr && !post.automatic &&
         !names.find_lasting(*written, post.own_nr ? post.nr : post.naam).empty();
}

}  // namespace

Roll next_plan(const Worked& written, const Worked& closed, Year year) {
  const Year first = year + 1, last = closed.plan.years.last;
  const Money unit = closed.plan.unit();
  Roll roll{first, unit, {}, {}, {}, {}};
  Posts now(closed), as_written(written);
  PostsByName names;
  for (const Project& project : written.plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      for (const Direction direction : both_directions) {
        const Side& side = project.posts[post].side(direction);
        if (project.posts[post].automatic || side.empty()) continue;
        if (!goes_on(project, post, direction, first))
          roll.written_out[{project.nr, post, direction}] = amounts_from(project, post, direction, first, last, now);
        else if (needs_base(project.posts[post], side, first)) {
          const Amount base = as_written.amount(project, post, direction, first);
          if (!base.is_absent()) roll.bases[{project.nr, post, direction}] = base;
        }
      }
  for (std::size_t p = 0; p < closed.plan.projects.size(); ++p) {
    const Project& project = closed.plan.projects[p];
    if (!project.is_exploitatie())
      roll.budgets[project.nr] = closed.balances.projects[p].years[closed.plan.years.index(year)].eindsaldo;
    const Project* own = as_written.project(project.nr);
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (!follows_others(project, post) && !stands_in_a_file(own, project.posts[post], names))
        roll.more_posts[project.nr] += post_text(project, post, {first, last}, unit, now);
  }
  return roll;
}

void write_out_differences(const Worked& written, const Worked& closed, const Worked& next, Roll& roll) {
  const Year last = closed.plan.years.last;
  Posts now(closed), then(next);
  for (const Project& project : written.plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      for (const Direction direction : both_directions) {
        if (project.posts[post].automatic || project.posts[post].side(direction).empty()) continue;
        bool same = true;
        for (Year year = roll.first; same && year <= last; year = year + 1)
          same = now.amount(project, post, direction, year) == then.amount(project, post, direction, year);
        if (!same)
          roll.written_out[{project.nr, post, direction}] =
              amounts_from(project, post, direction, roll.first, last, now);
      }
}

std::vector<std::string> other_balances(const Worked& closed, const Worked& next) {
  std::vector<std::string> others;
  std::unordered_map<std::string_view, std::size_t> projects;
  for (std::size_t p = 0; p < next.plan.projects.size(); ++p) projects[next.plan.projects[p].nr] = p;
  for (std::size_t p = 0; p < closed.plan.projects.size(); ++p) {
    const auto found = projects.find(closed.plan.projects[p].nr);
    bool same = found != projects.end();
    for (std::size_t y = 0; same && y < next.plan.years.size(); ++y)
      same = next.balances.projects[found->second].years[y].eindsaldo ==
             closed.balances.projects[p].years[closed.plan.years.index(next.plan.years.at(y))].eindsaldo;
    if (!same) others.push_back(closed.plan.projects[p].nr);
  }
  return others;
}

}  // namespace saldo
