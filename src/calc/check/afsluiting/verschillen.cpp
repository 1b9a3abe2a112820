// How a closed year deviates from its budget, and whether that was explained, judged and left as it was.
#include "calc/check/afsluiting/records.h"
#include "calc/close/rechtmatigheid.h"

namespace saldo {

namespace {

// Whether the organisation wants to know why; never where it has agreed nothing.
bool asks_why(const Jaareinde& agreed, Money verschil, Amount begroot) {
  if (verschil == Money()) return false;
  if (agreed.toelichting_vanaf && *agreed.toelichting_vanaf <= verschil.size()) return true;
  if (!agreed.toelichting_procent) return false;
  const Rounding to_the_cent;
  return rounded(Ratio::of(begroot.counted().size()) * *agreed.toelichting_procent, to_the_cent) <= verschil.size();
}

class Explanations {
 public:
  Explanations(const CheckInput& input, const Afsluiting& record, Findings& findings)
      : input_(input), record_(record), year_(input.plan.years.index(record.jaar)), findings_(findings) {}

  void check(const BookedProject& of_project, const BookedPost& booked) {
    if (!booked.toelichting.empty() || booked.afgeleid || !booked.position) return;
    const Project& project = input_.plan.project(*of_project.project.id);
    for (const Direction direction : both_directions) {
      if (!booked.realisatie[direction]) continue;
      const Amount begroot = input_.worked.budget().amounts.at(project, *booked.position, direction, year_);
      const Money verschil = in_saldo(booked.realisatie[direction]->amount - begroot.counted(), direction);
      if (asks_why(input_.plan.jaareinde, verschil, begroot)) tell(project, booked, direction, verschil, begroot);
    }
  }

 private:
  void tell(const Project& project, const BookedPost& booked, Direction direction, Money verschil, Amount begroot) {
    const Post& post = project.posts[*booked.position];
    findings_.push_back({Rule::afsluiting_toelichting,
                         booked.realisatie[direction]->place,
                         say("{} of post {} of {} were {} in {}, budgeted {}: {} {}, and nothing says why",
                             to_text(direction), post.nr, project.nr, booked.realisatie[direction]->amount,
                             record_.jaar, begroot, verschil.size(), verschil < Money() ? "N" : "V"),
                         {},
                         say("write a `toelichting` beside it"),
                         {project.nr, post.nr, std::string(to_text(direction)), record_.jaar}});
    findings_.back().extent = verschil;
    if (record_.stand == Stand::vastgesteld) findings_.back().severity = Severity::error;
  }

  const CheckInput& input_;
  const Afsluiting& record_;
  std::size_t year_;
  Findings& findings_;
};

}  // namespace

// A deviation from the budget as large as [jaareinde] wants explained, without a toelichting.
void check_afsluiting_toelichting(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    Explanations explanations(input, record, findings);
    for (const BookedProject& project : record.projects)
      for (const BookedPost& post : project.posts) explanations.check(project, post);
  });
}

// Lasten above the budget, without what projects pay each other. Once it was judged it is only told.
void check_afsluiting_overschrijding(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    for (const Rechtmatigheid& row : work_out_rechtmatigheid(input.worked, record.jaar, &record)) {
      if (row.overschrijding() == Money()) continue;
      findings.push_back(
          {Rule::afsluiting_overschrijding,
           row.oordeel != nullptr ? row.oordeel->place : record.place,
           say("{} spent {} in {} of a budget of {}: {} too much", row.id, row.extern_.lasten.realisatie.counted(),
               record.jaar, row.extern_.lasten.begroot.counted(), row.overschrijding()),
           {},
           row.oordeel != nullptr ? say("judged {}: {}", row.oordeel->acceptabel ? "acceptabel" : "niet acceptabel",
                                        row.oordeel->toelichting)
                                  : say("write [[afsluiting.oordeel]] {} = \"{}\", overschrijding = \"acceptabel\" or "
                                        "\"niet-acceptabel\", and "
                                        "a toelichting",
                                        row.of_project ? "project" : "programmalijn", row.id),
           {row.id, "", "lasten", record.jaar}});
      findings.back().extent = row.overschrijding();
      if (row.oordeel != nullptr) findings.back().severity = Severity::note;
      else soften(record, findings.back());
    }
  });
}

