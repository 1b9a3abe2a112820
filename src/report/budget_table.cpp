#include "report/budget_table.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/say.h"
#include "calc/koppen.h"
#include "plan/line_order.h"
#include "report/budget_layout.h"
#include "report/figures.h"
#include "report/result_rows.h"

namespace saldo {

namespace {

const Dutch headings[] = {Dutch("Programmalijn"), Dutch("Project"), Dutch("Post")};
constexpr std::string_view ids[] = {"programmalijnen", "projecten", "posten"};

// A part of the budget must not pass for the whole.
void add_selection_footnote(const Plan& plan, const Selection& selection, Table& table) {
  const auto out = static_cast<std::size_t>(std::count(selection.begin(), selection.end(), false));
  if (out == 0) return;
  const bool tells_counted = 2 * out > plan.projects.size();
  std::string list;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    if (selection[p] == tells_counted) list += (list.empty() ? "" : ", ") + plan.projects[p].nr;
  table.footnotes.push_back(tells_counted ? Dutch("Alleen {}.", list) : Dutch("Zonder {}.", list));
}

void add_pm_footnote(const Plan& plan, const Amounts& amounts, const BudgetTableOptions& options, Table& table) {
  std::size_t count = 0;
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (std::size_t post = 0; options.selection[p] && post < plan.projects[p].posts.size(); ++post)
      if (is_open(plan, amounts, options.years, plan.projects[p], post)) ++count;
  if (count == 1) table.footnotes.push_back(Dutch("Eén post staat (deels) op PM en telt daarvoor niet mee."));
  if (count > 1) table.footnotes.push_back(Dutch("{} posten staan (deels) op PM en tellen daarvoor niet mee.", count));
}

// Which lines and projects have a row.
class ShownParts {
 public:
  ShownParts(const Plan& plan, const BudgetTableOptions& options) : options_(options) {
    projects_of_.resize(plan.lines.size());
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      if (options.selection[p] && has_shown(plan.projects[p]) && !plan.projects[p].is_reserve())
        list_of(plan.projects[p].programmalijn.id).push_back(p);
    shown_.resize(plan.lines.size());
    has_lines_under_.resize(plan.lines.size());
    const bool everything = options.posts.empty() && std::find(options.selection.begin(), options.selection.end(),
                                                               false) == options.selection.end();
    const std::vector<bool> of_reserves = lines_of_only(plan, Soort::reserve);  // which stand below the result
    for (auto line = plan.lines_outside_in.rbegin(); line != plan.lines_outside_in.rend(); ++line) {
      const std::size_t at = position(*line);
      shown_[at] = shown_[at] || (everything && !of_reserves[at]) || !projects_of_[at].empty();
      if (!plan.lines[at].onder) continue;
      const std::size_t outer = position(*plan.lines[at].onder->id);
      has_lines_under_[outer] = true;
      if (shown_[at]) shown_[outer] = true;
    }
  }

  bool has_row(LineId line) const { return shown_[position(line)]; }
  bool has_lines_under(LineId line) const { return has_lines_under_[position(line)]; }
  const std::vector<std::size_t>& projects_of(LineId line) const { return projects_of_[position(line)]; }
  const std::vector<std::size_t>& by_themselves() const { return by_themselves_; }  // the projects that are in no line

 private:
  std::vector<std::size_t>& list_of(std::optional<LineId> line) {
    return line ? projects_of_[position(*line)] : by_themselves_;
  }

  // Where some posts are asked, a project without any of them is left out.
  bool has_shown(const Project& project) const {
    if (options_.posts.empty()) return true;
    const auto first = options_.posts.begin() + static_cast<std::ptrdiff_t>(project.first_post);
    const auto last = first + static_cast<std::ptrdiff_t>(project.posts.size());
    return std::find(first, last, true) != last;
  }

  const BudgetTableOptions& options_;
  std::vector<std::vector<std::size_t>> projects_of_;  // by programmalijn
  std::vector<std::size_t> by_themselves_;
  std::vector<bool> shown_;
  std::vector<bool> has_lines_under_;
};

class BudgetTable {
 public:
  BudgetTable(const Plan& plan, const Amounts& amounts, const Balances& balances, const BudgetTableOptions& options)
      : plan_(plan),
        amounts_(amounts),
        balances_(balances),
        options_(options),
        shown_(plan, options_),
        layout_(layout_of(plan, options.years)),
        end_rows_{plan, amounts, balances, options_.selection, layout_, table_} {}

