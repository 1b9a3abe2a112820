// Workbooks as sheets: what each kind of cell is, what nobody sees, and files that are no workbook or want to be too much.
#include "intake/workbook/workbook.h"

#include <fmt/format.h>

#include "base/finding/written_place.h"
#include "intake/workbook/decimal.h"
#include "intake/workbook/zip.h"
#include "support/catch.h"
#include "support/support.h"
#include "support/workbook.h"

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kinds[] = {"", "number", "percentage", "date", "boolean", "error", "no value"};

struct Read {
  std::optional<std::vector<Sheet>> sheets;
  Lines told;
};

Read read(const std::string& bytes) {
  Findings findings;
  Lines files = {"in.xlsx"};
  Read result{read_workbook(bytes, FileId{0}, files, findings), {}};
  for (const Diagnostic& finding : findings)
    result.told.push_back(files[position(finding.place.file)] + behind_file(finding.place) + ": " +
                          to_text(finding.message));
  return result;
}

// "A1 text" of every cell with something in it; behind it what it is, how it is shown, its formula, hidden and merged.
Lines cells_of(const Sheet& sheet) {
  Lines lines;
  for (std::size_t row = 0; row < sheet.rows(); ++row)
    for (const SheetCell& cell : sheet.row(row)) {
      if (cell.text.empty() && cell.is == CellIs::text && !cell.merged) continue;
      std::string line = fmt::format("{}{} {}", column_letters(cell.column), cell.line, cell.text);
      if (cell.is != CellIs::text) line += fmt::format(" [{}]", kinds[static_cast<std::size_t>(cell.is)]);
      if (sheet.shown(cell) != cell.text) line += fmt::format(" shown {}", sheet.shown(cell));
      if (!sheet.formula(cell).empty()) line += fmt::format(" ={}", sheet.formula(cell));
      if (cell.hidden) line += " hidden";
      if (cell.merged) line += " merged";
      lines.push_back(line);
    }
  return lines;
}

Lines first_sheet(const std::string& bytes) {
  const Read result = read(bytes);
  return result.sheets ? cells_of(result.sheets->front()) : result.told;
}

std::string row(const std::string& cells, const std::string& nr = "1") {
  return "<row r=\"" + nr + "\">" + cells + "</row>";
}

std::string ods_row(const std::string& cells) {
  return ods_of("<table:table table:name=\"Blad1\"><table:table-row>" + cells + "</table:table-row></table:table>");
}

}  // namespace

TEST_CASE("a number of a spreadsheet is its decimal of 15 digits, exactly") {
  const auto decimal = [](std::string_view text) { return exact_decimal(text).value_or("none"); };
  CHECK(decimal("68.400000000000006") == "68.4");
  CHECK(decimal("19.989999999999998") == "19.99");
  CHECK(decimal("-7.28E-012") == "-0.00000000000728");
  CHECK(decimal("1.5E+3") == "1500");
  CHECK(decimal("0.99999999999999994") == "1");
  CHECK(decimal("999999999999999.5") == "1000000000000000");
  CHECK(decimal("90000000000000.01") == "90000000000000");
  CHECK(decimal("1250") == "1250");
  CHECK(decimal("003.100") == "3.1");
  CHECK(decimal("-0") == "0");
  CHECK(decimal(".5") == "0.5");
  for (const char* text : {"", "-", "1,5", "1E", "1E999", "0x10", "1.2.3", "NaN", "Infinity", " 1"})
    CHECK(decimal(text) == "none");
}

TEST_CASE("a code is what the format of its cell shows") {
  const auto shown = [](std::string_view number, std::string_view format) {
    return shown_with(number, format).value_or("");
  };
  CHECK(shown("7", "000") == "007");
  CHECK(shown("3.1", "0.00") == "3.10");
  CHECK(shown("3.1", "General") == "");
  CHECK(shown("1234.5", "#,##0.00") == "");
  CHECK(shown("12", "\"AB-\"000") == "AB-012");
  CHECK(shown("0.125", "0.0%") == "12.5%");
  CHECK(shown("0.125", "0%") == "13%");
  CHECK(shown("2.5", "0") == "3");
  CHECK(shown("-3.1", "0.00;[Red]-0.00") == "-3.10");
  CHECK(shown("0.004", "0.00") == "0.00");
}

