#include "plan/memory/scratch.h"

#include <cstdlib>
#include <functional>
#include <memory>
#include <new>

#ifdef __has_feature
#define SALDO_HAS_FEATURE(name) __has_feature(name)
#else
#define SALDO_HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || SALDO_HAS_FEATURE(address_sanitizer) || \
    SALDO_HAS_FEATURE(thread_sanitizer) || SALDO_HAS_FEATURE(memory_sanitizer)
#define SALDO_IS_WATCHED 1
#else
#define SALDO_IS_WATCHED 0
#endif

namespace saldo {

namespace {

// What is cut off, from `next` on, while a scratch memory is open; nothing of the thread's is between null and null.
struct Cut {
  char* begin = nullptr;
  char* next = nullptr;
  char* end = nullptr;
  bool is_used = false;
  bool is_full = false;
};
constinit thread_local Cut cut;

struct Free {
  void operator()(char* block) const { std::free(block); }
};
// Kept for the next file, as fresh memory costs more than what is put in it.
struct Block {
  std::unique_ptr<char, Free> begin;
  std::size_t size = 0;
};
constexpr std::size_t most_kept = 4 << 20;

Block& block_of_thread() {
  thread_local Block block;
  return block;
}

}  // namespace

Scratch::Scratch(std::size_t bytes) {
  if (SALDO_IS_WATCHED || cut.begin != nullptr) return;
  Block& block = block_of_thread();
  if (block.size < bytes) {
    block.begin.reset(static_cast<char*>(std::malloc(bytes)));
    block.size = block.begin ? bytes : 0;
  }
  if (!block.begin) return;
  is_open_ = true;
  cut = {block.begin.get(), block.begin.get(), block.begin.get() + bytes};
}

Scratch::~Scratch() {
  if (!is_open_) return;
  if (static_cast<std::size_t>(cut.next - cut.begin) > most_kept) block_of_thread() = {};
  cut = {};
}

Scratch::Use::Use(const Scratch& scratch) { cut.is_used = scratch.is_open_; }
Scratch::Use::~Use() { cut.is_used = false; }

bool Scratch::holds_all() const { return is_open_ && !cut.is_full; }

namespace {

#if !SALDO_IS_WATCHED
void* take(std::size_t size) {
  constexpr std::size_t alignment = __STDCPP_DEFAULT_NEW_ALIGNMENT__;
  const auto left = static_cast<std::size_t>(cut.end - cut.next);
  if (size > left || left - size < alignment) {
    cut.is_full = true;
    return nullptr;
  }
  char* const taken = cut.next;
  cut.next += (size + alignment - 1) / alignment * alignment;
  return taken;
}

bool is_taken(const void* memory) {
  const char* const at = static_cast<const char*>(memory);
  return std::greater_equal<>()(at, cut.begin) && std::less<>()(at, cut.end);
}

void* ask(std::size_t size) {
  while (true) {
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}
#endif

}  // namespace

}  // namespace saldo

#if !SALDO_IS_WATCHED
// All other forms of new and delete of the standard library come to these.
void* operator new(std::size_t size) {
  if (saldo::cut.is_used)
    if (void* memory = saldo::take(size)) return memory;
  return saldo::ask(size);
}

void operator delete(void* memory) noexcept {
  if (!saldo::is_taken(memory)) std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
#endif
