// What few things have: eight bytes in those that have it not, and shared by all copies of those that have.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace saldo {

// Without a value it reads as the T that nothing was said of.
template <class T>
class Few {
 public:
  Few() = default;
  Few(T value) : held_(new Held(std::move(value))) {}
  Few(const Few& other) : held_(other.held_) {
    if (held_ != nullptr) held_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  Few(Few&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Few& operator=(Few other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Few() {
    if (held_ != nullptr && held_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held_;
  }

  explicit operator bool() const { return held_ != nullptr; }
  const T* get() const { return held_ == nullptr ? nullptr : &held_->value; }
  const T& operator*() const { return held_ == nullptr ? nothing() : held_->value; }
  const T* operator->() const { return &**this; }
  friend bool operator==(const Few& few, std::nullptr_t) { return few.held_ == nullptr; }

  // To change what this one has, and no copy of it.
  T& own() {
    if (held_ == nullptr || held_->owners.load(std::memory_order_acquire) > 1) *this = Few(**this);
    return held_->value;
  }

 private:
  struct Held {
    explicit Held(T given) : value(std::move(given)) {}
    std::atomic<std::uint32_t> owners{1};
    T value;
  };

  static const T& nothing() {
    static const T none{};
    return none;
  }

  Held* held_ = nullptr;
};

}  // namespace saldo
