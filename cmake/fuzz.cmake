# fuzz.cmake - each tests/fuzz/target-*.c: a program that replays files, and with clang one that libFuzzer drives
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

set (fuzz "${PROJECT_SOURCE_DIR}/tests/fuzz")
set (PERFEVAL_FUZZ_STRIDE 37 CACHE STRING "Which bytes of a long sample file the replays damage: every one with 1, every n-th with n")
set (PERFEVAL_FUZZ_SECONDS 10 CACHE STRING "How long libFuzzer works on a target in a build for fuzzing")

# The files that a target starts from beside its own corpus.
file (GLOB PERFEVAL_FUZZ_SEEDS_rulebook CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rulebooks/*.json")
file (GLOB PERFEVAL_FUZZ_SEEDS_dossier CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/examples/data/*.json" "${PROJECT_SOURCE_DIR}/tests/rulebooks/data/*.json")
list (FILTER PERFEVAL_FUZZ_SEEDS_dossier EXCLUDE REGEX "/calendar-")
file (GLOB PERFEVAL_FUZZ_SEEDS_calendar CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/examples/data/calendar-*.json")
file (GLOB PERFEVAL_FUZZ_SEEDS_template CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/reports/*.xml")
# The dictionary, where it is not named as the target.
set (PERFEVAL_FUZZ_DICTIONARY_rulebook json)
set (PERFEVAL_FUZZ_DICTIONARY_dossier json)
set (PERFEVAL_FUZZ_DICTIONARY_calendar json)
set (PERFEVAL_FUZZ_DICTIONARY_docx xlsx)

# Targets of office files, and those whose input is several files.
set (PERFEVAL_FUZZ_OFFICE docx html template xlsx)
set (PERFEVAL_FUZZ_PIECES tables)

function (perfeval_add_fuzz_program program name source)
  add_executable (${program} ${source} "${fuzz}/fuzz.c" ${ARGN})
  set_target_properties (${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/fuzz")
  target_include_directories (${program} PRIVATE "${fuzz}")
  target_compile_definitions (${program} PRIVATE FUZZ_SOURCE="${PROJECT_SOURCE_DIR}")
  if (name IN_LIST PERFEVAL_FUZZ_OFFICE)
    target_sources (${program} PRIVATE "${fuzz}/office.c" "${fuzz}/pieces.c")
    target_link_libraries (${program} PRIVATE perfeval-office-static ${PERFEVAL_OFFICE_LIBRARIES})
  elseif (name IN_LIST PERFEVAL_FUZZ_PIECES)
    target_sources (${program} PRIVATE "${fuzz}/pieces.c")
  elseif (name STREQUAL "arrow")
    target_sources (${program} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/arrow.c")
    target_include_directories (${program} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support")
  endif ()
  target_link_libraries (${program} PRIVATE perfeval-static PkgConfig::PERFEVAL_GLIB PkgConfig::PERFEVAL_GMP)
endfunction ()

# All of them and nothing else: what a build for fuzzing needs.
add_custom_target (fuzz)
file (GLOB sources CONFIGURE_DEPENDS "${fuzz}/target-*.c")
foreach (source IN LISTS sources)
  cmake_path (GET source STEM name)
  string (REGEX REPLACE "^target-" "" name "${name}")
  if (name IN_LIST PERFEVAL_FUZZ_OFFICE AND NOT TARGET perfeval-office-static)
    continue ()
  endif ()
  file (GLOB corpus CONFIGURE_DEPENDS "${fuzz}/corpus/${name}/*")
  set (seeds ${corpus} ${PERFEVAL_FUZZ_SEEDS_${name}})
  if (PERFEVAL_SANITIZE MATCHES "fuzzer")
    set (dictionary "${name}")
    if (DEFINED PERFEVAL_FUZZ_DICTIONARY_${name})
      set (dictionary "${PERFEVAL_FUZZ_DICTIONARY_${name}}")
    endif ()
    if (NOT EXISTS "${fuzz}/dict/${dictionary}.dict")
      message (FATAL_ERROR "The target ${name} has no dictionary: expected tests/fuzz/dict/${dictionary}.dict")
    endif ()
    set (options -max_total_time=${PERFEVAL_FUZZ_SECONDS} -timeout=20 -rss_limit_mb=4096 -print_final_stats=1
                 "-dict=${fuzz}/dict/${dictionary}.dict")
    perfeval_add_fuzz_program (fuzz-${name} ${name} ${source})
    add_dependencies (fuzz fuzz-${name})
    target_link_options (fuzz-${name} PRIVATE -fsanitize=fuzzer)
    # What libFuzzer finds goes into a folder of the build, which starts with the seeds.
    set (grown "${PROJECT_BINARY_DIR}/tests/fuzz/grown-${name}")
    file (MAKE_DIRECTORY "${grown}")
    file (COPY ${seeds} DESTINATION "${grown}")
    add_test (NAME fuzz.${name} COMMAND fuzz-${name} ${options} "${grown}" WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests/fuzz")
  else ()
    perfeval_add_fuzz_program (replay-${name} ${name} ${source} "${fuzz}/replay.c")
    add_dependencies (fuzz replay-${name})
    add_test (NAME fuzz.${name} COMMAND replay-${name} ${PERFEVAL_FUZZ_STRIDE} ${seeds})
  endif ()
  perfeval_label_test (fuzz.${name} fuzz ${name})
endforeach ()
