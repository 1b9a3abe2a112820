// Laws of overlap, carryover and why that hold for every plan, tried on random ones. A failure prints the seed;
// random_plan(seed, {.any_transfers = true}).text() is the plan.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/say.h"
#include "report/why/why.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

constexpr std::uint64_t seeds = 60;

template <class Law>
void for_every_plan(Law law, std::uint64_t last = seeds) {
  for (std::uint64_t seed = 1; seed <= last; ++seed) {
    INFO("random_plan(" << seed << ", {.any_transfers = true})");
    const RandomPlan random = random_plan(seed, {.any_transfers = true});
    const TempPlan files({{"plan.toml", random.text()}});
    law(work_out_plan(files.path()), files);
  }
}

Money sum_of(const std::vector<Amount>& amounts, std::size_t year) { return amounts[year].counted(); }

Money sum_of(const std::vector<Movement>& movements, std::size_t year) {
  Money sum;
  for (const Movement& movement : movements) sum += sum_of(movement.bedrag, year);
  return sum;
}

// Every figure of a year as money, PM and absent counting as nothing.
std::vector<Money> figures_of(const NettoYear& year) {
  return {year.bruto_baten.counted(),
          year.dubbeling_baten,
          year.netto_baten().counted(),
          year.bruto_lasten.counted(),
          year.dubbeling_lasten,
          year.netto_lasten().counted(),
          year.onderweg};
}

bool is_outermost(const Plan& plan, std::size_t line) { return !plan.lines[line].onder; }

// "-1.234,50" in cents; "PM" and "-" are nothing.
std::int64_t dutch_cents(const std::string& text) {
  const ReadAmount read = read_dutch_amount(text);
  return read.error ? 0 : read.amount.counted().cents();
}

// The amount before the first such word of a sentence, or nothing: "+ 1.234 baten" is 123400.
std::int64_t before_word(const std::string& text, const std::string& word) {
  std::istringstream in(text);
  std::string before;
  for (std::string next; in >> next; before = next)
    if (next == word) {
      std::erase_if(before, [](char c) { return c == '(' || c == ')'; });  // a negative amount after a sign
      return dutch_cents(before);
    }
  return 0;
}

std::int64_t plain_cents(const std::string& text) {
  return text.empty() || text == "PM" ? 0 : read_number_amount(text).amount.counted().cents();
}

Table explained(const SmallPlan& worked, const Target& target, int depth) {
  const WhyInput input{worked, worked.trace, [](FileId) { return std::string("plan.toml"); }};
  const std::vector<Target> targets{target};
  return report_why(input, targets, depth);
}

std::string text_of(const Row& row) { return std::get<std::string>(row.cells[2]); }
Amount amount_of(const Row& row) { return std::get<Amount>(row.cells[3]); }

template <class Visit>
void for_each_cell(const Plan& plan, Visit visit) {
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    for (std::size_t post = 0; post < plan.projects[p].posts.size(); ++post)
      for (const Direction direction : {Direction::baten, Direction::lasten})
        for (std::size_t y = 0; y < plan.years.size(); ++y) visit(AmountOf{p, post, direction, y});
}

template <class Visit>
void for_each_sum(const Plan& plan, Visit visit) {
  const auto visit_years = [&](Of of, std::size_t index) {
    for (const Figure figure : {Figure::opening, Figure::baten, Figure::lasten, Figure::saldo, Figure::eindsaldo})
      for (std::size_t y = 0; y < plan.years.size(); ++y) visit(SumOf{{of, index}, figure, y});
  };
  for (std::size_t p = 0; p < plan.projects.size(); ++p) visit_years(Of::project, p);
  for (std::size_t l = 0; l < plan.lines.size(); ++l) visit_years(Of::programmalijn, l);
  visit_years(Of::plan, 0);
}

}  // namespace

