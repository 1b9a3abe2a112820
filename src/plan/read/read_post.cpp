// [[project.post]]: one row of a project, and what its keys ask of each other.
#include <algorithm>

#include "base/say.h"
#include "plan/link/post_rules.h"
#include "plan/read/part.h"

namespace saldo {

namespace {

template <Direction direction>
void read_side_of(Reader& reader, const toml::node& node, PostDraft& draft) {
  const std::size_t before = reader.found();
  read_side(reader, node, draft.use, draft.post.side(direction), draft.over[direction]);
  if (reader.found() > before) draft.side_refused = true;
}

Shape factors_shape() {
  Shape shape = list_of(decimal_shape());
  shape.filled = true;
  return shape;
}

const Field<Onderbouwing> onderbouwing_fields[] = {
    {"naam", true, "What is counted on this line: \"Adviseur\".", text_shape,
     [](Reader& r, const toml::node& n, Onderbouwing& line) { line.naam = r.text(n).value_or(""); }},
    {"factoren", true, "Numbers to multiply: weeks, hours, rate, btw: [46, 16, 73.57, 1.21].", factors_shape,
     [](Reader& r, const toml::node& n, Onderbouwing& line) {
       const toml::array* factors = r.array(n, "a list of numbers", say("write factoren = [46, 16, 73.57]"));
       if (factors == nullptr) return;
       if (factors->empty()) r.report(Rule::verkeerde_waarde, n, say("there is nothing to multiply here"));
       for (const toml::node& factor : *factors)
         if (const auto value = r.decimal(factor)) line.factoren.push_back(*value);
     }},
};

void read_onderbouwing(Reader& reader, const toml::node& node, PostDraft& draft) {
  std::vector<Onderbouwing> lines;
  for_each_table(reader, node, "a line { naam, factoren }", [&](const toml::table& table) {
    Onderbouwing line;
    line.place = reader.place(table);
    read_fields<Onderbouwing>(reader, table, "a line of an onderbouwing", onderbouwing_fields, line);
    lines.push_back(std::move(line));
  });
  draft.post.onderbouwing = std::make_shared<const std::vector<Onderbouwing>>(std::move(lines));
}

Shape onderbouwing_shape() { return list_of(table_of<Onderbouwing>(onderbouwing_fields)); }

const Field<PostDraft> post_fields[] = {
    {"nr", false, "Number of the post, unique in its project: 4 or \"2b\"; without it, its place.", number_name_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.post.nr = r.number_name(n).value_or(d.post.nr); }},
    {"naam", true, "Name of the post.", text_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.post.naam = r.text(n).value_or(""); }},
    {"baten", false, "Income per year: { 2025 = 650_000 }, a total in parts, or a percentage over other posts.",
     side_shape, read_side_of<Direction::baten>},
    {"lasten", false, "Expense per year: { 2025 = 116_900 }, a total in parts, or a percentage over other posts.",
     side_shape, read_side_of<Direction::lasten>},
    {"index", false, "Name of the index by which the years after the last one written out grow.", text_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       d.index = r.text(n);
       d.post.index_place = r.place(n);
     }},
    {"afronding", false,
     "What derived amounts are rounded to: 100, or { eenheid = 100, op = \"boven\", keten = \"exact\" }.",
     rounding_shape, [](Reader& r, const toml::node& n, PostDraft& d) { d.post.afronding = read_rounding(r, n); }},
    {"structureel", false, "true: comes back every year; false or absent: incidenteel.", boolean_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.post.structureel = r.boolean(n).value_or(false); }},
    {"onderbouwing", false, "The lines whose factors multiply and add up to the amount \"onderbouwing\".",
     onderbouwing_shape, read_onderbouwing},
    {"naar", false, "Overdracht: the nr of the project that receives these lasten.", number_name_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.naar = read_reference<ProjectId>(r, n); }},
    {"van", false, "Overdracht: the nr of the project that sends these baten.", number_name_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.van = read_reference<ProjectId>(r, n); }},
    {"vertraging", false, "How many years after it was sent the money of `van` is received: 1.", delay_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       d.vertraging = static_cast<std::int16_t>(r.integer(n, 0, most_delay).value_or(0));
     }},
    {"kans", false, "For `saldo risk`: the chance that these amounts come at all, 0.8 or \"80%\".", share_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { read_kans(r, n, d.onzekerheid); }},
    {"bandbreedte", false,
     "For `saldo risk`: what the amounts may come to, { min = 100_000, waarschijnlijk = 150_000, max = 300_000 } or "
     "{ min = \"80%\", max = \"130%\" }; also per year.",
     bandbreedte_shape, [](Reader& r, const toml::node& n, PostDraft& d) { read_bandbreedte(r, n, d.onzekerheid); }},
    {"samen_met", false, "For `saldo risk`: posts with the same name here are drawn together: one grant decision.",
     text_shape, [](Reader& r, const toml::node& n, PostDraft& d) { read_samen_met(r, n, d.onzekerheid); }},
};

