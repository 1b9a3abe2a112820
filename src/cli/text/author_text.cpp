#include "cli/text/author_text.h"

#include "intake/markdown/markdown.h"
#include "plan/source.h"
#include "report/text/filled_text.h"

namespace saldo {

namespace {

FileId add_file(std::vector<std::string>& files, const std::string& path) {
  files.push_back(path);
  return static_cast<FileId>(files.size() - 1);
}

}  // namespace

AuthorText read_author_text(const TextFolder& where, const Worked& worked, std::vector<std::string>& files,
                            std::span<const std::string_view> parts) {
  AuthorText text;
  const TextFiles found = list_text_files(where, parts);
  for (const TextFile& file : found.files) {
    PartText part{file.part, add_file(files, file.path), {}};
    const std::variant<std::string, Message> source = read_source(file.path, max_text_bytes);
    if (const auto* trouble = std::get_if<Message>(&source)) {
      text.findings.push_back({Rule::rapport_tekst, {part.file}, *trouble});
      continue;
    }
    part.blocks = read_markdown(part.file, std::get<std::string>(source), text.findings);
    fill_in(part.blocks, worked, text.findings);
    text.parts.push_back(std::move(part));
  }
  for (const LeftOut& left : found.left_out)
    text.findings.push_back({Rule::rapport_tekst, {add_file(files, left.path)}, left.message, {}, left.help});
  sort_by_place(text.findings);
  return text;
}

AuthorText read_author_text(const std::string& plan, const Worked& worked, std::vector<std::string>& files) {
  const std::optional<TextFolder> folder = text_folder_of(plan);
  return folder ? read_author_text(*folder, worked, files) : AuthorText();
}

}  // namespace saldo
