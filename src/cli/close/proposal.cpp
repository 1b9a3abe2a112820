#include "cli/close/proposal.h"

#include <algorithm>
#include <set>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/close/bron.h"
#include "calc/wijziging/work_out.h"
#include "cli/close/bookings.h"
#include "cli/close/decide.h"
#include "cli/close/record_file.h"
#include "plan/write/write_afsluiting.h"

namespace saldo {

namespace {

bool may_change(Rule rule) { return !is_of_budget(rule); }

// What stands in the plan because of this record and not without it.
Findings caused(const Worked& before, const Worked& after) {
  std::set<std::pair<Rule, std::string>> known;
  for (const Diagnostic& finding : check_plan(before, may_change))
    known.insert({finding.rule, to_text(finding.message)});
  Findings findings = check_plan(after, may_change);
  std::erase_if(findings, [&](const Diagnostic& f) { return known.contains({f.rule, to_text(f.message)}); });
  return findings;
}

// Goals that have no result yet are as many as there are goals, in a year that is only just closed: told once.
void count_without_result(Findings& findings) {
  const auto is_one = [](const Diagnostic& finding) { return finding.rule == Rule::resultaat_ontbreekt; };
  const auto first = std::find_if(findings.begin(), findings.end(), is_one);
  const auto count = static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), is_one));
  if (count < 2) return;
  Diagnostic all = *first;
  all.place = first->related.front().place;  // of the record
  all.related.clear();
  all.message = say("{} goals were due in {}, and nothing says what came of them", count, *first->subject.year);
  all.help = say("`saldo goals --open` shows which; write what came of each in its resultaat");
  std::erase_if(findings, is_one);
  findings.push_back(std::move(all));
}

class Proposer {
 public:
  Proposer(const CloseAsked& asked, PlanBase base, const Console& console)
      : asked_(asked), console_(console), base_(std::move(base)), changes_(adopted_changes(base_, std::nullopt)) {}

  std::optional<Proposal> propose() {
    if (!take_stored() || !work_out_before() || !is_year_of_plan()) return std::nullopt;
    const bool made = asked_.actuals.empty() ? take_kept() : read_record();
    if (!made || !decide(
                     asked_, found_, [this] { return stored_total(); }, console_))
      return std::nullopt;
    if (!work_out_after()) return std::nullopt;
    found_.files = base_.files;
    found_.record_file = static_cast<FileId>(base_.files.size() - 1);
    found_.findings = caused(found_.before, found_.after);
    count_without_result(found_.findings);
    found_.findings.insert(found_.findings.begin(), found_.of_file.begin(), found_.of_file.end());
    return std::move(found_);
  }

 private:
  // The plan as it was when this year was closed: what was closed later is left out, and this year apart.
  bool take_stored() {
    if (tell_findings(base_.files, base_.findings, console_)) return false;
    std::vector<Afsluiting>& all = base_.joined.afsluitingen;
    for (const Afsluiting& record : all) {
      found_.is_closed_later = found_.is_closed_later || asked_.year < record.jaar;
      if (record.jaar != asked_.year) continue;
      found_.stored = record;
      found_.stored_in = base_.file(record.place.file);
    }
    std::erase_if(all, [this](const Afsluiting& record) { return asked_.year <= record.jaar; });
    found_.stored_text = saldo::read_record(record_path(asked_.plan, asked_.year));
    return true;
  }

  bool work_out_before() {
    if (tell_findings(base_.files, work_out(base_, changes_, found_.before), console_)) return false;
    if (changes_.empty()) return true;
    ChangeList none;
    none.show(Standing::primitief);
    return !tell_findings(base_.files, work_out(base_, none, found_.unchanged.emplace()), console_);
  }

  bool is_year_of_plan() const {
    const Years years = found_.before.plan.years;
    if (years.contains(asked_.year) || asked_.year == years.first - 1) return true;
    usage_error(console_, say("{} cannot be closed: the plan runs from {} to {}, and the year before it may be as well",
                              asked_.year, years.first, years.last));
    return false;
  }

  bool take_kept() {
    if (found_.stored) {
      found_.record = *found_.stored;
      return true;
    }
    if (!found_.before.plan.years.contains(asked_.year)) {
      usage_error(console_,
                  say("{} is not closed yet: give a csv with what each project ended with, in columns project, jaar "
                      "and eindsaldo, with --actuals FILE",
                      asked_.year));
      return false;
    }
    usage_error(console_, say("{} is not closed yet: give what was booked with --actuals FILE", asked_.year));
    tell_line(console_, say("`saldo table {} --tidy --years {} --format csv` gives the rows to fill in", asked_.plan,
                            asked_.year));
    return false;
  }

  bool read_record() {
    std::optional<Bookings> bookings = read_bookings(asked_, found_.before.plan, base_.files, console_);
    if (!bookings) return false;
    found_.record = std::move(bookings->record);
    found_.rows = std::move(bookings->rows);
    if (found_.stored) found_.of_file = compare_with_bron(found_.before.plan, *found_.stored, found_.record);
    if (found_.stored) keep_decisions(*found_.stored, found_.record);
    return add_what_follows(bookings->plan_tells_overdrachten);
  }

  bool add_what_follows(bool with_overdrachten) {
    // Where it goes wrong it is told of what would be written: only that has lines to show.
    if (!work_out_record(found_.record, found_.after).empty() && !work_out_text(text_of(found_.record), found_.after))
      return false;
    if (!found_.after.plan.years.contains(asked_.year)) return true;
    add_derived(found_.after, with_overdrachten, found_.record);
    keep_budget(found_.after, found_.record);
    return true;
  }

  // What all projects ended with in the record that is kept.
  std::optional<Money> stored_total() {
    Worked adopted;
    if (!work_out_stored(adopted)) return std::nullopt;
    const Balance& total = adopted.balances.total;
    const Years years = adopted.plan.years;
    return years.contains(asked_.year) ? total.years[years.index(asked_.year)].eindsaldo : total.opening;
  }

  bool work_out_after() {
    return found_.text.empty() ? work_out_stored(found_.after) : work_out_text(found_.text, found_.after);
  }

  bool work_out_stored(Worked& worked) {
    return !tell_findings(base_.files, work_out_record(*found_.stored, worked), console_);
  }

  Findings work_out_record(const Afsluiting& record, Worked& worked) {
    PlanBase base = base_;
    base.joined.afsluitingen.push_back(record);
    return work_out(std::move(base), changes_, worked);
  }

  std::string text_of(const Afsluiting& record) const { return write_afsluiting(record, found_.before.plan.unit()); }

  bool work_out_text(const std::string& text, Worked& worked) {
    PlanBase base = base_;
    replace_afsluiting(base, asked_.year, record_path(asked_.plan, asked_.year), text);
    const std::vector<std::string> files = base.files;
    const bool failed = tell_findings(files, work_out(std::move(base), changes_, worked), console_);
    base_.files = files;
    return !failed;
  }

  const CloseAsked& asked_;
  const Console& console_;
  PlanBase base_;
  ChangeList changes_;
  Proposal found_;
};

}  // namespace

std::optional<Proposal> propose(const CloseAsked& asked, PlanBase base, const Console& console) {
  return Proposer(asked, std::move(base), console).propose();
}

std::string show_findings(const Proposal& proposal, const Style& style) {
  if (proposal.text.empty()) return show_findings(proposal.files, proposal.findings, style);
  return render_findings(proposal.findings, file_names(proposal.files, proposal.record_file, proposal.text), style);
}

}  // namespace saldo
