#!/usr/bin/env bash
# Runs the lab (README.md). Everything is in namespaces of its own: they end with this script, and what is mounted and
# started in them ends with them.
# Usage: run.sh compare|record FOLDER REGISTRY SUITE...    FOLDER keeps from run to run what is fetched of these suites
set -euo pipefail
what=$1 cache=$2
shift 2
case $what in
  compare | record) ;;
  *) echo "LAB is compare or record, not $what" >&2; exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { echo "The lab mounts and makes namespaces, so it needs root: sudo make lab" >&2; exit 1; }
[ "$(uname -m)" = x86_64 ] || { echo "The messages are recorded on x86_64, this is $(uname -m)" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
for suite in "$@"; do # the registry's is the first
  "$here/fetch.sh" "$suite" "$cache/$suite"
done

work=$(mktemp -d /tmp/lab.XXXXXX)
lab=
stop() {
  # --kill-child below: nothing that was started outlives unshare, however that ends.
  [ -z "$lab" ] || kill -KILL "$lab" 2>/dev/null || :
  wait
  rm -rf --one-file-system "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM
unshare --mount --net --ipc --pid --fork --kill-child --mount-proc "$here/inside.sh" "$what" "$cache" "$work" "$@" &
lab=$!
wait "$lab"
