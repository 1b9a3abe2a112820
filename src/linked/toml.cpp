// What toml++ keeps in a library, as a part of saldo: CMakeLists.txt tells why.
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
