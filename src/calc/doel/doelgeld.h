// What the money of a goal comes to: gross, what of it is counted twice, and net.
//
// A goal has the money of every post that it or a goal under it names, each post once. What one of its posts sends to
// another project is counted twice in it when that money is spent within the goal as well: its receipt is among the posts
// of the goal, or more of the lasten of who receives it is than could be paid without it.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "calc/doel/doelboom.h"
#include "calc/worked.h"

namespace saldo {

struct DoelgeldYear {
  Amount baten, lasten;               // gross; PM and absent as in any sum
  Money dubbel_baten, dubbel_lasten;  // each leg in its own year

  Amount netto_lasten() const { return dubbel_lasten == Money() ? lasten : lasten + -dubbel_lasten; }
  Amount netto_baten() const { return dubbel_baten == Money() ? baten : baten + -dubbel_baten; }
};
using Doelgeld = std::vector<DoelgeldYear>;  // per plan year

// How much of which posts, by Project::first_post and their position: more than nothing, at most all of it.
using PostShares = std::unordered_map<std::uint32_t, Ratio>;

// Works out any number of sets of posts of one plan.
class MoneyCounter {
 public:
  explicit MoneyCounter(const Worked& worked);
  ~MoneyCounter();
  Doelgeld count(const PostShares& posts) const;

 private:
  struct Legs;
  const Worked& worked_;
  std::unique_ptr<const Legs> legs_;
};

// One post that serves a goal: by which of its entries, or by those of which goal under it.
struct NamedMoney {
  ProjectId project{};
  std::size_t post = 0;
  DoelId doel{};               // that names it
  const Geld* geld = nullptr;  // the entry
  Ratio deel;
  std::vector<BothSides<Amount>> years;  // per plan year, so much of it
};

// Every post that an entry of this goal or of one under it names, in the order of the tree.
std::vector<NamedMoney> named_money(const Worked& worked, const Doelboom& tree, DoelId id);

// By DoelId: its own posts with those of the goals under it. Shares of a post add up to all of it at most; an entry that
// says no `deel` is all of it.
std::vector<PostShares> posts_of_doelen(const Plan& plan, const Doelboom& tree);

// All of the plan, by what goals there are for it: what goals have and what none has add up to it. `between` is what is
// counted twice of the plan and of neither of those.
struct DoelgeldTotals {
  Doelgeld goals;
  Doelgeld without;
  Doelgeld between;
  Doelgeld plan;
};

struct Doelgelden {
  std::vector<Doelgeld> of;  // by DoelId
  DoelgeldTotals totals;
};
Doelgelden work_out_doelgeld(const Worked& worked, const Doelboom& tree);

}  // namespace saldo
