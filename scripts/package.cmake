# Read by cpack before it makes a package. Without these two it makes one that names no library it needs, and that dies
# where it is installed.
if(CPACK_GENERATOR STREQUAL "DEB")
  find_program(SALDO_SHLIBDEPS dpkg-shlibdeps)
  find_program(SALDO_FILE file)
  if(NOT SALDO_SHLIBDEPS OR NOT SALDO_FILE)
    message(FATAL_ERROR "a Debian package is made with dpkg-shlibdeps and file: apt-get install dpkg-dev file")
  endif()
endif()
