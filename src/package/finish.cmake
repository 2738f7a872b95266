# SPDX-License-Identifier: MIT
# Run by CPack on the trees that it is about to pack: in a .deb and an .rpm
# manuals are compressed, and Debian wants a changelog beside the licence.
# gzip -n leaves name and time out, so that the same input gives the same bytes.
if(CPACK_GENERATOR STREQUAL "TGZ")
  return()
endif()

set(tree ${CPACK_TEMPORARY_DIRECTORY})
file(GLOB_RECURSE compress ${tree}/*.1 ${tree}/*.3 ${tree}/*.5 ${tree}/*.7)
if(CPACK_GENERATOR STREQUAL "DEB")
  file(GLOB_RECURSE licences ${tree}/copyright)
  foreach(licence ${licences})
    get_filename_component(directory ${licence} DIRECTORY)
    set(changelog ${directory}/changelog)
    configure_file(${CPACK_SIPCODE_CHANGELOG} ${changelog} COPYONLY)
    list(APPEND compress ${changelog})
  endforeach()
endif()
foreach(file ${compress})
  execute_process(COMMAND gzip -9n ${file} RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "gzip ${file}: ${failed}")
  endif()
endforeach()
