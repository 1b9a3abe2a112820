// What a published table of a budget says: its headings, unit, notation and signs, what became of each row, its amounts, and
// whether its own totals are those of its rows. What it leaves open is an error among the findings: nothing is guessed.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/money.h"
#include "base/table.h"
#include "intake/overzicht/head.h"
#include "intake/sheet.h"
#include "plan/koppeling.h"

namespace saldo {

// What became of a row; each has exactly one.
enum class PrintedFate : std::uint8_t {
  post,
  project,
  programmalijn,
  kop,
  subtotaal,
  totaal,
  saldo,
  toelichting,
  overgeslagen,
  ongelezen
};
inline constexpr std::array<std::string_view, 10> printed_fates = {
    "post",   "project", "programmalijn", "kop",          "subtotaal",
    "totaal", "saldo",   "toelichting",   "overgeslagen", "ongelezen"};
constexpr std::string_view to_text(PrintedFate fate) { return printed_fates[static_cast<std::size_t>(fate)]; }
constexpr bool is_total(PrintedFate fate) {
  return fate == PrintedFate::subtotaal || fate == PrintedFate::totaal || fate == PrintedFate::saldo;
}

using PartAt = std::uint32_t;  // in Overzicht::parts
inline constexpr PartAt no_part = static_cast<PartAt>(-1);

// What few rows say beside what they are called.
struct PrintedSaid {
  std::string_view soort, onder;  // as a sheet of saldo itself says
  std::string_view reason;        // of one that is skipped
};

// Its texts are views of the sheet.
struct PrintedRow {
  std::uint32_t line = 0;  // of the csv, or the row of the sheet
  PrintedFate fate = PrintedFate::toelichting;
  std::string_view nr, naam;                // nr is text for ever: 3.10 is not 3.1
  PrintedSide side = PrintedSide::unknown;  // where the row, a heading above it or a total below it says so
  bool has_amounts = false;
  bool has_letters = false;  // V or N: amounts without a side are lasten below zero, baten above
  bool is_asked = false;     // the map says its fate
  PartAt part = no_part;     // that it is, is in, or is the total of
  std::uint32_t said = 0;    // in Overzicht::said
  std::uint8_t indent = 0;   // of its name, in a workbook
};

// A thing that the table has rows of: a node of the tree that its numbers, headings and spaces make.
// Of a large table there are as many as rows: its nr and naam are those of its row, which Overzicht gives.
struct PrintedPart {
  PartAt parent = no_part;             // a part before it; none: it stands by itself
  std::uint32_t row = 0;               // the first that is about it
  std::uint32_t nr_length = 0;         // how much of the nr of that row is its own
  PrintedFate is = PrintedFate::post;  // or project or programmalijn
  bool has_parts = false;
  bool is_told = false;  // its row says its soort, of which `is` follows
  bool is_rest = false;  // what of the part above it stands in no row: Overzicht::rests
};

// Of one figure of a row that is a total: what is printed, and what the rows it covers come to.
struct PrintedTotal {
  std::size_t row = 0, figure = 0;
  std::size_t first = 0;                    // of the rows it covers, which end before it or go on behind it
  PrintedSide side = PrintedSide::unknown;  // lasten, baten, or unknown: baten less lasten
  Money printed, computed;
  bool fits = false;       // as far as rounding goes
  bool is_turned = false;  // a saldo that is printed as lasten - baten
};

// How many amounts show a notation: those that are an amount in one only, and those that are in both.
struct ShownNotation {
  std::size_t nl = 0, punt = 0, both = 0;
};

// How many rows with a saldo show a way of signs, as their lasten and baten are printed.
struct ShownSigns {
  std::size_t baten_less_lasten = 0, lasten_less_baten = 0, sum = 0, rows = 0;
};

struct Overzicht {
  OverzichtHead head;
  ShownNotation notation;
  std::optional<Getal> getal;  // of the amounts that are text; none: they fit both
  bool getal_by_totals = false;
  Money unit = one_euro;
  std::string unit_told;  // the text that says so; "": nothing does
  Place unit_place;
  ShownSigns signs;
  Voorteken teken = Voorteken::voordelig;
  std::vector<PrintedRow> rows;                                 // one per row of the sheet
  std::vector<PrintedSaid> said = std::vector<PrintedSaid>(1);  // the first is of all rows that say nothing
  std::vector<Amount> amounts;  // rows times figures, in euros, in the signs of `voordelig`; a saldo as it is printed
  std::vector<PrintedPart> parts;
  std::vector<PrintedTotal> totals;
  std::vector<std::pair<std::size_t, std::vector<Amount>>> rests;  // parts, with their figures
  bool are_reserves = false;                                       // all its projects: it is a statement of reserves
  // What goes to reserves and comes from them is in it, and no reserve: that is left out of the plan.
  bool lacks_reserves = false;
  std::size_t words_pm = 0, words_absent = 0, hidden_rows = 0;

  const PrintedSaid& said_of(const PrintedRow& row) const { return said[row.said]; }
  std::string_view nr_of(const PrintedPart& part) const { return rows[part.row].nr.substr(0, part.nr_length); }
  std::string_view naam_of(const PrintedPart& part) const {
    const PrintedRow& row = rows[part.row];
    return row.naam.empty() ? row.nr : row.naam;
  }
  // Of a part that is told, what its row says it is.
  std::string_view soort_of(const PrintedPart& part) const { return said_of(rows[part.row]).soort; }
  std::span<const Amount> amounts_of(std::size_t row) const {
    return {amounts.data() + row * head.figures.size(), head.figures.size()};
  }
  std::span<Amount> amounts_of(std::size_t row) {
    return {amounts.data() + row * head.figures.size(), head.figures.size()};
  }
};

// What is said of the sheet from outside; none: as it shows itself.
struct OverzichtAsked {
  std::optional<Getal> getal;
  std::optional<Getal> getal_of_saldo = {};  // of a sheet that saldo itself made, where its amounts do not show it
  std::optional<Money> unit;
  std::optional<Years> years;
  std::optional<Voorteken> teken;
  PrintedSide bare = PrintedSide::unknown;  // the side of amounts of which nothing says it
  bool rounds = false;                      // amounts with more than a cent may be rounded to it
  bool joins = false;                       // rows with the same name are added up
  // What stands in cells of amounts besides them, as folded() gives it: that it is PM, nothing or 0.
  std::map<std::string, Amount, std::less<>> words = {};
  HeadAsked columns = {};
  struct Row {
    std::uint32_t line = 0;
    PrintedFate fate{};
    std::string reason = {};
    Place place = {};  // in the map
  };
  std::vector<Row> rows = {};  // by line
};

// Takes time by the number of cells. The texts of the sheet and what is asked outlive what is given.
Overzicht read_overzicht(const Sheet& sheet, const OverzichtAsked& asked, Findings& findings);

}  // namespace saldo
