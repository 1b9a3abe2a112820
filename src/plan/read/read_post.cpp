// [[project.post]]: one row of a project, and what its keys ask of each other.
#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "plan/beside_post.h"
#include "plan/link/post_rules.h"
#include "plan/read/part.h"
#include "plan/read/plain.h"

namespace saldo {

namespace {

template <Direction direction>
void read_side_of(Reader& reader, const toml::node& node, PostDraft& draft) {
  const std::size_t before = reader.found();
  read_side(reader, node, draft.use, draft.post.side(direction), draft.over[direction]);
  if (reader.found() > before) draft.side_refused = true;
}

using Changing = Setting<PostDraft>::Changing;
using Seen = Setting<PostDraft>::Seen;

const std::vector<Controle>& controles_of(Seen at) { return *at.post().more->controles; }

// Nobody wrote a nr that is only the position of the post.
bool is_position(Seen at) { return at.post().nr == std::to_string(std::size_t{at.position} + 1); }

// --- its overdrachten, which diff compares and tells together ---

// Who the other side is, and which post of it where one is named.
std::string other_nr(const Plan& plan, const Leg& leg) {
  const Project& other = plan.project(*leg.other.id);
  return leg.other_post ? other.nr + "/" + other.posts[*leg.other_post].nr : other.nr;
}

// A post that has only a place goes on being the same one when that place is another.
bool same_other_post(const Plan& old_plan, const Leg& a, const Plan& new_plan, const Leg& b) {
  if (!a.other_post || !b.other_post) return a.other_post.has_value() == b.other_post.has_value();
  const Post& of_a = old_plan.project(*a.other.id).posts[*a.other_post];
  const Post& of_b = new_plan.project(*b.other.id).posts[*b.other_post];
  return of_a.naam == of_b.naam || (of_a.own_nr && of_b.own_nr && of_a.nr == of_b.nr);
}

const Leg* leg_of(Seen at, Direction direction) { return at.project.find_leg(at.position, direction); }

bool same_leg(const PlanVersion& old_plan, const Leg* a, const PlanVersion& new_plan, const Leg* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return old_plan.number_of_project[position(*a->other.id)] == new_plan.number_of_project[position(*b->other.id)] &&
         a->vertraging == b->vertraging && same_other_post(old_plan.plan, *a, new_plan.plan, *b);
}

bool same_legs(const PlanVersion& old_plan, Seen a, const PlanVersion& new_plan, Seen b) {
  return same_leg(old_plan, leg_of(a, Direction::baten), new_plan, leg_of(b, Direction::baten)) &&
         same_leg(old_plan, leg_of(a, Direction::lasten), new_plan, leg_of(b, Direction::lasten));
}

// "aan 3.4", "van 3.5, 1 jaar later"
std::string legs_words(const PlanVersion& version, Seen at) {
  std::vector<std::string> parts;
  for (const Direction direction : {Direction::baten, Direction::lasten})
    if (const Leg* leg = leg_of(at, direction)) {
      parts.push_back((direction == Direction::baten ? "van " : "aan ") + other_nr(version.plan, *leg));
      if (leg->vertraging > 0) parts.back() += fmt::format(", {} jaar later", leg->vertraging);
    }
  return parts.empty() ? "geen" : fmt::to_string(fmt::join(parts, " en "));
}

// Each keeps what the other says.
void copy_van(const PostDraft& draft, Changing at) {
  const Leg* leg = at.project.find_leg(at.position, Direction::baten);
  set_leg(at.project, at.position, Direction::baten, *draft.van, leg == nullptr ? std::int16_t{0} : leg->vertraging);
}
void copy_vertraging(const PostDraft& draft, Changing at) {
  if (const Leg* leg = at.project.find_leg(at.position, Direction::baten))
    set_leg(at.project, at.position, Direction::baten, leg->other, draft.vertraging);
}

// --- what is not sure of it ---

template <auto... members>
void copy_onzekerheid(const PostDraft& draft, Changing at) {
  Onzekerheid& onzekerheid = onzekerheid_of(at.project, at.position);
  if (onzekerheid.place.line == 0) onzekerheid.place = draft.onzekerheid.place;
  ((onzekerheid.*members = draft.onzekerheid.*members), ...);
}

// As it was written for this post: in a group all have the kans of the group.
std::optional<Ratio> written_kans(const Onzekerheid* onzekerheid) {
  if (onzekerheid == nullptr || onzekerheid->kans_place.line == 0) return std::nullopt;
  return onzekerheid->kans;
}
std::string kans_words(const std::optional<Ratio>& kans) { return kans ? to_percentage(*kans) : "geen"; }

const Onzekerheid* onzekerheid_at(Seen at) { return find_onzekerheid(at.project, at.position); }

std::string samen_met(Seen at) {
  const Onzekerheid* onzekerheid = onzekerheid_at(at);
  return onzekerheid == nullptr ? "" : onzekerheid->samen_met;
}

bool same_bandbreedte(const Bandbreedte& a, const Bandbreedte& b) {
  return a.year == b.year && a.is_share == b.is_share && a.min == b.min && a.waarschijnlijk == b.waarschijnlijk &&
         a.max == b.max;
}

bool same_bandbreedtes(Seen a, Seen b) {
  static const std::vector<Bandbreedte> none;
  const Onzekerheid *x = onzekerheid_at(a), *y = onzekerheid_at(b);
  const auto &of_a = x == nullptr ? none : x->bandbreedtes, &of_b = y == nullptr ? none : y->bandbreedtes;
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), same_bandbreedte);
}

