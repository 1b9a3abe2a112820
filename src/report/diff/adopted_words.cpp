#include "report/diff/adopted_words.h"

#include <set>

#include "base/say.h"

namespace saldo {

namespace {

// Of one version: the places where changes wrote what this verschil is about.
std::vector<Place> places_of(const PlanDiff& diff, const VerschilKey& key, bool is_old) {
  const Plan& plan = (is_old ? diff.two.oud : diff.two.nieuw).plan;
  std::vector<Place> places;
  if (!key.index.empty())
    for (const IndexNote& note : plan.index_notes)
      if (plan.indexes[position(note.index)].naam == key.index) places.push_back(note.place);
  if (key.project == 0) return places;
  const Project* project =
      find_project(is_old ? diff.two.oud : diff.two.nieuw, diff.two.match.projects[key.project - 1].pair, is_old);
  if (project == nullptr) return places;
  places.push_back(project->place);
  if (key.post == 0) return places;
  const Post* post = find_post(diff.two, {key.project - 1, key.post - 1, key.direction, {}}, is_old);
  if (post == nullptr) return places;
  places.push_back(post->place);
  for (const ChangeNote& note : plan.change_notes) {
    const bool of_side = key.kind != VerschilKind::bedragen || note.direction == key.direction;
    if (note.project == project->nr && note.post == post->nr && of_side) places.push_back(note.place);
  }
  return places;
}

bool names(const Wijziging& change, const Project& project, const Post& post) {
  return change.of == Of::post && change.project.name == project.nr &&
         (change.post.name == post.nr || change.post.name == post.naam);
}

// What leaves no place of its own in the plan: what was dropped, and settings.
bool is_about(const Wijziging& change, const PlanDiff& diff, const VerschilKey& key, bool is_old) {
  const TwoPlans& two = diff.two;
  const Worked& version = is_old ? two.oud : two.nieuw;
  if (key.doel > 0) {
    const auto& doel = is_old ? diff.doelen[key.doel - 1].oud : diff.doelen[key.doel - 1].nieuw;
    return doel && change.of == Of::doel && change.doel.name == version.plan.doelen[*doel].id;
  }
  if (key.line > 0) {
    const Pairing& pair = two.match.lines[key.line - 1];
    const auto& line = is_old ? pair.oud : pair.nieuw;
    return line && change.of == Of::programmalijn && !change.keys.empty() &&
           change.programmalijn.name == version.plan.lines[*line].id;
  }
  if (key.project == 0) return key.index.empty() && change.of == Of::plan && !change.keys.empty();
  const Project* project = find_project(version, two.match.projects[key.project - 1].pair, is_old);
  if (project == nullptr) return false;
  const bool sets_project = change.operation == Operation::vervalt || !change.keys.empty();
  if (key.post == 0) return change.of == Of::project && sets_project && change.project.name == project->nr;
  const Post* post = find_post(two, {key.project - 1, key.post - 1, {}, {}}, is_old);
  const bool sets_post = key.kind == VerschilKind::post || key.kind == VerschilKind::post_vervallen;
  return post != nullptr && sets_post && names(change, *project, *post);
}

// One that dropped something names it as the plan without that wijziging has it.
void add_named(const std::vector<OwnAdopted>& adopted, const PlanDiff& diff, const VerschilKey& key,
               std::set<std::string>& nrs) {
  for (const OwnAdopted& one : adopted)
    for (const Wijziging& change : one.wijzigingen)
      if (is_about(change, diff, key, true) || is_about(change, diff, key, false)) nrs.insert(one.nr);
}

void add_numbers(const std::vector<OwnAdopted>& adopted, const std::vector<Place>& places, std::set<std::string>& nrs) {
  for (const OwnAdopted& one : adopted)
    for (const Place& place : places)
      if (one.has(place)) nrs.insert(one.nr);
}

void add_notes(const std::vector<OwnAdopted>& adopted, const std::string& version, std::vector<Dutch>& notes) {
  for (const OwnAdopted& one : adopted)
    notes.push_back(
        Dutch("Begrotingswijziging {} ({}), {}, is alleen in {} verwerkt.", one.nr, one.datum, one.naam, version));
}

}  // namespace

std::string adopted_words(const PlanDiff& diff, const VersionNames& names, const VerschilKey& key) {
  std::set<std::string> nrs;
  if (!names.only_oud.empty()) add_numbers(names.only_oud, places_of(diff, key, true), nrs);
  if (!names.only_nieuw.empty()) add_numbers(names.only_nieuw, places_of(diff, key, false), nrs);
  add_named(names.only_oud, diff, key, nrs);
  add_named(names.only_nieuw, diff, key, nrs);
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
