// A list of few plain values, of which most things have one or none: eight bytes where a vector takes 24.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace saldo {

// Used as a std::vector; what is in it is copied byte by byte.
template <class T>
class SlimList {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  SlimList() = default;
  SlimList(const SlimList& other) {
    reserve(other.size());
    copy(begin(), other.begin(), other.size());
    set_size(other.size());
  }
  SlimList(SlimList&& other) noexcept : head_(std::exchange(other.head_, nullptr)) {}
  SlimList& operator=(SlimList other) noexcept {
    std::swap(head_, other.head_);
    return *this;
  }
  ~SlimList() { ::operator delete(head_); }

  std::size_t size() const { return head_ == nullptr ? 0 : head_->size; }
  bool empty() const { return size() == 0; }
  T* begin() { return first_of(head_); }
  T* end() { return begin() + size(); }
  const T* begin() const { return first_of(head_); }
  const T* end() const { return begin() + size(); }
  T& operator[](std::size_t at) { return begin()[at]; }
  const T& operator[](std::size_t at) const { return begin()[at]; }
  T& front() { return *begin(); }
  T& back() { return end()[-1]; }
  const T& front() const { return *begin(); }
  const T& back() const { return end()[-1]; }

  // Room for exactly so many.
  void reserve(std::size_t count) {
    if (count <= capacity()) return;
    Head* wider = new (::operator new(sizeof(Head) + count * sizeof(T))) Head;
    wider->size = static_cast<std::uint32_t>(size());
    wider->capacity = static_cast<std::uint32_t>(count);
    copy(first_of(wider), begin(), size());
    ::operator delete(std::exchange(head_, wider));
  }
  void push_back(const T& value) { insert(end(), value); }
  T* insert(const T* before, const T& value) {
    const auto at = static_cast<std::size_t>(before - begin());
    const T kept = value;  // it may stand in this list
    if (size() == capacity()) reserve(std::max<std::size_t>(1, 2 * size()));
    T* place = begin() + at;
    std::copy_backward(place, end(), end() + 1);
    *place = kept;
    set_size(size() + 1);
    return place;
  }
  T* erase(const T* at) { return erase(at, at + 1); }
  T* erase(const T* from, const T* to) {
    T* place = begin() + (from - begin());
    set_size(static_cast<std::size_t>(std::copy(to, std::as_const(*this).end(), place) - begin()));
    return place;
  }
  void clear() { *this = SlimList(); }

  template <class Is>
  friend std::size_t erase_if(SlimList& list, Is is) {
    const std::size_t before = list.size();
    list.set_size(static_cast<std::size_t>(std::remove_if(list.begin(), list.end(), is) - list.begin()));
    return before - list.size();
  }

 private:
  // In front of the values, in one piece of memory with them.
  struct alignas(std::max(alignof(T), alignof(std::uint32_t))) Head {
    std::uint32_t size = 0;
    std::uint32_t capacity = 0;
  };

  static T* first_of(Head* head) { return head == nullptr ? nullptr : static_cast<T*>(static_cast<void*>(head + 1)); }
  static const T* first_of(const Head* head) {
    return head == nullptr ? nullptr : static_cast<const T*>(static_cast<const void*>(head + 1));
  }
  static void copy(T* to, const T* from, std::size_t count) {
    if (count > 0) std::memcpy(static_cast<void*>(to), from, count * sizeof(T));
  }
  std::size_t capacity() const { return head_ == nullptr ? 0 : head_->capacity; }
  void set_size(std::size_t size) {
    if (head_ != nullptr) head_->size = static_cast<std::uint32_t>(size);
  }

  Head* head_ = nullptr;
};

}  // namespace saldo
