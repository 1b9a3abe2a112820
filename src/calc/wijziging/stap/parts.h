// Changes of which projects and posts a plan has, and of their settings, worked out for the projects that they touch and
// those that these are tied to: a part of the plan, as if it were a plan of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calc/wijziging/apply.h"
#include "calc/wijziging/stap/figures_by_nr.h"
#include "calc/wijziging/stap/grown.h"
#include "calc/wijziging/stap/moved.h"
#include "calc/wijziging/stap/ties.h"
#include "calc/worked.h"

namespace saldo {

// Whether what is told of a plan is told of its parts: nothing in it looks at all projects, or names posts from outside.
bool has_parts(const Plan& joined);

class TiedParts {
 public:
  using BalanceOf = std::function<const Balance&(std::size_t project)>;
  // A plan that was linked and worked out, before the changes to come.
  TiedParts(const Plan& linked, const BalanceOf& balance_of);

  // What `touched` comes to in `changed`, which has parts, was changed by `changer` and is not linked. None: the plan has to
  // be worked out as a whole, as there may be something to tell. The figures are those of before then.
  std::optional<std::vector<MovedProject>> follow(const Plan& changed, const Touched& touched, Changer& changer,
                                                  Standing standing);

  const FiguresByNr& figures() const { return figures_; }
  std::size_t posts() const { return posts_; }  // that were worked out since it began

 private:
  using Grown = std::vector<std::pair<std::string, std::size_t>>;  // with how many posts there were before

  // Those of which the posts that came are worked out by themselves; the others are touched.
  Grown find_grown(const Plan& changed, const Touched& touched, Changer& changer, Numbers& projects);
  bool work_out_grown(const Plan& changed, const Grown& grown, Changer& changer, Standing standing,
                      std::vector<MovedProject>& moved);
  std::optional<Numbers> find_part(const Plan& changed, const Numbers& projects, Changer& changer);
  bool work_out_part(const Plan& changed, const Numbers& part, Changer& changer, Standing standing,
                     std::vector<MovedProject>& moved);
  bool make_part(const Plan& changed, std::vector<Project> projects, const Changer& changer, Standing standing);
  void take(const std::string& nr, std::size_t position, const Balance& is, std::vector<MovedProject>& moved);
  void put_back(const std::vector<MovedProject>& moved);

  bool has_kinds_;  // or had: what a plan with kinds refuses, one without allows
  Ties ties_;
  FiguresByNr figures_;
  GrowingProjects growing_;
  Worked part_;
  std::size_t posts_ = 0;
};

}  // namespace saldo
