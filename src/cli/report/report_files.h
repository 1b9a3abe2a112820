// The files that a paper is made of, and what tells whether one of them is another than it was.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/computed.h"

namespace saldo {

// As seen from the plan, with what `sha256sum` prints of it; "" where it could not be read again.
struct HashedFile {
  std::string name;
  std::string sha256;
};

// In the order in which they were read.
struct FilesOfReport {
  std::vector<HashedFile> plan, scenarios, texts;
};

// The plan as its files have it, and what was in each of them.
struct ReportSources {
  Sources sources;
  std::vector<HashedFile> files;
};
std::optional<ReportSources> read_sources(const PlanAsked& asked, const Console& console);

// A file beside the plan: read again.
HashedFile hashed(const std::string& path, const std::string& plan);

// What `sha256sum` prints of every file, hashed once more: it is another as soon as one of them is.
std::string hash_of(const FilesOfReport& files);

}  // namespace saldo
