#include "intake/overzicht/tree.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "base/say.h"
#include "base/text.h"
#include "intake/overzicht/signs.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

constexpr std::size_t starts_tried = 10;  // of those a total may add up from, the last opened first

std::size_t index_of(PrintedSide side) { return side == PrintedSide::lasten ? 0 : side == PrintedSide::baten ? 1 : 2; }

bool is_part_of(std::string_view code, std::string_view whole) {
  return code.size() > whole.size() && code.starts_with(whole) &&
         (code[whole.size()] == '.' || (whole.ends_with('.') && is_digit(code[whole.size()])));
}

// The code without a point at its end: `3.` is above `3.1`.
std::string_view bare(std::string_view code) {
  while (code.size() > 1 && code.ends_with('.')) code.remove_suffix(1);
  return code;
}

}  // namespace

TreeBuilder::TreeBuilder(const Sheet& sheet, bool joins, Overzicht& overzicht, Asking& asking)
    : sheet_(sheet), joins_(joins), overzicht_(overzicht), asking_(asking), sums_(overzicht.head.figures.size()) {}

void TreeBuilder::build() {
  mark_parents();
  std::optional<SumsAbove> indents = find_indents(overzicht_);
  above_ = indents ? std::move(*indents) : find_sums_above(overzicht_);
  open({});
  for (std::size_t row = overzicht_.head.row + overzicht_.head.rows; row < overzicht_.rows.size(); ++row) step(row);
  while (!starts_.empty()) close_top();
  std::sort(overzicht_.totals.begin(), overzicht_.totals.end(), [](const PrintedTotal& a, const PrintedTotal& b) {
    return a.row != b.row ? a.row < b.row : a.figure < b.figure;
  });
  settle_parts();
}

// A row of which the next number is a part, 3 above 3.1, is what its parts come to.
void TreeBuilder::mark_parents() {
  is_parent_.resize(overzicht_.rows.size());
  std::string_view below;
  for (std::size_t at = overzicht_.rows.size(); at-- > 0;) {
    const PrintedRow& row = overzicht_.rows[at];
    if (row.nr.empty() || row.fate == PrintedFate::kop || row.fate == PrintedFate::overgeslagen) continue;
    is_parent_[at] = is_part_of(below, bare(row.nr));
    below = row.nr;
  }
}

void TreeBuilder::open(Start start) {
  start.before = sums_;
  start.posts_before = posts_;
  starts_.push_back(std::move(start));
}

PartAt TreeBuilder::parent() const {
  const auto found = std::find_if(starts_.rbegin(), starts_.rend(), [](const Start& s) { return s.part != no_part; });
  return found == starts_.rend() ? no_part : found->part;
}

PrintedSide TreeBuilder::side() const {
  const auto found =
      std::find_if(starts_.rbegin(), starts_.rend(), [](const Start& s) { return s.side != PrintedSide::unknown; });
  return found == starts_.rend() ? PrintedSide::unknown : found->side;
}

void TreeBuilder::step(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  if (row.fate == PrintedFate::kop || row.fate == PrintedFate::overgeslagen || row.fate == PrintedFate::ongelezen ||
      (row.is_asked && row.fate == PrintedFate::toelichting))
    return;
  if (const std::size_t level = row.is_asked ? 0 : told_row(overzicht_.said_of(row).soort).level; level > 0)
    return step_told(at, level);
  // What is called a total in a sheet whose rows say what they are is that of all of them.
  if (total_word(row.naam).fate != PrintedFate::post)
    while (starts_.back().level > 0) close_top();
  leave_figures(at);
  if (!row.nr.empty()) leave_codes(row.nr);
  if (!row.has_amounts) return step_heading(at);
  const bool is_sum_above = is_parent_[at] || above_.ends[at] > 0;
  if (row.is_asked && is_total(row.fate) && !(row.fate == PrintedFate::subtotaal && is_sum_above)) {
    step_total(at);
    return;
  }
  if (is_sum_above && (!row.is_asked || is_total(row.fate))) return step_code_parent(at);
  if (!row.is_asked && total_word(row.naam.empty() ? row.nr : row.naam).fate != PrintedFate::post && step_total(at))
    return;
  step_post(at);
}

