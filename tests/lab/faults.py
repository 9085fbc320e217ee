"""Reads faults.yaml, for the other programs of the lab.

Usage: faults.py servers    one line for each server: kind address port login plain name…
       faults.py images     one line for each image that is made: id, and the reference without its host
"""

import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
DOCKER_HUB = "registry-1.docker.io"


def load():
    return yaml.safe_load((HERE / "faults.yaml").read_text())


def parts_of(image):
    """The host and the rest of a reference, as the runtimes take it apart."""
    host, _, rest = image.partition("/")
    if rest and ("." in host or ":" in host):
        return host, rest
    return DOCKER_HUB, image if "/" in image else f"library/{image}"


def server_of(image):
    """HOST:PORT"""
    host = parts_of(image)[0]
    return host if ":" in host else f"{host}:443"


def repository_of(image):
    """The path without the tag."""
    return parts_of(image)[1].rpartition(":")[0]


def main(what):
    if what == "servers":
        for server in load()["servers"]:
            flags = [str(server.get(flag, False)).lower() for flag in ("login", "plain")]
            print(server["kind"], server["address"], server["port"], *flags, *server["names"])
    elif what == "images":
        for fault in load()["faults"]:
            if "has" in fault:
                print(fault["id"], parts_of(fault["image"])[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
