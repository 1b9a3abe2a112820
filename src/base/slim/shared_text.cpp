#include "base/slim/shared_text.h"

#include <cstring>
#include <functional>
#include <new>

namespace saldo {

namespace {

// Powers of two: a small plan need not fill much memory first.
constexpr std::size_t fewest_places = 256;
constexpr std::size_t most_places = 1 << 15;

}  // namespace

// Of this thread; null: texts share nothing but with their copies.
static thread_local SharedText::Sharing* sharing = nullptr;

SharedText::Letters* SharedText::make(std::string_view text) {
  if (text.empty()) return nullptr;
  auto* letters = new (::operator new(sizeof(Letters) + text.size())) Letters;
  letters->size = static_cast<std::uint32_t>(text.size());
  std::memcpy(static_cast<void*>(letters + 1), text.data(), text.size());
  return letters;
}

void SharedText::leave() {
  if (letters_ == nullptr || letters_->owners.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  letters_->~Letters();
  ::operator delete(letters_);
}

SharedText::SharedText(std::string_view text) {
  if (sharing == nullptr || text.empty()) {
    letters_ = make(text);
    return;
  }
  SharedText& seen = sharing->place_of(text);
  if (seen != text) {
    SharedText made;
    made.letters_ = make(text);
    seen = std::move(made);
  }
  letters_ = seen.letters_;
  letters_->owners.fetch_add(1, std::memory_order_relaxed);
}

SharedText::Sharing::Sharing() : outer_(sharing), seen_(fewest_places) { sharing = this; }

SharedText::Sharing::~Sharing() { sharing = outer_; }

SharedText& SharedText::Sharing::place_of(std::string_view text) {
  const std::size_t hash = std::hash<std::string_view>()(text);
  SharedText& seen = seen_[hash % seen_.size()];
  if (seen == text || seen.empty() || ++missed_ < seen_.size() || seen_.size() >= most_places) return seen;
  missed_ = 0;
  std::vector<SharedText> wider(4 * seen_.size());
  for (SharedText& one : seen_)
    if (!one.empty()) wider[std::hash<std::string_view>()(one) % wider.size()] = std::move(one);
  seen_ = std::move(wider);
  return seen_[hash % seen_.size()];
}

}  // namespace saldo
