#include "report/paper/project_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "calc/cells.h"
#include "report/project_page.h"

namespace saldo {

namespace {

class ProjectReasons {
 public:
  ProjectReasons(const PaperInput& input, Explained& explained)
      : in_(input), plan_(input.worked.plan), explained_(explained) {}

  PageFold make(std::size_t p, PostWords& words) {
    const Project& project = plan_.projects[p];
    PageFold fold{project.nr + " " + project.naam, project.nr, {}};
    PageTable page{
        report_project(plan_, in_.worked.amounts, in_.worked.balances, static_cast<ProjectId>(p), in_.years)};
    page.in_passing = true;
    const std::string own = in_.file_name(project.place.file);
    page.table.columns.push_back({"plaats", Dutch("Geschreven in {}, regel", own), ColumnType::text});
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
                                                                : Cell(places_of(p, by_nr.at(*nr), own)));
    }
    PageList list;
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (const auto found = words.find({p, post}); found != words.end())
        for (TextSpans& spans : found->second) list.items.push_back(std::move(spans));
    fold.parts.push_back({std::move(page)});
    if (!list.items.empty()) fold.parts.push_back({std::move(list)});
    return fold;
  }

 private:
  std::size_t year_at(std::size_t shown) const { return plan_.years.index(in_.years.at(shown)); }

  void explain(const std::string& name, Amount amount) { explained_.emplace(name, amount); }

  // The rows below and above the posts are the figures of the project.
  void add_anchors(PageTable& page, std::size_t r, const Project& project, ProjectId id) {
    const Row& row = page.table.rows[r];
    for (std::size_t c = 2; c < row.cells.size() && c < page.table.columns.size(); ++c) {
      const auto* amount = std::get_if<Amount>(&row.cells[c]);
      const std::string& key = page.table.columns[c].key;
      const std::string end = end_of_address(key);
      if (amount == nullptr || end.empty()) continue;
      const std::string name = project.nr + "/" + end;
      if (explained_.contains(name) || !is_figure_of(id, key, *amount)) continue;
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

  // "98, 104", and of another file than that of the project "afsluitingen/2025.toml:12": each line once.
  std::string places_of(std::size_t p, std::size_t post, const std::string& own) const {
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
      const std::string name = in_.file_name(file);
      text += (text.empty() ? "" : "; ") + (name == own ? "" : name + ":");
      for (std::size_t i = 0; i < of_file.size(); ++i)
        if (of_file[i] > 0) text += fmt::format("{}{}", i == 0 ? "" : ", ", of_file[i]);
    }
    return text;
  }

  const PaperInput& in_;
  const Plan& plan_;
  Explained& explained_;
};

}  // namespace

PageFold project_fold(const PaperInput& input, std::size_t project, PostWords& words, Explained& explained) {
  return ProjectReasons(input, explained).make(project, words);
}

}  // namespace saldo
