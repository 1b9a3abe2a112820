// The second road: the export of a financial package, by its [[koppeling]].
#include "support/catch.h"
#include "support/intake.h"
#include "support/small_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string side(const std::string& name, const std::string& amounts) { return name + " = { " + amounts + " }\n"; }

const std::string posts = head() + line("a") + project("3.1") + post(side("lasten", "2025 = 100"), "Huur") +
                          post(side("baten", "2025 = 50") + side("lasten", "2025 = 20"), "Subsidie") + project("3.10") +
                          post(side("lasten", "2025 = 5"), "Reizen");

// A koppeling `k`; keys are as they stand here unless `more` says them otherwise.
struct Keys {
  std::string teken = "debet-positief";
  std::string niveau = "saldi";
  std::string kolommen = "sleutel = \"Rekening\", bedrag = \"Saldo\"";
  std::string more = "";
  std::string regels =
      "{ sleutel = \"43*\", project = \"3.1\", post = 1, kant = \"lasten\" },\n{ sleutel = \"8000\", project = "
      "\"3.1\", post = 2, kant = \"baten\" },\n{ sleutel = \"1*\", overslaan = \"balanspost\" },\n";
};

std::string plan(const Keys& keys) {
  return posts + "[[koppeling]]\nnaam = \"k\"\nteken = \"" + keys.teken + "\"\nniveau = \"" + keys.niveau +
         "\"\nintern = \"boekingen\"\nkolommen = { " + keys.kolommen + " }\n" + keys.more + "regel = [\n" +
         keys.regels + "]\n";
}

TakenIn take(const std::string& csv, const Keys& keys = {}) { return take_in(plan(keys), csv, "k"); }

const std::string headings = "Rekening;Omschrijving;Saldo\n";

}  // namespace

TEST_CASE("a row goes to the post of the first regel that fits, on the side that it says") {
  const TakenIn taken =
      take(headings + "4310;Huur;110,50\n4320;Gas;-10,00\n8000;Subsidie;-55,00\n1600;Crediteuren;-45,50\n");
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() == Lines{"3.1/1 lasten 100.50 (2 rows)", "3.1/2 baten 55.00"});
  CHECK(taken.fates() == Lines{"2 verwerkt 3.1/1/lasten/2025", "3 verwerkt 3.1/1/lasten/2025",
                               "4 verwerkt 3.1/2/baten/2025", "5 overgeslagen 1600: balanspost"});
  const ActualsSource& source = taken.actuals.source;
  CHECK(source.koppeling == "k");
  CHECK(source.read == 4);
  CHECK(source.mapped == 3);
  CHECK(source.skipped == 1);
  CHECK(source.euros_read.baten == Money::of_cents(10050));
  CHECK(source.euros_read.lasten == Money::of_cents(10050));
  CHECK(source.euros_mapped.lasten == Money::of_cents(10050));
  CHECK(source.euros_skipped.baten == Money::of_cents(4550));
}

TEST_CASE("every way to tell a side gives the same amounts") {
  const Lines wanted = {"3.1/1 lasten 110.50", "3.1/2 baten 55.00"};
  CHECK(take("Rekening;Saldo\n4310;110,50\n8000;-55,00\n").amounts() == wanted);
  CHECK(take("Rekening;Saldo\n4310;-110,50\n8000;55,00\n", {.teken = "credit-positief"}).amounts() == wanted);
  CHECK(take("Rekening;Saldo\n4310;110,50\n8000;-55,00\n", {.teken = "lasten-positief"}).amounts() == wanted);
  CHECK(take("Rekening;Debet;Credit\n4310;110,50;\n8000;;55,00\n",
             {.teken = "debet-credit", .kolommen = "sleutel = \"Rekening\", debet = \"Debet\", credit = \"Credit\""})
            .amounts() == wanted);
  CHECK(take("Rekening;Debet;Credit\n4310;120,50;10,00\n8000;0;55,00\n",
             {.teken = "debet-credit", .kolommen = "sleutel = \"Rekening\", debet = \"Debet\", credit = \"Credit\""})
            .amounts() == wanted);
  CHECK(take("Rekening;Bedrag;DC\n4310;110,50;D\n8000;55,00;Credit\n",
             {.teken = "vlag", .kolommen = "sleutel = \"Rekening\", bedrag = \"Bedrag\", vlag = \"DC\""})
            .amounts() == wanted);
  CHECK(take("Rekening;B;L\n4310;;110,50\n8000;55,00;\n",
             {.teken = "baten-lasten", .kolommen = "sleutel = \"Rekening\", baten = \"B\", lasten = \"L\""})
            .amounts() == wanted);
  CHECK(take("Rekening;Saldo\n4310;110,50 D\n8000;55,00 CR\n").amounts() == wanted);
  CHECK(take("Rekening;Saldo\n4310;110,50 D\n8000;55,00 CR\n", {.teken = "credit-positief"}).amounts() == wanted);
}

