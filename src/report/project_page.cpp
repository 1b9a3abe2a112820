#include "report/project_page.h"

#include <algorithm>

#include "base/say.h"
#include "calc/koppen.h"
#include "report/figures.h"

namespace saldo {

namespace {

constexpr std::size_t cells_per_year = 5;  // baten, lasten, and the three that share the place of lasten

// Of a reserve, baten and lasten are what goes in and out.
Table empty_page(const Plan& plan, const Project& project, Years years, bool has_saldo_column) {
  Table table{"project", project.nr + " " + project.naam, {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text}, {"naam", Dutch("Categorie"), ColumnType::text}};
  const ColumnUse of_saldo = has_saldo_column ? ColumnUse::everywhere : ColumnUse::shared;
  const Dutch baten = project.is_reserve() ? Dutch("Toevoeging") : Dutch("Baten");
  const Dutch lasten = project.is_reserve() ? Dutch("Onttrekking") : Dutch("Lasten");
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    const Label heading = year_heading(plan, years.at(y));
    const auto add = [&](std::string_view key, const Dutch& label, ColumnUse use) {
      table.columns.push_back({year + std::string(key), label, ColumnType::amount, heading, use});
    };
    add(".baten", baten, ColumnUse::everywhere);
    add(".lasten", lasten, ColumnUse::everywhere);
    add(".opening", Dutch("Budget per 1 januari"), ColumnUse::shared);
    add(".saldo", Dutch("Saldo"), of_saldo);
    add(".eindsaldo", Dutch("Budget per 31 december"), ColumnUse::shared);
  }
  return table;
}

class ProjectPage {
 public:
  ProjectPage(const Plan& plan, const Amounts& amounts, const Balances& balances, ProjectId id, Years years,
              const ColumnChoice& kolommen)
      : plan_(plan),
        amounts_(amounts),
        balance_(balances.projects[position(id)]),
        project_(plan.project(id)),
        years_(years),
        kolommen_(kolommen),
        name_(plan.investeringsbudget && plan.investeringsbudget->id == id ? "Regionaal investeringsbudget"
              : project_.is_reserve()                                      ? "Stand"
                                                                           : "Budget") {}

  Table build() {
    table_ = empty_page(plan_, project_, years_, has_saldo_column());
    if (shows(Kolom::opening) && balance_.has_stand())
      add_balance_row(Dutch("{} per 1 januari", name_), opening_place,
                      [](const Balance& b, std::size_t y) { return Amount(b.opening_of(y)); });
    for (const UnderKop& under : by_kop(project_)) add_posts(under);
    add_total();
    if (kolommen_.empty())
      add_balance_row(project_.is_reserve() ? Dutch("Saldo van toevoegingen en onttrekkingen")
                                            : Dutch("Saldo begrote baten en lasten"),
                      saldo_place, [](const Balance& b, std::size_t y) { return b.years[y].saldo(); });
    add_mutaties();
    if (shows(Kolom::eindsaldo) && balance_.has_stand())
      add_balance_row(Dutch("{} per 31 december", name_), eindsaldo_place,
                      [](const Balance& b, std::size_t y) { return Amount(b.years[y].eindsaldo); });
    if (has_pm_) table_.footnotes.push_back(Dutch("PM: pro memorie, het bedrag is nog niet bekend en telt niet mee."));
    choose_columns(table_, shared_last());
    return std::move(table_);
  }

 private:
  static constexpr std::size_t opening_place = 2, saldo_place = 3, eindsaldo_place = 4;

  bool shows(Kolom kolom) const { return kolommen_.empty() || names(kolommen_, kolom); }
  bool has_saldo_column() const { return names(kolommen_, Kolom::saldo); }

  // A balance stands in a row of its own, under the last of the other columns.
  ColumnChoice shared_last() const {
    ColumnChoice kolommen = kolommen_;
    std::stable_partition(kolommen.begin(), kolommen.end(),
                          [](Kolom kolom) { return kolom != Kolom::opening && kolom != Kolom::eindsaldo; });
    return kolommen;
  }

  std::size_t index(std::size_t shown) const { return plan_.years.index(years_.at(shown)); }

  Row& add_row(RowKind kind, std::string_view nr, std::string naam, bool addend) {
    Row row{kind, 0, {std::move(naam)}, addend};
    row.cells.insert(row.cells.begin(), nr.empty() ? Cell(Blank()) : Cell(std::string(nr)));
    row.cells.resize(2 + cells_per_year * years_.size());
    table_.rows.push_back(std::move(row));
    return table_.rows.back();
  }

