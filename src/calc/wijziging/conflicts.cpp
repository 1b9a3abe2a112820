#include "calc/wijziging/conflicts.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

void Conflicts::begin(std::size_t layer) {
  if (layer == layer_) return;
  layer_ = layer;
  said_.clear();
  touched_.clear();
}

void Conflicts::report(Place place, Message message, Place other) {
  findings_.push_back({Rule::wijziging_tegenstrijdig,
                       place,
                       std::move(message),
                       {{other, say("the other change is here")}},
                       say("leave out one of the two")});
}

void Conflicts::set(const Address& thing, const std::string& what, const std::string& value, Place place) {
  touch(thing, place);
  const auto [said, is_new] = said_.emplace(std::pair(thing, what), Said{value, place});
  if (is_new || said->second.value == value) return;
  report(place, say("another change makes {} something else", what), said->second.place);
}

void Conflicts::touch(const Address& thing, Place place) { touched_.emplace_back(thing, place); }

void Conflicts::drop(const Address& thing, Place place) {
  for (const auto& [other, where] : touched_) {
    const bool within = other == thing || (thing.post.empty() && other.project == thing.project);
    if (!within) continue;
    report(place, say("another change counts on what vervalt here"), where);
    break;
  }
  drops_.push_back({thing, place, layer_});
}

const Conflicts::Drop* Conflicts::find_drop(const Address& thing) const {
  const auto found = std::find_if(drops_.rbegin(), drops_.rend(), [&](const Drop& d) { return d.thing == thing; });
  return found == drops_.rend() ? nullptr : &*found;
}

}  // namespace saldo
