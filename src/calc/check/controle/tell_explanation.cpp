#include "calc/check/controle/tell_explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/say.h"

namespace saldo {

namespace {

struct Part {
  Money amount;
  std::string name;
  Place place;
  std::string sign() const { return amount < Money() ? "-" : "+"; }
};

std::string name_of(const Plan& plan, const ExplainingItem& item, Figure figure, bool in_project) {
  const Project& project = plan.projects[item.cell.project];
  if (item.whole) return "project " + project.nr;
  const std::string post = "post " + project.posts[item.cell.post].nr;
  if (!in_project) return post + " (project " + project.nr + ")";
  if (figure == Figure::baten || figure == Figure::lasten) return post;
  return fmt::format("{} ({} {})", post, to_text(item.cell.direction), plan.years.at(item.cell.year).value);
}

Message that_is(const std::vector<Part>& p) {
  if (p.size() == 1) return say("that is {} of {}", p[0].amount, p[0].name);
  if (p.size() == 2)
    return say("that is {} of {} {} {} of {}", p[0].amount, p[0].name, p[1].sign(), p[1].amount.size(), p[1].name);
  return say("that is {} of {} {} {} of {} {} {} of {}", p[0].amount, p[0].name, p[1].sign(), p[1].amount.size(),
             p[1].name, p[2].sign(), p[2].amount.size(), p[2].name);
}

Message rounded_that_is(const std::vector<Part>& p) {
  if (p.size() == 1) return say("rounded that is {} of {}", p[0].amount, p[0].name);
  if (p.size() == 2)
    return say("rounded that is {} of {} {} {} of {}", p[0].amount, p[0].name, p[1].sign(), p[1].amount.size(),
               p[1].name);
  return say("rounded that is {} of {} {} {} of {} {} {} of {}", p[0].amount, p[0].name, p[1].sign(),
             p[1].amount.size(), p[1].name, p[2].sign(), p[2].amount.size(), p[2].name);
}

}  // namespace

Money sum_of(const std::vector<ExplainingItem>& items, const Sum& sum) {
  Money total;
  for (const Summand& summand : sum)
    total += summand.sign < 0 ? -items[summand.item].amount : items[summand.item].amount;
  return total;
}

Related tell_explanation(const Plan& plan, const ControleExplanation& explanation, Money difference, Figure figure,
                         bool in_project) {
  const auto parts_of = [&](const Sum& sum) {  // the largest first
    std::vector<Part> parts;
    for (const Summand& summand : sum) {
      const ExplainingItem& item = explanation.items[summand.item];
      const Place place = item.whole ? plan.projects[item.cell.project].place : place_of(plan, item.cell);
      parts.push_back({summand.sign < 0 ? -item.amount : item.amount, name_of(plan, item, figure, in_project), place});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return b.amount < a.amount; });
    return parts;
  };
  const std::vector<Part> parts = parts_of(explanation.sums.front());
  const bool exact = sum_of(explanation.items, explanation.sums.front()) == difference;
  return {parts[0].place, exact ? that_is(parts) : rounded_that_is(parts)};
}

}  // namespace saldo
