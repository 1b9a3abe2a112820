#include "base/slim/shared_text.h"

#include <cstring>
#include <functional>
#include <new>

namespace saldo {

namespace {

// Powers of two: a small plan need not fill much memory first.
constexpr std::size_t fewest_places = 256;
constexpr std::size_t most_places = 1 << 16;

// Where a text may stand, beside each other: two names with one place would drive each other out in turn.
constexpr std::size_t places_of_a_text = 8;

// Its place among these, or a free one; else that of another text.
SharedText& place_among(std::vector<SharedText>& seen, std::string_view text) {
  const std::size_t first = std::hash<std::string_view>()(text), mask = seen.size() - 1;
  for (std::size_t next = 0; next < places_of_a_text; ++next) {
    SharedText& place = seen[(first + next) & mask];
    if (place.empty() || place == text) return place;
  }
  return seen[first & mask];
}

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
  *this = seen;
}

SharedText::Sharing::Sharing() : outer_(sharing), seen_(fewest_places) { sharing = this; }

SharedText::Sharing::~Sharing() { sharing = outer_; }

SharedText& SharedText::Sharing::place_of(std::string_view text) {
  SharedText& seen = place_among(seen_, text);
  if (!seen.empty() || ++filled_ <= seen_.size() / 2 || seen_.size() >= most_places) return seen;
  std::vector<SharedText> wider(2 * seen_.size());
  for (SharedText& one : seen_)
    if (!one.empty()) {
      SharedText& place = place_among(wider, one);  // looked for before the move, which an assignment would do first
      place = std::move(one);
    }
  seen_ = std::move(wider);
  return place_among(seen_, text);
}

}  // namespace saldo
