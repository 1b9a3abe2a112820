#include "render/page/html_parts.h"

#include <fmt/format.h>

#include "render/page/chart_table.h"
#include "render/page/html_table.h"
#include "render/page/html_text.h"
#include "render/page/html_words.h"
#include "render/picture/svg.h"

namespace saldo {

namespace {

// A tree as long as that is not printed: a page breaks within its lines, and its table tells the same.
bool is_longer_than_paper(const Chart& chart) {
  constexpr std::size_t most = 45;
  return chart.kind == ChartKind::tree && chart.nodes.size() > most;
}

}  // namespace

void HtmlParts::add_part(const PagePart& part) {
  std::visit([this](const auto& one) { add(one); }, part.what);
}

void HtmlParts::add(const PageHeading& heading) {
  out_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", heading.level, anchor_of(heading.anchor),
                      escaped_html(heading.text));
}

void HtmlParts::add(const PageText& text) {
  out_ += text.small ? "<p class=\"note\">" : "<p>";
  add_spans(out_, text.spans, style_);
  out_ += "</p>\n";
}

void HtmlParts::add(const PageList& list) {
  out_ += list.numbered ? "<ol>\n" : "<ul>\n";
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    out_ += list.anchors.empty() ? "<li>" : "<li id=\"" + anchor_of(list.anchors[i]) + "\">";
    add_spans(out_, list.items[i], style_);
    out_ += "</li>\n";
  }
  out_ += list.numbered ? "</ol>\n" : "</ul>\n";
}

void HtmlParts::add(const PageWords& words) { add_words(out_, words.blocks, style_); }

// The figure has its title and its figures beside the drawing, which tells in a sentence what it shows.
void HtmlParts::add(const PagePicture& picture) {
  out_ += is_longer_than_paper(picture.chart) ? "<figure class=\"long\">\n<figcaption>" : "<figure>\n<figcaption>";
  out_ += escaped_html(picture.chart.title.text()) + "</figcaption>\n";
  out_ += render_svg(picture.chart, style_, SvgUse::in_page);
  out_ += "<p class=\"note\">" + escaped_html(picture.chart.message.text()) + "</p>\n";
  out_ += "<details><summary>De cijfers bij dit beeld</summary>\n";
  add_table(out_, {table_of(picture.chart)}, style_);
  out_ += "</details>\n";
  out_ += "</figure>\n";
}

void HtmlParts::add(const PageTable& table) { add_table(out_, table, style_); }

void HtmlParts::add(const PageBox& box) {
  out_ += box.alarm ? "<div class=\"box alarm\">\n<p>" : "<div class=\"box\">\n<p>";
  add_spans(out_, box.head, style_);
  out_ += "</p>\n";
  for (const TextSpans& line : box.lines) {
    out_ += "<p>";
    add_spans(out_, line, style_);
    out_ += "</p>\n";
  }
  out_ += "</div>\n";
}

void HtmlParts::add(const PageFigures& figures) {
  out_ += "<dl class=\"keys\">\n";
  for (const KeyFigure& figure : figures.figures) {
    out_ += "<div><dt>" + escaped_html(figure.label) + "</dt><dd class=\"figure\">";
    add_spans(out_, {figure.figure}, style_);
    out_ += "</dd>";
    out_ += "</div>\n";
  }
  out_ += "</dl>\n";
}

void HtmlParts::add(const PageFindings& all) {
  out_ += all.language == Language::nl ? "<ul class=\"findings\">\n" : "<ul class=\"findings\" lang=\"en\">\n";
  for (const PageFinding& finding : all.findings) add_finding(finding, all.language);
  out_ += "</ul>\n";
}

void HtmlParts::add_finding(const PageFinding& finding, Language language) {
  const std::string_view word = language == Language::nl ? to_dutch(finding.severity) : to_text(finding.severity);
  out_ += fmt::format("<li class=\"finding {}\"><p><span class=\"severity\">{}</span>: {}</p>",
                      to_text(finding.severity), word, escaped_html(finding.message));
  out_ += fmt::format("<p class=\"where\">{} [{}]", escaped_html(finding.place), finding.rule);
  if (!finding.line.empty()) out_ += " <code>" + escaped_html(finding.line) + "</code>";
  out_ += "</p>";
  for (const std::string& note : finding.notes) out_ += "<p class=\"where\">" + escaped_html(note) + "</p>";
  if (!finding.help.empty()) out_ += "<p>" + escaped_html(finding.help) + "</p>";
  out_ += "</li>\n";
}

void HtmlParts::add(const PageFold& fold) {
  out_ += "<details><summary";
  if (!fold.anchor.empty()) out_ += " id=\"" + anchor_of(fold.anchor) + "\"";
  out_ += ">" + escaped_html(fold.summary) + "</summary>\n";
  for (const PagePart& part : fold.parts) add_part(part);
  out_ += "</details>\n";
}

}  // namespace saldo
