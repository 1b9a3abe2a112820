#include "plan/address.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/finding/suggest.h"
#include "base/say.h"

namespace saldo {

namespace {

constexpr std::string_view rib_name = "investeringsbudget";
constexpr std::string_view total_name = "totaal";
constexpr Figure all_figures[] = {Figure::opening,   Figure::baten,      Figure::lasten,      Figure::saldo,
                                  Figure::eindsaldo, Figure::toevoeging, Figure::onttrekking, Figure::resultaat};

// Only a plan with kinds has the last three: in another one those words may name a post.
std::span<const Figure> figures_of(const Plan& plan) {
  return std::span(all_figures).first(plan.has_soorten() ? std::size(all_figures) : std::size(all_figures) - 3);
}

std::optional<Figure> find_figure(const Plan& plan, std::string_view text) {
  for (const Figure figure : figures_of(plan))
    if (to_text(figure) == text) return figure;
  return std::nullopt;
}

std::optional<Direction> find_side(std::string_view text) {
  for (const Direction direction : {Direction::baten, Direction::lasten})
    if (to_text(direction) == text) return direction;
  return std::nullopt;
}

std::optional<Whose> find_whose(const Plan& plan, std::string_view name) {
  if (name == total_name) return Whose{};
  if (name == rib_name && plan.investeringsbudget) return Whose{Of::project, position(*plan.investeringsbudget->id)};
  if (const auto project = plan.find_project(name)) return Whose{Of::project, position(*project)};
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    if (plan.lines[l].id == name) return Whose{Of::programmalijn, l};
  return std::nullopt;
}

// What an exploitatie or a reserve does not have: a stand, or a result.
bool lacks(const Plan& plan, const Whose& whose, Figure figure) {
  if (whose.of == Of::project && figure == Figure::resultaat) return plan.projects[whose.index].is_reserve();
  if (figure != Figure::opening && figure != Figure::eindsaldo) return false;
  const auto is_under = [&](const Project& project) {
    if (whose.of == Of::project) return &project == &plan.projects[whose.index];
    return whose.of == Of::plan || plan.is_in(project, static_cast<LineId>(whose.index));
  };
  bool any = false;
  for (const Project& project : plan.projects) {
    if (!is_under(project)) continue;
    if (!project.is_exploitatie()) return false;
    any = true;
  }
  return any;
}

FoundTargets trouble(Message message) { return {{}, std::move(message)}; }

Message unknown_whose(const Plan& plan, std::string_view name) {
  std::vector<std::string_view> known{total_name, rib_name};
  for (const Project& project : plan.projects) known.push_back(project.nr);
  for (const Programmalijn& line : plan.lines) known.push_back(line.id);
  const std::vector<std::string> likely = likely_names(name, known);
  if (likely.empty()) return say("there is no project or programmalijn {}", name);
  if (likely.size() == 1) return say("there is no project or programmalijn {}; did you mean {}?", name, likely.front());
  return say("there is no project or programmalijn {}; did you mean one of {}?", name, listed(likely));
}

// A figure may be what was meant, before a naam; no figure has a slash.
Message unknown_post(const Plan& plan, const Project& project, std::string_view written) {
  std::vector<std::string_view> known;
  if (written.find('/') == std::string_view::npos)
    for (const Figure figure : figures_of(plan)) known.push_back(to_text(figure));
  for (const Post& post : project.posts) known.push_back(post.nr);
  std::vector<std::string> likely = likely_names(written, known);
  if (likely.empty()) likely = likely_posts(project, written);
  if (likely.empty()) return say("project {} has no post {}", project.nr, written);
  if (likely.size() == 1)
    return say("project {} has no post {}; did you mean {}?", project.nr, written, likely.front());
  return say("project {} has no post {}; did you mean one of {}?", project.nr, written, listed(likely));
}

// "12/last": a post, and what is no side of it.
Message no_such_post(const Plan& plan, const Project& project, std::string_view written) {
  std::string_view before = written;
  const std::string_view side = take_last(before);
  if (!before.empty() && !find_posts(project, before).empty())
    return say("`{}` is no side of a post; write baten or lasten", side);
  return unknown_post(plan, project, written);
}

Message several_posts(const Project& project, std::string_view naam, const std::vector<std::size_t>& posts) {
  std::vector<std::string> numbers;
  for (const std::size_t post : posts) numbers.push_back(project.posts[post].nr);
  return say("project {} has {} posts named `{}`; write the nr of the one that is meant: {}", project.nr, posts.size(),
             naam, listed(numbers));
}

FoundTargets find_sides(const Plan& plan, std::size_t in, const WrittenAddress& written, std::size_t year) {
  const Project& project = plan.projects[in];
  const std::vector<std::size_t> posts = find_posts(project, *written.what);
  if (posts.empty()) return trouble(no_such_post(plan, project, *written.what));
  if (posts.size() > 1) return trouble(several_posts(project, *written.what, posts));
  const Post& post = project.posts[posts.front()];
  FoundTargets found;
  for (const Direction direction : {Direction::baten, Direction::lasten})
    if (written.side ? written.side == direction : !post.side(direction).empty())
      found.targets.emplace_back(AmountOf{in, posts.front(), direction, year});
  if (found.targets.empty()) found.trouble = say("post {} of project {} has no amounts there", post.nr, project.nr);
  return found;
}

// LINE/2026 is the eindsaldo; the side in LINE/baten/2026 is no side of a post.
std::optional<Figure> figure_in(const Plan& plan, const WrittenAddress& written, const Whose& whose) {
  if (written.what) return written.side ? std::nullopt : find_figure(plan, *written.what);
  if (written.side) return find_figure(plan, to_text(*written.side));
  return lacks(plan, whose, Figure::eindsaldo) ? Figure::resultaat : Figure::eindsaldo;
}

Message lacking(const Plan& plan, const Whose& whose, Figure figure) {
  if (figure == Figure::resultaat)
    return say("{} is a reserve, and has no resultaat; write toevoeging, onttrekking or eindsaldo",
               name_of(plan, whose));
  return say("{} has no {}: every year of an exploitatie stands by itself; write saldo or resultaat",
             whose.of == Of::plan ? total_name : name_of(plan, whose), to_text(figure));
}

}  // namespace

std::string_view take_last(std::string_view& text) {
  const std::size_t slash = text.rfind('/');
  const std::string_view last = slash == std::string_view::npos ? "" : text.substr(slash + 1);
  text = text.substr(0, slash == std::string_view::npos ? 0 : slash);
  return last;
}

std::optional<WrittenAddress> cut_address(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  WrittenAddress written{text.substr(0, slash), {}, {}, {}};
  std::string_view rest = text.substr(slash);  // with its slash, so that nothing and an empty name are two things
  written.last = take_last(rest);
  std::string_view before = rest;
  if (!rest.empty()) written.side = find_side(take_last(before));
  if (written.side) rest = before;
  if (!rest.empty()) written.what = rest.substr(1);
  return written;
}

FoundTargets find_targets(const Plan& plan, std::string_view text) {
  const std::optional<WrittenAddress> written = cut_address(text);
  const std::optional<Year> year = written ? read_year(written->last) : std::nullopt;
  if (!written || (!year && std::count(text.begin(), text.end(), '/') > 3))
    return trouble(say("`{}` names no figure; write 3.18/12/2026, 3.18/eindsaldo/2026 or totaal/baten/2026", text));
  if (!year || !plan.years.contains(*year))
    return trouble(say("`{}` is not a year of the plan, which runs from {} to {}", written->last, plan.years.first,
                       plan.years.last));
  const std::optional<Whose> whose = find_whose(plan, written->whose);
  if (!whose) return trouble(unknown_whose(plan, written->whose));
  const std::size_t at = plan.years.index(*year);
  if (const std::optional<Figure> figure = figure_in(plan, *written, *whose)) {
    if (lacks(plan, *whose, *figure)) return trouble(lacking(plan, *whose, *figure));
    return {{SumOf{*whose, *figure, at}}, {}};
  }
  if (whose->of == Of::project) return find_sides(plan, whose->index, *written, at);
  if (plan.has_soorten())
    return trouble(
        say("`{}` is no figure of {}; choose opening, baten, lasten, saldo, eindsaldo, toevoeging, onttrekking "
            "or resultaat",
            *written->what, written->whose));
  return trouble(say("`{}` is no figure of {}; choose opening, baten, lasten, saldo or eindsaldo", *written->what,
                     written->whose));
}

Message both_sides(const Plan& plan, const FoundTargets& found) {
  return say("this post has baten and lasten; write {} or {}", to_text(address_of(plan, found.targets[0])),
             to_text(address_of(plan, found.targets[1])));
}

std::vector<std::size_t> find_posts(const Project& project, std::string_view nr_or_naam) {
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < project.posts.size(); ++i) {
    if (project.posts[i].nr == nr_or_naam) return {i};
    if (project.posts[i].naam == nr_or_naam) named.push_back(i);
  }
  return named;
}

