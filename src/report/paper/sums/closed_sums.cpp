// A year that is closed: what was budgeted and booked, by project and post, and that nothing was lost.
#include <algorithm>
#include <compare>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/say.h"
#include "calc/close/aansluiting.h"
#include "calc/close/rekening.h"
#include "report/close/close_tables.h"
#include "report/paper/sums/leads.h"
#include "report/paper/sums/overdracht_sums.h"
#include "report/paper/sums/sums.h"
#include "report/why/sum_words.h"

namespace saldo {

namespace {

using RowOf = RekeningRow::Of;

bool is_sum(const RekeningRow& row) { return row.of != RowOf::project && row.of != RowOf::post; }

bool has_amounts(const RekeningRow& row) {
  for (const Direction direction : both_directions) {
    const Standings& side = row.sides[direction];
    if (!(side.primitief + side.begroot + side.realisatie).is_absent()) return true;
  }
  return false;
}

// One column of the accounts.
struct AccountColumn {
  std::string_view key;
  Amount Standings::*amount;
  Dutch words;
};
const AccountColumn account_columns[] = {{"primitief", &Standings::primitief, Dutch("primitief")},
                                         {"begroot", &Standings::begroot, Dutch("na wijziging")},
                                         {"realisatie", &Standings::realisatie, Dutch("realisatie")}};

SumList::Of item_of(const RekeningRow& row, Year year) {
  switch (row.of) {
    case RowOf::plan: return {"totaal", Dutch("Totaal {}", year).text()};
    case RowOf::mutaties: return {"mutaties", Dutch("Toevoegingen en onttrekkingen {}", year).text()};
    case RowOf::resultaat: return {"resultaat", Dutch("Resultaat {}", year).text()};
    case RowOf::programmalijn:
    case RowOf::project:
    case RowOf::post: break;
  }
  return {(row.of == RowOf::project ? "project/" : "lijn/") + row.nr, row.nr + " " + row.naam};
}

// The posts of the accounts, which stand below their project.
class PartRows {
 public:
  PartRows(const PaperMaking& making, const std::vector<RekeningRow>& rows)
      : plan_(making.in.worked.plan), anchors_(making), rows_(rows) {
    for (const Project& project : plan_.projects) projects_.emplace(project.nr, &project);
  }

  const Project& project(const RekeningRow& row) const { return *projects_.at(row.nr); }

  // What it pays to a reserve or takes from one is none of its baten and lasten.
  std::vector<SumPart> by_post(const RekeningRow& row, Direction direction, const AccountColumn& column,
                               bool mutaties) const {
    std::vector<SumPart> parts;
    const Project& project = this->project(row);
    std::unordered_map<std::string_view, std::size_t> by_nr;
    for (std::size_t p = 0; p < project.posts.size(); ++p) by_nr.emplace(project.posts[p].nr, p);
    for (const RekeningRow* post = &row + 1; post != rows_.data() + rows_.size() && post->of == RowOf::post; ++post) {
      const auto at = by_nr.find(post->nr);
      if (at == by_nr.end() || plan_.is_mutatie(project, at->second, direction) != mutaties) continue;
      const std::string address = row.nr + "/" + post->nr;
      parts.push_back({address, post->sides[direction].*column.amount, anchors_.known(address)});
    }
    return parts;
  }

  std::vector<SumPart> of_mutaties(Direction direction, const AccountColumn& column, Amount figure) const {
    std::vector<SumPart> parts;
    for (const RekeningRow& row : rows_) {
      if (row.of != RowOf::project || row.of_reserve) continue;
      const std::vector<SumPart> own = by_post(row, direction, column, true);
      parts.insert(parts.end(), own.begin(), own.end());
    }
    add_rest(figure, Dutch("posten van reserves zelf").text(), parts);
    return parts;
  }

