// A text that is never changed: eight bytes that lead to its letters, which all copies share. For what a plan has many of,
// such as the names of its posts, of which many are the same.
#pragma once

#include <atomic>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saldo {

class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text);
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
  SharedText(const char* text) : SharedText(std::string_view(text)) {}
  SharedText(const SharedText& other) : letters_(other.letters_) {
    if (letters_ != nullptr) letters_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  SharedText(SharedText&& other) noexcept : letters_(std::exchange(other.letters_, nullptr)) {}
  SharedText& operator=(SharedText other) noexcept {
    std::swap(letters_, other.letters_);
    return *this;
  }
  ~SharedText() { leave(); }

  // Good for as long as any copy of it.
  std::string_view view() const { return letters_ == nullptr ? std::string_view() : letters_->text(); }
  std::string str() const { return std::string(view()); }
  operator std::string_view() const { return view(); }
  operator std::string() const { return str(); }
  bool empty() const { return letters_ == nullptr; }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.letters_ == b.letters_ || a.view() == b.view();
  }
  friend bool operator==(const SharedText& a, std::string_view b) { return a.view() == b; }
  friend bool operator==(const SharedText& a, const std::string& b) { return a.view() == b; }
  friend bool operator==(const SharedText& a, const char* b) { return a.view() == b; }
  friend auto operator<=>(const SharedText& a, const SharedText& b) { return a.view() <=> b.view(); }
  friend auto operator<=>(const SharedText& a, std::string_view b) { return a.view() <=> b; }
  friend std::string operator+(std::string a, const SharedText& b) { return a += b.view(); }

  class Sharing;

 private:
  // In one piece of memory with its letters behind it.
  struct Letters {
    std::atomic<std::uint32_t> owners{1};
    std::uint32_t size = 0;
    std::string_view text() const { return {static_cast<const char*>(static_cast<const void*>(this + 1)), size}; }
  };

  static Letters* make(std::string_view text);  // null of an empty one
  void leave();

  Letters* letters_ = nullptr;
};

// For as long as it is there, texts that are made on its thread share the letters of those made before: of many of them,
// so that it stays small whatever a plan holds.
class SharedText::Sharing {
 public:
  Sharing();
  Sharing(const Sharing&) = delete;
  Sharing& operator=(const Sharing&) = delete;
  ~Sharing();

 private:
  friend class SharedText;
  SharedText& place_of(std::string_view text);

  Sharing* outer_;
  std::vector<SharedText> seen_;  // by hash; when there is no more room a later one takes the place of an earlier
  std::size_t filled_ = 0;
};

inline std::string word(const SharedText& text) { return text.str(); }             // as say() fills it in
inline std::string_view format_as(const SharedText& text) { return text.view(); }  // for fmt 10, which converts nothing

}  // namespace saldo