Diagnostic ambiguous_post(Rule rule, Place place, const Project& project, std::string_view naam,
                          const std::vector<std::size_t>& posts) {
  const bool numbered =
      std::all_of(posts.begin(), posts.end(), [&](std::size_t post) { return project.posts[post].own_nr; });
  Diagnostic several{rule,
                     place,
                     say("project {} has {} posts named `{}`", project.nr, posts.size(), naam),
                     {},
                     numbered ? say("write the nr of the one that is meant: post = {}", project.posts[posts.front()].nr)
                              : say("give the one that is meant a `nr` of its own, and write that here")};
  constexpr std::size_t most = 20;  // many changes may each name many posts
  for (std::size_t i = 0; i < std::min(posts.size(), most); ++i)
    several.related.push_back({project.posts[posts[i]].place, say("post {} is here", project.posts[posts[i]].nr)});
  return several;
}

std::vector<std::string> likely_posts(const Project& project, std::string_view written) {
  std::vector<std::string_view> numbers, names;
  for (const Post& post : project.posts) {
    numbers.push_back(post.nr);
    names.push_back(post.naam);
  }
  std::vector<std::string> likely = likely_names(written, numbers);
  return likely.empty() ? likely_names(written, names) : likely;
}

std::string name_of(const Plan& plan, const Whose& whose) {
  if (whose.of == Of::project) return plan.projects[whose.index].nr;
  return whose.of == Of::programmalijn ? plan.lines[whose.index].id : "";
}

Address address_of(const Project& project, const Post& post, std::optional<Year> year) {
  return {project.nr, post.nr, "", year};
}

Address address_of(const Plan& plan, const Target& target) {
  if (const auto* cell = std::get_if<AmountOf>(&target)) {
    const Project& project = plan.projects[cell->project];
    return {project.nr, project.posts[cell->post].nr, std::string(to_text(cell->direction)), plan.years.at(cell->year)};
  }
  const SumOf& sum = std::get<SumOf>(target);
  return {name_of(plan, sum.whose), "", std::string(to_text(sum.figure)), plan.years.at(sum.year)};
}

}  // namespace saldo
