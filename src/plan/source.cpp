#include "plan/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Message too_large(std::uint64_t most) { return say("is larger than {} MiB", std::to_string(most >> 20)); }

Message system_trouble() { return say("cannot be read: {}", system_reason(errno)); }

// Reads to the end, but never past the limit: a file may grow while it is read.
std::variant<std::string, Message> read_all(int fd, std::size_t expected, std::uint64_t most) {
  std::string text;
  text.reserve(expected);
  char piece[1 << 16];
  while (true) {
    const ssize_t count = ::read(fd, piece, sizeof piece);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_trouble();
    if (count == 0) return text;
    text.append(piece, static_cast<std::size_t>(count));
    if (text.size() > most) return too_large(most);
  }
}

}  // namespace

std::variant<std::string, Message> read_source(const std::string& path, std::uint64_t most) {
  const Descriptor file(path);
  if (file.get() < 0) return system_trouble();
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_trouble();
  if (!S_ISREG(status.st_mode)) return say("is not a regular file");
  if (static_cast<std::uint64_t>(status.st_size) > most) return too_large(most);
  return read_all(file.get(), static_cast<std::size_t>(status.st_size), most);
}

TextLines::TextLines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) starts_.push_back(end + 1);
}

// Findings come in any order, and all of them may stand in one long line: every so many columns of a line is remembered.
TextLines::At TextLines::find(const Place& place, std::size_t end) {
  constexpr std::uint32_t apart = 256;
  const std::uint32_t column = std::max<std::uint32_t>(1, place.column);
  const auto walk = [&](At at, std::uint32_t to) {
    for (; at.column < to && at.offset < end; ++at.column)
      at.offset += first_code_point(text_.substr(at.offset, end - at.offset)).size();
    return at;
  };
  const At begin{1, starts_[place.line - 1]};
  if (column <= apart) return walk(begin, column);
  std::vector<At>& known = known_[place.line];
  if (known.empty()) known.push_back(begin);
  while (known.back().column + apart <= column && known.back().offset < end)
    known.push_back(walk(known.back(), known.back().column + apart));
  return walk(known[std::min<std::size_t>((column - 1) / apart, known.size() - 1)], column);
}

std::optional<LinePart> TextLines::read(const Place& place, std::size_t around) {
  if (place.line == 0 || place.line > starts_.size()) return std::nullopt;
  const std::size_t start = starts_[place.line - 1];
  std::size_t end = place.line < starts_.size() ? starts_[place.line] - 1 : text_.size();
  if (end > start && text_[end - 1] == '\r') --end;
  const auto [column, at] = find(place, end);
  LinePart part;
  part.first = column;
  std::size_t begin = at;
  for (std::size_t i = 0; i < around && begin > start; ++i, --part.first)
    while (--begin > start && is_inside_code_point(text_[begin])) {
    }
  std::size_t stop = at;
  for (std::size_t i = 0; i < around && stop < end; ++i)
    stop += first_code_point(text_.substr(stop, end - stop)).size();
  part.text = text_.substr(begin, stop - begin);
  part.ends = stop == end;
  return part;
}

std::optional<LinePart> LineReader::read(const std::string& path, const Place& place, std::size_t around) {
  if (path_ != path) {
    path_ = path;
    lines_.reset();
    std::variant<std::string, Message> source = read_source(path);
    if (auto* text = std::get_if<std::string>(&source)) {
      text_ = std::move(*text);
      lines_.emplace(text_);
    }
  }
  return lines_ ? lines_->read(place, around) : std::nullopt;
}

}  // namespace saldo
