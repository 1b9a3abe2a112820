// [[afsluiting]]: what a year came to, as a plan keeps it. It holds facts and decisions; openings, sluitposten, spiegels,
// restanten and the investeringsbudget follow from them. Nothing of the budget itself is changed by one: a closed year has
// two layers, what was budgeted and what was realised (calc/realisatie.h says who looks at which).
//
// The law: the college accounts for the year that has ended, and the council adopts the accounts (Gemeentewet art. 197
// and 198), with the budget before and after its changes beside what was realised (BBV art. 27 and 28).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/address.h"
#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/year.h"
#include "plan/reference.h"

namespace saldo {

// How sure a record is: it may be replaced while it is voorlopig, and not any more once it is vastgesteld. One that is
// tussentijds is of a year that goes on: it closes nothing.
enum class Stand : std::uint8_t { tussentijds, voorlopig, vastgesteld };
constexpr std::string_view to_text(Stand stand) {
  constexpr std::string_view words[] = {"tussentijds", "voorlopig", "vastgesteld"};
  return words[static_cast<std::size_t>(stand)];
}

// An amount as it was booked.
struct Booked {
  Money amount;
  Place place;
};

// What was budgeted when the year was closed: money or PM.
struct Budgeted {
  Amount amount;
  Place place;
};

// What was booked on a post. A side without an amount is not known: that is not nothing.
struct BookedPost {
  Named post;            // its nr, or its naam
  bool by_naam = false;  // a naam that no post of the project has is something that was not budgeted
  BothSides<std::optional<Booked>> realisatie;
  BothSides<std::optional<Budgeted>> begroot;  // as it was when the year was closed, where that was kept
  bool afgeleid = false;                       // it follows from other amounts, and stands on no row of a ledger
  std::optional<Booked> verplichting;          // ordered, and not booked yet: lasten
  BothSides<std::optional<Booked>> verwacht;   // tussentijds: of the whole year, where somebody knows better
  bool structureel = false;                    // tussentijds: what is expected otherwise stays so in later years
  std::string toelichting;
  Place place;
  std::optional<std::uint32_t> position = {};  // in its project, once linked
};

struct BookedProject {
  Reference<ProjectId> project;
  std::optional<Booked> eindsaldo;  // of a year of the plan: what must come out; of the year before it: the fact itself
  std::vector<BookedPost> posts;
};

// Where amounts of a record were read, so that it can be shown that all of it is in there.
struct Bron {
  std::string bestand;
  std::string sha256;
  std::string koppeling;  // "": the columns of `saldo table --tidy`
  std::int64_t regels = 0;
  std::int64_t overgeslagen = 0;
  Money baten;  // of what was mapped
  Money lasten;
  Place place;  // of its bestand
};

// Sent before the end of the year and not received then: it arrives the year after.
struct Onderweg {
  Reference<ProjectId> van;
  Reference<ProjectId> naar;
  Money bedrag;
  Place place;  // of the amount
};

// An advance for one purpose, such as a specifieke uitkering: what is not spent yet stands on the balance sheet, not in
// baten (BBV art. 49 and 52a).
struct Voorschot {
  Reference<ProjectId> project;
  Money begin;
  Money ontvangen;
  Money besteed;
  Money terugbetaald;
  Place place;  // of its project

  Money eind() const { return begin + ontvangen - besteed - terugbetaald; }
};

// What is thought of lasten above the budget of a programmalijn, or of a project: whether the council can accept it
// (Kadernota rechtmatigheid of the commissie BBV).
struct Oordeel {
  Named over;  // id of a programmalijn, or nr of a project
  bool of_project = false;
  bool acceptabel = false;
  std::string toelichting;
  Place place;  // of the name
};

// An amount of an adopted year that turned out otherwise: the record stays, and a year that is open takes the difference.
struct Correctie {
  Reference<ProjectId> project;
  Named post;
  Direction kant{};
  Money bedrag;
  Year verwerkt_in;
  std::string toelichting;
  Place place;                                 // of the amount
  std::optional<std::uint32_t> position = {};  // of the post in its project, once linked
};

// Why an adopted record was replaced, and what all projects together ended with in the one before.
struct Heropend {
  Date datum;
  std::string reden;
  Money eindsaldo;
};

struct Afsluiting {
  Year jaar;
  Stand stand = Stand::voorlopig;
  std::optional<Date> peildatum;  // until when what was booked was counted
  std::optional<Date> datum;      // of the decision
  std::string besluit;
  std::vector<BookedProject> projects;
  std::vector<Bron> bronnen;
  std::vector<Onderweg> onderweg;  // by van and naar, once linked
  std::vector<Voorschot> voorschotten;
  std::vector<Oordeel> oordelen;
  std::vector<Correctie> correcties;
  std::vector<Heropend> heropend;
  Place place;  // of its jaar

  const Onderweg* find_onderweg(ProjectId van, ProjectId naar) const;  // null: it states nothing of this route
};

// What may be proposed to be spent in the next year.
struct OverhevelingRules {
  enum class Soort : std::uint8_t { incidenteel, structureel, alle };

  Money minimaal;                    // per post
  Soort soort = Soort::incidenteel;  // of the post
  bool bestedingsplan = false;       // only what says in its toelichting what it is for
  std::int16_t jaren = 1;            // after the year it was budgeted for, in which it may be spent
};

// `[jaareinde]`: what the organisation has agreed for its accounts.
struct Jaareinde {
  enum class Rechtmatigheid : std::uint8_t { programmalijn, project, uit };
  using Soort = OverhevelingRules::Soort;
  using Overheveling = OverhevelingRules;

  std::optional<Money> toelichting_vanaf;                         // a deviation from this on says why
  std::optional<Ratio> toelichting_procent;                       // or from this share of the budget on
  Rechtmatigheid rechtmatigheid = Rechtmatigheid::programmalijn;  // on what level the budget binds
  std::optional<OverhevelingRules> overheveling;
  Place place;
};

// What was booked on one side of a post in a closed year: the cell by its number, counted as in Amounts (calc/cells.h).
struct BookedCell {
  std::uint64_t cell = 0;
  Money amount;
  Place place;
  bool is_expected = false;  // of a year that is open, in the standing prognose
};

// A change without a year of its own, which left closed years as they were.
struct ClosedKept {
  Year last;  // that is closed
  Place place;
};

// What a begrotingswijziging changes in a year that had ended when it was decided.
struct LateChange {
  std::string nr;  // of the begrotingswijziging
  Date datum;
  Address what;  // with the year
  Place place;
};

// What a begrotingswijziging that says `neutraal` does all the same to the result of a year, or to what the plan begins with.
struct NotNeutral {
  std::string nr;            // of the begrotingswijziging
  std::optional<Year> year;  // none: the budget per 1 januari of the first year
  Money before;              // it
  Money after;
  Place place;  // of its `neutraal`
};

// Lasten that were budgeted in a closed year and not spent, and that a change lets a later year spend.
struct CarriedOver {
  std::string project;
  std::string post;
  Year van;
  Year naar;
  Money bedrag;
  Place place;  // of the amount
};

}  // namespace saldo
