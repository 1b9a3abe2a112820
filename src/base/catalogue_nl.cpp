// What saldo says, in Dutch. Placeholders stay as they are in the English.
#include "base/language.h"

namespace saldo {

namespace {

constexpr Translation catalogue[] = {
    {"is not a regular file", "is geen gewoon bestand"},
};

}  // namespace

std::span<const Translation> dutch_catalogue() { return catalogue; }

}  // namespace saldo
