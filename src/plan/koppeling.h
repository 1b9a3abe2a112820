// [[koppeling]]: how the export of a financial package becomes amounts of a plan. It is written once and kept from year to
// year: what the columns are called, which sign is which side, and which row is which post. Nothing of it is guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/reference.h"

namespace saldo {

// The letters of a file that is not a plan.
enum class Tekenset : std::uint8_t { utf_8, windows_1252 };
constexpr std::string_view to_text(Tekenset tekenset) {
  constexpr std::string_view words[] = {"utf-8", "windows-1252"};
  return words[static_cast<std::size_t>(tekenset)];
}

// How its amounts are written: 1.234,56 or 1,234.56.
enum class Getal : std::uint8_t { nl, punt };
constexpr std::string_view to_text(Getal getal) {
  constexpr std::string_view words[] = {"nl", "punt"};
  return words[static_cast<std::size_t>(getal)];
}

// Where the side of an amount is told: by its sign, by its column, or by a flag beside it.
enum class Teken : std::uint8_t { debet_positief, credit_positief, lasten_positief, debet_credit, vlag, baten_lasten };
constexpr std::string_view to_text(Teken teken) {
  constexpr std::string_view words[] = {"debet-positief", "credit-positief", "lasten-positief", "debet-credit",
                                        "vlag",           "baten-lasten"};
  return words[static_cast<std::size_t>(teken)];
}

// Whether a key has one row, or many that add up.
enum class Niveau : std::uint8_t { saldi, boekingen };
constexpr std::string_view to_text(Niveau niveau) {
  constexpr std::string_view words[] = {"saldi", "boekingen"};
  return words[static_cast<std::size_t>(niveau)];
}

// Whether the overdrachten between projects stand in the export, or only in the plan.
enum class Intern : std::uint8_t { plan, boekingen };
constexpr std::string_view to_text(Intern intern) {
  constexpr std::string_view words[] = {"plan", "boekingen"};
  return words[static_cast<std::size_t>(intern)];
}

// What a post came to that a regel names and no row reaches.
enum class ZonderRij : std::uint8_t { nul, fout };
constexpr std::string_view to_text(ZonderRij zonder_rij) {
  constexpr std::string_view words[] = {"nul", "fout"};
  return words[static_cast<std::size_t>(zonder_rij)];
}

// The headings of the columns; an empty name: the export has no such column.
struct Kolommen {
  std::vector<Named> sleutel;  // joined with a slash: "7350/4310"
  Named naam, bedrag, jaar, verplichting;
  Named debet, credit;  // of teken debet-credit
  Named vlag;           // of teken vlag: D or C
  Named baten, lasten;  // of teken baten-lasten
  Place place;
};

// Rows that add up others: the cells of `kolom` that this pattern fits.
struct Totaalregel {
  Named kolom;
  std::string waarde;
};

// The rows of one key, or of all keys a pattern fits: a side of a post, something that was not budgeted, or nothing of
// the plan and why.
struct KoppelingRegel {
  Named sleutel;
  Reference<ProjectId> project;
  Named post;                     // its nr or naam
  Named naam;                     // of what was not budgeted, which has a toelichting
  std::optional<Direction> kant;  // none, with teken baten-lasten: the one that the column says
  Named overslaan;                // why; "": it is not skipped
  std::string toelichting;
  Place place;
  std::optional<std::uint32_t> position = {};  // of the post in its project, once linked
};

struct Koppeling {
  std::string naam;
  Place place;                    // of its naam
  Named blad;                     // the sheet of a workbook, or its number; "": the only one that is not hidden
  std::optional<char> scheiding;  // none: as the first row shows
  Tekenset tekenset = Tekenset::utf_8;
  std::optional<Getal> getal;  // none: as the amounts show, where they do
  std::uint32_t kopregel = 0;  // the line of the headings; 0: the first there is
  Kolommen kolommen;
  Teken teken{};
  Niveau niveau{};
  std::optional<Totaalregel> totaalregel;
  Intern intern{};
  ZonderRij zonder_rij = ZonderRij::fout;
  std::vector<KoppelingRegel> regels;  // the first that fits wins
};

}  // namespace saldo
