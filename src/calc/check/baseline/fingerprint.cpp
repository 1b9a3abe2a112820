#include "calc/check/baseline/fingerprint.h"

#include <fmt/format.h>

#include <unordered_map>

#include "base/hash/fnv1a.h"
#include "base/say.h"

namespace saldo {

namespace {

constexpr char separator = '\x1f';  // in no name: the loader refuses control characters

// What is the same for findings that differ in nothing but their place and amounts. A naam stands apart from a nr, of
// which another post may have the same letters.
std::string identity(const Diagnostic& finding, bool by_place) {
  const Address& subject = finding.subject;
  const bool by_naam = !by_place && !finding.post_naam.empty();
  std::string text(info(finding.rule).id);
  const auto add = [&text](std::string_view word) { (text += separator) += word; };
  add(subject.project);
  add(by_naam ? separator + finding.post_naam.str() : subject.post);
  add(subject.figure);
  add(subject.year ? word(*subject.year) : "");
  if (subject == Address{})
    for (const Word word : finding.message.words) add(word.text);
  return text;
}

std::uint64_t print_of(const std::string& identity, std::size_t occurrence) {
  Fnv1a print;
  print.add(identity);
  print.add(separator);
  print.add(std::to_string(occurrence));
  return print.hash();
}

std::string in_digits(std::uint64_t print) { return fmt::format("{:016x}", print); }

// add(the print of each finding), in their order.
template <class Add>
void each_print(const Findings& findings, bool by_place, Add add) {
  std::unordered_map<std::string, std::size_t> occurrences;
  for (const Diagnostic& finding : findings) {
    const auto known = occurrences.try_emplace(identity(finding, by_place)).first;
    add(print_of(known->first, known->second++));
  }
}

std::vector<std::string> all_prints(const Findings& findings, bool by_place) {
  std::vector<std::string> all;
  all.reserve(findings.size());
  each_print(findings, by_place, [&](std::uint64_t print) { all.push_back(in_digits(print)); });
  return all;
}

}  // namespace

std::string fingerprint(const Diagnostic& finding, std::size_t occurrence) {
  return in_digits(print_of(identity(finding, false), occurrence));
}

std::vector<std::string> fingerprints(const Findings& findings) { return all_prints(findings, false); }

std::vector<std::uint64_t> fingerprint_numbers(const Findings& findings) {
  std::vector<std::uint64_t> all;
  all.reserve(findings.size());
  each_print(findings, false, [&](std::uint64_t print) { all.push_back(print); });
  return all;
}

std::vector<std::string> fingerprints_by_place(const Findings& findings) { return all_prints(findings, true); }

}  // namespace saldo
