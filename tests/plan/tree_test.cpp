// The tree of a TOML text, in memory of its own.
#include "plan/tree/tree.h"

#include <optional>
#include <string>

#include "support/catch.h"

using namespace saldo;

namespace {

std::string array_of(std::size_t count, const std::string& value) {
  std::string text = "a = [";
  for (std::size_t i = 0; i < count; ++i) text += value + ',';
  return text + "]";
}

std::string refusal_of(const std::string& text) {
  try {
    const Tree tree(text);
    return "fine";
  } catch (const toml::parse_error& error) {
    const Tree next("a = 'What is written over what the error said, if it still lies in the memory of its tree.'");
    return std::to_string(error.source().begin.line) + ' ' + std::string(error.description());
  }
}

}  // namespace

TEST_CASE("trees after one another, of texts small and large, are what the texts say") {
  for (const std::size_t count : {0u, 3u, 100'000u, 7u}) {
    const Tree tree(array_of(count, "[]"));
    CHECK(tree.root()["a"].as_array()->size() == count);
  }
}

TEST_CASE("a tree that is larger than the memory that was taken for it is whole, and no one loses what did not fit") {
  const std::size_t count =
      (1 << 20) / 6 - 1;  // a text of just under a power of two, of which each table takes 48 times it
  const Tree tree(array_of(count, "{a=1}"));
  std::size_t right = 0;
  for (const toml::node& one : *tree.root()["a"].as_array()) right += (*one.as_table())["a"] == 1;
  CHECK(right == count);
}

TEST_CASE("two trees at once are both whole") {
  std::optional<Tree> first("a = 'one'\nb = [1, 2.5, 2025-06-30]");
  const Tree second("a = 'two'");
  CHECK(first->root()["a"] == "one");
  CHECK(first->root()["b"].as_array()->size() == 3);
  CHECK(second.root()["a"] == "two");
  first.reset();
  CHECK(second.root()["a"] == "two");
}

TEST_CASE("what the parser says of a text outlives the memory of its tree") {
  const std::string said = refusal_of("a = 1\nb = [\n" + std::string(100, '#') + "\n{]");
  CHECK(said.starts_with("4 Error while parsing inline table"));
  CHECK(refusal_of("a = 1\nb = [\n" + std::string(100, '#') + "\n{]") == said);
}
