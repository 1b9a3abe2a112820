// Tables whose rows are made while they are written: the same bytes as of a table that is kept, and no row too many.
#include "base/table.h"
#include "base/text.h"
#include "render/format.h"
#include "support/catch.h"

using namespace saldo;

namespace {

Row row_of(std::int64_t number) {
  const RowKind kind = number % 7 == 0 ? RowKind::subtotal : RowKind::item;
  return {kind, number % 7 == 0 ? 0 : 1, {"Post " + std::to_string(number), Amount(Money::of_cents(number * 51))}};
}

// Counts the rows that were made.
TableSource counting(std::int64_t rows, std::int64_t& made) {
  return {{"t", Dutch("Lang"), {{"naam", Dutch("Naam"), ColumnType::text}, {"lasten", Dutch("Lasten")}}, {}},
          [rows, &made](const TakeRow& take) {
            for (std::int64_t i = 0; i < rows; ++i) {
              ++made;
              if (!take(row_of(i))) return;
            }
          }};
}

}  // namespace

TEST_CASE("a table that is not kept comes out as one that is, in every format") {
  std::int64_t made = 0;
  const TableSource source = counting(5000, made);  // more than one piece of the output
  const Table table = kept(source);
  CHECK(table.rows.size() == 5000);
  CHECK(table.columns.size() == 2);
  for (const FormatInfo& format : formats) {
    INFO(format.name);
    const RenderOptions options{format.format};
    const std::string streamed = made_text([&](TextOut& out) { write(std::vector{source, source}, options, out); });
    CHECK(streamed == render(std::vector{table, table}, options));
    CHECK(streamed.find("Post 4999") != std::string::npos);
  }
}

TEST_CASE("of what can no longer be written no more rows are made") {
  std::int64_t made = 0;
  const TableSource source = counting(100'000, made);
  for (const FormatInfo& format : formats) {
    INFO(format.name);
    made = 0;
    std::size_t pieces = 0;
    TextOut out([&pieces](std::string_view) { return ++pieces < 2; });
    write(std::span(&source, 1), {format.format}, out);
    out.pass_on();
    const bool goes_twice =
        format.format == Format::text || format.format == Format::md;  // first for what is around it
    CHECK(made < (goes_twice ? 110'000 : 10'000));
    CHECK(pieces == 2);
    CHECK_FALSE(out.is_wanted());
  }
}

TEST_CASE("a table can be had by what gives its rows") {
  TableSource source;
  {
    std::int64_t made = 0;
    source = source_of(kept(counting(3, made)));
  }
  CHECK(kept(source).rows.size() == 3);
}
