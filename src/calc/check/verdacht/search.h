// Amounts that leave one project and may enter another: every match of one with one, or of one with a sum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>

#include "base/slim/slim_list.h"
#include "calc/cells.h"
#include "plan/model.h"

namespace saldo {

struct SuspectYear {
  Year jaar;
  Year ontvangen_in;  // the same year, or the next
  Money bedrag;
};

// The posts of an end: each counted from 1, and 0 where there is none.
using PostsKey = std::array<std::uint32_t, 3>;

// A suspect while it is searched: there may be many, of which few are told.
struct Match {
  SlimList<SuspectYear> years;
  bool names_other = false;
  int shared_words = 0;
  int digits = 0;
};

// By van, naar, zendt, ontvangt, and the years in between.
using MatchKey = std::tuple<ProjectId, ProjectId, PostsKey, PostsKey, std::uint32_t>;
using Matches = std::map<MatchKey, Match>;

struct FoundMatches {
  Matches matches;
  std::size_t amounts = 0;  // that were looked at
  bool stopped = false;     // not all was looked at
};

// Whether a match that was found among so many amounts is kept, and its words counted.
using KeepMatch = bool (*)(const Match& match, std::size_t amounts);

// How far it looks stands in suspects.h.
FoundMatches find_matches(const Plan& plan, const Amounts& amounts, KeepMatch keep);

}  // namespace saldo
