// Which controles do not hold only because those below them do not: a total of the plan, by its lines.
#pragma once

#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "calc/check/controle/explain_controle.h"

namespace saldo {

class ControleCauses {
 public:
  explicit ControleCauses(const Plan& plan) : plan_(plan) {}

  void add(const Whose& whose, const Failure& failure) { told_.emplace(key_of(whose, failure), Told{whose, failure}); }

  // Writes the causes of what was added into its findings. A part without such a total of its own is as its parts are.
  void tell(Findings& findings) const;

 private:
  // Whose, the bron, the figure and the year: what a total of a plan has in common with those of its parts.
  using Key = std::tuple<Of, std::size_t, std::string_view, Figure, std::size_t>;

  struct Told {
    Whose whose;
    Failure failure;
  };

  // The findings of the parts of a plan or line, and how far those are off together.
  struct Below {
    Money sum;
    std::vector<Place> places;
  };

  static Key key_of(const Whose& whose, const Failure& failure);
  std::vector<Whose> parts_of(const Whose& whose) const;
  bool is_printed(const Whose& whose, const Failure& like) const;
  void add_below(const Whose& whose, const Failure& like, Below& below) const;

  const Plan& plan_;
  std::map<Key, Told> told_;
};

}  // namespace saldo
