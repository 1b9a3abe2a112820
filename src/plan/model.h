// A plan as its files tell it: nothing computed, every value with the place where the user wrote it.
//
// After load_plan() without findings: ids are valid, every year of a term lies in plan.years, terms are sorted by
// year, names are unique, and a formula has all it needs (a part its total, a spiegel its other project).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/address.h"
#include "base/date.h"
#include "base/finding/place.h"
#include "base/finding/rule.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/slim/few.h"
#include "base/slim/shared_text.h"
#include "base/year.h"
#include "plan/afsluiting.h"
#include "plan/doel/doel.h"
#include "plan/koppeling.h"
#include "plan/reference.h"
#include "plan/weergave.h"
#include "plan/written/side.h"

namespace saldo {

// What a project is: a running balance; baten and lasten of which every year stands by itself; or a fund of which what
// goes in and out is no baten and lasten of the plan (BBV art. 17).
enum class Soort : std::uint8_t { project, exploitatie, reserve };
constexpr std::string_view to_text(Soort soort) {
  constexpr std::string_view names[] = {"project", "exploitatie", "reserve"};
  return names[static_cast<std::size_t>(soort)];
}

// The last three are there in a plan with an exploitatie or a reserve.
enum class Figure : std::uint8_t { opening, baten, lasten, saldo, eindsaldo, toevoeging, onttrekking, resultaat };
constexpr std::string_view to_text(Figure figure) {
  constexpr std::string_view names[] = {"opening",   "baten",      "lasten",      "saldo",
                                        "eindsaldo", "toevoeging", "onttrekking", "resultaat"};
  return names[static_cast<std::size_t>(figure)];
}

// A figure printed in an approved document. `opening` is the budget per 1 januari of its year.
struct Printed {
  Figure figure{};
  std::optional<Year> year;  // none: `opening = 821_779`, of the first year
  Money amount;
  Place place;
};

struct Controle {
  std::string bron;                        // where it is printed
  Named kop;                               // only of the posts of a project under this heading; an empty name: of all
  std::optional<Money> afronding;          // what the document rounds to; none: the last digit that it prints
  std::optional<Money> eenheid;            // what its figures are written in; none: as the plan
  std::optional<Money> tolerantie;         // none: what rounding can explain
  Voorteken teken = Voorteken::voordelig;  // with which its figures are written; those in `printed` are baten - lasten
  std::vector<Printed> printed;
};

// What few posts have.
struct PostMore {
  std::optional<std::vector<Onderbouwing>> onderbouwing;
  SharedText kop;             // the heading it stands under; "": none
  std::optional<Year> einde;  // its own last year, beside that of its project
  Place einde_place;
  Few<std::vector<Controle>> controles;
  Kenmerken kenmerken;  // its own; Plan::kenmerk_of tells those from above it too
};

struct Post {
  SharedText nr;
  SharedText naam;
  Place place;  // of its [[project.post]]
  Side baten;
  Side lasten;
  Place index_place;
  IndexId index = no_index;
  bool structureel = false;
  bool says_structureel = false;
  bool own_nr = false;      // false: `nr` is its place among the posts, which moves when one is put in above it
  bool automatic = false;   // not typed: it follows from a `restant` or what a reserve gets, or was booked unbudgeted
  Few<Rounding> afronding;  // its own; none: that of its plan
  Few<PostMore> more;

  const Side& side(Direction direction) const { return direction == Direction::baten ? baten : lasten; }
  Side& side(Direction direction) { return direction == Direction::baten ? baten : lasten; }
};

// One side of an overdracht: `naar` on a post that pays (lasten), `van` on a post that receives (baten).
struct Leg {
  std::uint32_t post = 0;  // position in its project
  Direction direction{};   // lasten sends, baten receives
  std::int16_t vertraging = 0;
  Reference<ProjectId> other;                    // until it is linked, its name may be that of a post: "3.20/3"
  std::optional<std::uint32_t> other_post = {};  // position in that project, where it names one post of it
};

// What an amount may come to: cents, or shares of the amount written. Never less likely than at `waarschijnlijk`, and
// never outside.
struct Bandbreedte {
  std::optional<Year> year;  // none: every year that is written for the post, or its total
  bool is_share = false;
  Ratio min;
  std::optional<Ratio> waarschijnlijk;  // none: the amount as it is written
  Ratio max;
  Place place;
};

// What is not sure of a post: few have it, so it stands beside them.
struct Onzekerheid {
  std::uint32_t post = 0;     // position in its project
  bool readable = true;       // false: a finding stands in its baten or lasten
  std::optional<Ratio> kans;  // that its amounts come at all; in a group that of the group, once linked
  std::string samen_met;      // posts with the same name are drawn together; "": by itself
  std::vector<Bandbreedte> bandbreedtes;
  Place place;  // of the first of its keys
  Place kans_place;
  Place samen_place;
};

enum class Restant : std::uint8_t { onbeslist, meenemen, investeringsbudget, terugbetalen, reserve };
constexpr std::string_view to_text(Restant restant) {
  constexpr std::string_view names[] = {"onbeslist", "meenemen", "investeringsbudget", "terugbetalen", "reserve"};
  return names[static_cast<std::size_t>(restant)];
}

// What few projects have.
struct ProjectMore {
  std::optional<Soort> own_soort;  // as it is written on the project itself
  Place soort_place;
  std::optional<Money> realised_opening;  // the balance that the year before the plan was closed with
  Place realised_place;
  std::optional<Money> ondergrens;  // of every closing balance; none: zero
  Place ondergrens_place;
  std::optional<Year> einde;
  Place einde_place;
  Restant restant = Restant::onbeslist;
  Place restant_place;
  Few<Reference<ProjectId>> restant_reserve;  // for Restant::reserve: which one
  std::int16_t vertraging = 0;                // years until the restant arrives in the investeringsbudget
  Place vertraging_place;
  Kenmerken kenmerken;
};

struct Project {
  std::string nr;
  std::string naam;
  Place place;  // of its nr
  Reference<LineId> programmalijn;
  Amount budget;  // per 1 januari of the first year
  Place budget_place;
  Few<ProjectMore> more;
  Few<std::vector<Reference<ProjectId>>> dubbeling_met;
  std::vector<Post> posts;
  std::vector<Leg> legs;
  std::vector<Onzekerheid> onzekerheden;  // in the order of the posts
  Few<std::vector<Controle>> controles;
  std::size_t first_post = 0;    // counted over the whole plan
  Soort soort = Soort::project;  // once linked: its own, else that of a programmalijn above it or of the plan
  bool is_post = false;          // its one post is written on the project itself, and bears its name

  bool is_exploitatie() const { return soort == Soort::exploitatie; }
  bool is_reserve() const { return soort == Soort::reserve; }

  // What the plan begins with: what was realised, where that is known. Of an exploitatie nothing goes on.
  Money opening() const {
    if (is_exploitatie()) return {};
    return more->realised_opening.value_or(budget.counted());
  }

  // The leg that this side of a post is: the one must be there, the other is null where it is none.
  const Leg& leg(std::size_t post, Direction direction) const { return *find_leg(post, direction); }
  const Leg* find_leg(std::size_t post, Direction direction) const;

  // Every side of every post in their order, baten first: visit(position of the post, direction).
  template <class Visit>
  void for_each_side(Visit visit) const {
    for (std::size_t post = 0; post < posts.size(); ++post)
      for (const Direction direction : both_directions) visit(post, direction);
  }
};

struct Programmalijn {
  std::string id;
  std::string naam;
  Place place;
  std::optional<Reference<LineId>> onder;
  std::optional<Soort> soort = {};  // of what is under it and says nothing else
  Place soort_place = {};
  std::optional<Money> ondergrens;  // of every closing balance; none: zero
  Place ondergrens_place = {};
  std::vector<Controle> controles;
  Kenmerken kenmerken;
};

// `[check] index-afwijking = "uit"`: how serious a rule is for this plan; none: not at all.
struct CheckSetting {
  Rule rule{};
  std::optional<Severity> severity;
  Place place;
};

// `[[negeer]]`: findings that are as they should be, and why. What is not given matches anything.
struct Negeer {
  std::optional<Rule> regel;
  std::string project;  // nr, or id of a programmalijn
  std::string post;
  std::string doel;  // id
  std::optional<Year> jaar;
  std::optional<Money> hoogstens;  // either way; none: however far off it is
  std::string reden;
  Place place;
};

enum class Evenwicht : std::uint8_t { geen, structureel, sluitend };
constexpr std::string_view to_text(Evenwicht evenwicht) {
  constexpr std::string_view names[] = {"geen", "structureel", "sluitend"};
  return names[static_cast<std::size_t>(evenwicht)];
}

struct BlendPart {
  Reference<IndexId> index;
  Ratio weight;
};

struct YearRate {
  Year year;
  Ratio rate;
  Place place = {};  // of the rate
};

// How amounts grow: one rate, a rate per year, or a blend of other indexes. Rates are shares: 5,1% is 51/1000.
struct Index {
  std::string naam;
  Place place;
  std::variant<Ratio, std::vector<YearRate>, std::vector<BlendPart>> rates;
  Place rate_place = {};            // of the one rate for all years
  std::vector<Ratio> factors = {};  // per plan year, 1 + rate; Ratio::overflow() where no rate is given
};

// A written amount that a change has touched: what stood there before, for whoever asks why it is what it is. The post is
// known by name, as positions move when others are dropped.
struct ChangeNote {
  std::string project;
  std::string post;
  Direction direction{};
  Year year;
  std::optional<Term> before;
  Place place;                 // of what changed it
  std::string_view operation;  // the key of it; empty where it wrote the year itself
  std::string toelichting;
};

struct IndexNote {
  IndexId index{};
  Place place;
  std::string toelichting;
};

// An amount that a `schuif` has taken out of the years of the plan.
struct ShiftedOut {
  std::string project;
  std::string post;
  Direction direction{};
  Year year;  // where it would be
  Amount amount;
  Place place;  // of the schuif
};

// A project, or a post of one, that a change has taken out.
struct Dropped {
  Address what;
  std::string naam;
  Place place;  // where the change says so
};

// A `maal` as the change has it, for what it was done to: `project` and `post` or `index`.
struct Multiplied {
  Address what;
  Ratio factor;
  Place place;  // of the factor
};

// A post that a change knows by its place alone, as it has no nr of its own.
struct NamedByPlace {
  std::string project;
  std::string post;  // the place as a number
  std::string naam;
  Place place;  // where the change says so
};

// The keys of [plan].
struct PlanTable {
  std::string naam;
  Place place;
  Years years;
  std::optional<Reference<ProjectId>> investeringsbudget;
  Rounding afronding;
  Evenwicht evenwicht = Evenwicht::geen;
  std::optional<Soort> soort = {};  // of every project that says nothing else
  Place soort_place = {};
  std::vector<Reference<ProjectId>> weerstandscapaciteit = {};  // none: the investeringsbudget is what is available
  std::optional<Money> eenheid;  // what the amounts of its files are written in; none: the euro
  Place eenheid_place;
  std::optional<Year> begrotingsjaar;  // the year that the budget is made for
  Place begrotingsjaar_place;
  std::vector<Controle> controles;

  Money unit() const { return eenheid.value_or(Money::of_euros(1)); }
};

struct Plan : PlanTable {
  std::vector<CheckSetting> check_settings;
  std::vector<Negeer> negeer;
  std::vector<Index> indexes;
  std::vector<Programmalijn> lines;
  std::vector<LineId> lines_outside_in;  // every line after the one it is under
  std::vector<Project> projects;
  std::vector<Afsluiting> afsluitingen;  // of closed years, in the order of their years
  std::vector<Afsluiting> tussentijds;   // of years that go on, by year and peildatum
  std::vector<Koppeling> koppelingen;
  std::vector<Doel> doelen;               // in the order of the files
  std::vector<DoelId> doelen_outside_in;  // every goal after the one it is under
  Jaareinde jaareinde;
  Weergave weergave;
  std::vector<BookedCell> booked;  // by cell: what balances count in the place of the budget
  std::size_t post_count = 0;

  // What changes have left behind; empty without any.
  std::vector<ChangeNote> change_notes;
  std::vector<IndexNote> index_notes;
  std::vector<ShiftedOut> shifted_out;
  std::vector<Dropped> dropped;
  std::vector<Multiplied> multiplied;
  std::vector<NamedByPlace> named_by_place;
  std::vector<ClosedKept> closed_kept;
  std::vector<LateChange> late_changes;
  std::vector<NotNeutral> not_neutral;
  std::vector<CarriedOver> carried_over;

