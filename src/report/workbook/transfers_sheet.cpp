#include <algorithm>

#include "calc/overdrachten.h"
#include "calc/told/told.h"
#include "report/workbook/sheet_parts.h"
#include "report/workbook/sheets.h"

namespace saldo {

namespace {

constexpr std::size_t sent_column = 6;

class TransfersSheet {
 public:
  explicit TransfersSheet(const BookFrame& frame) : frame_(frame), plan_(frame.plan) {}

  BookSheet make(const std::vector<Overdracht>& overdrachten) {
    sheet_ = start_sheet(frame_, "Overdrachten", Dutch("Overdrachten: wie betaalt wie"),
                         Dutch("Wat het ene project aan het andere betaalt staat op beide; verschil is wat nergens of "
                               "anders aankomt."));
    sheet_.widths = {frame_.nr_width, 34, frame_.nr_width, 34, 8, 10, 13, 13, 13, 30};
    add_heads(sheet_,
              {Dutch("Van"), Dutch("Naam"), Dutch("Naar"), Dutch("Naam"), Dutch("Jaar"), Dutch("Komt aan"),
               Dutch("Verzonden"), Dutch("Ontvangen"), Dutch("Verschil"), Dutch("Opmerking")},
              sent_column);
    sheet_.rows.back().back().style = BookStyle::indented_head;
    const std::size_t first = sheet_.rows.size();
    for (const Overdracht& overdracht : overdrachten) add(overdracht);
    sheet_.frozen_columns = 4;
    sheet_.filter = {first - 1, 0, sheet_.rows.size() - 1, 9};
    return std::move(sheet_);
  }

 private:
  void add(const Overdracht& overdracht) {
    const std::size_t row = sheet_.rows.size();
    const Project& van = plan_.project(overdracht.van);
    const Project& naar = plan_.project(overdracht.naar);
    std::string arrival;
    if (!overdracht.receipts.empty()) arrival = word(overdracht.receipts.back().year);
    std::vector<BookCell> cells = {words(van.nr, BookStyle::code),  words(van.naam, BookStyle::wrapped),
                                   words(naar.nr, BookStyle::code), words(naar.naam, BookStyle::wrapped),
                                   words(word(overdracht.jaar)),    words(arrival)};
    sheet_.rows.push_back(std::move(cells));
    add_side(overdracht, Direction::lasten, overdracht.verzonden);
    add_side(overdracht, Direction::baten, overdracht.ontvangen_in(plan_.years));
    CellSum difference;
    difference.add({row, sent_column});
    difference.add({row, sent_column + 1}, -1);
    const Amount open = saldo::difference(overdracht.verzonden, overdracht.ontvangen_in(plan_.years));
    sheet_.rows.back().push_back(frame_.told(frame_.whole_cents(difference.text()), "", open, BookStyle::amount));
    sheet_.rows.back().push_back(words(remark_of(overdracht), BookStyle::indented));
  }

  // The cells of the posts that pay or receive it, where those are what saldo took together.
  void add_side(const Overdracht& overdracht, Direction direction, Amount is) {
    const bool sends = direction == Direction::lasten;
    const ProjectId self = sends ? overdracht.van : overdracht.naar, other = sends ? overdracht.naar : overdracht.van;
    CellSum sum(sheet_prefix(posts_sheet_name));
    std::vector<SignedCell> cells_of_it;
    for (const LegRef& ref : frame_.graph.legs_between().legs(self, other, direction, overdracht.stream)) {
      const Year year = overdracht.jaar + (sends ? 0 : ref.leg->vertraging);
      if (!plan_.years.contains(year)) continue;
      const std::size_t at = plan_.years.index(year);
      const Project& project = plan_.project(self);
      cells_of_it.push_back({{position(self), ref.leg->post, direction, at}});
      if (const auto row = frame_.posts.row_of(project, ref.leg->post, direction))
        sum.add({*row, frame_.first_year_column + at});
    }
    std::vector<BookCell>& row = sheet_.rows.back();
    if (!sum.empty() && add_up(frame_.worked, cells_of_it) == is) {
      const std::string cells = sum.cells();
      row.push_back(frame_.told(frame_.whole_cents(sum.text()), cells, is, BookStyle::amount));
      return;
    }
    if (is.is_money())
      sheet_.notes.push_back({sheet_.rows.size() - 1, row.size(),
                              Dutch("Dit bedrag verandert niet mee: saldo zoekt bij elkaar wat in een ander jaar of in "
                                    "delen aankomt. Zie {}.",
                                    frame_.place_words(overdracht.place))
                                  .text()});
    row.push_back({is, BookStyle::fixed});
  }

  static std::string remark_of(const Overdracht& overdracht) {
    std::string text;
    const auto add = [&text](const Dutch& words) { text += (text.empty() ? "" : "; ") + words.text(); };
    if (overdracht.status == OverdrachtStatus::verschil) add(Dutch("verschil"));
    if (overdracht.status == OverdrachtStatus::geen_ontvangst) add(Dutch("geen ontvangst"));
    if (overdracht.status == OverdrachtStatus::geen_verzending) add(Dutch("niet verzonden"));
    if (overdracht.verschoven) add(Dutch("later dan afgesproken"));
    return text;
  }

  const BookFrame& frame_;
  const Plan& plan_;
  BookSheet sheet_;
};

}  // namespace

std::optional<BookSheet> transfers_sheet(const BookFrame& frame) {
  const std::vector<Overdracht> overdrachten = find_overdrachten(frame.plan, frame.worked.amounts);
  if (overdrachten.empty()) return std::nullopt;
  return TransfersSheet(frame).make(overdrachten);
}

}  // namespace saldo
