#include "report/why/sum_words.h"

namespace saldo {

namespace {

SumOf with_figure(SumOf sum, Figure figure) {
  sum.figure = figure;
  return sum;
}

bool is_reserve(const Worked& worked, const SumOf& sum) {
  return sum.whose.of == Of::project && worked.plan.projects[sum.whose.index].is_reserve();
}

// " + 650.000 baten - 791.000 lasten"; a side without amounts is left out.
Dutch movements(const Worked& worked, const SumOf& sum) {
  std::string text;
  const auto add = [&](std::string_view sign, Figure side) {
    const Amount amount = figure_of(worked, with_figure(sum, side));
    if (amount.is_absent()) return;
    const bool negative = amount.is_money() && amount.counted() < Money();
    const std::string shown = negative ? "(" + word(amount) + ")" : word(amount);
    text += Dutch(" {} {} {}", sign, shown, to_text(side)).text();
  };
  if (is_reserve(worked, sum)) {
    add("+", Figure::toevoeging);
    add("-", Figure::onttrekking);
    return Dutch(text);
  }
  add("+", Figure::baten);
  add("-", Figure::lasten);
  if (sum.figure == Figure::saldo) return Dutch(text);
  add("-", Figure::toevoeging);
  add("+", Figure::onttrekking);
  return Dutch(text);
}

Dutch budget_words(const Project& project, Year before, Amount amount) {
  const Amount budget = project.budget;
  if (project.more->realised_opening)
    return Dutch("{}, het eindsaldo waarmee {} is afgesloten; begroot was {}", amount, before, budget);
  if (budget.is_absent()) return Dutch("{}, er is geen budget per 1 januari opgeschreven", amount);
  return Dutch("{}, het budget per 1 januari zoals opgeschreven", budget);
}

Dutch count_words(const SumOf& sum, Amount amount, std::size_t parts) {
  if (parts == 0) return amount.is_absent() ? Dutch("geen bedrag in dit jaar") : Dutch("{}", amount);
  if (sum.whose.of == Of::project)
    return parts == 1 ? Dutch("{} = som van 1 post", amount) : Dutch("{} = som van {} posten", amount, parts);
  return parts == 1 ? Dutch("{} = som van 1 onderdeel", amount) : Dutch("{} = som van {} onderdelen", amount, parts);
}

Dutch opening_words(const Plan& plan, const SumOf& sum, Amount amount, std::size_t parts) {
  if (sum.year > 0) return Dutch("{} = het eindsaldo van {}", amount, plan.years.at(sum.year - 1));
  if (sum.whose.of == Of::project) return budget_words(plan.projects[sum.whose.index], plan.years.first - 1, amount);
  return count_words(sum, amount, parts);
}

std::vector<Target> posts_in(const Worked& worked, const SumOf& sum) {
  std::vector<Target> parts;
  if (sum.figure == Figure::opening) return parts;
  const Direction direction = sum.figure == Figure::baten ? Direction::baten : Direction::lasten;
  const Project& project = worked.plan.projects[sum.whose.index];
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    if (!worked.plan.is_mutatie(project, post, direction) &&
        !worked.amounts.at(project, post, direction, sum.year).is_absent())
      parts.push_back(AmountOf{sum.whose.index, post, direction, sum.year});
  return parts;
}

// What goes to reserves or comes from them; of the plan or a line every post, also those of a reserve itself that no
// other project pays or gets.
std::vector<Target> mutaties_in(const Worked& worked, const SumOf& sum) {
  const Plan& plan = worked.plan;
  std::vector<Target> parts;
  const auto is_in = [&](std::size_t p) {
    if (sum.whose.of == Of::project) return p == sum.whose.index;
    return sum.whose.of == Of::plan || plan.is_in(plan.projects[p], static_cast<LineId>(sum.whose.index));
  };
  const bool adds = sum.figure == Figure::toevoeging;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const Project& project = plan.projects[p];
    if (!is_in(p)) continue;
    const Direction direction = adds == project.is_reserve() ? Direction::baten : Direction::lasten;
    for (std::size_t post = 0; post < project.posts.size(); ++post) {
      const Leg* leg = project.find_leg(post, direction);
      const bool is_own = leg == nullptr || plan.project(*leg->other.id).is_reserve();
      const bool counts =
          project.is_reserve() ? is_own || sum.whose.of == Of::project : plan.is_mutatie(project, post, direction);
      if (counts && !worked.amounts.at(project, post, direction, sum.year).is_absent())
        parts.push_back(AmountOf{p, post, direction, sum.year});
    }
  }
  return parts;
}

// The lines and projects directly under a line, or those of the plan that are in no line.
std::vector<Target> members_of(const Worked& worked, const SumOf& sum) {
  const Plan& plan = worked.plan;
  std::vector<Target> parts;
  const auto add = [&](Of of, std::size_t index) {
    const SumOf part{{of, index}, sum.figure, sum.year};
    const bool is_stand = sum.figure == Figure::opening || sum.figure == Figure::eindsaldo;
    if (!is_stand && is_reserve(worked, part)) return;  // of which baten and lasten are toevoegingen and onttrekkingen
    const Amount amount = figure_of(worked, part);
    if (!amount.is_absent() && amount != Amount(Money())) parts.push_back(part);
  };
  const bool of_plan = sum.whose.of == Of::plan;
  for (std::size_t l = 0; l < plan.lines.size(); ++l) {
    const auto& onder = plan.lines[l].onder;
    if (of_plan ? !onder : onder && position(*onder->id) == sum.whose.index) add(Of::programmalijn, l);
  }
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const auto& line = plan.projects[p].programmalijn.id;
    if (of_plan ? !line : line && position(*line) == sum.whose.index) add(Of::project, p);
  }
  return parts;
}

