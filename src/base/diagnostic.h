// Findings are values: a rule, a place, a message, what else the reader needs and what to type.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/place.h"
#include "base/rule.h"
#include "base/year.h"

namespace saldo {

// Another place that belongs to a finding: "received by post 15 of 3.18, projecten/3.18.toml:98:17".
struct Related {
  Place place;
  Message message;
};

// What a finding is about, in the user's own numbers: by this it is recognised when lines move, ignored, and counted.
struct Subject {
  std::string project = {};  // the nr of a project or the id of a programmalijn; empty: the plan
  std::string post = {};
  std::string figure =
      {};  // baten, lasten, eindsaldo, the other project of an overdracht, an index, or a rule set aside
  std::optional<Year> year = {};
  friend bool operator==(const Subject&, const Subject&) = default;
};

struct Diagnostic {
  Rule rule{};
  Place place;
  Message message;
  std::vector<Related> related = {};
  Message help = {};
  Subject subject = {};
  Severity severity = info(rule).severity;  // as the user has set it
};

using Findings = std::vector<Diagnostic>;

// File order, then line and column; findings of one place keep the order they were made in.
void sort_by_place(Findings& findings);

}  // namespace saldo
