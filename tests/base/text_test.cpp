// Tables as people see them in a terminal.
#include "render/text.h"

#include <sstream>

#include "base/say.h"
#include "base/text.h"
#include "render/colour.h"
#include "render/rounding.h"
#include "render/style.h"
#include "support/catch.h"

using namespace saldo;

namespace {

const Cell blank = Blank{};
const Cell absent = Amount();
const Cell pm = Amount::pm();

Cell euro(std::int64_t euros) { return Amount(Money::of_euros(euros)); }
Cell cents(std::int64_t cents) { return Amount(Money::of_cents(cents)); }
Cell text(const char* text) { return std::string(text); }

Column naam() { return {"naam", Dutch("Naam"), ColumnType::text}; }
Column amount(const char* key, const char* label, const char* group = "") {
  return {key, Dutch(label), ColumnType::amount, Dutch(group)};
}

Style wide(std::size_t width) {
  Style style;
  style.width = width;
  return style;
}

Style thousands() {
  Style style;
  style.unit = Money::of_euros(1000);
  return style;
}

std::string shown(const Table& table, const Style& style) { return "\n" + render_text({&table, 1}, style); }

// Baten, lasten and eindsaldo of one year, and the saldo that only machines get.
void add_year(Table& table, const std::string& year) {
  table.columns.push_back({year + ".baten", Dutch("Baten"), ColumnType::amount, year});
  table.columns.push_back({year + ".lasten", Dutch("Lasten"), ColumnType::amount, year});
  table.columns.push_back({year + ".saldo", Dutch("Saldo"), ColumnType::amount, year, ColumnUse::machines});
  table.columns.push_back({year + ".eindsaldo", Dutch("Eindsaldo"), ColumnType::amount, year});
}

Table projects() {
  Table table{
      "projecten", Dutch("Samenvatting begrotingen per project"), {{"nr", Dutch("Nr"), ColumnType::text}, naam()}, {}};
  table.columns.push_back(amount("opening", "Eindsaldo 2024"));
  add_year(table, "2025");
  add_year(table, "2026");
  const auto add = [&table](RowKind kind, int level, const char* nr, const char* name, std::vector<Cell> figures) {
    std::vector<Cell> cells = {text(nr), text(name)};
    cells.insert(cells.end(), figures.begin(), figures.end());
    table.rows.push_back({kind, level, cells});
  };
  add(RowKind::subtotal, 0, "", "Van werkloosheid naar werk",
      {euro(247968), euro(595140), euro(1847165), blank, euro(-1004057), euro(348497), blank, blank, euro(-655560)});
  add(RowKind::item, 1, "3.1", "Uitvoeringsplan inclusieve arbeidsmarkt",
      {euro(557985), euro(67000), euro(16498), blank, euro(608487), blank, pm, blank, euro(608487)});
  add(RowKind::item, 1, "3.2", "Werkgeversdienstverlening: social return on investment (SROI)",
      {absent, euro(623), blank, blank, pm, absent, absent, blank, absent});
  add(RowKind::item, 2, "3.7", "Opijver (Achterhoeks fonds voor talentontwikkeling) Fase 2",
      {euro(-310017), euro(527517), euro(1830667), blank, euro(-1613167), euro(348497), blank, blank, euro(-1264670)});
  add(RowKind::total, 0, "", "Totaal",
      {euro(247968), euro(595140), euro(1847165), blank, euro(-1004057), euro(348497), blank, blank, euro(-655560)});
  return table;
}

}  // namespace

TEST_CASE("a cell is dressed in Dutch, rounded half away from zero and never -0") {
  const Style whole;
  CHECK(dress(blank, whole).empty());
  CHECK(dress(absent, whole) == "-");
  CHECK(dress(pm, whole) == "PM");
  CHECK(dress(text("1.5 fte"), whole) == "1.5 fte");
  CHECK(dress(std::int64_t{2025}, whole) == "2025");
  CHECK(dress(euro(1234567), whole) == "1.234.567");
  CHECK(dress(euro(0), whole) == "0");
  CHECK(dress(cents(-34), whole) == "0");
  CHECK(dress(cents(-49), whole) == "0");
  CHECK(dress(cents(-50), whole) == "-1");
  CHECK(dress(cents(50), whole) == "1");
}

