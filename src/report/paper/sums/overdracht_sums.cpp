#include "report/paper/sums/overdracht_sums.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "base/say.h"
#include "calc/relaties.h"
#include "report/overlap_tables.h"
#include "report/paper/sums/sums.h"

namespace saldo {

std::string overdracht_anchor(const Plan& plan, const Overdracht& overdracht) {
  std::string anchor = fmt::format("van/{}/{}/{}", plan.project(overdracht.van).nr, plan.project(overdracht.naar).nr,
                                   overdracht.jaar.value);
  if (overdracht.stream != 0) anchor += fmt::format("/{}", overdracht.stream);
  return anchor;
}

SumPart overdracht_part(const Plan& plan, const Overdracht& overdracht, Amount amount) {
  return {fmt::format("{} \u2192 {}", plan.project(overdracht.van).nr, plan.project(overdracht.naar).nr), amount,
          overdracht_anchor(plan, overdracht)};
}

void OverdrachtPosts::add(ProjectId project, ProjectId other, Direction direction, const Overdracht& overdracht,
                          Year year, std::vector<SumPart>& parts) const {
  if (!worked_.plan.years.contains(year)) return;
  for (const LegRef& ref : between_.legs(project, other, direction, overdracht.stream)) {
    const Project& of = worked_.plan.project(ref.project);
    const Amount amount = worked_.amounts.at(of, ref.leg->post, direction, worked_.plan.years.index(year));
    if (!amount.is_absent())
      parts.push_back({to_text(address_of(of, of.posts[ref.leg->post])), amount, anchors_.post(of, ref.leg->post)});
  }
}

std::vector<SumPart> OverdrachtPosts::sent(const Overdracht& overdracht) const {
  std::vector<SumPart> parts;
  add(overdracht.van, overdracht.naar, Direction::lasten, overdracht, overdracht.jaar, parts);
  return parts;
}

// A receipt may be a part of what its post receives in that year: the rest belongs to another overdracht.
std::vector<SumPart> OverdrachtPosts::received(const Overdracht& overdracht) const {
  std::vector<SumPart> parts;
  for (const Receipt& receipt : overdracht.receipts)
    add(overdracht.naar, overdracht.van, Direction::baten, overdracht, receipt.year, parts);
  const Amount received = overdracht.ontvangen_in(worked_.plan.years);
  if (!parts.empty()) add_rest(received, Dutch("hoort bij een andere overdracht").text(), parts);
  return parts;
}

namespace {

// As overdracht_part, where more years stand beside it.
SumPart part_of_year(const Plan& plan, const Overdracht& overdracht, Amount amount) {
  SumPart part = overdracht_part(plan, overdracht, amount);
  part.words += " " + word(overdracht.jaar);
  return part;
}

class RelatieLeads {
 public:
  RelatieLeads(const PaperMaking& making, SumList& sums) : plan_(making.in.worked.plan), sums_(sums) {
    for (const Overdracht& overdracht : making.overdrachten)
      between_[ends(overdracht.van, overdracht.naar)].push_back(&overdracht);
  }

  std::string operator()(const Relatie& relatie, Year year, Amount figure) {
    std::vector<SumPart> parts;
    const auto found = between_.find(ends(relatie.project, relatie.met));
    if (found != between_.end())
      for (const Overdracht* overdracht : found->second)
        if (const Amount amount = amount_in(*overdracht, year); !amount.is_absent())
          parts.push_back(overdracht_part(plan_, *overdracht, amount));
    const std::string &one = plan_.project(relatie.project).nr, &other = plan_.project(relatie.met).nr;
    return sums_.tell({one + "/" + other, Dutch("{} en {}", one, other).text()}, word(year), figure, std::move(parts));
  }

 private:
  using Ends = std::pair<ProjectId, ProjectId>;
  static Ends ends(ProjectId a, ProjectId b) { return a < b ? Ends{a, b} : Ends{b, a}; }

  // As relaties count it: as sent, or where nothing was, as received.
  static Amount amount_in(const Overdracht& overdracht, Year year) {
    if (!overdracht.verzonden.is_absent()) return overdracht.jaar == year ? overdracht.verzonden : Amount();
    return overdracht.ontvangen_in({year, year});
  }

