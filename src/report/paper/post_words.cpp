#include "report/paper/post_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/say.h"
#include "calc/cells.h"
#include "report/paper/reason_names.h"
#include "report/why/why.h"

namespace saldo {

namespace {

// The name of a post stands in the row above.
std::string without_name(const std::string& words, const std::string& naam) {
  const std::string name = naam + ": ";
  return words.starts_with(name) ? words.substr(name.size()) : words;
}

class FindPostWords {
 public:
  explicit FindPostWords(const PaperInput& input) : in_(input), plan_(input.worked.plan) {}

  PostWords find() {
    explain_posts();
    return std::move(words_);
  }

 private:
  std::size_t year_at(std::size_t shown) const { return plan_.years.index(in_.years.at(shown)); }

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
      std::vector<TextSpans>& lines = words_[{cell.project, cell.post}];
      const std::string year = word(plan_.years.at(cell.year)) + ": ";
      if (side_ == std::pair(cell.post, cell.direction) && !lines.empty()) {
        lines.back().push_back(plain("; " + year + without_name(words, post.naam)));
      } else {
        lines.push_back({strong(fmt::format("{} {} ", post.nr, to_text(cell.direction))),
                         plain(year + without_name(words, post.naam))});
      }
      side_ = {cell.post, cell.direction};
    } else if (std::holds_alternative<Blank>(row.cells[of_cell])) {
      const AmountOf& cell = cells[next - 1];
      TextSpans& spans = words_[{cell.project, cell.post}].back();
      spans.push_back(plain("; " + words));
      if (place != nullptr && !place->empty()) spans.push_back(plain(" (" + *place + ")"));
    }
  }

  const PaperInput& in_;
  const Plan& plan_;
  PostWords words_;
  std::pair<std::size_t, Direction> side_;  // that the last line is of
};

}  // namespace

PostWords find_post_words(const PaperInput& input) { return FindPostWords(input).find(); }

}  // namespace saldo
