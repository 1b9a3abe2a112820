// Fifty years of one plan: every year something is decided, something else is tried, and the year is closed with what was
// booked. What must hold at each close holds at all of them.
#include <filesystem>
#include <fstream>
#include <random>

#include "support/catch.h"
#include "support/small_plan.h"

namespace {

const std::string plan_of_fifty_years =
    "[plan]\nnaam = \"Vijftig jaar\"\neerste_jaar = 2025\nlaatste_jaar = 2074\ninvesteringsbudget = \"3\"\n"
    "afronding = 100\n[index]\nloon = 2.5\n" +
    line("a") + line("b") + project("1", "budget = 40_000\ndubbeling_met = [\"2\"]") +
    "[[project.post]]\nnr = 1\nnaam = \"Bijdragen\"\nindex = \"loon\"\nbaten = { 2025 = 90_000 }\n"
    "[[project.post]]\nnr = 2\nnaam = \"Adviseurs\"\nindex = \"loon\"\nlasten = { 2025 = 60_000 }\n"
    "[[project.post]]\nnr = 3\nnaam = \"Naar het centrum\"\nnaar = \"2\"\nlasten = { 2025 = 20_000 }\nindex = "
    "\"loon\"\n" +
    project("2", "budget = 5_000\ndubbeling_met = [\"1\"]", "b") +
    "[[project.post]]\nnr = 1\nnaam = \"Van de dienst\"\nvan = \"1\"\nbaten = { 2025 = 20_000 }\nindex = \"loon\"\n"
    "[[project.post]]\nnr = 2\nnaam = \"Huur\"\nindex = \"loon\"\nlasten = { 2025 = 18_000 }\n" +
    project("3", "budget = 100_000", "b") +
    "[[project.post]]\nnr = 1\nnaam = \"Rijk\"\nbaten = { 2025 = 30_000 }\nindex = \"loon\"\n"
    "[[project.post]]\nnr = 2\nnaam = \"Projecten\"\nlasten = { 2025 = 25_000 }\nindex = \"loon\"\n";

std::string cell(const Run& run, std::size_t row, std::size_t column) {
  const auto rows = read_csv(run.out);
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : "";
}

class Simulator {
 public:
  Simulator() : folder_({{"plan/plan.toml", plan_of_fifty_years}, {"wat-als.toml", ""}}), random_(12) {}

  void live(int year) {
    INFO(year);
    decide(year);
    try_out(year);
    close(year);
  }

 private:
  // A begrotingswijziging of the year itself.
  void decide(int year) {
    std::ofstream(folder_.file("plan/besluiten.toml"), std::ios::app)
        << "[[begrotingswijziging]]\nnr = \"" << year << "\"\ndatum = " << year << "-06-01\n"
        << "[[begrotingswijziging.wijziging]]\nproject = \"3\"\npost = 2\nlasten = { " << year << " = " << amount()
        << " }\n";
  }

  // A scenario of the year after leaves the closed years alone.
  void try_out(int year) {
    if (year == 2074) return;
    std::ofstream(folder_.file("wat-als.toml"))
        << "[scenario]\nnaam = \"wat als\"\n[[wijziging]]\nproject = \"1\"\npost = 2\nlasten = { " << year + 1 << " = "
        << amount() << " }\n";
    const Run run = run_saldo({"table", plan(), "--scenario", folder_.file("wat-als.toml"), "--format", "csv"});
    INFO(run.err);
    CHECK(run.code == 0);
  }

  void close(int year) {
    std::ofstream(folder_.file("geboekt.csv"))
        << "project,post,jaar,baten,lasten\n1,1," << year << "," << amount() << ",\n1,2," << year << ",," << amount()
        << "\n1,3," << year << ",,20000.00\n2,1," << year << ",20000.00,\n2,2," << year << ",," << amount() << "\n3,1,"
        << year << "," << amount() << ",\n3,2," << year << ",," << amount() << "\n";
    const Run written = close(year, {"--table", "aansluiting", "--write"});
    INFO(written.err);
    REQUIRE(written.code == 0);
    CHECK(cell(written, 5, 1) == cell(written, 8, 1));  // what had to be accounted for, and what was
    CHECK(cell(written, 1, 1) == eindsaldi_);           // the year begins with what the last one ended with
    eindsaldi_ = cell(written, 6, 1);
    const std::string record = read_text(record_of(year));
    CHECK(has(close(year, {"--table", "aansluiting", "--write"}).err, "nothing differs"));
    CHECK(read_text(record_of(year)) == record);
    CHECK(close(year, {"--table", "aansluiting", "--check"}).code == 0);
  }

  Run close(int year, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{
        "close", plan(), std::to_string(year), "--actuals", folder_.file("geboekt.csv"), "--format", "csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_saldo(arguments);
  }

  std::string amount() {
    const auto cents = static_cast<unsigned>(std::uniform_int_distribution<int>(0, 12'000'000)(random_));
    return std::to_string(cents / 100) + "." + std::to_string(cents % 100 + 100).substr(1);
  }
  std::string plan() const { return folder_.file("plan"); }
  std::string record_of(int year) const { return folder_.file("plan/afsluitingen/" + std::to_string(year) + ".toml"); }

  TempPlan folder_;
  std::mt19937 random_;
  std::string eindsaldi_ = "145000.00";
};

}  // namespace

TEST_CASE("fifty years are planned, changed, tried and closed, and nothing is lost in any of them") {
  Simulator simulator;
  for (int year = 2025; year <= 2074; ++year) simulator.live(year);
}
