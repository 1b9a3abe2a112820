#include "report/risk/tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

Dutch draws_of(const RiskOptions& options) {
  return Dutch("{} trekkingen, seed {}", to_dutch(Money::of_euros(static_cast<std::int64_t>(options.runs)), false),
               options.seed);
}

// Shares and chances as people say them: percentages with one decimal.
Decimal percentage(std::size_t part, std::size_t whole) {
  const Money tenths = rounded(Ratio{static_cast<Wide>(part) * 1000, static_cast<Wide>(whole)}, {});
  return {tenths.cents(), 1};
}

const Dutch of_exploitatie("Van exploitatie telt in plaats van een eindsaldo het resultaat van het jaar zelf.");

class SpreadTable {
 public:
  SpreadTable(const Plan& plan, const RiskResult& result, const RiskOptions& options) : plan_(plan), result_(result) {
    table_.id = "spreiding";
    table_.title = Dutch("Eindsaldo per 31 december: de spreiding ({})", draws_of(options));
    table_.columns = {{"nr", Dutch("Nr"), ColumnType::text, {}, ColumnUse::machines},
                      {"naam", Dutch("Programmalijn"), ColumnType::text},
                      {"jaar", Dutch("Jaar"), ColumnType::integer},
                      {"plan", Dutch("Plan")},
                      {"gemiddeld", Dutch("Gemiddeld")}};
    for (const int percent : risk_percentiles) {
      const std::string label = std::to_string(percent) + "%";
      table_.columns.push_back({"p" + std::to_string(percent), label});
    }
  }

  Table build() {
    for (const Spread& spread : result_.spreads) add(spread);
    table_.footnotes.push_back(Dutch("Plan: zonder onzekerheid; PM telt als niets."));
    table_.footnotes.push_back(Dutch("5%: in 5 van de 100 trekkingen is het niet meer dan dit."));
    if (plan_.has_exploitatie()) table_.footnotes.push_back(of_exploitatie);
    return std::move(table_);
  }

 private:
  struct Name {
    std::string id, naam;
  };
  Name name_of(const RiskFigure& figure) const {
    switch (figure.subject) {
      case RiskSubject::line: return {plan_.line(figure.line).id, plan_.line(figure.line).naam};
      case RiskSubject::total: return {"totaal", Dutch("Totaal")};
      case RiskSubject::investeringsbudget: return {"investeringsbudget", Dutch("Investeringsbudget")};
      case RiskSubject::lowest: return {"laagste", Dutch("Investeringsbudget, laagste stand")};
    }
    return {};
  }

  void add(const Spread& spread) {
    const Name name = name_of(spread.figure);
    const bool is_first = table_.rows.empty() || std::get<Id>(table_.rows.back().cells[0]).text != name.id;
    std::vector<Cell> cells(3);
    cells[0] = Id{name.id};
    if (is_first) cells[1] = name.naam;
    else cells[1] = Id{name.naam};  // people read it once, machines in every row
    if (spread.figure.subject != RiskSubject::lowest) cells[2] = std::int64_t{plan_.years.at(spread.figure.year).value};
    Row row{RowKind::item, 0, std::move(cells), false};
    row.cells.emplace_back(Amount(spread.figure.plan));
    row.cells.emplace_back(Amount(spread.mean));
    for (const Money amount : spread.percentiles) row.cells.emplace_back(Amount(amount));
    if (spread.figure.subject == RiskSubject::total) row.kind = RowKind::subtotal;
    table_.rows.push_back(std::move(row));
  }

  const Plan& plan_;
  const RiskResult& result_;
  Table table_;
};

std::string name_of(const Plan& plan, const Cause& cause) {
  const auto nr = [&](const AmountOf& post) {
    return to_text(address_of(plan.projects[post.project], plan.projects[post.project].posts[post.post]));
  };
  std::string posts;
  for (const AmountOf& post : cause.posts) posts += (posts.empty() ? "" : ", ") + nr(post);
  if (!cause.samen_met.empty()) return cause.samen_met + " (" + posts + ")";
  const AmountOf& post = cause.posts.front();
  return plan.projects[post.project].posts[post.post].naam;
}

const Dutch& text_of(RatioClass ratio_class) {
  static const Dutch names[] = {Dutch("A uitstekend"), Dutch("B ruim voldoende"), Dutch("C voldoende"),
                                Dutch("D matig"),      Dutch("E onvoldoende"),    Dutch("F ruim onvoldoende")};
  return names[static_cast<std::size_t>(ratio_class)];
}

}  // namespace

Table report_spread(const Plan& plan, const RiskResult& result, const RiskOptions& options) {
  return SpreadTable(plan, result, options).build();
}

Table report_chances(const Plan& plan, const RiskResult& result, const RiskOptions& options) {
  Table table{"ondergrens",
              Dutch("Kans dat het investeringsbudget onder {} komt", options.floor),
              {{"jaar", Dutch("Per 31 december"), ColumnType::text},
               {"trekkingen", Dutch("Trekkingen"), ColumnType::integer},
               {"kans", Dutch("Kans (%)"), ColumnType::decimal}},
              {}};
  for (const Spread& spread : result.spreads) {
    const bool lowest = spread.figure.subject == RiskSubject::lowest;
    if (!lowest && spread.figure.subject != RiskSubject::investeringsbudget) continue;
    table.rows.push_back({lowest ? RowKind::total : RowKind::item,
                          0,
                          {lowest ? Dutch("enig jaar").text() : word(plan.years.at(spread.figure.year)),
                           static_cast<std::int64_t>(spread.below_floor), percentage(spread.below_floor, options.runs)},
                          false});
  }
  return table;
}

