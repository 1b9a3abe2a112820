#include "render/workbook/ods.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "render/printable.h"
#include "render/workbook/open_formula.h"
#include "render/workbook/zip_writer.h"

namespace saldo {

namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""
    " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""
    " xmlns:ooo=\"http://openoffice.org/2004/office\""
    " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
    " office:version=\"1.3\"";

// A control character, which XML has no place for, is left out.
std::string escaped(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') kept += c;
  return xml_text(kept);
}

// A text of a cell, of which XML would take several spaces for one.
std::string paragraphs(std::string_view text) {
  std::string out = "<text:p>", piece;
  const auto flush = [&] {
    out += escaped(piece);
    piece.clear();
  };
  for (const char c : text) {
    const bool is_spare = c == ' ' && (piece.empty() || piece.back() == ' ');
    if (c == '\r') continue;
    if (c != '\n' && c != '\t' && !is_spare) {
      piece += c;
      continue;
    }
    flush();
    out += c == '\n' ? "</text:p><text:p>" : c == '\t' ? "<text:tab/>" : "<text:s/>";
  }
  flush();
  return out + "</text:p>";
}

bool has_cents_shown(BookStyle style) { return style == BookStyle::cents || style == BookStyle::total_cents; }
bool is_total_style(BookStyle style) { return style == BookStyle::total || style == BookStyle::total_cents; }
bool is_amount_style(BookStyle style) {
  return style == BookStyle::amount || has_cents_shown(style) || is_total_style(style);
}

std::string style_name(BookStyle style, bool is_open) {
  return fmt::format("c{}{}", static_cast<unsigned>(style), is_open ? "o" : "");
}

std::string cell_style(BookStyle style, bool is_open) {
  std::string cell = fmt::format(" style:cell-protect=\"{}\"", is_open ? "none" : "protected");
  if (is_total_style(style)) cell += " fo:border-top=\"0.75pt solid #000000\"";
  if (style == BookStyle::head) cell += " fo:border-bottom=\"0.75pt solid #000000\" fo:wrap-option=\"wrap\"";
  std::string letters;
  if (is_total_style(style) || style == BookStyle::head || style == BookStyle::title)
    letters += " fo:font-weight=\"bold\"";
  if (style == BookStyle::title) letters += " fo:font-size=\"14pt\"";
  if (style == BookStyle::note) letters += " fo:color=\"#595959\"";
  const std::string_view shown = has_cents_shown(style)     ? " style:data-style-name=\"n2\""
                                 : is_amount_style(style)   ? " style:data-style-name=\"n0\""
                                 : style == BookStyle::code ? " style:data-style-name=\"nt\""
                                                            : "";
  return fmt::format(
      "<style:style style:name=\"{}\" style:family=\"table-cell\" style:parent-style-name=\"Default\"{}>"
      "<style:table-cell-properties{}/>{}{}</style:style>\n",
      style_name(style, is_open), shown, cell,
      is_amount_style(style) ? "<style:paragraph-properties fo:text-align=\"end\"/>" : "",
      letters.empty() ? "" : "<style:text-properties" + letters + "/>");
}

// A digit is about 2 mm wide.
std::string column_style(std::size_t width) {
  return fmt::format(
      "<style:style style:name=\"w{0}\" style:family=\"table-column\">"
      "<style:table-column-properties style:column-width=\"{0}mm\"/></style:style>\n",
      2 * width + 2);
}

std::string automatic_styles(const Book& book) {
  std::string text =
      "<office:automatic-styles>\n"
      "<number:number-style style:name=\"n0\"><number:number number:decimal-places=\"0\" "
      "number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>\n"
      "<number:number-style style:name=\"n2\"><number:number number:decimal-places=\"2\" "
      "number:min-decimal-places=\"2\" number:min-integer-digits=\"1\" number:grouping=\"true\"/>"
      "</number:number-style>\n"
      "<number:text-style style:name=\"nt\"><number:text-content/></number:text-style>\n"
      "<style:style style:name=\"t\" style:family=\"table\" style:master-page-name=\"Default\">"
      "<style:table-properties table:display=\"true\"/></style:style>\n";
  std::vector<std::size_t> widths;
  for (const BookSheet& sheet : book.sheets) widths.insert(widths.end(), sheet.widths.begin(), sheet.widths.end());
  std::sort(widths.begin(), widths.end());
  widths.erase(std::unique(widths.begin(), widths.end()), widths.end());
  for (const std::size_t width : widths) text += column_style(width);
  for (std::size_t style = 0; style < book_styles; ++style)
    for (const bool is_open : {false, true}) text += cell_style(static_cast<BookStyle>(style), is_open);
  return text + "</office:automatic-styles>\n";
}

std::string number_cell(Money money) {
  return fmt::format(" office:value-type=\"float\" office:value=\"{}\"><text:p>{}</text:p></table:table-cell>",
                     to_plain(money), to_dutch(money, true));
}

std::string text_cell(std::string_view text) {
  return " office:value-type=\"string\">" + paragraphs(text) + "</table:table-cell>";
}

std::string amount_cell(Amount amount) {
  if (amount.is_pm()) return text_cell("PM");
  const Money money = amount.counted();
  return money.size() > most_exact ? text_cell(to_dutch(money, true)) : number_cell(money);
}

// What no sheet that goes out as .ods works out, a text or a share, stands there as what it came to. What is PM or absent
// is a text, as it is where no formula stands: never an amount of zero.
std::string formula_cell(const BookFormula& formula) {
  if (const auto* amount = std::get_if<Amount>(&formula.outcome)) {
    const std::string how = " table:formula=\"of:=" + escaped(open_formula(formula.text)) + '"';
    return how + (amount->is_absent() ? text_cell("") : amount_cell(*amount));
  }
  if (const auto* share = std::get_if<Ratio>(&formula.outcome)) return text_cell(to_percentage(*share));
  return text_cell(std::get<std::string>(formula.outcome));
}

std::string cell_text(const BookCell& cell) {
  const std::string begin = "<table:table-cell table:style-name=\"" + style_name(cell.style, cell.is_open) + '"';
  if (const auto* text = std::get_if<std::string>(&cell.value)) return begin + text_cell(*text);
  if (const auto* formula = std::get_if<BookFormula>(&cell.value)) return begin + formula_cell(*formula);
  if (const auto* share = std::get_if<Ratio>(&cell.value)) return begin + text_cell(to_percentage(*share));
  const auto* amount = std::get_if<Amount>(&cell.value);
  return begin + (amount == nullptr || amount->is_absent() ? "/>" : amount_cell(*amount));
}

std::string row_text(const std::vector<BookCell>& row) {
  std::string text = "<table:table-row>";
  for (const BookCell& cell : row) text += cell_text(cell);
  return text + (row.empty() ? "<table:table-cell/>" : "") + "</table:table-row>\n";
}

// Against a slip: rows may come in between, and there is no password.
std::string sheet_text(const BookSheet& sheet) {
  std::string text = fmt::format("<table:table table:name=\"{}\" table:style-name=\"t\"{}>\n", escaped(sheet.name),
                                 sheet.is_locked ? " table:protected=\"true\"" : "");
  if (sheet.is_locked)
    text +=
        "<loext:table-protection loext:select-protected-cells=\"true\" loext:select-unprotected-cells=\"true\" "
        "loext:insert-rows=\"true\"/>\n";
  for (const std::size_t width : sheet.widths)
    text += fmt::format("<table:table-column table:style-name=\"w{}\"/>\n", 2 * width + 2);
  if (sheet.widths.empty()) text += "<table:table-column/>\n";
  const std::size_t heads = std::min(sheet.frozen_rows, sheet.rows.size());
  if (heads > 0) text += "<table:table-header-rows>\n";
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    text += row_text(sheet.rows[at]);
    if (heads > 0 && at + 1 == heads) text += "</table:table-header-rows>\n";
  }
  if (sheet.rows.empty()) text += row_text({});
  return text + "</table:table>\n";
}