// Baten from outside that stayed behind by as much as [jaareinde] wants explained.
void check_afsluiting_baten_achter(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    for (const Rechtmatigheid& row : work_out_rechtmatigheid(input.worked, record.jaar, &record)) {
      if (!asks_why(input.plan.jaareinde, row.baten_achter(), row.extern_.baten.begroot)) continue;
      findings.push_back({Rule::afsluiting_baten_achter,
                          record.place,
                          say("{} received {} in {}, budgeted {}: {} less, and no begrotingswijziging said so", row.id,
                              row.extern_.baten.realisatie.counted(), record.jaar, row.extern_.baten.begroot.counted(),
                              row.baten_achter()),
                          {},
                          say("tell the council why; next time a [[begrotingswijziging]] before 31 december does"),
                          {row.id, "", "baten", record.jaar}});
      findings.back().extent = row.baten_achter();
    }
  });
}

// The budget of a closed year is no longer what it was when the year was closed.
void check_afsluiting_begroting(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    for (const BookedProject& of_project : record.projects)
      for (const BookedPost& booked : of_project.posts) {
        if (!booked.position) continue;
        const Project& project = input.plan.project(*of_project.project.id);
        for (const Direction direction : both_directions) {
          if (!booked.begroot[direction]) continue;
          const Amount was = booked.begroot[direction]->amount;
          const Amount is = input.worked.budget().amounts.at(project, *booked.position, direction,
                                                             input.plan.years.index(record.jaar));
          if (was == is) continue;
          const Post& post = project.posts[*booked.position];
          findings.push_back({Rule::afsluiting_begroting,
                              booked.begroot[direction]->place,
                              say("post {} of {} had {} {} budgeted when {} was closed, and now {}", post.nr,
                                  project.nr, was, to_text(direction), record.jaar, is),
                              {{post.place, say("the post is here")}},
                              say("undo the edit: a closed year keeps its budget"),
                              {project.nr, post.nr, std::string(to_text(direction)), record.jaar}});
          findings.back().extent = is.counted() - was.counted();
        }
      }
  });
}

namespace {

// Whether a side of a post of the project has this amount in that year, beside what other corrections put there.
bool is_booked_as(const CheckInput& input, const Correctie& correctie) {
  const Project& project = input.plan.project(*correctie.project.id);
  const std::size_t year = input.plan.years.index(correctie.verwerkt_in);
  for (std::size_t post = 0; post < project.posts.size(); ++post)
    if (input.amounts.at(project, post, correctie.kant, year) == Amount(correctie.bedrag)) return true;
  return false;
}

}  // namespace

// A correction of a closed year whose amount is on no post in the year that is to take it.
void check_afsluiting_correctie(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    for (const Correctie& correctie : record.correcties) {
      if (is_booked_as(input, correctie)) continue;
      findings.push_back(
          {Rule::afsluiting_correctie,
           correctie.place,
           say("{} is to take {} {} that {}/{} of {} turned out otherwise, but no post of {} has that amount",
               correctie.verwerkt_in, correctie.bedrag, to_text(correctie.kant), correctie.project.name,
               correctie.post.name, record.jaar, correctie.project.name),
           {},
           say("give a post of {} this amount in {}, in a [[begrotingswijziging]] of that year", correctie.project.name,
               correctie.verwerkt_in),
           {correctie.project.name, correctie.post.name, std::string(to_text(correctie.kant)), record.jaar}});
      findings.back().extent = correctie.bedrag;
    }
  });
}

}  // namespace saldo
