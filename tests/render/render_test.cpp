// Tables for machines and reports, and findings with the user's own line.
#include <nlohmann/json.hpp>
#include <set>

#include "base/say.h"
#include "base/text.h"
#include "render/csv.h"
#include "render/findings/findings.h"
#include "render/format.h"
#include "render/json.h"
#include "render/md.h"
#include "render/printable.h"
#include "render/text.h"
#include "support/catch.h"

using namespace saldo;

namespace {

const Cell blank = Blank{};
const Cell absent = Amount();
const Cell pm = Amount::pm();

Cell cents(std::int64_t cents) { return Amount(Money::of_cents(cents)); }
Cell text(const char* text) { return std::string(text); }

// A page of one year: a saldo that stands under the lasten, a year received, a note.
Table page() {
  Table table{"project", Dutch("3.5 Regionaal mobiliteitsteam"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Naam"), ColumnType::text},
                   {"2025.baten", Dutch("Baten"), ColumnType::amount, Dutch("2025")},
                   {"2025.lasten", Dutch("Lasten"), ColumnType::amount, Dutch("2025")},
                   {"2025.saldo", Dutch("Saldo"), ColumnType::amount, Dutch("2025"), ColumnUse::shared},
                   {"ontvangen_in", Dutch("Ontvangen in"), ColumnType::integer, {}, ColumnUse::machines}};
  table.rows = {
      {RowKind::subtotal, 0, {text(""), text("Inzet"), absent, cents(-34), blank, blank}},
      {RowKind::item, 1, {text("2b"), text("Advies, \"extern\""), pm, cents(-34), blank, std::int64_t{2026}}},
      {RowKind::total, 0, {text(""), text("Saldo"), blank, blank, cents(-402217'50), blank}, false},
      {RowKind::note, 0, {text(""), text("2. Inclusief btw"), blank, blank, blank, blank}},
  };
  return table;
}

// One text cell in a table of its own, as it stands in a line of CSV.
std::string csv_field(const char* field, CsvDialect dialect) {
  Table table{"t", {}, {{"k", Dutch("K"), ColumnType::text}, {"l", Dutch("L"), ColumnType::text}}, {}};
  table.rows = {{RowKind::item, 0, {text(field), text("x")}}};
  const std::string csv = render_csv({&table, 1}, dialect);
  const std::size_t start = csv.find("\r\n") + 2;
  return csv.substr(start, csv.size() - start - 4);
}

std::string md_cell(const char* cell) {
  Table table{"t", {}, {{"naam", Dutch("N"), ColumnType::text}}, {}};
  table.rows = {{RowKind::item, 0, {text(cell)}}};
  const std::string md = render_md({&table, 1}, Style());
  const std::size_t start = md.rfind("\n| ") + 3;
  return md.substr(start, md.size() - start - 3);
}

std::string md_note(const char* note) {
  Table table{"t", {}, {{"naam", Dutch("N"), ColumnType::text}}, {}};
  table.rows = {{RowKind::note, 0, {text(note)}}};
  const std::string md = render_md({&table, 1}, Style());
  const std::size_t start = md.rfind("\n\n") + 2;
  return md.substr(start, md.size() - start - 1);
}

// Findings about one line of one file.
std::string shown(const Diagnostic& finding, const std::optional<std::string>& line, const Style& style = Style()) {
  const FileNames files{
      [](FileId) { return std::string("plan.toml"); },
      [&line](const Place&, std::size_t) { return line ? std::optional(LinePart{*line}) : std::nullopt; }};
  return "\n" + render_findings({&finding, 1}, files, style);
}

Diagnostic at(std::uint32_t column, std::uint32_t length, std::uint32_t line = 7) {
  return {Rule::bedrag, {FileId{}, line, column, length}, say("no amount")};
}

Style wide(std::size_t width) {
  Style style;
  style.width = width;
  return style;
}

}  // namespace

TEST_CASE("csv has every column, exact amounts, and ends its lines with CRLF") {
  const Table table = page();
  CHECK(render_csv({&table, 1}, CsvDialect::rfc4180) ==
        "nr,naam,2025.baten,2025.lasten,2025.saldo,ontvangen_in\r\n"
        ",Inzet,,-0.34,,\r\n"
        "2b,\"Advies, \"\"extern\"\"\",PM,-0.34,,2026\r\n"
        ",Saldo,,,-402217.50,\r\n"
        ",2. Inclusief btw,,,,\r\n");
}

TEST_CASE("csv for a Dutch Excel has semicolons, decimal commas and a byte order mark") {
  const Table table = page();
  CHECK(render_csv({&table, 1}, CsvDialect::excel_nl) ==
        "\xEF\xBB\xBF"
        "nr;naam;2025.baten;2025.lasten;2025.saldo;ontvangen_in\r\n"
        ";Inzet;;-0,34;;\r\n"
        "2b;\"Advies, \"\"extern\"\"\";PM;-0,34;;2026\r\n"
        ";Saldo;;;-402217,50;\r\n"
        ";2. Inclusief btw;;;;\r\n");
}

TEST_CASE("csv quotes only what needs it") {
  struct Case {
    const char* field;
    const char* rfc4180;
    const char* excel_nl;
  };
  const Case cases[] = {
      {"a", "a", "a"},
      {"a b", "a b", "a b"},
      {"", "", ""},
      {"a,b", "\"a,b\"", "a,b"},
      {"a;b", "a;b", "\"a;b\""},
      {"a\"b", "\"a\"\"b\"", "\"a\"\"b\""},
      {"a\nb", "\"a\nb\"", "\"a\nb\""},
      {"a\rb", "\"a\rb\"", "\"a\rb\""},
      {" a", "\" a\"", "\" a\""},
      {"a ", "\"a \"", "\"a \""},
      {"=1+1", "=1+1", "'=1+1"},
      {"+31", "+31", "=\"+31\""},
      {"- restant", "- restant", "'- restant"},
      {"@SUM", "@SUM", "'@SUM"},
      {"=A;B", "=A;B", "\"'=A;B\""},
      {"=\"3.10\"", "\"=\"\"3.10\"\"\"", "\"'=\"\"3.10\"\"\""},
      {"a=b", "a=b", "a=b"},
      {"één €", "één €", "één €"},
  };
  for (const auto& [field, rfc4180, excel_nl] : cases) {
    CHECK(csv_field(field, CsvDialect::rfc4180) == rfc4180);
    CHECK(csv_field(field, CsvDialect::excel_nl) == excel_nl);
  }
}

TEST_CASE("csv for a Dutch Excel keeps a text that looks like a number or a date a text") {
  for (const char* text : {"3.10",     "3.1",   "1-2", "0012",  "1",     "1E5",    "1e-5",
                           "1/2",      "1 1/2", "12%", "10:30", "2 mrt", "mei-26", "1 January 2026",
                           "1.000,50", "-5",    "(5)", "€ 5",   "WAAR",  "false",  "5 pm"}) {
    INFO(text);
    CHECK(csv_field(text, CsvDialect::rfc4180).find('=') == std::string::npos);
    CHECK(csv_field(text, CsvDialect::excel_nl) == "=\"" + std::string(text) + "\"");
  }
  for (const char* text : {"2b", "3.7-fase1", "Project 3.10", "mei", "e", "PM", "1.2.x", "a", "fase 2", "werk"})
    CHECK(csv_field(text, CsvDialect::excel_nl) == text);
}

TEST_CASE("several csv tables stand below one another with an empty line between") {
  Table table{"t", Dutch("Titel"), {{"naam", Dutch("Naam"), ColumnType::text}}, {}};
  table.rows = {{RowKind::item, 0, {text("")}}};
  const std::vector<Table> tables = {table, table};
  CHECK(render_csv(tables, CsvDialect::rfc4180) == "naam\r\n\"\"\r\n\r\nnaam\r\n\"\"\r\n");
  CHECK(render_csv({}, CsvDialect::rfc4180).empty());
}

TEST_CASE("md shows the grid people see, with sums in bold and notes below") {
  Table table = page();
  table.footnotes = {Dutch("* is een {}", "schatting")};
  Style thousands;
  thousands.unit = Money::of_euros(1000);
  const std::vector<Table> tables = {table, page()};
  CHECK("\n" + render_md({&tables[0], 1}, thousands) == R"(
### 3.5 Regionaal mobiliteitsteam (bedragen x € 1.000)

| Nr | Naam | 2025 Baten | 2025 Lasten |
| --- | --- | ---: | ---: |
| | **Inzet** | **-** | **0** |
| 2b | &nbsp;&nbsp;Advies, "extern" | PM | 0 |
| | **Saldo** | | **-402** |

2\. Inclusief btw

\* is een schatting
)");
  CHECK(render_md(tables, Style()).find("\n\n### 3.5 Regionaal mobiliteitsteam\n\n| Nr |") != std::string::npos);
}

TEST_CASE("md escapes what would be markup, and only that") {
  CHECK(md_cell("baten | lasten") == "baten \\| lasten");
  CHECK(md_cell("a\nb\r\nc") == "a<br>b<br>c");
  CHECK(md_cell("<b>") == "\\<b>");
  CHECK(md_cell("*let op*") == "\\*let op\\*");
  CHECK(md_cell("5 * 3") == "5 * 3");
  CHECK(md_cell("_let op_") == "\\_let op\\_");
  CHECK(md_cell("een_woord") == "een_woord");
  CHECK(md_cell("`x`") == "\\`x\\`");
  CHECK(md_cell("a\\b") == "a\\\\b");
  CHECK(md_cell("[x](y)") == "\\[x](y)");
  CHECK(md_cell("R&D &amp; &#169;") == "R&D \\&amp; \\&#169;");
  CHECK(md_cell("~~weg~~") == "\\~\\~weg\\~\\~");
  CHECK(md_note("4. Inclusief btw") == "4\\. Inclusief btw");
  CHECK(md_note("12) Inclusief btw") == "12\\) Inclusief btw");
  CHECK(md_note("- restant") == "\\- restant");
  CHECK(md_note("# 1") == "\\# 1");
  CHECK(md_note("5% van 2") == "5% van 2");
}

TEST_CASE("json is the contract") {
  const Table table = page();
  const std::string text = render_json({&table, 1});
  CHECK(text.starts_with("{\n  \"saldo\": 1,\n  \"tables\": [\n    {\n      \"id\": \"project\",\n"));
  CHECK(text.ends_with("}\n"));
  CHECK(nlohmann::ordered_json::parse(text) == nlohmann::ordered_json::parse(R"({
    "saldo": 1,
    "tables": [{
      "id": "project",
      "title": "3.5 Regionaal mobiliteitsteam",
      "columns": [
        {"key": "nr", "label": "Nr", "type": "text"},
        {"key": "naam", "label": "Naam", "type": "text"},
        {"key": "2025.baten", "label": "2025 Baten", "type": "amount"},
        {"key": "2025.lasten", "label": "2025 Lasten", "type": "amount"},
        {"key": "2025.saldo", "label": "2025 Saldo", "type": "amount"},
        {"key": "ontvangen_in", "label": "Ontvangen in", "type": "integer"}
      ],
      "rows": [
        {"kind": "subtotal", "cells": {"nr": "", "naam": "Inzet", "2025.baten": null, "2025.lasten": "-0.34",
                                       "2025.saldo": null, "ontvangen_in": null}},
        {"kind": "item", "cells": {"nr": "2b", "naam": "Advies, \"extern\"", "2025.baten": "PM",
                                   "2025.lasten": "-0.34", "2025.saldo": null, "ontvangen_in": 2026}},
        {"kind": "total", "cells": {"nr": "", "naam": "Saldo", "2025.baten": null, "2025.lasten": null,
                                    "2025.saldo": "-402217.50", "ontvangen_in": null}},
        {"kind": "note", "cells": {"nr": "", "naam": "2. Inclusief btw", "2025.baten": null, "2025.lasten": null,
                                   "2025.saldo": null, "ontvangen_in": null}}
      ]
    }]
  })"));
}

TEST_CASE("json of nothing, and of text that is not UTF-8") {
  CHECK("\n" + render_json({}) == R"(
{
  "saldo": 1,
  "tables": []
}
)");
  const Table table{"t", Dutch("\xFF"), {}, {}};
  CHECK(nlohmann::json::parse(render_json({&table, 1}))["tables"][0]["title"] == "\uFFFD");
}

TEST_CASE("every format has a name of its own and renders") {
  const std::vector<Table> tables = {page()};
  std::set<std::string_view> names;
  std::set<std::string> outputs;
  for (const FormatInfo& format : formats) {
    names.insert(format.name);
    outputs.insert(render(tables, {format.format}));
  }
  CHECK(names.size() == formats.size());
  CHECK(outputs.size() == formats.size());
  CHECK(render(tables, {Format::csv, {}, CsvDialect::excel_nl}) == render_csv(tables, CsvDialect::excel_nl));
}

TEST_CASE("text from files is made printable, one code point for one") {
  CHECK(printable("één\t€\r\n") == "één €  ");
  CHECK(printable("a\x1b[31m\x07\u202Eb\u0085") == "a\uFFFD[31m\uFFFD\uFFFDb\uFFFD");
  CHECK(printable("a\xC3(\xFF") == "a\uFFFD(\uFFFD");
  CHECK(code_points("aé€😀") == std::vector<std::string_view>{"a", "é", "€", "😀"});
}

TEST_CASE("a finding shows the user's line, the other place and what to do") {
  Diagnostic finding{Rule::controle,
                     {FileId{1}, 31, 19, 11},
                     say("{} leaves {} for {} in {} but arrives in {}", Money::of_euros(402217), "3.5", "3.18",
                         Year{2025}, Year{2026})};
  finding.related = {{{FileId{2}, 98, 17, 5}, say("received by post {} of {}", "15", "3.18")},
                     {{FileId{2}, 0, 0, 0}, say("printed here")}};
  finding.help = say("write `vertraging = 1` on the receiving post if the year in between is meant");
  const FileNames files{[](FileId id) { return id == FileId{1} ? "projecten/3.5.toml" : "projecten/3.18.toml"; },
                        [](const Place&, std::size_t) { return LinePart{"lasten = { 2025 = \"sluitpost\" }"}; }};
  const std::vector<Diagnostic> twice = {finding, {Rule::geen_plan, {FileId{2}}, say("no file holds a [plan] table")}};
  CHECK("\n" + render_findings(twice, files, Style()) == R"(
projecten/3.5.toml:31:19: error: 402.217 leaves 3.5 for 3.18 in 2025 but arrives in 2026 [controle]
   31 | lasten = { 2025 = "sluitpost" }
      |                   ^^^^^^^^^^^
   note: received by post 15 of 3.18, projecten/3.18.toml:98:17
   note: printed here, projecten/3.18.toml
   help: write `vertraging = 1` on the receiving post if the year in between is meant
projecten/3.18.toml: error: no file holds a [plan] table [geen-plan]
)");
  CHECK(render_findings({}, files, Style()).empty());
}

TEST_CASE("without a line there is no excerpt, without a column no caret") {
  CHECK(shown(at(0, 0, 0), "x = 1") == R"(
plan.toml: error: no amount [bedrag]
)");
  CHECK(shown(at(5, 1), std::nullopt) == R"(
plan.toml:7:5: error: no amount [bedrag]
)");
  CHECK(shown(at(0, 0), "x = 1") == R"(
plan.toml:7: error: no amount [bedrag]
    7 | x = 1
)");
}

TEST_CASE("the caret stands under the code points that are meant") {
  CHECK(shown(at(12, 5), "naam = \"één 1.000\"") == R"(
plan.toml:7:12: error: no amount [bedrag]
    7 | naam = "één 1.000"
      |            ^^^^^
)");
  CHECK(shown(at(2, 1), "\tx = 1\r\n") == R"(
plan.toml:7:2: error: no amount [bedrag]
    7 |  x = 1
      |  ^
)");
  CHECK(shown(at(11, 3), "naam = \"東京 1.5\"") == R"(
plan.toml:7:11: error: no amount [bedrag]
    7 | naam = "東京 1.5"
      |             ^^^
)");
  CHECK(shown(at(9, 2), "naam = \"東京 1.5\"") == R"(
plan.toml:7:9: error: no amount [bedrag]
    7 | naam = "東京 1.5"
      |         ^^^^
)");
  CHECK(shown(at(11, 1), "naam = \"a\u202E\x1b[1m\"") == R"(
plan.toml:7:11: error: no amount [bedrag]
    7 | naam = "a��[1m"
      |           ^
)");
}

TEST_CASE("the caret keeps to the line and is always there") {
  CHECK(shown(at(5, 900), "x = 1") == R"(
plan.toml:7:5: error: no amount [bedrag]
    7 | x = 1
      |     ^
)");
  CHECK(shown(at(5, 0), "x = 1") == R"(
plan.toml:7:5: error: no amount [bedrag]
    7 | x = 1
      |     ^
)");
  CHECK(shown(at(6, 1), "x = 1") == R"(
plan.toml:7:6: error: no amount [bedrag]
    7 | x = 1
      |      ^
)");
  CHECK(shown(at(900, 4'000'000'000), "x = 1") == R"(
plan.toml:7:900: error: no amount [bedrag]
    7 | x = 1
      |      ^
)");
  CHECK(shown(at(1, 1), "") == R"(
plan.toml:7:1: error: no amount [bedrag]
    7 |
      | ^
)");
}

TEST_CASE("a gutter grows with the line number") {
  CHECK(shown(at(1, 1, 99999), "x = 1") == R"(
plan.toml:99999:1: error: no amount [bedrag]
99999 | x = 1
      | ^
)");
  CHECK(shown(at(1, 1, 1234567), "x = 1") == R"(
plan.toml:1234567:1: error: no amount [bedrag]
1234567 | x = 1
        | ^
)");
}

TEST_CASE("a line too long for the page is cut around the caret") {
  const std::string line = "lasten = { 2025 = 100, 2026 = 200, 2027 = 1.000, 2028 = 400, 2029 = 500 }";
  CHECK(shown(at(43, 5), line, wide(81)) == R"(
plan.toml:7:43: error: no amount [bedrag]
    7 | lasten = { 2025 = 100, 2026 = 200, 2027 = 1.000, 2028 = 400, 2029 = 500 }
      |                                           ^^^^^
)");
  CHECK(shown(at(43, 5), line, wide(80)) == R"(
plan.toml:7:43: error: no amount [bedrag]
    7 | …ten = { 2025 = 100, 2026 = 200, 2027 = 1.000, 2028 = 400, 2029 = 500 }
      |                                         ^^^^^
)");
  CHECK(shown(at(43, 5), line, wide(50)) == R"(
plan.toml:7:43: error: no amount [bedrag]
    7 | …26 = 200, 2027 = 1.000, 2028 = 400, 2029…
      |                   ^^^^^
)");
  CHECK(shown(at(1, 6), line, wide(40)) == R"(
plan.toml:7:1: error: no amount [bedrag]
    7 | lasten = { 2025 = 100, 2026 = …
      | ^^^^^^
)");
  CHECK(shown(at(73, 1), line, wide(40)) == R"(
plan.toml:7:73: error: no amount [bedrag]
    7 | ….000, 2028 = 400, 2029 = 500 }
      |                               ^
)");
  CHECK(shown(at(74, 1), line, wide(40)) == R"(
plan.toml:7:74: error: no amount [bedrag]
    7 | ….000, 2028 = 400, 2029 = 500 }
      |                                ^
)");
  CHECK(shown(at(10, 64), line, wide(40)) == R"(
plan.toml:7:10: error: no amount [bedrag]
    7 | …{ 2025 = 100, 2026 = 200, 2027…
      |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
  CHECK(shown(at(43, 5), line, wide(0)) == R"(
plan.toml:7:43: error: no amount [bedrag]
    7 | …027 = 1.000, 2028 …
      |        ^^^^^
)");
}

TEST_CASE("no character of a long line is cut in two, wherever the caret stands") {
  std::string line;
  for (int i = 0; i < 40; ++i) line += "é東";
  for (std::uint32_t column = 1; column <= 82; ++column) {
    const std::string text = shown(at(column, 3), line, wide(45));
    CAPTURE(text);
    CHECK(!find_invalid_utf8(text));
    const std::size_t start = text.find("    7 | ");
    CHECK(display_width(text.substr(start, text.find('\n', start) - start)) <= 45);
    CHECK(text.find('^') != std::string::npos);
  }
}

TEST_CASE("colour marks severity, rule and caret") {
  Style colour;
  colour.colour = true;
  CHECK(shown(at(5, 1), "x = 1", colour) ==
        "\nplan.toml:7:5: \x1b[1m\x1b[31merror:\x1b[0m no amount \x1b[2m[bedrag]\x1b[0m\n"
        "    7 | x = 1\n"
        "      |     \x1b[32m^\x1b[0m\n");
}

TEST_CASE("what a user wrote cannot steer the terminal from within a message") {
  Diagnostic finding = at(1, 1);
  finding.message = say("unknown key {}", "\x1b[2J\nplan.toml: fine");
  CHECK(shown(finding, std::nullopt) == "\nplan.toml:7:1: error: unknown key \uFFFD[2J plan.toml: fine [bedrag]\n");
}

TEST_CASE("a finding is broken at words to the width of a terminal, and in a pipe stands on one line") {
  Diagnostic finding = at(1, 1);
  finding.message = say("een zin die langer is dan de breedte die er is op dit scherm");
  finding.help = say("schrijf iets anders op de plek die hierboven staat aangewezen");
  Style style = wide(40);
  style.wraps = true;
  CHECK(shown(finding, "x", style) ==
        "\nplan.toml:7:1: error: een zin die langer"
        "\n        is dan de breedte die er is op"
        "\n        dit scherm [bedrag]"
        "\n    7 | x"
        "\n      | ^"
        "\n   help: schrijf iets anders op de plek"
        "\n        die hierboven staat aangewezen\n");
  style.wraps = false;
  CHECK(has(shown(finding, "x", style), "langer is dan de breedte die er is op dit scherm [bedrag]\n"));
}

TEST_CASE("where a table would be empty people get a sentence, and machines the table") {
  Table table{"t", Dutch("Titel"), {{"naam", Dutch("Naam"), ColumnType::text}}, {}};
  CHECK(render_text({&table, 1}, Style()) == "Titel\nEr is niets te tonen.\n");
  table.when_empty = Dutch("Niemand betaalt.");
  CHECK(render_text({&table, 1}, Style()) == "Titel\nNiemand betaalt.\n");
  CHECK(render_md({&table, 1}, Style()) == "### Titel\n\n\nNiemand betaalt.\n");
  CHECK(render_csv({&table, 1}, CsvDialect::rfc4180) == "naam\r\n");
  table.rows = {{RowKind::total, 0, {std::string("Totaal")}}};
  CHECK(render_text({&table, 1}, Style()) == "Titel\nNiemand betaalt.\n");
  table.rows = {{RowKind::item, 0, {std::string("Inzet")}}};
  CHECK(has(render_text({&table, 1}, Style()), "Inzet"));
}

TEST_CASE("large counts have a comma between thousands in English, and a point in Dutch") {
  const Message message = say("{} errors", std::size_t{1234567});
  CHECK(to_text(message, Language::en) == "1,234,567 errors");
  CHECK(to_text(message, Language::nl) == "1.234.567 fouten");
  CHECK(to_text(say("{} errors", std::size_t{999})) == "999 errors");
}
