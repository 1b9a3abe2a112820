#include "plan/tree/arena.h"

#include <sys/mman.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>

#ifdef SALDO_WATCHED
#include <sanitizer/asan_interface.h>
#endif

namespace saldo {

namespace {

// What AddressSanitizer is told: no byte of an arena may be touched but those of the pieces that are in use. Each has its
// size before it, where nobody else may look.
#ifdef SALDO_WATCHED
constexpr std::size_t before_piece = 16;

void forbid(const char* begin, std::size_t size) { __asan_poison_memory_region(begin, size); }
void allow(const char* begin, std::size_t size) { __asan_unpoison_memory_region(begin, size); }

void begin_piece(char* piece, std::size_t size) {
  allow(piece - before_piece, before_piece + size);
  std::memcpy(piece - before_piece, &size, sizeof(size));
  forbid(piece - before_piece, before_piece);
}

void end_piece(const char* piece) {
  static_cast<void>(*static_cast<const volatile char*>(piece));  // forbidden when it has ended before
  std::size_t size = 0;
  allow(piece - before_piece, before_piece);
  std::memcpy(&size, piece - before_piece, sizeof(size));
  forbid(piece - before_piece, before_piece + size);
}
#else
constexpr std::size_t before_piece = 0;

void forbid(const char*, std::size_t) {}
void allow(const char*, std::size_t) {}
void begin_piece(char*, std::size_t) {}
void end_piece(const char*) {}
#endif

constexpr std::size_t step = 1 << 20;       // by which the system is asked for memory
constexpr std::size_t most_kept = 2 << 20;  // memory that is new costs more than what is put in it

// What a thread has for its arenas, one after another. It has no destructor, which would be one more thing to ask memory for.
struct Memory {
  char* begin = nullptr;
  char* usable = nullptr;  // addresses before this have memory, or get it when they are touched
  char* end = nullptr;
  char* next = nullptr;  // where the arena that lives cuts off its next piece; null: none lives
  bool is_open = false;
  bool is_full = false;
  bool is_kept = false;

  std::size_t used() const { return static_cast<std::size_t>(next - begin); }
  std::size_t left() const { return static_cast<std::size_t>(usable - next); }
  std::size_t unused() const { return static_cast<std::size_t>(end - usable); }
};
constinit thread_local Memory thread_memory;

bool give_back_unused() {
  if (thread_memory.unused() == 0) return false;
  ::munmap(thread_memory.usable, thread_memory.unused());
  thread_memory.end = thread_memory.usable;
  return true;
}

void give_back() {
  give_back_unused();
  const auto size = static_cast<std::size_t>(thread_memory.end - thread_memory.begin);
  if (size == 0) return;
  allow(thread_memory.begin, size);
  ::munmap(thread_memory.begin, size);
  thread_memory.begin = thread_memory.usable = thread_memory.end = nullptr;
}

// Only addresses: where the system keeps to what it promises, it need not promise memory for all that a file could come to.
bool take_addresses(std::size_t size) {
  if (size <= static_cast<std::size_t>(thread_memory.end - thread_memory.begin)) return true;
  give_back();
  void* const taken = ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (taken == MAP_FAILED) return false;
  thread_memory.begin = thread_memory.usable = static_cast<char*>(taken);
  thread_memory.end = thread_memory.begin + size;
  return true;
}

bool grow(std::size_t bytes) {
  if (bytes > thread_memory.left() + thread_memory.unused()) return false;
  while (bytes > thread_memory.left()) {
    if (::mprotect(thread_memory.usable, step, PROT_READ | PROT_WRITE) != 0) return false;
    forbid(thread_memory.usable, step);
    thread_memory.usable += step;
  }
  return true;
}

// Null where there is no more room.
void* take_piece(std::size_t size) {
  constexpr std::size_t unit = __STDCPP_DEFAULT_NEW_ALIGNMENT__;
  size = std::max<std::size_t>(size, 1);
  const std::size_t bytes = std::max(size, before_piece + size);  // which begins at 0 again past all sizes
  if (bytes > thread_memory.left() && !grow(bytes)) {
    thread_memory.is_full = true;
    return nullptr;
  }
  char* const piece = thread_memory.next + before_piece;
  thread_memory.next += (bytes + unit - 1) / unit * unit;
  begin_piece(piece, size);
  return piece;
}

bool is_piece(const void* at) {
  return std::greater_equal<>()(at, static_cast<const void*>(thread_memory.begin)) &&
         std::less<>()(at, static_cast<const void*>(thread_memory.next));
}

// Where addresses are few (ulimit -v), those that an arena has no use for yet are needed more here.
void* take_elsewhere(std::size_t size) {
  while (true) {
    if (void* const taken = std::malloc(std::max<std::size_t>(size, 1))) return taken;
    if (give_back_unused()) continue;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace

Arena::Arena(std::size_t most) {
  if (thread_memory.next != nullptr || !take_addresses((most / step + 1) * step)) return;
  is_there_ = true;
  thread_memory.next = thread_memory.begin;
  thread_memory.is_full = false;
}

Arena::~Arena() {
  if (!is_there_) return;
  const std::size_t used = thread_memory.used();
  forbid(thread_memory.begin, used);
  thread_memory.next = nullptr;
  if (!thread_memory.is_kept || used > most_kept) give_back();
}

// Not where another `new` was put in the place of ours, as Valgrind does: then nothing lies in it.
bool Arena::holds_all() const { return is_there_ && !thread_memory.is_full && thread_memory.used() > 0; }

Arena::Open::Open(const Arena& arena) {
  assert(!thread_memory.is_open);
  thread_memory.is_open = arena.is_there_;
}
Arena::Open::~Open() { thread_memory.is_open = false; }

Arena::Kept::Kept() : was_kept_(thread_memory.is_kept) { thread_memory.is_kept = true; }
Arena::Kept::~Kept() {
  thread_memory.is_kept = was_kept_;
  if (!was_kept_ && thread_memory.next == nullptr) give_back();  // else that is left to the arena that lives
}

}  // namespace saldo

// All other forms of new and delete that keep to the usual alignment come to these in the standard library; where
// AddressSanitizer has forms of its own, those without throwing must be of the same kind. Who takes the place of one of them,
// as Valgrind does, must find every call of it.
[[gnu::noinline]] void* operator new(std::size_t size) {
  if (saldo::thread_memory.is_open)
    if (void* const piece = saldo::take_piece(size)) return piece;
  return saldo::take_elsewhere(size);
}

[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

[[gnu::noinline]] void operator delete(void* at) noexcept {
  if (saldo::is_piece(at)) saldo::end_piece(static_cast<const char*>(at));
  else std::free(at);
}

[[gnu::noinline]] void operator delete(void* at, std::size_t) noexcept { operator delete(at); }
[[gnu::noinline]] void operator delete(void* at, const std::nothrow_t&) noexcept { operator delete(at); }
