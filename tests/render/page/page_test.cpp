// A page as HTML and as Markdown: what is escaped, what leads where, and what stands in the head.
#include <set>

#include "base/hash/sha256.h"
#include "render/page/html.h"
#include "render/page/html_text.h"
#include "render/page/markdown.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string nasty = "<script>alert('a & \"b\"')</script>";

Table small_table() {
  Table table{"klein", Dutch("Klein"), {}, {}};
  table.columns = {{"nr", Dutch("Nr"), ColumnType::text},
                   {"naam", Dutch("Naam"), ColumnType::text},
                   {"2025.baten", Dutch("Baten"), ColumnType::amount, Dutch("2025")},
                   {"2025.lasten", Dutch("Lasten"), ColumnType::amount, Dutch("2025")}};
  table.rows = {{RowKind::subtotal, 0, {Blank(), std::string(nasty), Amount(Money::of_euros(-1234)), Amount::pm()}},
                {RowKind::item, 1, {std::string("3.1"), std::string("Een"), Amount(Money::of_euros(5)), Amount()}},
                {RowKind::total, 0, {Blank(), std::string("Totaal"), Amount(Money::of_euros(5)), Blank()}}};
  return table;
}

Page page_with(PagePart part) {
  Page page{"Titel", {"Datum: 2025-11-06"}, false, {}};
  page.add(PageHeading{2, "Deel", "deel"});
  page.parts.push_back(std::move(part));
  return page;
}

std::string html_of(PagePart part) { return render_html(page_with(std::move(part)), {}); }

}  // namespace

TEST_CASE("a page says what it is, allows its own style alone and loads nothing") {
  const std::string html = html_of({PageText{{{"tekst"}}}});
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
  CHECK(has(html, "content=\"default-src 'none'; style-src 'sha256-"));
  CHECK(has(html, "<title>Titel</title>"));
  for (const char* outside :
       {"<script", "<link", "<img", "http:", "https:", "url(", "@import", " style=\"", " onclick"})
    CHECK_FALSE(has(html, outside));
}

TEST_CASE("the style that a page allows is the one that stands in it") {
  for (const bool draft : {false, true}) {
    Page page = page_with({PageText{{{"tekst"}}}});
    page.draft = draft;
    const std::string html = render_html(page, {});
    const std::size_t begin = html.find("<style>") + 7, end = html.find("</style>");
    const std::string hex = sha256(html.substr(begin, end - begin));
    // From base64 back to the digits that sha256 gives.
    const std::size_t at = html.find("sha256-") + 7;
    const std::string base64 = html.substr(at, html.find('\'', at) - at);
    CHECK(base64.size() == 44);
    std::string bits, expected;
    for (const char c : base64.substr(0, 43)) {
      const std::string_view all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      for (int bit = 5; bit >= 0; --bit) bits += (all.find(c) >> bit) % 2 == 1 ? '1' : '0';
    }
    for (const char c : hex) {
      const std::size_t value = std::string_view("0123456789abcdef").find(c);
      for (int bit = 3; bit >= 0; --bit) expected += (value >> bit) % 2 == 1 ? '1' : '0';
    }
    CHECK(bits.substr(0, 256) == expected);
  }
}

TEST_CASE("nothing that a user wrote is markup") {
  const std::string html = html_of({PageTable{small_table()}});
  CHECK(has(html, "&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)&lt;/script&gt;"));
  CHECK_FALSE(has(html, "<script"));
  Page page = page_with({PageText{{{nasty}}}});
  page.title = nasty;
  page.lines = {nasty};
  CHECK_FALSE(has(render_html(page, {}), "<script"));
  CHECK(has(escaped_html("a\x1B[31mb"), "\uFFFD"));
  Table figures = small_table();
  figures.rows[1].cells[2] = nasty;  // a text where figures stand
  CHECK_FALSE(has(html_of({PageTable{std::move(figures)}}), "<script"));
}

