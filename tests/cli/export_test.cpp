// saldo export: what is written where, what is refused, and that nothing of anybody else is written over.
#include "support/export.h"

#include <filesystem>
#include <fstream>
#include <set>

#include "intake/workbook/zip.h"
#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

namespace fs = std::filesystem;

const std::string small = R"([plan]
naam = "Klein"
eerste_jaar = 2025
laatste_jaar = 2026

[index]
loon = 5.0

[[programmalijn]]
id = "werk"
naam = "Werk"

[[project]]
nr = "3.10"
naam = "Een, twee"
programmalijn = "werk"
budget = 100
kenmerken = { financier = "Provincie" }

[[project.post]]
naam = "Lonen"
lasten = { 2025 = 1_000 }
index = "loon"

[[project.post]]
naam = "Toeslag"
lasten = { percentage = 10, over = 1 }

[[project.post]]
naam = "Subsidie"
baten = { 2025 = "PM", 2026 = "sluitpost" }
)";

struct Small {
  Small() : plan({{"klein.toml", small}}) {}
  std::string file(const std::string& name) const { return plan.file(name); }
  Run run(std::vector<std::string> more) const {
    more.insert(more.begin(), {"export", file("klein.toml")});
    return run_saldo(more);
  }
  TempPlan plan;
};

std::map<std::string, std::string> bytes_in(const fs::path& folder) {
  std::map<std::string, std::string> all;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) all[entry.path().lexically_relative(folder).string()] = read_text(entry.path());
  return all;
}

std::string swapped(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

const std::string key = "klein,klein,1,realisatie,\"\",";

}  // namespace

TEST_CASE("a lake has a folder for each plan, and each amount its origin and the line it stands on") {
  const Small one;
  const Run run = one.run({"-o", one.file("lake"), "--to", "csv"});
  CHECK(run.err == "");
  CHECK(run.out == "written to " + one.file("lake") + "\n");
  const std::string folder = one.file("lake/klein/2025/klein/1-realisatie/");
  CHECK(read_text(folder + "bedrag.csv") ==
        "organisatie,plan,versie,stand,variant,project,post,jaar,kant,bedrag,pm,mutatie,herkomst,bestand,regel\n" +
            key + "3.10,1,2025,lasten,1000.00,false,false,geschreven,klein.toml,22\n" + key +
            "3.10,1,2026,lasten,1050.00,false,false,index,klein.toml,23\n" + key +
            "3.10,2,2025,lasten,100.00,false,false,percentage,klein.toml,27\n" + key +
            "3.10,2,2026,lasten,105.00,false,false,percentage,klein.toml,27\n" + key +
            "3.10,3,2025,baten,,true,false,geschreven,klein.toml,31\n" + key +
            "3.10,3,2026,baten,2155.00,false,false,sluitpost,klein.toml,31\n");
  CHECK(has(read_text(folder + "stand.csv"), key + "project,3.10,2025,100.00,,true,1100.00,false,,,-1000.00\n"));
  CHECK(has(read_text(folder + "stand.csv"), key + "plan,\"\",2026,-1000.00,2155.00,false,1155.00,false,,,0.00\n"));
  CHECK(has(read_text(folder + "kenmerk.csv"), key + "3.10,3,financier,Provincie\n"));
  CHECK(has(read_text(folder + "post.csv"), key + "3.10,1,1,Lonen,,loon,,,,false\n"));
  CHECK(has(read_text(folder + "project.csv"), key + "3.10,\"Een, twee\",werk,project,,onbeslist\n"));
  CHECK(has(read_text(folder + "controlesom.csv"), key + "bedrag,2025,baten,1,0.00,1\n" + key +
                                                       "bedrag,2025,lasten,2,1100.00,0\n" + key +
                                                       "bedrag,2026,baten,1,2155.00,0\n"));
}

