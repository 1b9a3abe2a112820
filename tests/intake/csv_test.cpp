// Bytes as rows of cells: RFC 4180 and what programs make of it, encodings, and files that are no csv.
#include "intake/csv.h"

#include <fmt/format.h>

#include "intake/decode.h"
#include "intake/excel.h"
#include "intake/written_year.h"
#include "plan/source.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

Lines told(const Findings& findings) { return tell(Lines{"in.csv"}, findings); }

// "1:1 a | 1:3 b" for each row, or what is found.
Lines rows_of(const std::string& text, std::optional<char> separator = ';', std::uint32_t heading = 0) {
  Findings findings;
  const std::optional<Sheet> sheet = read_csv(FileId{}, text, separator, heading, findings);
  if (!sheet) return told(findings);
  Lines lines;
  for (std::size_t row = 0; row < sheet->rows(); ++row) {
    std::string line;
    for (const SheetCell& cell : sheet->row(row))
      line += (line.empty() ? "" : " | ") + fmt::format("{}:{}", cell.line, cell.column) + " " + std::string(cell.text);
    lines.push_back(line);
  }
  return lines;
}

Lines decoded(const std::string& bytes, std::optional<Tekenset> tekenset = std::nullopt) {
  Findings findings;
  Koppeling koppeling;
  koppeling.naam = "key2";
  koppeling.tekenset = tekenset.value_or(Tekenset::utf_8);
  const std::optional<std::string> text = decode(FileId{}, bytes, tekenset ? &koppeling : nullptr, findings);
  return text ? Lines{*text} : told(findings);
}

}  // namespace

TEST_CASE("a csv is rows of cells with their line and column") {
  CHECK(rows_of("a;b\n1;2\n") == Lines{"1:1 a | 1:3 b", "2:1 1 | 2:3 2"});
  CHECK(rows_of("a;b\r\n1;2") == Lines{"1:1 a | 1:3 b", "2:1 1 | 2:3 2"});
  CHECK(rows_of("é;b\nëë;2\n") == Lines{"1:1 é | 1:3 b", "2:1 ëë | 2:4 2"});
  CHECK(rows_of("a;;\n") == Lines{"1:1 a | 1:3  | 1:4 "});
  CHECK(rows_of("") == Lines{});
}

TEST_CASE("blank lines are no rows, and count as lines") {
  CHECK(rows_of("\na;b\n\n  ;\n1;2\n\n") == Lines{"2:1 a | 2:3 b", "5:1 1 | 5:3 2"});
}

TEST_CASE("a cell in quotes holds separators, quotes and line ends") {
  CHECK(rows_of("\"a;b\";c\n") == Lines{"1:1 a;b | 1:7 c"});
  CHECK(rows_of("\"say \"\"x\"\"\";c\n") == Lines{"1:1 say \"x\" | 1:13 c"});
  CHECK(rows_of("\"one\r\ntwo\";b\nc;d\n") == Lines{"1:1 one\r\ntwo | 2:6 b", "3:1 c | 3:3 d"});
  CHECK(rows_of("\"\";b\n") == Lines{"1:1  | 1:4 b"});
}

TEST_CASE("a quote that is not closed is told where it opens, and gives no rows") {
  CHECK(rows_of("a;b\n1;\"two\nc;d\n") == Lines{"in.csv:2:3: the quote that opens here is never closed [bestand]"});
  CHECK(rows_of("\"") == Lines{"in.csv:1:1: the quote that opens here is never closed [bestand]"});
}

TEST_CASE("what stands behind a closing quote is told, in every row") {
  CHECK(rows_of("\"a\"b;c\n\"d\" ;e\n") ==
        Lines{"in.csv:1:4: after the closing quote of a cell stands more of it [bestand]",
              "in.csv:2:4: after the closing quote of a cell stands more of it [bestand]"});
}

TEST_CASE("the separator is the declared one, or what the file shows") {
  CHECK(rows_of("a,b;c\n", ',') == Lines{"1:1 a | 1:3 b;c"});
  CHECK(rows_of("a,b;c\n", ';') == Lines{"1:1 a,b | 1:5 c"});
  CHECK(rows_of("a;b;c,d\n", std::nullopt) == Lines{"1:1 a | 1:3 b | 1:5 c,d"});
  CHECK(rows_of("a\tb\n", std::nullopt) == Lines{"1:1 a | 1:3 b"});
  CHECK(rows_of("\"a;b;c\",d\n1,2\n", std::nullopt) == Lines{"1:1 a;b;c | 1:9 d", "2:1 1 | 2:3 2"});
  CHECK(rows_of("Export, van, alles\n\na;b\n", std::nullopt, 3) == Lines{"1:1 Export, van, alles", "3:1 a | 3:3 b"});
}

TEST_CASE("a line sep= says it for Excel, and is no row") {
  CHECK(rows_of("sep=,\r\na,b\r\n", std::nullopt) == Lines{"2:1 a | 2:3 b"});
  CHECK(rows_of("sep=;\na;b\n", ';') == Lines{"2:1 a | 2:3 b"});
  CHECK(rows_of("sep=,\na,b\n", ';') ==
        Lines{"in.csv:1:5: the file says that `,` stands between its cells, and the koppeling says `;` [bestand]"});
}

TEST_CASE("a line that ends in another way is told where it is") {
  CHECK(rows_of("a;b\rc;d\n1;2\n").front().starts_with("in.csv:1:3: a line ends here in another way"));
}