std::string names_text(const std::vector<BookName>& names) {
  if (names.empty()) return "";
  std::string text = "<table:named-expressions>\n";
  for (const BookName& name : names) {
    const std::string cells = open_address(name.refers_to);
    text += fmt::format(
        "<table:named-range table:name=\"{}\" table:base-cell-address=\"{}\" table:cell-range-address=\"{}\"/>\n",
        escaped(name.name), escaped(cells.substr(0, cells.find(':'))), escaped(cells));
  }
  return text + "</table:named-expressions>\n";
}

std::string content(const Book& book) {
  std::string text = fmt::format("{}<office:document-content{}>\n{}<office:body><office:spreadsheet>\n", xml_head,
                                 namespaces, automatic_styles(book));
  for (const BookSheet& sheet : book.sheets) text += sheet_text(sheet);
  return text + names_text(book.names) + "</office:spreadsheet></office:body></office:document-content>\n";
}

// Lying on its side, as wide as the sheet.
std::string styles() {
  return fmt::format(
      "{}<office:document-styles{}>\n<office:styles><style:style style:name=\"Default\" "
      "style:family=\"table-cell\"/></office:styles>\n<office:automatic-styles><style:page-layout "
      "style:name=\"p\"><style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\" "
      "style:print-orientation=\"landscape\" style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/></style:page-layout>"
      "</office:automatic-styles>\n<office:master-styles><style:master-page style:name=\"Default\" "
      "style:page-layout-name=\"p\"/></office:master-styles>\n</office:document-styles>\n",
      xml_head, namespaces);
}

