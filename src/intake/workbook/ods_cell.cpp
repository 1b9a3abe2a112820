#include "intake/workbook/ods_cell.h"

#include <algorithm>

#include "base/text.h"
#include "intake/workbook/decimal.h"
#include "intake/workbook/xml.h"

namespace saldo {

namespace {

constexpr std::uint32_t most_spaces = 1'000;

// The text of what stands in a cell, without what is noted beside it. It is walked, and not called again for what is
// inside: a file may be nested as deep as it likes.
class CellText : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (inside_note(node)) return true;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (is_in_paragraph(node)) text += node.value();
      return true;
    }
    const std::string_view name = local_name(node);
    if (name == "p" && paragraphs++ > 0) text += '\n';
    if (name == "s") text.append(whole_number(attribute(node, "c"), most_spaces).value_or(1), ' ');
    if (name == "tab") text += '\t';
    if (name == "line-break") text += '\n';
    return true;
  }
  std::string text;

 private:
  // Between the paragraphs are only line ends of the file itself.
  bool is_in_paragraph(pugi::xml_node) const { return paragraphs > 0 && depth() > 0; }
  bool inside_note(pugi::xml_node node) {
    if (note_depth_ >= 0 && depth() > note_depth_) return true;
    note_depth_ = local_name(node) == "annotation" ? depth() : -1;
    return note_depth_ >= 0;
  }
  std::size_t paragraphs = 0;
  int note_depth_ = -1;
};

std::string text_of(pugi::xml_node cell) {
  CellText walker;
  cell.traverse(walker);
  return walker.text;
}

// of:=SUM([.D2:.D9]) as it stands there, without the name of its grammar.
std::string formula_of(pugi::xml_node cell) {
  std::string_view formula = attribute(cell, "formula");
  const std::size_t equals = formula.find('=');
  if (equals != formula.npos && equals <= 8) formula.remove_prefix(equals + 1);
  return std::string(formula);
}

bool is_error(pugi::xml_node cell) {
  return std::any_of(cell.attributes_begin(), cell.attributes_end(), [](const pugi::xml_attribute& one) {
    return std::string_view(one.name()) == "calcext:value-type" && std::string_view(one.value()) == "error";
  });
}

std::string_view office(pugi::xml_node cell, const char* name) { return cell.attribute(name).value(); }

bool read_number(pugi::xml_node cell, CellIs is, CellFound& found) {
  std::optional<std::string> decimal = exact_decimal(office(cell, "office:value"));
  if (!decimal) return false;
  const std::string shown = text_of(cell);
  found.is = is;
  found.text = std::move(*decimal);
  found.shown = is == CellIs::percentage ? shown : with_point_if_same(shown, found.text).value_or("");
  return true;
}

}  // namespace

// "0.353cm", "3.53mm", "0.139in" and "10pt" are the same.
std::uint8_t indent_of(pugi::xml_node style) {
  const std::string_view length = attribute(child(style, "paragraph-properties"), "margin-left");
  std::size_t at = 0;
  std::uint32_t thousandths = 0, part = 1000;
  for (bool behind_point = false; at < length.size() && thousandths < 1'000'000; ++at) {
    if (length[at] == '.' && !behind_point) behind_point = true;
    else if (!is_digit(length[at])) break;
    else if (!behind_point) thousandths = thousandths * 10 + static_cast<std::uint32_t>(length[at] - '0') * 1000;
    else thousandths += static_cast<std::uint32_t>(length[at] - '0') * (part /= 10);
  }
  const std::string_view unit = length.substr(at);
  const std::uint32_t micrometres = unit == "cm"   ? 10'000
                                    : unit == "mm" ? 1'000
                                    : unit == "in" ? 25'400
                                    : unit == "pt" ? 353
                                                   : 0;
  const std::uint64_t millimetres = std::uint64_t{thousandths} * micrometres / 1'000'000;
  return static_cast<std::uint8_t>(std::min<std::uint64_t>(millimetres, 250));
}

std::optional<CellFound> read_ods_cell(pugi::xml_node cell) {
  CellFound found;
  found.formula = formula_of(cell);
  const std::string_view type = office(cell, "office:value-type");
  if (is_error(cell)) {
    found.is = CellIs::error;
    found.text = text_of(cell);
    if (found.text.empty()) found.text = "#ERR!";
  } else if (type == "float" || type == "currency") {
    if (!read_number(cell, CellIs::number, found)) return std::nullopt;
  } else if (type == "percentage") {
    if (!read_number(cell, CellIs::percentage, found)) return std::nullopt;
  } else if (type == "date" || type == "time") {
    found.is = CellIs::date;
    found.text = office(cell, type == "date" ? "office:date-value" : "office:time-value");
    found.shown = found.text.substr(0, type == "date" ? found.text.find('T') : found.text.npos);
  } else if (type == "boolean") {
    found.is = CellIs::boolean;
    found.text = is_true(office(cell, "office:boolean-value")) ? "TRUE" : "FALSE";
  } else if (type == "string" || type.empty()) {
    const pugi::xml_attribute value = cell.attribute("office:string-value");
    found.text = value ? value.value() : text_of(cell);
    if (type.empty() && found.text.empty() && !found.formula.empty()) found.is = CellIs::no_value;
  } else {
    return std::nullopt;
  }
  return found;
}

}  // namespace saldo
