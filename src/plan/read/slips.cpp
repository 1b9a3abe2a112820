#include "plan/read/slips.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// After the string that opens at `at`, or the end of the line.
std::size_t after_string(std::string_view line, std::size_t at) {
  for (std::size_t i = at + 1; i < line.size(); ++i) {
    if (line[i] == '\\' && line[at] == '"') ++i;
    else if (line[i] == line[at]) return i + 1;
  }
  return line.size();
}

struct Entry {
  std::string_view key;
  std::string_view value;  // empty where a list or table follows
  bool opens = false;      // a list or table follows
  bool inside = false;     // of { … }
};

struct Line {
  std::string_view text;  // without the remark behind it
  std::vector<Entry> entries;
  std::vector<std::size_t> open;    // brackets that this line does not close
  std::vector<std::size_t> commas;  // before a bracket that closes
};

bool is_quote(char c) { return c == '"' || c == '\''; }

// Up to the comma or brace behind it. What follows a comma without a = of its own belongs to it: 1234,56.
std::size_t value_end(std::string_view line, std::size_t begin, bool inside) {
  for (std::size_t i = begin; i < line.size(); ++i) {
    if (is_quote(line[i]) && i == begin) i = after_string(line, i) - 1;
    else if (line[i] == '#' && i > begin && line[i - 1] == ' ') return i;
    else if (inside && line[i] == '}') return i;
    else if (inside && line[i] == ',') {
      const std::string_view next = line.substr(i + 1, line.find_first_of(",}", i + 1) - (i + 1));
      if (trimmed(next).empty() || next.find('=') != next.npos || is_quote(line[begin])) return i;
    }
  }
  return line.size();
}

void close(Line& line, std::size_t at) {
  if (!line.open.empty()) line.open.pop_back();
  const std::size_t before = line.text.substr(0, at).find_last_not_of(" \t");
  if (line.text[at] == '}' && before != line.text.npos && line.text[before] == ',') line.commas.push_back(before);
}

Line read_line(std::string_view text) {
  Line line{text, {}, {}, {}};
  std::size_t key = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_quote(text[i])) {
      i = after_string(text, i) - 1;
    } else if (text[i] == '#') {
      line.text = text.substr(0, i);
      break;
    } else if (text[i] == '{' || text[i] == '[') {
      line.open.push_back(i);
      key = i + 1;
    } else if (text[i] == '}' || text[i] == ']') {
      close(line, i);
    } else if (text[i] == ',') {
      key = i + 1;
    } else if (text[i] == '=') {
      Entry entry{trimmed(text.substr(key, i - key)), {}, false, !line.open.empty()};
      std::size_t begin = std::min(text.find_first_not_of(" \t", i + 1), text.size());
      entry.opens = begin < text.size() && (text[begin] == '{' || text[begin] == '[');
      const std::size_t end = entry.opens ? begin : value_end(text, begin, entry.inside);
      entry.value = trimmed(text.substr(begin, end - begin));
      line.entries.push_back(entry);
      if (!entry.opens) i = std::max(end, i + 1) - 1;
      key = i + 1;
    }
  }
  return line;
}

struct Mark {
  utf8proc_int32_t code;
  Marked name;
};

const Mark known_marks[] = {{0x00A0, marked("no-break space")},
                            {0x00AD, marked("soft hyphen")},
                            {0x061C, marked("Arabic letter mark")},
                            {0x200B, marked("zero width space")},
                            {0x200C, marked("zero width non-joiner")},
                            {0x200D, marked("zero width joiner")},
                            {0x200E, marked("left-to-right mark")},
                            {0x200F, marked("right-to-left mark")},
                            {0x2028, marked("line separator")},
                            {0x2029, marked("paragraph separator")},
                            {0x202A, marked("left-to-right embedding")},
                            {0x202B, marked("right-to-left embedding")},
                            {0x202C, marked("end of a direction")},
                            {0x202D, marked("left-to-right override")},
                            {0x202E, marked("right-to-left override")},
                            {0x202F, marked("narrow no-break space")},
                            {0x2060, marked("word joiner")},
                            {0x2066, marked("left-to-right isolate")},
                            {0x2067, marked("right-to-left isolate")},
                            {0x2068, marked("first strong isolate")},
                            {0x2069, marked("end of an isolate")},
                            {0x3000, marked("wide space")},
                            {0xFEFF, marked("byte order mark")},
                            {0x0009, marked("tab")},
                            {0x000A, marked("line break")},
                            {0x000D, marked("carriage return")}};

