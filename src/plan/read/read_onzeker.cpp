// kans, bandbreedte and samen_met of a post: what is not sure about its amounts.
#include <algorithm>

#include "base/say.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

void begin(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid) {
  const Place place = reader.place(node);
  if (onzekerheid.place.line == 0 || place < onzekerheid.place) onzekerheid.place = place;
}

// One of the three figures of a range, in cents or as a share of what is written.
struct Bound {
  Ratio value;
  bool is_share = false;
};

struct Range {
  std::optional<Bound> min, waarschijnlijk, max;
};

std::optional<Bound> read_bound(Reader& reader, const toml::node& node) {
  const auto* text = node.as_string();
  if (text != nullptr && text->get().find_first_of("%/") != std::string::npos) {
    const std::optional<Ratio> share = reader.share(node);
    return share ? std::optional(Bound{*share, true}) : std::nullopt;
  }
  const std::optional<Money> money = reader.money(node);
  return money ? std::optional(Bound{Ratio::of(*money), false}) : std::nullopt;
}

Shape bound_shape() {
  Shape shape = money_shape();
  shape.pattern = either_pattern(shape.pattern, part_shape().pattern);
  shape.type = "amount, or share in quotes";
  return shape;
}

const Field<Range> range_fields[] = {
    {"min",
     true,
     marked("The least it may come to: 100_000, or \"80%\" of what is written."),
     bound_shape,
     [](Reader& r, const toml::node& n, Range& range) { range.min = read_bound(r, n); },
     {.example = "bandbreedte = { min = \"80%\", max = \"130%\" }", .counts = "`saldo risk`"}},
    {"waarschijnlijk",
     false,
     marked("What it will most likely come to; without it, what is written."),
     bound_shape,
     [](Reader& r, const toml::node& n, Range& range) { range.waarschijnlijk = read_bound(r, n); },
     {.absent = "what is written",
      .example = "bandbreedte = { min = \"80%\", waarschijnlijk = \"105%\", max = \"130%\" }",
      .counts = "`saldo risk`"}},
    {"max",
     true,
     marked("The most it may come to: 300_000, or \"130%\" of what is written."),
     bound_shape,
     [](Reader& r, const toml::node& n, Range& range) { range.max = read_bound(r, n); },
     {.example = "bandbreedte = { 2025 = { min = \"80%\", max = \"130%\" } }", .counts = "`saldo risk`"}},
};

constexpr std::string_view range_name = marked("a bandbreedte");

void read_range(Reader& reader, const toml::table& table, std::optional<Year> year, Onzekerheid& onzekerheid) {
  const std::size_t before = reader.found();
  Range range;
  read_fields<Range>(reader, table, range_name, range_fields, range);
  if (reader.found() > before || !range.min || !range.max) return;
  const bool is_share = range.min->is_share;
  if (range.max->is_share != is_share || (range.waarschijnlijk && range.waarschijnlijk->is_share != is_share)) {
    reader.report(Rule::bandbreedte, table, say("amounts and percentages stand in one range"),
                  say("write all of them in euros, or all of them as a percentage of what is written"));
    return;
  }
  const auto mode = range.waarschijnlijk ? std::optional(range.waarschijnlijk->value) : std::nullopt;
  onzekerheid.bandbreedtes.push_back({year, is_share, range.min->value, mode, range.max->value, reader.place(table)});
}

}  // namespace

void read_kans(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid) {
  begin(reader, node, onzekerheid);
  onzekerheid.kans_place = reader.place(node);
  const std::optional<Ratio> kans = reader.share(node);
  if (!kans) return;
  if (kans->num >= 0 && kans->num <= kans->den) onzekerheid.kans = kans;
  else
    reader.report(Rule::verkeerde_waarde, node, say("a chance lies between 0 and 1"),
                  say("write kans = 0.8, or \"80%\""));
}

void read_samen_met(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid) {
  begin(reader, node, onzekerheid);
  onzekerheid.samen_place = reader.place(node);
  onzekerheid.samen_met = reader.text(node).value_or("");
}

void read_bandbreedte(Reader& reader, const toml::node& node, Onzekerheid& onzekerheid) {
  begin(reader, node, onzekerheid);
  const auto help = [] { return say("write {{ min = 100_000, waarschijnlijk = 150_000, max = 300_000 }}"); };
  const toml::table* table = reader.table(node, marked("a range"), help);
  if (table == nullptr) return;
  const bool by_year = std::any_of(table->begin(), table->end(), [](auto&& pair) { return is_year_key(pair.first); });
  if (!by_year) return read_range(reader, *table, {}, onzekerheid);
  for (auto&& [key, value] : *table) {
    if (!is_year_key(key)) {
      reader.unknown_key(key, marked("a bandbreedte per year"), {});
      continue;
    }
    const std::optional<Year> year = reader.year_key(key);
    const toml::table* range = reader.table(value, marked("a range"), help);
    if (year && range != nullptr) read_range(reader, *range, year, onzekerheid);
  }
}

Shape bandbreedte_shape() {
  const Shape range = table_of<Range>(range_fields, "bandbreedte");
  return either(range, per_year_shape(range));
}

}  // namespace saldo
