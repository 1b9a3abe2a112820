#include "intake/realisatie/tidy.h"

#include <algorithm>

#include "base/say.h"
#include "intake/columns.h"
#include "intake/excel.h"
#include "intake/realisatie/row_words.h"
#include "intake/realisatie/tidy_posts.h"
#include "intake/written_amount.h"
#include "intake/written_year.h"

namespace saldo {

namespace {

enum TidyColumn : std::size_t {
  project_nr,
  post_nr,
  post_naam,
  row_year,
  baten,
  lasten,
  ordered,
  expected,
  why,
  line_id
};

const WantedColumn tidy_columns[] = {
    {"project", true}, {"post", true},          {"naam", false},     {"jaar", true},         {"baten", true},
    {"lasten", true},  {"verplichting", false}, {"verwacht", false}, {"toelichting", false}, {"programmalijn", false}};

class TidyReader {
 public:
  TidyReader(const Plan& plan, Year year, const Sheet& sheet, FoundColumns columns, Actuals& actuals,
             Findings& findings)
      : plan_(plan),
        year_(year),
        sheet_(sheet),
        columns_(std::move(columns)),
        findings_(findings),
        amounts_(nullptr),
        gathering_(plan, actuals, findings),
        posts_(plan, findings) {}

  void read() {
    for_each_row([&](std::size_t row) {
      for (const TidyColumn column : {baten, lasten, ordered, expected})
        if (const SheetCell* cell = cell_at(row, column)) amounts_.look_at(*cell);
    });
    for (std::size_t row = columns_.heading_row + 1; row < sheet_.rows(); ++row) read_row(row);
    gathering_.finish();
  }

 private:
  template <class Visit>
  void for_each_row(Visit visit) const {
    const std::size_t headings = sheet_.row(columns_.heading_row).size();
    for (std::size_t row = columns_.heading_row + 1; row < sheet_.rows(); ++row)
      if (sheet_.row(row).size() >= headings) visit(row);
  }

  const SheetCell* cell_at(std::size_t row, TidyColumn column) const { return columns_.cell(sheet_.row(row), column); }
  std::string_view text_at(std::size_t row, TidyColumn column) const {
    const SheetCell* cell = cell_at(row, column);
    return cell == nullptr ? std::string_view() : without_guard(sheet_.shown(*cell));
  }
  Place place_at(std::size_t row, TidyColumn column) const { return sheet_.place(*cell_at(row, column)); }

  void read_row(std::size_t row) {
    gathering_.begin_row();
    RowFate fate;
    fate.place = sheet_.place(sheet_.row(row).front());
    fate.fate = Fate::refused;
    if (has_its_cells(sheet_, columns_, row, findings_)) {
      fate.key = std::string(text_at(row, project_nr)) + '/' + std::string(text_at(row, post_nr));
      check_year(row);
      const std::optional<ActualSide> target = find_target(row);
      const BothSides<WrittenAmount> sides = {read_amount(row, baten), read_amount(row, lasten)};
      const std::optional<Money> commitment = read_beside(row, ordered), forecast = read_beside(row, expected);
      if (target && !gathering_.is_refused()) put(row, *target, sides, commitment, forecast, fate);
    }
    if (gathering_.is_refused()) fate.fate = Fate::refused;
    gathering_.end_row(std::move(fate));
  }

  void check_year(std::size_t row) {
    const std::string_view text = text_at(row, row_year);
    const std::optional<Year> found = read_written_year(text);
    if (found == year_) return;
    const Place place = place_at(row, row_year);
    if (!found) return tell_no_year(gathering_, place, text, year_);
    gathering_.report(Rule::realisatie_jaar, place, say("this row is of {}, and {} is closed", *found, year_),
                      say("take it out: saldo table PLAN --tidy --years {} writes one year", year_));
  }

