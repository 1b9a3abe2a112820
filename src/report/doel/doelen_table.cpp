#include "report/doel/doelen_table.h"

#include <algorithm>
#include <array>

#include "base/say.h"
#include "report/doel/doel_words.h"
#include "report/figures.h"

namespace saldo {

namespace {

struct Told {
  const Streef* streef;
  Voortgang voortgang;
};

std::vector<Column> columns() {
  const auto machines = [](std::string key, ColumnType type = ColumnType::text) {
    return Column{key, Dutch("{}", key), type, {}, ColumnUse::machines};
  };
  return {machines("id"),
          machines("soort"),
          machines("onder"),
          {"nr", Dutch("Nr"), ColumnType::text},
          {"naam", Dutch("Doel"), ColumnType::text},
          machines("streef_nr", ColumnType::integer),
          {"streven", Dutch("Streven"), ColumnType::text},
          machines("streef_soort"),
          machines("streef_waarde", ColumnType::decimal),
          machines("eenheid"),
          {"jaar", Dutch("Jaar"), ColumnType::text},
          machines("laatste_dag"),
          {"resultaat", Dutch("Resultaat"), ColumnType::text},
          machines("resultaat_waarde", ColumnType::decimal),
          machines("resultaat_wanneer"),
          machines("weg", ColumnType::decimal),
          machines("weg_deel"),
          machines("stand"),
          {"stand_en_weg", Dutch("Stand"), ColumnType::text},
          machines("beweerd")};
}

std::vector<Cell> cells_of(const Doel& doel, bool names) {
  std::vector<Cell> cells{doel.id, std::string(to_text(doel.soort)), or_blank(doel.onder ? doel.onder->name : "")};
  cells.push_back(names ? or_blank(doel.nr) : Blank());
  cells.push_back(names ? Cell(doel.naam) : Blank());
  return cells;
}

void add_target(std::vector<Cell>& cells, const Told& told) {
  const Streef& streef = *told.streef;
  const Voortgang& voortgang = told.voortgang;
  const Resultaat* resultaat = voortgang.resultaat;
  cells.emplace_back(std::int64_t{streef.nr});
  cells.emplace_back(streef_words(streef));
  cells.emplace_back(std::string(to_text(streef.soort)));
  cells.push_back(streef.is_pm() ? Cell("PM") : figure_cell(streef.waarde));
  cells.push_back(or_blank(streef.is_relatief ? std::string("deel") : streef.maat.eenheid));
  cells.push_back(or_blank(short_when(streef)));
  cells.push_back(streef.last_day() ? Cell(to_text(*streef.last_day())) : Cell(Blank()));
  cells.push_back(or_blank(short_result(voortgang, streef)));
  cells.push_back(resultaat == nullptr ? Blank() : figure_cell(resultaat->waarde));
  cells.push_back(resultaat == nullptr || !resultaat->moment ? Cell(Blank())
                                                             : Cell(to_text(resultaat->moment->last_day())));
  cells.push_back(way_cell(voortgang.weg));
  cells.push_back(voortgang.weg ? Cell(to_text(voortgang.weg->deel)) : Blank());
  cells.emplace_back(std::string(to_text(voortgang.stand)));
  cells.emplace_back(short_stand(voortgang));
  cells.push_back(voortgang.bewering == nullptr ? Blank() : Cell(std::string(to_text(*voortgang.bewering->beweerd))));
}

class DoelenTable {
 public:
  DoelenTable(const Plan& plan, const Doelboom& tree, const DoelenTableOptions& options)
      : plan_(plan), tree_(tree), options_(options), told_(plan.doelen.size()), shown_(plan.doelen.size()) {
    choose();
  }

  Table make() {
    table_.id = "doelen";
    table_.title = plan_.naam;
    table_.columns = columns();
    if (options_.by_line) add_lines();
    else
      for (const DoelId id : tree_.order) add_goal(id, static_cast<int>(tree_.levels[position(id)]));
    table_.when_empty =
        plan_.doelen.empty() ? Dutch("Dit plan heeft geen doelen.") : Dutch("Geen streven waarvoor dit geldt.");
    add_notes();
    return std::move(table_);
  }

 private:
  bool is_narrowed() const { return options_.years || options_.stand; }

