# SPDX-License-Identifier: MIT
# What `cpack -G DEB`, `-G RPM` and `-G TGZ` make: a package of the command, one
# of what it takes to link the library, and an archive of both. The library in
# them is static, so that the command needs nothing else.

if(BUILD_SHARED_LIBS OR CMAKE_VERSION VERSION_LESS 3.19)
  message(STATUS "No packages: they take a static library and CMake 3.19")
  return()
endif()

set(package_dir ${PROJECT_SOURCE_DIR}/src/package)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  README.md ${package_dir}/changelog)

# The licence is the end of the README, and its only copy.
file(READ README.md readme)
string(REGEX REPLACE "^.*\n## Licence\n\nMIT\n\n" "" licence "${readme}")
file(WRITE ${PROJECT_BINARY_DIR}/copyright
  "sipcode ${PROJECT_VERSION}, under the MIT licence (Expat)\n\n${licence}")

# The newest entry of the changelog: its first line, such as
# "sipcode (0.1.0) unstable; urgency=low", and who signed it.
file(STRINGS ${package_dir}/changelog newest LIMIT_COUNT 1)
if(NOT newest MATCHES "^sipcode \\(${PROJECT_VERSION}\\) ")
  message(FATAL_ERROR "src/package/changelog does not begin with an entry for "
    "${PROJECT_VERSION}, the version in include/sipcode.h")
endif()
file(STRINGS ${package_dir}/changelog signature REGEX "^ -- " LIMIT_COUNT 1)
string(REGEX REPLACE "^ -- (.*>)  .*$" "\\1" maintainer "${signature}")

set(CPACK_PACKAGE_VENDOR "The sipcode authors")
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_BINARY_DIR}/copyright)
set(CPACK_SYSTEM_NAME ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_GENERATOR TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_ARCHIVE_COMPONENT_INSTALL OFF)
set(CPACK_PRE_BUILD_SCRIPTS ${package_dir}/finish.cmake)
set(CPACK_SIPCODE_CHANGELOG ${package_dir}/changelog)
set(CPACK_SIPCODE_PREFIX ${CMAKE_INSTALL_PREFIX})
set(CPACK_SOURCE_IGNORE_FILES "/build[^/]*/;/\\\\.git/")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE MIT)

# sipcode_package(COMPONENT DEB-NAME RPM-NAME SUMMARY DESCRIPTION); the summary
# of every .deb is that of the project.
macro(sipcode_package component deb rpm summary description)
  install(FILES ${PROJECT_BINARY_DIR}/copyright COMPONENT ${component}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${deb})
  string(TOUPPER ${component} upper)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${deb})
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${description}")
  set(CPACK_RPM_${upper}_PACKAGE_NAME ${rpm})
  set(CPACK_RPM_${upper}_PACKAGE_SUMMARY "${summary}")
  set(CPACK_RPM_${upper}_PACKAGE_DESCRIPTION "${description}")
endmacro()

sipcode_package(command sipcode sipcode
  "offline reference of SIP response codes"
"Tells what a SIP response code means, when it is seen, how to fix what
causes it, and how it differs from another one. Knows every code in the
registry of IANA and private ones of common stacks. Needs no network.")
set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION comm)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMMAND_PACKAGE_SUGGESTS "bash-completion, libsipcode-dev")

sipcode_package(development libsipcode-dev sipcode-devel
  "table of SIP response codes to link with"
"This is the library behind the command sipcode: look-ups in a constant table
of the SIP response codes, without memory management, input, output or locks.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)

include(CPack)
