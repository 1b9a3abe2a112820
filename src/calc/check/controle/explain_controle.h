// Why a printed total may differ from the computed one: projects or posts whose figure is exactly the difference.
#pragma once

#include <optional>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/check/checks.h"

namespace saldo {

// A controle that does not hold.
struct Failure {
  const Controle* controle = nullptr;
  const Printed* printed = nullptr;
  std::size_t year = 0;
  Money exact;            // as computed
  Money unit;             // what the document rounds to
  std::size_t finding{};  // position among the findings
};

// Adds to findings what was found: "that is 353.860 of project 3.16-pilot - 25.000 of project 3.12-rodeloper".
// A fact about figures, not a cause: without those amounts the printed total comes out, in the unit it is printed in.
//
// Looked at are the same figure and year of the projects in the plan or line, else of their single posts, else sums of
// two or three projects; for a project its posts and sums of those. The fewest amounts win, and amounts left out before
// amounts counted twice; but an explanation made wholly of what alone explains other figures of the same bron goes
// first. Of several equally good none is told, nor a sum of three with both signs, nor what may be the rounding of the
// parts: half a unit for each. Above 2.000 amounts nothing is looked at.
class ControleExplainer {
 public:
  explicit ControleExplainer(const CheckInput& input);

  // `failures` are of one bron.
  void explain(const Whose& whose, const std::vector<Failure>& failures, Findings& findings) const;

 private:
  std::vector<std::size_t> projects_of(const Whose& whose) const;
  std::size_t number_of(std::size_t project) const;

  const CheckInput& input_;
  // Lines numbered so that those under a line follow it: the projects of a line stand together in `projects_`.
  std::vector<std::size_t> number_;
  std::vector<std::size_t> lines_in_;  // a line and all under it
  std::vector<std::size_t> projects_;
};

}  // namespace saldo
