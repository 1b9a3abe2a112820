// The small Markdown of the text of a report: every element, every mistake with its place, and laws for any text.
#include "intake/markdown/markdown.h"

#include <algorithm>
#include <functional>

#include "support/catch.h"
#include "support/random_plan.h"
#include "support/support.h"

using namespace saldo;

namespace {

std::string shown(const TextSpans& spans) {
  std::string text;
  for (const TextSpan& span : spans) {
    std::string one = span.figure ? "<=" + span.figure->address + ">" : span.text;
    if (span.code) one = "<c>" + one + "</c>";
    if (span.italic) one = "<i>" + one + "</i>";
    if (span.bold) one = "<b>" + one + "</b>";
    if (!span.link.empty()) one = "<a " + span.link + ">" + one + "</a>";
    text += one;
  }
  return text;
}

void show(const TextList& list, const std::string& before, std::string& text) {
  std::size_t number = list.first;
  for (const TextItem& item : list.items) {
    text += before + (list.ordered ? std::to_string(number++) + ". " : "- ") + shown(item.text) + "\n";
    for (const TextList& below : item.below) show(below, before + "  ", text);
  }
}

// A line per block or item; lists that follow each other stay apart.
std::string shown(const TextBlocks& blocks) {
  std::string text;
  bool after_list = false;
  for (const TextBlock& block : blocks) {
    const auto* list = std::get_if<TextList>(&block);
    if (list != nullptr && after_list) text += "|\n";
    after_list = list != nullptr;
    if (list != nullptr) show(*list, "", text);
    else if (const auto* heading = std::get_if<TextHeading>(&block))
      text += std::string(heading->level, '#') + " " + shown(heading->text) + "\n";
    else text += shown(std::get<TextParagraph>(block).text) + "\n";
  }
  return text;
}

struct ReadText {
  TextBlocks blocks;
  Findings findings;
};

ReadText read(std::string_view text) {
  ReadText all;
  all.blocks = read_markdown(FileId{0}, text, all.findings);
  return all;
}

// Of a text without mistakes.
std::string shown(std::string_view text) {
  const ReadText all = read(text);
  CHECK(tell(std::vector<std::string>{"kern.md"}, all.findings) == std::vector<std::string>());
  return shown(all.blocks);
}

std::vector<std::string> mistakes(std::string_view text) {
  std::vector<std::string> told;
  for (const Diagnostic& finding : read(text).findings)
    told.push_back(std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + "+" +
                   std::to_string(finding.place.length) + " " + to_text(finding.message));
  return told;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("markdown: paragraphs end at an empty line, and their lines are one sentence") {
  CHECK(shown("Een zin\ndie doorgaat.\n\nEn  nog een.\n") == "Een zin die doorgaat.\nEn  nog een.\n");
  CHECK(shown("a  \r\n  b\r\n \t\r\nc") == "a b\nc\n");
  CHECK(shown("") == "");
  CHECK(shown("\n\n \n") == "");
  CHECK(shown("\uFEFFmet een merk") == "met een merk\n");
  CHECK(shown("met\ttab") == "met tab\n");
}

TEST_CASE("markdown: headings go one level at a time, whatever they were written with") {
  CHECK(shown("# Kern\ntekst\n## Lasten ##\n# Slot #") == "# Kern\ntekst\n## Lasten\n# Slot\n");
  CHECK(shown("## a\n#### b\n### c\n## d\n# e") == "# a\n## b\n## c\n# d\n# e\n");
  CHECK(shown("#geen kop\n#2 ook niet") == "#geen kop #2 ook niet\n");
  CHECK(shown("# C#\n\n# *a* {{totaal/saldo/2026}}") == "# C#\n# <i>a</i> <=totaal/saldo/2026>\n");
  CHECK(shown("####### zeven") == "####### zeven\n");
}

TEST_CASE("markdown: lists, ordered and not, with lists under their items") {
  CHECK(shown("- a\n- b\n  die doorgaat\n* c\n\n+ d\n\nslot") == "- a\n- b die doorgaat\n- c\n- d\nslot\n");
  CHECK(shown("1. a\n2. b\n   - c\n   - d\n3. e") == "1. a\n2. b\n  - c\n  - d\n3. e\n");
  CHECK(shown("1) a\n    1. b\n    2. c\n- d") == "1. a\n  1. b\n  2. c\n|\n- d\n");
  CHECK(shown("- a\n  - b\n  1. c\n- d\n  - e") == "- a\n  - b\n  1. c\n- d\n  - e\n");
  CHECK(shown("Vastgesteld wordt:\n- a\n- b") == "Vastgesteld wordt:\n- a\n- b\n");
  CHECK(shown("7. a\n\nuitleg\n\n8. b") == "7. a\nuitleg\n8. b\n");
  CHECK(shown("-\n- b") == "- \n- b\n");
  CHECK(shown(" - a\n - b") == "- a\n- b\n");
}

TEST_CASE("markdown: what only looks like an item is text") {
  CHECK(shown("het jaar\n2025. Daarna") == "het jaar 2025. Daarna\n");
  CHECK(shown("2025. Een jaar") == "2025. Een jaar\n");
  CHECK(shown("de som is\n12. Dat klopt") == "de som is 12. Dat klopt\n");
  CHECK(shown("-5% en\n1.000 euro\n3.18 is een nummer") == "-5% en 1.000 euro 3.18 is een nummer\n");
  CHECK(shown("\\- geen\n\n1\\. ook niet") == "- geen\n1. ook niet\n");
}

TEST_CASE("markdown: bold and italic, within each other, and marks without a partner") {
  CHECK(shown("a **b** c *d* __e__ _f_") == "a <b>b</b> c <i>d</i> <b>e</b> <i>f</i>\n");
  CHECK(shown("***a*** ***b** c* ***d* e**") == "<b><i>a</i></b> <b><i>b</i></b><i> c</i> <b><i>d</i></b><b> e</b>\n");
  CHECK(shown("*a **b***") == "<i>a </i><b><i>b</i></b>\n");
  CHECK(shown("**a *b***") == "<b>a </b><b><i>b</i></b>\n");
  CHECK(shown("5 * 3 * 2, bedrag* en **los") == "5 * 3 * 2, bedrag* en **los\n");
  CHECK(shown("mijn_lange_naam en __init__ _a_b_") == "mijn_lange_naam en <b>init</b> <i>a_b</i>\n");
  CHECK(shown("**a *b** c*") == "<b>a *b</b> c*\n");
  CHECK(shown("*a*b*") == "<i>a</i>b*\n");
  CHECK(shown("**over\ntwee regels**") == "<b>over twee regels</b>\n");
  CHECK(shown("**a\n\nb**") == "**a\nb**\n");
  CHECK(shown("****a****") == "****a****\n");
  CHECK(shown("**€ {{totaal/saldo/2026}}**") == "<b>€ </b><b><=totaal/saldo/2026></b>\n");
  CHECK(shown("één_twee_drie") == "één_twee_drie\n");
}

TEST_CASE("markdown: code is taken as it stands") {
  CHECK(shown("`a *b* {{c}} \\` d") == "<c>a *b* {{c}} \\</c> d\n");
  CHECK(shown("``a ` b`` en `` ` ``") == "<c>a ` b</c> en <c>`</c>\n");
  CHECK(shown("`a\n   b`") == "<c>a b</c>\n");
  CHECK(shown("een ` los") == "een ` los\n");
  CHECK(shown("**`a`**") == "<b><c>a</c></b>\n");
}

TEST_CASE("markdown: links lead to the web, to mail or to a place in the report") {
  CHECK(shown("[a](https://example.org/b_(c)) d") == "<a https://example.org/b_(c)>a</a> d\n");
  CHECK(shown("[**a** b](mailto:a@b.nl)") == "<a mailto:a@b.nl><b>a</b></a><a mailto:a@b.nl> b</a>\n");
  CHECK(shown("[naar\ntabel](#tabel-3)") == "<a #tabel-3>naar tabel</a>\n");
  CHECK(shown("[a [b](HTTP://x.nl) c](https://y.nl)") == "[a <a HTTP://x.nl>b</a> c](https://y.nl)\n");
  CHECK(shown("[1] [x] (los) ] [ a!b ![c]") == "[1] [x] (los) ] [ a!b ![c]\n");
  CHECK(shown("\\[a](b)") == "[a](b)\n");
  CHECK(shown("[{{rib/2026}}](#rib)") == "<a #rib><=rib/2026></a>\n");
}

TEST_CASE("markdown: HTML is text, and so is what a backslash makes ordinary") {
  CHECK(shown("<b>a</b> &amp; <script>x</script>") == "<b>a</b> &amp; <script>x</script>\n");
  CHECK(shown("\\*a\\* \\_b\\_ \\`c\\` \\\\ \\# \\<") == "*a* _b_ `c` \\ # <\n");
  CHECK(shown("C:\\data\\Een") == "C:\\data\\Een\n");
  CHECK(shown("slot\\") == "slot\\\n");
  CHECK(shown("\\{{totaal/saldo/2026}} en \\}} en {een} en \\{\\{a}") ==
        "{{totaal/saldo/2026}} en }} en {een} en {{a}\n");
}

TEST_CASE("markdown: a figure is its address, with its place") {
  const ReadText all = read("Het is\nécht {{ 3.18/Kosten *x*_y/2026 }}, {{totaal/saldo/2028}}.");
  REQUIRE(all.findings.empty());
  std::vector<Place> places;
  for (const TextSpan& span : std::get<TextParagraph>(all.blocks.at(0)).text)
    if (span.figure) places.push_back(span.figure->place);
  CHECK(shown(all.blocks) == "Het is écht <=3.18/Kosten *x*_y/2026>, <=totaal/saldo/2028>.\n");
  CHECK(places == std::vector<Place>{{FileId{0}, 2, 9, 22}, {FileId{0}, 2, 38, 17}});
}

TEST_CASE("markdown: all that is wrong is told at its place, in one go") {
  CHECK(mistakes("ab {{totaal/saldo/2026 en\n{{x}} {{y} {{z}}") ==
        Told{"1:4+2 these braces are not closed", "2:7+2 these braces are not closed"});
  CHECK(mistakes("{{a [b](c)\n{{{").size() == 3);
  CHECK(mistakes("a }} {{}} {{  }}\n\n- {totaal/saldo/2026}}") ==
        Told{"1:3+2 these braces close nothing", "1:6+4 no address stands between these braces",
             "1:11+6 no address stands between these braces", "3:21+2 these braces close nothing"});
  CHECK(mistakes("é [a](bijlage.docx) [b](../c.md) [c](javascript:alert(1)) [d]()") ==
        Told{"1:7+12 `bijlage.docx` is no address that a reader can follow",
             "1:25+7 `../c.md` is no address that a reader can follow",
             "1:38+19 `javascript:alert(1)` is no address that a reader can follow",
             "1:63+0 `` is no address that a reader can follow"});
  CHECK(mistakes("[a](https://x.nl \"titel\") [b](https://) [c](#) [d](# a) [e](mailto:x)").size() == 5);
  CHECK(mistakes("[a](https://x.nl en\nverder)") == Told{"1:3+2 this link is not closed"});
  CHECK(mistakes("![logo](logo.png)") == Told{"1:9+8 a picture cannot be put in a text"});
  CHECK(mistakes("a\n\n| a | b |\n|---|---|\n\n> citaat\nvervolg") ==
        Told{"3:1+1 a table is not taken over from a text", "6:1+1 a quotation is not taken over from a text"});
  CHECK(mistakes("a\n---\n***\n- - -\n====") ==
        Told{"2:1+3 a line across the page is not taken over", "3:1+3 a line across the page is not taken over",
             "4:1+5 a line across the page is not taken over", "5:1+4 a line across the page is not taken over"});
  CHECK(mistakes("```toml\n{{x\n```\ntekst") == Told{"1:1+3 a block of code is not taken over"});
  CHECK(mistakes("- a\n  - b\n    - c") == Told{"3:5+1 a list goes no deeper than two levels"});
  CHECK(mistakes("# a\n## b\n### c\n#### d\n##### e\n#") ==
        Told{"5:1+5 headings go no deeper than 4 levels", "6:1+1 nothing stands in this heading"});
}

TEST_CASE("markdown: a command to a server that runs jobs is told, wherever it stands") {
  const std::string told =
      " this text holds a command to a server that runs jobs, which would carry it out wherever it is shown";
  CHECK(mistakes("a ##vso[b]c\n\n`x\t##[d]`") == Told{"1:3+2" + told, "3:4+2" + told});
  CHECK(mistakes("## [a](https://a.nl)\n\n# #[a]").empty());
}

TEST_CASE("markdown: what nobody sees is told, and bytes that are not UTF-8") {
  CHECK(mistakes("a\u200Bb\nc\u202Ed\u00ADe\n\x01") == Told{"1:2+1 in this text stands a mark that nobody sees",
                                                            "2:2+1 in this text stands a mark that nobody sees",
                                                            "3:1+1 in this text stands a mark that nobody sees"});
  CHECK(mistakes(std::string_view("a\0b", 3)) == Told{"1:2+1 in this text stands a mark that nobody sees"});
  CHECK(mistakes("a\rb").size() == 1);
  CHECK(mistakes("één\ncaf\xE9 {{") == Told{"2:4+1 this byte is not UTF-8"});
  CHECK(mistakes("een smiley 👩‍👩‍👧 en ﬁ") == Told{});
  CHECK(mistakes(std::string(max_text_bytes + 1, 'a')) == Told{"0:0+0 is larger than 1 MiB"});
}

namespace {

const std::string plain_signs = "abcXYZ0189éß";

// Letters and digits of a text, in their order: what markup never eats.
std::string letters(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) kept += c;
  return kept;
}

std::string words_of(TextBlocks blocks) {
  std::string text;
  for_each_span(blocks, [&](const TextSpan& span) { text += span.figure ? span.figure->address : span.text; });
  return text;
}

// As someone would write it down who wants none of it to be markup.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}![]#|>+-=~.)<&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

const std::vector<std::string> scraps = {"*",   "**",    "***", "_",   "__", "`",     "``", "[",    "](",
                                         ")",   "](#a)", "!",   "{{",  "}}", "\\",    "\n", "\n\n", "- ",
                                         "1. ", "  ",    "# ",  "## ", "a",  "woord", "é",  ".",    "x/y",
                                         "|",   ">",     "---", "```", "\t", "\r\n",  "12", "(",    "~"};

std::string random_text(Dice& dice, std::size_t pieces) {
  std::string text;
  for (std::size_t i = dice.below(pieces); i > 0; --i) text += dice.pick(scraps);
  return text;
}

void check_promises(const std::string& text, const ReadText& all) {
  const auto lines = static_cast<std::uint32_t>(1 + std::count(text.begin(), text.end(), '\n'));
  for (const Diagnostic& finding : all.findings) {
    CHECK(finding.place.line <= lines);
    CHECK_FALSE(to_text(finding.message, Language::nl).empty());
    to_text(finding.help, Language::nl);
  }
}

}  // namespace

TEST_CASE("markdown: of any text without a link or block of code no letter is lost, and none is added") {
  Dice dice(31);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(dice, 40);
    INFO(text);
    const ReadText all = read(text);
    check_promises(text, all);
    if (has(text, "](") || has(text, "```")) continue;
    CHECK(letters(words_of(all.blocks)) == letters(text));
  }
}

