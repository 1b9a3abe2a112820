#include "report/carryover/carryover_tables.h"

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

struct OpenWords {
  OpenKind kind;
  std::string_view id;
  Dutch title;
};

const OpenWords open_words[] = {
    {OpenKind::niet_ontvangen, "niet-ontvangen", Dutch("Verzonden naar het investeringsbudget, nergens ontvangen")},
    {OpenKind::verschil_ontvangst, "verschil-ontvangst", Dutch("Anders verzonden dan het investeringsbudget ontvangt")},
    {OpenKind::niet_geboekt, "niet-geboekt", Dutch("Uit het investeringsbudget betaald, niet of minder ontvangen")},
    {OpenKind::zonder_besluit, "zonder-besluit", Dutch("Blijft over, zonder besluit over het restant")},
    {OpenKind::terugbetalen, "terugbetalen", Dutch("Blijft over en moet worden terugbetaald")},
    {OpenKind::na_het_plan, "na-het-plan", Dutch("Onderweg naar het investeringsbudget, komt na het plan binnen")},
    {OpenKind::pm, "pm", Dutch("PM, bedrag nog niet bekend")},
};

const OpenWords& words_of(OpenKind kind) { return open_words[static_cast<std::size_t>(kind)]; }

class FundTable {
 public:
  FundTable(const Plan& plan, const Carryover& carryover, Years years)
      : plan_(plan),
        carryover_(carryover),
        years_(years),
        first_(plan.years.index(years.first)),
        is_rib_(plan.investeringsbudget && plan.investeringsbudget->id == carryover.project) {
    table_.id = is_rib_ ? "investeringsbudget" : "reserve";
    const Project& project = plan.project(carryover.project);
    table_.title = is_rib_ ? Dutch("Regionaal investeringsbudget: {} {}", project.nr, project.naam)
                           : Dutch("Reserve: {} {}", project.nr, project.naam);
    table_.columns = {
        {"nr", Dutch("Nr"), ColumnType::text},
        {"naam", is_rib_ ? Dutch("Vrijval (+) en onttrekking (-)") : Dutch("Toevoeging (+) en onttrekking (-)"),
         ColumnType::text}};
    for (std::size_t y = 0; y < years.size(); ++y) table_.columns.push_back({word(years.at(y)), word(years.at(y))});
  }

  Table build() {
    for (const FundLine& line : fund_lines(carryover_)) add_row(line);
    return std::move(table_);
  }

 private:
  void add_row(const FundLine& line) {
    Row row{kind_of(line.of), 0, {nr_of(line), naam_of(line)}};
    for (std::size_t y = first_; y < first_ + years_.size(); ++y) row.cells.push_back(or_blank(line.bedrag[y]));
    table_.rows.push_back(std::move(row));
  }

  static RowKind kind_of(FundLine::Of of) {
    if (of == FundLine::Of::opening) return RowKind::subtotal;
    return of == FundLine::Of::stand ? RowKind::total : RowKind::item;
  }

  Cell nr_of(const FundLine& line) const {
    switch (line.of) {
      case FundLine::Of::opening:
      case FundLine::Of::stand: return Blank();
      case FundLine::Of::structureel:
      case FundLine::Of::overig: return plan_.project(carryover_.project).nr;
      case FundLine::Of::vrijval:
      case FundLine::Of::onttrekking: break;
    }
    return plan_.project(line.counterpart).nr;
  }

  Dutch naam_of(const FundLine& line) const {
    const std::string& naam = plan_.project(line.counterpart).naam;
    switch (line.of) {
      case FundLine::Of::opening: return Dutch("Stand 1 januari");
      case FundLine::Of::vrijval: return is_rib_ ? Dutch("Vrijval: {}", naam) : Dutch("Toevoeging: {}", naam);
      case FundLine::Of::structureel: return Dutch("Eigen posten, structureel");
      case FundLine::Of::overig: return Dutch("Eigen posten, overig");
      case FundLine::Of::onttrekking: return Dutch("Onttrekking: {}", naam);
      case FundLine::Of::stand: return Dutch("Stand 31 december");
    }
    return Dutch("");
  }

