// The parts of the Dutch catalogue, each with the sentences of one part of saldo.
#pragma once

#include <span>

#include "base/language.h"

namespace saldo {

std::span<const Translation> dutch_of_plan();          // what loading finds
std::span<const Translation> dutch_of_calc();          // what computing and checking finds
std::span<const Translation> dutch_of_changes();       // begrotingswijzigingen, scenarios and --set
std::span<const Translation> dutch_of_rules();         // titles of rules, and what stands around a finding
std::span<const Translation> dutch_of_schema();        // what the schema says of the keys of the format
std::span<const Translation> dutch_of_compare();       // compare and its sweeps
std::span<const Translation> dutch_of_command_line();  // help and usage

}  // namespace saldo
