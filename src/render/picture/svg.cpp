#include "render/picture/svg.h"

#include <fmt/format.h>

#include <iterator>

#include "base/text.h"
#include "render/picture/kinds.h"

namespace saldo {

namespace {

constexpr Px margin = 80;

// Letters and digits of an id; what else is in it would not go into url(#…).
std::string safe_id(std::string_view id) {
  std::string safe = "beeld-";
  for (const char c : id) safe += is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? c : '-';
  return safe;
}

// In sight where nothing around it tells what it is: the title, what it shows, and what its figures are.
Px draw_head(const Picture& picture, Drawing& drawing, SvgUse use) {
  Px y = 0;
  const auto add = [&](std::string_view classes, std::string_view text, std::size_t lines, Px high) {
    const Px room = classes == "kop" ? picture_width * 3 / 4 : picture_width;  // whose letters are larger
    for (const std::string& line : fitted_lines(text, room, lines)) {
      y += high;
      drawing.text(classes, 0, y, Anchor::start, line);
    }
  };
  if (use == SvgUse::alone) {
    add("kop", picture.chart.title.text(), 3, 190);
    add("", picture.chart.message.text(), 6, line_height);
  }
  if (!picture.empty() && picture.chart.kind != ChartKind::tree) {
    const std::string_view area = picture.chart.kind == ChartKind::matrix ? "de oppervlakte is het bedrag, " : "";
    add("zacht", std::string(area) + axis_words(picture), 3, line_height + 20);
  }
  return y + 60;
}

Px draw_kind(const Picture& picture, Drawing& drawing, Px top) {
  switch (picture.chart.kind) {
    case ChartKind::bars: return draw_columns(picture, drawing, top);
    case ChartKind::line: return draw_points(picture, drawing, top);
    case ChartKind::waterfall: return draw_waterfall(picture, drawing, top);
    case ChartKind::histogram: return draw_histogram(picture, drawing, top);
    case ChartKind::fan: return draw_fan(picture, drawing, top);
    case ChartKind::tornado: return draw_tornado(picture, drawing, top);
    case ChartKind::dumbbell: return draw_dumbbell(picture, drawing, top);
    case ChartKind::matrix: return draw_matrix(picture, drawing, top);
    case ChartKind::tree: return draw_tree(picture, drawing, top);
  }
  return top;
}

// What a table would have under it: that it is a variant, and what does not count.
Px draw_notes(const Picture& picture, Drawing& drawing, Px top) {
  Px y = top;
  for (const std::vector<Dutch>* notes : {&picture.style.notes, &picture.chart.notes})
    for (const Dutch& note : *notes) {
      if (note.text() == picture.chart.message.text()) continue;
      y += y == top ? 60 : 0;
      for (const std::string& line : fitted_lines(note.text(), picture_width, 12)) {
        y += line_height;
        drawing.text("zacht", 0, y, Anchor::start, line);
      }
    }
  return y == top ? top : y + 60;
}

Px draw_all(const Picture& picture, Drawing& drawing, SvgUse use) {
  Px y = draw_head(picture, drawing, use);
  if (picture.empty()) {
    y += line_height + 60;
    drawing.text("zacht", 0, y - 60, Anchor::start, no_figures);
  } else {
    y = draw_kind(picture, drawing, y);
  }
  return use == SvgUse::alone ? draw_notes(picture, drawing, y) : y;
}

// Of a hatch: how wide and high it is, and what is in it.
struct HatchLook {
  int size;
  std::string_view lines;
};
constexpr HatchLook hatch_looks[] = {
    {6, "<path class=\"h-streep\" d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\"/>"},
    {6, "<circle class=\"h-stip\" cx=\"3\" cy=\"3\" r=\"1.4\"/>"},
    {8, "<path class=\"h-onder\" d=\"M-2 6L2 10M0 0L8 8M6 -2L10 2\"/>"},
};

// Those that are used. They have the id of the picture in theirs: several pictures may stand on a page.
std::string hatches(const Drawing& drawing) {
  std::string all;
  for (std::size_t i = 0; i < std::size(hatch_looks); ++i) {
    const std::string id = drawing.id() + '-' + std::string(hatch_ids[i]);
    const auto [size, lines] = hatch_looks[i];
    if (drawing.body().find("url(#" + id + ")") == std::string::npos) continue;
    all += fmt::format(
        "<pattern id=\"{0}\" width=\"{1}\" height=\"{1}\" patternUnits=\"userSpaceOnUse\">"
        "<rect class=\"vel\" width=\"{1}\" height=\"{1}\"/>{2}</pattern>\n",
        id, size, lines);
  }
  return all.empty() ? "" : "<defs>\n" + all + "</defs>\n";
}

}  // namespace

std::string render_svg(const Chart& chart, const Style& style, SvgUse use) {
  const Picture picture = picture_of(chart, style);
  Drawing drawing(safe_id(chart.id));
  const Px height = draw_all(picture, drawing, use) + margin;
  const Px width = drawing.width() + 2 * margin;
  const std::string& id = drawing.id();
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"beeld\" role=\"img\" lang=\"nl\" aria-labelledby=\"{0}-titel "
      "{0}-uitleg\" width=\"100%\" viewBox=\"-{1} 0 {2} {3}\">\n",
      id, in_pixels(margin), in_pixels(width), in_pixels(height));
  out += fmt::format("<title id=\"{}-titel\">{}</title>\n", id, escaped_xml(chart.title.text()));
  out += fmt::format("<desc id=\"{}-uitleg\">{}</desc>\n", id, escaped_xml(chart.message.text()));
  if (use == SvgUse::alone) out += "<style>\n" + std::string(picture_css) + "</style>\n";
  out += hatches(drawing);
  out += fmt::format("<rect class=\"vel\" x=\"-{}\" width=\"{}\" height=\"{}\"/>\n", in_pixels(margin),
                     in_pixels(width), in_pixels(height));
  return out + drawing.body() + "</svg>\n";
}

}  // namespace saldo
