// Amounts as people and packages write them: read exactly, or refused with what they could mean.
#include "intake/written_amount.h"

#include "support/catch.h"

using namespace saldo;

namespace {

Koppeling with(std::optional<Getal> getal) {
  Koppeling koppeling;
  koppeling.naam = "key2";
  koppeling.getal = getal;
  return koppeling;
}

std::string shown(const WrittenAmount& written) {
  switch (written.is) {
    case WrittenAmount::Is::empty: return "empty";
    case WrittenAmount::Is::pm: return "PM";
    case WrittenAmount::Is::refused: return std::string(info(written.rule).id) + ": " + to_text(written.message);
    case WrittenAmount::Is::money: break;
  }
  const char* const flags[] = {"", " D", " C"};
  return to_plain(written.money) + flags[static_cast<std::size_t>(written.flag)];
}

std::string in_nl(const std::string& text) {
  const Koppeling koppeling = with(Getal::nl);
  return shown(AmountReader(&koppeling).read(text));
}

std::string in_punt(const std::string& text) {
  const Koppeling koppeling = with(Getal::punt);
  return shown(AmountReader(&koppeling).read(text));
}

// Where nothing declares it: what is read of the last of these, after all of them were looked at.
std::string among(const std::vector<std::string>& texts) {
  AmountReader reader(nullptr);
  for (std::size_t i = 0; i < texts.size(); ++i) reader.look_at(texts[i], static_cast<std::uint32_t>(i + 2));
  return shown(reader.read(texts.back()));
}

std::string alone(const std::string& text) { return among({text}); }

std::string no_amount(const std::string& text) { return "realisatie-getal: `" + text + "` is not an amount"; }

}  // namespace

TEST_CASE("an amount in the declared notation is read to the cent") {
  CHECK(in_nl("1.234,56") == "1234.56");
  CHECK(in_nl("1234,56") == "1234.56");
  CHECK(in_nl("1.000") == "1000.00");
  CHECK(in_nl("12.345.678") == "12345678.00");
  CHECK(in_nl("1,5") == "1.50");
  CHECK(in_nl("0,05") == "0.05");
  CHECK(in_nl(",05") == "0.05");
  CHECK(in_nl("007") == "7.00");
  CHECK(in_nl("0") == "0.00");
  CHECK(in_punt("1,234.56") == "1234.56");
  CHECK(in_punt("1234.56") == "1234.56");
  CHECK(in_punt("1,000") == "1000.00");
  CHECK(in_punt("1.5") == "1.50");
  CHECK(in_punt(".5") == "0.50");
}

TEST_CASE("an amount in the other notation is refused") {
  CHECK(in_nl("1,234.56") == "realisatie-getal: `1,234.56` is not an amount with getal = \"nl\"");
  CHECK(in_nl("1234.56") == "realisatie-getal: `1234.56` is not an amount with getal = \"nl\"");
  CHECK(in_nl("1,234") == "realisatie-getal: `1,234` is not an amount with getal = \"nl\"");
  CHECK(in_punt("1.234,56") == "realisatie-getal: `1.234,56` is not an amount with getal = \"punt\"");
  CHECK(in_punt("1.234") == "realisatie-getal: `1.234` is not an amount with getal = \"punt\"");
  CHECK(in_punt("1,5") == "realisatie-getal: `1,5` is not an amount with getal = \"punt\"");
}

TEST_CASE("an amount in no notation is refused") {
  for (const char* text : {"1.234.56", "12.34", "1.23.456", ".123", "1..234", "12 34", "1,2,3", "abc", "1a", "12,",
                           "--", "5-3", "1 234.567,00"})
    CHECK(in_nl(text).starts_with("realisatie-getal: "));
  CHECK(in_nl("1.234.56") == no_amount("1.234.56"));
  CHECK(alone("1.234.56") == no_amount("1.234.56"));
  CHECK(in_punt("1,234,56") == no_amount("1,234,56"));
}

TEST_CASE("a sign is read wherever it stands, and never lost") {
  for (const char* text : {"-1.234,56", "- 1.234,56", "1.234,56-", "1.234,56 -", "(1.234,56)", "( 1.234,56 )",
                           "\u22121.234,56", "\u20131.234,56", "-/- 1.234,56", "€ -1.234,56", "-€ 1.234,56",
                           "€ (1.234,56)", "(€ 1.234,56)", "1.234,56- €", "-1.234,56 EUR"}) {
    INFO(text);
    CHECK(in_nl(text) == "-1234.56");
  }
  for (const char* text :
       {"1.234,56", "+1.234,56", "€ 1.234,56", "1.234,56 €", "EUR 1.234,56", " 1.234,56 ", "\u00A01.234,56"}) {
    INFO(text);
    CHECK(in_nl(text) == "1234.56");
  }
  for (const char* text : {"--1", "-(1)", "(-1)", "-1-", "+-1", "-1 CR", "(1) C", "1 C D"}) {
    INFO(text);
    CHECK(in_nl(text) == "realisatie-getal: `" + std::string(text) + "` says its sign twice");
  }
}