TEST_CASE("markdown: what is escaped comes out as it was, whatever it is") {
  Dice dice(32);
  for (int i = 0; i < 1000; ++i) {
    std::string text = "a";
    for (std::size_t n = dice.below(30); n > 0; --n) {
      const std::string& scrap = dice.pick(scraps);
      if (!has(scrap, "\n") && !has(scrap, "\t")) text += scrap;
    }
    while (text.ends_with(' ')) text.pop_back();
    CHECK(shown(escaped(text)) == text + "\n");
  }
}

TEST_CASE("markdown: a text that is cut off anywhere is read or refused, and its findings stand in it") {
  const std::string text =
      "\uFEFF# Kern **vet\n\nHet *saldo* is {{totaal/saldo/2026}} ([zie](https://a.nl/b_(c)), `code`).\r\n"
      "1. één\n   - ***twee***\n2. \\{{drie}} ![x](y)\n\n| a |\n---\n```\nb\n```\n> c\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string cut = text.substr(0, size);
    check_promises(cut, read(cut));
  }
}

// Nothing looks ahead more than once: what is repeated here once took a thousand times as long.
TEST_CASE("markdown: no text of a mebibyte takes long") {
  for (const char* scrap : {"*a ", "{{ ", "`a``b", "[a](#b", "é{{x}}"}) {
    INFO(scrap);
    std::string text;
    while (text.size() < max_text_bytes - 10) text += scrap;
    CHECK(fate_of([&] { read(text); }) == "fine");
  }
}