// What a row says of itself needs no sums and no numbers.
void TreeBuilder::step_told(std::size_t at, std::size_t level) {
  while (starts_.size() > 1 && starts_.back().level >= level) close_top();
  PrintedRow& row = overzicht_.rows[at];
  if (row.naam.empty() && row.nr.empty() && !row.has_amounts) return;  // not filled in
  const std::string_view under =
      overzicht_.head.column(ColumnKind::onder) ? overzicht_.said_of(row).onder : code_above(row.nr);
  const auto above = level == 1 ? told_lines_.find(under) : told_lines_.end();
  row.part = new_part(at, above == told_lines_.end() ? parent() : above->second);
  if (level == 1) told_lines_.try_emplace(row.nr, row.part);
  overzicht_.parts[row.part].is_told = true;
  row.fate = level == 1 ? PrintedFate::programmalijn : level == 2 ? PrintedFate::project : PrintedFate::post;
  if (level == 3) return count_post(at);
  Start start;
  start.row = at;
  start.part = row.part;
  start.is_heading = true;
  start.level = level;
  start.is_printed_total = row.has_amounts;
  open(std::move(start));
}

// Its parts have ended where a number stands that is none of them.
void TreeBuilder::leave_codes(std::string_view code) {
  const auto is_left = [code](const Start& start) {
    return !start.code.empty() && !is_part_of(code, bare(start.code)) && bare(start.code) != bare(code);
  };
  std::size_t keep = starts_.size();
  for (std::size_t at = starts_.size(); at-- > 1;)
    if (is_left(starts_[at])) keep = at;
  while (starts_.size() > keep) close_top();
}

void TreeBuilder::leave_figures(std::size_t at) {
  std::size_t keep = starts_.size();
  for (std::size_t start = starts_.size(); start-- > 1;)
    if (starts_[start].end <= at) keep = start;
  while (starts_.size() > keep) close_top();
}

void TreeBuilder::close_top() {
  if (starts_.back().is_group) add_rest(starts_.back());
  const bool adds_up = starts_.back().level == 0 || posts_ > starts_.back().posts_before;
  if (starts_.back().is_printed_total && adds_up) keep_total(starts_.back().row, starts_.back());
  starts_.pop_back();
}

// What a row prints and its parts do not come to.
void TreeBuilder::add_rest(const Start& start) {
  std::vector<Amount> rest(sums_.size());
  for (std::size_t figure = 0; figure < rest.size(); ++figure) {
    const Money since = sums_[figure][2] - start.before[figure][2];
    const Amount printed = overzicht_.amounts_of(start.row)[figure];
    if (printed.is_absent() || (printed.counted() == since && since != Money())) continue;
    rest[figure] = printed.counted() - since;
    sums_[figure][2] += rest[figure].counted();
  }
  if (std::all_of(rest.begin(), rest.end(), [](Amount amount) { return amount.is_absent(); })) return;
  ++posts_;
  const PartAt part = new_part(start.row, start.part);
  overzicht_.parts[part].nr_length = 0;
  overzicht_.parts[part].is_rest = true;
  overzicht_.rests.emplace_back(part, std::move(rest));
}

void TreeBuilder::step_heading(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  const std::string_view text = row.naam.empty() ? row.nr : row.naam;
  if (text.empty() || (row.nr.empty() && is_remark(text))) return;
  if (!row.nr.empty()) {
    if (!is_parent_[at]) return step_post(at);
    const PartAt part = find_part(at, parent());
    row.part = part;
    return open({at, {}, 0, part, row.nr, PrintedSide::unknown, true, false});
  }
  if (overzicht_.head.column(ColumnKind::nr) && total_word(text).fate != PrintedFate::post) return;
  // What stands behind a total or beside posts of the last heading goes on at its level.
  const Start& top = starts_.back();
  const bool goes_on = !top.is_heading || posts_ > top.posts_before;
  if (starts_.size() > 1 && top.code.empty() && top.end == no_part && goes_on) close_top();
  const PrintedSide says = side_in(text);
  if (says != PrintedSide::unknown) {
    row.fate = PrintedFate::kop;
    row.side = says;
    return open({at, {}, 0, no_part, {}, says, true, false, false, above_.ends[at] > 0 ? above_.ends[at] : no_part});
  }
  row.part = find_part(at, parent());
  const std::size_t end = above_.ends[at] > 0 ? above_.ends[at] : no_part;
  open({at, {}, 0, row.part, {}, PrintedSide::unknown, true, false, false, end});
}

void TreeBuilder::step_code_parent(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  row.fate = PrintedFate::subtotaal;
  const auto same = std::find_if(starts_.begin(), starts_.end(),
                                 [&row](const Start& s) { return !s.code.empty() && s.code == row.nr; });
  if (same != starts_.end()) {
    row.part = same->part;  // its baten below its lasten
    return keep_total(at, *same);
  }
  row.part = find_part(at, parent());
  const bool by_figures = above_.ends[at] > 0;
  open({at,
        {},
        0,
        row.part,
        by_figures ? std::string_view() : row.nr,
        PrintedSide::unknown,
        true,
        true,
        false,
        by_figures ? above_.ends[at] : no_part,
        0,
        by_figures && above_.are_groups});
}