TEST_CASE("a table has limits, which are named") {
  CHECK(rows_of(std::string(max_sheet_columns, ';')) ==
        Lines{"in.csv:1:0: a row of more than 1,000 columns [bestand]"});
  CHECK(rows_of(std::string(max_sheet_columns - 1, ';') + "x").size() == 1);
  std::string many;
  for (std::size_t i = 0; i <= max_sheet_rows; ++i) many += "a\n";
  CHECK(rows_of(many) == Lines{"in.csv:1000001:0: more than 1,000,000 rows [bestand]"});
}

TEST_CASE("a byte order mark and lines that end in CR are read") {
  CHECK(decoded("\xEF\xBB\xBF"
                "a;b\r\n") == Lines{"a;b\r\n"});
  CHECK(decoded("a;b\rc;d\r") == Lines{"a;b\nc;d\n"});
  CHECK(decoded("a;b\r\nc\rd\r\n") == Lines{"a;b\r\nc\rd\r\n"});
}

TEST_CASE("an encoding that is not the declared one is told with its byte") {
  CHECK(decoded("a\nb\xEB;c\n") == Lines{"in.csv:2:2: the byte 0xEB is not UTF-8 [utf8]"});
  CHECK(decoded("a\nb\xEB;c\n", Tekenset::windows_1252) == Lines{"a\nbë;c\n"});
  CHECK(decoded("\x80 \x96", Tekenset::windows_1252) == Lines{"€ –"});
  CHECK(decoded("a\x81", Tekenset::windows_1252) ==
        Lines{"in.csv:1:2: the byte 0x81 is no letter of windows-1252 [utf8]"});
  CHECK(decoded("aë", Tekenset::windows_1252) ==
        Lines{"in.csv:1:2: this file is UTF-8, and koppeling key2 says windows-1252 [utf8]"});
  Findings findings;
  Koppeling koppeling;
  koppeling.naam = "key2";
  CHECK_FALSE(decode(FileId{}, "\xEB", &koppeling, findings));
  CHECK(to_text(findings.front().help) == "write tekenset = \"windows-1252\" in koppeling key2, or save it as UTF-8");
}

TEST_CASE("UTF-16 is named, with its mark and without") {
  const Lines utf16 = {"in.csv:1:1: this file is UTF-16: it begins with the bytes 0xFF 0xFE [utf8]"};
  CHECK(decoded(std::string("\xFF\xFE"
                            "a\0;\0",
                            6)) == utf16);
  CHECK(decoded(std::string("a\0;\0b\0\n\0", 8)) ==
        Lines{"in.csv:1:1: this file is UTF-16: it begins with the bytes 0x61 0x00 [utf8]"});
  CHECK(decoded(std::string("\xFE\xFF\0a", 4)).front().ends_with("0xFE 0xFF [utf8]"));
}

TEST_CASE("what is no text is known by its first bytes") {
  CHECK(decoded("PK\x03\x04....") ==
        Lines{"in.csv: is a workbook (.xlsx or .ods), or another zip file, and no csv [bestand]"});
  CHECK(decoded("\xD0\xCF\x11\xE0....") ==
        Lines{"in.csv: is an old or protected workbook (.xls), and no csv [bestand]"});
  CHECK(decoded("%PDF-1.7\n") == Lines{"in.csv: is a PDF, and no csv [bestand]"});
  CHECK(decoded(std::string("a;b\nlong enough to be a text\0;", 30)) ==
        Lines{"in.csv:2:25: here stands the byte 0x00: this file is no text [bestand]"});
}

TEST_CASE("a file of a table may be larger than one of a plan, and that has an end too") {
  const TempPlan folder({{"in.csv", std::string(std::size_t{17} << 20, 'x')}});
  CHECK(std::holds_alternative<Message>(read_source(folder.file("in.csv"))));
  CHECK(std::holds_alternative<std::string>(read_source(folder.file("in.csv"), std::uint64_t{64} << 20)));
  const auto refused = read_source(folder.file("in.csv"), std::uint64_t{4} << 20);
  CHECK(to_text(std::get<Message>(refused)) == "is larger than 4 MiB");
}

TEST_CASE("what a spreadsheet makes of a name can be undone") {
  CHECK(without_guard("=\"3.10\"") == "3.10");
  CHECK(without_guard("  3.10 ") == "3.10");
  CHECK(without_guard("=\"") == "=\"");
  CHECK(before_excel("3-okt") == Lines{"3.10", "3-10"});
  CHECK(before_excel("3.1") == Lines{"3.10"});
  CHECK(before_excel("735") == Lines{"0735", "00735", "000735", "0000735"});
  CHECK(before_excel("huur") == Lines{});
}

TEST_CASE("the year of a row is a year, a period or a date") {
  for (const char* text : {"2025", "2025-13", "2025-12", "202513", "2025/01", "13-2025", "31-12-2025", "1/1/2025",
                           "2025-12-31", "31.12.2025"}) {
    INFO(text);
    CHECK(read_written_year(text) == Year{2025});
  }
  for (const char* text : {"", "25", "2025-17", "202500", "32-12-2025", "31-13-2025", "jan 2025", "12345678", "2025-",
                           "-", "31-12/2025", "0025"}) {
    INFO(text);
    CHECK(read_written_year(text) == std::nullopt);
  }
}
