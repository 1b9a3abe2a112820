// saldo close: from a file of bookings to a record of the year, kept whole or not at all.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/small_plan.h"

namespace fs = std::filesystem;

namespace {

const std::string heading = "project,post,jaar,baten,lasten,toelichting\n";

// A plan of 2025 to 2028 in a folder, and two files with what was booked.
struct Place {
  Place()
      : folder(
            {{"plan/plan.toml", head() + line("a")},
             {"plan/1.toml", project("1", "budget = 1_000") + post("baten = { 2025 = 500, 2026 = 500 }\n", "Bijdrage") +
                                 post("lasten = { 2025 = 300, 2026 = 300 }\n", "Advies")},
             {"a.csv", heading + "1,1,2025,480.00,,\n1,2,2025,,290.50,\n"},
             {"b.csv", heading + "1,1,2025,470.00,,\n1,2,2025,,290.50,\n"},
             {"c.csv", heading + "1,1,2026,470.00,,\n1,2,2026,,290.50,\n"}}) {}

  Run close(const std::vector<std::string>& more, const std::string& year = "2025") const {
    std::vector<std::string> arguments{"close", file("plan"), year};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_saldo(arguments);
  }
  std::string file(const std::string& name) const { return folder.file(name); }
  std::string record(const std::string& year = "2025") const {
    return read_text(file("plan/afsluitingen/" + year + ".toml"));
  }
  // Keeps a.csv as it is, adopted.
  void adopt() const {
    const Run run =
        close({"--actuals", file("a.csv"), "--vastgesteld", "--besluit", "raad", "--datum", "2026-06-18", "--write"});
    INFO(run.err);
    REQUIRE(run.code == 0);
    REQUIRE(has(record(), "vastgesteld"));
  }
  TempPlan folder;
};

std::string figure(const Run& run, const std::string& row, std::size_t column) {
  for (const auto& cells : read_csv(run.out))
    for (const std::string& cell : cells)
      if (cell == row) return cells.at(column);
  return "";
}

}  // namespace

TEST_CASE("a close shows what a year came to, and writes nothing until it is told to") {
  const Place place;
  const Run run = place.close({"--actuals", place.file("a.csv")});
  INFO(run.err);
  CHECK(run.code == 0);
  std::size_t at = 0;
  for (const char* title : {"Rekening 2025", "Rechtmatigheid", "Overdrachten 2025", "Voorschotten", "Restanten",
                            "Waar de bedragen vandaan komen", "Aansluiting 2025", "Gevolgen"}) {
    INFO(title);
    const std::size_t found = run.out.find(title, at);
    CHECK(found != std::string::npos);
    if (found != std::string::npos) at = found;
  }
  CHECK(has(run.err, "nothing was written"));
  CHECK_FALSE(fs::exists(place.file("plan/afsluitingen")));
}

TEST_CASE("the same bookings twice write no byte") {
  const Place place;
  const std::vector<std::string> write{"--actuals", place.file("a.csv"), "--write"};
  CHECK(place.close(write).code == 0);
  const std::string first = place.record();
  CHECK(has(first, "lasten = 290.50"));
  CHECK(has(first, "eindsaldo = 1_189.50"));
  const auto written = fs::last_write_time(place.file("plan/afsluitingen/2025.toml"));
  const Run again = place.close(write);
  CHECK(again.code == 0);
  CHECK(has(again.err, "closed already, and nothing differs"));
  CHECK(place.record() == first);
  CHECK(fs::last_write_time(place.file("plan/afsluitingen/2025.toml")) == written);
}

TEST_CASE("the years after a closed one begin with what it came to") {
  const Place place;
  place.close({"--actuals", place.file("a.csv"), "--write"});
  const Run run = run_saldo({"project", place.file("plan"), "1", "--format", "csv"});
  CHECK(has(run.out, "1389.50"));  // 1.189,50 + 500 - 300
  const Run effect = place.close({"--actuals", place.file("a.csv"), "--table", "gevolgen", "--format", "csv"});
  CHECK(figure(effect, "1", 2) == "1200.00");
  CHECK(figure(effect, "1", 3) == "1189.50");
  CHECK(figure(effect, "1", 5) == "1389.50");
}

