// saldo report: the whole story in one file, what is refused, and that nothing of the plan is written over.
#include <filesystem>
#include <set>

#include "support/catch.h"
#include "support/support.h"

namespace {

namespace fs = std::filesystem;

const std::string examples = SALDO_SOURCE_DIR "/examples/";

std::string html_of(const std::string& plan, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{"report", plan, "-o", "-", "--format", "html"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Run run = run_saldo(arguments);
  CHECK(run.err == "");
  CHECK(run.code == 0);
  return run.out;
}

// What stands between `before` and the next quote, each time.
std::set<std::string> quoted_after(const std::string& text, const std::string& before) {
  std::set<std::string> all;
  for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
    const std::size_t begin = at + before.size();
    all.insert(text.substr(begin, text.find('"', begin) - begin));
  }
  return all;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

void check_page(const std::string& html) {
  const std::set<std::string> ids = quoted_after(html, " id=\"");
  CHECK(ids.size() == count(html, " id=\""));
  for (const std::string& target : quoted_after(html, "href=\"#")) {
    INFO(target);
    CHECK(ids.contains(target));
  }
  CHECK(count(html, "<h1") == 1);
  CHECK(count(html, "<table") == count(html, "<caption>"));
  for (const char* outside : {"<script", "<link", "<img", " src=", "url(http", "@import", " style=\"", "javascript:"})
    CHECK_FALSE(has(html, outside));
}

// The headings of a page go down one level at a time.
void check_levels(const std::string& html) {
  char before = '0';
  for (std::size_t at = html.find("<h"); at != html.npos; at = html.find("<h", at + 1)) {
    const char level = html[at + 2];
    if (level < '1' || level > '6') continue;
    INFO(html.substr(at, 60));
    CHECK(level <= before + 1);
    before = level;
  }
}

}  // namespace

TEST_CASE("a paper is one page whose every link leads somewhere, of every example and the real plan") {
  for (const std::string& plan :
       {examples + "klein", examples + "programmabegroting", examples + "doelen", examples + "risico",
        examples + "wijzigingen", examples + "jaareinde/begroting", achterhoek()}) {
    INFO(plan);
    std::vector<std::string> fast{"--runs", "1000"};
    const std::string html = html_of(plan, fast);
    check_page(html);
    check_levels(html);
    CHECK(html == html_of(plan, fast));
    CHECK(html.size() < 4'000'000);
  }
}

TEST_CASE("a programmalijn may be called as a section or a project is") {
  for (const char* name : {"kern", "1.1"}) {
    INFO(name);
    std::string text = read_text(examples + "klein/plan.toml");
    for (std::size_t at = text.find("\"wonen\""); at != text.npos; at = text.find("\"wonen\""))
      text.replace(at, 7, '"' + std::string(name) + '"');
    const TempPlan folder({{"plan.toml", text}});
    check_page(html_of(folder.path()));
  }
}

TEST_CASE("every figure of table 3 and table 4 stands in the paper, and leads to how it came about") {
  const std::string html = html_of(achterhoek());
  const std::set<std::string> values = quoted_after(html, "data-value=\"");
  for (const char* by : {"programmalijn", "project"}) {
    const auto rows = read_csv(run_saldo({"table", achterhoek(), "--by", by, "--format", "csv"}).out);
    std::size_t figures = 0;
    for (const auto& row : rows)
      for (std::size_t i = 2; i < row.size(); ++i) {
        if (rows[0][i].ends_with(".saldo")) continue;  // which people see on the page of a project
        if (row[i].empty() || row[i] == "PM" || row[i].find_first_not_of("-0123456789.") != std::string::npos) continue;
        INFO(row[1] << " " << row[i]);
        CHECK(values.contains(row[i]));
        ++figures;
      }
    CHECK(figures > 50);
  }
  CHECK(has(html, "<a href=\"#w-3_18--eindsaldo\">498.866</a>"));
  CHECK(has(html, "id=\"w-3_18--eindsaldo\""));
  CHECK(has(html, "<a href=\"#w-totaal--baten--2025\">"));
  CHECK(has(html, "<a href=\"#w-programma--lasten--2026\">"));
}

TEST_CASE("what is found in a plan is in its paper, with the line of the user, and counted on top") {
  const std::string html = html_of(achterhoek());
  const std::string check = run_saldo({"check", achterhoek(), "--format", "csv"}).out;
  CHECK(count(html, "<li class=\"finding ") == read_csv(check).size() - 1);
  CHECK(has(html, " fouten, "));
  CHECK(has(html, "<a href=\"#w-bevindingen\">"));
  CHECK(has(html, "[controle]"));
  CHECK_FALSE(has(html, SALDO_SOURCE_DIR "/data"));  // where the plan lies says nothing about it
}

TEST_CASE("findings in a paper are Dutch, or English where that is asked") {
  CHECK(has(html_of(achterhoek()), "<span class=\"severity\">fout</span>"));
  CHECK(has(html_of(achterhoek()), "<ul class=\"findings\">"));
  const std::string english = html_of(achterhoek(), {"--lang", "en"});
  CHECK(has(english, "<ul class=\"findings\" lang=\"en\">"));
  CHECK(has(english, "<span class=\"severity\">error</span>"));
}

TEST_CASE("an earlier plan gives the aansluiting, and a scenario the comparison") {
  const std::string plain = html_of(examples + "klein");
  CHECK_FALSE(has(plain, "id=\"w-aansluiting\""));
  CHECK_FALSE(has(plain, "id=\"w-scenarios\""));
  const std::string from = html_of(examples + "klein", {"--from", examples + "klein", "--set", "index.loon=5"});
  CHECK(has(from, "id=\"w-aansluiting\""));
  CHECK(has(from, "Er is geen verschil met "));
  CHECK(has(from, "id=\"w-scenarios\""));
  CHECK(has(from, "index.loon=5"));
  check_page(from);
  const std::string other =
      html_of(achterhoek(), {"--scenario", examples + "scenarios/loon-4.toml", "--from", achterhoek()});
  CHECK(has(other, "id=\"w-scenarios\""));
  check_page(other);
}

TEST_CASE("the aansluiting of a plan whose years stand alone is of its result, as compare and risk have it") {
  const std::string plan = examples + "programmabegroting";
  std::string text = read_text(plan + "/plan.toml");
  const std::string from_reserve = "baten = { 2027 = 1_800 }\nvan = \"R1\"";
  REQUIRE(has(text, from_reserve));
  text.replace(text.find(from_reserve), from_reserve.size(), "baten = { 2027 = 1_500 }\nvan = \"R1\"");
  const TempPlan folder({{"plan.toml", text}});
  const std::vector<std::string> options{"--from", plan, "--years", "2026-2027", "--parts", "aansluiting"};
  const std::string html = html_of(folder.path(), options);
  CHECK(has(html, ">Oud resultaat 2027<"));
  CHECK(has(html, "(\u2212300.000)."));  // what comes from a reserve is no baten: the saldo stays what it was
}

TEST_CASE("a draft is marked, a date is told, and a unit is that of every figure") {
  const std::string html =
      html_of(examples + "klein", {"--draft", "--date", "2025-11-06", "--unit", "1000", "--years", "2026"});
  CHECK(has(html, "<p class=\"draft\">Concept</p>"));
  CHECK(has(html, "Datum: 6 november 2025"));
  CHECK(has(html, "bedragen x € 1.000"));
  CHECK(has(html, "--draft"));
  CHECK_FALSE(has(html_of(examples + "klein"), ">Concept<"));
  check_page(html);
}

TEST_CASE("no sentence of a paper tells who reads it to type a command") {
  const std::string plan = examples + "programmabegroting";
  CHECK(has(run_saldo({"table", plan}).out, "saldo carryover --all"));
  for (const std::string& html : {html_of(plan), html_of(plan, {"--parts", "tabellen"}), html_of(achterhoek())})
    for (const char* command : {"saldo carryover", "saldo overlap", "saldo why", "saldo check"}) {
      INFO(command);
      CHECK_FALSE(has(html, command));
    }
}

TEST_CASE("parts that are not asked for are left out, and findings never are") {
  const std::string html = html_of(achterhoek(), {"--parts", "kern,tabellen"});
  CHECK(has(html, "id=\"w-tabellen\""));
  CHECK(has(html, "id=\"w-bevindingen\""));
  CHECK_FALSE(has(html, "id=\"w-onderbouwing\""));
  check_page(html);
}

TEST_CASE("a paper is written to its file, with the pictures of Markdown beside it") {
  const TempPlan folder({});
  const std::string html = folder.file("stuk.html"), md = folder.file("stuk.md");
  CHECK(run_saldo({"report", examples + "klein", "-o", html}).code == 0);
  CHECK(read_text(html) == html_of(examples + "klein"));
  const Run run = run_saldo({"report", examples + "klein", "-o", md});
  CHECK(run.err == "written: " + md + "\n");
  const std::string text = read_text(md);
  std::size_t pictures = 0;
  for (std::size_t at = text.find("](figuren/"); at != text.npos; at = text.find("](figuren/", at + 1)) {
    const std::string name = text.substr(at + 2, text.find(')', at) - at - 2);
    INFO(name);
    CHECK(read_text(folder.file(name)).starts_with("<svg"));
    ++pictures;
  }
  CHECK(pictures >= 1);
  CHECK_FALSE(has(text, "<script"));
}

TEST_CASE("Markdown on the screen has its pictures in itself, and names no file that is nowhere") {
  for (const std::string& plan : {examples + "klein", examples + "doelen", examples + "risico", achterhoek()}) {
    INFO(plan);
    const Run run = run_saldo({"report", plan, "-o", "-", "--format", "md", "--runs", "1000"});
    CHECK(run.code == 0);
    CHECK_FALSE(has(run.out, "figuren/"));
    CHECK_FALSE(has(run.out, "\x1b["));
    CHECK(count(run.out, "\n```text\n") >= 1);
    CHECK(count(run.out, "\n```\n") == count(run.out, "\n```text\n"));
    CHECK(has(run.out, "\u2588"));
  }
}

TEST_CASE("what the author wrote for a part that is not in the paper is told, with what brings it in") {
  const TempPlan folder({{"plan.toml", read_text(examples + "klein/plan.toml")},
                         {"rapport/aansluiting.md", "Dit is wat er anders is."},
                         {"rapport/afsluiting.md", "Dit is er niet."},
                         {"rapport/tabellen.md", "Dit staat er altijd."}});
  const auto report = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"report", folder.path(), "-o", "-", "--format", "html"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_saldo(arguments);
  };
  CHECK(report({}).err ==
        "note: rapport/aansluiting.md is not in the report, as that has no part aansluiting: give the earlier budget "
        "with --from\n"
        "note: rapport/afsluiting.md is not in the report, as that has no part afsluiting: no year of the plan is "
        "closed\n");
  CHECK(report({"--parts", "tabellen"}).err == "");
  const Run with = report({"--from", examples + "klein", "--parts", "aansluiting"});
  CHECK(with.err == "");
  CHECK(has(with.out, "Dit is wat er anders is."));
}

