// kans, bandbreedte and samen_met of a post: what is not sure about its amounts.
#include <algorithm>

#include "plan/part.h"

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
  return shape;
}

const Field<Range> range_fields[] = {
    {"min", true, "The least it may come to: 100_000, or \"80%\" of what is written.", bound_shape,
     [](Reader& r, const toml::node& n, Range& range) { range.min = read_bound(r, n); }},
    {"waarschijnlijk", false, "What it will most likely come to; without it, what is written.", bound_shape,
     [](Reader& r, const toml::node& n, Range& range) { range.waarschijnlijk = read_bound(r, n); }},
    {"max", true, "The most it may come to: 300_000, or \"130%\" of what is written.", bound_shape,
     [](Reader& r, const toml::node& n, Range& range) { range.max = read_bound(r, n); }},
};

constexpr std::string_view range_name = "a bandbreedte";

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

bool is_year_key(const toml::key& key) { return !key.str().empty() && key.str()[0] >= '0' && key.str()[0] <= '9'; }

bool is_less(Ratio a, Ratio b) { return (b + a * Ratio{-1, 1}).num > 0; }

// What is written for the post as far as it is an amount of its own: the total, or its years.
struct Written {
  std::optional<Year> year;    // none: a total
  std::optional<Money> money;  // none: PM, or an onderbouwing that is still to be worked out
  bool is_pm = false;
};

std::vector<Written> written_amounts(const Side& side) {
  std::vector<Written> found;
  const Total* total = side.rule ? std::get_if<Total>(side.rule.get()) : nullptr;
  if (total != nullptr) found.push_back({{}, total->totaal});
  for (const Term& term : side.terms) {
    if (term.kind == TermKind::onderbouwing) found.push_back({term.year, {}});
    if (term.kind != TermKind::amount) continue;
    const bool is_pm = term.amount.is_pm();
    found.push_back({term.year, is_pm ? std::nullopt : std::optional(term.amount.counted()), is_pm});
  }
  return found;
}

void report_range(Reader& reader, const Bandbreedte& range, Message message, Message help = {}) {
  reader.report(Rule::bandbreedte, range.place, std::move(message), std::move(help));
}

bool is_in(const Bandbreedte& range, Ratio value) { return !is_less(value, range.min) && !is_less(range.max, value); }

// Without `waarschijnlijk` the amount as it is written is the most likely one, so it must be known and lie inside.
void check_mode(Reader& reader, const Bandbreedte& range, const Written& written) {
  if (range.is_share || range.waarschijnlijk) return;
  if (!written.money)
    report_range(reader, range, say("what is written here is no amount that could be the most likely one"),
                 say("add `waarschijnlijk`"));
  else if (!is_in(range, Ratio::of(*written.money)))
    report_range(reader, range, say("the amount that is written, {}, lies outside this range", *written.money),
                 say("add `waarschijnlijk`, or make the range wider"));
}

void check_order(Reader& reader, const Bandbreedte& range) {
  if (is_less(range.max, range.min))
    report_range(reader, range, say("`min` is more than `max`"), say("write the least amount as `min`"));
  else if (!is_in(range, range.waarschijnlijk.value_or(range.is_share ? Ratio{1, 1} : range.min)))
    report_range(reader, range,
                 range.waarschijnlijk ? say("`waarschijnlijk` lies outside `min` and `max`")
                                      : say("the amount as it is written, 100%, lies outside this range"),
                 say("add `waarschijnlijk`, or make the range wider"));
}

void check_range(Reader& reader, const Post& post, const std::vector<Written>& amounts, const Bandbreedte& range) {
  if (!range.is_share && !post.baten.empty() && !post.lasten.empty())
    report_range(reader, range, say("post {} has baten and lasten: of which is this range?", post.nr),
                 say("write it as percentages, or make two posts of it"));
  bool any = false;
  const std::size_t before = reader.found();
  check_order(reader, range);
  for (const Written& written : amounts) {
    if ((range.year && range.year != written.year) || (range.is_share && written.is_pm)) continue;
    any = true;
    if (reader.found() == before) check_mode(reader, range, written);
  }
  if (any || reader.found() > before) return;
  if (range.year)
    report_range(reader, range, say("no amount is written for {}, so nothing can be drawn for it", *range.year),
                 say("write the amount of that year, or PM with a range in euros"));
  else
    report_range(reader, range, say("PM has no percentage"),
                 say("write the range in euros: bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}"));
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
  const toml::table* table =
      reader.table(node, "a range", say("write {{ min = 100_000, waarschijnlijk = 150_000, max = 300_000 }}"));
  if (table == nullptr) return;
  const bool by_year = std::any_of(table->begin(), table->end(), [](auto&& pair) { return is_year_key(pair.first); });
  if (!by_year) return read_range(reader, *table, {}, onzekerheid);
  for (auto&& [key, value] : *table) {
    if (!is_year_key(key)) {
      reader.unknown_key(key, "a bandbreedte per year", {});
      continue;
    }
    const std::optional<Year> year = reader.year_key(key);
    const toml::table* range =
        reader.table(value, "a range", say("write {{ min = 100_000, waarschijnlijk = 150_000, max = 300_000 }}"));
    if (year && range != nullptr) read_range(reader, *range, year, onzekerheid);
  }
}

void check_onzekerheid(Reader& reader, const Post& post, const Onzekerheid& onzekerheid) {
  std::vector<Written> amounts = written_amounts(post.baten);
  const std::vector<Written> lasten = written_amounts(post.lasten);
  amounts.insert(amounts.end(), lasten.begin(), lasten.end());
  const bool only_pm = std::all_of(amounts.begin(), amounts.end(), [](const Written& w) { return w.is_pm; });
  if (amounts.empty()) {
    reader.report(
        Rule::onzeker_bedrag, onzekerheid.place,
        say("post {} has no amount of its own: what follows from other posts follows them by itself", post.nr),
        say("put it on the post that is written out"));
    return;
  }
  if (only_pm && onzekerheid.bandbreedtes.empty()) {
    reader.report(Rule::onzeker_bedrag, onzekerheid.place, say("post {} is PM: no amount comes or stays away", post.nr),
                  say("add bandbreedte = {{ min = 0, waarschijnlijk = 50_000, max = 80_000 }}"));
    return;
  }
  for (const Bandbreedte& range : onzekerheid.bandbreedtes) check_range(reader, post, amounts, range);
}

Shape bandbreedte_shape() {
  const Shape range = table_of<Range>(range_fields);
  return either(range, per_year_shape(range));
}

}  // namespace saldo
