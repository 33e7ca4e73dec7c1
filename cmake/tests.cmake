# tests.cmake - each tests/<room>/test-*.c and test-*.py is one ctest test
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

pkg_check_modules (PERFEVAL_CMOCKA REQUIRED IMPORTED_TARGET cmocka)
# Debian's own interpreter first: the modules that the tests import are Debian packages.
find_program (PERFEVAL_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program (PERFEVAL_PYTHON python3 REQUIRED)

set (PERFEVAL_SHARED "${PROJECT_SOURCE_DIR}/../shared" CACHE PATH "Reports and cases that tests read in place, if there")
set (PERFEVAL_DECTEST "/usr/lib/python3.11/test/decimaltestdata" CACHE PATH "General decimal arithmetic test cases")

# Tests that need minutes: left out of ctest -LE long.
set (PERFEVAL_LONG_TESTS test-random-relations-long.py)
# Tests that are too slow for every compiler, sanitizer and locale in turn: not labelled core.
set (PERFEVAL_LARGE_TESTS test-csv-random test-damage test-report-room test-batch.py test-faults.py)
set (PERFEVAL_CORE_ROOMS base model rules score audit batch io office cli)

set (PERFEVAL_TEST_ENVIRONMENT
     "PERFEVAL_SHARED=${PERFEVAL_SHARED}" "PERFEVAL_DECTEST=${PERFEVAL_DECTEST}"
     "PERFEVAL_SOURCE=${PROJECT_SOURCE_DIR}" "PERFEVAL_BUILD=${PROJECT_BINARY_DIR}"
     "PERFEVAL_LIBRARY=$<TARGET_FILE:perfeval>" "PERFEVAL_STATIC_LIBRARY=$<TARGET_FILE:perfeval-static>"
     "PERFEVAL_ORACLE_DRIVER=${PROJECT_BINARY_DIR}/tests/oracle/oracle-driver" "PERFEVAL_SANITIZE=${PERFEVAL_SANITIZE}" "PERFEVAL_CC=${CMAKE_C_COMPILER}" "PERFEVAL_CMAKE=${CMAKE_COMMAND}"
     "PYTHONPATH=${PROJECT_SOURCE_DIR}/python" "PYTHONDONTWRITEBYTECODE=1"
     "PYTHONUTF8=1" # the scripts' own files are UTF-8, whatever the locale of the programs that they run
     "UBSAN_OPTIONS=print_stacktrace=1"
     "LSAN_OPTIONS=print_suppressions=0:suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp")
if (TARGET perfeval-office)
  list (APPEND PERFEVAL_TEST_ENVIRONMENT "PERFEVAL_OFFICE_LIBRARY=$<TARGET_FILE:perfeval-office>"
        "PERFEVAL_OFFICE_STATIC_LIBRARY=$<TARGET_FILE:perfeval-office-static>")
endif ()
if (TARGET perfeval-command)
  # System calls that fail, for the tests of the command: loaded before it, and no part of what is looked at.
  add_library (perfeval-faults SHARED "${PROJECT_SOURCE_DIR}/tests/support/faults.c")
  target_compile_options (perfeval-faults PRIVATE -fno-sanitize=all)
  target_link_libraries (perfeval-faults PRIVATE ${CMAKE_DL_LIBS})
  list (APPEND PERFEVAL_TEST_ENVIRONMENT "PERFEVAL_COMMAND=$<TARGET_FILE:perfeval-command>"
        "PERFEVAL_FAULTS=$<TARGET_FILE:perfeval-faults>")
endif ()
# A program that is not sanitized (Python) loads a sanitized library only with the sanitizer's runtime before it; clang
# links its runtime into programs and has none to load.
if (PERFEVAL_SANITIZE MATCHES "address|thread" AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
  string (REGEX MATCH "address|thread" kind "${PERFEVAL_SANITIZE}")
  string (SUBSTRING "${kind}" 0 1 kind)
  execute_process (COMMAND "${CMAKE_C_COMPILER}" -print-file-name=lib${kind}san.so OUTPUT_VARIABLE runtime
                   OUTPUT_STRIP_TRAILING_WHITESPACE)
  if (IS_ABSOLUTE "${runtime}")
    list (APPEND PERFEVAL_TEST_ENVIRONMENT "PERFEVAL_PRELOAD=${runtime}")
  endif ()
endif ()

# Gives a test its environment and its labels: the room, and core, large or long.
function (perfeval_label_test test room name)
  set (labels ${room})
  set (seconds 900)
  if (name IN_LIST PERFEVAL_LONG_TESTS)
    list (APPEND labels long)
    set (seconds 7200)
  elseif (name IN_LIST PERFEVAL_LARGE_TESTS)
    list (APPEND labels large)
  elseif (room IN_LIST PERFEVAL_CORE_ROOMS)
    list (APPEND labels core)
  endif ()
  set (environment ${PERFEVAL_TEST_ENVIRONMENT})
  if (PERFEVAL_SANITIZE AND name STREQUAL "test-report-room")
    # A million parts of a report take thirty times as long there.
    list (APPEND environment "PERFEVAL_TEST_SHARE=10")
  endif ()
  if (test MATCHES "^office.test-reports?")
    # Through a library without frame pointers the sanitizer finds the function that it may let pass by unwinding alone.
    list (APPEND environment "ASAN_OPTIONS=fast_unwind_on_malloc=0")
  endif ()
  if (room STREQUAL "office" OR test MATCHES "chart")
    # Pango loads its fonts in a thread of its own. GLib and fontconfig are not instrumented: how they wait for each other is not seen.
    list (APPEND environment "TSAN_OPTIONS=ignore_noninstrumented_modules=1")
  endif ()
  set_tests_properties (${test} PROPERTIES ENVIRONMENT "${environment}" LABELS "${labels}" TIMEOUT ${seconds})
endfunction ()

# Every test program starts as a host's does, in the locale of its environment, and can let its memory run out. Those of batches
# describe Arrow's structures with what a fuzz target describes them with.
add_library (perfeval-test-support OBJECT "${PROJECT_SOURCE_DIR}/tests/support/locale.c"
             "${PROJECT_SOURCE_DIR}/tests/support/scarce.c" "${PROJECT_SOURCE_DIR}/tests/support/arrow.c")
target_compile_options (perfeval-test-support PRIVATE -UNDEBUG)
target_link_libraries (perfeval-test-support PRIVATE perfeval-static PkgConfig::PERFEVAL_CMOCKA PkgConfig::PERFEVAL_GLIB)

# What every test of a room is compiled and linked with.
function (perfeval_furnish_test target room directory)
  target_include_directories (${target} PRIVATE "${PROJECT_SOURCE_DIR}/lib" "${directory}" "${PROJECT_SOURCE_DIR}/tests/support")
  target_compile_options (${target} PRIVATE -UNDEBUG)
  if (room STREQUAL "office")
    target_link_libraries (${target} PRIVATE perfeval-office-static ${PERFEVAL_OFFICE_LIBRARIES})
  endif ()
  target_link_libraries (${target} PRIVATE perfeval-static PkgConfig::PERFEVAL_CMOCKA PkgConfig::PERFEVAL_GLIB
                         PkgConfig::PERFEVAL_GMP)
endfunction ()

file (GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*/test-*.c")
foreach (source IN LISTS sources)
  cmake_path (GET source STEM LAST_ONLY name)
  cmake_path (GET source PARENT_PATH directory)
  cmake_path (GET directory FILENAME room)
  if (room STREQUAL "office" AND NOT TARGET perfeval-office-static)
    continue ()
  endif ()
  # The other files of the room are compiled once, for all of its tests.
  file (GLOB helpers CONFIGURE_DEPENDS "${directory}/*.c")
  list (FILTER helpers EXCLUDE REGEX "/test-[^/]*$")
  if (helpers AND NOT TARGET ${room}-test-helpers)
    add_library (${room}-test-helpers OBJECT ${helpers})
    perfeval_furnish_test (${room}-test-helpers ${room} "${directory}")
  endif ()
  set (target ${room}-${name})
  add_executable (${target} ${source} $<TARGET_OBJECTS:perfeval-test-support>)
  if (helpers)
    target_sources (${target} PRIVATE $<TARGET_OBJECTS:${room}-test-helpers>)
  endif ()
  set_target_properties (${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/${room}"
                         OUTPUT_NAME ${name})
  perfeval_furnish_test (${target} ${room} "${directory}")
  add_test (NAME ${room}.${name} COMMAND ${target} WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests/${room}")
  perfeval_label_test (${room}.${name} ${room} ${name})
endforeach ()

# A script that cannot run prints why and leaves with 77.
file (GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*/test-*.py")
foreach (source IN LISTS sources)
  cmake_path (GET source STEM LAST_ONLY name)
  cmake_path (GET source PARENT_PATH directory)
  cmake_path (GET directory FILENAME room)
  file (MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/tests/${room}")
  add_test (NAME ${room}.${name}.py COMMAND "${PERFEVAL_PYTHON}" "${source}"
            WORKING_DIRECTORY "${PROJECT_BINARY_DIR}/tests/${room}")
  perfeval_label_test (${room}.${name}.py ${room} ${name}.py)
  set_tests_properties (${room}.${name}.py PROPERTIES SKIP_RETURN_CODE 77)
endforeach ()

include (cmake/fuzz.cmake)

# tests/abi/layout.c holds sizes, offsets, constants and a typed pointer to every function (scripts/refresh-abi.py).
if (TARGET perfeval-office)
  add_executable (abi-layout-office "${PROJECT_SOURCE_DIR}/tests/abi/layout-office.c")
  set_target_properties (abi-layout-office PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/abi")
  target_link_libraries (abi-layout-office PRIVATE perfeval-office)
  add_test (NAME abi.layout-office COMMAND abi-layout-office)
  perfeval_label_test (abi.layout-office abi layout-office)
endif ()
if (EXISTS "${PROJECT_SOURCE_DIR}/tests/abi/layout.c" AND CMAKE_SIZEOF_VOID_P EQUAL 8) # the ABI that is kept
  add_executable (abi-layout "${PROJECT_SOURCE_DIR}/tests/abi/layout.c")
  set_target_properties (abi-layout PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/abi")
  target_link_libraries (abi-layout PRIVATE perfeval)
  add_test (NAME abi.layout COMMAND abi-layout)
  perfeval_label_test (abi.layout abi layout)
endif ()

# The library at one end of a pipe, for tests/oracle/test-oracle.py.
add_executable (oracle-driver "${PROJECT_SOURCE_DIR}/tests/oracle/driver.c")
set_target_properties (oracle-driver PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/oracle")
target_link_libraries (oracle-driver PRIVATE perfeval)

foreach (name IN LISTS PERFEVAL_EXAMPLE_NAMES)
  add_test (NAME examples.${name} COMMAND example-${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  perfeval_label_test (examples.${name} examples ${name})
endforeach ()

# Not built by default: what changes the map is a decision, not a build.
add_custom_target (refresh-map COMMAND "${PERFEVAL_PYTHON}" "${PROJECT_SOURCE_DIR}/scripts/refresh-abi.py" --map USES_TERMINAL)
add_custom_target (refresh-abi COMMAND "${PERFEVAL_PYTHON}" "${PROJECT_SOURCE_DIR}/scripts/refresh-abi.py" USES_TERMINAL)
