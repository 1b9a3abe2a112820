// The real plan against the document it was typed from: tables 3 and 4, every project table, and what `check` says.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "base/money.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

// --- the printed document -------------------------------------------------------------------------------------------

// Table 3, its two halves side by side: the eindsaldo of 2024, then baten, lasten and eindsaldo of 2025 to 2028.
constexpr const char* table_3 = R"(
van-werkloosheid-naar-werk | 574.483   | 72.000 646.483 -               | - - -                         | - - -                           | - - -
van-werk-naar-werk         | -408.935  | 2.725.688 3.055.280 -738.527   | 348.497 210.752 -600.782      | 600.782 - -                     | - - -
iedereen-doet-mee          | 1.958.718 | 2.050.885 2.823.183 1.186.420  | 282.854 1.152.224 317.050     | - - 317.050                     | - - 317.050
programma                  | 1.541.561 | 2.297.869 3.040.982 798.448    | 2.150.231 1.236.282 1.712.397 | 1.772.482 1.913.512 1.571.367   | 650.000 823.000 1.398.367
totaal                     | 3.665.827 | 7.146.442 9.565.928 1.246.341  | 2.781.582 2.599.258 1.428.665 | 2.373.264 1.913.512 1.888.417   | 650.000 823.000 1.715.417
)";

// Table 4; where the document leaves a cell empty there is a dash here.
constexpr const char* table_4 = R"(
3.1            | 557.985   | 67.000 624.985 -             | - - -
3.2            | -         | 5.000 5.000 -                | - - -
3.3            | 16.498    | - 16.498 -                   | - - -
3.4            | -         | 85.800 95.000 -9.200         | - - -9.200
3.5            | 405.467   | - 405.467 -                  | - - -
3.6            | -         | - - -                        | - - -
3.7-fase1      | -527.517  | 527.517 - -                  | - - -
3.7-fase2      | -310.000  | 1.428.140 1.830.667 -712.527 | 348.497 210.752 -574.782
3.7-pilot      | -         | 600.031 600.031 -            | - - -
3.8            | 23.115    | - 23.115 -                   | - - -
3.9            | -         | 17.000 17.000 -              | - - -
3.10           | -         | 67.200 84.000 -16.800        | - - -16.800
3.11           | 1.440.718 | 377.618 945.504 872.832      | - 872.832 -
3.12-zeg       | 137.667   | 123.666 261.333 -            | - - -
3.13           | -255      | 99.960 99.705 -              | - - -
3.14           | 317.050   | - - 317.050                  | - - 317.050
3.15           | -         | 1.173.081 1.173.081 -        | - - -
3.16-actieplan | 63.538    | 137.000 204.000 -3.462       | 137.000 133.538 -
3.17           | -         | 139.560 139.560 -            | 145.854 145.854 -
3.18           | 821.779   | 650.000 972.913 498.866      | 1.925.049 761.100 1.662.815
3.19           | -         | 1.334.500 1.334.500 -        | - - -
3.20           | 719.782   | 313.369 733.569 299.582      | 225.182 475.182 49.582
totaal         | 3.665.827 | 7.146.442 9.565.928 1.246.341 | 2.781.582 2.599.258 1.428.665
)";

// The only printed figures that the projects do not add up to: SROI (3.2) goes on with 5.000 of baten and lasten in
// 2026, 2027 and 2028, which tables 3 and 4 do not count.
const std::set<std::string> sroi_is_missing = {"3.2", "van-werkloosheid-naar-werk", "totaal"};

std::int64_t sroi(const std::string& nr, const std::string& column) {
  const bool after_2025 = column != "2025.baten" && column != "2025.lasten" && column.starts_with("20");
  const bool is_flow = column.ends_with(".baten") || column.ends_with(".lasten");
  return after_2025 && is_flow && sroi_is_missing.contains(nr) ? 5'000 : 0;
}

// --- numbers as people and machines write them ----------------------------------------------------------------------

