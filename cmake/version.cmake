# version.cmake - takes the version from include/perfeval/version.h, where alone it stands
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

set (header "${CMAKE_CURRENT_SOURCE_DIR}/include/perfeval/version.h")
set_property (DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${header}")
file (READ "${header}" text)
foreach (part MAJOR MINOR MICRO)
  if (NOT text MATCHES "#define PE_VERSION_${part} ([0-9]+)")
    message (FATAL_ERROR "version.h: PE_VERSION_${part} is not defined as a number")
  endif ()
  set (PERFEVAL_VERSION_${part} ${CMAKE_MATCH_1})
endforeach ()
set (PERFEVAL_VERSION "${PERFEVAL_VERSION_MAJOR}.${PERFEVAL_VERSION_MINOR}.${PERFEVAL_VERSION_MICRO}")
unset (header)
unset (text)