  // Which targets are told, and which goals for their sake.
  void choose() {
    for (auto id = tree_.order.rbegin(); id != tree_.order.rend(); ++id) {
      const Doel& doel = plan_.doel(*id);
      const std::size_t at = position(*id);
      const std::vector<Voortgang> all = voortgangen_of(doel, options_.until);
      for (std::size_t s = 0; s < all.size(); ++s) {
        const Voortgang& voortgang = all[s];
        if (!is_asked(doel.streven[s], voortgang, options_)) continue;
        told_[at].push_back({&doel.streven[s], voortgang});
        ++counts_[static_cast<std::size_t>(voortgang.stand)];
      }
      shown_[at] = shown_[at] || !is_narrowed() || !told_[at].empty();
      if (shown_[at] && doel.onder) shown_[position(*doel.onder->id)] = true;
    }
  }

  void add_goal(DoelId id, int level) {
    if (!shown_[position(id)]) return;
    const Doel& doel = plan_.doel(id);
    const std::vector<Told>& told = told_[position(id)];
    if (told.empty()) add_row(doel, true, nullptr, level);
    for (const Told& one : told) add_row(doel, &one == &told.front(), &one, level);
  }

  void add_row(const Doel& doel, bool names, const Told* told, int level) {
    Row row{RowKind::item, level, cells_of(doel, names)};
    if (told != nullptr) add_target(row.cells, *told);
    row.cells.resize(table_.columns.size());
    table_.rows.push_back(std::move(row));
  }

  // The goals of each programmalijn, under the one of them that they are under.
  void add_lines() {
    std::vector<std::vector<DoelId>> of_line(plan_.lines.size() + 1);  // the last: in none
    for (const DoelId id : tree_.order) {
      if (!shown_[position(id)]) continue;
      for (const LineId line : tree_.lines[position(id)]) of_line[position(line)].push_back(id);
      if (tree_.lines[position(id)].empty()) of_line.back().push_back(id);
    }
    for (std::size_t l = 0; l < of_line.size(); ++l) {
      if (of_line[l].empty()) continue;
      const bool none = l == plan_.lines.size();
      Row row{RowKind::subtotal, 0, {none ? std::string() : plan_.lines[l].id, std::string("programmalijn"), Blank()}};
      row.cells.push_back(Blank());
      row.cells.push_back(none ? Cell(Dutch("Zonder programmalijn").text()) : Cell(plan_.lines[l].naam));
      row.cells.resize(table_.columns.size());
      table_.rows.push_back(std::move(row));
      add_group(of_line[l]);
    }
  }

  void add_group(const std::vector<DoelId>& goals) {
    std::vector<int> levels(plan_.doelen.size(), -1);  // of those of this group
    for (const DoelId id : goals) {
      const auto& onder = plan_.doel(id).onder;
      levels[position(id)] = onder ? levels[position(*onder->id)] + 1 : 0;
      add_goal(id, 1 + levels[position(id)]);
    }
  }

  void add_notes() {
    std::size_t all = 0;
    std::string text;
    bool any_claim = false;
    for (const std::vector<Told>& of : told_)
      for (const Told& one : of)
        any_claim = any_claim || (one.voortgang.bewering != nullptr && one.voortgang.resultaat == nullptr);
    for (std::size_t s = 0; s < counts_.size(); ++s) {
      all += counts_[s];
      if (counts_[s] == 0) continue;
      text += (text.empty() ? "" : ", ") + std::to_string(counts_[s]) + " " + std::string(streef_standen[s]);
    }
    if (all > 0) table_.footnotes.push_back(Dutch("Streven: {}, waarvan {}.", std::to_string(all), text));
    if (any_claim)
      table_.footnotes.push_back(
          Dutch("Tussen aanhalingstekens staat wat er is gezegd, zonder cijfer: het beslist niets."));
    if (options_.until)
      table_.footnotes.push_back(Dutch("Resultaten worden verwacht tot en met {}.", date_words(*options_.until)));
    else if (all > 0)
      table_.footnotes.push_back(
          Dutch("Er is geen jaar afgesloten: nog geen resultaat wordt verwacht (--as-of noemt een dag)."));
  }

  const Plan& plan_;
  const Doelboom& tree_;
  const DoelenTableOptions& options_;
  std::vector<std::vector<Told>> told_;  // by DoelId
  std::vector<bool> shown_;
  std::array<std::size_t, std::size(streef_standen)> counts_{};
  Table table_;
};

}  // namespace

bool is_asked(const Streef& streef, const Voortgang& voortgang, const DoelenTableOptions& options) {
  if (options.stand && voortgang.stand != *options.stand) return false;
  if (!options.years) return true;
  const std::vector<Year> years = streef.years();
  return std::any_of(years.begin(), years.end(), [&](Year year) { return options.years->contains(year); });
}

Table report_doelen(const Plan& plan, const Doelboom& tree, const DoelenTableOptions& options) {
  return DoelenTable(plan, tree, options).make();
}

}  // namespace saldo
