#include "calc/fingerprint.h"

#include <algorithm>
#include <map>

namespace saldo {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::size_t fingerprint_size = 16;

// FNV-1a as its authors give it; each word is closed with a byte that no text holds, so that words cannot run together.
class Hash {
 public:
  void add(std::string_view word) {
    for (const char c : word) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }

  std::string hex() const {
    std::string text(fingerprint_size, '0');
    std::uint64_t rest = value_;
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, rest >>= 4) *digit = hex_digits[rest & 0xF];
    return text;
  }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x00000100000001b3U; }
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

// What is the same for findings that differ in nothing but their place and amounts.
std::vector<std::string> identity(const Diagnostic& finding) {
  const Subject& subject = finding.subject;
  std::vector<std::string> words{std::string(info(finding.rule).id), subject.project, subject.post, subject.figure,
                                 subject.year ? word(*subject.year) : ""};
  if (subject != Subject{}) return words;
  words.emplace_back(finding.message.pattern);
  words.insert(words.end(), finding.message.words.begin(), finding.message.words.end());
  return words;
}

std::string hash(const std::vector<std::string>& words, std::size_t occurrence) {
  Hash all;
  for (const std::string& word : words) all.add(word);
  all.add(std::to_string(occurrence));
  return all.hex();
}

// "index-afwijking 3.18/2 lasten 2026"
std::string describe(const Diagnostic& finding) {
  const Subject& subject = finding.subject;
  std::string text(info(finding.rule).id);
  if (!subject.project.empty()) text += " " + subject.project;
  if (!subject.post.empty()) text += "/" + subject.post;
  if (!subject.figure.empty()) text += " " + subject.figure;
  if (subject.year) text += " " + word(*subject.year);
  return text;
}

bool is_fingerprint(std::string_view word) {
  return word.size() == fingerprint_size && word.find_first_not_of(hex_digits) == std::string_view::npos;
}

}  // namespace

std::string fingerprint(const Diagnostic& finding, std::size_t occurrence) { return hash(identity(finding), occurrence); }

std::vector<std::string> fingerprints(const Findings& findings) {
  std::map<std::vector<std::string>, std::size_t> occurrences;
  std::vector<std::string> all;
  for (const Diagnostic& finding : findings) {
    const std::vector<std::string> words = identity(finding);
    all.push_back(hash(words, occurrences[words]++));
  }
  return all;
}

Baseline read_baseline(std::string_view text) {
  Baseline baseline;
  for (std::size_t line_number = 1; !text.empty(); ++line_number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
    const std::string_view word = line.substr(begin, line.find_first_of(" \t\r", begin) - begin);
    if (word.empty() || word.front() == '#') continue;
    if (is_fingerprint(word)) baseline.known.emplace(word);
    else baseline.unreadable.push_back(line_number);
  }
  return baseline;
}

std::string write_baseline(const Findings& findings) {
  const std::vector<std::string> prints = fingerprints(findings);
  std::vector<std::pair<std::string, std::string>> lines;  // sorted by what people read
  for (std::size_t i = 0; i < findings.size(); ++i) lines.emplace_back(describe(findings[i]), prints[i]);
  std::sort(lines.begin(), lines.end());
  std::string text = "# saldo: known findings, which check --baseline leaves out\n";
  for (const auto& [words, print] : lines) text += print + "  " + words + "\n";
  return text;
}

Findings filter_known(Findings findings, const Baseline& baseline) {
  const std::vector<std::string> prints = fingerprints(findings);
  Findings fresh;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (!baseline.known.contains(prints[i])) fresh.push_back(std::move(findings[i]));
  return fresh;
}

}  // namespace saldo
