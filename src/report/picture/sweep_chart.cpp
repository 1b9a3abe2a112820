#include "base/say.h"
#include "report/picture/charts.h"
#include "report/picture/euros.h"

namespace saldo {

Chart chart_of_sweep(const SweepReport& report, const Table& told) {
  const Sweep& sweep = report.sweeps.front();
  const std::size_t last = report.figures.size() - 1;
  Chart chart{told.id, told.title,
              Dutch("Van {} euro bij {} naar {} euro bij {}.", in_euros(report.figures.front().figure),
                    shown_value(sweep, 0), in_euros(report.figures[last].figure), shown_value(sweep, last)),
              ChartKind::line, Label(report.figure)};
  chart.series = {{"bedrag", Label(report.figure), {}}};
  for (std::size_t i = 0; i <= last; ++i) {
    chart.categories.emplace_back(shown_value(sweep, i));
    chart.series[0].values.emplace_back(report.figures[i].figure);
  }
  return chart;
}

}  // namespace saldo
