#include "calc/close/rekening.h"

#include <unordered_map>

#include "plan/posts_by_name.h"

namespace saldo {

namespace {

Amount side_of(const YearFigures& year, RekeningRow::Of of, Direction direction) {
  const bool is_baten = direction == Direction::baten;
  switch (of) {
    case RekeningRow::Of::mutaties: return is_baten ? year.onttrekking : year.toevoeging;
    case RekeningRow::Of::resultaat: return is_baten ? year.all_baten() : year.all_lasten();
    case RekeningRow::Of::programmalijn:
    case RekeningRow::Of::project:
    case RekeningRow::Of::post:
    case RekeningRow::Of::plan: break;
  }
  return is_baten ? year.baten : year.lasten;
}

class RekeningBuilder {
 public:
  explicit RekeningBuilder(const YearEnd& year_end)
      : first_(year_end.primitief),
        budget_(year_end.realised.budget()),
        realised_(year_end.realised),
        year_(year_end.realised.plan.years.index(year_end.year)),
        explained_(toelichtingen(year_end.realised.plan.find_afsluiting(year_end.year))) {
    for (std::size_t p = 0; p < first_.plan.projects.size(); ++p) projects_[first_.plan.projects[p].nr] = p;
    for (std::size_t line = 0; line < first_.plan.lines.size(); ++line) lines_[first_.plan.lines[line].id] = line;
  }

  std::vector<RekeningRow> build() {
    const Plan& plan = realised_.plan;
    std::vector<std::vector<std::size_t>> of_line(plan.lines.size() + 1);
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
      const auto& line = plan.projects[p].programmalijn.id;
      of_line[line ? position(*line) : plan.lines.size()].push_back(p);
    }
    for (std::size_t line = 0; line <= plan.lines.size(); ++line) {
      if (line < plan.lines.size()) add_line(line);
      for (const std::size_t p : of_line[line]) add_project(p);
    }
    add_total(RekeningRow::Of::plan, plan.naam);
    if (!plan.has_reserve()) return std::move(rows_);
    add_total(RekeningRow::Of::mutaties, "");
    add_total(RekeningRow::Of::resultaat, "");
    return std::move(rows_);
  }

 private:
  void add_total(RekeningRow::Of of, const std::string& naam) {
    add(of, "", naam, &first_.balances.total, budget_.balances.total, realised_.balances.total);
  }

  void add_line(std::size_t line) {
    const Programmalijn& of = realised_.plan.lines[line];
    const auto first = lines_.find(of.id);
    add(RekeningRow::Of::programmalijn, of.id, of.naam,
        first == lines_.end() ? nullptr : &first_.balances.lines[first->second], budget_.balances.lines[line],
        realised_.balances.lines[line]);
  }

  void add_project(std::size_t p) {
    const Project& project = realised_.plan.projects[p];
    const auto found = projects_.find(project.nr);
    add(RekeningRow::Of::project, project.nr, project.naam,
        found == projects_.end() ? nullptr : &first_.balances.projects[found->second], budget_.balances.projects[p],
        realised_.balances.projects[p]);
    const Project* first = found == projects_.end() ? nullptr : &first_.plan.projects[found->second];
    const std::size_t begin = rows_.size() - 1;
    for (std::size_t post = 0; post < project.posts.size(); ++post) add_post(p, post, first);
    for (std::size_t row = begin; row < rows_.size(); ++row) rows_[row].of_reserve = project.is_reserve();
  }

  void add_post(std::size_t p, std::size_t at, const Project* first) {
    const Project& project = realised_.plan.projects[p];
    const Post& post = project.posts[at];
    RekeningRow row{RekeningRow::Of::post, post.nr, post.naam, {}, {}, false};
    const auto explained = explained_.find({p, at});
    if (explained != explained_.end()) row.toelichting = explained->second;
    bool any = false;
    for (const Direction direction : both_directions) {
      Standings& side = row.sides[direction];
      side.primitief = first == nullptr ? Amount() : first_amount(*first, post, direction);
      side.begroot = budget_.amounts.at(project, at, direction, year_);
      side.realisatie = realised_.amounts.at(project, at, direction, year_);
      any = any || !(side.primitief + side.begroot + side.realisatie).is_absent();
    }
    if (any) rows_.push_back(std::move(row));
  }

  // A post is known by a nr of its own, else by its naam: changes may have moved it.
  Amount first_amount(const Project& first, const Post& post, Direction direction) {
    const auto found = posts_.find_lasting(first, post.own_nr ? post.nr : post.naam);
    return found.size() == 1 ? first_.amounts.at(first, found.front(), direction, year_) : Amount();
  }

  void add(RekeningRow::Of of, const std::string& nr, const std::string& naam, const Balance* first,
           const Balance& budget, const Balance& realised) {
    RekeningRow row{of, nr, naam, {}, {}, false};
    for (const Direction direction : both_directions)
      row.sides[direction] = {first == nullptr ? Amount() : side_of(first->years[year_], of, direction),
                              side_of(budget.years[year_], of, direction),
                              side_of(realised.years[year_], of, direction)};
    rows_.push_back(std::move(row));
  }

  const Worked& first_;
  const Worked& budget_;
  const Worked& realised_;
  std::size_t year_;
  Toelichtingen explained_;
  std::unordered_map<std::string_view, std::size_t> projects_, lines_;  // of the first
  PostsByName posts_;
  std::vector<RekeningRow> rows_;
};

}  // namespace

Toelichtingen toelichtingen(const Afsluiting* record) {
  Toelichtingen all;
  if (record == nullptr) return all;
  for (const BookedProject& project : record->projects)
    for (const BookedPost& post : project.posts)
      if (post.position) all[{position(*project.project.id), *post.position}] = post.toelichting;
  return all;
}

std::vector<RekeningRow> work_out_rekening(const YearEnd& year_end) { return RekeningBuilder(year_end).build(); }

}  // namespace saldo
