// The files of a new plan, one by one, each read back before it is given: a plan with errors is no plan.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "cli/disk/new_folder.h"
#include "plan/write/new_plan.h"

namespace saldo {

class ProvenFiles {
 public:
  explicit ProvenFiles(const NewPlan& plan);  // which outlives it

  // Nothing: there are no more, or one of them cannot be read back. A few at a time are made and read, on all cores, so
  // that no more than those are held.
  std::optional<FolderFile> next();

  const Findings& findings() const { return findings_; }  // of what cannot be read back
  const std::string& path(FileId file) const { return paths_[position(file)]; }

 private:
  void make_more();

  NewPlanFiles files_;
  Money unit_;
  std::size_t made_ = 0;
  std::deque<FolderFile> ready_;
  std::vector<std::string> paths_;  // by FileId
  Findings findings_;
};

}  // namespace saldo
