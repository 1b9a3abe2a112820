// What a folder may hold that is no plan: pipes, devices, huge files, text that is no text, nesting without end.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "plan/source.h"
#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;
using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string plan_table = "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n";

Lines told(const std::string& path) {
  const LoadedPlan loaded = load_plan(path);
  return tell(loaded, loaded.findings);
}

Lines told(const TempPlan& plan) { return told(plan.path()); }

// A plan whose only trouble may be that `text` is not UTF-8.
Lines told_of_bytes(const std::string& text) {
  const LoadedPlan loaded = load_text(plan_table + text);
  return tell(loaded, loaded.findings);
}

std::string repeated(int times, const std::string& piece, const std::string& between = "") {
  std::string out;
  for (int i = 0; i < times; ++i) out += (i == 0 ? "" : between) + piece;
  return out;
}

std::string rule_of(const std::string& text) {
  const Lines ids = rule_ids(load_text(text).findings);
  return ids.empty() ? "none" : ids.front();
}

}  // namespace

TEST_CASE("a plan that is not there is told by its name") {
  const TempPlan plan({{"plan.toml", plan_table}});
  CHECK(told(plan.file("plann.toml")) == Lines{"plann.toml: does not exist [bestand]"});
  CHECK(told(plan.file("plan.toml/x")).size() == 1);
  CHECK(rule_ids(load_plan("").findings) == Lines{"bestand"});
}

TEST_CASE("an empty folder, and one without a plan file, are no plan") {
  const TempPlan plan({{"leeg/.verborgen", std::string()}, {"anders/lees.txt", std::string()}});
  CHECK(told(plan.file("leeg")) == Lines{".: holds no *.toml file [bestand]"});
  CHECK(told(plan.file("anders")) == Lines{".: holds no *.toml file [bestand]"});
}

TEST_CASE("a pipe is refused without waiting for somebody to write to it") {
  const TempPlan plan({{"plan.toml", plan_table}});
  REQUIRE(::mkfifo(plan.file("pijp.toml").c_str(), 0600) == 0);
  REQUIRE(fate_of([&] { load_plan(plan.path()); }) == "fine");
  CHECK(told(plan) == Lines{"pijp.toml: is not a regular file [bestand]"});
  CHECK(told(plan.file("pijp.toml")) == Lines{"pijp.toml: is not a regular file [bestand]"});
}

TEST_CASE("a device is refused without reading it") {
  CHECK(told("/dev/null") == Lines{"null: is not a regular file [bestand]"});
  CHECK(told("/dev/zero") == Lines{"zero: is not a regular file [bestand]"});
  const TempPlan plan({{"plan.toml", plan_table}});
  fs::create_symlink("/dev/zero", plan.file("nul.toml"));
  CHECK(told(plan.file("nul.toml")) == Lines{"nul.toml: is not a regular file [bestand]"});
}

TEST_CASE("a folder named like a file is a folder") {
  const TempPlan plan({{"plan.toml", plan_table}, {"map.toml/lijn.toml", "[[programmalijn]]\nid = 1\n"}});
  CHECK(told(plan) == Lines{"map.toml/lijn.toml:1:1: [[programmalijn]] has no `naam` [ontbrekende-sleutel]"});
  const TempPlan empty({{"plan.toml", plan_table}, {"map.toml/lees.txt", "x"}});
  CHECK(told(empty) == Lines{});
}

TEST_CASE("a link to a file in the plan counts, and a broken one is told") {
  const TempPlan plan({{"plan.toml", plan_table}, {".deel/lijn.toml", "[[programmalijn]]\nid = 1\n"}});
  fs::create_symlink(".deel/lijn.toml", plan.file("lijn.toml"));
  CHECK(told(plan) == Lines{"lijn.toml:1:1: [[programmalijn]] has no `naam` [ontbrekende-sleutel]"});
  fs::remove(plan.file("lijn.toml"));
  fs::create_symlink("nergens.toml", plan.file("los.toml"));
  fs::create_symlink("nergens", plan.file("los.txt"));
  CHECK(told(plan) == Lines{"los.toml: cannot be read: No such file or directory [bestand]"});
}

