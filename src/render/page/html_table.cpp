#include "render/page/html_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "render/grid.h"
#include "render/page/html_text.h"

namespace saldo {

namespace {

// Goes along the cells of a table, in the order of their rows, beside those that have a name.
class NamesInOrder {
 public:
  explicit NamesInOrder(const std::vector<NamedCell>& cells) : next_(cells.begin()), end_(cells.end()) {}
  const std::string* at(std::size_t row, std::size_t column) {
    while (next_ != end_ && (next_->row < row || (next_->row == row && next_->column < column))) ++next_;
    return next_ != end_ && next_->row == row && next_->column == column ? &next_->name : nullptr;
  }

 private:
  std::vector<NamedCell>::const_iterator next_, end_;
};

using Columns = std::vector<std::size_t>;  // of a grid

// As many groups of figures as fit on a page on its side, below one another, each beside what tells the rows apart: what
// sticks out would make all pages smaller.
std::vector<Columns> blocks_of(const Grid& grid) {
  constexpr std::size_t most = 15;  // figures
  Columns telling;
  while (telling.size() < grid.columns.size() && !is_figure(grid.columns[telling.size()]))
    telling.push_back(telling.size());
  const std::size_t figures = grid.columns.size() - telling.size(), parts = (figures + most - 1) / most;
  std::vector<Columns> blocks{telling};
  for (std::size_t i = telling.size(); i < grid.columns.size();) {
    std::size_t end = i + 1;
    const std::string& group = grid.columns[i].group;
    while (end < grid.columns.size() && grid.columns[end].group == group && !group.empty()) ++end;
    const std::size_t here = blocks.back().size() - telling.size(), before = i - telling.size();
    const bool has_share = before * parts >= figures * blocks.size();  // no block of one year after one of five
    if (here > 0 && (here + end - i > most || has_share)) blocks.push_back(telling);
    for (; i < end; ++i) blocks.back().push_back(i);
  }
  return blocks;
}

// What a row is called: its name, or where it goes on from the row above, the first thing it says.
std::size_t heading_of(const GridRow& row, const Columns& columns, const Grid& grid) {
  const auto says = [&](std::size_t column) { return !row.cells[column].text.empty(); };
  const auto names = [&](std::size_t column) { return says(column) && grid.columns[column].is_name; };
  auto heading = std::find_if(columns.begin(), columns.end(), names);
  if (heading == columns.end()) heading = std::find_if(columns.begin(), columns.end(), says);
  return heading == columns.end() ? columns.front() : *heading;
}

void add_note(std::string& out, std::string_view note) {
  out += "<p class=\"note\">";
  add_escaped(out, note);
  out += "</p>\n";
}

class HtmlTable {
 public:
  HtmlTable(std::string& out, const PageTable& part, const Style& style)
      : out_(out), part_(part), grid_(visible_grid(part.table, style)) {}

  void write() {
    const std::vector<Columns> blocks = grid_.columns.empty() ? std::vector<Columns>() : blocks_of(grid_);
    for (std::size_t i = 0; i < blocks.size(); ++i) add_block(blocks[i], i + 1);
    for (const std::string& note : grid_.notes) add_note(out_, note);
    for (const Dutch& note : part_.notes) add_note(out_, note.text());
  }

 private:
  // "Netto (2026)" where the years stand in tables below one another: each has a name of its own.
  std::string title_of(const Columns& block, std::size_t number) const {
    if (block.size() == grid_.columns.size()) return grid_.title;
    const auto has_group = [this](std::size_t column) { return !grid_.columns[column].group.empty(); };
    const auto first = std::find_if(block.begin(), block.end(), has_group);
    if (first == block.end()) return fmt::format("{} ({})", grid_.title, number);
    const std::string &from = grid_.columns[*first].group, &to = grid_.columns[block.back()].group;
    return from == to ? fmt::format("{} ({})", grid_.title, from)
                      : fmt::format("{} ({} \u2013 {})", grid_.title, from, to);
  }

  void add_block(const Columns& block, std::size_t number) {
    is_first_ = number == 1;
    columns_ = block;
    const std::string title = escaped_html(title_of(block, number));
    out_ += "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + title + "\">\n";
    out_ += part_.in_passing ? "<table class=\"posts\">\n" : "<table>\n";
    out_ += "<caption>" + title + "</caption>\n";
    add_head();
    add_body();
    out_ += "</table>\n</div>\n";
  }

  bool has_groups() const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [this](std::size_t column) { return !grid_.columns[column].group.empty(); });
  }

  // The first column of a group, or one of none: there a line is drawn.
  bool begins_group(std::size_t column) const {
    return column > 0 && is_figure(grid_.columns[column]) &&
           grid_.columns[column].group != grid_.columns[column - 1].group;
  }

