#include "render/format_page.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace saldo {

namespace {

bool is_table(const Shape& shape) {
  return std::find(shape.kinds.begin(), shape.kinds.end(), ValueKind::table) != shape.kinds.end();
}

void add_sections(const Shape& shape, std::string_view inside, std::string_view description,
                  std::vector<FormatSection>& sections) {
  if (!shape.description.empty()) description = shape.description;
  if (is_table(shape) && !shape.section.empty()) {
    const bool is_known = std::any_of(sections.begin(), sections.end(),
                                      [&](const FormatSection& section) { return section.name == shape.section; });
    if (is_known) return;
    if (shape.section.starts_with('[')) inside = shape.section;
    sections.push_back({shape.section, inside, description, &shape});
  }
  for (const auto* inner : {&shape.keys, &shape.families, &shape.elements, &shape.any_of})
    for (const Shape& one : *inner) add_sections(one, inside, description, sections);
}

// As GitHub makes the link to a heading.
std::string anchor(std::string_view heading) {
  std::string link;
  for (const char c : heading) {
    if ((c >= 'a' && c <= 'z') || c == '_') link += c;
    if (c == ' ') link += '-';
  }
  return link;
}

std::string link_to(std::string_view section) { return fmt::format("[`{}`](#{})", section, anchor(section)); }

std::string type_of(const Shape& shape);

std::string join_types(const std::vector<Shape>& shapes) {
  std::vector<std::string> types;
  for (const Shape& shape : shapes) types.push_back(type_of(shape));
  return fmt::to_string(fmt::join(types, " or "));
}

std::string type_of(const Shape& shape) {
  const std::string link = shape.section.empty() ? "" : link_to(shape.section);
  if (!shape.type.empty()) return std::string(shape.type) + (link.empty() ? "" : ": " + link);
  if (!shape.any_of.empty()) return join_types(shape.any_of);
  if (!shape.words.empty()) return fmt::format("`\"{}\"`", fmt::join(shape.words, "\"`, `\""));
  if (!link.empty()) return link;
  if (!shape.families.empty()) return type_of(shape.families.front()) + " per year";
  return shape.elements.empty() ? "" : "list of " + type_of(shape.elements.front());
}

// That of what it holds, where it is a list, a choice or amounts per year.
std::string_view unit_of(const Shape& shape) {
  std::string_view unit = shape.unit;
  for (const auto* inner : {&shape.families, &shape.elements, &shape.any_of})
    for (const Shape& one : *inner)
      if (unit.empty()) unit = unit_of(one);
  return unit;
}

std::string example_of(const KeyPage& page) {
  std::string example(page.example);
  for (std::size_t at = example.find('\n'); at != std::string::npos; at = example.find('\n', at))
    example.replace(at, 1, "`<br>`");
  return example.empty() ? "" : "`" + example + "`";
}

std::string_view absent_of(const Shape& key) { return key.required ? "*required*" : key.page.absent; }

bool has_settable(const std::vector<const Shape*>& keys) {
  return std::any_of(keys.begin(), keys.end(), [](const Shape* key) { return key->settable; });
}

std::string row_of(const Shape& key, bool tells_settable) {
  const std::string name = key.called.empty() ? fmt::format("`{}`", key.key) : fmt::format("*{}*", key.called);
  std::string row = fmt::format("| {} | {} | {} | {} | {} | {} | {} |", name, type_of(key), unit_of(key),
                                absent_of(key), example_of(key.page), key.description, key.page.counts);
  if (tells_settable) row += key.settable ? " yes |" : " no |";
  return row + '\n';
}

std::string table_of_keys(const FormatSection& section) {
  const std::vector<const Shape*> keys = keys_of(section);
  const bool tells_settable = has_settable(keys);
  std::string text = "| Key | Type | Unit | Without it | Example | What it is for | Where it counts |";
  text += tells_settable ? " A wijziging sets it |\n" : "\n";
  text += "| --- | --- | --- | --- | --- | --- | --- |";
  text += tells_settable ? " --- |\n" : "\n";
  for (const Shape* key : keys) text += row_of(*key, tells_settable);
  return text;
}

std::string top_table(const FormatSection& file) {
  std::string text = "| Table | What it is |\n| --- | --- |\n";
  for (const Shape& key : file.table->keys) {
    const Shape& table = key.elements.empty() ? key : key.elements.front();
    text += fmt::format("| {} | {} |\n", table.section.empty() ? fmt::format("`{}`", key.key) : link_to(table.section),
                        key.description);
  }
  return text;
}

}  // namespace

std::vector<FormatSection> sections_of(const Shape& format) {
  std::vector<FormatSection> sections;
  add_sections(format, "", "", sections);
  return sections;
}

std::vector<const Shape*> keys_of(const FormatSection& section) {
  std::vector<const Shape*> keys;
  const bool changes = section.name == "[[wijziging]]";
  const auto add = [&](const Shape& key) {
    const bool is_told = !keys.empty() && !key.called.empty() && keys.back()->called == key.called;
    if (!is_told && !(changes && key.settable)) keys.push_back(&key);
  };
  for (const Shape& family : section.table->families) add(family);
  for (const Shape& key : section.table->keys) add(key);
  return keys;
}

std::string render_format_page(const Shape& format) {
  const std::vector<FormatSection> sections = sections_of(format);
  std::string page = "## The tables of a file\n\n" + top_table(sections.front());
  for (std::size_t i = 1; i < sections.size(); ++i) {
    page += fmt::format("\n## `{}`\n\n{}\n\n{}", sections[i].name, sections[i].description, table_of_keys(sections[i]));
    if (sections[i].name == "[[wijziging]]")
      page += "\nBeside these it sets the keys of what it is about: those marked so above.\n";
  }
  return page;
}

}  // namespace saldo
