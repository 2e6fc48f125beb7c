#!/usr/bin/env python3
"""Holds the crates that are built against a pinned copy of the RustSec advisory list, offline.

    tools/dependencies/advisories.py                  check Cargo.lock and fuzz/Cargo.lock
    tools/dependencies/advisories.py --lock FILE      check another lock file (may be repeated)
    tools/dependencies/advisories.py --pin CLONE      renew the copy from a clone of the list

Exit status: 0 no crate is affected; 1 one is; 3 it could not be checked, and why is said. What has
been looked into and accepted stands in deny.toml, under [advisories], each with its reason. The copy,
advisories.tsv, holds facts alone: id, crate, kind, and the versions that are not affected. It says
which state of https://github.com/rustsec/advisory-db it was taken from.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COPY = HERE / "advisories.tsv"
CLEAN, FOUND, UNCHECKED = 0, 1, 3


class Unchecked(Exception):
    """Why nothing can be said."""


def toml():
    """The standard library's reader of TOML, which came with Python 3.11."""
    try:
        import tomllib
    except ImportError:
        raise Unchecked("python3 is older than 3.11")
    return tomllib


# Versions: numbers, then what comes before a release, as semver.org orders them.


def version(text):
    """A version as something that can be compared."""
    core, _, pre = text.strip().split("+")[0].partition("-")
    numbers = [int(part) for part in core.split(".")]
    numbers += [0] * (3 - len(numbers))
    parts = [(0, int(p), "") if p.isdigit() else (1, 0, p) for p in pre.split(".")] if pre else []
    return (tuple(numbers), 1 if not pre else 0, parts)


def bounds(comparator):
    """A comparator as (operator, version) pairs that must all hold."""
    match = re.fullmatch(r"\s*(>=|<=|>|<|=|\^|~)?\s*([0-9A-Za-z.+-]+)\s*", comparator)
    if not match:
        raise Unchecked(f"the range `{comparator}` of the copy cannot be read")
    operator, text = match.group(1) or "^", match.group(2)
    if operator not in "^~":
        return [(operator, version(text))]
    given = [int(part) for part in text.split("-")[0].split("+")[0].split(".")]
    if operator == "~":
        at = min(1, len(given) - 1)
    else:
        at = next((i for i, part in enumerate(given) if part), len(given) - 1)
    end = given[:at] + [given[at] + 1]
    return [(">=", version(text)), ("<", version(".".join(map(str, end)) + "-0"))]


def within(found, requirement):
    """Whether a version is in a range such as `>= 1.2, < 2`."""
    holds = {
        ">=": lambda a, b: a >= b,
        "<=": lambda a, b: a <= b,
        ">": lambda a, b: a > b,
        "<": lambda a, b: a < b,
        "=": lambda a, b: a == b,
    }
    every = [pair for part in requirement.split(",") for pair in bounds(part)]
    return all(holds[operator](version(found), limit) for operator, limit in every)


# The copy.


def pin(clone):
    """Writes the copy from a clone of the list, bare or not."""

    def git(*command):
        done = subprocess.run(["git", "-C", clone, *command], capture_output=True, check=True)
        return done.stdout.decode()

    commit, date = git("log", "-1", "--format=%H %cs").split()
    paths = [p for p in git("ls-tree", "-r", "--name-only", "HEAD", "crates/").splitlines() if p.endswith(".md")]
    rows = []
    for path in paths:
        front = git("show", f"HEAD:{path}").split("```toml")[1].split("```")[0]
        data = toml().loads(front)
        about, safe = data["advisory"], data["versions"]
        if "withdrawn" in about:
            continue
        ranges = safe.get("patched", []) + safe.get("unaffected", [])
        rows.append((about["package"], about["id"], about.get("informational", "vulnerability"), " | ".join(ranges)))
    with COPY.open("w") as out:
        out.write(
            "# The RustSec advisory list, facts alone: crate, id, kind, versions that are not affected.\n"
            f"# Source: https://github.com/rustsec/advisory-db at {commit} of {date} (CC0-1.0).\n"
            "# Renewed by advisories.py --pin CLONE; withdrawn advisories are left out.\n"
        )
        for row in sorted(rows):
            out.write("\t".join(row) + "\n")
    print(f"{len(rows)} advisories of {date}")


def pinned():
    """The advisories of the copy by crate, and the day it was taken."""
    try:
        lines = COPY.read_text().splitlines()
    except OSError as fault:
        raise Unchecked(f"the copy cannot be read: {fault}")
    source = re.search(r"at ([0-9a-f]{40}) of (\d{4}-\d\d-\d\d)", "\n".join(lines[:3]))
    if not source:
        raise Unchecked("the copy does not say what it was taken from")
    by_crate = {}
    for line in lines[3:]:
        crate, ident, kind, ranges = line.split("\t")
        by_crate.setdefault(crate, []).append((ident, kind, [r for r in ranges.split(" | ") if r]))
    if len(by_crate) < 500:
        raise Unchecked("the copy is cut short")
    return by_crate, source.group(2)


def locked(path):
    """The crates of a lock file that come from the registry, each with its version."""
    try:
        packages = toml().loads(path.read_text())["package"]
    except (OSError, KeyError, ValueError) as fault:
        raise Unchecked(f"{path} cannot be read: {fault}")
    return {(one["name"], one["version"]) for one in packages if "source" in one}


def accepted():
    """The advisories that deny.toml accepts."""
    try:
        ignored = toml().loads((ROOT / "deny.toml").read_text())["advisories"]["ignore"]
    except (OSError, KeyError, ValueError) as fault:
        raise Unchecked(f"deny.toml cannot be read: {fault}")
    return {one["id"] for one in ignored}


def check(locks):
    by_crate, date = pinned()
    known = accepted()
    crates = set().union(*(locked(path) for path in locks))
    affected = [
        (name, found, ident, kind)
        for name, found in sorted(crates)
        for ident, kind, safe in by_crate.get(name, [])
        if not any(within(found, one) for one in safe)
    ]
    worst = CLEAN
    for name, found, ident, kind in affected:
        told = "accepted" if ident in known else "error"
        worst = worst if ident in known else FOUND
        print(f"{told}: {name} {found}: {kind}, https://rustsec.org/advisories/{ident}")
    stale = known - {ident for _, _, ident, _ in affected}
    for ident in sorted(stale):
        print(f"note: deny.toml accepts {ident}, which affects nothing any more")
    told = "clean" if worst == CLEAN else "found"
    print(f"{told}: {len(crates)} crates against the list of {date}")
    return worst


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--lock", type=Path, action="append")
    arguments.add_argument("--pin", metavar="CLONE")
    given = arguments.parse_args()
    try:
        if given.pin:
            pin(given.pin)
            return CLEAN
        return check(given.lock or [ROOT / "Cargo.lock", ROOT / "fuzz/Cargo.lock"])
    except Unchecked as why:
        print(f"could not check: {why}", file=sys.stderr)
        return UNCHECKED


if __name__ == "__main__":
    sys.exit(main())
