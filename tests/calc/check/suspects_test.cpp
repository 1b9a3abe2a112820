// Overdrachten that nobody declared: on the real plan with every declaration taken away, and on small plans.
#include <algorithm>
#include <map>
#include <set>

#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

Lines suspects_of(const std::string& text) {
  const SmallPlan worked = work_out_text(text);
  return tell(worked.plan, find_suspects(worked.plan, worked.amounts));
}

// Project 1 has the lasten, project 2 the baten.
Lines between(const std::string& in_1, const std::string& in_2) {
  return suspects_of(head() + line("a") + project("1") + in_1 + project("2") + in_2);
}

// The search as one would write it without a thought of how long it takes: every one, two or three posts of a project
// against every post of another.
class PlainSearch {
 public:
  explicit PlainSearch(const SmallPlan& worked) : plan_(worked.plan), amounts_(worked.amounts) {
    for (std::size_t y = 0; y < plan_.years.size(); ++y)
      for (std::size_t p = 0; p < plan_.projects.size(); ++p)
        for (const Direction direction : {Direction::lasten, Direction::baten}) take(p, direction, y, {}, 0);
  }

  // Every match, with the amounts that it uses.
  std::map<std::string, Lines> found() const {
    std::map<std::string, Lines> all;
    for (const auto& [key, match] : matches_) all[key + match] = cells_.at(key);
    return all;
  }

 private:
  using Parts = std::vector<std::size_t>;

  Money at(std::size_t p, std::size_t post, Direction direction, std::size_t year) const {
    const Project& project = plan_.projects[p];
    for (const Leg& leg : project.legs)
      if (leg.post == post && leg.direction == direction) return Money();
    return amounts_.at(project, post, direction, year).counted();
  }

  std::size_t places(Money money, Direction direction) const {
    std::size_t count = 0;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p)
      for (std::size_t post = 0; post < plan_.projects[p].posts.size(); ++post)
        for (std::size_t y = 0; y < plan_.years.size(); ++y) count += at(p, post, direction, y) == money ? 1 : 0;
    return count;
  }

  // Every choice of up to three posts from `next` on.
  void take(std::size_t p, Direction direction, std::size_t year, const Parts& parts, std::size_t next) {
    if (!parts.empty()) meet(p, direction, year, parts);
    for (std::size_t post = next; parts.size() < 3 && post < plan_.projects[p].posts.size(); ++post) {
      if (!(at(p, post, direction, year) > Money())) continue;
      Parts more = parts;
      more.push_back(post);
      take(p, direction, year, more, post + 1);
    }
  }

  void meet(std::size_t p, Direction direction, std::size_t year, const Parts& parts) {
    if (parts.size() == 1 && direction == Direction::baten) return;  // found from the side that sends
    const Direction opposite = direction == Direction::lasten ? Direction::baten : Direction::lasten;
    Money sum;
    for (const std::size_t part : parts) sum += at(p, part, direction, year);
    for (std::size_t other = 0; other < plan_.projects.size(); ++other)
      for (std::size_t post = 0; post < plan_.projects[other].posts.size(); ++post)
        for (std::size_t y = 0; y < plan_.years.size(); ++y) {
          const std::size_t sent = direction == Direction::lasten ? year : y;
          const std::size_t received = direction == Direction::lasten ? y : year;
          if (other == p || at(other, post, opposite, y) != sum || (received != sent && received != sent + 1)) continue;
          judge(p, parts, direction, other, post, sum, sent, received);
        }
  }

  // In these plans a post names another project by `Naam` and its nr.
  bool names(std::size_t p, std::size_t post, std::size_t other) const {
    return plan_.projects[p].posts[post].naam == "Van " + plan_.projects[other].naam;
  }

  void judge(std::size_t p, const Parts& parts, Direction direction, std::size_t other, std::size_t post, Money sum,
             std::size_t sent, std::size_t received) {
    const bool named = names(other, post, p) ||
                       std::any_of(parts.begin(), parts.end(), [&](std::size_t part) { return names(p, part, other); });
    const Direction opposite = direction == Direction::lasten ? Direction::baten : Direction::lasten;
    const std::size_t there = places(sum, opposite) + (parts.size() == 1 ? places(sum, direction) : 0);
    const bool only = there == (parts.size() == 1 ? 2 : 1);
    const int digits = significant_digits(sum);
    if (there > 64 || (!named && (!only || digits < (parts.size() == 1 ? 4 : 5))) || (received != sent && digits < 3))
      return;
    std::string text = std::to_string(p) + (direction == Direction::lasten ? " sends" : " receives");
    for (const std::size_t part : parts) text += " " + std::to_string(part);
    text += " of " + std::to_string(other) + "/" + std::to_string(post) + (received != sent ? " later" : "");
    for (const std::size_t part : parts)
      cells_[text].push_back(cell(p, part, direction, direction == Direction::lasten ? sent : received));
    cells_[text].push_back(cell(other, post, opposite, opposite == Direction::lasten ? sent : received));
    matches_[text] += " " + std::to_string(sent) + ":" + to_dutch_exact(sum) + (named ? " named" : "");
  }

  static std::string cell(std::size_t p, std::size_t post, Direction direction, std::size_t year) {
    return std::to_string(p) + "/" + std::to_string(post) + (direction == Direction::lasten ? "-" : "+") +
           std::to_string(year);
  }

  const Plan& plan_;
  const Amounts& amounts_;
  std::map<std::string, std::string> matches_;
  std::map<std::string, Lines> cells_;
};