TEST_CASE("with baten-lasten a regel without a kant takes both columns") {
  const Keys keys{.teken = "baten-lasten",
                  .kolommen = "sleutel = \"Rekening\", baten = \"B\", lasten = \"L\"",
                  .regels = "{ sleutel = \"43\", project = \"3.1\", post = 2 },\n"};
  const TakenIn taken = take("Rekening;B;L\n43;55,00;20,00\n", keys);
  CHECK(taken.told() == Lines{});
  CHECK(taken.amounts() == Lines{"3.1/2 baten 55.00", "3.1/2 lasten 20.00"});
  CHECK(taken.fates() == Lines{"2 verwerkt 3.1/2/2025"});
}

TEST_CASE("keys of several columns are joined with a slash, and zeros in front stay") {
  const Keys keys{.kolommen = "sleutel = [\"Plaats\", \"Soort\"], bedrag = \"Saldo\"",
                  .regels = "{ sleutel = \"0735/4*\", project = \"3.1\", post = 1, kant = \"lasten\" },\n"};
  CHECK(take("Plaats;Soort;Saldo\n0735;4310;1,00\n", keys).amounts() == Lines{"3.1/1 lasten 1.00"});
  const TakenIn lost = take("Plaats;Soort;Saldo\n735;4310;1,00\n", keys);
  CHECK(lost.rules() == Lines{"realisatie-zonder-koppeling"});
  CHECK(has(to_text(lost.findings.back().help), "was it `0735/4310`?"));
  const Keys wide{.kolommen = keys.kolommen, .regels = "{ sleutel = \"0*\", overslaan = \"balanspost\" },\n"};
  CHECK(take("Plaats;Soort;Saldo\n735;4310;1,00\n", wide).help().starts_with("write [[koppeling.regel]] with sleutel"));
}

TEST_CASE("rows that no regel fits are told once a key, with the regel to type") {
  const Keys keys{.niveau = "boekingen",
                  .kolommen = "sleutel = \"Rekening\", bedrag = \"Saldo\", naam = \"Omschrijving\""};
  const TakenIn taken =
      take(headings + "4310;x;1,00\n8000;x;-1,00\n1000;x;1,00\n5000;reizen;0,00\n5000;reizen;7,00\n6000;;2,00\n", keys);
  CHECK(taken.told() ==
        Lines{"in.csv:5:1: no regel of koppeling k fits `5000 reizen`, in 2 rows [realisatie-zonder-koppeling]",
              "in.csv:7:1: no regel of koppeling k fits `6000` [realisatie-zonder-koppeling]"});
  CHECK(taken.help() ==
        "write [[koppeling.regel]] with sleutel = \"5000\", project = \"3.10\", post = \"1\", kant = \"lasten\"; or "
        "with overslaan = \"why\"");
  CHECK(taken.actuals.source.refused == 3);
}

TEST_CASE("a key twice is wrong where a key has one row, and rows that are the same are told where they add up") {
  const std::string csv = headings + "4310;Huur;1,00\n4310;Huur;1,00\n4310;Huur;-1,00\n8000;x;-1,00\n1000;x;1,00\n";
  const TakenIn saldi = take(csv);
  CHECK(saldi.told() == Lines{"in.csv:3:1: the key `4310` is there twice, and with niveau = \"saldi\" a key has one "
                              "row [realisatie-dubbel]",
                              "in.csv:4:1: the key `4310` is there twice, and with niveau = \"saldi\" a key has one "
                              "row [realisatie-dubbel]"});
  const TakenIn boekingen = take(csv, {.niveau = "boekingen"});
  CHECK(boekingen.told() == Lines{"in.csv:2:1: this row is there 2 times, the same in every cell: was it exported "
                                  "twice? [realisatie-dubbel]"});
  CHECK(boekingen.findings.front().severity == Severity::warning);
  CHECK(boekingen.amounts() == Lines{"3.1/1 lasten 1.00 (3 rows)", "3.1/2 baten 1.00"});
}

