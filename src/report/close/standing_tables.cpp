// What stands open at the end of a year, and that nothing was lost.
#include <algorithm>

#include "calc/close/overheveling.h"
#include "calc/close/record.h"
#include "report/close/close_tables.h"
#include "report/figures.h"

namespace saldo {

namespace {

Cell text_of(Restant restant) {
  switch (restant) {
    case Restant::onbeslist: return Dutch("zonder besluit").text();
    case Restant::meenemen: return Dutch("meenemen").text();
    case Restant::investeringsbudget: return Dutch("naar het investeringsbudget").text();
    case Restant::reserve: return Dutch("naar een reserve").text();
    case Restant::terugbetalen: return Dutch("terugbetalen").text();
  }
  return Blank();
}

Dutch words_of(AansluitingLine line) {
  switch (line) {
    case AansluitingLine::opening: return Dutch("Saldi 1 januari");
    case AansluitingLine::onderweg_before: return Dutch("Onderweg op 1 januari");
    case AansluitingLine::baten: return Dutch("Baten van buiten");
    case AansluitingLine::lasten: return Dutch("Lasten naar buiten (-)");
    case AansluitingLine::left: return Dutch("Te verantwoorden");
    case AansluitingLine::eindsaldo: return Dutch("Saldi 31 december");
    case AansluitingLine::resultaat: return Dutch("Resultaat van de exploitatie");
    case AansluitingLine::onderweg: return Dutch("Onderweg op 31 december");
    case AansluitingLine::open: return Dutch("Verzonden en nergens ontvangen");
    case AansluitingLine::right: return Dutch("Verantwoord");
  }
  return Dutch("");
}

}  // namespace

Table report_year_overdrachten(const Plan& plan, const Aansluiting& aansluiting, Year year) {
  Table table{"overdrachten", Dutch("Overdrachten {}, en wat op 31 december onderweg was", word(year)), {}, {}};
  table.columns = {{"van", Dutch("Van"), ColumnType::text},   {"van_naam", Dutch("Project"), ColumnType::text},
                   {"naar", Dutch("Naar"), ColumnType::text}, {"naar_naam", Dutch("Project"), ColumnType::text},
                   {"verzonden", Dutch("Verzonden")},         {"ontvangen", Dutch("Ontvangen")},
                   {"onderweg", Dutch("Onderweg")},           {"open", Dutch("Nergens ontvangen")}};
  table.when_empty = Dutch("Geen overdrachten.");
  for (const Underway& route : aansluiting.routes) {
    const auto if_any = [](Money money) { return money == Money() ? Cell(Blank()) : Cell(Amount(money)); };
    table.rows.push_back({RowKind::item,
                          0,
                          {plan.project(route.van).nr, plan.project(route.van).naam, plan.project(route.naar).nr,
                           plan.project(route.naar).naam, or_blank(route.verzonden), or_blank(route.ontvangen),
                           if_any(route.onderweg), if_any(route.open)}});
  }
  table.rows.push_back({RowKind::total,
                        0,
                        {Dutch("Totaal").text(), Blank(), Blank(), Blank(), Blank(), Blank(),
                         Amount(aansluiting.onderweg), Amount(aansluiting.open)}});
  return table;
}

Table report_voorschotten(const Plan& plan, const Afsluiting* record) {
  Table table{"voorschotten", Dutch("Voorschotten met een bestemming"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text}, {"naam", Dutch("Project"), ColumnType::text},
                   {"begin", Dutch("Stand 1 januari")},   {"ontvangen", Dutch("Ontvangen")},
                   {"besteed", Dutch("Besteed")},         {"terugbetaald", Dutch("Terugbetaald")},
                   {"eind", Dutch("Stand 31 december")}};
  table.when_empty = Dutch("Geen voorschotten.");
  if (record == nullptr) return table;
  for (const Voorschot& voorschot : record->voorschotten) {
    const Project& project = plan.project(*voorschot.project.id);
    table.rows.push_back({RowKind::item,
                          0,
                          {project.nr, project.naam, Amount(voorschot.begin), Amount(voorschot.ontvangen),
                           Amount(voorschot.besteed), Amount(voorschot.terugbetaald), Amount(voorschot.eind())}});
  }
  return table;
}

Table report_restanten(const Worked& realised, Year year) {
  Table table{"restanten", Dutch("Restanten: projecten die uiterlijk {} eindigen", word(year)), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Project"), ColumnType::text},
                   {"einde", Dutch("Einde"), ColumnType::integer},
                   {"restant", Dutch("Restant")},
                   {"besluit", Dutch("Wat ermee gebeurt"), ColumnType::text}};
  table.when_empty = Dutch("Niets blijft over van een project dat is geëindigd.");
  for (const RestantOf& left : find_restanten(realised, year)) {
    const Project& project = realised.plan.projects[left.project];
    table.rows.push_back(
        {RowKind::item,
         0,
         {project.nr, project.naam, project.more->einde ? Cell(std::int64_t{project.more->einde->value}) : Blank(),
          Amount(left.over), text_of(project.more->restant)}});
  }
  return table;
}

Table report_bronnen(const Afsluiting* record) {
  Table table{"bronnen", Dutch("Waar de bedragen vandaan komen"), {}, {}};
  table.columns = {{"bestand", Dutch("Bestand"), ColumnType::text},
                   {"koppeling", Dutch("Koppeling"), ColumnType::text},
                   {"regels", Dutch("Regels"), ColumnType::integer},
                   {"overgeslagen", Dutch("Overgeslagen"), ColumnType::integer},
                   {"baten", Dutch("Baten")},
                   {"lasten", Dutch("Lasten")},
                   {"sha256", Dutch("SHA-256"), ColumnType::text, {}, ColumnUse::machines}};
  table.when_empty = Dutch("Met de hand ingevuld: de afsluiting noemt geen bron.");
  if (record == nullptr || record->bronnen.empty()) return table;
  for (const Bron& bron : record->bronnen)
    table.rows.push_back({RowKind::item,
                          0,
                          {bron.bestand, or_blank(bron.koppeling), bron.regels, bron.overgeslagen, Amount(bron.baten),
                           Amount(bron.lasten), or_blank(bron.sha256)}});
  const BothSides<Money> booked = booked_outside(*record);
  table.rows.push_back({RowKind::subtotal,
                        0,
                        {Dutch("In de afsluiting, zonder wat is afgeleid").text(), Blank(), Blank(), Blank(),
                         Amount(booked.baten), Amount(booked.lasten), Blank()},
                        false});
  return table;
}

Table report_aansluiting(const Aansluiting& aansluiting, Year year) {
  Table table{"aansluiting", Dutch("Aansluiting {}", word(year)), {}, {}};
  table.columns = {{"naam", Dutch("Wat"), ColumnType::text}, {"bedrag", Dutch("Bedrag")}};
  for (const auto& [line, amount] : aansluiting_lines(aansluiting))
    table.rows.push_back({is_total(line) ? RowKind::subtotal : RowKind::item, 0, {words_of(line), amount}, false});
  if (!aansluiting.holds())
    table.footnotes.push_back(Dutch("Het jaar sluit niet aan: niet alles wat is verzonden is ontvangen of onderweg."));
  return table;
}

}  // namespace saldo
