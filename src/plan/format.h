// The file format as plain data: every key the loader knows, what may stand there and what it is for. It is made from the
// loader's own tables of fields, so neither can know a key that the other does not.
#pragma once

#include "base/shape.h"

namespace saldo {

// One file of a plan.
Shape plan_format();

}  // namespace saldo
