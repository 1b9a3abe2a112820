// What is uncertain: each figure leads to how it was drawn and which posts decide it, and each of those to where it says so.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/say.h"
#include "calc/risk/risk.h"
#include "plan/beside_post.h"
#include "report/paper/sums/leads.h"
#include "report/paper/sums/sums.h"
#include "report/picture/charts.h"
#include "report/risk/tables.h"

namespace saldo {

namespace {

TextSpan linked_span(std::string text, const std::string& anchor) {
  TextSpan span = plain(std::move(text));
  if (!anchor.empty()) span.link = "#" + anchor;
  return span;
}

// "2028 van 0 tot 60.000, waarschijnlijk 20.000"
std::string range_words(const Bandbreedte& range) {
  const auto bound = [&range](const Ratio& value) {
    return range.is_share ? to_percentage(value) : to_dutch(value * Ratio{1, 100}, 0, 2);
  };
  std::string text = Dutch("van {} tot {}", bound(range.min), bound(range.max)).text();
  if (range.waarschijnlijk) text += Dutch(", waarschijnlijk {}", bound(*range.waarschijnlijk)).text();
  return range.year ? word(*range.year) + " " + text : text;
}

// The causes that a figure depends on, by the program that was drawn with.
class CausesOf {
 public:
  explicit CausesOf(const RiskProgram& program) : of_slot_(program.slots) {
    for (const RiskStep& step : program.steps) {
      std::set<std::uint32_t>& causes = of_slot_[step.to];
      if (step.kind == StepKind::draw) causes.insert(step.cause);
      if (step.kind == StepKind::scale || step.kind == StepKind::split) add(step.from, causes);
      for (const Slot slot : step.plus) {
        if (step.kind == StepKind::split) of_slot_[slot].insert(of_slot_[step.from].begin(), of_slot_[step.from].end());
        else add(slot, causes);
      }
      for (const Slot slot : step.minus) add(slot, causes);
    }
  }

  const std::set<std::uint32_t>& of(Slot slot) const { return of_slot_[slot]; }

 private:
  void add(Slot slot, std::set<std::uint32_t>& causes) const {
    if (&of_slot_[slot] != &causes) causes.insert(of_slot_[slot].begin(), of_slot_[slot].end());
  }

  std::vector<std::set<std::uint32_t>> of_slot_;
};

// What is told of what was drawn, each once.
class RiskItems {
 public:
  RiskItems(PaperMaking& making, const PaperRisk& risk, SumList& sums)
      : in_(making.in), plan_(in_.worked.plan), risk_(risk), sums_(sums), anchors_(making), causes_(risk.program) {}

  // The figure of the plan itself, without any draw. Of what is an exploitatie the result of the year stands for it.
  std::string of_plan(const RiskFigure& figure) {
    if (figure.subject == RiskSubject::lowest) return of_lowest(figure);
    const Balances& balances = in_.worked.balances;
    const Whose whose = whose_of(figure);
    const Balance& balance = balances.of(whose);
    const bool is_stand =
        Amount(at_year_end(balance, figure.year)) == figure_of(balance, Figure::eindsaldo, figure.year);
    const std::string told =
        anchors_.figure(whose, is_stand ? Figure::eindsaldo : Figure::resultaat, year_of(figure.year));
    return told.empty() ? of_draws(figure) : told;  // a year that the paper is not about has draws only
  }

  std::string of_total_draws(std::size_t year) {
    for (const Spread& spread : risk_.result.spreads)
      if (spread.figure.subject == RiskSubject::total && spread.figure.year == year) return of_draws(spread.figure);
    return "";
  }

  // How all draws were made, once.
  void tell_draws() {
    const SumList::Of of{"trekkingen", Dutch("Hoe er is getrokken").text()};
    const std::string runs = to_dutch(Money::of_euros(static_cast<std::int64_t>(risk_.options.runs)), false);
    sums_.tell(
        of,
        {plain(Dutch("{} keer is het hele plan doorgerekend (seed {}). Elke keer kreeg elke onzekere post een "
                     "bedrag: hij komt of komt niet, volgens zijn kans, en zijn bedrag ligt tussen laag en "
                     "hoog, vaker dichter bij wat waarschijnlijk is. Van de uitkomsten, op volgorde gezet, is "
                     "5% het kleinste bedrag waar ten minste 5% van de keren niet boven uitkomt, en zo voor "
                     "elk percentage. Gemiddeld is hun som, gedeeld door hun aantal. Het aandeel van een oorzaak is "
                     "het deel van de spreiding dat vervalt als bekend is wat zij wordt.",
                     runs, std::to_string(risk_.options.seed))
                   .text())});
  }