TEST_CASE("a provisional record is replaced, with what differs told first") {
  const Place place;
  place.close({"--actuals", place.file("a.csv"), "--write"});
  const Run run =
      place.close({"--actuals", place.file("b.csv"), "--table", "verschillen", "--format", "csv", "--write"});
  CHECK(run.code == 0);
  CHECK(figure(run, "1", 5) == "-10.00");
  CHECK(has(place.record(), "baten = 470"));
}

TEST_CASE("an adopted record is only corrected or opened again") {
  const Place place;
  place.adopt();
  const std::string adopted = place.record();
  const Run refused = place.close({"--actuals", place.file("b.csv"), "--write"});
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "--correctie 2026"));
  CHECK(has(refused.err, "--heropen"));
  CHECK(place.record() == adopted);

  SECTION("corrected") {
    CHECK(place.close({"--actuals", place.file("b.csv"), "--correctie", "2026", "--write"}).code == 0);
    CHECK(has(place.record(), "baten = 480"));
    CHECK(has(place.record(), "bedrag = -10"));
    CHECK(has(run_saldo({"check", place.file("plan")}).err + run_saldo({"check", place.file("plan")}).out,
              "[afsluiting-correctie]"));
    const Run again = place.close({"--actuals", place.file("b.csv"), "--write"});
    CHECK(again.code == 0);
    CHECK(has(again.err, "nothing differs"));
  }
  SECTION("opened again") {
    CHECK(place.close({"--actuals", place.file("b.csv"), "--heropen", "Controle", "--write"}).code == 2);
    CHECK(place.record() == adopted);
    CHECK(place.close({"--actuals", place.file("b.csv"), "--heropen", "Controle", "--datum", "2026-10-01", "--write"})
              .code == 0);
    CHECK(has(place.record(), "baten = 470"));
    CHECK(has(place.record(), "reden = \"Controle\""));
    CHECK(has(place.record(), "eindsaldo = 1_189.50"));
    CHECK(has(place.record(), "voorlopig"));
  }
  SECTION("not while a later year is closed") {
    CHECK(place.close({"--actuals", place.file("c.csv"), "--write"}, "2026").code == 0);
    const Run run =
        place.close({"--actuals", place.file("b.csv"), "--heropen", "Controle", "--datum", "2026-10-01", "--write"});
    CHECK(run.code == 2);
    CHECK(has(run.err, "begin with the last"));
    CHECK(place.record() == adopted);
  }
}

TEST_CASE("close, open again and close give the same bytes but for the reason") {
  const Place place;
  place.adopt();
  const std::string first = place.record();
  const std::vector<std::string> again{"--actuals", place.file("a.csv"), "--heropen", "Vraag",
                                       "--datum",   "2026-10-01",        "--write"};
  REQUIRE(place.close(again).code == 0);
  REQUIRE(place.close({"--vastgesteld", "--besluit", "raad", "--datum", "2026-06-18", "--write"}).code == 0);
  std::string second = place.record();
  const std::size_t from = second.find("\n[[afsluiting.heropend]]");
  REQUIRE(from != std::string::npos);
  second.erase(from, second.find("\n\n", from) + 1 - from);
  CHECK(second == first);
}

TEST_CASE("years are closed one after the other") {
  const Place place;
  const Run run = place.close({"--actuals", place.file("c.csv"), "--write"}, "2026");
  CHECK(run.code == 2);
  CHECK(has(run.err, "[afsluiting-volgorde]"));
  CHECK_FALSE(fs::exists(place.file("plan/afsluitingen/2026.toml")));
  CHECK(place.close({}, "2031").code == 2);
  CHECK(has(place.close({}, "2024").err, "in columns project, jaar and eindsaldo"));
  const Run nothing = place.close({});
  CHECK(nothing.code == 2);
  CHECK(has(nothing.err, "--actuals"));
}

