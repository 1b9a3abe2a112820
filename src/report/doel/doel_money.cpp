#include <fmt/format.h>

#include "base/say.h"
#include "report/doel/doel_page.h"
#include "report/figures.h"

namespace saldo {

namespace {

Column text_column(const char* key, const Dutch& label) { return {key, label, ColumnType::text}; }

class DoelMoney {
 public:
  DoelMoney(const DoelPageInput& input, DoelId id)
      : input_(input), plan_(input.worked.plan), id_(id), doel_(plan_.doel(id)) {}

  std::vector<Table> make() {
    Table table{
        "geld",
        Dutch("Geld"),
        {text_column("post", Dutch("Post")), text_column("naam", Dutch("Naam")), text_column("doel", Dutch("Via doel")),
         text_column("deel", Dutch("Deel")), text_column("grond", Dutch("Grond"))},
        {}};
    for (std::size_t y = 0; y < input_.years.size(); ++y) {
      const std::string year = word(input_.years.at(y));
      table.columns.push_back({year + ".baten", Dutch("Baten"), ColumnType::amount, year});
      table.columns.push_back({year + ".lasten", Dutch("Lasten"), ColumnType::amount, year});
    }
    const std::vector<NamedMoney> all = named_money(input_.worked, input_.tree, id_);
    for (const NamedMoney& named : all) add_post(table, named);
    for (const Geld& geld : doel_.geld) add_other(table, geld);
    if (!all.empty()) add_sums(table);
    return {std::move(table), doubled_table()};
  }

 private:
  void add_post(Table& table, const NamedMoney& named) const {
    const Project& project = plan_.project(named.project);
    const Post& post = project.posts[named.post];
    Row row{RowKind::item, 0, {project.nr + "/" + post.nr, post.naam}, false};
    row.cells.push_back(named.doel == id_ ? Cell(Blank()) : Cell(goal_name(plan_.doel(named.doel))));
    row.cells.push_back(named.geld->deel ? Cell(to_percentage(named.deel)) : Cell(Blank()));
    row.cells.push_back(named.geld->grond ? Cell(std::string(to_text(*named.geld->grond))) : Cell(Blank()));
    for (std::size_t y = 0; y < input_.years.size(); ++y) {
      const BothSides<Amount>& year = named.years[plan_.years.index(input_.years.at(y))];
      for (const Direction direction : both_directions) row.cells.push_back(or_blank(year[direction]));
    }
    table.rows.push_back(std::move(row));
  }

  // Money that is no post of the plan, or not any more.
  void add_other(Table& table, const Geld& geld) const {
    std::string words = geld.tekst;
    if (geld.bedrag) words += Dutch(" ({} genoemd)", *geld.bedrag).text();
    if (geld.vervallen.line != 0) words = Dutch("vervalt").text();
    if (words.empty()) return;
    Row row{RowKind::item, 0, {Blank(), std::move(words)}, false};
    if (geld.project) row.cells[0] = geld.project->name + (geld.post.name.empty() ? "" : "/" + geld.post.name);
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }

  void add_sum(Table& table, const Dutch& label, const std::vector<BothSides<Amount>>& years) const {
    Row row{RowKind::total, 0, {Blank(), label.text(), Blank(), Blank(), Blank()}, false};
    for (std::size_t y = 0; y < input_.years.size(); ++y)
      for (const Direction direction : both_directions)
        row.cells.push_back(or_blank(years[plan_.years.index(input_.years.at(y))][direction]));
    table.rows.push_back(std::move(row));
  }

  // Why the net is less than the gross.
  Table doubled_table() const {
    Table table{"dubbel",
                Dutch("Dubbel geteld binnen het doel"),
                {text_column("van", Dutch("Van")),
                 text_column("naar", Dutch("Naar")),
                 {"jaar", Dutch("Jaar"), ColumnType::integer},
                 {"bedrag", Dutch("Bedrag")},
                 text_column("waarom", Dutch("Waarom"))},
                {}};
    for (const Doubled& one : doubled_) {
      const Year year = plan_.years.at(one.year);
      if (!input_.years.contains(year)) continue;
      const std::string& naar = plan_.project(one.naar).nr;
      table.rows.push_back({RowKind::item,
                            0,
                            {plan_.project(one.van).nr, naar, std::int64_t{year.value}, Amount(one.amount),
                             one.is_spent ? Dutch("zonder dit geld kon project {} dit niet uitgeven", naar).text()
                                          : Dutch("de ontvangst hoort ook bij het doel").text()}});
    }
    return table;
  }

  void add_sums(Table& table) {
    const std::vector<PostShares> posts = posts_of_doelen(plan_, input_.tree);
    const Doelgeld money = MoneyCounter(input_.worked).count(posts[position(id_)], &doubled_);
    std::vector<BothSides<Amount>> gross, twice, net;
    bool any_twice = false;
    for (const DoelgeldYear& year : money) {
      const auto dubbel = [](Money amount) { return amount == Money() ? Amount() : Amount(-amount); };
      gross.push_back({year.baten, year.lasten});
      twice.push_back({dubbel(year.dubbel_baten), dubbel(year.dubbel_lasten)});
      net.push_back({year.netto_baten(), year.netto_lasten()});
      any_twice = any_twice || year.dubbel_baten != Money() || year.dubbel_lasten != Money();
    }
    add_sum(table, Dutch("Bruto, elke post één keer"), gross);
    if (!any_twice) return;
    add_sum(table, Dutch("Dubbel: overdrachten binnen het doel"), twice);
    add_sum(table, Dutch("Netto"), net);
  }

  const DoelPageInput& input_;
  const Plan& plan_;
  DoelId id_;
  const Doel& doel_;
  std::vector<Doubled> doubled_;
};

}  // namespace

std::string goal_name(const Doel& doel) { return doel.nr.empty() ? doel.naam : doel.nr + " " + doel.naam; }

std::vector<Table> report_money_of(const DoelPageInput& input, DoelId id) { return DoelMoney(input, id).make(); }

}  // namespace saldo
