#include "calc/close/bron.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/say.h"
#include "calc/close/record.h"

namespace saldo {

namespace {

using BookedAmounts = std::map<std::tuple<std::string, std::string, Direction>, Money>;

BookedAmounts booked_amounts(const Afsluiting& record) {
  BookedAmounts all;
  for (const BookedProject& project : record.projects)
    for (const BookedPost& post : project.posts)
      for (const Direction direction : both_directions)
        if (post.realisatie[direction] && !post.afgeleid)
          all[{project.project.name, post.post.name, direction}] = post.realisatie[direction]->amount;
  return all;
}

std::size_t count_otherwise(const BookedAmounts& before, const BookedAmounts& after) {
  BookedAmounts all = before;
  all.insert(after.begin(), after.end());
  const auto is_otherwise = [&](const auto& amount) {
    const auto old_one = before.find(amount.first), new_one = after.find(amount.first);
    return old_one == before.end() || new_one == after.end() || old_one->second != new_one->second;
  };
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_otherwise));
}

// Whether the amounts are those of its bronnen still: what was typed over since is told by afsluiting-aansluiting.
bool is_as_read(const Afsluiting& stored) {
  const BothSides<Money> stated = stated_by_bronnen(stored), booked = booked_outside(stored);
  return booked.baten == stated.baten && booked.lasten == stated.lasten;
}

void tell_other_file(const Afsluiting& stored, const Bron& now, Findings& findings) {
  const auto& all = stored.bronnen;
  const auto same_name =
      std::find_if(all.begin(), all.end(), [&](const Bron& bron) { return bron.bestand == now.bestand; });
  findings.push_back({Rule::afsluiting_bron,
                      (same_name == all.end() ? all.front() : *same_name).place,
                      say("{} is not the file that {} was closed with", now.bestand, stored.jaar),
                      {},
                      say("was something booked since? `--table verschillen` shows what is otherwise"),
                      {"", "", "", stored.jaar}});
}

void tell_other_regels(const Koppeling& koppeling, const Afsluiting& stored, const Bron& was, std::size_t count,
                       Findings& findings) {
  findings.push_back({Rule::koppeling_gewijzigd,
                      koppeling.place,
                      count == 1 ? say("by this koppeling one amount comes out of {} otherwise than when {} was closed "
                                       "with it",
                                       was.bestand, stored.jaar)
                                 : say("by this koppeling {} amounts come out of {} otherwise than when {} was closed "
                                       "with it",
                                       count, was.bestand, stored.jaar),
                      {{was.place, say("{} was closed with it here", stored.jaar)}},
                      say("a regel was changed since: put it back, or close {} again; `--table verschillen` shows what "
                          "is otherwise",
                          stored.jaar),
                      {"", "", koppeling.naam, stored.jaar}});
  findings.back().extent = count;
}

}  // namespace

Findings compare_with_bron(const Plan& plan, const Afsluiting& stored, const Afsluiting& read) {
  Findings findings;
  if (stored.bronnen.empty()) return findings;
  for (const Bron& now : read.bronnen) {
    const auto was = std::find_if(stored.bronnen.begin(), stored.bronnen.end(),
                                  [&](const Bron& bron) { return bron.sha256 == now.sha256; });
    if (was == stored.bronnen.end()) {
      tell_other_file(stored, now, findings);
      continue;
    }
    const std::size_t count = count_otherwise(booked_amounts(stored), booked_amounts(read));
    for (const Koppeling& koppeling : plan.koppelingen)
      if (koppeling.naam == now.koppeling && count > 0 && is_as_read(stored))
        tell_other_regels(koppeling, stored, *was, count, findings);
  }
  return findings;
}

}  // namespace saldo
