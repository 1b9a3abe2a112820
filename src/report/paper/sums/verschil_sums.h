// What a verschil between two plans does, post by post.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "report/paper/sums/leads.h"
#include "report/why/changed_cells.h"

namespace saldo {

// How people see the two plans: what they are called, and where their files are.
struct PlansShown {
  VersionNames names;
  std::function<std::string(FileId)> old_file, new_file;  // none: it is told of this one nowhere
  bool links_old = false;  // the paper is of the old plan, as where that is the base of a variant
};

class VerschilSums {
 public:
  VerschilSums(const PaperMaking& making, SumList& sums, const PlanDiff& diff, PlansShown shown);

  // What tells in which posts it is, and in which years; told when it is first asked.
  std::string anchor_of(const VerschilKey& key);

  // The steps of the bridge of that figure; what they do not tell is `rest`.
  std::vector<SumPart> steps(const BridgedFigure& figure);

 private:
  std::string sentence_of(const VerschilKey& key) const;
  void tell(const VerschilKey& key, const SumList::Of& of);
  void tell_years(const VerschilKey& key, const SumList::Of& of);
  void tell_stands(const VerschilKey& key, const SumList::Of& of);
  SumPart part(const VerschilKey& key, const EffectOnCell& effect) const;
  std::string where(const VerschilKey& key, const PairedCell& cell) const;
  std::string post_anchor(const PairedCell& cell) const;

  const PlanDiff& diff_;
  PlansShown shown_;
  const Years years_;
  SumList& sums_;
  BudgetAnchors anchors_;
  ChangedCells changed_;
  std::map<const VerschilKey*, std::vector<const EffectOnCell*>> cells_;
  std::map<const VerschilKey*, std::string> told_;
};

}  // namespace saldo
