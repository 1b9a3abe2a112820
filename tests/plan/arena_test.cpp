// Memory that is given back as a whole: what lies in it, what does not, and what becomes of what does not fit.
#include "plan/tree/arena.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <list>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.h"

using namespace saldo;

// There where AddressSanitizer watches the library that is tried.
extern "C" __attribute__((weak)) int __asan_address_is_poisoned(const volatile void* address);

namespace {

const bool is_watched = __asan_address_is_poisoned != nullptr;

constexpr std::size_t mega = 1 << 20;

std::unique_ptr<long> made_in(const Arena& arena, long value) {
  const Arena::Open open(arena);
  return std::make_unique<long>(value);
}

// Lists of numbers that come to more than a step of what an arena grows by.
std::list<std::vector<long>> many_in(const Arena& arena, std::size_t count) {
  const Arena::Open open(arena);
  std::list<std::vector<long>> lists;
  for (std::size_t i = 0; i < count; ++i) lists.emplace_back(1000, static_cast<long>(i));
  return lists;
}

bool are_as_made(const std::list<std::vector<long>>& lists) {
  long i = 0;
  for (const std::vector<long>& numbers : lists)
    if (numbers != std::vector<long>(1000, i++)) return false;
  return true;
}

std::ptrdiff_t apart(const std::unique_ptr<long>& a, const std::unique_ptr<long>& b) { return b.get() - a.get(); }

struct Sizes {
  std::size_t addresses = 0, memory = 0;
};

// What the process has, in bytes; nothing where the system does not tell.
Sizes sizes() {
  Sizes all;
  std::ifstream("/proc/self/statm") >> all.addresses >> all.memory;
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  return {all.addresses * page, all.memory * page};
}

// For as long as it is there, the process may have only so many addresses more.
class FewAddresses {
 public:
  explicit FewAddresses(std::size_t more) {
    ::getrlimit(RLIMIT_AS, &before_);
    rlimit few = before_;
    few.rlim_cur = std::min<rlim_t>(sizes().addresses + more, before_.rlim_max);
    ::setrlimit(RLIMIT_AS, &few);
  }
  FewAddresses(const FewAddresses&) = delete;
  FewAddresses& operator=(const FewAddresses&) = delete;
  ~FewAddresses() { ::setrlimit(RLIMIT_AS, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("what is made while an arena is open lies side by side in it, and nothing else does") {
  const Arena arena(mega);
  const std::unique_ptr<long> first = made_in(arena, 1), second = made_in(arena, 2);
  const auto elsewhere = std::make_unique<long>(3);
  const std::unique_ptr<long> third = made_in(arena, 4);
  CHECK(apart(first, second) == apart(second, third));
  CHECK(*first + *second + *elsewhere + *third == 10);
  CHECK(arena.holds_all());
}

TEST_CASE("an arena grows, and where memory is kept the next one begins where the first one did") {
  const Arena::Kept kept;
  const void* begin = nullptr;
  for (const std::size_t count : {1u, 100u, 1000u, 1u}) {  // 8, 800 and 8.000 kB
    const Arena arena(64 * mega);
    const std::unique_ptr<long> first = made_in(arena, 1);
    if (begin == nullptr) begin = first.get();
    if (count <= 1000) CHECK(first.get() == begin);
    begin = count == 1000 ? nullptr : begin;  // which was given back
    CHECK(are_as_made(many_in(arena, count)));
    CHECK(arena.holds_all());
  }
}

TEST_CASE("what an arena took of memory is given back with it, but for some that is kept") {
  const std::size_t before = sizes().memory;
  if (before == 0) SKIP("the system does not tell how much memory a process has");
  const Arena::Kept kept;
  std::size_t most = 0;
  for (int i = 0; i < 4; ++i) {
    const Arena arena(64 * mega);
    const auto lists = many_in(arena, 4000);
    most = std::max(most, sizes().memory);
  }
  CHECK(most > before + 30'000'000);
  CHECK(sizes().memory < before + 10'000'000);
}

TEST_CASE("what does not fit in an arena comes from elsewhere, and may outlive it") {
  std::optional<Arena> arena(std::in_place, mega);
  std::list<std::vector<long>> lists = many_in(*arena, 1000);
  CHECK(are_as_made(lists));
  CHECK_FALSE(arena->holds_all());
  std::vector<long> last = std::move(lists.back());
  lists.clear();
  arena.reset();
  CHECK(last == std::vector<long>(1000, 999));
}

TEST_CASE("memory that is no longer kept stays until the arena in it is gone") {
  std::optional<Arena::Kept> outer(std::in_place);
  std::optional<Arena> arena(std::in_place, mega);
  auto number = made_in(*arena, 7);
  { const Arena::Kept inner; }
  CHECK(*number == 7);
  outer.reset();
  CHECK(*number == 7);
  number.reset();
  arena.reset();
  const Arena next(mega);
  CHECK(*made_in(next, 8) == 8);
}

TEST_CASE("of a size that no arena has, new throws, or gives nothing where it was asked not to throw") {
  if (is_watched) SKIP("AddressSanitizer ends a program that asks for so much");
  const Arena arena(mega);
  const Arena::Open open(arena);
  const volatile std::size_t most = static_cast<std::size_t>(-1) / 4;
  CHECK_THROWS_AS(::operator new(most), std::bad_alloc);
  CHECK(::operator new(most, std::nothrow) == nullptr);
  CHECK_FALSE(arena.holds_all());
}

TEST_CASE("pieces of nothing have addresses of their own") {
  const Arena arena(mega);
  const Arena::Open open(arena);
  void* const first = ::operator new(0);
  void* const second = ::operator new(0);
  CHECK(first != second);
  ::operator delete(first);
  ::operator delete(second);
}

TEST_CASE("an arena within an arena has nothing, and another thread has its own") {
  const Arena outer(mega);
  {
    const Arena inner(mega);
    CHECK(*made_in(inner, 1) == 1);
    CHECK_FALSE(inner.holds_all());
  }
  CHECK(*made_in(outer, 2) == 2);
  CHECK(outer.holds_all());
  std::vector<int> held(8);
  {
    std::vector<std::jthread> threads;
    for (int& one : held)
      threads.emplace_back([&one] {
        const Arena::Kept kept;
        for (int i = 0; i < 20; ++i) {
          const Arena arena(16 * mega);
          one += are_as_made(many_in(arena, static_cast<std::size_t>(20 * i + 1))) && arena.holds_all();
        }
      });
  }
  CHECK(held == std::vector<int>(8, 20));
}

TEST_CASE("where there are no addresses for an arena, all comes from where it would without") {
  if (is_watched) SKIP("AddressSanitizer has taken more addresses than that");
  const FewAddresses few(100 * mega);
  const Arena arena(200 * mega);
  CHECK_FALSE(arena.holds_all());
  CHECK(are_as_made(many_in(arena, 10)));
}

TEST_CASE("addresses that an arena does not use yet are there for who needs them") {
  if (is_watched) SKIP("AddressSanitizer has taken more addresses than that");
  const FewAddresses few(300 * mega);
  const Arena arena(200 * mega);
  const auto lists = many_in(arena, 200);
  CHECK(arena.holds_all());
  CHECK(std::vector<char>(150 * mega).size() == 150 * mega);
  CHECK(are_as_made(lists));
  CHECK(are_as_made(many_in(arena, 1000)));
  CHECK_FALSE(arena.holds_all());
}

TEST_CASE("AddressSanitizer sees what is used beside a piece of an arena, after it was deleted, and after the arena") {
  if (!is_watched) SKIP("AddressSanitizer does not watch");
  const Arena::Kept its_memory;
  const auto is_forbidden = [](const char* at) { return __asan_address_is_poisoned(at) != 0; };
  std::optional<Arena> arena(std::in_place, mega);
  const char* kept = nullptr;
  {
    const Arena::Open open(*arena);
    auto* const deleted = static_cast<char*>(::operator new(24));
    kept = static_cast<const char*>(::operator new(5));
    CHECK_FALSE(is_forbidden(deleted));
    CHECK_FALSE(is_forbidden(deleted + 23));
    CHECK(is_forbidden(deleted - 1));
    CHECK(is_forbidden(deleted + 24));
    const char* const volatile gone = deleted;  // of which the compiler does not know that it may not be used
    ::operator delete(deleted);
    CHECK(is_forbidden(gone));
    CHECK(is_forbidden(gone + 23));
  }
  CHECK_FALSE(is_forbidden(kept + 4));
  CHECK(is_forbidden(kept + 5));
  arena.reset();
  CHECK(is_forbidden(kept));
}
