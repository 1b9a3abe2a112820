#include <algorithm>

#include "calc/carryover/carryover.h"
#include "calc/told/told.h"
#include "report/workbook/sheets.h"
#include "report/workbook/total_row.h"

namespace saldo {

namespace {

// A side of a post of a fund, which is one of the cells of a row of its sheet.
struct FundPart {
  std::size_t post = 0;
  Direction direction{};
};

class FundsSheet {
 public:
  explicit FundsSheet(BookFrame& frame) : frame_(frame), plan_(frame.plan) {}

  BookSheet make(const std::vector<ProjectId>& funds) {
    const bool has_rib = plan_.investeringsbudget.has_value();
    sheet_ = start_sheet(frame_, has_rib ? "RIB" : "Reserves",
                         has_rib && funds.size() == 1 ? Dutch("Het regionaal investeringsbudget")
                         : has_rib                    ? Dutch("Het regionaal investeringsbudget en de reserves")
                                                      : Dutch("De reserves"),
                         Dutch("Wat erbij komt (+) en eruit gaat (-), en wat er op 31 december staat; rood is onder de "
                               "ondergrens."));
    std::vector<std::string> heads = {Dutch("Nr"), Dutch("Toevoeging (+) en onttrekking (-)")};
    sheet_.widths = {frame_.nr_width, 60};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      heads.push_back(head_of_year(frame_, year));
      sheet_.widths.push_back(frame_.amount_width + 1);
    }
    add_heads(sheet_, heads, 2);
    for (const ProjectId fund : funds) add(position(fund));
    return std::move(sheet_);
  }

 private:
  void add(std::size_t p) {
    const Project& fund = plan_.projects[p];
    TotalRowMaker(frame_, sheet_, {fund.nr, fund.naam, 0, BookStyle::subtotal, BookStyle::subtotal_name}, frame_.years);
    const std::size_t opening = sheet_.rows.size(), stand = opening + 1 + count_rows(p);
    add_opening(p, stand);
    add_movements(p);
    add_stand(p, opening, stand);
    sheet_.rows.emplace_back();
  }

  void add_opening(std::size_t p, std::size_t stand) {
    TotalRowMaker row(frame_, sheet_, {"", Dutch("Stand 1 januari")}, frame_.years);
    for (std::size_t year = 0; year < frame_.years; ++year) {
      CellSum sum;
      if (year == 0)
        sum.add_other(sheet_prefix(frame_.stands_sheet()) + cell_name(frame_.stand_row(p), frame_.opening_column()));
      else sum.add({stand, 2 + year - 1});
      row.put(2 + year, sum, frame_.worked.balances.projects[p].opening_of(year));
    }
  }

  void add_stand(std::size_t p, std::size_t opening, std::size_t stand) {
    const Balance& balance = frame_.worked.balances.projects[p];
    TotalRowMaker row(frame_, sheet_, {"", Dutch("Stand 31 december"), 0, BookStyle::total, BookStyle::strong},
                      frame_.years);
    std::vector<CellAt> cells;
    std::vector<Amount> amounts = {};
    for (std::size_t year = 0; year < frame_.years; ++year) {
      CellSum sum;
      sum.add_run(opening, stand, 2 + year);
      cells.push_back({stand, 2 + year});
      amounts.push_back(balance.years[year].eindsaldo);
      row.put(2 + year, sum, amounts.back());
    }
    frame_.checks.push_back({sheet_.name, plan_.projects[p].nr, plan_.projects[p].naam, Dutch("stand 31 december"),
                             std::move(cells), std::move(amounts)});
    const Money floor = plan_.projects[p].more->ondergrens.value_or(Money());
    for (std::size_t year = 0; year < frame_.years; ++year) add_floors(sheet_, {{stand, floor}}, {2 + year});
  }

  // The rows between the two stands: the other projects, each once, and the posts of its own, each with its name.
  template <class Visit>
  void for_each_row(std::size_t p, Visit visit) const {
    const Project& fund = plan_.projects[p];
    std::vector<std::pair<ProjectId, Direction>> told;
    for (const Leg& leg : fund.legs) {
      const std::pair<ProjectId, Direction> key{*leg.other.id, leg.direction};
      if (std::find(told.begin(), told.end(), key) != told.end()) continue;
      told.push_back(key);
      std::vector<FundPart> parts;
      for (const Leg& other : fund.legs)
        if (*other.other.id == key.first && other.direction == key.second && has_row(fund, other.post, other.direction))
          parts.push_back({other.post, other.direction});
      const Project& with = plan_.project(key.first);
      const bool in = leg.direction == Direction::baten;
      if (!parts.empty()) visit(with.nr, in ? Dutch("Van {}", with.naam) : Dutch("Naar {}", with.naam), parts);
    }
    fund.for_each_side([&](std::size_t post, Direction direction) {
      if (fund.find_leg(post, direction) != nullptr || !has_row(fund, post, direction)) return;
      visit(fund.posts[post].nr, Dutch("Eigen post: {}", fund.posts[post].naam),
            std::vector<FundPart>{{post, direction}});
    });
  }
  bool has_row(const Project& fund, std::size_t post, Direction direction) const {
    return frame_.posts.row_of(fund, post, direction).has_value();
  }

  std::size_t count_rows(std::size_t p) const {
    std::size_t count = 0;
    for_each_row(p, [&count](const std::string&, const Dutch&, const std::vector<FundPart>&) { ++count; });
    return count;
  }

  void add_movements(std::size_t p) {
    const Project& fund = plan_.projects[p];
    for_each_row(p, [&](const std::string& nr, const Dutch& naam, const std::vector<FundPart>& parts) {
      TotalRowMaker row(frame_, sheet_, {nr, naam, 1}, frame_.years);
      for (std::size_t year = 0; year < frame_.years; ++year) {
        CellSum sum(sheet_prefix(posts_sheet_name));
        std::vector<SignedCell> cells;
        for (const FundPart& part : parts) {
          sum.add({*frame_.posts.row_of(fund, part.post, part.direction), frame_.first_year_column + year},
                  in_saldo(1, part.direction));
          cells.push_back({{p, part.post, part.direction, year}, in_saldo(1, part.direction)});
        }
        const Amount whole = add_up(frame_.worked, cells);
        if (!whole.is_absent()) row.put(2 + year, sum, whole);
      }
    });
  }

  BookFrame& frame_;
  const Plan& plan_;
  BookSheet sheet_;
};

}  // namespace

std::optional<BookSheet> funds_sheet(BookFrame& frame) {
  const std::vector<ProjectId> funds = funds_of(frame.plan);
  if (funds.empty()) return std::nullopt;
  return FundsSheet(frame).make(funds);
}

}  // namespace saldo
