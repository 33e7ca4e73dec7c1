# docs.cmake - the target docs: the reference manual from the public headers and the pages of docs/
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

find_program (PERFEVAL_DOXYGEN doxygen)
if (PERFEVAL_DOXYGEN)
  file (GLOB pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/*.md")
  set (PERFEVAL_DOCS_MAINPAGE "${PROJECT_SOURCE_DIR}/docs/mainpage.md")
  list (JOIN pages "\" \"" PERFEVAL_DOCS_PAGES)
  set (PERFEVAL_DOCS_PAGES "\"${PERFEVAL_DOCS_PAGES}\"")
  configure_file (docs/Doxyfile.in "${PROJECT_BINARY_DIR}/Doxyfile" @ONLY)
  add_custom_target (docs COMMAND "${PERFEVAL_DOXYGEN}" "${PROJECT_BINARY_DIR}/Doxyfile" VERBATIM)
else ()
  message (STATUS "doxygen was not found: there is no target docs")
endif ()
