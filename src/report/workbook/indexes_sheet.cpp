#include "report/workbook/cells/rounding_text.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

constexpr std::size_t first_index_row = 3, first_rate_column = 1;

// Of a blend, whose rate is that of others by their weights. Empty where that is not what it comes to.
std::string blended(const Plan& plan, const Index& index, std::size_t year) {
  const auto* parts = std::get_if<std::vector<BlendPart>>(&index.rates);
  if (parts == nullptr) return "";
  std::string text;
  Ratio sum;
  for (const BlendPart& part : *parts) {
    if (!part.index.id) return "";
    const std::size_t of = position(*part.index.id);
    sum = sum + part.weight * (plan.indexes[of].factors[year] + Ratio{-1, 1});
    text += (text.empty() ? "" : "+") + factor_text(part.weight) + "*SUM(" +
            cell_name(first_index_row + of, first_rate_column + year) + ')';
  }
  return sum == index.factors[year] + Ratio{-1, 1} ? text : "";
}

}  // namespace

std::optional<BookSheet> indexes_sheet(const BookFrame& frame, std::vector<BookName>& names) {
  const Plan& plan = frame.plan;
  if (plan.indexes.empty()) return std::nullopt;
  const std::string name = "Indexen";
  BookSheet sheet = start_sheet(frame, name, Dutch("Indexen"),
                                Dutch("Hoeveel een bedrag groeit ten opzichte van het jaar ervoor. Elke cel heeft een "
                                      "naam, waarmee de formules op het blad Posten haar kennen."));
  std::vector<std::string> heads = {Dutch("Index")};
  sheet.widths = {28};
  for (std::size_t year = 0; year < frame.years; ++year) {
    heads.push_back(word(plan.years.at(year)));
    sheet.widths.push_back(12);
  }
  heads.push_back(Dutch("Waar in de bestanden"));
  sheet.widths.push_back(34);
  add_heads(sheet, heads, first_rate_column);
  sheet.rows.back().back().style = BookStyle::indented_head;
  for (std::size_t i = 0; i < plan.indexes.size(); ++i) {
    const Index& index = plan.indexes[i];
    std::vector<BookCell>& row = sheet.rows.emplace_back();
    row.push_back(words(index.naam));
    for (std::size_t year = 0; year < frame.years; ++year) {
      const Ratio factor = year < index.factors.size() ? index.factors[year] : Ratio::overflow();
      BookCell& cell = row.emplace_back();
      if (factor.is_overflow()) continue;
      const Ratio rate = factor + Ratio{-1, 1};
      const std::string formula = blended(plan, index, year);
      if (formula.empty()) cell = {rate, BookStyle::percentage};
      else cell = {BookFormula{formula, rate}, BookStyle::percentage};
      const std::string at = cell_name(first_index_row + i, first_rate_column + year);
      const std::size_t digits = at.find_first_of("0123456789");
      names.push_back({frame.index_names[i] + '_' + word(plan.years.at(year)),
                       sheet_prefix(name) + '$' + at.substr(0, digits) + '$' + at.substr(digits)});
    }
    row.push_back(words(frame.place_words(index.place), BookStyle::indented_note));
  }
  return sheet;
}

}  // namespace saldo
