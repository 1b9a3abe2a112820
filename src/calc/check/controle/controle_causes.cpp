#include "calc/check/controle/controle_causes.h"

#include <optional>

namespace saldo {

ControleCauses::Key ControleCauses::key_of(const Whose& whose, const Failure& failure) {
  return {whose.of, whose.of == Of::plan ? 0 : whose.index, failure.controle->bron, failure.printed->figure,
          failure.year};
}

std::vector<Whose> ControleCauses::parts_of(const Whose& whose) const {
  const auto is_in = [&whose](const std::optional<LineId>& line) {
    return line ? whose.of == Of::programmalijn && position(*line) == whose.index : whose.of == Of::plan;
  };
  std::vector<Whose> parts;
  for (std::size_t l = 0; l < plan_.lines.size(); ++l)
    if (is_in(plan_.line_above(static_cast<LineId>(l)))) parts.push_back({Of::programmalijn, l});
  for (std::size_t p = 0; p < plan_.projects.size(); ++p)
    if (is_in(plan_.projects[p].programmalijn.id)) parts.push_back({Of::project, p});
  return parts;
}

bool ControleCauses::is_printed(const Whose& whose, const Failure& like) const {
  const std::vector<Controle>& controles =
      whose.of == Of::project ? *plan_.projects[whose.index].controles : plan_.lines[whose.index].controles;
  for (const Controle& controle : controles)
    for (const Printed& printed : controle.printed)
      if (controle.bron == like.controle->bron && printed.figure == like.printed->figure &&
          plan_.years.index(printed.year.value_or(plan_.years.first)) == like.year)
        return true;
  return false;
}

void ControleCauses::add_below(const Whose& whose, const Failure& like, Below& below) const {
  for (const Whose& part : parts_of(whose)) {
    const auto own = told_.find(key_of(part, like));
    if (own != told_.end()) {
      below.sum += own->second.failure.exact - own->second.failure.printed->amount;
      below.places.push_back(own->second.failure.printed->place);
    } else if (part.of != Of::project && !is_printed(part, like)) {
      add_below(part, like, below);
    }
  }
}

void ControleCauses::tell(Findings& findings) const {
  std::map<Place, std::vector<Place>> causes;
  for (const auto& [key, told] : told_) {
    if (told.whose.of == Of::project) continue;
    Below below;
    add_below(told.whose, told.failure, below);
    const Money own = told.failure.exact - below.sum;
    if (!below.places.empty() && (rounded(Ratio::of(own), {told.failure.unit}) - told.failure.printed->amount).size() <=
                                     told.failure.controle->tolerantie.value_or(Money()))
      causes[told.failure.printed->place] = below.places;
  }
  for (Diagnostic& finding : findings)
    if (const auto found = causes.find(finding.place); finding.rule == Rule::controle && found != causes.end())
      finding.causes = found->second;
}

}  // namespace saldo
