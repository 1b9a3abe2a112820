#include "calc/risk/causes.h"

#include <algorithm>
#include <unordered_map>

#include "base/say.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

bool is_uncertain(const Onzekerheid& onzekerheid) {
  const bool may_stay_away = onzekerheid.kans && !(*onzekerheid.kans == Ratio{1, 1});
  return may_stay_away || !onzekerheid.bandbreedtes.empty();
}

class Finder {
 public:
  Finder(const Plan& plan, const Amounts& amounts) : plan_(plan), amounts_(amounts) {}

  Uncertain find() {
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      for (const Onzekerheid& onzekerheid : plan_.projects[p].onzekerheden) add(p, onzekerheid);
    return std::move(found_);
  }

 private:
  std::uint32_t cause_of(const Onzekerheid& onzekerheid) {
    const auto next = static_cast<std::uint32_t>(found_.causes.size());
    if (!onzekerheid.samen_met.empty()) {
      const auto [known, is_new] = groups_.emplace(onzekerheid.samen_met, next);
      if (!is_new) return known->second;
    }
    found_.causes.push_back({onzekerheid.samen_met, onzekerheid.kans, false, {}});
    return next;
  }

  void add(std::size_t project, const Onzekerheid& onzekerheid) {
    if (!is_uncertain(onzekerheid)) return;
    const std::uint32_t cause = cause_of(onzekerheid);
    found_.causes[cause].posts.push_back({project, onzekerheid.post, {}, 0});
    found_.causes[cause].has_range |= !onzekerheid.bandbreedtes.empty();
    for (const Direction direction : both_directions)
      add_side({project, onzekerheid.post, direction, 0}, onzekerheid, cause);
  }

  void add_side(AmountOf cell, const Onzekerheid& onzekerheid, std::uint32_t cause) {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const Side& side = post.side(cell.direction);
    const Bandbreedte* range = range_of(onzekerheid, {});
    for (const Term& term : side.terms) {
      cell.year = plan_.years.index(term.year);
      switch (term.kind) {
        case TermKind::amount:
        case TermKind::onderbouwing:
          add_amount({cell, false, cause, at(cell), {}}, range_of(onzekerheid, term.year));
          break;
        case TermKind::part:
          if (range == nullptr) add_amount({cell, false, cause, at(cell), {}}, nullptr);
          else if (side.share_number(term.year) == 0)
            add_amount({cell, true, cause, total_parts(plan_, post, *side.total()).whole, {}}, range);
          break;
        case TermKind::sluitpost:
        case TermKind::spiegel: break;  // they follow
      }
    }
  }

  Amount at(const AmountOf& cell) const {
    return amounts_.at(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
  }

  // A range of the year itself goes before one of all years.
  static const Bandbreedte* range_of(const Onzekerheid& onzekerheid, std::optional<Year> year) {
    const Bandbreedte* found = nullptr;
    for (const Bandbreedte& range : onzekerheid.bandbreedtes)
      if (range.year == year || (!range.year && found == nullptr)) found = &range;
    return found;
  }

  void add_amount(DrawnAmount drawn, const Bandbreedte* range) {
    if (range != nullptr && range->is_share && drawn.written.is_pm()) range = nullptr;
    if (range == nullptr && (drawn.written.is_pm() || !found_.causes[drawn.cause].kans)) return;
    if (range != nullptr) drawn.range = in_cents(*range, drawn.written.counted());
    found_.amounts.push_back(std::move(drawn));
  }

  Range in_cents(const Bandbreedte& range, Money written) {
    const auto cents = [&](const Ratio& bound) {
      const Ratio exact = range.is_share ? Ratio::of(written) * bound : bound;
      const Money money = rounded(exact, {});
      if (!money.is_overflow() && -most_in_range <= money.cents() && money.cents() <= most_in_range)
        return money.cents();
      too_large_ = true;
      return std::int64_t{0};
    };
    too_large_ = false;
    const Range found{
        cents(range.min),
        range.waarschijnlijk ? cents(*range.waarschijnlijk) : cents(range.is_share ? Ratio{1, 1} : Ratio::of(written)),
        cents(range.max)};
    if (too_large_)
      found_.findings.push_back(
          {Rule::overloop, range.place, say("a range goes to at most ±{} euro", Money::of_cents(most_in_range))});
    return found;
  }

  const Plan& plan_;
  const Amounts& amounts_;
  Uncertain found_;
  std::unordered_map<std::string_view, std::uint32_t> groups_;
  bool too_large_ = false;
};

}  // namespace

bool has_uncertain(const Plan& plan) {
  return std::any_of(plan.projects.begin(), plan.projects.end(), [](const Project& project) {
    return std::any_of(project.onzekerheden.begin(), project.onzekerheden.end(), is_uncertain);
  });
}

Uncertain find_uncertain(const Plan& plan, const Amounts& amounts) { return Finder(plan, amounts).find(); }

}  // namespace saldo
