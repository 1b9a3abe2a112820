// What is written of one side of a post: a term for each year, a percentage, a total and its parts, the lines that an
// amount is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/finding/place.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/slim/few.h"
#include "base/slim/shared_text.h"
#include "base/slim/slim_list.h"
#include "base/year.h"
#include "plan/reference.h"

namespace saldo {

// What is written for one year. `part` is a share of the side's total; the last three are the words of the format.
// A kind stands in switches without default, and never beside == (a test looks), so that the compiler names every place
// that has to know a new one. Who only asks one thing of a kind asks facts_of().
enum class TermKind : std::uint8_t { amount, part, onderbouwing, sluitpost, spiegel };

struct KindFacts {
  std::string_view word = {};       // that stands for it in a plan; "": none
  bool is_typed = false;            // the amount itself, or PM
  bool is_share = false;            // of the total of its side
  bool takes_onderbouwing = false;  // is the sum of the lines of its post
  bool mirrors = false;             // follows from the other side of an overdracht: its post must be one
  bool closes = false;              // takes what is left of its project: there is one a year
};

constexpr KindFacts facts_of(TermKind kind) {
  switch (kind) {
    case TermKind::amount: return {.is_typed = true};
    case TermKind::part: return {.is_share = true};
    case TermKind::onderbouwing: return {.word = "onderbouwing", .takes_onderbouwing = true};
    case TermKind::sluitpost: return {.word = "sluitpost", .closes = true};
    case TermKind::spiegel: return {.word = "spiegel", .mirrors = true};
  }
  return {};
}

struct Term {
  Year year;
  TermKind kind = TermKind::amount;
  std::uint32_t year_column = 0;  // of the year, which stands on the line of its value
  Amount amount = {};             // for TermKind::amount: money or PM
  Place place = {};               // of the value

  KindFacts facts() const { return facts_of(kind); }
  bool is_typed_money() const { return facts().is_typed && amount.is_money(); }
};

// `totaal = 46_000` (or "onderbouwing"): cut into the shares of the terms of kind part, in the order of those terms.
struct Total {
  std::optional<Money> totaal;  // absent: the onderbouwing of the post
  SlimList<SlimRatio> shares;
  Place place;
};

struct PostRange {
  std::uint32_t first = 0;  // positions in the project, both included
  std::uint32_t last = 0;
};

// `percentage = 5.0, over = "2..11"`: of the same side of those posts, or of the side that `kant` names, every year.
struct Percentage {
  SlimRatio percent;  // 5.0
  SlimList<PostRange> over;
  Place place;
  std::optional<Direction> kant = {};

  Ratio rate() const { return Ratio(percent) * Ratio{1, 100}; }  // 5.0 is 50/1000

  // The side of those posts, where the percentage itself stands on `own`.
  Direction side_over(Direction own) const { return kant.value_or(own); }
};

using SideFormula = std::variant<std::monostate, Total, Percentage>;

// `maximum = 50_000`, or `{ totaal = 100_000 }`: no more than that follows from a percentage or an index, in a year or in
// all years of the plan together. What is written out is not held to it.
struct Maximum {
  Money amount;
  bool of_all_years = false;
  Place place;
};

// What decides the amounts of a side beside its terms: few have any.
struct SideRules {
  SideFormula formula;
  Few<Maximum> maximum;
};

// The baten or the lasten of a post. A year without a term follows from the formula or the post's index, or is absent.
struct Side {
  SlimList<Term> terms;
  Few<SideRules> rules;
  bool empty() const { return terms.empty() && !has_formula(); }
  bool has_formula() const { return rules && rules->formula.index() != 0; }

  // The formula, where it is one of these; else null.
  const Total* total() const { return rules ? std::get_if<Total>(&rules->formula) : nullptr; }
  const Percentage* percentage() const { return rules ? std::get_if<Percentage>(&rules->formula) : nullptr; }
  const Maximum* maximum() const { return rules ? rules->maximum.get() : nullptr; }  // null: none

  void set_formula(SideFormula formula) { rules.own().formula = std::move(formula); }

  // Whether a year, or the total, is the sum of the onderbouwing of its post.
  bool takes_onderbouwing() const;

  // Which of the shares of the total is that of this year: the number of parts before it.
  std::size_t share_number(Year year) const;
};

// The term written for a year, if there is one.
const Term* find_term(const Side& side, Year year);

// A number that reads as it stands, but looks as if another was meant: told by verdacht-getal.
struct OddNumber {
  enum class Kind : std::uint8_t {
    thousand,  // 1.720
    comma,     // 73,57 in a list
  };
  Kind kind{};
  std::string meant;  // as a plan writes it: 1_720, 73.57
  Place place;
};

// `{ tarief = 73.57 }` among the factors of a line: one that goes by a name, and is the same wherever that name is.
struct NamedFactor {
  std::string naam;
  std::uint32_t position = 0;  // in the factors of its line
  Place place;                 // of the number
};

// What few lines have.
struct OnderbouwingMore {
  std::vector<NamedFactor> named;  // in the order of the factors
  std::vector<OddNumber> odd;
  Place bedrag_place;
};

// rate x hours x weeks: one line of a sub-budget. What is written as its amount wins over its factors, of which there are
// then none where nothing says how it came about.
struct Onderbouwing {
  SharedText naam;
  SlimList<SlimRatio> factoren;
  std::optional<Money> bedrag;
  Place place;
  Few<OnderbouwingMore> more;
};

}  // namespace saldo
