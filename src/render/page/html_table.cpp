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

class HtmlTable {
 public:
  HtmlTable(std::string& out, const PageTable& part, const Style& style)
      : out_(out), part_(part), grid_(visible_grid(part.table, style)), links_(part.links), anchors_(part.anchors) {}

  void write() {
    if (!grid_.columns.empty()) {
      out_ += "<section class=\"scroll\" tabindex=\"0\" aria-label=\"";
      add_escaped(out_, grid_.title);
      out_ += part_.in_passing ? "\">\n<table class=\"posts\">\n<caption>" : "\">\n<table>\n<caption>";
      add_escaped(out_, grid_.title);
      out_ += "</caption>\n";
      add_head();
      add_body();
      out_ += "</table>\n</section>\n";
    }
    for (const std::string& note : grid_.notes) add_note(note);
    for (const Dutch& note : part_.notes) add_note(note.text());
  }

 private:
  void add_note(std::string_view note) {
    out_ += "<p class=\"note\">";
    add_escaped(out_, note);
    out_ += "</p>\n";
  }

  bool has_groups() const {
    return std::any_of(grid_.columns.begin(), grid_.columns.end(),
                       [](const GridColumn& column) { return !column.group.empty(); });
  }

  // The first column of a group, or one of none: there a line is drawn.
  bool begins_group(std::size_t column) const {
    return column > 0 && is_figure(grid_.columns[column]) &&
           grid_.columns[column].group != grid_.columns[column - 1].group;
  }

  void add_groups() {
    out_ += "<tr>";
    for (std::size_t i = 0; i < grid_.columns.size();) {
      std::size_t end = i + 1;
      const std::string& group = grid_.columns[i].group;
      while (end < grid_.columns.size() && grid_.columns[end].group == group && !group.empty()) ++end;
      if (group.empty()) {
        add_heading(i, "rowspan=\"2\"");
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
    for (std::size_t i = 0; i < grid_.columns.size(); ++i)
      if (!grouped || !grid_.columns[i].group.empty()) add_heading(i, "");
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
    out_ += "<tbody>\n";
    for (const GridRow& row : grid_.rows) {
      out_ += row.kind == RowKind::total ? "<tr class=\"total\">" : is_sum(row) ? "<tr class=\"sub\">" : "<tr>";
      for (std::size_t i = 0; i < row.cells.size(); ++i) add_cell(row, i);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n";
  }

  void add_value(const Cell& cell) {
    const auto* amount = std::get_if<Amount>(&cell);
    if (amount == nullptr || !amount->is_money()) return;
    out_ += " data-value=\"" + to_plain(amount->counted()) + "\"";
  }

  void add_cell(const GridRow& row, std::size_t i) {
    const GridCell& cell = row.cells[i];
    const GridColumn& column = grid_.columns[i];
    const std::string* anchor = anchors_.at(row.row, cell.column);
    const std::string* link = links_.at(row.row, cell.column);
    out_ += column.is_name ? "<th scope=\"row\"" : "<td";
    if (anchor != nullptr) out_ += " id=\"" + anchor_of(*anchor) + "\"";
    if (column.is_name && row.level > 0) out_ += fmt::format(" class=\"l{}\"", std::min<std::size_t>(row.level, 6));
    if (!part_.in_passing || cell.negative) add_class(i, cell.negative);  // else its place in the row tells what it is
    if (is_figure(column) && !part_.in_passing) add_value(part_.table.rows[row.row].cells[cell.column]);
    out_ += '>';
    const bool is_link = link != nullptr && !cell.text.empty();
    if (is_link) out_ += "<a href=\"#" + anchor_of(*link) + "\">";
    if (is_figure(column)) add_figure(out_, cell.text);
    else add_escaped(out_, cell.text);
    if (is_link) out_ += "</a>";
    out_ += column.is_name ? "</th>" : "</td>";
  }

  std::string& out_;
  const PageTable& part_;
  const Grid grid_;
  NamesInOrder links_, anchors_;
};

}  // namespace

bool is_wide(const Table& table) {
  return std::count_if(table.columns.begin(), table.columns.end(), [](const Column& column) {
           return column.use == ColumnUse::everywhere && column.type != ColumnType::text;
         }) > 6;
}

void add_table(std::string& out, const PageTable& part, const Style& style) { HtmlTable(out, part, style).write(); }

}  // namespace saldo