TEST_CASE("a job can ask whether a year is closed, and whether that still holds") {
  const Place place;
  CHECK(place.close({"--check"}).code == 2);
  CHECK(place.close({"--actuals", place.file("a.csv"), "--check"}).code == 1);
  place.adopt();
  CHECK(place.close({"--check"}).code == 0);
  CHECK(place.close({"--actuals", place.file("a.csv"), "--check"}).code == 0);
  const Run other = place.close({"--actuals", place.file("b.csv"), "--check"});
  CHECK(other.code == 1);
  CHECK(has(other.err, "is not the file that 2025 was closed with"));
  std::ofstream(place.file("plan/2.toml")) << project("2") << post("lasten = { 2025 = 7 }\n", "Vergeten");
  CHECK(place.close({"--check"}).code == 1);  // budgeted, and never looked up
}

TEST_CASE("a year that does not add up is kept while it is provisional, and not adopted") {
  const Place place;
  std::ofstream(place.file("plan/2.toml")) << project("2") + sends("1", "2025 = 40");
  std::ofstream(place.file("d.csv")) << heading << "1,1,2025,480,,\n1,2,2025,,290.50,\n2,1,2025,,40,\n";
  const Run adopted = place.close(
      {"--actuals", place.file("d.csv"), "--vastgesteld", "--besluit", "raad", "--datum", "2026-06-18", "--write"});
  CHECK(adopted.code == 1);
  CHECK(has(adopted.err, "[afsluiting-aansluiting]"));
  CHECK(place.record().empty());
  CHECK(place.close({"--actuals", place.file("d.csv"), "--write"}).code == 0);
  CHECK(has(place.record(), "voorlopig"));
}

TEST_CASE("nothing is written through a link, over a file of another, or beside a plan of one file") {
  const Place place;
  const std::vector<std::string> write{"--actuals", place.file("a.csv"), "--write"};
  SECTION("a folder that is a link") {
    fs::create_directory(place.file("elders"));
    fs::create_directory_symlink(place.file("elders"), place.file("plan/afsluitingen"));
    CHECK(place.close(write).code == 2);
    CHECK(fs::is_empty(place.file("elders")));
  }
  SECTION("a file that is a link") {
    fs::create_directory(place.file("plan/afsluitingen"));
    fs::create_symlink(place.file("plan/1.toml"), place.file("plan/afsluitingen/2025.toml"));
    const std::string before = read_text(place.file("plan/1.toml"));
    CHECK(place.close(write).code == 2);
    CHECK(read_text(place.file("plan/1.toml")) == before);
  }
  SECTION("a record that stands elsewhere") {
    std::ofstream(place.file("plan/jaar.toml")) << "[[afsluiting]]\njaar = 2025\nstand = \"voorlopig\"\n";
    const Run run = place.close(write);
    CHECK(run.code == 2);
    CHECK(has(run.err, "jaar.toml"));
    CHECK(place.record().empty());
  }
  SECTION("a plan of one file") {
    std::ofstream(place.file("alles.toml"))
        << read_text(place.file("plan/plan.toml")) << read_text(place.file("plan/1.toml"));
    const Run run = run_saldo({"close", place.file("alles.toml"), "2025", "--actuals", place.file("a.csv"), "--write",
                               "--table", "aansluiting"});
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(has(run.out, "[[afsluiting]]"));
    std::ofstream(place.file("alles.toml"), std::ios::app) << run.out.substr(run.out.find("# Wat over"));
    CHECK(run_saldo({"check", place.file("alles.toml")}).code == 0);
  }
}

