#include "report/diff/words.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "calc/formulas.h"
#include "report/diff/settings_words.h"

namespace saldo {

namespace {

std::string arrow(const std::string& before, const std::string& after) { return before + " → " + after; }

// 116.900 euro in thousands is 116,9: nothing is lost, as before and after would then read alike.
std::string in_parts_of(Amount amount, Money unit) {
  if (!amount.is_money() || unit == Money::of_euros(1)) return word(amount);
  const std::int64_t cents = amount.counted().size().cents();
  std::string rest = std::to_string(unit.cents() + cents % unit.cents()).substr(1);
  rest.erase(rest.find_last_not_of('0') + 1);
  const std::string whole = to_dutch(Money::of_euros(cents / unit.cents()), false);
  return (amount.counted() < Money() ? "-" : "") + whole + (rest.empty() ? "" : "," + rest);
}

// One version of a cell: what decides it, in words.
class CellWords {
 public:
  CellWords(const TwoPlans& two, const PairedCell& cell, Money unit)
      : two_(two),
        cell_(cell),
        unit_(unit),
        same_formula_(formula_in(two, cell, true) == formula_in(two, cell, false)) {}

  std::string change() const { return arrow(words(true), words(false)); }

 private:
  std::string words(bool is_old) const {
    const Formula formula = formula_in(two_, cell_, is_old);
    const std::string amount = in_parts_of(amount_in(two_, cell_, is_old), unit_);
    if (is_booked(two_, cell_, is_old)) return amount + (is_expected(is_old) ? " verwacht" : " geboekt");
    switch (formula) {
      case Formula::leeg: return "leeg";
      case Formula::bedrag: return amount;
      case Formula::deel: return part(is_old);
      case Formula::onderbouwing: return "onderbouwing (" + amount + ")";
      case Formula::sluitpost: return with_amount("sluitpost", amount);
      case Formula::spiegel: return with_amount("spiegel van " + other(is_old), amount);
      case Formula::index: return with_amount(index(is_old), amount);
      case Formula::percentage: return with_amount(percentage(is_old), amount);
    }
    return {};
  }

  // What is not booked in a closed year is expected of one that goes on.
  bool is_expected(bool is_old) const { return plan(is_old).find_afsluiting(cell_.year) == nullptr; }

  // Beside another kind of rule the amounts tell what it comes to; beside its own they would say the same every year.
  std::string with_amount(std::string rule, const std::string& amount) const {
    return same_formula_ ? rule : rule + " (" + amount + ")";
  }

  const Post& post(bool is_old) const { return *find_post(two_, cell_, is_old); }
  const Side& side(bool is_old) const { return post(is_old).side(cell_.direction); }
  const Plan& plan(bool is_old) const { return is_old ? two_.oud.plan : two_.nieuw.plan; }

  std::string rounding(bool is_old) const {
    if (!same_formula_) return {};
    const Rounding &a = rounding_of(plan(true), post(true)), &b = rounding_of(plan(false), post(false));
    return a == b ? "" : ", " + rounding_words(is_old ? a : b);
  }

  Ratio share(bool is_old) const { return side(is_old).total()->shares[side(is_old).share_number(cell_.year)]; }

  // Where the year keeps its share, it is the total that was changed, for all years alike.
  std::string part(bool is_old) const {
    const Total& total = *side(is_old).total();
    const std::string whole = total.totaal ? in_parts_of(*total.totaal, unit_) : "onderbouwing";
    if (same_formula_ && share(true) == share(false)) return "totaal " + whole + rounding(is_old);
    return to_percentage(share(is_old)) + " van " + whole + rounding(is_old);
  }

  // Where that differs.
  std::string most(bool is_old) const {
    const Maximum* maximum = side(is_old).maximum();
    if (maximum == nullptr || same_maximum(side(true), side(false))) return {};
    return ", ten hoogste " + in_parts_of(maximum->amount, unit_) +
           (maximum->of_all_years ? " in alle jaren samen" : "");
  }

  std::string index(bool is_old) const {
    return "index " + std::string(index_name(plan(is_old), post(is_old))) + most(is_old) + rounding(is_old);
  }

  std::string percentage(bool is_old) const {
    const Percentage& rule = *side(is_old).percentage();
    const Project& project =
        *find_project(is_old ? two_.oud : two_.nieuw, two_.match.projects[cell_.project].pair, is_old);
    std::vector<std::string> over;
    for (const PostRange& range : rule.over) {
      const std::string& first = project.posts[range.first].nr;
      over.push_back(range.first == range.last ? first : first + "-" + project.posts[range.last].nr);
    }
    const std::string_view posts = over.size() == 1 && rule.over[0].first == rule.over[0].last ? "post" : "posten";
    const std::string of = rule.kant ? fmt::format("de {} van {}", to_text(*rule.kant), posts) : std::string(posts);
    return fmt::format("{} van {} {}{}{}", to_percentage(rule.rate()), of, fmt::join(over, ", "), most(is_old),
                       rounding(is_old));
  }

