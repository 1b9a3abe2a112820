// What the record of a closed year leaves open: amounts nobody looked up, and balances that it states otherwise.
#include <algorithm>

#include "calc/check/afsluiting/records.h"
#include "calc/formulas.h"

namespace saldo {

namespace {

// Budgeted sides of a closed year on which nothing was booked. Where the plan follows from the money there is, nothing
// needs to be: a sluitpost, a spiegel, a restant.
struct Open {
  std::vector<const Post*> posts;
  std::size_t first = 0;
  std::size_t sides = 0;
};

Open find_open(const CheckInput& input, const Project& project, std::size_t p, std::size_t year) {
  Open open;
  project.for_each_side([&](std::size_t at, Direction direction) {
    const Post& post = project.posts[at];
    const Formula formula = formula_of(input.plan, project, post, post.side(direction), year);
    const bool is_budgeted = formula != Formula::leeg && !follows_from_bookings(formula);
    if (!is_budgeted || find_booked(input.plan, {p, at, direction, year}) != nullptr) return;
    ++open.sides;
    if (open.posts.empty()) open.first = at;
    if (open.posts.empty() || open.posts.back() != &post) open.posts.push_back(&post);
  });
  return open;
}

std::string numbers_of(const std::vector<const Post*>& posts) {
  constexpr std::size_t shown = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(posts.size(), shown); ++i) text += (i == 0 ? "" : ", ") + posts[i]->nr;
  return posts.size() > shown ? text + ", …" : text;
}

}  // namespace

// One finding per project and closed year. An adopted record that does not know an amount is wrong, one that is voorlopig
// is not whole yet; until it is known the budget stands in its place.
void check_afsluiting_onvolledig(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    const std::vector<Place> places = places_in(input, record);
    for (std::size_t p = 0; p < input.plan.projects.size(); ++p) {
      const Project& project = input.plan.projects[p];
      const Open open = find_open(input, project, p, input.plan.years.index(record.jaar));
      if (open.sides == 0) continue;
      findings.push_back(
          {Rule::afsluiting_onvolledig,
           places[p],
           say("{} of {} does not say what was realised on post {}: its budget counts", record.jaar, project.nr,
               numbers_of(open.posts)),
           {{open.posts.front()->place, say("post {} is here", open.posts.front()->nr)}},
           say("write what its baten or lasten came to beside the other posts, 0 where nothing was booked"),
           {project.nr, "", "realisatie", record.jaar}});
      findings.back().extent = open.sides;
      soften(record, findings.back());
    }
  });
}

// The eindsaldo that a record states, which is not what its amounts come to.
void check_afsluiting_saldo(const CheckInput& input, Findings& findings) {
  for_each_record(input, [&](const Afsluiting& record) {
    const std::size_t year = input.plan.years.index(record.jaar);
    for (const BookedProject& booked : record.projects) {
      if (!booked.eindsaldo) continue;
      const std::size_t p = position(*booked.project.id);
      const Money comes_to = input.balances.projects[p].years[year].eindsaldo;
      if (comes_to == booked.eindsaldo->amount) continue;
      findings.push_back(
          {Rule::afsluiting_saldo,
           booked.eindsaldo->place,
           say("the eindsaldo {} of {} is stated as {}, but what was booked comes to {}: a difference of "
               "{}",
               record.jaar, input.plan.projects[p].nr, booked.eindsaldo->amount, comes_to,
               comes_to - booked.eindsaldo->amount),
           {},
           say("correct an amount of {} in this record, or leave the eindsaldo out", record.jaar),
           {input.plan.projects[p].nr, "", "eindsaldo", record.jaar}});
      findings.back().extent = comes_to - booked.eindsaldo->amount;
    }
  });
}

// What was booked on something that has no post in the plan.
void check_afsluiting_niet_begroot(const CheckInput& input, Findings& findings) {
  for (const Afsluiting& record : input.plan.afsluitingen)
    for (const BookedProject& of_project : record.projects)
      for (const BookedPost& booked : of_project.posts) {
        const Project& project = input.plan.project(*of_project.project.id);
        const Post& post = project.posts[*booked.position];
        if (post.place != booked.place) continue;  // it is a post of the plan itself
        Money size;
        for (const Direction direction : both_directions)
          if (booked.realisatie[direction]) size += booked.realisatie[direction]->amount.size();
        findings.push_back(
            {Rule::afsluiting_niet_begroot,
             booked.post.place,
             say("{} was booked in {} of {} without a budget: {}", size, record.jaar, project.nr, post.naam),
             {},
             say("add the post to the plan in a [[begrotingswijziging]] if it was meant to be budgeted"),
             {project.nr, post.nr, "", record.jaar}});
        findings.back().extent = size;
      }
}

}  // namespace saldo