// "1.234", "-9.200", "-0", "-": whole euros; a dash is nothing.
std::int64_t printed_euros(std::string text) {
  if (text == "-") return 0;
  std::erase(text, '.');
  return std::stoll(text);
}

// "235907.34" as a document prints it: whole euros, half away from zero. Empty and PM count as nothing.
std::int64_t euros(const std::string& csv) {
  if (csv.empty() || csv == "PM") return 0;
  return in_units(read_number_amount(csv).amount.counted(), Money::of_euros(1));
}

// The figures of a csv table by row and column: at("3.18").at("2025.baten").
using Figures = std::map<std::string, std::map<std::string, std::string>>;

Figures table_figures(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "csv"});
  const Run run = run_saldo(arguments);
  REQUIRE(run.code == 0);
  const auto rows = read_csv(run.out);
  Figures figures;
  for (std::size_t r = 1; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[0].size(); ++c) figures[rows[r][0]][rows[0][c]] = rows[r].at(c);
  return figures;
}

const std::vector<std::string> as_printed = {"--without", "3.12-rodeloper", "--without", "3.16-pilot"};

Figures table_as_printed(const std::string& by) {
  std::vector<std::string> arguments = {"table", achterhoek(), "--by", by};
  arguments.insert(arguments.end(), as_printed.begin(), as_printed.end());
  return table_figures(arguments);
}

std::vector<std::string> columns(std::size_t count) {
  std::vector<std::string> keys = {"opening"};
  for (int year = 2025; keys.size() < count; ++year)
    for (const char* figure : {".baten", ".lasten", ".eindsaldo"}) keys.push_back(std::to_string(year) + figure);
  return keys;
}

// Every figure of a printed table, the known exceptions counted with.
std::size_t compare_with_print(const std::string& print, const Figures& figures) {
  std::size_t compared = 0;
  std::istringstream in(print);
  for (std::string line; std::getline(in, line);) {
    std::erase(line, '|');
    std::istringstream row(line);
    std::string nr;
    if (!(row >> nr)) continue;
    const std::vector<std::string> printed{std::istream_iterator<std::string>(row), {}};
    const std::vector<std::string> keys = columns(printed.size());
    for (std::size_t i = 0; i < printed.size(); ++i) {
      INFO(nr << " " << keys[i]);
      CHECK(euros(figures.at(nr).at(keys[i])) == printed_euros(printed[i]) + sroi(nr, keys[i]));
      ++compared;
    }
  }
  return compared;
}

}  // namespace

TEST_CASE("table 3 comes out as printed, but for the 5.000 of SROI after 2025") {
  CHECK(compare_with_print(table_3, table_as_printed("programmalijn")) == 5 * 13);
}

TEST_CASE("table 4 comes out as printed, but for the 5.000 of SROI in 2026") {
  const Figures figures = table_as_printed("project");
  CHECK(compare_with_print(table_4, figures) == 23 * 7);
  CHECK(figures.size() == 22 + 4 + 1);  // nothing else than its projects, the four lines and the total
}

TEST_CASE("without the two projects that table 3 forgets, the totals are those it prints") {
  const auto total = table_as_printed("programmalijn").at("totaal");
  CHECK(euros(total.at("opening")) == 3'665'827);
  CHECK(euros(total.at("2025.baten")) == 7'146'442);
  CHECK(euros(total.at("2025.lasten")) == 9'565'928);
  CHECK(euros(total.at("2025.eindsaldo")) == 1'246'341);
  CHECK(euros(total.at("2026.baten")) == 2'786'582);
  CHECK(euros(total.at("2026.lasten")) == 2'604'258);
  CHECK(euros(total.at("2026.eindsaldo")) == 1'428'665);
}

TEST_CASE("the true totals of 2025 count Rode loper 2.0 and the pilot snelle start, to the cent") {
  const auto total = table_figures({"table", achterhoek()}).at("totaal");
  CHECK(total.at("opening") == "3994687.00");
  CHECK(total.at("2025.baten") == "7171442.00");
  CHECK(total.at("2025.lasten") == "9801835.43");
  CHECK(total.at("2025.eindsaldo") == "1364293.57");
}

