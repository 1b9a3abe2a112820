// Memory for what one thread builds at once and drops as a whole, such as the tree of a parsed file: a tenth of the time
// of a run went into asking for its nodes one by one and giving them back. `new` itself takes from it while asked to, as
// the libraries that build such things offer no other way.
#pragma once

#include <cstddef>

namespace saldo {

class Scratch {
 public:
  // One at a time of a thread: another within it takes nothing. Nor does any where there is no such memory, or where the
  // program watches its memory itself; all goes as it would without then.
  explicit Scratch(std::size_t bytes);
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();  // what was taken from it is gone

  // While one lives, `new` in its thread takes from the scratch memory, and from where it always does once that is full.
  class Use {
   public:
    explicit Use(const Scratch& scratch);
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use();
  };

  // Whether all that was asked for is in it: what was built needs no destructor then.
  bool holds_all() const;

 private:
  bool is_open_ = false;
};

}  // namespace saldo