const std::string link_out = ": is a link to something outside the folder of the plan, and is not read [bestand]";
const std::string linked_folder = ": is a link to a folder with *.toml files, which are not read through it [bestand]";

TEST_CASE("a link out of the plan is told by its own name, without a word of what it leads to") {
  const TempPlan elsewhere({{"geheim.toml", std::string("wachtwoord:zeer geheim\n")}});
  const TempPlan plan({{"plan.toml", plan_table}, {".git/config", "geheim:\n"}, {"scenarios/.keep", ""}});
  fs::create_symlink(elsewhere.file("geheim.toml"), plan.file("x.toml"));
  fs::create_symlink(elsewhere.file("geheim.toml"), plan.file("lees.txt"));
  fs::create_symlink(".git/config", plan.file("y.toml"));
  CHECK(told(plan) == Lines{"x.toml" + link_out, "y.toml" + link_out});
  const Run run = run_saldo({"check", plan.path()});
  CHECK(run.code == 2);
  CHECK((run.out + run.err).find("geheim:") == std::string::npos);
  CHECK((run.out + run.err).find(elsewhere.path()) == std::string::npos);
  // What the user names is his own business, and the folder may itself be a link.
  CHECK(rule_ids(load_plan(plan.file("x.toml")).findings) == Lines{"toml-syntax"});
  fs::remove(plan.file("x.toml"));
  fs::remove(plan.file("y.toml"));
  fs::create_directory_symlink(plan.path(), elsewhere.file("begroting"));
  CHECK(told(elsewhere.file("begroting")) == Lines{});
  fs::create_symlink(elsewhere.file("geheim.toml"), plan.file("scenarios/loon.toml"));
  const Run scenario = run_saldo({"table", plan.path(), "--scenario", "loon"});
  CHECK(scenario.code == 2);
  CHECK(scenario.err.starts_with(plan.file("scenarios/loon.toml") + ": error: is a link to something outside"));
  CHECK(scenario.err.find("geheim:") == std::string::npos);
}

TEST_CASE("a linked folder is told when it holds something of a plan") {
  const TempPlan elsewhere({{"deel/lijn.toml", ""}, {"beeld/kaart.png", ""}});
  const TempPlan plan({{"plan.toml", plan_table}});
  fs::create_directory_symlink(plan.path(), plan.file("rondje"));
  fs::create_directory_symlink(elsewhere.file("deel"), plan.file("map"));
  fs::create_directory_symlink(elsewhere.file("beeld"), plan.file("kaarten"));
  fs::create_directory_symlink(elsewhere.file("deel"), plan.file("scenarios"));
  CHECK(told(plan) == Lines{"map" + linked_folder, "rondje" + linked_folder});
}

