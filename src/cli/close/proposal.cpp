#include "cli/close/proposal.h"

#include <algorithm>
#include <set>

#include "base/finding/suggest.h"
#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/wijziging/work_out.h"
#include "cli/close/record_file.h"
#include "intake/actuals.h"
#include "intake/as_record.h"
#include "plan/source.h"
#include "plan/write_afsluiting.h"

namespace saldo {

namespace {

bool tell(const Files& files, const Findings& findings, const Console& console) {
  if (findings.empty()) return false;
  write_error(console, show_findings(files, findings, error_style(console)));
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& f) { return f.severity == Severity::error; });
}

// What stands in the plan because of this record and not without it.
Findings caused(const Worked& before, const Worked& after) {
  std::set<std::pair<Rule, std::string>> known;
  for (const Diagnostic& finding : check_plan(before)) known.insert({finding.rule, to_text(finding.message)});
  Findings findings = check_plan(after);
  std::erase_if(findings, [&](const Diagnostic& f) { return known.contains({f.rule, to_text(f.message)}); });
  return findings;
}

class Proposer {
 public:
  Proposer(const CloseAsked& asked, const Console& console)
      : asked_(asked),
        console_(console),
        base_(load_base(asked.plan)),
        changes_(adopted_changes(base_, std::nullopt)) {}

  std::optional<Proposal> propose() {
    if (!take_stored() || !work_out_before() || !is_year_of_plan()) return std::nullopt;
    const bool made = asked_.actuals.empty() ? take_kept() : read_record();
    if (!made || !decide()) return std::nullopt;
    if (!work_out_after()) return std::nullopt;
    found_.files = base_.files;
    found_.record_file = static_cast<FileId>(base_.files.size() - 1);
    found_.findings = caused(found_.before, found_.after);
    return std::move(found_);
  }

 private:
  // The plan as it was when this year was closed: what was closed later is left out, and this year apart.
  bool take_stored() {
    if (tell(base_.files, base_.findings, console_)) return false;
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
    if (tell(base_.files, work_out(base_, changes_, found_.before), console_)) return false;
    ChangeList none;
    none.show(Standing::primitief);
    return !tell(base_.files, work_out(base_, none, found_.primitief), console_);
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
    usage_error(console_, say("{} is not closed yet: give what was booked with --actuals FILE", asked_.year));
    write_error(console_, to_text(say("`saldo table {} --tidy --years {} --format csv` gives the rows to fill in",
                                      asked_.plan, asked_.year),
                                  console_.language) +
                              '\n');
    return false;
  }

  bool read_record() {
    const Plan& plan = found_.before.plan;
    const Koppeling* koppeling = asked_.koppeling.empty() ? nullptr : find_koppeling(plan, asked_.koppeling);
    if (koppeling == nullptr && !asked_.koppeling.empty()) return refuse_koppeling();
    std::variant<std::string, Message> source = read_source(asked_.actuals, max_sheet_bytes);
    if (const auto* trouble = std::get_if<Message>(&source)) {
      usage_error(console_, say("--actuals {}: {}", asked_.actuals, to_text(*trouble, console_.language)));
      return false;
    }
    base_.files.push_back(asked_.actuals);
    const auto file = static_cast<FileId>(base_.files.size() - 1);
    Findings findings;
    const Actuals actuals =
        read_actuals(plan, asked_.year, {asked_.actuals, std::get<std::string>(source)}, file, koppeling, findings);
    if (tell_sheet(actuals, file, findings)) return false;
    found_.record = as_record(plan, actuals);
    if (found_.stored) keep_decisions(*found_.stored, found_.record);
    return add_what_follows(koppeling != nullptr && koppeling->intern == Intern::plan);
  }

  bool tell_sheet(const Actuals& actuals, FileId file, const Findings& findings) const {
    if (findings.empty()) return false;
    write_error(console_,
                render_findings(findings, file_names(base_.files, file, actuals.text), error_style(console_)));
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& f) { return f.severity == Severity::error; });
  }

  bool refuse_koppeling() const {
    std::vector<std::string_view> known;
    for (const Koppeling& koppeling : found_.before.plan.koppelingen) known.push_back(koppeling.naam);
    usage_error(console_, say("--koppeling {}: the plan has no [[koppeling]] of that name", asked_.koppeling));
    const Message help = did_you_mean(asked_.koppeling, known);
    if (!help.pattern.empty()) write_error(console_, to_text(help, console_.language) + '\n');
    return false;
  }

  bool add_what_follows(bool with_overdrachten) {
    if (!work_out_with(write_afsluiting(found_.record), found_.after)) return false;
    if (!found_.after.plan.years.contains(asked_.year)) return true;
    add_derived(found_.after, with_overdrachten, found_.record);
    keep_budget(found_.after, found_.record);
    return true;
  }

  // What is kept stands, or is replaced, or adopted.
  bool decide() {
    if (found_.stored) found_.differences = compare_records(*found_.stored, found_.record);
    const bool is_adopted = found_.stored && found_.stored->stand == Stand::vastgesteld;
    if (asked_.correctie) return correct(is_adopted);
    if (!asked_.heropen.empty()) return reopen(is_adopted);
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
    found_.text = write_afsluiting(found_.record);
    return true;
  }

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
    if (!found_.differences.empty()) found_.text = write_afsluiting(found_.record);
    found_.differences.clear();
    return true;
  }

  bool reopen(bool is_adopted) {
    if (!is_adopted || found_.is_closed_later) {
      usage_error(console_,
                  is_adopted
                      ? say("{} cannot be opened again while a later year is closed: begin with the last", asked_.year)
                      : say("{} was not adopted, so there is nothing to open again", asked_.year));
      return false;
    }
    Worked adopted;
    if (!work_out_with(write_afsluiting(*found_.stored), adopted)) return false;
    found_.record.stand = Stand::voorlopig;
    found_.record.besluit.clear();
    found_.record.datum.reset();
    const Balance& total = adopted.balances.total;
    const bool in_plan = adopted.plan.years.contains(asked_.year);
    found_.record.heropend.push_back(
        {*asked_.datum, asked_.heropen,
         in_plan ? total.years[adopted.plan.years.index(asked_.year)].eindsaldo : total.opening});
    adopt();
    found_.text = write_afsluiting(found_.record);
    return true;
  }

  bool work_out_after() {
    if (!found_.text.empty()) return work_out_with(found_.text, found_.after);
    PlanBase base = base_;
    base.joined.afsluitingen.push_back(*found_.stored);
    return !tell(base.files, work_out(std::move(base), changes_, found_.after), console_);
  }

  bool work_out_with(const std::string& text, Worked& worked) {
    PlanBase base = base_;
    replace_afsluiting(base, asked_.year, record_path(asked_.plan, asked_.year), text);
    const std::vector<std::string> files = base.files;
    const bool failed = tell(files, work_out(std::move(base), changes_, worked), console_);
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

std::optional<Proposal> propose(const CloseAsked& asked, const Console& console) {
  return Proposer(asked, console).propose();
}

std::string show_findings(const Proposal& proposal, const Style& style) {
  if (proposal.text.empty()) return show_findings(proposal.files, proposal.findings, style);
  return render_findings(proposal.findings, file_names(proposal.files, proposal.record_file, proposal.text), style);
}

}  // namespace saldo
