// The workbook of a plan: its formulas are worked out by LibreOffice and held against saldo, also when an amount in it is
// changed.
#include "report/workbook/report_book.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "calc/wijziging/work_out.h"
#include "render/workbook/xlsx.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Worked worked_of(const std::string& path) {
  PlanBase base = load_base(path);
  const ChangeList changes = adopted_changes(base);
  Worked worked;
  const Findings findings = work_out(std::move(base), changes, worked);
  INFO(path);
  REQUIRE(rule_ids(findings) == Lines{});
  return worked;
}

Worked worked_of_text(const std::string& text) {
  INFO(text);
  const TempPlan files({{"plan.toml", text}});
  return worked_of(files.file("plan.toml"));
}

Book book_of(const Worked& worked) {
  return report_book(
      {worked, [](FileId file) { return "bestand-" + std::to_string(static_cast<int>(file)) + ".toml"; }});
}

// Every kind of amount, with what each of them knows of rounding, PM and a maximum.
const std::string every_kind =
    head("afronding = 100\ninvesteringsbudget = \"9\"") +
    "[index]\nloon = { 2026 = 5.1, 2027 = 2.0, 2028 = 3.33 }\nprijs = { 2026 = 1.7, 2027 = -0.5, 2028 = 2.25 }\n"
    "mix = { loon = \"60%\", prijs = \"40%\" }\n\n" +
    line("a") + line("a1", "a") + line("b") + project("1", "budget = 12500\nondergrens = 1000", "a1") +
    post("lasten = { 2025 = 50000 }\nindex = \"loon\"") +
    post("lasten = { 2025 = 1234.56 }\nindex = \"mix\"\nafronding = { eenheid = 1, keten = \"exact\" }") +
    post("lasten = { 2025 = 999.99 }\nindex = \"prijs\"\nafronding = { eenheid = 250, op = \"boven\" }") +
    post("lasten = { percentage = 7.5, over = \"1..3\" }\nafronding = { eenheid = 1, op = \"beneden\" }") +
    post("lasten = { percentage = 50, over = \"1\", maximum = { totaal = 60000 } }") +
    post("baten = { totaal = 46001, 2025 = \"80%\", 2026 = \"20%\" }") +
    post("baten = { totaal = 10001, 2025 = \"1/3\", 2026 = \"1/3\", 2027 = \"1/3\" }") +
    post(
        "baten = { totaal = \"onderbouwing\", 2025 = \"25%\" }\nonderbouwing = [\n  { naam = \"uren\", factoren = "
        "[73.57, 12, "
        "1.5] },\n  { naam = \"vast\", bedrag = 500 },\n]") +
    post("baten = { 2026 = \"PM\", 2027 = 800 }") + post("baten = { 2026 = \"PM\" }\nindex = \"loon\"") +
    post("lasten = { 2028 = \"sluitpost\" }\nnaar = \"9\"") +
    project("9", "budget = 100000\nrestant = \"meenemen\"", "b") + post("baten = { 2028 = \"spiegel\" }\nvan = \"1\"") +
    lasten("2026 = 250.25");

// A folder in which LibreOffice works everything out again when it opens a workbook.
class Recalculated {
 public:
  Recalculated()
      : work_(std::map<std::string, std::string>{
            {"profiel/user/registrymodifications.xcu",
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
             "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
             "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>\n</oor:items>\n"}}) {}

  // False where it cannot be written: `why` says so.
  bool add(const std::string& name, const Book& book, std::string& why) const {
    const auto written = write_xlsx(book);
    if (const auto* trouble = std::get_if<Message>(&written)) return why = to_text(*trouble), false;
    std::ofstream(work_.file(name + ".xlsx"), std::ios::binary) << std::get<std::string>(written);
    return true;
  }
  std::string convert() const {
    return shell_prints("cd '" + work_.path() + "' && soffice -env:UserInstallation=file://" + work_.path() +
                        "/profiel --headless --convert-to 'csv:Text - txt - csv "
                        "(StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' *.xlsx 2>&1");
  }
  std::vector<std::vector<std::string>> sheet(const std::string& name, const std::string& sheet) const {
    return read_csv(read_text(work_.file(name + "-" + sheet + ".csv")));
  }
  std::string file(const std::string& name) const { return work_.file(name + ".xlsx"); }

