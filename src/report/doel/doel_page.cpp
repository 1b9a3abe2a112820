#include "report/doel/doel_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "report/doel/doel_words.h"
#include "report/figures.h"

namespace saldo {

namespace {

Table table_of(const char* id, Label title, std::vector<Column> columns) {
  return {id, std::move(title), std::move(columns), {}};
}
Column text(const char* key, const Dutch& label) { return {key, label, ColumnType::text}; }

class DoelPage {
 public:
  DoelPage(const DoelPageInput& input, DoelId id)
      : input_(input), plan_(input.worked.plan), id_(id), doel_(plan_.doel(id)) {}

  std::vector<Table> make() {
    std::vector<Table> tables;
    for (Table table : {goal(), targets(), results(), facts()}) tables.push_back(std::move(table));
    for (Table& table : report_money_of(input_, id_)) tables.push_back(std::move(table));
    tables.push_back(others());
    std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
    return tables;
  }

 private:
  Table goal() const {
    Table table = table_of("doel", goal_name(doel_), {text("sleutel", Dutch("Doel")), text("waarde", Dutch("Wat"))});
    const auto add = [&table](const Dutch& label, const std::string& value) {
      if (!value.empty()) table.rows.push_back({RowKind::item, 0, {label.text(), value}});
    };
    add(Dutch("Id"), doel_.id);
    add(Dutch("Soort"), std::string(to_text(doel_.soort)));
    add(Dutch("Nr"), doel_.nr);
    if (doel_.onder) add(Dutch("Onder"), goal_name(plan_.doel(*doel_.onder->id)));
    if (const auto project = input_.tree.projects[position(id_)])
      add(Dutch("Project"), plan_.project(*project).nr + " " + plan_.project(*project).naam);
    for (const LineId line : input_.tree.lines[position(id_)]) add(Dutch("Programmalijn"), plan_.line(line).naam);
    for (const Named& was : doel_.was) add(Dutch("Was"), was.name);
    add(Dutch("Tekst"), doel_.tekst);
    for (const Named& elders : doel_.elders) add(Dutch("Cijfers staan in"), elders.name);
    return table;
  }

  // What else is said of a target, which people read in one column.
  std::string remarks(const Streef& streef) const {
    std::string words;
    const auto add = [&words](const Dutch& part) { words += (words.empty() ? "" : "; ") + part.text(); };
    if (!streef.maat.van.empty()) add(Dutch("van {}", streef.maat.van));
    if (streef.maat.van_aantal) add(Dutch("dat zijn er {}", in_figures(streef.maat.van_aantal->getal)));
    if (!streef.voor.empty()) add(Dutch("voor {}", streef.voor));
    if (!streef.wanneer.empty()) add(Dutch("{}", streef.wanneer));
    if (!streef.mits.empty()) add(Dutch("mits {}", streef.mits));
    if (streef.norm_bij) add(Dutch("norm bij streven {}", std::to_string(*streef.norm_bij)));
    if (streef.deel_van) add(Dutch("deel van {}", goal_name(plan_.doel(*streef.deel_van->id))));
    if (streef.bekend_na) add(Dutch("bekend na {}", moment_words(streef.bekend_na)));
    if (!streef.bron.empty()) add(Dutch("bron: {}", streef.bron));
    return words;
  }

  Table targets() const {
    Table table = table_of("streven", Dutch("Streven"),
                           {{"nr", Dutch("Nr"), ColumnType::integer},
                            text("streven", Dutch("Streven")),
                            text("jaar", Dutch("Jaar")),
                            text("nulmeting", Dutch("Nulmeting")),
                            text("resultaat", Dutch("Resultaat")),
                            {"weg", Dutch("Weg (%)"), ColumnType::decimal},
                            text("stand", Dutch("Stand")),
                            text("opmerking", Dutch("Opmerking"))});
    const std::vector<Voortgang> all = voortgangen_of(doel_, input_.until);
    for (std::size_t s = 0; s < all.size(); ++s) {
      const Streef& streef = doel_.streven[s];
      const Voortgang& voortgang = all[s];
      std::string remark = remarks(streef);
      if (voortgang.weg && voortgang.weg->from_zero)
        remark += (remark.empty() ? "" : "; ") + Dutch("weg vanaf nul: er is geen nulmeting").text();
      table.rows.push_back(
          {RowKind::item,
           0,
           {std::int64_t{streef.nr}, streef_words(streef), or_blank(when_words(streef)), or_blank(base_words(streef)),
            voortgang.resultaat == nullptr ? Blank() : Cell(figure_words(*voortgang.resultaat, &streef)),
            way_cell(voortgang.weg), stand_words(voortgang), or_blank(std::move(remark))}});
    }
    return table;
  }