 private:
  const Plan& plan_;
  BudgetAnchors anchors_;
  const std::vector<RekeningRow>& rows_;
  std::unordered_map<std::string_view, const Project*> projects_;
};

class RekeningLeads {
 public:
  RekeningLeads(PaperMaking& making, SumList& sums, const std::vector<RekeningRow>& rows, const Table& table, Year year)
      : plan_(making.in.worked.plan), sums_(sums), posts_(making, rows), rows_(rows), table_(table), year_(year) {
    for (const RekeningRow& row : rows) {
      const bool is_last = row.of == RowOf::plan || row.of == RowOf::mutaties || row.of == RowOf::resultaat;
      if (is_sum(row) && (has_amounts(row) || is_last)) shown_.push_back(&row);
    }
    for (std::size_t line = 0; line < plan_.lines.size(); ++line)
      lines_.emplace(plan_.lines[line].id, static_cast<LineId>(line));
    std::size_t at = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      if (r > 0 && std::holds_alternative<std::string>(table.rows[r].cells[2])) ++at;
      of_row_.push_back(shown_[at]);
    }
  }

  std::string operator()(const FigureCell& cell) {
    const RekeningRow& row = *of_row_[cell.row];
    const std::string& kant = std::get<std::string>(table_.rows[cell.row].cells[3]);
    if (kant == "saldo") return of_saldo(row, cell);
    const Direction direction = side_of(row, cell.row);
    if (cell.key == "verschil") return of_difference(row, direction, cell);
    for (const AccountColumn& column : account_columns)
      if (column.key == cell.key) return of_side(row, direction, column);
    return "";
  }

 private:
  // Its first row is that of the baten, where it has any.
  Direction side_of(const RekeningRow& row, std::size_t at) const {
    const Standings& baten = row.sides.baten;
    const bool has_baten = !(baten.primitief + baten.begroot + baten.realisatie).is_absent();
    const bool is_first = at == 0 || of_row_[at - 1] != &row;
    return is_first && has_baten ? Direction::baten : Direction::lasten;
  }

  static std::string label(const AccountColumn& column, Direction direction) {
    return Dutch("{} {}", to_text(direction), column.words).text();
  }

  // By project, and what the plan has by line; of a project by post.
  std::string of_side(const RekeningRow& row, Direction direction, const AccountColumn& column) {
    const Amount figure = row.sides[direction].*column.amount;
    if (figure.is_absent()) return "";
    std::string& told = told_[{&row, direction, column.key}];
    if (!told.empty()) return told;
    std::vector<SumPart> parts =
        row.of == RowOf::project ? posts_.by_post(row, direction, column, false) : by_project(row, direction, column);
    if (row.of == RowOf::mutaties) parts = posts_.of_mutaties(direction, column, figure);
    if (row.of == RowOf::resultaat) parts = of_result(direction, column);
    return told = sums_.tell(item_of(row, year_), label(column, direction), figure, std::move(parts), true);
  }

  std::vector<SumPart> of_result(Direction direction, const AccountColumn& column) {
    std::vector<SumPart> parts;
    for (const RekeningRow* row : shown_)
      if (row->of == RowOf::plan || row->of == RowOf::mutaties)
        parts.push_back({Dutch(row->of == RowOf::plan ? "baten en lasten" : "reserves").text(),
                         row->sides[direction].*column.amount, of_side(*row, direction, column)});
    return parts;
  }

  std::vector<SumPart> by_project(const RekeningRow& whole, Direction direction, const AccountColumn& column) {
    std::vector<SumPart> parts;
    for (const RekeningRow& part : rows_) {
      if (part.of != RowOf::project || part.of_reserve || !is_in(part, whole)) continue;
      const Amount amount = part.sides[direction].*column.amount;
      if (!amount.is_absent()) parts.push_back({part.nr, amount, of_side(part, direction, column)});
    }
    return parts;
  }

  bool is_in(const RekeningRow& project, const RekeningRow& whole) const {
    if (whole.of == RowOf::plan) return true;
    return whole.of == RowOf::programmalijn && plan_.is_in(posts_.project(project), lines_.at(whole.nr));
  }