  std::optional<ActualSide> find_target(std::size_t row) {
    const auto named = [&](TidyColumn column) {
      const SheetCell* cell = cell_at(row, column);
      return cell == nullptr ? Named{} : Named{std::string(without_guard(sheet_.shown(*cell))), sheet_.place(*cell)};
    };
    return posts_.find({named(project_nr), named(post_nr), named(post_naam), named(why)});
  }

  // --- how much ---

  WrittenAmount read_amount(std::size_t row, TidyColumn column) {
    const SheetCell* cell = cell_at(row, column);
    WrittenAmount written = amounts_.read(*cell);
    if (written.is == WrittenAmount::Is::refused) tell_refused(gathering_, sheet_.place(*cell), written);
    else if (written.flag != AmountFlag::none) tell_flag(gathering_, sheet_.place(*cell), cell->text);
    return written;
  }

  // Of the columns that --tidy does not have: empty where there is nothing to say.
  std::optional<Money> read_beside(std::size_t row, TidyColumn column) {
    if (cell_at(row, column) == nullptr) return std::nullopt;
    const WrittenAmount written = read_amount(row, column);
    return written.is == WrittenAmount::Is::money ? std::optional(written.money) : std::nullopt;
  }

  void put(std::size_t row, ActualSide side, const BothSides<WrittenAmount>& sides, std::optional<Money> commitment,
           std::optional<Money> forecast, RowFate& fate) {
    const bool one_side = (sides.baten.is == WrittenAmount::Is::money) != (sides.lasten.is == WrittenAmount::Is::money);
    if ((commitment || forecast) && !one_side) return tell_sideless(row, commitment ? ordered : expected);
    const Project& project = plan_.project(side.project);
    for (const Direction direction : both_directions) {
      if (sides[direction].is != WrittenAmount::Is::money) continue;
      side.direction = direction;
      const Place place = place_at(row, direction == Direction::baten ? baten : lasten);
      if (const Actual* first = gathering_.find(side)) {
        tell_twice(place, *first, project, side);
        continue;
      }
      gathering_.add(side, sides[direction].money, place);
      Actual& actual = gathering_.at(side, place);
      actual.verplichting = commitment;
      actual.verwacht = forecast;
      actual.toelichting = text_at(row, why);
      fate.euros[direction] = sides[direction].money;
      fate.to = Address{project.nr, side.post ? project.posts[*side.post].nr.str() : side.naam,
                        one_side ? std::string(to_text(direction)) : "", year_};
    }
    fate.fate = fate.to ? Fate::mapped : Fate::skipped;
    if (!fate.to)
      fate.reason = sides.baten.is == WrittenAmount::Is::pm || sides.lasten.is == WrittenAmount::Is::pm ? "PM" : "leeg";
  }

  void tell_sideless(std::size_t row, TidyColumn column) {
    gathering_.report(
        Rule::realisatie_getal, place_at(row, column),
        say("this belongs to the baten or the lasten of the row, and there is not one of them"),
        say("write 0 where nothing was booked yet, and the baten and lasten of a post in rows of their own"));
  }

  void tell_twice(Place place, const Actual& first, const Project& project, const ActualSide& side) {
    gathering_.report(Rule::realisatie_dubbel, place,
                      say("the {} of {}/{} are there twice", to_text(side.direction), project.nr,
                          side.post ? project.posts[*side.post].nr.str() : side.naam),
                      say("one row has one post: add them up, or take one out"));
    findings_.back().related.push_back({first.place, say("the first one is here")});
  }

  const Plan& plan_;
  Year year_;
  const Sheet& sheet_;
  FoundColumns columns_;
  Findings& findings_;
  AmountReader amounts_;
  Gathering gathering_;
  TidyPosts posts_;
};

}  // namespace

void read_tidy(const Plan& plan, Year year, const Sheet& sheet, Actuals& actuals, Findings& findings) {
  std::optional<FoundColumns> columns = find_columns(sheet, tidy_columns, nullptr, findings);
  if (!columns) return;
  actuals.unread_columns = columns->others;
  TidyReader(plan, year, sheet, std::move(*columns), actuals, findings).read();
}

}  // namespace saldo