 private:
  TempPlan work_;
};

// What a cell ought to show, and whether that is a number, in cents.
struct Wanted {
  std::string text;
  std::optional<std::int64_t> cents;
};

Wanted wanted_of(const Amount& amount) {
  if (amount.is_money()) return {"", amount.counted().cents()};
  return {amount.is_pm() ? "PM" : "", {}};
}
// In ten thousandths of a percent.
Wanted wanted_of(const Ratio& ratio) { return {"%", rounded(ratio * Ratio{1'000'000, 1}, {}).cents()}; }

std::optional<Wanted> wanted_of(const BookCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return Wanted{*text, {}};
  if (const auto* amount = std::get_if<Amount>(&cell.value)) return wanted_of(*amount);
  if (const auto* ratio = std::get_if<Ratio>(&cell.value)) return wanted_of(*ratio);
  const auto* formula = std::get_if<BookFormula>(&cell.value);
  if (formula == nullptr) return std::nullopt;
  if (const auto* amount = std::get_if<Amount>(&formula->outcome)) return wanted_of(*amount);
  if (const auto* ratio = std::get_if<Ratio>(&formula->outcome)) return wanted_of(*ratio);
  return Wanted{std::get<std::string>(formula->outcome), {}};
}

bool shows(std::string shown, const Wanted& wanted) {
  if (!wanted.cents) return shown == wanted.text;
  const bool is_percentage = wanted.text == "%";
  if (is_percentage == !shown.ends_with('%') || shown.empty()) return false;
  std::replace(shown.begin(), shown.end(), ',', '.');
  if (shown.find_first_not_of("0123456789.-E+%") != std::string::npos) return false;
  const double factor = is_percentage ? 10'000 : 100;
  return std::llround(std::stod(shown) * factor) == *wanted.cents;
}

std::string shown_in(const std::vector<std::vector<std::string>>& rows, std::size_t row, std::size_t column) {
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : "";
}

// Cells that show something else, and how many were looked at.
Lines differences(const Recalculated& recalculated, const std::string& name, const Book& book, std::size_t& looked) {
  Lines all;
  for (const BookSheet& sheet : book.sheets) {
    const auto rows = recalculated.sheet(name, sheet.name);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
      for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
        const BookCell& cell = sheet.rows[row][column];
        const std::optional<Wanted> wanted = wanted_of(cell);
        if (!wanted) continue;
        ++looked;
        const std::string shown = shown_in(rows, row, column);
        if (shows(shown, *wanted)) continue;
        const auto* formula = std::get_if<BookFormula>(&cell.value);
        all.push_back(name + ' ' + sheet.name + '!' + cell_name(row, column) + " shows " + shown + " and not " +
                      wanted->text + (wanted->cents ? std::to_string(*wanted->cents) : "") +
                      (formula != nullptr ? " of " + formula->text : ""));
      }
  }
  return all;
}

const BookSheet& sheet_of(const Book& book, const std::string& name) {
  for (const BookSheet& sheet : book.sheets)
    if (sheet.name == name) return sheet;
  FAIL("no sheet " << name);
  return book.sheets.front();
}

std::size_t formulas_in(const BookSheet& sheet) {
  std::size_t count = 0;
  for (const auto& row : sheet.rows)
    for (const BookCell& cell : row) count += std::holds_alternative<BookFormula>(cell.value) ? 1 : 0;
  return count;
}

Lines sheet_names(const Book& book) {
  Lines names;
  for (const BookSheet& sheet : book.sheets) names.push_back(sheet.name);
  return names;
}