// Of what decides an amount, diff tells the amounts: baten, lasten, index, afronding and onderbouwing are compared there.
const Field<PostDraft> post_fields[] = {
    {"nr",
     false,
     marked("Number of the post, unique in its project: 4 or \"2b\"; without it, its place."),
     number_name_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       const auto nr = r.number_name(n);
       if (nr) d.post.nr = *nr;
       d.post.own_nr = nr.has_value();
     },
     {.absent = "its place in the project",
      .example = "nr = \"2b\"",
      .counts = "`over`, a [[wijziging]] and the command line name the post by it"},
     {.same = [](const PlanVersion&, Seen a, const PlanVersion&,
                 Seen b) { return a.post().nr == b.post().nr || (is_position(a) && is_position(b)); },
      .label = "nr",
      .words = bare_words<&Post::nr>,
      .is_name = true}},
    naming(plain<&Post::naam>("naam", true, marked("Name of the post."),
                              {.example = "naam = \"Subsidie provincie\"", .counts = "names its row"})),
    plain<&PostMore::kop>("kop", false,
                          marked("The heading it stands under, which has a row with the sum of its posts."),
                          {.absent = "it stands by itself",
                           .example = "kop = \"Uit het investeringsbudget\"",
                           .counts = "`saldo project` and `saldo table --by post`; a `controle` may be of a kop"}),
    {"baten",
     false,
     marked("Income per year: { 2025 = 650_000 }, a total in parts, or a percentage over other posts."),
     side_shape,
     read_side_of<Direction::baten>,
     {.absent = "it has none", .example = "baten = { 2025 = 46_000 }", .counts = "every figure"},
     {.settable = true}},
    {"lasten",
     false,
     marked("Expense per year: { 2025 = 116_900 }, a total in parts, or a percentage over other posts."),
     side_shape,
     read_side_of<Direction::lasten>,
     {.absent = "it has none", .example = "lasten = { 2025 = 116_900, 2026 = \"PM\" }", .counts = "every figure"},
     {.settable = true}},
    {"index",
     false,
     marked("Name of the index by which the years after the last one written out grow."),
     text_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       d.index = r.text(n);
       d.post.index_place = r.place(n);
     },
     {.absent = "years that are not written are empty",
      .example = "index = \"loon\"",
      .counts = "the years after the last one written, until `einde`"},
     {.settable = true, .copy = copy_members<&Post::index, &Post::index_place>}},
    plain<&PostMore::einde, &PostMore::einde_place>(
        "einde", false, marked("Last year of the post, where that is not the last of its project."),
        {.absent = "it ends with its project",
         .example = "einde = 2026",
         .counts = "no index or percentage goes on after it; `saldo check`"}),
    {"afronding",
     false,
     marked("What derived amounts are rounded to: 100, or { eenheid = 100, op = \"boven\", keten = \"exact\" }."),
     rounding_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       if (const auto rounding = read_rounding(r, n)) d.post.afronding = *rounding;
     },
     {.absent = "as `[plan]` says",
      .example = "afronding = 100",
      .counts = "amounts that follow from an index, a percentage, a total or an onderbouwing"},
     {.settable = true, .copy = copy_members<&Post::afronding>}},
    {"structureel",
     false,
     marked("true: comes back every year; false: incidenteel."),
     boolean_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       d.post.structureel = r.boolean(n).value_or(false);
       d.post.says_structureel = true;
     },
     {.absent = "it does not say: no part of the structural balance, and told by `--split`",
      .example = "structureel = true",
      .counts = "`evenwicht`, in `saldo check`; `saldo table --split structureel`"},
     {.settable = true,
      .copy = copy_members<&Post::structureel, &Post::says_structureel>,
      .text = [](const PostDraft& d) { return Plain<bool>::words(d.post.structureel); },
      .same = same_member<&Post::structureel>,
      .label = "structureel",
      .words = [](const PlanVersion&, Seen at) { return Plain<bool>::words(at.post().structureel); }}},
    {"onderbouwing",
     false,
     marked("The lines whose factors multiply and add up to the amount \"onderbouwing\"."),
     onderbouwing_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { read_onderbouwing(r, n, d.post); },
     {.absent = "it has none",
      .example = "onderbouwing = [{ naam = \"Adviseur\", factoren = [46, 16, 73.57, 1.21] }]",
      .counts = "years that are `\"onderbouwing\"`, and a `totaal` that is"},
     {.settable = true, .copy = copy_members<&PostMore::onderbouwing>}},
    {"naar",
     false,
     marked("Overdracht: the nr of the project that receives these lasten, or of a post of it: \"3.18/9\"."),
     number_name_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.naar = read_reference<ProjectId>(r, n); },
     {.absent = "the money leaves the plan",
      .example = "naar = \"3.19\"",
      .counts = "`saldo overlap`, `saldo check`, `\"spiegel\"`"},
     {.settable = true,
      .copy = [](const PostDraft& d, Changing at) { set_leg(at.project, at.position, Direction::lasten, *d.naar, 0); },
      .text = [](const PostDraft& d) { return d.naar ? d.naar->name : ""; },
      .same = same_legs,
      .label = "overdracht",
      .words = legs_words}},
    {"van",
     false,
     marked("Overdracht: the nr of the project that sends these baten, or of a post of it: \"3.20/3\"."),
     number_name_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { d.van = read_reference<ProjectId>(r, n); },
     {.absent = "the money comes from outside the plan",
      .example = "van = \"3.19\"",
      .counts = "`saldo overlap`, `saldo check`, `\"spiegel\"`"},
     {.settable = true, .copy = copy_van, .text = [](const PostDraft& d) { return d.van ? d.van->name : ""; }}},
    {"vertraging",
     false,
     marked("How many years after it was sent the money of `van` is received: 1."),
     delay_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       d.vertraging = static_cast<std::int16_t>(r.integer(n, 0, most_delay).value_or(0));
       d.vertraging_place = r.place(n);
     },
     {.absent = "0", .example = "vertraging = 1", .counts = "which year of the other project this one mirrors"},
     {.settable = true,
      .copy = copy_vertraging,
      .text = [](const PostDraft& d) { return std::to_string(d.vertraging); }}},
    plain<&PostMore::kenmerken>(
        "kenmerken", false,
        marked("Labels of your own: { financier = \"Provincie\" }. What is left out is as its project has it."),
        {.absent = "those of its project",
         .example = "kenmerken = { financier = \"Provincie\", taakveld = \"6.5\" }",
         .counts = "`saldo table --by kenmerk:financier` and `--where financier=Provincie`"}),
    {"controle",
     false,
     marked("Amounts of the post as an approved document prints them."),
     post_controles_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) {
       std::vector<Controle> controles;
       read_post_controles(r, n, controles);
       d.post.more.own().controles = std::move(controles);
     },
     {.absent = "nothing is checked",
      .example = "controle = { bron = \"bladzijde 31\", baten = { 2025 = 46_000 } }",
      .counts = "`saldo check`; no figure"},
     {.settable = true,
      .copy = copy_members<&PostMore::controles>,
      .same = [](const PlanVersion&, Seen a, const PlanVersion&,
                 Seen b) { return same_controles(controles_of(a), controles_of(b)); },
      .label = "gedrukte bedragen (controle)"}},
    {"kans",
     false,
     marked("For `saldo risk`: the chance that these amounts come at all, 0.8 or \"80%\"."),
     share_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { read_kans(r, n, d.onzekerheid); },
     {.absent = "1: it is sure", .example = "kans = 0.8", .counts = "`saldo risk`; no other figure"},
     {.settable = true,
      .copy = copy_onzekerheid<&Onzekerheid::kans, &Onzekerheid::kans_place>,
      .text = [](const PostDraft& d) { return kans_words(d.onzekerheid.kans); },
      .same = [](const PlanVersion&, Seen a, const PlanVersion&,
                 Seen b) { return written_kans(onzekerheid_at(a)) == written_kans(onzekerheid_at(b)); },
      .label = "kans",
      .words = [](const PlanVersion&, Seen at) { return kans_words(written_kans(onzekerheid_at(at))); }}},
    {"bandbreedte",
     false,
     marked("For `saldo risk`: what the amounts may come to, { min = 100_000, waarschijnlijk = 150_000, max = 300_000 "
            "} or "
            "{ min = \"80%\", max = \"130%\" }; also per year."),
     bandbreedte_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { read_bandbreedte(r, n, d.onzekerheid); },
     {.absent = "what is written is sure",
      .example = "bandbreedte = { min = \"80%\", max = \"130%\" }",
      .counts = "`saldo risk`; no other figure"},
     {.settable = true,
      .copy = copy_onzekerheid<&Onzekerheid::bandbreedtes>,
      .same = [](const PlanVersion&, Seen a, const PlanVersion&, Seen b) { return same_bandbreedtes(a, b); },
      .label = "bandbreedte"}},
    {"samen_met",
     false,
     marked("For `saldo risk`: posts with the same name here are drawn together: one grant decision."),
     text_shape,
     [](Reader& r, const toml::node& n, PostDraft& d) { read_samen_met(r, n, d.onzekerheid); },
     {.absent = "by itself", .example = "samen_met = \"tweede fase\"", .counts = "`saldo risk`; no other figure"},
     {.settable = true,
      .copy = copy_onzekerheid<&Onzekerheid::samen_met, &Onzekerheid::samen_place>,
      .text = [](const PostDraft& d) { return d.onzekerheid.samen_met; },
      .same = [](const PlanVersion&, Seen a, const PlanVersion&, Seen b) { return samen_met(a) == samen_met(b); },
      .label = "samen met",
      .words = [](const PlanVersion&, Seen at) { return quoted(samen_met(at)); }}},
};

