// Changes worked out one by one, by what follows from each: held against every plan worked out as a whole, on random plans.
#include "calc/wijziging/stap/one_by_one.h"

#include <map>

#include "base/say.h"
#include "calc/wijziging/work_out.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

constexpr std::uint64_t plans = 60;

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// One [[wijziging]] as an inline table, of a plan that was read and linked. Not each of them can be carried out.
class RandomChange {
 public:
  RandomChange(const Plan& plan, Dice& dice) : plan_(plan), dice_(dice) {}

  std::string of_any_kind() {
    if (dice_.chance(80)) return of_amounts();
    switch (dice_.below(9)) {
      case 0: return "{ index = \"loon\", percentage = " + rate() + " }";
      case 1: return "{ index = \"prijs\", plus = 0.5 }";
      case 2:
        return in_project("nieuwe_post = [{ naam = \"Erbij " + number() + "\", " + side() + " = " + years() + " }]");
      case 3: return in_project("vervalt = true");
      case 4: return of_post("vervalt = true");
      case 5: return in_project("einde = " + year());
      case 6: return of_post("index = \"loon\"");
      case 7:
        return "{ nieuw_project = [{ nr = \"N" + number() + "\", naam = \"Nieuw\", programmalijn = \"lijn-0\", " +
               side() + " = " + years() + " }] }";
      default: return of_post("afronding = 100");
    }
  }

  // Posts and projects that come and go, their settings, and what is tied to what.
  std::string of_structure() {
    switch (dice_.below(16)) {
      case 0: return in_project(new_post(side() + " = " + years()));
      case 1: return in_project(new_post("lasten = " + years() + ", index = \"loon\""));
      case 2: return in_project(new_post("lasten = { percentage = " + rate() + ", over = \"1\" }"));
      case 3: return in_project(new_post("lasten = " + years() + ", naar = " + quoted(project().nr)));
      case 4: return in_project(new_post("baten = { " + year() + " = \"spiegel\" }, van = " + quoted(project().nr)));
      case 5: return of_post("vervalt = true");
      case 6: return in_project("vervalt = true");
      case 7: return in_project("einde = " + year());
      case 8: return in_project("restant = " + dice_.pick<std::string>({"\"investeringsbudget\"", "\"meenemen\""}));
      case 9: return new_project("budget = " + amount());
      case 10: return new_project("naar = " + quoted(project().nr));
      case 11: return of_post(dice_.pick<std::string>({"index = \"loon\"", "afronding = 100", "naam = \"Anders\""}));
      case 12: return in_project("dubbeling_met = [" + quoted(project().nr) + "]");
      case 13:
        return in_project("soort = " + dice_.pick<std::string>({"\"reserve\"", "\"exploitatie\"", "\"project\""}));
      case 14: return of_post(dice_.pick<std::string>({"naar", "van"}) + " = " + quoted(project().nr));
      default: return of_amounts();
    }
  }

  // What is written, and what projects begin with.
  std::string of_amounts() {
    switch (dice_.below(12)) {
      case 0: return of_post(side() + " = " + years());
      case 1: return of_post("plus = { " + year() + " = " + amount() + " }");
      case 2: return of_post("plus = " + amount());
      case 3: return of_post("maal = { " + year() + " = 1." + number() + " }");
      case 4: return of_post("maal = 0." + number());
      case 5: return in_project("maal = 1.0" + number());
      case 6: return "{ programmalijn = \"lijn-0\", maal = 1.01 }";
      case 7: return of_post("schuif = " + dice_.pick<std::string>({"1", "-1", "\"1/2\""}));
      case 8: return of_post("kasschuif = { van = " + year() + ", naar = " + year() + ", bedrag = " + amount() + " }");
      case 9: return in_project("budget = " + amount());
      case 10: return of_post(side() + " = { percentage = " + rate() + " }");
      default: return of_post(side() + " = { " + year() + " = \"PM\", maximum = " + amount() + " }");
    }
  }

