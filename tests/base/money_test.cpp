// Amounts as people write them, as the tool prints them, and the sums in between.
#include "base/money.h"

#include "base/finding/diagnostic.h"
#include "base/say.h"
#include "support/catch.h"

using namespace saldo;

namespace {

constexpr std::int64_t limit = Money::limit_cents;

struct Reading {
  const char* text;
  const char* as;  // to_plain, PM, or why not
};

std::string told(const ReadAmount& read) {
  constexpr const char* reasons[] = {"syntax", "thousand", "decimals", "exponent", "not_finite", "range"};
  if (read.error) return reasons[static_cast<std::size_t>(*read.error)];
  return read.amount.is_pm() ? "PM" : to_plain(read.amount.counted());
}

Money cents(std::int64_t value) { return Money::of_cents(value); }
Money euros(std::int64_t value) { return Money::of_euros(value); }

const Reading number_readings[] = {
    {"0", "0.00"},
    {"116_900", "116900.00"},
    {"-116_900", "-116900.00"},
    {"+5", "5.00"},
    {"-0", "0.00"},
    {"-0.0", "0.00"},
    {"12.5", "12.50"},
    {"12.50", "12.50"},
    {"-0.01", "-0.01"},
    {"1_234.5_6", "1234.56"},
    {"1.00", "1.00"},
    {"1.000", "thousand"},
    {"1.001", "thousand"},
    {"1_234.567", "thousand"},
    {"1.0000", "decimals"},
    {"0.0001", "decimals"},
    {"1e3", "exponent"},
    {"1E3", "exponent"},
    {"1.5e0", "exponent"},
    {"inf", "not_finite"},
    {"+inf", "not_finite"},
    {"-inf", "not_finite"},
    {"nan", "not_finite"},
    {"-nan", "not_finite"},
    {"90_000_000_000_000_000", "90000000000000000.00"},
    {"90_000_000_000_000_000.00", "90000000000000000.00"},
    {"90_000_000_000_000_000.01", "range"},
    {"90_000_000_000_000_001", "range"},
    {"-90_000_000_000_000_000.00", "-90000000000000000.00"},
    {"-90_000_000_000_000_000.01", "range"},
    {"92_233_720_368_547_758.08", "range"},   // 2^63 cents
    {"184_467_440_737_095_516.17", "range"},  // 2^64 + 1 cents
    {"999999999999999999999999999", "range"},
    {"", "syntax"},
    {"-", "syntax"},
    {".", "syntax"},
    {".5", "syntax"},
    {"5.", "syntax"},
    {"1.2.3", "syntax"},
    {"--5", "syntax"},
    {"0x10", "syntax"},
    {"1,5", "syntax"},
};

const Reading dutch_readings[] = {
    {"0", "0.00"},
    {"500", "500.00"},
    {"1234", "1234.00"},
    {"1.234", "1234.00"},
    {"12.345", "12345.00"},
    {"123.456", "123456.00"},
    {"1234.567", "syntax"},
    {"1.23", "syntax"},
    {"1.2345", "syntax"},
    {"1.234.56", "syntax"},
    {"1..234", "syntax"},
    {".234", "syntax"},
    {"1.234.", "syntax"},
    {"1.234.567,89", "1234567.89"},
    {"1.234.567,8", "1234567.80"},
    {"1.234.567,", "syntax"},
    {"1.234.567,890", "decimals"},
    {"0,01", "0.01"},
    {",50", "syntax"},
    {"1,2,3", "syntax"},
    {"1,234.56", "syntax"},
    {"-5", "-5.00"},
    {"\u22125", "-5.00"},  // a real minus sign
    {"+5", "5.00"},
    {"--5", "syntax"},
    {"€ 500", "500.00"},
    {"€500", "500.00"},
    {"€ -25.000", "-25000.00"},
    {"-€ 25.000", "-25000.00"},
    {"-€25", "-25.00"},
    {"  € 500  ", "500.00"},
    {"500 €", "syntax"},
    {"€", "syntax"},
    {"$ 5", "syntax"},
    {"1 362 250", "1362250.00"},
    {"1\u00A0362\u202F250,50", "1362250.50"},
    {"1 00", "syntax"},
    {"1.362 250", "syntax"},
    {"€\u00A01.234,50", "1234.50"},
    {"- € 1.234,50", "-1234.50"},
    {"-/- 500", "-500.00"},
    {"-/-€ 500", "-500.00"},
    {"500,-", "500.00"},
    {"€ 500,--", "500.00"},
    {"500,\u2013", "500.00"},
    {"500,---", "syntax"},
    {"1,234.56", "syntax"},
    {"12.34", "syntax"},
    {"4.977-", "syntax"},
    {"(500)", "syntax"},
    {"1_000", "syntax"},
    {"1e3", "syntax"},
    {"PM", "PM"},
    {"pm", "PM"},
    {"p.m.", "PM"},
    {" PM ", "PM"},
    {"P M", "syntax"},
    {"-PM", "syntax"},
    {"", "syntax"},
    {" ", "syntax"},
    {"-", "syntax"},
    {"twaalf", "syntax"},
    {"90.000.000.000.000.000", "90000000000000000.00"},
    {"90.000.000.000.000.000,00", "90000000000000000.00"},
    {"90.000.000.000.000.000,01", "range"},
    {"90.000.000.000.000.001", "range"},
    {"-90.000.000.000.000.000,00", "-90000000000000000.00"},
    {"-90.000.000.000.000.000,01", "range"},
};

}  // namespace

