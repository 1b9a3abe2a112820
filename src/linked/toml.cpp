// What toml++ keeps in a library, as a part of saldo: CMakeLists.txt tells why.
// Its asserts hold for no file that is wrong in ways it goes on to tell of, such as a key that begins with a sign: they are
// off here, as they are in the library of Debian.
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
