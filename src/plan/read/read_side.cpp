// The baten or lasten of a post: { 2025 = 116_900 }, a total in parts, or a percentage over other posts.
#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

constexpr TermKind word_kinds[] = {TermKind::onderbouwing, TermKind::sluitpost, TermKind::spiegel};
constexpr std::string_view kind_words[] = {facts_of(word_kinds[0]).word, facts_of(word_kinds[1]).word,
                                           facts_of(word_kinds[2]).word};
static_assert(std::size(kind_words) == std::size(word_kinds));

constexpr std::string_view total_words[] = {kind_words[0]};

Shape total_shape() { return either(one_of<total_words>(), money_shape()); }

Shape percentage_shape() {
  Shape shape = decimal_shape();
  shape.unit = "%";
  return shape;
}

Shape over_shape() {
  Shape shape = number_name_shape();
  shape.elements = {shape};
  shape.kinds.push_back(ValueKind::list);
  shape.type = "text, or a list of them";
  return shape;
}

Shape side_word_shape() { return one_of<side_words>(); }

struct MaximumDraft {
  std::optional<Money> totaal;
};
const Field<MaximumDraft> maximum_fields[] = {
    {"totaal",
     true,
     marked("The most in all years of the plan together."),
     money_shape,
     [](Reader& r, const toml::node& n, MaximumDraft& draft) { draft.totaal = r.money(n); },
     {.example = "baten = { percentage = 50, over = \"2\", kant = \"lasten\", maximum = { totaal = 100_000 } }",
      .counts = "the years that are not written out"}},
};

Shape maximum_shape() {
  Shape shape = either(money_shape(), table_of<MaximumDraft>(maximum_fields, "maximum"));
  shape.type = "amount, or { totaal = amount }";
  return shape;
}

// The keys beside the years. What they mean depends on each other, so read_rule reads them together.
struct SideKey {
  std::string_view key;
  Marked description;
  Shape (*shape)();
  KeyPage page;
};
constexpr SideKey side_keys[] = {
    {"percentage",
     marked("Percent of the posts in `over`, every year: 5.0. Of their same side, unless `kant` names it."),
     percentage_shape,
     {.absent = "amounts are written, or follow an index",
      .example = "lasten = { percentage = 5.0, over = \"2\" }",
      .counts = "every year of the plan that is not written out"}},
    {"over",
     marked("Which posts the percentage is of: \"2..11\", or a list."),
     over_shape,
     {.absent = "only without `percentage`",
      .example = "lasten = { percentage = 5.0, over = [\"2..3\"] }",
      .counts = "the percentage is of these posts"}},
    {"kant",
     marked(
         "Of which side of the posts in `over`, where that is not the side it stands on: a subsidy of 60% of the costs "
         "is baten = { percentage = 60, over = \"2..3\", kant = \"lasten\" }."),
     side_word_shape,
     {.absent = "the side it stands on",
      .example = "baten = { percentage = 60, over = \"2..3\", kant = \"lasten\" }",
      .counts = "the percentage is of that side"}},
    {"maximum",
     marked(
         "The most that follows from the percentage or the index: in each year, or { totaal = 100_000 } in all years "
         "together."),
     maximum_shape,
     {.absent = "there is none",
      .example = "baten = { percentage = 50, over = \"2\", kant = \"lasten\", maximum = 50_000 }",
      .counts = "the years that are not written out"}},
    {"totaal",
     marked("An amount (or \"onderbouwing\") to divide over years: totaal = 46_000, 2025 = \"80%\", 2026 = \"20%\"."),
     total_shape,
     {.absent = "amounts are written one by one",
      .example = "lasten = { totaal = 46_000, 2025 = \"80%\", 2026 = \"20%\" }",
      .counts = "the years that are shares of it; together they are the whole, to the cent"}},
};

std::optional<TermKind> find_word(std::string_view text) {
  const auto found = std::find(std::begin(kind_words), std::end(kind_words), text);
  if (found == std::end(kind_words)) return std::nullopt;
  return word_kinds[found - std::begin(kind_words)];
}