std::string account_row(const std::string& html, const std::string& name) {
  const std::size_t row = html.find(name + "</th><td>");
  if (row == html.npos) return "";
  const std::size_t begin = row + name.size() + 9;
  return html.substr(begin, html.find('<', begin) - begin);
}

TEST_CASE("the account counts files by what they are, and its hash is another as soon as one of them is") {
  const std::string plan = read_text(examples + "klein/plan.toml");
  const std::string text = "Er is **niets** aan de hand.";
  const TempPlan folder({{"plan.toml", plan}, {"rapport/kern.md", text}});
  const std::string hash = "Kenmerk van die bestanden (sha256)";
  const std::string plain = html_of(folder.path());
  CHECK(account_row(plain, "Bestanden van het plan") == "1");
  CHECK(account_row(plain, "Teksten van de auteur") == "1");
  CHECK_FALSE(has(plain, "Bestanden van scenario's"));
  const std::string beside =
      html_of(folder.path(), {"--scenario", examples + "scenarios/loon-4.toml", "--set", "index.loon=5"});
  CHECK(account_row(beside, "Bestanden van het plan") == "1");
  CHECK(account_row(beside, "Bestanden van scenario&#39;s") == "1");
  CHECK(account_row(beside, hash) != account_row(plain, hash));
  const TempPlan other_text({{"plan.toml", plan}, {"rapport/kern.md", text + "."}});
  CHECK(account_row(html_of(other_text.path()), hash) != account_row(plain, hash));
  const TempPlan one_file({{"een.toml", plan}}), other_file({{"een.toml", plan + "\n"}});
  const std::string one = html_of(one_file.file("een.toml")), other = html_of(other_file.file("een.toml"));
  CHECK(account_row(one, "Bestanden van het plan") == "1");
  CHECK(account_row(one, hash).size() == 64);
  CHECK(account_row(one, hash) != account_row(other, hash));
}

