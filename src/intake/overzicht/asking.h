// What a table leaves open, gathered: of each kind one question per column, with where it was met first and how often.
// Private to intake/overzicht.
#pragma once

#include <map>
#include <string_view>
#include <utility>

#include "base/finding/diagnostic.h"
#include "base/say.h"

namespace saldo {

class Asking {
 public:
  explicit Asking(Findings& findings) : findings_(findings) {}

  void ask(Rule rule, Place place, Message message, Message help = {}) {
    findings_.push_back({rule, place, std::move(message), {}, std::move(help)});
  }

  // The next of the same sentence in the same column is only counted.
  void ask_in(std::size_t column, Rule rule, Place place, Message message, Message help = {}) {
    const auto [known, is_new] = met_.try_emplace({column, message.pattern}, Met{findings_.size(), place, 0});
    if (is_new) return ask(rule, place, std::move(message), std::move(help));
    ++known->second.more;
    known->second.last = place;
  }

  void tell_in(std::size_t column, Rule rule, Severity severity, Place place, Message message, Message help = {}) {
    const std::size_t before = findings_.size();
    ask_in(column, rule, place, std::move(message), std::move(help));
    if (findings_.size() > before) findings_.back().severity = severity;
  }

  void tell(Rule rule, Severity severity, Place place, Message message, Message help = {}) {
    ask(rule, place, std::move(message), std::move(help));
    findings_.back().severity = severity;
  }

  // How often the others were met.
  void finish() {
    for (const auto& [key, met] : met_)
      if (met.more > 0)
        findings_[met.finding].related.push_back(
            {met.last, say("and {} more in this column, the last of them here", met.more)});
    met_.clear();
  }

 private:
  struct Met {
    std::size_t finding = 0;
    Place last;
    std::size_t more = 0;
  };

  Findings& findings_;
  std::map<std::pair<std::size_t, std::string_view>, Met> met_;  // by column and sentence
};

}  // namespace saldo
