#include "report/diff/settings_words.h"

#include <fmt/ranges.h>

#include <functional>

#include "base/say.h"
#include "report/diff/words.h"

namespace saldo {

namespace {

// What one setting says in the old and in the new plan.
using Say = std::function<std::string(Setting, bool is_old)>;

std::string_view name_of(Setting setting) {
  constexpr std::string_view names[] = {"jaren",
                                        "naam",
                                        "nr",
                                        "evenwicht",
                                        "programmalijn",
                                        "einde",
                                        "restant",
                                        "vertraging",
                                        "ondergrens",
                                        "dubbeling met",
                                        "structureel",
                                        "overdracht",
                                        "gedrukte totalen (controle)"};
  return names[static_cast<std::size_t>(setting)];
}

std::string join_words(const std::vector<Setting>& settings, const Say& said) {
  std::vector<std::string> parts;
  for (const Setting setting : settings) {
    if (setting == Setting::controle) parts.push_back(std::string(name_of(setting)) + " gewijzigd");
    else parts.push_back(fmt::format("{} {} → {}", name_of(setting), said(setting, true), said(setting, false)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string with_match(std::string words, const Pairing& pair) {
  const std::string_view match = matched_words(pair);
  return match.empty() ? words : words + " (" + std::string(match) + ")";
}

std::string quoted(const std::string& naam) { return "‘" + naam + "’"; }

std::string amount_or_none(const std::optional<Money>& amount) { return amount ? word(*amount) : "geen"; }

std::string years_words(Years years) { return word(years.first) + "-" + word(years.last); }

std::string project_word(const Plan& plan, const Project& project, Setting setting) {
  switch (setting) {
    case Setting::nr: return project.nr;
    case Setting::naam: return quoted(project.naam);
    case Setting::programmalijn: return quoted(plan.line(*project.programmalijn.id).naam);
    case Setting::einde: return project.einde ? word(*project.einde) : "open";
    case Setting::restant: return std::string(to_text(project.restant));
    case Setting::vertraging: return word(static_cast<std::size_t>(project.vertraging));
    case Setting::ondergrens: return amount_or_none(project.ondergrens);
    case Setting::dubbeling_met: {
      std::vector<std::string> nrs;
      for (const Reference<ProjectId>& other : project.dubbeling_met) nrs.push_back(plan.project(*other.id).nr);
      return nrs.empty() ? "geen" : fmt::format("{}", fmt::join(nrs, ", "));
    }
    default: return {};
  }
}

// "aan 3.4", "van 3.5, 1 jaar later"
std::string legs_word(const Plan& plan, const Project& project, std::uint32_t post) {
  std::vector<std::string> parts;
  for (const Direction direction : both_directions)
    if (const Leg* leg = project.find_leg(post, direction)) {
      parts.push_back((direction == Direction::baten ? "van " : "aan ") + plan.project(*leg->other.id).nr);
      if (leg->vertraging > 0) parts.back() += fmt::format(", {} jaar later", leg->vertraging);
    }
  return parts.empty() ? "geen" : fmt::format("{}", fmt::join(parts, " en "));
}

}  // namespace

std::string plan_setting_words(const TwoPlans& two, const std::vector<Setting>& settings) {
  return join_words(settings, [&](Setting setting, bool is_old) {
    const Plan& plan = is_old ? two.oud.plan : two.nieuw.plan;
    if (setting == Setting::jaren) return years_words(plan.years);
    return setting == Setting::naam ? quoted(plan.naam) : std::string(to_text(plan.evenwicht));
  });
}

std::string line_setting_words(const TwoPlans& two, const Pairing& line, const std::vector<Setting>& settings) {
  const std::string words = join_words(settings, [&](Setting setting, bool is_old) -> std::string {
    const Plan& plan = is_old ? two.oud.plan : two.nieuw.plan;
    const Programmalijn& version = plan.lines[is_old ? *line.oud : *line.nieuw];
    if (setting == Setting::nr) return version.id;
    if (setting == Setting::naam) return quoted(version.naam);
    if (setting == Setting::ondergrens) return amount_or_none(version.ondergrens);
    return version.onder ? "onder " + quoted(plan.line(*version.onder->id).naam) : "op zichzelf";
  });
  return with_match(words, line);
}

std::string project_setting_words(const TwoPlans& two, const Pairing& project, const std::vector<Setting>& settings) {
  if (settings.empty()) return "restant, dat andere instellingen volgt";  // only the posts that saldo adds differ
  const std::string words = join_words(settings, [&](Setting setting, bool is_old) {
    const Worked& version = is_old ? two.oud : two.nieuw;
    return project_word(version.plan, *find_project(version, project, is_old), setting);
  });
  return with_match(words, project);
}

std::string post_setting_words(const TwoPlans& two, const PairedCell& post, const std::vector<Setting>& settings) {
  const Pairing& pair = two.pair(post);
  const std::string words = join_words(settings, [&](Setting setting, bool is_old) -> std::string {
    const Worked& version = is_old ? two.oud : two.nieuw;
    const Project& project = *find_project(version, two.match.projects[post.project].pair, is_old);
    const std::uint32_t at = is_old ? *pair.oud : *pair.nieuw;
    const Post& own = project.posts[at];
    if (setting == Setting::nr) return own.nr;
    if (setting == Setting::naam) return quoted(own.naam);
    if (setting == Setting::structureel) return own.structureel ? "ja" : "nee";
    return legs_word(version.plan, project, at);
  });
  return with_match(words, pair);
}

std::string rounding_words(const Rounding& rounding) {
  std::string words = "afronding op " + word(rounding.unit);
  if (rounding.mode != RoundingMode::half_away)
    words += rounding.mode == RoundingMode::up ? " naar boven" : " naar beneden";
  return rounding.exact_chain ? words + ", keten exact" : words;
}

}  // namespace saldo