TEST_CASE("a paper as a workbook has the aansluiting from an older plan, and the same bytes on the screen") {
  const TempPlan folder({});
  const std::string file = folder.file("stuk.xlsx");
  const std::string now = examples + "versies/vastgesteld", before = examples + "versies/concept";
  const Run run = run_saldo({"report", now, "-o", file, "--from", before, "--date", "2025-11-06", "--draft"});
  if (has(run.err, "install")) SKIP(run.err);
  CHECK(run.err == "written: " + file + "\n");
  CHECK(run.code == 0);
  CHECK(read_text(file).starts_with("PK"));
  CHECK(run_saldo({"report", now, "-o", "-", "--format", "xlsx", "--from", before, "--date", "2025-11-06", "--draft"})
            .out == read_text(file));
}

TEST_CASE("a bundle has the paper, its workbook, its pictures and its tables, and never takes a place") {
  const TempPlan folder({});
  const std::string into = folder.file("map"), plan = examples + "klein";
  const Run run = run_saldo({"report", plan, "--bundle", into});
  CHECK(run.code == 0);
  CHECK(has(run.err, "written: " + into + "\n"));
  const std::string html = read_text(into + "/stuk.html");
  CHECK(html == html_of(plan));
  std::size_t pictures = 0, tables = 0;
  for (const auto& file : fs::directory_iterator(into + "/figuren"))
    pictures += read_text(file.path().string()).starts_with("<svg") ? 1 : 0;
  for (const auto& file : fs::directory_iterator(into + "/tabellen"))
    tables += file.path().extension() == ".csv" ? 1 : 0;
  CHECK(pictures == count(html, "<svg"));
  CHECK(tables >= 3);
  const Run by_line = run_saldo({"table", plan, "--by", "project", "--format", "csv"});
  CHECK(read_text(into + "/tabellen/projecten.csv") == by_line.out);
  if (!has(run.err, "install"))
    CHECK(read_text(into + "/stuk.xlsx") == run_saldo({"report", plan, "-o", "-", "--format", "xlsx"}).out);
  CHECK(run_saldo({"report", plan, "--bundle", into}).code == 2);
}

