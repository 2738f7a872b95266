# SPDX-License-Identifier: MIT
# Run by CPack on the trees that it is about to pack: directories do not depend
# on the builder's umask, manuals are compressed in a .deb and an .rpm, and Debian
# wants a changelog beside the licence. gzip -n leaves name and time out, so that
# the same input gives the same bytes.
set(tree ${CPACK_TEMPORARY_DIRECTORY})
file(CHMOD_RECURSE ${tree} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE
  GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
if(CPACK_GENERATOR STREQUAL "TGZ")
  return()
endif()

if(NOT CPACK_SIPCODE_PREFIX STREQUAL CPACK_PACKAGING_INSTALL_PREFIX)
  message(FATAL_ERROR "This build is one for ${CPACK_SIPCODE_PREFIX}; configure "
    "it with -DCMAKE_INSTALL_PREFIX=${CPACK_PACKAGING_INSTALL_PREFIX}")
endif()

file(GLOB_RECURSE compress ${tree}/*.1 ${tree}/*.3 ${tree}/*.5 ${tree}/*.7)
if(CPACK_GENERATOR STREQUAL "DEB")
  file(GLOB_RECURSE licences ${tree}/copyright)
  foreach(licence ${licences})
    get_filename_component(directory ${licence} DIRECTORY)
    file(COPY ${CPACK_SIPCODE_CHANGELOG} DESTINATION ${directory}
      FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
    list(APPEND compress ${directory}/changelog)
  endforeach()
endif()
foreach(file ${compress})
  execute_process(COMMAND gzip -9n ${file} RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "gzip ${file}: ${failed}")
  endif()
endforeach()
