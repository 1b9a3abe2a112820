#include "cli/picture/drawn.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "render/picture/bars.h"
#include "render/picture/svg.h"

namespace saldo {

namespace {

template <class Thing>
std::string ids_of(const std::vector<Thing>& things) {
  std::vector<std::string_view> ids;
  for (const Thing& thing : things) ids.push_back(thing.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

int write_pictures(const std::vector<Chart>& charts, const TablesFormat& options, const Console& console) {
  if (options.folder.empty()) return write_output(console, render_svg(charts.front(), options.style));
  std::vector<OutputFile> files;
  for (const Chart& chart : charts)
    files.push_back({chart.id + ".svg", [&](TextOut& out) { out += render_svg(chart, options.style); }});
  return write_files(files, options.folder, console);
}

std::string with_bars(const Table& table, const std::vector<Chart>& charts, const TablesFormat& options) {
  std::string text = render(std::span(&table, 1), options);
  for (Chart chart : charts) {
    if (chart.id != table.id) continue;
    if (chart.title.text() == table.title.text()) chart.title = Label();  // which stands above the table
    text += '\n' + render_bars(chart, options.style);
  }
  return text;
}

int write_plotted(const std::vector<Table>& tables, const std::vector<Chart>& charts, const TablesFormat& options,
                  const Console& console) {
  std::vector<OutputFile> files;
  for (const Table& table : tables)
    files.push_back({table.id + ".txt", [&](TextOut& out) { out += with_bars(table, charts, options); }});
  if (!options.folder.empty()) return write_files(files, options.folder, console);
  return write_output(console, [&](TextOut& out) {
    for (const OutputFile& file : files) {
      if (out.is_begun()) out += '\n';
      file.make(out);
    }
  });
}

}  // namespace

Drawn read_drawn(Reading& reading) {
  Drawn drawn;
  drawn.svg = reading.text(option::drawn_format) == picture_formats.front().name;
  drawn.plot = reading.has(option::plot);
  const bool dialect = reading.has(option::csv_dialect);
  const std::string format = reading.text(option::drawn_format, dialect ? "csv" : "text");
  if (drawn.plot && format != "text")
    reading.refuse(say("--plot draws bars under text; leave it out, or leave out {}",
                       dialect ? "--csv-dialect" : "--format " + format));
  return drawn;
}

int write_drawn(std::vector<Table> tables, std::vector<Chart> charts, std::string_view chosen,
                const TablesFormat& options, Drawn drawn, const Console& console) {
  if (!drawn.any()) return write_tables(std::move(tables), chosen, options, console);
  if (const std::optional<Message> trouble = leave_only(chosen, tables)) return usage_error(console, *trouble);
  const auto is_told = [&](const Chart& chart) {
    return std::any_of(tables.begin(), tables.end(), [&](const Table& table) { return table.id == chart.id; });
  };
  const std::string known = ids_of(charts);
  std::erase_if(charts, [&](const Chart& chart) { return !is_told(chart); });
  for (Chart& chart : charts)
    for (const Table& table : tables)
      if (table.id == chart.id) chart.notes = table.footnotes;
  if (charts.empty())
    return usage_error(console, known.empty() ? say("{}: there is no picture of {}", drawn.typed(), ids_of(tables))
                                              : say("{}: there is no picture of {}, only of {}", drawn.typed(),
                                                    ids_of(tables), known));
  return drawn.svg ? write_pictures(charts, options, console) : write_plotted(tables, charts, options, console);
}

}  // namespace saldo
