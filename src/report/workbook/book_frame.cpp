#include "report/workbook/book_frame.h"

#include <algorithm>
#include <set>

#include "base/finding/written_place.h"
#include "base/text.h"
#include "plan/line_order.h"

namespace saldo {

namespace {

template <class Visit>
void for_each_money(const Worked& worked, Visit visit) {
  worked.plan.for_each_side([&](std::size_t p, std::size_t post, Direction direction) {
    for (std::size_t year = 0; year < worked.plan.years.size(); ++year)
      visit(worked.amounts.at(worked.plan.projects[p], post, direction, year).counted());
  });
  const auto visit_all = [&](const Balance& balance) {
    visit(balance.opening);
    for (const YearFigures& year : balance.years)
      for (const Money money : {year.baten.counted(), year.lasten.counted(), year.eindsaldo}) visit(money);
  };
  for (const Balance& balance : worked.balances.projects) visit_all(balance);
  for (const Balance& balance : worked.balances.lines) visit_all(balance);
  visit_all(worked.balances.total);
}

bool any_cents(const Worked& worked) {
  bool any = false;
  for_each_money(worked, [&any](Money money) { any = any || money.cents() % 100 != 0; });
  return any;
}

// As wide as the largest amount, with room around it.
std::size_t width_of_amounts(const Worked& worked) {
  Money largest = {};
  for_each_money(worked, [&largest](Money money) { largest = std::max(largest, money.size()); });
  return std::max<std::size_t>(10, to_dutch(largest, false).size() + 2);
}

bool any_beyond(const Worked& worked) {
  bool any = false;
  for_each_money(worked, [&any](Money money) { any = any || most_exact < money.size(); });
  return any;
}

// Letters, digits and _ only, and no name that is there already.
std::string free_name(const std::string& naam, std::set<std::string>& taken) {
  std::string name = "index_";
  for (const char c : naam) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_upper) name += static_cast<char>(c - 'A' + 'a');
    else if (is_plain) name += c;
    else if (!name.ends_with('_')) name += '_';
  }
  std::string free = name;
  for (int i = 2; !taken.insert(free).second; ++i) free = name + '_' + std::to_string(i);
  return free;
}

}  // namespace

BookFrame::BookFrame(const BookInput& asked)
    : input(asked),
      worked(asked.worked),
      plan(asked.worked.plan),
      graph(plan),
      years(plan.years.size()),
      has_soorten(plan.has_soorten()),
      has_cents(any_cents(worked)),
      is_beyond_digits(any_beyond(worked)),
      reserve_lines(lines_of_only(plan, Soort::reserve)),
      project_rows_(plan.projects.size()),
      line_rows_(plan.lines.size()),
      stand_rows_(plan.projects.size()) {
  order_rows();
  posts = PostRows(plan, worked.amounts, projects);
  bool has_rate = false, has_whole = false;
  plan.for_each_side([&](std::size_t p, std::size_t post, Direction direction) {
    const Side& side = plan.projects[p].posts[post].side(direction);
    has_rate = has_rate || side.percentage() != nullptr;
    has_whole = has_whole || side.total() != nullptr;
  });
  first_year_column = 7;
  if (has_rate) rate_column = first_year_column++;
  if (has_whole) whole_column = first_year_column++;
  name_indexes();
  amount_width = width_of_amounts(worked);
  constexpr std::size_t widest_nr = 16, narrowest = 30, widest = 46;
  std::size_t longest = 0;
  for (const Project& project : plan.projects) {
    nr_width = std::max(nr_width, std::min(widest_nr, count_code_points(project.nr) + 2));
    longest = std::max(longest, count_code_points(project.naam) + 6);
  }
  for (const Programmalijn& line : plan.lines) longest = std::max(longest, count_code_points(line.naam) + 4);
  name_width = std::clamp(longest, narrowest, widest);
}

void BookFrame::order_rows() {
  std::vector<std::vector<std::size_t>> in_line(plan.lines.size());
  std::vector<std::size_t> alone, reserves, of_total, open;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const auto& line = plan.projects[p].programmalijn.id;
    (plan.projects[p].is_reserve() ? reserves : line ? in_line[position(*line)] : alone).push_back(p);
  }
  // A row below those that are there, which is part of the one that is open.
  const auto add_row = [&](Whose whose, int level) {
    const std::size_t row = first_total + totals.size();
    totals.push_back({whose, level});
    (open.empty() ? of_total : totals[open.back()].parts).push_back(row);
    return row;
  };
  const auto add_project = [&](std::size_t p, int level) {
    projects.push_back(p);
    project_rows_[p] = add_row({Of::project, p}, level);
  };
  for (const PlacedLine& placed : lines_in_order(plan)) {
    const std::size_t line = position(placed.id);
    if (reserve_lines[line]) continue;
    open.resize(static_cast<std::size_t>(placed.level));
    line_rows_[line] = add_row({Of::programmalijn, line}, placed.level);
    open.push_back(totals.size() - 1);
    for (const std::size_t p : in_line[line]) add_project(p, placed.level + 1);
  }
  open.clear();
  for (const std::size_t p : alone) add_project(p, 0);
  totals.push_back({Whose{}, 0, of_total});
  projects.insert(projects.end(), reserves.begin(), reserves.end());
  std::size_t row = first_total;
  for (const std::size_t p : projects)
    if (!plan.projects[p].is_exploitatie()) stand_rows_[p] = row++;
}

void BookFrame::name_indexes() {
  std::set<std::string> taken;
  for (const Index& index : plan.indexes) index_names.push_back(free_name(index.naam, taken));
}

std::size_t BookFrame::figure_column(Figure figure, std::size_t year) const {
  const std::size_t first = (has_soorten ? 2 : 3) + 3 * year;
  switch (figure) {
    case Figure::baten:
    case Figure::onttrekking: return has_soorten ? first + 1 : first;
    case Figure::lasten:
    case Figure::toevoeging: return has_soorten ? first : first + 1;
    case Figure::opening:
    case Figure::saldo:
    case Figure::eindsaldo:
    case Figure::resultaat: break;
  }
  return first + 2;
}

std::string BookFrame::whole_cents(const std::string& formula) const {
  return has_cents ? "ROUND(" + formula + ",2)" : formula;
}

BookCell BookFrame::told(const std::string& formula, const std::string& cells, Amount outcome, BookStyle style) const {
  if (is_beyond_digits) return {outcome, style};
  if (outcome.is_money()) return {BookFormula{formula, outcome}, style};
  const std::string otherwise = outcome.is_pm() ? "\"PM\"" : "\"\"";
  return {BookFormula{"IF(COUNT(" + cells + ")>0," + formula + ',' + otherwise + ')', outcome}, style};
}

std::string BookFrame::place_words(const Place& place) const {
  Place line = place;
  line.column = 0;
  return input.file_name(place.file) + behind_file(line);
}

}  // namespace saldo
