// Random tables as documents print them: in any notation, unit and way of signs, with totals below or numbers above. What is
// read of them is what was printed, every row has its fate, and nothing is left open.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

#include "base/text.h"
#include "intake/csv.h"
#include "intake/overzicht/as_plan.h"
#include "intake/overzicht/overzicht.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Random = std::mt19937;

int between(Random& random, int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); }
bool one_in(Random& random, int times) { return between(random, 1, times) == 1; }

// How a document prints.
struct Manner {
  Getal getal = Getal::nl;
  bool grouped = true;
  Money unit = one_euro;
  Voorteken teken = Voorteken::voordelig;
  bool totals_below = true;  // else the row of the line has them
  bool has_saldo = true;
};

Manner random_manner(Random& random) {
  Manner manner;
  manner.getal = one_in(random, 3) ? Getal::punt : Getal::nl;
  manner.grouped = !one_in(random, 3);
  if (one_in(random, 2)) manner.unit = Money::of_euros(1'000);
  manner.teken = static_cast<Voorteken>(between(random, 0, 3));
  manner.totals_below = one_in(random, 2);
  return manner;
}

struct Figures {
  std::array<BothSides<Amount>, 2> years;
  Figures& operator+=(const Figures& other) {
    for (std::size_t year = 0; year < years.size(); ++year) {
      years[year].baten += other.years[year].baten;
      years[year].lasten += other.years[year].lasten;
    }
    return *this;
  }
};

struct Leaf {
  std::string nr, naam;
  Figures figures;
};
struct Line {
  std::string nr, naam;
  std::vector<Leaf> leaves;
  Figures sum() const {
    Figures all;
    for (const Leaf& leaf : leaves) all += leaf.figures;
    return all;
  }
};

Amount random_amount(Random& random, Money unit) {
  if (one_in(random, 8)) return {};
  if (one_in(random, 20)) return Amount::pm();
  if (one_in(random, 12)) return Money();
  const std::int64_t cents = std::int64_t{between(random, 1, 9'999'999)} * (unit == one_euro ? 1 : 10);
  return Money::of_cents(cents);
}

std::vector<Line> random_lines(Random& random, const Manner& manner) {
  std::vector<Line> lines;
  for (int line = 1; line <= between(random, 1, 5); ++line) {
    Line one{std::to_string(line), "Lijn " + std::string(1, static_cast<char>('A' + line)), {}};
    for (int leaf = 1; leaf <= between(random, 1, 12); ++leaf) {
      Leaf added{fmt::format("{}.{}", line, leaf), fmt::format("Werk {}, {}", line, leaf), {}};
      for (BothSides<Amount>& year : added.figures.years)
        year = {random_amount(random, manner.unit), random_amount(random, manner.unit)};
      one.leaves.push_back(std::move(added));
    }
    lines.push_back(std::move(one));
  }
  return lines;
}

std::string print(Amount amount, const Manner& manner, bool turned) {
  if (amount.is_absent()) return "-";
  if (amount.is_pm()) return "PM";
  const std::int64_t cents = turned ? -amount.counted().cents() : amount.counted().cents();
  const std::int64_t size = cents < 0 ? -cents : cents, unit = manner.unit.cents();
  std::string whole = std::to_string(size / unit);
  const bool nl = manner.getal == Getal::nl;
  if (manner.grouped) whole = grouped(whole, nl ? '.' : ',');
  const std::string rest = fmt::format("{:0{}}", size % unit, unit == 100 ? 2 : 5);
  return (cents < 0 ? "-" : "") + whole + (nl ? "," : ".") + rest;
}

std::string cells_of(const Figures& figures, const Manner& manner) {
  std::string cells;
  for (const BothSides<Amount>& year : figures.years) {
    const Amount saldo = year.baten.is_money() || year.lasten.is_money()
                             ? Amount(year.baten.counted() - year.lasten.counted())
                             : Amount();
    cells += ";" + print(year.lasten, manner, is_turned(manner.teken, Sense::lasten)) + ";" +
             print(year.baten, manner, is_turned(manner.teken, Sense::baten)) + ";" +
             print(saldo, manner, is_turned(manner.teken, Sense::saldo));
  }
  return cells + "\n";
}

std::string table_of(const std::vector<Line>& lines, const Manner& manner) {
  const std::string blank = ";;;;;;\n";
  std::string text = "Begroting van Oost;" + blank;
  if (manner.unit != one_euro) text += "(bedragen x € 1.000);" + blank;
  text += "nr;programma;2026;;;2027;;\n;;Lasten;Baten;Saldo;Lasten;Baten;Saldo\n";
  Figures all;
  for (const Line& line : lines) {
    text += line.nr + ";" + line.naam + (manner.totals_below ? blank : cells_of(line.sum(), manner));
    for (const Leaf& leaf : line.leaves) text += leaf.nr + ";" + leaf.naam + cells_of(leaf.figures, manner);
    if (manner.totals_below) text += ";Totaal " + line.naam + cells_of(line.sum(), manner);
    all += line.sum();
  }
  return text + ";Totaal" + cells_of(all, manner);
}

std::string told(const Findings& findings) {
  std::string all;
  for (const Diagnostic& finding : findings)
    all += fmt::format("{}:{} {}\n", finding.place.line, finding.place.column, to_text(finding.message));
  return all;
}

Amount at(const YearAmounts& amounts, std::size_t year) { return year < amounts.size() ? amounts[year] : Amount(); }

}  // namespace

TEST_CASE("a random table is read as it was printed") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    Random random(seed);
    const Manner manner = random_manner(random);
    const std::vector<Line> lines = random_lines(random, manner);
    const std::string text = table_of(lines, manner);
    INFO(seed << "\n" << text);
    Findings findings;
    const std::optional<Sheet> sheet = read_csv(FileId{}, text, ';', 0, findings);
    REQUIRE(sheet);
    const Overzicht table = read_overzicht(*sheet, {}, findings);
    INFO(told(findings));
    CHECK(findings.empty());
    CHECK(table.rows.size() == sheet->rows());
    CHECK(std::none_of(table.rows.begin(), table.rows.end(),
                       [](const PrintedRow& row) { return row.fate == PrintedFate::ongelezen; }));
    REQUIRE(table.head.years);
    const NewPlan plan = as_plan(*sheet, table, {"Oost", "in.csv"});
    CHECK(plan.eenheid == manner.unit);
    REQUIRE(plan.programmalijnen.size() == lines.size());
    std::size_t next = 0;
    for (const Line& line : lines)
      for (const Leaf& leaf : line.leaves) {
        REQUIRE(next < plan.projects.size());
        const NewProject& project = plan.projects[next++];
        CHECK(project.nr == leaf.nr);
        CHECK(project.naam == leaf.naam);
        CHECK(project.programmalijn == line.nr);
        for (std::size_t year = 0; year < 2; ++year) {
          CHECK(at(project.amounts.lasten, year) == leaf.figures.years[year].lasten);
          CHECK(at(project.amounts.baten, year) == leaf.figures.years[year].baten);
        }
      }
    CHECK(next == plan.projects.size());
  }
}
