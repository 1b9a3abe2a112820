#include "report/paper/side_rows.h"

#include <algorithm>
#include <utility>

namespace saldo {

namespace {

struct FigureColumns {
  std::string figure;                // the last word of their keys
  Label label;                       // what stands above them, "Toevoeging" for the baten of a reserve
  std::vector<std::size_t> columns;  // of the page, year by year
};

class TurnPage {
 public:
  explicit TurnPage(const Table& page) : page_(page) {}

  SideRows turn() {
    add_columns();
    for (std::size_t r = 0; r < page_.rows.size(); ++r) add_rows(r);
    return std::move(turned_);
  }

 private:
  void add_columns() {
    Table& table = turned_.table;
    table = {page_.id, page_.title, {page_.columns[0], page_.columns[1]}, {}};
    table.columns.push_back({"kant", Dutch("Kant"), ColumnType::text});
    for (std::size_t c = 2; c < page_.columns.size(); ++c) {
      const Column& column = page_.columns[c];
      const std::size_t point = column.key.find('.');
      const std::string year = column.key.substr(0, point), figure = column.key.substr(point + 1);
      if (table.columns.back().key != year) table.columns.push_back({year, column.group, ColumnType::amount});
      const auto same = std::find_if(figures_.begin(), figures_.end(),
                                     [&figure](const FigureColumns& one) { return one.figure == figure; });
      if (same != figures_.end()) same->columns.push_back(c);
      else figures_.push_back({figure, column.label, {c}});
    }
  }

  static bool is_there(const Cell& cell) {
    const auto* amount = std::get_if<Amount>(&cell);
    return amount != nullptr && !amount->is_absent();
  }

  // Its second side goes on from the row above, and has no name.
  void add_rows(std::size_t r) {
    bool any = false;
    for (const FigureColumns& figure : figures_) {
      const std::vector<Cell>& cells = page_.rows[r].cells;
      if (std::none_of(figure.columns.begin(), figure.columns.end(), [&](std::size_t c) { return is_there(cells[c]); }))
        continue;
      add_row(r, figure.figure, any).cells[2] = kant_of(figure);
      for (const std::size_t c : figure.columns) turned_.table.rows.back().cells.push_back(cells[c]);
      any = true;
    }
    if (!any) add_row(r, "", false).cells.resize(turned_.table.columns.size());
  }

  Row& add_row(std::size_t r, const std::string& figure, bool goes_on) {
    const Row& row = page_.rows[r];
    turned_.rows.push_back({r, figure});
    turned_.table.rows.push_back({row.kind, row.level, {Blank(), Blank(), Blank()}, false});
    Row& added = turned_.table.rows.back();
    if (!goes_on) std::copy_n(row.cells.begin(), 2, added.cells.begin());
    return added;
  }

  // By this word the sign of the row is known too; a stand is no side.
  static Cell kant_of(const FigureColumns& figure) {
    if (figure.figure == "opening" || figure.figure == "eindsaldo") return Blank();
    const std::string& label = figure.label.text();
    if (label == Dutch("Toevoeging").text()) return Dutch("toevoeging").text();
    if (label == Dutch("Onttrekking").text()) return Dutch("onttrekking").text();
    return figure.figure;
  }

  const Table& page_;
  std::vector<FigureColumns> figures_;
  SideRows turned_;
};

}  // namespace

SideRows side_rows(const Table& page) { return TurnPage(page).turn(); }

}  // namespace saldo
