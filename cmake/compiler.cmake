# compiler.cmake - the language, the warnings, the hardening and the sanitizers of every target
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

include (CheckCCompilerFlag)
include (CheckCSourceCompiles)
include (CheckLinkerFlag)
include (CheckPIESupported)

if (NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set (CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif ()

set (CMAKE_C_STANDARD 11)
set (CMAKE_C_STANDARD_REQUIRED ON)
set (CMAKE_C_EXTENSIONS OFF)
if (PERFEVAL_COVERAGE)
  string (APPEND CMAKE_C_FLAGS " -O1 -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc")
endif ()
set (CMAKE_EXPORT_COMPILE_COMMANDS ON)

check_pie_supported (LANGUAGES C)

# Adds those of the flags that the compiler has.
function (perfeval_add_compile_flags)
  set (CMAKE_REQUIRED_FLAGS "-Wformat") # without which gcc says that it ignores -Werror=format-security
  foreach (flag IN LISTS ARGN)
    string (MAKE_C_IDENTIFIER "PERFEVAL_CC${flag}" known)
    check_c_compiler_flag ("${flag}" ${known})
    if (${known})
      add_compile_options ("${flag}")
    endif ()
  endforeach ()
endfunction ()

# Adds those of the flags that the linker has.
function (perfeval_add_link_flags)
  foreach (flag IN LISTS ARGN)
    string (MAKE_C_IDENTIFIER "PERFEVAL_LD${flag}" known)
    check_linker_flag (C "${flag}" ${known})
    if (${known})
      add_link_options ("${flag}")
    endif ()
  endforeach ()
endfunction ()

perfeval_add_compile_flags (
  -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition
  -Wvla -Wundef -Wwrite-strings -Wpointer-arith -Wformat=2 -Wimplicit-fallthrough -Wnested-externs -Wfloat-conversion
  -Wdate-time -Wduplicated-cond -Wduplicated-branches -Wlogical-op)
if (PERFEVAL_WERROR)
  add_compile_options (-Werror)
endif ()

# A number must not depend on whether the processor fuses a product with a sum.
add_compile_options (-ffp-contract=off)

perfeval_add_compile_flags (-fstack-protector-strong -fstack-clash-protection)
if (CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  perfeval_add_compile_flags (-fcf-protection)
elseif (CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
  perfeval_add_compile_flags (-mbranch-protection=standard)
endif ()
perfeval_add_link_flags (-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)

# The rest of the compiler hardening guide of the OpenSSF (docs/decisions/0070-hardening.md), each flag where the compiler has
# it. A sanitizer would see less with these definitions of what is undefined, and with memory that was cleared; what only
# counts needs none of it.
if (NOT PERFEVAL_SANITIZE AND NOT PERFEVAL_COVERAGE)
  perfeval_add_compile_flags (
    -Wconversion -Wsign-conversion -Wtrampolines -Wbidi-chars=any
    -Werror=format-security -Werror=implicit -Werror=incompatible-pointer-types -Werror=int-conversion
    -fstrict-flex-arrays=3 -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing)
  perfeval_add_link_flags (-Wl,--as-needed -Wl,--no-copy-dt-needed-entries)
  check_c_compiler_flag (-ftrivial-auto-var-init=zero PERFEVAL_HAS_AUTO_VAR_INIT)
  if (PERFEVAL_HAS_AUTO_VAR_INIT)
    # Not in Debug, where valgrind is to see what was never set.
    add_compile_options ("$<$<NOT:$<CONFIG:Debug>>:-ftrivial-auto-var-init=zero>")
  endif ()
endif ()

if (PERFEVAL_SANITIZE)
  add_compile_options (-fsanitize=${PERFEVAL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
  if (PERFEVAL_SANITIZE MATCHES "undefined")
    # Two of UBSan's checks that `undefined` leaves out.
    perfeval_add_compile_flags (-fsanitize=float-cast-overflow -fsanitize=float-divide-by-zero)
  endif ()
  add_link_options (-fsanitize=${PERFEVAL_SANITIZE})
else ()
  # The sanitizers intercept the functions that fortification would replace. Debug has no optimiser to fortify with.
  set (CMAKE_REQUIRED_FLAGS "-O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -Werror")
  check_c_source_compiles ("#include <string.h>\nint main (void) { return 0; }" PERFEVAL_FORTIFIES_FULLY)
  unset (CMAKE_REQUIRED_FLAGS)
  set (level 2)
  if (PERFEVAL_FORTIFIES_FULLY)
    set (level 3)
  endif ()
  add_compile_options ("$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=${level}>")
endif ()
