#include "calc/told/told.h"
#include "report/row_names.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

// Where a step stands in the picture. The columns behind the table are only for that: what is above zero and what is below
// it are parts of their own, so that a step may cross it.
enum BridgeColumn : std::size_t {
  nr,
  naam,
  bedrag,
  stand,
  geheel,
  onder,
  bij,
  af,
  onder_nul,
  bij_onder,
  af_onder,
  columns
};

Money amount_of(const Row& row) {
  const auto* amount = std::get_if<Amount>(&row.cells[3]);
  return amount == nullptr ? Money() : difference(*amount, Amount());
}

class BridgesSheet {
 public:
  explicit BridgesSheet(BookFrame& frame) : frame_(frame) {}

  BookSheet make() {
    sheet_ = start_sheet(frame_, "Aansluiting", Dutch("Aansluiting op het vorige plan"),
                         Dutch("Van het vorige plan naar dit plan, verschil voor verschil; samen is dat precies het "
                               "verschil."));
    sheet_.widths = {10, 92, 16, 16, 12, 12, 12, 12, 12, 12, 12};
    sheet_.frozen_rows = 2;
    for (const Table& table : frame_.input.bridges) add(table);
    sheet_.on_paper = BookRange{0, 0, sheet_.rows.size() - 1, stand};
    return std::move(sheet_);
  }

 private:
  void add(const Table& table) {
    sheet_.rows.emplace_back();
    sheet_.rows.push_back({words(table.title.text(), BookStyle::strong)});
    add_bridge_heads();
    const std::size_t first = sheet_.rows.size();
    std::vector<Money> steps = {};
    for (const Row& row : table.rows) steps.push_back(amount_of(row));
    steps.back() = Money();  // the new figure is no step
    const std::vector<Money> stands = add_up_in_order(steps);
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      add(table.rows[i], first, i + 1 == table.rows.size(), {i == 0 ? Money() : stands[i - 1], stands[i]});
    const std::size_t last = sheet_.rows.size() - 1;
    frame_.checks.push_back(
        {sheet_.name, "", table.title, Dutch("nieuw"), {{last, bedrag}}, {amount_of(table.rows.back())}});
    for (const Dutch& note : table.footnotes) sheet_.rows.push_back({{}, words(note, BookStyle::note)});
    constexpr std::size_t fewest = 5;  // of which a picture says more than the table
    if (table.rows.size() >= fewest) add_picture(table, first, last);
  }

  void add_bridge_heads() {
    std::vector<BookCell>& row = sheet_.rows.emplace_back();
    for (const Dutch& head : {Dutch("Nr"), Dutch("Wijziging")}) row.push_back(words(head, BookStyle::head));
    for (const Dutch& head : {Dutch("Bedrag"), Dutch("Daarna")}) row.push_back(words(head, BookStyle::figure_head));
    for (const Dutch& head : {Dutch("geheel"), Dutch("onder"), Dutch("bij"), Dutch("af"), Dutch("onder nul"),
                              Dutch("bij, onder nul"), Dutch("af, onder nul")})
      row.push_back(words(head, BookStyle::group_head));
  }

  // What the figure is before a step, and after it.
  struct StepStands {
    Money before = {}, after = {};
  };
  void add(const Row& from, std::size_t first, bool is_last, const StepStands& stands) {
    const std::size_t at = sheet_.rows.size();
    const bool is_first = at == first;
    const Money effect = amount_of(from);
    std::vector<BookCell> row(columns);
    const std::string label = is_first ? Dutch("oud").text() : is_last ? Dutch("nieuw").text() : text_of(from.cells[1]);
    row[nr] = words(label.empty() ? Dutch("overig").text() : label, BookStyle::code);
    row[naam] = words(text_of(from.cells[2]), is_last ? BookStyle::strong : BookStyle::wrapped);
    const BookStyle style = is_last ? BookStyle::total : BookStyle::amount;
    row[bedrag] = {Amount(effect), BookStyle::typed};
    if (is_last) row[bedrag] = formula("SUM(" + range_name({first, bedrag, at - 1, bedrag}) + ')', effect, style);
    const std::string is = cell(at, stand), was = cell(at - 1, stand), by = cell(at, bedrag);
    if (is_first || is_last) {
      row[stand] = formula(by, effect, style);
      row[geheel] = formula(by, effect, BookStyle::amount);
    } else {
      row[stand] = formula(was + '+' + by, stands.after, style);
      add_parts(row, {is, was, by}, stands);
    }
    sheet_.rows.push_back(std::move(row));
  }

  // What of a step is above zero, and what below.
  struct StepCells {
    std::string is, was, by;
  };
  void add_parts(std::vector<BookCell>& row, const StepCells& at, const StepStands& stands) const {
    const StepParts parts = parts_of_step(stands.before, stands.after);
    const BookStyle style = BookStyle::amount;
    const auto part = [&](const std::string& when, const std::string& to, const std::string& from) {
      return "IF(" + at.by + when + ",(" + to + ")-(" + from + "),0)";
    };
    const auto positive = [](const std::string& of) { return "MAX(0," + of + ')'; };
    const auto negative = [](const std::string& of) { return "MIN(0," + of + ')'; };
    row[onder] = formula("MAX(0,MIN(" + at.was + ',' + at.is + "))", parts.under, style);
    row[bij] = formula(part(">0", positive(at.is), positive(at.was)), parts.up, style);
    row[af] = formula(part("<0", positive(at.was), positive(at.is)), parts.down, style);
    row[onder_nul] = formula("MIN(0,MAX(" + at.was + ',' + at.is + "))", parts.under_below, style);
    row[bij_onder] = formula(part(">0", negative(at.was), negative(at.is)), parts.up_below, style);
    row[af_onder] = formula(part("<0", negative(at.is), negative(at.was)), parts.down_below, style);
  }

  static std::string cell(std::size_t row, std::size_t column) { return "SUM(" + cell_name(row, column) + ')'; }
  BookCell formula(const std::string& text, Money outcome, BookStyle style) const {
    return frame_.told(frame_.whole_cents(text), "", outcome, style);
  }

  void add_picture(const Table& table, std::size_t first, std::size_t last) {
    BookChart chart;
    chart.kind = BookChart::Kind::stacked;
    chart.title = table.title;
    chart.message = Dutch("{}: van {} naar {}, in {} stappen.", table.title.text(), amount_of(table.rows.front()),
                          amount_of(table.rows.back()), std::to_string(table.rows.size() - 2));
    chart.sheet = sheet_.name;
    chart.categories = {first, nr, last, nr};
    const auto column = [&](std::size_t at) { return BookRange{first, at, last, at}; };
    using Look = BookChart::Look;
    chart.series = {{"", column(onder), Look::base},
                    {"", column(onder_nul), Look::base},
                    {Dutch("stand"), column(geheel), Look::whole},
                    {Dutch("bij"), column(bij), Look::up},
                    {Dutch("af"), column(af), Look::down},
                    {"", column(bij_onder), Look::up},
                    {"", column(af_onder), Look::down}};
    chart.row = sheet_.rows.size() + 1;
    chart.width = 930;
    chart.height = 400;
    sheet_.charts.push_back(chart);
    constexpr std::size_t rows_of_picture = 22;
    for (std::size_t i = 0; i < rows_of_picture; ++i) sheet_.rows.emplace_back();
  }

  BookFrame& frame_;
  BookSheet sheet_;
};

}  // namespace

std::optional<BookSheet> bridges_sheet(BookFrame& frame) {
  if (frame.input.bridges.empty()) return std::nullopt;
  return BridgesSheet(frame).make();
}

}  // namespace saldo