TEST_CASE("cents and larger units are rounded from the exact cents") {
  CHECK(dress(cents(49999), thousands()) == "0");
  CHECK(dress(cents(49999'99), thousands()) == "50");
  CHECK(dress(euro(499), thousands()) == "0");
  CHECK(dress(euro(500), thousands()) == "1");
  CHECK(dress(cents(-499'99), thousands()) == "0");
  CHECK(dress(euro(-500), thousands()) == "-1");
  CHECK(dress(pm, thousands()) == "PM");
  Style exact = thousands();
  exact.cents = true;
  CHECK(dress(cents(-34), exact) == "-0,34");
  CHECK(dress(cents(123456789), exact) == "1.234.567,89");
  CHECK(unit_remark(exact).empty());
  CHECK(unit_remark(thousands()) == "bedragen x € 1.000");
  CHECK(unit_remark({80, false, Money::of_euros(1'000'000), Language::en, false}) == "bedragen x € 1.000.000");
  CHECK(dress(Amount(Money::of_cents(-Money::limit_cents)), Style()) == "-90.000.000.000.000.000");
}

TEST_CASE("a table at 120 columns") {
  CHECK(shown(projects(), wide(120)) == R"(
Samenvatting begrotingen per project
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                                                                         2025                           2026
Nr   Naam                                  Eindsaldo 2024     Baten     Lasten   Eindsaldo     Baten  Lasten   Eindsaldo
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     Van werkloosheid naar werk                   247.968   595.140  1.847.165  -1.004.057   348.497            -655.560
3.1    Uitvoeringsplan inclusieve                 557.985    67.000     16.498     608.487                PM     608.487
       arbeidsmarkt
3.2    Werkgeversdienstverlening: social                -       623                     PM         -       -           -
       return on investment (SROI)
3.7      Opijver (Achterhoeks fonds voor         -310.017   527.517  1.830.667  -1.613.167   348.497          -1.264.670
         talentontwikkeling) Fase 2
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     Totaal                                       247.968   595.140  1.847.165  -1.004.057   348.497            -655.560
)");
}

TEST_CASE("at 80 columns the second year goes below and the naam wraps in both blocks alike") {
  CHECK(shown(projects(), wide(80)) == R"(
Samenvatting begrotingen per project
────────────────────────────────────────────────────────────────────────────────
                                                               2025
Nr   Naam                        Eindsaldo 2024     Baten     Lasten   Eindsaldo
────────────────────────────────────────────────────────────────────────────────
     Van werkloosheid naar werk         247.968   595.140  1.847.165  -1.004.057
3.1    Uitvoeringsplan                  557.985    67.000     16.498     608.487
       inclusieve arbeidsmarkt
3.2    Werkgeversdienstverlenin               -       623                     PM
       g: social return on
       investment (SROI)
3.7      Opijver (Achterhoeks          -310.017   527.517  1.830.667  -1.613.167
         fonds voor
         talentontwikkeling)
         Fase 2
────────────────────────────────────────────────────────────────────────────────
     Totaal                             247.968   595.140  1.847.165  -1.004.057

────────────────────────────────────────────────────────────
                                            2026
Nr   Naam                          Baten  Lasten   Eindsaldo
────────────────────────────────────────────────────────────
     Van werkloosheid naar werk  348.497            -655.560
3.1    Uitvoeringsplan                        PM     608.487
       inclusieve arbeidsmarkt
3.2    Werkgeversdienstverlenin        -       -           -
       g: social return on
       investment (SROI)
3.7      Opijver (Achterhoeks    348.497          -1.264.670
         fonds voor
         talentontwikkeling)
         Fase 2
────────────────────────────────────────────────────────────
     Totaal                      348.497            -655.560
)");
}

TEST_CASE("in thousands, the title says so and a footnote that rounded rows do not add up") {
  Table table{"t", Dutch("Lasten"), {naam(), amount("2025", "2025"), amount("2026", "2026")}, {}};
  table.rows = {{RowKind::item, 0, {text("Communicatie"), euro(1400), cents(-34)}},
                {RowKind::item, 0, {text("Onvoorzien"), euro(1400), pm}},
                {RowKind::total, 0, {text("Totaal"), euro(2800), cents(-34)}}};
  CHECK(shown(table, thousands()) == R"(
Lasten (bedragen x € 1.000)
────────────────────────
Naam          2025  2026
────────────────────────
Communicatie     1     0
Onvoorzien       1    PM
────────────────────────
Totaal           3     0
────────────────────────
Door afronding tellen de getoonde bedragen niet overal op tot het totaal.
)");
}

TEST_CASE("shared columns stand under the column to their left, machine columns nowhere") {
  Table table{"project", Dutch("3.18 Versterken regionale samenwerking"), {naam()}, {}};
  for (const std::string year : {"2025", "2026"}) {
    table.columns.push_back({year + ".baten", Dutch("Baten"), ColumnType::amount, year});
    table.columns.push_back({year + ".lasten", Dutch("Lasten"), ColumnType::amount, year});
    table.columns.push_back({year + ".saldo", Dutch("Saldo"), ColumnType::amount, year, ColumnUse::shared});
    table.columns.push_back({year + ".herkomst", Dutch("Herkomst"), ColumnType::text, year, ColumnUse::machines});
  }
  table.rows = {
      {RowKind::item,
       0,
       {text("Budget per 1 januari"), blank, blank, euro(821779), blank, blank, blank, euro(498866), blank},
       false},
      {RowKind::item, 0, {text("Rijksbijdrage"), euro(650000), blank, blank, blank, euro(650000), blank, blank, blank}},
      {RowKind::item, 0, {text("Inzet"), blank, euro(972913), blank, text("indexatie"), blank, pm, blank, blank}},
      {RowKind::total, 0, {text("Totaal"), euro(650000), euro(972913), blank, blank, euro(650000), pm, blank, blank}},
      {RowKind::total,
       0,
       {text("Saldo"), blank, absent, euro(-322913), blank, blank, blank, euro(650000), blank},
       false},
  };
  CHECK(shown(table, wide(80)) == R"(
3.18 Versterken regionale samenwerking
──────────────────────────────────────────────────────────
                            2025                2026
Naam                    Baten    Lasten     Baten   Lasten
──────────────────────────────────────────────────────────
Budget per 1 januari            821.779            498.866
Rijksbijdrage         650.000             650.000
Inzet                           972.913                 PM
──────────────────────────────────────────────────────────
Totaal                650.000   972.913   650.000       PM
Saldo                          -322.913            650.000
)");
}

TEST_CASE("a shared column that would hide a figure keeps its own place") {
  Table table{"t", {}, {naam(), amount("lasten", "Lasten"), amount("saldo", "Saldo")}, {}};
  table.columns.back().use = ColumnUse::shared;
  table.rows = {{RowKind::item, 0, {text("Inzet"), euro(5), euro(-5)}}};
  CHECK(shown(table, wide(80)) == R"(
────────────────────
Naam   Lasten  Saldo
────────────────────
Inzet       5     -5
)");
}

TEST_CASE("note rows and footnotes stand under the table and are wrapped at the width of the page") {
  Table table{"t", Dutch("Netto"), {naam(), amount("2025", "2025")}, {}};
  table.rows = {{RowKind::item, 0, {text("Baten"), euro(1)}},
                {RowKind::note, 0, {text("De projecten 3.12 en 3.16 staan niet in tabel 3."), blank}}};
  table.footnotes = {Dutch("zonder {} euro dubbeling", Money::of_euros(176871))};
  CHECK(shown(table, wide(30)) == R"(
Netto
───────────
Naam   2025
───────────
Baten     1
───────────
De projecten 3.12 en 3.16
staan niet in tabel 3.
zonder 176.871 euro dubbeling
)");
}

TEST_CASE("a group label wider than its columns makes room for itself") {
  Table table{"t", {}, {naam(), amount("a", "Lasten", "Begroting na wijziging"), amount("b", "Lasten", "2025")}, {}};
  table.rows = {{RowKind::item, 0, {text("Inzet"), euro(5), euro(-5)}}};
  CHECK(shown(table, wide(80)) == R"(
──────────────────────────────────────
       Begroting na wijziging    2025
Naam                   Lasten   Lasten
──────────────────────────────────────
Inzet                       5       -5
)");
}

TEST_CASE("a group that does not fit at all is printed all the same, a figure is never cut") {
  Table table{"t", {}, {naam(), amount("a", "Baten", "2025"), amount("b", "Lasten", "2025")}, {}};
  table.rows = {{RowKind::item, 0, {text("Inzet"), euro(1234567890), euro(-1234567890)}}};
  CHECK(shown(table, wide(10)) == R"(
────────────────────────────────────
                   2025
Naam           Baten          Lasten
────────────────────────────────────
Inzet  1.234.567.890  -1.234.567.890
)");
}

TEST_CASE("without groups, amount columns that do not fit go below one by one") {
  Table table{"t", Dutch("Investeringsbudget"), {naam()}, {}};
  Row row{RowKind::item, 0, {text("Stand per 1 januari")}};
  for (const char* year : {"2025", "2026", "2027"}) {
    table.columns.push_back(amount(year, year));
    row.cells.push_back(euro(1662815));
  }
  table.rows = {row};
  CHECK(shown(table, wide(42)) == R"(
Investeringsbudget
─────────────────────────────────────────
Naam                      2025       2026
─────────────────────────────────────────
Stand per 1 januari  1.662.815  1.662.815

──────────────────────────────
Naam                      2027
──────────────────────────────
Stand per 1 januari  1.662.815
)");
}

TEST_CASE("other text columns wrap only where the table would not fit otherwise") {
  Table table{"relaties",
              Dutch("Overlap"),
              {{"nr", Dutch("Nr"), ColumnType::text}, naam(), {"met", Dutch("Met"), ColumnType::text}},
              {}};
  table.rows = {{RowKind::item, 0, {text("3.20"), text("Europese subsidies"), text("Opijver")}},
                {RowKind::item,
                 0,
                 {text("3.18"), text("Versterken regionale samenwerking arbeidsmarktregio"),
                  text("Uitvoeringsplan inclusieve arbeidsmarkt, SROI, VUM, Opijver en Werkcentrum Achterhoek")}}};
  CHECK(shown(table, wide(80)) == R"(
Overlap
────────────────────────────────────────────────────────────────────────────────
Nr    Naam                                  Met
────────────────────────────────────────────────────────────────────────────────
3.20  Europese subsidies                    Opijver
3.18  Versterken regionale samenwerking     Uitvoeringsplan inclusieve
      arbeidsmarktregio                     arbeidsmarkt, SROI, VUM, Opijver en
                                            Werkcentrum Achterhoek
)");
}

TEST_CASE("wide and composed characters keep the columns straight, and control characters cannot break a line") {
  Table table{"t", Dutch("Eén\ttitel"), {naam(), amount("a", "€")}, {}};
  table.rows = {{RowKind::item, 0, {text("Café ’t Hoekje"), euro(1)}},
                {RowKind::item, 0, {text("cafe\u0301 東京"), euro(22)}},
                {RowKind::item, 0, {text("regel\neinde \x1b[31m"), euro(333)}}};
  CHECK(shown(table, wide(80)) == R"(
Eén titel
──────────────────────
Naam                 €
──────────────────────
Café ’t Hoekje       1
café 東京           22
regel einde �[31m  333
)");
}

TEST_CASE("an empty line stands between tables, and empty tables and no tables are no problem") {
  const std::vector<Table> tables = {{"a", Dutch("Leeg"), {naam(), amount("2025", "2025")}, {}},
                                     {"b", Dutch("Niets"), {}, {}}};
  CHECK("\n" + render_text(tables, wide(80)) == R"(
Leeg
Er is niets te tonen.

Niets
Er is niets te tonen.
)");
  CHECK(render_text({}, wide(80)).empty());
}

TEST_CASE("colour marks titles, sums and negative figures and moves nothing") {
  Style colour = wide(120);
  colour.colour = true;
  std::string painted = shown(projects(), colour);
  CHECK(painted.starts_with("\n\x1b[1mSamenvatting begrotingen per project\x1b[0m\n"));
  CHECK(painted.find("  \x1b[31m-310.017\x1b[0m  ") != std::string::npos);
  CHECK(painted.find("  \x1b[1m\x1b[31m-1.004.057\x1b[0m  ") != std::string::npos);
  CHECK(painted.find("  \x1b[1mTotaal\x1b[0m  ") != std::string::npos);
  for (const std::string_view code : {ansi::bold, ansi::red, std::string_view("\x1b[0m")}) {
    for (std::size_t at = painted.find(code); at != std::string::npos; at = painted.find(code))
      painted.erase(at, code.size());
  }
  CHECK(painted == shown(projects(), wide(120)));
}

TEST_CASE("at any width no line ends in a space and no line that could fit is too long") {
  for (std::size_t width = 1; width <= 160; ++width) {
    std::istringstream lines(render_text(std::vector<Table>{projects()}, wide(width)));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(width, line);
      CHECK(!line.ends_with(' '));
      CHECK(display_width(line) <= std::max<std::size_t>(width, 64));  // nr, naam at its narrowest and one year
    }
  }
}

TEST_CASE("a rounded row runs on from opening to eindsaldo, or not") {
  Table table{"t",
              {},
              {naam(), amount("opening", ""), amount("2026.baten", ""), amount("2026.lasten", ""),
               amount("2026.eindsaldo", "")},
              {}};
  const auto row = [](std::int64_t opening, std::int64_t in, std::int64_t out, std::int64_t end) {
    return Row{RowKind::item, 0, {text("x"), euro(opening), euro(in), euro(out), euro(end)}};
  };
  table.rows = {row(1400, 1400, 1500, 1300)};  // 1 + 1 - 2 = 1
  CHECK_FALSE(rounded_rows_add_up(table, thousands()));
  CHECK(rounded_rows_add_up(table, Style()));
  table.rows = {row(2000, 1400, 1400, 2000)};
  CHECK(rounded_rows_add_up(table, thousands()));
  table.rows = {row(1400, 1400, 1500, 1200)};  // what does not hold exactly is not a matter of rounding
  CHECK(rounded_rows_add_up(table, thousands()));
}

TEST_CASE("rounded rows add up, or not") {
  Table table{"t", {}, {naam(), amount("a", "A")}, {}};
  const auto row = [](RowKind kind, int level, std::int64_t euros, bool addend = true) {
    return Row{kind, level, {text("x"), euro(euros)}, addend};
  };
  using enum RowKind;

  table.rows = {row(item, 0, 1400), row(item, 0, 1600), row(total, 0, 3000)};  // 1 + 2 = 3
  CHECK(rounded_rows_add_up(table, thousands()));
  table.rows = {row(item, 0, 1400), row(item, 0, 1400), row(total, 0, 2800)};  // 1 + 1 = 3
  CHECK_FALSE(rounded_rows_add_up(table, thousands()));
  CHECK(rounded_rows_add_up(table, Style()));

  SECTION("with cents nothing is rounded") {
    Style exact = thousands();
    exact.cents = true;
    CHECK(rounded_rows_add_up(table, exact));
  }
  SECTION("columns for machines are not shown, so need not add up") {
    table.columns[1].use = ColumnUse::machines;
    CHECK(rounded_rows_add_up(table, thousands()));
  }
  SECTION("cents round too") {
    table.rows = {{item, 0, {text("x"), cents(50)}}, {item, 0, {text("x"), cents(50)}}, row(total, 0, 1)};
    CHECK_FALSE(rounded_rows_add_up(table, Style()));
  }
  SECTION("rows and totals that are no addend count for nothing") {
    table.rows = {row(item, 0, 800, false), row(item, 0, 1400), row(item, 0, 1600), row(total, 0, 3000)};
    CHECK(rounded_rows_add_up(table, thousands()));
    table.rows = {row(item, 0, 1400), row(item, 0, 1400), row(total, 0, 2800, false)};
    CHECK(rounded_rows_add_up(table, thousands()));
  }
  SECTION("a total that does not hold exactly is not a matter of rounding") {
    table.rows = {row(item, 0, 1400), row(item, 0, 1400), row(total, 0, 3000)};
    CHECK(rounded_rows_add_up(table, thousands()));
  }
  SECTION("a second total stands for the rows after the first") {
    table.rows = {row(item, 0, 1600), row(total, 0, 1600), row(item, 0, 1400), row(item, 0, 1400), row(total, 0, 2800)};
    CHECK_FALSE(rounded_rows_add_up(table, thousands()));
    table.rows = {row(item, 0, 1400), row(total, 0, 1400), row(item, 0, 1400), row(total, 0, 1400)};
    CHECK(rounded_rows_add_up(table, thousands()));
  }
  SECTION("a subtotal stands for the rows one level deeper beneath it, a total for the subtotals") {
    table.rows = {row(subtotal, 0, 2800), row(item, 1, 1400), row(item, 1, 1400), row(total, 0, 2800)};
    CHECK_FALSE(rounded_rows_add_up(table, thousands()));
    table.rows = {row(subtotal, 0, 3000), row(subtotal, 1, 1400), row(item, 2, 1400), row(item, 1, 1600),
                  row(subtotal, 0, 1400), row(item, 1, 1400),     row(total, 0, 4400)};
    CHECK(rounded_rows_add_up(table, thousands()));
    table.rows.back() = row(total, 0, 4600);
    table.rows[4] = row(subtotal, 0, 1600);
    table.rows[5] = row(item, 1, 1600);
    CHECK(rounded_rows_add_up(table, thousands()));  // 3 + 2 = 5
    table.rows[0] = row(subtotal, 0, 3400);
    table.rows[3] = row(item, 1, 2000);
    table.rows.back() = row(total, 0, 5000);
    CHECK(rounded_rows_add_up(table, thousands()));  // 3 + 2 = 5
  }
  SECTION("PM and absent rows count as nothing, a total that is PM is not compared") {
    table.rows = {row(item, 0, 1400), {item, 0, {text("x"), pm}}, row(total, 0, 1400)};
    CHECK(rounded_rows_add_up(table, thousands()));
    table.rows = {{item, 0, {text("x"), pm}}, {total, 0, {text("x"), pm}}};
    CHECK(rounded_rows_add_up(table, thousands()));
  }
}
