// What becomes of the record that is kept, now that there is another: it stands, is replaced, corrected or opened again.
#pragma once

#include <functional>
#include <optional>

#include "cli/close/proposal.h"

namespace saldo {

// Of a proposal with the record that is asked: finds what differs, and writes the record out where it is a new one.
// `stored_total` gives what all projects ended with in the record that is kept, or nothing where that is not known.
// False when it may not be done, which has been told.
bool decide(const CloseAsked& asked, Proposal& proposal, const std::function<std::optional<Money>()>& stored_total,
            const Console& console);

}  // namespace saldo
