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
  if (key.project == 0 || key.post == 0) return places;
  const PairedCell cell{key.project - 1, key.post - 1, key.direction, {}};
  const Project* project =
      find_project(is_old ? diff.two.oud : diff.two.nieuw, diff.two.match.projects[key.project - 1].pair, is_old);
  const Post* post = find_post(diff.two, cell, is_old);
  if (project == nullptr || post == nullptr) return places;
  places.push_back(post->place);
  for (const ChangeNote& note : plan.change_notes) {
    const bool of_side = key.kind != VerschilKind::bedragen || note.direction == key.direction;
    if (note.project == project->nr && note.post == post->nr && of_side) places.push_back(note.place);
  }
  return places;
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
