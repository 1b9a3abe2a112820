#include "report/export/sheet_table.h"

#include <fmt/format.h>

namespace saldo {

namespace {

class SheetRows {
 public:
  explicit SheetRows(const Worked& worked) : worked_(worked), plan_(worked.plan) {}

  Table table() {
    Table table{"sheet", plan_.naam, {}, {}};
    for (const char* key : {"nr", "naam"}) table.columns.push_back({key, Dutch(key), ColumnType::text});
    for (std::size_t year = 0; year < plan_.years.size(); ++year)
      for (const Direction side : {Direction::lasten, Direction::baten}) {
        const std::string key = fmt::format("{} {}", to_text(side), plan_.years.at(year).value);
        table.columns.push_back({key, key});
      }
    columns_ = table.columns.size();
    for (const LineId line : plan_.lines_outside_in) add_line(line);
    for (const Project& project : plan_.projects)
      if (!project.programmalijn.id) add_project(project);
    table.rows = std::move(rows_);
    return table;
  }

 private:
  void add_line(LineId line) {
    add(RowKind::subtotal, "", plan_.line(line).naam);
    for (const Project& project : plan_.projects)
      if (project.programmalijn.id == line) add_project(project);
  }

  void add_project(const Project& project) {
    add(RowKind::subtotal, project.nr, project.naam);
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      std::vector<Cell>& cells =
          add(RowKind::item, fmt::format("{}.{}", project.nr, project.posts[post].nr), project.posts[post].naam);
      for (std::size_t year = 0; year < plan_.years.size(); ++year)
        for (const Direction side : {Direction::lasten, Direction::baten})
          cells[2 + side_number(year, opposite(side))] = worked_.amounts.at(project, post, side, year);
    }
  }

  std::vector<Cell>& add(RowKind kind, const std::string& nr, const std::string& naam) {
    rows_.push_back({kind, 0, std::vector<Cell>(columns_, Blank())});
    rows_.back().cells[0] = nr;
    rows_.back().cells[1] = naam;
    return rows_.back().cells;
  }

  const Worked& worked_;
  const Plan& plan_;
  std::size_t columns_ = 0;
  std::vector<Row> rows_;
};

}  // namespace

Table report_sheet(const Worked& worked) { return SheetRows(worked).table(); }

}  // namespace saldo
