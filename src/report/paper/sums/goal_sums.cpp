// Goals: a target and its result lead to where they are written, and what a goal costs to the posts that serve it.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/say.h"
#include "calc/doel/doelgeld.h"
#include "calc/doel/voortgang.h"
#include "report/doel/doel_page.h"
#include "report/doel/doel_words.h"
#include "report/doel/doelen_table.h"
#include "report/doel/doelgeld_table.h"
#include "report/paper/sums/leads.h"
#include "report/paper/sums/overdracht_sums.h"
#include "report/paper/sums/sums.h"
#include "report/picture/charts.h"

namespace saldo {

namespace {

// The rows of the table of targets: a goal, and one of its targets or none.
class TargetLeads {
 public:
  TargetLeads(const PaperInput& in, const Doelboom& tree, std::optional<Date> until, SumList& sums)
      : in_(in), until_(until), sums_(sums) {
    for (const DoelId id : tree.order) {
      const Doel& doel = in.worked.plan.doel(id);
      for (std::size_t s = 0; s < std::max<std::size_t>(doel.streven.size(), 1); ++s) rows_.emplace_back(&doel, s);
    }
  }

  // The words of a target are its figures: each row tells of one.
  PageTable lead(Table table) {
    PageTable page{std::move(table)};
    for (std::size_t r = 0; r < page.table.rows.size(); ++r) {
      const auto& [doel, streef] = rows_[r];
      if (doel->streven.empty()) continue;
      const std::string anchor = tell(*doel, streef);
      for (std::size_t c = 0; c < page.table.columns.size(); ++c)
        if (is_of_target(page.table.columns[c].key) && std::holds_alternative<std::string>(page.table.rows[r].cells[c]))
          page.links.push_back({r, c, anchor});
    }
    return page;
  }

 private:
  static bool is_of_target(const std::string& key) {
    return key == "streven" || key == "resultaat" || key == "stand_en_weg";
  }

  std::string at(const Place& place) const { return place.line == 0 ? "" : " (" + line_words(in_, place) + ")"; }

  std::string tell(const Doel& doel, std::size_t s) {
    const Streef& streef = doel.streven[s];
    const Voortgang voortgang = voortgangen_of(doel, until_)[s];
    std::string text = streef_words(streef) + at(streef.place);
    const auto add = [&text](const Dutch& words) { text += "; " + words.text(); };
    if (streef.nulmeting) add(Dutch("begonnen bij {}{}", base_words(streef), at(streef.nulmeting->place)));
    if (voortgang.resultaat != nullptr)
      add(Dutch("resultaat {}{}", figure_words(*voortgang.resultaat, &streef), at(voortgang.resultaat->place)));
    if (voortgang.bewering != nullptr)
      add(Dutch("gezegd is: {}{}", to_text(*voortgang.bewering->beweerd), at(voortgang.bewering->beweerd_place)));
    add(Dutch("stand: {}", stand_words(voortgang)));
    const std::string head =
        goal_name(doel) + (doel.streven.size() > 1 ? ", " + Dutch("streven {}", streef.nr).text() : "");
    return sums_.tell({"streven/" + doel.id + "/" + std::to_string(streef.nr), head}, {plain(std::move(text))});
  }

  const PaperInput& in_;
  std::optional<Date> until_;
  SumList& sums_;
  std::vector<std::pair<const Doel*, std::size_t>> rows_;
};

// The money of goals: by post, and what is counted twice by overdracht. Of all goals together, by goal.
class MoneyLeads {
 public:
  MoneyLeads(PaperMaking& making, const Doelboom& tree, const Table& table, SumList& sums)
      : worked_(making.in.worked),
        plan_(worked_.plan),
        table_(table),
        sums_(sums),
        anchors_(making),
        counter_(worked_),
        posts_(posts_of_doelen(plan_, tree)) {
    while (goals_ < table.rows.size() && id_of(goals_) != "alle-doelen") ++goals_;  // no rows where no goal has money
    for (std::size_t i = 0; i < plan_.doelen.size(); ++i) by_id_.emplace(plan_.doelen[i].id, i);
    for (const Overdracht& of : making.overdrachten) overdrachten_.emplace(std::tuple(of.van, of.naar, of.jaar), &of);
  }

  std::string operator()(const FigureCell& cell) {
    const YearKey key = year_key(cell.key);
    const std::string label = Dutch("{} {}", words_of(key.figure), *key.year).text();
    const std::string id = id_of(cell.row);
    const std::string naam = std::get<std::string>(table_.rows[cell.row].cells[2]);
    const bool is_goal = cell.row < goals_ && by_id_.contains(id);
    std::vector<SumPart> parts = key.figure == "netto_lasten" ? net(cell)
                                 : is_goal                    ? of_goal(cell, key)
                                                              : of_sum(cell, key);
    return told_[{cell.row, cell.column}] =
               sums_.tell({(is_goal ? "geld/" : "som/") + id, naam}, label, amount_of(cell), std::move(parts), is_goal);
  }

 private:
  static std::string words_of(const std::string& figure) {
    if (figure == "lasten") return Dutch("lasten").text();
    return figure == "dubbel_lasten" ? Dutch("dubbel").text() : Dutch("netto").text();
  }

  std::string id_of(std::size_t row) const { return std::get<std::string>(table_.rows[row].cells[0]); }