  Cell& cell(Row& row, std::size_t year, std::size_t place) { return row.cells[2 + cells_per_year * year + place]; }

  template <class FigureOf>
  void add_balance_row(const Dutch& naam, std::size_t place, FigureOf figure_of) {
    Row& row = add_row(RowKind::subtotal, "", naam, false);
    for (std::size_t y = 0; y < years_.size(); ++y) cell(row, y, place) = figure_of(balance_, index(y));
  }

  void add_posts(const UnderKop& under) {
    if (!under.kop.empty()) add_kop(under);
    for (const std::size_t post : under.posts)
      if (!is_only_mutatie(plan_, project_, post)) add_post(post, under.kop.empty() ? 0 : 1);
  }

  // Below the saldo: what goes to reserves and comes from them, and the result when they have.
  void add_mutaties() {
    bool any = false;
    for (std::size_t post = 0; post < project_.posts.size(); ++post) {
      if (!has_mutatie(plan_, project_, post)) continue;
      any = true;
      Row& row = add_row(RowKind::item, project_.posts[post].nr, project_.posts[post].naam, false);
      for (std::size_t y = 0; y < years_.size(); ++y) {
        const YearFigures figures = figures_of(plan_, amounts_, project_, {post}, index(y));
        cell(row, y, 0) = or_blank(figures.onttrekking);
        cell(row, y, 1) = or_blank(figures.toevoeging);
        if (has_saldo_column()) cell(row, y, saldo_place) = or_blank(figures.resultaat());
        note_pm(post, y);
      }
    }
    if (any)
      add_balance_row(Dutch("Resultaat, na toevoegingen en onttrekkingen"), saldo_place,
                      [](const Balance& b, std::size_t y) { return b.years[y].resultaat(); });
  }

  void note_pm(std::size_t post, std::size_t year) {
    for (const Direction direction : both_directions)
      has_pm_ = has_pm_ || amounts_.at(project_, post, direction, index(year)).is_pm();
  }

  void add_kop(const UnderKop& under) {
    Row& row = add_row(RowKind::subtotal, "", std::string(under.kop), true);
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const YearFigures figures = figures_of(plan_, amounts_, project_, under.posts, index(y));
      cell(row, y, 0) = or_blank(figures.baten);
      cell(row, y, 1) = or_blank(figures.lasten);
      if (has_saldo_column()) cell(row, y, saldo_place) = or_blank(figures.saldo());
    }
  }

  void add_post(std::size_t post, int level) {
    if (has_no_row(plan_, amounts_, project_, post)) return;
    Row& row = add_row(RowKind::item, project_.posts[post].nr, project_.posts[post].naam, true);
    row.level = level;
    for (std::size_t y = 0; y < years_.size(); ++y) {
      const YearFigures figures = figures_of(plan_, amounts_, project_, {post}, index(y));
      cell(row, y, 0) = or_blank(figures.baten);
      cell(row, y, 1) = or_blank(figures.lasten);
      if (has_saldo_column()) cell(row, y, saldo_place) = or_blank(figures.saldo());
      note_pm(post, y);
    }
  }

  void add_total() {
    Row& row = add_row(RowKind::total, "", Dutch("Totaal"), true);
    for (std::size_t y = 0; y < years_.size(); ++y) {
      cell(row, y, 0) = balance_.years[index(y)].baten;
      cell(row, y, 1) = balance_.years[index(y)].lasten;
      if (has_saldo_column()) cell(row, y, saldo_place) = balance_.years[index(y)].saldo();
    }
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const Balance& balance_;
  const Project& project_;
  Years years_;
  const ColumnChoice& kolommen_;
  Dutch name_;
  bool has_pm_ = false;
  Table table_;
};

}  // namespace

Table report_project(const Plan& plan, const Amounts& amounts, const Balances& balances, ProjectId id, Years years,
                     const ColumnChoice& kolommen) {
  return ProjectPage(plan, amounts, balances, id, years, kolommen).build();
}

Years years_with_figures(const Plan& plan, const Balance& balance) {
  Years years = plan.years;
  const auto is_empty = [&balance](std::size_t y) {
    return balance.years[y].baten.is_absent() && balance.years[y].lasten.is_absent();
  };
  while (years.first < years.last && is_empty(years.size() - 1)) years.last = years.last - 1;
  return years;
}

}  // namespace saldo
