// What a change does to a target of a goal.
#include <algorithm>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "calc/wijziging/changing.h"
#include "calc/wijziging/settings.h"

namespace saldo {

namespace {

Doel* find_doel(ChangingPlan& changing, const Named& name) {
  std::vector<Doel>& doelen = changing.plan.doelen;
  const auto found = std::find_if(doelen.begin(), doelen.end(), [&](const Doel& doel) { return doel.id == name.name; });
  if (found != doelen.end()) return &*found;
  std::vector<std::string_view> known;
  if (suggests_more(changing.findings))
    for (const Doel& doel : doelen) known.push_back(doel.id);
  changing.report(Rule::onbekend_doel, name.place, say("there is no {} `{}`", "doel", name.name),
                  did_you_mean(likely_names(name.name, known)));
  return nullptr;
}

Streef* find_streef(ChangingPlan& changing, const Wijziging& change, Doel& doel) {
  if (!change.streef && doel.streven.size() == 1) return &doel.streven.front();
  for (Streef& streef : doel.streven)
    if (streef.nr == change.streef) return &streef;
  if (change.streef)
    changing.report(Rule::verkeerde_waarde, change.doel.place,
                    say("goal `{}` has no target with nr {}", doel.id, *change.streef));
  else
    changing.report(Rule::verkeerde_waarde, change.doel.place,
                    say("goal `{}` has {} targets: which is meant?", doel.id, doel.streven.size()),
                    doel.streven.empty() ? Message{} : say("write streef = 1"));
  return nullptr;
}

}  // namespace

void change_streef(ChangingPlan& changing, const Wijziging& change) {
  Doel* doel = find_doel(changing, change.doel);
  if (doel == nullptr) return;
  Streef* streef = find_streef(changing, change, *doel);
  if (streef == nullptr) return;
  write_settings<Streef>(changing, change, {"", doel->id, "streef " + std::to_string(streef->nr)}, *streef);
}

}  // namespace saldo
