# Sourced by saldo and test: the packages saldo is built from, and building it, once at a time.
# shellcheck shell=bash

root=$(readlink -f "${BASH_SOURCE[0]}")
root=${root%/scripts/*}
packages=(g++ cmake ninja-build pkgconf libfmt-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libutf8proc-dev gettext)
# What only some tests ask for; where one is not there, they are skipped by name.
# shellcheck disable=SC2034
test_extras=(clang libclang-rt-dev zsh fish mandoc groff-base shellcheck locales file dpkg-dev git)

say() { echo "saldo: $*" >&2; }

# quietly COMMAND...: shows what COMMAND prints only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" </dev/null >"$log" 2>&1 || status=$?
  ((status == 0)) || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

# install_packages PACKAGE...: whichever of these Debian packages are not installed yet.
install_packages() {
  # Elsewhere they have other names; the build finds out whether they are there.
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
  local missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    # Without a terminal nobody can type a password.
    as_root=(sudo)
    [[ -t 2 ]] || as_root+=(-n)
    if ! command -v sudo >/dev/null; then
      say "these packages are needed, and only root can install them: apt-get install ${missing[*]}"
      return 1
    fi
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  say "installing ${missing[*]}"
  # Old package lists may still do when there is no network to refresh them.
  quietly "${as_root[@]}" update || true
  if ! quietly "${as_root[@]}" install -y --no-install-recommends "${missing[@]}"; then
    say "these packages are needed and could not be installed: apt-get install ${missing[*]}"
    return 1
  fi
}

# Waits until no other script builds; lasts until the (sub)shell ends.
lock() {
  mkdir -p "$root/build"
  exec 9>"$root/build/.lock"
  flock 9
}

# configured PRESET TESTS: for this checkout (it may have been moved), and with tests when TESTS is ON.
configured() {
  local cache=$root/build/$1/CMakeCache.txt
  [[ -e $root/build/$1/build.ninja ]] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache" &&
    { [[ $2 == OFF ]] || grep -qxF "SALDO_TESTS:BOOL=ON" "$cache"; }
}

# build PRESET TESTS TARGET...: with TESTS OFF nothing that only the tests need has to be installed.
build() {
  local preset=$1 tests=$2
  shift 2
  cd "$root" || return 1
  if ! configured "$preset" "$tests" && ! quietly cmake --fresh --preset "$preset" "-DSALDO_TESTS=$tests"; then
    say "could not be configured; it needs what Debian calls: ${packages[*]}"
    return 1
  fi
  quietly cmake --build --preset "$preset" --target "$@"
}
