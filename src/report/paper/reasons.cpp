#include "report/paper/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/say.h"
#include "plan/line_order.h"
#include "report/budget_layout.h"
#include "report/paper/project_reasons.h"
#include "report/why/sum_words.h"

namespace saldo {

namespace {

// The plan and its lines: figures that are sums of others, each with a link to what it is the sum of.
constexpr std::size_t few = 6;  // spans of links that are told again each year

class SumReasons {
 public:
  SumReasons(const PaperInput& input, Explained& explained)
      : in_(input), plan_(input.worked.plan), explained_(explained) {}

  PageFold make(Whose whose, const Dutch& summary) {
    told_.clear();
    PageList list;
    const std::string name = whose_name(plan_, whose);
    for (std::size_t y = 0; y < in_.years.size(); ++y)
      for (const Figure figure : figures_of(in_.worked.balances.of(whose))) {
        const SumOf sum{whose, figure, plan_.years.index(in_.years.at(y))};
        const Amount amount = figure_of(in_.worked, sum);
        if (amount.is_absent()) continue;
        const std::vector<Target> parts = parts_of(in_.worked, sum);
        list.anchors.push_back(figure_name(name, to_text(figure), in_.years.at(y)));
        explained_.emplace(list.anchors.back(), Explanation{amount, list.anchors.back()});
        list.items.push_back(sum_spans(sum, in_.years.at(y), parts));
      }
    PageFold fold{summary.text(), name, {}};
    fold.parts.push_back({std::move(list)});
    return fold;
  }

 private:
  std::vector<Figure> figures_of(const Balance& balance) const {
    std::vector<Figure> figures{Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo};
    if (!balance.has_stand()) figures = {Figure::baten, Figure::lasten, Figure::saldo};
    if (plan_.has_soorten())
      figures.insert(figures.end(), {Figure::toevoeging, Figure::onttrekking, Figure::resultaat});
    return figures;
  }

  TextSpans sum_spans(const SumOf& sum, Year year, const std::vector<Target>& parts) {
    TextSpans spans{strong(fmt::format("{} {}: ", heading_of(sum.figure).text(), year.value)),
                    plain(sum_words(in_.worked, sum, parts.size()).text())};
    TextSpans links = part_links(sum, parts);
    if (links.empty()) return spans;
    spans.push_back(plain(" \u2014 "));
    const auto [before, is_new] = told_.try_emplace(sum.figure, year, links);
    if (!is_new && links.size() > few && leads_to_same(links, before->second.second)) {
      links = {plain(Dutch("dezelfde onderdelen als in {}", before->second.first).text())};
      links[0].link = "#" + figure_name(whose_name(plan_, sum.whose), to_text(sum.figure), before->second.first);
    } else {
      before->second = {year, links};
    }
    spans.insert(spans.end(), links.begin(), links.end());
    return spans;
  }

  static bool leads_to_same(const TextSpans& a, const TextSpans& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const TextSpan& one, const TextSpan& other) { return one.link == other.link; });
  }

  TextSpans part_links(const SumOf& sum, const std::vector<Target>& parts) const {
    TextSpans spans;
    for (const Target& part : parts) {
      const auto* of = std::get_if<SumOf>(&part);
      if (of == nullptr || figure_of(in_.worked, *of).is_absent()) continue;
      const Address address = address_of(plan_, part);
      if (!spans.empty()) spans.push_back(plain(", "));
      const bool same = of->whose == sum.whose;
      TextSpan link =
          plain(same ? fmt::format("{} {}", address.figure, word(*address.year)) : whose_name(plan_, of->whose));
      link.link = "#" + figure_anchor(plan_, of->whose, address.figure, *address.year);
      spans.push_back(std::move(link));
    }
    return spans;
  }

  const PaperInput& in_;
  const Plan& plan_;
  Explained& explained_;
  std::map<Figure, std::pair<Year, TextSpans>> told_;  // the year in which the parts of a figure stand
};

}  // namespace

Reasons find_reasons(const PaperInput& input) {
  const Plan& plan = input.worked.plan;
  Reasons reasons;
  SumReasons sums(input, reasons.figures);
  reasons.folds.push_back({sums.make({Of::plan, 0}, Dutch("Het geheel"))});
  for (const PlacedLine& line : lines_in_order(plan))
    reasons.folds.push_back(
        {sums.make({Of::programmalijn, position(line.id)}, Dutch("Programmalijn {}", plan.line(line.id).naam))});
  const PostWords words = find_post_words(input);
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    reasons.folds.push_back({project_fold(input, p, words, reasons.figures)});
  return reasons;
}

namespace {

// The rows that a budget with reserves ends with have names of their own, "werk/toevoegingen", and say in each column the
// same figure of the line or of the plan.
std::string address_in_row(std::string whose, const std::string& end) {
  const std::pair<std::string_view, Figure> rows[] = {
      {"toevoegingen", Figure::toevoeging}, {"onttrekkingen", Figure::onttrekking}, {"resultaat", Figure::resultaat}};
  for (const auto& [row, figure] : rows) {
    if (whose != row && !whose.ends_with("/" + std::string(row))) continue;
    whose.resize(whose.size() - std::min(whose.size(), row.size() + 1));
    return fmt::format("{}/{}{}", whose.empty() ? "totaal" : whose, to_text(figure), end.substr(end.find('/')));
  }
  return (whose == "stand" ? "totaal" : whose) + "/" + end;
}

// Whether what is told of `said` tells how `amount` came about: it is that, the same as a cost, or a step on the way to the
// result.
bool is_told_by(const std::string& address, Amount said, Amount amount) {
  return said == amount || said == -amount || address.find("/resultaat/") != address.npos;
}

}  // namespace

PageTable linked(Table table, Years years, const Explained& figures) {
  PageTable page{std::move(table)};
  const auto& columns = page.table.columns;
  const auto nr = std::find_if(columns.begin(), columns.end(), [](const Column& column) { return column.key == "nr"; });
  if (nr == columns.end()) return page;
  for (std::size_t r = 0; r < page.table.rows.size(); ++r) {
    const Row& row = page.table.rows[r];
    const Cell& of = row.cells[static_cast<std::size_t>(nr - columns.begin())];
    const auto* id = std::get_if<Id>(&of);
    const auto* text = std::get_if<std::string>(&of);
    if (id == nullptr && text == nullptr) continue;
    const std::string& whose = id != nullptr ? id->text : *text;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const auto* amount = std::get_if<Amount>(&row.cells[c]);
      const std::string& key = columns[c].key;
      const std::string end = key == "opening" ? "opening/" + word(years.first) : end_of_address(key);
      if (amount == nullptr || end.empty()) continue;
      const std::string name = address_in_row(whose, end);
      const auto found = figures.find(name);
      if (found != figures.end() && is_told_by(name, found->second.amount, *amount))
        page.links.push_back({r, c, found->second.anchor});
    }
  }
  return page;
}

TextSpan figure_span(std::string address, Amount amount, Sense sense, const Explained& figures) {
  TextSpan span;
  if (const auto found = figures.find(address); found != figures.end()) span.link = "#" + found->second.anchor;
  span.figure = TextFigure{std::move(address), amount, sense, {}};
  return span;
}

}  // namespace saldo
