#include "render/page/html.h"

#include <algorithm>
#include <span>

#include "base/hash/sha256.h"
#include "render/page/html_parts.h"
#include "render/page/html_table.h"
#include "render/page/html_text.h"
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
  HtmlPage(const Page& page, const Style& style) : page_(page), unit_(unit_line(style)), parts_(out_, style) {}

  std::string write() {
    add_head();
    add_front();
    add_contents();
    out_ += "<main id=\"inhoud\">\n";
    for (std::size_t i = 0; i < page_.parts.size(); ++i) {
      const auto* heading = std::get_if<PageHeading>(&page_.parts[i].what);
      if (heading != nullptr && heading->level == 2) open_section(i, *heading);
      else parts_.add_part(page_.parts[i]);
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
    out_ += "</title>\n<style>";
    out_ += style;
    out_ += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#inhoud\">Naar de inhoud</a>\n";
  }

  void add_front() {
    out_ += "<header>\n";
    if (page_.draft) out_ += "<p class=\"draft\">Concept</p>\n<p class=\"mark\" aria-hidden=\"true\">Concept</p>\n";
    out_ += "<h1>" + escaped_html(page_.title) + "</h1>\n";
    for (const std::string& line : page_.lines) out_ += "<p class=\"about\">" + escaped_html(line) + "</p>\n";
    if (!unit_.empty()) out_ += "<p class=\"about\">" + escaped_html(unit_) + "</p>\n";
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

  // The parts from one heading of a section to the next.
  std::span<const PagePart> section_from(std::size_t part) const {
    const auto begin = page_.parts.begin() + static_cast<std::ptrdiff_t>(part) + 1;
    return {begin, std::find_if(begin, page_.parts.end(), [](const PagePart& next) {
              const auto* heading = std::get_if<PageHeading>(&next.what);
              return heading != nullptr && heading->level == 2;
            })};
  }

  // What only who clicks can use is not printed; a wide table is, on a page on its side. So is what stands between two of
  // those: each turn of the paper would leave a page that is not full.
  std::string_view class_of(std::size_t part) const {
    const std::span<const PagePart> section = section_from(part);
    const auto is_fold = [](const PagePart& one) { return std::holds_alternative<PageFold>(one.what); };
    if (std::any_of(section.begin(), section.end(), is_fold)) return " class=\"why\"";
    if (std::any_of(section.begin(), section.end(), needs_width)) return " class=\"wide\"";
    const auto here = page_.parts.begin() + static_cast<std::ptrdiff_t>(part);
    const bool is_between =
        std::any_of(page_.parts.begin(), here, needs_width) && std::any_of(here, page_.parts.end(), needs_width);
    return is_between ? " class=\"lying\"" : "";
  }

  static bool needs_width(const PagePart& part) {
    const auto* table = std::get_if<PageTable>(&part.what);
    return table != nullptr && is_wide(table->table);
  }

  void open_section(std::size_t part, const PageHeading& heading) {
    close_section();
    out_ += "<section";
    out_ += class_of(part);
    out_ += " aria-labelledby=\"" + anchor_of(heading.anchor) + "\">\n";
    in_section_ = true;
    parts_.add_part({heading});
  }

  void close_section() {
    if (in_section_) out_ += "</section>\n";
    in_section_ = false;
  }

  const Page& page_;
  const std::string unit_;  // that of the figures in sentences too; empty where it is the euro
  std::string out_;
  HtmlParts parts_;
  bool in_section_ = false;
};

}  // namespace

std::string render_html(const Page& page, const Style& style) { return HtmlPage(page, style).write(); }

}  // namespace saldo