void TreeBuilder::step_post(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  if (row.naam.empty() && row.nr.empty()) {
    row.fate = PrintedFate::ongelezen;
    return asking_.ask_in(0, Rule::import_rij, sheet_.place(sheet_.row(at).front()),
                          say("this row has amounts and no name"),
                          say("write in front of them what they are, or leave the row out in the map under [rij]"));
  }
  row.fate = PrintedFate::post;
  if (row.side == PrintedSide::unknown) row.side = side();
  tell_order(at);
  count_post(at);
  add_to_part(at);
}

void TreeBuilder::count_post(std::size_t at) {
  const PrintedRow& row = overzicht_.rows[at];
  if (row.has_amounts) ++posts_;
  const std::span<const Amount> amounts = overzicht_.amounts_of(at);
  for (std::size_t figure = 0; figure < amounts.size(); ++figure)
    sums_[figure][overzicht_.head.figures[figure].kind == ColumnKind::bedrag ? index_of(row.side) : 2] +=
        amounts[figure].counted();
}

// 3.1 behind 3.9 was 3.10 before a spreadsheet took it for a number.
void TreeBuilder::tell_order(std::size_t at) {
  const std::string_view code = overzicht_.rows[at].nr;
  const auto above = code_above(code), above_last = code_above(last_code_);
  if (!code.empty() && !above.empty() && above == above_last && code != last_code_ && code.ends_with(".1") &&
      last_code_.ends_with(".9"))
    asking_.tell(Rule::import_nummer, Severity::warning,
                 sheet_.place(sheet_.row(at)[*overzicht_.head.column(ColumnKind::nr)]),
                 say("{} stands behind {}: was it {}0?", code, last_code_, code),
                 say("a spreadsheet takes a number for an amount: make its cells text, and save again"));
  last_code_ = code;
}

bool TreeBuilder::add_to_part(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  row.part = find_part(at, parent());
  rows_of_part_.resize(overzicht_.parts.size(), no_part);
  if (rows_of_part_[row.part] == no_part) {
    rows_of_part_[row.part] = at;
    return true;
  }
  if (joins_) return false;
  note_filled(rows_of_part_[row.part], row.part, false);
  note_filled(at, row.part, true);
  return false;
}

// Of a part that more than one row is about, each figure of a side may stand in one of them.
void TreeBuilder::note_filled(std::size_t at, std::size_t part, bool ask) {
  const PrintedRow& row = overzicht_.rows[at];
  const std::span<const Amount> amounts = overzicht_.amounts_of(at);
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    if (amounts[figure].is_absent()) continue;
    const std::uint64_t key = (part * amounts.size() + figure) * 3 + index_of(row.side);
    if (filled_.insert(key).second || !ask) continue;
    const auto column = overzicht_.head.column(row.nr.empty() ? ColumnKind::naam : ColumnKind::nr).value_or(0);
    return asking_.ask_in(
        column, Rule::import_rij, sheet_.place(sheet_.row(at)[std::min(column, sheet_.row(at).size() - 1)]),
        say("`{}` stands here twice, with amounts of the same year and side", row.nr.empty() ? row.naam : row.nr),
        say("give each a name or number of its own, or leave one out in the map under [rij]; samen = true under [bron] "
            "adds them up"));
  }
}

PartAt TreeBuilder::find_part(std::size_t at, PartAt parent) {
  const PrintedRow& row = overzicht_.rows[at];
  const std::hash<std::string_view> of;
  const std::size_t key = of(row.nr) * 31 + of(row.naam) * 17 + parent;
  const auto [first, last] = by_name_.equal_range(key);
  for (auto known = first; known != last; ++known) {
    const PrintedPart& part = overzicht_.parts[known->second];
    if (part.parent == parent && overzicht_.nr_of(part) == row.nr && overzicht_.rows[part.row].naam == row.naam)
      return known->second;
  }
  const PartAt part = new_part(at, parent);
  by_name_.emplace(key, part);
  return part;
}

PartAt TreeBuilder::new_part(std::size_t at, PartAt parent) {
  const PrintedRow& row = overzicht_.rows[at];
  PrintedPart part;
  part.parent = parent;
  part.nr_length = static_cast<std::uint32_t>(row.nr.size());
  part.row = static_cast<std::uint32_t>(at);
  if (parent != no_part) overzicht_.parts[parent].has_parts = true;
  overzicht_.parts.push_back(part);
  return static_cast<PartAt>(overzicht_.parts.size() - 1);
}