// What was found, told as PlainSearch does.
Lines as_plain(const Plan& plan, const Suspects& suspects) {
  Lines lines;
  for (const Suspect& suspect : suspects.found) {
    const bool receives = suspect.ontvangt.size() > 1;
    const auto [one, other] = receives ? std::pair(suspect.naar, suspect.van) : std::pair(suspect.van, suspect.naar);
    std::string text = std::to_string(position(one)) + (receives ? " receives" : " sends");
    for (const std::uint32_t post : receives ? suspect.ontvangt : suspect.zendt) text += " " + std::to_string(post);
    text += " of " + std::to_string(position(other)) + "/" +
            std::to_string(receives ? suspect.zendt.front() : suspect.ontvangt.front());
    if (suspect.years.front().jaar != suspect.years.front().ontvangen_in) text += " later";
    for (const SuspectYear& year : suspect.years)
      text += " " + std::to_string(plan.years.index(year.jaar)) + ":" + to_dutch_exact(year.bedrag) +
              (suspect.names_other ? " named" : "");
    lines.push_back(text);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// Few amounts, so that many meet by themselves, and sums of posts that stand together.
std::string any_plan(Dice& dice, std::size_t most_posts = 6) {
  static const std::vector<std::string> words = {"Akkers", "Bossen", "Duinen", "Eilanden"};
  const std::size_t projects = 2 + dice.below(3);
  std::string text = head() + line("a");
  std::vector<std::int64_t> used;
  for (std::size_t p = 0; p < projects; ++p) {
    text += "[[project]]\nnr = \"" + std::to_string(p + 1) + "\"\nnaam = \"" + words[p] + "\"\nprogrammalijn = \"a\"\n";
    const bool pays = dice.chance(50);
    for (std::size_t i = dice.below(most_posts + 1); i > 0; --i) {
      std::int64_t amount = dice.between(1, 99) * (dice.chance(30) ? 1'001 : dice.chance(70) ? 500 : 12'347);
      if (used.size() > 2 && dice.chance(40)) {
        const std::size_t first = dice.below(used.size() - 2), parts = 1 + dice.below(3);
        amount = 0;
        for (std::size_t part = first; part < first + parts; ++part) amount += used[part];
      }
      used.push_back(amount);
      const std::string naam = dice.chance(60) ? "Van " + words[dice.below(projects)] : "Post";
      const std::string side = pays != dice.chance(20) ? "lasten" : "baten";
      text +=
          post(side + " = { " + std::to_string(dice.between(2025, 2026)) + " = " + std::to_string(amount) + " }", naam);
    }
  }
  return text;
}

}  // namespace

namespace {

struct Found {
  std::size_t suspects = 0, in_sums = 0;
};

Found hold_against_plain(const std::string& text) {
  const SmallPlan worked = work_out_text(text);
  const Suspects suspects = find_suspects(worked.plan, worked.amounts);
  CHECK_FALSE(suspects.stopped);
  const Lines fast = as_plain(worked.plan, suspects);
  const std::map<std::string, Lines> plain = PlainSearch(worked).found();
  std::set<std::string> used;
  for (const std::string& suspect : fast) {
    INFO(suspect);
    REQUIRE(plain.contains(suspect));
    for (const std::string& cell : plain.at(suspect)) CHECK(used.insert(cell).second);
  }
  for (const auto& [match, cells] : plain)  // what is left out gave way to another
    CHECK(std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) { return used.contains(cell); }));
  Found found{fast.size(), 0};
  for (const Suspect& suspect : suspects.found) found.in_sums += suspect.zendt.size() + suspect.ontvangt.size() > 2;
  return found;
}

}  // namespace

