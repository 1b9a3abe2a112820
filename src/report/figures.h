// How a computed figure becomes a cell: the choices every report shares.
#pragma once

#include "base/table.h"
#include "calc/resolve.h"
#include "plan/model.h"

namespace saldo {

// Empty instead of "-", where most rows have nothing.
inline Cell or_blank(Amount amount) {
  if (amount.is_absent()) return Blank();
  return amount;
}

inline Cell or_blank(std::string text) {
  if (text.empty()) return Blank();
  return text;
}

// Which way a deviation goes: voordelig or nadelig.
inline Cell favour(Money verschil) {
  if (verschil == Money()) return Blank();
  return std::string(verschil < Money() ? "N" : "V");
}

}  // namespace saldo