  // Which posts decide a figure; without any it is in every draw what the plan says.
  std::string of_draws(const RiskFigure& figure) {
    const std::string name = name_of(figure);
    if (sums_.has(name)) return sums_.anchor_of(name);
    TextSpans spans{linked_span(Dutch("hoe er is getrokken").text(), sums_.anchor_of("trekkingen"))};
    std::set<std::uint32_t> causes;
    for (const Spread& spread : risk_.result.spreads)
      if (name_of(spread.figure) == name && spread.figure.slot)
        causes.insert(causes_.of(*spread.figure.slot).begin(), causes_.of(*spread.figure.slot).end());
    spans.push_back(plain(causes.empty() ? Dutch("; geen onzekere post raakt dit: elke keer komt eruit wat in het plan "
                                                 "staat.")
                                               .text()
                                         : Dutch("; onzeker zijn: ").text()));
    for (const std::uint32_t cause : causes) {
      if (cause != *causes.begin()) spans.push_back(plain(", "));
      spans.push_back(linked_span(words_of(cause), of_cause(cause)));
    }
    return sums_.tell({name, head_of(figure)}, std::move(spans));
  }

  // A cause: its chance, and of each of its posts the range, with where they are written.
  std::string of_cause(std::uint32_t cause) {
    const std::string name = "oorzaak/" + std::to_string(cause + 1);
    if (sums_.has(name)) return sums_.anchor_of(name);
    const Cause& of = risk_.program.causes[cause];
    TextSpans spans;
    if (of.kans) spans.push_back(plain(Dutch("kans {}; ", to_percentage(*of.kans)).text()));
    for (const AmountOf& post : of.posts) {
      if (&post != &of.posts.front()) spans.push_back(plain(", "));
      add_post(post, of.samen_met.empty(), spans);
    }
    const AmountOf& first = of.posts.front();
    const std::string& naam = plan_.projects[first.project].posts[first.post].naam;
    return sums_.tell({name, of.samen_met.empty() ? naam : of.samen_met}, std::move(spans));
  }

 private:
  Year year_of(std::size_t year) const { return plan_.years.at(year); }

  Whose whose_of(const RiskFigure& figure) const {
    if (figure.subject == RiskSubject::line) return {Of::programmalijn, position(figure.line)};
    if (figure.subject == RiskSubject::total) return {};
    return {Of::project, position(*plan_.investeringsbudget->id)};
  }

  // The lowest of the stands of the plan.
  std::string of_lowest(const RiskFigure& figure) const {
    const Whose fund = whose_of(figure);
    const Balance& balance = in_.worked.balances.of(fund);
    for (std::size_t y = 0; y < balance.years.size(); ++y)
      if (balance.years[y].eindsaldo == figure.plan) return anchors_.figure(fund, Figure::eindsaldo, year_of(y));
    return "";
  }

  std::string name_of(const RiskFigure& figure) const {
    switch (figure.subject) {
      case RiskSubject::line: return "van/" + plan_.line(figure.line).id;
      case RiskSubject::total: return "totaal";
      case RiskSubject::investeringsbudget:
      case RiskSubject::lowest: break;
    }
    return "investeringsbudget";
  }

  std::string head_of(const RiskFigure& figure) const {
    switch (figure.subject) {
      case RiskSubject::line: return plan_.line(figure.line).naam;
      case RiskSubject::total: return Dutch("Het geheel").text();
      case RiskSubject::investeringsbudget:
      case RiskSubject::lowest: break;
    }
    return Dutch("Het investeringsbudget").text();
  }

  std::string words_of(std::uint32_t cause) const {
    const Cause& of = risk_.program.causes[cause];
    if (!of.samen_met.empty()) return of.samen_met;
    const Project& project = plan_.projects[of.posts.front().project];
    return to_text(address_of(project, project.posts[of.posts.front().post]));
  }

  void add_post(const AmountOf& at, bool is_alone, TextSpans& spans) const {
    const Project& project = plan_.projects[at.project];
    const Post& post = project.posts[at.post];
    spans.push_back(linked_span(to_text(address_of(project, post)) + (is_alone ? "" : " " + post.naam),
                                anchors_.post(project, at.post)));
    const Onzekerheid* onzekerheid = find_onzekerheid(project, static_cast<std::uint32_t>(at.post));
    if (onzekerheid == nullptr) return;
    if (onzekerheid->kans_place.line > 0)
      spans.push_back(plain(" (" + Dutch("kans: {}", line_words(in_, onzekerheid->kans_place)).text() + ")"));
    for (const Bandbreedte& range : onzekerheid->bandbreedtes)
      spans.push_back(plain(" (" + range_words(range) + ", " + line_words(in_, range.place) + ")"));
  }

  const PaperInput& in_;
  const Plan& plan_;
  const PaperRisk& risk_;
  SumList& sums_;
  BudgetAnchors anchors_;
  CausesOf causes_;
};

// The tables, each of whose figures leads to one of those, or to what it was worked out from.
class RiskLeads {
 public:
  RiskLeads(PaperMaking& making, const PaperRisk& risk, SumList& sums)
      : in_(making.in),
        plan_(in_.worked.plan),
        risk_(risk),
        sums_(sums),
        anchors_(making),
        items_(making, risk, sums) {}