TEST_CASE("a date is known by its format, and is no number") {
  CHECK(is_date_format("yyyy-mm-dd"));
  CHECK(is_date_format("[h]:mm"));
  CHECK(is_date_format("d mmm"));
  CHECK_FALSE(is_date_format("#,##0.00 \"dagen\""));
  CHECK_FALSE(is_date_format("[Red]0.00"));
  CHECK_FALSE(is_date_format("General"));
  CHECK(iso_date("45689", false) == "2025-02-01");
  CHECK(iso_date("61", false) == "1900-03-01");
  CHECK(iso_date("1", false) == "1900-01-01");
  CHECK(iso_date("44227", true) == "2025-02-01");
  CHECK(iso_date("2958465", false) == "9999-12-31");
  CHECK(iso_date("2958466", false) == std::nullopt);
}

TEST_CASE("every kind of cell of an xlsx is known") {
  const std::string strings =
      "<si><t>Onderwerp</t></si><si><r><t>Lasten </t></r><r><rPr/><t>2025</t></r><rPh><t>x</t></rPh></si>";
  const std::string rows =
      row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>") +
      row("<c r=\"A2\" s=\"1\"><v>7</v></c><c r=\"B2\" s=\"2\"><v>3.1</v></c><c r=\"C2\"><v>68.400000000000006</v></c>"
          "<c r=\"D2\" s=\"3\"><v>45689</v></c><c r=\"E2\" s=\"4\"><v>0.12</v></c>",
          "2") +
      row("<c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" t=\"e\"><f>D9</f><v>#REF!</v></c><c "
          "r=\"C3\"><f>SUM(C1:C2)</f></c>"
          "<c r=\"D3\"><f>SUM(C1:C2)</f><v>5</v></c><c r=\"E3\" t=\"str\"><f>A1</f><v>tekst</v></c>"
          "<c r=\"F3\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> los </t></is></c><c "
          "r=\"G3\"><f>H3</f><v></v></c>",
          "3");
  CHECK(first_sheet(xlsx_of({{"Blad1", rows}}, {"000", "0.00", "dd-mm-yyyy", "0%"}, strings)) ==
        Lines{"A1 Onderwerp", "C1 Lasten 2025", "A2 7 [number] shown 007", "B2 3.1 [number] shown 3.10",
              "C2 68.4 [number]", "D2 45689 [date] shown 2025-02-01", "E2 0.12 [percentage] shown 12%",
              "A3 TRUE [boolean]", "B3 #REF! [error] =D9", "C3  [no value] =SUM(C1:C2)", "D3 5 [number] =SUM(C1:C2)",
              "E3 tekst =A1", "F3  los ", "G3  [no value] =H3"});
}

TEST_CASE("cells without a name stand behind each other, and every row has as many cells") {
  const Read result =
      read(xlsx_of("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"D5\"><v>3</v></c></row>"));
  REQUIRE(result.sheets);
  const Sheet& sheet = result.sheets->front();
  CHECK(cells_of(sheet) == Lines{"A1 1 [number]", "B1 2 [number]", "D5 3 [number]"});
  REQUIRE(sheet.rows() == 2);
  CHECK(sheet.row(0).size() == 4);
  CHECK(sheet.row(1).size() == 4);
  CHECK(behind_file(sheet.place(sheet.row(1)[3])) == "!D5");
}

TEST_CASE("what is hidden or merged is read, and known") {
  const XlsxSheet seen{"Blad1",
                       row("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>") +
                           "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c></row>",
                       "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>",
                       "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"};
  const XlsxSheet unseen{"Geheim", row("<c r=\"A1\"><v>4</v></c>"), "", "", "veryHidden"};
  const Read result = read(xlsx_of({seen, unseen}));
  REQUIRE(result.sheets);
  REQUIRE(result.sheets->size() == 2);
  CHECK(cells_of(result.sheets->front()) ==
        Lines{"A1 1 [number] merged", "B1 2 [number] hidden", "A2 3 [number] hidden merged"});
  CHECK(result.sheets->back().hidden);
  CHECK(cells_of(result.sheets->back()) == Lines{"A1 4 [number] hidden"});
}