utf8proc_int32_t code_of(std::string_view point) {
  utf8proc_int32_t code = -1;
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(point.data()), static_cast<utf8proc_ssize_t>(point.size()),
                   &code);
  return code;
}

bool is_space(utf8proc_int32_t code) { return code > ' ' && utf8proc_category(code) == UTF8PROC_CATEGORY_ZS; }

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

// A mark nobody sees or a space that is no ordinary one, outside quotes. Between digits it is part of an amount.
std::optional<Slip> strange_space(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_quote(line[i])) i = after_string(line, i) - 1;
    else if (line[i] == '#') return std::nullopt;
    else if (static_cast<unsigned char>(line[i]) < 0x80) continue;
    else {
      const std::string_view point = first_code_point(line.substr(i));
      const MarkName mark = mark_name(point);
      const bool grouped = i > 0 && is_digit_at(line, i - 1) && is_digit_at(line, i + point.size());
      if (is_space(code_of(point)) && !grouped)
        return Slip{point, say("this is no ordinary space but a {} ({})", mark.name, mark.number),
                    say("type the space again")};
      if (has_deceptive_character(point))
        return Slip{point, say("here stands a {} ({}), which nobody sees", mark.name, mark.number), say("take it out")};
      i += point.size() - 1;
    }
  }
  return std::nullopt;
}

std::optional<Slip> merge_marks(std::string_view line) {
  for (const std::string_view mark : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"})
    if (line.starts_with(mark))
      return Slip{line.substr(0, mark.size()),
                  say("this is a mark of git: two versions of this part were not made one"),
                  say("keep one of the two versions, and take out the lines <<<<<<<, ======= and >>>>>>>")};
  return std::nullopt;
}

std::optional<Slip> wrong_key(std::string_view key) {
  if (key.empty() || is_quote(key.front())) return std::nullopt;
  const auto is_bare = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-' || c == '.';
  };
  const auto wrong = std::find_if_not(key.begin(), key.end(), is_bare);
  if (wrong == key.end()) return std::nullopt;
  std::string joined(key);
  std::replace(joined.begin(), joined.end(), ' ', '_');
  const std::string_view at = first_code_point(key.substr(static_cast<std::size_t>(wrong - key.begin())));
  return Slip{at,
              say("a key without quotes has no {} in it", at == " " ? phrase(marked("space")) : Word(std::string(at))),
              at == " " ? say("write {}, or \"{}\" if it is a name", joined, key)
                        : say("write straight quotes around it: \"{}\"", key)};
}

// [[project.post]] above makes `lasten` a table [project.post.lasten].
std::string header_for(const std::vector<std::string_view>& lines, std::size_t line, std::string_view key) {
  for (std::size_t i = line; i-- > 0;) {
    std::string_view header = trimmed(lines[i]);
    if (!header.starts_with('[')) continue;
    header.remove_prefix(std::min(header.find_first_not_of('['), header.size()));
    return fmt::format("[{}.{}]", trimmed(header.substr(0, header.find(']'))), key);
  }
  return fmt::format("[{}]", key);
}

bool closes_later(const std::vector<std::string_view>& lines, std::size_t line) {
  for (std::size_t i = line + 1; i < lines.size() && !trimmed(lines[i]).starts_with('['); ++i) {
    const std::size_t brace = lines[i].find_first_of("{}");
    if (brace != std::string_view::npos) return lines[i][brace] == '}';
  }
  return false;
}

std::optional<Slip> over_lines(const std::vector<std::string_view>& lines, std::size_t at, const Line& line) {
  if (line.open.empty() || line.text[line.open.back()] != '{' || line.entries.empty()) return std::nullopt;
  const std::string_view brace = line.text.substr(line.open.back(), 1);
  const auto owner = std::find_if(line.entries.rbegin(), line.entries.rend(), [](const Entry& e) { return e.opens; });
  if (owner == line.entries.rend()) return std::nullopt;
  if (closes_later(lines, at))
    return Slip{brace, say("what stands between {{ and }} stands on one line"),
                say("write it on one line, or as a table of its own: {}", header_for(lines, at, owner->key))};
  return Slip{brace, say("this {{ is not closed"), say("write }} at the end")};
}

