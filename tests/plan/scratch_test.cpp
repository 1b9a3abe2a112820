// Memory that is given back as a whole: what takes from it, what does not, and what becomes of what does not fit.
#include "plan/memory/scratch.h"

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.h"

using namespace saldo;

namespace {

// Not where the program watches its memory itself: all goes as it would without then.
bool is_there() { return Scratch(64).holds_all(); }

// Where one that is asked for now lies, as far as a number behind the first one tells.
std::unique_ptr<long> asked_for(const Scratch& memory, long value) {
  const Scratch::Use use(memory);
  return std::make_unique<long>(value);
}

}  // namespace

TEST_CASE("what is asked for while scratch memory is used lies behind each other in it, and is no less there") {
  const bool there = is_there();
  const Scratch memory(1024);
  const std::unique_ptr<long> first = asked_for(memory, 1), second = asked_for(memory, 2);
  CHECK(*first + *second == 3);
  CHECK((second.get() == first.get() + 16 / sizeof(long)) == there);
  CHECK(memory.holds_all() == there);
}

TEST_CASE("what does not fit in scratch memory comes from elsewhere, and outlives it") {
  std::optional<Scratch> memory(std::in_place, 256);
  std::vector<std::string> large;
  {
    const Scratch::Use use(*memory);
    large.push_back(std::string(1 << 20, 'a'));
  }
  CHECK_FALSE(memory->holds_all());
  const std::string kept = std::move(large[0]);
  large = std::vector<std::string>();
  memory.reset();
  CHECK(kept == std::string(1 << 20, 'a'));
}

TEST_CASE("scratch memory within scratch memory takes nothing, and another thread has its own") {
  const bool there = is_there();
  const Scratch outer(1024);
  {
    const Scratch inner(1024);
    CHECK_FALSE(inner.holds_all());
    CHECK(*asked_for(inner, 1) == 1);
  }
  CHECK(outer.holds_all() == there);
  bool of_thread = false;
  std::jthread([&of_thread] { of_thread = Scratch(1024).holds_all(); }).join();
  CHECK(of_thread == there);
}
