// Printed totals against computed ones. A document's own contradiction shows up here, with both figures.
#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/controle/controle_causes.h"
#include "calc/check/controle/explain_controle.h"
#include "calc/check/controle/printed_figures.h"
#include "calc/check/controle/running_on.h"
#include "calc/check/controle/source_rounding.h"

namespace saldo {

namespace {

bool within(Money a, Money b, Money tolerance) {
  const Money difference = a - b;
  return (difference < Money() ? -difference : difference) <= tolerance;
}

// Baten and lasten are many.
bool is_plural(Figure figure) { return figure == Figure::baten || figure == Figure::lasten; }

Message plan_message(const Printed& printed, Year year, const std::string& bron, Amount amount, Money difference) {
  const std::string_view figure = to_text(printed.figure);
  if (bron.empty())
    return is_plural(printed.figure) ? say("{} {} of the plan are {}, but the controle says {}: a difference of {}",
                                           figure, year, amount, printed.amount, difference)
                                     : say("{} {} of the plan is {}, but the controle says {}: a difference of {}",
                                           figure, year, amount, printed.amount, difference);
  return is_plural(printed.figure) ? say("{} {} of the plan are {}, but {} says {}: a difference of {}", figure, year,
                                         amount, bron, printed.amount, difference)
                                   : say("{} {} of the plan is {}, but {} says {}: a difference of {}", figure, year,
                                         amount, bron, printed.amount, difference);
}

Message part_message(const Printed& printed, Year year, const std::string& bron, const std::string& part, Amount amount,
                     Money difference) {
  const std::string_view figure = to_text(printed.figure);
  if (bron.empty())
    return is_plural(printed.figure) ? say("{} {} of {} are {}, but the controle says {}: a difference of {}", figure,
                                           year, part, amount, printed.amount, difference)
                                     : say("{} {} of {} is {}, but the controle says {}: a difference of {}", figure,
                                           year, part, amount, printed.amount, difference);
  return is_plural(printed.figure) ? say("{} {} of {} are {}, but {} says {}: a difference of {}", figure, year, part,
                                         amount, bron, printed.amount, difference)
                                   : say("{} {} of {} is {}, but {} says {}: a difference of {}", figure, year, part,
                                         amount, bron, printed.amount, difference);
}

std::string words_of(const Plan& plan, const Whose& whose) {
  const std::string noun = whose.of == Of::programmalijn ? "programmalijn " : "project ";
  return noun + name_of(plan, whose);
}

// Whole euros under a unit of thousands.
Message unit_help(const Plan& plan, const Controle& controle, const Printed& printed, Money exact) {
  const Money written = controle.eenheid.value_or(plan.unit());
  const Ratio as_euros = Ratio::of(printed.amount) * Ratio{one_euro.cents(), written.cents()};
  const bool is_meant =
      written != one_euro && exact != Money() && rounded(as_euros, {written}) == rounded(Ratio::of(exact), {written});
  return is_meant ? say("`eenheid` says what its figures are written in: write {} here, or leave it out and say what "
                        "the document rounds to with `afronding`",
                        to_dutch(Money::of_euros(in_units(exact, written)), false))
                  : Message{};
}

// The eindsaldo of the year before in the same controle that a printed opening contradicts, if it does.
const Printed* contradicted_by(const Plan& plan, const Controle& controle, const Printed& opening) {
  if (opening.figure != Figure::opening || !opening.year || *opening.year == plan.years.first) return nullptr;
  for (const Printed& printed : controle.printed)
    if (printed.figure == Figure::eindsaldo && printed.year == *opening.year - 1)
      return within(opening.amount, printed.amount, controle.tolerantie.value_or(Money())) ? nullptr : &printed;
  return nullptr;
}

class ControleCheck {
 public:
  ControleCheck(const CheckInput& input, Findings& findings)
      : input_(input), plan_(input.plan), findings_(findings), rounding_(input.plan) {}

  void check() {
    for_each_printed(plan_, input_.amounts, input_.balances, [this](const HeldFigure& held) {
      if (!held.of.is_balance()) return check_part(held);
      const std::optional<Failure> failure = compare(held);
      if (!failure) return;
      if (failed_.empty() || failed_.back().whose != held.of.whose) failed_.push_back({held.of.whose, {}});
      failed_.back().by_bron[held.controle.bron].push_back(*failure);
    });
  }

  // Once all are found: what they are made of, what follows from others, and what only runs on from the year before.
  void find_causes() {
    if (failed_.empty()) return;
    const ControleExplainer explainer(input_);
    ControleCauses causes(plan_);
    std::vector<std::vector<Failure>> of_one_bron;
    for (auto& [whose, by_bron] : failed_)
      for (auto& [bron, failures] : by_bron) {
        explainer.explain(whose, failures, findings_);
        for (const Failure& failure : failures) causes.add(whose, failure);
        of_one_bron.push_back(std::move(failures));
      }
    causes.tell(findings_);
    tell_running_on(plan_, of_one_bron, findings_);
  }

  const std::vector<RoundedTable>& rounded_tables() const { return rounding_.tables(); }

 private:
  struct Failed {
    Whose whose;
    std::map<std::string_view, std::vector<Failure>> by_bron;
  };

