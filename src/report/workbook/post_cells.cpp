#include "report/workbook/post_cells.h"

#include <algorithm>

#include "calc/told/told.h"
#include "report/workbook/cells/rounding_text.h"

namespace saldo {

namespace {

const Dutch split_in_many(
    "de delen van een geheel zijn samen dat geheel, op de afronding na verdeeld over de grootste resten");
const Dutch too_many_digits("de uitkomst heeft meer cijfers dan een werkblad bijhoudt");
const Dutch not_in_sheet(
    "het volgt uit iets dat niet in dit werkboek staat, zoals de begroting van een afgesloten jaar");
const Dutch too_long("de formule zou langer zijn dan een werkblad toelaat");

std::string as_factor(const std::string& sum) {
  return sum.find(")+") == std::string::npos && sum.find(")-") == std::string::npos ? sum : '(' + sum + ')';
}

constexpr std::size_t longest_formula = 8000;  // a spreadsheet takes 8192 letters

}  // namespace

PostCell PostCells::of(const AmountOf& at) const {
  const Amount is = amount(at);
  const Formula formula = frame_.graph.formula(at);
  const bool written = !is_worked_out(formula) || find_booked(plan_, at) != nullptr;
  if (written || frame_.is_beyond_digits) return {{is, BookStyle::typed}};
  Told told = tell(at, formula);
  if (told.formula.size() > longest_formula) told = {"", "", too_long};
  if (told.why) return {{is, BookStyle::fixed}, told.why};
  return {frame_.told(told.formula, told.cells, is, BookStyle::amount)};
}

PostCell PostCells::whole(const Post& post, const Total& total) const {
  if (total.totaal) return {{Amount(*total.totaal), BookStyle::typed}};
  const Amount sum = sum_of(onderbouwing_lines(plan_, post));
  const Told told = lines(post);
  if (told.why || frame_.is_beyond_digits) return {{sum, BookStyle::fixed}, told.why};
  return {{BookFormula{told.formula, sum}, BookStyle::amount}};
}

PostCells::Told PostCells::tell(const AmountOf& at, Formula formula) const {
  switch (formula) {
    case Formula::leeg:
    case Formula::bedrag: break;
    case Formula::deel: return share(at);
    case Formula::onderbouwing: return lines(post(at));
    case Formula::sluitpost:
    case Formula::spiegel: return sum(at);
    case Formula::index:
    case Formula::percentage: return by_rule(at, formula);
  }
  return {};
}

// A share of the total of its row. Shares that make a whole add up to it: of two, the second is what the first leaves.
PostCells::Told PostCells::share(const AmountOf& at) const {
  const Side& side = post(at).side(at.direction);
  const Total& total = *side.total();
  const Rounding& rounding = rounding_of(plan_, post(at));
  const std::string whole = cell_name(place(at)->row, *frame_.whole_column);
  if (sum_of(ratios_of(total.shares)) == Ratio{1, 1}) return share_of_two(at, total, whole);
  const Ratio part = total.shares[side.share_number(plan_.years.at(at.year))];
  const Money of = total_parts(plan_, post(at), total).whole;
  if (!rounds_alike(Ratio::of(of) * part, rounding)) return {"", "", too_many_digits};
  return {rounded_text("SUM(" + whole + ")*" + factor_text(part), rounding), whole};
}

PostCells::Told PostCells::share_of_two(const AmountOf& at, const Total& total, const std::string& whole) const {
  if (total.shares.size() == 1) return {"SUM(" + whole + ')', whole};
  if (total.shares.size() != 2) return {"", "", split_in_many};
  const Side& side = post(at).side(at.direction);
  const Rounding to{rounding_of(plan_, post(at)).unit};
  const Rounding down{to.unit, RoundingMode::down};
  if (side.share_number(plan_.years.at(at.year)) == 1) {
    for (const Term& term : side.terms) {
      const AmountOf first{at.project, at.post, at.direction, plan_.years.index(term.year)};
      if (term.facts().is_share && !find_booked(plan_, first))
        return {"SUM(" + whole + ")-SUM(" + cell_name(place(first)->row, place(first)->column) + ')', whole};
      if (term.facts().is_share) return {"", "", not_in_sheet};
    }
  }
  const Money of = total_parts(plan_, post(at), total).whole;
  const Ratio units = Ratio::of(rounded(Ratio::of(of), down)) * total.shares[0];
  if (!rounds_alike(units, to)) return {"", "", too_many_digits};
  const bool is_to_the_cent = to.unit == Money::of_cents(1);
  const std::string sum = "SUM(" + whole + ')';
  return {rounded_text((is_to_the_cent ? sum : rounded_text(sum, down)) + '*' + factor_text(total.shares[0]), to),
          whole};
}

PostCells::Told PostCells::lines(const Post& post) const {
  std::string text;
  for (const Onderbouwing& line : *post.more->onderbouwing) {
    if (line.bedrag) {
      const bool is_less = *line.bedrag < Money();
      text += (is_less || text.empty() ? "" : "+") + euros_text(*line.bedrag);
      continue;
    }
    const Rounding& rounding = rounding_of(plan_, post);
    if (!rounds_alike(product_of(line), rounding)) return {"", "", too_many_digits};
    std::string product;
    for (const Ratio factor : line.factoren) product += (product.empty() ? "" : "*") + factor_text(factor);
    text += (text.empty() ? "" : "+") + rounded_text(product.empty() ? "1" : product, rounding);
  }
  return {text.empty() ? "0" : text, ""};
}

std::optional<CellAt> PostCells::place(const AmountOf& at) const {
  const auto row = frame_.posts.row_of(plan_.projects[at.project], at.post, at.direction);
  return row ? std::optional(CellAt{*row, frame_.first_year_column + at.year}) : std::nullopt;
}

// The cells that it is the sum of, or that its rule is applied to the sum of.
CellSum PostCells::needs(const AmountOf& at, Formula formula) const {
  const AmountGraph& graph = frame_.graph;
  CellSum sum;
  const std::string prefix = sheet_prefix(frame_.stands_sheet());
  if (graph.own(graph.node(at)) != Money() || (at.year == 0 && takes_what_is_left(formula)))
    if (!plan_.projects[at.project].is_exploitatie())
      sum.add_other(prefix + cell_name(frame_.stand_row(at.project), frame_.opening_column()),
                    at.direction == Direction::lasten ? +1 : -1);
  graph.for_each_apart(graph.node(at), [&](Node need, int sign) {
    if (sign == 0) return;
    if (graph.is_closing(need)) {
      const std::size_t project = graph.project_of_closing(need);
      sum.add_other(prefix + cell_name(frame_.stand_row(project), frame_.stand_column(graph.year_of_closing(need))),
                    sign);
    } else if (const auto cell = place(graph.cell(need))) {
      sum.add(*cell, sign);
    }
  });
  return sum;
}

PostCells::Told PostCells::sum(const AmountOf& at) const {
  const Formula formula = frame_.graph.formula(at);
  if (!follows_from_shown(frame_.worked, frame_.graph, at)) return {"", "", not_in_sheet};
  CellSum sum = needs(at, formula);
  const std::string cells = sum.cells();
  if (cells.empty()) return {"0", cell_name(place(at)->row, 0)};
  return {frame_.whole_cents(sum.text()), cells};
}

PostCells::Told PostCells::by_rule(const AmountOf& at, Formula formula) const {
  if (!follows_from_shown(frame_.worked, frame_.graph, at)) return {"", "", not_in_sheet};
  const Side& side = post(at).side(at.direction);
  const Rounding& rounding = rounding_of(plan_, post(at));
  CellSum sum = needs(at, formula);
  const std::string cells = sum.cells();
  const Amount base = sum_of_shown(frame_.worked, frame_.graph, at);
  if (cells.empty()) return {"0", cell_name(place(at)->row, 0)};
  if (const Percentage* percentage = side.percentage()) {
    if (base.is_money() && !rounds_alike(Ratio::of(base.counted()) * percentage->rate(), rounding))
      return {"", "", too_many_digits};
    const std::string rate = cell_name(place(at)->row, *frame_.rate_column);
    return {at_most(at, rounded_text(as_factor(sum.text()) + "*SUM(" + rate + ')', rounding)), cells};
  }
  const std::size_t from = index_base_year(plan_, post(at), side, at.year);
  if (base.is_money() && !rounds_alike(indexed(plan_, post(at), base.counted(), from, at.year), rounding))
    return {"", "", too_many_digits};
  return {at_most(at, rounded_text(sum.text() + growth(at, from), rounding)), cells};
}

std::string PostCells::growth(const AmountOf& at, std::size_t from) const {
  std::string text;
  for (std::size_t year = from + 1; year <= at.year; ++year)
    text += "*(1+" + frame_.index_names[position(post(at).index)] + '_' + word(plan_.years.at(year)) + ')';
  return text;
}

std::string PostCells::at_most(const AmountOf& at, const std::string& formula) const {
  const Maximum* maximum = post(at).side(at.direction).maximum();
  if (maximum == nullptr) return formula;
  const std::string most = euros_text(maximum->amount);
  if (!maximum->of_all_years) return "MIN(" + formula + ',' + most + ')';
  if (at.year == 0) return "MIN(" + formula + ",MAX(0," + most + "))";
  const std::size_t row = place(at)->row, first = frame_.first_year_column;
  return "MIN(" + formula + ",MAX(0," + most + "-SUM(" + range_name({row, first, row, first + at.year - 1}) + ")))";
}

}  // namespace saldo
