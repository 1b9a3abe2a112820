// A folder of files that was not there: all of them, or nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

struct FolderFile {
  std::string path;  // in the folder, and never out of it: "projecten/3.5.toml"
  std::string bytes;
};

// Why `folder` cannot be made: it is there with something in it, it is no folder, or what it lies in is not there. To be
// asked before long work; save_folder() asks again.
std::optional<Message> cannot_be_new(const std::string& folder);

// Makes `folder` with these files. They are written to a hidden folder beside it, which takes its name in one step once
// all is on the disk; when that fails it is gone again. An empty folder is taken for a new one, and a link to such a one
// is followed. `complete`, where given, is shown the draft before that step, to add what others make in it; what it tells
// is why nothing is kept. Tells what went wrong, if anything did.
using CompleteFolder = std::function<std::optional<Message>(const std::string& draft)>;
std::optional<Message> save_folder(const std::string& folder, const std::vector<FolderFile>& files,
                                   const CompleteFolder& complete = {});

// The same of files that are made one by one: `next` gives the next, which stays until it is asked again, or null. Who
// asks saldo to end does not wait for those that are left: nothing is kept then.
using NextFile = std::function<const FolderFile*()>;
std::optional<Message> save_folder(const std::string& folder, const NextFile& next,
                                   const CompleteFolder& complete = {});

}  // namespace saldo
