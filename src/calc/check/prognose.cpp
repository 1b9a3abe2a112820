// What the last record of a year that goes on leaves open.
#include "calc/prognose/prognose.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/say.h"
#include "calc/check/checks.h"

namespace saldo {

namespace {

// Every side of which something is expected, in the records that count.
template <class Visit>
void for_each_expected(const CheckInput& input, Visit visit) {
  for (std::size_t y = 0; y < input.plan.years.size(); ++y) {
    const Afsluiting* record = tussentijds_of(input.plan, input.plan.years.at(y));
    if (record == nullptr) continue;
    for (const Verwachting& one : verwachtingen(input.plan, input.amounts, *record)) visit(one);
  }
}

Address address_of(const Plan& plan, const Verwachting& one) {
  const Project& project = plan.projects[one.cell.project];
  return {project.nr, project.posts[one.cell.post].nr, std::string(to_text(one.cell.direction)),
          plan.years.at(one.cell.year)};
}

// The last year of each side of a post that a change has something to say of.
class LastChanged {
 public:
  explicit LastChanged(const Plan& plan) {
    for (const ChangeNote& note : plan.change_notes) {
      const auto [last, is_new] = last_.try_emplace({note.project, note.post, note.direction}, note.year);
      if (!is_new) last->second = std::max(last->second, note.year);
    }
  }

  bool is_after(const Plan& plan, const AmountOf& cell) const {
    const Project& project = plan.projects[cell.project];
    const auto last = last_.find({project.nr, project.posts[cell.post].nr, cell.direction});
    return last != last_.end() && plan.years.at(cell.year) < last->second;
  }

 private:
  std::map<std::tuple<std::string_view, std::string_view, Direction>, Year> last_;
};

}  // namespace

// Somebody expects less than is booked and ordered already.
void check_prognose_onder_realisatie(const CheckInput& input, Findings& findings) {
  for_each_expected(input, [&](const Verwachting& one) {
    const Money sure = one.geboekt + one.verplicht;
    if (!one.is_stated || sure <= one.verwacht) return;
    const Address address = address_of(input.plan, one);
    findings.push_back(
        {Rule::prognose_onder_realisatie,
         one.place,
         say("{} is expected of {}, but {} is booked and ordered already", one.verwacht, in_words(address), sure),
         {},
         say("expect {} or more, or leave out what will not come", sure),
         address});
    findings.back().extent = sure - one.verwacht;
  });
}

// What is expected otherwise every year, while later years keep their budget.
void check_prognose_structureel(const CheckInput& input, Findings& findings) {
  if (input.plan.tussentijds.empty()) return;
  const LastChanged changed(input.plan);
  for_each_expected(input, [&](const Verwachting& one) {
    const Money more = one.verwacht - one.begroot.counted();
    const Year year = input.plan.years.at(one.cell.year);
    if (!one.post->structureel || more == Money() || year == input.plan.years.last) return;
    if (changed.is_after(input.plan, one.cell)) return;
    const Address address = address_of(input.plan, one);
    findings.push_back({Rule::prognose_structureel,
                        one.place,
                        say("{} is expected to be {} otherwise, in later years too: their budget does not say so",
                            in_words(address), more),
                        {},
                        say("write a [[begrotingswijziging]] for {} and later", year + 1),
                        address});
    findings.back().extent = more.size();
  });
}

}  // namespace saldo
