// A budget as a paper: which parts are there, in which order, and that every link leads somewhere.
#include "report/paper/paper.h"

#include <set>

#include "base/date.h"
#include "calc/check/checks.h"
#include "calc/wijziging/work_out.h"
#include "report/paper/side_rows.h"
#include "report/project_page.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string two_projects = R"([plan]
naam = "Twee"
eerste_jaar = 2025
laatste_jaar = 2026

[[programmalijn]]
id = "werk"
naam = "Werk"

[[project]]
nr = "1"
naam = "Een"
programmalijn = "werk"
budget = 100

[[project.post]]
nr = 4
naam = "Naar twee"
lasten = { 2025 = 60, 2026 = "PM" }
naar = "2"

[[project]]
nr = "2"
naam = "Twee"
programmalijn = "werk"

[[project.post]]
naam = "Van een"
baten = { 2025 = "spiegel" }
van = "1"
)";

struct Made {
  explicit Made(const std::string& text) : plan({{"plan.toml", text}}), base(load_base(plan.path())) {
    REQUIRE(work_out(base, ChangeList(), worked, &trace).empty());
    findings = check_plan(worked);
    for (std::size_t i = 0; i < std::size(paper_part_words); ++i) parts.push_back(static_cast<PaperPart>(i));
  }
  PaperInput input() const {
    return {worked,
            trace,
            worked.plan.years,
            parts,
            "actueel",
            "",
            false,
            Language::nl,
            findings,
            [](FileId) { return std::string("plan.toml"); },
            [](const Place&, std::size_t) { return std::optional<LinePart>(); }};
  }
  Page page() const { return report_paper(input()); }

  TempPlan plan;
  PlanBase base;
  Worked worked;
  Trace trace;
  Findings findings;
  std::vector<PaperPart> parts;
};

std::vector<std::string> sections(const Page& page) {
  std::vector<std::string> all;
  for (const PagePart& part : page.parts)
    if (const auto* heading = std::get_if<PageHeading>(&part.what); heading != nullptr && heading->level == 2)
      all.push_back(heading->anchor);
  return all;
}

// All that is linked to, and all there is to link to.
struct Links {
  std::set<std::string> targets, anchors;
  std::size_t twice = 0;

  void add_anchor(const std::string& name) { twice += anchors.insert(name).second ? 0 : 1; }
  void add(const TextSpans& spans) {
    for (const TextSpan& span : spans)
      if (span.link.starts_with('#')) targets.insert(span.link.substr(1));
  }
  void add(const std::vector<PagePart>& parts) {
    for (const PagePart& part : parts) {
      if (const auto* heading = std::get_if<PageHeading>(&part.what)) add_anchor(heading->anchor);
      if (const auto* text = std::get_if<PageText>(&part.what)) add(text->spans);
      if (const auto* box = std::get_if<PageBox>(&part.what)) add(box->head);
      if (const auto* figures = std::get_if<PageFigures>(&part.what))
        for (const KeyFigure& figure : figures->figures) add({figure.figure});
      if (const auto* list = std::get_if<PageList>(&part.what)) {
        for (const TextSpans& item : list->items) add(item);
        for (const std::string& anchor : list->anchors) add_anchor(anchor);
      }
      if (const auto* table = std::get_if<PageTable>(&part.what)) {
        for (const NamedCell& cell : table->links) targets.insert(cell.name);
        for (const NamedRow& row : table->anchors) add_anchor(row.name);
      }
      if (const auto* words = std::get_if<PageWords>(&part.what)) {
        TextBlocks blocks = words->blocks;
        for_each_span(blocks, [this](TextSpan& span) { add(TextSpans{span}); });
      }
      if (const auto* fold = std::get_if<PageFold>(&part.what)) {
        if (!fold->anchor.empty()) add_anchor(fold->anchor);
        add(fold->parts);
      }
    }
  }
};

void check_links(const Page& page) {
  Links links;
  links.add(page.parts);
  CHECK(links.twice == 0);
  for (const std::string& target : links.targets) {
    INFO(target);
    CHECK(links.anchors.contains(target));
  }
  CHECK(links.targets.size() > 10);
}

}  // namespace

TEST_CASE("the parts of a paper stand in the order in which a board reads them") {
  CHECK(sections(Made(two_projects).page()) == std::vector<std::string>{"kern", "beslispunten", "tabellen",
                                                                        "overdrachten", "bevindingen", "verantwoording",
                                                                        "onderbouwing"});
}

