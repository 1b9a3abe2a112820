// What a reader sees first: five figures, two pictures, what was found and what is asked.
#include <algorithm>

#include "base/say.h"
#include "calc/carryover/carryover.h"
#include "calc/koppen.h"
#include "plan/address.h"
#include "report/paper/parts.h"
#include "report/picture/charts.h"

namespace saldo {

namespace {

Year budget_year(const PaperInput& in) {
  const std::optional<Year> own = in.worked.plan.begrotingsjaar;
  return own && in.years.contains(*own) ? *own : in.years.first;
}

class KeyFigures {
 public:
  explicit KeyFigures(const PaperMaking& making) : making_(making), plan_(making.in.worked.plan) {}

  PageFigures find() {
    const Year year = budget_year(making_.in), last = making_.in.years.last;
    add(Dutch("Baten {}", year), {}, "totaal", Figure::baten, year);
    add(Dutch("Lasten {}", year), {}, "totaal", Figure::lasten, year);
    if (plan_.has_reserve()) add(Dutch("Resultaat {}", year), {}, "totaal", Figure::resultaat, year);
    else add(Dutch("Saldo {}", year), {}, "totaal", Figure::saldo, year);
    const Balance& total = making_.in.worked.balances.total;
    if (total.has_stand()) add(Dutch("Stand per 31 december {}", last), {}, "totaal", Figure::eindsaldo, last);
    else if (last != year) add(Dutch("Saldo {}", last), {}, "totaal", Figure::saldo, last);
    add_fund(last);
    return std::move(found_);
  }

 private:
  void add_fund(Year last) {
    const std::vector<ProjectId> funds = funds_of(plan_);
    if (plan_.investeringsbudget) {
      const Project& rib = plan_.project(*plan_.investeringsbudget->id);
      add(Dutch("Investeringsbudget eind {}", last), {*plan_.investeringsbudget->id}, rib.nr, Figure::eindsaldo, last);
    } else if (!funds.empty()) {
      add(Dutch("{} eind {}", plan_.project(funds.front()).naam, last), {funds.front()},
          plan_.project(funds.front()).nr, Figure::eindsaldo, last);
    }
  }

  void add(const Dutch& label, std::optional<ProjectId> project, const std::string& whose, Figure figure, Year year) {
    const Worked& worked = making_.in.worked;
    const Balance& balance = project ? worked.balances.projects[position(*project)] : worked.balances.total;
    const Amount amount = figure_of(balance, figure, plan_.years.index(year));
    const std::string address = to_text(Address{whose, "", std::string(to_text(figure)), year});
    const Sense sense = sense_of(to_text(figure));
    found_.figures.push_back({label.text(), figure_span(address, amount, sense, making_.explained)});
  }

  const PaperMaking& making_;
  const Plan& plan_;
  PageFigures found_;
};

std::size_t count(const Findings& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [severity](const Diagnostic& finding) { return finding.severity == severity; }));
}

PageBox findings_box(const Findings& findings) {
  const std::size_t errors = count(findings, Severity::error), warnings = count(findings, Severity::warning);
  const std::size_t notes = count(findings, Severity::note);
  TextSpan link =
      strong(Dutch("{} {}, {} {} en {} {}", errors, errors == 1 ? "fout" : "fouten", warnings,
                   warnings == 1 ? "waarschuwing" : "waarschuwingen", notes, notes == 1 ? "opmerking" : "opmerkingen")
                 .text());
  link.link = "#bevindingen";
  PageBox box{errors > 0, {plain(Dutch("Bevindingen: ").text()), std::move(link)}, {}};
  if (errors > 0)
    box.lines.push_back({plain(Dutch("Fouten zijn wat niet klopt in de begroting zoals die is geschreven: bedragen "
                                     "die niet aansluiten, of geld dat nergens aankomt.")
                                   .text())});
  return box;
}

std::vector<TextSpans> open_posts(const PaperInput& in) {
  std::vector<TextSpans> posts;
  for (const Project& project : in.worked.plan.projects)
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (is_open(in.worked.plan, in.worked.amounts, in.years, project, post))
        posts.push_back({plain(project.nr + " post " + project.posts[post].nr + ": " + project.posts[post].naam)});
  return posts;
}

std::vector<TextSpans> adopted(const PaperInput& in) {
  std::vector<TextSpans> all;
  for (const PaperChange& change : in.changes) {
    std::string text = change.naam + " (" + change.datum;
    if (!change.besluit.empty()) text += ", " + change.besluit;
    all.push_back({strong(change.nr + " "), plain(text + ")")});
  }
  return all;
}

void add_part_list(PaperMaking& making, const Dutch& title, const std::string& anchor, std::vector<TextSpans> items) {
  if (items.empty()) return;
  making.page.add(PageHeading{3, title.text(), anchor});
  making.page.add(PageList{std::move(items)});
}

}  // namespace

void add_glance(PaperMaking& making) {
  const PaperInput& in = making.in;
  const Plan& plan = in.worked.plan;
  begin_section(making, Dutch("In één oogopslag"), "kern");
  making.page.add(KeyFigures(making).find());
  making.page.add(findings_box(in.findings));
  making.page.add(PagePicture{chart_of_budget(plan, in.worked.balances, in.years)});
  if (const std::vector<ProjectId> funds = funds_of(plan); !funds.empty()) {
    const ProjectId fund = plan.investeringsbudget ? *plan.investeringsbudget->id : funds.front();
    making.page.add(
        PagePicture{chart_of_fund(plan, work_out_carryover(in.worked, making.overdrachten, fund), in.years, {})});
  }
}

void add_decisions(PaperMaking& making) {
  const bool has_text = has_author_text(making, "beslispunten");
  std::vector<TextSpans> changes = adopted(making.in), open = open_posts(making.in);
  if (!has_text && changes.empty() && open.empty()) return;
  begin_section(making, Dutch("Beslispunten"), "beslispunten");
  add_part_list(making, Dutch("Begrotingswijzigingen die hierin zijn verwerkt"), "wijzigingen", std::move(changes));
  add_part_list(making, Dutch("Nog niet bekend (PM)"), "pm", std::move(open));
}

}  // namespace saldo