// A hundred links to all of a disk would be looked through for minutes.
TEST_CASE("so much may stand behind links that it is not looked through, and that is told as if it were a plan") {
  const int many = 320;  // links, and names behind each: more than 100.000 together
  std::map<std::string, std::string> names;
  for (int i = 0; i < many; ++i) names[std::to_string(i)];
  const TempPlan elsewhere(names), plan({{"plan.toml", plan_table}});
  const auto link = [&](int i) { fs::create_directory_symlink(elsewhere.path(), plan.file("k" + std::to_string(i))); };
  for (int i = 0; i < many / 2; ++i) link(i);
  CHECK(told(plan) == Lines{});
  for (int i = many / 2; i < many; ++i) link(i);
  const Lines found = told(plan);
  REQUIRE(found.size() == many - 100'000 / many);
  CHECK(found.front().ends_with(linked_folder));
}

TEST_CASE("a name that ends in .toml in other letters is one of the plan") {
  for (const char* name : {"1.2.TOML", "1.2.Toml", "map/1.2.tOmL"}) {
    INFO(name);
    const TempPlan plan({{"plan.toml", plan_table}, {name, "[[programmalijn]]\nid = 1\n"}});
    CHECK(told(plan) == Lines{std::string(name) + ":1:1: [[programmalijn]] has no `naam` [ontbrekende-sleutel]"});
  }
}

TEST_CASE("a file that could be meant is told, with the name it must have") {
  const std::vector<std::pair<std::string, std::string>> names = {
      {"1.2.toml.txt", "1.2.toml"}, {"1.2.TOML.TXT", "1.2.toml"}, {"1.2.toml.docx", "1.2.toml"},
      {"1.2.toml (1)", "1.2.toml"}, {"1.2.toml.", "1.2.toml"},    {"1.2.toml ", "1.2.toml"},
      {"plan.tml", "plan.toml"},    {"plan.tom", "plan.toml"},    {"plan.tolm", "plan.toml"},
      {"plan.tomll", "plan.toml"},  {"plan_toml", "plan.toml"},   {"map/plan.toml_", "plan.toml"}};
  for (const auto& [name, meant] : names) {
    INFO(name);
    const TempPlan plan({{"plan.toml", plan_table}, {name, "[[project]]\n"}});
    CHECK(told(plan) == Lines{name + ": is not read, as its name does not end in .toml, but it looks like a part of "
                                     "the plan [bestand]"});
    CHECK(to_text(load_plan(plan.path()).findings.at(0).help).starts_with("call it " + meant + ", or"));
  }
  const TempPlan alone({{"plan.tml", plan_table}});
  CHECK(told(alone).size() == 1);
}

TEST_CASE("what is certainly no part of the plan is passed over in silence") {
  const TempPlan plan({{"plan.toml", plan_table},
                       {"plan.toml~", "x"},
                       {".1.2.toml.swp", "x"},
                       {"._plan.toml", "x"},
                       {"#plan.toml#", "x"},
                       {"plan.toml.bak", "x"},
                       {"plan.toml.orig", "x"},
                       {"plan.toml.png", "x"},
                       {"README.md", "x"},
                       {"kaart.png", "x"},
                       {"cijfers.xml", "x"},
                       {"bladzijde.html", "x"},
                       {"mail.eml", "x"},
                       {"ci.yml", "x"},
                       {".verborgen/1.2.toml", "x"},
                       {"scenarios/stuk.toml", "x ["},
                       {"scenarios/loon.toml", "[scenario]\nnaam = \"Loon\"\n"}});
  CHECK(told(plan) == Lines{});
}

TEST_CASE("a project in a folder scenarios is told, as nobody names it there") {
  const TempPlan plan({{"plan.toml", plan_table}, {"scenarios/1.2.toml", "# x\n[[project]]\nnr = \"1.2\"\n"}});
  CHECK(told(plan) ==
        Lines{"scenarios/1.2.toml:2:1: `project` is in no total: a file in a folder scenarios is read only "
              "when it is named [bestand]"});
}

TEST_CASE("a file with [scenario] holds nothing else of a plan") {
  const std::string scenario = "[scenario]\nnaam = \"Zonder\"\n";
  const auto refused = [](int line, const std::string& key) {
    return "1.2.toml:" + std::to_string(line) + ":1: a file with [scenario] holds only [[wijziging]]; `" + key +
           "` would be in no total [onbekende-sleutel]";
  };
  const auto with = [&](const std::string& text) {
    const TempPlan plan({{"plan.toml", plan_table}, {"1.2.toml", text}});
    return told(plan);
  };
  CHECK(with(scenario + "[[wijziging]]\nindex = \"loon\"\npercentage = 4\n") == Lines{});
  CHECK(with(scenario + "[[project]]\nnr = \"1.2\"\n") == Lines{refused(3, "project")});
  CHECK(with("[[project]]\nnr = \"1.2\"\n" + scenario) == Lines{refused(1, "project")});
  CHECK(with(scenario + "[index]\nloon = 3\n[[programmalijn]]\nid = 1\n") ==
        Lines{refused(3, "index"), refused(5, "programmalijn")});
}

TEST_CASE("a file that may not be read is told by its name") {
  const TempPlan plan({{"plan.toml", plan_table}, {"dicht.toml", ""}});
  fs::permissions(plan.path(), fs::perms{0755});
  fs::permissions(plan.file("dicht.toml"), fs::perms::none);
  const auto as_anyone = [&] {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::seteuid(nobody) != 0) throw std::runtime_error("root reads every file");
    if (told(plan) != Lines{"dicht.toml: cannot be read: Permission denied [bestand]"})
      throw std::logic_error("read it");
  };
  CHECK(fate_of(as_anyone) == "fine");
}