TEST_CASE("the same export twice is the same bytes, in every form, wherever the plan lies") {
  const Small one, other;
  for (const std::string form : {"csv", "datapackage", "duckdb", "clickhouse", "spark"}) {
    INFO(form);
    REQUIRE(one.run({"-o", one.file(form), "--to", form}).code == 0);
    const auto before = bytes_in(one.file(form));
    REQUIRE(one.run({"-o", one.file(form), "--to", form}).code == 0);
    REQUIRE(other.run({"-o", other.file(form), "--to", form}).code == 0);
    CHECK(bytes_in(one.file(form)) == before);
    CHECK(bytes_in(other.file(form)) == before);
  }
  for (const std::string name : {"a.sql", "a.sqlite", "a.db", "a.csv"}) {
    INFO(name);
    REQUIRE(one.run({"-o", one.file(name)}).code == 0);
    REQUIRE(other.run({"-o", other.file(name)}).code == 0);
    CHECK(read_text(one.file(name)).size() > 100);
    CHECK(read_text(one.file(name)) == read_text(other.file(name)));
  }
}

TEST_CASE("plans of several organisations, versions and standings stand beside each other in a lake") {
  const Small one;
  const std::string lake = one.file("lake"), plan = one.file("klein.toml");
  REQUIRE(run_saldo({"export", plan, SALDO_SOURCE_DIR "/examples/wijzigingen", "-o", lake, "--to", "duckdb",
                     "--organisation", "GM0363", "--organisation", "GM0014", "--standing", "beide"})
              .out == "4 plans written to " + lake + "\n");
  REQUIRE(
      one.run({"-o", lake, "--to", "duckdb", "--version", "v2", "--set", "3.10/1/2025=5", "--organisation", "GM0363"})
          .code == 0);
  std::set<std::string> folders;
  for (const auto& [name, bytes] : bytes_in(lake))
    if (name.ends_with("bedrag.csv")) folders.insert(fs::path(name).parent_path().string());
  CHECK(folders.size() == 5);
  CHECK(folders.contains("GM0363/2025/klein/1-primitief"));
  CHECK(folders.contains("GM0363/2025/klein/1-actueel"));
  CHECK(folders.contains("GM0014/2026/wijzigingen/1-actueel"));
  const auto variant = folders.lower_bound("GM0363/2025/klein/v2-realisatie-");
  REQUIRE(variant != folders.end());
  CHECK(has(read_text(lake + "/" + *variant + "/plan.csv"), "GM0363,klein,v2,realisatie,set 3.10/1/2025=5,Klein,"));
}

TEST_CASE("a folder of somebody else is left as it is, and so is an export of another form") {
  const Small one;
  fs::create_directories(one.file("lake"));
  REQUIRE(one.run({"-o", one.file("lake"), "--to", "csv"}).code == 0);  // an empty one may be filled
  const auto before = bytes_in(one.file("lake"));
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--to", "duckdb"}, {"--to", "csv", "--tables", "bedrag"}, {"--to", "datapackage"}}) {
    std::vector<std::string> words{"-o", one.file("lake")};
    words.insert(words.end(), more.begin(), more.end());
    const Run refused = one.run(words);
    CHECK(refused.code == 2);
    CHECK(has(refused.err, "is an export of another form, or with other tables: give another folder"));
    CHECK(bytes_in(one.file("lake")) == before);
  }
  const TempPlan mine({{"brief.txt", std::string("beste")}});
  const Run refused = one.run({"-o", mine.path(), "--to", "csv"});
  CHECK(refused.code == 2);
  CHECK(refused.err == "saldo: " + mine.path() + " is not empty and is no export of saldo: give another folder\n");
  CHECK(bytes_in(mine.path()) == std::map<std::string, std::string>{{"brief.txt", "beste"}});
  CHECK(has(one.run({"-o", mine.file("brief.txt"), "--to", "csv"}).err, "is not empty and is no export of saldo"));
  CHECK(has(one.run({"-o", mine.path(), "--to", "sqlite"}).err, "it is not a regular file"));
}

TEST_CASE("a file that no export has written is not written over, whatever the form") {
  const Small one;
  for (const std::string form : {"sqlite", "postgres", "sheet"}) {
    INFO(form);
    const Run refused = one.run({"-o", one.file("klein.toml"), "--to", form});
    CHECK(refused.code == 2);
    CHECK(refused.err == "saldo: " + one.file("klein.toml") + " is there and is no export of saldo to " + form +
                             ": give another name\n");
    CHECK(read_text(one.file("klein.toml")) == small);
    REQUIRE(one.run({"-o", one.file(form), "--to", form}).code == 0);
    CHECK(one.run({"-o", one.file(form), "--to", form}).code == 0);
  }
  CHECK(one.run({"-o", one.file("sheet"), "--to", "sqlite"}).code == 2);
}

