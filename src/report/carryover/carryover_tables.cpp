#include "report/carryover/carryover_tables.h"

#include <algorithm>

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
    const std::string& nr = plan_.project(carryover_.project).nr;
    std::vector<Amount> opening{carryover_.opening};
    opening.insert(opening.end(), carryover_.stand.begin(), carryover_.stand.end());
    add_row(RowKind::subtotal, Blank(), Dutch("Stand 1 januari"), opening);
    for (const Movement& movement : carryover_.vrijval)
      add_if_any(nr_of(movement),
                 is_rib_ ? Dutch("Vrijval: {}", naam_of(movement)) : Dutch("Toevoeging: {}", naam_of(movement)),
                 movement.bedrag);
    add_if_any(nr, Dutch("Eigen posten, structureel"), carryover_.structureel);
    add_if_any(nr, Dutch("Eigen posten, overig"), carryover_.overig);
    for (const Movement& movement : carryover_.onttrekkingen)
      add_if_any(nr_of(movement), Dutch("Onttrekking: {}", naam_of(movement)), movement.bedrag);
    add_row(RowKind::total, Blank(), Dutch("Stand 31 december"), {carryover_.stand.begin(), carryover_.stand.end()});
    return std::move(table_);
  }

 private:
  void add_row(RowKind kind, Cell nr, Dutch naam, const std::vector<Amount>& amounts) {
    Row row{kind, 0, {std::move(nr), std::move(naam)}};
    for (std::size_t y = first_; y < first_ + years_.size(); ++y) row.cells.push_back(or_blank(amounts[y]));
    table_.rows.push_back(std::move(row));
  }

  const std::string& nr_of(const Movement& movement) const { return plan_.project(movement.counterpart).nr; }
  const std::string& naam_of(const Movement& movement) const { return plan_.project(movement.counterpart).naam; }

  void add_if_any(const std::string& nr, Dutch naam, const std::vector<Amount>& amounts) {
    const bool any = std::any_of(amounts.begin(), amounts.end(), [](Amount amount) { return !amount.is_absent(); });
    if (any) add_row(RowKind::item, nr, std::move(naam), amounts);
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
         {std::string(words.id), to_text(Address{project.nr, post ? post->nr.str() : ""}), post ? post->naam.str() : project.naam,
          std::int64_t{open.year.value}, open.bedrag, Amount(open.settled)},
         false});
  }
  return table;
}

}  // namespace saldo
