// The settings a change writes over those of a plan, a programmalijn, a project or a post, by the rows of the format.
#pragma once

#include <type_traits>

#include "calc/wijziging/changing.h"
#include "plan/keys.h"

namespace saldo {

// Writes the keys a change sets over those of the thing, and remembers that it said so; passes over those that are more
// than a value (baten and lasten).
template <class Values>
void write_settings(ChangingPlan& changing, const Wijziging& change, const Address& thing,
                    typename Setting<Values>::Changing target) {
  const auto* values = std::get_if<Values>(&change.values);
  if (values == nullptr) return;
  constexpr bool is_local = std::is_same_v<Values, Project> || std::is_same_v<Values, PostDraft>;
  for (const std::string_view key : change.keys)
    for (const Setting<Values>& setting : settings_of<Values>()) {
      if (setting.key != key || setting.copy == nullptr) continue;
      setting.copy(*values, target);
      if (!is_local) changing.since.more = true;
      else if (key != "budget") changing.touch_structure(thing.project);
      const std::string said = setting.text == nullptr ? place_text(change) : setting.text(*values);
      changing.conflicts.set(thing, std::string(key), said, change.place);
    }
}

}  // namespace saldo
