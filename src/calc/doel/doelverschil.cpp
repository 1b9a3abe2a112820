#include "calc/doel/doelverschil.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace saldo {

namespace {

// By how much the saldo of each project of a variant is more than in the base, per plan year.
std::vector<std::vector<Money>> saldo_differences(const Worked& base, const Worked& variant) {
  std::unordered_map<std::string_view, std::size_t> of_base;
  for (std::size_t p = 0; p < base.plan.projects.size(); ++p) of_base.emplace(base.plan.projects[p].nr, p);
  std::vector<std::vector<Money>> all;
  for (std::size_t p = 0; p < variant.plan.projects.size(); ++p) {
    const auto before = of_base.find(variant.plan.projects[p].nr);
    std::vector<Money>& years = all.emplace_back(variant.plan.years.size());
    for (std::size_t y = 0; before != of_base.end() && y < years.size(); ++y)
      years[y] = difference(variant.balances.projects[p].years[y].saldo(),
                            base.balances.projects[before->second].years[y].saldo());
  }
  return all;
}

// The same of the projects in which these posts have lasten in that year.
std::vector<Money> dekking_of(const Worked& worked, const MoneyCounter& counter, const PostShares& posts,
                              const std::vector<std::vector<Money>>& differences) {
  std::vector<Money> dekking(worked.plan.years.size());
  for (std::size_t y = 0; y < dekking.size(); ++y) {
    std::set<ProjectId> projects;
    for (const auto& [number, share] : posts) {
      const ProjectId owner = counter.owner(number);
      const Project& project = worked.plan.project(owner);
      const Amount lasten = worked.amounts.at(project, number - project.first_post, Direction::lasten, y);
      if (!lasten.is_absent() && projects.insert(owner).second) dekking[y] += differences[position(owner)][y];
    }
  }
  return dekking;
}

bool is_same(const ComparedDoel& one) {
  for (std::size_t v = 1; v < one.netto.size(); ++v)
    for (std::size_t y = 0; y < one.netto[v].size(); ++y)
      if (one.differs(v, y)) return false;
  return true;
}

}  // namespace

std::vector<ComparedDoel> compare_doelen(std::span<const Worked* const> variants, const Doelboom& tree) {
  std::vector<ComparedDoel> all(tree.order.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].doel = tree.order[i];
  for (const Worked* worked : variants) {
    const MoneyCounter counter(*worked);
    const std::vector<PostShares> posts = posts_of_doelen(worked->plan, tree);
    const std::vector<std::vector<Money>> differences = saldo_differences(*variants.front(), *worked);
    for (ComparedDoel& one : all) {
      const PostShares& mine = posts[position(one.doel)];
      std::vector<Amount>& netto = one.netto.emplace_back();
      for (const DoelgeldYear& year : counter.count(mine)) netto.push_back(year.netto_lasten());
      one.dekking.push_back(dekking_of(*worked, counter, mine, differences));
    }
  }
  std::erase_if(all, is_same);
  return all;
}

}  // namespace saldo