TEST_CASE(
    "of the printed totals, check on the real plan finds those the document itself contradicts, and nothing else") {
  const Run run = run_saldo({"check", achterhoek(), "--format", "json"});
  REQUIRE(run.code == 1);
  const auto document = nlohmann::json::parse(run.out);
  std::vector<std::string> found;
  for (const auto& row : document["tables"][0]["rows"]) {
    const auto& cells = row["cells"];
    if (cells["rule"] != "controle")
      continue;  // the others are in check_achterhoek_test.cpp and check_achterhoek2_test.cpp
    const auto message = cells["message"].get<std::string>();
    found.push_back(cells["rule"].get<std::string>() + ": " +
                    message.substr(0, std::min(message.find(" is "), message.find(" are "))));
  }
  const std::vector<std::string> expected = {
      // From 2026 on the lines differ by SROI; before, by the two projects that are in neither table. What they make of
      // the totals of the plan stands under them.
      "controle: baten 2026 of programmalijn van-werkloosheid-naar-werk",
      "controle: baten 2027 of programmalijn van-werkloosheid-naar-werk",
      "controle: baten 2028 of programmalijn van-werkloosheid-naar-werk",
      "controle: lasten 2026 of programmalijn van-werkloosheid-naar-werk",
      "controle: lasten 2027 of programmalijn van-werkloosheid-naar-werk",
      "controle: lasten 2028 of programmalijn van-werkloosheid-naar-werk",
      "controle: opening 2025 of programmalijn iedereen-doet-mee",
      "controle: baten 2025 of programmalijn iedereen-doet-mee",
      "controle: lasten 2025 of programmalijn iedereen-doet-mee",
      "controle: lasten 2026 of programmalijn iedereen-doet-mee",
      "controle: eindsaldo 2025 of programmalijn iedereen-doet-mee",
      // What the text says of two tables.
      "controle: eindsaldo 2025 of project 3.5",
      "controle: opening 2025 of project 3.7-pilot",
      "controle: baten 2025 of project 3.7-pilot",
      // And of two posts and a kop of 3.18.
      "controle: lasten 2025 of post 3.18/12",
      "controle: lasten 2026 of post 3.18/12",
      "controle: lasten 2027 of post 3.18/12",
      "controle: lasten 2028 of post 3.18/12",
      "controle: lasten 2025 of post 3.18/13",
      "controle: lasten 2025 of kop ‘Regionaal investeringsbudget’ (3.18)",
  };
  CHECK(found == expected);
}

// --- the 23 project tables of the document itself -------------------------------------------------------------------

namespace {

struct PrintedPost {
  std::string nr;
  std::string naam;
  std::vector<std::string> cells;  // baten and lasten per year: "", "PM", or euros as printed
};

struct PrintedProject {
  std::string naam;
  std::vector<int> years;
  std::vector<std::string> opening, saldo, eindsaldo;  // per year
  std::vector<std::string> total;                      // baten and lasten per year
  std::vector<PrintedPost> posts;
};

// The projects in the order of their tables in the document.
const std::vector<std::string> projects_in_print = {"3.1",        "3.2",
                                                    "3.3",        "3.4",
                                                    "3.5",        "3.7-fase2",
                                                    "3.7-fase1",  "3.7-pilot",
                                                    "3.8",        "3.9",
                                                    "3.10",       "3.11",
                                                    "3.12-zeg",   "3.12-rodeloper",
                                                    "3.13",       "3.14",
                                                    "3.15",       "3.16-actieplan",
                                                    "3.16-pilot", "3.17",
                                                    "3.18",       "3.19",
                                                    "3.20"};

std::vector<std::string> cut(const std::string& line, char separator) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, separator);) cells.push_back(cell);
  return cells;
}

std::string without_euro(std::string text) {
  const std::string sign = "€";
  for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign)) text.erase(at, sign.size());
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

