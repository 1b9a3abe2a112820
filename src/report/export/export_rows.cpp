#include "report/export/export_rows.h"

#include "calc/check/controle/printed_figures.h"
#include "calc/formulas.h"
#include "calc/kenmerken/kenmerken.h"

namespace saldo {

namespace {

// One row at a time, behind the key of its plan.
class Rows {
 public:
  Rows(const ExportedPlan& plan, const RowSink& sink) : row_(row_of(plan.key)), key_(row_.size()), sink_(sink) {}

  template <class... Values>
  void put(const Values&... values) {
    row_.resize(key_);
    (row_.push_back(TypedValue(values)), ...);
    sink_(row_);
  }

 private:
  std::vector<TypedValue> row_;
  std::size_t key_;
  const RowSink& sink_;
};

using Text = std::string_view;

constexpr TypedValue null = std::monostate();

TypedValue or_null(Text text) { return text.empty() ? null : TypedValue(text); }
TypedValue year_of(const std::optional<Year>& year) { return year ? TypedValue(std::int64_t{year->value}) : null; }
std::int64_t year_of(Year year) { return year.value; }
TypedValue euros(Amount amount) { return amount.is_money() ? TypedValue(amount.counted()) : null; }
TypedValue if_runs_on(const Balance& balance, Money money) { return balance.has_stand() ? TypedValue(money) : null; }
std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

Text niveau_of(const PrintedOf& of) {
  if (of.is_balance())
    return of.whose.of == Of::plan ? "plan" : of.whose.of == Of::programmalijn ? "programmalijn" : "project";
  return of.kop.empty() ? "post" : "kop";
}

Text file_of(const ExportedPlan& plan, Place place) { return plan.files[position(place.file)]; }
std::int64_t line_of(Place place) { return place.line; }

Text herkomst_of(Formula formula) {
  switch (formula) {
    case Formula::leeg:
    case Formula::bedrag: return "geschreven";
    case Formula::deel: return "deel";
    case Formula::onderbouwing: return "onderbouwing";
    case Formula::sluitpost: return "sluitpost";
    case Formula::spiegel: return "spiegel";
    case Formula::index: return "index";
    case Formula::percentage: return "percentage";
  }
  return "";
}

Text herkomst_of(const Plan& plan, const AmountOf& cell) {
  if (const BookedCell* booked = find_booked(plan, cell)) return booked->is_expected ? "verwacht" : "geboekt";
  const Project& project = plan.projects[cell.project];
  const Post& post = project.posts[cell.post];
  return herkomst_of(formula_of(plan, project, post, post.side(cell.direction), cell.year));
}

TypedValue other_of(const Project& project, std::size_t post, Direction direction, const Plan& plan) {
  const Leg* leg = project.find_leg(post, direction);
  if (leg == nullptr) return null;
  return leg->other.id ? or_null(plan.project(*leg->other.id).nr) : or_null(leg->other.name);
}

Text to_text(OverdrachtStatus status) {
  switch (status) {
    case OverdrachtStatus::gelijk: return "gelijk";
    case OverdrachtStatus::verschil: return "verschil";
    case OverdrachtStatus::geen_ontvangst: return "geen-ontvangst";
    case OverdrachtStatus::geen_verzending: return "geen-verzending";
  }
  return "";
}

// Every post with its project: visit(position of the project, of the post).
template <class Visit>
void for_each_post_of(const Plan& plan, Visit visit) {
  for (std::size_t project = 0; project < plan.projects.size(); ++project)
    for (std::size_t post = 0; post < plan.projects[project].posts.size(); ++post) visit(project, post);
}

}  // namespace

void for_each_plan(const ExportedPlan& plan, const RowSink& sink) {
  const Plan& of = plan.worked.plan;
  Rows(plan, sink)
      .put(Text(of.naam), year_of(of.years.first), year_of(of.years.last), year_of(of.begrotingsjaar), Text(plan.hash),
           export_schema, Text(plan.program));
}

void for_each_programmalijn(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  for (const Programmalijn& line : plan.worked.plan.lines)
    rows.put(Text(line.id), Text(line.naam), line.onder ? or_null(line.onder->name) : null);
}

void for_each_project(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  for (const Project& project : plan.worked.plan.projects)
    rows.put(Text(project.nr), Text(project.naam), or_null(project.programmalijn.name), saldo::to_text(project.soort),
             year_of(project.more->einde), saldo::to_text(project.more->restant));
}

void for_each_post_row(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  const Plan& of = plan.worked.plan;
  for_each_post_of(of, [&](std::size_t at, std::size_t number_of_post) {
    const Project& project = of.projects[at];
    const Post& post = project.posts[number_of_post];
    const TypedValue index = post.index == no_index ? null : TypedValue(Text(of.indexes[position(post.index)].naam));
    const TypedValue structureel = post.says_structureel ? TypedValue(post.structureel) : null;
    rows.put(Text(project.nr), Text(post.nr), number(number_of_post + 1), Text(post.naam), or_null(post.more->kop),
             index, structureel, other_of(project, number_of_post, Direction::baten, of),
             other_of(project, number_of_post, Direction::lasten, of), post.automatic);
  });
}

void for_each_kenmerk(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  const Plan& of = plan.worked.plan;
  const std::vector<Text> keys = kenmerken_in(of);
  if (keys.empty()) return;
  for_each_post_of(of, [&](std::size_t at, std::size_t number_of_post) {
    const Project& project = of.projects[at];
    const Post& post = project.posts[number_of_post];
    for (const Text key : keys)
      if (const Kenmerk* kenmerk = of.kenmerk_of(project, post, key))
        rows.put(Text(project.nr), Text(post.nr), key, Text(kenmerk->waarde));
  });
}

void for_each_bedrag(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  const Plan& of = plan.worked.plan;
  of.for_each_side([&](std::size_t at, std::size_t number_of_post, Direction direction) {
    const Project& project = of.projects[at];
    for (std::size_t year = 0; year < of.years.size(); ++year) {
      const Amount amount = plan.worked.amounts.at(project, number_of_post, direction, year);
      if (amount.is_absent()) continue;
      const AmountOf cell{at, number_of_post, direction, year};
      const Place place = place_of(of, cell);
      rows.put(Text(project.nr), Text(project.posts[number_of_post].nr), year_of(of.years.at(year)),
               saldo::to_text(direction), euros(amount), amount.is_pm(),
               of.is_mutatie(project, number_of_post, direction), herkomst_of(of, cell), file_of(plan, place),
               line_of(place));
    }
  });
}

void for_each_stand(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  const Plan& of = plan.worked.plan;
  const auto put = [&](Text niveau, Text id, const Balance& balance) {
    for (std::size_t year = 0; year < balance.years.size(); ++year) {
      const YearFigures& figures = balance.years[year];
      rows.put(niveau, id, year_of(of.years.at(year)), if_runs_on(balance, balance.opening_of(year)),
               euros(figures.baten), figures.baten.is_pm(), euros(figures.lasten), figures.lasten.is_pm(),
               euros(figures.toevoeging), euros(figures.onttrekking), if_runs_on(balance, figures.eindsaldo));
    }
  };
  put("plan", "", plan.worked.balances.total);
  for (std::size_t l = 0; l < of.lines.size(); ++l) put("programmalijn", of.lines[l].id, plan.worked.balances.lines[l]);
  for (std::size_t p = 0; p < of.projects.size(); ++p)
    put("project", of.projects[p].nr, plan.worked.balances.projects[p]);
}

void for_each_overdracht(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  const Plan& of = plan.worked.plan;
  std::size_t volgnr = 0;
  for (const Overdracht& one : plan.overdrachten)
    rows.put(number(++volgnr), Text(of.project(one.van).nr), Text(of.project(one.naar).nr), year_of(one.jaar),
             euros(one.verzonden), one.verzonden.is_pm(), euros(one.ontvangen()), one.ontvangen().is_pm(),
             one.matched(), to_text(one.status), one.verschoven, file_of(plan, one.place), line_of(one.place));
}

void for_each_controle(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  std::size_t volgnr = 0;
  const Worked& worked = plan.worked;
  for_each_printed(worked.plan, worked.amounts, worked.balances, [&](const HeldFigure& row) {
    const std::string id = name_of(worked.plan, row.of.whose);
    const std::string_view part = row.of.kop.empty() ? row.of.post : row.of.kop;
    rows.put(number(++volgnr), niveau_of(row.of), Text(id), or_null(part), Text(row.controle.bron),
             saldo::to_text(row.printed.figure), year_of(row.year), row.printed.amount, euros(row.computed),
             difference(row.computed, row.printed.amount), file_of(plan, row.printed.place),
             line_of(row.printed.place));
  });
}

// In Dutch wherever it is made: the same plan gives the same bytes.
void for_each_bevinding(const ExportedPlan& plan, const RowSink& sink) {
  Rows rows(plan, sink);
  std::size_t volgnr = 0;
  for (const Diagnostic& finding : plan.bevindingen) {
    const std::string message = saldo::to_text(finding.message, Language::nl);
    rows.put(number(++volgnr), info(finding.rule).id, to_dutch(finding.severity), or_null(finding.subject.project),
             or_null(finding.subject.post), year_of(finding.subject.year), Text(message), file_of(plan, finding.place),
             line_of(finding.place));
  }
}

}  // namespace saldo