TEST_CASE("a totaalregel is not counted, and has to be right") {
  const Keys keys{.more = "totaalregel = { kolom = \"Omschrijving\", waarde = \"Totaal*\" }\n"};
  const TakenIn right = take(headings +
                                 "4310;Huur;100,00\n4320;Gas;10,00\n;Totaal "
                                 "43;110,00\n8000;Subsidie;-55,00\n1000;Kas;5,00\n;Totaal 8;-50,00\n;Totaal;60,00\n",
                             keys);
  CHECK(right.told() == Lines{});
  CHECK(right.amounts() == Lines{"3.1/1 lasten 110.00 (2 rows)", "3.1/2 baten 55.00"});
  CHECK(right.actuals.source.total == 3);
  const TakenIn wrong = take(headings + "4310;Huur;100,00\n;Totaal 43;110,00\n8000;x;-1,00\n1000;x;1,00\n", keys);
  CHECK(wrong.told() ==
        Lines{"in.csv:3:1: this row says 110, and the rows it adds up come to 100: 10 apart [realisatie-totaal]"});
}

TEST_CASE("a row that adds up others without saying so is told, as it counts twice") {
  const TakenIn named =
      take(headings + "4310;Huur;100,00\n4320;Gas;10,00\n4399;Totaal 43;110,00\n8000;x;-1,00\n1000;x;1,00\n");
  CHECK(named.told() == Lines{"in.csv:4:1: this row is what rows above it add up to: counted beside them they are in "
                              "twice [realisatie-dubbel]"});
  CHECK(named.findings.front().severity == Severity::error);
  const TakenIn unnamed =
      take(headings + "4310;a;100,00\n4320;b;10,00\n4321;c;1,00\n4399;d;111,00\n8000;x;-1,00\n1000;x;1,00\n");
  CHECK(unnamed.findings.front().severity == Severity::warning);
  const TakenIn unmapped =
      take(headings + "4310;Huur;100,00\n4320;Gas;10,00\n;Totaal;110,00\n8000;x;-1,00\n1000;x;1,00\n");
  CHECK(unmapped.help() ==
        "it is what the rows above add up to: write totaalregel = { kolom = \"…\", waarde = \"…\" }");
}

TEST_CASE("what only follows from refused rows is not told beside them") {
  const TakenIn taken = take("Rekening;Saldo\n4310;x\n8000;1,00\n");
  CHECK(taken.told() == Lines{"in.csv:2:6: `x` is not an amount [realisatie-getal]"});
}

TEST_CASE("a column that serves twice is missed once") {
  const Keys keys{.kolommen = "sleutel = \"Rekening\", bedrag = \"Saldo\"",
                  .more = "totaalregel = { kolom = \"Rekening\", waarde = \"T*\" }\n"};
  CHECK(take("Konto;Bedragen\n", keys).told() ==
        Lines{"in.csv:1:1: no column Saldo, Rekening: wanted are Saldo, Rekening, and found Konto, Bedragen "
              "[realisatie-kolom]"});
}

TEST_CASE("signs the wrong way round are told, and so is a flag that is none") {
  const TakenIn turned = take("Rekening;Saldo\n4310;-110,50\n8000;55,00\n1000;1\n");
  CHECK(has(turned.told().front(),
            "2 of the 2 amounts on posts are negative: is `teken` the wrong way round? [koppeling-teken]"));
  CHECK(turned.help() == "write teken = \"credit-positief\"");
  CHECK(turned.findings.front().severity == Severity::error);
  const TakenIn one = take("Rekening;Saldo\n4310;-110,50\n8000;0,00\n1000;1\n");
  CHECK(one.rules() == Lines{"koppeling-teken"});
  CHECK(one.findings.front().severity == Severity::warning);
  const TakenIn flag =
      take("Rekening;Bedrag;DC\n4310;110,50;X\n8000;1;D\n1000;1;D\n",
           {.teken = "vlag", .kolommen = "sleutel = \"Rekening\", bedrag = \"Bedrag\", vlag = \"DC\""});
  CHECK(flag.told().back() == "in.csv:2:13: `X` is neither debet nor credit [koppeling-teken]");
}