  std::string of_saldo(const RekeningRow& row, const FigureCell& cell) {
    const auto& [baten, lasten] = row.sides;
    if (cell.key == "verschil") {
      const bool is_bad = row.verschil() < Money();
      const auto part = [&](Direction direction) {
        const Money verschil = row.sides[direction].verschil(direction);
        return SumPart{std::string(to_text(direction)), Amount(is_bad ? -verschil : verschil)};
      };
      return sums_.tell(item_of(row, year_), Dutch(is_bad ? "saldo, nadelig" : "saldo, voordelig").text(),
                        amount_of(cell), {part(Direction::baten), part(Direction::lasten)});
    }
    for (const AccountColumn& column : account_columns)
      if (column.key == cell.key)
        return sums_.tell(item_of(row, year_), Dutch("saldo {}", column.words).text(), amount_of(cell),
                          {{"baten", baten.*column.amount, of_side(row, Direction::baten, column)},
                           {"lasten", -(lasten.*column.amount), of_side(row, Direction::lasten, column)}},
                          true);
    return "";
  }

  // What is booked more, or less: V or N says whether that is good.
  std::string of_difference(const RekeningRow& row, Direction direction, const FigureCell& cell) {
    const Standings& side = row.sides[direction];
    const bool is_more = side.begroot.counted() < side.realisatie.counted();
    const auto signed_part = [&](const AccountColumn& column, bool is_taken) {
      const Amount amount = side.*column.amount;
      return SumPart{column.words.text(), is_taken ? -amount : amount, of_side(row, direction, column)};
    };
    const std::string how = Dutch(is_more ? "meer dan begroot" : "minder dan begroot").text();
    const AccountColumn &booked = account_columns[2], &budgeted = account_columns[1];
    return sums_.tell(item_of(row, year_), std::string(to_text(direction)) + " " + how, amount_of(cell),
                      {signed_part(is_more ? booked : budgeted, false), signed_part(is_more ? budgeted : booked, true)},
                      true);
  }

  struct Key {
    const RekeningRow* row;
    Direction direction;
    std::string_view standing;
    friend auto operator<=>(const Key&, const Key&) = default;
  };

  const Plan& plan_;
  SumList& sums_;
  PartRows posts_;
  const std::vector<RekeningRow>& rows_;
  const Table& table_;
  Year year_;
  std::unordered_map<std::string_view, LineId> lines_;
  std::vector<const RekeningRow*> shown_, of_row_;
  std::map<Key, std::string> told_;
};

// Each line of the aansluiting is a figure of the plan, or what remains of one.
class BalanceLeads {
 public:
  BalanceLeads(PaperMaking& making, SumList& sums, const Aansluiting& aansluiting, const Table& table, Year year)
      : making_(making),
        worked_(making.in.worked),
        sums_(sums),
        anchors_(making),
        lines_(aansluiting_lines(aansluiting)),
        table_(table),
        year_(year) {}

  std::string operator()(const FigureCell& cell) {
    return sums_.tell({"aansluiting/" + std::to_string(cell.row), words(cell.row)}, "", amount_of(cell), parts(cell));
  }

 private:
  const std::string& words(std::size_t row) const { return std::get<std::string>(table_.rows[row].cells[0]); }

  std::vector<SumPart> parts(const FigureCell& cell) const {
    switch (lines_[cell.row].first) {
      case AansluitingLine::opening: return by_project(Figure::opening);
      case AansluitingLine::onderweg_before: return underway(year_ - 1);
      case AansluitingLine::baten: return from_outside(Figure::baten, cell);
      case AansluitingLine::lasten: return from_outside(Figure::lasten, cell);
      case AansluitingLine::eindsaldo: return by_project(Figure::eindsaldo);
      case AansluitingLine::resultaat: return by_project(Figure::resultaat);
      case AansluitingLine::onderweg: return still_underway(AansluitingLine::open);
      case AansluitingLine::open: return still_underway(AansluitingLine::onderweg);
      case AansluitingLine::left:
      case AansluitingLine::right: return rows_above(cell.row);
    }
    return {};
  }

