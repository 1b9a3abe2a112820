#include "render/picture/lying.h"

#include <algorithm>

namespace saldo {

namespace {

// Those of which the words do not touch.
bool has_words(const std::vector<Wide>& ticks, std::size_t i, Px widest, Px apart) {
  std::size_t every = 1;
  while (static_cast<Px>(every) * apart < widest + 100 && every < ticks.size()) ++every;
  return i % every == 0;
}

}  // namespace

Lying lay_down(const Picture& picture, const Domain& domain, Px left, Px right, Drawing& drawing, Px top) {
  const std::vector<Wide> ticks = domain.ticks();
  Px widest = 0;
  for (const Wide tick : ticks) widest = std::max(widest, text_width(shown_tick(tick, picture, picture.money)));
  const Px margin = std::min<Px>(widest / 2, 300);
  Lying lying{{domain, left + std::max(margin - left, Px{0}), right - margin}, top + line_height + 40};
  const Px apart = ticks.size() > 1 ? lying.scale.at(ticks[1]) - lying.scale.at(ticks[0]) : right - left;
  for (std::size_t i = 0; i < ticks.size(); ++i)
    if (has_words(ticks, i, widest, apart))
      drawing.text("", lying.scale.at(ticks[i]), top + line_height - 20, Anchor::middle,
                   shown_tick(ticks[i], picture, picture.money));
  return lying;
}

void draw_grid(const Lying& lying, Px bottom, Drawing& drawing) {
  for (const Wide tick : lying.scale.domain.ticks())
    drawing.line(tick == 0 ? "nul" : "as", lying.scale.at(tick), lying.top, lying.scale.at(tick), bottom);
}

Px draw_name(std::string_view name, std::string_view figure, bool is_sum, Drawing& drawing, Px top) {
  const Px room = picture_width - (figure.empty() ? 0 : text_width(figure) + 120);
  const std::vector<std::string> lines = fitted_lines(name, room, 2);
  const std::string look = is_sum ? "rand som" : "rand";
  Px y = top;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    y += line_height;
    if (lines[i].ends_with("…")) drawing.text_cut(look, 0, y, lines[i], name);
    else drawing.text(look, 0, y, Anchor::start, lines[i]);
  }
  if (lines.empty()) y += line_height;
  if (!figure.empty()) drawing.text(look, picture_width, top + line_height, Anchor::end, figure);
  return y + 50;
}

}  // namespace saldo
