#!/usr/bin/env bash
# Brings a small Debian of the given suite with its containerd and podman into a folder; nothing of it is started.
# Usage: fetch.sh SUITE FOLDER
set -euo pipefail
suite=$1 folder=$2
[ ! -d "$folder" ] || exit 0

# The mirror that this machine uses anyway.
# shellcheck disable=SC2016 # these are apt's variables
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' | head -n1)
[ -n "$mirror" ] || { echo "apt knows no mirror of Debian here; apt-get update may help" >&2; exit 1; }

# netavark: podman wants a program for networks, and debootstrap cannot choose one. The rest is for the lab itself.
packages=containerd,podman,netavark,docker-registry,skopeo

echo "Fetching containerd and podman of Debian's $suite into .tools (once; 1 to 2 minutes)"
mkdir -p "$(dirname "$folder")"
log=$folder.log
# In a mount namespace: what debootstrap mounts is gone when it ends, also when it ends badly.
if ! unshare --mount debootstrap --variant=minbase --include=$packages "$suite" "$folder.new" "$mirror" >"$log" 2>&1; then
  tail -n 5 "$log" >&2
  rm -rf --one-file-system "$folder.new"
  exit 1
fi
rm -rf "$folder.new/var/cache/apt/archives" "$log"
mv "$folder.new" "$folder"
