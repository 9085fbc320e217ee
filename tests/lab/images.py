"""Makes the images of the lab without building anything: each is a folder in the OCI layout, the same bytes at each run.

Usage: images.py FOLDER    writes FOLDER/ID for each fault that `has` an image
"""

import hashlib
import io
import json
import random
import sys
import tarfile
from pathlib import Path

from faults import load

MEDIA = "application/vnd.oci.image."

# How many bytes of noise the layer holds, and for which platform the image is. `big` has to be bigger than the disk of
# the node in inside.sh; `medium` is big enough for a cut in the middle.
KINDS = {
    "small": (16, "amd64"),
    "medium": (256 * 1024, "amd64"),
    "big": (48 * 1024 * 1024, "amd64"),
    "other-platform": (16, "arm64"),
}


def layer_of(size):
    """A tar with one file, not compressed: compressors differ between versions, and noise stays as big as it is."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        entry = tarfile.TarInfo("data")
        entry.size = size
        tar.addfile(entry, io.BytesIO(random.Random(size).randbytes(size)))
    return out.getvalue()


def put(folder, media_type, data):
    """Puts bytes into the layout, and returns how others name them."""
    digest = hashlib.sha256(data).hexdigest()
    blobs = folder / "blobs" / "sha256"
    blobs.mkdir(parents=True, exist_ok=True)
    (blobs / digest).write_bytes(data)
    return {"mediaType": MEDIA + media_type, "digest": f"sha256:{digest}", "size": len(data)}


def put_json(folder, media_type, value):
    return put(folder, media_type, json.dumps(value).encode())


def make(folder, kind):
    size, architecture = KINDS[kind]
    data = layer_of(size)
    layer = put(folder, "layer.v1.tar", data)
    config = put_json(folder, "config.v1+json", {
        "architecture": architecture,
        "os": "linux",
        "created": "2026-01-01T00:00:00Z",
        "config": {},
        "rootfs": {"type": "layers", "diff_ids": [layer["digest"]]},
    })
    image = put_json(folder, "manifest.v1+json", {
        "schemaVersion": 2,
        "mediaType": MEDIA + "manifest.v1+json",
        "config": config,
        "layers": [layer],
    })
    # What a tag names in a registry of today is an index, also where there is one platform alone.
    image["platform"] = {"architecture": architecture, "os": "linux"}
    named = put_json(folder, "index.v1+json", {
        "schemaVersion": 2,
        "mediaType": MEDIA + "index.v1+json",
        "manifests": [image],
    })
    (folder / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [named]}))
    (folder / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}')


def main(out):
    for fault in load()["faults"]:
        if "has" in fault:
            make(Path(out) / fault["id"], fault["has"])


if __name__ == "__main__":
    main(*sys.argv[1:])
