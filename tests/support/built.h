// The build that is tried, with what watches it or as it is used: built.cpp is compiled for each (tests/CMakeLists.txt).
#pragma once

#include <string>

std::string build_folder();
std::string saldo_program();
