#!/usr/bin/env python3
"""Measures what an author waits: from a saved decision to the brief on disk, with `boardbrief watch`.

    cargo build --release && benches/watch.py [target/release/boardbrief] [SAVES]

Each save changes the title of a copy of reports/developer-portal, alternately in place and by renaming,
as editors do; the clock runs from the end of the save until both Markdown and PDF are new. Prints
milliseconds: median, nine in ten, longest.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
program = sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/boardbrief"
saves = int(sys.argv[2]) if len(sys.argv) > 2 else 40


def stamp(path):
    """What tells one version of a file from the next, which always replaces it."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def wait(paths, before):
    deadline = time.monotonic() + 20
    while any(stamp(path) in (None, old) for path, old in zip(paths, before)):
        if time.monotonic() > deadline:
            sys.exit("the brief was not written within 20 seconds")
        time.sleep(0.0005)


with tempfile.TemporaryDirectory() as folder:
    decision = json.loads((ROOT / "reports/developer-portal/decision.json").read_text())
    file, out = Path(folder, "decision.json"), Path(folder, "out")
    written = [out / f"{decision['id']}.{ending}" for ending in ("md", "pdf")]

    def save(title, by_renaming):
        decision["title"] = title
        beside = Path(folder, "beside") if by_renaming else file
        beside.write_text(json.dumps(decision, indent=2))
        if by_renaming:
            beside.rename(file)

    save("First", False)
    watch = subprocess.Popen(
        [program, "watch", file, "--out", out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait(written, [None, None])
        taken = []
        for number in range(saves):
            time.sleep(0.2)
            before = [stamp(path) for path in written]
            save(f"Build or buy, draft {number}", number % 2 == 1)
            start = time.monotonic()
            wait(written, before)
            taken.append((time.monotonic() - start) * 1000)
    finally:
        watch.kill()
    taken.sort()
    tenth = taken[int(len(taken) * 0.9)]
    print(f"{saves} saves: median {statistics.median(taken):.0f} ms, nine in ten {tenth:.0f} ms, longest {taken[-1]:.0f} ms")