// --- totals ---

// Of a total that says no side, what it is: of one side, or baten less lasten.
Money TreeBuilder::computed(const PrintedRow& row, std::size_t figure, const Start& start, Money printed,
                            PrintedSide& as) const {
  std::array<Money, 3> sum;
  for (std::size_t side = 0; side < 3; ++side) sum[side] = sums_[figure][side] - start.before[figure][side];
  const ColumnKind kind = overzicht_.head.figures[figure].kind;
  as = PrintedSide::unknown;
  if (kind != ColumnKind::bedrag) {
    as = kind == ColumnKind::lasten ? PrintedSide::lasten : kind == ColumnKind::baten ? PrintedSide::baten : as;
    return sum[2];
  }
  const PrintedSide says = row.side != PrintedSide::unknown ? row.side : side_in(row.naam);
  const bool both = row.naam.find("baten en lasten") != row.naam.npos || row.fate == PrintedFate::saldo;
  if (says != PrintedSide::unknown && !both) {
    as = says;
    return sum[index_of(says)] == Money() ? sum[2] : sum[index_of(says)];
  }
  if (row.fate != PrintedFate::saldo && sum[0] == Money()) return as = PrintedSide::baten, sum[1] + sum[2];
  if (row.fate != PrintedFate::saldo && sum[1] == Money()) return as = PrintedSide::lasten, sum[0] + sum[2];
  const Money saldo = sum[1] - sum[0] + sum[2];
  return printed == -saldo ? -saldo : saldo;
}

Money TreeBuilder::saldo_since(const Start& start, std::size_t figure) const {
  const auto since = [&](std::size_t side) { return sums_[figure][side] - start.before[figure][side]; };
  return since(1) - since(0) + since(2);
}

TreeBuilder::Fit TreeBuilder::fit(std::size_t at, const Start& start) const {
  const PrintedRow& row = overzicht_.rows[at];
  const std::span<const Amount> amounts = overzicht_.amounts_of(at);
  const Money by = rounding_of(overzicht_, posts_ - start.posts_before);
  Fit fit;
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    if (!amounts[figure].is_money() || !is_held(overzicht_.head.figures[figure].kind)) continue;
    PrintedSide as{};
    const Money printed = amounts[figure].counted(), sum = computed(row, figure, start, printed, as);
    if (printed == Money() && sum == Money()) continue;
    if (are_near(printed, sum, by)) ++fit.right;
    else ++fit.wrong;
  }
  return fit;
}

// Of a plan without its reserves only what its rows come to can be held against them.
bool TreeBuilder::is_held(ColumnKind kind) const {
  return !overzicht_.lacks_reserves || kind == ColumnKind::lasten || kind == ColumnKind::baten ||
         kind == ColumnKind::saldo;
}

void TreeBuilder::keep_total(std::size_t at, const Start& start) {
  PrintedRow& row = overzicht_.rows[at];
  const std::span<const Amount> amounts = overzicht_.amounts_of(at);
  const Money by = rounding_of(overzicht_, posts_ - start.posts_before);
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    if (!amounts[figure].is_money() || !is_held(overzicht_.head.figures[figure].kind)) continue;
    if (amounts[figure].counted() == Money() && posts_ == start.posts_before) continue;  // of nothing, nothing
    if (start.level > 0 && overzicht_.head.figures[figure].kind == ColumnKind::opening) continue;
    PrintedTotal total{at, figure, start.row, {}, amounts[figure].counted(), {}, false, false};
    total.computed = computed(row, figure, start, total.printed, total.side);
    total.fits = are_near(total.printed, total.computed, by);
    if (overzicht_.head.figures[figure].kind == ColumnKind::bedrag && total.side == PrintedSide::unknown)
      total.is_turned = total.computed != saldo_since(start, figure);
    overzicht_.totals.push_back(total);
  }
}

// "Totaal Wonen" under the heading Wonen.
bool TreeBuilder::is_of_open_part(std::string_view naam) const {
  return std::any_of(starts_.begin(), starts_.end(), [&](const Start& start) {
    if (start.part == no_part) return false;
    const std::string_view part = overzicht_.naam_of(overzicht_.parts[start.part]);
    return naam.size() > part.size() && naam.ends_with(part);
  });
}

