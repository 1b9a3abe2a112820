# What stands where after `cmake --install`, and the Debian package that `cpack -G DEB` makes of it.
include(GNUInstallDirs)
install(TARGETS saldo RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The binary itself makes its completion scripts and manual page; in English, whatever the locale of the builder.
set(share ${PROJECT_BINARY_DIR}/share)
file(MAKE_DIRECTORY ${share})
function(made_by_saldo file destination)
  add_custom_command(
    OUTPUT ${share}/${file}
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C $<TARGET_FILE:saldo> ${ARGN} > ${share}/${file}
    DEPENDS saldo
    VERBATIM)
  set_property(GLOBAL APPEND PROPERTY saldo_share ${share}/${file})
  get_filename_component(folder ${destination} DIRECTORY)
  get_filename_component(name ${destination} NAME)
  install(FILES ${share}/${file} DESTINATION ${folder} RENAME ${name})
endfunction()
made_by_saldo(saldo.bash ${CMAKE_INSTALL_DATADIR}/bash-completion/completions/saldo completion bash)
# Debian's zsh looks for what packages bring in a folder of its own; the prefix is only known when it is installed.
install(CODE [[set(saldo_zsh "site-functions")
if(CMAKE_INSTALL_PREFIX MATCHES "/usr$" AND EXISTS "/etc/debian_version")
  set(saldo_zsh "vendor-completions")
endif()]])
made_by_saldo(saldo.zsh "${CMAKE_INSTALL_DATADIR}/zsh/\${saldo_zsh}/_saldo" completion zsh)
made_by_saldo(saldo.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d/saldo.fish completion fish)
made_by_saldo(saldo.1 ${CMAKE_INSTALL_MANDIR}/man1/saldo.1 man)
get_property(made GLOBAL PROPERTY saldo_share)
add_custom_target(saldo_share ALL DEPENDS ${made})

# As they stand beside each other here, so that what refers to another finds it; the licence by the name Debian gives it.
install(FILES scripts/debian/copyright scripts/debian/changelog README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY data docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Debian wants these two compressed, and without the time at which that was done.
find_program(SALDO_GZIP gzip)
if(SALDO_GZIP)
  install(CODE "set(saldo_gzip \"${SALDO_GZIP}\")
set(saldo_compressed \"${CMAKE_INSTALL_MANDIR}/man1/saldo.1\" \"${CMAKE_INSTALL_DOCDIR}/changelog\")")
  install(CODE [[foreach(file IN LISTS saldo_compressed)
  execute_process(COMMAND "${saldo_gzip}" -9nf "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${file}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()]])
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "the saldo contributors")
# dpkg wants a name and an address at a domain that exists; nobody reads mail at this one.
set(CPACK_PACKAGE_CONTACT "the saldo contributors <saldo@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Dutch multi-year budgets, programme lines and the money between them")
set(CPACK_PACKAGE_DESCRIPTION
    "saldo reads TOML files that describe programmalijnen, projects and their
baten and lasten per year, and works out balances, totals and what is
counted twice. It compares scenarios and versions of a plan, tells how an
amount came about, and refuses a budget that does not add up.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT) # saldo_0.1.0_amd64.deb
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # Depends is what the binary is really linked with
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "${xlsxwriter_package}") # loaded when a workbook is written
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/package.cmake)
include(CPack)
