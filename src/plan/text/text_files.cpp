#include "plan/text/text_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view text_extension = ".md";

bool is_nobodys(const std::string& name) {
  return name.starts_with('.') || name.starts_with('#') || name.ends_with('~') || name.ends_with(".bak") ||
         folded(name) == "readme.md";
}

bool is_part(std::string_view name, std::span<const std::string_view> parts) {
  return std::find(parts.begin(), parts.end(), name) != parts.end();
}

std::string all_parts(std::span<const std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) {
    if (!all.empty()) all += ", ";
    all.append(part).append(text_extension);
  }
  return all;
}

// kern.md.txt, Kern.md, kern.markdown, kren.md
LeftOut misnamed(const fs::path& path, std::span<const std::string_view> parts) {
  const std::string name = path.filename().string();
  const std::string stem = folded(name.substr(0, name.find('.')));
  const std::optional<std::string> likely = is_part(stem, parts) ? stem : nearest(stem, parts);
  LeftOut left{path.string(), say("is not read, as no part of a report is called so"),
               say("the parts are {}", all_parts(parts))};
  if (likely) left.help = say("did you mean `{}`?", *likely + std::string(text_extension));
  return left;
}

class TextListing {
 public:
  TextListing(const TextFolder& where, std::span<const std::string_view> parts) : where_(where), parts_(parts) {}

  TextFiles list() {
    std::error_code error;
    fs::directory_iterator entry(where_.folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) take(*entry);
    if (error) leave_out({where_.folder, say("cannot be read: {}", system_reason(error.value())), {}});
    finish();
    return std::move(found_);
  }

 private:
  void leave_out(LeftOut one) { found_.left_out.push_back(std::move(one)); }

  void take(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    const std::string name = path.filename().string(), stem = path.stem().string();
    std::error_code ignored;
    if (is_nobodys(name) || entry.is_directory(ignored)) return;
    const bool is_text = path.extension() == text_extension;
    if (!is_text || !is_part(stem, parts_)) {
      if (is_text || is_alike(name)) leave_out(misnamed(path, parts_));
    } else if (entry.is_symlink(ignored) && leads_out(where_.within, path.string())) {
      leave_out(left_out_link(path.string()));
    } else {
      found_.files.push_back({*std::find(parts_.begin(), parts_.end(), stem), path.string()});
    }
  }

  bool is_alike(const std::string& name) const {
    constexpr std::string_view endings[] = {"", ".markdown", ".mdown", ".txt", ".text", ".md.txt", ".md"};
    const std::size_t dot = std::min(name.find('.'), name.size());
    return is_part(folded(name.substr(0, dot)), parts_) &&
           std::find(std::begin(endings), std::end(endings), folded(name.substr(dot))) != std::end(endings);
  }

  void finish() {
    const auto at = [&](const TextFile& file) { return std::find(parts_.begin(), parts_.end(), file.part); };
    std::sort(found_.files.begin(), found_.files.end(),
              [&](const TextFile& a, const TextFile& b) { return at(a) < at(b); });
    std::sort(found_.left_out.begin(), found_.left_out.end(),
              [](const LeftOut& a, const LeftOut& b) { return a.path < b.path; });
  }

  const TextFolder& where_;
  const std::span<const std::string_view> parts_;
  TextFiles found_;
};

}  // namespace

std::optional<TextFolder> text_folder_of(const std::string& plan) {
  std::error_code error;
  const fs::path folder = fs::path(plan) / "rapport";
  if (!fs::is_directory(folder, error)) return std::nullopt;
  return TextFolder{folder.string(), plan};
}

TextFiles list_text_files(const TextFolder& where, std::span<const std::string_view> parts) {
  if (leads_out(where.within, where.folder)) return {{}, {left_out_link(where.folder)}};
  return TextListing(where, parts).list();
}

}  // namespace saldo
