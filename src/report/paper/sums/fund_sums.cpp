// What the investeringsbudget and the reserves are made of: the posts that pay into them and take from them.
#include <map>
#include <utility>

#include "base/say.h"
#include "calc/carryover/carryover.h"
#include "report/carryover/carryover_tables.h"
#include "report/paper/sums/leads.h"
#include "report/paper/sums/sums.h"

namespace saldo {

namespace {

class FundLeads {
 public:
  FundLeads(PaperMaking& making, SumList& sums, const Carryover& carryover, const Table& table)
      : worked_(making.in.worked),
        whose_{Of::project, position(carryover.project)},
        fund_(worked_.plan.project(carryover.project)),
        sums_(sums),
        anchors_(making),
        lines_(fund_lines(carryover)),
        table_(table) {
    fund_.for_each_side([this](std::size_t post, Direction direction) {
      const Leg* leg = fund_.find_leg(post, direction);
      (leg == nullptr ? own_ : paid_[*leg->other.id]).push_back({post, direction});
    });
  }

  std::string operator()(const FigureCell& figure) {
    const FundLine& line = lines_[figure.row];
    const Year year = *year_key(figure.key).year;
    if (line.of == FundLine::Of::opening) return anchors_.figure(whose_, Figure::opening, year);
    if (line.of == FundLine::Of::stand) return anchors_.figure(whose_, Figure::eindsaldo, year);
    const std::string& naam = std::get<std::string>(table_.rows[figure.row].cells[1]);
    return sums_.tell({word(figure.row), naam}, word(year), amount_of(figure), parts(line, year));
  }

 private:
  struct PostSide {
    std::size_t post;
    Direction direction;
  };

  static bool is_own(const FundLine& line) {
    return line.of == FundLine::Of::structureel || line.of == FundLine::Of::overig;
  }

  // Of those that may be in the line.
  bool counts(const FundLine& line, const PostSide& side, Amount effect) const {
    if (is_own(line)) return fund_.posts[side.post].structureel == (line.of == FundLine::Of::structureel);
    const bool is_taken = side.direction == Direction::lasten || effect.counted() < Money();
    return is_taken == (line.of == FundLine::Of::onttrekking);
  }

  std::vector<SumPart> parts(const FundLine& line, Year year) {
    const std::size_t at = worked_.plan.years.index(year);
    std::vector<SumPart> parts;
    for (const PostSide& side : is_own(line) ? own_ : paid_[line.counterpart]) {
      const Amount effect = in_saldo(worked_.amounts.at(fund_, side.post, side.direction, at), side.direction);
      if (counts(line, side, effect))
        parts.push_back({to_text(address_of(fund_, fund_.posts[side.post])), effect, anchors_.post(fund_, side.post)});
    }
    return parts;
  }

  const Worked& worked_;
  const Whose whose_;
  const Project& fund_;
  SumList& sums_;
  BudgetAnchors anchors_;
  std::vector<FundLine> lines_;
  const Table& table_;
  std::vector<PostSide> own_;
  std::map<ProjectId, std::vector<PostSide>> paid_;  // by whom it is paid to, or comes from
};

PageTable fund_page(PaperMaking& making, SumList& sums, const Carryover& carryover) {
  const Table table = report_fund(making.in.worked.plan, carryover, making.in.years);
  return with_leads({table}, FundLeads(making, sums, carryover, table));
}

// Each open end leads to the post or project that it is of, and a stand to that of the fund with what would come to it.
class OpenLeads {
 public:
  OpenLeads(PaperMaking& making, SumList& sums, const Carryover& carryover, const Table& table)
      : plan_(making.in.worked.plan),
        carryover_(carryover),
        whose_{Of::project, position(carryover.project)},
        sums_(sums),
        anchors_(making),
        table_(table) {
    for (std::size_t i = 0; i < carryover.open.size(); ++i) {
      if (i == 0 || carryover.open[i - 1].kind != carryover.open[i].kind) rows_.push_back(nullptr);
      rows_.push_back(&carryover.open[i]);
    }
  }

  std::string operator()(const FigureCell& figure) {
    const OpenEnd* open = rows_[figure.row];
    const OpenKind kind = (open == nullptr ? rows_[figure.row + 1] : open)->kind;
    if (figure.key == "stand") return of_stand(figure, kind);
    return open == nullptr ? of_kind(figure, kind) : anchor_of(*open);
  }

