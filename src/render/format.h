// The formats a table can be written in. A row in `formats` and a case in render() make one.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/table.h"
#include "render/csv.h"
#include "render/json.h"
#include "render/style.h"

namespace saldo {

enum class Format { text, csv, md, json };

struct FormatInfo {
  Format format;
  std::string_view name;  // on the command line
  Marked description;     // for help
};

inline constexpr std::array formats = {
    FormatInfo{Format::text, "text", marked("columns to read in a terminal")},
    FormatInfo{Format::csv, "csv", marked("comma-separated values with exact amounts")},
    FormatInfo{Format::md, "md", marked("GitHub Markdown tables")},
    FormatInfo{Format::json, "json", marked("one JSON document with exact amounts")},
};

// Each format takes what it knows: `style` is for people (text, md), `dialect` for csv, `variant` for json. `style.notes`
// tells people what `variant` tells a program.
struct RenderOptions {
  Format format = Format::text;
  Style style = {};
  CsvDialect dialect = CsvDialect::rfc4180;
  VariantWords variant = {};
  bool has_own_unit = true;  // asked, or fixed; else figures are in the unit of the plan
};

void write(std::span<const TableSource> tables, const RenderOptions& options, TextOut& out);
std::string render(std::span<const Table> tables, const RenderOptions& options);

}  // namespace saldo