 private:
  std::string number() { return std::to_string(dice_.between(1, 99)); }
  std::string amount() { return std::to_string(dice_.between(-2'000, 60'000)) + ".25"; }
  std::string rate() { return std::to_string(dice_.between(1, 9)) + ".5"; }
  std::string side() { return dice_.pick<std::string>({"baten", "lasten"}); }
  std::string year() { return word(plan_.years.at(dice_.below(plan_.years.size()))); }
  std::string years() { return "{ " + year() + " = " + amount() + " }"; }
  const Project& project() { return dice_.pick(plan_.projects); }
  std::string new_post(const std::string& keys) {
    return "nieuwe_post = [{ naam = \"Erbij " + number() + "\", " + keys + " }]";
  }
  std::string new_project(const std::string& keys) {
    return "{ nieuw_project = [{ nr = \"N" + number() +
           "\", naam = \"Nieuw\", programmalijn = \"lijn-0\", lasten = " + years() + ", " + keys + " }] }";
  }
  std::string in_project(const std::string& keys) { return "{ project = " + quoted(project().nr) + ", " + keys + " }"; }
  std::string of_post(const std::string& keys) {
    const Project& of = project();
    const std::string nr = of.posts.empty() ? "1" : dice_.pick(of.posts).nr;
    return "{ project = " + quoted(of.nr) + ", post = " + quoted(nr) + ", " + keys + " }";
  }

  const Plan& plan_;
  Dice& dice_;
};

