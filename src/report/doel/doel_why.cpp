#include "report/doel/doel_why.h"

#include <algorithm>
#include <utility>

#include "base/say.h"

namespace saldo {

namespace {

class DoelWhy {
 public:
  DoelWhy(const WhyInput& input, const Doelboom& tree, DoelId id, Year year, int depth)
      : input_(input),
        plan_(input.worked.plan),
        counter_(input.worked),
        tree_(tree),
        id_(id),
        year_(year),
        depth_(depth) {}

  Table make() {
    std::vector<Doubled> doubled;
    const std::vector<PostShares> all = posts_of_doelen(plan_, tree_);
    const PostShares& posts = all[position(id_)];
    const std::size_t at = plan_.years.index(year_);
    const DoelgeldYear money = counter_.count(posts, &doubled)[at];
    table_ = report_why(input_, {}, 0);  // its columns
    add(0, std::string(doel_prefix) + plan_.doel(id_).id + "/" + word(year_), sum_words(money), money.netto_lasten());
    if (depth_ == 0) return std::move(table_);
    for (const Doubled& one : doubled)
      if (one.year == at) add(1, {}, doubled_words(one), Amount(one.amount));
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      for (std::size_t post = 0; post < plan_.projects[p].posts.size(); ++post) add_post(posts, p, post, at);
    return std::move(table_);
  }

 private:
  void add(int level, std::string cell, const Dutch& words, Amount amount) {
    table_.rows.push_back(
        {RowKind::item,
         level,
         {std::int64_t{level}, cell.empty() ? Cell(Blank()) : Cell(std::move(cell)), words.text(), amount, Blank()},
         false});
  }

  static Dutch sum_words(const DoelgeldYear& money) {
    if (money.dubbel_lasten == Money()) return Dutch("{} lasten, elke post één keer", money.lasten);
    return Dutch("{} netto = {} bruto - {} dubbel", money.netto_lasten(), money.lasten, money.dubbel_lasten);
  }

  Dutch doubled_words(const Doubled& one) const {
    const std::string &van = plan_.project(one.van).nr, &naar = plan_.project(one.naar).nr;
    if (one.is_spent)
      return Dutch("{} dubbel: {} betaalt het aan {}, dat dit zonder dit geld niet kon uitgeven", one.amount, van,
                   naar);
    return Dutch("{} dubbel: {} betaalt het aan {}, en de ontvangst hoort ook bij het doel", one.amount, van, naar);
  }

  // Its share, and below it how its whole amount came about.
  void add_post(const PostShares& posts, std::size_t p, std::size_t post, std::size_t year) {
    const Project& project = plan_.projects[p];
    const auto found = posts.find(static_cast<std::uint32_t>(project.first_post + post));
    if (found == posts.end() || project.is_reserve() || plan_.is_mutatie(project, post, Direction::lasten)) return;
    const AmountOf cell{p, post, Direction::lasten, year};
    if (input_.worked.amounts.at(project, post, Direction::lasten, year).is_absent()) return;
    const bool is_part = found->second.num != found->second.den;
    const int level = is_part ? 2 : 1;
    if (is_part) {
      const Doelgeld part = counter_.count({{found->first, found->second}});
      add(1, to_text(address_of(project, project.posts[post])),
          Dutch("{} = {} van {}", part[year].lasten, to_percentage(found->second),
                input_.worked.amounts.at(project, post, Direction::lasten, year)),
          part[year].lasten);
    }
    if (depth_ < level) return;
    const Target target = cell;
    Table of_post = report_why(input_, {&target, 1}, depth_ - level);
    for (Row& row : of_post.rows) {
      row.level += level;
      row.cells[0] = std::int64_t{row.level};
      table_.rows.push_back(std::move(row));
    }
  }

  const WhyInput& input_;
  const Plan& plan_;
  MoneyCounter counter_;
  const Doelboom& tree_;
  DoelId id_;
  Year year_;
  int depth_;
  Table table_;
};

}  // namespace

Table report_doel_why(const WhyInput& input, const Doelboom& tree, DoelId id, Year year, int depth) {
  return DoelWhy(input, tree, id, year, depth).make();
}

}  // namespace saldo
