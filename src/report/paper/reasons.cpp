#include "report/paper/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/say.h"
#include "plan/address.h"
#include "plan/line_order.h"
#include "report/budget_layout.h"
#include "report/project_page.h"
#include "report/why/sum_words.h"
#include "report/why/why.h"

namespace saldo {

namespace {

constexpr std::string_view totaal = "totaal";

// "3.18" or "totaal": what an address begins with.
std::string whose_name(const Plan& plan, const Whose& whose) {
  const std::string name = name_of(plan, whose);
  return name.empty() ? std::string(totaal) : name;
}

// "2026.lasten" cut at its point: what an address of 3.18 ends with is "lasten/2026". Empty where the key is another.
std::string end_of_address(std::string_view key) {
  const std::size_t point = key.find('.');
  if (point == key.npos || !read_year(key.substr(0, point))) return "";
  return fmt::format("{}/{}", key.substr(point + 1), key.substr(0, point));
}

std::string figure_name(const std::string& whose, std::string_view figure, Year year) {
  return fmt::format("{}/{}/{}", whose, figure, year.value);
}

// The words of all derived amounts: of each post what it came to in a year and how.
using PostWords = std::map<std::pair<std::size_t, std::size_t>, std::vector<TextSpans>>;

class FindReasons {
 public:
  explicit FindReasons(const PaperInput& input) : in_(input), plan_(input.worked.plan) {}

  Reasons find() {
    explain_posts();
    add_sums({Of::plan, 0}, Dutch("Het geheel"));
    for (const PlacedLine& line : lines_in_order(plan_))
      add_sums({Of::programmalijn, position(line.id)}, Dutch("Programmalijn {}", plan_.line(line.id).naam));
    for (std::size_t p = 0; p < plan_.projects.size(); ++p) add_project(p);
    return std::move(reasons_);
  }

 private:
  std::size_t year_at(std::size_t shown) const { return plan_.years.index(in_.years.at(shown)); }

  void explain(const std::string& name, Amount amount) { reasons_.figures.emplace(name, amount); }

  // --- the plan and its lines: figures that are sums of others, each with a link to what it is the sum of ---

  std::vector<Figure> figures_of(const Balance& balance) const {
    std::vector<Figure> figures{Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo};
    if (!balance.has_stand()) figures = {Figure::baten, Figure::lasten, Figure::saldo};
    if (plan_.has_soorten())
      figures.insert(figures.end(), {Figure::toevoeging, Figure::onttrekking, Figure::resultaat});
    return figures;
  }

  void add_sums(Whose whose, const Dutch& summary) {
    PageList list;
    const std::string name = whose_name(plan_, whose);
    for (std::size_t y = 0; y < in_.years.size(); ++y)
      for (const Figure figure : figures_of(in_.worked.balances.of(whose))) {
        const SumOf sum{whose, figure, year_at(y)};
        const Amount amount = figure_of(in_.worked, sum);
        if (amount.is_absent()) continue;
        const std::vector<Target> parts = parts_of(in_.worked, sum);
        list.anchors.push_back(figure_name(name, to_text(figure), in_.years.at(y)));
        explain(list.anchors.back(), amount);
        list.items.push_back(sum_spans(sum, in_.years.at(y), parts));
      }
    PageFold fold{summary.text(), name, {}};
    fold.parts.push_back({std::move(list)});
    reasons_.folds.push_back({std::move(fold)});
  }

