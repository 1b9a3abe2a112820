#include "cli/import/proven_files.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/on_threads.h"
#include "plan/load.h"

namespace saldo {

ProvenFiles::ProvenFiles(const NewPlan& plan) : files_(plan), unit_(plan.eenheid) {}

void ProvenFiles::make_more() {
  constexpr std::size_t files_of_a_core = 4;
  const std::size_t count = std::min(files_.size() - made_, all_cores() * files_of_a_core);
  std::vector<NewFile> made(count);
  std::vector<Findings> found(count);
  on_threads(count, all_cores(), [&] {
    return [&](std::size_t i) {
      made[i] = files_.make(made_ + i);
      found[i] = look_over(static_cast<FileId>(made_ + i), made[i].text, unit_);
    };
  });
  for (std::size_t i = 0; i < count; ++i) {
    paths_.push_back(made[i].path);
    std::move(found[i].begin(), found[i].end(), std::back_inserter(findings_));
    ready_.push_back({std::move(made[i].path), std::move(made[i].text)});
  }
  made_ += count;
}

std::optional<FolderFile> ProvenFiles::next() {
  if (ready_.empty() && made_ < files_.size()) make_more();
  if (ready_.empty() || !findings_.empty()) return std::nullopt;
  FolderFile file = std::move(ready_.front());
  ready_.pop_front();
  return file;
}

}  // namespace saldo
