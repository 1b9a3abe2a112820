#include "calc/check/baseline/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/say.h"
#include "calc/check/baseline/fingerprint.h"

namespace saldo {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::size_t fingerprint_size = 16;
constexpr std::string_view heading = "# saldo: known findings, ";
constexpr std::string_view version_word = "version ";
constexpr std::string_view blanks = " \t\r";

bool is_fingerprint(std::string_view word) {
  return word.size() == fingerprint_size && word.find_first_not_of(hex_digits) == std::string_view::npos;
}

std::optional<std::size_t> read_count(std::string_view digits) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return count;
}

std::string_view take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  const std::string_view word = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(word.size());
  return word;
}

std::string written(const Extent& extent) {
  if (const auto* money = std::get_if<Money>(&extent)) return to_plain(*money);
  if (const auto* count = std::get_if<std::size_t>(&extent)) return fmt::format("{}x", *count);
  return "-";
}

std::optional<Extent> read_extent(std::string_view word) {
  if (word == "-") return Extent();
  if (word.ends_with('x')) {
    const std::optional<std::size_t> count = read_count(word.substr(0, word.size() - 1));
    return count ? std::optional<Extent>(*count) : std::nullopt;
  }
  const ReadAmount read = read_number_amount(word);
  if (read.error || !read.amount.is_money()) return std::nullopt;
  return Extent(read.amount.counted());
}

// Another version has a number in the first line that this saldo may not know.
void read_heading(std::string_view line, Baseline& baseline) {
  baseline.has_heading = line.starts_with(heading);
  if (!baseline.has_heading) return;
  line.remove_prefix(heading.size());
  if (!line.starts_with(version_word)) return;
  line.remove_prefix(version_word.size());
  baseline.version = read_count(line.substr(0, line.find(','))).value_or(0);
}

bool read_line(std::string_view line, Baseline& baseline) {
  const std::string_view print = take_word(line);
  if (print.empty() || print.front() == '#') return true;
  if (!is_fingerprint(print)) return false;
  const std::optional<Extent> extent = baseline.version == 1 ? Extent() : read_extent(take_word(line));
  if (extent) baseline.known.emplace(print, *extent);
  return extent.has_value();
}

// As far off as a number that can be compared; on the other side of zero it is another matter.
Acceptance compare(const Extent& was, const Extent& now) {
  if (was == now || was.index() == 0 || now.index() == 0) return Acceptance::same;
  if (was.index() != now.index()) return Acceptance::larger;
  if (const auto* count = std::get_if<std::size_t>(&was))
    return *count < std::get<std::size_t>(now) ? Acceptance::larger : Acceptance::smaller;
  const Money a = std::get<Money>(was);
  const Money b = std::get<Money>(now);
  const bool same_side = b == Money() || (a < Money()) == (b < Money());
  return same_side && b.size() < a.size() ? Acceptance::smaller : Acceptance::larger;
}

// Findings with one fingerprint, and what the baseline has under it: what did not change first, then the largest with the
// largest.
class PairedByExtent {
 public:
  PairedByExtent(const Findings& findings, std::vector<std::size_t> at, std::vector<Extent> known,
                 std::vector<Verdict>& told)
      : findings_(findings), at_(std::move(at)), known_(std::move(known)), told_(told) {}

  // Gives how many of the baseline are left.
  std::size_t pair() {
    std::erase_if(at_, [this](std::size_t i) {
      const auto same = std::find(known_.begin(), known_.end(), findings_[i].extent);
      if (same == known_.end()) return false;
      told_[i] = {Acceptance::same, *same};
      known_.erase(same);
      return true;
    });
    std::stable_sort(at_.begin(), at_.end(), [this](std::size_t a, std::size_t b) {
      return size(findings_[b].extent) < size(findings_[a].extent);
    });
    std::stable_sort(known_.begin(), known_.end(), [](const Extent& a, const Extent& b) { return size(b) < size(a); });
    const std::size_t pairs = std::min(at_.size(), known_.size());
    for (std::size_t i = 0; i < pairs; ++i) told_[at_[i]] = {compare(known_[i], findings_[at_[i]].extent), known_[i]};
    return known_.size() - pairs;
  }

 private:
  static Money size(const Extent& extent) {
    if (const auto* money = std::get_if<Money>(&extent)) return money->size();
    const auto* count = std::get_if<std::size_t>(&extent);
    return count == nullptr ? Money() : Money::of_cents(static_cast<std::int64_t>(*count));
  }

  const Findings& findings_;
  std::vector<std::size_t> at_;
  std::vector<Extent> known_;
  std::vector<Verdict>& told_;
};

// What an older saldo would have left out, and no more.
Held hold_against_first_version(const Baseline& baseline, const Findings& findings) {
  Held held;
  const std::vector<std::string> prints = fingerprints_by_place(findings);
  std::size_t found = 0;
  for (const std::string& print : prints) {
    const bool known = baseline.known.contains(print);
    held.verdicts.push_back({known ? Acceptance::same : Acceptance::fresh, {}});
    if (known) ++found;
  }
  held.gone = baseline.known.size() - found;
  return held;
}

}  // namespace

Word in_words(const Extent& extent) {
  if (const auto* money = std::get_if<Money>(&extent)) return word(*money);
  const auto* count = std::get_if<std::size_t>(&extent);
  return count == nullptr ? Word("") : word(*count);
}

std::string describe(const Diagnostic& finding) {
  Address subject = finding.subject;
  if (!finding.post_naam.empty()) subject.post = finding.post_naam;
  const std::string words = in_words(subject);
  return std::string(info(finding.rule).id) + (words.empty() ? "" : " ") + words;
}

Baseline read_baseline(std::string_view text) {
  Baseline baseline;
  read_heading(text.substr(0, text.find_first_of("\r\n")), baseline);
  for (std::size_t line_number = 1; !text.empty(); ++line_number) {
    const std::size_t end = text.find('\n');
    if (!read_line(text.substr(0, end), baseline)) baseline.unreadable.push_back(line_number);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return baseline;
}

std::string write_baseline(const Findings& findings) {
  std::vector<std::pair<std::string, std::string>> lines;  // sorted by what people read
  for (const Diagnostic& finding : findings)
    lines.emplace_back(describe(finding), fingerprint(finding, 0) + "  " + written(finding.extent));
  std::sort(lines.begin(), lines.end());
  std::string text =
      fmt::format("{}{}{}, which check --baseline leaves out\n", heading, version_word, Baseline::newest);
  for (const auto& [words, begin] : lines) text += begin + "  " + words + "\n";
  return text;
}

Held hold_against(const Baseline& baseline, const Findings& findings) {
  if (baseline.version == 1) return hold_against_first_version(baseline, findings);
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < findings.size(); ++i) alike[fingerprint(findings[i], 0)].push_back(i);
  Held held{std::vector<Verdict>(findings.size()), baseline.known.size()};
  for (auto& [print, at] : alike) {
    std::vector<Extent> known;
    for (auto [entry, end] = baseline.known.equal_range(print); entry != end; ++entry) known.push_back(entry->second);
    const std::size_t there = known.size();
    held.gone -= there - PairedByExtent(findings, std::move(at), std::move(known), held.verdicts).pair();
  }
  return held;
}

}  // namespace saldo