std::optional<Slip> wrong_header(std::string_view line) {
  const std::string_view header = trimmed(line);
  if (!header.starts_with('[')) return std::nullopt;
  const std::size_t begin = header.find_first_not_of("[ "), end = header.find_last_not_of("] ");
  if (begin == header.npos || end == header.npos || end < begin) return std::nullopt;
  const std::string_view name = header.substr(begin, end + 1 - begin);
  const bool list = header.starts_with("[[") || header.ends_with("]]");
  const std::string meant = list ? fmt::format("[[{}]]", name) : fmt::format("[{}]", name);
  if (meant == header || name.empty()) return std::nullopt;
  return Slip{header, say("the brackets around {} are not alike", name), say("write {}", meant)};
}

std::optional<Slip> no_equals(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.empty() || !((text.front() >= 'a' && text.front() <= 'z') || (text.front() >= 'A' && text.front() <= 'Z')))
    return std::nullopt;
  const std::size_t colon = text.find(':');
  if (colon != text.npos && colon + 1 == text.size())
    return Slip{text.substr(colon), say("between a key and its value stands ="), say("write = instead of :")};
  if (colon != text.npos)
    return Slip{text.substr(colon, 1), say("between a key and its value stands ="),
                say("write {} = {}", trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1)))};
  const std::size_t space = text.find(' ');
  if (space != text.npos && trimmed(text.substr(space)).starts_with('"'))
    return Slip{text.substr(0, space), say("between a key and its value stands ="),
                say("write {} = {}", text.substr(0, space), trimmed(text.substr(space)))};
  return Slip{text, say("this line is no key with a value"), say("write # before it if it is a remark")};
}

// The key that begins before `column` of this line, or its header.
std::string_view doubled(std::string_view line, std::uint32_t column) {
  if (trimmed(line).starts_with('[')) return trimmed(line);
  std::string_view last;
  for (const Entry& entry : read_line(line).entries) {
    const auto before = static_cast<std::size_t>(entry.key.data() - line.data());
    if (count_code_points(line.substr(0, before)) < column) last = entry.key;
  }
  return last;
}

std::optional<std::string_view> first_on(std::string_view line, std::string_view what) {
  for (const Entry& entry : read_line(line).entries)
    if (entry.key == what && entry.key.data() < what.data()) return entry.key;
  return std::nullopt;
}

}  // namespace

MarkName mark_name(std::string_view point) {
  const utf8proc_int32_t code = code_of(point);
  const std::string number = fmt::format("U+{:04X}", static_cast<std::uint32_t>(std::max(code, 0)));
  for (const Mark& mark : known_marks)
    if (mark.code == code) return {phrase(mark.name), number};
  if (is_space(code)) return {phrase(marked("space of another width")), number};
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  return {phrase(control ? marked("control character") : marked("invisible mark")), number};
}

std::optional<Slip> find_double(std::string_view text, std::uint32_t line, std::uint32_t column) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (line == 0 || line > lines.size()) return std::nullopt;
  const std::string_view what = doubled(lines[line - 1], column);
  if (what.empty()) return std::nullopt;
  Slip slip{what, say("{} is there twice", what), say("keep one of the two")};
  const bool header = what.starts_with('[');
  if (!header) slip.first = first_on(lines[line - 1], what);
  for (std::size_t i = line - 1; i-- > 0 && !slip.first;) {
    const std::string_view other = trimmed(lines[i]);
    if (header && other.starts_with(what)) slip.first = other.substr(0, what.size());
    if (header) continue;
    slip.first = first_on(lines[i], what);
    if (other.starts_with('[')) break;
  }
  return slip;
}

std::optional<Slip> find_slip(std::string_view text, std::uint32_t number) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (number == 0 || number > lines.size()) return std::nullopt;
  const std::size_t at = number - 1;
  if (auto slip = merge_marks(lines[at])) return slip;
  if (auto slip = strange_space(lines[at])) return slip;
  const Line line = read_line(lines[at]);
  if (!line.entries.empty() && line.entries.front().inside)
    if (auto slip = no_equals(line.text.substr(0, line.text.find_first_of("[{")))) return slip;
  for (const Entry& entry : line.entries) {
    if (auto slip = wrong_key(entry.key)) return slip;
    if (entry.opens) continue;
    if (auto slip = find_value_slip(entry.key, entry.value, entry.inside)) return slip;
  }
  if (!line.commas.empty())
    return Slip{line.text.substr(line.commas.front(), 1), say("behind the last value stands no comma"),
                say("take out this comma")};
  if (line.entries.empty()) {
    if (auto slip = wrong_header(line.text)) return slip;
    return no_equals(line.text);
  }
  return over_lines(lines, at, line);
}

}  // namespace saldo
