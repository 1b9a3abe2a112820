#include "report/diff/tables.h"

#include <set>

#include "base/say.h"
#include "report/diff/version_columns.h"
#include "report/diff/words.h"
#include "report/figures.h"

namespace saldo {

namespace {

Cell effect_cell(Money effect) {
  if (effect == Money()) return Blank();
  return Amount(effect);
}

const Pairing* pairing_of(const PlanDiff& diff, const VerschilKey& key) {
  if (key.line > 0) return &diff.two.match.lines[key.line - 1];
  if (key.project == 0) return nullptr;
  const ProjectPair& project = diff.two.match.projects[key.project - 1];
  return key.post > 0 ? &project.posts[key.post - 1] : &project.pair;
}

Cell match_cell(const PlanDiff& diff, const VerschilKey& key) {
  const Pairing* pair = pairing_of(diff, key);
  return or_blank(std::string(pair == nullptr ? "" : matched_words(*pair)));
}

// The years of `years` that both plans have.
std::vector<Year> common_years(const PlanDiff& diff, Years years) {
  std::vector<Year> found;
  for (std::size_t y = 0; diff.two.common && y < years.size(); ++y)
    if (diff.two.common->contains(years.at(y))) found.push_back(years.at(y));
  return found;
}

class VerschillenTable {
 public:
  VerschillenTable(const PlanDiff& diff, const VersionNames& names, Years years)
      : diff_(diff), names_(names), years_(common_years(diff, years)) {
    table_.id = "wijzigingen";
    table_.title = Dutch("Wijzigingen van {} naar {}, met hun effect op het saldo per jaar", names.oud, names.nieuw);
    table_.columns = {{"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines},
                      {"nr", Dutch("Nr"), ColumnType::text},
                      {"herkend", Dutch("Herkend"), ColumnType::text, {}, ColumnUse::machines},
                      {"naam", Dutch("Wijziging"), ColumnType::text}};
    for (const Year year : years_) add_year_columns(word(year), year == years_.back());
  }

  Table build() {
    for (const auto& [key, verschil] : diff_.verschillen) {
      Row row{RowKind::item,
              0,
              {std::string(verschil_soort(diff_, key, verschil)), or_blank(verschil_nr(diff_, key)),
               match_cell(diff_, key), verschil_sentence(diff_, key, verschil, names_.unit)}};
      for (const Year year : years_) add_year_cells(row, verschil.effect, diff_.two.common->index(year), effect_cell);
      table_.rows.push_back(std::move(row));
    }
    if (!table_.rows.empty() && !years_.empty()) add_total();
    return std::move(table_);
  }

 private:
  void add_year_columns(const std::string& year, bool is_last) {
    const ColumnUse use = is_last ? ColumnUse::everywhere : ColumnUse::machines;
    table_.columns.push_back({year + ".baten", Dutch("Baten"), ColumnType::amount, {}, ColumnUse::machines});
    table_.columns.push_back({year + ".lasten", Dutch("Lasten"), ColumnType::amount, {}, ColumnUse::machines});
    table_.columns.push_back({year + ".saldo", year});
    table_.columns.push_back({year + ".eindsaldo", Dutch("Eindsaldo {}", year), ColumnType::amount, {}, use});
    table_.columns.push_back({year + ".investeringsbudget",
                              Dutch("RIB {}", year),
                              ColumnType::amount,
                              {},
                              diff_.rib ? use : ColumnUse::machines});
  }

  template <class ToCell>
  static void add_year_cells(Row& row, const EffectOnTotals& effect, std::size_t year, ToCell to_cell) {
    for (const Figure figure : {Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo})
      row.cells.push_back(to_cell(effect_on(effect, figure, year)));
    row.cells.push_back(to_cell(effect_on_rib(effect, year)));
  }

  void add_total() {
    Row total{RowKind::total, 0, {Blank(), Blank(), Blank(), Dutch("Verschil")}};
    const EffectOnTotals effect = total_effect(diff_);
    for (const Year year : years_)
      add_year_cells(total, effect, diff_.two.common->index(year), [](Money money) { return Cell(Amount(money)); });
    table_.rows.push_back(std::move(total));
  }

  const PlanDiff& diff_;
  const VersionNames& names_;
  std::vector<Year> years_;
  Table table_;
};

Dutch soort_of(const Pairing& pair) {
  if (!pair.oud) return Dutch("nieuw");
  return Dutch(pair.nieuw ? "gewijzigd" : "vervallen");
}

class PostsTable {
 public:
  PostsTable(const PlanDiff& diff, Years years) : two_(diff.two), years_(years), columns_(years, diff.two.common) {
    for (const auto& [key, verschil] : diff.verschillen) touched_.insert({key.project, key.post});
  }

