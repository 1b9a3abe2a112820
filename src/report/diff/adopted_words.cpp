#include "report/diff/adopted_words.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/say.h"

namespace saldo {

namespace {

using Numbers = std::set<std::string>;  // of begrotingswijzigingen

void add_notes(const std::vector<OwnAdopted>& adopted, const std::string& version, std::vector<Dutch>& notes) {
  for (const OwnAdopted& one : adopted)
    notes.push_back(
        Dutch("Begrotingswijziging {} ({}), {}, is alleen in {} verwerkt.", one.nr, one.datum, one.naam, version));
}

}  // namespace

// The places where changes wrote, of one version.
class AdoptedWords::WrittenPlaces {
 public:
  WrittenPlaces(const TwoPlans& two, bool is_old) : two_(two), version_(is_old ? two.oud : two.nieuw), is_old_(is_old) {
    const Plan& plan = version_.plan;
    for (const IndexNote& note : plan.index_notes)
      of_indexes_[plan.indexes[position(note.index)].naam].push_back(note.place);
    for (const ChangeNote& note : plan.change_notes) of_posts_[{note.project, note.post}].push_back(&note);
  }

  std::vector<Place> of(const VerschilKey& key) const {
    std::vector<Place> places;
    if (const auto of_index = of_indexes_.find(key.index); !key.index.empty() && of_index != of_indexes_.end())
      places = of_index->second;
    if (key.project == 0) return places;
    const Project* project = find_project(version_, two_.match.projects[key.project - 1].pair, is_old_);
    if (project == nullptr) return places;
    places.push_back(project->place);
    if (key.post == 0) return places;
    const Post* post = find_post(two_, {key.project - 1, key.post - 1, key.direction, {}}, is_old_);
    if (post == nullptr) return places;
    places.push_back(post->place);
    const auto notes = of_posts_.find({project->nr, post->nr});
    if (notes == of_posts_.end()) return places;
    for (const ChangeNote* note : notes->second)
      if (key.kind != VerschilKind::bedragen || note->direction == key.direction) places.push_back(note->place);
    return places;
  }

 private:
  const TwoPlans& two_;
  const Worked& version_;
  bool is_old_;
  std::map<std::string_view, std::vector<Place>> of_indexes_;                                         // by naam
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const ChangeNote*>> of_posts_;  // by nrs
};

// The begrotingswijzigingen that only one version has: by where they stand, and by what they name that leaves no place of
// its own in the plan: what was dropped, and settings.
class AdoptedWords::OwnChanges {
 public:
  explicit OwnChanges(const std::vector<OwnAdopted>& adopted) {
    for (const OwnAdopted& one : adopted) {
      by_place_[{one.from.file, one.from.line}] = &one;  // of two that begin on a line the last has it
      for (const Wijziging& change : one.wijzigingen) add(change, one);
    }
  }

  bool empty() const { return by_place_.empty(); }

  // None has lines of another.
  void add_at(const Place& place, Numbers& nrs) const {
    auto after = by_place_.upper_bound({place.file, place.line});
    if (after == by_place_.begin()) return;
    const OwnAdopted& last = *(--after)->second;
    if (last.has(place)) nrs.insert(last.nr);
  }

  void add_named(Of of, std::string_view whose, std::string_view post, Numbers& nrs) const {
    const auto found = by_name_.find({of, whose, post});
    if (found == by_name_.end()) return;
    for (const OwnAdopted* one : found->second) nrs.insert(one->nr);
  }

 private:
  void add(const Wijziging& change, const OwnAdopted& one) {
    const bool sets = !change.keys.empty();
    switch (change.of) {
      case Of::index: return;
      case Of::plan: return add_name(sets, {change.of, "", ""}, one);
      case Of::doel: return add_name(true, {change.of, change.doel.name, ""}, one);
      case Of::programmalijn: return add_name(sets, {change.of, change.programmalijn.name, ""}, one);
      case Of::project:
        return add_name(sets || change.operation == Operation::vervalt, {change.of, change.project.name, ""}, one);
      case Of::post: return add_name(true, {change.of, change.project.name, change.post.name}, one);
    }
  }