// False where it is a post after all.
bool TreeBuilder::step_total(std::size_t at) {
  PrintedRow& row = overzicht_.rows[at];
  const TotalWord word = total_word(row.naam.empty() ? row.nr : row.naam);
  if (!row.is_asked) row.fate = word.fate;
  std::size_t best = starts_.size() - 1;
  Fit best_fit;
  const auto attempt = [&](std::size_t start) {
    const Fit found = fit(at, starts_[start]);
    const bool is_next = starts_[best].is_totalled && !starts_[start].is_totalled && found.right == best_fit.right;
    if (found.right > best_fit.right || is_next) best = start, best_fit = found;
  };
  for (std::size_t tried = 0; tried < std::min(starts_tried, starts_.size()); ++tried)
    attempt(starts_.size() - 1 - tried);
  if (starts_.size() > starts_tried) attempt(0);
  const bool all_zero = best_fit.right == 0 && fit(at, starts_.back()).wrong == 0;
  const bool sure = row.is_asked || word.is_sure || all_zero || is_of_open_part(row.naam);
  if (best_fit.right == 0 && !sure) {
    // Neither the word alone nor the figures alone make a total.
    row.fate = PrintedFate::ongelezen;
    const std::string line = std::to_string(row.line);
    asking_.ask_in(0, Rule::import_rij, sheet_.place(sheet_.row(at).front()),
                   say("`{}` is called a total, and is not what the rows above it come to", row.naam),
                   say("say in the map under [rij] what it is: {} = \"post\" or {} = \"totaal\"", line, line));
    return true;
  }
  if (best_fit.right == 0 && !all_zero && word.fate != PrintedFate::subtotaal && word.is_sure) best = 0;
  row.part = starts_[best].part;
  starts_[best].is_totalled = true;
  keep_total(at, starts_[best]);
  if (row.fate == PrintedFate::saldo && overzicht_.head.column(ColumnKind::bedrag)) return true;
  // What it adds up is closed, but for numbers, which say themselves where they end.
  while (starts_.size() > best + 1 && starts_.back().code.empty()) close_top();
  if (best > 0 && starts_.size() == best + 1 && starts_[best].is_heading && starts_[best].code.empty()) close_top();
  if (starts_.back().code.empty()) open({at + 1, {}, 0, no_part, {}, PrintedSide::unknown, false, false});
  return true;
}

// --- what the parts are ---

// What needs no look at the parts around it.
bool TreeBuilder::settle_known(PrintedPart& part) const {
  if (part.is_told) part.is = overzicht_.rows[part.row].fate;
  else if (part.is_rest) part.is = PrintedFate::project;
  else if (above_.are_groups && part.has_parts) part.is = PrintedFate::programmalijn;
  else return false;
  return true;
}

void TreeBuilder::settle_parts() {
  std::vector<PrintedPart>& parts = overzicht_.parts;
  const OverzichtHead& head = overzicht_.head;
  const bool two_sided = !head.column(ColumnKind::bedrag);
  const bool coded = head.column(ColumnKind::nr).has_value();
  std::vector<bool> has_branches(parts.size());  // a part of it has parts
  bool any_branch = false;
  for (const PrintedPart& part : parts) {
    any_branch = any_branch || part.has_parts;
    if (part.has_parts && part.parent != no_part) has_branches[part.parent] = true;
  }
  for (std::size_t at = 0; at < parts.size(); ++at) {
    PrintedPart& part = parts[at];
    if (settle_known(part)) continue;
    // Of rows with lasten and baten each is a project; but 3.1.2 is a post of 3.1.
    const bool by_codes = is_code(overzicht_.nr_of(part)) && part.parent != no_part;
    const bool holds_posts = two_sided ? by_codes : part.parent != no_part || !coded;
    const bool is_project = part.has_parts && !has_branches[at] && holds_posts;
    if (part.has_parts) part.is = is_project ? PrintedFate::project : PrintedFate::programmalijn;
    else if (part.parent != no_part)
      part.is = parts[part.parent].is == PrintedFate::project ? PrintedFate::post : PrintedFate::project;
    else part.is = coded || two_sided || any_branch ? PrintedFate::project : PrintedFate::post;
  }
  for (PrintedRow& row : overzicht_.rows) {
    if (row.part == no_part || is_total(row.fate) || row.fate == PrintedFate::kop) continue;
    const PrintedPart& part = parts[row.part];
    if (part.is_told) continue;
    // A heading that nothing stands under is a remark.
    if (!part.has_parts && row.nr.empty() && !row.has_amounts) {
      row.fate = PrintedFate::toelichting;
      row.part = no_part;
    } else {
      row.fate = part.is;
    }
  }
}

}  // namespace saldo