void check_transfer(Reader& reader, const PostDraft& draft) {
  if (draft.naar && draft.post.lasten.empty() && !draft.side_refused)
    reader.report(Rule::ontbrekende_sleutel, draft.naar->place, say("`naar` sends lasten, and this post has none"),
                  say("write lasten = {{ 2025 = 116_900 }}, or `van` if the money comes in"));
  if (draft.van && draft.post.baten.empty() && !draft.side_refused)
    reader.report(Rule::ontbrekende_sleutel, draft.van->place, say("`van` receives baten, and this post has none"),
                  say("write baten = {{ 2025 = 116_900 }}, or `naar` if the money goes out"));
  if (draft.vertraging_place.line != 0 && !draft.van)
    reader.report(Rule::verkeerde_waarde, draft.vertraging_place,
                  say("`vertraging` belongs to a post that receives: it has no `van` here"));
  check_spiegel(draft.post, draft.van.has_value(), draft.naar.has_value(), reader.findings());
}

// Something must follow that a maximum can hold down.
void check_maximum(Reader& reader, const PostDraft& draft) {
  for (const Direction direction : both_directions) {
    const Side& side = draft.post.side(direction);
    if (side.maximum() == nullptr || side.percentage() != nullptr || (draft.index && side.total() == nullptr)) continue;
    reader.report(Rule::verkeerde_waarde, side.maximum()->place,
                  say("there is no percentage or index here for a maximum to hold down"),
                  say("write the amounts as they are, or a `percentage` or `index` beside it"));
  }
}

