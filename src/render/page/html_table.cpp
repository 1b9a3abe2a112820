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

// Which of the parts that a table is shown in.
struct Share {
  std::size_t number = 0;
  std::size_t of = 1;
};

class HtmlTable {
 public:
  HtmlTable(std::string& out, const PageTable& part, Grid grid, Share share)
      : out_(out), part_(part), grid_(std::move(grid)), share_(share), links_(part.links), anchors_(part.anchors) {}

  void write() {
    if (!grid_.columns.empty()) {
      out_ += "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"";
      add_escaped(out_, grid_.title);
      out_ += part_.in_passing ? "\">\n<table class=\"posts\">\n<caption>" : "\">\n<table>\n<caption>";
      add_escaped(out_, grid_.title);
      out_ += "</caption>\n";
      add_head();
      add_body();
      out_ += "</table>\n</div>\n";
    }
    for (const std::string& note : grid_.notes) add_note(note);
    if (share_.number + 1 < share_.of) return;
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
      const std::size_t heading = heading_of(row);
      for (std::size_t i = 0; i < row.cells.size(); ++i) add_cell(row, i, i == heading);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n";
  }

  void add_value(const Cell& cell) {
    const auto* amount = std::get_if<Amount>(&cell);
    if (amount == nullptr || !amount->is_money()) return;
    out_ += " data-value=\"" + to_plain(amount->counted()) + "\"";
  }

  // What a row is called: its name, or where it goes on from the row above, the first thing it says.
  std::size_t heading_of(const GridRow& row) const {
    const auto has_name = [&](std::size_t i) { return grid_.columns[i].is_name && !row.cells[i].text.empty(); };
    const auto says = [&](std::size_t i) { return !row.cells[i].text.empty(); };
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (has_name(i)) return i;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (says(i)) return i;
    return row.cells.size();
  }

  void add_cell(const GridRow& row, std::size_t i, bool is_heading) {
    const GridCell& cell = row.cells[i];
    const GridColumn& column = grid_.columns[i];
    const std::string* anchor = anchors_.at(row.row, cell.column);
    const std::string* link = links_.at(row.row, cell.column);
    out_ += is_heading ? "<th scope=\"row\"" : "<td";
    const bool is_first = share_.number == 0 || is_figure(column);  // words are in every part
    if (anchor != nullptr && is_first) out_ += " id=\"" + anchor_of(*anchor) + "\"";
    if (column.is_name && row.level > 0) out_ += fmt::format(" class=\"l{}\"", std::min<std::size_t>(row.level, 6));
    if (!part_.in_passing || cell.negative) add_class(i, cell.negative);  // else its place in the row tells what it is
    if (is_figure(column) && !part_.in_passing) add_value(part_.table.rows[row.row].cells[cell.column]);
    out_ += '>';
    const bool is_link = link != nullptr && !cell.text.empty();
    if (is_link) out_ += "<a href=\"#" + anchor_of(*link) + "\">";
    if (is_figure(column)) add_figure(out_, cell.text);
    else add_escaped(out_, cell.text);
    if (is_link) out_ += "</a>";
    out_ += is_heading ? "</th>" : "</td>";
  }

  std::string& out_;
  const PageTable& part_;
  const Grid grid_;
  const Share share_;
  NamesInOrder links_, anchors_;
};

// As many figures as fit beside each other on A4.
constexpr std::size_t most_figures = 18;

// "2025" of "2025 baten": what is of one year stays together.
std::string_view year_of(const GridColumn& column) {
  return std::string_view(column.group).substr(0, column.group.find(' '));
}

// Where the parts of a grid that is too wide begin, and where the last one ends: with about as many figures in each.
std::vector<std::size_t> cuts_of(const Grid& grid) {
  const auto figures = static_cast<std::size_t>(std::count_if(grid.columns.begin(), grid.columns.end(), is_figure));
  const std::size_t parts = (figures + most_figures - 1) / most_figures;
  std::vector<std::size_t> cuts{0};
  std::size_t seen = 0;
  for (std::size_t i = 1; i < grid.columns.size() && parts > 1; ++i) {
    if (is_figure(grid.columns[i - 1])) ++seen;
    const bool begins_year = is_figure(grid.columns[i]) && !grid.columns[i].group.empty() &&
                             year_of(grid.columns[i]) != year_of(grid.columns[i - 1]);
    if (!begins_year || seen * parts < figures * cuts.size()) continue;
    cuts.push_back(i);
  }
  cuts.push_back(grid.columns.size());
  return cuts;
}

// The columns of words, and of figures those from `begin` to `end`.
Grid part_of(const Grid& grid, std::size_t begin, std::size_t end) {
  const auto is_in = [&](std::size_t i) { return !is_figure(grid.columns[i]) || (begin <= i && i < end); };
  Grid part{grid.title, {}, {}, {}};
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    if (is_in(i)) part.columns.push_back(grid.columns[i]);
  for (const GridRow& row : grid.rows) {
    part.rows.push_back({row.kind, row.level, {}, row.row});
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (is_in(i)) part.rows.back().cells.push_back(row.cells[i]);
  }
  return part;
}

}  // namespace

bool is_wide(const Table& table) {
  return std::count_if(table.columns.begin(), table.columns.end(), [](const Column& column) {
           return column.use == ColumnUse::everywhere && column.type != ColumnType::text;
         }) > 6;
}

void add_table(std::string& out, const PageTable& part, const Style& style) {
  Grid grid = visible_grid(part.table, style);
  const std::vector<std::size_t> cuts = cuts_of(grid);
  const std::size_t parts = cuts.size() - 1;
  if (parts == 1) return HtmlTable(out, part, std::move(grid), {}).write();
  for (std::size_t i = 0; i < parts; ++i) {
    Grid one = part_of(grid, cuts[i], cuts[i + 1]);
    one.title += fmt::format(" ({} van {})", i + 1, parts);
    if (i + 1 == parts) one.notes = grid.notes;
    HtmlTable(out, part, std::move(one), {i, parts}).write();
  }
}

}  // namespace saldo
