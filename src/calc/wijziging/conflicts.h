// What the changes of one layer have said so far: two of them may not contradict each other.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

class Conflicts {
 public:
  explicit Conflicts(Findings& findings) : findings_(findings) {}

  void begin(std::size_t layer);

  // A thing that changes is a post of a project, a project (no post), or something else by its own name (no project).
  // `what` of the thing (a year of a side, a setting) becomes `value`: a finding when it was made something else before.
  void set(const Address& thing, const std::string& what, const std::string& value, Place place);
  // Something of the thing changes: no finding by itself, but it may not be dropped as well.
  void touch(const Address& thing, Place place);
  void drop(const Address& thing, Place place);

  // Where the thing was dropped, by any layer.
  struct Drop {
    Address thing;
    Place place;
    std::size_t layer;
  };
  const Drop* find_drop(const Address& thing) const;
  const std::vector<Drop>& drops() const { return drops_; }
  bool is_of_this_layer(const Drop& drop) const { return drop.layer == layer_; }

 private:
  void report(Place place, Message message, Place other);

  struct Said {
    std::string value;
    Place place;
  };
  Findings& findings_;
  std::size_t layer_ = 0;
  std::map<std::pair<Address, std::string>, Said> said_;  // by this layer
  std::map<Address, Place> touched_;                      // by this layer, where it first did so: a thing
  std::map<std::string, Place> touched_in_;               // and anything in a project
  std::vector<Drop> drops_;
  std::map<Address, std::size_t> last_drop_;  // by thing, its position in drops_
};

}  // namespace saldo