// The amounts of a line in their order, whichever tab they ended up behind.
std::vector<std::string> amounts(const std::vector<std::string>& cells, std::size_t from) {
  std::vector<std::string> found;
  for (std::size_t i = from; i < cells.size(); ++i) {
    std::istringstream in(without_euro(cells[i]));
    for (std::string word; in >> word;) found.push_back(word);
  }
  return found;
}

void read_years(const std::vector<std::string>& cells, std::vector<int>& years) {
  for (const std::string& cell : cells) {
    const bool is_range = cell.size() == 9 && cell[4] == '-';
    if ((cell.size() != 4 && !is_range) || cell.find_first_not_of("0123456789-") != std::string::npos) continue;
    for (int year = std::stoi(cell); year <= (is_range ? std::stoi(cell.substr(5)) : std::stoi(cell)); ++year)
      years.push_back(year);
  }
}

PrintedPost read_post(std::vector<std::string> cells, std::size_t places) {
  if (cells[0].empty()) {  // the scan put nr and naam in one cell
    const std::size_t space = cells[1].find(' ');
    cells[0] = cells[1].substr(0, space);
    cells[1].erase(0, space + 1);
  }
  PrintedPost post{cells[0], cells[1], {}};
  bool torn = false;  // a euro sign that the scan tore from its amount
  for (std::size_t i = 2; i < cells.size(); ++i) torn = torn || cells[i] == "€";
  if (torn) post.cells = amounts(cells, 2);
  else
    for (std::size_t i = 2; i < cells.size(); ++i) post.cells.push_back(without_euro(cells[i]));
  post.cells.resize(places);
  return post;
}

bool has_nr(const std::vector<std::string>& cells) {
  const auto is_digit = [](const std::string& text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; };
  return cells.size() > 2 && (is_digit(cells[0]) || (cells[0].empty() && is_digit(cells[1])));
}

std::vector<PrintedProject> read_document(std::istream& in) {
  std::vector<PrintedProject> projects;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> cells = cut(line, '\t');
    if (line.starts_with("Project:")) {
      inside = true;
      projects.push_back({line, {}, {}, {}, {}, {}, {}});
    }
    if (!inside) continue;
    PrintedProject& project = projects.back();
    if (project.years.empty()) read_years(cells, project.years);
    else if (line.find("per 1 januari") != std::string::npos) project.opening = amounts(cells, 1);
    else if (line.starts_with("Totaal")) project.total = amounts(cells, 1);
    else if (line.find("Saldo begrote") != std::string::npos)
      project.saldo = amounts(cells, line.starts_with("\t") ? 2 : 1);
    else if (line.find("per 31 december") != std::string::npos) {
      project.eindsaldo = amounts(cells, line.starts_with("\t") ? 2 : 1);
      inside = false;
    } else if (has_nr(cells)) project.posts.push_back(read_post(cells, 2 * project.years.size()));
  }
  return projects;
}

// SROI has one printed column for 2025 to 2028.
void repeat_per_year(std::vector<std::string>& printed, std::size_t wanted) {
  const std::vector<std::string> once = printed;
  while (printed.size() < wanted && !once.empty() && wanted % once.size() == 0)
    printed.insert(printed.end(), once.begin(), once.end());
}

class ProjectCsv {
 public:
  explicit ProjectCsv(const std::string& nr) {
    const Run run = run_saldo({"project", achterhoek(), nr, "--format", "csv"});
    REQUIRE(run.code == 0);
    rows_ = read_csv(run.out);
    const auto is_kop = [](const std::vector<std::string>& row) { return row[0].empty(); };
    rows_.erase(std::remove_if(rows_.begin() + 2, rows_.end() - 3, is_kop), rows_.end() - 3);
  }
  std::size_t posts() const { return rows_.size() - 5; }  // without keys, opening, totaal, saldo and eindsaldo
  std::size_t years() const { return (rows_[0].size() - 2) / 5; }
  const std::string& nr(std::size_t post) const { return rows_[2 + post][0]; }
  const std::string& naam(std::size_t post) const { return rows_[2 + post][1]; }
  const std::string& post(std::size_t post, int year, const std::string& figure) const {
    return at(2 + post, year, figure);
  }
  const std::string& opening(int year) const { return at(1, year, "opening"); }
  const std::string& total(int year, const std::string& figure) const { return at(2 + posts(), year, figure); }
  const std::string& saldo(int year) const { return at(3 + posts(), year, "saldo"); }
  const std::string& eindsaldo(int year) const { return at(4 + posts(), year, "eindsaldo"); }