// Some amounts of the first years of the plan, as they were booked.
std::string random_records(const Plan& plan, Dice& dice) {
  std::string text;
  for (std::size_t year = 0, last = 1 + dice.below(plan.years.size()); year < last; ++year) {
    text += "[[afsluiting]]\njaar = " + word(plan.years.at(year)) + "\nstand = \"voorlopig\"\n";
    for (const Project& project : plan.projects) {
      text += "[[afsluiting.project]]\nnr = " + quoted(project.nr) + "\n";
      for (const Post& post : project.posts)
        if (dice.chance(40))
          text += "[[afsluiting.project.post]]\nnr = " + quoted(post.nr) +
                  "\nlasten = " + std::to_string(dice.between(-500, 90'000)) + ".5\n";
    }
  }
  return text;
}

enum class Fate { unreadable, refused, worked_out };

Fate fate_of_plan(const std::string& text) {
  const TempPlan files({{"plan.toml", text}});
  const PlanBase base = load_base(files.path());
  if (!base.complete || !base.findings.empty()) return Fate::unreadable;
  Worked worked;
  return work_out(base, adopted_changes(base), worked).empty() ? Fate::worked_out : Fate::refused;
}

enum class Kinds { any, amounts, structure };

// A plan with begrotingswijzigingen, of which every one can be read, and all but the last can be carried out.
std::string random_changed_plan(std::uint64_t seed, Kinds kinds) {
  RandomOptions options{.any_transfers = seed % 3 == 0, .soorten = seed % 3 == 1};
  Dice dice(seed + 77);
  std::string text = random_plan(seed, options).text();
  const SmallPlan plan = work_out_text(text);
  if (kinds != Kinds::structure && dice.chance(35)) text += random_records(plan.plan, dice);
  RandomChange change(plan.plan, dice);
  for (int nr = 1; nr <= 12; ++nr) {
    std::string changes;
    for (std::size_t i = 1 + dice.below(3); i > 0; --i)
      changes += (changes.empty() ? "" : ", ") + (kinds == Kinds::amounts     ? change.of_amounts()
                                                  : kinds == Kinds::structure ? change.of_structure()
                                                                              : change.of_any_kind());
    const std::string adopted =
        "[[begrotingswijziging]]\nnr = " + std::to_string(nr) + "\ndatum = 2019-01-01\nwijziging = [" + changes + "]\n";
    const Fate fate = fate_of_plan(text + adopted);
    if (fate == Fate::worked_out || (fate == Fate::refused && nr == 12)) text += adopted;
  }
  return text;
}

std::string figures_of(const Balance& balance) {
  std::string text = to_plain(balance.opening);
  for (const YearFigures& year : balance.years)
    text += " | " + tell({year.baten, year.lasten, year.toevoeging, year.onttrekking, Amount(year.eindsaldo)});
  return text;
}

using ByNr = std::map<std::string, std::string>;

ByNr figures_of(const Worked& worked) {
  ByNr figures{{"totaal", figures_of(worked.balances.total)}};
  for (std::size_t p = 0; p < worked.plan.projects.size(); ++p)
    figures[worked.plan.projects[p].nr] = figures_of(worked.balances.projects[p]);
  return figures;
}

ByNr figures_of(const OneByOne& steps) {
  ByNr figures{{"totaal", figures_of(steps.total())}};
  for (std::size_t p = 0; p < steps.plan().projects.size(); ++p)
    if (!steps.plan().projects[p].nr.empty()) figures[steps.plan().projects[p].nr] = figures_of(steps.project(p));
  return figures;
}

Lines lines_of(const ByNr& figures) {
  Lines lines;
  for (const auto& [nr, text] : figures) lines.push_back(nr + ": " + text);
  return lines;
}

Lines told(const Findings& findings) {
  Lines lines;
  for (const Diagnostic& finding : findings)
    lines.push_back(std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + " " +
                    to_text(finding.message) + " " + to_text(finding.help) + " " +
                    std::to_string(finding.related.size()));
  return lines;
}

// What moved, from the figures before and after.
std::map<std::string, std::pair<std::string, std::string>> moved_between(ByNr before, ByNr after) {
  std::map<std::string, std::pair<std::string, std::string>> moved;
  before.erase("totaal");
  after.erase("totaal");
  for (const auto& [nr, figures] : before) moved[nr].first = figures;
  for (const auto& [nr, figures] : after) moved[nr].second = figures;
  std::erase_if(moved, [](const auto& project) { return project.second.first == project.second.second; });
  return moved;
}

std::map<std::string, std::pair<std::string, std::string>> moved_of(const OneByOne& steps) {
  std::map<std::string, std::pair<std::string, std::string>> moved;
  for (const MovedProject& project : steps.moved())
    moved[project.nr] = {project.before ? figures_of(*project.before) : std::string(),
                         project.stands ? figures_of(steps.project(*project.stands)) : std::string()};
  return moved;
}

struct Counts {
  std::size_t steps = 0, whole = 0, refused = 0;
};

// Each prefix of the changes of a plan, worked out both ways.
void compare_both_ways(const std::string& text, Standing standing, Counts& counts) {
  INFO(text);
  const TempPlan files({{"plan.toml", text}});
  const PlanBase base = load_base(files.path());
  OneByOne steps(base, standing, std::nullopt);
  ChangeList changes;
  changes.show(standing);
  ByNr before;
  const auto compare = [&] {
    Worked slow;
    const Findings expected = work_out(base, changes, slow);
    ++counts.steps;
    counts.refused += expected.empty() ? 0 : 1;
    REQUIRE(told(steps.work_out()) == told(expected));
    if (!expected.empty()) return;
    const ByNr after = figures_of(slow);
    REQUIRE(lines_of(figures_of(steps)) == lines_of(after));
    if (!before.empty()) CHECK((moved_of(steps) == moved_between(before, after)));
    before = after;
  };
  compare();
  for (const Begrotingswijziging& adopted : base.begrotingswijzigingen) {
    const std::size_t known = changes.items().size();
    changes.add_adopted(adopted);
    for (std::size_t i = known; i < changes.items().size(); ++i) steps.add(changes.items()[i]);
    INFO("wijziging " << adopted.nr);
    compare();
  }
  counts.whole += steps.whole();
}

const std::string one_of_each = head("investeringsbudget = \"rib\"") + "[index]\nloon = 5\n" + line("a") +
                                project("rib", "budget = 100") + project("1", "budget = 50") +
                                post("lasten = { 2025 = 100 }\nindex = \"loon\"", "Groeit") +
                                post("lasten = { percentage = 10.0, over = \"1\" }", "Deel") +
                                post("lasten = { 2028 = \"sluitpost\" }\nnaar = \"2\"", "Rest") + project("2") +
                                post("baten = { 2028 = \"spiegel\" }\nvan = \"1\"", "Spiegel");

}  // namespace

TEST_CASE("changes one by one come to what each plan comes to as a whole, findings and all") {
  Counts counts;
  for (std::uint64_t seed = 0; seed < plans; ++seed) {
    INFO("seed " << seed);
    const std::string text = random_changed_plan(seed, Kinds::any);
    compare_both_ways(text, seed % 4 == 1 ? Standing::actueel : Standing::realisatie, counts);
  }
  CHECK(counts.whole < counts.steps);
  CHECK(counts.refused > 0);
  CHECK(counts.refused < counts.steps / 2);
}

TEST_CASE("changes of amounts one by one come to the same, and most need no whole plan") {
  Counts counts;
  for (std::uint64_t seed = 100; seed < 100 + plans; ++seed) {
    INFO("seed " << seed);
    compare_both_ways(random_changed_plan(seed, Kinds::amounts), Standing::realisatie, counts);
  }
  CHECK(3 * (counts.whole - counts.refused - plans) < counts.steps - plans);
}

TEST_CASE("posts and projects that come, go and are set otherwise come to the same, and not all need a whole plan") {
  Counts counts;
  for (std::uint64_t seed = 200; seed < 200 + 2 * plans; ++seed) {
    INFO("seed " << seed);
    compare_both_ways(random_changed_plan(seed, Kinds::structure), Standing::realisatie, counts);
  }
  // In so small a plan a change often touches what all else is tied to.
  CHECK(3 * (counts.whole - counts.refused - 2 * plans) < 2 * (counts.steps - 2 * plans));
  CHECK(counts.refused > 0);
}

TEST_CASE("what follows from a change is followed: the index, the percentage, the sluitpost and its spiegel") {
  const std::string text =
      one_of_each +
      "[[begrotingswijziging]]\nnr = 1\ndatum = 2025-01-01\nwijziging = [{ project = \"1\", post = 1, "
      "plus = { 2025 = 100 } }]\n[[begrotingswijziging]]\nnr = 2\ndatum = 2025-01-01\nwijziging = [{ "
      "project = \"1\", post = 1, lasten = { 2027 = 0 } }, { project = \"1\", budget = 70 }]\n";
  Counts counts;
  compare_both_ways(text, Standing::realisatie, counts);
  CHECK(counts.whole == 1);
  CHECK(counts.steps == 3);
}

namespace {

std::string decided(const std::string& changes, const std::string& nr = "1") {
  return "[[begrotingswijziging]]\nnr = " + nr + "\ndatum = 2025-01-01\nwijziging = [" + changes + "]\n";
}

const std::string apart = project("3", "budget = 5") + post("lasten = { 2025 = 10 }", "Apart") + project("4") +
                          post("lasten = { 2026 = 20 }", "Ook");

}  // namespace

TEST_CASE("posts and projects that come and go are worked out with what they are tied to, and not with the others") {
  const std::string changes[] = {
      "{ project = \"3\", nieuwe_post = [{ naam = \"Erbij\", lasten = { 2025 = 7 }, index = \"loon\" }] }",
      "{ project = \"3\", post = 1, vervalt = true }",
      "{ project = \"4\", vervalt = true }",
      "{ nieuw_project = [{ nr = \"5\", naam = \"Nieuw\", programmalijn = \"a\", budget = 9, lasten = { 2026 = 3 } }] "
      "}",
      "{ project = \"3\", einde = 2026 }",
      "{ project = \"5\", post = 1, naar = \"3\" }",
      "{ project = \"1\", post = 1, vervalt = true }",
      "{ project = \"5\", restant = \"investeringsbudget\", einde = 2027 }",
      "{ project = \"3\", post = 2, plus = 5 }",
  };
  for (const std::string& first : changes) {
    Counts counts;
    INFO(first);
    compare_both_ways(one_of_each + apart + decided(first), Standing::realisatie, counts);
    CHECK(counts.whole == 1 + counts.refused);
  }
  Counts counts;
  std::string text = one_of_each + apart;
  for (std::size_t i = 0; i < std::size(changes); ++i)
    if (i != 6) text += decided(changes[i], std::to_string(i + 1));
  compare_both_ways(text, Standing::realisatie, counts);
  CHECK(counts.refused == 0);
  CHECK(counts.whole <= 3);
}

TEST_CASE("a project that grows again and again is looked at again where its other posts have changed") {
  const auto comes = [](const std::string& naam) {
    return "{ project = \"3\", nieuwe_post = [{ naam = \"" + naam + "\", lasten = { 2025 = 7, 2028 = 9 } }] }";
  };
  const std::string takes[] = {
      "{ project = \"3\", post = 2, lasten = { percentage = 10.0, over = \"1\" } }",
      "{ project = \"3\", post = 1, lasten = { 2028 = \"sluitpost\" } }",
      "{ project = \"3\", post = \"B\", vervalt = true }",
      "{ project = \"3\", nieuwe_post = [{ naam = \"Deel\", lasten = { percentage = 10.0, over = \"1\" } }] }",
  };
  for (const std::string& take : takes) {
    const std::string changes[] = {comes("A"), comes("B"), comes("C"), take, comes("D"), comes("E")};
    std::string text = one_of_each + apart;
    for (std::size_t i = 0; i < std::size(changes); ++i) text += decided(changes[i], std::to_string(i + 1));
    Counts counts;
    compare_both_ways(text, Standing::realisatie, counts);
  }
}

TEST_CASE("a nr that a post got as it came is taken for those that come later") {
  const auto comes = [](const std::string& nr) {
    return "{ project = \"3\", nieuwe_post = [{ " + nr + "naam = \"Nieuw\", lasten = { 2025 = 7 } }] }";
  };
  Counts counts;
  compare_both_ways(
      one_of_each + apart + decided(comes("")) + decided(comes(""), "2") + decided(comes("nr = \"2\", "), "3"),
      Standing::realisatie, counts);
  CHECK(counts.refused == 1);
}

TEST_CASE("what only shows in the plan as a whole is found, though a change touches a part of it") {
  const std::string negeer = "[[negeer]]\nregel = \"saldo-ondergrens\"\npost = \"Apart\"\nreden = \"zo\"\n";
  const std::string another = "{ project = \"3\", nieuwe_post = [{ naam = \"Apart\", lasten = { 2025 = 7 } }] }";
  const std::string fund = "[[project]]\nnr = \"F\"\nnaam = \"F\"\nprogrammalijn = \"a\"\nbudget = 3\n";
  const auto with_fund = [&](const std::string& key) { return head(key) + line("a") + fund + apart; };
  const std::string geld =
      "[[doel]]\nid = \"d\"\nsoort = \"prestatie\"\nnaam = \"D\"\ngeld = [{ project = \"3\", post = \"Apart\" }]\n";
  const std::string soort = "soort = \"exploitatie\"\n";
  const std::string printed = "[[plan.controle]]\nbron = \"b\"\nopening = 3\n";
  const std::string drop_fund = "{ project = \"F\", vervalt = true }";
  const std::string named = project("6") + post("lasten = { 2025 = 1 }\nnaar = \"3/2\"", "Stuurt");
  const std::string second = post("lasten = { 2025 = 3 }", "Tweede");
  const struct {
    std::string plan, change;
  } cases[] = {
      {one_of_each + apart + negeer, another},
      {one_of_each + apart + geld, another},
      {with_fund("weerstandscapaciteit = [\"F\"]"), drop_fund},
      {with_fund("investeringsbudget = \"F\""), drop_fund},
      {one_of_each + apart, "{ nieuw_project = [{ nr = \"1\", naam = \"Twee\", programmalijn = \"a\" }] }"},
      {head(soort) + line("a") + fund + "soort = \"project\"\n" + project("3") + second + project("4") + second +
           printed,
       drop_fund},
      {one_of_each + project("3") + post("lasten = { 2025 = 10 }", "Een") + second + named,
       "{ project = \"3\", post = \"2\", vervalt = true }, { project = \"3\", nieuwe_post = [{ naam = \"Weer\", lasten "
       "= "
       "{ 2025 = 1 } }] }"},
      {one_of_each + apart + project("6") + post("lasten = { 2025 = 10 }\nkans = 0.5\nsamen_met = \"g\"", "Kans"),
       "{ project = \"3\", nieuwe_post = [{ naam = \"N\", lasten = { 2025 = 7 }, kans = 0.4, samen_met = \"g\" }] }"},
  };
  for (const auto& one : cases) {
    Counts counts;
    INFO(one.plan << one.change);
    compare_both_ways(one.plan + decided(one.change) + decided("{ project = \"4\", budget = 8 }", "2"),
                      Standing::realisatie, counts);
    CHECK(counts.refused == 2);
  }
}

TEST_CASE("after a refusal of a part, what moved is told from the figures before it") {
  const std::string huge = "lasten = { 2025 = 60_000_000_000_000 }";
  std::string text = one_of_each + apart;
  for (const std::string nr : {"5", "6", "7"})
    text +=
        decided("{ nieuw_project = [{ nr = \"" + nr + "\", naam = \"N\", programmalijn = \"a\", " + huge + " }] }", nr);
  Counts counts;
  compare_both_ways(text, Standing::realisatie, counts);
  CHECK(counts.refused == 0);
  CHECK(counts.whole > 1);
}

TEST_CASE("a sum that could leave the range of money is worked out as a whole, and refused as ever") {
  const std::string big = "90000000000000000";
  std::string text = one_of_each;
  for (const std::string nr : {"1", "2", "3"})
    text +=
        "[[begrotingswijziging]]\nnr = " + nr +
        "\ndatum = 2025-01-01\nwijziging = [{ project = \"1\", post = 1, lasten = { 2025 = " + (nr == "2" ? big : "5") +
        " } }]\n";
  Counts counts;
  compare_both_ways(text, Standing::realisatie, counts);
  CHECK(counts.refused == 1);
  CHECK(counts.whole == 3);
}
