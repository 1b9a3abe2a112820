#include "report/paper/sums/sum_list.h"

#include <algorithm>
#include <utility>

#include "base/say.h"
#include "report/paper/reason_names.h"

namespace saldo {

namespace {

constexpr std::size_t most_parts = 12;  // parts that somebody reads

// The smallest of many become one, in the place of the last.
void gather(std::vector<SumPart>& parts) {
  if (parts.size() <= most_parts + 1) return;
  const std::size_t others = parts.size() - most_parts;
  const Amount smaller = take_smaller(parts, most_parts);
  parts.push_back({Dutch("{} andere samen", others).text(), smaller});
}

// " + 12.500 (3.18/4)"
void add_part(TextSpans& spans, const SumPart& part, bool is_first) {
  const bool is_taken = part.amount.is_money() && part.amount.counted() < Money();
  if (is_first) spans.push_back(plain(word(part.amount) + " ("));
  else spans.push_back(plain((is_taken ? " - " + word(-part.amount) : " + " + word(part.amount)) + " ("));
  spans.push_back(plain(part.words));
  if (!part.anchor.empty()) spans.back().link = "#" + part.anchor;
  spans.push_back(plain(")"));
}

}  // namespace

TextSpans& SumList::item(const Of& of) {
  const auto [found, is_new] = items_.try_emplace(of.name, list_.items.size());
  if (is_new) {
    list_.anchors.push_back(anchor_of(of.name));
    list_.items.push_back({strong(of.head + ": ")});
  } else {
    list_.items[found->second].push_back(plain("; "));
  }
  return list_.items[found->second];
}

std::string SumList::tell(const Of& of, const std::string& label, Amount figure, std::vector<SumPart> parts,
                          bool always) {
  std::erase_if(parts, [](const SumPart& part) { return part.amount.is_absent(); });
  if (parts.empty() && figure == Amount(Money())) return nothing();
  if (figure.is_absent() || sum_of_parts(parts) != figure) return "";
  if (parts.size() == 1 && !always && !parts.front().anchor.empty()) return parts.front().anchor;
  gather(parts);
  TextSpans& spans = item(of);
  spans.push_back(plain((label.empty() ? "" : label + ": ") + word(figure) + " = "));
  for (const SumPart& part : parts) add_part(spans, part, &part == &parts.front());
  return anchor_of(of.name);
}

std::string SumList::tell(const Of& of, TextSpans words) {
  TextSpans& spans = item(of);
  spans.insert(spans.end(), words.begin(), words.end());
  return anchor_of(of.name);
}

std::string SumList::nothing() {
  const Of of{"niets", "0"};
  if (!has(of.name)) tell(of, {plain(Dutch("er is niets dat hier meetelt.").text())});
  return anchor_of(of.name);
}

PageFold SumList::fold() && {
  PageFold fold{title_.text(), anchor_, {}};
  fold.parts.push_back({std::move(list_)});
  return fold;
}

}  // namespace saldo