TEST_CASE("of two at once, one is refused and says so") {
  const Place place;
  const int other = ::open(place.file("plan").c_str(), O_RDONLY | O_DIRECTORY);
  REQUIRE(::flock(other, LOCK_EX) == 0);
  const Run run = place.close({"--actuals", place.file("a.csv"), "--write"});
  CHECK(run.code == 2);
  CHECK(has(run.err, "another `saldo close`"));
  ::close(other);
  CHECK(place.close({"--actuals", place.file("a.csv"), "--write"}).code == 0);
}

TEST_CASE("the year before the plan is closed by what its projects ended with") {
  const Place place;
  fs::create_directory(place.file("plan/afsluitingen"));
  std::ofstream(place.file("plan/afsluitingen/2024.toml"))
      << "[[afsluiting]]\njaar = 2024\nstand = \"voorlopig\"\n[[afsluiting.project]]\nnr = \"1\"\neindsaldo = 950.25\n";
  const Run run = place.close({"--table", "openingen", "--format", "csv"}, "2024");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(figure(run, "1", 3) == "950.25");
  CHECK(figure(run, "1", 4) == "-49.75");
  CHECK(place.close({"--vastgesteld", "--besluit", "raad", "--datum", "2025-06-18", "--write"}, "2024").code == 0);
  CHECK(has(place.record("2024"), "eindsaldo = 950.25"));
}

TEST_CASE("a year that goes on shows how far its budget is used, and is kept beside the others") {
  const Place place;
  std::ofstream(place.file("juni.csv"))
      << "project,post,jaar,baten,lasten,verplichting\n1,1,2025,200,,\n1,2,2025,,180,90\n";
  const std::vector<std::string> june{"--actuals", place.file("juni.csv"), "--peildatum", "2025-06-30",
                                      "--table",   "uitputting",           "--format",    "csv"};
  const Run shown = place.close(june);
  INFO(shown.err);
  CHECK(shown.code == 0);
  CHECK(has(shown.out, "1,2,Advies,lasten,300.00,180.00,90.00,30.00,90.0,300.00,,"));
  CHECK_FALSE(fs::exists(place.file("plan/afsluitingen")));
  std::vector<std::string> write = june;
  write.push_back("--write");
  CHECK(place.close(write).code == 0);
  CHECK(has(read_text(place.file("plan/afsluitingen/2025-06-30.toml")), "stand = \"tussentijds\""));
  CHECK(has(place.close(write).err, "has this already"));
  CHECK(has(place.close({"--table", "uitputting"}).out, "Uitputting 2025 tot en met 2025-06-30"));
  CHECK(place.close({"--actuals", place.file("a.csv"), "--write"}).code == 0);  // and then the year is closed
  CHECK(has(place.close({}).out, "Rekening 2025"));
}

TEST_CASE("what was not spent is proposed as a scenario that can be tried") {
  const Place place;
  std::ofstream(place.file("plan/jaareinde.toml")) << "[jaareinde]\noverheveling = { minimaal = 5 }\n";
  const std::string scenario = place.file("over.toml");
  const Run run = place.close({"--actuals", place.file("a.csv"), "--write", "--overheveling", scenario});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(has(read_text(scenario), "plus = { 2026 = 9.50 }"));
  const Run tried = run_saldo({"project", place.file("plan"), "1", "--scenario", scenario, "--format", "csv"});
  CHECK(has(tried.out, "1380.00"));
}