  Amount at(std::size_t row, std::size_t column) const {
    const auto* amount = std::get_if<Amount>(&table_.rows[row].cells[column]);
    return amount == nullptr ? Amount() : *amount;
  }

  std::string lead_of(std::size_t row, std::size_t column) const {
    const auto found = told_.find({row, column});
    return found == told_.end() ? "" : found->second;
  }

  std::vector<SumPart> net(const FigureCell& cell) const {
    const std::size_t c = cell.column;
    return {{Dutch("bruto").text(), at(cell.row, c - 2), lead_of(cell.row, c - 2)},
            {Dutch("dubbel").text(), -at(cell.row, c - 1), lead_of(cell.row, c - 1)}};
  }

  std::vector<SumPart> of_goal(const FigureCell& cell, const YearKey& key) const {
    const PostShares& posts = posts_[by_id_.at(id_of(cell.row))];
    const std::size_t year = plan_.years.index(*key.year);
    return key.figure == "lasten" ? by_post(posts, year) : by_overdracht(posts, year);
  }

  std::vector<SumPart> by_post(const PostShares& posts, std::size_t year) const {
    std::map<std::uint32_t, Ratio> in_order(posts.begin(), posts.end());
    std::vector<SumPart> parts;
    for (const auto& [number, share] : in_order) {
      const Amount amount = counter_.count({{number, share}})[year].lasten;
      if (amount.is_absent()) continue;
      const Project& project = plan_.project(counter_.owner(number));
      const std::size_t post = number - project.first_post;
      const std::string part = share.num == share.den ? "" : Dutch("{} van ", to_percentage(share)).text();
      parts.push_back({part + to_text(address_of(project, project.posts[post])), amount, anchors_.post(project, post)});
    }
    return parts;
  }

  std::vector<SumPart> by_overdracht(const PostShares& posts, std::size_t year) const {
    std::vector<Doubled> doubled;
    counter_.count(posts, &doubled);
    std::vector<SumPart> parts;
    for (const Doubled& one : doubled) {
      if (one.year != year) continue;
      const auto found = overdrachten_.find({one.van, one.naar, plan_.years.at(year)});
      if (found != overdrachten_.end()) parts.push_back(overdracht_part(plan_, *found->second, Amount(one.amount)));
    }
    return parts;
  }

  SumPart of_row(std::size_t row, std::size_t column, bool is_taken) const {
    const Amount amount = at(row, column);
    return {std::get<std::string>(table_.rows[row].cells[2]), is_taken ? -amount : amount, lead_of(row, column)};
  }

  // Of all goals, those at the top, less what more of them name; of the plan, what goals have and none has.
  std::vector<SumPart> of_sum(const FigureCell& cell, const YearKey& key) const {
    const std::size_t first = goals_, end = table_.rows.size() - 1;
    std::vector<SumPart> parts;
    if (cell.row == first) {
      for (std::size_t r = 0; r < first; ++r)
        if (table_.rows[r].level == 0) parts.push_back(of_row(r, cell.column, false));
      add_rest(amount_of(cell), Dutch("wat bij meer doelen hoort, één keer").text(), parts);
      return parts;
    }
    if (cell.row == end && key.figure == "lasten")
      return {{Dutch("het plan").text(), amount_of(cell), anchors_.figure({}, Figure::lasten, *key.year)}};
    if (cell.row == end) {
      for (std::size_t r = first; r < end; ++r) parts.push_back(of_row(r, cell.column, false));
      return parts;
    }
    parts.push_back({Dutch("het plan").text(), at(end, cell.column),
                     key.figure == "lasten" ? anchors_.figure({}, Figure::lasten, *key.year) : ""});
    for (std::size_t r = first; r < end; ++r)
      if (r != cell.row) parts.push_back(of_row(r, cell.column, true));
    return parts;
  }

  const Worked& worked_;
  const Plan& plan_;
  const Table& table_;
  SumList& sums_;
  BudgetAnchors anchors_;
  MoneyCounter counter_;
  std::vector<PostShares> posts_;
  std::size_t goals_ = 0;  // rows of goals, which stand above the sums
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::map<std::tuple<ProjectId, ProjectId, Year>, const Overdracht*> overdrachten_;
  std::map<std::pair<std::size_t, std::size_t>, std::string> told_;
};

}  // namespace

void add_goal_pages(PaperMaking& making) {
  const Worked& worked = making.in.worked;
  const Plan& plan = worked.plan;
  SumList sums("doelen-uitleg", Dutch("Doelen: waar het staat, en het geld"));
  const Doelboom tree = make_doelboom(plan);
  const DoelenTableOptions options{{}, {}, due_until(plan, making.in.as_of), false};
  making.page.add(PagePicture{chart_of_goals(plan, tree, options)});
  const Table targets = report_doelen(plan, tree, options);
  const Table money = report_doelgeld(plan, tree, work_out_doelgeld(worked, tree), making.in.years);
  if (!making.explains()) {
    making.page.add(PageTable{targets});
    making.page.add(PageTable{money});
    return;
  }
  making.page.add(TargetLeads(making.in, tree, options.until, sums).lead(targets));
  making.page.add(with_leads({money}, MoneyLeads(making, tree, money, sums)));
  making.keep(std::move(sums));
}

}  // namespace saldo
