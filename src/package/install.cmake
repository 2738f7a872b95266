# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, in the two parts that packages are made of:
# the command, and what it takes to link the library.

set(SIPCODE_ZSH_DIR "" CACHE STRING
  "Where zsh looks for completions; if empty, what the prefix suggests")
# Packages of Debian have a place of their own.
if(SIPCODE_ZSH_DIR)
  set(zsh_dir ${SIPCODE_ZSH_DIR})
elseif(CMAKE_INSTALL_PREFIX STREQUAL "/usr" AND EXISTS /etc/debian_version)
  set(zsh_dir ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
else()
  set(zsh_dir ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
endif()

# ---- the command -------------------------------------------------------------

install(TARGETS sipcode_command COMPONENT command
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${SIPCODE_DATA} COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/sipcode)
install(FILES man/sipcode.1 COMPONENT command
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES man/sipcode.5 COMPONENT command
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
install(FILES ${catalogue} COMPONENT command
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
install(FILES src/completion/sipcode.bash RENAME sipcode COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES src/completion/_sipcode COMPONENT command
  DESTINATION ${zsh_dir})
install(FILES src/completion/sipcode.fish COMPONENT command
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

if(BUILD_SHARED_LIBS)
  # It finds the library wherever the two are moved together.
  file(RELATIVE_PATH bin_to_lib
    ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(sipcode_command PROPERTIES
    INSTALL_RPATH "$ORIGIN/${bin_to_lib}")
endif()

# ---- the library -------------------------------------------------------------

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sipcode)

install(TARGETS sipcode EXPORT sipcode
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    COMPONENT command NAMELINK_COMPONENT development # what runs, what links
  PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES man/libsipcode.3 COMPONENT development
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man3)

include(CMakePackageConfigHelpers)
write_basic_package_version_file(sipcode-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(EXPORT sipcode COMPONENT development
  FILE sipcode-config.cmake NAMESPACE sipcode:: DESTINATION ${config_dir})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/sipcode-config-version.cmake
  COMPONENT development DESTINATION ${config_dir})

# From where sipcode.pc lies to the prefix, which may be moved.
file(RELATIVE_PATH pc_to_prefix
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
file(RELATIVE_PATH pc_libdir
  ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_LIBDIR})
file(RELATIVE_PATH pc_includedir
  ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
if(BUILD_SHARED_LIBS)
  set(pc_define " -DSIPCODE_SHARED")
endif()
configure_file(src/package/sipcode.pc.in sipcode.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/sipcode.pc COMPONENT development
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
