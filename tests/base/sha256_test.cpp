// The vectors of NIST (FIPS 180-4 and the SHAVS), and every length around the end of a block.
#include "base/hash/sha256.h"

#include <map>

#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

TEST_CASE("SHA-256 is that of the standard") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrs"
               "tnopqrs"
               "tu") == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256("\xBD") == "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
  CHECK(sha256("\xC9\x8C\x8E\x55") == "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504");
}

TEST_CASE("SHA-256 is what sha256sum says of every length up to two blocks") {
  if (!have("sha256sum")) SKIP("sha256sum is not installed");
  std::string command, ours;
  for (std::size_t length = 0; length <= 130; ++length) {
    const std::string text(length, static_cast<char>('a' + length % 26));
    command += "printf %s '" + text + "' | sha256sum\n";
    ours += sha256(text) + "  -\n";
  }
  CHECK(shell_prints(command) == ours);
}
