#include "report/text/filled_text.h"

#include <map>
#include <memory>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "calc/doel/doelgeld.h"
#include "plan/address.h"
#include "report/doel/doel_why.h"
#include "report/why/sum_words.h"

namespace saldo {

namespace {

// What an address comes to, or what is wrong with it.
struct FoundFigure {
  std::string address = {};
  Amount amount = {};
  Sense sense = Sense::other;
  Message trouble = {};
  Message help = {};
};

class Figures {
 public:
  explicit Figures(const Worked& worked) : worked_(worked), plan_(worked.plan) {}

  // A text names the same figure more than once, and a wrong one costs as much as the plan has names.
  const FoundFigure& find(const std::string& written) {
    const auto [at, is_new] = known_.try_emplace(written);
    if (is_new) at->second = written.starts_with(doel_prefix) ? find_goal(written) : find_target(written);
    return at->second;
  }

 private:
  FoundFigure find_target(const std::string& written) const {
    const FoundTargets found = find_targets(plan_, written);
    if (!found.trouble.empty()) return {{}, {}, {}, found.trouble, {}};
    if (found.targets.size() > 1) return {{}, {}, {}, both_sides(plan_, found), {}};
    const Target& target = found.targets.front();
    const Address address = address_of(plan_, target);
    return {to_text(address),
            std::visit([this](const auto& one) { return amount_of(one); }, target),
            sense_of(address.figure),
            {},
            {}};
  }

  Amount amount_of(const AmountOf& cell) const {
    return worked_.amounts.at(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
  }
  Amount amount_of(const SumOf& sum) const { return figure_of(worked_, sum); }

  // As `saldo why doel:ID/2025` counts it: the net lasten.
  FoundFigure find_goal(const std::string& written) {
    std::string_view id = std::string_view(written).substr(doel_prefix.size());
    const std::optional<Year> year = read_year(take_last(id));
    if (!year || !plan_.years.contains(*year))
      return {
          {}, {}, {}, say("write doel:GOAL/YEAR, with a year of the plan: doel:stadspas/{}", plan_.years.first), {}};
    const std::optional<DoelId> goal = find_doel(plan_, id);
    if (goal) return {written, lasten_of(*goal, *year), Sense::lasten, {}, {}};
    std::vector<std::string_view> known;
    for (const Doel& doel : plan_.doelen) known.push_back(doel.id);
    return {{}, {}, {}, say("there is no {} `{}`", "doel", id), did_you_mean(likely_names(id, known))};
  }

  Amount lasten_of(DoelId goal, Year year) {
    if (!counter_) {
      counter_ = std::make_unique<MoneyCounter>(worked_);
      posts_ = posts_of_doelen(plan_, make_doelboom(plan_));
    }
    return counter_->count(posts_[position(goal)])[plan_.years.index(year)].netto_lasten();
  }

  const Worked& worked_;
  const Plan& plan_;
  std::map<std::string, FoundFigure> known_;
  std::unique_ptr<const MoneyCounter> counter_;  // and the posts of each goal: only where one is asked
  std::vector<PostShares> posts_;
};

}  // namespace

void fill_in(TextBlocks& blocks, const Worked& worked, Findings& findings) {
  Figures figures(worked);
  for_each_span(blocks, [&](TextSpan& span) {
    if (!span.figure || span.figure->address.empty()) return;
    TextFigure& figure = *span.figure;
    const FoundFigure& found = figures.find(figure.address);
    if (!found.trouble.empty()) {
      findings.push_back({Rule::rapport_adres, figure.place, found.trouble, {}, found.help});
      return;
    }
    figure.address = found.address;
    figure.cell = found.amount;
    figure.sense = found.sense;
  });
}

}  // namespace saldo
