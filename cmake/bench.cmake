# bench.cmake - the bench: made by `cmake --build <dir> --target bench`, which also runs it
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

set (PERFEVAL_BENCH_ARGUMENTS "" CACHE STRING "What the target bench hands to the program, e.g. --units;10000000")

set (sources "${PROJECT_SOURCE_DIR}/bench/bench.c" "${PROJECT_SOURCE_DIR}/bench/rival.c"
     "${PROJECT_SOURCE_DIR}/bench/rival-v3.c" "${PROJECT_SOURCE_DIR}/bench/rival-v4.c" "${PROJECT_SOURCE_DIR}/bench/single.c"
     "${PROJECT_SOURCE_DIR}/bench/formulas.c"
     "${PROJECT_SOURCE_DIR}/tests/batch/workload.c" "${PROJECT_SOURCE_DIR}/tests/batch/oracle.c")
add_executable (perfeval-bench EXCLUDE_FROM_ALL ${sources})
target_include_directories (perfeval-bench PRIVATE "${PROJECT_SOURCE_DIR}/lib" "${PROJECT_SOURCE_DIR}/tests/batch")
target_link_libraries (perfeval-bench PRIVATE perfeval-static PkgConfig::PERFEVAL_GLIB PkgConfig::PERFEVAL_GMP m)
# The rival gets what the kernels get, and everything that makes a plain loop fast.
set (vectors -O3 ${PERFEVAL_KERNEL_OPTIONS})
set (lowest "${vectors}")
if (PERFEVAL_HAS_X86_64_LEVELS AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions (perfeval-bench PRIVATE PE_HAVE_X86_64_LEVELS)
  # The library's lowest level is x86-64 alone; its rival is given v2, which can round without a call.
  list (APPEND lowest -march=x86-64-v2)
  foreach (level v3 v4)
    set_source_files_properties ("${PROJECT_SOURCE_DIR}/bench/rival-${level}.c" PROPERTIES COMPILE_OPTIONS
                                 "${vectors};-march=x86-64-${level}")
  endforeach ()
  set_property (SOURCE "${PROJECT_SOURCE_DIR}/bench/rival-v4.c" APPEND PROPERTY COMPILE_OPTIONS ${PERFEVAL_KERNEL_OPTIONS_V4})
endif ()
set_source_files_properties ("${PROJECT_SOURCE_DIR}/bench/rival.c" PROPERTIES COMPILE_OPTIONS "${lowest}")
add_custom_target (bench COMMAND perfeval-bench ${PERFEVAL_BENCH_ARGUMENTS} USES_TERMINAL)

add_executable (perfeval-bench-prose EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/bench/prose.c")
target_link_libraries (perfeval-bench-prose PRIVATE perfeval-static PkgConfig::PERFEVAL_GLIB PkgConfig::PERFEVAL_GMP)
add_custom_target (bench-prose COMMAND perfeval-bench-prose USES_TERMINAL)

# A ledger of a million records: measures streamed, and the same ledger from JSON.
add_executable (perfeval-bench-ledger EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/bench/ledger.c")
target_link_libraries (perfeval-bench-ledger PRIVATE perfeval PkgConfig::PERFEVAL_GLIB)

# Reports by the thousand.
if (TARGET perfeval-office)
  add_executable (perfeval-bench-reports EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/bench/reports.c")
  target_link_libraries (perfeval-bench-reports PRIVATE perfeval perfeval-office PkgConfig::PERFEVAL_GLIB)
endif ()