TEST_CASE("random plans with any transfers hold every kind of overdracht, open end and restant") {
  std::map<std::string, int> seen;
  for_every_plan([&seen](const SmallPlan& worked, const TempPlan&) {
    for (const std::string& found : tell(worked)) ++seen[found.substr(found.rfind("| ") + 2)];
    for (const std::string& open : tell_open(worked)) ++seen[open.substr(0, open.find(' '))];
    for (const Overdracht& found : worked.overdrachten) {
      if (found.receipts.size() > 1) ++seen["in parts"];
      if (found.jaar < worked.plan.years.first) ++seen["before the plan"];
      if (!found.receipts.empty() && worked.plan.years.last < found.receipts.back().year) ++seen["after the plan"];
      if (found.verzonden.counted() < Money()) ++seen["below zero"];
    }
    for (const Programmalijn& programmalijn : worked.plan.lines)
      if (programmalijn.onder) ++seen["nested"];
    for (const Project& project : worked.plan.projects)
      for (const Post& post : project.posts)
        if (post.automatic) ++seen[project.more->vertraging > 0 ? "restant later" : "restant"];
  });
  for (const char* kind :
       {"gelijk", "gelijk, verschoven", "verschil", "geen-ontvangst", "geen-verzending", "niet-ontvangen",
        "verschil-ontvangst", "niet-geboekt", "zonder-besluit", "terugbetalen", "pm", "in parts", "before the plan",
        "after the plan", "below zero", "nested", "restant", "restant later"}) {
    INFO(kind);
    CHECK(seen[kind] >= 3);
  }
}

TEST_CASE("every leg is in exactly one overdracht: they add up to all that is sent and received") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Plan& plan = worked.plan;
    std::map<std::pair<int, Direction>, Money> legs, found;
    for (const Project& project : plan.projects)
      for (const Leg& leg : project.legs)
        for (std::size_t y = 0; y < plan.years.size(); ++y)
          legs[{plan.years.at(y).value, leg.direction}] +=
              worked.amounts.at(project, leg.post, leg.direction, y).counted();
    for (const Overdracht& overdracht : worked.overdrachten) {
      found[{overdracht.jaar.value, Direction::lasten}] += overdracht.verzonden.counted();
      for (const Receipt& receipt : overdracht.receipts)
        found[{receipt.year.value, Direction::baten}] += receipt.amount.counted();
    }
    for (std::size_t y = 0; y < plan.years.size(); ++y)
      for (const Direction direction : {Direction::baten, Direction::lasten}) {
        const std::pair key{static_cast<int>(plan.years.at(y).value), direction};
        CHECK(found[key] == legs[key]);
      }
  });
}

TEST_CASE("a status says what the two sides are") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    for (const Overdracht& found : worked.overdrachten) {
      const bool equal = found.verzonden == found.ontvangen();
      switch (found.status) {
        case OverdrachtStatus::gelijk: CHECK((equal && found.open() == Money())); break;
        case OverdrachtStatus::verschil:
          CHECK((!equal && !found.receipts.empty() && !found.verzonden.is_absent()));
          break;
        case OverdrachtStatus::geen_ontvangst: CHECK((found.receipts.empty() && !found.verzonden.is_absent())); break;
        case OverdrachtStatus::geen_verzending: CHECK((!found.receipts.empty() && found.verzonden.is_absent())); break;
      }
      CHECK(std::is_sorted(found.receipts.begin(), found.receipts.end(),
                           [](const Receipt& a, const Receipt& b) { return a.year < b.year; }));
      if (!found.verzonden.is_absent()) CHECK(worked.plan.years.contains(found.jaar));
    }
  });
}

TEST_CASE("netto is bruto less dubbelingen, at every line, between them and for the whole") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Netto netto = worked.netto();
    std::vector<NettoFigures> all = netto.lines;
    all.push_back(netto.between);
    all.push_back(netto.total);
    for (const NettoFigures& figures : all)
      for (const NettoYear& year : figures) {
        CHECK(year.netto_baten().counted() == year.bruto_baten.counted() - year.dubbeling_baten);
        CHECK(year.netto_lasten().counted() == year.bruto_lasten.counted() - year.dubbeling_lasten);
      }
    for (std::size_t y = 0; y < worked.plan.years.size(); ++y) {
      CHECK(netto.total[y].bruto_baten == worked.balances.total.years[y].baten);
      CHECK(netto.total[y].bruto_lasten == worked.balances.total.years[y].lasten);
    }
  });
}

TEST_CASE("what is taken out of the lasten of all years is taken out of the baten, or is onderweg at the end") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Netto netto = worked.netto();
    std::vector<NettoFigures> all = netto.lines;
    all.push_back(netto.between);
    all.push_back(netto.total);
    for (const NettoFigures& figures : all) {
      Money baten, lasten;
      for (const NettoYear& year : figures) {
        baten += year.dubbeling_baten;
        lasten += year.dubbeling_lasten;
      }
      CHECK(lasten == baten + figures.back().onderweg);
    }
    Money matched, after;
    for (const Overdracht& found : worked.overdrachten) {
      matched += found.matched();
      if (found.status == OverdrachtStatus::gelijk && !found.receipts.empty() &&
          worked.plan.years.last < found.receipts.back().year)
        after += found.receipts.back().amount.counted();
    }
    Money lasten;
    for (const NettoYear& year : netto.total) lasten += year.dubbeling_lasten;
    CHECK(lasten == matched);
    CHECK(netto.total.back().onderweg == after);
  });
}

