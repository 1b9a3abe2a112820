#include "render/page/markdown.h"

#include <fmt/format.h>

#include "render/grid.h"
#include "render/md.h"
#include "render/page/chart_table.h"
#include "render/page/html_text.h"
#include "render/picture/bars.h"

namespace saldo {

namespace {

std::string table_md(const Table& table, const Style& style) { return render_md({&table, 1}, style); }

std::string span_text(const TextSpan& span, const Style& style) {
  if (!span.figure) return escaped_md(span.text);
  const auto* amount = std::get_if<Amount>(&span.figure->cell);
  return amount != nullptr ? figure_cell(*amount, span.figure->sense, style).text : dress(span.figure->cell, style);
}

// More backticks than stand in it next to each other.
std::string fence_of(const std::string& code, std::string fence) {
  while (code.find(fence) != std::string::npos) fence += '`';
  return fence;
}

// Between those, and apart from its own.
std::string code_md(const std::string& code) {
  const std::string fence = fence_of(code, "`");
  const bool touches = code.starts_with('`') || code.ends_with('`');
  return fence + (touches ? " " + code + " " : code) + fence;
}

// Marks hold on to words: spaces at an end stand outside them.
std::string marked_md(const std::string& text, std::string_view mark) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return text;
  const std::size_t end = text.find_last_not_of(' ') + 1;
  return text.substr(0, first).append(mark).append(text, first, end - first).append(mark) + text.substr(end);
}

// Within the page no link is kept: a forge makes other anchors.
std::string span_md(const TextSpan& span, const Style& style) {
  std::string text = span.code ? code_md(span.text) : span_text(span, style);
  if (span.italic) text = marked_md(text, "*");
  if (span.bold) text = marked_md(text, "**");
  if (!span.link.empty() && !span.link.starts_with('#')) text = "[" + text + "](<" + span.link + ">)";
  return text;
}

std::string spans_md(const TextSpans& spans, const Style& style) {
  std::string text;
  for (const TextSpan& span : spans) text += span_md(span, style);
  return text;
}

// The same where a line begins.
std::string line_md(const TextSpans& spans, const Style& style) { return begun_md(spans_md(spans, style)); }

// The drawing alone: its title stands above its table, and what it shows is a sentence of the page.
std::string drawing_md(const Chart& chart, Style style) {
  constexpr std::size_t width = 100;
  style.width = width;
  style.colour = false;
  Chart bare = chart;
  bare.title = bare.message = {};
  const std::string bars = render_bars(bare, style), fence = fence_of(bars, "```");
  return fence + "text\n" + bars + fence + "\n";
}

class MarkdownPage {
 public:
  MarkdownPage(const Page& page, const Style& style, MdPictures pictures)
      : page_(page), style_(style), pictures_(pictures) {}

  std::string write() {
    out_ += "# " + escaped_md(page_.title) + (page_.draft ? " (concept)" : "") + "\n";
    for (const std::string& line : page_.lines) out_ += "\n" + begun_md(escaped_md(line)) + "\n";
    const std::string unit = unit_line(style_);  // of the figures in sentences too
    if (!unit.empty()) out_ += "\n" + unit + "\n";
    for (const PagePart& part : page_.parts) add_part(part);
    return std::move(out_);
  }

 private:
  void add_part(const PagePart& part) {
    out_ += '\n';
    std::visit([this](const auto& one) { add(one); }, part.what);
  }

  void add(const PageHeading& heading) {
    out_ += std::string(static_cast<std::size_t>(heading.level), '#') + " " + escaped_md(heading.text) + "\n";
  }

  void add(const PageText& text) { out_ += line_md(text.spans, style_) + "\n"; }

  void add(const PageList& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i)
      out_ += (list.numbered ? fmt::format("{}. ", i + 1) : "- ") + line_md(list.items[i], style_) + "\n";
  }

  void add(const PageTable& part) {
    out_ += table_md(part.table, style_);
    for (const Dutch& note : part.notes) out_ += "\n" + begun_md(escaped_md(note.text())) + "\n";
  }

  void add(const PageBox& box) {
    out_ += "> " + line_md(box.head, style_) + "\n";
    for (const TextSpans& line : box.lines) out_ += ">\n> " + line_md(line, style_) + "\n";
  }

  void add(const PageFigures& figures) {
    for (const KeyFigure& figure : figures.figures)
      out_ += "- " + escaped_md(figure.label) + ": **" + spans_md({figure.figure}, style_) + "**\n";
  }

  void add(const PageFindings& all) {
    for (const PageFinding& finding : all.findings) {
      out_ += fmt::format("- **{}** `{}` {} \\[{}\\]\n", escaped_md(finding.place), finding.rule,
                          escaped_md(finding.message),
                          all.language == Language::nl ? to_dutch(finding.severity) : to_text(finding.severity));
      if (!finding.help.empty()) out_ += "  " + begun_md(escaped_md(finding.help)) + "\n";
    }
  }

  void add(const PageWords& words) {
    for (std::size_t i = 0; i < words.blocks.size(); ++i) {
      if (i > 0) out_ += '\n';
      std::visit([this](const auto& block) { add_block(block); }, words.blocks[i]);
    }
  }

  void add(const PagePicture& picture) {
    const Chart& chart = picture.chart;
    const std::string table = table_md(table_of(chart), style_), message = begun_md(escaped_md(chart.message.text()));
    if (pictures_ == MdPictures::in_text) {
      out_ += table + "\n" + message + "\n\n" + drawing_md(chart, style_);
      return;
    }
    const std::string title = escaped_md(chart.title.text());
    out_ += fmt::format("![{}]({})\n\n{}\n\n{}", title, picture_path(chart), message, table);
  }

  void add(const PageFold& fold) {
    out_ += "<details><summary>" + escaped_html(fold.summary) + "</summary>\n";
    for (const PagePart& part : fold.parts) add_part(part);
    out_ += "\n</details>\n";
  }

  void add_block(const TextHeading& heading) {
    out_ += std::string(heading.level + 2, '#') + " " + spans_md(heading.text, style_) + "\n";
  }
  void add_block(const TextParagraph& paragraph) { out_ += line_md(paragraph.text, style_) + "\n"; }
  void add_block(const TextList& list) { add_list(list, 0); }

  void add_list(const TextList& list, std::size_t indent) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string mark = list.ordered ? fmt::format("{}. ", list.first + i) : "- ";
      out_ += std::string(indent, ' ') + mark + line_md(list.items[i].text, style_) + "\n";
      for (const TextList& below : list.items[i].below) add_list(below, indent + mark.size());
    }
  }

  const Page& page_;
  const Style& style_;
  const MdPictures pictures_;
  std::string out_;
};

}  // namespace

std::string picture_path(const Chart& chart) { return "figuren/" + chart.id + ".svg"; }

std::string render_markdown(const Page& page, const Style& style, MdPictures pictures) {
  return MarkdownPage(page, style, pictures).write();
}

}  // namespace saldo
