#include "render/page/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash/sha256.h"
#include "render/page/chart_table.h"
#include "render/page/html_table.h"
#include "render/page/html_text.h"
#include "render/page/html_words.h"
#include "render/page/style_sheet.h"
#include "render/picture/svg.h"

namespace saldo {

namespace {

std::string style_of(const Page& page) {
  std::string style(style_sheet);
  style += picture_css;
  if (page.draft) style += draft_style_sheet;
  return style;
}

// What a Content-Security-Policy calls a style by.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::string_view hex_digits = "0123456789abcdef";
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 3) {  // three times four bits are two digits
    std::size_t bits = 0;
    for (std::size_t i = at; i < at + 3; ++i) bits = bits * 16 + (i < hex.size() ? hex_digits.find(hex[i]) : 0);
    out += digits[bits / 64];
    if (at + 2 <= hex.size()) out += digits[bits % 64];
  }
  while (out.size() % 4 != 0) out += '=';
  return out;
}

class HtmlPage {
 public:
  HtmlPage(const Page& page, const Style& style) : page_(page), style_(style) {}

  std::string write() {
    add_head();
    add_front();
    add_contents();
    out_ += "<main id=\"inhoud\">\n";
    for (std::size_t i = 0; i < page_.parts.size(); ++i) {
      const auto* heading = std::get_if<PageHeading>(&page_.parts[i].what);
      if (heading != nullptr && heading->level == 2) open_section(i, *heading);
      else add_part(page_.parts[i]);
    }
    close_section();
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void add_head() {
    out_ += "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n";
    out_ += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '";
    const std::string style = style_of(page_);
    out_ += "sha256-" + base64_of_hex(sha256(style));
    out_ += "'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    add_escaped(out_, page_.title);
    if (!page_.subtitle.empty()) out_ += " \u2013 " + escaped_html(page_.subtitle);
    out_ += "</title>\n<style>";
    out_ += style;
    out_ += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#inhoud\">Naar de inhoud</a>\n";
  }

  void add_front() {
    out_ += "<header>\n";
    if (page_.draft) out_ += "<p class=\"draft\">Concept</p>\n<p class=\"mark\" aria-hidden=\"true\">Concept</p>\n";
    out_ += "<h1>" + escaped_html(page_.title) + "</h1>\n";
    if (!page_.subtitle.empty()) out_ += "<p class=\"subtitle\">" + escaped_html(page_.subtitle) + "</p>\n";
    for (const std::string& line : page_.lines) out_ += "<p class=\"about\">" + escaped_html(line) + "</p>\n";
    out_ += "</header>\n";
  }

  void add_contents() {
    out_ += "<nav aria-label=\"Inhoud\">\n<ol>\n";
    for (const PagePart& part : page_.parts) {
      const auto* heading = std::get_if<PageHeading>(&part.what);
      if (heading == nullptr || heading->level != 2) continue;
      out_ += "<li><a href=\"#" + anchor_of(heading->anchor) + "\">" + escaped_html(heading->text) + "</a></li>\n";
    }
    out_ += "</ol>\n</nav>\n";
  }

  // Whether anything up to the next section needs a page on its side.
  bool is_wide_from(std::size_t part) const {
    for (++part; part < page_.parts.size(); ++part) {
      const auto* heading = std::get_if<PageHeading>(&page_.parts[part].what);
      if (heading != nullptr && heading->level == 2) return false;
      const auto* table = std::get_if<PageTable>(&page_.parts[part].what);
      if (table != nullptr && is_wide(table->table)) return true;
    }
    return false;
  }

  bool is_of_folds(std::size_t part) const {
    return part + 2 < page_.parts.size() && std::holds_alternative<PageFold>(page_.parts[part + 2].what);
  }

  void open_section(std::size_t part, const PageHeading& heading) {
    close_section();
    out_ += is_of_folds(part) ? "<section class=\"why\"" : is_wide_from(part) ? "<section class=\"wide\"" : "<section";
    out_ += " aria-labelledby=\"" + anchor_of(heading.anchor) + "\">\n";
    in_section_ = true;
    add(heading);
  }

  void close_section() {
    if (in_section_) out_ += "</section>\n";
    in_section_ = false;
  }

  void add_part(const PagePart& part) {
    std::visit([this](const auto& one) { add(one); }, part.what);
  }

  void add(const PageHeading& heading) {
    out_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", heading.level, anchor_of(heading.anchor),
                        escaped_html(heading.text));
  }

