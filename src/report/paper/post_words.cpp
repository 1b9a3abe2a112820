#include "report/paper/post_words.h"

#include <fmt/format.h>

#include "base/say.h"
#include "calc/cells.h"
#include "calc/told/step.h"
#include "report/paper/reason_names.h"
#include "report/why/changed_cells.h"
#include "report/why/why.h"

namespace saldo {

namespace {

// The name of the post and the amount stand in the same row.
std::string shortened(std::string_view words, const std::string& naam, Amount amount) {
  for (const std::string& start : {naam + ": ", Dutch("{} = ", amount).text()})
    if (words.starts_with(start)) words.remove_prefix(start.size());
  return std::string(words);
}

class FindPostWords {
 public:
  explicit FindPostWords(const PaperInput& input) : in_(input), plan_(input.worked.plan), changed_(plan_) {}

  PostWords find() {
    explain_posts();
    return std::move(words_);
  }

 private:
  std::size_t year_at(std::size_t shown) const { return plan_.years.index(in_.years.at(shown)); }

  void explain_posts() {
    std::vector<AmountOf> cells;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      plan_.projects[p].for_each_side([&](std::size_t post, Direction direction) {
        for (std::size_t y = 0; y < in_.years.size(); ++y) {
          const AmountOf cell{p, post, direction, year_at(y)};
          if (tells_more(cell)) cells.push_back(cell);
        }
      });
    const Table table = report_own_words({in_.worked, in_.trace, in_.file_name}, cells);
    std::size_t next = 0;
    for (const Row& row : table.rows) add_words(row, cells, next);
  }

  // What is only written shows that by its place.
  bool tells_more(const AmountOf& cell) const {
    return find_booked(plan_, cell) != nullptr || step_of(plan_, in_.trace, cell) || !changed_.of(cell).empty();
  }

  // A row of an amount, or a remark on the one before it; of what it was made from, the words tell enough.
  void add_words(const Row& row, const std::vector<AmountOf>& cells, std::size_t& next) {
    constexpr std::size_t of_level = 0, of_cell = 1, of_words = 2, of_place = 4;
    const std::string& words = std::get<std::string>(row.cells[of_words]);
    const auto* place = std::get_if<std::string>(&row.cells[of_place]);
    if (std::get<std::int64_t>(row.cells[of_level]) == 0) {
      of_ = cells[next++];
      const Project& project = plan_.projects[of_.project];
      const Amount amount = in_.worked.amounts.at(project, of_.post, of_.direction, of_.year);
      add(word(plan_.years.at(of_.year)) + ": " + shortened(words, project.posts[of_.post].naam, amount));
    } else if (std::holds_alternative<Blank>(row.cells[of_cell])) {
      add(place == nullptr || place->empty() ? words : words + " (" + short_place(*place) + ")");
    }
  }

  // "regel 11" in the file of the project, which stands above.
  std::string short_place(const std::string& place) const {
    const std::string own = in_.file_name(plan_.projects[of_.project].place.file) + ":";
    if (!place.starts_with(own)) return place;
    return Dutch("regel {}", place.substr(own.size(), place.find(':', own.size()) - own.size())).text();
  }

  void add(const std::string& words) {
    std::string& all = words_[{of_.project, of_.post, of_.direction}];
    if (!all.empty()) all += "; ";
    all += words;
  }

  const PaperInput& in_;
  const Plan& plan_;
  const ChangedCells changed_;
  PostWords words_;
  AmountOf of_;  // what the last words are of
};

}  // namespace

PostWords find_post_words(const PaperInput& input) { return FindPostWords(input).find(); }

}  // namespace saldo