  PageTable spread(Table table) {
    items_.tell_draws();
    return with_leads({std::move(table)}, [&](const FigureCell& cell) {
      const RiskFigure& figure = risk_.result.spreads[cell.row].figure;
      return cell.key == "plan" ? items_.of_plan(figure) : items_.of_draws(figure);
    });
  }

  PageTable chances(Table table) {
    std::vector<const RiskFigure*> rows;
    for (const Spread& spread : risk_.result.spreads)
      if (is_of_fund(spread.figure)) rows.push_back(&spread.figure);
    return with_leads({std::move(table)}, [&](const FigureCell& cell) { return items_.of_draws(*rows[cell.row]); });
  }

  PageTable causes(Table table) {
    return with_leads({std::move(table)},
                      [&](const FigureCell& cell) { return items_.of_cause(risk_.result.shares[cell.row].cause); });
  }

  PageTable capacity(Table table) {
    return with_leads({std::move(table)}, [&](const FigureCell& cell) {
      const Weerstandsvermogen& year = risk_.result.weerstandsvermogen[cell.row];
      const RiskFigure total{RiskSubject::total, {}, year.year, {}, {}};
      if (cell.key == "plan") return items_.of_plan(total);
      if (cell.key == "ondergrens") return items_.of_total_draws(year.year);
      if (cell.key == "beschikbaar") return of_available(year);
      return cell.key == "nodig" ? of_needed(year) : of_ratio(year);
    });
  }

 private:
  static bool is_of_fund(const RiskFigure& figure) {
    return figure.subject == RiskSubject::investeringsbudget || figure.subject == RiskSubject::lowest;
  }

  Year year_of(std::size_t year) const { return plan_.years.at(year); }

  std::string of_needed(const Weerstandsvermogen& year) {
    const SumPart now{Dutch("in het plan").text(), Amount(year.plan),
                      items_.of_plan({RiskSubject::total, {}, year.year, {}, {}})};
    const SumPart least{Dutch("ten minste").text(), Amount(-year.at_certainty), items_.of_total_draws(year.year)};
    if (year.needed == Money() && year.plan != year.at_certainty)
      return sums_.tell(
          item(year),
          {plain(Dutch("benodigd: 0, want de uitkomst is ten minste {} en in het plan {}", year.at_certainty, year.plan)
                     .text())});
    return sums_.tell(item(year), Dutch("benodigd").text(), Amount(year.needed), {now, least}, true);
  }

  std::string of_available(const Weerstandsvermogen& year) {
    std::vector<SumPart> parts;
    const auto add = [&](ProjectId fund) {
      const Whose whose{Of::project, position(fund)};
      parts.push_back({plan_.project(fund).nr, Amount(in_.worked.balances.of(whose).years[year.year].eindsaldo),
                       anchors_.figure(whose, Figure::eindsaldo, year_of(year.year))});
    };
    for (const Reference<ProjectId>& fund : plan_.weerstandscapaciteit) add(*fund.id);
    if (parts.empty() && plan_.investeringsbudget) add(*plan_.investeringsbudget->id);
    return sums_.tell(item(year), Dutch("beschikbaar").text(), Amount(*year.available), std::move(parts));
  }

  std::string of_ratio(const Weerstandsvermogen& year) {
    return sums_.tell(item(year), {plain(Dutch("ratio: {} beschikbaar, gedeeld door {} benodigd",
                                               year.available ? *year.available : Money(), year.needed)
                                             .text())});
  }

  SumList::Of item(const Weerstandsvermogen& year) const {
    return {"weerstand/" + word(year_of(year.year)), Dutch("Weerstandsvermogen {}", year_of(year.year)).text()};
  }

  const PaperInput& in_;
  const Plan& plan_;
  const PaperRisk& risk_;
  SumList& sums_;
  BudgetAnchors anchors_;
  RiskItems items_;
};

}  // namespace

void add_risk_pages(PaperMaking& making, const PaperRisk& risk) {
  const Plan& plan = making.in.worked.plan;
  SumList sums("risico-uitleg", Dutch("Risico: hoe er is getrokken"));
  std::optional<RiskLeads> leads;
  if (making.explains()) leads.emplace(making, risk, sums);
  const auto add = [&](Table table, PageTable (RiskLeads::*with)(Table)) {
    making.page.add(leads ? ((*leads).*with)(std::move(table)) : PageTable{std::move(table)});
  };
  making.page.add(PagePicture{chart_of_spread(plan, risk.result)});
  add(report_spread(plan, risk.result, risk.options), &RiskLeads::spread);
  making.page.add(
      PagePicture{chart_of_histogram(plan, report_histogram(plan, risk.result, risk.options, false), risk.result)});
  if (plan.investeringsbudget) add(report_chances(plan, risk.result, risk.options), &RiskLeads::chances);
  const Table causes = report_causes(plan, risk.program, risk.result);
  making.page.add(PagePicture{chart_of_causes(causes)});
  add(causes, &RiskLeads::causes);
  add(report_weerstandsvermogen(plan, risk.result, risk.options), &RiskLeads::capacity);
  making.keep(std::move(sums));
}

}  // namespace saldo
