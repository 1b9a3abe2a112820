#include "intake/workbook/xlsx_cell.h"

#include <algorithm>
#include <map>

#include "intake/workbook/decimal.h"
#include "intake/workbook/xml.h"

namespace saldo {

namespace {

constexpr std::uint32_t most_styles = 1'000'000;

// ECMA-376 part 1, 18.8.30: numbers of formats that no file writes out. Dates of other countries are dates all the same.
std::string built_in_format(std::uint32_t id) {
  static const std::map<std::uint32_t, std::string> known = {
      {1, "0"}, {2, "0.00"}, {3, "#,##0"}, {4, "#,##0.00"}, {9, "0%"}, {10, "0.00%"}, {11, "0.00E+00"}, {49, "@"}};
  if (const auto found = known.find(id); found != known.end()) return found->second;
  if ((14 <= id && id <= 22) || (27 <= id && id <= 36) || (45 <= id && id <= 47) || (50 <= id && id <= 58))
    return "yyyy-mm-dd";
  return "General";
}

// What an attribute of a style, a string or a format counts from 0.
std::optional<std::size_t> index_of(std::string_view text) {
  if (text == "0") return 0;
  const std::optional<std::uint32_t> number = whole_number(text, most_styles);
  return number ? std::optional<std::size_t>(*number) : std::nullopt;
}

std::string_view value_text(pugi::xml_node cell) { return child(cell, "v").text().get(); }

void set_number(CellFound& found, std::string decimal, std::string_view format, bool since_1904) {
  found.is = CellIs::number;
  found.text = std::move(decimal);
  if (is_date_format(format)) {
    found.is = CellIs::date;
    found.shown = iso_date(found.text, since_1904).value_or("");
    return;
  }
  if (is_percentage_format(format)) found.is = CellIs::percentage;
  found.shown = shown_with(found.text, format).value_or("");
}

bool read_value(pugi::xml_node cell, const XlsxShared& shared, CellFound& found) {
  const std::string_view type = attribute(cell, "t"), value = value_text(cell);
  if (type == "s") {
    const std::optional<std::size_t> at = index_of(value);
    if (!at || *at >= shared.strings.size()) return false;
    found.text = shared.strings[*at];
  } else if (type == "str") {
    found.text = value;
  } else if (type == "inlineStr") {
    found.text = rich_text(child(cell, "is"));
  } else if (type == "b") {
    found.is = CellIs::boolean;
    found.text = is_true(value) ? "TRUE" : "FALSE";
  } else if (type == "e") {
    found.is = CellIs::error;
    found.text = value;
  } else if (type == "d") {
    found.is = CellIs::date;
    found.text = found.shown = value;
  } else if (type.empty() || type == "n") {
    std::optional<std::string> decimal = exact_decimal(value);
    const std::optional<std::size_t> style = index_of(attribute(cell, "s"));
    if (!decimal) return false;
    set_number(found, std::move(*decimal), style && *style < shared.formats.size() ? shared.formats[*style] : "General",
               shared.since_1904);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string rich_text(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node part : item.children()) {
    if (local_name(part) == "t") text += part.text().get();
    if (local_name(part) == "r") text += child(part, "t").text().get();
  }
  return text;
}

std::vector<std::string> formats_of(pugi::xml_node styles) {
  std::map<std::string, std::string, std::less<>> own;
  for (const pugi::xml_node format : child(styles, "numFmts").children())
    own.emplace(attribute(format, "numFmtId"), attribute(format, "formatCode"));
  std::vector<std::string> formats;
  for (const pugi::xml_node style : child(styles, "cellXfs").children()) {
    if (local_name(style) != "xf") continue;
    const std::string_view id = attribute(style, "numFmtId");
    const auto found = own.find(id);
    formats.push_back(found != own.end() ? found->second : built_in_format(whole_number(id, most_styles).value_or(0)));
  }
  return formats;
}

std::vector<std::uint8_t> indents_of(pugi::xml_node styles) {
  std::vector<std::uint8_t> indents;
  for (const pugi::xml_node style : child(styles, "cellXfs").children())
    if (local_name(style) == "xf")
      indents.push_back(
          static_cast<std::uint8_t>(whole_number(attribute(child(style, "alignment"), "indent"), 250).value_or(0)));
  return indents;
}

std::optional<CellFound> read_xlsx_cell(pugi::xml_node cell, const XlsxShared& shared) {
  CellFound found;
  const pugi::xml_node formula = child(cell, "f");
  found.formula = formula.text().get();
  const std::string_view type = attribute(cell, "t");
  // A formula may come to the text "", and then says so; an empty cell says nothing.
  if (value_text(cell).empty() && type != "str" && type != "inlineStr") {
    if (formula) found.is = CellIs::no_value;
    return found;
  }
  if (!read_value(cell, shared, found)) return std::nullopt;
  const std::optional<std::size_t> style = index_of(attribute(cell, "s"));
  if (style && *style < shared.indents.size()) found.indent = shared.indents[*style];
  return found;
}

}  // namespace saldo
