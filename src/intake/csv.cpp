#include "intake/csv.h"

#include <algorithm>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

// How often it stands outside quotes in the first line with anything on it, from line `heading` on.
std::size_t times_in_heading(std::string_view text, char separator, std::uint32_t heading) {
  std::size_t times = 0;
  std::uint32_t line = 1;
  bool quoted = false, blank = true;
  for (const char c : text) {
    if (c == '\n') {
      if (++line > heading && !blank) break;
      times = 0;
      quoted = false;
      blank = true;
      continue;
    }
    blank = blank && c == '\r';
    if (c == '"') quoted = !quoted;
    else if (c == separator && !quoted) ++times;
  }
  return times;
}

char likely_separator(std::string_view text, std::uint32_t heading) {
  char likely = ';';
  std::size_t most = 0;
  for (const char separator : {';', ',', '\t'})
    if (const std::size_t times = times_in_heading(text, separator, heading); times > most) {
      most = times;
      likely = separator;
    }
  return likely;
}

// Cells that grow are held twice as they do, and are the most of what is held.
std::size_t most_cells(std::string_view text, char separator) {
  const auto ends = [text](char mark) { return std::count(text.begin(), text.end(), mark); };
  return std::min(static_cast<std::size_t>(ends(separator) + ends('\n') + 1), max_sheet_cells);
}

class CsvReader {
 public:
  CsvReader(Sheet& sheet, Findings& findings) : sheet_(sheet), text_(*sheet.text), findings_(findings) {}

  bool read(std::optional<char> declared, std::uint32_t heading) {
    if (!take_separator_line(declared)) return false;
    if (separator_ == '\0') separator_ = declared.value_or(likely_separator(text_, std::max(1u, heading)));
    sheet_.cells.reserve(most_cells(text_, separator_));
    while (at_ < text_.size() && !torn_) {
      read_row();
    }
    return !torn_;
  }

 private:
  bool refuse(Rule rule, Place place, Message message, Message help = {}) {
    findings_.push_back({rule, place, std::move(message), {}, std::move(help)});
    return false;
  }

  // Excel's own: a first line `sep=;`, which is no row.
  bool take_separator_line(std::optional<char> declared) {
    const std::string_view first = text_.substr(0, text_.find('\n'));
    const bool ends = first.size() == 5 || (first.size() == 6 && first[5] == '\r');
    if (!first.starts_with("sep=") || !ends || std::string_view(";,|\t").find(first[4]) == first.npos) return true;
    separator_ = first[4];
    if (declared && *declared != separator_)
      return refuse(Rule::bestand, {sheet_.file, 1, 5, 1},
                    say("the file says that `{}` stands between its cells, and the koppeling says `{}`",
                        std::string(1, separator_), std::string(1, *declared)),
                    say("write the same in `scheiding`"));
    at_ = std::min(first.size() + 1, text_.size());
    ++line_;
    return true;
  }

  char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  bool at_line_end() const {
    return here() == '\n' || (here() == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] == '\n'));
  }

  void step() {
    const char c = text_[at_++];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if (at_ >= text_.size() || !is_inside_code_point(text_[at_])) {
      ++column_;
    }
  }

  void end_line() {
    if (here() == '\r') ++at_;
    ++at_;
    ++line_;
    column_ = 1;
  }

  void read_row() {
    const std::size_t first = sheet_.cells.size();
    while (true) {
      read_cell();
      torn_ = torn_ || !is_within_limits(first);
      if (torn_) return;
      if (at_line_end()) break;
      step();  // the separator
    }
    end_line();
    const auto is_blank = [](const SheetCell& cell) { return cell.text.find_first_not_of(' ') == cell.text.npos; };
    if (std::all_of(sheet_.cells.begin() + static_cast<std::ptrdiff_t>(first), sheet_.cells.end(), is_blank))
      sheet_.cells.resize(first);
    else sheet_.row_ends.push_back(sheet_.cells.size());
  }

  void read_cell() {
    SheetCell cell{{}, line_, column_, 0};
    if (here() == '"') read_quoted(cell);
    else read_plain(cell);
    if (line_ == cell.line) cell.length = column_ - cell.column;
    else cell.length = 1;
    sheet_.cells.push_back(cell);
  }

  void read_plain(SheetCell& cell) {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    const bool ends_line = at_ >= text_.size() || text_[at_] == '\n';
    if (ends_line && at_ > first && text_[at_ - 1] == '\r') --at_;
    cell.text = text_.substr(first, at_ - first);
    column_ += static_cast<std::uint32_t>(count_code_points(cell.text));
    if (cell.text.find('\r') != std::string_view::npos)
      refuse(Rule::bestand, {sheet_.file, cell.line, cell.column, column_ - cell.column},
             say("a line ends here in another way than the lines before it"), say("save the file again"));
  }

  void read_quoted(SheetCell& cell) {
    step();
    const std::size_t first = at_;
    bool doubled = false;
    while (true) {
      while (at_ < text_.size() && here() != '"') step();
      if (at_ >= text_.size()) {
        torn_ = true;
        refuse(Rule::bestand, {sheet_.file, cell.line, cell.column, 1},
               say("the quote that opens here is never closed"), say("a quote inside a cell is written twice: \"\""));
        return;
      }
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      doubled = true;
      step();
      step();
    }
    cell.text = text_.substr(first, at_ - first);
    step();
    if (doubled) cell.text = sheet_.unquoted.emplace_back(with_single_quotes(cell.text));
    if (at_line_end() || here() == separator_) return;
    refuse(Rule::bestand, {sheet_.file, line_, column_, 1}, say("after the closing quote of a cell stands more of it"),
           say("a quote inside a cell is written twice: \"\""));
    while (!at_line_end() && here() != separator_) step();
  }

  static std::string with_single_quotes(std::string_view text) {
    std::string single;
    for (std::size_t i = 0; i < text.size(); ++i) {
      single += text[i];
      if (text[i] == '"') ++i;
    }
    return single;
  }

  // After every cell, as one line may be all of the file.
  bool is_within_limits(std::size_t first_of_row) {
    const Place place{sheet_.file, line_, 0, 0};
    if (sheet_.rows() >= max_sheet_rows) return refuse(Rule::bestand, place, say("more than {} rows", max_sheet_rows));
    if (sheet_.cells.size() > max_sheet_cells)
      return refuse(Rule::bestand, place, say("more than {} cells", max_sheet_cells));
    if (sheet_.cells.size() - first_of_row > max_sheet_columns)
      return refuse(Rule::bestand, place, say("a row of more than {} columns", max_sheet_columns));
    return true;
  }

  Sheet& sheet_;
  std::string_view text_;
  Findings& findings_;
  char separator_ = '\0';
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
  bool torn_ = false;
};

}  // namespace

std::optional<Sheet> read_csv(FileId file, std::string text, std::optional<char> separator, std::uint32_t heading,
                              Findings& findings) {
  Sheet sheet;
  sheet.file = file;
  sheet.text = std::make_shared<const std::string>(std::move(text));
  const std::size_t before = findings.size();
  if (!CsvReader(sheet, findings).read(separator, heading) || findings.size() > before) return std::nullopt;
  return sheet;
}

}  // namespace saldo
