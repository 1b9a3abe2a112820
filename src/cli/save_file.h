// Writing a file of the user's: whole, or not at all.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "base/text.h"

namespace saldo {

// Makes `path` a file with these bytes. They are written beside it and then take its place in one step, so that what
// was there stays as it was until all is safe. The mode of a file that is there is kept, and a link to one followed; a
// link to nothing becomes the file. What is no regular file is refused. Tells what went wrong, if anything did.
// `within` is for names that saldo chose: the folder that the user named, which no link may lead out of.
std::optional<Message> save_file(const std::string& path, std::string_view bytes, const std::string& within = {});

// The same of what `make` makes, while it makes it.
std::optional<Message> save_file(const std::string& path, const std::function<void(TextOut&)>& make,
                                 const std::string& within = {});

// What is told of a path that links lead out of that folder, where they do.
std::optional<Message> refuse_way_out(const std::string& within, const std::string& path);

// The same of a file that is too long to be held: written bit by bit, and in its place only once it is kept. Who ends
// saldo meanwhile ends the writing; then nothing is kept.
class SavedFile {
 public:
  explicit SavedFile(const std::string& path, const std::string& within = {});
  SavedFile(const SavedFile&) = delete;
  SavedFile& operator=(const SavedFile&) = delete;
  ~SavedFile();

  // False once anything went wrong, which keep() tells: there is no use in going on.
  bool write(std::string_view bytes);
  // What it is called until then, for a library that writes the file by itself. Empty when it could not be made.
  const std::string& draft() const;
  std::optional<Message> keep();

 private:
  struct Writing;
  std::unique_ptr<Writing> writing_;
};

}  // namespace saldo
