// From the figures of a table to what tells how they came about.
#pragma once

#include <string>
#include <utility>

#include "base/page/page.h"
#include "report/paper/parts.h"
#include "report/paper/sums/sum_list.h"

namespace saldo {

// A figure that people see: what `lead_of` may find the reason of.
struct FigureCell {
  std::size_t row = 0, column = 0;
  const Cell& cell;
  const std::string& key;  // of its column
};

// Years are figures to a table, and tell nothing of money.
inline bool is_seen(const Column& column, const Cell& cell) {
  if (column.use == ColumnUse::machines || column.type == ColumnType::text || column.key.ends_with("jaar"))
    return false;
  const auto* amount = std::get_if<Amount>(&cell);
  return amount != nullptr ? !amount->is_absent()
                           : std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Decimal>(cell);
}

// The table, each of whose figures leads to the anchor that `lead_of` gives for it; "" leaves it as it is. What led
// somewhere already stays so.
template <class LeadOf>
PageTable with_leads(PageTable page, LeadOf&& lead_of) {
  std::vector<NamedCell> links;
  auto old = page.links.begin();
  for (std::size_t r = 0; r < page.table.rows.size(); ++r)
    for (std::size_t c = 0; c < page.table.columns.size(); ++c) {
      while (old != page.links.end() && (old->row < r || (old->row == r && old->column < c))) ++old;
      if (old != page.links.end() && old->row == r && old->column == c) {
        links.push_back(std::move(*old));
        continue;
      }
      const Cell& cell = page.table.rows[r].cells[c];
      if (!is_seen(page.table.columns[c], cell)) continue;
      std::string anchor = lead_of(FigureCell{r, c, cell, page.table.columns[c].key});
      if (!anchor.empty()) links.push_back({r, c, std::move(anchor)});
    }
  page.links = std::move(links);
  return page;
}

// The year and the figure of a column: "2026.baten". No year: it is of another kind.
struct YearKey {
  std::optional<Year> year;
  std::string figure;  // "" of a key that is only a year
};
inline YearKey year_key(const std::string& key) {
  const std::size_t point = key.find('.');
  return {read_year(key.substr(0, point)), point == key.npos ? "" : key.substr(point + 1)};
}

inline Amount amount_of(const FigureCell& figure) {
  const auto* amount = std::get_if<Amount>(&figure.cell);
  return amount == nullptr ? Amount() : *amount;
}

// "projecten/3.18.toml:98"
inline std::string line_words(const PaperInput& in, const Place& place) {
  return in.file_name(place.file) + ":" + std::to_string(place.line);
}

// Anchors of what the reasons of the budget itself tell.
class BudgetAnchors {
 public:
  explicit BudgetAnchors(const PaperMaking& making) : plan_(making.in.worked.plan), explained_(making.explained) {}

  std::string post(const Project& project, std::size_t post) const {
    return known(project.nr + "/" + project.posts[post].nr);
  }
  std::string figure(const Whose& whose, Figure figure, Year year) const {
    return known(figure_name(whose_name(plan_, whose), to_text(figure), year));
  }
  // That of an address; "" where it is not told.
  std::string known(const std::string& name) const {
    const auto found = explained_.find(name);
    return found == explained_.end() ? "" : found->second.anchor;
  }

 private:
  const Plan& plan_;
  const Explained& explained_;
};

}  // namespace saldo
