#include "report/why/why.h"

#include <fmt/format.h>

#include <memory>
#include <span>
#include <utility>

#include "plan/address.h"
#include "report/why/cell_words.h"
#include "report/why/changed_cells.h"
#include "report/why/sum_words.h"

namespace saldo {

namespace {

Table head_of_why() {
  return {"waarom",
          Dutch("Hoe dit bedrag tot stand komt"),
          {{"niveau", Dutch("Niveau"), ColumnType::integer, {}, ColumnUse::machines},
           {"cel", Dutch("Bedrag van"), ColumnType::text},
           {"naam", Dutch("Berekening"), ColumnType::text},
           {"bedrag", Dutch("Bedrag"), ColumnType::amount, {}, ColumnUse::machines},
           {"plaats", Dutch("Geschreven in"), ColumnType::text}},
          {}};
}

class Why {
 public:
  explicit Why(const WhyInput& input) : in_(input), plan_(input.worked.plan), graph_(plan_), changed_(plan_) {}

  void each(std::span<const Target> targets, int depth, const TakeRow& take) {
    take_ = &take;
    wanted_ = true;
    for (const Target& target : targets) unfold(target, depth);
  }

  void each_own(std::span<const AmountOf> cells, const TakeRow& take) {
    take_ = &take;
    wanted_ = true;
    depth_ = 1;
    unfolds_ = false;
    for (const AmountOf& cell : cells) explain(cell);
  }

 private:
  struct Waiting {
    Target target;
    int level;
  };

  // A stack instead of recursion: the years of a long plan may hang together to any depth.
  void unfold(const Target& target, int depth) {
    depth_ = depth;
    std::vector<Waiting> waiting{{target, 0}};
    while (wanted_ && !waiting.empty()) {
      const Waiting next = waiting.back();
      waiting.pop_back();
      level_ = next.level;
      const std::vector<Target> parts = std::visit([this](const auto& t) { return explain(t); }, next.target);
      if (next.level == depth) continue;
      for (auto part = parts.rbegin(); part != parts.rend(); ++part) waiting.push_back({*part, next.level + 1});
    }
  }

  std::string place_text(Place place) const {
    // A --set has no lines, but it says itself what it is.
    if (place.line == 0) return position(place.file) == 0 ? "" : in_.file_name(place.file);
    return fmt::format("{}:{}:{}", in_.file_name(place.file), place.line, place.column);
  }

  void add_row(const Target& target, const Dutch& words, Amount amount, std::string place) {
    Row row{RowKind::item,
            level_,
            {std::int64_t{level_}, to_text(address_of(plan_, target)), words.text(), amount, Blank()},
            false};
    if (!place.empty()) row.cells.back() = std::move(place);
    pass_on(row);
  }

  void add_line(const Dutch& words, Amount amount, Place place) {
    pass_on({RowKind::item,
             level_ + 1,
             {std::int64_t{level_ + 1}, Blank(), words.text(), amount, place_text(place)},
             false});
  }

  void pass_on(const Row& row) { wanted_ = wanted_ && (*take_)(row); }

  static Place place_of_opening(const Project& project) {
    return project.more->realised_opening ? project.more->realised_place : project.budget_place;
  }

  // What was booked, and what was budgeted beside it: nothing else follows from how that came about.
  std::vector<Target> explain_booked(const AmountOf& cell, const BookedCell& booked) {
    const Amount begroot =
        in_.worked.budget().amounts.at(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
    add_row(cell, booked_words(in_.worked, cell, booked), booked.amount, place_text(booked.place));
    if (level_ == depth_) return {};
    add_line(budget_words(begroot, booked.amount, cell.direction), begroot,
             begroot.is_absent() ? Place() : place_of(in_.worked.budget().plan, cell));
    add_changes(cell);
    return {};
  }

  std::vector<Target> explain(const AmountOf& cell) {
    if (const BookedCell* booked = find_booked(plan_, cell)) return explain_booked(cell, *booked);
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const Amount amount = in_.worked.amounts.at(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
    const std::optional<Step> step = step_of(plan_, in_.trace, cell);
    add_row(cell, cell_words(in_.worked, cell, step, graph_), amount,
            amount.is_absent() ? "" : place_text(place_of(plan_, cell)));
    if (level_ < depth_) add_changes(cell);
    if (!step) return {};
    for (std::size_t i = 0; level_ < depth_ && i < step->lines.size(); ++i)
      add_line(onderbouwing_words(plan_, post, i, step->lines[i]), step->lines[i].amount,
               (*post.more->onderbouwing)[i].place);
    return unfolds_ && level_ < depth_ ? targets(cell, *step) : std::vector<Target>();
  }

  // As many as there are posts before it, for an amount that follows from all of them.
  std::vector<Target> targets(const AmountOf& cell, const Step& step) const {
    std::vector<Target> targets;
    if (takes_what_is_left(step.formula))
      targets.push_back(SumOf{{Of::project, cell.project}, Figure::opening, cell.year});
    for (const Input& input : graph_.inputs_of(cell, in_.worked.amounts)) targets.push_back(locate(plan_, input.cell));
    return targets;
  }

  // What changes found where this amount is written, and the changes of the index it follows.
  void add_changes(const AmountOf& cell) {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const auto because = [](const std::string& why) { return why.empty() ? "" : ": " + why; };
    for (const ChangeNote* note : changed_.of(cell)) {
      if (note->before) add_line(before_words(*note->before), note->before->amount, note->before->place);
      else add_line(Dutch("voor de wijziging: geen bedrag in dit jaar"), Amount(), Place());
      const Dutch how = note->operation.empty() ? Dutch("") : Dutch(" met {}", note->operation);
      add_line(Dutch("gewijzigd{}{}", how, because(note->toelichting)), Amount(), note->place);
    }
    const bool indexed =
        post.index != no_index && find_term(post.side(cell.direction), plan_.years.at(cell.year)) == nullptr;
    for (const IndexNote& note : plan_.index_notes)
      if (indexed && note.index == post.index)
        add_line(Dutch("index {} is gewijzigd{}", plan_.indexes[position(note.index)].naam, because(note.toelichting)),
                 Amount(), note.place);
  }

  std::vector<Target> explain(const SumOf& sum) {
    std::vector<Target> parts = parts_of(in_.worked, sum);
    std::string place;
    if (sum.figure == Figure::opening && sum.year == 0 && sum.whose.of == Of::project)
      place = place_text(place_of_opening(plan_.projects[sum.whose.index]));
    add_row(sum, sum_words(in_.worked, sum, parts.size()), figure_of(in_.worked, sum), std::move(place));
    return parts;
  }

  const WhyInput in_;
  const Plan& plan_;
  const AmountGraph graph_;
  const ChangedCells changed_;
  int level_ = 0;
  bool unfolds_ = true;
  int depth_ = 0;
  const TakeRow* take_ = nullptr;
  bool wanted_ = true;
};

}  // namespace

TableSource why_rows(const WhyInput& input, std::vector<Target> targets, int depth) {
  const auto why = std::make_shared<Why>(input);
  return {head_of_why(),
          [why, targets = std::move(targets), depth](const TakeRow& take) { why->each(targets, depth, take); }};
}

Table report_why(const WhyInput& input, std::span<const Target> targets, int depth) {
  return kept(why_rows(input, {targets.begin(), targets.end()}, depth));
}

Table report_own_words(const WhyInput& input, std::span<const AmountOf> cells) {
  return kept({head_of_why(), [&](const TakeRow& take) { Why(input).each_own(cells, take); }});
}

}  // namespace saldo
