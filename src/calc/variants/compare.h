// Variants beside the plan they change: every figure with its difference, and the findings that come and go.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/overdrachten.h"
#include "calc/worked.h"

namespace saldo {

// A plan with some changes, and what is compared of it. The first of several is the base.
struct Variant {
  std::string naam;
  Worked worked;
  std::vector<Overdracht> overdrachten;
  NettoFigures netto;  // of the whole plan
};
Variant variant_of(std::string naam, Worked worked);

// A figure of a variant and what it is more than in the base. PM less PM stays PM; of the base the difference is absent.
struct Compared {
  Amount bedrag;
  Amount verschil;
};

// `uitkomst` is the eindsaldo, or in a plan with exploitatie, of which no eindsaldo goes on, the resultaat.
struct ComparedYear {
  Compared baten, lasten, uitkomst;
};
using ComparedYears = std::vector<ComparedYear>;

// A programmalijn, a project or the whole plan, in every variant. Where a variant does not have it all is absent.
struct ComparedThing {
  std::string nr;
  std::string naam;
  int level = 0;                        // of a line: how many it is under
  std::vector<ComparedYears> variants;  // by position among those compared
  bool differs(std::size_t variant) const;
};

struct ComparedRib {
  std::vector<Compared> stand;  // per year
  Compared laagste;
  std::optional<Year> laagste_jaar;
};

struct ComparedNetto {
  Compared baten, lasten;
};

// A finding that a variant brings or takes away. Printed totals (`controle`) are those of the base, so that a change
// that does anything breaks a score of them: of these only how many there are.
struct FindingChange {
  std::size_t variant = 0;
  bool appears = true;      // else it is gone
  std::size_t finding = 0;  // among those of the variant, or of the base where it is gone; of several, the first
  std::size_t count = 1;
};

struct Comparison {
  Years years;
  Figure uitkomst = Figure::eindsaldo;
  std::vector<std::string> names;       // of the variants, no two the same
  std::vector<ComparedThing> lines;     // each followed by the lines under it
  std::vector<ComparedThing> projects;  // those of the base, then what variants add
  ComparedThing total;
  std::vector<ComparedRib> ribs;                  // empty when no variant has an investeringsbudget
  std::vector<std::vector<ComparedNetto>> netto;  // by variant and year
  std::vector<Findings> checks;                   // what `check` finds in each variant
  std::vector<FindingChange> findings;            // of those, by variant: what appears, then what is gone
  bool overflows = false;                         // a difference is beyond the range of Money

  const Diagnostic& finding_of(const FindingChange& change) const {
    return checks[change.appears ? change.variant : 0][change.finding];
  }
};

Comparison compare(const std::vector<Variant>& variants);

}  // namespace saldo
