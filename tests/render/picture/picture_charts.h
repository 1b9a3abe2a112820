// Charts for tests: of every kind, of any size, with whatever stands in a cell.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "base/page/chart.h"

namespace picture {

inline constexpr saldo::ChartKind every_kind[] = {
    saldo::ChartKind::bars,      saldo::ChartKind::line,   saldo::ChartKind::waterfall,
    saldo::ChartKind::histogram, saldo::ChartKind::fan,    saldo::ChartKind::tornado,
    saldo::ChartKind::dumbbell,  saldo::ChartKind::matrix, saldo::ChartKind::tree};

inline saldo::Cell euros(std::int64_t amount) { return saldo::Amount(saldo::Money::of_euros(amount)); }
inline saldo::Cell cents(std::int64_t amount) { return saldo::Amount(saldo::Money::of_cents(amount)); }
inline saldo::Cell pm() { return saldo::Amount::pm(); }
inline saldo::Cell absent() { return saldo::Amount(); }

// A chart of one kind with these rows, by series; a waterfall begins and ends with a sum.
inline saldo::Chart chart_of(saldo::ChartKind kind, std::vector<std::vector<saldo::Cell>> series) {
  saldo::Chart chart{"proef", std::string("Titel"), std::string("Wat het laat zien."), kind, std::string("as")};
  const std::size_t count = series.empty() ? 0 : series.front().size();
  for (std::size_t i = 0; i < count; ++i) chart.categories.emplace_back("rij " + std::to_string(i));
  for (std::size_t s = 0; s < series.size(); ++s)
    chart.series.push_back({"s" + std::to_string(s), "reeks " + std::to_string(s), std::move(series[s])});
  for (std::size_t i = 0; i < count; ++i) chart.sums.push_back(i == 0 || i + 1 == count);
  for (std::size_t i = 0; i <= count && kind == saldo::ChartKind::histogram; ++i)
    chart.edges.push_back(euros(static_cast<std::int64_t>(i) * 1000));
  if (kind == saldo::ChartKind::tree)
    for (std::size_t i = 0; i < count; ++i)
      chart.nodes.push_back({static_cast<int>(i % 4), "rij " + std::to_string(i), static_cast<saldo::ChartStand>(i % 5),
                             std::string("woord")});
  return chart;
}

// Now and then nothing, PM, a cent or as much as there can be; else anything between.
inline saldo::Cell any_cell(std::mt19937_64& random) {
  const std::int64_t most = saldo::Money::limit_cents;
  const bool below = random() % 3 == 0;
  switch (random() % 9) {
    case 0: return pm();
    case 1: return absent();
    case 2: return saldo::Blank();
    case 3: return cents(below ? -1 : 1);
    case 4: return cents(below ? -most : most);
    case 5: return cents(0);
    default: break;
  }
  std::int64_t size = 1;
  for (std::size_t digits = random() % 18; digits > 0; --digits) size *= 10;
  const auto any = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size)) + 1;
  return cents(below ? -any : any);
}

}  // namespace picture
