# mutants.cmake - every program linked with one shared library that shows all its functions (scripts/release-mutants)
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
#
# Read through CMAKE_PROJECT_perfeval_INCLUDE, and by nothing else. A test finds the library through LD_LIBRARY_PATH, so that a
# library with one changed object is tested without linking any program anew.

set (CMAKE_SKIP_BUILD_RPATH ON)

function (perfeval_link_shared)
  set_target_properties (perfeval-objects PROPERTIES C_VISIBILITY_PRESET default)
  set_target_properties (perfeval PROPERTIES LINK_OPTIONS "-Wl,--as-needed" LINK_DEPENDS "")
  get_property (targets DIRECTORY PROPERTY BUILDSYSTEM_TARGETS)
  foreach (target IN LISTS targets)
    get_target_property (libraries ${target} LINK_LIBRARIES)
    if (libraries)
      list (TRANSFORM libraries REPLACE "^perfeval-static$" "perfeval")
      set_target_properties (${target} PROPERTIES LINK_LIBRARIES "${libraries}")
    endif ()
  endforeach ()
endfunction ()

cmake_language (DEFER CALL perfeval_link_shared)