// The same plan with other amounts where some are typed: what every figure ought to be after a change in the sheet.
Worked with_other_amounts(const Worked& worked, Dice& dice, std::size_t percent) {
  Worked other;
  other.plan = worked.plan;
  for (Project& project : other.plan.projects)
    for (Post& post : project.posts)
      for (const Direction direction : both_directions)
        for (Term& term : post.side(direction).terms)
          if (term.is_typed_money() && dice.chance(percent))
            term.amount = Amount(term.amount.counted() + Money::of_cents(100 * dice.between(1, 5000)));
  Resolved resolved = resolve(other.plan);
  REQUIRE(rule_ids(resolved.findings) == Lines{});
  other.amounts = std::move(resolved.amounts);
  other.balances = work_out_balances(other.plan, other.amounts);
  return other;
}

// `book` with what was typed, or put there as a value, as it is in `other`: its formulas stay as they are, with what they
// came to before.
Book typed_over(Book book, const Book& other) {
  for (std::size_t s = 0; s < book.sheets.size(); ++s) {
    REQUIRE(book.sheets[s].rows.size() == other.sheets[s].rows.size());
    for (std::size_t row = 0; row < book.sheets[s].rows.size(); ++row)
      for (std::size_t column = 0; column < book.sheets[s].rows[row].size(); ++column) {
        BookCell& cell = book.sheets[s].rows[row][column];
        const BookCell& there = other.sheets[s].rows[row][column];
        const bool both =
            std::holds_alternative<BookFormula>(cell.value) && std::holds_alternative<BookFormula>(there.value);
        if (!both) cell = there;
      }
  }
  return book;
}

}  // namespace

TEST_CASE("a workbook has a sheet for each subject, and formulas for all that follows") {
  const Book book = book_of(worked_of_text(every_kind));
  CHECK(sheet_names(book) == Lines{"Leeswijzer", "Oogopslag", "Tabel 3", "Tabel 4", "Posten", "Indexen", "Overdrachten",
                                   "RIB", "Bevindingen", "Controle"});
  CHECK(formulas_in(sheet_of(book, "Tabel 4")) > 40);
  const BookSheet& posts = sheet_of(book, "Posten");
  Lines formulas;
  for (const auto& row : posts.rows)
    for (const BookCell& cell : row)
      if (const auto* formula = std::get_if<BookFormula>(&cell.value)) formulas.push_back(formula->text);
  const auto has_formula = [&](const std::string& text) {
    INFO(text);
    CHECK(std::find(formulas.begin(), formulas.end(), text) != formulas.end());
  };
  has_formula("ROUND(SUM(J4)*(1+index_loon_2026),-2)");
  has_formula("ROUND(SUM(J5)*(1+index_mix_2026)*(1+index_mix_2027),0)");
  has_formula("ROUNDUP(ROUND(SUM(J6)*(1+index_prijs_2026),6)/250,0)*250");
  has_formula("ROUNDDOWN(ROUND(SUM(J4:J6)*SUM(H7),6),0)");
  has_formula("ROUND(ROUNDDOWN(ROUND(SUM(I10),6),-2)*0.8,-2)");
  has_formula("SUM(I10)-SUM(J10)");
}

TEST_CASE("the line of the investeringsbudget has its floor beside it, where it has one") {
  const auto line_of = [](const std::string& keys) {
    const Book book = book_of(worked_of_text(head("investeringsbudget = \"9\"") + line("b") + project("9", keys, "b") +
                                             lasten("2026 = 250")));
    const BookSheet& sheet = sheet_of(book, "Oogopslag");
    std::vector<Money> floors;
    const std::vector<BookChart::Series> series = sheet.charts.back().series;
    if (series.size() == 2) {
      CHECK(series[1].look == BookChart::Look::floor);
      const BookRange& at = series[1].values;
      for (std::size_t column = at.first_column; column <= at.last_column; ++column)
        floors.push_back(std::get<Amount>(sheet.rows[at.first_row][column].value).counted());
    }
    return floors;
  };
  CHECK(line_of("budget = 5000\nondergrens = 1000") == std::vector<Money>(4, Money::of_euros(1000)));
  CHECK(line_of("budget = 5000").empty());
}

TEST_CASE("what no formula tells has a note that names why and where") {
  const Book book = book_of(worked_of_text(every_kind));
  const BookSheet& posts = sheet_of(book, "Posten");
  REQUIRE(posts.notes.size() == 3);  // the thirds of a whole
  CHECK(posts.notes[0].text ==
        "Dit bedrag verandert niet mee: de delen van een geheel zijn samen dat geheel, op de afronding na verdeeld "
        "over de "
        "grootste resten. Zie bestand-0.toml:58.");
  for (const BookNote& note : posts.notes) CHECK(posts.rows[note.row][note.column].style == BookStyle::fixed);
}