TEST_CASE("a file of 16 MiB is read, and one byte more is refused") {
  const TempPlan plan({{"plan.toml", plan_table}});
  std::ofstream(plan.file("groot.toml"), std::ios::binary) << std::string(max_file_bytes, '\n');
  CHECK(told(plan) == Lines{});
  fs::resize_file(plan.file("groot.toml"), max_file_bytes + 1);
  CHECK(told(plan) == Lines{"groot.toml: is larger than 16 MiB [bestand]"});
  fs::resize_file(plan.file("groot.toml"), std::uint64_t{1} << 40);  // takes no room on the disk
  CHECK(told(plan) == Lines{"groot.toml: is larger than 16 MiB [bestand]"});
}

TEST_CASE("an empty file adds nothing and harms nothing") {
  const TempPlan plan(
      {{"plan.toml", plan_table}, {"leeg.toml", ""}, {"merk.toml", "\xef\xbb\xbf"}, {"regel.toml", "\n"}});
  CHECK(told(plan) == Lines{});
}

TEST_CASE("a file that is not UTF-8 is told the place of its first wrong byte") {
  struct Wrong {
    const char* bytes;
    int column;
  };
  const Wrong wrongs[] = {
      {"# \xff", 3},
      {"# caf\xe9", 6},                // Latin-1
      {"# \xc3\xa9\xc3\xa9 \xff", 6},  // two letters of two bytes before it
      {"# \xe2\x82\xac\xf0\x9f\x98\x80\x80", 5},
      {"# \x80", 3},
      {"# \xc0\x80", 3},          // too long a form of 0
      {"# \xed\xa0\x80", 3},      // half of a pair
      {"# \xf4\x90\x80\x80", 3},  // beyond the last character
      {"# \xe2\x82", 3},          // cut off
  };
  for (const Wrong& wrong : wrongs) {
    CAPTURE(wrong.bytes);
    CHECK(told_of_bytes(wrong.bytes) ==
          Lines{fmt::format("plan.toml:5:{}: this byte is not UTF-8 [utf8]", wrong.column)});
  }
  CHECK(told_of_bytes("# caf\xc3\xa9 \xe2\x82\xac \xf4\x8f\xbf\xbf") == Lines{});
  CHECK(told_of_bytes(std::string("# \0", 3)).size() == 1);
  CHECK(rule_of(std::string("\xff\xfe[\0p\0", 6)) == "utf8");  // UTF-16
}

TEST_CASE("a name with an invisible or control character is refused, whatever else it holds") {
  for (const char* mark : {"\\u0000", "\\u0007", "\\u001B", "\\n", "\\u007F", "\\u0085", "\\u00AD", "\\u200B",
                           "\\u200E", "\\u202E", "\\u2028", "\\u2029", "\\u2066", "\\u2069", "\\uFEFF"}) {
    CAPTURE(mark);
    const std::string name = fmt::format("\"Inzet{}\"", mark);
    const auto refused = [](const std::string& text) {
      return rule_ids(load_text(text).findings) == Lines{"naam-teken"};
    };
    CHECK(refused("[plan]\nnaam = " + name + "\neerste_jaar = 2025\nlaatste_jaar = 2025\n"));
    CHECK(refused(plan_table + "[[programmalijn]]\nid = " + name + "\nnaam = \"A\"\n"));
    CHECK(refused(plan_table + "[[programmalijn]]\nid = \"a\"\nnaam = " + name + "\n"));
  }
  CHECK(told_of_bytes("[[programmalijn]]\nid = \"a\"\nnaam = \"Café ’t Hoekje – €, 東京, naïef\"\n") == Lines{});
}

