# setup.sh - what quickstart and check share; sourced by bash
#
# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0

JOBS=$(nproc 2> /dev/null || echo 2)

say () { printf '%s\n' "$*"; }
complain () { printf '%s\n' "$*" >&2; }

# The packages of one section of packages.txt, one a line, each with the program that stands for it, if any.
packages_of () {
  awk -v section="[$1]" '/^\[/ { inside = ($0 == section); next } inside && NF && !/^#/ { print $1, $2 }' packages.txt
}

is_installed () { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }

# Installs what is missing of the sections named; asks nothing and touches nothing when all is there.
install_packages () {
  local missing=() section package program as_root=()

  if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
    say "packages: this is not Debian; taking it that everything in packages.txt is there in some form"
    return 0
  fi
  for section in "$@"; do
    while read -r package program; do
      is_installed "$package" || { [ -n "$program" ] && command -v "$program" > /dev/null; } || missing+=("$package")
    done < <(packages_of "$section")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    say "packages: all there"
    return 0
  fi
  say "packages: installing ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null; then
      complain "packages: neither root nor sudo; as root: apt-get install ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq || return 1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Runs a command with its output in a log, or on the terminal when there is one; shows the log's end when it fails.
logged () {
  local log=$1 status=0
  shift
  mkdir -p "$(dirname "$log")"
  if [ -t 1 ]; then
    # Both scripts set pipefail.
    if "$@" 2>&1 | tee "$log"; then status=0; else status=${PIPESTATUS[0]}; fi
  else
    "$@" > "$log" 2>&1 || status=$?
  fi
  if [ "$status" -ne 0 ]; then
    [ -t 1 ] || tail -n 60 "$log"
    complain "exit $status: $* (see $log)"
  fi
  return "$status"
}