void check_index(Reader& reader, const Post& post) {
  const auto can_grow = [](const Side& side) { return !side.terms.empty() && !side.has_formula(); };
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
  const auto [found, is_new] = part.index_numbers.try_emplace(naam, static_cast<IndexId>(part.index_names.size()));
  if (is_new) part.index_names.push_back(std::move(naam));
  return found->second;
}

std::span<const Field<PostDraft>> fields_of_post() { return post_fields; }

template <>
const std::vector<Setting<PostDraft>>& settings_of<PostDraft>() {
  static const std::vector<Setting<PostDraft>> settings = settings_from<PostDraft>(post_fields);
  return settings;
}

namespace {

// Posts that round alike share one: a plan rounds in few ways.
void share_rounding(Part& part, Post& post) {
  if (!post.afronding) return;
  const auto seen = std::find_if(part.roundings.begin(), part.roundings.end(),
                                 [&post](const Few<Rounding>& one) { return *one == *post.afronding; });
  constexpr std::size_t most_ways = 8;
  if (seen != part.roundings.end()) post.afronding = *seen;
  else if (part.roundings.size() < most_ways) part.roundings.push_back(post.afronding);
}

void finish_draft(Reader& reader, Part& part, PostDraft& draft) {
  share_rounding(part, draft.post);
  check_onderbouwing(draft.post, draft.post.baten, reader.findings());
  check_onderbouwing(draft.post, draft.post.lasten, reader.findings());
  check_transfer(reader, draft);
  check_maximum(reader, draft);
  if (!draft.index) return;
  draft.post.index = name_index(part, std::move(*draft.index));
  if (!draft.side_refused) check_index(reader, draft.post);
}

void read_draft(Reader& reader, const toml::table& table, Part& part, PostDraft& draft) {
  draft.post.place = reader.place(table);
  read_fields<PostDraft>(reader, table, "[[project.post]]", post_fields, draft);
  finish_draft(reader, part, draft);
}

void add_post(PostDraft&& draft, Project& project) {
  add_onzekerheid(draft, project);
  add_leg(project, draft.naar, Direction::lasten, 0);
  add_leg(project, draft.van, Direction::baten, draft.vertraging);
  project.posts.push_back(std::move(draft.post));
}

}  // namespace

