// The text of the author, from its folder to blocks: with `saldo check`, on the real plan and on the examples.
#include "cli/text/author_text.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "cli/computed.h"
#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;
using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string plan_table =
    "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n"
    "[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n"
    "[[project]]\nnr = \"1\"\nnaam = \"Werk\"\nprogrammalijn = \"a\"\nbudget = 500\n"
    "[[project.post]]\nnaam = \"Advies\"\nlasten = { 2025 = 100.25 }\n";

struct ReadTexts {
  AuthorText text;
  std::vector<std::string> files;
};

ReadTexts read(const std::string& plan) {
  PlanAsked asked;
  asked.plan = plan;
  const Computed computed = attempt({load_base(plan), {}, {}}, asked);
  CHECK(rule_ids(computed.findings) == Lines{});
  ReadTexts all{{}, computed.files};
  all.text = read_author_text(plan, computed.worked, all.files);
  return all;
}

Lines told(const std::string& plan) {
  const ReadTexts all = read(plan);
  return tell(all.files, all.text.findings);
}

Lines parts(const AuthorText& text) {
  Lines names;
  for (const PartText& part : text.parts) names.emplace_back(part.part);
  return names;
}

}  // namespace

TEST_CASE("author text: no folder is no text, and a text is read with its figures") {
  const TempPlan without({{"plan.toml", plan_table}});
  CHECK(read(without.path()).text.parts.empty());
  const TempPlan plan({{"plan.toml", plan_table}, {"rapport/kern.md", "Het advies kost {{1/Advies/2025}}."}});
  const ReadTexts all = read(plan.path());
  REQUIRE(parts(all.text) == Lines{"kern"});
  CHECK(all.text.findings.empty());
  CHECK(all.files[position(all.text.parts[0].file)] == plan.file("rapport/kern.md"));
  const TextSpans& spans = std::get<TextParagraph>(all.text.parts[0].blocks.at(0)).text;
  REQUIRE(spans.size() == 3);
  CHECK(std::get<Amount>(spans[1].figure->cell) == Amount(Money::of_cents(10025)));
  CHECK(spans[2].text == ".");
}

TEST_CASE("author text: all that is wrong in all files is told at once, by file and line") {
  const TempPlan plan({{"plan.toml", plan_table},
                       {"rapport/kern.md", "# Kern\n\nEr is {{1/saldo/2027}} en {{1/saldo/2026.\n[x](y.pdf)"},
                       {"rapport/rib.md", std::string("caf\xE9")},
                       {"rapport/kren.md", ""},
                       {"rapport/risico.md", std::string((1 << 20) + 1, 'a')}});
  fs::create_directory(plan.file("rapport/doelen.md"));
  ::mkfifo(plan.file("rapport/tabellen.md").c_str(), 0600);
  CHECK(told(plan.path()) ==
        Lines{"rapport/kern.md:3:9: `2027` is not a year of the plan, which runs from 2025 to 2026 [rapport-adres]",
              "rapport/kern.md:3:27: these braces are not closed [rapport-tekst]",
              "rapport/kern.md:4:5: `y.pdf` is no address that a reader can follow [rapport-tekst]",
              "rapport/tabellen.md: is not a regular file [rapport-tekst]",
              "rapport/rib.md:1:4: this byte is not UTF-8 [utf8]",
              "rapport/risico.md: is larger than 1 MiB [rapport-tekst]",
              "rapport/kren.md: is not read, as no part of a report is called so [rapport-tekst]"});
}

TEST_CASE("author text: check tells what is wrong in it, and a plan without mistakes there is as it was") {
  const TempPlan plan({{"plan.toml", plan_table}, {"rapport/kern.md", "Er is {{1/salod/2026}}.\n"}});
  const Run run = run_saldo({"check", plan.path(), "--only", "rapport-adres"});
  CHECK(run.code == 1);
  CHECK(has(run.out, "rapport/kern.md:1:9: error: "));
  CHECK(has(run.out, "    1 | Er is {{1/salod/2026}}.\n      |         ^^^^^^^^^^^^\n"));
  CHECK(run_saldo({"check", plan.path(), "--ignore", "rapport-adres"}).code == 0);
  CHECK(run_saldo({"check", plan.path(), "--format", "sarif"}).code == 1);
  CHECK(has(run_saldo({"check", plan.path(), "--lang", "nl"}).out, "fout: "));
}

TEST_CASE("author text: that of the real plan and of the example is whole, and its figures are there") {
  for (const std::string& plan : {achterhoek(), std::string(SALDO_SOURCE_DIR "/examples/programmabegroting")}) {
    INFO(plan);
    ReadTexts all = read(plan);
    CHECK(told(plan) == Lines{});
    CHECK(all.text.parts.size() == 3);
    std::size_t figures = 0;
    for (PartText& part : all.text.parts)
      for_each_span(part.blocks, [&](const TextSpan& span) {
        if (!span.figure) return;
        ++figures;
        CHECK(std::holds_alternative<Amount>(span.figure->cell));
        CHECK_FALSE(std::get<Amount>(span.figure->cell).is_absent());
      });
    CHECK(figures >= 8);
  }
  CHECK(parts(read(achterhoek()).text) == Lines{"inleiding", "beslispunten", "rib"});
}
