#include <algorithm>

#include "render/picture/kinds.h"
#include "render/picture/upright.h"

namespace saldo {

namespace {

struct Shares {
  Px left, right, top;
  Scale across, up;
};

Domain domain_of_edges(const Picture& picture) {
  DomainFinder finder;
  for (const Plotted& edge : picture.edges) finder.take(edge.value);
  for (const Plotted& mark : picture.marks)
    if (mark.is_number()) finder.take(mark.value);
  return finder.tight(least_step(picture, true), 4);
}

Domain domain_of_shares(const Picture& picture) {
  DomainFinder finder;
  for (const Plotted& share : picture.values.front()) finder.take(share.value);
  return finder.domain(from_zero, least_step(picture, picture.money), 4);
}

std::string words_of(const Picture& picture, std::size_t mark) {
  return picture.chart.marks[mark].name.text() + ' ' + shown(picture.chart.marks[mark].at, picture.style);
}

// Each mark has its words on a line of its own above the bars, and a line from there to the axis, which no words hide behind.
void draw_upright_marks(const Picture& picture, const Shares& shares, Drawing& drawing, Px top) {
  Drawing words_above(drawing.id());
  Px y = top;
  for (std::size_t m = 0; m < picture.marks.size(); ++m) {
    if (!picture.marks[m].is_number()) continue;
    y += line_height;
    const Px x = shares.across.at(picture.marks[m].value);
    const std::string words = words_of(picture, m);
    const bool fits = x + text_width(words) + 40 < picture_width;
    drawing.line("grens", x, y - 110, x, shares.up.start);
    words_above.text("rand", fits ? x + 40 : x - 40, y, fits ? Anchor::start : Anchor::end, words);
  }
  drawing.add(words_above);
}

void draw_share_axis(const Picture& picture, const Shares& shares, Drawing& drawing) {
  for (const Wide tick : shares.up.domain.ticks()) {
    const Px y = shares.up.at(tick);
    drawing.line(tick == 0 ? "nul" : "as", shares.left, y, shares.right, y);
    drawing.text("", shares.left - 50, y + 45, Anchor::end, shown_tick(tick, picture, picture.money));
  }
}

void draw_amounts_below(const Picture& picture, const Shares& shares, Drawing& drawing) {
  Px free_from = 0;
  for (const Wide tick : shares.across.domain.ticks()) {
    const std::string words = shown_tick(tick, picture, true);
    const Px half = text_width(words) / 2;
    const Px x = shares.across.at(tick);
    drawing.line("as", x, shares.up.start, x, shares.up.start + 40);
    if (x - half < free_from || x + half > picture_width) continue;
    drawing.text("", x, shares.up.start + line_height + 10, Anchor::middle, words);
    free_from = x + half + 80;
  }
}

}  // namespace

Px draw_histogram(const Picture& picture, Drawing& drawing, Px top) {
  const Domain up = domain_of_shares(picture);
  Shares shares{300, picture_width, top, {}, {}};
  for (const Wide tick : up.ticks())
    shares.left = std::max(shares.left, text_width(shown_tick(tick, picture, picture.money)) + 60);
  const auto marks = static_cast<Px>(
      std::count_if(picture.marks.begin(), picture.marks.end(), [](const Plotted& mark) { return mark.is_number(); }));
  shares.top = top + marks * line_height + 80;
  shares.across = {domain_of_edges(picture), shares.left, shares.right};
  shares.up = {up, shares.top + plot_height, shares.top};
  draw_share_axis(picture, shares, drawing);
  for (std::size_t i = 0; i < picture.count() && i + 1 < picture.edges.size(); ++i) {
    const Plotted& share = picture.values.front()[i];
    if (!share.is_number()) continue;
    const Px x1 = shares.across.at(picture.edges[i].value), x2 = shares.across.at(picture.edges[i + 1].value);
    drawing.bar("staaf r1", x1, shares.up.zero(), std::max(x2 - 10, x1 + 10), visible_end(shares.up, share.value),
                told_of(picture, i, "", picture.chart.series.front().values[i]));
  }
  draw_upright_marks(picture, shares, drawing, top);
  draw_amounts_below(picture, shares, drawing);
  return shares.up.start + line_height + 70;
}

}  // namespace saldo
