// What a change does to a target of a goal.
#include "base/finding/suggest.h"
#include "base/say.h"
#include "calc/wijziging/changing.h"
#include "calc/wijziging/settings.h"

namespace saldo {

namespace {

Doel* find_doel(ChangingPlan& changing, const Named& name) {
  std::vector<Doel>& doelen = changing.plan.doelen;
  if (changing.doelen.empty())
    for (std::size_t d = 0; d < doelen.size(); ++d) changing.doelen.try_emplace(doelen[d].id, d);
  if (const auto found = changing.doelen.find(name.name); found != changing.doelen.end()) return &doelen[found->second];
  std::vector<std::string_view> known;
  if (suggests_more(changing.findings))
    for (const Doel& doel : doelen) known.push_back(doel.id);
  changing.report(Rule::onbekend_doel, name.place, say("there is no {} `{}`", "doel", name.name),
                  did_you_mean(likely_names(name.name, known)));
  return nullptr;
}

Streef* find_streef(ChangingPlan& changing, const Wijziging& change, Doel& doel) {
  if (!change.streef && doel.streven.size() == 1) return &doel.streven.front();
  if (const Streef* named = change.streef ? doel.find_streef(*change.streef) : nullptr)
    return &doel.streven[static_cast<std::size_t>(named - doel.streven.data())];
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
