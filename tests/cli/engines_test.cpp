// The programs that an export is for read it as it is meant: saldo's own sums, 3.10 beside 3.1, PM as no amount, and names that
// hold what ends a field elsewhere. And what was changed on the way is not loaded.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/export.h"
#include "support/support.h"

namespace {

namespace fs = std::filesystem;

// The real plan and the awkward one in one export.
struct Exported {
  explicit Exported(const std::string& name, const std::vector<std::string>& more = {})
      : folder({{"lastig.toml", awkward_plan}}), path(folder.file(name)) {
    std::vector<std::string> words{"export", achterhoek(), folder.file("lastig.toml"), "-o", path};
    words.insert(words.end(), more.begin(), more.end());
    const Run run = run_saldo(words);
    INFO(run.err);
    REQUIRE(run.code == 0);
  }
  TempPlan folder;
  std::string path;
};

// One digit otherwise, in one amount.
void tamper(const fs::path& file, const std::string& was, const std::string& is) {
  std::string text = read_text(file);
  const std::size_t at = text.find(was);
  REQUIRE(at != std::string::npos);
  text.replace(at, was.size(), is);
  std::ofstream(file, std::ios::binary) << text;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

std::string sums_query(const std::string& schema, const std::string& plan, const std::string& pm = "pm") {
  return "SELECT jaar, kant, count(*), coalesce(sum(bedrag), 0.00), sum(CASE WHEN " + pm + " THEN 1 ELSE 0 END) FROM " +
         schema + "bedrag WHERE plan = '" + plan + "' GROUP BY jaar, kant ORDER BY jaar, kant";
}
std::string names_query(const std::string& schema) {
  return "SELECT project, nr, naam FROM " + schema + "post WHERE plan = 'lastig' ORDER BY project, nr";
}
const std::string real = "achterhoek-2025-2028";

std::string both_sums(const Exported& exported) {
  return tidy_lines(achterhoek()) + tidy_lines(exported.folder.file("lastig.toml"));
}

std::string in_postgres(const std::string& commands) {
  return shell_prints("'" SALDO_SOURCE_DIR "/tests/support/in_postgres' \"$(cat <<'SALDO_END'\n" + commands +
                      "\nSALDO_END\n)\"");
}

std::string ask_postgres(const std::string& query) { return "psql -qAtX <<'SQL_END'\n" + query + ";\nSQL_END\n"; }

}  // namespace

TEST_CASE("PostgreSQL loads an export with saldo's own sums, twice the same, and nothing of one that was changed") {
  const Exported exported("uit.sql");
  const std::string load = "psql -qX -f " + quoted(exported.path) + " && ";
  const std::string asked = ask_postgres(sums_query("saldo.", real)) + ask_postgres(sums_query("saldo.", "lastig")) +
                            ask_postgres(names_query("saldo.")) + ask_postgres("SELECT count(*) FROM saldo.afwijking");
  const std::string printed =
      in_postgres("chmod -R a+rX " + quoted(exported.folder.path()) + "; " + load + load + asked);
  if (printed.starts_with("skipped: ")) SKIP(printed.substr(9));
  CHECK(printed == both_sums(exported) + awkward_names + "0\n");

  tamper(exported.path, "\t0.01\t", "\t0.02\t");
  const std::string refused = in_postgres(load + "true; echo $?\n" + ask_postgres("SELECT to_regnamespace('saldo')"));
  CHECK(has(refused, "niet wat saldo telde: er is niets geladen"));
  CHECK(has(refused, "(hier,lastig,lastig,1,realisatie,\"\",bedrag,2025,lasten,2,-12.32,0)"));
  CHECK(refused.ends_with("3\n\n"));
}

TEST_CASE("PostgreSQL keeps the other plans when one is loaded again, and refuses a schema that is not of an export") {
  const Exported both("uit.sql");
  const TempPlan one(
      {{"lastig.toml", std::string("[plan]\nnaam = 'Kort'\neerste_jaar = 2025\nlaatste_jaar = 2025\n")}});
  REQUIRE(run_saldo({"export", one.file("lastig.toml"), "-o", one.file("een.sql"), "--tables", "plan,bedrag"}).code ==
          0);
  const std::string printed =
      in_postgres("psql -qX -f " + quoted(both.path) + " && psql -qX -f " + quoted(one.file("een.sql")) + "\n" +
                  ask_postgres("SELECT plan, count(*) FROM saldo.bedrag GROUP BY plan") +
                  ask_postgres("SELECT count(*) FROM saldo.post WHERE plan = 'lastig'") +
                  ask_postgres("SELECT count(*) FROM saldo.afwijking") +
                  ask_postgres("DROP SCHEMA saldo CASCADE; CREATE SCHEMA saldo") + "psql -qX -f " + quoted(both.path) +
                  "\necho $?");
  if (printed.starts_with("skipped: ")) SKIP(printed.substr(9));
  CHECK(printed.find("achterhoek-2025-2028|201\n0\n0\n") != std::string::npos);
  CHECK(has(printed, "het schema saldo is niet van saldo export"));
  CHECK(printed.ends_with("3\n"));
}

TEST_CASE("SQLite reads an export with saldo's own sums in cents, and its tables refuse PM with an amount") {
  if (!have("sqlite3")) SKIP("sqlite3 is not installed");
  const Exported exported("uit.sqlite");
  const auto ask = [&](const std::string& query) {
    return shell_prints("sqlite3 " + quoted(exported.path) + " <<'SQL_END'\n" + query + ";\nSQL_END");
  };
  std::string sums;
  for (const std::string& plan : {real, std::string("lastig")})
    sums +=
        ask("SELECT jaar, kant, count(*), printf('%s%d.%02d', iif(sum(centen) < 0, '-', ''), abs(coalesce(sum(centen), "
            "0)) / 100, "
            "abs(coalesce(sum(centen), 0)) % 100), sum(pm) FROM bedrag WHERE plan = '" +
            plan + "' GROUP BY jaar, kant ORDER BY jaar, kant");
  CHECK(sums == both_sums(exported));
  CHECK(ask(names_query("")) == awkward_names);
  CHECK(ask("PRAGMA integrity_check; SELECT count(*) FROM afwijking") == "ok\n0\n");
  CHECK(ask("SELECT typeof(nr), nr FROM project WHERE naam = 'NULL'") == "text|3.100\n");
  CHECK(ask("SELECT bedrag FROM bedrag_euro WHERE post = '007'") == "0.01\n\n");
  CHECK(has(ask("UPDATE bedrag SET centen = 0 WHERE pm = 1"), "CHECK constraint failed"));
  CHECK(has(ask("UPDATE bedrag SET centen = 'veel' WHERE pm = 0"), "cannot store TEXT value in INTEGER column"));
  CHECK(ask("UPDATE bedrag SET centen = centen + 1 WHERE post = '007' AND pm = 0; SELECT wie, jaar, kant, som_centen "
            "FROM "
            "afwijking") == "saldo|2025|lasten|-1233\nhier|2025|lasten|-1232\n");
}

TEST_CASE("DuckDB loads a lake with saldo's own sums into Parquet, and nothing of one that was changed") {
  const Exported exported("lake", {"--to", "duckdb", "--organisation", "0363"});
  const auto ask = [&](const std::vector<std::string>& queries) {
    std::string words = "duckdb " + quoted(exported.path);
    for (const std::string& query : queries) words += " \"$(cat <<'SQL_END'\n" + query + "\nSQL_END\n)\"";
    return judged_in_node("cli/engines.mjs", words);
  };
  const std::string parquet = "read_parquet('parquet/bedrag/**/*.parquet', hive_partitioning = true)";
  const std::string read = ask({sums_query("", real), sums_query("", "lastig"), names_query(""),
                                "SELECT organisatie, count(*), count(bedrag) FROM " + parquet + " GROUP BY ALL"});
  if (read.starts_with("skipped: ")) SKIP(read.substr(9));
  CHECK(read == both_sums(exported) + awkward_names + "0363|210|176\n");

  tamper(fs::path(exported.path) / "0363/2025/lastig/1-realisatie/bedrag.csv", ",0.01,", ",0.02,");
  fs::remove_all(fs::path(exported.path) / "parquet/bedrag");
  CHECK(has(ask({"SELECT 1"}), "niet wat saldo telde"));
  CHECK_FALSE(fs::exists(fs::path(exported.path) / "parquet/bedrag"));
}

// ClickHouse is half a gigabyte: it is asked for, and not fetched by a test.
TEST_CASE("ClickHouse loads a lake with saldo's own sums, and refuses one that was changed") {
  const char* const chdb = std::getenv("SALDO_CHDB");
  if (chdb == nullptr || !have("node"))
    SKIP("ClickHouse: `npm install chdb` in a folder, and name that folder in SALDO_CHDB");
  const Exported exported("lake", {"--to", "clickhouse", "--organisation", "0363"});
  const auto ask = [&](const std::vector<std::string>& queries) {
    std::string words =
        "node '" SALDO_SOURCE_DIR "/tests/cli/engines.mjs' " + quoted(chdb) + " clickhouse " + quoted(exported.path);
    for (const std::string& query : queries) words += " \"$(cat <<'SQL_END'\n" + query + "\nSQL_END\n)\"";
    return shell_prints(words + " 2>&1");
  };
  const std::string as_text =
      "SELECT jaar, kant, count(*), toDecimalString(coalesce(sum(bedrag), 0), 2), sum(pm) FROM bedrag WHERE plan = ";
  const std::string in_turn = " GROUP BY jaar, kant ORDER BY jaar, kant";
  CHECK(ask({as_text + quoted(real) + in_turn, as_text + "'lastig'" + in_turn}) == both_sums(exported));
  CHECK(ask({"SELECT count(*), count(bedrag), sum(pm) FROM bedrag WHERE bedrag IS NULL"}) == "34|0|34\n");

  tamper(fs::path(exported.path) / "0363/2025/lastig/1-realisatie/bedrag.csv", ",0.01,", ",0.02,");
  CHECK(has(ask({"SELECT 1"}), "niet wat saldo telde"));
}

TEST_CASE("what reads Data Packages finds an export valid and reads every column as what it is") {
  const TempPlan plan({{"lastig.toml", awkward_plan}});
  REQUIRE(run_saldo({"export", plan.file("lastig.toml"), "-o", plan.file("uit"), "--to", "datapackage"}).code == 0);
  const std::string read = judged_in_node("cli/engines.mjs", "datapackage " + quoted(plan.file("uit")));
  if (read.starts_with("skipped: ")) SKIP(read.substr(9));
  CHECK(read ==
        "valid\nplan|1\nprogrammalijn|2\nproject|3\npost|6\nkenmerk|2\nbedrag|9\nstand|12\noverdracht|0\n"
        "controle|0\nbevinding|6\ncontrolesom|16\n"
        "3.1|007|2025|lasten|0.01|false\n3.1|007|2026|lasten||true\n"
        "3.1|1.0|2025|baten|9999999999999.99|false\n3.1|1.0|2026|baten|-0.05|false\n"
        "3.1|\"|2025|lasten|-12.34|false\n3.10|1|2025|baten|0|false\n3.10|1|2026|baten|5|false\n"
        "3.10|1E5|2025|baten|3|false\n3.100|true|2025|baten||true\n");
}
