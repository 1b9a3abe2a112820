// The plan that begins after a closed year, in a folder of its own.
#pragma once

#include <string>

#include "cli/close/proposal.h"

namespace saldo {

// Writes the files of the plan to `folder`, which is not there yet, as they go on after the year of `proposal`: all of
// them, and only when every amount and balance of the later years is what it was. Tells what it did, or why not.
int write_next(const Proposal& proposal, const CloseAsked& asked, const std::string& folder, const Console& console);

}  // namespace saldo