void check_transfer(Reader& reader, const toml::table& table, const PostDraft& draft) {
  if (draft.naar && draft.post.lasten.empty() && !draft.side_refused)
    reader.report(Rule::ontbrekende_sleutel, draft.naar->place, say("`naar` sends lasten, and this post has none"),
                  say("write lasten = {{ 2025 = 116_900 }}, or `van` if the money comes in"));
  if (draft.van && draft.post.baten.empty() && !draft.side_refused)
    reader.report(Rule::ontbrekende_sleutel, draft.van->place, say("`van` receives baten, and this post has none"),
                  say("write baten = {{ 2025 = 116_900 }}, or `naar` if the money goes out"));
  if (table.contains("vertraging") && !draft.van)
    reader.report(Rule::verkeerde_waarde, *table.get("vertraging"),
                  say("`vertraging` belongs to a post that receives: it has no `van` here"));
  check_spiegel(draft.post, draft.van.has_value(), draft.naar.has_value(), reader.findings());
}

void check_index(Reader& reader, const Post& post) {
  const auto can_grow = [](const Side& side) { return !side.terms.empty() && !side.rule; };
  if (!can_grow(post.baten) && !can_grow(post.lasten))
    reader.report(Rule::verkeerde_waarde, post.index_place,
                  say("there is no amount per year for this index to go on from"),
                  say("write the first year: lasten = {{ 2025 = 116_900 }}"));
}

void add_leg(Project& project, std::optional<Reference<ProjectId>>& other, Direction direction,
             std::int16_t vertraging) {
  if (!other) return;
  project.legs.push_back({static_cast<std::uint32_t>(project.posts.size()), direction, vertraging, std::move(*other)});
}

void add_onzekerheid(PostDraft& draft, Project& project) {
  if (draft.onzekerheid.place.line == 0) return;
  draft.onzekerheid.post = static_cast<std::uint32_t>(project.posts.size());
  draft.onzekerheid.readable = !draft.side_refused;
  project.onzekerheden.push_back(std::move(draft.onzekerheid));
}

}  // namespace

IndexId name_index(Part& part, std::string naam) {
  const auto found = std::find(part.index_names.begin(), part.index_names.end(), naam);
  const auto at = static_cast<IndexId>(found - part.index_names.begin());
  if (found == part.index_names.end()) part.index_names.push_back(std::move(naam));
  return at;
}

std::span<const Field<PostDraft>> fields_of_post() { return post_fields; }

namespace {

void finish_draft(Reader& reader, const toml::table& table, Part& part, PostDraft& draft) {
  read_fields<PostDraft>(reader, table, "[[project.post]]", post_fields, draft);
  check_onderbouwing(draft.post, draft.post.baten, reader.findings());
  check_onderbouwing(draft.post, draft.post.lasten, reader.findings());
  check_transfer(reader, table, draft);
  if (!draft.index) return;
  draft.post.index = name_index(part, std::move(*draft.index));
  if (!draft.side_refused) check_index(reader, draft.post);
}

}  // namespace

PostDraft read_new_post(Reader& reader, const toml::table& table, Part& part) {
  PostDraft draft;
  draft.use = PostDraft::Use::new_post;
  draft.post.place = reader.place(table);
  finish_draft(reader, table, part, draft);
  return draft;
}

void read_post(Reader& reader, const toml::table& table, Part& part, Project& project) {
  PostDraft draft;
  draft.post.nr = std::to_string(project.posts.size() + 1);
  draft.post.place = reader.place(table);
  finish_draft(reader, table, part, draft);
  add_onzekerheid(draft, project);
  add_leg(project, draft.naar, Direction::lasten, 0);
  add_leg(project, draft.van, Direction::baten, draft.vertraging);
  project.posts.push_back(std::move(draft.post));
}

Shape posts_shape() { return list_of(table_of<PostDraft>(post_fields)); }

}  // namespace saldo
