// What both roads say of a row in the same words. Private to intake/.
#pragma once

#include <string>
#include <string_view>

#include "base/say.h"
#include "intake/realisatie/gathering.h"
#include "intake/written_amount.h"

namespace saldo {

inline void tell_refused(Gathering& gathering, Place place, const WrittenAmount& written) {
  gathering.report(written.rule, place, written.message, written.help);
}

// "500 CR" where the column says the side already.
inline void tell_flag(Gathering& gathering, Place place, std::string_view text) {
  gathering.report(Rule::realisatie_getal, place,
                   say("`{}` says debet or credit, and its column says baten or lasten", text),
                   say("write it without: lasten are debet, and what lowers them has a minus"));
}

inline void tell_no_year(Gathering& gathering, Place place, std::string_view text, Year year) {
  gathering.report(Rule::realisatie_jaar, place, say("`{}` is not a year", text), say("write {}", year));
}

inline Message excel_help(const std::string& before) {
  return say("was it `{}`? A spreadsheet changes such numbers when it opens a csv: export again and do not open it",
             before);
}

}  // namespace saldo
