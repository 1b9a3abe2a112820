#include "cli/init/example.h"

#include <algorithm>

#include "base/text.h"
#include "embedded/start.h"

namespace saldo {

namespace {

constexpr std::string_view file_mark = "### ";

// "text   # Nederlands || English": the remark in one of the two.
std::string in_language(std::string_view line, Language language) {
  const std::size_t between = line.find(" || ");
  if (between == std::string_view::npos) return std::string(line);
  if (language == Language::nl) return std::string(line.substr(0, between));
  const std::size_t remark = line.rfind("# ", between);
  return std::string(line.substr(0, remark + 2)) + std::string(line.substr(between + 4));
}

// "@1 = 20_000" at the front of `text`, up to the comma or brace behind its value.
struct YearItem {
  std::string_view selector;  // "1", or "*" for every year
  std::string_view value;     // " = 20_000"; "" of a year by itself
  std::size_t size = 0;
};

YearItem read_item(std::string_view text) {
  const std::size_t digits = text.find_first_not_of("0123456789*", 1);
  YearItem item{text.substr(1, digits - 1), "", std::min(digits, text.size())};
  if (!text.substr(item.size).starts_with(" = ")) return item;
  const std::size_t end = text.find_first_of(",}", item.size);
  item.value = text.substr(item.size, end - item.size);
  while (item.value.ends_with(' ')) item.value.remove_suffix(1);
  item.size += item.value.size();
  return item;
}

std::string year_text(Years years, std::size_t at) { return std::to_string(years.at(at).value); }

std::string write_item(const YearItem& item, Years years) {
  if (item.selector != "*") {
    const std::size_t at = static_cast<std::size_t>(item.selector.front() - '0');
    if (item.value.empty()) return year_text(years, std::min(at, years.size() - 1));
    return at < years.size() ? year_text(years, at) + std::string(item.value) : "";
  }
  std::string all;
  for (std::size_t at = 0; at < years.size(); ++at)
    all += (all.empty() ? "" : ", ") + year_text(years, at) + std::string(item.value);
  return all;
}

std::string with_years(std::string_view line, Years years) {
  std::string text;
  for (std::size_t at = line.find('@'); at != std::string_view::npos; at = line.find('@')) {
    text += line.substr(0, at);
    const YearItem item = read_item(line.substr(at));
    const std::string written = write_item(item, years);
    if (written.empty() && text.ends_with(", ")) text.resize(text.size() - 2);
    text += written;
    line.remove_prefix(at + item.size);
  }
  return text + std::string(line);
}

std::string_view embedded_text(std::string_view name) {
  return std::find_if(embedded::start.begin(), embedded::start.end(),
                      [&](const auto& one) { return one.first == name; })
      ->second;
}

std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

}  // namespace

ExamplePlan example_plan(std::string_view name, Years years, Language language) {
  ExamplePlan plan;
  std::string* into = &plan.plan_keys;
  for (std::string_view rest = embedded_text(name); !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (line == "### plan") continue;  // the keys come first
    if (line.starts_with(file_mark)) {
      into = &plan.files.emplace_back(FolderFile{std::string(line.substr(file_mark.size())), ""}).bytes;
    } else {
      *into += with_years(in_language(line, language), years) + '\n';
    }
  }
  return plan;
}

std::string example_text(std::string_view name, Language language) {
  std::string text;
  for (std::string_view rest = embedded_text(name); !rest.empty();)
    text += in_language(take_line(rest), language) + '\n';
  return text;
}

}  // namespace saldo
