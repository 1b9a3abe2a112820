#include "calc/diff/settings.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

namespace {

using Settings = std::vector<Setting>;

void add_if(Settings& settings, bool differs, Setting setting) {
  if (differs) settings.push_back(setting);
}

bool same_controles(const std::vector<Controle>& a, const std::vector<Controle>& b) {
  const auto same_printed = [](const Printed& x, const Printed& y) {
    return x.figure == y.figure && x.year == y.year && x.amount == y.amount;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Controle& x, const Controle& y) {
    return x.bron == y.bron && x.eenheid == y.eenheid && x.tolerantie == y.tolerantie &&
           std::equal(x.printed.begin(), x.printed.end(), y.printed.begin(), y.printed.end(), same_printed);
  });
}

// The pair of the line of a project, or that a line is under.
std::optional<std::uint32_t> pair_of(const TwoPlans& two, std::optional<LineId> line, bool is_old) {
  for (std::uint32_t i = 0; line && i < two.match.lines.size(); ++i)
    if ((is_old ? two.match.lines[i].oud : two.match.lines[i].nieuw) == position(*line)) return i;
  return std::nullopt;
}

std::optional<LineId> line_above(const Programmalijn& line) {
  return line.onder ? line.onder->id : std::optional<LineId>();
}

// As pairs of projects, in order: who is named, not how or in which order.
std::vector<std::uint32_t> dubbelingen(const Project& project, const std::vector<std::uint32_t>& pair_of) {
  std::vector<std::uint32_t> pairs;
  for (const Reference<ProjectId>& other : project.dubbeling_met) pairs.push_back(pair_of[position(*other.id)]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

bool same_other(const TwoPlans& two, const Leg* a, const Leg* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return two.match.pair_of_old[position(*a->other.id)] == two.match.pair_of_new[position(*b->other.id)] &&
         a->vertraging == b->vertraging;
}

// A nr that is only the position of the post is not written anywhere.
bool renumbered(const Post& a, const Pairing& pair, const Post& b) {
  if (a.nr == b.nr) return false;
  return a.nr != word(std::size_t{*pair.oud} + 1) || b.nr != word(std::size_t{*pair.nieuw} + 1);
}

}  // namespace

Settings differing_plan_settings(const TwoPlans& two) {
  const Plan &a = two.oud.plan, &b = two.nieuw.plan;
  Settings settings;
  add_if(settings, a.naam != b.naam, Setting::naam);
  add_if(settings, a.years.first != b.years.first || a.years.last != b.years.last, Setting::jaren);
  add_if(settings, a.evenwicht != b.evenwicht, Setting::evenwicht);
  add_if(settings, !same_controles(a.controles, b.controles), Setting::controle);
  return settings;
}

Settings differing_line_settings(const TwoPlans& two, const Pairing& line) {
  const Programmalijn &a = two.oud.plan.lines[*line.oud], &b = two.nieuw.plan.lines[*line.nieuw];
  Settings settings;
  add_if(settings, a.id != b.id, Setting::nr);
  add_if(settings, a.naam != b.naam, Setting::naam);
  add_if(settings, pair_of(two, line_above(a), true) != pair_of(two, line_above(b), false), Setting::programmalijn);
  add_if(settings, a.ondergrens != b.ondergrens, Setting::ondergrens);
  add_if(settings, !same_controles(a.controles, b.controles), Setting::controle);
  return settings;
}

Settings differing_project_settings(const TwoPlans& two, const ProjectPair& project) {
  const Project& a = two.oud.plan.projects[*project.pair.oud];
  const Project& b = two.nieuw.plan.projects[*project.pair.nieuw];
  const bool moved = pair_of(two, a.programmalijn.id, true) != pair_of(two, b.programmalijn.id, false);
  Settings settings;
  add_if(settings, a.nr != b.nr, Setting::nr);
  add_if(settings, a.naam != b.naam, Setting::naam);
  add_if(settings, moved, Setting::programmalijn);
  add_if(settings, a.einde != b.einde, Setting::einde);
  add_if(settings, a.restant != b.restant, Setting::restant);
  add_if(settings, a.vertraging != b.vertraging, Setting::vertraging);
  add_if(settings, a.ondergrens != b.ondergrens, Setting::ondergrens);
  add_if(settings, dubbelingen(a, two.match.pair_of_old) != dubbelingen(b, two.match.pair_of_new),
         Setting::dubbeling_met);
  add_if(settings, !same_controles(a.controles, b.controles), Setting::controle);
  return settings;
}

Settings differing_post_settings(const TwoPlans& two, const ProjectPair& project, const Pairing& pair) {
  const Project& old_project = two.oud.plan.projects[*project.pair.oud];
  const Project& new_project = two.nieuw.plan.projects[*project.pair.nieuw];
  const Post &a = old_project.posts[*pair.oud], &b = new_project.posts[*pair.nieuw];
  Settings settings;
  if (a.automatic && b.automatic) return settings;  // they are called after the project they move the restant of
  add_if(settings, renumbered(a, pair, b), Setting::nr);
  add_if(settings, a.naam != b.naam, Setting::naam);
  add_if(settings, a.structureel != b.structureel, Setting::structureel);
  const auto same_leg = [&](Direction direction) {
    return same_other(two, old_project.find_leg(*pair.oud, direction), new_project.find_leg(*pair.nieuw, direction));
  };
  add_if(settings, !same_leg(Direction::baten) || !same_leg(Direction::lasten), Setting::overdracht);
  return settings;
}

}  // namespace saldo