TEST_CASE("text is escaped the same whether or not it can go out as it is read") {
  const std::string plain = "a<b> & \"c\" 'd' × é";
  const std::string escaped = "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; × é";
  CHECK(escaped_html(plain) == escaped);
  // Each of these has to be looked at character by character, and leaves nothing behind of the attempt before that.
  for (const auto& [odd, seen] : std::vector<std::pair<std::string, std::string>>{{"\u20ac", "\u20ac"},
                                                                                  {"\t", " "},
                                                                                  {"\x01", "\uFFFD"},
                                                                                  {"\xFF", "\uFFFD"},
                                                                                  {"\xC3", "\uFFFD"},
                                                                                  {"\u202e", "\uFFFD"},
                                                                                  {"\uFFFF", "\uFFFD"},
                                                                                  {"\u00ad", "\uFFFD"},
                                                                                  {"\x7F", "\uFFFD"}}) {
    std::string out = "ervoor";
    add_escaped(out, plain + odd + plain);
    CHECK(out == "ervoor" + escaped + seen + escaped);
    CHECK(escaped_html(plain + odd) == escaped + seen);
  }
}

TEST_CASE("what stands between two wide sections lies on its side in print, and nothing before or behind them") {
  Table wide = small_table();
  for (int i = 0; i < 8; ++i) {
    wide.columns.push_back({"x" + std::to_string(i), Dutch("X"), ColumnType::amount});
    for (Row& row : wide.rows) row.cells.emplace_back(Amount(Money::of_euros(i)));
  }
  Page page{"Titel", {}, false, {}};
  for (const char* name : {"voor", "breed", "tussen", "breed2", "na"}) {
    page.add(PageHeading{2, name, name});
    if (std::string_view(name).starts_with("breed")) page.add(PageTable{wide});
  }
  page.add(PageHeading{2, "uitleg", "uitleg"});
  page.add(PageFold{"dicht", "", {}});
  const std::string html = render_html(page, {});
  CHECK(has(html, "<section aria-labelledby=\"w-voor\">"));
  CHECK(has(html, "<section class=\"wide\" aria-labelledby=\"w-breed\">"));
  CHECK(has(html, "<section class=\"lying\" aria-labelledby=\"w-tussen\">"));
  CHECK(has(html, "<section class=\"wide\" aria-labelledby=\"w-breed2\">"));
  CHECK(has(html, "<section aria-labelledby=\"w-na\">"));
  CHECK(has(html, "<section class=\"why\" aria-labelledby=\"w-uitleg\">"));
}

TEST_CASE("a table tells its rows and columns to who does not see them") {
  const std::string html = html_of({PageTable{small_table()}});
  CHECK(has(html, "<caption>Klein</caption>"));
  CHECK(has(html, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Klein\">"));
  CHECK(has(html, "<th scope=\"colgroup\" colspan=\"2\" class=\"group\">2025</th>"));
  CHECK(has(html, "<th scope=\"col\" rowspan=\"2\">Nr</th>"));
  CHECK(has(html, "<th scope=\"row\" class=\"l1\">Een</th>"));
  CHECK(has(html, "<tr class=\"total\">"));
}

TEST_CASE("a figure has a real minus where people read it and a plain one for programs") {
  const std::string html = html_of({PageTable{small_table()}});
  CHECK(has(html, "data-value=\"-1234.00\">\u22121.234</td>"));
  CHECK(has(html, "<abbr title=\"pro memorie\">PM</abbr>"));
  CHECK_FALSE(has(html, "data-value=\"PM\""));
}

TEST_CASE("cells lead to what is called so") {
  PageTable part{small_table(), {{1, 2, "3.1/baten/2025"}}, {{1, "3.1/12"}}};
  const std::string html = html_of({std::move(part)});
  CHECK(has(html, "<a href=\"#w-3_1--baten--2025\">5</a>"));
  CHECK(has(html, "<tr id=\"w-3_1--12\""));
}

TEST_CASE("another name is another anchor, with nothing in it that an anchor may not have") {
  std::set<std::string> anchors;
  const char* names[] = {"3.1", "3_1", "3-1", "3/1", "3--1", "3-m1", "3 1", "é", "e", "3.1/", "", "3-2F1", "A", "a"};
  for (const char* name : names) {
    const std::string anchor = anchor_of(name);
    CHECK(anchor.starts_with("w-"));
    CHECK(anchor.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == anchor.npos);
    anchors.insert(anchor);
  }
  CHECK(anchors.size() == std::size(names));
}

TEST_CASE("only a draft is marked as one") {
  Page page = page_with({PageText{{{"tekst"}}}});
  CHECK_FALSE(has(render_html(page, {}), ">Concept<"));
  CHECK_FALSE(has(render_html(page, {}), "content: \"Concept\""));
  page.draft = true;
  CHECK(has(render_html(page, {}), "<p class=\"draft\">Concept</p>"));
  CHECK(has(render_html(page, {}), "@page { @top-right { content: \"Concept\""));
}