TEST_CASE("LibreOffice works out what saldo did, in every cell of every plan") {
  if (!have("soffice")) SKIP("soffice is not installed");
  const std::string examples = SALDO_SOURCE_DIR "/examples/";
  std::map<std::string, Book> books = {{"echt", book_of(worked_of(achterhoek()))},
                                       {"soorten", book_of(worked_of_text(every_kind))}};
  for (const std::string name : {"klein", "programmabegroting", "doelen", "overdrachten", "risico", "wijzigingen",
                                 "versies/vastgesteld", "jaareinde/begroting"})
    books["v" + std::to_string(books.size())] = book_of(worked_of(examples + name));
  for (const auto& file : std::filesystem::directory_iterator(examples + "tabellen"))
    books[file.path().stem().string()] = book_of(worked_of(file.path().string()));
  for (std::uint64_t seed = 1; seed <= 12; ++seed)
    books["r" + std::to_string(seed)] =
        book_of(worked_of_text(random_plan(seed, {.any_transfers = seed % 2 == 0, .soorten = seed % 4 == 1}).text()));
  const Recalculated recalculated;
  std::string why;
  for (const auto& [name, book] : books)
    if (!recalculated.add(name, book, why)) SKIP(why);
  INFO(recalculated.convert());
  std::size_t looked = 0;
  for (const auto& [name, book] : books) CHECK(differences(recalculated, name, book, looked) == Lines{});
  CHECK(looked > 10'000);
}

TEST_CASE("amounts changed in the sheet make of everything what saldo makes of it") {
  if (!have("soffice")) SKIP("soffice is not installed");
  Dice dice(11);
  const Recalculated recalculated;
  std::string why;
  std::map<std::string, Book> wanted;
  const auto add = [&](const std::string& name, const Worked& worked, std::size_t percent) {
    const Worked other = with_other_amounts(worked, dice, percent);
    Book before = book_of(worked), after = book_of(other);
    for (Book* book : {&before, &after}) {  // Controle says where it differs, and remarks are of how it was
      book->sheets.pop_back();
      std::erase_if(book->sheets, [](const BookSheet& sheet) {
        return sheet.name == "Oogopslag" || sheet.name == "Overdrachten" || sheet.name == "Leeswijzer";
      });
    }
    wanted[name] = after;
    return recalculated.add(name, typed_over(before, after), why);
  };
  if (!add("echt", worked_of(achterhoek()), 10)) SKIP(why);
  REQUIRE(add("soorten", worked_of_text(every_kind), 50));
  REQUIRE(add("reserves", worked_of(SALDO_SOURCE_DIR "/examples/programmabegroting"), 30));
  for (std::uint64_t seed = 21; seed <= 28; ++seed)
    REQUIRE(add("r" + std::to_string(seed), worked_of_text(random_plan(seed, {.soorten = seed % 2 == 0}).text()), 40));
  INFO(recalculated.convert());
  std::size_t looked = 0;
  for (const auto& [name, book] : wanted) CHECK(differences(recalculated, name, book, looked) == Lines{});
  CHECK(looked > 3'000);
}

TEST_CASE("Controle tells of a total that is no longer what saldo made of it") {
  if (!have("soffice")) SKIP("soffice is not installed");
  Book book = book_of(worked_of_text(every_kind));
  for (BookSheet& sheet : book.sheets)
    if (sheet.name == "Posten") sheet.rows[3][9].value = Amount(Money::of_euros(50'100));
  const Recalculated recalculated;
  std::string why;
  if (!recalculated.add("anders", book, why)) SKIP(why);
  INFO(recalculated.convert());
  const auto rows = recalculated.sheet("anders", "Controle");
  CHECK(shown_in(rows, 2, 2) == "verschil");
  CHECK(shown_in(recalculated.sheet("anders", "Oogopslag"), 11, 2) == "verschil");
  std::size_t klopt = 0;
  for (const auto& row : rows) klopt += std::count(row.begin(), row.end(), "klopt") > 0 ? 1 : 0;
  CHECK(klopt >= 5);  // what has nothing to do with it
}

TEST_CASE("names that look like formulas are texts in a workbook") {
  const std::string plan = head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"=1+1\"\nprogrammalijn = \"a\"\n" +
                           post("lasten = { 2025 = 100 }", "@SOM(A1)") + post("baten = { 2025 = 100 }", "-2+3") +
                           post("baten = { 2026 = 100 }", "+cmd|' /C calc'!A0");
  const Book book = book_of(worked_of_text(plan));
  const BookSheet& posts = sheet_of(book, "Posten");
  for (std::size_t row = 3; row < 6; ++row)
    for (const std::size_t column : {std::size_t{2}, std::size_t{4}})
      CHECK(std::holds_alternative<std::string>(posts.rows[row][column].value));
  if (!have("soffice")) SKIP("soffice is not installed");
  const Recalculated recalculated;
  std::string why;
  if (!recalculated.add("namen", book, why)) SKIP(why);
  INFO(recalculated.convert());
  std::size_t looked = 0;
  CHECK(differences(recalculated, "namen", book, looked) == Lines{});
}

TEST_CASE("amounts of more digits than a sheet keeps are texts, and then nothing is a formula") {
  const std::string plan = head() + line("a") + project("1") + lasten("2025 = 20000000000000.01");
  const Book book = book_of(worked_of_text(plan));
  for (const std::string name : {"Tabel 3", "Tabel 4", "Posten"}) CHECK(formulas_in(sheet_of(book, name)) == 0);
}

TEST_CASE("the same plan gives the same workbook, byte for byte") {
  const Worked worked = worked_of(achterhoek());
  const auto first = write_xlsx(book_of(worked)), second = write_xlsx(book_of(worked));
  if (const auto* trouble = std::get_if<Message>(&first)) SKIP(to_text(*trouble));
  CHECK(std::get<std::string>(first) == std::get<std::string>(second));
}

TEST_CASE(
    "an aansluiting has every step as an amount, the new figure as their sum, and a picture that may cross zero") {
  Table bridge{"aansluiting", Dutch("Aansluiting saldo 2026"), {}, {}};
  for (const std::int64_t euros : {500, -800, 200, -50, 400, 250})
    bridge.rows.push_back(
        {RowKind::item, 0, {std::string(""), std::string("1"), std::string("stap"), Amount(Money::of_euros(euros))}});
  const Worked worked = worked_of_text(every_kind);
  BookInput input{worked, [](FileId) { return std::string("plan.toml"); }};
  input.bridges = {&bridge, 1};
  const Book book = report_book(input);
  const BookSheet& sheet = sheet_of(book, "Aansluiting");
  REQUIRE(sheet.charts.size() == 1);
  CHECK(sheet.charts[0].series.size() == 7);
  CHECK(sheet.charts[0].message == "Aansluiting saldo 2026: van 500 naar 250, in 4 stappen.");
  if (!have("soffice")) SKIP("soffice is not installed");
  const Recalculated recalculated;
  std::string why;
  if (!recalculated.add("brug", book, why)) SKIP(why);
  INFO(recalculated.convert());
  std::size_t looked = 0;
  CHECK(differences(recalculated, "brug", book, looked) == Lines{});
}

TEST_CASE("Microsoft's validator finds nothing in the workbooks of saldo") {
  const Recalculated folder;
  std::string why;
  if (!folder.add("soorten", book_of(worked_of_text(every_kind)), why)) SKIP(why);
  REQUIRE(folder.add("begroting", book_of(worked_of(SALDO_SOURCE_DIR "/examples/programmabegroting")), why));
  const std::string judged =
      judged_in_node("render/xlsx_schema.mjs", "'" + folder.file("soorten") + "' '" + folder.file("begroting") + "'");
  if (judged.starts_with("skipped: ")) SKIP(judged.substr(9));
  CHECK(judged == "2 workbooks are valid\n");
}
