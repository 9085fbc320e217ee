#!/usr/bin/env bash
# Makes sure that programs are there which only the system's package manager can bring.
# Usage: tests/setup.sh NAME...   Names: cc node npm chromium chromedriver kubectl pdftotext python3 firefox hugo jekyll minima
#                                       debootstrap grpc ip openssl yaml
# Installs what is missing through apt where that is possible, otherwise names each missing piece and fails.
set -euo pipefail

package_of() {
  case $1 in
    cc) echo build-essential ;;
    node) echo nodejs ;;
    npm) echo npm ;;
    chromium) echo chromium ;;
    chromedriver) echo chromium-driver ;;
    kubectl) echo kubernetes-client ;;
    pdftotext) echo poppler-utils ;;
    python3) echo python3-venv ;;
    firefox) echo firefox-esr ;;
    hugo) echo hugo ;;
    jekyll) echo jekyll ;;
    minima) echo jekyll-theme-minima ;;
    debootstrap) echo debootstrap ;;
    grpc) echo python3-grpcio ;;
    ip) echo iproute2 ;;
    openssl) echo openssl ;;
    yaml) echo python3-yaml ;;
    *) echo "tests/setup.sh does not know $1" >&2; exit 2 ;;
  esac
}

present() {
  case $1 in
    chromium) [ -x "${CHROME:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null ;;
    chromedriver) [ -x "${CHROMEDRIVER:-}" ] || command -v chromedriver >/dev/null ;;
    firefox) [ -x "${FIREFOX:-}" ] || command -v firefox-esr firefox >/dev/null ;;
    minima) ruby -e 'gem "minima"; gem "jekyll-seo-tag"' 2>/dev/null ;;
    python3) python3 -c 'import venv, ensurepip' 2>/dev/null ;;
    # Modules of the system's own Python, whichever comes first on PATH.
    grpc | yaml) /usr/bin/python3 -c "import $1" 2>/dev/null ;;
    debootstrap) [ -x /usr/sbin/debootstrap ] ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

hint_of() {
  case $1 in
    chromium) echo " (or set CHROME to a Chromium or Chrome that you have)" ;;
    firefox) echo " (or set FIREFOX to a Firefox that you have)" ;;
    chromedriver) echo " (or set CHROMEDRIVER to the driver of that browser)" ;;
  esac
}

missing=()
for name in "$@"; do
  present "$name" || missing+=("$name")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
  log=$(mktemp)
  apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@" >"$log" 2>&1 || tail -n 5 "$log" >&2; }
  echo "Bringing the list of packages up to date"
  apt update -qq
  # One by one: some packages of nodejs bring npm with them, and refuse to stand beside the package of that name.
  for name in "${missing[@]}"; do
    if ! present "$name"; then
      echo "Installing $(package_of "$name") with apt (up to a minute)"
      apt install -y -qq --no-install-recommends "$(package_of "$name")"
    fi
  done
  rm -f "$log"
fi

status=0
for name in "${missing[@]}"; do
  if ! present "$name"; then
    echo "$name is missing. Install it with: sudo apt-get install -y $(package_of "$name")$(hint_of "$name")" >&2
    status=1
  fi
done
exit $status
