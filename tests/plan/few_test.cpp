// What few things have: nothing where it is not there, shared by copies, and changed only where it is one's own.
#include "base/slim/few.h"

#include <string>
#include <utility>
#include <vector>

#include "plan/model.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

TEST_CASE("what is not there reads as what nothing was said of") {
  const Few<std::string> none;
  CHECK_FALSE(none);
  CHECK(none == nullptr);
  CHECK(none.get() == nullptr);
  CHECK(none->empty());
  CHECK(Post().more->kenmerken.all == nullptr);
}

TEST_CASE("copies share what is there, until one of them changes it") {
  Few<std::string> one("a"), other = one;
  CHECK(one.get() == other.get());
  other.own() += "b";
  CHECK(*one == "a");
  CHECK(*other == "ab");
  const std::string* own = other.get();
  other.own() += "c";
  CHECK(other.get() == own);  // which nobody else has
  one = other;
  CHECK(one.get() == own);
  one = std::move(other);
  CHECK(*one == "abc");
  one = {};
  CHECK(one == nullptr);
}

TEST_CASE("what was not there can be made one's own") {
  Few<std::string> few;
  const Few<std::string> before = few;
  few.own() = "a";
  CHECK(*few == "a");
  CHECK(before == nullptr);
}

TEST_CASE("a post takes no more room than it did: a plan has hundreds of thousands") { CHECK(sizeof(Post) <= 104); }

TEST_CASE("posts that round alike share one rounding, and in however many ways they round each keeps its own") {
  std::string text =
      "[plan]\nnaam = \"P\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n[[project]]\nnr = \"1\"\nnaam = \"A\"\n";
  for (int post = 0; post < 24; ++post)
    text += "[[project.post]]\nnaam = \"" + std::to_string(post) +
            "\"\nlasten = { 2025 = 1 }\nafronding = " + std::to_string(1 + post % 12) + "\n";
  const LoadedPlan loaded = load_text(text);
  REQUIRE(loaded.findings.empty());
  const std::vector<Post>& posts = loaded.plan.projects.at(0).posts;
  for (std::size_t post = 0; post < posts.size(); ++post)
    CHECK(posts[post].afronding->unit == Money::of_euros(static_cast<std::int64_t>(1 + post % 12)));
  CHECK(posts[0].afronding.get() == posts[12].afronding.get());
  CHECK(posts[0].afronding.get() != posts[1].afronding.get());
}
