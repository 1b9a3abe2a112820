#include "cli/init/empty_sheet.h"

#include <fmt/format.h>

#include <utility>

#include "base/finding/written_place.h"
#include "base/table.h"
#include "render/csv.h"

namespace saldo {

namespace {

constexpr std::size_t rows_for_posts = 8;
constexpr std::size_t first_amount = 3;  // behind soort, nr and naam

// A programmalijn or a project, and how far it stands under others.
struct SheetHeading {
  std::string nr, naam;
  std::size_t level = 0;
  bool is_project = false;
};

void add_headings(const NewPlan& names, const std::string& under, std::size_t level, std::vector<SheetHeading>& all) {
  // A project belongs to the programmalijn above it, so what has none comes first.
  for (const NewProject& project : names.projects)
    if (project.programmalijn == under) all.push_back({project.nr, project.naam, level, true});
  for (const NewProgrammalijn& line : names.programmalijnen) {
    if (line.onder != under) continue;
    all.push_back({line.id, line.naam, level});
    add_headings(names, line.id, level + 1, all);
  }
}

std::vector<SheetHeading> headings_of(const Start& start) {
  if (start.names.projects.empty()) return {{"1", "Programma 1", 0}, {"1.1", "Project 1", 1, true}};
  std::vector<SheetHeading> all;
  add_headings(start.names, "", 0, all);
  return all;
}

// What both a csv and a workbook have: the headings, each with its rows for posts. In the first column a row says what it
// is, so that no number has to.
Table empty_table(const Start& start, const std::vector<SheetHeading>& headings) {
  Table table{"invulblad", Dutch("Begroting"), {}, {}};
  for (const char* head : {"Soort", "Nr", "Naam"}) table.columns.push_back({head, Dutch(head), ColumnType::text});
  for (std::size_t at = 0; at < start.years.size(); ++at)
    for (const char* side : {"Lasten", "Baten"}) {
      const std::string head = fmt::format("{} {}", side, start.years.at(at).value);
      table.columns.push_back({head, head});
    }
  const auto add = [&table](RowKind kind, std::vector<Cell> cells) {
    cells.resize(table.columns.size(), Blank());
    table.rows.push_back({kind, 0, std::move(cells), false});
  };
  for (const SheetHeading& heading : headings) {
    add(RowKind::subtotal, {std::string(heading.is_project ? "project" : "programmalijn"), heading.nr, heading.naam});
    for (std::size_t i = 1; heading.is_project && i <= rows_for_posts; ++i) add(RowKind::item, {std::string("post")});
  }
  return table;
}

// The table with its title above it and its sums in it.
class SheetMaker {
 public:
  explicit SheetMaker(const Start& start)
      : start_(start), headings_(headings_of(start)), table_(empty_table(start, headings_)) {}

  BookSheet make() {
    sheet_.name = "Begroting";
    sheet_.widths.assign(table_.columns.size(), 13);
    sheet_.widths[1] = 9;
    sheet_.widths[2] = 44;
    sheet_.is_locked = true;
    add_top();
    sheet_.frozen_rows = sheet_.rows.size();
    sheet_.frozen_columns = first_amount;
    for (const Row& row : table_.rows) {
      if (row.kind == RowKind::subtotal) rows_.push_back(sheet_.rows.size());
      add_row(row.cells, row.kind == RowKind::item);
    }
    const std::size_t total = sheet_.rows.size();
    add_row({Blank(), Blank(), std::string("Totaal")}, false);
    for (std::size_t i = 0; i < headings_.size(); ++i) add_sums(rows_[i], parts_of(i));
    add_sums(total, parts_below(0, 0));
    return std::move(sheet_);
  }

 private:
  void add_top() {
    sheet_.rows.push_back({{start_.naam, BookStyle::title}});
    sheet_.rows.push_back(
        {{"Bedragen in euro's. Vul de rijen onder elk project in, of voeg er rijen tussen; PM is een "
          "bedrag dat nog niet bekend is.",
          BookStyle::note}});
    std::vector<BookCell>& row = sheet_.rows.emplace_back();
    for (const Column& column : table_.columns) row.push_back({std::string(column.key), BookStyle::head});
  }

  void add_row(const std::vector<Cell>& cells, bool is_open) {
    std::vector<BookCell>& row = sheet_.rows.emplace_back();
    row.resize(table_.columns.size(), {std::monostate(), is_open ? BookStyle::amount : BookStyle::total, is_open});
    for (std::size_t at = 0; at < first_amount; ++at) {
      row[at].style = is_open ? BookStyle::code : BookStyle::head;
      if (const auto* text = std::get_if<std::string>(&cells[at])) row[at].value = *text;
    }
  }

  // The rows that a heading adds up: "4:11", those for its posts, or "4,13", the headings right below it.
  std::string parts_of(std::size_t at) const {
    if (headings_[at].is_project)
      return fmt::format("{0}{1}:{0}{2}", "{}", rows_[at] + 2, rows_[at] + 1 + rows_for_posts);
    return parts_below(at + 1, headings_[at].level + 1);
  }
  std::string parts_below(std::size_t from, std::size_t level) const {
    std::string parts;
    for (std::size_t i = from; i < headings_.size() && headings_[i].level >= level; ++i)
      if (headings_[i].level == level) parts += (parts.empty() ? "" : ",") + fmt::format("{{}}{}", rows_[i] + 1);
    return parts;
  }

  void add_sums(std::size_t row, const std::string& parts) {
    for (std::size_t column = first_amount; column < table_.columns.size(); ++column) {
      const std::string letters = column_letters(column + 1);
      std::string sum = parts;
      for (std::size_t at = sum.find("{}"); at != std::string::npos; at = sum.find("{}", at))
        sum.replace(at, 2, letters);
      sheet_.rows[row][column].value = BookFormula{"SUM(" + sum + ")", Money()};
    }
  }

  const Start& start_;
  std::vector<SheetHeading> headings_;
  Table table_;
  std::vector<std::size_t> rows_;  // of the headings
  BookSheet sheet_;
};

}  // namespace

Book empty_book(const Start& start) { return {{SheetMaker(start).make()}, {}}; }

std::variant<std::string, Message> empty_sheet(const Start& start, SheetKind kind) {
  if (kind != SheetKind::csv) return write_book(empty_book(start), kind);
  const Table table = empty_table(start, headings_of(start));
  return render_csv({&table, 1}, CsvDialect::excel_nl);
}

}  // namespace saldo
