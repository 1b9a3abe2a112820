// Table 5 against the money: which projects say they count the same money, and which do.
#include <algorithm>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

Amount total(const Relatie& relatie) {
  Amount sum;
  for (const Amount amount : relatie.bedrag) sum += amount;
  return sum;
}

Address subject(const Plan& plan, const Relatie& relatie) {
  return {plan.project(relatie.project).nr, "", plan.project(relatie.met).nr, {}};
}

}  // namespace

// A declared relation without any amount or PM either way: once, even when both projects declare it.
void check_dubbeling_geen_geld(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for (const Relatie& relatie : input.relaties) {
    if (!relatie.aangegeven || relatie.has_money() || (relatie.wederzijds && relatie.met < relatie.project)) continue;
    const Project& project = plan.project(relatie.project);
    const Project& met = plan.project(relatie.met);
    Diagnostic finding{
        Rule::dubbeling_geen_geld,
        relatie.place,
        say("{} declares a dubbeling with {}, but no money moves between them", project.nr, met.nr),
        {},
        say("write `naar = \"{}\"` or `van = \"{}\"` on the posts that move it, or take {} out of `dubbeling_met`",
            met.nr, met.nr, met.nr),
        subject(plan, relatie)};
    if (relatie.wederzijds) finding.related.push_back({relatie.place_met, say("{} declares it here", met.nr)});
    findings.push_back(std::move(finding));
  }
}

// Money between two projects, neither of which declares the other. At the first amount that is sent.
void check_dubbeling_niet_aangegeven(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for (const Relatie& relatie : input.relaties) {
    if (relatie.aangegeven || !relatie.has_money()) continue;
    const std::string& project = plan.project(relatie.project).nr;
    const std::string& met = plan.project(relatie.met).nr;
    findings.push_back(
        {Rule::dubbeling_niet_aangegeven,
         relatie.place,
         say("{} moves between {} and {}, but neither declares the dubbeling", total(relatie), project, met),
         {},
         say("write `dubbeling_met = [\"{}\"]` for {} and `dubbeling_met = [\"{}\"]` for {}", met, project, project,
             met),
         subject(plan, relatie)});
    findings.back().extent = total(relatie).counted();
  }
}

// A relation with money that only one of the two declares.
void check_dubbeling_niet_wederzijds(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for (const Relatie& relatie : input.relaties) {
    if (!relatie.aangegeven || relatie.wederzijds || !relatie.has_money()) continue;
    const Project& project = plan.project(relatie.project);
    const Project& met = plan.project(relatie.met);
    findings.push_back({Rule::dubbeling_niet_wederzijds,
                        relatie.place,
                        say("{} declares a dubbeling with {}, but {} does not declare it with {}", project.nr, met.nr,
                            met.nr, project.nr),
                        {{met.place, say("{} is here", met.nr)}},
                        say("add \"{}\" to `dubbeling_met` of {}", project.nr, met.nr),
                        subject(plan, relatie)});
    findings.back().extent = total(relatie).counted();
  }
}

}  // namespace saldo