  std::string other(bool is_old) const {
    const Pairing& pair = two_.match.projects[cell_.project].pair;
    const Project& project = *find_project(is_old ? two_.oud : two_.nieuw, pair, is_old);
    const Pairing& post = two_.pair(cell_);
    const Leg* leg = project.find_leg(is_old ? *post.oud : *post.nieuw, cell_.direction);
    return leg == nullptr ? "?" : plan(is_old).project(*leg->other.id).nr;
  }

  const TwoPlans& two_;
  PairedCell cell_;
  Money unit_ = Money::of_euros(1);
  bool same_formula_;
};

struct YearWords {
  Year year;
  std::string words;
};

// "2026 116.900 → 120.000, 2027-2028 leeg → PM": years in which the same is said stand together.
std::string by_year(const std::vector<YearWords>& said) {
  std::string text;
  for (auto first = said.begin(); first != said.end();) {
    const auto last =
        std::find_if(first, said.end(), [&](const YearWords& other) { return other.words != first->words; });
    std::vector<Year> years;
    for (auto same = first; same != last; ++same) years.push_back(same->year);
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", to_text(std::span<const Year>(years)), first->words);
    first = last;
  }
  return text;
}

std::string amount_words(const TwoPlans& two, const VerschilKey& key, const Verschil& verschil, Money unit) {
  const std::string side(to_text(key.direction));
  if (verschil.years.empty()) return side + " volgen uit andere posten";
  std::vector<YearWords> said;
  for (const Year year : verschil.years)
    said.push_back({year, CellWords(two, {key.project - 1, key.post - 1, key.direction, year}, unit).change()});
  return side + " " + by_year(said);
}

const Index* find_index(const Plan& plan, const std::string& naam) {
  const auto found =
      std::find_if(plan.indexes.begin(), plan.indexes.end(), [&](const Index& index) { return index.naam == naam; });
  return found == plan.indexes.end() ? nullptr : &*found;
}

std::string rate_in(const Plan& plan, const Index& index, Year year) {
  const Ratio factor = index.factors[plan.years.index(year)];
  return factor.is_overflow() ? "geen cijfer" : to_percentage(factor + Ratio{-1, 1}, 1);
}

std::string index_words(const TwoPlans& two, const std::string& naam) {
  const Index *a = find_index(two.oud.plan, naam), *b = find_index(two.nieuw.plan, naam);
  if (a == nullptr) return "index " + naam + " is nieuw";
  if (b == nullptr) return "index " + naam + " is vervallen";
  const Ratio *one = std::get_if<Ratio>(&a->rates), *other = std::get_if<Ratio>(&b->rates);
  if (one != nullptr && other != nullptr)
    return "index " + naam + " " + arrow(to_percentage(*one, 1), to_percentage(*other, 1));
  std::vector<YearWords> said;
  for (std::size_t y = 0; y < two.common->size(); ++y) {
    const Year year = two.common->at(y);
    const std::string before = rate_in(two.oud.plan, *a, year), after = rate_in(two.nieuw.plan, *b, year);
    if (before != after) said.push_back({year, arrow(before, after)});
  }
  return "index " + naam + " " + by_year(said);
}

std::string rib_words(const Plan& plan) {
  return plan.investeringsbudget ? plan.project(*plan.investeringsbudget->id).nr : "geen";
}

std::string opening_words(const TwoPlans& two, const Pairing& pair, Money unit) {
  const auto opening = [&](const Worked& version, std::uint32_t at) {
    return in_parts_of(version.balances.projects[at].opening_of(version.plan.years.index(two.common->first)), unit);
  };
  return "budget per 1 januari " + word(two.common->first) + " " +
         arrow(opening(two.oud, *pair.oud), opening(two.nieuw, *pair.nieuw));
}

const Pairing& post_pair(const PlanDiff& diff, const VerschilKey& key) {
  return diff.two.match.projects[key.project - 1].posts[key.post - 1];
}

// The newest version of what the verschil is about.
const Project& project_of(const PlanDiff& diff, const VerschilKey& key) {
  const Pairing& pair = diff.two.match.projects[key.project - 1].pair;
  return pair.nieuw ? diff.two.nieuw.plan.projects[*pair.nieuw] : diff.two.oud.plan.projects[*pair.oud];
}

const Post& post_of(const PlanDiff& diff, const VerschilKey& key) {
  const Pairing& pair = post_pair(diff, key);
  return *find_post(diff.two, {key.project - 1, key.post - 1, {}, {}}, !pair.nieuw);
}

const Programmalijn& line_of(const PlanDiff& diff, const VerschilKey& key) {
  const Pairing& pair = diff.two.match.lines[key.line - 1];
  return pair.nieuw ? diff.two.nieuw.plan.lines[*pair.nieuw] : diff.two.oud.plan.lines[*pair.oud];
}

// As it is in the new plan, or was when it is gone.
const Doel& doel_of(const PlanDiff& diff, const VerschilKey& key) {
  const Doelpaar& pair = diff.doelen[key.doel - 1];
  return pair.nieuw ? diff.two.nieuw.plan.doelen[*pair.nieuw] : diff.two.oud.plan.doelen[*pair.oud];
}

std::string doel_words(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil) {
  const Doelpaar& pair = diff.doelen[key.doel - 1];
  if (!pair.oud) return "doel is nieuw";
  return pair.nieuw ? setting_words(verschil.settings) : "doel is vervallen";
}

std::string with_match(std::string words, const Pairing& pair) {
  const std::string_view match = matched_words(pair);
  return match.empty() ? words : words + " (" + std::string(match) + ")";
}

std::string project_words(const Pairing& project, const std::vector<SettingDiff>& settings) {
  if (settings.empty()) return "restant, dat andere instellingen volgt";  // only the posts that saldo adds differ
  return with_match(setting_words(settings), project);
}

// Whether anything but typed amounts is involved in a verschil of amounts.
bool is_rule_change(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil) {
  return std::any_of(verschil.years.begin(), verschil.years.end(), [&](Year year) {
    const PairedCell cell{key.project - 1, key.post - 1, key.direction, year};
    return is_worked_out(formula_in(diff.two, cell, true)) || is_worked_out(formula_in(diff.two, cell, false));
  });
}

}  // namespace

std::string verschil_words(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil, Money unit) {
  const TwoPlans& two = diff.two;
  switch (key.kind) {
    case VerschilKind::plan: return setting_words(verschil.settings);
    case VerschilKind::afronding:
      return arrow(rounding_words(two.oud.plan.afronding), rounding_words(two.nieuw.plan.afronding));
    case VerschilKind::investeringsbudget:
      return "investeringsbudget " + arrow(rib_words(two.oud.plan), rib_words(two.nieuw.plan));
    case VerschilKind::afsluiting: return "afsluiting " + key.index + ": " + setting_words(verschil.settings);
    case VerschilKind::index: return index_words(two, key.index);
    case VerschilKind::programmalijn:
      return with_match(setting_words(verschil.settings), two.match.lines[key.line - 1]);
    case VerschilKind::programmalijn_nieuw: return "programmalijn is nieuw";
    case VerschilKind::programmalijn_vervallen: return "programmalijn is vervallen";
    case VerschilKind::project: return project_words(two.match.projects[key.project - 1].pair, verschil.settings);
    case VerschilKind::project_nieuw: return "project is nieuw";
    case VerschilKind::project_vervallen: return "project is vervallen";
    case VerschilKind::opening: return opening_words(two, two.match.projects[key.project - 1].pair, unit);
    case VerschilKind::post: return with_match(setting_words(verschil.settings), post_pair(diff, key));
    case VerschilKind::post_nieuw: return "post is nieuw";
    case VerschilKind::post_vervallen: return "post is vervallen";
    case VerschilKind::doel: return doel_words(diff, key, verschil);
    case VerschilKind::bedragen: return amount_words(two, key, verschil, unit);
  }
  return {};
}

std::string verschil_sentence(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil, Money unit) {
  const std::string naam = verschil_naam(diff, key);
  return (naam.empty() ? "Plan" : naam) + ": " + verschil_words(diff, key, verschil, unit);
}

std::string verschil_nr(const PlanDiff& diff, const VerschilKey& key) {
  if (key.doel > 0) return doel_of(diff, key).id;
  if (key.project == 0) return {};
  return to_text(Address{project_of(diff, key).nr, key.post == 0 ? "" : post_of(diff, key).nr});
}

std::string verschil_naam(const PlanDiff& diff, const VerschilKey& key) {
  if (key.doel > 0) return doel_of(diff, key).naam;
  if (key.line > 0) return line_of(diff, key).naam;
  if (key.project == 0) return {};
  return key.post == 0 ? project_of(diff, key).naam : post_of(diff, key).naam.str();
}

std::string_view verschil_soort(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil) {
  switch (key.kind) {
    case VerschilKind::programmalijn_nieuw:
    case VerschilKind::project_nieuw:
    case VerschilKind::post_nieuw: return "nieuw";
    case VerschilKind::programmalijn_vervallen:
    case VerschilKind::project_vervallen:
    case VerschilKind::post_vervallen: return "vervallen";
    case VerschilKind::afronding:
    case VerschilKind::investeringsbudget:
    case VerschilKind::index: return "regel";
    case VerschilKind::opening: return "bedrag";
    case VerschilKind::doel:
      if (!diff.doelen[key.doel - 1].oud) return "nieuw";
      if (!diff.doelen[key.doel - 1].nieuw) return "vervallen";
      break;
    case VerschilKind::bedragen: return is_rule_change(diff, key, verschil) ? "regel" : "bedrag";
    default: break;
  }
  const bool renamed = std::all_of(verschil.settings.begin(), verschil.settings.end(),
                                   [](const SettingDiff& setting) { return setting.is_name; });
  return renamed && !verschil.settings.empty() ? "hernoemd" : "gewijzigd";
}

std::string_view matched_words(const Pairing& pair) {
  constexpr std::string_view words[] = {"", "op naam", "op nr", "lijkt op"};
  return pair.oud && pair.nieuw ? words[static_cast<std::size_t>(pair.by)] : "";
}

}  // namespace saldo