  TextSpans sum_spans(const SumOf& sum, Year year, const std::vector<Target>& parts) const {
    TextSpans spans{strong(fmt::format("{} {}: ", heading_of(sum.figure).text(), year.value)),
                    plain(sum_words(in_.worked, sum, parts.size()).text())};
    bool first = true;
    for (const Target& part : parts) {
      const auto* of = std::get_if<SumOf>(&part);
      if (of == nullptr) continue;
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

  // --- projects: their posts, where each is written, and how what follows from a rule came about ---

  void explain_posts() {
    std::vector<Target> targets;
    std::vector<AmountOf> cells;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      plan_.projects[p].for_each_side([&](std::size_t post, Direction direction) {
        for (std::size_t y = 0; y < in_.years.size(); ++y) {
          const AmountOf cell{p, post, direction, year_at(y)};
          if (!tells_more(cell)) continue;
          targets.emplace_back(cell);
          cells.push_back(cell);
        }
      });
    const Table table = report_why({in_.worked, in_.trace, in_.file_name}, targets, 1);
    std::size_t next = 0;
    for (const Row& row : table.rows) add_words(row, cells, next);
  }

  // What is only written shows that by its place.
  bool tells_more(const AmountOf& cell) const {
    const Project& project = plan_.projects[cell.project];
    if (find_booked(plan_, cell) != nullptr) return true;
    const CellId id = in_.worked.amounts.id(project, cell.post, cell.direction, cell.year);
    if (in_.trace.contains(position(id))) return true;
    return std::any_of(plan_.change_notes.begin(), plan_.change_notes.end(), [&](const ChangeNote& note) {
      return note.project == project.nr && note.post == project.posts[cell.post].nr &&
             note.direction == cell.direction && note.year == plan_.years.at(cell.year);
    });
  }

  // A row of an amount, or a remark on the one before it; of what it was made from, the words tell enough.
  void add_words(const Row& row, const std::vector<AmountOf>& cells, std::size_t& next) {
    constexpr std::size_t of_level = 0, of_cell = 1, of_words = 2, of_place = 4;
    const std::string& words = std::get<std::string>(row.cells[of_words]);
    const auto* place = std::get_if<std::string>(&row.cells[of_place]);
    if (std::get<std::int64_t>(row.cells[of_level]) == 0) {
      const AmountOf& cell = cells[next++];
      const Post& post = plan_.projects[cell.project].posts[cell.post];
      words_[{cell.project, cell.post}].push_back(
          {strong(fmt::format("{} {} {}: ", post.nr, to_text(cell.direction), plan_.years.at(cell.year).value)),
           plain(words)});
    } else if (std::holds_alternative<Blank>(row.cells[of_cell])) {
      const AmountOf& cell = cells[next - 1];
      TextSpans& spans = words_[{cell.project, cell.post}].back();
      spans.push_back(plain("; " + words));
      if (place != nullptr && !place->empty()) spans.push_back(plain(" (" + *place + ")"));
    }
  }

  void add_project(std::size_t p) {
    const Project& project = plan_.projects[p];
    PageFold fold{project.nr + " " + project.naam, project.nr, {}};
    PageTable page{report_project(plan_, in_.worked.amounts, in_.worked.balances, static_cast<ProjectId>(p), in_.years)};
    page.table.columns.push_back({"plaats", Dutch("Geschreven in"), ColumnType::text});
    std::map<std::string, std::size_t> by_nr;
    for (std::size_t post = 0; post < project.posts.size(); ++post) by_nr.emplace(project.posts[post].nr, post);
    for (std::size_t r = 0; r < page.table.rows.size(); ++r) {
      Row& row = page.table.rows[r];
      const auto* nr = std::get_if<std::string>(&row.cells[0]);
      if (nr == nullptr) {
        add_anchors(page, r, project, static_cast<ProjectId>(p));
      } else {
        page.anchors.push_back({r, 1, project.nr + "/" + *nr});
        explain(page.anchors.back().name, Amount());
      }
      row.cells.push_back(nr == nullptr || !by_nr.contains(*nr) ? Cell(Blank())
                                                                : Cell(places_of(p, by_nr.at(*nr))));
    }
    PageList list;
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (const auto found = words_.find({p, post}); found != words_.end())
        for (TextSpans& spans : found->second) list.items.push_back(std::move(spans));
    fold.parts.push_back({std::move(page)});
    if (!list.items.empty()) fold.parts.push_back({std::move(list)});
    reasons_.folds.push_back({std::move(fold)});
  }

  // The rows below and above the posts are the figures of the project.
  void add_anchors(PageTable& page, std::size_t r, const Project& project, ProjectId id) {
    const Row& row = page.table.rows[r];
    for (std::size_t c = 2; c < row.cells.size() && c < page.table.columns.size(); ++c) {
      const auto* amount = std::get_if<Amount>(&row.cells[c]);
      const std::string& key = page.table.columns[c].key;
      const std::string end = end_of_address(key);
      if (amount == nullptr || end.empty()) continue;
      const std::string name = project.nr + "/" + end;
      if (reasons_.figures.contains(name) || !is_figure_of(id, key, *amount)) continue;
      page.anchors.push_back({r, c, name});
      explain(name, *amount);
    }
  }

  // Not the sum of the posts under a heading.
  bool is_figure_of(ProjectId id, const std::string& key, Amount amount) const {
    const std::size_t point = key.find('.');
    const std::optional<Year> year = read_year(key.substr(0, point));
    const Balance& balance = in_.worked.balances.projects[position(id)];
    for (const Figure figure : {Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo})
      if (year && key.substr(point + 1) == to_text(figure))
        return saldo::figure_of(balance, figure, plan_.years.index(*year)) == amount;
    return false;
  }

  // "projecten/3.18.toml:98, 104": each line once.
  std::string places_of(std::size_t p, std::size_t post) const {
    std::map<FileId, std::vector<std::uint32_t>> lines;
    for (const Direction direction : both_directions)
      for (std::size_t y = 0; y < in_.years.size(); ++y) {
        if (in_.worked.amounts.at(plan_.projects[p], post, direction, year_at(y)).is_absent()) continue;
        const Place place = place_of(plan_, AmountOf{p, post, direction, year_at(y)});
        std::vector<std::uint32_t>& of_file = lines[place.file];
        if (std::find(of_file.begin(), of_file.end(), place.line) == of_file.end()) of_file.push_back(place.line);
      }
    std::string text;
    for (auto& [file, of_file] : lines) {
      std::sort(of_file.begin(), of_file.end());
      text += (text.empty() ? "" : "; ") + in_.file_name(file);
      for (std::size_t i = 0; i < of_file.size(); ++i)
        if (of_file[i] > 0) text += fmt::format("{}{}", i == 0 ? ":" : ", ", of_file[i]);
    }
    return text;
  }

  const PaperInput& in_;
  const Plan& plan_;
  PostWords words_;
  Reasons reasons_;
};

}  // namespace

Reasons find_reasons(const PaperInput& input) { return FindReasons(input).find(); }

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

TextSpan plain(std::string text) { return {std::move(text)}; }
TextSpan strong(std::string text) { return {std::move(text), true}; }

TextSpan figure_span(std::string address, Amount amount, Sense sense, const Explained& figures) {
  TextSpan span;
  if (figures.contains(address)) span.link = "#" + address;
  span.figure = TextFigure{std::move(address), amount, sense, {}};
  return span;
}

}  // namespace saldo