 private:
  const std::string& at(std::size_t row, int year, const std::string& figure) const {
    const std::string key = std::to_string(year) + '.' + figure;
    for (std::size_t c = 0; c < rows_[0].size(); ++c)
      if (rows_[0][c] == key) return rows_[row].at(c);
    throw std::runtime_error("no column " + key);
  }
  std::vector<std::vector<std::string>> rows_;
};

// An empty cell stays empty and PM stays PM; a dash is only printed where something adds up to nothing.
void check_cell(const std::string& printed, const std::string& csv) {
  if (printed.empty() || printed == "PM") CHECK(csv == printed);
  else if (printed == "-") CHECK(euros(csv) == 0);
  else {
    CHECK(csv != "");
    CHECK(euros(csv) == printed_euros(printed));
  }
}

std::size_t compare_project(PrintedProject printed, const std::string& nr) {
  const std::size_t years = printed.years.size();
  for (auto* row : {&printed.opening, &printed.saldo, &printed.eindsaldo}) repeat_per_year(*row, years);
  repeat_per_year(printed.total, 2 * years);
  const ProjectCsv csv(nr);
  REQUIRE(csv.years() == years);
  REQUIRE(csv.posts() == printed.posts.size());
  REQUIRE(printed.opening.size() == years);
  REQUIRE(printed.saldo.size() == years);
  REQUIRE(printed.eindsaldo.size() == years);
  REQUIRE(printed.total.size() == 2 * years);
  std::size_t compared = 0;
  for (std::size_t y = 0; y < years; ++y) {
    const int year = printed.years[y];
    INFO(nr << " in " << year);
    check_cell(printed.opening[y], csv.opening(year));
    check_cell(printed.total[2 * y], csv.total(year, "baten"));
    check_cell(printed.total[2 * y + 1], csv.total(year, "lasten"));
    check_cell(printed.saldo[y], csv.saldo(year));
    check_cell(printed.eindsaldo[y], csv.eindsaldo(year));
    compared += 5;
    for (std::size_t p = 0; p < printed.posts.size(); ++p) {
      INFO("post " << printed.posts[p].nr << " " << printed.posts[p].naam);
      std::vector<std::string> cells = printed.posts[p].cells;
      const std::size_t at = nr == "3.2" ? 0 : 2 * y;  // one column for every year
      check_cell(cells[at], csv.post(p, year, "baten"));
      check_cell(cells[at + 1], csv.post(p, year, "lasten"));
      compared += 2;
    }
  }
  for (std::size_t p = 0; p < printed.posts.size(); ++p) {
    INFO(nr);
    CHECK(csv.naam(p) == printed.posts[p].naam);
    if (csv.nr(p) != "2b") CHECK(csv.nr(p) == printed.posts[p].nr);  // 3.7-fase2 prints number 2 twice
  }
  return compared;
}

}  // namespace

TEST_CASE("every figure of the 23 project tables comes out as printed") {
  std::ifstream document(SALDO_SHARED_DIR "/seeds/003_a30b96b420a23dd5.txt");
  if (!document) SKIP("the printed document is not here");
  const std::vector<PrintedProject> printed = read_document(document);
  REQUIRE(printed.size() == projects_in_print.size());
  std::size_t compared = 0;
  for (std::size_t i = 0; i < printed.size(); ++i) compared += compare_project(printed[i], projects_in_print[i]);
  CHECK(compared == 719);
}
