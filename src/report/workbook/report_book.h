// A worked plan -> a book that goes on working: every total, saldo and derived amount is a formula of the amounts that were
// written, with what saldo makes of it beside it. No amount is worked out here: formulas tell what calc/ has done.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/finding/diagnostic.h"
#include "base/table.h"
#include "base/workbook/book.h"
#include "calc/worked.h"

namespace saldo {

struct BookInput {
  const Worked& worked;
  std::function<std::string(FileId)> file_name;
  std::span<const Diagnostic> findings = {};
  std::span<const Table> bridges = {};  // from an older plan to this one, as report_bridge makes them
  std::string standing = {};            // what is shown, in words: "actueel"
  std::string date = {};                // of the paper; none: it does not say
};

// Sheets Leeswijzer, Oogopslag, Tabel 3 and Tabel 4 (by programmalijn, by project), Standen and the funds where there are
// any, Posten (a row for each side of a post), Indexen, Overdrachten, Aansluiting where there is a bridge, Bevindingen and
// Controle, which holds each total against what saldo made of it.
Book report_book(const BookInput& input);

}  // namespace saldo