  std::vector<SumPart> rows_above(std::size_t row) const {
    std::vector<SumPart> parts;
    while (row > 0 && !is_total(lines_[row - 1].first)) {
      --row;
      parts.insert(parts.begin(), {words(row), lines_[row].second});
    }
    return parts;
  }

  // All of a side, less what projects and reserves pay one another.
  std::vector<SumPart> from_outside(Figure side, const FigureCell& cell) const {
    const Amount all = figure_of(worked_.balances.total, side, worked_.plan.years.index(year_));
    std::vector<SumPart> parts{{Dutch("alle {}", to_text(side)).text(), side == Figure::lasten ? -all : all,
                                anchors_.figure({}, side, year_)}};
    add_rest(amount_of(cell), Dutch("tussen projecten en reserves").text(), parts);
    return parts;
  }

  std::vector<SumPart> by_project(Figure figure) const {
    std::vector<SumPart> parts;
    for (std::size_t p = 0; p < worked_.plan.projects.size(); ++p) {
      const Project& project = worked_.plan.projects[p];
      if ((figure == Figure::resultaat) != project.is_exploitatie() && figure != Figure::opening) continue;
      const Amount amount = figure_of(worked_.balances.projects[p], figure, worked_.plan.years.index(year_));
      if (amount.counted() != Money())
        parts.push_back({project.nr, amount, anchors_.figure({Of::project, p}, figure, year_)});
    }
    return parts;
  }

  // Sent until then and received later.
  std::vector<SumPart> underway(Year until) const {
    std::vector<SumPart> parts;
    for (const Overdracht& overdracht : making_.overdrachten) {
      Money rest = overdracht.jaar <= until && worked_.plan.years.first <= overdracht.jaar
                       ? overdracht.verzonden.counted()
                       : Money();
      for (const Receipt& receipt : overdracht.receipts) {
        const bool is_known = worked_.plan.years.first <= overdracht.jaar;
        if (is_known && receipt.year <= until) rest -= receipt.amount.counted();
        if (!is_known && until < receipt.year) rest += receipt.amount.counted();
      }
      if (rest != Money()) parts.push_back(overdracht_part(worked_.plan, overdracht, Amount(rest)));
    }
    return parts;
  }

  // What is open is underway too, but nothing says that it will arrive: the two lines together are all of it.
  std::vector<SumPart> still_underway(AansluitingLine other) const {
    std::vector<SumPart> parts = underway(year_);
    for (std::size_t row = 0; row < lines_.size(); ++row)
      if (lines_[row].first == other) parts.push_back({words(row), -lines_[row].second});
    return parts;
  }

  PaperMaking& making_;
  const Worked& worked_;
  SumList& sums_;
  BudgetAnchors anchors_;
  std::vector<std::pair<AansluitingLine, Amount>> lines_;
  const Table& table_;  // of the lines
  Year year_;
};

}  // namespace

void add_closed_pages(PaperMaking& making, const Afsluiting& record) {
  const Worked& worked = making.in.worked;
  const Year year = record.jaar;
  SumList sums("rekening-" + word(year), Dutch("Afgesloten jaar {}", year));
  if (making.in.primitief != nullptr) {
    const std::vector<RekeningRow> rows = work_out_rekening({*making.in.primitief, worked, year});
    const Table table = report_rekening(rows, RekeningBy::programmalijn, year);
    making.page.add(making.explains() ? with_leads({table}, RekeningLeads(making, sums, rows, table, year))
                                      : PageTable{table});
  }
  const Aansluiting aansluiting = work_out_aansluiting(worked, making.overdrachten, year);
  const Table table = report_aansluiting(aansluiting, year);
  making.page.add(making.explains() ? with_leads({table}, BalanceLeads(making, sums, aansluiting, table, year))
                                    : PageTable{table});
  making.keep(std::move(sums));
}

}  // namespace saldo