TEST_CASE("every kind of cell of an ods is known") {
  CHECK(
      first_sheet(ods_row(
          "<table:table-cell office:value-type=\"string\"><text:p>Onder<text:span>werp</text:span><text:s "
          "text:c=\"2\"/>x"
          "</text:p><office:annotation><text:p>noot</text:p></office:annotation><text:p>twee</text:p></"
          "table:table-cell>"
          "<table:table-cell office:value-type=\"float\" "
          "office:value=\"68.400000000000006\"><text:p>68,4</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"float\" office:value=\"3.1\"><text:p>3,10</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"float\" office:value=\"7\"><text:p>007</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"float\" "
          "office:value=\"1250\"><text:p>1.250</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"percentage\" "
          "office:value=\"0.12\"><text:p>12%</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"date\" "
          "office:date-value=\"2025-02-01T00:00:00\"><text:p>1-2</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"boolean\" "
          "office:boolean-value=\"true\"><text:p>WAAR</text:p></table:table-cell>"
          "<table:table-cell table:formula=\"of:=[.D9]\" office:value-type=\"string\" office:string-value=\"\" "
          "calcext:value-type=\"error\"><text:p>#VERW!</text:p></table:table-cell>"
          "<table:table-cell table:formula=\"of:=SUM([.A1])\"/>"
          "<table:table-cell table:formula=\"of:=SUM([.A1])\" office:value-type=\"currency\" "
          "office:value=\"-5.00\"/>")) ==
      Lines{"A1 Onderwerp  x\ntwee", "B1 68.4 [number]", "C1 3.1 [number] shown 3.10", "D1 7 [number] shown 007",
            "E1 1250 [number]", "F1 0.12 [percentage] shown 12%", "G1 2025-02-01T00:00:00 [date] shown 2025-02-01",
            "H1 TRUE [boolean]", "I1 #VERW! [error] =[.D9]", "J1  [no value] =SUM([.A1])",
            "K1 -5 [number] =SUM([.A1])"});
}

TEST_CASE("rows and columns of an ods that are repeated become as many as have something in them") {
  const std::string cell =
      "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"2\"/>";
  CHECK(first_sheet(ods_of(
            "<table:table table:name=\"Blad1\"><table:table-column table:visibility=\"collapse\"/>"
            "<table:table-header-rows><table:table-row table:number-rows-repeated=\"3\"><table:table-cell/>"
            "</table:table-row></table:table-header-rows><table:table-row-group><table:table-row "
            "table:number-rows-repeated=\"2\" table:visibility=\"filter\">" +
            cell +
            "<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row></table:table-row-group>"
            "<table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell "
            "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>")) ==
        Lines{"A4 1 [number] hidden", "B4 1 [number] hidden", "A5 1 [number] hidden", "B5 1 [number] hidden"});
  CHECK(first_sheet(ods_row("<table:table-cell office:value-type=\"float\" office:value=\"1\" "
                            "table:number-columns-repeated=\"16385\"/>")) ==
        Lines{"in.xlsx!Blad1: its cells do not stand in their order, or beyond the last row or column there is"});
  CHECK(first_sheet(
            ods_of("<table:table table:name=\"Blad1\"><table:table-row table:number-rows-repeated=\"1000000\">" + cell +
                   "</table:table-row></table:table>")) == Lines{"in.xlsx!Blad1: more than 1,000,000 cells"});
}

