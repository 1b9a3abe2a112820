#include "cli/init/empty_sheet.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/finding/written_place.h"
#include "base/say.h"
#include "render/workbook/xlsx.h"

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

// In the first column a row says what it is, so that no number has to.
std::string soort_of(const SheetHeading& heading) { return heading.is_project ? "project" : "programmalijn"; }

std::vector<std::string> heads(Years years) {
  std::vector<std::string> all = {"Soort", "Nr", "Naam"};
  for (std::size_t at = 0; at < years.size(); ++at)
    for (const char* side : {"Lasten", "Baten"}) all.push_back(fmt::format("{} {}", side, years.at(at).value));
  return all;
}

class SheetMaker {
 public:
  explicit SheetMaker(const Start& start) : start_(start), heads_(heads(start.years)), headings_(headings_of(start)) {}

  BookSheet make() {
    sheet_.name = "Begroting";
    sheet_.widths.assign(heads_.size(), 13);
    sheet_.widths[1] = 9;
    sheet_.widths[2] = 44;
    sheet_.is_locked = true;
    add_top();
    sheet_.frozen_rows = sheet_.rows.size();
    sheet_.frozen_columns = first_amount;
    for (const SheetHeading& heading : headings_) {
      rows_.push_back(sheet_.rows.size());
      add_row(soort_of(heading), heading.nr, heading.naam);
      for (std::size_t i = 1; heading.is_project && i <= rows_for_posts; ++i) add_open_row();
    }
    const std::size_t total = sheet_.rows.size();
    add_row("", "", "Totaal");
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
    for (const std::string& head : heads_) row.push_back({head, BookStyle::head});
  }

  void add_row(const std::string& soort, const std::string& nr, const std::string& naam) {
    std::vector<BookCell>& row = sheet_.rows.emplace_back();
    for (const std::string& text : {soort, nr, naam}) row.push_back({text, BookStyle::head});
    row.resize(heads_.size(), {std::monostate(), BookStyle::total});
  }

  void add_open_row() {
    std::vector<BookCell>& row = sheet_.rows.emplace_back();
    row.resize(heads_.size(), {std::monostate(), BookStyle::amount, true});
    row[0] = {std::string("post"), BookStyle::code, true};
    row[1].style = row[2].style = BookStyle::code;
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
    for (std::size_t column = first_amount; column < heads_.size(); ++column) {
      const std::string letters = column_letters(column + 1);
      std::string sum = parts;
      for (std::size_t at = sum.find("{}"); at != std::string::npos; at = sum.find("{}", at))
        sum.replace(at, 2, letters);
      sheet_.rows[row][column].value = BookFormula{"SUM(" + sum + ")", Money()};
    }
  }

  const Start& start_;
  std::vector<std::string> heads_;
  std::vector<SheetHeading> headings_;
  std::vector<std::size_t> rows_;  // of the headings
  BookSheet sheet_;
};

std::string csv_text(const std::string& text) {
  if (text.find_first_of("\";\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

// As a Dutch spreadsheet program opens it: semicolons, and a mark that it is UTF-8.
std::string empty_csv(const Start& start) {
  const std::vector<std::string> all = heads(start.years);
  const std::string separators(all.size() - 1, ';');
  std::string text = "\uFEFF" + fmt::format("{}\r\n", fmt::join(all, ";"));
  for (const SheetHeading& heading : headings_of(start)) {
    text += soort_of(heading) + ';' + csv_text(heading.nr) + ';' + csv_text(heading.naam) + separators.substr(2) + "\r\n";
    for (std::size_t i = 1; heading.is_project && i <= rows_for_posts; ++i) text += "post" + separators + "\r\n";
  }
  return text;
}

}  // namespace

std::optional<SheetKind> sheet_kind(std::string_view name) {
  if (name.size() > 5 && name.ends_with(".xlsx")) return SheetKind::xlsx;
  if (name.size() > 4 && name.ends_with(".csv")) return SheetKind::csv;
  return std::nullopt;
}

Book empty_book(const Start& start) { return {{SheetMaker(start).make()}, {}}; }

std::variant<std::string, Message> empty_sheet(const Start& start, SheetKind kind) {
  if (kind == SheetKind::csv) return empty_csv(start);
  return write_xlsx(empty_book(start));
}

}  // namespace saldo