// `-/-` is how bookkeepers write a minus.
bool is_share(std::string_view text) {
  return text.find("-/-") == std::string_view::npos && text.find_first_of("%/") != std::string_view::npos;
}

// A side under way: the shares that go with the terms of kind part, by year.
struct SideDraft {
  std::vector<std::pair<Year, Ratio>> shares;
  bool share_refused = false;  // and told: no need to say what follows from it
  PostDraft::Use use{};
};

// A text for a year is one of the words, a share of the total, or an amount in Dutch notation.
bool read_text_term(Reader& reader, const toml::node& node, Term& term, SideDraft& draft) {
  const std::string& text = node.as_string()->get();
  if (const auto kind = find_word(text)) {
    term.kind = *kind;
    return true;
  }
  if (is_share(text)) {
    const std::optional<Ratio> share = reader.share(node);
    const bool is_part = share && share->num >= 0 && share->num <= share->den;
    if (share && !is_part) reader.report(Rule::delen, node, say("`{}` is no part of a whole", text));
    if (is_part) draft.shares.emplace_back(term.year, *share);
    draft.share_refused = draft.share_refused || !is_part;
    term.kind = TermKind::part;
    return is_part;
  }
  if (read_dutch_amount(text).error == AmountError::syntax) {
    static constexpr std::string_view known[] = {kind_words[0], kind_words[1], kind_words[2], "PM"};
    const Message help = did_you_mean(text, known);
    if (!help.pattern.empty()) {
      reader.report(Rule::bedrag, node, say("`{}` is not an amount", text), help);
      return false;
    }
  }
  const std::optional<Amount> amount = reader.amount(node);
  if (amount) term.amount = *amount;
  return amount.has_value();
}

void read_term(Reader& reader, const toml::key& key, const toml::node& node, Side& side, SideDraft& draft) {
  const std::optional<Year> year = reader.year_key(key);
  if (!year) return;
  Term term{*year, TermKind::amount, key.source().begin.column, {}, reader.place(node)};
  if (node.is_string()) {
    if (!read_text_term(reader, node, term, draft)) return;
  } else {
    const std::optional<Amount> amount = reader.amount(node);
    if (!amount) return;
    term.amount = *amount;
  }
  side.terms.push_back(term);
}

void read_total(Reader& reader, const toml::node& node, SideDraft& draft, Side& side) {
  Total total;
  total.place = reader.place(node);
  if (!(node.is_string() && node.as_string()->get() == total_words[0])) {
    total.totaal = reader.money(node);
    if (!total.totaal) return;
  }
  total.shares.reserve(draft.shares.size());
  Ratio sum{0, 1};
  for (const auto& [year, share] : draft.shares) {
    sum = sum + share;
    total.shares.push_back(SlimRatio(share));
  }
  const bool keeps_shares = draft.use == PostDraft::Use::patch;
  if (total.shares.empty() && !draft.share_refused && !keeps_shares)
    reader.report(Rule::delen, node, say("this total is not divided over any year"),
                  say("write 2025 = \"80%\", 2026 = \"20%\""));
  else if (sum.is_overflow() || sum.num > sum.den)
    reader.report(Rule::delen, node,
                  say("the parts of this total add up to {}, more than the whole", to_percentage(sum)));
  side.set_formula(std::move(total));
}

// The posts of `over` are looked up by link_over, when all posts are known.
void read_percentage(Reader& reader, const toml::table& table, const SideDraft& draft, Side& side) {
  const toml::node* percentage = table.get("percentage");
  const toml::node* over = table.get("over");
  const bool keeps_posts = draft.use == PostDraft::Use::patch && percentage != nullptr;
  const toml::node* kant = table.get("kant");
  if (percentage == nullptr || (over == nullptr && !keeps_posts)) {
    reader.report(Rule::ontbrekende_sleutel,
                  percentage ? *percentage
                  : over     ? *over
                             : *kant,
                  say("`percentage` and `over` go together"), say("write {{ percentage = 5.0, over = \"2..11\" }}"));
    return;
  }
  const auto word = kant != nullptr ? reader.choice(*kant, side_words) : std::nullopt;
  const auto percent = reader.decimal(*percentage);
  if (!percent) return;
  Percentage rule{SlimRatio(*percent), {}, reader.place(*percentage)};
  if (word) rule.kant = static_cast<Direction>(*word);
  side.set_formula(std::move(rule));
}

