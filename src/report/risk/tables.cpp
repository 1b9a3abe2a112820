#include "report/risk/tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

std::string draws_of(const RiskOptions& options) {
  return fmt::format("{} trekkingen, seed {}",
                     to_dutch(Money::of_euros(static_cast<std::int64_t>(options.runs)), false), options.seed);
}

// Shares and chances as people say them: percentages with one decimal.
Decimal percentage(std::size_t part, std::size_t whole) {
  const Money tenths = rounded(Ratio{static_cast<Wide>(part) * 1000, static_cast<Wide>(whole)}, {});
  return {tenths.cents(), 1};
}

class SpreadTable {
 public:
  SpreadTable(const Plan& plan, const RiskResult& result, const RiskOptions& options) : plan_(plan), result_(result) {
    table_.id = "spreiding";
    table_.title = "Eindsaldo per 31 december: de spreiding (" + draws_of(options) + ")";
    table_.columns = {{"nr", "Nr", ColumnType::text, "", ColumnUse::machines},
                      {"naam", "Programmalijn", ColumnType::text},
                      {"jaar", "Jaar", ColumnType::integer},
                      {"plan", "Plan"},
                      {"gemiddeld", "Gemiddeld"}};
    for (const int percent : risk_percentiles) {
      const std::string label = std::to_string(percent) + "%";
      table_.columns.push_back({"p" + std::to_string(percent), label});
    }
  }

  Table build() {
    for (const Spread& spread : result_.spreads) add(spread);
    table_.footnotes.push_back(say("Plan: zonder onzekerheid; PM telt als niets."));
    table_.footnotes.push_back(say("5%: in 5 van de 100 trekkingen is het niet meer dan dit."));
    return std::move(table_);
  }

 private:
  struct Name {
    std::string id, naam;
  };
  Name name_of(const RiskFigure& figure) const {
    switch (figure.subject) {
      case RiskSubject::line: return {plan_.line(figure.line).id, plan_.line(figure.line).naam};
      case RiskSubject::total: return {"totaal", "Totaal"};
      case RiskSubject::investeringsbudget: return {"investeringsbudget", "Investeringsbudget"};
      case RiskSubject::lowest: return {"laagste", "Investeringsbudget, laagste stand"};
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

std::string_view text_of(RatioClass ratio_class) {
  constexpr std::string_view names[] = {"A uitstekend", "B ruim voldoende", "C voldoende",
                                        "D matig",      "E onvoldoende",    "F ruim onvoldoende"};
  return names[static_cast<std::size_t>(ratio_class)];
}

}  // namespace

Table report_spread(const Plan& plan, const RiskResult& result, const RiskOptions& options) {
  return SpreadTable(plan, result, options).build();
}

Table report_chances(const Plan& plan, const RiskResult& result, const RiskOptions& options) {
  Table table{"ondergrens",
              "Kans dat het investeringsbudget onder " + to_dutch_exact(options.floor) + " komt",
              {{"jaar", "Per 31 december", ColumnType::text},
               {"trekkingen", "Trekkingen", ColumnType::integer},
               {"kans", "Kans (%)", ColumnType::decimal}},
              {}};
  for (const Spread& spread : result.spreads) {
    const bool lowest = spread.figure.subject == RiskSubject::lowest;
    if (!lowest && spread.figure.subject != RiskSubject::investeringsbudget) continue;
    table.rows.push_back({lowest ? RowKind::total : RowKind::item,
                          0,
                          {lowest ? std::string("enig jaar") : word(plan.years.at(spread.figure.year)),
                           static_cast<std::int64_t>(spread.below_floor), percentage(spread.below_floor, options.runs)},
                          false});
  }
  return table;
}

Table report_causes(const Plan& plan, const RiskProgram& program, const RiskResult& result) {
  Table table{"oorzaken",
              "Wat bijdraagt aan de spreiding eind " + word(plan.years.last),
              {{"nr", "Nr", ColumnType::text},
               {"naam", "Oorzaak", ColumnType::text},
               {"kans", "Kans (%)", ColumnType::decimal},
               {"aandeel_totaal", "Totaal (%)", ColumnType::decimal}},
              {}};
  const bool has_rib = !result.shares.empty() && result.shares.front().of_investeringsbudget;
  if (has_rib) table.columns.push_back({"aandeel_investeringsbudget", "Invest.budget (%)", ColumnType::decimal});
  for (const CauseShare& share : result.shares) {
    const Cause& cause = program.causes[share.cause];
    const AmountOf& post = cause.posts.front();
    const Project& project = plan.projects[post.project];
    Row row{RowKind::item,
            0,
            {cause.samen_met.empty() ? to_text(address_of(project, project.posts[post.post])) : "samen"},
            false};
    row.cells.emplace_back(name_of(plan, cause));
    if (cause.kans) row.cells.emplace_back(Decimal{rounded(*cause.kans * Ratio{1000, 1}, {}).cents(), 1});
    else row.cells.emplace_back(Blank());
    row.cells.emplace_back(Decimal{share.of_total, 1});
    if (has_rib) row.cells.emplace_back(Decimal{*share.of_investeringsbudget, 1});
    table.rows.push_back(std::move(row));
  }
  table.footnotes.push_back(say("Aandeel in de variantie: het deel dat vervalt als de oorzaak bekend is."));
  return table;
}

Table report_weerstandsvermogen(const Plan& plan, const RiskResult& result, const RiskOptions& options) {
  const std::string certainty = to_percentage(options.certainty);
  Table table{"weerstandsvermogen",
              "Weerstandsvermogen bij " + certainty + " zekerheid",
              {{"jaar", "Jaar", ColumnType::integer},
               {"plan", "Plan"},
               {"ondergrens", "Ten minste"},
               {"nodig", "Benodigd"},
               {"beschikbaar", "Beschikbaar"},
               {"ratio", "Ratio", ColumnType::decimal},
               {"klasse", "Klasse", ColumnType::text}},
              {}};
  for (const Weerstandsvermogen& year : result.weerstandsvermogen) {
    Row row{RowKind::item, 0, std::vector<Cell>(table.columns.size()), false};
    row.cells[0] = std::int64_t{plan.years.at(year.year).value};
    row.cells[1] = Amount(year.plan);
    row.cells[2] = Amount(year.at_certainty);
    row.cells[3] = Amount(year.needed);
    if (year.available) row.cells[4] = Amount(*year.available);
    if (year.ratio) row.cells[5] = Decimal{*year.ratio, 2};
    if (year.ratio_class) row.cells[6] = std::string(text_of(*year.ratio_class));
    table.rows.push_back(std::move(row));
  }
  table.footnotes.push_back(say("Plan, ten minste: eindsaldo van het plan; ten minste met {} zekerheid.", certainty));
  table.footnotes.push_back(say("Benodigd: zoveel valt het eindsaldo dan hooguit lager uit dan gepland."));
  table.footnotes.push_back(say("Beschikbaar: de geplande stand van het investeringsbudget."));
  return table;
}

Table report_histogram(const Plan& plan, const RiskResult& result, const RiskOptions& options, bool drawn) {
  Table table{"verdeling",
              "Verdeling van het eindsaldo van het plan eind " + word(plan.years.last),
              {{"van", "Van"},
               {"tot", "Tot"},
               {"trekkingen", "Trekkingen", ColumnType::integer},
               {"aandeel", "Aandeel (%)", ColumnType::decimal}},
              {}};
  if (drawn) table.columns.push_back({"beeld", "", ColumnType::text});
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