  // The sums of the posts under a kop, and single posts: what is printed of those is held against them and no more.
  void check_part(const HeldFigure& held) {
    const Project& project = *held.of.project;
    const Money exact = held.computed.counted();
    const std::size_t year = plan_.years.index(held.year);
    const auto typed = [&] { return typed_rounding(plan_, project, held.of.posts, held.printed.figure, year); };
    if (rounding_.holds(held.controle, held.printed, exact, typed)) return;
    const std::string post(held.of.post), kop(held.of.kop);
    const std::string words =
        kop.empty() ? "post " + project.nr + "/" + post : "kop ‘" + kop + "’ (" + project.nr + ")";
    const Money difference = exact - held.printed.amount;
    findings_.push_back(
        {Rule::controle,
         held.printed.place,
         part_message(held.printed, held.year, held.controle.bron, words, held.computed, difference),
         {},
         {},
         {project.nr, post, (kop.empty() ? "" : kop + "/") + std::string(to_text(held.printed.figure)), held.year}});
    findings_.back().extent = difference;
  }

  std::optional<Failure> compare(const HeldFigure& held) {
    const auto& [of, controle, printed, year, amount] = held;
    const Whose& whose = of.whose;
    const std::size_t at = plan_.years.index(year);
    const Money unit = rounding_of(plan_, controle, printed);
    const Money exact = amount.counted();
    const auto typed = [&, figure = printed.figure] { return typed_rounding(plan_, whose, figure, at); };
    if (rounding_.holds(controle, printed, exact, typed)) return std::nullopt;
    if (contradicted_by(plan_, controle, printed) != nullptr) return std::nullopt;
    const Money difference = exact - printed.amount;
    const bool of_plan = whose.of == Of::plan;
    findings_.push_back({Rule::controle,
                         printed.place,
                         of_plan
                             ? plan_message(printed, year, controle.bron, amount, difference)
                             : part_message(printed, year, controle.bron, words_of(plan_, whose), amount, difference),
                         {},
                         {},
                         {name_of(plan_, whose), "", std::string(to_text(printed.figure)), year}});
    findings_.back().extent = difference;
    findings_.back().help = unit_help(plan_, controle, printed, exact);
    return Failure{&controle, &printed, at, exact, unit, findings_.size() - 1};
  }

  const CheckInput& input_;
  const Plan& plan_;
  Findings& findings_;
  SourceRounding rounding_;
  std::vector<Failed> failed_;
};

Message rounding_message(const RoundedTable& table, Money unit) {
  const std::string largest = to_dutch(Ratio{table.largest.cents(), unit.cents()}, 0, 5);
  const std::string of_unit = to_dutch(unit, false);
  if (table.bron.empty())
    return table.count == 1
               ? say("one printed figure differs by rounding: {} (x {})", largest, of_unit)
               : say("{} printed figures differ by rounding, the largest by {} (x {})", table.count, largest, of_unit);
  return table.count == 1
             ? say("{}: one difference of rounding, {} (x {})", table.bron, largest, of_unit)
             : say("{}: {} differences of rounding, the largest {} (x {})", table.bron, table.count, largest, of_unit);
}

}  // namespace

// Every controle of the plan, its lines, its projects and their posts that does not hold, in the unit the document rounds to, with
// what the difference is made of where that can be found. PM and absent count as nothing here: a document prints a total
// of PM posts as "-". An opening that contradicts its own document is left to saldo-opening. A total that is off by what
// those below it, of the same bron, are off together has their findings as its causes.
void check_controle(const CheckInput& input, Findings& findings) {
  ControleCheck check(input, findings);
  check.check();
  check.find_causes();
}

// Of a plan that is not in euros: how many figures of each bron differ by no more than rounding can explain.
void check_controle_afronding(const CheckInput& input, Findings& findings) {
  if (input.plan.unit() == one_euro) return;
  Findings others;  // told by the check above
  ControleCheck check(input, others);
  check.check();
  for (const RoundedTable& table : check.rounded_tables()) {
    findings.push_back({Rule::controle_afronding,
                        table.place,
                        rounding_message(table, input.plan.unit()),
                        {},
                        {},
                        {"", "", table.bron, {}}});
    findings.back().extent = table.count;
  }
}

// Rule saldo-opening: every printed opening that is not the eindsaldo of the year before in the same controle.
void check_saldo_opening(const CheckInput& input, Findings& findings) {
  const Plan& plan = input.plan;
  for_each_printed(plan, input.amounts, input.balances, [&](const HeldFigure& held) {
    const Printed& printed = held.printed;
    const Printed* before = held.of.is_balance() ? contradicted_by(plan, held.controle, printed) : nullptr;
    if (before == nullptr) return;
    findings.push_back(
        {Rule::saldo_opening,
         printed.place,
         say("opening {} is printed as {}, but eindsaldo {} as {}: a difference of {}", *printed.year, printed.amount,
             *before->year, before->amount, printed.amount - before->amount),
         {{before->place, say("eindsaldo {} is printed here", *before->year)}},
         say("a year opens with the balance the year before ended with: correct the figure that was mistyped, or "
             "leave out the one the document has wrong"),
         {name_of(plan, held.of.whose), "", "opening", *printed.year}});
    findings.back().extent = printed.amount - before->amount;
  });
}

}  // namespace saldo
