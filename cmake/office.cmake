# office.cmake - libperfeval-office: the files of office programs, on the public headers of libperfeval alone
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

pkg_check_modules (PERFEVAL_ZIP REQUIRED IMPORTED_TARGET libzip>=1.7)
pkg_check_modules (PERFEVAL_EXPAT REQUIRED IMPORTED_TARGET expat>=2.4)
pkg_check_modules (PERFEVAL_XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter>=4)
pkg_check_modules (PERFEVAL_PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.50 cairo>=1.16 cairo-pdf>=1.16)

set (PERFEVAL_OFFICE_MAP "${PROJECT_SOURCE_DIR}/lib/office/perfeval-office.map")
set (PERFEVAL_OFFICE_LIBRARIES PkgConfig::PERFEVAL_ZIP PkgConfig::PERFEVAL_EXPAT PkgConfig::PERFEVAL_XLSXWRITER
     PkgConfig::PERFEVAL_PANGO PkgConfig::PERFEVAL_GLIB)
file (GLOB PERFEVAL_OFFICE_HEADERS CONFIGURE_DEPENDS "${PERFEVAL_INCLUDE}/perfeval-office/*.h")
file (GLOB PERFEVAL_OFFICE_SOURCES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/office/*.c")

# Helpers without a state that both libraries want: hidden in each, and no pointer to their types crosses.
add_library (perfeval-helpers OBJECT "${PROJECT_SOURCE_DIR}/lib/base/vector.c" "${PROJECT_SOURCE_DIR}/lib/base/arena.c")
add_library (perfeval-office-objects OBJECT ${PERFEVAL_OFFICE_SOURCES})
foreach (objects perfeval-helpers perfeval-office-objects)
  set_target_properties (${objects} PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
  target_compile_definitions (${objects} PRIVATE PERFEVAL_OFFICE_COMPILATION G_LOG_DOMAIN="perfeval" G_DISABLE_CAST_CHECKS
                              GLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74 GLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74)
  target_include_directories (${objects} PRIVATE "${PERFEVAL_INCLUDE}" "${PROJECT_SOURCE_DIR}/lib")
  target_link_libraries (${objects} PRIVATE ${PERFEVAL_OFFICE_LIBRARIES})
endforeach ()

add_library (perfeval-office SHARED $<TARGET_OBJECTS:perfeval-office-objects> $<TARGET_OBJECTS:perfeval-helpers>)
set_target_properties (perfeval-office PROPERTIES OUTPUT_NAME perfeval-office VERSION 1 SOVERSION 1
                       LINK_DEPENDS "${PERFEVAL_OFFICE_MAP}" INSTALL_RPATH "$ORIGIN")
target_link_options (perfeval-office PRIVATE "-Wl,--as-needed" "-Wl,--version-script=${PERFEVAL_OFFICE_MAP}")
if (NOT PERFEVAL_SANITIZE)
  target_link_options (perfeval-office PRIVATE "-Wl,--no-undefined")
endif ()
target_link_libraries (perfeval-office PUBLIC perfeval PRIVATE ${PERFEVAL_OFFICE_LIBRARIES})

add_library (perfeval-office-static STATIC $<TARGET_OBJECTS:perfeval-office-objects> $<TARGET_OBJECTS:perfeval-helpers>)
set_target_properties (perfeval-office-static PROPERTIES OUTPUT_NAME perfeval-office)
target_link_libraries (perfeval-office-static PUBLIC perfeval-static PRIVATE ${PERFEVAL_OFFICE_LIBRARIES})

add_library (perfeval::perfeval-office ALIAS perfeval-office)
add_library (perfeval::perfeval-office-static ALIAS perfeval-office-static)
