#include "render/picture/drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/printable.h"

namespace saldo {

namespace {

// In hundredths of an em of a wide font, DejaVu Sans; others need less.
int letter_width(std::string_view letter) {
  if (letter.size() > 1) return display_width(letter) > 1 ? 130 : 75;
  const char c = letter.front();
  if (is_digit(c)) return 61;
  if (c == 'm' || c == 'w' || c == '%' || c == '@') return 98;
  if (c >= 'A' && c <= 'Z') return c == 'W' || c == 'M' ? 99 : 77;
  if (std::string_view("ijl'|.,").find(c) != std::string_view::npos) return 34;
  if (std::string_view(" :;ft()[]r-/\\!").find(c) != std::string_view::npos) return 40;
  return 64;
}

constexpr Px em = 130;

std::string attribute(std::string_view name, Px tenths) { return fmt::format(" {}=\"{}\"", name, in_pixels(tenths)); }
std::string class_of(std::string_view classes) { return classes.empty() ? "" : fmt::format(" class=\"{}\"", classes); }

struct HatchedClass {
  std::string_view word;
  Hatch hatch;
};
constexpr HatchedClass hatched[] = {
    {"af", Hatch::strokes}, {"r2", Hatch::strokes}, {"r3", Hatch::dots}, {"onder", Hatch::below}};

}  // namespace

std::string in_pixels(Px tenths) {
  const Px size = tenths < 0 ? -tenths : tenths;
  const std::string sign = tenths < 0 ? "-" : "";
  return size % 10 == 0 ? fmt::format("{}{}", sign, size / 10) : fmt::format("{}{}.{}", sign, size / 10, size % 10);
}

std::string path_step(char letter, Px x, Px y) { return fmt::format("{}{} {}", letter, in_pixels(x), in_pixels(y)); }

std::string escaped_xml(std::string_view text) { return xml_text(printable(text)); }

Px text_width(std::string_view text) {
  Px width = 0;
  for (const std::string_view letter : code_points(text)) width += letter_width(letter) * em / 100;
  return width;
}

std::string fitted(std::string_view text, Px room) {
  const std::string safe = printable(text);
  if (text_width(safe) <= room) return safe;
  Px left = room - em;
  std::string cut;
  for (const std::string_view letter : code_points(safe)) {
    left -= letter_width(letter) * em / 100;
    if (left < 0) break;
    cut += letter;
  }
  while (cut.ends_with(' ')) cut.pop_back();
  return cut + "…";
}

std::vector<std::string> fitted_lines(std::string_view text, Px room, std::size_t most) {
  const std::string safe = printable(text);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < safe.size();) {
    if (lines.size() + 1 == most) {
      lines.push_back(fitted(std::string_view(safe).substr(begin), room));
      break;
    }
    std::size_t end = begin, next = begin;
    while (next < safe.size()) {
      next = std::min(safe.find(' ', next + 1), safe.size());
      if (text_width(std::string_view(safe).substr(begin, next - begin)) > room && end > begin) break;
      end = next;
    }
    lines.push_back(fitted(std::string_view(safe).substr(begin, end - begin), room));
    begin = end + 1;
  }
  return lines;
}

// An attribute and no rule of the style sheet, which does not know the id.
std::string Drawing::fill_of(std::string_view classes) const {
  for (const HatchedClass& one : hatched)
    if (classes == one.word || classes.ends_with(" " + std::string(one.word)))
      return fmt::format(" fill=\"url(#{}-{})\"", id_, hatch_ids[static_cast<std::size_t>(one.hatch)]);
  return "";
}

void Drawing::close(std::string_view tag, std::string_view told) {
  if (told.empty()) body_ += "/>\n";
  else body_ += fmt::format("><title>{}</title></{}>\n", escaped_xml(told), tag);
}

void Drawing::bar(std::string_view classes, Px x1, Px y1, Px x2, Px y2, std::string_view told) {
  body_ += "<rect" + class_of(classes) + attribute("x", std::min(x1, x2)) + attribute("y", std::min(y1, y2)) +
           attribute("width", std::max(x1, x2) - std::min(x1, x2)) +
           attribute("height", std::max(y1, y2) - std::min(y1, y2)) + fill_of(classes);
  close("rect", told);
}

void Drawing::line(std::string_view classes, Px x1, Px y1, Px x2, Px y2) {
  body_ += "<line" + class_of(classes) + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
           attribute("y2", y2) + "/>\n";
}

void Drawing::point(std::string_view classes, Px x, Px y, Px radius, std::string_view told) {
  body_ += "<circle" + class_of(classes) + attribute("cx", x) + attribute("cy", y) + attribute("r", radius);
  close("circle", told);
}

void Drawing::path(std::string_view classes, std::string_view steps, std::string_view told) {
  body_ += "<path" + class_of(classes) + fmt::format(" d=\"{}\"", steps);
  close("path", told);
}

void Drawing::text(std::string_view classes, Px x, Px y, Anchor anchor, std::string_view words) {
  constexpr std::string_view anchors[] = {"", " mid", " eind"};
  const std::string all = std::string(classes) + std::string(anchors[static_cast<std::size_t>(anchor)]);
  body_ += "<text" + class_of(std::string_view(all).substr(all.starts_with(' ') ? 1 : 0)) + attribute("x", x) +
           attribute("y", y) + ">" + escaped_xml(words) + "</text>\n";
}

void Drawing::text_in(std::string_view classes, Px x, Px y, Px room, std::string_view words) {
  const std::string part = fitted(words, room);
  if (part == printable(words)) text(classes, x, y, Anchor::start, words);
  else text_cut(classes, x, y, part, words);
}

void Drawing::text_cut(std::string_view classes, Px x, Px y, std::string_view part, std::string_view all) {
  body_ += "<text" + class_of(classes) + attribute("x", x) + attribute("y", y) + ">" + escaped_xml(part) + "<title>" +
           escaped_xml(all) + "</title></text>\n";
}

void Drawing::text_up(std::string_view classes, Px x, Px y, std::string_view words) {
  body_ += "<text" + class_of(classes) +
           fmt::format(" transform=\"translate({} {}) rotate(-90)\">", in_pixels(x), in_pixels(y)) +
           escaped_xml(words) + "</text>\n";
}

void Drawing::pm(Px x, Px y) {
  path("pm", path_step('M', x, y - 90) + path_step('L', x + 40, y - 50) + path_step('L', x, y - 10) +
                 path_step('L', x - 40, y - 50) + "Z");
  text("pm", x, y - 120, Anchor::middle, "PM");
}

}  // namespace saldo
