#include "plan/tree/arena.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define SALDO_HAS_ASAN 1
#elif defined(__has_feature)
#define SALDO_HAS_ASAN __has_feature(address_sanitizer)
#else
#define SALDO_HAS_ASAN 0
#endif
#if SALDO_HAS_ASAN
#include <sanitizer/asan_interface.h>
#endif

namespace saldo {

namespace {

// What AddressSanitizer is told: no byte of an arena may be touched but those of the pieces that are in use. Each has its
// size before it, where nobody else may look.
#if SALDO_HAS_ASAN
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

constexpr std::size_t step = 1 << 20;      // by which memory is asked for
constexpr std::size_t most_kept = 2 << 20;  // for the next arena, as memory that is new costs more than what is put in it

// Addresses of a thread, for one arena after another; those before `usable` have memory, or get it when they are touched.
struct Addresses {
  char* begin = nullptr;
  std::size_t usable = 0;
  std::size_t size = 0;

  Addresses() = default;
  Addresses(const Addresses&) = delete;
  Addresses& operator=(const Addresses&) = delete;
  ~Addresses() { give_back(); }

  // Memory is promised by the system a step at a time, so that it need not promise what a file of that size could come to.
  bool take(std::size_t bytes) {
    void* const taken = ::mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (taken == MAP_FAILED) return false;
    begin = static_cast<char*>(taken);
    size = bytes;
    return true;
  }
  bool grow() {
    if (usable == size || ::mprotect(begin + usable, step, PROT_READ | PROT_WRITE) != 0) return false;
    forbid(begin + usable, step);
    usable += step;
    return true;
  }
  void give_back() {
    if (begin == nullptr) return;
    allow(begin, usable);
    ::munmap(begin, size);
    begin = nullptr;
    usable = size = 0;
  }
};

Addresses& addresses_of_thread() {
  thread_local Addresses addresses;
  return addresses;
}

// The arena that lives in this thread: pieces are cut off at `next`, up to `end` once that is usable.
struct Living {
  char* begin = nullptr;
  char* next = nullptr;
  char* usable = nullptr;
  char* end = nullptr;
  bool is_open = false;
  bool is_full = false;
};
constinit thread_local Living living;

bool make_usable(std::size_t bytes) {
  if (bytes > static_cast<std::size_t>(living.end - living.next)) return false;
  for (; bytes > static_cast<std::size_t>(living.usable - living.next); living.usable += step)
    if (!addresses_of_thread().grow()) return false;
  return true;
}

// Null where there is no more room.
void* take_piece(std::size_t size) {
  constexpr std::size_t unit = __STDCPP_DEFAULT_NEW_ALIGNMENT__;
  size = std::max<std::size_t>(size, 1);
  const std::size_t bytes = before_piece + size;
  if (bytes > static_cast<std::size_t>(living.usable - living.next) && !make_usable(bytes)) {
    living.is_full = true;
    return nullptr;
  }
  char* const piece = living.next + before_piece;
  living.next += (bytes + unit - 1) / unit * unit;
  begin_piece(piece, size);
  return piece;
}

bool is_piece(const void* memory) {
  return std::greater_equal<>()(memory, static_cast<const void*>(living.begin)) &&
         std::less<>()(memory, static_cast<const void*>(living.next));
}

void* take_elsewhere(std::size_t size) {
  while (true) {
    if (void* const memory = std::malloc(std::max<std::size_t>(size, 1))) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace

Arena::Arena(std::size_t most) {
  if (living.begin != nullptr) return;
  Addresses& addresses = addresses_of_thread();
  const std::size_t wanted = std::bit_ceil(std::max(most, step));
  if (addresses.size < wanted) {
    addresses.give_back();
    if (!addresses.take(wanted)) return;
  }
  is_there_ = true;
  char* const begin = addresses.begin;
  living = {begin, begin, begin + std::min(addresses.usable, wanted), begin + wanted};
}

Arena::~Arena() {
  if (!is_there_) return;
  const auto used = static_cast<std::size_t>(living.next - living.begin);
  forbid(living.begin, used);
  living = {};
  if (used > most_kept) addresses_of_thread().give_back();
}

// Not where another `new` was put in the place of ours, as Valgrind does: then nothing lies in it.
bool Arena::holds_all() const { return is_there_ && !living.is_full && living.next != living.begin; }

Arena::Open::Open(const Arena& arena) { living.is_open = arena.is_there_; }
Arena::Open::~Open() { living.is_open = false; }

}  // namespace saldo

// All other forms of new and delete that keep to the usual alignment come to these in the standard library; where
// AddressSanitizer has forms of its own, those without throwing must be of the same kind.
void* operator new(std::size_t size) {
  if (saldo::living.is_open)
    if (void* const piece = saldo::take_piece(size)) return piece;
  return saldo::take_elsewhere(size);
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void operator delete(void* memory) noexcept {
  if (saldo::is_piece(memory)) saldo::end_piece(static_cast<const char*>(memory));
  else std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }
