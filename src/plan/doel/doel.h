// [[doel]]: what a plan wants, what is done for it, when that is reached and which money serves it. A goal is a node of a
// tree of any depth; what is printed of it (targets, results, facts) stands on it, and nothing is worked out here.
//
// After load_plan() without findings: ids are unique, every parent is there and comes before what is under it in
// Plan::doelen_outside_in, at most 16 levels deep, and every project, post, programmalijn and goal that is named is found.
//
// What is not known is never zero and never met: a target of "PM" has no number, a result without `waarde` has none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/year.h"
#include "plan/reference.h"

namespace saldo {

enum class DoelId : std::uint32_t {};

// What a goal is, in the words of the document.
enum class DoelSoort : std::uint8_t {
  programma,
  hoofddoel,
  doelstelling,
  subdoel,
  thema,
  project,
  prestatie,
  activiteit,
  fase,
  indicator,
  ambitie,
  visie,
  context,
  ontwikkeling,
};
inline constexpr std::string_view doel_soorten[] = {
    "programma",  "hoofddoel", "doelstelling", "subdoel", "thema", "project", "prestatie",
    "activiteit", "fase",      "indicator",    "ambitie", "visie", "context", "ontwikkeling"};
constexpr std::string_view to_text(DoelSoort soort) { return doel_soorten[static_cast<std::size_t>(soort)]; }

// A level says what is wanted, a doing what is done for it or measured of it, a text explains.
enum class DoelRol : std::uint8_t { niveau, doen, tekst };
constexpr DoelRol rol_of(DoelSoort soort) {
  if (soort <= DoelSoort::project) return DoelRol::niveau;
  return soort <= DoelSoort::indicator ? DoelRol::doen : DoelRol::tekst;
}

// A year, or a day in it.
struct Moment {
  Year jaar;
  std::optional<Date> datum;
  Place place;

  // The last day that it covers.
  Date last_day() const { return datum ? *datum : Date{jaar.value, 12, 31}; }
  friend bool operator==(const Moment& a, const Moment& b) { return a.jaar == b.jaar && a.datum == b.datum; }
};

// A number that is counted or measured, exact.
struct Cijfer {
  Ratio getal;
  Place place;
  friend bool operator==(const Cijfer& a, const Cijfer& b) { return a.getal == b.getal; }
};

// The key of a target says what it asks. The first ten ask a number.
enum class StreefSoort : std::uint8_t {
  minimaal,     // at least
  maximaal,     // at most
  meer_dan,     // above
  minder_dan,   // below
  precies,      // exactly; reached from there on
  ongeveer,     // about; reached from there on
  omhoog_naar,  // up to a level
  omlaag_naar,  // down to a level
  omhoog_met,   // up by a change
  omlaag_met,   // down by a change
  richting,
  schaal,
  aandeel,
  product,
  inspanning,
};
inline constexpr std::string_view streef_soorten[] = {
    "minimaal",   "maximaal",   "meer_dan", "minder_dan", "precies", "ongeveer", "omhoog_naar", "omlaag_naar",
    "omhoog_met", "omlaag_met", "richting", "schaal",     "aandeel", "product",  "inspanning"};
constexpr std::string_view to_text(StreefSoort soort) { return streef_soorten[static_cast<std::size_t>(soort)]; }
constexpr bool asks_number(StreefSoort soort) { return soort <= StreefSoort::omlaag_met; }
constexpr bool asks_change(StreefSoort soort) {
  return soort == StreefSoort::omhoog_met || soort == StreefSoort::omlaag_met;
}
// Whether less is better.
constexpr bool asks_less(StreefSoort soort) {
  return soort == StreefSoort::maximaal || soort == StreefSoort::minder_dan || soort == StreefSoort::omlaag_naar ||
         soort == StreefSoort::omlaag_met;
}

enum class Richting : std::uint8_t { omhoog, omlaag, gelijk };
inline constexpr std::string_view richtingen[] = {"omhoog", "omlaag", "gelijk"};
constexpr std::string_view to_text(Richting richting) { return richtingen[static_cast<std::size_t>(richting)]; }

enum class Aandeel : std::uint8_t { alle, geen };
inline constexpr std::string_view aandelen[] = {"alle", "geen"};
constexpr std::string_view to_text(Aandeel aandeel) { return aandelen[static_cast<std::size_t>(aandeel)]; }

enum class Per : std::uint8_t { jaar, maand };
inline constexpr std::string_view per_woorden[] = {"jaar", "maand"};
constexpr std::string_view to_text(Per per) { return per_woorden[static_cast<std::size_t>(per)]; }

// What a target or a result is measured in. A percentage is told as its number: 80 of eenheid "%".
struct Maat {
  std::string eenheid;               // "": a number of them
  std::string van;                   // what a percentage is of; "": not said
  std::optional<Cijfer> van_aantal;  // how many those are

  bool is_percentage() const { return eenheid == "%"; }
  friend bool operator==(const Maat&, const Maat&) = default;
};

// As people write it: 1,22 or 4.000. No figure of a goal has more than six decimals.
inline std::string in_figures(const Ratio& number) { return to_dutch(number, 0, 6); }

// 80%, 3 jaar, 250.
inline std::string in_figures(const Ratio& number, const Maat& maat) {
  if (maat.is_percentage()) return in_figures(number) + "%";
  return maat.eenheid.empty() ? in_figures(number) : in_figures(number) + " " + maat.eenheid;
}

// Where a target starts from: a level, or a group to compare with.
struct Nulmeting {
  std::optional<Moment> moment;
  std::optional<Cijfer> waarde;  // none: not told, which is not zero
  std::string groep;
  bool afgeleid = false;  // the value follows by arithmetic from what is printed
  Place place;
  friend bool operator==(const Nulmeting& a, const Nulmeting& b) {
    return a.moment == b.moment && a.waarde == b.waarde && a.groep == b.groep && a.afgeleid == b.afgeleid;
  }
};

struct Streef {
  std::uint32_t nr = 0;  // as results name it: its own, else its place among the targets, from 1
  bool own_nr = false;
  StreefSoort soort{};
  std::optional<Cijfer> waarde;  // of what asks a number; none there: PM
  bool is_relatief = false;      // a change by a share of what it was: "10%" is 1/10
  Richting richting{};           // of StreefSoort::richting
  Aandeel aandeel{};             // of StreefSoort::aandeel
  std::string woord;             // of schaal, product, inspanning
  Place place;                   // of the value of the key that says its soort

  std::string wat;  // "": the naam of the goal
  Maat maat;
  std::optional<Per> per;
  std::string voor;         // the group or area it is limited to
  std::vector<Year> jaren;  // in order; none: not said, or a date
  std::optional<Date> datum;
  Place jaar_place;            // of its jaar or datum; without a line: neither is there
  bool jaar_afgeleid = false;  // the year stands elsewhere in the document
  std::string wanneer;         // as printed
  std::optional<Moment> bekend_na;
  std::optional<Nulmeting> nulmeting;
  std::optional<std::uint32_t> norm_bij;  // nr of the target of the same goal in which this one is the norm
  Place norm_place;
  std::optional<Reference<DoelId>> deel_van;
  std::string mits;
  std::string bron;

  bool is_number() const { return asks_number(soort) && waarde.has_value(); }
  bool is_pm() const { return asks_number(soort) && !waarde; }
  // The years it is for; none: none is said.
  std::vector<Year> years() const { return datum ? std::vector{Year{datum->year}} : jaren; }
  // The last day of them.
  std::optional<Date> last_day() const {
    if (datum) return datum;
    return jaren.empty() ? std::nullopt : std::optional(Date{jaren.back().value, 12, 31});
  }
};

// What is said to be reached, and what follows from the figures: two things.
enum class Bewering : std::uint8_t { gehaald, deels, niet, op_koers, achter, gestegen, gedaald };
inline constexpr std::string_view beweringen[] = {"gehaald", "deels",    "niet",   "op-koers",
                                                  "achter",  "gestegen", "gedaald"};
constexpr std::string_view to_text(Bewering bewering) { return beweringen[static_cast<std::size_t>(bewering)]; }

enum class Vergelijking : std::uint8_t { gehaald, deels, niet, onbekend };
inline constexpr std::string_view vergelijkingen[] = {"gehaald", "deels", "niet", "onbekend"};
constexpr std::string_view to_text(Vergelijking vergelijking) {
  return vergelijkingen[static_cast<std::size_t>(vergelijking)];
}

struct Resultaat {
  std::optional<std::uint32_t> streef;  // nr of the target as it is written
  std::string wat;                      // what it is of, where that is not the whole of one target
  std::optional<Cijfer> waarde;         // none: not known
  Maat maat;                            // what it says itself; else that of the target
  std::optional<Cijfer> procent;        // the percentage that is printed beside `waarde`
  std::optional<Moment> moment;         // when it was measured
  std::optional<Bewering> beweerd;
  std::optional<Vergelijking> vergeleken;  // a check on what follows
  Place vergeleken_place;
  Place beweerd_place;
  std::optional<Moment> bekend_na;
  std::string bron;
  Place streef_place;
  Place place;  // of its first key
};

// A printed figure that is no target and no result.
struct Feit {
  std::string wat;
  Cijfer waarde;
  Maat maat;
  std::optional<Moment> moment;
  bool ongeveer = false;
  std::string bron;
  Place place;
};

// Why money is said to serve a goal: it has the same name, a note says so, or a reader inferred it.
enum class Grond : std::uint8_t { naam, toelichting, afgeleid };
inline constexpr std::string_view gronden[] = {"naam", "toelichting", "afgeleid"};
constexpr std::string_view to_text(Grond grond) { return gronden[static_cast<std::size_t>(grond)]; }

// A project, a post of it, or money that is named without being one.
struct Geld {
  std::optional<Reference<ProjectId>> project;
  Named post;                                  // nr or naam; "": the whole project
  std::optional<std::uint32_t> position = {};  // of the post in its project, once linked
  std::optional<Ratio> deel;                   // of every amount of it; none: shared with others that name it
  Place deel_place;
  Place vervallen = {};  // where a change takes it out; without a line: it is there
  std::optional<Grond> grond;
  std::string tekst;
  std::optional<Money> bedrag;  // beside `tekst`
  Place place;
};

struct Doel {
  std::string id;
  Place place;  // of its id
  DoelSoort soort{};
  Place soort_place;
  std::optional<Reference<DoelId>> onder;
  std::string nr;  // as printed; no identity
  Place nr_place;
  std::string naam;
  Place naam_place;
  std::vector<Named> was;  // id or nr in an older plan
  std::string tekst;
  std::optional<Reference<ProjectId>> project;  // its own; Plan::project_of_doel tells that from above it too
  std::vector<Reference<LineId>> programmalijnen;
  std::vector<Streef> streven;
  std::vector<Resultaat> resultaten;
  std::vector<Feit> feiten;
  std::vector<Geld> geld;
  std::vector<Reference<DoelId>> zie;
  std::vector<Named> elders;

  // A nr is nearly always the place in the list. No two are the same, once the goal was read without findings.
  const Streef* find_streef(std::uint32_t number) const {
    if (number > 0 && number <= streven.size() && streven[number - 1].nr == number) return &streven[number - 1];
    for (const Streef& streef : streven)
      if (streef.nr == number) return &streef;
    return nullptr;
  }
  // What a target is of: where it says nothing else, of the goal.
  const std::string& wat_of(const Streef& streef) const { return streef.wat.empty() ? naam : streef.wat; }
  // The target that a result is of: the one it names, else the only one where it says no `wat` of its own; null: it is of
  // the goal as a whole.
  const Streef* streef_of(const Resultaat& resultaat) const {
    if (resultaat.streef) return find_streef(*resultaat.streef);
    return streven.size() == 1 && resultaat.wat.empty() ? &streven.front() : nullptr;
  }
};

}  // namespace saldo
