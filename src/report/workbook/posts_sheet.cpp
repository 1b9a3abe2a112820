#include <algorithm>

#include "base/text.h"
#include "report/workbook/post_cells.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

Dutch word_of(PostBlock block) {
  switch (block) {
    case PostBlock::lasten: return Dutch("lasten");
    case PostBlock::baten: return Dutch("baten");
    case PostBlock::lasten_mutatie: return Dutch("toevoeging");
    case PostBlock::baten_mutatie: break;
  }
  return Dutch("onttrekking");
}

// Of a reserve, baten are what it gets.
Dutch word_of(const Project& project, const PostRow& row) {
  if (!project.is_reserve()) return word_of(row.block);
  return row.direction == Direction::baten ? Dutch("toevoeging") : Dutch("onttrekking");
}

class PostsSheet {
 public:
  explicit PostsSheet(const BookFrame& frame) : frame_(frame), plan_(frame.plan), cells_(frame) {}

  BookSheet make() {
    sheet_ =
        start_sheet(frame_, posts_sheet_name, Dutch("Posten"),
                    Dutch("Een rij voor elke kant van een post. Wie hier een blauw bedrag verandert, verandert alle "
                          "bladen; bruine bedragen veranderen niet mee, en zeggen in hun notitie waarom."));
    add_posts_heads();
    for (const PostRow& row : frame_.posts.rows()) add(row);
    sheet_.frozen_columns = 5;
    sheet_.filter = {2, 0, sheet_.rows.size() - 1, last_column()};
    return std::move(sheet_);
  }

 private:
  std::size_t last_column() const { return frame_.first_year_column + frame_.years; }

  void add_posts_heads() {
    std::vector<std::string> heads = {Dutch("Programmalijn"), Dutch("Project"),      Dutch("Naam van het project"),
                                      Dutch("Post"),          Dutch("Omschrijving"), Dutch("Soort"),
                                      Dutch("Hoe bepaald")};
    sheet_.widths = {20, frame_.nr_width, 28, 7, 44, 12, 20};
    if (frame_.rate_column) heads.push_back(Dutch("Percentage")), sheet_.widths.push_back(11);
    if (frame_.whole_column) heads.push_back(Dutch("Te verdelen")), sheet_.widths.push_back(13);
    for (std::size_t year = 0; year < frame_.years; ++year) {
      heads.push_back(head_of_year(frame_, year));
      sheet_.widths.push_back(frame_.amount_width);
    }
    heads.push_back(Dutch("Waar in de bestanden"));
    sheet_.widths.push_back(30);
    add_heads(sheet_, heads, 7);
    sheet_.rows.back().back().style = BookStyle::indented_head;
  }

  void add(const PostRow& row) {
    const Project& project = plan_.projects[row.project];
    const Post& post = project.posts[row.post];
    const Side& side = post.side(row.direction);
    std::vector<BookCell> cells = {words(name_of_line(project), BookStyle::wrapped),
                                   words(project.nr, BookStyle::code),
                                   words(project.naam, BookStyle::wrapped),
                                   words(post.nr, BookStyle::code),
                                   words(post.naam, BookStyle::wrapped),
                                   words(word_of(project, row)),
                                   words(kinds_of(row), BookStyle::wrapped)};
    if (frame_.rate_column)
      cells.push_back(side.percentage() ? BookCell{side.percentage()->rate(), BookStyle::percentage} : BookCell{});
    if (frame_.whole_column) {
      if (side.total() != nullptr) put(cells, cells_.whole(post, *side.total()), side.total()->place);
      else cells.push_back({});
    }
    for (std::size_t year = 0; year < frame_.years; ++year) {
      const AmountOf at{row.project, row.post, row.direction, year};
      put(cells, cells_.of(at), place_of(plan_, at));
    }
    cells.push_back(words(frame_.place_words(post.place), BookStyle::indented_note));
    sheet_.rows.push_back(std::move(cells));
  }

  std::string name_of_line(const Project& project) const {
    const auto& line = project.programmalijn.id;
    return line ? plan_.line(*line).naam : "";
  }

  void put(std::vector<BookCell>& cells, PostCell cell, const Place& place) {
    if (cell.why) sheet_.notes.push_back({sheet_.rows.size(), cells.size(), note_of(*cell.why, place)});
    cells.push_back(std::move(cell.cell));
  }

  std::string note_of(const Dutch& why, const Place& place) const {
    return Dutch("Dit bedrag verandert niet mee: {}. Zie {}.", why, frame_.place_words(place)).text();
  }

  // What decides its years, each said once: "bedrag, index loon".
  std::string kinds_of(const PostRow& row) const {
    std::vector<std::string> kinds;
    for (std::size_t year = 0; year < frame_.years; ++year) {
      std::string kind = kind_of({row.project, row.post, row.direction, year});
      if (!kind.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
    }
    std::string all;
    for (const std::string& kind : kinds) all += (all.empty() ? "" : ", ") + kind;
    return all;
  }

  std::string kind_of(const AmountOf& at) const {
    const Post& post = plan_.projects[at.project].posts[at.post];
    if (const BookedCell* booked = find_booked(plan_, at))
      return booked->is_expected ? Dutch("verwacht") : Dutch("geboekt");
    const bool is_there =
        !frame_.worked.amounts.at(plan_.projects[at.project], at.post, at.direction, at.year).is_absent();
    switch (frame_.graph.formula(at)) {
      case Formula::leeg: break;
      case Formula::bedrag: return is_there ? Dutch("bedrag").text() : "";
      case Formula::deel: return Dutch("deel");
      case Formula::onderbouwing: return Dutch("onderbouwing");
      case Formula::sluitpost: return Dutch("sluitpost");
      case Formula::spiegel: return Dutch("spiegel");
      case Formula::index: return Dutch("index {}", plan_.indexes[position(post.index)].naam);
      case Formula::percentage: return Dutch("percentage");
    }
    return "";
  }

  const BookFrame& frame_;
  const Plan& plan_;
  PostCells cells_;
  BookSheet sheet_;
};

}  // namespace

BookSheet posts_sheet(const BookFrame& frame) { return PostsSheet(frame).make(); }

}  // namespace saldo