TEST_CASE("what is found is what a plain search of every choice of posts finds, each amount used once") {
  Found found;
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    Dice dice(seed);
    INFO("seed " << seed);
    const Found here = hold_against_plain(any_plan(dice, seed % 7 == 0 ? 14 : 6));  // some of many sums
    found.suspects += here.suspects;
    found.in_sums += here.in_sums;
  }
  CHECK(found.suspects > 100);  // else it would say little
  CHECK(found.in_sums > 20);
}

// Of 24 posts there are 2.024 sums of three: in four years of 640 projects more than five million.
TEST_CASE("however many projects there are of a usual size, every sum is tried") {
  std::string text = head() + line("a");
  std::size_t amount = 0;
  const auto round = [&] { return std::to_string(++amount) + "_000"; };
  for (std::size_t p = 1; p <= 640; ++p) {
    text += project(std::to_string(p));
    for (std::size_t i = 0; i < (p == 320 ? 21 : 24); ++i)
      text += lasten("2025 = " + round() + ", 2026 = " + round() + ", 2027 = " + round() + ", 2028 = " + round());
    if (p == 320) text += lasten("2028 = 1_230.45") + lasten("2028 = 20_500.01") + lasten("2028 = 4_300.09");
  }
  const SmallPlan worked = work_out_text(text + project("641") + baten("2028 = 26_030.55"));
  const Suspects suspects = find_suspects(worked.plan, worked.amounts);
  CHECK(tell(worked.plan, suspects) == Lines{"320/22+23+24 -> 641/1 | 2028 26.030,55"});
  CHECK_FALSE(suspects.stopped);
}

TEST_CASE("the real plan without its legs: every overdracht is found again, and nothing else") {
  SmallPlan worked = work_out_plan(achterhoek());
  for (Project& project : worked.plan.projects) project.legs.clear();
  const Suspects suspects = find_suspects(worked.plan, worked.amounts);
  CHECK_FALSE(suspects.stopped);
  Lines found = tell(worked.plan, suspects);
  std::size_t amounts = 0;
  for (const Suspect& suspect : suspects.found) amounts += suspect.years.size();
  std::sort(found.begin(), found.end());
  CHECK(found == Lines{
                     "3.11/12 -> 3.18/16 | 2026 872.832",
                     "3.18/11 -> 3.2/1 | 2025 5.000",
                     "3.18/14 -> 3.7-fase1/3 | 2025 148.892",
                     "3.18/8 -> 3.4/2 | 2025 49.000",
                     "3.18/9+13 -> 3.19/2 | 2025 176.871",
                     "3.20/10 -> 3.7-fase2/2 | 2025 313.369, 2027 522.282",
                     "3.5/5 -> 3.18/15 | 2025 402.217 in 2026",
                 });
  CHECK(amounts == 8);  // of which none is false
  CHECK(suspects.found.size() == 7);
}

TEST_CASE("the real plan as it is holds no suspects") {
  CHECK(find_suspects(real_plan().plan, real_plan().amounts).found.empty());
}

TEST_CASE("a telling amount that leaves one project and enters another, that year or the next, is a suspect") {
  CHECK(between(lasten("2025 = 402_217"), baten("2025 = 402_217")) == Lines{"1/1 -> 2/1 | 2025 402.217"});
  CHECK(between(lasten("2025 = 402_217"), baten("2026 = 402_217")) == Lines{"1/1 -> 2/1 | 2025 402.217 in 2026"});
  CHECK(between(lasten("2025 = 402_217"), baten("2027 = 402_217")) == Lines{});
  CHECK(between(lasten("2026 = 402_217"), baten("2025 = 402_217")) == Lines{});
  CHECK(between(lasten("2025 = 402_217") + baten("2025 = 402_217"), "") == Lines{});  // within one project
}

