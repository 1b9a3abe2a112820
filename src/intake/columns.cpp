#include "intake/columns.h"

#include <algorithm>
#include <set>

#include "base/finding/suggest.h"
#include "base/finding/written_place.h"
#include "base/say.h"
#include "base/text.h"
#include "intake/excel.h"

namespace saldo {

namespace {

constexpr std::size_t rows_looked_at = 50;  // for headings that are not on the first line
constexpr std::size_t headings_told = 20;

bool is_heading(const SheetCell& cell, std::string_view heading) {
  return folded(without_guard(cell.text)) == folded(heading);
}

std::size_t times_in(std::span<const SheetCell> row, std::string_view heading) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [heading](const SheetCell& cell) { return is_heading(cell, heading); }));
}

bool has_all(std::span<const SheetCell> row, std::span<const WantedColumn> wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [row](const WantedColumn& column) {
    return !column.required || times_in(row, column.heading) > 0;
  });
}

std::string headings_of(std::span<const SheetCell> row) {
  std::vector<std::string> names;
  for (const SheetCell& cell : row.first(std::min(row.size(), headings_told)))
    names.push_back(cell.text.empty() ? "(leeg)" : shortened(without_guard(cell.text), 30));
  if (row.size() > headings_told) names.push_back("…");
  return listed(names);
}

// One column may serve twice.
void add_once(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

class ColumnFinder {
 public:
  ColumnFinder(const Sheet& sheet, std::span<const WantedColumn> wanted, const Koppeling* koppeling, Findings& findings)
      : sheet_(sheet), wanted_(wanted), koppeling_(koppeling), findings_(findings) {}

  std::optional<FoundColumns> find() {
    const std::optional<std::size_t> heading = heading_row();
    if (!heading) return std::nullopt;
    const std::span<const SheetCell> row = sheet_.row(*heading);
    FoundColumns found{*heading, {}, {}};
    std::vector<std::string> missing;
    bool twice = false;
    for (const WantedColumn& column : wanted_) {
      found.at.push_back(place_in(row, column.heading));
      if (column.heading.empty()) continue;
      if (!found.at.back() && column.required) add_once(missing, column.heading);
      if (times_in(row, column.heading) > 1) twice = tell_twice(row, column.heading);
    }
    if (!missing.empty()) tell_missing(row, missing);
    if (!missing.empty() || twice || has_slips(row)) return std::nullopt;
    found.others = others_in(row);
    return found;
  }

 private:
  void tell(Place place, Message message, Message help = {}) {
    findings_.push_back({Rule::realisatie_kolom, place, std::move(message), {}, std::move(help)});
  }

  std::optional<std::size_t> heading_row() {
    const std::uint32_t line = koppeling_ == nullptr ? 0 : koppeling_->kopregel;
    for (std::size_t row = 0; row < sheet_.rows(); ++row)
      if (line == 0 || sheet_.row(row).front().line == line) return row;
    if (line == 0) tell({sheet_.file}, say("this file has no rows"));
    else
      tell({sheet_.file, line, 0, 0}, say("no row begins on line {}, where koppeling {} has its headings",
                                          std::to_string(line), koppeling_->naam));
    return std::nullopt;
  }

  static std::optional<std::size_t> place_in(std::span<const SheetCell> row, std::string_view heading) {
    for (std::size_t i = 0; i < row.size() && !heading.empty(); ++i)
      if (is_heading(row[i], heading)) return i;
    return std::nullopt;
  }

  bool tell_twice(std::span<const SheetCell> row, std::string_view heading) {
    const SheetCell* first = nullptr;
    for (const SheetCell& cell : row) {
      if (!is_heading(cell, heading)) continue;
      if (first == nullptr) {
        first = &cell;
        continue;
      }
      tell(sheet_.place(cell), say("the column `{}` is there twice", heading), say("give one of them another heading"));
      findings_.back().related.push_back({sheet_.place(*first), say("the first one is here")});
    }
    return true;
  }

  void tell_missing(std::span<const SheetCell> row, const std::vector<std::string>& missing) {
    Place place = sheet_.place(row.front());
    if (row.back().line == place.line && !is_cell(place))
      place.length = row.back().column + row.back().length - place.column;
    std::vector<std::string> names;
    for (const WantedColumn& column : wanted_)
      if (column.required) add_once(names, column.heading);
    tell(place, say("no column {}: wanted are {}, and found {}", listed(missing), listed(names), headings_of(row)),
         help_for(row, missing));
  }

  // Where the headings are on another line, or the cells are not told apart, no name has to be looked for.
  Message help_for(std::span<const SheetCell> row, const std::vector<std::string>& missing) const {
    for (std::size_t other = 0; other < std::min(sheet_.rows(), rows_looked_at); ++other) {
      if (!has_all(sheet_.row(other), wanted_)) continue;
      const std::string line = std::to_string(sheet_.row(other).front().line);
      return koppeling_ == nullptr ? say("they are on line {}: take out what stands above it", line)
                                   : say("they are on line {}: write kopregel = {}", line, line);
    }
    if (row.size() == 1 && row.front().text.find_first_of(";,\t|") != std::string_view::npos)
      return koppeling_ == nullptr
                 ? say("the cells are not told apart: put ; between them")
                 : say("the cells are not told apart: look at the `scheiding` of koppeling {}", koppeling_->naam);
    std::vector<std::string_view> known;
    for (const SheetCell& cell : row) known.push_back(cell.text);
    for (const std::string& name : missing)
      if (const std::optional<std::string> likely = nearest(name, known))
        return say("is `{}` the `{}` that is wanted?", *likely, name);
    return {};
  }

  std::vector<std::string> others_in(std::span<const SheetCell> row) const {
    std::vector<std::string> others;
    for (const SheetCell& cell : row)
      if (!cell.text.empty() && !is_wanted(cell)) others.emplace_back(without_guard(cell.text));
    return others;
  }

  bool is_wanted(const SheetCell& cell) const {
    return std::any_of(wanted_.begin(), wanted_.end(),
                       [&cell](const WantedColumn& column) { return is_heading(cell, column.heading); });
  }

  // `verplichtng` would be left out, with the money in it. Of an export every heading is named, and others are nobody's slip.
  bool has_slips(std::span<const SheetCell> row) {
    if (koppeling_ != nullptr) return false;
    std::vector<std::string_view> absent;
    for (const WantedColumn& column : wanted_)
      if (times_in(row, column.heading) == 0) absent.push_back(column.heading);
    bool any = false;
    for (const SheetCell& cell : row) {
      const std::optional<std::string> likely = is_wanted(cell) ? std::nullopt : nearest(cell.text, absent);
      if (!likely) continue;
      tell(sheet_.place(cell), say("`{}` is no column that is known", without_guard(cell.text)),
           say("did you mean `{}`?", *likely));
      any = true;
    }
    return any;
  }

  const Sheet& sheet_;
  std::span<const WantedColumn> wanted_;
  const Koppeling* koppeling_;
  Findings& findings_;
};

}  // namespace