 private:
  std::string of_kind(const FigureCell& figure, OpenKind kind) {
    std::vector<SumPart> parts;
    for (const OpenEnd& open : carryover_.open)
      if (open.kind == kind) parts.push_back({words_of(open), open.bedrag, anchor_of(open)});
    return sums_.tell(item(figure, kind), "", amount_of(figure), std::move(parts));
  }

  // That of one open end is the same sum with only its own amount.
  std::string of_stand(const FigureCell& figure, OpenKind kind) {
    const Money stand = carryover_.stand.back();
    const SumPart now{Dutch("de stand zoals begroot").text(), Amount(stand),
                      anchors_.figure(whose_, Figure::eindsaldo, plan_.years.last)};
    if (amount_of(figure) == now.amount) return now.anchor;
    const SumList::Of of = item(figure, kind);
    if (rows_[figure.row] != nullptr && sums_.has(of.name)) return sums_.anchor_of(of.name);
    const SumPart more{Dutch("wat erbij komt of afgaat").text(), Amount(rest_of(amount_of(figure), {now}))};
    return sums_.tell(of, Dutch("stand als het is geregeld").text(), amount_of(figure), {now, more});
  }

  SumList::Of item(const FigureCell& figure, OpenKind kind) const {
    std::size_t row = figure.row;
    while (rows_[row] != nullptr) --row;
    return {"o" + std::to_string(static_cast<int>(kind)), std::get<std::string>(table_.rows[row].cells[2])};
  }

  std::string words_of(const OpenEnd& open) const {
    const Project& project = plan_.project(open.project);
    return to_text(Address{project.nr, open.post ? project.posts[*open.post].nr : "", "", open.year});
  }

  std::string anchor_of(const OpenEnd& open) const {
    const Project& project = plan_.project(open.project);
    const std::string post = open.post ? anchors_.post(project, *open.post) : "";
    return post.empty() ? anchors_.figure({Of::project, position(open.project)}, Figure::eindsaldo, open.year) : post;
  }

  const Plan& plan_;
  const Carryover& carryover_;
  const Whose whose_;
  SumList& sums_;
  BudgetAnchors anchors_;
  const Table& table_;
  std::vector<const OpenEnd*> rows_;  // null: that of the kind of the next
};

PageTable open_page(PaperMaking& making, SumList& sums, const Carryover& carryover) {
  const Table table = report_open_ends(making.in.worked.plan, carryover);
  return with_leads({table}, OpenLeads(making, sums, carryover, table));
}

// Of a reserve, toevoegingen are its baten and onttrekkingen its lasten; together they are what stands above.
PageTable funds_page(PaperMaking& making, SumList& sums) {
  const Worked& worked = making.in.worked;
  const Plan& plan = worked.plan;
  const Years years = making.in.years;
  const std::vector<ProjectId> funds = funds_of(plan);
  const Table table = report_funds(plan, worked.balances, add_up_funds(plan, worked.balances), years);
  const BudgetAnchors anchors(making);
  const auto lead_of = [&](std::size_t fund, const FigureCell& figure) {
    const YearKey key = year_key(figure.key);
    const std::string name = !key.year                     ? "opening"
                             : key.figure == "toevoeging"  ? "baten"
                             : key.figure == "onttrekking" ? "lasten"
                                                           : key.figure;
    return anchors.known(figure_name(plan.project(funds[fund]).nr, name, key.year ? *key.year : years.first));
  };
  return with_leads({table}, [&](const FigureCell& figure) {
    if (figure.row < funds.size()) return lead_of(figure.row, figure);
    std::vector<SumPart> parts;
    for (std::size_t f = 0; f < funds.size(); ++f)
      if (const auto* amount = std::get_if<Amount>(&table.rows[f].cells[figure.column]))
        parts.push_back({plan.project(funds[f]).nr, *amount, lead_of(f, figure)});
    const Column& column = table.columns[figure.column];
    return sums.tell({"samen", Dutch("Alle reserves samen").text()},
                     Dutch("{} {}", column.label.text(), column.group.text()).text(), amount_of(figure),
                     std::move(parts));
  });
}

}  // namespace

void add_fund_pages(PaperMaking& making) {
  const Worked& worked = making.in.worked;
  SumList sums("fonds", Dutch("Het verloop van investeringsbudget en reserves"));
  if (worked.plan.investeringsbudget) {
    const Carryover carryover = work_out_carryover(worked, making.overdrachten, *worked.plan.investeringsbudget->id);
    making.page.add(fund_page(making, sums, carryover));
    making.page.add(open_page(making, sums, carryover));
  }
  if (worked.plan.has_reserve()) making.page.add(funds_page(making, sums));
  making.keep(std::move(sums));
}

}  // namespace saldo