  Table results() const {
    Table table = table_of("resultaten", Dutch("Resultaten"),
                           {{"streef", Dutch("Streven"), ColumnType::integer},
                            text("wat", Dutch("Wat")),
                            text("resultaat", Dutch("Resultaat")),
                            text("beweerd", Dutch("Gezegd")),
                            text("volgt", Dutch("Volgt uit de cijfers")),
                            text("bekend_na", Dutch("Bekend na")),
                            text("bron", Dutch("Bron"))});
    for (const Resultaat& resultaat : doel_.resultaten) {
      const Streef* streef = doel_.streef_of(resultaat);
      const auto claim = resultaat.beweerd ? Cell(std::string(to_text(*resultaat.beweerd))) : Cell(Blank());
      const std::string wat = !resultaat.wat.empty() ? resultaat.wat : streef == nullptr ? doel_.naam : streef->wat;
      table.rows.push_back(
          {RowKind::item,
           0,
           {streef == nullptr ? Cell(Blank()) : Cell(std::int64_t{streef->nr}), or_blank(wat),
            or_blank(figure_words(resultaat, streef)), claim,
            streef == nullptr ? Cell(Blank()) : Cell(std::string(to_text(compare(*streef, resultaat)))),
            or_blank(moment_words(resultaat.bekend_na)), or_blank(resultaat.bron)}});
    }
    return table;
  }

  Table facts() const {
    Table table = table_of("feiten", Dutch("Feiten"),
                           {text("wat", Dutch("Wat")), text("waarde", Dutch("Waarde")),
                            text("wanneer", Dutch("Wanneer")), text("bron", Dutch("Bron"))});
    for (const Feit& feit : doel_.feiten) {
      std::string value = (feit.ongeveer ? "ongeveer " : "") + in_figures(feit.waarde.getal, feit.maat);
      if (!feit.maat.van.empty()) value += " van " + feit.maat.van;
      table.rows.push_back(
          {RowKind::item, 0, {feit.wat, std::move(value), or_blank(moment_words(feit.moment)), or_blank(feit.bron)}});
    }
    return table;
  }

  void add_reference(Table& table, const Dutch& how, DoelId id) const {
    const Doel& other = plan_.doel(id);
    table.rows.push_back({RowKind::item, 0, {how.text(), other.id, or_blank(other.nr), other.naam}});
  }

  Table others() const {
    Table table = table_of(
        "zie", Dutch("Zie ook"),
        {text("hoe", Dutch("Hoe")), text("id", Dutch("Id")), text("nr", Dutch("Nr")), text("naam", Dutch("Doel"))});
    for (const DoelId inner : input_.tree.under[position(id_)]) add_reference(table, Dutch("eronder"), inner);
    for (const Reference<DoelId>& other : doel_.zie) add_reference(table, Dutch("zie"), *other.id);
    for (std::size_t i = 0; i < plan_.doelen.size(); ++i) {
      const std::vector<Reference<DoelId>>& seen = plan_.doelen[i].zie;
      if (std::any_of(seen.begin(), seen.end(), [&](const auto& other) { return other.id == id_; }))
        add_reference(table, Dutch("noemt dit doel"), static_cast<DoelId>(i));
    }
    return table;
  }

  const DoelPageInput& input_;
  const Plan& plan_;
  DoelId id_;
  const Doel& doel_;
};

}  // namespace

std::vector<Table> report_doel(const DoelPageInput& input, DoelId id) { return DoelPage(input, id).make(); }

}  // namespace saldo
