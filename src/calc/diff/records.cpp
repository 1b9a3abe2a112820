#include "calc/diff/records.h"

#include <algorithm>
#include <set>

namespace saldo {

namespace {

std::string date_text(const std::optional<Date>& date) { return date ? to_text(*date) : "leeg"; }

std::vector<std::string> explanations(const Afsluiting& record) {
  std::vector<std::string> all;
  for (const BookedProject& project : record.projects)
    for (const BookedPost& post : project.posts)
      if (!post.toelichting.empty())
        all.push_back(project.project.name + '/' + post.post.name + ' ' + post.toelichting);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<SettingDiff> compare(const Afsluiting& oud, const Afsluiting& nieuw) {
  std::vector<SettingDiff> found;
  const auto values = [&](std::string_view label, std::string before, std::string after) {
    if (before != after) found.push_back({label, false, {{std::move(before), std::move(after)}}});
  };
  values("stand", std::string(to_text(oud.stand)), std::string(to_text(nieuw.stand)));
  values("datum", date_text(oud.datum), date_text(nieuw.datum));
  values("peildatum", date_text(oud.peildatum), date_text(nieuw.peildatum));
  if (oud.besluit != nieuw.besluit) found.push_back({"besluit", false, {}});
  if (explanations(oud) != explanations(nieuw)) found.push_back({"toelichtingen", false, {}});
  return found;
}

std::string closed_words(const Afsluiting* record) {
  return record == nullptr ? "open" : "afgesloten (" + std::string(to_text(record->stand)) + ")";
}

Money eindsaldo(const Worked& version, const std::optional<std::uint32_t>& at, Year year) {
  return at ? version.balances.projects[*at].years[version.plan.years.index(year)].eindsaldo : Money();
}

}  // namespace

std::vector<std::pair<Year, std::vector<SettingDiff>>> differing_records(const TwoPlans& two) {
  std::vector<std::pair<Year, std::vector<SettingDiff>>> found;
  if (!two.oud.begroot && !two.nieuw.begroot) return found;
  std::set<Year> years;
  for (const Worked* version : {&two.oud, &two.nieuw})
    for (const Afsluiting& record : version->plan.afsluitingen) years.insert(record.jaar);
  for (const Year year : years) {
    const Afsluiting *oud = two.oud.plan.find_afsluiting(year), *nieuw = two.nieuw.plan.find_afsluiting(year);
    std::vector<SettingDiff> diffs;
    if (oud != nullptr && nieuw != nullptr) diffs = compare(*oud, *nieuw);
    else diffs.push_back({"het jaar", false, {{closed_words(oud), closed_words(nieuw)}}});
    if (!diffs.empty()) found.emplace_back(year, std::move(diffs));
  }
  return found;
}

std::optional<Year> closed_before(const TwoPlans& two) {
  const Year year = two.nieuw.plan.years.first - 1;
  const bool is_of_old = two.oud.plan.years.contains(year) && two.oud.plan.find_afsluiting(year) != nullptr;
  return is_of_old && two.oud.begroot ? std::optional(year) : std::nullopt;
}

std::vector<OpeningBreak> find_opening_breaks(const TwoPlans& two, Year closed) {
  std::vector<OpeningBreak> found;
  for (const ProjectPair& project : two.match.projects) {
    const Pairing& pair = project.pair;
    const Money before = eindsaldo(two.oud, pair.oud, closed);
    const Money after = pair.nieuw ? two.nieuw.balances.projects[*pair.nieuw].opening : Money();
    if (before != after) found.push_back({pair, before, after});
  }
  return found;
}

}  // namespace saldo
