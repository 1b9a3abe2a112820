# Test files that are compiled as one, which takes a third of the time.
#
#   together(SOURCES FILE...)
#
# puts in SOURCES a file of the build folder per folder of tests/ that has FILEs in or below it, which includes those. They
# have the same names inside, so each is in a namespace of its own; what they include comes before those, since it belongs
# to none.
function(together sources)
  set(made "")
  set(names "")
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH name "${CMAKE_CURRENT_SOURCE_DIR}" "${file}") # no pattern of it: a path may have parentheses
    string(REGEX REPLACE "/.*$" "" name "${name}")
    list(APPEND names "${name}")
    list(APPEND files_of_${name} "${file}")
  endforeach()
  list(REMOVE_DUPLICATES names)
  foreach(name IN LISTS names)
    set(files ${files_of_${name}})
    set(source "${CMAKE_CURRENT_BINARY_DIR}/together/${name}.cpp")
    set(list "${CMAKE_CURRENT_BINARY_DIR}/together/${name}.files")
    file(CONFIGURE OUTPUT "${list}" CONTENT "${files}") # touched only when a file came or went
    add_custom_command(
      OUTPUT "${source}"
      COMMAND "${CMAKE_COMMAND}" "-DLIST=${list}" "-DSOURCE=${source}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
      DEPENDS ${files} "${list}" "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
      COMMENT "Taking the tests of ${name} together"
      VERBATIM)
    list(APPEND made "${source}")
  endforeach()
  set(${sources} "${made}" PARENT_SCOPE)
endfunction()

# While building, this file runs by itself to make one source.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(READ "${LIST}" files)
  set(headers "")
  set(parts "")
  foreach(file IN LISTS files)
    file(STRINGS "${file}" includes REGEX "^#include [<\"]")
    list(APPEND headers ${includes})
    get_filename_component(stem "${file}" NAME_WE)
    string(APPEND parts "namespace in_${stem} {\n#include \"${file}\"\n}\n")
  endforeach()
  list(REMOVE_DUPLICATES headers)
  list(JOIN headers "\n" headers)
  file(WRITE "${SOURCE}" "// Made by tests/together.cmake.\n${headers}\n\n${parts}")
endif()
