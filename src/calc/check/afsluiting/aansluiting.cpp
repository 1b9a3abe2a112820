// Whether all money of a closed year is somewhere: what was sent, what is underway, what stands on the balance sheet.
#include "calc/close/aansluiting.h"

#include <map>

#include "calc/check/afsluiting/records.h"
#include "calc/check/typed.h"
#include "calc/close/record.h"

namespace saldo {

namespace {

void check_sources(const Afsluiting& record, Findings& findings) {
  if (record.bronnen.empty()) return;
  const BothSides<Money> stated = stated_by_bronnen(record), booked = booked_outside(record);
  for (const Direction direction : both_directions) {
    const Money off = booked[direction] - stated[direction];
    if (off == Money()) continue;
    findings.push_back(
        {Rule::afsluiting_aansluiting,
         record.bronnen.front().place,
         say("{} of {} come to {} in this record, but {} was read from its bron: a difference of {}",
             to_text(direction), record.jaar, booked[direction], stated[direction], off),
         {},
         say("an amount was changed by hand; put it right, or close {} again from its file", record.jaar),
         {"", "", std::string(to_text(direction)), record.jaar}});
    findings.back().extent = off;
  }
}

// The routes that money was sent along and that it did not come out of.
std::vector<Related> open_routes(const CheckInput& input, const Aansluiting& aansluiting) {
  std::vector<Related> related;
  for (const Underway& route : aansluiting.routes) {
    if (route.open == Money()) continue;
    const std::string &van = input.plan.project(route.van).nr, &naar = input.plan.project(route.naar).nr;
    related.push_back({route.place, route.open > Money() ? say("{} from {} to {}", route.open, van, naar)
                                                         : say("{} more at {} than {} sent", -route.open, naar, van)});
  }
  return related;
}

// What was sent until this year and received in the year after, by who sent it to whom.
std::map<std::pair<ProjectId, ProjectId>, Money> received_after(const CheckInput& input, Year sent) {
  std::map<std::pair<ProjectId, ProjectId>, Money> sums;
  for (const Overdracht& overdracht : input.overdrachten)
    if (overdracht.jaar <= sent)
      sums[{overdracht.van, overdracht.naar}] += overdracht.ontvangen_in({sent + 1, sent + 1}).counted();
  return sums;
}

}  // namespace

// A closed year of which money has left one project and reached no other, or whose amounts are not those of its bron.
void check_afsluiting_aansluiting(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    check_sources(record, findings);
    const Aansluiting aansluiting = work_out_aansluiting(input.worked, input.overdrachten, record.jaar);
    if (aansluiting.holds()) return;
    findings.push_back(
        {Rule::afsluiting_aansluiting,
         record.place,
         say("{} does not add up: between projects {} was sent that was not received", record.jaar, aansluiting.open),
         open_routes(input, aansluiting),
         say("book it where it was received; or, if it arrives in {}, write [[afsluiting.overdracht]] with "
             "what is onderweg",
             record.jaar + 1),
         {"", "", "", record.jaar}});
    findings.back().extent = aansluiting.open;
    soften(record, findings.back());
  });
}

// What a record states to be underway between two projects is not what was sent and not received.
void check_afsluiting_overdracht(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    for (const Underway& route : work_out_aansluiting(input.worked, input.overdrachten, record.jaar).routes) {
      const Money rest = route.onderweg + route.open;
      if (!route.verklaard || *route.verklaard == rest) continue;
      const std::string &van = input.plan.project(route.van).nr, &naar = input.plan.project(route.naar).nr;
      findings.push_back(
          {Rule::afsluiting_overdracht,
           record.find_onderweg(route.van, route.naar)->place,
           say("{} is stated to be underway from {} to {} at the end of {}, but {} was sent and not received",
               *route.verklaard, van, naar, record.jaar, rest),
           {{route.place, say("it is sent here")}},
           say("write onderweg = {}, or correct what was booked", as_written(rest, input.plan.unit())),
           {van, "", "", record.jaar}});
      findings.back().extent = rest - *route.verklaard;
    }
  });
}

// What was underway when a year was closed did not arrive in the next, which is closed as well.
void check_afsluiting_onderweg(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    if (record.onderweg.empty() || input.plan.find_afsluiting(record.jaar + 1) == nullptr) return;
    std::map<std::pair<ProjectId, ProjectId>, Money> all = received_after(input, record.jaar);
    for (const Onderweg& onderweg : record.onderweg) {
      const Money received = all[{*onderweg.van.id, *onderweg.naar.id}];
      if (received == onderweg.bedrag) continue;
      findings.push_back(
          {Rule::afsluiting_onderweg,
           onderweg.place,
           say("{} was underway from {} to {} at the end of {}, but {} received {} in {}", onderweg.bedrag,
               onderweg.van.name, onderweg.naar.name, record.jaar, onderweg.naar.name, received, record.jaar + 1),
           {},
           say("book what {} received in {}, or the rest as a correction", onderweg.naar.name, record.jaar + 1),
           {onderweg.van.name, "", "", record.jaar}});
      findings.back().extent = onderweg.bedrag - received;
    }
  });
}

namespace {

void tell_voorschot(const Afsluiting& record, const Voorschot& voorschot, Money off, Message message, Message help,
                    Findings& findings) {
  findings.push_back({Rule::afsluiting_voorschot,
                      voorschot.place,
                      std::move(message),
                      {},
                      std::move(help),
                      {voorschot.project.name, "", "", record.jaar}});
  findings.back().extent = off;
}

const Voorschot* find_voorschot(const Afsluiting* record, ProjectId project) {
  if (record == nullptr) return nullptr;
  for (const Voorschot& voorschot : record->voorschotten)
    if (voorschot.project.id == project) return &voorschot;
  return nullptr;
}

void check_voorschot(const CheckInput& input, const Afsluiting& record, const Voorschot& voorschot,
                     Findings& findings) {
  const ProjectId project = *voorschot.project.id;
  const YearFigures& year = input.balances.projects[position(project)].years[input.plan.years.index(record.jaar)];
  const Voorschot* before = find_voorschot(input.plan.find_afsluiting(record.jaar - 1), project);
  if (before != nullptr && before->eind() != voorschot.begin)
    tell_voorschot(record, voorschot, voorschot.begin - before->eind(),
                   say("the advance of {} begins {} with {}, but {} ended with {}", voorschot.project.name, record.jaar,
                       voorschot.begin, record.jaar - 1, before->eind()),
                   say("write begin = {}", as_written(before->eind(), input.plan.unit())), findings);
  if (voorschot.besteed != year.lasten.counted())
    tell_voorschot(
        record, voorschot, voorschot.besteed - year.lasten.counted(),
        say("{} of the advance of {} was spent in {}, but its lasten are {}", voorschot.besteed, voorschot.project.name,
            record.jaar, year.lasten.counted()),
        say("write besteed = {}, or correct what was booked", as_written(year.lasten.counted(), input.plan.unit())),
        findings);
  if (voorschot.eind() != Money() && voorschot.eind() == year.eindsaldo)
    tell_voorschot(record, voorschot, voorschot.eind(),
                   say("{} of {} is counted twice at the end of {}: as an advance, and in its eindsaldo",
                       voorschot.eind(), voorschot.project.name, record.jaar),
                   say("book as baten what was spent, or take [[afsluiting.voorschot]] out"), findings);
}

}  // namespace

// An advance that does not go on from the year before, is not spent as lasten, or stands in the eindsaldo as well.
void check_afsluiting_voorschot(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    for (const Voorschot& voorschot : record.voorschotten) check_voorschot(input, record, voorschot, findings);
  });
}

}  // namespace saldo
