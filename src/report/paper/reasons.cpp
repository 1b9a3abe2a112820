#include "report/paper/reasons.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "plan/line_order.h"
#include "report/budget_layout.h"
#include "report/paper/project_reasons.h"
#include "report/why/sum_words.h"

namespace saldo {

namespace {

// The plan and its lines: figures that are sums of others, each with a link to what it is the sum of.
class SumReasons {
 public:
  SumReasons(const PaperInput& input, Explained& explained)
      : in_(input), plan_(input.worked.plan), explained_(explained) {}

  PageFold make(Whose whose, const Dutch& summary) {
    PageList list;
    const std::string name = whose_name(plan_, whose);
    for (std::size_t y = 0; y < in_.years.size(); ++y)
      for (const Figure figure : figures_of(in_.worked.balances.of(whose))) {
        const SumOf sum{whose, figure, plan_.years.index(in_.years.at(y))};
        const Amount amount = figure_of(in_.worked, sum);
        if (amount.is_absent()) continue;
        const std::vector<Target> parts = parts_of(in_.worked, sum);
        list.anchors.push_back(figure_name(name, to_text(figure), in_.years.at(y)));
        explained_.emplace(list.anchors.back(), amount);
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

  TextSpans sum_spans(const SumOf& sum, Year year, const std::vector<Target>& parts) const {
    TextSpans spans{strong(fmt::format("{} {}: ", heading_of(sum.figure).text(), year.value)),
                    plain(sum_words(in_.worked, sum, parts.size()).text())};
    bool first = true;
    for (const Target& part : parts) {
      const auto* of = std::get_if<SumOf>(&part);
      if (of == nullptr || figure_of(in_.worked, *of).is_absent()) continue;
      const Address address = address_of(plan_, part);
      spans.push_back(plain(first ? " \u2014 " : ", "));
      first = false;
      const std::string whose = whose_name(plan_, of->whose);
      const bool same = of->whose == sum.whose;
      TextSpan link = plain(same ? fmt::format("{} {}", address.figure, word(*address.year)) : whose);
      link.link = "#" + figure_name(whose, address.figure, *address.year);
      spans.push_back(std::move(link));
    }
    return spans;
  }

  const PaperInput& in_;
  const Plan& plan_;
  Explained& explained_;
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
  PostWords words = find_post_words(input);
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    reasons.folds.push_back({project_fold(input, p, words, reasons.figures)});
  return reasons;
}

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
      const std::string name = whose + "/" + end;
      const auto found = figures.find(name);
      if (found != figures.end() && found->second == *amount) page.links.push_back({r, c, name});
    }
  }
  return page;
}

TextSpan figure_span(std::string address, Amount amount, Sense sense, const Explained& figures) {
  TextSpan span;
  if (figures.contains(address)) span.link = "#" + address;
  span.figure = TextFigure{std::move(address), amount, sense, {}};
  return span;
}

}  // namespace saldo
