#include "plan/link/afsluiting.h"

#include <algorithm>
#include <map>

#include "base/say.h"
#include "plan/address.h"
#include "plan/link/decisions.h"

namespace saldo {

namespace {

// Records of years one after the other: who closes a year has closed those before it.
void order_afsluitingen(Plan& plan, Findings& findings) {
  std::vector<Afsluiting>& all = plan.afsluitingen;
  std::stable_sort(all.begin(), all.end(), [](const Afsluiting& a, const Afsluiting& b) { return a.jaar < b.jaar; });
  Year expected = plan.years.first;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Afsluiting& record = all[i];
    if (i > 0 && all[i - 1].jaar == record.jaar) {
      report(findings, Rule::dubbel_nr, record.place, say("{} was closed already", record.jaar));
      findings.back().related.push_back({all[i - 1].place, say("the first one is here")});
    } else if (record.jaar < plan.years.first - 1 || plan.years.last < record.jaar) {
      report(findings, Rule::jaar_buiten_plan, record.place,
             say("{} is outside the plan, which runs from {} to {}", record.jaar, plan.years.first, plan.years.last),
             say("only the year before it, {}, may be closed as well", plan.years.first - 1));
    } else if (expected < record.jaar) {
      report(findings, Rule::afsluiting_volgorde, record.place,
             say("{} is closed, but {} before it is not", record.jaar, expected), say("close {} first", expected));
    }
    expected = std::max(expected, record.jaar + 1);
  }
}

// The last one of a year is the one that counts.
void order_tussentijds(Plan& plan, Findings& findings) {
  std::vector<Afsluiting>& all = plan.tussentijds;
  const auto when = [](const Afsluiting& record) { return std::pair(record.jaar, record.peildatum); };
  std::stable_sort(all.begin(), all.end(), [&](const Afsluiting& a, const Afsluiting& b) { return when(a) < when(b); });
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!plan.years.contains(all[i].jaar)) {
      report(findings, Rule::jaar_buiten_plan, all[i].place,
             say("{} is outside the plan, which runs from {} to {}", all[i].jaar, plan.years.first, plan.years.last));
    } else if (i > 0 && when(all[i - 1]) == when(all[i])) {
      report(findings, Rule::dubbel_nr, all[i].place,
             say("there are two records of {} with the same peildatum", all[i].jaar));
      findings.back().related.push_back({all[i - 1].place, say("the first one is here")});
    }
  }
}

class Linker {
 public:
  Linker(Plan& plan, const Afsluiting& record, Findings& findings)
      : plan_(plan), record_(record), before_plan_(record.jaar < plan.years.first), findings_(findings) {}

  void link(BookedProject& booked, const Names<ProjectId>& names) {
    look_up_project(booked.project, names, findings_);
    if (!booked.project.id) return;
    const auto [first, is_new] = projects_.emplace(position(*booked.project.id), booked.project.place);
    if (!is_new) return report_double(booked.project.place, first->second, say("project {}", booked.project.name));
    Project& project = plan_.projects[position(*booked.project.id)];
    if (before_plan_) return link_opening(booked, project);
    std::map<std::uint32_t, Place> seen;
    for (BookedPost& post : booked.posts) link(post, project, seen);
  }

 private:
  void report_double(Place place, Place first, const Message& what) {
    report(findings_, Rule::dubbel_nr, place, say("{} is there twice", to_text(what)));
    findings_.back().related.push_back({first, say("the first one is here")});
  }

  // Of the year before the plan there are balances only.
  void link_opening(const BookedProject& booked, Project& project) {
    if (!booked.posts.empty())
      report(findings_, Rule::verkeerde_waarde, booked.posts.front().place,
             say("{} is before the plan: of it only the eindsaldo of a project is kept", record_.jaar),
             say("write eindsaldo = 398_902.14 instead"));
    else if (!booked.eindsaldo)
      report(findings_, Rule::ontbrekende_sleutel, booked.project.place,
             say("{} does not say what {} ended with", record_.jaar, project.nr), say("write eindsaldo = 398_902.14"));
    else {
      project.more.own().realised_opening = booked.eindsaldo->amount;
      project.more.own().realised_place = booked.eindsaldo->place;
    }
  }

  void link(BookedPost& booked, Project& project, std::map<std::uint32_t, Place>& seen) {
    std::vector<std::size_t> found;
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if ((booked.by_naam ? project.posts[post].naam : project.posts[post].nr) == booked.post.name)
        found.push_back(post);
    if (found.size() > 1) {
      findings_.push_back(ambiguous_post(Rule::onbekende_post, booked.post.place, project, booked.post.name, found));
      return;
    }
    if (found.empty() && !booked.by_naam) {
      report(findings_, Rule::onbekende_post, booked.post.place,
             say("project {} has no post {}", project.nr, booked.post.name),
             did_you_mean(likely_posts(project, booked.post.name)));
      return;
    }
    if (found.empty() && !add_post(booked, project)) return;
    booked.position = static_cast<std::uint32_t>(found.empty() ? project.posts.size() - 1 : found.front());
    const auto [first, is_new] = seen.emplace(*booked.position, booked.place);
    if (!is_new) report_double(booked.place, first->second, say("post {} of {}", booked.post.name, project.nr));
  }

  // What was booked on something that was not budgeted says why.
  bool add_post(const BookedPost& booked, Project& project) {
    if (booked.toelichting.empty()) {
      report(findings_, Rule::ontbrekende_sleutel, booked.post.place,
             say("project {} has no post `{}`, so this was not budgeted: it says why", project.nr, booked.post.name),
             say("write a `toelichting` beside it, or the naam of the post as the plan has it"));
      return false;
    }
    Post post;
    post.nr = std::to_string(project.posts.size() + 1);
    post.naam = booked.post.name;
    post.place = booked.place;
    post.automatic = true;
    project.posts.push_back(std::move(post));
    return true;
  }

  Plan& plan_;
  const Afsluiting& record_;
  bool before_plan_;
  Findings& findings_;
  std::map<std::size_t, Place> projects_;
};

}  // namespace

void link_afsluitingen(Plan& plan, Findings& findings) {
  if (plan.afsluitingen.empty() && plan.tussentijds.empty()) return;
  order_afsluitingen(plan, findings);
  order_tussentijds(plan, findings);
  Names<ProjectId> names;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) names.emplace(plan.projects[p].nr, static_cast<ProjectId>(p));
  for (Afsluiting& record : plan.afsluitingen) {
    Linker linker(plan, record, findings);
    for (BookedProject& booked : record.projects) linker.link(booked, names);
    link_decisions(plan, record, names, findings);
  }
  for (Afsluiting& record : plan.tussentijds) {
    Linker linker(plan, record, findings);
    for (BookedProject& booked : record.projects) linker.link(booked, names);
  }
}

void number_booked(Plan& plan) {
  const std::size_t years = plan.years.size();
  for (const Afsluiting& record : plan.afsluitingen)
    for (const BookedProject& of_project : record.projects)
      for (const BookedPost& booked : of_project.posts)
        for (const Direction direction : both_directions) {
          const std::optional<Booked>& side = booked.realisatie[direction];
          if (!side || !booked.position || !of_project.project.id || !plan.years.contains(record.jaar)) continue;
          const std::size_t post = plan.project(*of_project.project.id).first_post + *booked.position;
          plan.booked.push_back(
              {side_number(post, direction) * years + plan.years.index(record.jaar), side->amount, side->place});
        }
  std::sort(plan.booked.begin(), plan.booked.end(),
            [](const BookedCell& a, const BookedCell& b) { return a.cell < b.cell; });
}

}  // namespace saldo
