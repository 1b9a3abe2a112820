#include "report/export/sheet_table.h"

#include <fmt/format.h>

namespace saldo {

namespace {

class SheetRows {
 public:
  explicit SheetRows(const Worked& worked) : worked_(worked), plan_(worked.plan) {}

  Table table() {
    Table table{"sheet", plan_.naam, {}, {}};
    for (const char* key : {"soort", "nr", "naam", "onder"})
      table.columns.push_back({key, Dutch(key), ColumnType::text});
    const std::string opening = fmt::format("opening {}", plan_.years.first.value);
    table.columns.push_back({opening, opening});
    first_side_ = table.columns.size();
    for (std::size_t year = 0; year < plan_.years.size(); ++year)
      for (const Direction side : {Direction::lasten, Direction::baten}) {
        const std::string key = fmt::format("{} {}", to_text(side), plan_.years.at(year).value);
        table.columns.push_back({key, key});
      }
    columns_ = table.columns.size();
    // Below a programmalijn everything is its own, so what has none comes first.
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      if (!plan_.projects[p].programmalijn.id) add_project(p);
    for (const LineId line : plan_.lines_outside_in) add_line(line);
    table.rows = std::move(rows_);
    return table;
  }

 private:
  void add_line(LineId id) {
    const Programmalijn& line = plan_.line(id);
    std::vector<Cell>& cells = add(RowKind::subtotal, "programmalijn", line.id, line.naam);
    if (line.onder) cells[3] = line.onder->name;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      if (plan_.projects[p].programmalijn.id == id) add_project(p);
  }

  void add_project(std::size_t at) {
    const Project& project = plan_.projects[at];
    const Balance& balance = worked_.balances.projects[at];
    std::vector<Cell>& cells = add(RowKind::subtotal, std::string(to_text(project.soort)), project.nr, project.naam);
    const bool is_told = !project.budget.is_absent() || balance.opening != Money();
    if (project.budget.is_pm()) cells[4] = project.budget;
    else if (balance.has_stand() && is_told) cells[4] = Amount(balance.opening);
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      add_post(at, post);
  }

  void add_post(std::size_t at, std::size_t post) {
    const Post& one = plan_.projects[at].posts[post];
    std::vector<Cell>& cells = add(RowKind::item, "post", one.nr, one.naam);
    for (std::size_t year = 0; year < plan_.years.size(); ++year)
      for (const Direction side : {Direction::lasten, Direction::baten})
        cells[first_side_ + 2 * year + (side == Direction::baten ? 1 : 0)] =
            worked_.amounts.at(plan_.projects[at], post, side, year);
  }

  std::vector<Cell>& add(RowKind kind, std::string soort, const std::string& nr, const std::string& naam) {
    rows_.push_back({kind, 0, std::vector<Cell>(columns_, Blank())});
    std::vector<Cell>& cells = rows_.back().cells;
    cells[0] = std::move(soort);
    cells[1] = nr;
    cells[2] = naam;
    return cells;
  }

  const Worked& worked_;
  const Plan& plan_;
  std::size_t first_side_ = 0, columns_ = 0;
  std::vector<Row> rows_;
};

}  // namespace

Table report_sheet(const Worked& worked) { return SheetRows(worked).table(); }

}  // namespace saldo