std::string setting(std::string_view name, std::string_view type, std::size_t value) {
  return fmt::format("<config:config-item config:name=\"{}\" config:type=\"{}\">{}</config:config-item>", name, type,
                     value);
}

// What stays in sight while one scrolls.
std::string frozen(const BookSheet& sheet) {
  constexpr std::size_t is_frozen = 2, below_and_right = 3, below = 2;
  std::string text = "<config:config-item-map-entry config:name=\"" + escaped(sheet.name) + "\">";
  if (sheet.frozen_columns > 0)
    text += setting("HorizontalSplitMode", "short", is_frozen) +
            setting("HorizontalSplitPosition", "int", sheet.frozen_columns) +
            setting("PositionRight", "int", sheet.frozen_columns);
  if (sheet.frozen_rows > 0)
    text += setting("VerticalSplitMode", "short", is_frozen) +
            setting("VerticalSplitPosition", "int", sheet.frozen_rows) +
            setting("PositionBottom", "int", sheet.frozen_rows);
  if (sheet.frozen_rows + sheet.frozen_columns > 0)
    text += setting("ActiveSplitRange", "short", sheet.frozen_columns > 0 ? below_and_right : below);
  return text + "</config:config-item-map-entry>";
}

std::string settings(const Book& book) {
  std::string tables;
  for (const BookSheet& sheet : book.sheets) tables += frozen(sheet);
  const std::string active = book.sheets.empty()
                                 ? ""
                                 : "<config:config-item config:name=\"ActiveTable\" config:type=\"string\">" +
                                       escaped(book.sheets.front().name) + "</config:config-item>";
  return fmt::format(
      "{}<office:document-settings{}><office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
      "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
      "<config:config-item config:name=\"ViewId\" config:type=\"string\">view1</config:config-item>"
      "{}<config:config-item-map-named config:name=\"Tables\">{}</config:config-item-map-named>"
      "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
      "</office:document-settings>\n",
      xml_head, namespaces, active, tables);
}

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.spreadsheet";

std::string manifest() {
  std::string text = fmt::format(
      "{}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      "manifest:version=\"1.3\">\n"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"{}\"/>\n",
      xml_head, media_type);
  for (const char* part : {"content.xml", "styles.xml", "settings.xml"})
    text += fmt::format("<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"text/xml\"/>\n", part);
  return text + "</manifest:manifest>\n";
}

}  // namespace

std::string write_ods(const Book& book) {
  ZipWriter zip;
  zip.add_stored("mimetype", media_type);  // first and as it is, so that the file tells what it is
  zip.add("content.xml", content(book));
  zip.add("styles.xml", styles());
  zip.add("settings.xml", settings(book));
  zip.add("META-INF/manifest.xml", manifest());
  return zip.finish();
}

}  // namespace saldo
