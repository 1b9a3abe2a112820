#include "plan/link/post_rules.h"

#include <algorithm>
#include <map>

#include "base/say.h"
#include "plan/link/names.h"

namespace saldo {

namespace {

bool uses(const Side& side, TermKind kind) {
  return std::any_of(side.terms.begin(), side.terms.end(), [kind](const Term& term) { return term.kind == kind; });
}

const Term& first_of(const Side& side, TermKind kind) {
  return *std::find_if(side.terms.begin(), side.terms.end(), [kind](const Term& term) { return term.kind == kind; });
}

const Total* total_of(const Side& side) { return side.rule ? std::get_if<Total>(side.rule.get()) : nullptr; }

}  // namespace

void check_onderbouwing(const Post& post, const Side& side, Findings& findings) {
  if (post.onderbouwing) return;
  const Total* total = total_of(side);
  const Message message = say("post {} has no `onderbouwing` to take this amount from", post.nr);
  const Message help = say("write onderbouwing = [ {{ naam = \"Adviseur\", factoren = [46, 16, 73.57] }} ]");
  if (uses(side, TermKind::onderbouwing))
    report(findings, Rule::ontbrekende_sleutel, first_of(side, TermKind::onderbouwing).place, message, help);
  else if (total != nullptr && !total->totaal) report(findings, Rule::ontbrekende_sleutel, total->place, message, help);
}

void check_spiegel(const Post& post, bool has_van, bool has_naar, Findings& findings) {
  if (uses(post.baten, TermKind::spiegel) && !has_van)
    report(findings, Rule::spiegel, first_of(post.baten, TermKind::spiegel).place,
           say("a spiegel among the baten takes what another project sends, and none is named"),
           say("write van = \"3.5\""));
  if (uses(post.lasten, TermKind::spiegel) && !has_naar)
    report(findings, Rule::spiegel, first_of(post.lasten, TermKind::spiegel).place,
           say("a spiegel among the lasten takes what another project receives, and none is named"),
           say("write naar = \"3.18\""));
}

void check_sluitposten(const Project& project, Findings& findings) {
  std::map<Year, const Term*> seen;
  for (const Post& post : project.posts)
    for (const Side* side : {&post.baten, &post.lasten})
      for (const Term& term : side->terms) {
        if (term.kind != TermKind::sluitpost) continue;
        const auto [first, is_new] = seen.emplace(term.year, &term);
        if (is_new) continue;
        report(findings, Rule::sluitpost_dubbel, term.place,
               say("project {} has a second sluitpost in {}", project.nr, term.year));
        findings.back().related.push_back({first->second->place, say("the first one is here")});
      }
}

}  // namespace saldo
