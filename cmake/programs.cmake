# programs.cmake - the perfeval command, its translations, and the examples
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

# The command is built from public headers and the shared library, as anybody else's program is, and GLib.
file (GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/cli/*.c")
if (PERFEVAL_CLI AND sources)
  add_executable (perfeval-command ${sources})
  set_target_properties (perfeval-command PROPERTIES OUTPUT_NAME perfeval POSITION_INDEPENDENT_CODE ON
                         INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
  target_compile_definitions (perfeval-command PRIVATE GETTEXT_PACKAGE="perfeval" G_LOG_DOMAIN="perfeval"
                              PERFEVAL_LOCALEDIR="${CMAKE_INSTALL_FULL_LOCALEDIR}"
                              GLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74 GLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74)
  target_link_libraries (perfeval-command PRIVATE perfeval PkgConfig::PERFEVAL_GLIB)
  if (TARGET perfeval-office)
    target_link_libraries (perfeval-command PRIVATE perfeval-office)
    target_compile_definitions (perfeval-command PRIVATE PERFEVAL_HAVE_OFFICE)
  endif ()
  target_link_options (perfeval-command PRIVATE "-Wl,--as-needed")
endif ()

# cli/po/<language>.po becomes locale/<language>/LC_MESSAGES/perfeval.mo, in the build tree as in the installed one.
file (GLOB translations CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/cli/po/*.po")
if (TARGET perfeval-command AND translations)
  find_program (PERFEVAL_MSGFMT msgfmt REQUIRED)
  foreach (po IN LISTS translations)
    cmake_path (GET po STEM language)
    set (mo "${PROJECT_BINARY_DIR}/locale/${language}/LC_MESSAGES/perfeval.mo")
    add_custom_command (OUTPUT "${mo}" DEPENDS "${po}" VERBATIM
                        COMMAND "${CMAKE_COMMAND}" -E make_directory "locale/${language}/LC_MESSAGES"
                        COMMAND "${PERFEVAL_MSGFMT}" --check -o "${mo}" "${po}")
    list (APPEND PERFEVAL_TRANSLATIONS "${mo}")
  endforeach ()
  add_custom_target (perfeval-translations ALL DEPENDS ${PERFEVAL_TRANSLATIONS})
endif ()

if (PERFEVAL_EXAMPLES)
  file (GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/examples/*.c")
  foreach (source IN LISTS sources)
    cmake_path (GET source STEM name)
    add_executable (example-${name} ${source})
    set_target_properties (example-${name} PROPERTIES OUTPUT_NAME ${name}
                           RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/examples")
    target_compile_options (example-${name} PRIVATE -UNDEBUG) # an example asserts
    target_link_libraries (example-${name} PRIVATE perfeval)
    list (APPEND PERFEVAL_EXAMPLE_NAMES ${name})
  endforeach ()
endif ()