  void add(const PageText& text) {
    out_ += text.small ? "<p class=\"note\">" : "<p>";
    add_spans(out_, text.spans, style_);
    out_ += "</p>\n";
  }

  void add(const PageList& list) {
    out_ += list.numbered ? "<ol>\n" : "<ul>\n";
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      out_ += list.anchors.empty() ? "<li>" : "<li id=\"" + anchor_of(list.anchors[i]) + "\">";
      add_spans(out_, list.items[i], style_);
      out_ += "</li>\n";
    }
    out_ += list.numbered ? "</ol>\n" : "</ul>\n";
  }

  void add(const PageWords& words) { add_words(out_, words.blocks, style_); }

  // The figure has its title and its figures beside the drawing, which tells in a sentence what it shows.
  void add(const PagePicture& picture) {
    out_ += "<figure>\n<figcaption>" + escaped_html(picture.chart.title.text()) + "</figcaption>\n";
    out_ += render_svg(picture.chart, style_, SvgUse::in_page);
    out_ += "<p class=\"note\">" + escaped_html(picture.chart.message.text()) + "</p>\n";
    out_ += "<details><summary>De cijfers bij dit beeld</summary>\n";
    add_table(out_, {table_of(picture.chart)}, style_);
    out_ += "</details>\n";
    out_ += "</figure>\n";
  }

  void add(const PageTable& table) { add_table(out_, table, style_); }

  void add(const PageBox& box) {
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

  void add(const PageFigures& figures) {
    out_ += "<dl class=\"keys\">\n";
    for (const KeyFigure& figure : figures.figures) {
      out_ += "<div><dt>" + escaped_html(figure.label) + "</dt><dd class=\"figure\">";
      add_spans(out_, {figure.figure}, style_);
      out_ += "</dd>";
      if (!figure.remark.empty()) out_ += "<dd class=\"remark\">" + escaped_html(figure.remark) + "</dd>";
      out_ += "</div>\n";
    }
    out_ += "</dl>\n";
  }

  void add(const PageFindings& all) {
    out_ += all.language == Language::nl ? "<ul class=\"findings\">\n" : "<ul class=\"findings\" lang=\"en\">\n";
    for (const PageFinding& finding : all.findings) add_finding(finding, all.language);
    out_ += "</ul>\n";
  }

  void add_finding(const PageFinding& finding, Language language) {
    const std::string_view word = language == Language::nl ? to_dutch(finding.severity) : to_text(finding.severity);
    out_ += fmt::format("<li class=\"finding {}\"><p><span class=\"severity\">{}</span>: {}</p>",
                        to_text(finding.severity), word, escaped_html(finding.message));
    out_ += fmt::format("<p class=\"where\">{} [{}]</p>", escaped_html(finding.place), finding.rule);
    if (!finding.line.empty()) out_ += "<pre tabindex=\"0\">" + escaped_html(finding.line) + "</pre>";
    for (const std::string& note : finding.notes) out_ += "<p class=\"where\">" + escaped_html(note) + "</p>";
    if (!finding.help.empty()) out_ += "<p>" + escaped_html(finding.help) + "</p>";
    out_ += "</li>\n";
  }

  void add(const PageFold& fold) {
    out_ += "<details><summary";
    if (!fold.anchor.empty()) out_ += " id=\"" + anchor_of(fold.anchor) + "\"";
    out_ += ">" + escaped_html(fold.summary) + "</summary>\n";
    for (const PagePart& part : fold.parts) add_part(part);
    out_ += "</details>\n";
  }

  const Page& page_;
  const Style& style_;
  bool in_section_ = false;
  std::string out_;
};

}  // namespace

std::string render_html(const Page& page, const Style& style) { return HtmlPage(page, style).write(); }

}  // namespace saldo