  const Plan& plan_;
  const Carryover& carryover_;
  Years years_;
  std::size_t first_;
  bool is_rib_;
  Table table_;
};

void add_stands(Row& row, const Balance& balance, std::size_t first, std::size_t count) {
  row.cells.emplace_back(Amount(balance.opening_of(first)));
  for (std::size_t y = first; y < first + count; ++y) {
    row.cells.emplace_back(Amount(balance.opening_of(y)));
    row.cells.emplace_back(balance.years[y].baten);
    row.cells.emplace_back(balance.years[y].lasten);
    row.cells.emplace_back(Amount(balance.years[y].eindsaldo));
  }
}

}  // namespace

Table report_fund(const Plan& plan, const Carryover& carryover, Years years) {
  return FundTable(plan, carryover, years).build();
}

Table report_funds(const Plan& plan, const Balances& balances, const Balance& together, Years years) {
  Table table{"reserves", Dutch("Verloop van de reserves"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Reserve"), ColumnType::text},
                   {"opening", Dutch("Stand 1-1"), ColumnType::amount, word(years.first)}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    table.columns.push_back({year + ".opening", Dutch("Stand 1-1"), ColumnType::amount, year, ColumnUse::machines});
    table.columns.push_back({year + ".toevoeging", Dutch("Toevoeging"), ColumnType::amount, year});
    table.columns.push_back({year + ".onttrekking", Dutch("Onttrekking"), ColumnType::amount, year});
    table.columns.push_back({year + ".eindsaldo", Dutch("Stand 31-12"), ColumnType::amount, year});
  }
  const std::size_t first = plan.years.index(years.first);
  const auto add_row = [&](RowKind kind, Cell nr, Cell naam, const Balance& balance) {
    table.rows.push_back({kind, 0, {std::move(nr), std::move(naam)}});
    add_stands(table.rows.back(), balance, first, years.size());
  };
  for (const ProjectId fund : funds_of(plan))
    add_row(RowKind::item, plan.project(fund).nr, plan.project(fund).naam, balances.projects[position(fund)]);
  add_row(RowKind::total, Id{"totaal"}, Dutch("Totaal"), together);
  table.footnotes.push_back(Dutch("Stand 1-1 + toevoeging - onttrekking = stand 31-12."));
  return table;
}

Table report_open_ends(const Plan& plan, const Carryover& carryover) {
  const std::string last = word(plan.years.last);
  Table table{"open_einden", Dutch("Nog open, en wat de stand eind {} zou zijn als het geregeld is", last), {}, {}};
  table.columns = {{"soort", Dutch("Soort"), ColumnType::text, {}, ColumnUse::machines},
                   {"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Open einde"), ColumnType::text},
                   {"jaar", Dutch("Jaar"), ColumnType::integer},
                   {"bedrag", Dutch("Bedrag")},
                   {"stand", Dutch("Stand eind {}", last)}};
  table.when_empty = Dutch("Er staat niets open.");
  for (std::size_t i = 0; i < carryover.open.size(); ++i) {
    const OpenEnd& open = carryover.open[i];
    const OpenWords& words = words_of(open.kind);
    if (i == 0 || carryover.open[i - 1].kind != open.kind) {
      table.rows.push_back({RowKind::subtotal,
                            0,
                            {std::string(words.id), Blank(), words.title, Blank(), open_amount(carryover, open.kind),
                             Amount(settled_stand(carryover, open.kind))},
                            false});
    }
    const Project& project = plan.project(open.project);
    const Post* post = open.post ? &project.posts[*open.post] : nullptr;
    table.rows.push_back(
        {RowKind::item,
         1,
         {std::string(words.id), to_text(Address{project.nr, post ? post->nr.str() : ""}),
          post ? post->naam.str() : project.naam, std::int64_t{open.year.value}, open.bedrag, Amount(open.settled)},
         false});
  }
  return table;
}

}  // namespace saldo
