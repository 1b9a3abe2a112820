// What the money of a goal comes to: gross, what of it is counted twice, and net.
//
// A goal has the money of every post that it or a goal under it names, each post once. What one of its posts sends to
// another project is counted twice in it when that money is spent within the goal as well: its receipt is among the posts
// of the goal, or more of the lasten of who receives it is than could be paid without it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
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

// What is counted twice of one overdracht, in the year it was sent.
struct Doubled {
  ProjectId van{}, naar{};
  std::size_t year = 0;  // of the plan
  Money amount;
  bool is_spent = false;  // the receipt is no post of the goal, and what it pays for is
};

// How much of which posts, by Project::first_post and their position: more than nothing, at most all of it.
using PostShares = std::unordered_map<std::uint32_t, Ratio>;

// Works out any number of sets of posts of one plan.
class MoneyCounter {
 public:
  explicit MoneyCounter(const Worked& worked);
  ~MoneyCounter();
  // `doubled` gets what is counted twice, where it is asked.
  Doelgeld count(const PostShares& posts, std::vector<Doubled>* doubled = nullptr) const;
  ProjectId owner(std::uint32_t number) const;  // the project that a post is of

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
// The same of one programmalijn that is in no other, with all under it; or of the projects in none.
struct DoelgeldOfLine {
  std::optional<LineId> line;
  std::vector<std::pair<DoelId, Doelgeld>> goals;  // that have posts there, in the order of the tree
  Doelgeld without;
  Doelgeld all;  // of the line; what goes to another line is not twice in it
};
struct DoelgeldByLine {
  std::vector<DoelgeldOfLine> lines;
  Doelgeld between;  // what is counted twice of the plan and of no line by itself
  Doelgeld plan;
};
DoelgeldByLine work_out_doelgeld_by_line(const Worked& worked, const Doelboom& tree);

Doelgelden work_out_doelgeld(const Worked& worked, const Doelboom& tree);

}  // namespace saldo
