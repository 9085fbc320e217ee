"""Pulls the image of each fault, and compares what is said with what is recorded, or records it.

Usage: record.py compare|record FOLDER containerd VERSION SOCKET
       record.py compare|record FOLDER podman VERSION ROOT
"""

import datetime
import difflib
import re
import sys
from pathlib import Path

import yaml

from faults import load

# What cannot be made the same at each run is written as if it had been this.
PLACEHOLDERS = [
    # Go's text of an expired certificate has the present time in it.
    (r"current time \S+ is after", "current time 2026-06-01T08:00:00Z is after"),
    # The library of podman and CRI-O writes a blob into a folder with a random number, and measures how long it waits.
    (r"(/var/tmp/[a-z_]+)\d+/", r"\g<1>1234567890/"),
    (r"(@ ?)\d+\.\d+ ms", r"\g<1>1000.000 ms"),
]


def settled(text):
    for pattern, instead in PLACEHOLDERS:
        text = re.sub(pattern, instead, text)
    return text


def runtime_of(program, where):
    if program == "podman":
        from podman import Podman

        return Podman(where)
    from cri import Runtime

    runtime = Runtime(where)
    runtime.wait(20)
    return runtime


def pull_all(runtime, faults):
    for fault in faults:
        result = runtime.pull(fault["image"], fault.get("login"))
        yield {"fault": fault["id"], "image": fault["image"]} | {key: settled(text) for key, text in result.items()}


class Dumper(yaml.SafeDumper):
    """One line for each text, so that a difference is one line too."""


Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar(
    "tag:yaml.org,2002:str", text, style='"' if "\n" in text else None))


def as_yaml(value):
    return yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))


def record(file, program, version, messages):
    head = as_yaml({"program": program, "version": version, "recorded": datetime.date.today()})
    note = "# Written by `make lab LAB=record`; README.md says what stands here.\n"
    file.write_text(note + head + as_yaml({"messages": messages}))
    print(f"{program} {version}: recorded {len(messages)} messages")


def compare(file, program, version, messages):
    if not file.exists():
        print(f"{program} {version}: nothing is recorded for this version. Record it with: make lab LAB=record")
        return False
    recorded = yaml.safe_load(file.read_text())["messages"]
    difference = list(difflib.unified_diff(
        as_yaml(recorded).splitlines(), as_yaml(messages).splitlines(), "recorded", "said now", lineterm="", n=2))
    state = "differs from what is recorded" if difference else f"{len(messages)} messages as recorded"
    print(f"{program} {version}: {state}", *difference, sep="\n")
    return not difference


def fault_of_the_lab(messages):
    """The lab proves nothing where the pull that should work does not, or where one that should fail works."""
    for message in messages:
        if ("returned" in message) != (message["fault"] == "pulled"):
            return f"the lab does not work, {message['fault']}: {message.get('said', 'the image was pulled')}"
    return None


def main(what, folder, program, version, where):
    messages = list(pull_all(runtime_of(program, where), load()["faults"]))
    if wrong := fault_of_the_lab(messages):
        sys.exit(f"{program} {version}: {wrong}")
    file = Path(folder) / f"{program}-{version}.yaml"
    if what == "record":
        record(file, program, version, messages)
    elif not compare(file, program, version, messages):
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
