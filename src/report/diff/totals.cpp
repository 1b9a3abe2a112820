#include "base/say.h"
#include "report/diff/adopted_words.h"
#include "report/diff/tables.h"
#include "report/diff/version_columns.h"
#include "report/diff/words.h"

namespace saldo {

namespace {

class BalancesTable {
 public:
  BalancesTable(const PlanDiff& diff, Years years) : two_(diff.two), columns_(years, diff.two.common) {}

  Table build() {
    Table table{"eindsaldo",
                Dutch("Eindsaldo van de programmalijnen die verschillen, het totaal en het investeringsbudget"),
                {},
                {}};
    table.columns = {{"nr", Dutch("Nr"), ColumnType::text, {}, ColumnUse::machines},
                     {"naam", Dutch("Programmalijn"), ColumnType::text}};
    for (const Pairing& line : two_.match.lines) add_line(line);
    for (const ProjectPair& project : two_.match.projects) add_by_itself(project.pair);
    add("totaal", Dutch("Totaal"), RowKind::total, [&](Year year, bool is_old) { return total(year, is_old); });
    add_rib();
    columns_.add_columns(table);
    table.rows = std::move(rows_);
    return table;
  }

 private:
  // Only what differs.
  template <class AmountIn>
  void add(const std::string& nr, std::string naam, RowKind kind, AmountIn amount_in_year) {
    Row row{kind, 0, {Id{nr}, std::move(naam)}, false};
    if (columns_.add_cells(row, amount_in_year)) rows_.push_back(std::move(row));
  }

  void add_line(const Pairing& line) {
    const Programmalijn& last = line.nieuw ? two_.nieuw.plan.lines[*line.nieuw] : two_.oud.plan.lines[*line.oud];
    add(last.id, last.naam, RowKind::item, [&](Year year, bool is_old) {
      const Worked& version = is_old ? two_.oud : two_.nieuw;
      return eindsaldo_in(version, version.balances.lines, is_old ? line.oud : line.nieuw, year);
    });
  }

  // A project that is in no line is a row beside those.
  void add_by_itself(const Pairing& pair) {
    const Project& last = pair.nieuw ? two_.nieuw.plan.projects[*pair.nieuw] : two_.oud.plan.projects[*pair.oud];
    if (last.programmalijn.id) return;
    add(last.nr, last.naam, RowKind::item, [&](Year year, bool is_old) {
      const Worked& version = is_old ? two_.oud : two_.nieuw;
      return eindsaldo_in(version, version.balances.projects, is_old ? pair.oud : pair.nieuw, year);
    });
  }

  Amount total(Year year, bool is_old) const {
    const Worked& version = is_old ? two_.oud : two_.nieuw;
    if (!version.plan.years.contains(year)) return {};
    return version.balances.total.years[version.plan.years.index(year)].eindsaldo;
  }

  static std::optional<std::uint32_t> rib(const Worked& version) {
    if (!version.plan.investeringsbudget) return std::nullopt;
    return static_cast<std::uint32_t>(position(*version.plan.investeringsbudget->id));
  }

  void add_rib() {
    add("investeringsbudget", Dutch("waarvan investeringsbudget"), RowKind::item, [&](Year year, bool is_old) {
      const Worked& version = is_old ? two_.oud : two_.nieuw;
      return eindsaldo_in(version, version.balances.projects, rib(version), year);
    });
  }

  const TwoPlans& two_;
  VersionColumns columns_;
  std::vector<Row> rows_;
};

class BridgeTable {
 public:
  BridgeTable(const PlanDiff& diff, const VersionNames& names, const BridgedFigure& figure)
      : diff_(diff), names_(names), adopted_(diff, names), bridge_(build_bridge(diff, figure)) {
    what_ = in_words(figure.nieuw ? address_of(diff.two.nieuw.plan, *figure.nieuw)
                                  : address_of(diff.two.oud.plan, *figure.oud));
    table_.id = "aansluiting";
    table_.title = Dutch("Aansluiting {}: van {} naar {}", what_, names.oud, names.nieuw);
    table_.columns = {{"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines},
                      {"nr", Dutch("Nr"), ColumnType::text},
                      {"naam", Dutch("Wijziging"), ColumnType::text},
                      {"bedrag", Dutch("Bedrag")}};
  }

  Table build(std::size_t most) {
    add("oud", "", Dutch("Oud {}", what_), bridge_.oud);
    const std::size_t count = bridge_.steps.size();
    const std::size_t shown = count <= most + 1 ? count : most;  // one of them together is as long as itself
    for (std::size_t i = 0; i < shown; ++i) add_step(bridge_.steps[i]);
    if (shown < count) add("overig", "", Dutch("{} overige wijzigingen", count - shown), bridge_.rest_from(shown));
    table_.rows.push_back(
        {RowKind::total, 0, {std::string("nieuw"), Blank(), Dutch("Nieuw {}", what_), Amount(bridge_.nieuw)}});
    if (bridge_.without_effect > 0)
      table_.footnotes.push_back(bridge_.without_effect == 1 ? Dutch("1 wijziging is zonder effect op dit bedrag.")
                                                             : Dutch("{} wijzigingen zijn zonder effect op dit bedrag.",
                                                                     bridge_.without_effect));
    for (Dutch& note : adopted_notes(names_)) table_.footnotes.push_back(std::move(note));
    return std::move(table_);
  }

 private:
  void add_step(const Bridge::Step& step) {
    const Verschil& verschil = diff_.verschillen.at(*step.verschil);
    add(std::string(verschil_soort(diff_, *step.verschil, verschil)), verschil_nr(diff_, *step.verschil),
        verschil_sentence(diff_, *step.verschil, verschil, names_.unit) + adopted_.of(*step.verschil), step.effect);
  }

  void add(std::string soort, std::string nr, std::string naam, Money amount) {
    table_.rows.push_back(
        {RowKind::item, 0, {std::move(soort), or_blank(std::move(nr)), std::move(naam), Amount(amount)}});
  }

  const PlanDiff& diff_;
  const VersionNames& names_;
  AdoptedWords adopted_;
  Bridge bridge_;
  std::string what_;
  Table table_;
};

}  // namespace

Table report_differing_balances(const PlanDiff& diff, Years years) { return BalancesTable(diff, years).build(); }

Table report_bridge(const PlanDiff& diff, const VersionNames& names, const BridgedFigure& figure, std::size_t most) {
  return BridgeTable(diff, names, figure).build(most);
}

}  // namespace saldo
