#include "render/format.h"

#include "render/md.h"
#include "render/text.h"

namespace saldo {

void write(std::span<const TableSource> tables, const RenderOptions& options, TextOut& out) {
  switch (options.format) {
    case Format::text: return write_text(tables, options.style, out);
    case Format::csv: return write_csv(tables, options.dialect, out);
    case Format::md: return write_md(tables, options.style, out);
    case Format::json: return write_json(tables, options.variant, out);
  }
}

std::string render(std::span<const Table> tables, const RenderOptions& options) {
  return made_text([&](TextOut& out) { write(sources_of(tables), options, out); });
}

}  // namespace saldo
