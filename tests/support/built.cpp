#include "support/built.h"

std::string build_folder() { return SALDO_BUILD_DIR; }

std::string saldo_program() { return SALDO_BUILD_DIR "/saldo"; }
