#include "plan/link/onzeker.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/say.h"
#include "plan/link/names.h"

namespace saldo {

namespace {

template <class Visit>
void for_each_in_group(Plan& plan, Visit visit) {
  for (Project& project : plan.projects)
    for (Onzekerheid& onzekerheid : project.onzekerheden)
      if (!onzekerheid.samen_met.empty()) visit(onzekerheid);
}

bool is_less(Ratio a, Ratio b) { return (b + a * Ratio{-1, 1}).num > 0; }

// What is written for the post as far as it is an amount of its own: the total, or its years.
struct Written {
  std::optional<Year> year;    // none: a total
  std::optional<Money> money;  // none: PM, or an onderbouwing that is still to be worked out
  bool is_pm = false;
};

std::vector<Written> written_amounts(const Side& side) {
  std::vector<Written> found;
  if (const Total* total = side.total()) found.push_back({{}, total->totaal});
  for (const Term& term : side.terms) switch (term.kind) {
      case TermKind::amount: {
        const bool is_pm = term.amount.is_pm();
        found.push_back({term.year, is_pm ? std::nullopt : std::optional(term.amount.counted()), is_pm});
        break;
      }
      case TermKind::onderbouwing: found.push_back({term.year, {}}); break;
      case TermKind::part:  // of the total
      case TermKind::sluitpost:
      case TermKind::spiegel: break;
    }
  return found;
}

void report_range(Findings& findings, const Bandbreedte& range, Message message, Message help) {
  report(findings, Rule::bandbreedte, range.place, std::move(message), std::move(help));
}

bool is_in(const Bandbreedte& range, Ratio value) { return !is_less(value, range.min) && !is_less(range.max, value); }

// Without `waarschijnlijk` the amount as it is written is the most likely one, so it must be known and lie inside.
void check_mode(const Bandbreedte& range, const Written& written, Findings& findings) {
  if (range.is_share || range.waarschijnlijk) return;
  if (!written.money)
    report_range(findings, range, say("what is written here is no amount that could be the most likely one"),
                 say("add `waarschijnlijk`"));
  else if (!is_in(range, Ratio::of(*written.money)))
    report_range(findings, range, say("the amount that is written, {}, lies outside this range", *written.money),
                 say("add `waarschijnlijk`, or make the range wider"));
}

void check_order(const Bandbreedte& range, Findings& findings) {
  if (is_less(range.max, range.min))
    report_range(findings, range, say("`min` is more than `max`"), say("write the least amount as `min`"));
  else if (!is_in(range, range.waarschijnlijk.value_or(range.is_share ? Ratio{1, 1} : range.min)))
    report_range(findings, range,
                 range.waarschijnlijk ? say("`waarschijnlijk` lies outside `min` and `max`")
                                      : say("the amount as it is written, 100%, lies outside this range"),
                 say("add `waarschijnlijk`, or make the range wider"));
}

void check_range(const Post& post, const std::vector<Written>& amounts, const Bandbreedte& range, Findings& findings) {
  if (!range.is_share && !post.baten.empty() && !post.lasten.empty())
    report_range(findings, range, say("post {} has baten and lasten: of which is this range?", post.nr),
                 say("write it as percentages, or make two posts of it"));
  bool any = false;
  const std::size_t before = findings.size();
  check_order(range, findings);
  for (const Written& written : amounts) {
    if ((range.year && range.year != written.year) || (range.is_share && written.is_pm)) continue;
    any = true;
    if (findings.size() == before) check_mode(range, written, findings);
  }
  if (any || findings.size() > before) return;
  if (range.year)
    report_range(findings, range, say("no amount is written for {}, so nothing can be drawn for it", *range.year),
                 say("write the amount of that year, or PM with a range in euros"));
  else
    report_range(findings, range, say("PM has no percentage"),
                 say("write the range in euros: bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}"));
}

void check_onzekerheid(const Post& post, const Onzekerheid& onzekerheid, Findings& findings) {
  std::vector<Written> amounts = written_amounts(post.baten);
  const std::vector<Written> lasten = written_amounts(post.lasten);
  amounts.insert(amounts.end(), lasten.begin(), lasten.end());
  const bool only_pm = std::all_of(amounts.begin(), amounts.end(), [](const Written& w) { return w.is_pm; });
  if (amounts.empty()) {
    report(findings, Rule::onzeker_bedrag, onzekerheid.place,
           say("post {} has no amount of its own: what follows from other posts follows them by itself", post.nr),
           say("put it on the post that is written out"));
    return;
  }
  if (only_pm && onzekerheid.bandbreedtes.empty()) {
    report(findings, Rule::onzeker_bedrag, onzekerheid.place,
           say("post {} is PM: no amount comes or stays away", post.nr),
           say("add bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}"));
    return;
  }
  for (const Bandbreedte& range : onzekerheid.bandbreedtes) check_range(post, amounts, range, findings);
}

void link_groups(Plan& plan, Findings& findings) {
  std::unordered_map<std::string_view, const Onzekerheid*> first;
  for_each_in_group(plan, [&](const Onzekerheid& onzekerheid) {
    if (!onzekerheid.kans) return;
    const auto [found, is_new] = first.emplace(onzekerheid.samen_met, &onzekerheid);
    if (is_new || *found->second->kans == *onzekerheid.kans) return;
    findings.push_back({Rule::samen_kans,
                        onzekerheid.kans_place,
                        say("`{}` is one decision, and here its kans is {} instead of {}", onzekerheid.samen_met,
                            to_percentage(*onzekerheid.kans), to_percentage(*found->second->kans)),
                        {{found->second->kans_place, say("the first one is here")}},
                        say("write the same kans, or another `samen_met`")});
  });
  for_each_in_group(plan, [&](Onzekerheid& onzekerheid) {
    const auto found = first.find(onzekerheid.samen_met);
    if (!onzekerheid.kans && found != first.end()) onzekerheid.kans = found->second->kans;
  });
}

}  // namespace

void link_onzekerheden(Plan& plan, Findings& findings) {
  link_groups(plan, findings);
  for (const Project& project : plan.projects)
    for (const Onzekerheid& onzekerheid : project.onzekerheden)
      if (onzekerheid.readable) check_onzekerheid(project.posts[onzekerheid.post], onzekerheid, findings);
}

}  // namespace saldo