TEST_CASE("the outermost lines and what goes between them are the total, figure by figure") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Netto netto = worked.netto();
    for (std::size_t y = 0; y < worked.plan.years.size(); ++y) {
      std::vector<Money> sum = figures_of(netto.between[y]);
      for (std::size_t l = 0; l < netto.lines.size(); ++l)
        if (is_outermost(worked.plan, l))
          for (std::size_t f = 0; f < sum.size(); ++f) sum[f] += figures_of(netto.lines[l][y])[f];
      CHECK(sum == figures_of(netto.total[y]));
    }
  });
}

TEST_CASE("a line takes out what moves inside it or under it, and nothing else") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Plan& plan = worked.plan;
    const Netto netto = worked.netto();
    const auto is_under = [&plan](ProjectId project, std::size_t outer) {
      LineId line = *plan.project(project).programmalijn.id;
      while (position(line) != outer && plan.line(line).onder) line = *plan.line(line).onder->id;
      return position(line) == outer;
    };
    for (std::size_t l = 0; l < plan.lines.size(); ++l) {
      std::vector<Money> inside(plan.years.size());
      for (const Overdracht& found : worked.overdrachten)
        if (is_under(found.van, l) && is_under(found.naar, l) && found.matched() != Money())
          inside[plan.years.index(found.jaar)] += found.matched();
      for (std::size_t y = 0; y < inside.size(); ++y) CHECK(netto.lines[l][y].dubbeling_lasten == inside[y]);
    }
  });
}

TEST_CASE("over a year the balances and what is onderweg change by netto baten less netto lasten") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Netto netto = worked.netto();
    Money before = worked.balances.total.opening;
    for (std::size_t y = 0; y < worked.plan.years.size(); ++y) {
      const NettoYear& year = netto.total[y];
      const Money after = worked.balances.total.years[y].eindsaldo + year.onderweg;
      CHECK(after - before == year.netto_baten().counted() - year.netto_lasten().counted());
      before = after;
    }
  });
}

TEST_CASE("nothing is open when every overdracht is equal, else the sum of what differs") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    Money open;
    for (const Overdracht& found : worked.overdrachten) open += found.open() < Money() ? -found.open() : found.open();
    CHECK(worked.netto().open == open);
  });
}

TEST_CASE("the matrix adds up to the overdrachten, by row and by column") {
  for_every_plan([](const SmallPlan& worked, const TempPlan& files) {
    Money all;
    for (const Overdracht& found : worked.overdrachten)
      all += found.verzonden.is_absent() ? found.ontvangen().counted() : found.verzonden.counted();
    const auto rows = read_csv(run_saldo({"overlap", files.path(), "--matrix", "--format", "csv"}).out);
    std::vector<std::int64_t> columns(rows[0].size());
    for (std::size_t r = 1; r < rows.size(); ++r) {
      std::int64_t row = 0;
      for (std::size_t c = 2; c + 1 < rows[r].size(); ++c) row += plain_cents(rows[r][c]);
      CHECK(row == plain_cents(rows[r].back()));
      for (std::size_t c = 2; c < rows[r].size() && r + 1 < rows.size(); ++c) columns[c] += plain_cents(rows[r][c]);
    }
    for (std::size_t c = 2; c < rows[0].size(); ++c) CHECK(plain_cents(rows.back()[c]) == columns[c]);
    CHECK(plain_cents(rows.back().back()) == all.cents());
  });
}

TEST_CASE("every relation with money stands in the relaties, and every declared one as often as it was declared") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Plan& plan = worked.plan;
    std::set<std::pair<ProjectId, ProjectId>> shown;
    for (const Relatie& relatie : find_relaties(plan, worked.overdrachten)) {
      shown.insert({std::min(relatie.project, relatie.met), std::max(relatie.project, relatie.met)});
      CHECK((relatie.aangegeven || relatie.has_money()));
    }
    for (const Overdracht& found : worked.overdrachten)
      CHECK(shown.contains({std::min(found.van, found.naar), std::max(found.van, found.naar)}));
  });
}

