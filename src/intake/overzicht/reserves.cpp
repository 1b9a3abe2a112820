#include "intake/overzicht/reserves.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/say.h"
#include "base/text.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

constexpr std::size_t most_reserves = 1'000, most_steps = 20'000;

// What goes to reserves and what comes from them, for each year.
struct Mutaties {
  std::vector<Money> to, from;
  friend bool operator==(const Mutaties&, const Mutaties&) = default;
};

enum class Mutatie { other, toevoegingen, onttrekkingen };

Mutatie called(std::string_view naam) {
  const std::string name = folded(naam);
  if (name.find("reserve") == name.npos) return Mutatie::other;
  return name.starts_with("toevoeging")    ? Mutatie::toevoegingen
         : name.starts_with("onttrekking") ? Mutatie::onttrekkingen
                                           : Mutatie::other;
}

bool has_column(const Overzicht& overzicht, ColumnKind kind) {
  const std::vector<PrintedFigure>& figures = overzicht.head.figures;
  return std::any_of(figures.begin(), figures.end(), [kind](const PrintedFigure& one) { return one.kind == kind; });
}

bool has_stand(const Overzicht& overzicht, std::size_t row) {
  const std::span<const Amount> amounts = overzicht.amounts_of(row);
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    const ColumnKind kind = overzicht.head.figures[figure].kind;
    if ((kind == ColumnKind::opening || kind == ColumnKind::eindsaldo) && !amounts[figure].is_absent()) return true;
  }
  return false;
}

// A line with what it adds to its reserves and takes from them.
struct ReserveLine {
  std::string_view nr, naam;
  std::vector<std::size_t> rows;  // of its toevoegingen and its onttrekkingen
  Mutaties mutaties;
  std::size_t reserves = 0;  // that follow those of the line before it
};

struct ReserveStatement {
  std::vector<std::size_t> headings, totals, reserves;  // rows
  std::vector<ReserveLine> lines;
};

Mutaties no_mutaties(const Overzicht& overzicht) {
  const std::size_t years = overzicht.head.years->size();
  return {std::vector<Money>(years), std::vector<Money>(years)};
}

// What is added to a reserve are baten of it, and lasten of the plan.
void add_mutaties(const Overzicht& overzicht, Mutaties& sum, std::size_t row, Mutatie is) {
  const std::span<const Amount> amounts = overzicht.amounts_of(row);
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    const PrintedFigure& one = overzicht.head.figures[figure];
    if ((one.kind != ColumnKind::baten && one.kind != ColumnKind::lasten) || !overzicht.head.years->contains(one.year))
      continue;
    const bool is_to = (one.kind == ColumnKind::baten) == (is == Mutatie::other);
    (is_to ? sum.to : sum.from)[overzicht.head.years->index(one.year)] += amounts[figure].counted();
  }
}

Mutaties of_reserves(const Overzicht& overzicht, const ReserveStatement& found, std::size_t first, std::size_t end) {
  Mutaties sum = no_mutaties(overzicht);
  for (std::size_t at = first; at < end; ++at) add_mutaties(overzicht, sum, found.reserves[at], Mutatie::other);
  return sum;
}

class ReserveReader {
 public:
  explicit ReserveReader(const Overzicht& overzicht) : overzicht_(overzicht) {}

  // Nothing where it is none.
  std::optional<ReserveStatement> read() {
    if (!has_column(overzicht_, ColumnKind::eindsaldo) || !has_column(overzicht_, ColumnKind::baten) ||
        !has_column(overzicht_, ColumnKind::lasten) || overzicht_.head.is_long ||
        overzicht_.head.column(ColumnKind::soort))
      return std::nullopt;
    for (std::size_t row = overzicht_.head.row + overzicht_.head.rows; row < overzicht_.rows.size(); ++row)
      if (!take_row(row)) return std::nullopt;
    if (found_.reserves.empty() || found_.reserves.size() > most_reserves || found_.headings.size() != 2 ||
        !comes_to_headings())
      return std::nullopt;
    make_lines();
    return std::move(found_);
  }