TEST_CASE("a post that no row reaches is nul or open, as the koppeling says") {
  const std::string csv = "Rekening;Saldo\n4310;110,50\n1000;1\n";
  const TakenIn nul = take(csv, {.more = "zonder_rij = \"nul\"\n"});
  CHECK(nul.amounts() == Lines{"3.1/1 lasten 110.50", "3.1/2 baten 0.00 (0 rows)"});
  CHECK(nul.actuals.without_row.size() == 1);
  CHECK(has(nul.told().front(), "no row of in.csv has a key that comes to this regel [koppeling-ongebruikt]"));
  CHECK(nul.findings.front().severity == Severity::note);
  const TakenIn open = take(csv);
  CHECK(open.amounts() == Lines{"3.1/1 lasten 110.50"});
  CHECK(open.actuals.without_row.front().regel == 1);
}

TEST_CASE("an empty amount of an export is refused, and so is PM") {
  const std::string rest = "8000;x;-1,00\n1000;x;1,00\n";
  CHECK(take(headings + "4310;Huur;\n" + rest).told() ==
        Lines{"in.csv:2:11: no amount stands here, and that is not 0 [realisatie-getal]"});
  CHECK(take(headings + "4310;Huur;PM\n" + rest).told() ==
        Lines{"in.csv:2:11: what was booked is an amount, and not PM [realisatie-getal]"});
  CHECK(take("Rekening;Debet;Credit\n4310;;\n8000;0;1\n1;0;1\n",
             {.teken = "debet-credit", .kolommen = "sleutel = \"Rekening\", debet = \"Debet\", credit = \"Credit\""})
            .told() == Lines{"in.csv:2:6: no amount stands here, and that is not 0 [realisatie-getal]"});
}

TEST_CASE("the declared notation is the only one, and an undeclared one is not guessed") {
  const std::string rest = "8000;x;-1,00\n1000;x;1,00\n";
  CHECK(take(headings + "4310;Huur;1.000\n" + rest).amounts().front() == "3.1/1 lasten 1000.00");
  const TakenIn silent = take("Rekening;Saldo\n4310;1.000\n8000;-1\n1000;1\n");
  CHECK(silent.told() ==
        Lines{"in.csv:2:6: `1.000` is € 1.000,00 or € 1,000, and nothing says which [realisatie-getal]"});
  CHECK(silent.help() == "write getal = \"nl\" or \"punt\" in koppeling k");
  CHECK(take("Rekening;Saldo\n4310;1.000\n8000;-1\n1000;1\n", {.more = "getal = \"nl\"\n"}).amounts().front() ==
        "3.1/1 lasten 1000.00");
}

TEST_CASE("a year, a period or a date has to be of the year that is closed") {
  const Keys keys{.niveau = "boekingen", .kolommen = "sleutel = \"Rekening\", bedrag = \"Saldo\", jaar = \"Datum\""};
  const TakenIn taken = take(
      "Rekening;Datum;Saldo\n4310;2025-13;1,00\n4310;31-12-2025;2,00\n4310;1-1-2026;3,00\n4310;;4,00\n8000;2025;-"
      "1\n1000;2025;1\n",
      keys);
  CHECK(taken.told() == Lines{"in.csv:4:6: this row is of 2026, and 2025 is closed [realisatie-jaar]",
                              "in.csv:5:6: `` is not a year [realisatie-jaar]"});
  CHECK(taken.amounts().front() == "3.1/1 lasten 3.00 (2 rows)");
}

TEST_CASE("verplichtingen come along in the sign of the amounts") {
  const std::string columns = "sleutel = \"Rekening\", bedrag = \"Saldo\", verplichting = \"Verplicht\"";
  CHECK(take("Rekening;Saldo;Verplicht\n4310;10,00;4,00\n4320;1,00;\n8000;-5;0\n1;1;\n", {.kolommen = columns})
            .amounts() == Lines{"3.1/1 lasten 11.00 (2 rows) ordered 4.00", "3.1/2 baten 5.00 ordered 0.00"});
  CHECK(take("Rekening;Saldo;Verplicht\n4310;-10,00;-4,00\n8000;5;\n1;1;\n",
             {.teken = "credit-positief", .kolommen = columns})
            .amounts()
            .front() == "3.1/1 lasten 10.00 ordered 4.00");
}

