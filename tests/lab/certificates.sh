#!/usr/bin/env bash
# Makes the certificates of the lab: good, unknown (of a CA that the node does not know) and expired, all of the same names.
# Usage: certificates.sh FOLDER NAME...    the node trusts FOLDER/ca.crt
set -euo pipefail
cd "$1"
shift

names=$(printf ',DNS:%s' "$@")
names=${names#,}
quietly() { "$@" 2>openssl.log || { cat openssl.log >&2; return 1; }; }

ca() { # FILE NAME
  quietly openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/O=Lab/CN=$2" -keyout "$1.key" -out "$1.crt"
}

request() { # FILE
  quietly openssl req -newkey rsa:2048 -nodes -subj "/CN=registry" -keyout "$1.key" -out "$1.csr"
}

sign() { # FILE CA
  request "$1"
  quietly openssl x509 -req -in "$1.csr" -CA "$2.crt" -CAkey "$2.key" -CAcreateserial -days 30 \
    -extfile <(echo "subjectAltName=$names") -out "$1.crt"
}

ca ca 'Lab CA'
ca other 'Corp CA'
sign good ca
sign unknown other

# Only `openssl ca` takes dates; the one of the end stands in the message, and so is always the same.
cat >ca.conf <<END
[ca]
default_ca = lab
[lab]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = $names
END
: >index.txt
request expired
quietly openssl ca -batch -notext -config ca.conf -cert ca.crt -keyfile ca.key -in expired.csr -out expired.crt \
  -startdate 20250301000000Z -enddate 20260301000000Z