TEST_CASE("findings and the account are in every paper, whatever is left out") {
  Made made(two_projects);
  made.parts = {PaperPart::tabellen};
  CHECK(sections(made.page()) == std::vector<std::string>{"tabellen", "bevindingen", "verantwoording"});
  std::size_t told = 0;
  for (const PagePart& part : made.page().parts)
    if (const auto* findings = std::get_if<PageFindings>(&part.what)) told += findings->findings.size();
  CHECK(told == made.findings.size());
  CHECK(told > 0);
}

TEST_CASE("every link of a paper leads somewhere, and no two things have one name") {
  check_links(Made(two_projects).page());
  for (const char* name : {"klein", "programmabegroting", "overdrachten", "doelen", "risico"}) {
    INFO(name);
    const PlanBase base = load_base(SALDO_SOURCE_DIR "/examples/" + std::string(name));
    Worked worked;
    Trace trace;
    REQUIRE(work_out(base, adopted_changes(base, {}), worked, &trace).empty());
    const Findings findings = check_plan(worked);
    std::vector<PaperPart> parts;
    for (std::size_t i = 0; i < std::size(paper_part_words); ++i) parts.push_back(static_cast<PaperPart>(i));
    check_links(report_paper({worked, trace, worked.plan.years, parts, "actueel", "", false, Language::nl, findings,
                              [&base](FileId id) { return base.file(id); },
                              [](const Place&, std::size_t) { return std::optional<LinePart>(); }}));
  }
}

TEST_CASE("a figure in what the author wrote leads to its reasons") {
  const Made made(two_projects);
  PaperInput input = made.input();
  TextSpan of_total, of_post;
  of_total.figure = TextFigure{"totaal/baten/2025", Amount(Money::of_euros(60)), Sense::baten, {}};
  of_post.figure = TextFigure{"1/4/lasten/2025", Amount(Money::of_euros(60)), Sense::lasten, {}};
  input.texts = {{"inleiding", {TextParagraph{{of_total, of_post}}}}};
  const Page page = report_paper(input);
  CHECK(sections(page).front() == "inleiding");
  const auto& words = std::get<PageWords>(page.parts[1].what);
  const TextSpans& spans = std::get<TextParagraph>(words.blocks.front()).text;
  CHECK(spans[0].link == "#totaal/baten/2025");
  CHECK(spans[1].link == "#1/4");
  check_links(page);
}

TEST_CASE("the decisions name what was adopted and what is not known yet") {
  const Made made(two_projects);
  PaperInput input = made.input();
  input.changes = {{"1", "2025-03-01", "Voorjaarsnota", "raad"}};
  const Page page = report_paper(input);
  std::vector<std::string> items;
  for (const PagePart& part : page.parts)
    if (const auto* list = std::get_if<PageList>(&part.what))
      for (const TextSpans& spans : list->items) {
        std::string text;
        for (const TextSpan& span : spans) text += span.text;
        items.push_back(text);
      }
  CHECK(items == std::vector<std::string>{"1 Voorjaarsnota (2025-03-01, raad)", "1 post 4: Naar twee"});
}

TEST_CASE("the page of a project has a row for each side of a post, in which all years and their story stand") {
  const Made made(two_projects);
  const Worked& worked = made.worked;
  const Table page =
      report_project(worked.plan, worked.amounts, worked.balances, static_cast<ProjectId>(0), worked.plan.years);
  const SideRows turned = side_rows(page);
  REQUIRE(turned.rows.size() == turned.table.rows.size());
  std::vector<std::string> figures;
  for (const SideRow& row : turned.rows) figures.push_back(row.figure);
  CHECK(figures == std::vector<std::string>{"opening", "lasten", "lasten", "saldo", "eindsaldo"});
  for (std::size_t r = 0; r < turned.rows.size(); ++r) {
    const std::vector<Cell>& cells = turned.table.rows[r].cells;
    REQUIRE(cells.size() == turned.table.columns.size());
    CHECK_FALSE(turned.table.rows[r].addend);
    for (std::size_t y = 0; y < 2; ++y)
      for (std::size_t c = 0; c < page.columns.size(); ++c)
        if (page.columns[c].key == turned.table.columns[3 + y].key + "." + turned.rows[r].figure)
          CHECK(std::get<Amount>(cells[3 + y]) == std::get<Amount>(page.rows[turned.rows[r].page_row].cells[c]));
  }
}

TEST_CASE("a date is Dutch where people read it") {
  CHECK(to_dutch(Date{2025, 11, 6}) == "6 november 2025");
  CHECK(to_dutch(Date{2024, 2, 29}) == "29 februari 2024");
}
