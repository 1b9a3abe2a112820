// What a year came to, out of a file of somebody else: a csv or a workbook with the columns of `saldo table --tidy`, or the export of a
// financial package with the [[koppeling]] that says how it is to be read. Both give the same. Of the year before the plan
// there are balances only: a csv with what each project ended with.
//
// An amount is read exactly or is a finding, and no finding is passed over in the sums: with an error among the findings
// what is given is for showing only. What is not known stays so: a side without a row, an empty cell and PM give no Actual.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/money.h"
#include "base/year.h"
#include "plan/koppeling.h"
#include "plan/load.h"
#include "plan/model.h"

namespace saldo {

// What one side of a post came to, or of something that was not budgeted.
struct Actual {
  ProjectId project{};
  std::optional<std::uint32_t> post;  // position in its project; none: not budgeted, and `naam` says what it is
  std::string naam;
  Direction direction{};
  Money amount;
  std::optional<Money> verplichting;  // ordered, not booked yet
  std::optional<Money> verwacht;      // what the whole year will come to, where somebody knows better
  std::string toelichting;
  Place place;           // of the first row; of its [[koppeling.regel]] where there is none
  std::size_t rows = 0;  // that add up to it; 0: a regel names it, no row reaches it, and `zonder_rij` is "nul"
};

// What a project ended the year before the plan with.
struct ClosingBalance {
  ProjectId project{};
  Money amount;
  Place place;
};

// What became of a row. A row that adds up others is not counted beside them.
enum class Fate : std::uint8_t { mapped, skipped, total, refused };
constexpr std::string_view to_text(Fate fate) {
  constexpr std::string_view words[] = {"verwerkt", "overgeslagen", "totaalregel", "geweigerd"};
  return words[static_cast<std::size_t>(fate)];
}

struct RowFate {
  Place place;  // where the row begins
  Fate fate{};
  std::string key;                   // as it stands there: "7350/4310"; without a koppeling "3.18/5"
  std::string reason;                // of a skipped one: the `overslaan` of its regel, or in Dutch why it says nothing
  std::optional<std::size_t> regel;  // position in Koppeling::regels
  std::optional<Address> to;         // of a mapped one: "3.18/5 lasten 2025"; no figure where it has both sides
  BothSides<Money> euros;            // what it counts for
  std::optional<Money> eindsaldo = {};  // of the year before the plan, in the place of those
};

// What the record keeps as its `bron`: where the amounts come from, and the proof that none was lost on the way.
struct ActualsSource {
  std::string bestand;    // the name it was given
  std::string sha256;     // of its bytes, in hexadecimal
  std::string koppeling;  // "": the columns of --tidy
  // read = mapped + skipped + total + refused, in rows; euros of totals are in none of these sides.
  std::size_t read = 0, mapped = 0, skipped = 0, total = 0, refused = 0;
  BothSides<Money> euros_read, euros_mapped, euros_skipped;
};

// A side of a post that a regel names and no row reaches.
struct WithoutRow {
  std::size_t regel = 0;  // position in Koppeling::regels
  ProjectId project{};
  std::optional<std::uint32_t> post;
  Direction direction{};
};

struct Actuals {
  Year year;
  std::vector<Actual> amounts;           // in the order of the plan, baten first; what was not budgeted after the posts
  std::vector<ClosingBalance> balances;  // of the year before the plan, of which there is nothing else
  ActualsSource source;
  std::vector<RowFate> fates;  // of every row with something in it, in their order
  std::vector<WithoutRow> without_row;
  std::vector<std::string> unread_columns;  // headings that mean nothing here
  std::string text;                         // the file in UTF-8, for whoever shows a line of it; "" where it is no text
};

// More than a file of a plan may be, as an export has a row for every booking.
inline constexpr std::uint64_t max_sheet_bytes = 64ull << 20;

// `source.text` is the bytes of the file as read_source(path, max_sheet_bytes) gives them: a csv or a workbook. `file` is
// what findings know it by; of a workbook its sheets come into `files` as well (workbook/workbook.h). The plan is linked; `koppeling` is one of its koppelingen, or null for a csv with the columns of --tidy.
Actuals read_actuals(const Plan& plan, Year year, const SourceText& source, FileId file,
                     std::vector<std::string>& files, const Koppeling* koppeling, Findings& findings);

// Null when there is none of that name.
const Koppeling* find_koppeling(const Plan& plan, std::string_view naam);

}  // namespace saldo
