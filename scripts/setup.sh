# Sourced by saldo and test: the packages saldo is built from, and building it, once at a time.
# shellcheck shell=bash

root=$(readlink -f "${BASH_SOURCE[0]}")
root=${root%/scripts/*}
packages=(g++ cmake ninja-build pkgconf libfmt-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libutf8proc-dev zlib1g-dev libpugixml-dev
  libxlsxwriter-dev libsqlite3-dev gettext)
# What only some tests ask for; where one is not there, they are skipped by name.
# shellcheck disable=SC2034
test_extras=(clang libclang-rt-dev lld zsh fish mandoc groff-base shellcheck locales file dpkg-dev git libxml2-utils
  nodejs python3-yaml lintian strace postgresql sqlite3
  chromium default-jre-headless poppler-utils) # these three: 90 MB, 15 seconds of processor
command -v npm >/dev/null || test_extras+=(npm) # that of another supplier is part of nodejs, and refuses Debian's

say() { echo "saldo: $*" >&2; }

# quietly COMMAND...: shows what COMMAND prints only when it fails. What it prints stands in build/, which lock has made.
quietly() {
  local log status=0
  log=$(mktemp "$root/build/.log.XXXXXX") || return
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

# Refreshes the lists and installs, in one command, so that sudo asks for a password once. Old lists may still do when
# there is no network.
# shellcheck disable=SC2016
refresh_and_install='
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any update ||
    echo "saldo: the lists of packages could not be refreshed"
  exec apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"'

# install_packages PACKAGE...: whichever of these Debian packages are not installed yet.
install_packages() {
  # Elsewhere they have other names; the build finds out whether they are there.
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
  local missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  local advice="apt-get update && apt-get install ${missing[*]}"
  if ((EUID != 0)); then
    # Without a terminal nobody can type a password.
    as_root=(sudo)
    [[ -t 2 ]] || as_root+=(-n)
    if ! command -v sudo >/dev/null; then
      say "these packages are needed, and only root can install them: $advice"
      return 1
    fi
  fi
  say "installing ${missing[*]}"
  if ! quietly "${as_root[@]}" sh -c "$refresh_and_install" sh "${missing[@]}"; then
    say "these packages are needed and could not be installed: $advice"
    return 1
  fi
}

# cannot_write FOLDER: says so, and whose it is; where it is not there, of the folder it should come in.
cannot_write() {
  local folder=$1 whose=
  [[ -e $folder ]] || folder=${folder%/*}
  [[ -O $folder ]] || whose=" (it belongs to $(stat -c %U "$folder"))"
  say "cannot write in $folder$whose"
}

# Waits until no other script builds; lasts until the (sub)shell ends.
lock() {
  if ! { mkdir -p "$root/build" && exec 9>>"$root/build/.lock"; } 2>/dev/null; then
    cannot_write "$root/build"
    return 1
  fi
  flock 9
}

# configured PRESET TESTS: for this checkout (it may have been moved), and with the tests of TESTS.
configured() {
  local cache=$root/build/$1/CMakeCache.txt
  [[ -e $root/build/$1/build.ninja && -e $cache ]] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache" &&
    { [[ $2 == OFF ]] || { grep -qxF "SALDO_TESTS:BOOL=ON" "$cache" && grep -qxF "SALDO_PLAIN:PATH=$2" "$cache"; }; }
}

# Only where nobody could look which packages are there, they may be what it is about.
could_not_be_configured() {
  if command -v dpkg-query >/dev/null; then say "could not be configured: cmake says above why"
  else say "could not be configured; it needs what Debian calls: ${packages[*]}"; fi
}

# build PRESET TESTS TARGET...: TESTS is OFF, so that nothing has to be installed that only they need, or the folder of a
# build that they are linked with too.
build() {
  local preset=$1 tests=$2 options=(-DSALDO_TESTS=OFF)
  shift 2
  [[ $tests == OFF ]] || options=(-DSALDO_TESTS=ON "-DSALDO_PLAIN=$tests")
  cd "$root" || return 1
  if [[ -e build/$preset && ! -w build/$preset ]]; then
    cannot_write "$root/build/$preset"
    return 1
  fi
  if ! configured "$preset" "$tests" && ! quietly cmake --fresh --preset "$preset" "${options[@]}"; then
    could_not_be_configured
    return 1
  fi
  # It takes minutes: on a terminal ninja keeps one line that tells how far it is.
  if [[ -t 2 && ${TERM:-dumb} != dumb ]]; then
    NINJA_STATUS="saldo: building %f of %t, %es: " cmake --build --preset "$preset" --target "$@" </dev/null >&2
  else
    quietly cmake --build --preset "$preset" --target "$@"
  fi
}