  Table build() {
    Table table{"posten", Dutch("Projecten en posten die verschillen"), {}, {}};
    table.columns = {{"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines},
                     {"project", Dutch("Project"), ColumnType::text, {}, ColumnUse::machines},
                     {"nr", Dutch("Nr"), ColumnType::text},
                     {"naam", Dutch("Project of post"), ColumnType::text},
                     {"herkend", Dutch("Herkend"), ColumnType::text, {}, ColumnUse::machines},
                     {"nr_oud", Dutch("Nr was"), ColumnType::text, {}, ColumnUse::machines},
                     {"naam_oud", Dutch("Naam was"), ColumnType::text, {}, ColumnUse::machines},
                     {"bedrag", Dutch("Bedrag"), ColumnType::text}};
    table.when_empty = Dutch("Geen project of post verschilt.");
    for (std::uint32_t p = 0; p < two_.match.projects.size(); ++p) add_project(p);
    columns_.add_columns(table);
    table.rows = std::move(rows_);
    return table;
  }

 private:
  template <class Named>
  void add_row(int level, const Pairing& pair, const Named* oud, const Named* nieuw, const std::string& project,
               std::string_view figure) {
    const Named& last = nieuw != nullptr ? *nieuw : *oud;
    const auto if_other = [&](const std::string& before, const std::string& now) {
      return oud == nullptr || before == now ? Cell(Blank()) : Cell(before);
    };
    rows_.push_back({level == 0 ? RowKind::subtotal : RowKind::item,
                     level,
                     {soort_of(pair), project, last.nr, last.naam, or_blank(std::string(matched_words(pair))),
                      if_other(oud == nullptr ? "" : oud->nr, last.nr),
                      if_other(oud == nullptr ? "" : oud->naam, last.naam), std::string(figure)},
                     false});
  }

  bool differs(const PairedCell& cell) const {
    PairedCell in_year = cell;
    for (std::size_t y = 0; y < years_.size(); ++y) {
      in_year.year = years_.at(y);
      if (!two_.common || !two_.common->contains(in_year.year)) continue;
      if (amount_in(two_, in_year, true) != amount_in(two_, in_year, false)) return true;
    }
    return false;
  }

  // A project is there when it or anything in it was changed, or follows a verschil elsewhere.
  void add_project(std::uint32_t p) {
    const ProjectPair& project = two_.match.projects[p];
    const Project *oud = find_project(two_.oud, project.pair, true),
                  *nieuw = find_project(two_.nieuw, project.pair, false);
    const std::string& nr = (nieuw != nullptr ? nieuw : oud)->nr;
    const std::size_t before = rows_.size();
    add_row(0, project.pair, oud, nieuw, nr, "eindsaldo");
    const bool differs = columns_.add_cells(
        rows_.back(), [&](Year year, bool is_old) { return project_eindsaldo(two_, project.pair, year, is_old); });
    for (std::uint32_t post = 0; post < project.posts.size(); ++post)
      for (const Direction direction : both_directions) add_post({p, post, direction, {}}, nr);
    const auto touched = touched_.lower_bound({p + 1, 0});
    const bool is_touched = touched != touched_.end() && touched->first == p + 1;
    if (rows_.size() == before + 1 && !is_touched && !differs) rows_.pop_back();
  }

  void add_post(const PairedCell& cell, const std::string& project) {
    if (!differs(cell)) return;
    add_row(1, two_.pair(cell), find_post(two_, cell, true), find_post(two_, cell, false), project,
            to_text(cell.direction));
    columns_.add_cells(rows_.back(), [&](Year year, bool is_old) {
      PairedCell in_year = cell;
      in_year.year = year;
      return amount_in(two_, in_year, is_old);
    });
  }

  const TwoPlans& two_;
  Years years_;
  VersionColumns columns_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> touched_;
  std::vector<Row> rows_;
};

}  // namespace

Table report_changes(const PlanDiff& diff, const VersionNames& names, Years years) {
  return VerschillenTable(diff, names, years).build();
}

Table report_differing_posts(const PlanDiff& diff, Years years) { return PostsTable(diff, years).build(); }

}  // namespace saldo
