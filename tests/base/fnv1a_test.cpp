// The values that the authors of FNV-1a give: fingerprints that stand in files of users must stay what they are.
#include "base/hash/fnv1a.h"

#include <string_view>

#include "support/catch.h"

using namespace saldo;

TEST_CASE("fnv-1a of 64 bits gives the numbers its authors print") {
  const auto of = [](std::string_view text) {
    Fnv1a hash;
    hash.add(text);
    return hash.hash();
  };
  CHECK(of("") == 0xcbf29ce484222325);
  CHECK(of("a") == 0xaf63dc4c8601ec8c);
  CHECK(of("foobar") == 0x85944171f73967e8);
}