TEST_CASE("the name of an index is a key, and no more allowed to hold such a character") {
  CHECK(rule_of(plan_table + "[index]\n\"lo\\u200Bon\" = 5\n") == "naam-teken");
  CHECK(rule_of(plan_table + "[index]\n\"\\u202Enool\" = { 2025 = 5 }\n") == "naam-teken");
  CHECK(rule_of(plan_table + "[index]\n\"l\u00f6\u00f6n\" = 5\n") == "none");
}

TEST_CASE("a bidirectional mark as it is, not escaped, is refused too") {
  CHECK(rule_of("[plan]\nnaam = \"Inzet \xe2\x80\xae txet\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n") ==
        "naam-teken");
}

TEST_CASE("a key of sixteen parts is read, and one of seventeen refused at its last point") {
  CHECK(rule_of(plan_table + repeated(16, "a", ".") + " = 1\n") == "onbekende-sleutel");
  CHECK(told_of_bytes(repeated(17, "a", ".") + " = 1\n") ==
        Lines{"plan.toml:5:32: nested deeper than 16 tables or 16 dotted parts [te-diep]"});
  CHECK(rule_of(plan_table + "[" + repeated(16, "a", ".") + "]\n") == "onbekende-sleutel");
  CHECK(rule_of(plan_table + "[" + repeated(17, "a", ".") + "]\n") == "te-diep");
  CHECK(rule_of(plan_table + repeated(17, "\"é\"", " . ") + " = 1\n") == "te-diep");
  CHECK(rule_of(plan_table + repeated(17, "'a'", ".") + " = 1\n") == "te-diep");
  CHECK(rule_of(plan_table + "x = { y = 1, " + repeated(17, "a", ".") + " = 1 }\n") == "te-diep");
}

