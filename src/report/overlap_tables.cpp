#include "report/overlap_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "base/say.h"
#include "base/text.h"
#include "plan/line_order.h"
#include "report/figures.h"

namespace saldo {

namespace {

const Dutch statuses[] = {Dutch("gelijk"), Dutch("verschil"), Dutch("geen-ontvangst"), Dutch("geen-verzending")};

// Why the two sides are not simply the same amount in the same year. Where people read it stands in for the status.
std::string remark(const Plan& plan, const Overdracht& overdracht) {
  std::string text;
  const auto add = [&text](const Dutch& words) { text += (text.empty() ? "" : "; ") + words.text(); };
  if (overdracht.status == OverdrachtStatus::verschil && overdracht.open() != Money())
    add(Dutch("verschil {}", overdracht.open()));
  if (overdracht.status == OverdrachtStatus::geen_ontvangst) add(Dutch("geen ontvangst"));
  if (overdracht.status == OverdrachtStatus::geen_verzending) add(Dutch("niet verzonden"));
  if (overdracht.verschoven) add(Dutch("later dan afgesproken"));
  if (overdracht.jaar < plan.years.first) add(Dutch("verzonden vóór dit plan"));
  if (overdracht.receipts.size() > 1) add(Dutch("in delen ontvangen"));
  if (!overdracht.receipts.empty() && plan.years.last < overdracht.receipts.back().year)
    add(Dutch("ontvangst na dit plan"));
  return text;
}

// One side of an overdracht as an address: the project, and its posts where it is of posts that are named. A post that
// does not say so itself is known by those on the other side that name it.
std::string side_address(const Plan& plan, ProjectId project, Stream stream, std::span<const LegRef> legs,
                         std::span<const LegRef> other_side) {
  std::set<std::string_view, decltype(&natural_less)> numbers(&natural_less);
  if (stream == 0) return plan.project(project).nr;
  for (const LegRef& ref : legs) numbers.insert(plan.project(ref.project).posts[ref.leg->post].nr);
  for (const LegRef& ref : other_side)
    if (ref.leg->other_post) numbers.insert(plan.project(*ref.leg->other.id).posts[*ref.leg->other_post].nr);
  std::string text = plan.project(project).nr;
  for (const std::string_view nr : numbers) text.append(nr == *numbers.begin() ? "/" : ", ").append(nr);
  return text;
}

std::vector<Cell> overdracht_cells(const Plan& plan, const LegsBetween& legs_between, const Overdracht& overdracht) {
  const ProjectId van = overdracht.van, naar = overdracht.naar;
  const Stream stream = overdracht.stream;
  const auto senders = legs_between.legs(van, naar, Direction::lasten, stream);
  const auto receivers = legs_between.legs(naar, van, Direction::baten, stream);
  Cell arrival = Blank();
  if (!overdracht.receipts.empty()) arrival = std::int64_t{overdracht.receipts.back().year.value};
  return {side_address(plan, van, stream, senders, receivers),
          side_address(plan, naar, stream, receivers, senders),
          std::int64_t{overdracht.jaar.value},
          std::move(arrival),
          overdracht.verzonden,
          overdracht.ontvangen_in(plan.years),
          statuses[static_cast<std::size_t>(overdracht.status)],
          or_blank(remark(plan, overdracht))};
}

Dutch relation_remark(const Relatie& relatie) {
  if (!relatie.aangegeven) return Dutch("wel geld, niet aangegeven");
  if (!relatie.has_money()) return Dutch(relatie.wederzijds ? "geen bedrag" : "geen bedrag, niet wederzijds");
  return Dutch(relatie.wederzijds ? "" : "niet wederzijds");
}

void add_netto_row(Table& table, RowKind kind, int level, Cell nr, std::string naam, const NettoFigures& figures,
                   std::size_t first, std::size_t count) {
  Row row{kind, level, {std::move(nr), std::move(naam)}};
  for (std::size_t y = first; y < first + count; ++y) {
    const NettoYear& year = figures[y];
    row.cells.insert(row.cells.end(),
                     {year.bruto_baten, Amount(year.dubbeling_baten), year.netto_baten(), year.bruto_lasten,
                      Amount(year.dubbeling_lasten), year.netto_lasten(), Amount(year.onderweg)});
  }
  table.rows.push_back(std::move(row));
}

// What one project sends, to each who receives.
Row matrix_row(const Plan& plan, const WhoPaysWhom& all, std::size_t sender) {
  const Project& project = plan.project(all.senders[sender]);
  Row row{RowKind::item, 0, {project.nr, project.naam}};
  const std::size_t first = row.cells.size();
  row.cells.resize(first + all.receivers.size());
  for (const auto& [receiver, sum] : all.sums[sender]) row.cells[first + receiver] = or_blank(sum);
  row.cells.emplace_back(all.sent[sender]);
  return row;
}

}  // namespace

bool concerns(const Overdracht& overdracht, Years years) {
  return years.contains(overdracht.jaar) ||
         std::any_of(overdracht.receipts.begin(), overdracht.receipts.end(),
                     [years](const Receipt& receipt) { return years.contains(receipt.year); });
}

Table report_overdrachten(const Plan& plan, const std::vector<Overdracht>& overdrachten, Years years) {
  Table table{"overdrachten", Dutch("Overdrachten: wie betaalt wie"), {}, {}};
  table.columns = {{"van", Dutch("Van"), ColumnType::text},
                   {"naar", Dutch("Naar"), ColumnType::text},
                   {"jaar", Dutch("Jaar"), ColumnType::integer},
                   {"ontvangen_in", Dutch("Komt aan"), ColumnType::integer},
                   {"verzonden", Dutch("Verzonden")},
                   {"ontvangen", Dutch("Ontvangen")},
                   {"status", Dutch("Status"), ColumnType::text, {}, ColumnUse::machines},
                   {"opmerking", Dutch("Opmerking"), ColumnType::text}};
  table.when_empty = Dutch("Geen enkel project betaalt in deze jaren een ander project.");
  const LegsBetween legs_between(plan);
  for (const Overdracht& overdracht : overdrachten)
    if (concerns(overdracht, years))
      table.rows.push_back({RowKind::item, 0, overdracht_cells(plan, legs_between, overdracht)});
  for (std::size_t y = 0; y < years.size(); ++y) {
    const Amount sum = equal_in_year(overdrachten, years.at(y));
    if (sum.is_absent()) continue;
    const Cell year = std::int64_t{years.at(y).value};
    table.rows.push_back(
        {RowKind::total, 0, {Blank(), Blank(), year, year, sum, sum, statuses[0], Dutch("samen, in dit jaar")}, false});
  }
  return table;
}

Table report_relaties(const Plan& plan, const std::vector<Relatie>& relaties, Years years) {
  Table table{"relaties", Dutch("Dubbelingen zoals aangegeven, met het geld erachter"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Project"), ColumnType::text},
                   {"met", Dutch("Met"), ColumnType::text},
                   {"aangegeven", Dutch("Aangegeven"), ColumnType::text, {}, ColumnUse::machines},
                   {"wederzijds", Dutch("Wederzijds"), ColumnType::text, {}, ColumnUse::machines}};
  table.when_empty = Dutch("Geen enkel project heeft een dubbeling met een ander.");
  for (std::size_t y = 0; y < years.size(); ++y)
    table.columns.push_back({word(years.at(y)) + ".bedrag", word(years.at(y))});
  table.columns.push_back({"opmerking", Dutch("Opmerking"), ColumnType::text});
  for (const Relatie& relatie : relaties) {
    const Project& project = plan.project(relatie.project);
    Row row{RowKind::item,
            0,
            {project.nr, project.naam, plan.project(relatie.met).nr, Dutch(relatie.aangegeven ? "ja" : "nee"),
             Dutch(relatie.wederzijds ? "ja" : "nee")}};
    for (std::size_t y = 0; y < years.size(); ++y) {
      const Amount bedrag = relatie.bedrag[plan.years.index(years.at(y))];
      row.cells.push_back(or_blank(bedrag));
    }
    row.cells.push_back(or_blank(relation_remark(relatie)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table report_netto(const Plan& plan, const Netto& netto, Years years) {
  Table table{"netto", Dutch("Baten en lasten zonder dubbelingen"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text, {}, ColumnUse::machines},
                   {"naam", Dutch("Programmalijn"), ColumnType::text}};
  for (std::size_t y = 0; y < years.size(); ++y) {
    const std::string year = word(years.at(y));
    for (const char* side : {"baten", "lasten"}) {
      const std::string group = year + " " + side;
      table.columns.push_back({fmt::format("{}.bruto_{}", year, side), Dutch("Bruto"), ColumnType::amount, group});
      table.columns.push_back({fmt::format("{}.dubbeling_{}", year, side), Dutch("Dubbel"), ColumnType::amount, group});
      table.columns.push_back({fmt::format("{}.netto_{}", year, side), Dutch("Netto"), ColumnType::amount, group});
    }
    table.columns.push_back({year + ".onderweg", Dutch("Onderweg"), ColumnType::amount, year});
  }
  const std::size_t first = plan.years.index(years.first);
  const std::vector<bool> of_reserves = lines_of_only(plan, Soort::reserve);
  for (std::size_t l = 0; l < plan.lines.size(); ++l)
    if (!plan.lines[l].onder && !of_reserves[l])
      add_netto_row(table, RowKind::item, 0, Id{plan.lines[l].id}, plan.lines[l].naam, netto.lines[l], first,
                    years.size());
  for (const auto& [id, figures] : netto.by_themselves)
    add_netto_row(table, RowKind::item, 0, Id{plan.project(id).nr}, plan.project(id).naam, figures, first,
                  years.size());
  add_netto_row(table, RowKind::item, 0, Id{"tussen"}, Dutch("Tussen programmalijnen"), netto.between, first,
                years.size());
  add_netto_row(table, RowKind::total, 0, Id{"totaal"}, Dutch("Totaal"), netto.total, first, years.size());
  const Money open = netto.open_in(plan.years, years);
  if (open != Money())
    table.footnotes.push_back(Dutch("Van {} klopt de andere kant niet; dat bedrag telt nog mee in netto.", open));
  if (plan.has_reserve())
    table.footnotes.push_back(
        Dutch("Wat naar reserves gaat of eruit komt is geen last en geen bate, en staat hier niet."));
  return table;
}

TableSource report_matrix(const Plan& plan, const std::vector<Overdracht>& overdrachten, Years years) {
  const auto all = std::make_shared<const WhoPaysWhom>(who_pays_whom(overdrachten, years));
  Table table{"matrix", Dutch("Van (rij) naar (kolom), {}-{} samen", years.first, years.last), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text}, {"naam", Dutch("Van"), ColumnType::text}};
  for (const ProjectId receiver : all->receivers)
    table.columns.push_back({plan.project(receiver).nr, plan.project(receiver).nr});
  table.columns.push_back({"totaal", Dutch("Totaal")});
  table.when_empty = Dutch("Geen enkel project betaalt in deze jaren een ander project.");
  return {std::move(table), [&plan, all](const TakeRow& take) {
            for (std::size_t sender = 0; sender < all->senders.size(); ++sender)
              if (!take(matrix_row(plan, *all, sender))) return;
            Row total{RowKind::total, 0, {Blank(), Dutch("Totaal")}};
            for (const Amount sum : all->received) total.cells.emplace_back(sum);
            total.cells.emplace_back(all->total);
            take(total);
          }};
}

}  // namespace saldo
