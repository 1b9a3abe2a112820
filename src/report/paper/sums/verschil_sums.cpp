#include "report/paper/sums/verschil_sums.h"

#include <fmt/format.h>

#include <utility>

#include "base/say.h"
#include "calc/diff/bridge/bridge.h"
#include "calc/diff/effects.h"
#include "report/diff/words.h"

namespace saldo {

namespace {

Amount if_any(Money money) { return money == Money() ? Amount() : Amount(money); }

// What a figure grows by over the years: each by itself.
std::vector<SumPart> year_parts(Money opening, const std::vector<Money>& by_year, Years years, std::size_t until) {
  std::vector<SumPart> parts;
  if (opening != Money()) parts.push_back({Dutch("op 1 januari").text(), Amount(opening)});
  for (std::size_t y = 0; y < by_year.size() && y <= until; ++y)
    if (by_year[y] != Money()) parts.push_back({word(years.at(y)), Amount(by_year[y])});
  return parts;
}

}  // namespace

VerschilSums::VerschilSums(const PaperMaking& making, SumList& sums, const PlanDiff& diff, PlansShown shown)
    : diff_(diff),
      shown_(std::move(shown)),
      years_(making.in.years),
      sums_(sums),
      anchors_(making),
      changed_(diff.two.nieuw.plan) {
  for (const EffectOnCell& effect : diff.on_cells) cells_[effect.verschil].push_back(&effect);
}

std::string VerschilSums::anchor_of(const VerschilKey& key) {
  const auto [found, is_new] = told_.try_emplace(&key);
  if (!is_new) return found->second;
  const std::string nr = verschil_nr(diff_, key);
  const SumList::Of of{std::to_string(told_.size()), (nr.empty() ? "" : nr + " ") + sentence_of(key)};
  tell(key, of);
  return found->second = sums_.has(of.name) ? sums_.anchor_of(of.name) : "";
}

std::string VerschilSums::sentence_of(const VerschilKey& key) const {
  return verschil_sentence(diff_, key, diff_.verschillen.at(key), shown_.names.unit);
}

void VerschilSums::tell(const VerschilKey& key, const SumList::Of& of) {
  tell_years(key, of);
  tell_stands(key, of);
}

std::string VerschilSums::post_anchor(const PairedCell& cell) const {
  const Worked& shown = shown_.links_old ? diff_.two.oud : diff_.two.nieuw;
  const Project* project = find_project(shown, diff_.two.match.projects[cell.project].pair, shown_.links_old);
  const Post* post = find_post(diff_.two, cell, shown_.links_old);
  return project == nullptr || post == nullptr
             ? ""
             : anchors_.post(*project, static_cast<std::size_t>(post - project->posts.data()));
}

// Where the amount stood, and what changed it, where this verschil is what was written for it.
std::string VerschilSums::where(const VerschilKey& key, const PairedCell& cell) const {
  if (key.post == 0 || key.project != cell.project + 1 || key.post != cell.post + 1) return "";
  std::string text;
  const auto add = [&text](const Dutch& how, const std::string& file, Place place) {
    if (place.line > 0) text += fmt::format(", {} {}:{}", how.text(), file, place.line);
  };
  const auto cell_in = [&](bool is_old, const Project& project, const Post& post) {
    const Plan& plan = (is_old ? diff_.two.oud : diff_.two.nieuw).plan;
    return AmountOf{static_cast<std::size_t>(&project - plan.projects.data()),
                    static_cast<std::size_t>(&post - project.posts.data()), cell.direction,
                    plan.years.index(cell.year)};
  };
  for (const bool is_old : {true, false}) {
    const Worked& version = is_old ? diff_.two.oud : diff_.two.nieuw;
    const Project* project = find_project(version, diff_.two.match.projects[cell.project].pair, is_old);
    const Post* post = find_post(diff_.two, cell, is_old);
    if (project == nullptr || post == nullptr) continue;
    const AmountOf at = cell_in(is_old, *project, *post);
    if (is_old && shown_.old_file)
      add(Dutch("stond in"), shown_.old_file(place_of(version.plan, at).file), place_of(version.plan, at));
    if (is_old || !shown_.new_file) continue;
    for (const ChangeNote* note : changed_.of(at))
      add(Dutch("gewijzigd door"), shown_.new_file(note->place.file), note->place);
  }
  return text;
}

// "12.500 (3.18/4 lasten 116.900 → 104.400, projecten/3.18.toml:98)"
SumPart VerschilSums::part(const VerschilKey& key, const EffectOnCell& effect) const {
  const PairedCell& cell = effect.cell;
  const bool is_gone = find_post(diff_.two, cell, false) == nullptr;
  const Worked& version = is_gone ? diff_.two.oud : diff_.two.nieuw;
  const Project& project = *find_project(version, diff_.two.match.projects[cell.project].pair, is_gone);
  const std::string was = word(amount_in(diff_.two, cell, true)), is = word(amount_in(diff_.two, cell, false));
  return {fmt::format("{} {} {} \u2192 {}{}", to_text(address_of(project, *find_post(diff_.two, cell, is_gone))),
                      to_text(cell.direction), was, is, where(key, cell)),
          if_any(in_saldo(effect.money, cell.direction)), post_anchor(cell)};
}

// The saldo of each year, with the posts of which it is; what is no part of the saldo is told with the stands.
void VerschilSums::tell_years(const VerschilKey& key, const SumList::Of& of) {
  const EffectOnTotals& effect = diff_.verschillen.at(key).effect;
  for (std::size_t y = 0; y < years_.size(); ++y) {
    const Year year = years_.at(y);
    if (!diff_.two.common->contains(year)) continue;
    const Money saldo = effect_on(effect, Figure::saldo, diff_.two.common->index(year));
    if (saldo == Money()) continue;
    std::vector<SumPart> parts;
    for (const EffectOnCell* cell : cells_[&key])
      if (cell->cell.year == year && counted_in(diff_.two, cell->cell).side != 0) parts.push_back(part(key, *cell));
    add_rest(Amount(saldo), Dutch("telt anders mee").text(), parts);
    sums_.tell(of, Dutch("saldo {}", year).text(), Amount(saldo), std::move(parts), true);
  }
}

void VerschilSums::tell_stands(const VerschilKey& key, const SumList::Of& of) {
  const EffectOnTotals& effect = diff_.verschillen.at(key).effect;
  const Years common = *diff_.two.common;
  const Year last = common.contains(years_.last) ? years_.last : common.last;
  const std::size_t at = common.index(last);
  const auto add = [&](const Dutch& label, Money figure, std::vector<SumPart> parts) {
    if (figure != Money()) sums_.tell(of, label.text(), Amount(figure), std::move(parts));
  };
  add(Dutch("eindsaldo {}", last), effect_on(effect, Figure::eindsaldo, at),
      year_parts(effect.opening, effect.stand, common, at));
  add(Dutch("investeringsbudget {}", last), effect_on_rib(effect, at),
      year_parts(effect.rib_opening, effect.rib_saldo, common, at));
}

std::vector<SumPart> VerschilSums::steps(const BridgedFigure& figure) {
  std::vector<SumPart> parts;
  for (const Bridge::Step& step : build_bridge(diff_, figure).steps)
    parts.push_back({sentence_of(*step.verschil), Amount(step.effect), anchor_of(*step.verschil)});
  return parts;
}

}  // namespace saldo
