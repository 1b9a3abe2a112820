#include "report/cell_address.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view rib_name = "investeringsbudget";
constexpr std::string_view total_name = "totaal";

std::vector<std::string_view> cut(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/')) {
    pieces.push_back(text.substr(0, slash));
    text.remove_prefix(slash + 1);
  }
  pieces.push_back(text);
  return pieces;
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::optional<Figure> find_figure(std::string_view text) {
  for (const Figure figure : {Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo})
    if (to_text(figure) == text) return figure;
  return std::nullopt;
}

struct Whose {
  SumOf::Whose whose;
  std::size_t index;
};

std::optional<Whose> find_whose(const Plan& plan, std::string_view name) {
  if (name == total_name) return Whose{SumOf::Whose::plan, 0};
  if (name == rib_name && plan.investeringsbudget)
    return Whose{SumOf::Whose::project, position(*plan.investeringsbudget->id)};
  if (const auto project = plan.find_project(name)) return Whose{SumOf::Whose::project, position(*project)};
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    if (plan.lines[l].id == name) return Whose{SumOf::Whose::line, l};
  return std::nullopt;
}

Address trouble(Message message) { return {{}, std::move(message)}; }

Address unknown_whose(const Plan& plan, std::string_view name) {
  std::vector<std::string_view> known{total_name, rib_name};
  for (const Project& project : plan.projects) known.push_back(project.nr);
  for (const Programmalijn& line : plan.lines) known.push_back(line.id);
  const std::vector<std::string> likely = likely_names(name, known);
  if (likely.empty()) return trouble(say("there is no project or programmalijn {}", name));
  if (likely.size() == 1)
    return trouble(say("there is no project or programmalijn {}; did you mean {}?", name, likely.front()));
  return trouble(say("there is no project or programmalijn {}; did you mean one of {}?", name, joined(likely)));
}

Address read_post(const Project& project, const Whose& whose, std::string_view nr, std::string_view side,
                  std::size_t year) {
  const auto post =
      std::find_if(project.posts.begin(), project.posts.end(), [nr](const Post& p) { return p.nr == nr; });
  if (post == project.posts.end()) {
    std::vector<std::string_view> known{"opening", "baten", "lasten", "saldo", "eindsaldo"};
    for (const Post& other : project.posts) known.push_back(other.nr);
    const std::vector<std::string> likely = likely_names(nr, known);
    if (likely.empty()) return trouble(say("project {} has no post {}", project.nr, nr));
    if (likely.size() == 1)
      return trouble(say("project {} has no post {}; did you mean {}?", project.nr, nr, likely.front()));
    return trouble(say("project {} has no post {}; did you mean one of {}?", project.nr, nr, joined(likely)));
  }
  if (!side.empty() && side != "baten" && side != "lasten")
    return trouble(say("`{}` is no side of a post; write baten or lasten", side));
  Address address;
  for (const Direction direction : both_directions)
    if (side.empty() ? !post->side(direction).empty() : side == to_text(direction))
      address.targets.emplace_back(
          AmountOf{whose.index, static_cast<std::size_t>(post - project.posts.begin()), direction, year});
  if (address.targets.empty()) address.trouble = say("post {} of project {} has no amounts there", nr, project.nr);
  return address;
}

}  // namespace

Address read_address(const Plan& plan, std::string_view text) {
  const std::vector<std::string_view> pieces = cut(text);
  if (pieces.size() < 2 || pieces.size() > 4)
    return trouble(say("`{}` names no figure; write 3.18/12/2026, 3.18/eindsaldo/2026 or totaal/baten/2026", text));
  const std::optional<Year> year = read_year(pieces.back());
  if (!year || !plan.years.contains(*year))
    return trouble(say("`{}` is not a year of the plan, which runs from {} to {}", pieces.back(), plan.years.first,
                       plan.years.last));
  const std::optional<Whose> whose = find_whose(plan, pieces[0]);
  if (!whose) return unknown_whose(plan, pieces[0]);
  const std::size_t at = plan.years.index(*year);
  const std::optional<Figure> figure = pieces.size() == 2 ? Figure::eindsaldo : find_figure(pieces[1]);
  if (figure && pieces.size() < 4) return {{SumOf{whose->whose, whose->index, *figure, at}}, {}};
  if (whose->whose != SumOf::Whose::project)
    return trouble(
        say("`{}` is no figure of {}; choose opening, baten, lasten, saldo or eindsaldo", pieces[1], pieces[0]));
  return read_post(plan.projects[whose->index], *whose, pieces[1], pieces.size() == 4 ? pieces[2] : "", at);
}

Amount figure_at(const Target& target, const Plan& plan, const Amounts& amounts, const Balances& balances) {
  if (const auto* cell = std::get_if<AmountOf>(&target))
    return amounts.at(plan.projects[cell->project], cell->post, cell->direction, cell->year);
  const SumOf& sum = std::get<SumOf>(target);
  if (sum.whose == SumOf::Whose::plan) return figure_of(balances.total, sum.figure, sum.year);
  return figure_of(sum.whose == SumOf::Whose::line ? balances.lines[sum.index] : balances.projects[sum.index],
                   sum.figure, sum.year);
}

std::string to_address(const Plan& plan, const Target& target) {
  if (const auto* cell = std::get_if<AmountOf>(&target)) {
    const Project& project = plan.projects[cell->project];
    return fmt::format("{}/{}/{}/{}", project.nr, project.posts[cell->post].nr, to_text(cell->direction),
                       word(plan.years.at(cell->year)));
  }
  const SumOf& sum = std::get<SumOf>(target);
  std::string_view whose = total_name;
  if (sum.whose == SumOf::Whose::project) whose = plan.projects[sum.index].nr;
  if (sum.whose == SumOf::Whose::line) whose = plan.lines[sum.index].id;
  return fmt::format("{}/{}/{}", whose, to_text(sum.figure), word(plan.years.at(sum.year)));
}

}  // namespace saldo
