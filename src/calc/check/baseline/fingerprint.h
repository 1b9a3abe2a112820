// What makes a finding the same finding tomorrow: its rule and what it is about, not its line or its amounts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"

namespace saldo {

// 16 hex digits: FNV-1a, 64 bits, of the id of the rule, the subject and `occurrence`. That one counts, from 0 on, the
// findings before it with the same rule and subject. A post without a nr of its own is known by its naam. A finding
// without a subject is known by the words of its message.
std::string fingerprint(const Diagnostic& finding, std::size_t occurrence);

// Of each finding, in their order; and as numbers, for who does not write them.
std::vector<std::string> fingerprints(const Findings& findings);
std::vector<std::uint64_t> fingerprint_numbers(const Findings& findings);

// As they were before posts were known by their naam: for baselines of that time.
std::vector<std::string> fingerprints_by_place(const Findings& findings);

}  // namespace saldo
