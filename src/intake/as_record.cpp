#include "intake/as_record.h"

#include "plan/posts_by_name.h"

namespace saldo {

namespace {

Bron bron_of(const ActualsSource& source) {
  return {source.bestand,
          source.sha256,
          source.koppeling,
          static_cast<std::int64_t>(source.read),
          static_cast<std::int64_t>(source.skipped),
          source.euros_mapped.baten,
          source.euros_mapped.lasten,
          {}};
}

// Both sides of a post come one after the other.
BookedPost& post_for(const Actual& actual, const std::vector<PostName>& names, BookedProject& booked) {
  const PostName name = actual.post ? names[*actual.post] : PostName{actual.naam, true};
  if (!booked.posts.empty() && booked.posts.back().post.name == name.name &&
      booked.posts.back().by_naam == name.by_naam)
    return booked.posts.back();
  booked.posts.emplace_back();
  booked.posts.back().post.name = name.name;
  booked.posts.back().by_naam = name.by_naam;
  return booked.posts.back();
}

}  // namespace

Afsluiting as_record(const Plan& plan, const Actuals& actuals) {
  Afsluiting record;
  record.jaar = actuals.year;
  record.bronnen.push_back(bron_of(actuals.source));
  std::vector<PostName> names;
  for (std::size_t i = 0; i < actuals.amounts.size(); ++i) {
    const Actual& actual = actuals.amounts[i];
    if (i == 0 || actuals.amounts[i - 1].project != actual.project) {
      names = lasting_names(plan.project(actual.project));
      record.projects.push_back({{plan.project(actual.project).nr, {}}, {}, {}});
    }
    BookedPost& post = post_for(actual, names, record.projects.back());
    post.realisatie[actual.direction] = Booked{actual.amount, {}};
    if (actual.verplichting) post.verplichting = Booked{*actual.verplichting, {}};
    if (actual.verwacht) post.verwacht[actual.direction] = Booked{*actual.verwacht, {}};
    if (post.toelichting.empty()) post.toelichting = actual.toelichting;
  }
  for (const ClosingBalance& balance : actuals.balances)
    record.projects.push_back({{plan.project(balance.project).nr, {}}, Booked{balance.amount, {}}, {}});
  return record;
}

}  // namespace saldo
