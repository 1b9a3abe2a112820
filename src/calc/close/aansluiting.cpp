#include "calc/close/aansluiting.h"

#include <algorithm>
#include <map>

namespace saldo {

namespace {

// What has left and not arrived at the end of a year; below zero what arrived and never left.
Money not_arrived(const Overdracht& overdracht, Year year) {
  Money rest = overdracht.jaar <= year ? overdracht.verzonden.counted() : Money();
  for (const Receipt& receipt : overdracht.receipts)
    if (receipt.year <= year) rest -= receipt.amount.counted();
  return rest;
}

bool arrives_after(const Overdracht& overdracht, Year year) {
  return std::any_of(overdracht.receipts.begin(), overdracht.receipts.end(),
                     [year](const Receipt& receipt) { return year < receipt.year; });
}

std::optional<Money> stated(const Afsluiting* record, ProjectId van, ProjectId naar) {
  const Onderweg* onderweg = record == nullptr ? nullptr : record->find_onderweg(van, naar);
  return onderweg == nullptr ? std::nullopt : std::optional(onderweg->bedrag);
}

class Routes {
 public:
  Routes(const Afsluiting* record, Year first, Year year) : record_(record), first_(first), year_(year) {}

  void add(const Overdracht& overdracht) {
    // What was sent before the plan begins is known to have been underway by its receipt.
    if (overdracht.jaar < first_) return;
    const Money rest = not_arrived(overdracht, year_);
    const Amount sent = overdracht.jaar == year_ ? overdracht.verzonden : Amount();
    const Amount received = overdracht.ontvangen_in({year_, year_});
    if (rest == Money() && sent.is_absent() && received.is_absent()) return;
    const auto [found, is_new] = at_.try_emplace({overdracht.van, overdracht.naar}, routes_.size());
    if (is_new)
      routes_.push_back({overdracht.van,
                         overdracht.naar,
                         {},
                         {},
                         {},
                         {},
                         stated(record_, overdracht.van, overdracht.naar),
                         overdracht.place});
    Underway& route = routes_[found->second];
    route.verzonden += sent;
    route.ontvangen += received;
    if (arrives_after(overdracht, year_)) route.onderweg += rest;
    else route.open += rest;
  }

  // What a record states to be underway is not open, as far as it goes.
  std::vector<Underway> take() {
    for (Underway& route : routes_) {
      if (!route.verklaard || *route.verklaard != route.onderweg + route.open) continue;
      route.onderweg += route.open;
      route.open = Money();
    }
    return std::move(routes_);
  }

 private:
  const Afsluiting* record_;
  Year first_;
  Year year_;
  std::map<std::pair<ProjectId, ProjectId>, std::size_t> at_;
  std::vector<Underway> routes_;
};

Money underway_at(const std::vector<Overdracht>& overdrachten, Year first, Year year) {
  Money sum;
  for (const Overdracht& overdracht : overdrachten) {
    if (first <= overdracht.jaar) {
      sum += not_arrived(overdracht, year);
      continue;
    }
    for (const Receipt& receipt : overdracht.receipts)
      if (year < receipt.year) sum += receipt.amount.counted();
  }
  return sum;
}

}  // namespace

bool Aansluiting::holds() const {
  return std::all_of(routes.begin(), routes.end(), [](const Underway& route) { return route.open == Money(); });
}

std::vector<std::pair<AansluitingLine, Amount>> aansluiting_lines(const Aansluiting& aansluiting) {
  std::vector<std::pair<AansluitingLine, Amount>> lines{
      {AansluitingLine::opening, Amount(aansluiting.opening)},
      {AansluitingLine::onderweg_before, Amount(aansluiting.onderweg_before)},
      {AansluitingLine::baten, Amount(aansluiting.extern_.baten.counted())},
      {AansluitingLine::lasten, -aansluiting.extern_.lasten},
      {AansluitingLine::left, Amount(aansluiting.left())},
      {AansluitingLine::eindsaldo, Amount(aansluiting.eindsaldo)},
  };
  if (aansluiting.resultaat != Money()) lines.emplace_back(AansluitingLine::resultaat, Amount(aansluiting.resultaat));
  lines.emplace_back(AansluitingLine::onderweg, Amount(aansluiting.onderweg));
  if (aansluiting.open != Money()) lines.emplace_back(AansluitingLine::open, Amount(aansluiting.open));
  lines.emplace_back(AansluitingLine::right, Amount(aansluiting.right()));
  return lines;
}

Aansluiting work_out_aansluiting(const Worked& worked, const std::vector<Overdracht>& overdrachten, Year year) {
  const Plan& plan = worked.plan;
  const std::size_t at = plan.years.index(year);
  Aansluiting found;
  Routes routes(plan.find_afsluiting(year), plan.years.first, year);
  for (const Overdracht& overdracht : overdrachten) routes.add(overdracht);
  found.routes = routes.take();
  for (const Underway& route : found.routes) found.open += route.open;
  found.onderweg = underway_at(overdrachten, plan.years.first, year) - found.open;
  found.onderweg_before = underway_at(overdrachten, plan.years.first, year - 1);
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    const Balance& balance = worked.balances.projects[p];
    found.opening += balance.opening_of(at);
    (project.is_exploitatie() ? found.resultaat : found.eindsaldo) += at_year_end(balance, at);
    project.for_each_side([&](std::size_t post, Direction direction) {
      if (project.find_leg(post, direction) == nullptr)
        found.extern_[direction] += worked.amounts.at(project, post, direction, at);
    });
  }
  return found;
}

}  // namespace saldo
