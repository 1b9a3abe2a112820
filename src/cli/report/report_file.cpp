#include "cli/report/report_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "base/say.h"
#include "cli/disk/new_folder.h"
#include "cli/save_file.h"
#include "render/csv.h"
#include "render/page/html.h"
#include "render/page/markdown.h"
#include "render/picture/svg.h"
#include "render/workbook/xlsx.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// The pictures first, so that no text names one that is not there.
std::optional<Message> save_pictures(const ReportAsked& asked, const Page& page) {
  for (const PagePart& part : page.parts) {
    const auto* picture = std::get_if<PagePicture>(&part.what);
    if (picture == nullptr) continue;
    const fs::path beside = fs::path(asked.path).parent_path(), folder = beside.empty() ? "." : beside;
    const fs::path path = folder / picture_path(picture->chart);
    if (std::optional<Message> trouble = refuse_way_out(folder.string(), path.string())) return trouble;
    std::error_code error;
    fs::create_directory(path.parent_path(), error);
    if (error) return say("cannot write {}: {}", path.parent_path().string(), system_reason(error.value()));
    const std::string svg = render_svg(picture->chart, asked.format.style);
    if (std::optional<Message> trouble = save_file(path.string(), svg)) return trouble;
  }
  return std::nullopt;
}

int save_and_tell(const std::string& path, std::string_view bytes, const Console& console) {
  if (const std::optional<Message> trouble = save_file(path, bytes)) return usage_error(console, *trouble);
  tell_line(console, say("written: {}", path));
  return exit_fine;
}

// Another form of a paper has its case here, and its ending in cli/commands/report.cpp.
std::string bytes_of(const ReportAsked& asked, const Page& page) {
  const Style& style = asked.format.style;
  switch (asked.form) {
    case PaperForm::html: return render_html(page, style);
    case PaperForm::md: return render_markdown(page, style, asked.to_out() ? MdPictures::in_text : MdPictures::beside);
    case PaperForm::xlsx: break;  // is no page
  }
  return "";
}

// The tables of a page by names for files: "projecten", and "rekening-2" for the second of its name.
class BundledTables {
 public:
  void add(const Table& table) {
    const std::size_t nth = ++seen_[table.id];
    const std::string name = nth == 1 ? table.id : fmt::format("{}-{}", table.id, nth);
    files.push_back({"tabellen/" + name + ".csv", render_csv({&table, 1}, CsvDialect::rfc4180)});
  }
  std::vector<FolderFile> files;

 private:
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

int write_report(const ReportAsked& asked, const Page& page, const Console& console) {
  const std::string bytes = bytes_of(asked, page);
  if (asked.to_out()) return write_output(console, bytes);
  if (asked.form == PaperForm::md)
    if (const std::optional<Message> trouble = save_pictures(asked, page)) return usage_error(console, *trouble);
  return save_and_tell(asked.path, bytes, console);
}

int write_workbook(const ReportAsked& asked, const Book& book, const Console& console) {
  const std::variant<std::string, Message> bytes = write_xlsx(book);
  if (const auto* trouble = std::get_if<Message>(&bytes)) return usage_error(console, *trouble);
  if (asked.to_out()) return write_output(console, std::get<std::string>(bytes));
  return save_and_tell(asked.path, std::get<std::string>(bytes), console);
}

int write_bundle(const ReportAsked& asked, const Page& page, const Book& book, const Console& console) {
  BundledTables bundle;
  bundle.files.push_back({"stuk.html", render_html(page, asked.format.style)});
  for (const PagePart& part : page.parts) {
    if (const auto* table = std::get_if<PageTable>(&part.what)) bundle.add(table->table);
    if (const auto* picture = std::get_if<PagePicture>(&part.what))
      bundle.files.push_back({picture_path(picture->chart), render_svg(picture->chart, asked.format.style)});
  }
  std::variant<std::string, Message> workbook = write_xlsx(book);
  if (auto* bytes = std::get_if<std::string>(&workbook)) bundle.files.push_back({"stuk.xlsx", std::move(*bytes)});
  else tell_line(console, std::get<Message>(workbook));  // the rest can do without it
  if (const std::optional<Message> trouble = save_folder(asked.bundle, bundle.files))
    return usage_error(console, *trouble);
  tell_line(console, say("written: {}", asked.bundle));
  return exit_fine;
}

}  // namespace saldo
