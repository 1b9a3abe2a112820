#include "calc/check/controle/printed_figures.h"

#include <string>
#include <utility>

#include "calc/koppen.h"

namespace saldo {

namespace {

class PrintedWalk {
 public:
  using Visit = std::function<void(const HeldFigure&)>;
  PrintedWalk(const Plan& plan, const Amounts& amounts, const Balances& balances, const Visit& visit)
      : plan_(plan), amounts_(amounts), balances_(balances), visit_(visit) {}

  void walk() const {
    of_balance({}, plan_.controles);
    for (std::size_t l = 0; l < plan_.lines.size(); ++l) of_balance({Of::programmalijn, l}, plan_.lines[l].controles);
    for (std::size_t p = 0; p < plan_.projects.size(); ++p) {
      of_balance({Of::project, p}, *plan_.projects[p].controles);
      of_parts({Of::project, p}, plan_.projects[p]);
    }
  }

 private:
  void of_balance(const Whose& whose, const std::vector<Controle>& controles) const {
    const PrintedOf of{whose, nullptr, {}, {}, {}};
    for (const Controle& controle : controles)
      if (controle.kop.name.empty()) of_figures(of, controle);
  }

  void of_parts(const Whose& whose, const Project& project) const {
    for (const Controle& controle : *project.controles)
      if (!controle.kop.name.empty())
        of_figures({whose, &project, {}, controle.kop.name, posts_under(project, controle.kop.name)}, controle);
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (project.posts[post].more->controles)
        for (const Controle& controle : *project.posts[post].more->controles)
          of_figures({whose, &project, project.posts[post].nr, {}, {post}}, controle);
  }

  static std::vector<std::size_t> posts_under(const Project& project, std::string_view kop) {
    for (UnderKop& under : by_kop(project))
      if (under.kop == kop) return std::move(under.posts);
    return {};
  }

  void of_figures(const PrintedOf& of, const Controle& controle) const {
    for (const Printed& printed : controle.printed) {
      const Year year = printed.year.value_or(plan_.years.first);
      const std::size_t at = plan_.years.index(year);
      visit_({of, controle, printed, year,
              of.is_balance() ? figure_of(balances_.of(of.whose), printed.figure, at)
                              : figure_of_posts(of, printed.figure, at)});
    }
  }

  // There is no balance that runs on.
  Amount figure_of_posts(const PrintedOf& of, Figure figure, std::size_t year) const {
    const Amount baten = sum_of(amounts_, *of.project, of.posts, Direction::baten, year);
    const Amount lasten = sum_of(amounts_, *of.project, of.posts, Direction::lasten, year);
    return figure == Figure::baten ? baten : figure == Figure::lasten ? lasten : baten + -lasten;
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const Balances& balances_;
  const Visit& visit_;
};

}  // namespace

void for_each_printed(const Plan& plan, const Amounts& amounts, const Balances& balances,
                      const std::function<void(const HeldFigure&)>& visit) {
  PrintedWalk(plan, amounts, balances, visit).walk();
}

}  // namespace saldo