std::optional<FoundColumns> find_columns(const Sheet& sheet, std::span<const WantedColumn> wanted,
                                         const Koppeling* koppeling, Findings& findings) {
  return ColumnFinder(sheet, wanted, koppeling, findings).find();
}

namespace {

// What a cell of a workbook can be that says nothing of what belongs there; in every column that is asked for.
Message why_unreadable(const SheetCell& cell) {
  if (cell.is == CellIs::no_value) return say("this formula has no outcome in the file");
  if (cell.is == CellIs::error) return say("`{}` is an error of the spreadsheet", cell.text);
  if (cell.merged) return say("this cell is merged with others, and a row has a cell of its own");
  return {};
}

Message what_to_do(const SheetCell& cell) {
  if (cell.is == CellIs::no_value)
    return say("open it in Excel or LibreOffice once, and save it: then the outcome is in it");
  return cell.is == CellIs::error ? say("mend it there, and save again") : say("split the cells, and save again");
}

bool are_readable(const Sheet& sheet, const FoundColumns& columns, std::size_t row, Findings& findings) {
  const std::set<std::optional<std::size_t>> asked(columns.at.begin(), columns.at.end());  // one may serve twice
  bool all = true;
  for (const std::optional<std::size_t>& at : asked) {
    if (!at) continue;
    const SheetCell& cell = sheet.row(row)[*at];
    const Message why = why_unreadable(cell);
    if (why.empty()) continue;
    findings.push_back({Rule::realisatie_kolom, sheet.place(cell), why, {}, what_to_do(cell)});
    all = false;
  }
  return all;
}

}  // namespace

bool has_its_cells(const Sheet& sheet, const FoundColumns& columns, std::size_t row, Findings& findings) {
  const std::span<const SheetCell> cells = sheet.row(row);
  const std::size_t wanted = sheet.row(columns.heading_row).size();
  const bool more_is_empty =
      cells.size() > wanted && std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(wanted), cells.end(),
                                           [](const SheetCell& cell) { return cell.text.empty(); });
  if (cells.size() == wanted || more_is_empty)
    return !sheet.is_of_workbook() || are_readable(sheet, columns, row, findings);
  Place place = sheet.place(cells.front());
  if (cells.back().line == place.line && !is_cell(place))
    place.length = cells.back().column + cells.back().length - place.column;
  findings.push_back({Rule::realisatie_kolom,
                      place,
                      say("this row has {} cells, and there are {} headings", cells.size(), wanted),
                      {},
                      say("a cell with the separator in it stands in quotes")});
  return false;
}

}  // namespace saldo