TEST_CASE("the headings may stand lower down, and that is told where it is not said") {
  const std::string csv = "Grootboek 2025\n\nuitgevoerd op 31 maart\nRekening;Saldo\n4310;110,50\n8000;-1\n1;1\n";
  CHECK(take(csv, {.more = "kopregel = 4\nscheiding = \";\"\n"}).amounts().front() == "3.1/1 lasten 110.50");
  CHECK(take(csv, {.more = "scheiding = \";\"\n"}).help() == "they are on line 4: write kopregel = 4");
  CHECK(take(csv, {.more = "kopregel = 2\n"}).told() ==
        Lines{"in.csv:2:0: no row begins on line 2, where koppeling k has its headings [realisatie-kolom]"});
  CHECK(take("Rekening,Saldo\n4310,1\n", {.more = "scheiding = \";\"\n"}).help() ==
        "the cells are not told apart: look at the `scheiding` of koppeling k");
}

TEST_CASE("the lines of a file in windows-1252 are shown in the letters they are") {
  const TakenIn taken = take("Rekening;Omschrijving;Saldo\n4310;Caf\xE9;x\n8000;a;-1\n1;b;1\n",
                             {.more = "tekenset = \"windows-1252\"\n"});
  CHECK(taken.told() == Lines{"in.csv:2:11: `x` is not an amount [realisatie-getal]"});
  CHECK(has(taken.told_in_full(), "2 | 4310;Café;x\n      |           ^\n"));
}

TEST_CASE("a sum beyond what saldo can hold is told and not counted") {
  const TakenIn taken = take("Rekening;Saldo\n4310;90000000000000000,00\n4320;0,01\n8000;-1\n1;1\n");
  CHECK(taken.told() ==
        Lines{"in.csv:3:1: what is added up here for 3.1 goes beyond ±90.000.000.000.000.000,00 euro [overloop]"});
}

TEST_CASE("what was not budgeted is named by its regel, with the reason") {
  const TakenIn taken =
      take("Rekening;Saldo\n4310;1210,00\n", {.regels = "{ sleutel = \"4310\", project = \"3.1\", naam = \"Advocaat\", "
                                                        "toelichting = \"Bezwaar over 2024\", kant = \"lasten\" },\n"});
  CHECK(taken.amounts() == Lines{"3.1/Advocaat lasten 1210.00: Bezwaar over 2024"});
}

TEST_CASE("a ledger of the real plan comes in by both roads to the same") {
  const Run run = run_saldo({"table", achterhoek(), "--tidy", "--years", "2025", "--format", "csv"});
  std::string csv = "Project;Post;Baten;Lasten\n", regels;
  const auto rows = read_csv(run.out);
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const bool is_known = rows[row][5] != "PM" && rows[row][6] != "PM";
    if (!is_known) continue;
    csv += rows[row][1] + ";" + rows[row][2] + ";" + rows[row][5] + ";" + rows[row][6] + "\n";
    regels += "{ sleutel = \"" + rows[row][1] + "/" + rows[row][2] + "\", project = \"" + rows[row][1] +
              "\", post = \"" + rows[row][2] + "\" },\n";
  }
  const TempPlan folder({{"koppelingen.toml",
                          "[[koppeling]]\nnaam = \"k\"\nteken = \"baten-lasten\"\nniveau = \"saldi\"\nintern = "
                          "\"boekingen\"\ngetal = \"punt\"\nkolommen = { sleutel = [\"Project\", \"Post\"], baten = "
                          "\"Baten\", lasten = \"Lasten\" }\nregel = [\n" +
                              regels + "]\n"}});
  std::filesystem::copy(achterhoek(), folder.path(), std::filesystem::copy_options::recursive);
  const TakenIn ledger = take_in_folder(folder.path(), csv, "k"), tidy = take_in_folder(achterhoek(), run.out);
  CHECK(ledger.told() == Lines{});
  CHECK(ledger.amounts().size() > 80);
  for (const std::string& amount : ledger.amounts()) {
    const Lines all = tidy.amounts();
    CHECK(std::find(all.begin(), all.end(), amount) != all.end());
  }
}
