#include "cli/standing_note.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/dutch.h"
#include "calc/prognose/prognose.h"

namespace saldo {

namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " en " : ", ") + parts[i];
  return text;
}

// "2024 (vastgesteld) en 2025 (voorlopig)"
std::string closed_years(const Plan& plan) {
  std::vector<std::string> years;
  for (const Afsluiting& record : plan.afsluitingen)
    years.push_back(word(record.jaar) + " (" + std::string(to_text(record.stand)) + ")");
  return joined(years);
}

// "2026 (2026-06-30)": the records that count.
std::string expected_years(const Plan& plan, std::optional<Date> as_of) {
  std::vector<std::string> years;
  for (std::size_t y = 0; y < plan.years.size(); ++y)
    if (const Afsluiting* record = tussentijds_of(plan, plan.years.at(y), as_of))
      years.push_back(word(record->jaar) + " (" + to_text(*record->peildatum) + ")");
  return joined(years);
}

std::vector<Dutch> notes_of(const Plan& plan, const PlanAsked& asked) {
  const std::string closed = closed_years(plan);
  const Dutch booked("Met wat is geboekt in {}.", closed);
  switch (asked.standing) {
    case Standing::primitief: return {};  // which is told of every plan
    case Standing::actueel:
      if (closed.empty()) return {};
      return {Dutch("De begroting zelf, zonder wat is geboekt in {}: --standing actueel.", closed)};
    case Standing::realisatie:
      if (closed.empty()) return {};
      return {booked};
    case Standing::prognose: break;
  }
  std::vector<Dutch> notes;
  if (!closed.empty()) notes.push_back(booked);
  const std::string expected = expected_years(plan, asked.as_of);
  if (expected.empty())
    notes.push_back(Dutch("Van geen jaar is vastgelegd wat er wordt verwacht: --standing prognose."));
  else notes.push_back(Dutch("Met wat wordt verwacht van {}: --standing prognose.", expected));
  return notes;
}

}  // namespace

std::vector<Dutch> open_year_notes(const Plan& plan, Year year, const std::vector<Standing>& beside) {
  const bool is_asked = std::find(beside.begin(), beside.end(), Standing::realisatie) != beside.end();
  if (!is_asked || plan.find_afsluiting(year) != nullptr) return {};
  return {Dutch("{} is niet afgesloten: onder Realisatie staat wat is begroot.", year)};
}

void tell_standing(const Plan& plan, const PlanAsked& asked, RenderOptions& options) {
  const std::vector<Dutch> notes = notes_of(plan, asked);
  options.style.notes.insert(options.style.notes.begin(), notes.begin(), notes.end());
  const bool is_asked = asked.standing == Standing::actueel || asked.standing == Standing::prognose;
  if (is_asked && !notes.empty()) options.variant.push_back({"standing", {std::string(to_text(asked.standing))}});
}

}  // namespace saldo
