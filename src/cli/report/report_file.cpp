#include "cli/report/report_file.h"

#include <filesystem>

#include "base/say.h"
#include "cli/save_file.h"
#include "render/page/html.h"
#include "render/page/markdown.h"
#include "render/picture/svg.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// The pictures first, so that no text names one that is not there.
std::optional<Message> save_pictures(const ReportAsked& asked, const Page& page) {
  for (const PagePart& part : page.parts) {
    const auto* picture = std::get_if<PagePicture>(&part.what);
    if (picture == nullptr) continue;
    const fs::path path = fs::path(asked.path).parent_path() / picture_path(picture->chart);
    std::error_code error;
    fs::create_directory(path.parent_path(), error);
    if (error) return say("cannot write {}: {}", path.parent_path().string(), system_reason(error.value()));
    const std::string svg = render_svg(picture->chart, asked.format.style);
    if (std::optional<Message> trouble = save_file(path.string(), svg)) return trouble;
  }
  return std::nullopt;
}

}  // namespace

int write_report(const ReportAsked& asked, const Page& page, const Console& console) {
  const bool is_html = asked.form == PaperForm::html;
  const std::string bytes =
      is_html ? render_html(page, asked.format.style) : render_markdown(page, asked.format.style);
  if (asked.to_out()) return write_output(console, bytes);
  if (!is_html)
    if (const std::optional<Message> trouble = save_pictures(asked, page)) return usage_error(console, *trouble);
  if (const std::optional<Message> trouble = save_file(asked.path, bytes)) return usage_error(console, *trouble);
  tell_line(console, say("written: {}", asked.path));
  return exit_fine;
}

}  // namespace saldo