TEST_CASE("the real plan closes with what case 1 of the design booked") {
  TempPlan copy(std::map<std::string, std::string>{{"a.csv", ""}});
  fs::copy(achterhoek(), copy.folder / "plan", fs::copy_options::recursive);
  const Run tidy = run_saldo({"table", achterhoek(), "--tidy", "--years", "2025", "--format", "csv"});
  const std::map<std::string, std::string> booked = {
      {"2", "158112.40"}, {"3", "139212.45"}, {"4", "104500.00"}, {"5", "61233.18"},  {"6", "14870.00"},
      {"7", "5000.00"},   {"8", "49000.00"},  {"9", "135000.00"}, {"10", "22150.75"}, {"11", "5000.00"},
      {"12", "0.00"},     {"13", "41871.00"}, {"14", "148892.00"}};
  std::ofstream csv(copy.file("a.csv"));
  for (const auto& row : read_csv(tidy.out)) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool is_booked = c == 6 && row[1] == "3.18" && booked.contains(row[2]);
      line += (c == 0 ? "\"" : ",\"") + (is_booked ? booked.at(row[2]) : row[c]) + "\"";
    }
    csv << line << "\n";
  }
  csv.close();
  const Run rib = run_saldo({"close", copy.file("plan"), "2025", "--actuals", copy.file("a.csv"), "--write", "--table",
                             "investeringsbudget", "--format", "csv"});
  INFO(rib.err);
  CHECK(rib.code == 0);
  CHECK(figure(rib, "Stand 31 december", 2) == "498866.00");
  CHECK(figure(rib, "Stand 31 december", 3) == "586937.22");
  CHECK(figure(rib, "Stand 31 december", 4) == "88071.22");
  const Run carryover = run_saldo({"carryover", copy.file("plan"), "--table", "investeringsbudget", "--format", "csv"});
  CHECK(figure(carryover, "Stand 31 december", 5) == "1436886.22");
  // Case 14: what was left of 3.18/10, which follows its index, in 2026 as well.
  std::ofstream(copy.file("over.toml")) << "[scenario]\nnaam = \"Over\"\n[[wijziging]]\nproject = \"3.18\"\npost = "
                                           "10\nplus = { 2026 = 14_149.25 }\noverheveling = 2025\n";
  const Run over = run_saldo({"carryover", copy.file("plan"), "--scenario", copy.file("over.toml"), "--table",
                              "investeringsbudget", "--format", "csv"});
  CHECK(figure(over, "Stand 31 december", 3) == "1736736.97");
  CHECK(figure(over, "Stand 31 december", 5) == "1422736.97");
  const Run adopted = run_saldo({"close", copy.file("plan"), "2025", "--vastgesteld", "--besluit", "raad", "--datum",
                                 "2026-06-18", "--write", "--table", "aansluiting"});
  CHECK(adopted.code == 1);
  CHECK(has(adopted.err, "624.985 from 3.1 to 3.18"));
  CHECK(has(adopted.err, "16.498 from 3.3 to 3.18"));
  const Run next =
      run_saldo({"close", copy.file("plan"), "2025", "--next", copy.file("2026"), "--table", "aansluiting"});
  INFO(next.err);
  CHECK(next.code == 0);
  CHECK(figure(run_saldo({"carryover", copy.file("2026"), "--table", "investeringsbudget", "--format", "csv"}),
               "Stand 31 december", 4) == "1436886.22");
}

TEST_CASE("a close that is killed at any moment leaves the old record or the new one, whole") {
  const Place place;
  REQUIRE(place.close({"--actuals", place.file("a.csv"), "--write"}).code == 0);
  const std::string old_one = place.record();
  REQUIRE(place.close({"--actuals", place.file("b.csv"), "--write"}).code == 0);
  const std::string new_one = place.record();
  for (int moment = 0; moment < 40; ++moment) {
    std::ofstream(place.file("plan/afsluitingen/2025.toml")) << old_one;
    shell_prints("'" + saldo_program() + "' close '" + place.file("plan") + "' 2025 --actuals '" + place.file("b.csv") +
                 "' --write >/dev/null 2>&1 & p=$!; sleep 0.0" + (moment < 10 ? "0" : "") + std::to_string(moment) +
                 "; kill -9 $p; wait $p");
    const std::string now = place.record();
    CHECK((now == old_one || now == new_one));
    CHECK(run_saldo({"check", place.file("plan")}).code == 0);  // and what a killed run left behind hinders nobody
  }
}
