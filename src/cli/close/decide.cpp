#include "cli/close/decide.h"

#include <algorithm>

#include "base/say.h"
#include "plan/write/write_afsluiting.h"

namespace saldo {

namespace {

class Decision {
 public:
  Decision(const CloseAsked& asked, Proposal& proposal, const Console& console)
      : asked_(asked), found_(proposal), console_(console) {}

  // What is kept stands, or is replaced, or adopted.
  bool decide(const std::function<std::optional<Money>()>& stored_total) {
    if (found_.stored) found_.differences = compare_records(*found_.stored, found_.record);
    const bool is_adopted = found_.stored && found_.stored->stand == Stand::vastgesteld;
    if (asked_.correctie) return correct(is_adopted);
    if (!asked_.heropen.empty()) return reopen(is_adopted, stored_total);
    const bool decides = asked_.vastgesteld && !is_adopted;
    if (found_.stored && !decides && (is_adopted || is_same_source()) && found_.differences.empty()) {
      found_.record = *found_.stored;
      return true;
    }
    // What was adopted and differs is only shown.
    if (!is_adopted || decides) found_.record.stand = Stand::voorlopig;
    else found_.record.stand = Stand::vastgesteld;
    if (is_adopted) {
      found_.record.besluit = found_.stored->besluit;
      found_.record.datum = found_.stored->datum;
    }
    adopt();
    found_.text = write_afsluiting(found_.record, found_.before.plan.unit());
    return true;
  }

 private:
  void adopt() {
    if (!asked_.vastgesteld) return;
    found_.record.stand = Stand::vastgesteld;
    found_.record.besluit = asked_.besluit;
    found_.record.datum = asked_.datum;
  }

  bool is_same_source() const {
    if (asked_.actuals.empty()) return true;
    const auto &old_ones = found_.stored->bronnen, &new_ones = found_.record.bronnen;
    return std::equal(old_ones.begin(), old_ones.end(), new_ones.begin(), new_ones.end(),
                      [](const Bron& a, const Bron& b) { return a.sha256 == b.sha256; });
  }

  // The record stays as it was adopted; what differs is put beside it.
  bool correct(bool is_adopted) {
    if (!is_adopted || asked_.actuals.empty()) {
      usage_error(
          console_,
          say("--correctie is for a year that was adopted, beside --actuals FILE with what it turned out to be"));
      return false;
    }
    found_.record = *found_.stored;
    for (const RecordDifference& difference : found_.differences) {
      if (!difference.direction) continue;
      found_.record.correcties.push_back({{difference.project, {}},
                                          {difference.post, {}},
                                          *difference.direction,
                                          difference.after.value_or(Money()) - difference.before.value_or(Money()),
                                          *asked_.correctie,
                                          {},
                                          {}});
    }
    if (!found_.differences.empty()) found_.text = write_afsluiting(found_.record, found_.before.plan.unit());
    found_.differences.clear();
    return true;
  }

  bool reopen(bool is_adopted, const std::function<std::optional<Money>()>& stored_total) {
    if (!is_adopted || found_.is_closed_later) {
      usage_error(console_,
                  is_adopted
                      ? say("{} cannot be opened again while a later year is closed: begin with the last", asked_.year)
                      : say("{} was not adopted, so there is nothing to open again", asked_.year));
      return false;
    }
    const std::optional<Money> total = stored_total();
    if (!total) return false;
    found_.record.stand = Stand::voorlopig;
    found_.record.besluit.clear();
    found_.record.datum.reset();
    found_.record.heropend.push_back({*asked_.datum, asked_.heropen, *total});
    adopt();
    found_.text = write_afsluiting(found_.record, found_.before.plan.unit());
    return true;
  }

  const CloseAsked& asked_;
  Proposal& found_;
  const Console& console_;
};

}  // namespace

bool decide(const CloseAsked& asked, Proposal& proposal, const std::function<std::optional<Money>()>& stored_total,
            const Console& console) {
  return Decision(asked, proposal, console).decide(stored_total);
}

}  // namespace saldo