 private:
  // False: it is no row of such a statement.
  bool take_row(std::size_t at) {
    const PrintedRow& row = overzicht_.rows[at];
    if (row.fate != PrintedFate::toelichting)
      return row.fate == PrintedFate::kop || row.fate == PrintedFate::overgeslagen;
    if (row.is_asked || !row.has_amounts) return row.is_asked || row.nr.empty();
    const Mutatie is = called(row.naam);
    if (is != Mutatie::other) {
      block_ = is;
      found_.headings.push_back(at);
      return found_.headings.size() == (is == Mutatie::toevoegingen ? 1u : 2u);
    }
    if (total_word(row.naam).is_sure) {
      block_ = Mutatie::other;
      found_.totals.push_back(at);
      return true;
    }
    const bool is_reserve = has_stand(overzicht_, at);
    if (is_reserve) found_.reserves.push_back(at);
    else if (block_ != Mutatie::other) take_line(at);
    return is_reserve ? block_ == Mutatie::other : block_ != Mutatie::other;
  }

  // `algemeen/toevoegingen` is of the line algemeen.
  void take_line(std::size_t at) {
    const PrintedRow& row = overzicht_.rows[at];
    const std::string_view nr = row.nr.substr(0, row.nr.rfind('/'));
    const auto [known, is_new] = line_of_.try_emplace({nr, row.naam}, found_.lines.size());
    if (is_new) found_.lines.push_back({nr, row.naam, {}, no_mutaties(overzicht_), 0});
    ReserveLine& line = found_.lines[known->second];
    line.rows.push_back(at);
    add_mutaties(overzicht_, line.mutaties, at, block_);
  }

  bool comes_to_headings() const {
    Mutaties printed = no_mutaties(overzicht_);
    add_mutaties(overzicht_, printed, found_.headings[0], Mutatie::toevoegingen);
    add_mutaties(overzicht_, printed, found_.headings[1], Mutatie::onttrekkingen);
    return printed == of_reserves(overzicht_, found_, 0, found_.reserves.size());
  }

  // The statement says of no reserve under which line it stands. Where they can follow each other in one way only, it does.
  void make_lines() {
    std::vector<std::size_t> tried(found_.lines.size());
    if (count_ways(0, 0, tried) == 1) return;
    for (ReserveLine& line : found_.lines) line.reserves = 0;
  }

  std::size_t count_ways(std::size_t line, std::size_t first, std::vector<std::size_t>& tried) {
    if (line == found_.lines.size()) {
      if (first != found_.reserves.size()) return 0;
      for (std::size_t at = 0; at < tried.size(); ++at) found_.lines[at].reserves = tried[at];
      return 1;
    }
    std::size_t ways = 0;
    Mutaties sum = no_mutaties(overzicht_);
    for (std::size_t end = first; end < found_.reserves.size() && ways < 2; ++end) {
      if (++steps_ > most_steps) return 2;
      add_mutaties(overzicht_, sum, found_.reserves[end], Mutatie::other);
      tried[line] = end + 1 - first;
      if (sum == found_.lines[line].mutaties) ways += count_ways(line + 1, end + 1, tried);
    }
    return ways;
  }

  const Overzicht& overzicht_;
  Mutatie block_ = Mutatie::other;
  ReserveStatement found_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> line_of_;  // by nr and naam, in found_.lines
  std::size_t steps_ = 0;
};

class ReserveSettler {
 public:
  ReserveSettler(Overzicht& overzicht, const ReserveStatement& found) : overzicht_(overzicht), found_(found) {}

  void settle() {
    overzicht_.are_reserves = true;
    for (const std::size_t row : found_.headings)
      keep_total(row, PrintedFate::subtotaal, no_part, 0, found_.reserves.size());
    std::size_t first = 0;
    for (const ReserveLine& line : found_.lines) {
      const std::size_t end = first + line.reserves;
      const PartAt part =
          line.reserves == 0 ? no_part : new_part(no_part, line.nr, line.rows.front(), PrintedFate::programmalijn);
      for (const std::size_t row : line.rows) keep_total(row, PrintedFate::subtotaal, part, first, end);
      for (; first < end; ++first) place_reserve(first, part);
    }
    for (; first < found_.reserves.size(); ++first) place_reserve(first, no_part);
    for (const std::size_t row : found_.totals)
      keep_total(row, total_word(overzicht_.rows[row].naam).fate, no_part, 0, found_.reserves.size());
    std::sort(overzicht_.totals.begin(), overzicht_.totals.end(), [](const PrintedTotal& a, const PrintedTotal& b) {
      return a.row != b.row ? a.row < b.row : a.figure < b.figure;
    });
  }