TEST_CASE("a sheet is chosen by its name or number, or is the only one to be seen") {
  const Read result = read(
      xlsx_of({{"Een", row("<c r=\"A1\"><v>1</v></c>")}, {"Twee", row("<c r=\"A1\"><v>2</v></c>"), "", "", "hidden"}}));
  REQUIRE(result.sheets);
  Findings findings;
  CHECK(choose_sheet(*result.sheets, "", FileId{0}, findings)->name == "Een");
  CHECK(choose_sheet(*result.sheets, "Twee", FileId{0}, findings)->name == "Twee");
  CHECK(choose_sheet(*result.sheets, "2", FileId{0}, findings)->name == "Twee");
  CHECK(findings.empty());
  CHECK(choose_sheet(*result.sheets, "Drie", FileId{0}, findings) == nullptr);
  CHECK(to_text(findings.front().message) == "it has no sheet `Drie`: there are Een, Twee");
}

TEST_CASE("a file that is no whole workbook is refused in one line") {
  const std::string good = xlsx_of(row("<c r=\"A1\"><v>1</v></c>"));
  const auto told = [](const std::string& bytes) { return read(bytes).told; };
  const std::string torn = "in.xlsx: this zip is torn: not all of the file is here, or it was damaged on the way";
  CHECK(told(good) == Lines{});
  for (const std::size_t size : {std::size_t{4}, good.size() / 2, good.size() - 1})
    CHECK(told(good.substr(0, size)) == Lines{torn});
  CHECK(told(zip_of({{"brief.txt", "tekst"}})) ==
        Lines{"in.xlsx: there is no `content.xml` in it: this zip is no workbook"});
  CHECK(told(zip_of(
            {{"content.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]><a>&b;</a>"}})) ==
        Lines{"in.xlsx: `content.xml` has a DOCTYPE, which no workbook has"});
  CHECK(told(zip_of({{"content.xml", "<a><b></a>"}})) ==
        Lines{"in.xlsx: `content.xml` in it is not whole: it is no XML"});
  CHECK(told(zip_of({{"content.xml", "<a>\xFF</a>"}})) ==
        Lines{"in.xlsx: `content.xml` in it is not whole: it is no XML"});
  CHECK(told(zip_of({{"a", "1"}, {"a", "2"}})) == Lines{"in.xlsx: a part of this zip is there twice"});
  CHECK(told(zip_of({{"META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"},
                     {"content.xml", "x"}})) == Lines{"in.xlsx: this workbook is protected with a password"});
  CHECK(told(zip_of({{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels", "<R><R Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>"}})) ==
        Lines{"in.xlsx: this is a binary workbook (.xlsb)"});
  CHECK(told(xlsx_of(row("<c r=\"A1\" t=\"s\"><v>9</v></c>"))) ==
        Lines{"in.xlsx!Blad1!A1: what this cell says is nothing that a workbook can say"});
  CHECK(told(xlsx_of(row("<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>"))).size() == 1);
}

TEST_CASE("a byte that was changed on the way is noticed, wherever it lies") {
  const std::string good = zip_of({{"content.xml", "<a>some text that is long enough</a>"}}, Packing::stored);
  for (const char* part : {"some text", "content.xml"}) {
    std::string bad = good;
    ++bad[bad.find(part)];
    CHECK(read(bad).told.size() == 1);
  }
  std::string locked = good;
  locked[locked.find("PK\x01\x02") + 8] = 1;
  CHECK(read(locked).told == Lines{"in.xlsx: this zip is protected with a password"});
}

TEST_CASE("a part that would fill the memory is not unpacked") {
  const std::string zeros((std::size_t{64} << 20) + 1, ' ');
  const Lines told = read(zip_of({{"content.xml", zeros}})).told;
  CHECK(told == Lines{"in.xlsx: `content.xml` would become 67,108,865 bytes: more than a sheet has"});
  const std::string dense(std::size_t{8} << 20, ' ');
  CHECK(read(zip_of({{"content.xml", dense}})).told ==
        Lines{"in.xlsx: `content.xml` would become 8,388,608 bytes: more than a sheet has"});
}

TEST_CASE("parts that lie over each other are refused") {
  std::string bytes = zip_of({{"a.xml", "one text"}, {"b.xml", "one text"}}, Packing::stored);
  const std::size_t second = bytes.rfind("PK\x01\x02");
  bytes.replace(second + 42, 4, std::string(4, '\0'));  // it begins where the first one does
  CHECK(read(bytes).told == Lines{"in.xlsx: parts of this zip lie over each other"});
}
