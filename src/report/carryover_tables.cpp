#include "report/carryover_tables.h"

#include <algorithm>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

struct OpenWords {
  OpenKind kind;
  std::string_view id;
  std::string_view title;
};

constexpr OpenWords open_words[] = {
    {OpenKind::niet_ontvangen, "niet-ontvangen", "Verzonden naar het investeringsbudget, nergens ontvangen"},
    {OpenKind::verschil_ontvangst, "verschil-ontvangst", "Anders verzonden dan het investeringsbudget ontvangt"},
    {OpenKind::niet_geboekt, "niet-geboekt", "Uit het investeringsbudget betaald, niet of minder ontvangen"},
    {OpenKind::zonder_besluit, "zonder-besluit", "Blijft over, zonder besluit over het restant"},
    {OpenKind::terugbetalen, "terugbetalen", "Blijft over en moet worden terugbetaald"},
    {OpenKind::na_het_plan, "na-het-plan", "Onderweg naar het investeringsbudget, komt na het plan binnen"},
    {OpenKind::pm, "pm", "PM, bedrag nog niet bekend"},
};

const OpenWords& words_of(OpenKind kind) { return open_words[static_cast<std::size_t>(kind)]; }

class InvesteringsbudgetTable {
 public:
  InvesteringsbudgetTable(const Plan& plan, const Carryover& carryover, Years years)
      : plan_(plan), carryover_(carryover), years_(years), first_(plan.years.index(years.first)) {
    table_.id = "investeringsbudget";
    table_.title = "Regionaal investeringsbudget: " + plan.project(carryover.project).nr + " " +
                   plan.project(carryover.project).naam;
    table_.columns = {{"nr", "Nr", ColumnType::text}, {"naam", "Vrijval (+) en onttrekking (-)", ColumnType::text}};
    for (std::size_t y = 0; y < years.size(); ++y) table_.columns.push_back({word(years.at(y)), word(years.at(y))});
  }

  Table build() {
    const std::string& nr = plan_.project(carryover_.project).nr;
    std::vector<Amount> opening{carryover_.opening};
    opening.insert(opening.end(), carryover_.stand.begin(), carryover_.stand.end());
    add_row(RowKind::subtotal, Blank(), "Stand 1 januari", opening);
    for (const Movement& movement : carryover_.vrijval) add_movement("Vrijval: ", movement);
    add_if_any(nr, "Eigen posten, structureel", carryover_.structureel);
    add_if_any(nr, "Eigen posten, overig", carryover_.overig);
    for (const Movement& movement : carryover_.onttrekkingen) add_movement("Onttrekking: ", movement);
    add_row(RowKind::total, Blank(), "Stand 31 december", {carryover_.stand.begin(), carryover_.stand.end()});
    return std::move(table_);
  }

 private:
  void add_row(RowKind kind, Cell nr, std::string naam, const std::vector<Amount>& amounts) {
    Row row{kind, 0, {std::move(nr), std::move(naam)}};
    for (std::size_t y = first_; y < first_ + years_.size(); ++y) row.cells.push_back(or_blank(amounts[y]));
    table_.rows.push_back(std::move(row));
  }

  void add_movement(std::string_view verb, const Movement& movement) {
    const Project& counterpart = plan_.project(movement.counterpart);
    add_if_any(counterpart.nr, std::string(verb) + counterpart.naam, movement.bedrag);
  }

  void add_if_any(const std::string& nr, std::string naam, const std::vector<Amount>& amounts) {
    const bool any = std::any_of(amounts.begin(), amounts.end(), [](Amount amount) { return !amount.is_absent(); });
    if (any) add_row(RowKind::item, nr, std::move(naam), amounts);
  }

  const Plan& plan_;
  const Carryover& carryover_;
  Years years_;
  std::size_t first_;
  Table table_;
};

}  // namespace

Table report_investeringsbudget(const Plan& plan, const Carryover& carryover, Years years) {
  return InvesteringsbudgetTable(plan, carryover, years).build();
}

Table report_open_ends(const Plan& plan, const Carryover& carryover) {
  const std::string last = word(plan.years.last);
  Table table{"open_einden", "Nog open, en wat de stand eind " + last + " zou zijn als het geregeld is", {}, {}};
  table.columns = {{"soort", "Soort", ColumnType::text, "", ColumnUse::machines},
                   {"nr", "Nr", ColumnType::text},
                   {"naam", "Open einde", ColumnType::text},
                   {"jaar", "Jaar", ColumnType::integer},
                   {"bedrag", "Bedrag"},
                   {"stand", "Stand eind " + last}};
  for (std::size_t i = 0; i < carryover.open.size(); ++i) {
    const OpenEnd& open = carryover.open[i];
    const OpenWords& words = words_of(open.kind);
    if (i == 0 || carryover.open[i - 1].kind != open.kind) {
      table.rows.push_back({RowKind::subtotal,
                            0,
                            {std::string(words.id), Blank(), std::string(words.title), Blank(),
                             open_amount(carryover, open.kind), Amount(settled_stand(carryover, open.kind))},
                            false});
    }
    const Project& project = plan.project(open.project);
    const Post* post = open.post ? &project.posts[*open.post] : nullptr;
    table.rows.push_back(
        {RowKind::item,
         1,
         {std::string(words.id), to_text(Address{project.nr, post ? post->nr : ""}), post ? post->naam : project.naam,
          std::int64_t{open.year.value}, open.bedrag, Amount(open.settled)},
         false});
  }
  return table;
}

}  // namespace saldo
