// A file that a year is closed from again, beside the record that was made of one.
#pragma once

#include "base/finding/diagnostic.h"
#include "plan/model.h"

namespace saldo {

// afsluiting-bron: `read` comes from another file than `stored` names. koppeling-gewijzigd: it is the same file, and by its
// koppeling other amounts come out of it than were kept. `read` is as the file tells it, before what follows is added.
Findings compare_with_bron(const Plan& plan, const Afsluiting& stored, const Afsluiting& read);

}  // namespace saldo
