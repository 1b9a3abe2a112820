// How goals are numbered.
#include <charconv>
#include <unordered_map>

#include "calc/check/doel/telling.h"

namespace saldo {

namespace {

// 2.1.3 is 2.1. and 3; nothing where it does not end in a number.
struct Numbered {
  std::string_view before;
  std::uint32_t last = 0;
};
std::optional<Numbered> numbered(std::string_view nr) {
  const std::size_t point = nr.rfind('.');
  const std::size_t from = point == nr.npos ? 0 : point + 1;
  Numbered found{nr.substr(0, from)};
  const auto [end, error] = std::from_chars(nr.data() + from, nr.data() + nr.size(), found.last);
  if (error != std::errc() || end != nr.data() + nr.size()) return std::nullopt;
  return found;
}

std::string key_of(const Doel& doel, std::string_view nr) {
  const std::string above = doel.onder ? std::to_string(position(*doel.onder->id)) : "";
  return above + "/" + std::string(nr);
}

void report_number(const Doel& doel, Message message, std::vector<Related> related, Findings& findings) {
  findings.push_back({Rule::doel_nummer, doel.nr_place, std::move(message), std::move(related),
                      say("write the number as it is printed; where the document itself is wrong, keep it so"),
                      subject_of(doel)});
}

void check_prefix(const Plan& plan, const Doel& doel, Findings& findings) {
  if (!doel.onder || doel.nr.find('.') == std::string::npos) return;
  const Doel& above = plan.doel(*doel.onder->id);
  if (above.nr.empty() || doel.nr.starts_with(above.nr + ".")) return;
  report_number(doel, say("{} does not begin with {}, the nr of {} above it", named(doel), above.nr, above.id),
                {{above.nr_place, say("that one is here")}}, findings);
}

}  // namespace

// Per list of goals under one goal: a number that was there before, one that skips another, and one that is not of this
// list by its own digits. A list begins where it begins, and what is a project has the number of its paragraph.
void check_doel_nummer(const CheckInput& input, Findings& findings) {
  std::unordered_map<std::string, const Doel*> seen;       // by the goal above and the whole number
  std::unordered_map<std::string, const Doel*> last_seen;  // by the goal above and all but the last part
  for (const Doel& doel : input.plan.doelen) {
    if (doel.nr.empty() || doel.soort == DoelSoort::project) continue;
    check_prefix(input.plan, doel, findings);
    const auto [twin, is_new] = seen.try_emplace(key_of(doel, doel.nr), &doel);
    if (!is_new)
      report_number(doel, say("{} has the nr of {} in the same list", named(doel), twin->second->id),
                    {{twin->second->nr_place, say("the first one is here")}}, findings);
    const std::optional<Numbered> number = numbered(doel.nr);
    if (!number) continue;
    const auto [previous, begins] = last_seen.try_emplace(key_of(doel, number->before), &doel);
    if (begins) continue;
    const std::uint32_t before = numbered(previous->second->nr)->last;
    if (number->last > before && number->last - before > 1)
      report_number(doel,
                    say("{} comes after {}: {}{} is not there", named(doel), previous->second->nr, number->before,
                        std::to_string(before + 1)),
                    {{previous->second->nr_place, say("the one before it is here")}}, findings);
    previous->second = &doel;
  }
}

}  // namespace saldo