  // What stands around the rows. The footnotes of the last rows come first.
  Table head() {
    make_columns();
    if (plan_.has_soorten()) end_rows_.end_plan(options_.by == By::programmalijn);
    Table head = std::move(table_);
    head.rows.clear();
    add_selection_footnote(plan_, options_.selection, head);
    add_pm_footnote(plan_, amounts_, options_, head);
    chosen_ = choose_of_head(head, options_.kolommen);
    return head;
  }

  void each(const TakeRow& take) {
    make_columns();
    take_ = &take;
    wanted_ = true;
    open_.clear();
    for (const PlacedLine& line : lines_in_order(plan_))
      if (wanted_ && shown_.has_row(line.id)) add_line(line);
    end_lines(0);
    for (const std::size_t p : shown_.by_themselves()) add_project(p, 0);
    if (plan_.has_soorten()) end_rows_.end_plan(options_.by == By::programmalijn);
    else add_row(RowKind::total, 0, Id{"totaal"}, Dutch("Totaal"), balances_.total);
    pass_on();
  }

 private:
  // Rows are dressed for all columns, and few wait at a time.
  void pass_on() {
    for (Row& row : table_.rows) {
      if (!wanted_) break;
      chosen_.keep(row.cells);
      wanted_ = (*take_)(row);
    }
    table_.rows.clear();
  }

  void make_columns() {
    table_ = Table();
    const auto by = static_cast<std::size_t>(options_.by);
    table_.id = ids[by];
    table_.title = plan_.naam;
    const ColumnUse nr_use = options_.by == By::programmalijn ? ColumnUse::machines : ColumnUse::everywhere;
    table_.columns = {{"nr", Dutch("Nr"), ColumnType::text, {}, nr_use}, {"naam", headings[by], ColumnType::text}};
    table_.columns.push_back({"opening", heading_of(Figure::opening), ColumnType::amount,
                              year_heading(plan_, options_.years.first - 1),
                              layout_.shows_stands ? ColumnUse::everywhere : ColumnUse::machines});
    for (std::size_t y = 0; y < options_.years.size(); ++y) {
      const std::string year = word(options_.years.at(y));
      for (const FigureColumn& column : layout_.columns)
        table_.columns.push_back({year + "." + std::string(to_text(column.figure)), heading_of(column.figure),
                                  ColumnType::amount, year_heading(plan_, options_.years.at(y)), column.use});
    }
  }

  void add_line(const PlacedLine& line) {
    end_lines(line.level);
    const Programmalijn& info = plan_.line(line.id);
    if (options_.by != By::programmalijn) open_.push_back(line);
    const bool has_rows_under = options_.by != By::programmalijn || shown_.has_lines_under(line.id);
    add_row(has_rows_under ? RowKind::subtotal : RowKind::item, line.level, Id{info.id}, info.naam,
            balances_.lines[position(line.id)]);
    if (options_.by == By::programmalijn) return;
    for (const std::size_t p : shown_.projects_of(line.id)) add_project(p, line.level + 1);
  }

  void add_project(std::size_t p, int level) {
    pass_on();
    if (!wanted_) return;
    const Project& project = plan_.projects[p];
    const bool posts = options_.by == By::post && !project.posts.empty() && !project.is_post;
    add_row(posts ? RowKind::subtotal : RowKind::item, level, project.nr, project.naam, balances_.projects[p]);
    if (!posts) return;
    for (const UnderKop& under : by_kop(project)) add_posts(project, under, level + 1);
  }

  void add_row(RowKind kind, int level, Cell nr, const std::string& naam, const Balance& balance) {
    table_.rows.push_back({kind, level, {std::move(nr), naam}});
    add_figures(layout_, balance, table_.rows.back());
  }

  // Lines of which everything is told: what they give to reserves and take from them, and their result.
  void end_lines(int level) {
    for (; !open_.empty() && open_.back().level >= level; open_.pop_back())
      end_rows_.end_line(open_.back(), options_.by == By::post);
  }

  bool is_shown(const Project& project, std::size_t post) const {
    return options_.posts.empty() || options_.posts[project.first_post + post];
  }

