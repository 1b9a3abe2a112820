#include "calc/check/controle/running_on.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "base/say.h"

namespace saldo {

namespace {

class RunningOn {
 public:
  RunningOn(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {}

  void find(const std::vector<Failure>& failures) {
    std::vector<const Failure*> balances;
    for (const Failure& failure : failures)
      if (stands_on(failure) && findings_[failure.finding].causes.empty()) balances.push_back(&failure);
    std::stable_sort(balances.begin(), balances.end(),
                     [this](const Failure* a, const Failure* b) { return *stands_on(*a) < *stands_on(*b); });
    for (std::size_t first = 0, next = 1; first < balances.size(); first = next++) {
      while (next < balances.size() && runs_on(*balances[next - 1], *balances[next])) ++next;
      if (next - first > 1) tell_once({balances.data() + first, next - first});
    }
  }

  // From here on no position of a finding holds.
  void take_out() {
    for (Diagnostic& finding : findings_)
      for (Place& cause : finding.causes)
        if (const auto first = told_at_.find(cause); finding.rule == Rule::controle && first != told_at_.end())
          cause = first->second;
    for (auto echo = echoes_.rbegin(); echo != echoes_.rend(); ++echo)
      findings_.erase(findings_.begin() + static_cast<std::ptrdiff_t>(*echo));
  }

 private:
  // The balance that is meant, by the year it closes; none for a figure of one year.
  std::optional<Year> stands_on(const Failure& failure) const {
    const Year year = plan_.years.at(failure.year);
    if (failure.printed->figure == Figure::eindsaldo) return year;
    if (failure.printed->figure == Figure::opening) return year - 1;
    return std::nullopt;
  }

  static Money off_by(const Failure& failure) {
    return rounded(Ratio::of(failure.exact), {failure.unit}) - failure.printed->amount;
  }

  bool runs_on(const Failure& before, const Failure& after) const {
    const std::vector<Related>&a = findings_[before.finding].related, &b = findings_[after.finding].related;
    const auto same_words = [](const Related& x, const Related& y) { return to_text(x.message) == to_text(y.message); };
    return off_by(after) == off_by(before) && *stands_on(after) <= *stands_on(before) + 1 &&
           std::equal(a.begin(), a.end(), b.begin(), b.end(), same_words);
  }

  void tell_once(std::span<const Failure* const> chain) {
    for (const Failure* echo : chain.subspan(1)) {
      echoes_.insert(echo->finding);
      told_at_[echo->printed->place] = chain.front()->printed->place;
    }
    findings_[chain.front()->finding].related.push_back(
        {chain.back()->printed->place,
         say("the same {} runs on to the end of {}", off_by(*chain.front()), *stands_on(*chain.back()))});
  }

  const Plan& plan_;
  Findings& findings_;
  std::set<std::size_t> echoes_;    // by position
  std::map<Place, Place> told_at_;  // where what they say is told
};

}  // namespace

void tell_running_on(const Plan& plan, const std::vector<std::vector<Failure>>& failures, Findings& findings) {
  RunningOn running(plan, findings);
  for (const std::vector<Failure>& of_bron : failures) running.find(of_bron);
  running.take_out();
}

}  // namespace saldo
