// Printed totals against computed ones. A document's own contradiction shows up here, with both figures.
#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/check/controle/controle_causes.h"
#include "calc/check/controle/explain_controle.h"
#include "calc/check/controle/running_on.h"
#include "calc/check/controle/source_rounding.h"
#include "calc/koppen.h"

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

// One after another the plan, its lines and its projects, each with what it has printed about it.
template <class Visit>
void for_each_whose(const CheckInput& input, const Visit& visit) {
  const Plan& plan = input.plan;
  visit(Whose{}, plan.controles, input.balances.total);
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    visit(Whose{Of::programmalijn, l}, plan.lines[l].controles, input.balances.lines[l]);
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    visit(Whose{Of::project, p}, plan.projects[p].controles, input.balances.projects[p]);
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
      : input_(input), plan_(input.plan), findings_(findings), rounding_(input.plan), causes_(input.plan) {}

  void check(const Whose& whose, const std::vector<Controle>& controles, const Balance& balance) {
    std::map<std::string_view, std::vector<Failure>> by_bron;
    for (const Controle& controle : controles) {
      if (!controle.kop.name.empty()) continue;
      for (const Printed& printed : controle.printed)
        if (const std::optional<Failure> failure = compare(whose, controle, printed, balance))
          by_bron[controle.bron].push_back(*failure);
    }
    if (by_bron.empty()) return;
    if (!explainer_) explainer_.emplace(input_);
    for (const auto& [bron, failures] : by_bron) explainer_->explain(whose, failures, findings_);
    for (auto& [bron, failures] : by_bron) {
      for (const Failure& failure : failures) causes_.add(whose, failure);
      failures_.push_back(std::move(failures));
    }
  }

  // Once all are found: what follows from others, and what only runs on from the year before.
  void find_causes() {
    causes_.tell(findings_);
    tell_running_on(plan_, failures_, findings_);
  }

  const std::vector<RoundedTable>& rounded_tables() const { return rounding_.tables(); }

  // The sums of the posts under a kop, and single posts: what is printed of those is held against them and no more.
  void check_parts(const Project& project) {
    for (const Controle& controle : project.controles)
      if (!controle.kop.name.empty())
        check_part(project, controle, {"", controle.kop.name}, posts_under(project, controle));
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (project.posts[post].controles)
        for (const Controle& controle : *project.posts[post].controles)
          check_part(project, controle, {project.posts[post].nr, ""}, {post});
  }

 private:
  // A post, or a kop.
  struct Part {
    std::string post;
    std::string kop;
  };

  static std::vector<std::size_t> posts_under(const Project& project, const Controle& controle) {
    for (const UnderKop& under : by_kop(project))
      if (under.kop == controle.kop.name) return under.posts;
    return {};
  }

  Amount figure_of_posts(const Project& project, const std::vector<std::size_t>& posts, Figure figure,
                         std::size_t year) const {
    const Amount baten = sum_of(input_.amounts, project, posts, Direction::baten, year);
    const Amount lasten = sum_of(input_.amounts, project, posts, Direction::lasten, year);
    if (figure == Figure::saldo) return baten.counted() - lasten.counted();
    return figure == Figure::baten ? baten : lasten;
  }

  void check_part(const Project& project, const Controle& controle, const Part& part,
                  const std::vector<std::size_t>& posts) {
    for (const Printed& printed : controle.printed) {
      const Amount amount = figure_of_posts(project, posts, printed.figure, plan_.years.index(*printed.year));
      const Money exact = amount.counted();
      const std::size_t year = plan_.years.index(*printed.year);
      const auto typed = [&] { return typed_rounding(plan_, project, posts, printed.figure, year); };
      if (rounding_.holds(controle, printed, exact, typed)) continue;
      const std::string words =
          part.kop.empty() ? "post " + project.nr + "/" + part.post : "kop ‘" + part.kop + "’ (" + project.nr + ")";
      findings_.push_back(
          {Rule::controle,
           printed.place,
           part_message(printed, *printed.year, controle.bron, words, amount, exact - printed.amount),
           {},
           {},
           {project.nr, part.post, (part.kop.empty() ? "" : part.kop + "/") + std::string(to_text(printed.figure)),
            *printed.year}});
      findings_.back().extent = exact - printed.amount;
    }
  }

  std::optional<Failure> compare(const Whose& whose, const Controle& controle, const Printed& printed,
                                 const Balance& balance) {
    const Year year = printed.year.value_or(plan_.years.first);
    const Amount amount = figure_of(balance, printed.figure, plan_.years.index(year));
    const Money unit = rounding_of(plan_, controle, printed);
    const Money exact = amount.counted();
    const auto typed = [&] { return typed_rounding(plan_, whose, printed.figure, plan_.years.index(year)); };
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
    return Failure{&controle, &printed, plan_.years.index(year), exact, unit, findings_.size() - 1};
  }

  const CheckInput& input_;
  const Plan& plan_;
  Findings& findings_;
  SourceRounding rounding_;
  std::optional<ControleExplainer> explainer_;
  ControleCauses causes_;
  std::vector<std::vector<Failure>> failures_;  // of one bron each
};

void check_all(const CheckInput& input, ControleCheck& check) {
  for_each_whose(input, [&](const Whose& whose, const std::vector<Controle>& controles, const Balance& balance) {
    check.check(whose, controles, balance);
    if (whose.of == Of::project) check.check_parts(input.plan.projects[whose.index]);
  });
}

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
  check_all(input, check);
  check.find_causes();
}

// Of a plan that is not in euros: how many figures of each bron differ by no more than rounding can explain.
void check_controle_afronding(const CheckInput& input, Findings& findings) {
  if (input.plan.unit() == one_euro) return;
  Findings others;  // told by the check above
  ControleCheck check(input, others);
  check_all(input, check);
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
  for_each_whose(input, [&](const Whose& whose, const std::vector<Controle>& controles, const Balance&) {
    for (const Controle& controle : controles)
      for (const Printed& printed : controle.printed) {
        const Printed* before = contradicted_by(plan, controle, printed);
        if (before == nullptr) continue;
        findings.push_back(
            {Rule::saldo_opening,
             printed.place,
             say("opening {} is printed as {}, but eindsaldo {} as {}: a difference of {}", *printed.year,
                 printed.amount, *before->year, before->amount, printed.amount - before->amount),
             {{before->place, say("eindsaldo {} is printed here", *before->year)}},
             say("a year opens with the balance the year before ended with: correct the figure that was mistyped, or "
                 "leave out the one the document has wrong"),
             {name_of(plan, whose), "", "opening", *printed.year}});
        findings.back().extent = printed.amount - before->amount;
      }
  });
}

}  // namespace saldo
