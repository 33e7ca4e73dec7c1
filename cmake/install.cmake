# install.cmake - headers, libraries, pkg-config, CMake package, rulebooks, manual pages, licence
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

include (CMakePackageConfigHelpers)

set (config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/perfeval")
set (PERFEVAL_RULEBOOKS_INSTALL_DIR "${CMAKE_INSTALL_DATADIR}/perfeval/rulebooks")

install (FILES ${PERFEVAL_HEADERS} DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/perfeval")
# Two exports, since a program that links the shared library needs nothing of GLib.
install (TARGETS perfeval EXPORT perfeval-shared LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install (TARGETS perfeval-static EXPORT perfeval-static ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install (EXPORT perfeval-shared NAMESPACE perfeval:: DESTINATION "${config_dir}" FILE perfeval-shared.cmake)
install (EXPORT perfeval-static NAMESPACE perfeval:: DESTINATION "${config_dir}" FILE perfeval-static.cmake)
if (TARGET perfeval-office)
  install (FILES ${PERFEVAL_OFFICE_HEADERS} DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/perfeval-office")
  install (TARGETS perfeval-office EXPORT perfeval-office-shared LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install (TARGETS perfeval-office-static EXPORT perfeval-office-static ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install (EXPORT perfeval-office-shared NAMESPACE perfeval:: DESTINATION "${config_dir}" FILE perfeval-office-shared.cmake)
  install (EXPORT perfeval-office-static NAMESPACE perfeval:: DESTINATION "${config_dir}" FILE perfeval-office-static.cmake)
endif ()
if (TARGET perfeval-command)
  install (TARGETS perfeval-command RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif ()

configure_package_config_file (cmake/perfeval-config.cmake.in "${PROJECT_BINARY_DIR}/perfeval-config.cmake"
                               INSTALL_DESTINATION "${config_dir}" PATH_VARS PERFEVAL_RULEBOOKS_INSTALL_DIR
                               NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Before 1.0 a new minor may break its users, afterwards only a new major may.
if (PERFEVAL_VERSION_MAJOR EQUAL 0)
  set (compatibility SameMinorVersion)
else ()
  set (compatibility SameMajorVersion)
endif ()
write_basic_package_version_file ("${PROJECT_BINARY_DIR}/perfeval-config-version.cmake" COMPATIBILITY ${compatibility})
install (FILES "${PROJECT_BINARY_DIR}/perfeval-config.cmake" "${PROJECT_BINARY_DIR}/perfeval-config-version.cmake"
         DESTINATION "${config_dir}")

# The .pc file finds the prefix from where it lies, so that an installed tree can be moved.
file (RELATIVE_PATH PERFEVAL_PC_TO_PREFIX "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
string (REGEX REPLACE "/$" "" PERFEVAL_PC_TO_PREFIX "${PERFEVAL_PC_TO_PREFIX}")
configure_file (pkgconfig/libperfeval.pc.in "${PROJECT_BINARY_DIR}/libperfeval.pc" @ONLY)
install (FILES "${PROJECT_BINARY_DIR}/libperfeval.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if (TARGET perfeval-office)
  configure_file (pkgconfig/libperfeval-office.pc.in "${PROJECT_BINARY_DIR}/libperfeval-office.pc" @ONLY)
  install (FILES "${PROJECT_BINARY_DIR}/libperfeval-office.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endif ()

file (GLOB rulebooks CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rulebooks/*.json")
file (GLOB schemas CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rulebooks/schema/*.json")
file (GLOB report_templates CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/reports/*.xml")
file (GLOB manuals CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/man/*.1")
install (DIRECTORY DESTINATION "${PERFEVAL_RULEBOOKS_INSTALL_DIR}") # there even when no rulebook is
install (FILES ${rulebooks} DESTINATION "${PERFEVAL_RULEBOOKS_INSTALL_DIR}")
install (FILES ${report_templates} DESTINATION "${CMAKE_INSTALL_DATADIR}/perfeval/reports")
install (FILES "${PROJECT_SOURCE_DIR}/thresholds/procurement.json" DESTINATION
         "${CMAKE_INSTALL_DATADIR}/perfeval/thresholds")
install (FILES ${schemas} DESTINATION "${CMAKE_INSTALL_DATADIR}/perfeval/schema")
install (FILES ${manuals} DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install (FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if (PERFEVAL_TRANSLATIONS)
  install (DIRECTORY "${PROJECT_BINARY_DIR}/locale/" DESTINATION "${CMAKE_INSTALL_LOCALEDIR}")
endif ()
