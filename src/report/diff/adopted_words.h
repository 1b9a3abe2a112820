// Which begrotingswijziging makes a verschil, where only one of two versions has it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "calc/diff/plan_diff.h"
#include "report/diff/tables.h"

namespace saldo {

// Looked up once for all verschillen. Points into both.
class AdoptedWords {
 public:
  AdoptedWords(const PlanDiff& diff, const VersionNames& names);
  ~AdoptedWords();
  AdoptedWords(const AdoptedWords&) = delete;
  AdoptedWords& operator=(const AdoptedWords&) = delete;

  // " (begrotingswijziging 2)", or nothing where no such one wrote what differs.
  std::string of(const VerschilKey& key) const;

 private:
  class WrittenPlaces;
  class OwnChanges;
  struct Lookup;
  std::unique_ptr<const Lookup> lookup_;
};

// "Begrotingswijziging 2 (2026-06-18), Zomernota, is alleen in NIEUW verwerkt.", one for each.
std::vector<Dutch> adopted_notes(const VersionNames& names);

}  // namespace saldo
