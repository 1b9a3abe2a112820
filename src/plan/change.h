// [[wijziging]]: one change of a plan as its file tells it, its names not looked up. Begrotingswijzigingen, scenarios and
// --set all consist of these; calc/wijziging/apply.h carries them out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "plan/address.h"

namespace saldo {

// What it does. `set` writes years and settings as the thing itself would; a change does one of the others at most.
enum class Operation : std::uint8_t {
  set,
  plus,
  maal,
  schuif,
  kasschuif,
  percentage,
  vervalt,
  nieuwe_post,
  nieuw_project
};

// The key that asks for it; what only sets years has none of its own.
constexpr std::string_view to_text(Operation operation) {
  constexpr std::string_view keys[] = {"",           "plus",    "maal",        "schuif",       "kasschuif",
                                       "percentage", "vervalt", "nieuwe_post", "nieuw_project"};
  return keys[static_cast<std::size_t>(operation)];
}

// A value for every year, or one for each year named.
template <class Value>
struct Yearly {
  struct OfYear {
    Year year;
    Value value;
    Place place;
  };
  std::optional<Value> every;
  std::vector<OfYear> years;
};

struct Kasschuif {
  Year van, naar;
  Money bedrag;
};

// One element of an `over`, looked up when the posts of the project are known.
struct OverName {
  std::string first, last;  // the same where it is one post
  Place place;
};

// The keys of [[project.post]] as they stand there: a post to be, or what a change writes over one.
struct PostDraft {
  enum class Use : std::uint8_t {
    post,      // of a project that is read with it
    new_post,  // added by a change: its `over` is looked up later
    patch,     // over an existing post: a total without years keeps its shares, a percentage without `over` its posts
  };
  Use use = Use::post;
  Post post;
  std::optional<std::string> index;
  std::optional<Reference<ProjectId>> naar;
  std::optional<Reference<ProjectId>> van;
  std::int16_t vertraging = 0;
  Place vertraging_place;     // no line where it is not written
  Onzekerheid onzekerheid;    // its place has no line where none is written
  bool side_refused = false;  // baten or lasten hold a finding: what they lack may follow from it
  BothSides<std::vector<OverName>> over;
};

// `--set 3.4/1/2025=0`: an amount for a year of the side that the post has.
struct SetAmount {
  Term term;
  std::optional<Direction> kant;
};

struct Wijziging {
  Place place;            // of its [[wijziging]]
  Place operation_place;  // of the value of what it does; the same where it only sets
  Of of = Of::plan;       // what it is about: the plan itself where it names nothing else
  Operation operation = Operation::set;
  Named project, post, programmalijn, index, doel;  // an empty name: not named
  std::optional<std::uint32_t> streef;              // the nr of a target of the doel; none: it has one
  std::optional<Direction> kant;                    // only this side of posts with both
  std::optional<Year> overheveling;  // plus: the closed year whose unspent lasten it lets later years spend
  std::string toelichting;

  // What it sets: the keys, by the names of the format, and their values in the struct of what it is about.
  std::vector<std::string_view> keys;
  std::variant<std::monostate, PostDraft, Project, Programmalijn, PlanTable, Streef> values;
  std::optional<SetAmount> set_amount;

  Yearly<Money> bedrag;  // plus, on posts
  Yearly<Ratio> factor;  // maal; percentage as a share (4% is 1/25); plus on an index, in shares too
  Ratio schuif;          // years, or a part of one: 1, -1, 1/2
  Kasschuif kasschuif;
  std::vector<PostDraft> new_posts;
  std::vector<Project> new_projects;
};

// An adopted change of the budget: part of the plan from its date on.
struct Begrotingswijziging {
  std::string nr;
  Date datum;
  std::string besluit;
  std::string naam;
  std::string toelichting;
  bool neutraal = false;  // it may not change the saldo of any year
  Place neutraal_place;
  Place place;  // of its nr
  std::vector<Wijziging> wijzigingen;
};

struct Scenario {
  std::string naam;
  std::string toelichting;
  FileId file{};
  std::vector<Wijziging> wijzigingen;
};

}  // namespace saldo

// Compiled once, as the lists of a plan (plan/model.h).
SALDO_COMPILED(extern, PostDraft)
SALDO_COMPILED(extern, Wijziging)
SALDO_COMPILED(extern, Begrotingswijziging)
SALDO_COMPILED(extern, Scenario)