TEST_CASE("what a person wrote keeps its levels below the section") {
  PageWords words{{TextHeading{1, {{"Kop"}}},
                   TextParagraph{{{"vet", true}, {" en "}, {"daar", false, false, false, "https://a.nl/?a=1&b=2"}}},
                   TextList{true, 3, {TextItem{{{"punt"}}, {TextList{false, 1, {TextItem{{{"onder"}}, {}}}}}}}}}};
  const std::string html = html_of({words});
  CHECK(has(html, "<h3>Kop</h3>"));
  CHECK(has(html, "<p><strong>vet</strong> en <a href=\"https://a.nl/?a=1&amp;b=2\">daar</a></p>"));
  CHECK(has(html, "<ol start=\"3\">\n<li>punt<ul>\n<li>onder</li>\n</ul>\n</li>\n</ol>"));
}

TEST_CASE("a page as Markdown has its tables, and its pictures in files beside it") {
  Chart chart;
  chart.id = "begroting";
  chart.title = Dutch("Baten en lasten");
  chart.message = Dutch("De lasten zijn hoger.");
  chart.categories = {Dutch("2025")};
  chart.series = {{"baten", Dutch("Baten"), {Amount(Money::of_euros(7))}}};
  Page page = page_with({PageTable{small_table()}});
  page.add(PagePicture{chart});
  page.draft = true;
  const std::string md = render_markdown(page, {});
  CHECK(md.starts_with("# Titel (concept)\n"));
  CHECK(has(md, "## Deel\n"));
  CHECK(has(md, "![Baten en lasten](figuren/begroting.svg)\n\nDe lasten zijn hoger.\n"));
  CHECK(has(md, "| 2025 | 7 |"));
  CHECK(has(md, "\\<script"));
  CHECK_FALSE(has(md, " <script"));
}

TEST_CASE("a picture in the text of Markdown is a block of code that nothing in it ends") {
  Chart chart;
  chart.id = "begroting";
  chart.title = Dutch("Baten en lasten");
  chart.message = Dutch("De lasten zijn hoger.");
  chart.categories = {Label(std::string("```2025"))};
  chart.series = {{"baten", Dutch("Baten"), {Amount(Money::of_euros(7))}}};
  Style coloured;
  coloured.colour = true;
  const std::string md = render_markdown(page_with({PagePicture{chart}}), coloured, MdPictures::in_text);
  CHECK_FALSE(has(md, "figuren/"));
  CHECK_FALSE(has(md, "\x1b["));
  CHECK(has(md, "\n### Baten en lasten\n"));
  CHECK(has(md, "| 7 |\n\nDe lasten zijn hoger.\n\n````text\n"));
  CHECK(md.ends_with("\n````\n"));
  CHECK(has(md, "\u2588"));
}

TEST_CASE("what a person wrote reads the same in Markdown") {
  const std::string figure_page = render_markdown(
      page_with({PageWords{
          {TextParagraph{{{"2026. Een jaar"}}}, TextParagraph{{{"# geen kop"}}},
           TextParagraph{{{"3.1 is een project"}}},
           TextParagraph{{{"vet", true}, {" en ", true, true}, {"a`b", false, false, true}, {" ", true}, {"x"}}},
           TextParagraph{{{"`", false, false, true}}}, TextList{false, 1, {TextItem{{{"- geen lijst"}}, {}}}}}}}),
      {});
  CHECK(has(figure_page, "\n\n2026\\. Een jaar\n\n\\# geen kop\n\n3.1 is een project\n"));
  CHECK(has(figure_page, "\n**vet** ***en*** ``a`b`` x\n"));
  CHECK(has(figure_page, "\n`` ` ``\n"));
  CHECK(has(figure_page, "\n- \\- geen lijst\n"));
}

TEST_CASE("a page as Markdown tells its unit, and where things are without markup") {
  Style thousands;
  thousands.unit = Money::of_euros(1000);
  Page page = page_with({PageFold{nasty, "", {}}});
  page.add(PageFindings{{{Severity::error, "bestand", "*<b>.toml:1", "leeg", "", {}, ""}}, Language::nl});
  const std::string md = render_markdown(page, thousands);
  CHECK(has(md, "\nBedragen x € 1.000\n"));
  CHECK_FALSE(has(render_markdown(page, {}), "Bedragen x"));
  CHECK(has(md, "<summary>&lt;script&gt;"));
  CHECK(has(md, "**\\*\\<b>.toml:1**"));
}
