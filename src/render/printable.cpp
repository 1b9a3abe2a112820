#include "render/printable.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace saldo {

namespace {

constexpr std::string_view replacement = "\uFFFD";

void append_printable(std::string& out, std::string_view valid) {
  while (const std::optional<std::size_t> at = find_deceptive_character(valid)) {
    out += valid.substr(0, *at);
    const std::string_view point = code_points(valid.substr(*at, 4)).front();
    out += point == "\t" || point == "\n" || point == "\r" ? " " : replacement;
    valid.remove_prefix(*at + point.size());
  }
  out += valid;
}

std::string without_command(std::string text) {
  while (const std::optional<std::size_t> at = find_job_command(text)) text.replace(*at, 1, replacement);
  return text;
}

}  // namespace

std::string printable(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (is_plain) return without_command(std::string(text));
  std::string out;
  while (const std::optional<std::size_t> bad = find_invalid_utf8(text)) {
    append_printable(out, text.substr(0, *bad));
    out += replacement;
    text.remove_prefix(*bad + 1);
  }
  append_printable(out, text);
  return without_command(std::move(out));
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) out += "\uFFFD", i += 2;
    else if (text[i] == '&') out += "&amp;";
    else if (text[i] == '<') out += "&lt;";
    else if (text[i] == '>') out += "&gt;";
    else if (text[i] == '"') out += "&quot;";
    else out += text[i];
  }
  return out;
}

std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> points;
  for (; !text.empty(); text.remove_prefix(points.back().size())) points.push_back(first_code_point(text));
  return points;
}

}  // namespace saldo
