// Texts that end a field, a row or the whole load elsewhere.
#include "render/export/typed_text.h"

#include "support/catch.h"

using namespace saldo;

namespace {

std::string csv(std::vector<TypedValue> row, TypedCsv form = TypedCsv::plain) {
  std::string out;
  add_csv(row, form, out);
  return out;
}

std::string copy(std::vector<TypedValue> row) {
  std::string out;
  add_copy(row, out);
  return out;
}

TypedValue text(const char* words) { return std::string_view(words); }

}  // namespace

TEST_CASE("a csv tells an empty text from no value, and quotes whatever could be taken for something else") {
  CHECK(csv({text(""), {}, text("a")}) == "\"\",,a\n");
  CHECK(csv({text("a,b"), text("a\"b"), text("a\nb"), text("a\rb")}) == "\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\"\n");
  CHECK(csv({text(" a"), text("a "), text("a\\b"), text("\\N"), text("\\.")}) ==
        "\" a\",\"a \",\"a\\b\",\"\\N\",\"\\.\"\n");
  CHECK(csv({text("3.10"), text("007"), text("=1+1"), text("NULL")}) == "3.10,007,=1+1,NULL\n");
  CHECK(csv({std::int64_t{-5}, true, false, Money::of_cents(-5)}) == "-5,true,false,-0.05\n");
}

TEST_CASE("for ClickHouse a value that is not there is written out, and a truth is a number") {
  CHECK(csv({{}, text(""), text("\\N"), true, false}, TypedCsv::clickhouse) == "\\N,\"\",\"\\N\",1,0\n");
}

TEST_CASE("no text of a COPY can end a field, a row or the load") {
  CHECK(copy({text("a\tb"), text("a\nb"), text("a\r"), text("\\."), text("\\N"), {}, text("")}) ==
        "a\\tb\ta\\nb\ta\\r\t\\\\.\t\\\\N\t\\N\t\n");
  CHECK(copy({true, false, std::int64_t{7}, Money::of_cents(123456)}) == "t\tf\t7\t1234.56\n");
}