TEST_CASE("the same two posts in several years are one suspect") {
  CHECK(between(lasten("2025 = 12_345, 2026 = 23_456"), baten("2025 = 12_345, 2026 = 23_456")) ==
        Lines{"1/1 -> 2/1 | 2025 12.345, 2026 23.456"});
}

TEST_CASE("a round amount says something only when a name goes with it") {
  CHECK(between(lasten("2025 = 5_000"), baten("2025 = 5_000")) == Lines{});
  CHECK(suspects_of(head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"Werkcentrum\"\nprogrammalijn = \"a\"\n" +
                    lasten("2025 = 5_000") + project("2") + post("baten = { 2025 = 5_000 }", "Van het werkcentrum")) ==
        Lines{"1/1 -> 2/1 | 2025 5.000"});
}

TEST_CASE("a name is a word of five bytes that at most three projects have") {
  const auto named = [](const std::string& naam, const std::string& of, const std::string& more = "") {
    return suspects_of(head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"" + naam +
                       "\"\nprogrammalijn = \"a\"\n" + lasten("2025 = 5_000") + project("2") +
                       post("baten = { 2025 = 5_000 }", of) + more);
  };
  const Lines found = {"1/1 -> 2/1 | 2025 5.000"};
  CHECK(named("Àpril", "Van Àpril") == found);
  CHECK(named("Zalen", "Van zalen") == found);
  CHECK(named("Zaal", "Van zaal") == Lines{});
  const auto also = [](const std::string& nr) {
    return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Zalen " + nr + "\"\nprogrammalijn = \"a\"\n";
  };
  CHECK(named("Zalen zalen", "Van zalen", also("3") + also("4")) == found);
  CHECK(named("Zalen", "Van zalen", also("3") + also("4") + also("5")) == Lines{});
}

TEST_CASE("a name goes before an amount that is more telling") {
  const SmallPlan worked =
      work_out_text(head() + line("a") + "[[project]]\nnr = \"1\"\nnaam = \"Werkcentrum\"\nprogrammalijn = \"a\"\n" +
                    lasten("2025 = 5_000, 2026 = 123_457") + project("2") +
                    post("baten = { 2025 = 5_000 }", "Bijdrage werkcentrum") + project("3") + baten("2026 = 123_457"));
  CHECK(tell(worked.plan, find_suspects(worked.plan, worked.amounts)) ==
        Lines{"1/1 -> 2/1 | 2025 5.000", "1/1 -> 3/1 | 2026 123.457"});
}

TEST_CASE("two or three posts that add up to one post of another project are a suspect, four are not") {
  CHECK(between(lasten("2025 = 135_000") + lasten("2025 = 41_871"), baten("2025 = 176_871")) ==
        Lines{"1/1+2 -> 2/1 | 2025 176.871"});
  CHECK(between(lasten("2025 = 176_871"), baten("2026 = 100_000") + baten("2026 = 35_000") + baten("2026 = 41_871")) ==
        Lines{"1/1 -> 2/1+2+3 | 2025 176.871 in 2026"});
  CHECK(between(lasten("2025 = 176_871"), baten("2025 = 100_000") + baten("2025 = 30_000") + baten("2025 = 5_000") +
                                              baten("2025 = 41_871")) == Lines{});
}

TEST_CASE("of four posts any three may be the sum, also those at the end") {
  const std::string parts =
      lasten("2025 = 30_123") + lasten("2025 = 41_871") + lasten("2025 = 7_009") + lasten("2025 = 90_307");
  CHECK(between(parts, baten("2025 = 79_003")) == Lines{"1/1+2+3 -> 2/1 | 2025 79.003"});
  CHECK(between(parts, baten("2025 = 162_301")) == Lines{"1/1+2+4 -> 2/1 | 2025 162.301"});
  CHECK(between(parts, baten("2025 = 127_439")) == Lines{"1/1+3+4 -> 2/1 | 2025 127.439"});
  CHECK(between(parts, baten("2025 = 139_187")) == Lines{"1/2+3+4 -> 2/1 | 2025 139.187"});
}