TEST_CASE("opening, vrijval, own posts and onttrekkingen are the stand of every year") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Carryover carryover = worked.carryover();
    Money standing = carryover.opening;
    for (std::size_t y = 0; y < worked.plan.years.size(); ++y) {
      standing += sum_of(carryover.vrijval, y) + sum_of(carryover.structureel, y) + sum_of(carryover.overig, y) +
                  sum_of(carryover.onttrekkingen, y);
      CHECK(carryover.stand[y] == standing);
      CHECK(worked.balances.projects[position(carryover.project)].years[y].eindsaldo == standing);
    }
  });
}

TEST_CASE("the table of the investeringsbudget adds up as it is printed") {
  for_every_plan([](const SmallPlan&, const TempPlan& files) {
    const auto rows =
        read_csv(run_saldo({"carryover", files.path(), "--table", "investeringsbudget", "--format", "csv"}).out);
    for (std::size_t c = 2; c < rows[0].size(); ++c) {
      std::int64_t sum = 0;
      for (std::size_t r = 1; r + 1 < rows.size(); ++r) sum += plain_cents(rows[r][c]);
      CHECK(sum == plain_cents(rows.back()[c]));
      if (c > 2) CHECK(rows[1][c] == rows.back()[c - 1]);
    }
  });
}

TEST_CASE("an open end moves the stand at the end by its own effect, and those of a kind together by their sum") {
  for_every_plan([](const SmallPlan& worked, const TempPlan&) {
    const Carryover carryover = worked.carryover();
    std::map<OpenKind, Money> effects;
    for (const OpenEnd& open : carryover.open) {
      CHECK(open.settled == carryover.stand.back() + open.effect);
      effects[open.kind] += open.effect;
    }
    for (const auto& [kind, effect] : effects) CHECK(settled_stand(carryover, kind) == carryover.stand.back() + effect);
  });
}

TEST_CASE("a restant leaves its project at nothing in the year it ends, and all of it arrives or is onderweg") {
  std::size_t moved = 0;
  for_every_plan([&moved](const SmallPlan& worked, const TempPlan&) {
    const Plan& plan = worked.plan;
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
      const Project& project = plan.projects[p];
      if (project.posts.empty() || !project.posts.back().automatic ||
          project.more->restant != Restant::investeringsbudget)
        continue;
      CHECK(worked.balances.projects[p].years[plan.years.index(*project.more->einde)].eindsaldo == Money());
      for (const Overdracht& found : worked.overdrachten)
        if (position(found.van) == p && found.naar == plan.investeringsbudget->id &&
            found.jaar == *project.more->einde) {
          CHECK(found.status == OverdrachtStatus::gelijk);
          CHECK(found.receipts.front().year == *project.more->einde + project.more->vertraging);
          ++moved;
        }
    }
  });
  CHECK(moved > 10);
}

TEST_CASE("why says of every cell the amount that stands in it") {
  for_every_plan(
      [](const SmallPlan& worked, const TempPlan& files) {
        std::map<std::string, std::string> shown;  // by project/post/side/year, as the table shows it
        const auto rows = read_csv(run_saldo({"table", files.path(), "--tidy", "--format", "csv"}).out);
        for (std::size_t r = 1; r < rows.size(); ++r)
          for (const std::size_t c : {5u, 6u})
            shown[rows[r][1] + "/" + rows[r][2] + "/" + rows[0][c] + "/" + rows[r][4]] = rows[r][c];
        for_each_cell(worked.plan, [&](const AmountOf& cell) {
          const Amount amount =
              worked.amounts.at(worked.plan.projects[cell.project], cell.post, cell.direction, cell.year);
          const Table table = explained(worked, cell, 0);
          const Row& row = table.rows.front();
          INFO(to_text(address_of(worked.plan, cell)) << ": " << text_of(row));
          CHECK(amount_of(row) == amount);
          const auto found = shown.find(to_text(address_of(worked.plan, cell)));
          const std::string table_amount = found == shown.end() ? "" : found->second;
          CHECK(table_amount == (amount.is_absent() ? "" : amount.is_pm() ? "PM" : to_plain(amount.counted())));
          const std::string text =
              text_of(row).substr(worked.plan.projects[cell.project].posts[cell.post].naam.view().size());
          if (amount.is_absent()) {
            const bool of_spiegel = text.starts_with(": - = spiegel");
            CHECK((text == ": geen bedrag in dit jaar" || of_spiegel));
          } else {
            const std::string said = text.substr(2, std::min(text.find(' ', 2), text.find(", ", 2)) - 2);
            CHECK(said == (amount.is_pm() ? "PM" : to_dutch_exact(amount.counted())));
          }
        });
      },
      30);
}

