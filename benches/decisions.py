#!/usr/bin/env python3
"""Writes N decisions to a folder, each different: the worked decisions of reports/ in turn, with
their amounts varied by a fixed rule. Usage: decisions.py N DIR [--ndjson]"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def varied(value, factor, key=""):
    """The same value with every amount of money multiplied."""
    if isinstance(value, dict):
        return {name: varied(part, factor, name) for name, part in value.items()}
    if isinstance(value, list):
        return [varied(part, factor, key) for part in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 1000:
        return round(value * factor)
    return value


def decisions(count):
    """Yields the decisions."""
    files = sorted((ROOT / "reports").glob("*/decision.json"))
    worked = [json.loads(file.read_text()) for file in files]
    for number in range(count):
        decision = varied(worked[number % len(worked)], 1 + (number % 97) / 100)
        decision["id"] = f"{decision['id']}-{number:05}"
        decision["title"] = f"{decision['title']} ({number})"
        yield decision


def main():
    """Writes them."""
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    if "--ndjson" in sys.argv:
        lines = [json.dumps(decision) for decision in decisions(count)]
        (folder / "decisions.ndjson").write_text("\n".join(lines) + "\n")
        return
    for decision in decisions(count):
        text = json.dumps(decision, indent=2, ensure_ascii=False)
        (folder / f"{decision['id']}.json").write_text(text + "\n")


main()