TEST_CASE("what cannot be asked of a paper is told, and nothing is written") {
  const TempPlan folder({{"plan.toml", read_text(examples + "klein/plan.toml")}});
  const std::string plan = folder.file("plan.toml"), out = folder.file("stuk.html");
  const std::vector<std::pair<std::vector<std::string>, std::string>> refused = {
      {{}, "-o is required"},
      {{"-o", folder.file("stuk.docx")}, "end the name in .html, .md or .xlsx"},
      {{"-o", "-"}, "--format html, md or xlsx"},
      {{"-o", out, "--format", "md"}, "its name says another thing than --format md"},
      {{"-o", out, "--date", "6 november"}, "write a date as year, month and day"},
      {{"-o", out, "--parts", "aansluiting"}, "there is nothing to tell without --from"},
      {{"-o", out, "--parts", "kern", "--from", plan}, "which --parts leaves out"},
      {{"-o", out, "--parts", "scenarios"}, "there is nothing to tell without --scenario"},
      {{"-o", out, "--parts", "kern", "--set", "index.loon=5"}, "--set is for the part scenarios"},
      {{"-o", out, "--parts", "alles"}, "--parts"},
      {{"-o", out, "--years", "2040"}, "2040"},
      {{"-o", out, "--set", "onzin"}, "--set"},
      {{"-o", out, "--scenario", "nergens"}, "nergens"},
      {{"-o", out, "--from", folder.file("nergens")}, "nergens"},
      {{"-o", out, "--runs", "0"}, "--runs"},
      {{"-o", folder.file("stuk.xlsx"), "--parts", "kern", "--years", "2026"}, "--parts: a workbook has every sheet"}};
  for (const auto& [more, told] : refused) {
    std::vector<std::string> arguments{"report", plan};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = run_saldo(arguments);
    INFO(told << "\n" << run.err);
    CHECK(run.code == 2);
    CHECK(has(run.err, told));
    CHECK(run.out == "");
  }
  CHECK_FALSE(fs::exists(out));
}