TEST_CASE("why of an eindsaldo is an addition that comes out, and so is that of a saldo") {
  for_every_plan(
      [](const SmallPlan& worked, const TempPlan&) {
        for_each_sum(worked.plan, [&](const SumOf& sum) {
          const Table table = explained(worked, sum, 0);
          const std::string text = text_of(table.rows.front());
          INFO(to_text(address_of(worked.plan, sum)) << ": " << text);
          const std::int64_t flow = before_word(text, "baten") - before_word(text, "lasten");
          const std::int64_t result = amount_of(table.rows.front()).counted().cents();
          if (sum.figure == Figure::eindsaldo) CHECK(result == before_word(text, "op") + flow);
          if (sum.figure == Figure::saldo) CHECK(result == flow);
        });
      },
      30);
}

TEST_CASE("the parts that why shows of a total add up to it") {
  for_every_plan(
      [](const SmallPlan& worked, const TempPlan&) {
        for_each_sum(worked.plan, [&](const SumOf& sum) {
          const Table table = explained(worked, sum, 1);
          INFO(to_text(address_of(worked.plan, sum)) << ": " << text_of(table.rows.front()));
          Money parts;
          for (const Row& row : table.rows) {
            if (std::get<std::int64_t>(row.cells[0]) != 1) continue;
            const bool is_sum = sum.figure == Figure::eindsaldo || sum.figure == Figure::saldo;
            const bool taken_off = is_sum && std::get<std::string>(row.cells[1]).find("/lasten/") != std::string::npos;
            parts += taken_off ? -amount_of(row).counted() : amount_of(row).counted();
          }
          const bool written = sum.figure == Figure::opening && sum.whose.of == Of::project && sum.year == 0;
          if (!written) CHECK(parts == amount_of(table.rows.front()).counted());
        });
      },
      30);
}

TEST_CASE("why goes no deeper than it was asked, and its levels go down one at a time") {
  for_every_plan(
      [](const SmallPlan& worked, const TempPlan&) {
        const SumOf total{{Of::plan, 0}, Figure::eindsaldo, worked.plan.years.size() - 1};
        for (const int depth : {0, 1, 2, 3, 5}) {
          std::int64_t level = 0;
          for (const Row& row : explained(worked, total, depth).rows) {
            const std::int64_t next = std::get<std::int64_t>(row.cells[0]);
            CHECK(next <= depth);
            CHECK(next <= level + 1);
            level = next;
          }
        }
      },
      30);
}

TEST_CASE("the command why shows what the table shows, for a figure of every kind") {
  for_every_plan(
      [](const SmallPlan& worked, const TempPlan& files) {
        const Plan& plan = worked.plan;
        const std::string year = word(plan.years.last);
        const auto rows = read_csv(run_saldo({"table", files.path(), "--by", "project", "--format", "csv"}).out);
        for (const std::string figure : {"baten", "lasten", "eindsaldo"}) {
          const auto column = static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), year + "." + figure) -
                                                       rows[0].begin());
          for (std::size_t r = 1; r < rows.size(); ++r) {
            const std::string address = rows[r][0] + "/" + figure + "/" + year;
            const Run run = run_saldo({"why", files.path(), address, "--depth", "0", "--format", "csv"});
            INFO(address);
            REQUIRE(run.err == "");
            const auto why = read_csv(run.out);
            CHECK(why[1][1] == address);
            CHECK(why[1][3] == rows[r].at(column));
          }
        }
      },
      10);
}

TEST_CASE("overlap, carryover and why give the same bytes twice, and in every format") {
  for_every_plan(
      [](const SmallPlan& worked, const TempPlan& files) {
        const std::string end = "totaal/eindsaldo/" + word(worked.plan.years.last);
        for (const std::string format : {"text", "csv", "md", "json"})
          for (const std::vector<std::string>& command : {std::vector<std::string>{"overlap", files.path()},
                                                          {"overlap", files.path(), "--matrix"},
                                                          {"overlap", files.path(), "--suspects"},
                                                          {"carryover", files.path()},
                                                          {"why", files.path(), end}}) {
            std::vector<std::string> arguments = command;
            arguments.insert(arguments.end(), {"--format", format});
            // One csv holds one table.
            if (format == "csv" && command.size() == 2)
              arguments.insert(arguments.end(), {"--table", command[0] == "overlap" ? "netto" : "investeringsbudget"});
            const Run first = run_saldo(arguments), second = run_saldo(arguments);
            CHECK(first.out == second.out);
            CHECK(first.out != "");
            CHECK(first.err == "");
            CHECK(first.code == 0);
          }
      },
      6);
}
