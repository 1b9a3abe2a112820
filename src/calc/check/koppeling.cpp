// What the [[koppeling]]en of a plan say of themselves, before any export is read.
#include <algorithm>

#include "plan/glob.h"
#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

// A regel behind one that fits all its keys: no row ever comes to it.
void check_koppeling_overschaduwd(const CheckInput& input, Findings& findings) {
  for (const Koppeling& koppeling : input.plan.koppelingen) {
    const auto& regels = koppeling.regels;
    for (auto regel = regels.begin(); regel != regels.end(); ++regel) {
      const auto wider = std::find_if(regels.begin(), regel, [&](const KoppelingRegel& before) {
        return covers(before.sleutel.name, regel->sleutel.name);
      });
      if (wider == regel) continue;
      findings.push_back({Rule::koppeling_overschaduwd,
                          regel->sleutel.place,
                          say("no row comes to `{}`: all of its keys are those of `{}` before it", regel->sleutel.name,
                              wider->sleutel.name),
                          {{wider->sleutel.place, say("that regel is here")}},
                          say("the first regel that fits wins: put this one before it, or take it out"),
                          {"", "", regel->sleutel.name}});
    }
  }
}

}  // namespace saldo
