// The elements of an svg as text: places in tenths of a pixel, words escaped, and cut to the room there is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/picture/scale.h"

namespace saldo {

inline constexpr Px picture_width = 4000;
inline constexpr Px line_height = 170;
inline constexpr Px swatch = 110;  // of a legend

// Where a text stands from.
enum class Anchor : std::uint8_t { start, middle, end };

// Text and attributes: printable, and without what xml reads as markup.
std::string escaped_xml(std::string_view text);

// About as wide as a wide font makes it.
Px text_width(std::string_view text);

// As much as fits, with an ellipsis where it is not all; the same in at most so many lines, broken at spaces.
std::string fitted(std::string_view text, Px room);
std::vector<std::string> fitted_lines(std::string_view text, Px room, std::size_t most);

// What bars are filled with where colour is not all that tells them apart; each picture has its own.
enum class Hatch : std::uint8_t { strokes, dots, below };
inline constexpr std::string_view hatch_ids[] = {"streep", "stip", "onder"};

class Drawing {
 public:
  // `id` begins those of everything in it.
  explicit Drawing(std::string id) : id_(std::move(id)) {}

  // From one corner to the other, in either order. `told` is what a pointer on it reads.
  void bar(std::string_view classes, Px x1, Px y1, Px x2, Px y2, std::string_view told = {});
  void line(std::string_view classes, Px x1, Px y1, Px x2, Px y2);
  void point(std::string_view classes, Px x, Px y, Px radius, std::string_view told = {});
  void path(std::string_view classes, std::string_view steps, std::string_view told = {});
  void text(std::string_view classes, Px x, Px y, Anchor anchor, std::string_view words);
  // The same cut to the room; all of it is what a pointer on it reads.
  void text_in(std::string_view classes, Px x, Px y, Px room, std::string_view words);
  // A part of what all of it says.
  void text_cut(std::string_view classes, Px x, Px y, std::string_view part, std::string_view all);
  // From below to above.
  void text_up(std::string_view classes, Px x, Px y, std::string_view words);
  // PM, with a mark: never an amount of zero.
  void pm(Px x, Px y);

  void add(const Drawing& over) { body_ += over.body_; }  // on top of what is there
  void widen(Px width) { width_ = width_ < width ? width : width_; }
  Px width() const { return width_; }
  const std::string& id() const { return id_; }
  const std::string& body() const { return body_; }

 private:
  void close(std::string_view tag, std::string_view told);
  std::string fill_of(std::string_view classes) const;

  std::string id_;
  std::string body_;
  Px width_ = picture_width;
};

std::string in_pixels(Px tenths);  // 12.3, or 12

// "M10 20" of a path; another letter draws a line.
std::string path_step(char letter, Px x, Px y);

}  // namespace saldo
