// The help that names what was likely meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/say.h"
#include "base/text.h"

namespace saldo {

// "3.7-fase1, 3.7-fase2"
inline std::string listed(std::span<const std::string> names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

constexpr bool is_unknown_name(Rule rule) {
  return rule == Rule::onbekende_programmalijn || rule == Rule::onbekend_project || rule == Rule::onbekende_index ||
         rule == Rule::onbekende_post;
}

// Whether one more unknown name gets a suggestion beside `findings`. Looking for one costs as much as the plan has names, and
// where one name was changed everywhere the first twenty tell enough.
inline bool suggests_more(const Findings& findings) {
  std::size_t unknown = 0;
  for (auto finding = findings.rbegin(); finding != findings.rend() && unknown < 20; ++finding)
    unknown += is_unknown_name(finding->rule) ? 1 : 0;
  return unknown < 20;
}

// For the words of the format and of the command line.
inline Message did_you_mean(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("did you mean `{}`?", *likely) : Message{};
}

// For names out of a plan, as likely_names() finds them: what is written may be the beginning of several.
inline Message did_you_mean(std::vector<std::string> likely) {
  if (likely.empty()) return {};
  if (likely.size() == 1) return say("did you mean `{}`?", likely.front());
  for (std::string& name : likely) name = '`' + name + '`';
  return say("did you mean one of {}?", listed(likely));
}

}  // namespace saldo
