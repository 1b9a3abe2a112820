#include "calc/check/baseline/fingerprint.h"

#include <fmt/format.h>

#include <unordered_map>

#include "base/hash/fnv1a.h"
#include "base/say.h"

namespace saldo {

namespace {

constexpr char separator = '\x1f';  // in no name: the loader refuses control characters

// Of what is the same for findings that differ in nothing but their place and amounts. A naam stands apart from a nr, of
// which another post may have the same letters.
Fnv1a print_of(const Diagnostic& finding, bool by_place) {
  const Address& subject = finding.subject;
  const bool by_naam = !by_place && !finding.post_naam.empty();
  Fnv1a print;
  print.add(info(finding.rule).id);
  const auto add = [&print](std::string_view word) {
    print.add(separator);
    print.add(word);
  };
  add(subject.project);
  if (by_naam) add(std::string_view(&separator, 1));
  if (by_naam) print.add(finding.post_naam);
  else add(subject.post);
  add(subject.figure);
  add(subject.year ? word(*subject.year) : "");
  if (subject == Address{})
    for (const Word word : finding.message.words) add(word.text);
  return print;
}

std::uint64_t print_of(Fnv1a print, std::size_t occurrence) {
  print.add(separator);
  print.add(std::to_string(occurrence));
  return print.hash();
}

std::string in_digits(std::uint64_t print) { return fmt::format("{:016x}", print); }

// add(the print of each finding), in their order.
template <class Add>
void each_print(const Findings& findings, bool by_place, Add add) {
  std::unordered_map<std::uint64_t, std::size_t> occurrences;
  occurrences.reserve(findings.size());
  for (const Diagnostic& finding : findings) {
    const Fnv1a print = print_of(finding, by_place);
    add(print_of(print, occurrences[print.hash()]++));
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
  return in_digits(print_of(print_of(finding, false), occurrence));
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