 private:
  PartAt new_part(PartAt parent, std::string_view nr, std::size_t row, PrintedFate is) {
    PrintedPart part;
    part.parent = parent;
    part.nr_length = static_cast<std::uint32_t>(nr.size());  // it begins that of the row
    part.row = static_cast<std::uint32_t>(row);
    part.has_parts = is == PrintedFate::programmalijn;
    part.is = is;
    overzicht_.parts.push_back(part);
    return static_cast<PartAt>(overzicht_.parts.size() - 1);
  }

  void place_reserve(std::size_t at, PartAt line) {
    PrintedRow& row = overzicht_.rows[found_.reserves[at]];
    row.part = new_part(line, row.nr, found_.reserves[at], PrintedFate::project);
    row.fate = PrintedFate::project;
  }

  // Of reserves first..end. Its lasten and baten are those of the plan with its reserves, which no controle is of.
  void keep_total(std::size_t at, PrintedFate fate, PartAt part, std::size_t first, std::size_t end) {
    overzicht_.rows[at].fate = fate;
    overzicht_.rows[at].part = part;
    const Mutaties sum = of_reserves(overzicht_, found_, first, end);
    const std::span<const Amount> amounts = overzicht_.amounts_of(at);
    for (std::size_t figure = 0; figure < amounts.size() && first < end; ++figure) {
      const PrintedFigure& one = overzicht_.head.figures[figure];
      if (!overzicht_.head.years->contains(one.year)) continue;
      const std::size_t year = overzicht_.head.years->index(one.year);
      PrintedTotal total{at, figure, found_.reserves[first], {}, amounts[figure].counted(), {}, false, false};
      if (one.kind == ColumnKind::toevoeging) total.computed = sum.to[year];
      else if (one.kind == ColumnKind::onttrekking) total.computed = sum.from[year];
      else if (one.kind == ColumnKind::resultaat) total.computed = sum.from[year] - sum.to[year];
      else if (one.kind != ColumnKind::opening && one.kind != ColumnKind::eindsaldo) continue;
      else
        for (std::size_t reserve = first; reserve < end; ++reserve)
          total.computed += overzicht_.amounts_of(found_.reserves[reserve])[figure].counted();
      total.fits = total.printed == total.computed;
      if (amounts[figure].is_money()) overzicht_.totals.push_back(total);
    }
  }

  Overzicht& overzicht_;
  const ReserveStatement& found_;
};

// "toevoegingen", "1/onttrekkingen", "1/resultaat": what saldo writes as the nr of such rows.
bool is_nr_of_mutaties(std::string_view nr) {
  const std::string_view last = nr.substr(nr.rfind('/') + 1);  // npos + 1 is 0
  return last == "toevoegingen" || last == "onttrekkingen" || last == "resultaat";
}

}  // namespace

void leave_out_mutaties(const Sheet& sheet, Overzicht& overzicht, Asking& asking) {
  const bool has_all = has_column(overzicht, ColumnKind::toevoeging) &&
                       has_column(overzicht, ColumnKind::onttrekking) && has_column(overzicht, ColumnKind::baten);
  if (!has_all || overzicht.head.column(ColumnKind::soort)) return;
  for (std::size_t at = overzicht.head.row + overzicht.head.rows; at < overzicht.rows.size(); ++at) {
    PrintedRow& row = overzicht.rows[at];
    if (row.fate != PrintedFate::toelichting || row.is_asked || !is_nr_of_mutaties(row.nr)) continue;
    row.fate = PrintedFate::overgeslagen;
    row.said = static_cast<std::uint32_t>(overzicht.said.size());
    overzicht.said.push_back({{}, {}, "mutaties van reserves die de tabel niet noemt"});
    if (std::exchange(overzicht.lacks_reserves, true)) continue;
    asking.tell(Rule::import_rij, Severity::warning, sheet.place(sheet.row(at).front()),
                say("what goes to reserves and comes from them is left out of the plan: the table does not say which "
                    "reserve it is"),
                say("a whole plan with its reserves goes out and comes in with `saldo export PLAN -o FILE.csv`"));
  }
}

bool read_reserves(Overzicht& overzicht) {
  const std::optional<ReserveStatement> found = ReserveReader(overzicht).read();
  if (found) ReserveSettler(overzicht, *found).settle();
  return found.has_value();
}

}  // namespace saldo