  using Name = std::tuple<Of, std::string_view, std::string_view>;  // of a post also that
  void add_name(bool counts, const Name& name, const OwnAdopted& one) {
    if (counts) by_name_[name].push_back(&one);
  }

  std::map<std::pair<FileId, std::uint32_t>, const OwnAdopted*> by_place_;
  std::map<Name, std::vector<const OwnAdopted*>> by_name_;
};

struct AdoptedWords::Lookup {
  Lookup(const PlanDiff& two_plans, const VersionNames& names)
      : diff(two_plans),
        only_oud(names.only_oud),
        only_nieuw(names.only_nieuw),
        places_oud(two_plans.two, true),
        places_nieuw(two_plans.two, false) {}

  // What a version calls that which the verschil is about, looked up among changes that say no more than its name. One that
  // dropped something names it as the plan without that wijziging has it.
  void add_named(const OwnChanges& changes, const VerschilKey& key, bool is_old, Numbers& nrs) const;

  const PlanDiff& diff;
  OwnChanges only_oud, only_nieuw;
  WrittenPlaces places_oud, places_nieuw;
};

void AdoptedWords::Lookup::add_named(const OwnChanges& changes, const VerschilKey& key, bool is_old,
                                     Numbers& nrs) const {
  const TwoPlans& two = diff.two;
  const Worked& version = is_old ? two.oud : two.nieuw;
  if (key.doel > 0) {
    const auto& doel = is_old ? diff.doelen[key.doel - 1].oud : diff.doelen[key.doel - 1].nieuw;
    if (doel) changes.add_named(Of::doel, version.plan.doelen[*doel].id, "", nrs);
    return;
  }
  if (key.line > 0) {
    const Pairing& pair = two.match.lines[key.line - 1];
    const auto& line = is_old ? pair.oud : pair.nieuw;
    if (line) changes.add_named(Of::programmalijn, version.plan.lines[*line].id, "", nrs);
    return;
  }
  if (key.project == 0 && key.index.empty()) changes.add_named(Of::plan, "", "", nrs);
  if (key.project == 0) return;
  const Project* project = find_project(version, two.match.projects[key.project - 1].pair, is_old);
  if (project == nullptr) return;
  if (key.post == 0) return changes.add_named(Of::project, project->nr, "", nrs);
  const Post* post = find_post(two, {key.project - 1, key.post - 1, {}, {}}, is_old);
  const bool sets_post = key.kind == VerschilKind::post || key.kind == VerschilKind::post_vervallen;
  if (post == nullptr || !sets_post) return;
  changes.add_named(Of::post, project->nr, post->nr, nrs);
  changes.add_named(Of::post, project->nr, post->naam, nrs);
}

AdoptedWords::AdoptedWords(const PlanDiff& diff, const VersionNames& names)
    : lookup_(std::make_unique<const Lookup>(diff, names)) {}

AdoptedWords::~AdoptedWords() = default;

std::string AdoptedWords::of(const VerschilKey& key) const {
  Numbers nrs;
  const auto add = [&](const OwnChanges& own, const WrittenPlaces& written) {
    if (own.empty()) return;
    for (const Place& place : written.of(key)) own.add_at(place, nrs);
    for (const bool is_old : {true, false}) lookup_->add_named(own, key, is_old, nrs);
  };
  add(lookup_->only_oud, lookup_->places_oud);
  add(lookup_->only_nieuw, lookup_->places_nieuw);
  if (nrs.empty()) return "";
  std::string words = nrs.size() == 1 ? " (begrotingswijziging " : " (begrotingswijzigingen ";
  for (const std::string& nr : nrs) words += (nr == *nrs.begin() ? "" : ", ") + nr;
  return words + ")";
}

std::vector<Dutch> adopted_notes(const VersionNames& names) {
  std::vector<Dutch> notes;
  add_notes(names.only_oud, names.oud, notes);
  add_notes(names.only_nieuw, names.nieuw, notes);
  return notes;
}

}  // namespace saldo
