// A verschil between two plans in the words an advisor would use: "lasten 2026 116.900 → 120.000", "index loon 5,1% → 4%".
#pragma once

#include <string>

#include "calc/diff/plan_diff.h"

namespace saldo {

// What was changed, without saying of what. Amounts stand in whole and parts of `unit`: 116,9 of 1.000 euro.
std::string verschil_words(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil,
                           Money unit = Money::of_euros(1));

// The same after the naam it is about: "Programmacoördinatie: lasten 2026 169.000 → 170.000".
std::string verschil_sentence(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil,
                              Money unit = Money::of_euros(1));

// Of what: the number "3.18/4", "3.18" or nothing for the plan; and its name as it is now, or was when it is gone.
std::string verschil_nr(const PlanDiff& diff, const VerschilKey& key);
std::string verschil_naam(const PlanDiff& diff, const VerschilKey& key);

// "nieuw", "vervallen", "hernoemd", "regel", "bedrag" or "gewijzigd".
std::string_view verschil_soort(const PlanDiff& diff, const VerschilKey& key, const Verschil& verschil);

// How a pair was recognised: "op nr", "op naam" or "lijkt op". Empty where nr and naam are as they were, or on one side
// there is nothing to recognise.
std::string_view matched_words(const Pairing& pair);

}  // namespace saldo
