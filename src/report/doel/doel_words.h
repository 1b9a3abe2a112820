// How people read a target and what it came to: "minimaal 80% van de tegoeden", "190 (31-10-2024)".
#pragma once

#include <optional>
#include <string>

#include "base/table.h"
#include "calc/doel/voortgang.h"
#include "plan/model.h"

namespace saldo {

std::string date_words(Date date);  // 31-10-2024

// What is asked, without what it is counted in: "minimaal 250", "omhoog met 10%", "omlaag", "‘gemiddeld’".
std::string asked_words(const Streef& streef);

// The same with what is counted: "minimaal 250 bedrijven per jaar".
std::string streef_words(const Streef& streef);

// "2026", "2026-2027", "31-7-2025"; with `all` in brackets where it stands elsewhere in the document.
std::string when_words(const Streef& streef);

// "51 van 100 (50%)", "64%", with the day or year it was measured.
std::string figure_words(const Resultaat& resultaat, const Streef* streef);
std::string moment_words(const std::optional<Moment>& moment);

// The same for a narrow table: "2026", and "51 van 100", "64%", or in quotes what is only said: "‘gehaald’".
std::string short_when(const Streef& streef);
std::string short_result(const Voortgang& voortgang, const Streef& streef);

// "deels 80%": how it stands, with how much of the way.
std::string short_stand(const Voortgang& voortgang);

// "190 (31-10-2024)", "andere gemeenten"; "": none.
std::string base_words(const Streef& streef);

// "gehaald", or "onbekend; gezegd: gehaald" where something is claimed that does not follow.
std::string stand_words(const Voortgang& voortgang);

// How much of the way, cut off below what it is, so that 100 is there; blank where it has no meaning.
Cell way_cell(const std::optional<Weg>& weg);

// A figure for machines; blank: none.
Cell figure_cell(const std::optional<Cijfer>& cijfer);

}  // namespace saldo
