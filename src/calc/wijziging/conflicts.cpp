#include "calc/wijziging/conflicts.h"

#include "base/say.h"

namespace saldo {

namespace {

template <class Key>
const Place* find(const std::map<Key, Place>& places, const Key& key) {
  const auto found = places.find(key);
  return found == places.end() ? nullptr : &found->second;
}

}  // namespace

void Conflicts::begin(std::size_t layer) {
  if (layer == layer_) return;
  layer_ = layer;
  said_.clear();
  touched_.clear();
  touched_in_.clear();
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

void Conflicts::touch(const Address& thing, Place place) {
  touched_.try_emplace(thing, place);
  touched_in_.try_emplace(thing.project, place);
}

void Conflicts::drop(const Address& thing, Place place) {
  const Place* where = thing.post.empty() ? find(touched_in_, thing.project) : find(touched_, thing);
  if (where != nullptr) report(place, say("another change counts on what vervalt here"), *where);
  last_drop_.insert_or_assign(thing, drops_.size());
  drops_.push_back({thing, place, layer_});
}

const Conflicts::Drop* Conflicts::find_drop(const Address& thing) const {
  const auto found = last_drop_.find(thing);
  return found == last_drop_.end() ? nullptr : &drops_[found->second];
}

}  // namespace saldo
