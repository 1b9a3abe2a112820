# What saldo takes along in its own binary: pages and catalogues that are files in the source tree.
#
#   embed(TARGET NAME FILE...)
#
# makes embedded/NAME.h in the build folder and lets the sources of TARGET include it. It has each FILE byte for byte, by
# its name without folder and extension: `saldo::embedded::NAME`, an array of pairs {"bedrag", "the bytes of it"}; and
# SALDO_EMBEDDED_NAME(EACH) is EACH("bedrag") for each. Only what includes it is compiled again when a FILE changes.
function(embed target name)
  set(header "${PROJECT_BINARY_DIR}/embedded/${name}.h")
  set(list "${PROJECT_BINARY_DIR}/embedded/${name}.files")
  file(CONFIGURE OUTPUT "${list}" CONTENT "${ARGN}") # touched only when a file came or went
  add_custom_command(
    OUTPUT "${header}"
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DLIST=${list}" "-DHEADER=${header}" -P
            "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    DEPENDS ${ARGN} "${list}" "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE "${header}")
  target_include_directories(${target} PRIVATE "${PROJECT_BINARY_DIR}")
endfunction()

# While building, this file runs by itself to make one header. A byte is written as \x41, so that nothing in a file can
# end the literal or be read in another encoding.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(READ "${LIST}" files)
  list(LENGTH files count)
  set(rows "")
  set(names "")
  foreach(file IN LISTS files)
    get_filename_component(stem "${file}" NAME_WLE)
    file(READ "${file}" bytes HEX)
    string(LENGTH "${bytes}" size)
    math(EXPR size "${size} / 2")
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND names " EACH(\"${stem}\")")
    string(APPEND rows "    {\"${stem}\", {\"${bytes}\", ${size}}},\n")
  endforeach()
  file(
    WRITE "${HEADER}"
    "// Made by scripts/embed.cmake.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#define SALDO_EMBEDDED_${NAME}(EACH)${names}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored \"-Woverlength-strings\"
namespace saldo::embedded {

inline constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> ${NAME} = {{
${rows}}};

}  // namespace saldo::embedded
#pragma GCC diagnostic pop
")
endif()
