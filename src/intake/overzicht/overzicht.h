// What a published table of a budget says: its unit, what became of each row, its amounts, and whether its own totals
// are those of its rows. What it leaves open is a question: nothing is guessed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/money.h"
#include "intake/overzicht/head.h"
#include "plan/koppeling.h"

namespace saldo {

// Of every row exactly one.
enum class RowFate { post, project, programmalijn, kop, subtotaal, totaal, saldo, toelichting, unread };
inline constexpr std::size_t row_fates = 9;
std::string_view to_text(RowFate fate);

struct OverzichtRow {
  RowFate fate = RowFate::toelichting;
  std::string nr, naam;                   // nr is text for ever: 3.10 is not 3.1
  ColumnKind side = ColumnKind::unknown;  // lasten or baten, where the row itself or a heading above it says so
  std::vector<Amount> amounts = {};       // by column of the head; none of a row without
};

// Of one column of a row that is a total: what is printed, and what the rows it covers come to.
struct PrintedTotal {
  std::size_t row = 0, column = 0;
  std::size_t first = 0;  // of the rows it covers, up to its own
  Money printed, computed;
};

// What is not known, and where; without a place, the file as a whole.
struct Question {
  Place place;
  Message message;
  Message help;
};

struct Overzicht {
  OverzichtHead head;
  Money unit = one_euro;
  std::vector<OverzichtRow> rows;  // one per row of the sheet
  std::vector<PrintedTotal> totals;
  std::vector<Question> questions;
  std::size_t saldo_is_baten_less_lasten = 0, saldo_is_lasten_less_baten = 0;  // in how many saldo cells
};

// What is said of the sheet from outside; none: as it shows itself.
struct OverzichtAsked {
  std::optional<Getal> getal;
  std::optional<Money> unit;
};

// Takes time by the number of cells.
Overzicht read_overzicht(const Sheet& sheet, const OverzichtAsked& asked = {});

// "bedragen x € 1.000", "in miljoenen": the unit that a text tells of.
std::optional<Money> unit_in(std::string_view text);

}  // namespace saldo