TEST_CASE("an empty file, as a script may make for what is to come, is nobody's and is filled") {
  const Small one;
  for (const std::string form : {"sqlite", "postgres", "sheet"}) {
    INFO(form);
    std::ofstream(one.file(form)).close();
    const Run run = one.run({"-o", one.file(form), "--to", form});
    INFO(run.err);
    CHECK(run.code == 0);
    CHECK(fs::file_size(one.file(form)) > 100);
  }
}

TEST_CASE("an export that cannot be made leaves what was there, and says what is wrong") {
  const Small one;
  REQUIRE(one.run({"-o", one.file("a.sql")}).code == 0);
  const std::string before = read_text(one.file("a.sql"));
  const TempPlan wrong({{"plan.toml", std::string("[plan]\n")}});
  for (const std::string name : {"a.sql", "a.sqlite"}) {
    const Run run = run_saldo({"export", one.file("klein.toml"), wrong.path(), "-o", one.file(name)});
    CHECK(run.code == 2);
    CHECK(has(run.err, "[ontbrekende-sleutel]"));
  }
  CHECK(read_text(one.file("a.sql")) == before);
  CHECK_FALSE(fs::exists(one.file("a.sqlite")));
  CHECK(has(run_saldo({"export", one.file("klein.toml"), one.file("klein.toml"), "-o", one.file("a.sql")}).err,
            "klein is there twice: two plans of one organisation need names of their own"));
  std::size_t left = 0;
  for (const auto& [name, bytes] : bytes_in(one.plan.path())) left += name.starts_with('.') ? 1 : 0;
  CHECK(left == 0);
}

TEST_CASE("what is asked wrong is told all at once") {
  const Small one;
  CHECK(one.run({}).err == "saldo: -o is required: the file or folder to write\n");
  CHECK(
      one.run({"-o", "uit", "--version", "a/b", "--organisation", ".x"}).err ==
      "saldo: uit: say what comes out with --to, or end the name in .sqlite, .sql, .csv, .xlsx or .ods\n"
      "saldo: --organisation .x: give a name of at most 100 characters, without a slash, that does not begin with a "
      "dot\n"
      "saldo: --version a/b: give a name of at most 100 characters, without a slash, that does not begin with a dot\n");
  CHECK(has(one.run({"-o", "a.csv", "--standing", "beide", "--tables", "bedrag"}).err,
            "--to sheet is one plan of one standing"));
  CHECK(has(one.run({"-o", "a.sql", "--organisation", "a", "--organisation", "b"}).err,
            "--organisation is there 2 times for 1 plans: give it once, or once for each"));
}

// 10^16 euro is where DECIMAL(18,2) ends.
TEST_CASE("an amount that DECIMAL cannot hold is an error at its place, and the one before it is exported") {
  const auto exported = [&](const std::string& amounts) {
    const TempPlan plan({{"plan.toml",
                          "[plan]\nnaam = \"P\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n"
                          "[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n[[project]]\nnr = \"1\"\nnaam = \"A\"\n"
                          "programmalijn = \"a\"\n[[project.post]]\nnaam = \"B\"\n" +
                              amounts + "\n"}});
    return run_saldo({"export", plan.path(), "-o", plan.file("a.sqlite")});
  };
  CHECK(exported("lasten = { 2025 = 9_999_999_999_999_999.99 }").code == 0);
  for (const std::string side : {"lasten", "baten "}) {
    const Run refused = exported(side + " = { 2025 = 10_000_000_000_000_000 }");
    CHECK(refused.code == 2);
    CHECK(has(refused.err, "plan.toml:14:" + std::to_string(side.size() + 13) +
                               ": error: 10.000.000.000.000.000 euro goes into no DECIMAL(18,2)"));
  }
}

