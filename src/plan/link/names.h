// Names looked up among the things they can mean, and what is told when one is not there. Private to plan/.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/finding/suggest.h"
#include "base/say.h"
#include "plan/model.h"

namespace saldo {

template <class Id>
using Names = std::unordered_map<std::string_view, Id>;

inline void report(Findings& findings, Rule rule, Place place, Message message, Message help = {}) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help)});
}

// The first of each name wins; a second one is a finding at its place.
template <class Id, class Item, class NameOf>
Names<Id> name_all(const std::vector<Item>& items, NameOf name_of, std::string_view what, Findings& findings) {
  Names<Id> names;
  names.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto [first, is_new] = names.emplace(name_of(items[i]), static_cast<Id>(i));
    if (is_new) continue;
    report(findings, Rule::dubbel_nr, items[i].place, say("{} `{}` is there twice", what, name_of(items[i])));
    findings.back().related.push_back({items[position(first->second)].place, say("the first one is here")});
  }
  return names;
}

template <class Id>
Message likely_name(std::string_view written, const Names<Id>& names, const Findings& findings) {
  if (!suggests_more(findings)) return {};
  std::vector<std::string_view> known;
  known.reserve(names.size());
  for (const auto& [name, id] : names) known.push_back(name);
  std::sort(known.begin(), known.end(), natural_less);  // the same suggestion on every run
  return did_you_mean(likely_names(written, known));
}

template <class Id>
void look_up(Reference<Id>& reference, const Names<Id>& names, Rule rule, std::string_view what, Findings& findings) {
  const auto found = names.find(reference.name);
  if (found != names.end()) reference.id = found->second;
  else
    report(findings, rule, reference.place, say("there is no {} `{}`", what, reference.name),
           likely_name(reference.name, names, findings));
}

inline void look_up_project(Reference<ProjectId>& reference, const Names<ProjectId>& names, Findings& findings) {
  look_up(reference, names, Rule::onbekend_project, "project", findings);
}

}  // namespace saldo