TEST_CASE("sixteen levels of lists and tables are read, and seventeen refused") {
  CHECK(rule_of(plan_table + "x = " + repeated(16, "[") + repeated(16, "]") + "\n") == "onbekende-sleutel");
  CHECK(told_of_bytes("x = " + repeated(17, "[") + repeated(17, "]") + "\n") ==
        Lines{"plan.toml:5:21: nested deeper than 16 tables or 16 dotted parts [te-diep]"});
  CHECK(rule_of(plan_table + "x = " + repeated(16, "{a=") + "1" + repeated(16, "}") + "\n") == "onbekende-sleutel");
  CHECK(rule_of(plan_table + "x = " + repeated(17, "{a=") + "1" + repeated(17, "}") + "\n") == "te-diep");
  CHECK(rule_of(plan_table + "x = " + repeated(100'000, "[")) == "te-diep");
  CHECK(rule_of(plan_table + "x = [" + repeated(1000, "[1]", ",") + "]\n") == "onbekende-sleutel");
}

TEST_CASE("points and brackets in texts and comments are no nesting") {
  const std::string points = repeated(40, ".");
  const std::string brackets = repeated(40, "[{");
  for (const std::string& text :
       {"# " + points + brackets, "x = \"" + points + brackets + "\"", "x = '" + points + brackets + "'",
        "x = \"\"\"\n" + points + brackets + "\n\"\"\"", "x = '''" + points + "\n" + brackets + "'''",
        "x = \"\\\"" + points + brackets + "\"", "x = \"\" # " + points, "x = '\\' # " + brackets}) {
    CAPTURE(text);
    CHECK(rule_of(plan_table + text + "\n") == (text.starts_with("#") ? "none" : "onbekende-sleutel"));
  }
}

TEST_CASE("a text between triple quotes may end in a quote of its own") {
  for (const std::string text : {R"([ """x"""" ])", R"([ """x""""" ])", R"([ '''x'''' ])", R"([ '''x''''' ])"}) {
    CAPTURE(text);
    std::string many;
    for (int i = 0; i < 20; ++i) many += "x" + std::to_string(i) + " = " + text + "\n";
    CHECK(rule_of(plan_table + many) == "onbekende-sleutel");
    CHECK(rule_of(plan_table + "x = [ " + text + ", " + repeated(16, "[") + repeated(16, "]") + " ]\n") == "te-diep");
  }
}

TEST_CASE("a key of 61 KB and thirty thousand parts is refused, and crashes nothing, wherever it hides") {
  const std::string key = repeated(30'000, "a", ".");
  for (const std::string& text : {key + " = 1\n", "[" + key + "]\n", "x = { " + key + " = 1 }\n"}) {
    CAPTURE(text.substr(0, 40));
    REQUIRE(fate_of([&] { load_text(plan_table + text); }) == "fine");
    CHECK(rule_of(plan_table + text) == "te-diep");
  }
}

TEST_CASE("a key of three hundred thousand parts cannot hide behind a text that ends in four quotes") {
  const std::string text = plan_table + "x = { y = \"\"\"z\"\"\"\", " + repeated(300'000, "a", ".") + " = 1 }\n";
  REQUIRE(fate_of([&] { load_text(text); }) == "fine");
  CHECK(rule_of(text) == "te-diep");
}

TEST_CASE("what cannot be read is told on err with exit code 2, and nothing on out") {
  for (const char* command : {"table", "check"}) {
    const Run run = run_saldo({command, "/dev/zero"});
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "/dev/zero: error: is not a regular file [bestand]\n");
  }
}

TEST_CASE("a text of 200 characters is read, and one more refused with its length") {
  const auto said = [](std::size_t length) {
    std::string naam;
    for (std::size_t i = 0; i < length; ++i) naam += "é";
    const TempPlan plan({{"plan.toml", "[plan]\nnaam = \"" + naam + "\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n"}});
    return told(plan);
  };
  CHECK(said(200) == Lines{});
  CHECK(said(201) ==
        Lines{"plan.toml:2:8: this text has 201 characters, and at most 200 are shown [verkeerde-waarde]"});
}

TEST_CASE("a key, word or text of megabytes is refused before the parser takes it up, and quoted in part") {
  const std::string long_word(5'000'000, 'k');
  for (const std::string& line : {long_word + " = 1", '"' + long_word + "\" = 1", "naam = \"" + long_word + '"'}) {
    const TempPlan plan({{"plan.toml", plan_table + line + "\n"}});
    const Run run = run_saldo({"check", plan.path()});
    CHECK(run.code == 2);
    CHECK(has(run.err, "is longer than 200 characters"));
    CHECK(run.err.size() < 1000);
  }
  const TempPlan plan({{"plan.toml", plan_table + std::string(3000, 'k') + " = 1\n"}});
  CHECK(run_saldo({"check", plan.path()}).err.size() < 1500);
}

// That it takes time for that only is measured by bench/growth, which has this shape.
TEST_CASE("findings on one long line show what is near, and no more of the line") {
  std::string posts;
  for (int i = 0; i < 3000; ++i) posts += "{ naam = \"p" + std::to_string(i) + "\", lasten = { 2025 = \"x\" } }, ";
  const TempPlan plan({{"plan.toml",
                        "plan = { naam = \"x\", eerste_jaar = 2025, laatste_jaar = 2025 }\n"
                        "programmalijn = [ { id = \"a\", naam = \"a\" } ]\n"
                        "project = [ { nr = \"1\", naam = \"x\", programmalijn = \"a\", post = [ " +
                            posts + "] } ]\n"}});
  const Run run = run_saldo({"check", plan.path()});
  CHECK(has(run.err, "{ naam = \"p2999\", lasten = { 2025 = \"x\" } }"));
  CHECK(run.err.size() < 3000 * 600);
}
