#include "plan/tree/tree.h"

#include "linked/toml_text.h"

namespace saldo {

namespace {

// The tree of a plan takes nine times its text. One that takes more than this, of a text such as {a=1},{a=1}, goes on where
// it would be without an arena.
std::size_t most_of_tree(std::string_view text) { return 32 * text.size(); }

}  // namespace

Tree::Tree(std::string_view text) : memory_(most_of_tree(text)) {
  try {
    const Arena::Open open(memory_);
    root_ = new toml::table(parse_toml(text));
  } catch (const toml::parse_error& error) {
    throw toml::parse_error(error.what(), error.source());  // what that one says lies in the arena
  }
}

Tree::~Tree() {
  if (!memory_.holds_all()) delete root_;
}

}  // namespace saldo