  void add_posts(const Project& project, const UnderKop& under, int level) {
    if (std::none_of(under.posts.begin(), under.posts.end(), [&](std::size_t post) { return is_shown(project, post); }))
      return;
    if (!under.kop.empty())
      add_amounts({RowKind::subtotal, level++, {Blank(), std::string(under.kop), Blank()}}, project, under.posts);
    for (const std::size_t post : under.posts)
      if (is_shown(project, post) && !has_no_row(plan_, amounts_, project, post) &&
          !is_only_mutatie(plan_, project, post))
        add_amounts({RowKind::item, level, {project.posts[post].nr, project.posts[post].naam, Blank()}}, project,
                    {post});
  }

  void add_amounts(Row row, const Project& project, const std::vector<std::size_t>& posts) {
    for (std::size_t y = layout_.first; y < layout_.first + layout_.years; ++y) {
      const YearFigures figures = figures_of(plan_, amounts_, project, posts, y);
      for (const FigureColumn& column : layout_.columns) row.cells.push_back(or_blank(post_figure(figures, column)));
    }
    table_.rows.push_back(std::move(row));
  }

  // A post has no eindsaldo, and a saldo where people see one. What it pays to a reserve is no lasten, and what it gets
  // from one no baten: those stand below the line.
  Amount post_figure(const YearFigures& figures, const FigureColumn& column) const {
    if (column.figure == Figure::baten) return figures.baten;
    if (column.figure == Figure::lasten) return figures.lasten;
    const bool is_shown = names(options_.kolommen, Kolom::saldo) || column.use != ColumnUse::machines;
    return column.figure == Figure::saldo && is_shown ? figures.saldo() : Amount();
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const Balances& balances_;
  const BudgetTableOptions options_;
  const ShownParts shown_;
  BudgetLayout layout_;
  ResultRows end_rows_;
  std::vector<PlacedLine> open_;  // lines that are not told of to the end
  ChosenColumns chosen_;
  Table table_;  // its rows wait to be passed on
  const TakeRow* take_ = nullptr;
  bool wanted_ = true;
};

}  // namespace

TableSource budget_rows(const Plan& plan, const Amounts& amounts, const Balances& balances,
                        const BudgetTableOptions& options) {
  const auto table = std::make_shared<BudgetTable>(plan, amounts, balances, options);
  return {table->head(), [table](const TakeRow& take) { table->each(take); }};
}

Table report_budget(const Plan& plan, const Amounts& amounts, const Balances& balances,
                    const BudgetTableOptions& options) {
  return kept(budget_rows(plan, amounts, balances, options));
}

namespace {

// The rows of one project; false: no more are wanted.
bool take_tidy(const Plan& plan, const Amounts& amounts, Years years, const Project& project, const TakeRow& take) {
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    for (std::size_t y = 0; y < years.size() && !follows_others(project, post); ++y) {
      const Year year = years.at(y);
      const Amount baten = amounts.at(project, post, Direction::baten, plan.years.index(year));
      const Amount lasten = amounts.at(project, post, Direction::lasten, plan.years.index(year));
      if (baten.is_absent() && lasten.is_absent()) continue;
      const Row row{RowKind::item,
                    0,
                    {project.programmalijn.name, project.nr, project.posts[post].nr, project.posts[post].naam,
                     std::int64_t{year.value}, baten, lasten}};
      if (!take(row)) return false;
    }
  return true;
}

}  // namespace

TableSource tidy_rows(const Plan& plan, const Amounts& amounts, const BudgetTableOptions& options) {
  Table head{"tidy", plan.naam, {}, {}};
  for (const char* key : {"programmalijn", "project", "post", "naam"})
    head.columns.push_back({key, Dutch(key), ColumnType::text});
  head.columns.push_back({"jaar", Dutch("jaar"), ColumnType::integer});
  head.columns.push_back({"baten", Dutch("baten")});
  head.columns.push_back({"lasten", Dutch("lasten")});
  return {std::move(head),
          [&plan, &amounts, years = options.years, selection = options.selection](const TakeRow& take) {
            for (std::size_t p = 0; p < plan.projects.size(); ++p)
              if (selection[p] && !take_tidy(plan, amounts, years, plan.projects[p], take)) return;
          }};
}

}  // namespace saldo
