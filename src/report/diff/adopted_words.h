// Which begrotingswijziging makes a verschil, where only one of two versions has it.
#pragma once

#include <string>

#include "calc/diff/plan_diff.h"
#include "report/diff/tables.h"

namespace saldo {

// " (begrotingswijziging 2)", or nothing where no such one wrote what differs.
std::string adopted_words(const PlanDiff& diff, const VersionNames& names, const VerschilKey& key);

// "Begrotingswijziging 2 (2026-06-18), Zomernota, is alleen in NIEUW verwerkt.", one for each.
std::vector<Dutch> adopted_notes(const VersionNames& names);

}  // namespace saldo