TEST_CASE("a TOML number is an amount when it is exact to the cent and within the range") {
  for (const Reading& reading : number_readings) {
    CAPTURE(reading.text);
    CHECK(told(read_number_amount(reading.text)) == reading.as);
  }
}

TEST_CASE("a Dutch text is an amount with points between thousands and a comma before the cents") {
  for (const Reading& reading : dutch_readings) {
    CAPTURE(reading.text);
    CHECK(told(read_dutch_amount(reading.text)) == reading.as);
  }
}

TEST_CASE("an amount has one sign: two of them are no amount") {
  CHECK(told(read_dutch_amount("-€ 5")) == "-5.00");
  CHECK(told(read_dutch_amount("-€ -5")) == "syntax");
  CHECK(told(read_dutch_amount("+€ -5")) == "syntax");
}

TEST_CASE("money is printed in Dutch for people and plain for machines") {
  struct Printing {
    std::int64_t cents;
    const char *whole, *with_cents, *exact, *plain;
  };
  const Printing printings[] = {
      {0, "0", "0,00", "0", "0.00"},
      {1, "0", "0,01", "0,01", "0.01"},
      {49, "0", "0,49", "0,49", "0.49"},
      {50, "1", "0,50", "0,50", "0.50"},
      {-49, "0", "-0,49", "-0,49", "-0.49"},
      {-50, "-1", "-0,50", "-0,50", "-0.50"},
      {999'00, "999", "999,00", "999", "999.00"},
      {999'49, "999", "999,49", "999,49", "999.49"},
      {999'50, "1.000", "999,50", "999,50", "999.50"},
      {1'000'00, "1.000", "1.000,00", "1.000", "1000.00"},
      {-1'234'567'89, "-1.234.568", "-1.234.567,89", "-1.234.567,89", "-1234567.89"},
      {limit, "90.000.000.000.000.000", "90.000.000.000.000.000,00", "90.000.000.000.000.000", "90000000000000000.00"},
      {-limit, "-90.000.000.000.000.000", "-90.000.000.000.000.000,00", "-90.000.000.000.000.000",
       "-90000000000000000.00"},
      {limit - 1, "90.000.000.000.000.000", "89.999.999.999.999.999,99", "89.999.999.999.999.999,99",
       "89999999999999999.99"},
  };
  for (const Printing& printing : printings) {
    CAPTURE(printing.cents);
    const Money money = cents(printing.cents);
    CHECK(to_dutch(money, false) == printing.whole);
    CHECK(to_dutch(money, true) == printing.with_cents);
    CHECK(to_dutch_exact(money) == printing.exact);
    CHECK(to_plain(money) == printing.plain);
  }
}

TEST_CASE("what is printed with cents is read back as the same amount") {
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-99}, std::int64_t{100},
                                   std::int64_t{-123456789}, std::int64_t{100000}, limit, -limit, limit - 1}) {
    CAPTURE(value);
    CHECK(read_dutch_amount(to_dutch(cents(value), true)).amount == Amount(cents(value)));
    CHECK(read_dutch_amount(to_dutch_exact(cents(value))).amount == Amount(cents(value)));
    CHECK(read_number_amount(to_plain(cents(value))).amount == Amount(cents(value)));
  }
}

TEST_CASE("money in units is rounded half away from zero") {
  const Money thousand = euros(1000);
  CHECK(in_units(cents(499'99), thousand) == 0);
  CHECK(in_units(cents(500'00), thousand) == 1);
  CHECK(in_units(cents(1'499'99), thousand) == 1);
  CHECK(in_units(cents(1'500'00), thousand) == 2);
  CHECK(in_units(cents(-499'99), thousand) == 0);
  CHECK(in_units(cents(-500'00), thousand) == -1);
  CHECK(in_units(cents(-1'500'00), thousand) == -2);
  CHECK(in_units(cents(7), cents(1)) == 7);
  CHECK(in_units(cents(1), cents(3)) == 0);
  CHECK(in_units(cents(2), cents(3)) == 1);
  CHECK(in_units(cents(limit), cents(1)) == limit);
  CHECK(in_units(cents(-limit), cents(limit)) == -1);
  CHECK(in_units(cents(limit / 2 - 1), cents(limit)) == 0);
  CHECK(in_units(cents(limit / 2), cents(limit)) == 1);
}

TEST_CASE("money ends at the limit, and one cent more is overflow") {
  CHECK_FALSE(cents(limit).is_overflow());
  CHECK(cents(limit + 1).is_overflow());
  CHECK_FALSE(cents(-limit).is_overflow());
  CHECK(cents(-limit - 1).is_overflow());
  CHECK(cents(INT64_MAX).is_overflow());
  CHECK(cents(INT64_MIN).is_overflow());
  CHECK(euros(limit / 100) == cents(limit));
  CHECK(euros(limit / 100 + 1).is_overflow());
  CHECK(euros(-limit / 100 - 1).is_overflow());
  CHECK(euros(INT64_MAX).is_overflow());
  CHECK(euros(INT64_MIN).is_overflow());
  CHECK(cents(limit - 1) + cents(1) == cents(limit));
  CHECK((cents(limit) + cents(1)).is_overflow());
  CHECK((cents(-limit) - cents(1)).is_overflow());
  CHECK((cents(limit) + cents(limit)).is_overflow());
  CHECK(cents(limit) - cents(limit) == Money());
}

TEST_CASE("an overflow stays one, whatever is added, taken away or turned around") {
  Money sum = cents(limit) + cents(1);
  sum -= cents(limit);
  CHECK(sum.is_overflow());
  CHECK((-sum).is_overflow());
  CHECK((sum - sum).is_overflow());
  CHECK((Money() - sum).is_overflow());
  CHECK(to_dutch(sum, true) == "#####");
  CHECK(to_dutch(sum, false) == "#####");
  CHECK(to_plain(sum) == "#####");
  const Amount amount = sum;
  CHECK(amount.is_overflow());
  CHECK(amount.is_money());
  CHECK(amount.counted().is_overflow());
  CHECK((amount + euros(1)).is_overflow());
  CHECK((amount + Amount::pm()).is_overflow());
  CHECK((Amount() + amount).is_overflow());
  CHECK((-amount).is_overflow());
  CHECK((Amount(cents(limit)) + Amount(cents(1))).is_overflow());
}

TEST_CASE("in a sum of amounts absent adds nothing, and PM stands only where there is no money yet") {
  const Amount absent;
  const Amount pm = Amount::pm();
  const Amount five = euros(5);
  const Amount zero = Money();
  CHECK(absent + absent == absent);
  CHECK(absent + pm == pm);
  CHECK(pm + absent == pm);
  CHECK(pm + pm == pm);
  CHECK(absent + five == five);
  CHECK(five + absent == five);
  CHECK(pm + five == five);
  CHECK(five + pm == five);
  CHECK(pm + zero == zero);
  CHECK(five + five == Amount(euros(10)));
  CHECK(five + -five == zero);
  CHECK(-absent == absent);
  CHECK(-pm == pm);
  CHECK(-five == Amount(euros(-5)));
}

TEST_CASE("absent, PM and zero are three things that count for the same") {
  const Amount all[] = {Amount(), Amount::pm(), Money()};
  for (const Amount& one : all) {
    CHECK(one.counted() == Money());
    CHECK(one.is_absent() + one.is_pm() + one.is_money() == 1);
    for (const Amount& other : all) CHECK((one == other) == (&one == &other));
  }
  CHECK(word(all[0]) == "-");
  CHECK(word(all[1]) == "PM");
  CHECK(word(all[2]) == "0");
}

TEST_CASE("the largest and smallest amounts are money, not a mark for something else") {
  for (const std::int64_t value : {limit, -limit}) {
    const Amount amount = cents(value);
    CHECK(amount.is_money());
    CHECK_FALSE(amount.is_overflow());
    CHECK(amount.counted().cents() == value);
  }
}