void read_maximum(Reader& reader, const toml::node& node, Side& side) {
  MaximumDraft draft;
  const toml::table* table = node.as_table();
  if (table != nullptr) read_fields<MaximumDraft>(reader, *table, "maximum", maximum_fields, draft);
  else draft.totaal = reader.money(node);
  if (!draft.totaal) return;
  if (*draft.totaal > Money()) side.rules.own().maximum = Maximum{*draft.totaal, table != nullptr, reader.place(node)};
  else reader.report(Rule::verkeerde_waarde, node, say("a maximum is more than zero"));
}

void read_rule(Reader& reader, const toml::table& table, SideDraft& draft, Side& side) {
  const toml::node* total = table.get("totaal");
  const bool percentage = table.contains("percentage") || table.contains("over") || table.contains("kant");
  if (total != nullptr && percentage)
    reader.report(Rule::verkeerde_waarde, *total,
                  say("amounts are parts of a total or a percentage of posts, not both"));
  else if (total != nullptr) read_total(reader, *total, draft, side);
  else if (percentage) read_percentage(reader, table, draft, side);
  if (total == nullptr)
    for (const Term& term : side.terms)
      if (term.facts().is_share)
        reader.report(Rule::delen, term.place, say("a part of what? There is no total here"),
                      say("write totaal = 46_000 beside it"));
}

struct PostNames {
  std::string_view first, last;
};

PostNames cut_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return {text, text};
  const auto trimmed = [](std::string_view side) {
    while (side.starts_with(' ')) side.remove_prefix(1);
    while (side.ends_with(' ')) side.remove_suffix(1);
    return side;
  };
  return {trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2))};
}

void add_range(Reader& reader, const toml::node& node, PostNumbers& numbers, const Project& project, Percentage& rule) {
  const std::optional<std::string> text = reader.number_name(node);
  if (!text) return;
  const PostNames range = cut_range(*text);
  const auto find = [&](std::string_view nr) {
    const auto found = numbers.find(nr);
    if (!found) {
      std::vector<std::string_view> known;
      if (suggests_more(reader.findings()))
        for (const Post& post : project.posts) known.push_back(post.nr);
      reader.report(Rule::onbekende_post, node, say("project {} has no post {}", project.nr, nr),
                    did_you_mean(likely_names(nr, known)));
    }
    return found;
  };
  const auto first = find(range.first);
  const auto last = range.first == range.last ? first : find(range.last);
  if (!first || !last) return;
  if (*last < *first)
    reader.report(Rule::onbekende_post, node, say("post {} stands before post {}", range.last, range.first));
  else rule.over.push_back({*first, *last});
}

void link_side(Reader& reader, const toml::table& side_table, PostNumbers& numbers, const Project& project,
               Side& side) {
  const Percentage* percentage = side.percentage();
  const toml::node* over = side_table.get("over");
  if (percentage == nullptr || over == nullptr) return;
  Percentage linked = *percentage;
  if (const toml::array* list = over->as_array())
    for (const toml::node& element : *list) add_range(reader, element, numbers, project, linked);
  else add_range(reader, *over, numbers, project, linked);
  side.set_formula(std::move(linked));
}

void read_over_name(Reader& reader, const toml::node& node, std::vector<OverName>& over) {
  const std::optional<std::string> text = reader.number_name(node);
  if (!text) return;
  const PostNames range = cut_range(*text);
  over.push_back({std::string(range.first), std::string(range.last), reader.place(node)});
}

