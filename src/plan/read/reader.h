// Reads values out of one parsed TOML file and turns everything that is not as it should be into a finding.
//
// A table of the format is a list of Fields: key, whether it must be there, what it is for, what may stand there, the
// function that reads it, and what others do with it. Unknown and missing keys follow from that list, and so do the schema
// for editors and docs/format.md (plan_files.h) and what [[wijziging]] and diff do (keys.h): adding a key is one row. Where the
// value is a member and no more, plain.h makes the row.
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding/diagnostic.h"
#include "base/finding/suggest.h"
#include "base/ratio.h"
#include "base/say.h"
#include "base/text.h"
#include "plan/keys.h"
#include "plan/model.h"
#include "plan/read/shapes.h"

namespace saldo {

struct NoHelp {
  Message operator()() const { return {}; }
};

class Reader {
 public:
  // Amounts are written in `unit`.
  Reader(FileId file, std::string_view text, Money unit, Findings& findings)
      : file_(file), text_(text), unit_(unit), findings_(findings) {}

  Place place(const toml::source_region& region) const;
  Place place(const toml::node& node) const { return place(node.source()); }

  // The findings of this file; the returned one may be given notes or a help text.
  Diagnostic& report(Rule rule, Place place, Message message, Message help = {});
  Diagnostic& report(Rule rule, const toml::node& node, Message message, Message help = {}) {
    return report(rule, place(node), std::move(message), std::move(help));
  }
  Diagnostic& wrong_type(const toml::node& node, std::string_view expected, Message help = {});

  Findings& findings() { return findings_; }
  std::size_t found() const { return findings_.size(); }

  // Each reads one value, or reports why it cannot and gives nothing.
  // As long as the node is there; refuses control and invisible characters, and "".
  std::optional<std::string_view> text(const toml::node& node);
  std::optional<std::int64_t> integer(const toml::node& node, std::int64_t least, std::int64_t most);
  std::optional<bool> boolean(const toml::node& node);
  std::optional<Amount> amount(const toml::node& node);            // money or PM
  std::optional<Money> money(const toml::node& node);              // no PM
  std::optional<Money> euros(const toml::node& node);              // whatever the unit of the plan
  std::optional<Ratio> decimal(const toml::node& node);            // a number with its own digits
  std::optional<Ratio> share(const toml::node& node);              // a number or "2/3", "80%"
  std::optional<std::string> number_name(const toml::node& node);  // 4 or "2b": a nr
  std::optional<Date> date(const toml::node& node);                // 2025-06-30, with or without quotes
  std::optional<Year> year(const toml::node& node);
  std::optional<Year> year_key(const toml::key& key);
  // `help` makes the help text, where it is something else.
  template <class Help = NoHelp>
  const toml::table* table(const toml::node& node, std::string_view expected, Help help = {}) {
    if (const toml::table* table = node.as_table()) return table;
    wrong_type(node, expected, help());
    return nullptr;
  }
  template <class Help = NoHelp>
  const toml::array* array(const toml::node& node, std::string_view expected, Help help = {}) {
    if (const toml::array* array = node.as_array()) return array;
    wrong_type(node, expected, help());
    return nullptr;
  }

  // One of a few words; `words[i]` gives i.
  std::optional<std::size_t> choice(const toml::node& node, std::span<const std::string_view> words);

  Money unit() const { return unit_; }
  void write_in(Money unit) { unit_ = unit; }  // what is read from here on is written in this

  void check_name(const toml::key& key);  // for keys the user makes up
  void unknown_key(const toml::key& key, std::string_view table, std::span<const std::string_view> known);

  std::string_view digits(const toml::node& node);  // of a number, as they stand in the text

 private:
  std::string_view line_text(std::uint32_t line);
  bool check_length(const toml::source_region& region, std::string_view text);
  bool check_command(const toml::source_region& region, std::string_view text);
  std::string_view rest_of_line(const toml::source_position& from);
  void report_deceptive(const toml::source_region& region, std::string_view value);
  std::optional<Amount> amount_of(const toml::node& node, const ReadAmount& read);

  FileId file_;
  std::string_view text_;
  Money unit_;
  Findings& findings_;
  std::vector<std::uint32_t> line_starts_;  // filled when the first number with a point asks for its digits
  struct {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string_view rest;
  } cursor_;
};

template <class Target>
struct Field {
  std::string_view key;
  bool required;
  Marked description;  // what an editor shows on the key
  Shape (*shape)();    // what `read` takes
  void (*read)(Reader&, const toml::node&, Target&);
  KeyPage page = {};             // what docs/format.md says beside that
  Setting<Target> setting = {};  // what [[wijziging]] and diff do with it
};

template <class Target>
Shape shape_of(const Field<Target>& field) {
  Shape shape = named(field.key, field.description, field.shape(), field.required, field.page);
  shape.settable = field.setting.settable;
  return shape;
}

// A table with these fields and no others; `section` is what people call such a table.
template <class Target>
Shape table_of(std::span<const Field<Target>> fields, std::string_view section) {
  Shape table{.kinds = {ValueKind::table}, .section = section};
  for (const Field<Target>& field : fields) table.keys.push_back(shape_of(field));
  return table;
}

template <class Values>
std::vector<Setting<Values>> settings_from(std::span<const Field<Values>> fields) {
  std::vector<Setting<Values>> settings;
  for (const Field<Values>& field : fields) {
    settings.push_back(field.setting);
    settings.back().key = field.key;
  }
  return settings;
}

// Whether it stands for a year, such as 2025, and not for a rule of all of them.
inline bool is_year_key(const toml::key& key) { return !key.str().empty() && is_digit(key.str().front()); }

// Every key of `table` against `fields`. `name` is what the user calls such a table: "[[project]]".
template <class Target>
void read_fields(Reader& reader, const toml::table& table, std::string_view name, std::span<const Field<Target>> fields,
                 Target& target) {
  auto missing = std::count_if(fields.begin(), fields.end(), [](const Field<Target>& field) { return field.required; });
  for (auto&& [key, node] : table) {
    const std::string_view name_of_key = key.str();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [name_of_key](const Field<Target>& f) { return f.key == name_of_key; });
    if (field != fields.end()) {
      field->read(reader, node, target);
      if (field->required) --missing;
      continue;
    }
    std::vector<std::string_view> known;
    for (const Field<Target>& other : fields) known.push_back(other.key);
    reader.unknown_key(key, name, known);
  }
  if (missing == 0) return;  // as nearly always: no key has to be looked for
  for (const Field<Target>& field : fields)
    if (field.required && !table.contains(field.key))
      reader.report(Rule::ontbrekende_sleutel, table, say("{} has no `{}`", phrase(name), field.key));
}

}  // namespace saldo
