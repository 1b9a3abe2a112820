#include "report/paper/project_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "calc/cells.h"
#include "report/paper/side_rows.h"
#include "report/project_page.h"

namespace saldo {

namespace {

constexpr std::size_t first_year = 3;  // of the columns

class ProjectReasons {
 public:
  ProjectReasons(const PaperInput& input, Explained& explained)
      : in_(input), plan_(input.worked.plan), explained_(explained) {}

  PageFold make(std::size_t p, const PostWords& words) {
    const Project& project = plan_.projects[p];
    SideRows turned =
        side_rows(report_project(plan_, in_.worked.amounts, in_.worked.balances, static_cast<ProjectId>(p), in_.years));
    PageTable page{std::move(turned.table)};
    page.in_passing = true;
    page.table.title = Dutch("Posten van {}", project.nr);  // its whole name stands above it
    const std::string own = in_.file_name(project.place.file);
    page.table.columns.push_back({"plaats", Dutch("Regel in {}, en berekening", own), ColumnType::text});
    const std::map<std::string, std::size_t> posts = posts_by_nr(project);
    std::string nr;  // of the post that the rows are of
    for (std::size_t r = 0; r < page.table.rows.size(); ++r) {
      Row& row = page.table.rows[r];
      const bool begins = r == 0 || turned.rows[r].page_row != turned.rows[r - 1].page_row;
      if (begins) nr = text_of(row.cells[0]);
      const auto post = nr.empty() ? posts.end() : posts.find(nr);
      if (nr.empty()) add_figures(page, r, turned.rows[r].figure, project);
      else if (begins) name_post(page, r, project.nr + "/" + nr);
      row.cells.push_back(post == posts.end() ? Cell(Blank())
                                              : Cell(story(p, post->second, turned.rows[r].figure, own, words)));
    }
    return {project.nr + " " + project.naam, project.nr, {{std::move(page)}}};
  }

 private:
  static std::string text_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? "" : *text;
  }

  static std::map<std::string, std::size_t> posts_by_nr(const Project& project) {
    std::map<std::string, std::size_t> posts;
    for (std::size_t post = 0; post < project.posts.size(); ++post) posts.emplace(project.posts[post].nr, post);
    return posts;
  }

  std::size_t year_at(std::size_t shown) const { return plan_.years.index(in_.years.at(shown)); }

  void name_post(PageTable& page, std::size_t r, const std::string& name) {
    if (!explained_.emplace(name, Explanation{Amount(), name}).second) return;
    page.anchors.push_back({r, name});
  }

  // The rows below and above the posts are the figures of the project; a sum under a heading is none, nor is the result
  // after mutaties, which stands below the saldo.
  void add_figures(PageTable& page, std::size_t r, const std::string& figure, const Project& project) {
    const Row& row = page.table.rows[r];
    const bool is_side = figure == to_text(Figure::baten) || figure == to_text(Figure::lasten);
    if (figure.empty() || (is_side && row.kind != RowKind::total)) return;
    const std::string anchor = project.nr + "/" + figure;
    for (std::size_t y = 0; y < in_.years.size(); ++y) {
      const auto* amount = std::get_if<Amount>(&row.cells[first_year + y]);
      if (amount == nullptr) continue;
      const std::string name = figure_name(project.nr, figure, in_.years.at(y));
      if (!explained_.emplace(name, Explanation{*amount, anchor}).second) return;
    }
    page.anchors.push_back({r, anchor});
  }

  // Where a side of a post is written, and how what is not written came about. What is nowhere is told with the baten.
  std::string story(std::size_t p, std::size_t post, const std::string& figure, const std::string& own,
                    const PostWords& words) const {
    std::string text;
    for (const Direction direction : both_directions) {
      if (!figure.empty() && figure != to_text(direction)) continue;
      text = places_of(p, post, direction, own);
      const auto found = words.find({p, post, direction});
      if (found != words.end()) text += (text.empty() ? "" : ". ") + found->second;
    }
    return text;
  }

  // "98, 104", and of another file than that of the project "afsluitingen/2025.toml:12": each line once.
  std::string places_of(std::size_t p, std::size_t post, Direction direction, const std::string& own) const {
    std::map<FileId, std::vector<std::uint32_t>> lines;
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

PageFold project_fold(const PaperInput& input, std::size_t project, const PostWords& words, Explained& explained) {
  return ProjectReasons(input, explained).make(project, words);
}

}  // namespace saldo