TEST_CASE("a paper never takes the place of a file of the plan") {
  const std::string text = read_text(examples + "klein/plan.toml");
  const TempPlan folder({{"plan.toml", text}});
  const std::string link = folder.file("stuk.html");
  fs::create_symlink("plan.toml", link);
  const Run run = run_saldo({"report", folder.path(), "-o", link});
  CHECK(run.code == 2);
  CHECK(has(run.err, "is a file of the plan"));
  CHECK(read_text(folder.file("plan.toml")) == text);
}

TEST_CASE("a paper never takes the place of what its author wrote") {
  const TempPlan folder({{"plan.toml", read_text(examples + "klein/plan.toml")}, {"rapport/kern.md", "Kort.\n"}});
  const std::string words = folder.file("rapport/kern.md");
  for (const std::vector<std::string>& more : {std::vector<std::string>(), {"--text", folder.file("rapport")}}) {
    std::vector<std::string> arguments{"report", folder.path(), "-o", words};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Run run = run_saldo(arguments);
    CHECK(run.code == 2);
    CHECK(has(run.err, "give another name for the report"));
    CHECK(read_text(words) == "Kort.\n");
    CHECK_FALSE(fs::exists(folder.file("rapport/figuren")));
  }
}

TEST_CASE("what the author wrote stands in its part, with figures that lead to their reasons") {
  const TempPlan folder({{"plan.toml", read_text(achterhoek() + "/plan.toml")}});
  fs::copy(achterhoek(), folder.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  fs::create_directory(folder.file("rapport"));
  const auto write = [&folder](const std::string& name, const std::string& words) {
    std::FILE* file = std::fopen(folder.file("rapport/" + name).c_str(), "w");
    REQUIRE(file != nullptr);
    std::fputs(words.c_str(), file);
    std::fclose(file);
  };
  write("beslispunten.md", "1. De begroting vaststellen, met een stand van {{totaal/eindsaldo/2028}}.\n");
  const std::string html = html_of(folder.path());
  CHECK(has(html, "<li>De begroting vaststellen, met een stand van <a href=\"#w-totaal--eindsaldo--2028\">"));
  check_page(html);
  write("beslispunten.md", "Een stand van {{totaal/eindsaldo/2082}}.\n");
  const Run run = run_saldo({"report", folder.path(), "-o", "-", "--format", "html"});
  CHECK(run.code == 2);
  CHECK(has(run.err, "beslispunten.md:1:"));
  CHECK(run.out == "");
}
