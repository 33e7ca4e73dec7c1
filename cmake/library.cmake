# library.cmake - one set of objects, the shared and the static library from it
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

find_package (PkgConfig REQUIRED)
pkg_check_modules (PERFEVAL_GLIB REQUIRED IMPORTED_TARGET glib-2.0>=2.74)
pkg_check_modules (PERFEVAL_GMP REQUIRED IMPORTED_TARGET gmp>=6.2)

# From the bottom to the top: a room includes only rooms before it (tests/house/test-includes.py).
set (PERFEVAL_ROOMS base model rules score audit batch io)
set (PERFEVAL_MAP "${PROJECT_SOURCE_DIR}/lib/perfeval.map")
set (PERFEVAL_INCLUDE "${PROJECT_SOURCE_DIR}/include")
file (GLOB PERFEVAL_HEADERS CONFIGURE_DEPENDS "${PERFEVAL_INCLUDE}/perfeval/*.h")
list (TRANSFORM PERFEVAL_ROOMS REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/lib/\\1/*.c" OUTPUT_VARIABLE patterns)
file (GLOB PERFEVAL_SOURCES CONFIGURE_DEPENDS ${patterns})

add_library (perfeval-objects OBJECT ${PERFEVAL_SOURCES})
set_target_properties (perfeval-objects PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
target_compile_definitions (perfeval-objects PRIVATE PERFEVAL_COMPILATION G_LOG_DOMAIN="perfeval" G_DISABLE_CAST_CHECKS
                            GLIB_VERSION_MIN_REQUIRED=GLIB_VERSION_2_74 GLIB_VERSION_MAX_ALLOWED=GLIB_VERSION_2_74)
target_include_directories (perfeval-objects PRIVATE "${PERFEVAL_INCLUDE}" "${PROJECT_SOURCE_DIR}/lib")
target_link_libraries (perfeval-objects PRIVATE PkgConfig::PERFEVAL_GLIB PkgConfig::PERFEVAL_GMP)
# One file of kernels for each level of x86-64, chosen when a plan is made (lib/batch/kernel.c). Nothing traps in them and
# nothing reads errno: kernel-body-private.h says why that is safe.
include (CheckCCompilerFlag)
set (kernels "${PROJECT_SOURCE_DIR}/lib/batch/kernel-")
set (PERFEVAL_KERNEL_OPTIONS -fno-trapping-math -fno-math-errno)
# This pass of GCC computes before the loop what a clamped lane comes to, and jumps there: a loop with a jump in it is no vector.
check_c_compiler_flag (-fno-tree-pre PERFEVAL_HAS_NO_TREE_PRE)
if (PERFEVAL_HAS_NO_TREE_PRE AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
  list (APPEND PERFEVAL_KERNEL_OPTIONS -fno-tree-pre)
endif ()
if (PERFEVAL_CC_fsanitize_float_divide_by_zero)
  # Kernels divide by 0 on purpose: what comes of it is clamped like any other lane that is out of range.
  list (APPEND PERFEVAL_KERNEL_OPTIONS -fno-sanitize=float-divide-by-zero)
endif ()
set_source_files_properties ("${kernels}baseline.c" PROPERTIES COMPILE_OPTIONS "${PERFEVAL_KERNEL_OPTIONS}")
check_c_compiler_flag (-march=x86-64-v4 PERFEVAL_HAS_X86_64_LEVELS)
if (PERFEVAL_HAS_X86_64_LEVELS AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions (perfeval-objects PRIVATE PE_HAVE_X86_64_LEVELS)
  foreach (level v3 v4)
    set_source_files_properties ("${kernels}${level}.c" PROPERTIES COMPILE_OPTIONS
                                 "${PERFEVAL_KERNEL_OPTIONS};-march=x86-64-${level}")
    set_source_files_properties ("${PROJECT_SOURCE_DIR}/lib/batch/lanes-${level}.c" PROPERTIES COMPILE_OPTIONS
                                 -march=x86-64-${level})
  endforeach ()
  # Kernels read columns as they lie, and are faster with vectors of 256 bits (measured: docs/results/batch.md); programs work in
  # memory of their own, which is aligned to the lines of the cache, and are faster with 512.
  set (PERFEVAL_KERNEL_OPTIONS_V4 -mprefer-vector-width=256)
  set_property (SOURCE "${kernels}v4.c" APPEND PROPERTY COMPILE_OPTIONS ${PERFEVAL_KERNEL_OPTIONS_V4})
endif ()

# The SONAME is that of 1.0 from the start; until then the version node tells incompatible minors apart.
add_library (perfeval SHARED $<TARGET_OBJECTS:perfeval-objects>)
set_target_properties (perfeval PROPERTIES OUTPUT_NAME perfeval VERSION 1 SOVERSION 1 LINK_DEPENDS "${PERFEVAL_MAP}")
target_link_options (perfeval PRIVATE "-Wl,--as-needed" "-Wl,--version-script=${PERFEVAL_MAP}")
if (NOT PERFEVAL_SANITIZE)
  # Sanitized code takes its runtime from the program that loads it.
  target_link_options (perfeval PRIVATE "-Wl,--no-undefined")
endif ()

add_library (perfeval-static STATIC $<TARGET_OBJECTS:perfeval-objects>)
set_target_properties (perfeval-static PROPERTIES OUTPUT_NAME perfeval)

foreach (library perfeval perfeval-static)
  target_link_libraries (${library} PRIVATE PkgConfig::PERFEVAL_GLIB PkgConfig::PERFEVAL_GMP)
  add_library (perfeval::${library} ALIAS ${library}) # the installed names, for who includes this tree in another
  target_include_directories (${library} INTERFACE "$<BUILD_INTERFACE:${PERFEVAL_INCLUDE}>"
                              "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
endforeach ()