TEST_CASE("the sums of an export are those of the table, for any plan") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    RandomOptions options;
    options.any_transfers = seed % 2 == 0;
    const TempPlan plan({{"plan.toml", random_plan(seed, options).text()}});
    INFO(seed);
    REQUIRE(run_saldo({"export", plan.file("plan.toml"), "-o", plan.file("uit"), "--to", "datapackage"}).code == 0);
    std::string sums;
    for (const std::vector<std::string>& row : read_csv(read_text(plan.file("uit/controlesom.csv"))))
      if (row[5] == "bedrag") sums += row[6] + '|' + row[7] + '|' + row[8] + '|' + row[9] + '|' + row[10] + '\n';
    CHECK(sums == tidy_lines(plan.file("plan.toml")));
  }
}

TEST_CASE("a sheet has a row per post under its project, and an amount stays what it is") {
  const Small one;
  REQUIRE(one.run({"-o", one.file("a.csv")}).code == 0);
  CHECK(read_text(one.file("a.csv")) ==
        "soort,nr,naam,onder,opening 2025,lasten 2025,baten 2025,lasten 2026,baten 2026\r\n"
        "programmalijn,werk,Werk,,,,,,\r\n"
        "project,3.10,\"Een, twee\",,100.00,,,,\r\n"
        "post,1,Lonen,,,1000.00,,1050.00,\r\n"
        "post,2,Toeslag,,,100.00,,105.00,\r\n"
        "post,3,Subsidie,,,,PM,,2155.00\r\n");
}

TEST_CASE("a sheet keeps its headings and names in sight, and its columns are as wide as what stands in them") {
  const std::string name = "Beëindiging regeling ";
  const TempPlan plan(
      {{"plan.toml", swapped(swapped(small, "Een, twee", name + std::string(9, 'x')), "Provincie", "P")},
       {"lang.toml", swapped(small, "Een, twee", std::string(90, 'x'))}});
  const auto in_sheet = [&](const std::string& file, const std::string& part) {
    fs::remove(plan.file("a.ods"));
    REQUIRE(run_saldo({"export", plan.file(file), "-o", plan.file("a.ods")}).code == 0);
    const std::string bytes = read_text(plan.file("a.ods"));
    Findings findings;
    std::optional<Zip> zip = Zip::open(bytes, FileId{0}, findings);
    REQUIRE(zip);
    return zip->read(part, findings).value_or("");
  };
  const std::string settings = in_sheet("plan.toml", "settings.xml");
  for (const char* at :
       {"VerticalSplitPosition\" config:type=\"int\">1<", "HorizontalSplitPosition\" config:type=\"int\">3<"})
    CHECK(has(settings, at));
  const auto columns = [](const std::string& content) {
    std::string all;
    for (std::size_t at = content.find("<table:table-column "); at != content.npos;
         at = content.find("<table:table-column ", at + 1)) {
      const std::size_t begin = content.find("=\"", at) + 2;
      all += content.substr(begin, content.find('"', begin) - begin) + ' ';
    }
    return all;
  };
  // In millimetres: two of each character, with a blank behind the longest.
  CHECK(columns(in_sheet("plan.toml", "content.xml")) == "w30 w26 w64 w26 w26 w26 w26 w26 w26 ");
  CHECK(has(columns(in_sheet("lang.toml", "content.xml")), " w122 "));
}

TEST_CASE("the hash of an export is of all that was read for it, a scenario with it") {
  const std::string scenario = "[scenario]\nnaam = \"Hoger\"\n\n[[wijziging]]\nindex = \"loon\"\nplus = 1.0\n";
  const auto exported = [](const std::string& text) {
    const Small one;
    std::ofstream(one.file("hoger.toml")) << text;
    const Run run = one.run({"--scenario", one.file("hoger.toml"), "-o", one.file("a.sql")});
    INFO(run.err);
    CHECK(run.code == 0);
    return read_text(one.file("a.sql"));
  };
  const std::string first = exported(scenario), remark = exported(scenario + "# niets anders\n");
  CHECK(exported(scenario) == first);
  CHECK(first != remark);
  CHECK(first.size() == remark.size());  // but for the hash they are the same
}
