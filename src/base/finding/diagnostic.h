// Findings are values: a rule, a place, a message, what else the reader needs and what to type.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/address.h"
#include "base/finding/place.h"
#include "base/finding/rule.h"
#include "base/message.h"
#include "base/money.h"
#include "base/slim/shared_text.h"
#include "base/year.h"

namespace saldo {

// Another place that belongs to a finding: "received by post 15 of 3.18, projecten/3.18.toml:98:17".
struct Related {
  Place place;
  Message message;
};

// How far off it is: an amount, or a number of years. None: it is so or it is not. What was accepted and then grew is
// told again by this.
using Extent = std::variant<std::monostate, Money, std::size_t>;

struct Diagnostic {
  Rule rule{};
  Place place;
  Message message;
  std::vector<Related> related = {};
  Message help = {};
  Address subject = {};  // what it is about: by this it is recognised when lines move, ignored, and counted
  Severity severity = info(rule).severity;  // as the user has set it
  Extent extent = {};
  // The naam of the post of `subject` where it has no nr of its own: that is its place then, which moves when a post is
  // put in above it. check_plan fills it in.
  SharedText post_naam = {};
  // Where the findings of this rule stand that it follows from: no more than their echo. check_plan tells it under them.
  std::vector<Place> causes = {};
};

using Findings = std::vector<Diagnostic>;

// File order, then line and column; findings of one place keep the order they were made in.
void sort_by_place(Findings& findings);

}  // namespace saldo

// Compiled once, as the lists of a plan (plan/model.h).
extern template class std::vector<saldo::Related>;
extern template class std::vector<saldo::Diagnostic>;
