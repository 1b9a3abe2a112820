#include "calc/carryover.h"

#include <algorithm>
#include <tuple>

namespace saldo {

namespace {

class CarryoverBuilder {
 public:
  CarryoverBuilder(const Plan& plan, const Amounts& amounts, const Balances& balances,
                   const std::vector<Overdracht>& overdrachten)
      : plan_(plan),
        amounts_(amounts),
        balances_(balances),
        overdrachten_(overdrachten),
        rib_(*plan.investeringsbudget->id) {}

  Carryover build() {
    const Balance& balance = balances_.projects[position(rib_)];
    result_.project = rib_;
    result_.opening = balance.opening;
    result_.structureel.resize(plan_.years.size());
    result_.overig.resize(plan_.years.size());
    for (const YearFigures& year : balance.years) result_.stand.push_back(year.eindsaldo);
    add_own_posts();
    add_movements();
    add_open_overdrachten();
    add_pm_posts();
    add_balances_left();
    sort_open();
    return std::move(result_);
  }

 private:
  const Project& rib() const { return plan_.project(rib_); }

  // Both sides of a post count for the RIB: baten as they are, lasten as their negative.
  Amount effect(std::size_t post, Direction direction, std::size_t year) const {
    const Amount amount = amounts_.at(rib(), post, direction, year);
    return in_saldo(amount, direction);
  }

  void add_own_posts() {
    rib().for_each_side([&](std::size_t post, Direction direction) {
      if (rib().find_leg(post, direction) != nullptr) return;
      std::vector<Amount>& sum = rib().posts[post].structureel ? result_.structureel : result_.overig;
      for (std::size_t y = 0; y < plan_.years.size(); ++y) sum[y] += effect(post, direction, y);
    });
  }

  void add_movements() {
    for (const Leg& leg : rib().legs) {
      std::vector<Movement>& movements = leg.direction == Direction::baten ? result_.vrijval : result_.onttrekkingen;
      movements.push_back({*leg.other.id, {}});
      for (std::size_t y = 0; y < plan_.years.size(); ++y)
        movements.back().bedrag.push_back(effect(leg.post, leg.direction, y));
    }
    for (std::vector<Movement>* movements : {&result_.vrijval, &result_.onttrekkingen}) join_by_counterpart(*movements);
  }

  static void join_by_counterpart(std::vector<Movement>& movements) {
    std::stable_sort(movements.begin(), movements.end(),
                     [](const Movement& a, const Movement& b) { return a.counterpart < b.counterpart; });
    std::vector<Movement> joined;
    for (Movement& movement : movements) {
      if (joined.empty() || joined.back().counterpart != movement.counterpart) {
        joined.push_back(std::move(movement));
        continue;
      }
      for (std::size_t y = 0; y < movement.bedrag.size(); ++y) joined.back().bedrag[y] += movement.bedrag[y];
    }
    movements = std::move(joined);
  }

  void add_open(OpenKind kind, ProjectId project, Year year, Amount bedrag, Money effect, Place place,
                std::optional<std::uint32_t> post = {}) {
    result_.open.push_back({kind, project, post, year, bedrag, effect, result_.stand.back() + effect, place});
  }

  bool arrives_after_plan(const Overdracht& overdracht) const {
    return overdracht.verzonden.is_money() && !overdracht.receipts.empty() &&
           plan_.years.last < overdracht.receipts.back().year;
  }

  void add_open_overdrachten() {
    for (const Overdracht& overdracht : overdrachten_) {
      if (overdracht.naar == rib_ && arrives_after_plan(overdracht))
        add_open(OpenKind::na_het_plan, overdracht.van, overdracht.jaar, overdracht.verzonden, Money(),
                 overdracht.place);
      if (overdracht.status == OverdrachtStatus::gelijk || overdracht.verzonden.is_absent()) continue;
      if (overdracht.naar == rib_) add_open_to_rib(overdracht);
      else if (overdracht.van == rib_) add_open_from_rib(overdracht);
    }
  }

  void add_open_to_rib(const Overdracht& overdracht) {
    if (overdracht.verzonden.is_pm()) {
      add_open(OpenKind::pm, overdracht.van, overdracht.jaar, Amount::pm(), Money(), overdracht.place);
      return;
    }
    const bool nowhere = overdracht.status == OverdrachtStatus::geen_ontvangst;
    const OpenKind kind = nowhere ? OpenKind::niet_ontvangen : OpenKind::verschil_ontvangst;
    const Amount bedrag = nowhere ? overdracht.verzonden : Amount(overdracht.open());
    add_open(kind, overdracht.van, overdracht.jaar, bedrag, overdracht.open(), overdracht.place);
  }

  void add_open_from_rib(const Overdracht& overdracht) {
    if (overdracht.verzonden.is_pm()) return;  // shown with the PM posts of the RIB itself
    add_open(OpenKind::niet_geboekt, overdracht.naar, overdracht.jaar, Amount(overdracht.open()), Money(),
             overdracht.place);
  }

  void add_pm_posts() {
    for (std::size_t post = 0; post < rib().posts.size(); ++post)
      for (std::size_t y = 0; y < plan_.years.size(); ++y) {
        const bool pm = amounts_.at(rib(), post, Direction::baten, y).is_pm() ||
                        amounts_.at(rib(), post, Direction::lasten, y).is_pm();
        if (pm)
          add_open(OpenKind::pm, rib_, plan_.years.at(y), Amount::pm(), Money(), rib().posts[post].place,
                   static_cast<std::uint32_t>(post));
      }
  }

  // A balance stays behind when a project ends, or when the plan does. Cents that print as nothing are no decision.
  void add_balances_left() {
    for (std::size_t p = 0; p < plan_.projects.size(); ++p) {
      const Project& project = plan_.projects[p];
      if (static_cast<ProjectId>(p) == rib_ || project.restant == Restant::meenemen) continue;
      const Year end = project.einde.value_or(plan_.years.last);
      if (plan_.years.last < end) continue;
      const Money left = balances_.projects[p].years[plan_.years.index(end)].eindsaldo;
      if (in_units(left, Money::of_euros(1)) == 0) continue;
      if (project.restant == Restant::terugbetalen)
        add_open(OpenKind::terugbetalen, static_cast<ProjectId>(p), end, left, Money(), project.place);
      else add_open(OpenKind::zonder_besluit, static_cast<ProjectId>(p), end, left, left, project.place);
    }
  }

  void sort_open() {
    std::stable_sort(result_.open.begin(), result_.open.end(), [](const OpenEnd& a, const OpenEnd& b) {
      return std::tie(a.kind, a.project, a.post, a.year) < std::tie(b.kind, b.project, b.post, b.year);
    });
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const Balances& balances_;
  const std::vector<Overdracht>& overdrachten_;
  ProjectId rib_;
  Carryover result_;
};

}  // namespace

Money settled_stand(const Carryover& carryover, OpenKind kind) {
  Money stand = carryover.stand.back();
  for (const OpenEnd& open : carryover.open)
    if (open.kind == kind) stand += open.effect;
  return stand;
}

Carryover work_out_carryover(const Plan& plan, const Amounts& amounts, const Balances& balances,
                             const std::vector<Overdracht>& overdrachten) {
  return CarryoverBuilder(plan, amounts, balances, overdrachten).build();
}

}  // namespace saldo
