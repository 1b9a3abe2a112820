// What a post may have of its own beside amounts: a last year, printed amounts, and a kop with its sum.
#include "base/say.h"
#include "report/budget_table.h"
#include "report/project_page.h"
#include "support/catch.h"
#include "support/marked_plan.h"
#include "support/small_plan.h"

using namespace saldo;

namespace {

std::string plan_of(const std::string& posts, const std::string& keys = "") {
  return head() + (posts.find("index = ") != std::string::npos ? "[index]\nloon = 5\n" : "") + line("a") +
         project("1", "budget = 100_000\n" + keys) + posts;
}

Lines found(const std::string& posts, const std::string& keys = "") { return all_found(plan_of(posts, keys)); }

bool tells(const Lines& lines, const std::string& words) {
  return lines.size() == 1 && lines[0].find(words) != std::string::npos;
}

std::string years_of(const std::string& posts, std::size_t post) {
  const SmallPlan small = work_out_text(plan_of(posts));
  std::string text;
  for (std::size_t y = 0; y < 4; ++y)
    text += (y == 0 ? "" : " ") + word(small.amounts.at(small.plan.projects[0], post, Direction::lasten, y));
  return text;
}

const std::string under_kop =
    post("lasten = { 2025 = 30 }\nkop = \"Dekking\"", "Een") + post("lasten = { 2025 = 500 }", "Los") +
    post("lasten = { 2025 = 12, 2026 = \"PM\" }\nbaten = { 2025 = 5 }\nkop = \"Dekking\"", "Twee");

std::string text_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* amount = std::get_if<Amount>(&cell)) return word(*amount);
  return "";
}

// Level, nr, naam, baten and lasten of the first year, of the rows from `first` on.
Lines rows_of(const Table& table, std::size_t first, std::size_t count, std::size_t baten) {
  Lines lines;
  for (std::size_t r = first; r < first + count; ++r) {
    const Row& row = table.rows[r];
    lines.push_back(std::to_string(row.level) + " " + text_of(row.cells[0]) + " " + text_of(row.cells[1]) + " " +
                    text_of(row.cells[baten]) + "/" + text_of(row.cells[baten + 1]));
  }
  return lines;
}

}  // namespace

TEST_CASE("the einde of a post ends its index and its percentage, and what is written after it is a finding") {
  CHECK(years_of(post("lasten = { 2025 = 1_000 }\nindex = \"loon\"\neinde = 2026"), 0) == "1.000 1.050 - -");
  CHECK(years_of(
            lasten("2025 = 100, 2026 = 100, 2027 = 100") + post("lasten = { percentage = 10, over = 1 }\neinde = 2026"),
            1) == "10 10 - -");
  CHECK(found(post("lasten = { 2025 = 1_000 }\nindex = \"loon\"\neinde = 2026")) == Lines{});
  CHECK(tells(found(post("lasten = { 2025 = 50, 2027 = 70 }\neinde = 2026")),
              "post 1 of 1 has lasten of 70 in 2027, but the post itself ended in 2026 [saldo-beweging-na-einde]"));
  CHECK(found(post("lasten = { 2025 = 50, 2027 = 0 }\neinde = 2026")) == Lines{});
}

TEST_CASE("an amount after the einde of its post and of its project is told once") {
  const Lines lines = found(post("lasten = { 2025 = 99_000, 2028 = 70 }\neinde = 2026"),
                            "einde = 2027\nondergrens = -100\nrestant = \"meenemen\"");
  CHECK(tells(lines, "but the project ended in 2027 [saldo-beweging-na-einde]"));
}

TEST_CASE("the einde of a post is a year that the plan has or that comes later") {
  CHECK(tells(found(post("lasten = { 2025 = 5 }\neinde = 2024")),
              "post 1 of 1 has ended before the plan begins in 2025"));
  CHECK(found(post("lasten = { 2025 = 5 }\neinde = 2040")) == Lines{});
}

TEST_CASE("a controle on a post is held against the amounts of that post, in the unit the document rounds to") {
  const auto with = [](const std::string& keys) {
    return found(post("lasten = { 2025 = 41_871.40 }\ncontrole = { bron = \"toelichting\", " + keys + " }"));
  };
  CHECK(with("lasten = { 2025 = 41_871 }") == Lines{});
  CHECK(with("saldo = { 2025 = -41_871 }") == Lines{});
  CHECK(with("lasten = { 2025 = 50_000 }, tolerantie = 10_000") == Lines{});
  CHECK(tells(
      with("lasten = { 2025 = 50_000 }"),
      "lasten 2025 of post 1/1 are 41.871,40, but toelichting says 50.000: a difference of -8.128,60 [controle]"));
  CHECK(tells(with("eindsaldo = { 2025 = 5 }"), "has no key `eindsaldo`"));
  CHECK(tells(with("lasten = { 2030 = 5 }"), "2030 is outside the plan"));
}

TEST_CASE("a controle may be of a kop, and is then held against the posts under it") {
  const auto with = [](const std::string& keys) {
    return found(under_kop, "controle = { bron = \"tabel 9\", " + keys + " }");
  };
  const auto pm = [](Lines lines) {
    std::erase_if(lines, [](const std::string& found) { return found.find("[pm-open]") != std::string::npos; });
    return lines;
  };
  CHECK(pm(with("kop = \"Dekking\", lasten = { 2025 = 42 }, baten = { 2025 = 5 }, saldo = { 2025 = -37 }")) == Lines{});
  CHECK(tells(pm(with("kop = \"Dekking\", lasten = { 2025 = 40 }")),
              "lasten 2025 of kop ‘Dekking’ (1) are 42, but tabel 9 says 40: a difference of 2 [controle]"));
  CHECK(tells(with("kop = \"Deking\", lasten = { 2025 = 40 }"), "project 1 has no posts under a kop `Deking`"));
  CHECK(tells(with("kop = \"Dekking\", eindsaldo = { 2025 = 40 }"), "a kop has no eindsaldo"));
}

TEST_CASE("a kop is a row with the sum of its posts, which stand together under it and count once") {
  const SmallPlan small = work_out_text(plan_of(under_kop));
  const Table page = report_project(small.plan, small.amounts, small.balances, ProjectId{0}, {Year{2025}, Year{2026}});
  CHECK(rows_of(page, 1, 5, 2) ==
        Lines{"0  Dekking 5/42", "1 1 Een /30", "1 3 Twee 5/12", "0 2 Los /500", "0  Totaal 5/542"});
  CHECK(page.rows[1].kind == RowKind::subtotal);
  CHECK(text_of(page.rows[1].cells[2 + 5 + 1]) == "PM");
  const Table all =
      report_budget(small.plan, small.amounts, small.balances, {By::post, small.plan.years, Selection(1, true)});
  CHECK(rows_of(all, 2, 4, 3) == Lines{"2  Dekking 5/42", "3 1 Een /30", "3 3 Twee 5/12", "2 2 Los /500"});
  CHECK(all.rows[2].kind == RowKind::subtotal);
}
