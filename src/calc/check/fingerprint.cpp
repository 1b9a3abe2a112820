#include "calc/check/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "base/say.h"

namespace saldo {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::size_t fingerprint_size = 16;
constexpr char separator = '\x1f';  // in no name: the loader refuses control characters

// FNV-1a as its authors give it: the same on every machine, unlike std::hash.
std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) text += separator + words[i];
  return text;
}

// What is the same for findings that differ in nothing but their place and amounts.
std::string identity(const Diagnostic& finding) {
  const Address& subject = finding.subject;
  std::vector<std::string> words{std::string(info(finding.rule).id), subject.project, subject.post, subject.figure,
                                 subject.year ? word(*subject.year) : ""};
  if (subject == Address{}) words.insert(words.end(), finding.message.words.begin(), finding.message.words.end());
  return joined(words);
}

// "index-afwijking 3.18/2 lasten 2026"
std::string describe(const Diagnostic& finding) {
  const std::string subject = in_words(finding.subject);
  return std::string(info(finding.rule).id) + (subject.empty() ? "" : " ") + subject;
}

bool is_fingerprint(std::string_view word) {
  return word.size() == fingerprint_size && word.find_first_not_of(hex_digits) == std::string_view::npos;
}

}  // namespace

std::string fingerprint(const Diagnostic& finding, std::size_t occurrence) {
  return fmt::format("{:016x}", fnv1a(joined({identity(finding), word(occurrence)})));
}

std::vector<std::string> fingerprints(const Findings& findings) {
  std::unordered_map<std::string, std::size_t> occurrences;
  std::vector<std::string> all;
  for (const Diagnostic& finding : findings) all.push_back(fingerprint(finding, occurrences[identity(finding)]++));
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