  const Plan& plan_;
  SumList& sums_;
  std::map<Ends, std::vector<const Overdracht*>> between_;
};

// The overdrachten that are the sum of a year: sent and received in it, the same on both sides.
std::vector<SumPart> equal_parts(const PaperMaking& making, Year year) {
  std::vector<SumPart> parts;
  for (const Overdracht& of : making.overdrachten)
    if (const Amount amount = equal_in_year({of}, year); !amount.is_absent())
      parts.push_back(part_of_year(making.in.worked.plan, of, amount));
  return parts;
}

// The table of overdrachten: each leads to its posts, and can be led to.
PageTable overdrachten_page(PaperMaking& making, SumList& sums) {
  const PaperInput& in = making.in;
  const Plan& plan = in.worked.plan;
  std::vector<const Overdracht*> rows;
  for (const Overdracht& overdracht : making.overdrachten)
    if (concerns(overdracht, in.years)) rows.push_back(&overdracht);
  std::vector<Year> totals;  // of the rows below
  for (std::size_t y = 0; y < in.years.size(); ++y)
    if (!equal_in_year(making.overdrachten, in.years.at(y)).is_absent()) totals.push_back(in.years.at(y));
  PageTable page{report_overdrachten(plan, making.overdrachten, in.years)};
  for (std::size_t r = 0; r < rows.size(); ++r) page.anchors.push_back({r, overdracht_anchor(plan, *rows[r])});
  const OverdrachtPosts posts(making);
  return with_leads(std::move(page), [&](const FigureCell& figure) {
    if (figure.row >= rows.size()) {
      const Year year = totals[figure.row - rows.size()];
      const SumList::Of of{"samen/" + word(year), Dutch("Samen in {}", year).text()};
      return sums.has(of.name) ? sums.anchor_of(of.name)
                               : sums.tell(of, "", amount_of(figure), equal_parts(making, year));
    }
    const Overdracht& of = *rows[figure.row];
    const SumList::Of name{overdracht_anchor(plan, of), part_of_year(plan, of, {}).words};
    const bool is_sent = figure.key == "verzonden";
    return sums.tell(name, Dutch(is_sent ? "verzonden" : "ontvangen").text(), amount_of(figure),
                     is_sent ? posts.sent(of) : posts.received(of));
  });
}

// Who pays whom, over all years that are shown: none is everybody.
PageTable matrix_page(PaperMaking& making, SumList& sums, Table matrix) {
  using Ends = std::pair<std::optional<ProjectId>, std::optional<ProjectId>>;
  const Years years = making.in.years;
  const Plan& plan = making.in.worked.plan;
  const WhoPaysWhom all = who_pays_whom(making.overdrachten, years);
  std::map<Ends, std::vector<SumPart>> parts;
  for (const Overdracht& of : making.overdrachten) {
    const Amount amount = who_pays_whom({of}, years).total;
    if (amount.is_absent()) continue;
    for (const Ends& ends : {Ends{of.van, of.naar}, {of.van, {}}, {{}, of.naar}, {}})
      parts[ends].push_back(part_of_year(plan, of, amount));
  }
  const auto name_of = [&plan](const std::optional<ProjectId>& project) {
    return project ? plan.project(*project).nr : Dutch("alle").text();
  };
  return with_leads({std::move(matrix)}, [&](const FigureCell& figure) {
    Ends ends;
    const std::size_t to = figure.column - 2;
    if (figure.row < all.senders.size()) ends.first = all.senders[figure.row];
    if (to < all.receivers.size()) ends.second = all.receivers[to];
    const std::string van = name_of(ends.first), naar = name_of(ends.second);
    return sums.tell({"matrix/" + van + "/" + naar, van + " \u2192 " + naar}, "", amount_of(figure), parts[ends]);
  });
}

// What is counted twice in a row of the table without dubbelingen: by overdracht, and of the total by row.
class NettoLeads {
 public:
  NettoLeads(PaperMaking& making, SumList& sums, const Table& table)
      : making_(making), plan_(making.in.worked.plan), sums_(sums), anchors_(making), table_(table) {
    for (const Overdracht& overdracht : making.overdrachten) {
      twice_.push_back(counted_twice(plan_, overdracht));
      rows_.push_back(row_of(overdracht));
    }
  }

  std::string operator()(const FigureCell& figure) {
    const auto [year, of] = year_key(figure.key);
    const std::string id = id_of(figure.row);
    const Amount amount = amount_of(figure);
    if (of.starts_with("bruto_")) return anchors_.known(id + "/" + of.substr(6) + "/" + word(*year));
    const SumList::Of item{"netto/" + id, std::get<std::string>(table_.rows[figure.row].cells[1])};
    const std::string label = Dutch("{} {}", label_of(of), *year).text();
    const bool is_taken = amount.counted() < Money();  // which is told of the payment with the other sign
    if (!of.starts_with("netto_"))
      return told_[of + id + word(*year)] = sums_.tell(item, label, amount, parts(id, of, *year, figure), is_taken);
    const std::string side = of.substr(6);
    const Amount twice = std::get<Amount>(table_.rows[figure.row].cells[figure.column - 1]);
    const Amount bruto = std::get<Amount>(table_.rows[figure.row].cells[figure.column - 2]);
    std::vector<SumPart> both{{Dutch("bruto").text(), bruto, anchors_.known(id + "/" + side + "/" + word(*year))}};
    if (twice != Amount(Money()))
      both.push_back({Dutch("dubbel").text(), -twice, told_["dubbeling_" + side + id + word(*year)]});
    return sums_.tell(item, label, amount, std::move(both), is_taken);
  }