TEST_CASE("no amount counts twice in a sum") {
  const std::string parts = lasten("2025 = 30_123") + lasten("2025 = 41_871") + lasten("2025 = 7_009");
  CHECK(between(parts, baten("2025 = 79_003")) == Lines{"1/1+2+3 -> 2/1 | 2025 79.003"});
  for (const char* twice : {"60_246", "102_117", "113_865", "44_141", "67_255"})
    CHECK(between(parts, baten("2025 = " + std::string(twice))) == Lines{});
}

TEST_CASE("an amount is used for one suspect, the likeliest") {
  CHECK(between(lasten("2025 = 402_217"), baten("2025 = 402_217, 2026 = 402_217")) == Lines{});  // no telling which
  CHECK(suspects_of(head("investeringsbudget = \"2\"") + line("a") + project("1") +
                    post("lasten = { 2025 = 402_217 }", "Naar het investeringsbudget") + project("2") +
                    baten("2025 = 402_217, 2026 = 402_217")) == Lines{"1/1 -> 2/1 | 2025 402.217"});
}

TEST_CASE("PM, nothing, what is below zero and what is declared are no suspects") {
  CHECK(between(lasten("2025 = \"PM\", 2026 = 0, 2027 = -402_217"),
                baten("2025 = \"PM\", 2026 = 0, 2027 = -402_217")) == Lines{});
  CHECK(between(sends("2", "2025 = 402_217"), baten("2025 = 402_217")) == Lines{});
  CHECK(between(lasten("2025 = 402_217"), receives("1", "2025 = 402_217")) == Lines{});
}

TEST_CASE("the order of the projects in the file changes nothing but the direction they are read in") {
  const std::string one = project("1") + lasten("2025 = 402_217");
  const std::string other = project("2") + baten("2025 = 402_217");
  CHECK(suspects_of(head() + line("a") + one + other) == suspects_of(head() + line("a") + other + one));
}

TEST_CASE("where the search is cut off hangs on no order, and check says that it was") {
  std::string many = project("3");
  for (int i = 0; i < 400; ++i) many += lasten("2025 = " + std::to_string(100'003 + 7 * i * i));
  const std::string pair = "[[project]]\nnr = \"1\"\nnaam = \"Werkcentrum\"\nprogrammalijn = \"a\"\n" +
                           lasten("2025 = 12_345") + lasten("2025 = 23_456");
  const std::string sum = project("2") + post("baten = { 2025 = 35_801 }", "Van het werkcentrum");
  const auto told = [](const std::string& text) {
    Lines lines;
    for (const Diagnostic& finding : check_all(load_text(text)))
      if (finding.rule == Rule::verdacht_dubbel) lines.push_back(to_text(finding.message));
    return lines;
  };
  const Lines expected = {
      "there are too many amounts to try every sum: an overdracht that nobody declared may be missed here",
      "35.801 leaves 1 in 2025 and enters 2 in 2025: this looks like an overdracht that nobody declared"};
  CHECK(told(head() + line("a") + pair + sum + many) == expected);
  CHECK(told(head() + line("a") + many + pair + sum) == expected);
  CHECK(told(head() + line("a") + pair + sum) == Lines{expected[1]});
}

TEST_CASE("the page says that nothing was found") {
  const TempPlan files({{"plan.toml", head() + line("a") + project("1")}});
  const Run run = run_saldo({"overlap", files.path(), "--suspects"});
  CHECK(run.code == 0);
  CHECK(run.out.find("Niets gevonden dat op een overdracht lijkt") != std::string::npos);
}

TEST_CASE("whether an amount has so many digits is what counting them says") {
  const auto agrees = [](std::int64_t cents) {
    const Money money = Money::of_cents(cents);
    for (int least = 1; least <= 19; ++least)
      if (has_digits(money, least) != (significant_digits(money) >= least)) return false;
    return true;
  };
  for (std::int64_t power = 1; power <= Money::limit_cents / 10; power *= 10)
    for (const std::int64_t cents : {power - 1, power, power + 1, 2 * power, 7 * power + power / 10, -3 * power})
      CHECK(agrees(cents));
  CHECK(agrees(Money::limit_cents));
  CHECK(agrees(40'221'700));
}
