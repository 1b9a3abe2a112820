#include "base/say.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

// What is on a sheet, for whoever opens the book.
Dutch what_is_on(const std::string& sheet) {
  if (sheet == "Oogopslag") return Dutch("De begroting in één oogopslag: de hoofdcijfers en twee grafieken.");
  if (sheet == "Tabel 3") return Dutch("Baten, lasten en saldo van elke programmalijn.");
  if (sheet == projects_sheet_name) return Dutch("Hetzelfde van elk project, met de programmalijn erboven.");
  if (sheet == stands_sheet_name) return Dutch("Wat projecten en reserves aan het eind van elk jaar over hebben.");
  if (sheet == posts_sheet_name) return Dutch("Alle posten: hier staan de bedragen waar al het andere uit volgt.");
  if (sheet == "Indexen") return Dutch("De indexen waarmee bedragen groeien.");
  if (sheet == "Overdrachten") return Dutch("Wat projecten aan elkaar betalen.");
  if (sheet == "RIB") return Dutch("Het verloop van het regionaal investeringsbudget en van de reserves.");
  if (sheet == "Reserves") return Dutch("Het verloop van de reserves.");
  if (sheet == "Aansluiting") return Dutch("Van het vorige plan naar dit plan, verschil voor verschil.");
  if (sheet == "Bevindingen") return Dutch("Wat er volgens saldo nog niet klopt of open staat.");
  return Dutch("Elk totaal naast wat saldo ervan maakte: klopt of verschil.");
}

// How many posts have a year that is PM.
std::size_t pm_posts(const BookFrame& frame) {
  std::size_t count = 0;
  for (const PostRow& row : frame.posts.rows())
    for (std::size_t year = 0; year < frame.years; ++year)
      if (frame.worked.amounts.at(frame.plan.projects[row.project], row.post, row.direction, year).is_pm()) {
        ++count;
        break;
      }
  return count;
}

void add(BookSheet& sheet, const std::string& head, const std::string& text) {
  sheet.rows.push_back({words(head, BookStyle::strong), words(text, BookStyle::wrapped)});
}

void add_about(const BookFrame& frame, BookSheet& sheet) {
  const BookInput& input = frame.input;
  if (!input.standing.empty()) add(sheet, Dutch("Stand"), input.standing);
  if (!input.date.empty()) add(sheet, Dutch("Datum"), input.date);
  add(sheet, Dutch("Jaren"), Dutch("{} tot en met {}", frame.plan.years.first, frame.plan.years.last));
  add(sheet, Dutch("Bedragen"),
      frame.has_cents ? Dutch("In euro's. De centen zijn er, maar worden niet getoond.") : Dutch("In hele euro's."));
  add(sheet, Dutch("Tekens"),
      Dutch("Baten en lasten staan zonder teken. Saldo = baten - lasten: boven nul is voordelig, met een minteken "
            "nadelig."));
  add(sheet, Dutch("PM"),
      Dutch("Een bedrag dat nog niet bekend is: het telt niet mee, en is geen nul. {} rijen hebben PM in een of meer "
            "jaren.",
            std::to_string(pm_posts(frame))));
  add(sheet, Dutch("Bevindingen"),
      input.findings.empty()
          ? Dutch("Geen.")
          : Dutch("{} bevindingen: zie het blad Bevindingen.", std::to_string(input.findings.size())));
}

void add_how(const BookFrame& frame, BookSheet& sheet) {
  if (frame.is_beyond_digits)
    return add(
        sheet, Dutch("Rekenen"),
        Dutch("In dit plan staan bedragen van 10.000.000.000.000 euro of meer. Zoveel cijfers houdt een werkblad "
              "niet bij: die staan er als tekst, en niets is een formule."));
  add(sheet, Dutch("Blauw"),
      Dutch("Zo opgeschreven in het plan. Verander het op het blad Posten, en alles rekent mee."));
  add(sheet, Dutch("Zwart"), Dutch("Uitgerekend door een formule van dit werkboek."));
  add(sheet, Dutch("Bruin"),
      Dutch("Uitgerekend door saldo, en niet door een formule te zeggen. De notitie bij de cel zegt waarom, en waar "
            "het in "
            "het plan staat."));
  add(sheet, Dutch("Rood"), Dutch("Een stand onder de ondergrens, of een totaal dat niet klopt."));
}

}  // namespace

BookSheet guide_sheet(const BookFrame& frame, const Book& book) {
  BookSheet sheet = start_sheet(frame, "Leeswijzer", Dutch(frame.plan.naam),
                                Dutch("Gemaakt door saldo uit de bestanden van dit plan. Wat hier wordt veranderd, "
                                      "verandert niets in het plan."));
  sheet.widths = {18, 100};
  sheet.rows.emplace_back();
  add_about(frame, sheet);
  sheet.rows.emplace_back();
  sheet.rows.push_back({words(Dutch("Kleuren"), BookStyle::head), words("", BookStyle::head)});
  add_how(frame, sheet);
  sheet.rows.emplace_back();
  sheet.rows.push_back({words(Dutch("Bladen"), BookStyle::head), words("", BookStyle::head)});
  for (const BookSheet& other : book.sheets) add(sheet, other.name, what_is_on(other.name));
  return sheet;
}

}  // namespace saldo