 private:
  std::string id_of(std::size_t row) const { return std::get<Id>(table_.rows[row].cells[0]).text; }

  static std::string label_of(const std::string& figure) {
    if (figure == "onderweg") return Dutch("onderweg").text();
    const bool is_net = figure.starts_with("netto_");
    const bool baten = figure.ends_with("baten");
    if (is_net) return baten ? Dutch("baten netto").text() : Dutch("lasten netto").text();
    return baten ? Dutch("baten dubbel").text() : Dutch("lasten dubbel").text();
  }

  // The row that an overdracht is counted twice in: of the outermost line that both projects are in, or between lines.
  std::string row_of(const Overdracht& overdracht) const {
    std::optional<LineId> line = line_of_both(plan_, overdracht);
    if (!line) return "tussen";
    while (const std::optional<LineId> above = plan_.line_above(*line)) line = above;
    return plan_.line(*line).id;
  }

  static Money figure_of(const NettoYear& year, const std::string& figure) {
    if (figure == "onderweg") return year.onderweg;
    return figure == "dubbeling_baten" ? year.dubbeling_baten : year.dubbeling_lasten;
  }

  std::vector<SumPart> parts(const std::string& id, const std::string& of, Year year, const FigureCell& figure) {
    std::vector<SumPart> parts;
    const auto add = [&parts](std::string words, Amount amount, std::string anchor) {
      if (amount.counted() != Money()) parts.push_back({std::move(words), amount, std::move(anchor)});
    };
    if (id == "totaal") {
      for (std::size_t r = 0; r < figure.row; ++r)
        add(std::get<std::string>(table_.rows[r].cells[1]), std::get<Amount>(table_.rows[r].cells[figure.column]),
            told_[of + id_of(r) + word(year)]);
      return parts;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (rows_[i] == id) {
        const Amount amount = figure_of(twice_[i][plan_.years.index(year)], of);
        SumPart part = overdracht_part(plan_, making_.overdrachten[i], amount);
        add(std::move(part.words), amount, std::move(part.anchor));
      }
    return parts;
  }

  PaperMaking& making_;
  const Plan& plan_;
  SumList& sums_;
  BudgetAnchors anchors_;
  const Table& table_;
  std::vector<NettoFigures> twice_;          // of each overdracht
  std::vector<std::string> rows_;            // and the row that it is in
  std::map<std::string, std::string> told_;  // what leads to a figure, by figure, row and year
};

PageTable netto_page(PaperMaking& making, SumList& sums) {
  const Worked& worked = making.in.worked;
  const Table table =
      report_netto(worked.plan, work_out_netto(worked.plan, worked.balances, making.overdrachten), making.in.years);
  NettoLeads leads(making, sums, table);
  return with_leads({table}, leads);
}

}  // namespace

PageTable relaties_page(PaperMaking& making, const std::vector<Relatie>& relaties) {
  PageTable page{report_relaties(making.in.worked.plan, relaties, making.in.years)};
  if (!making.explains()) return page;
  SumList sums("relaties", Dutch("Dubbelingen zoals aangegeven"));
  RelatieLeads leads(making, sums);
  page = with_leads(std::move(page), [&](const FigureCell& figure) {
    return leads(relaties[figure.row], *year_key(figure.key).year, amount_of(figure));
  });
  making.keep(std::move(sums));
  return page;
}

void add_overdracht_pages(PaperMaking& making) {
  SumList sums("wie-wie-betaalt", Dutch("Wie wie betaalt, en wat dubbel telt"));
  making.page.add(overdrachten_page(making, sums));
  constexpr std::size_t most = 22;  // receivers, a column each, that somebody can look at
  if (count_receivers(making.overdrachten, making.in.years) <= most) {
    Table matrix = kept(report_matrix(making.in.worked.plan, making.overdrachten, making.in.years));
    making.page.add(matrix_page(making, sums, std::move(matrix)));
  }
  making.page.add(netto_page(making, sums));
  making.keep(std::move(sums));
}

}  // namespace saldo