PostDraft read_new_post(Reader& reader, const toml::table& table, Part& part) {
  PostDraft draft;
  draft.use = PostDraft::Use::new_post;
  read_draft(reader, table, part, draft);
  return draft;
}

void read_post(Reader& reader, const toml::table& table, Part& part, Project& project) {
  PostDraft draft;
  draft.post.nr = std::to_string(project.posts.size() + 1);
  read_draft(reader, table, part, draft);
  add_post(std::move(draft), project);
}

std::span<const Field<PostDraft>> fields_of_lone_post() {
  static const std::vector<Field<PostDraft>> fields = [] {
    std::vector<Field<PostDraft>> own;
    for (const Field<PostDraft>& field : post_fields) {
      const auto is_of_project = [&field](const Field<Project>& other) { return other.key == field.key; };
      const auto all = fields_of_project();
      if (field.key != "kop" && std::none_of(all.begin(), all.end(), is_of_project)) own.push_back(field);
    }
    return own;
  }();
  return fields;
}

void read_lone_post(Reader& reader, const toml::table& table, Part& part, Project& project) {
  PostDraft draft;
  draft.post.nr = "1";
  draft.post.naam = project.naam;
  draft.post.place = project.place;
  for (const Field<PostDraft>& field : fields_of_lone_post())
    if (const toml::node* node = table.get(field.key)) field.read(reader, *node, draft);
  finish_draft(reader, part, draft);
  add_post(std::move(draft), project);
}

Shape posts_shape() { return list_of(table_of<PostDraft>(post_fields, "[[project.post]]")); }

}  // namespace saldo
