// Tables with pictures of them: --format svg for the picture alone, --plot for bars under the text.
#pragma once

#include <string_view>
#include <vector>

#include "base/page/chart.h"
#include "cli/options.h"
#include "render/picture/picture_format.h"

namespace saldo {

namespace option {

constexpr auto with_pictures() {
  std::array<OptionWord, formats.size() + picture_formats.size()> words{
      table_formats[0], table_formats[1], table_formats[2], table_formats[3],
      OptionWord(picture_formats[0].name, picture_formats[0].description)};
  static_assert(words.size() == 5);
  return words;
}
inline constexpr auto drawn_formats = with_pictures();
inline constexpr Option drawn_format = format_of(drawn_formats);
inline constexpr Option plot{
    .name = "--plot",
    .description = marked("bars under the text of what there is a picture of"),
};

// Of a command that has a picture: of_format and of_tables with svg and --plot.
inline constexpr auto of_drawn_format = option_list(drawn_format, csv_dialect, width, plot);
inline constexpr auto of_drawn_tables = option_list(of_drawn_format, output);

}  // namespace option

struct Drawn {
  bool svg = false;
  bool plot = false;
  bool any() const { return svg || plot; }
  // What was asked for, as it is typed.
  std::string_view typed() const { return svg ? "--format svg" : "--plot"; }
};
Drawn read_drawn(Reading& reading);

// A chart is of the table with its id. Without pictures as write_tables; else only the picture that is chosen, or the first
// one, or all of them in the folder; or the text of each table with the bars of its chart below it.
int write_drawn(std::vector<Table> tables, std::vector<Chart> charts, std::string_view chosen,
                const TablesFormat& options, Drawn drawn, const Console& console);

}  // namespace saldo
