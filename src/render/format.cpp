#include "render/format.h"

#include "render/md.h"
#include "render/text.h"

namespace saldo {

std::string render(std::span<const Table> tables, const RenderOptions& options) {
  switch (options.format) {
    case Format::text: return render_text(tables, options.style);
    case Format::csv: return render_csv(tables, options.dialect);
    case Format::md: return render_md(tables, options.style);
    case Format::json: return render_json(tables, options.variant);
  }
  return "";
}

}  // namespace saldo
