// Memory for what one thread builds at once and drops as a whole, such as the tree of a file: a twelfth of the instructions
// of a run went into asking for its nodes one by one, and giving each back.
//
// The libraries that build such things ask `new`, and offer no other way: while an arena is open, `new` of its thread takes
// from it, and `delete` of what lies in it does nothing. To that end both are replaced, for all of saldo (arena.cpp).
//
// So, while it is open, nothing may be made that is to outlive it: let only the builder run. What lies in it may be used and
// deleted as long as it lives, by its own thread alone; AddressSanitizer tells of what is used after that.
#pragma once

#include <cstddef>

namespace saldo {

class Arena {
 public:
  // Takes addresses for up to `most` bytes, and memory as it is used. What does not fit, or cannot be had, comes from where it
  // would without, and so does all within another arena of the thread.
  explicit Arena(std::size_t most);
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();  // what lies in it is gone, no destructor called

  // Whether all that was asked for lies in it, and something does: then what was built needs no destructors.
  bool holds_all() const;

  // While one of these lives, each arena of the thread begins with some of the memory of the one before it.
  class Kept {
   public:
    Kept();
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;
    ~Kept();

   private:
    bool was_kept_;
  };

  // The arena is open while one of these lives.
  class Open {
   public:
    explicit Open(const Arena& arena);
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    ~Open();
  };

 private:
  bool is_there_ = false;
};

}  // namespace saldo