Table report_causes(const Plan& plan, const RiskProgram& program, const RiskResult& result) {
  Table table{"oorzaken",
              Dutch("Wat bijdraagt aan de spreiding eind {}", plan.years.last),
              {{"nr", Dutch("Nr"), ColumnType::text},
               {"naam", Dutch("Oorzaak"), ColumnType::text},
               {"kans", Dutch("Kans (%)"), ColumnType::decimal},
               {"aandeel_totaal", Dutch("Totaal (%)"), ColumnType::decimal}},
              {}};
  const bool has_rib = !result.shares.empty() && result.shares.front().of_investeringsbudget;
  if (has_rib) table.columns.push_back({"aandeel_investeringsbudget", Dutch("Invest.budget (%)"), ColumnType::decimal});
  for (const CauseShare& share : result.shares) {
    const Cause& cause = program.causes[share.cause];
    const AmountOf& post = cause.posts.front();
    const Project& project = plan.projects[post.project];
    Row row{RowKind::item,
            0,
            {cause.samen_met.empty() ? to_text(address_of(project, project.posts[post.post])) : Dutch("samen").text()},
            false};
    row.cells.emplace_back(name_of(plan, cause));
    if (cause.kans) row.cells.emplace_back(Decimal{rounded(*cause.kans * Ratio{1000, 1}, {}).cents(), 1});
    else row.cells.emplace_back(Blank());
    row.cells.emplace_back(Decimal{share.of_total, 1});
    if (has_rib) row.cells.emplace_back(Decimal{*share.of_investeringsbudget, 1});
    table.rows.push_back(std::move(row));
  }
  table.footnotes.push_back(Dutch("Aandeel in de variantie: het deel dat vervalt als de oorzaak bekend is."));
  return table;
}

Table report_weerstandsvermogen(const Plan& plan, const RiskResult& result, const RiskOptions& options) {
  const std::string certainty = to_percentage(options.certainty);
  Table table{"weerstandsvermogen",
              Dutch("Weerstandsvermogen bij {} zekerheid", certainty),
              {{"jaar", Dutch("Jaar"), ColumnType::integer},
               {"plan", Dutch("Plan")},
               {"ondergrens", Dutch("Ten minste")},
               {"nodig", Dutch("Benodigd")},
               {"beschikbaar", Dutch("Beschikbaar")},
               {"ratio", Dutch("Ratio"), ColumnType::decimal},
               {"klasse", Dutch("Klasse"), ColumnType::text}},
              {}};
  for (const Weerstandsvermogen& year : result.weerstandsvermogen) {
    Row row{RowKind::item, 0, std::vector<Cell>(table.columns.size()), false};
    row.cells[0] = std::int64_t{plan.years.at(year.year).value};
    row.cells[1] = Amount(year.plan);
    row.cells[2] = Amount(year.at_certainty);
    row.cells[3] = Amount(year.needed);
    if (year.available) row.cells[4] = Amount(*year.available);
    if (year.ratio) row.cells[5] = Decimal{*year.ratio, 2};
    if (year.ratio_class) row.cells[6] = text_of(*year.ratio_class);
    table.rows.push_back(std::move(row));
  }
  table.footnotes.push_back(Dutch("Plan, ten minste: eindsaldo van het plan; ten minste met {} zekerheid.", certainty));
  table.footnotes.push_back(Dutch("Benodigd: zoveel valt het eindsaldo dan hooguit lager uit dan gepland."));
  std::string funds;
  for (const Reference<ProjectId>& fund : plan.weerstandscapaciteit) funds += (funds.empty() ? "" : ", ") + fund.name;
  table.footnotes.push_back(funds.empty() ? Dutch("Beschikbaar: de geplande stand van het investeringsbudget.")
                                          : Dutch("Beschikbaar: de geplande stand van {}.", funds));
  if (plan.has_exploitatie()) table.footnotes.push_back(of_exploitatie);
  return table;
}

Table report_histogram(const Plan& plan, const RiskResult& result, const RiskOptions& options, bool drawn) {
  Table table{"verdeling",
              Dutch("Verdeling van het eindsaldo van het plan eind {}", plan.years.last),
              {{"van", Dutch("Van")},
               {"tot", Dutch("Tot")},
               {"trekkingen", Dutch("Trekkingen"), ColumnType::integer},
               {"aandeel", Dutch("Aandeel (%)"), ColumnType::decimal}},
              {}};
  if (drawn) table.columns.push_back({"beeld", {}, ColumnType::text});
  constexpr std::size_t most_cells = 28;
  std::size_t most = 1;
  for (const HistogramBar& bar : result.histogram) most = std::max(most, bar.draws);
  for (const HistogramBar& bar : result.histogram) {
    Row row{RowKind::item, 0, {Amount(bar.from), Amount(bar.to)}, false};
    row.cells.emplace_back(static_cast<std::int64_t>(bar.draws));
    row.cells.emplace_back(percentage(bar.draws, options.runs));
    std::string cells;
    for (std::size_t i = 0; i < (bar.draws * most_cells + most - 1) / most; ++i) cells += "█";
    if (drawn) row.cells.emplace_back(std::move(cells));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace saldo
