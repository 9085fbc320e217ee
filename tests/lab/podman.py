"""Pulls an image with podman, and says how CRI-O, which pulls by the same library, would report the failure."""

import re
import subprocess

# Podman and the library tell of what they try in lines of a log; what comes of it stands after this word.
ERROR = re.compile(r"^Error: ", re.MULTILINE)

# What podman puts in front of the library's words. Its name of the image is the one that the library uses.
PODMAN_ALONE = re.compile(r"^Error: (?:unable to copy from source docker://\S+: )?")

# CRI-O since 1.28 marks this one failure, and no other of those here.
REFUSED = "connect: connection refused"


def as_crio_reports(said):
    words = PODMAN_ALONE.sub("", said, count=1)
    if REFUSED in words:
        words = f"RegistryUnavailable: {words}"
    return f"rpc error: code = Unknown desc = {words}"


class Podman:
    def __init__(self, root):
        self.root = root

    def pull(self, image, login):
        """What is recorded of a pull: the id that was returned, or what was said."""
        command = ["chroot", self.root, "podman", "pull", "--quiet", *(["--creds", login] if login else []), image]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        if done.returncode == 0:
            return {"returned": f"sha256:{done.stdout.strip()}"}
        *_, last = ERROR.finditer(done.stderr)
        said = done.stderr[last.start():].rstrip("\n")
        return {"said": said, "crio": as_crio_reports(said)}