// What a balance was, and all that went in and out; what there is none of is left out.
std::vector<Target> stand_parts(const Worked& worked, const SumOf& sum) {
  std::vector<Target> parts{with_figure(sum, Figure::opening)};
  const bool of_reserve = is_reserve(worked, sum);
  for (const Figure figure : {Figure::baten, Figure::lasten, Figure::toevoeging, Figure::onttrekking}) {
    const bool is_side = figure == Figure::baten || figure == Figure::lasten;
    const SumOf part = with_figure(sum, figure);
    if ((is_side && !of_reserve) || (!is_side && !figure_of(worked, part).is_absent())) parts.emplace_back(part);
  }
  return parts;
}

}  // namespace

Amount figure_of(const Worked& worked, const SumOf& sum) {
  return figure_of(worked.balances.of(sum.whose), sum.figure, sum.year);
}

std::vector<Target> parts_of(const Worked& worked, const SumOf& sum) {
  const auto with = [&sum](Figure figure, std::size_t year) {
    SumOf part = with_figure(sum, figure);
    part.year = year;
    return Target(part);
  };
  const bool is_project = sum.whose.of == Of::project;
  if (sum.figure == Figure::toevoeging || sum.figure == Figure::onttrekking) return mutaties_in(worked, sum);
  if (sum.figure == Figure::resultaat)
    return {with(Figure::saldo, sum.year), with(Figure::toevoeging, sum.year), with(Figure::onttrekking, sum.year)};
  if (sum.figure == Figure::eindsaldo && !is_project && worked.plan.has_soorten()) return members_of(worked, sum);
  if (sum.figure == Figure::eindsaldo && is_project && worked.plan.has_soorten()) return stand_parts(worked, sum);
  if (sum.figure == Figure::eindsaldo)
    return {with(Figure::opening, sum.year), with(Figure::baten, sum.year), with(Figure::lasten, sum.year)};
  if (sum.figure == Figure::saldo && is_reserve(worked, sum))
    return {with(Figure::toevoeging, sum.year), with(Figure::onttrekking, sum.year)};
  if (sum.figure == Figure::saldo) return {with(Figure::baten, sum.year), with(Figure::lasten, sum.year)};
  if (sum.figure == Figure::opening && sum.year > 0) return {with(Figure::eindsaldo, sum.year - 1)};
  return is_project ? posts_in(worked, sum) : members_of(worked, sum);
}

Dutch sum_words(const Worked& worked, const SumOf& sum, std::size_t parts) {
  const Amount amount = figure_of(worked, sum);
  switch (sum.figure) {
    case Figure::eindsaldo:
      // What stands by itself goes on in no balance, so that a sum of stands is more than its baten and lasten.
      if (sum.whose.of != Of::project && worked.plan.has_soorten()) return count_words(sum, amount, parts);
      return Dutch("{} = {} op 1 januari{}", amount, figure_of(worked, with_figure(sum, Figure::opening)),
                   movements(worked, sum));
    case Figure::resultaat:
    case Figure::saldo: {
      const std::string text = movements(worked, sum).text();
      return Dutch("{} ={}", amount, text.starts_with(" + ") ? text.substr(2) : text);  // a first term has no plus
    }
    case Figure::opening: return opening_words(worked.plan, sum, amount, parts);
    case Figure::baten:
    case Figure::lasten:
    case Figure::toevoeging:
    case Figure::onttrekking: break;
  }
  return count_words(sum, amount, parts);
}

}  // namespace saldo