void read_over_names(Reader& reader, const toml::node& node, std::vector<OverName>& over) {
  if (const toml::array* list = node.as_array())
    for (const toml::node& element : *list) read_over_name(reader, element, over);
  else read_over_name(reader, node, over);
}

// What stands there without its year.
Message per_year_help(Reader& reader, const toml::node& node) {
  if (node.is_number()) return say("write the year with it: {{ 2025 = {} }}", reader.digits(node));
  if (const auto* text = node.as_string()) return say("write the year with it: {{ 2025 = \"{}\" }}", text->get());
  return say("write each year with its amount, between braces");
}

void refuse_other_key(Reader& reader, const toml::key& key) {
  const auto is_key = [&key](const SideKey& side_key) { return side_key.key == key.str(); };
  if (std::any_of(std::begin(side_keys), std::end(side_keys), is_key)) return;
  std::vector<std::string_view> known;
  for (const SideKey& side_key : side_keys) known.push_back(side_key.key);
  reader.unknown_key(key, marked("baten or lasten"), known);
}

}  // namespace

void read_side(Reader& reader, const toml::node& node, PostDraft::Use use, Side& side, std::vector<OverName>& over) {
  const toml::table* table =
      reader.table(node, marked("amounts per year"), [&] { return per_year_help(reader, node); });
  if (table == nullptr) return;
  SideDraft draft;
  draft.use = use;
  const auto years = std::count_if(table->begin(), table->end(), [](auto&& entry) { return is_year_key(entry.first); });
  side.terms.reserve(static_cast<std::size_t>(years));
  for (auto&& [key, value] : *table) {
    if (is_year_key(key)) read_term(reader, key, value, side, draft);
    else refuse_other_key(reader, key);
  }
  const bool only_years = static_cast<std::size_t>(years) == table->size();
  if (only_years && draft.shares.empty()) return;  // as nearly every side is: no key has to be looked for
  read_rule(reader, *table, draft, side);
  if (const toml::node* maximum = table->get("maximum")) read_maximum(reader, *maximum, side);
  if (use == PostDraft::Use::post) return;
  if (const toml::node* names = table->get("over")) read_over_names(reader, *names, over);
}

void link_over(Reader& reader, std::span<const toml::table* const> posts, PostNumbers& numbers, Project& project) {
  for (std::size_t i = 0; i < posts.size(); ++i) {
    for (const Direction direction : both_directions) {
      Side& side = project.posts[i].side(direction);
      if (side.has_formula()) link_side(reader, *posts[i]->get(to_text(direction))->as_table(), numbers, project, side);
    }
  }
}

// A part is of a total, but whether there is one is left to the loader: an editor shows what is wrong with one value
// better than what is wrong with a choice between whole tables.
Shape side_shape() {
  Shape amount = amount_shape();
  amount.pattern = either_pattern(amount.pattern, part_shape().pattern);
  std::vector<Shape> keys;
  for (const SideKey& key : side_keys) keys.push_back(named(key.key, key.description, key.shape(), false, key.page));
  Shape term = either(one_of<kind_words>(), std::move(amount));
  term.description = marked(
      "The amount of this year: 116_900, \"1.234,56\", \"PM\", a part of `totaal` (\"80%\", \"7/12\"), or a word: "
      "onderbouwing (from its lines), sluitpost (what brings the project to zero), spiegel (what the other project "
      "sends or "
      "receives).");
  term.type = "amount, share or word";
  term.unit = "euro";
  term.page = {.absent = "it follows from the `index`, the `percentage`, or is empty",
               .example = "lasten = { 2025 = \"sluitpost\", 2026 = \"1.234,56\" }",
               .counts = "that year of the post"};
  Shape side = per_year_shape(std::move(term), std::move(keys));
  side.together = {"percentage", "over"};
  side.apart = {"percentage", "totaal"};
  side.section = "baten, lasten";
  side.type = "amounts per year";
  return side;
}

}  // namespace saldo
