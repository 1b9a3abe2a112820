// Amounts as people and packages write them, read exactly or refused: nothing becomes 0, and no sign is lost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "base/money.h"
#include "intake/sheet.h"
#include "plan/koppeling.h"

namespace saldo {

// "1.234,56 CR" says its side itself.
enum class AmountFlag { none, debet, credit };

struct WrittenAmount {
  enum class Is { money, empty, pm, refused };
  Is is = Is::refused;
  Money money = {};
  AmountFlag flag = AmountFlag::none;
  // Of a refusal.
  enum class Why { other, two_readings, decimals, range, no_value };
  Why why = Why::other;
  Rule rule = Rule::realisatie_getal;  // with what to do
  Message message = {};
  Message help = {};
};

// One way of writing for a whole table: declared, or shown by an amount that can be read in one way only.
class AmountReader {
 public:
  // `koppeling` says how amounts are written, or names what could say so; null: nothing does. They are in `unit`s, one of
  // written_units, and what is read is in euros.
  explicit AmountReader(const Koppeling* koppeling, Money unit = one_euro);

  // Every amount is looked at before the first is read.
  void look_at(std::string_view text, std::uint32_t line);
  // A number of a workbook says nothing of how others are written.
  void look_at(const SheetCell& cell) {
    if (cell.is == CellIs::text) look_at(cell.text, cell.line);
  }

  // The way of writing, as far as it is known.
  std::optional<Getal> getal() const { return getal_; }
  Money unit() const { return unit_; }

  // "12.50", "1.234,56-", "(1.234,56)", "-/- € 500", "€ 1.000,-", "1 234,56 CR".
  WrittenAmount read(std::string_view text) const;
  // The same of a cell, which in a workbook may be a number, whatever the notation, or what is no amount.
  WrittenAmount read(const SheetCell& cell) const;

 private:
  WrittenAmount read_body(std::string_view text, std::string_view body, Getal getal) const;
  WrittenAmount refused_in(std::string_view text, std::string_view body, Getal getal) const;

  const Koppeling* koppeling_;
  Money unit_;
  std::optional<Getal> getal_;
  std::string witness_;  // the amount that shows it, and its line; "": it was declared
  std::uint32_t witness_line_ = 0;
};

}  // namespace saldo