  void add_groups() {
    out_ += "<tr>";
    for (std::size_t i = 0; i < columns_.size();) {
      std::size_t end = i + 1;
      const std::string& group = grid_.columns[columns_[i]].group;
      while (end < columns_.size() && grid_.columns[columns_[end]].group == group && !group.empty()) ++end;
      if (group.empty()) {
        add_heading(columns_[i], "rowspan=\"2\"");
      } else {
        out_ += fmt::format("<th scope=\"colgroup\" colspan=\"{}\" class=\"group\">", end - i);
        add_escaped(out_, group);
        out_ += "</th>";
      }
      i = end;
    }
    out_ += "</tr>\n";
  }

  // A column without a name has a cell there: a heading of nothing would be read out.
  void add_heading(std::size_t column, std::string_view attribute) {
    const std::string& label = grid_.columns[column].label;
    out_ += label.empty() ? "<td" : "<th scope=\"col\"";
    if (!attribute.empty()) out_.append(" ").append(attribute);
    add_class(column, false);
    out_ += '>';
    add_escaped(out_, label);
    out_ += label.empty() ? "</td>" : "</th>";
  }

  void add_head() {
    out_ += "<thead>\n";
    const bool grouped = has_groups();
    if (grouped) add_groups();
    out_ += "<tr>";
    for (const std::size_t column : columns_)
      if (!grouped || !grid_.columns[column].group.empty()) add_heading(column, "");
    out_ += "</tr>\n</thead>\n";
  }

  void add_class(std::size_t column, bool negative) {
    if (!is_figure(grid_.columns[column])) return;
    out_ += " class=\"n";
    if (begins_group(column)) out_ += " g";
    if (negative) out_ += " neg";
    out_ += '"';
  }

  void add_body() {
    NamesInOrder links(part_.links);
    auto anchor = part_.anchors.begin();
    out_ += "<tbody>\n";
    for (const GridRow& row : grid_.rows) {
      out_ += row.kind == RowKind::total ? "<tr class=\"total\"" : is_sum(row) ? "<tr class=\"sub\"" : "<tr";
      while (anchor != part_.anchors.end() && anchor->row < row.row) ++anchor;
      if (is_first_ && anchor != part_.anchors.end() && anchor->row == row.row)
        out_ += " id=\"" + anchor_of(anchor->name) + "\"";
      out_ += '>';
      heading_ = heading_of(row, columns_, grid_);
      for (const std::size_t column : columns_) {
        const bool is_named =
            is_first_ || is_figure(grid_.columns[column]);  // what is repeated is no second time there
        add_cell(row, column, is_named ? links.at(row.row, row.cells[column].column) : nullptr);
      }
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n";
  }

  void add_value(const Cell& cell) {
    const auto* amount = std::get_if<Amount>(&cell);
    if (amount == nullptr || !amount->is_money()) return;
    out_ += " data-value=\"" + to_plain(amount->counted()) + "\"";
  }

  void add_cell(const GridRow& row, std::size_t i, const std::string* link) {
    const GridCell& cell = row.cells[i];
    const GridColumn& column = grid_.columns[i];
    out_ += i == heading_ ? "<th scope=\"row\"" : "<td";
    if (column.is_name && row.level > 0) out_ += fmt::format(" class=\"l{}\"", std::min<std::size_t>(row.level, 6));
    if (!part_.in_passing) add_class(i, cell.negative);
    else if (cell.negative && is_figure(column)) out_ += " class=\"neg\"";  // its place in the row tells what it is
    if (is_figure(column) && !part_.in_passing) add_value(part_.table.rows[row.row].cells[cell.column]);
    out_ += '>';
    const bool is_link = link != nullptr && !cell.text.empty();
    if (is_link) out_ += "<a href=\"#" + anchor_of(*link) + "\">";
    if (is_figure(column)) add_figure(out_, cell.text);
    else add_escaped(out_, cell.text);
    if (is_link) out_ += "</a>";
    out_ += i == heading_ ? "</th>" : "</td>";
  }

  std::string& out_;
  const PageTable& part_;
  const Grid grid_;
  Columns columns_;  // of the block that is written
  bool is_first_ = true;
  std::size_t heading_ = 0;  // of the row that is written
};

}  // namespace

bool is_wide(const Table& table) {
  return std::count_if(table.columns.begin(), table.columns.end(), [](const Column& column) {
           return column.use == ColumnUse::everywhere && column.type != ColumnType::text;
         }) > 6;
}

void add_table(std::string& out, const PageTable& part, const Style& style) { HtmlTable(out, part, style).write(); }

}  // namespace saldo
