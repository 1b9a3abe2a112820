#include "report/result_rows.h"

#include <string_view>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

enum class Part { toevoeging, onttrekking, resultaat };
constexpr std::string_view part_ids[] = {"toevoegingen", "onttrekkingen", "resultaat"};
const Dutch part_names[] = {Dutch("Toevoegingen aan reserves"), Dutch("Onttrekkingen aan reserves"),
                            Dutch("Resultaat")};

Direction side_of(Part part) { return part == Part::toevoeging ? Direction::lasten : Direction::baten; }

// What goes to a reserve stands among the lasten in these rows, and what comes from one among the baten.
Amount mutatie(Direction direction, Amount amount, Figure column) {
  switch (column) {
    case Figure::lasten:
    case Figure::toevoeging: return direction == Direction::lasten ? amount : Amount();
    case Figure::baten:
    case Figure::onttrekking: return direction == Direction::baten ? amount : Amount();
    case Figure::saldo: return in_saldo(amount, direction);
    case Figure::opening:
    case Figure::eindsaldo:
    case Figure::resultaat: break;
  }
  return {};
}

Amount result(const YearFigures& year, Figure column) {
  switch (column) {
    case Figure::lasten: return year.all_lasten();
    case Figure::baten: return year.all_baten();
    case Figure::saldo:
    case Figure::resultaat: return year.resultaat();
    case Figure::toevoeging: return year.toevoeging;
    case Figure::onttrekking: return year.onttrekking;
    case Figure::opening:
    case Figure::eindsaldo: break;
  }
  return {};
}

Amount cell_of(const YearFigures& year, Part part, Figure column) {
  switch (part) {
    case Part::toevoeging: return mutatie(Direction::lasten, year.toevoeging, column);
    case Part::onttrekking: return mutatie(Direction::baten, year.onttrekking, column);
    case Part::resultaat: break;
  }
  return result(year, column);
}

// Fills a row with `cell` of each year and column; true when there is any amount in it.
template <class CellOf>
bool fill(const BudgetLayout& layout, Row& row, CellOf cell) {
  row.cells.push_back(Blank());
  bool any = false;
  for (std::size_t y = layout.first; y < layout.first + layout.years; ++y)
    for (const FigureColumn& column : layout.columns) {
      const Amount amount = cell(y, column.figure);
      any = any || !amount.is_absent();
      row.cells.push_back(or_blank(amount));
    }
  return any;
}

struct RowOf {
  RowKind kind{};
  int level = 0;
  std::string id;  // of a line; "": the plan
  std::string naam;
};

bool add_part(const ResultRows& rows, Part part, const RowOf& of, const Balance& balance, bool even_if_empty) {
  const std::string own(part_ids[static_cast<std::size_t>(part)]);
  Row row{of.kind, of.level, {Id{of.id.empty() ? own : of.id + "/" + own}, of.naam}, false};
  const bool any = fill(rows.layout, row,
                        [&](std::size_t year, Figure column) { return cell_of(balance.years[year], part, column); });
  if (any || even_if_empty) rows.table.rows.push_back(std::move(row));
  return any || even_if_empty;
}

const std::string& name_of(Part part) { return part_names[static_cast<std::size_t>(part)].text(); }

void add_posts(const ResultRows& rows, Part part, const PlacedLine& line) {
  const Direction direction = side_of(part);
  for (std::size_t p = 0; p < rows.plan.projects.size(); ++p) {
    const Project& project = rows.plan.projects[p];
    if (!rows.selection[p] || !rows.plan.is_in(project, line.id)) continue;
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      if (!rows.plan.is_mutatie(project, post, direction)) continue;
      Row row{RowKind::item,
              line.level + 2,
              {to_text(Address{project.nr, project.posts[post].nr}), project.posts[post].naam},
              false};
      const auto amount = [&](std::size_t year, Figure column) {
        return mutatie(direction, rows.amounts.at(project, post, direction, year), column);
      };
      if (fill(rows.layout, row, amount)) rows.table.rows.push_back(std::move(row));
    }
  }
}

void add_lines(const ResultRows& rows, Part part) {
  for (const PlacedLine& line : lines_in_order(rows.plan)) {
    const Programmalijn& info = rows.plan.line(line.id);
    add_part(rows, part, {RowKind::item, line.level + 1, info.id, info.naam}, rows.balances.lines[position(line.id)],
             false);
  }
}

void clear_stands(Table& table) {
  Row& row = table.rows.back();
  for (std::size_t c = 2; c < row.cells.size(); ++c)
    if (table.columns[c].key == "opening" || table.columns[c].key.ends_with(".eindsaldo")) row.cells[c] = Blank();
}

void keep_stands(Table& table) {
  Row& row = table.rows.back();
  for (std::size_t c = 2; c < row.cells.size(); ++c)
    if (table.columns[c].key != "opening" && !table.columns[c].key.ends_with(".eindsaldo")) row.cells[c] = Blank();
}

void add_balance(const ResultRows& rows, RowKind kind, Cell nr, std::string naam, const Balance& balance) {
  rows.table.rows.push_back({kind, 0, {std::move(nr), std::move(naam)}, false});
  add_figures(rows.layout, balance, rows.table.rows.back());
}

// Below the result: what the reserves stand at, and all stands together.
void add_reserves(const ResultRows& rows) {
  for (std::size_t p = 0; p < rows.plan.projects.size(); ++p) {
    const Project& project = rows.plan.projects[p];
    if (rows.selection[p] && project.is_reserve())
      add_balance(rows, RowKind::item, project.nr, project.naam, rows.balances.projects[p]);
  }
  add_balance(rows, RowKind::total, Id{"stand"}, Dutch("Stand van projecten en reserves").text(), rows.balances.total);
  keep_stands(rows.table);
  rows.table.footnotes.push_back(Dutch("Van een reserve zijn de baten toevoegingen, en de lasten onttrekkingen."));
}

}  // namespace

void ResultRows::end_line(const PlacedLine& line, bool with_posts) const {
  const Balance& balance = balances.lines[position(line.id)];
  const Programmalijn& info = plan.line(line.id);
  bool any = false;
  for (const Part part : {Part::toevoeging, Part::onttrekking}) {
    if (!add_part(*this, part, {RowKind::subtotal, line.level + 1, info.id, name_of(part)}, balance, false)) continue;
    any = true;
    if (with_posts) add_posts(*this, part, line);
  }
  if (any)
    add_part(*this, Part::resultaat,
             {RowKind::subtotal, line.level + 1, info.id, Dutch("Resultaat {}", info.naam).text()}, balance, true);
}

void ResultRows::end_plan(bool per_line) const {
  table.rows.push_back({RowKind::total, 0, {Id{"totaal"}, Dutch("Saldo van baten en lasten")}});
  add_figures(layout, balances.total, table.rows.back());
  if (!plan.has_reserve()) return;               // then it is the result
  if (layout.shows_stands) clear_stands(table);  // the rows above are not all that has one
  for (const Part part : {Part::toevoeging, Part::onttrekking}) {
    add_part(*this, part, {RowKind::subtotal, 0, "", name_of(part)}, balances.total, true);
    if (per_line) add_lines(*this, part);
  }
  add_part(*this, Part::resultaat, {RowKind::total, 0, "", name_of(Part::resultaat)}, balances.total, true);
  if (layout.shows_stands) add_reserves(*this);
  else table.footnotes.push_back(command_for_stands());
}

Dutch command_for_stands() { return Dutch("De stand van de reserves staat in saldo carryover --all."); }

}  // namespace saldo
