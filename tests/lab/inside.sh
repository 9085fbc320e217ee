#!/usr/bin/env bash
# The lab itself, inside the namespaces that run.sh has made: starts the servers, then tries the runtimes of each suite.
# Usage: inside.sh compare|record CACHE WORK REGISTRY SUITE...
set -euo pipefail
what=$1 cache=$2 work=$3 servers_suite=$4
shift 4
here=$(cd "$(dirname "$0")" && pwd)
resolver=10.96.0.10
# The grpc and yaml modules are those of Debian's own Python.
python=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1
# A proxy of this machine is not one of the lab.
unset http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY all_proxy ALL_PROXY

# Gone with the namespace, however this ends. The folder on the disk holds nothing but this mount.
mount -t tmpfs -o size=1G lab "$work"
mkdir "$work"/{certificates,images,registry,logs,roots}

# One line for each: kind address port login plain name…
servers=$("$python" "$here/faults.py" servers)

# --- the network, its names, and the certificates ---

ip link set lo up
for address in "$resolver" $(cut -d' ' -f2 <<<"$servers" | sort -u); do
  ip address add "$address/32" dev lo
done
{
  echo "127.0.0.1 localhost"
  while read -r _ address _ _ _ names; do echo "$address $names"; done <<<"$servers" | sort -u
} >"$work/hosts"
echo "nameserver $resolver" >"$work/resolv.conf"
mapfile -t names < <(cut -d' ' -f6- <<<"$servers" | tr ' ' '\n' | sort -u)
"$here/certificates.sh" "$work/certificates" "${names[@]}"

# --- a node ---

# A Debian that can be written to without changing the one in the cache. Its names and its CA are those of the lab.
node() { # SUITE
  local root=$work/roots/$1
  mkdir -p "$root" "$work/layers/$1"/{upper,scratch}
  mount -t overlay -o "lowerdir=$cache/$1,upperdir=$work/layers/$1/upper,workdir=$work/layers/$1/scratch" node "$root"
  mount -t proc proc "$root/proc"
  mount -t sysfs -o ro sysfs "$root/sys"
  # Not the machine's /dev: podman leaves a file for its locks in /dev/shm.
  mount -t tmpfs dev "$root/dev"
  mkdir "$root/dev/shm"
  for device in null zero full random urandom; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  mkdir -p "$root/etc/ssl/certs" "$root/etc/containers" "$root/lab"
  cp "$work/hosts" "$work/resolv.conf" "$root/etc/"
  cp "$work/certificates/ca.crt" "$root/etc/ssl/certs/ca-certificates.crt"
  mount --bind "$work" "$root/lab"
}

# Where a runtime keeps its images: a disk of its own, too small for the image of `disk-full`.
disk() { # FOLDER
  mkdir -p "$1"
  mount -t tmpfs -o size=32M disk "$1"
}

# --- the servers ---

start() { # NAME COMMAND...
  local name=$1
  shift
  "$@" >"$work/logs/$name" 2>&1 &
}

until_it_listens() { # ADDRESS PORT
  for _ in $(seq 100); do
    (: <"/dev/tcp/$1/$2") 2>/dev/null && return
    sleep 0.1
  done
  echo "Nobody listens at $1:$2; the last lines of the logs:" >&2
  tail -n 5 "$work"/logs/* >&2
  return 1
}

# All registries look into one folder, so that an image is pushed once and to the one that asks for nothing.
registry() { # ADDRESS PORT LOGIN PLAIN
  local config=/lab/registry/$1-$2.yml
  {
    printf 'version: 0.1\nlog: {level: warn}\nstorage: {filesystem: {rootdirectory: /lab/registry}}\n'
    printf 'http:\n  addr: %s:%s\n' "$1" "$2"
    [ "$4" = true ] || printf '  tls: {certificate: /lab/certificates/good.crt, key: /lab/certificates/good.key}\n'
    [ "$3" = false ] || printf 'auth: {htpasswd: {realm: registry, path: /lab/htpasswd}}\n'
  } >"$work${config#/lab}"
  start "registry-$1-$2" chroot "$tools" docker-registry serve "$config"
}

# The registry and skopeo are the same for all runtimes, so that only the runtimes differ.
tools=$work/roots/$servers_suite
node "$servers_suite"
# Nobody logs in: the password of this hash (bcrypt, which the registry insists on) was thrown away.
# shellcheck disable=SC2016 # the dollars are part of it
echo 'ci:$2b$04$WWBGRwATEvPdxk68fVUuseGr956xWmek3Mn/hzoihmjfbsbl2i1ly' >"$work/htpasswd"
"$python" "$here/images.py" "$work/images"
start nameserver "$python" "$here/nameserver.py" "$resolver"
start front "$python" "$here/front.py" "$work/images" "$work/certificates"
while read -r kind address port login plain _; do
  [ "$kind" != registry ] || registry "$address" "$port" "$login" "$plain"
done <<<"$servers"
while read -r kind address port _; do
  [ "$kind" = nobody ] || until_it_listens "$address" "$port"
done <<<"$servers"

# --- the images ---

plain=$(while read -r kind address port _ is_plain name; do
  [ "$is_plain" != true ] || echo "$name:$port"
done <<<"$servers")
"$python" "$here/faults.py" images | while read -r id image; do
  chroot "$tools" skopeo copy --all --quiet --dest-tls-verify=false \
    "oci:/lab/images/$id" "docker://$plain/$image" </dev/null
done

# --- the runtimes ---

version_of() { grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n1; }

status=0
for suite in "$@"; do
  root=$work/roots/$suite
  mountpoint -q "$root" || node "$suite"

  disk "$root/var/lib/containerd"
  start "containerd-$suite" chroot "$root" containerd
  daemon=$!
  version=$(chroot "$root" containerd --version | version_of)
  "$python" "$here/record.py" "$what" "$here/recorded" containerd "$version" "$root/run/containerd/containerd.sock" || status=1
  kill "$daemon"
  wait "$daemon" || :

  # `nginx` is an image of Docker Hub, as on most nodes with CRI-O. A second try would say the same as the first.
  disk "$root/var/lib/containers"
  echo 'unqualified-search-registries = ["docker.io"]' >"$root/etc/containers/registries.conf"
  printf '[engine]\nretry = 0\n' >"$root/etc/containers/containers.conf"
  version=$(chroot "$root" podman --version | version_of)
  "$python" "$here/record.py" "$what" "$here/recorded" podman "$version" "$root" || status=1
done
exit $status