TEST_CASE("a flag beside an amount is kept for whoever knows which side it is") {
  CHECK(in_nl("1.234,56 CR") == "1234.56 C");
  CHECK(in_nl("1.234,56cr") == "1234.56 C");
  CHECK(in_nl("1.234,56 D") == "1234.56 D");
  CHECK(in_nl("1.234,56 Debet") == "1234.56 D");
  CHECK(in_nl("300 V") ==
        "realisatie-getal: `300 V` says whether it is voordelig or nadelig, and not what it is an amount of");
  CHECK(in_nl("N 31.393").starts_with("realisatie-getal: `N 31.393` says whether"));
}

TEST_CASE("spaces between thousands are of any width") {
  for (const char* space : {" ", "\u00A0", "\u2009", "\u202F"}) {
    CHECK(in_nl("1" + std::string(space) + "234" + space + "567,89") == "1234567.89");
    CHECK(in_punt("1" + std::string(space) + "234.50") == "1234.50");
  }
}

TEST_CASE("no cents may be written as a dash") {
  CHECK(in_nl("1.000,-") == "1000.00");
  CHECK(in_nl("€ 500,--") == "500.00");
  CHECK(in_nl("-500,-") == "-500.00");
  CHECK(in_nl("500,\u2014") == "500.00");
  CHECK(in_nl("12,50,-") == no_amount("12,50,-"));
  CHECK(alone("1.000,-") == "1000.00");
  CHECK(in_punt("500,-") == "realisatie-getal: `500,-` is not an amount with getal = \"punt\"");
}

TEST_CASE("what is no amount is never 0") {
  CHECK(in_nl("") == "empty");
  CHECK(in_nl("  ") == "empty");
  for (const char* text : {"PM", "pm", "p.m.", "P.M."}) CHECK(in_nl(text) == "PM");
  for (const char* text : {"-", "\u2013", "nnb", "N.v.t."}) CHECK(in_nl(text).ends_with("is no amount"));
  CHECK(in_nl("#REF!") == "realisatie-getal: `#REF!` is an error of the spreadsheet");
  CHECK(in_nl("#N/B") == "realisatie-getal: `#N/B` is an error of the spreadsheet");
  CHECK(in_nl("=SUM(A1:A3)") == "realisatie-getal: `=SUM(A1:A3)` is a formula");
  CHECK(in_nl("1,2E+05") == "realisatie-getal: `1,2E+05` is written with an exponent: digits were lost");
  CHECK(in_nl("12%") == "realisatie-getal: `12%` is a percentage and no amount");
  CHECK(in_nl("TRUE") == no_amount("TRUE"));
}

TEST_CASE("more than cents, and more than saldo can hold, is told as what it is") {
  CHECK(in_nl("1,2345") == "bedrag: `1,2345` has more than two decimals; an amount is exact to the cent");
  CHECK(in_nl("1.234,567") == "bedrag: `1.234,567` has more than two decimals; an amount is exact to the cent");
  CHECK(in_nl("90000000000000000,00") == "90000000000000000.00");
  CHECK(in_nl("-90.000.000.000.000.000,00") == "-90000000000000000.00");
  CHECK(in_nl("90000000000000000,01") == "bedrag: `90000000000000000,01` is beyond ±90.000.000.000.000.000,00 euro");
  CHECK(in_nl("99999999999999999999999") ==
        "bedrag: `99999999999999999999999` is beyond ±90.000.000.000.000.000,00 euro");
}

TEST_CASE("where nothing declares the notation, what can be read in two ways is refused with both") {
  CHECK(alone("1.000") == "realisatie-getal: `1.000` is € 1.000,00 or € 1,000, and nothing says which");
  CHECK(alone("12,345") == "realisatie-getal: `12,345` is € 12.345,00 or € 12,345, and nothing says which");
  CHECK(alone("1,5") == "realisatie-getal: `1,5` is € 15,00 or € 1,50, and nothing says which");
  CHECK(alone("-1.5") == "realisatie-getal: `-1.5` is € 15,00 or € 1,50, and nothing says which");
  CHECK(alone("1000") == "1000.00");
  CHECK(alone("11800.00") == "11800.00");
  CHECK(alone("11.800,00") == "11800.00");
  CHECK(alone("1.234.567") == "1234567.00");
}

TEST_CASE("one amount that can be read in one way decides for all of them") {
  CHECK(among({"12,50", "1.000"}) == "1000.00");
  CHECK(among({"1.234.567", "1.000"}) == "1000.00");
  CHECK(among({"7", "12,50", "1,5"}) == "1.50");
  CHECK(among({"12.50", "1,000"}) == "1000.00");
  CHECK(among({"12.50", "1.000"}) == "realisatie-getal: `1.000` is written in another way than `12.50` on line 2");
  CHECK(among({"12,50", "1234.56"}) == "realisatie-getal: `1234.56` is written in another way than `12,50` on line 2");
}
