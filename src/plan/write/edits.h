// Pieces of a text replaced by others, all at once. Private to this room.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace saldo {

class Edits {
 public:
  explicit Edits(std::string_view text);

  // What stands in a part of the text that TOML knows.
  std::string_view at(const toml::source_region& region) const;
  std::size_t begin_of(const toml::source_region& region) const { return offset(region.begin); }
  std::size_t line_of(std::size_t offset) const;     // where its line begins
  std::size_t after_line(std::size_t offset) const;  // where the next one does

  void replace(const toml::source_region& region, std::string with);
  void insert(std::size_t offset, std::string what) { edits_[offset].with += std::move(what); }
  void remove(std::size_t begin, std::size_t end) { edits_[begin] = {end, ""}; }
  // The lines on which this stands become a remark.
  void comment_out(const toml::source_region& from, const toml::source_region& to);

  std::string apply() const;

 private:
  struct Edit {
    std::size_t end = 0;  // 0: nothing is taken away
    std::string with;
  };
  std::size_t offset(const toml::source_position& at) const;

  std::string_view text_;
  std::vector<std::size_t> lines_;
  std::map<std::size_t, Edit> edits_;  // by where they begin
};

}  // namespace saldo