  const Project& project(ProjectId id) const { return projects[position(id)]; }
  const Programmalijn& line(LineId id) const { return lines[position(id)]; }
  const Doel& doel(DoelId id) const { return doelen[position(id)]; }
  std::optional<LineId> line_above(LineId id) const { return line(id).onder ? line(id).onder->id : std::nullopt; }
  // Whether a project is in a programmalijn, or in one that is under it.
  bool is_in(const Project& project, LineId line) const {
    std::optional<LineId> at = project.programmalijn.id;
    while (at && *at != line) at = line_above(*at);
    return at.has_value();
  }
  std::optional<ProjectId> find_project(std::string_view nr) const;
  // What this kenmerk is of a post: its own, else that of its project, else that of the programmalijn nearest above it;
  // null: none of them has it.
  const Kenmerk* kenmerk_of(const Project& project, const Post& post, std::string_view sleutel) const;
  const Afsluiting* find_afsluiting(Year year) const;  // null: it is not closed
  // Whether anything says what it is: without, all are projects and nothing is told of kinds.
  bool has_soorten() const;
  bool has_exploitatie() const;
  bool has_reserve() const;
  // Whether this side of a post is paid to a reserve or taken from one by what is none: a toevoeging or onttrekking, and
  // no lasten or baten (BBV art. 17).
  bool is_mutatie(const Project& project, std::size_t post, Direction direction) const {
    if (project.is_reserve() || project.legs.empty()) return false;
    const Leg* leg = project.find_leg(post, direction);
    return leg != nullptr && leg->other.id && this->project(*leg->other.id).is_reserve();
  }
  // A fund is a reserve or the investeringsbudget: what `saldo carryover` tells of.
  bool is_fund(ProjectId id) const {
    return project(id).is_reserve() || (investeringsbudget && investeringsbudget->id == id);
  }

  // Every side of every post of every project: visit(position of the project, of the post, direction).
  template <class Visit>
  void for_each_side(Visit visit) const {
    for (std::size_t project = 0; project < projects.size(); ++project)
      projects[project].for_each_side([&](std::size_t post, Direction direction) { visit(project, post, direction); });
  }
};

}  // namespace saldo

// How the lists of a plan are copied is compiled once, in plan/written/lists.cpp, and not by every file that holds
// a plan: that was a third of the time such a file took where saldo is watched.
// clang-format off
#define SALDO_LISTS_OF_A_PLAN(ONE) \
  ONE(Onderbouwing) ONE(Controle) ONE(Printed) ONE(Bandbreedte) ONE(Post) ONE(Leg) ONE(Onzekerheid) \
  ONE(Project) ONE(Programmalijn) ONE(LineId) ONE(YearRate) ONE(BlendPart) ONE(Index) ONE(CheckSetting) \
  ONE(Negeer) ONE(Kenmerk) ONE(BookedPost) ONE(BookedProject) ONE(Bron) ONE(Onderweg) ONE(Voorschot) \
  ONE(Oordeel) ONE(Correctie) ONE(Heropend) ONE(Afsluiting) ONE(KoppelingRegel) ONE(Koppeling) ONE(Kolom) \
  ONE(Woord) ONE(BookedCell) ONE(ChangeNote) ONE(IndexNote) ONE(ShiftedOut) ONE(Multiplied) ONE(NamedByPlace) \
  ONE(ClosedKept) ONE(LateChange) ONE(NotNeutral) ONE(CarriedOver) ONE(Doel) ONE(Streef) ONE(Resultaat) \
  ONE(Feit) ONE(Geld)
#define SALDO_COMPILED(where, type)                                        \
  where template std::vector<saldo::type>::vector(const vector&);          \
  where template std::vector<saldo::type>& std::vector<saldo::type>::operator=(const vector&);
#define SALDO_ELSEWHERE(type) SALDO_COMPILED(extern, type)
// clang-format on
SALDO_LISTS_OF_A_PLAN(SALDO_ELSEWHERE)
#undef SALDO_ELSEWHERE
