#!/usr/bin/env python3
"""Measures the quarter's run: briefs a second on one and two threads, memory, cold start, reruns.

    cargo build --release
    python3 benches/batch.py target/release/boardbrief throughput memory start rerun poison kill disk

Prints wall time and processor time of the program. Where other work shares the machine, processor
time is the one to compare. `disk` mounts a small file system and needs root."""

import hashlib
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
WORK = pathlib.Path(os.environ.get("BENCH_DIR", tempfile.gettempdir())) / "boardbrief-bench"


def decisions(count):
    """A folder of so many decisions."""
    folder = WORK / f"decisions-{count}"
    if not folder.exists():
        script = ROOT / "benches" / "decisions.py"
        subprocess.run([sys.executable, script, str(count), folder], check=True)
    return folder


def run(*arguments, expect=0):
    """Wall seconds, processor seconds and largest memory in MiB of a run, and what it said."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    said = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    assert code == expect, f"{arguments} ended with {code}"
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def fresh(name):
    """A folder that is not there yet."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def tree(folder):
    """The hash of every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digest = lambda path: hashlib.sha256(path.read_bytes()).hexdigest()
    return {str(path.relative_to(folder)): digest(path) for path in files}


def together(*commands):
    """Wall seconds of several runs side by side."""
    start = time.perf_counter()
    running = [
        subprocess.Popen(
            [PROGRAM, *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    assert all(process.wait() == 0 for process in running)
    return time.perf_counter() - start


def spin(count):
    """Wall seconds of so many processes that only count, side by side."""
    start = time.perf_counter()
    loop = [sys.executable, "-c", "n = 0\nfor i in range(12_000_000): n += i"]
    for process in [subprocess.Popen(loop) for _ in range(count)]:
        process.wait()
    return time.perf_counter() - start


def spread(values):
    """The median and the quartiles of values, in words."""
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.2f} (quartiles {low:.2f} to {high:.2f})"


def throughput():
    """Briefs a second, as Markdown and PDF, on one and on two threads in turn; and what two cores
    of this machine can do at all: two runs of one thread side by side, and two empty loops."""
    count, rounds = 170, int(os.environ.get("ROUNDS", "6"))
    source = decisions(count)
    one, two, both, loops = [], [], [], []

    def command(name, jobs):
        return ["batch", source, "--out", fresh(name), "--jobs", jobs]

    for _ in range(rounds):
        one.append(together(command("out-1", 1)))
        two.append(together(command("out-2", 2)))
        both.append(together(command("out-1", 1), command("out-3", 1)))
        loops.append(2 * spin(1) / spin(2))
    assert tree(WORK / "out-1") == tree(WORK / "out-2")
    print(f"briefs a second, one thread: {spread([count / wall for wall in one])}")
    print(f"briefs a second, two threads: {spread([count / wall for wall in two])}")
    print(f"two threads against one: {spread([a / b for a, b in zip(one, two)])}")
    ceiling = [2 * a / b for a, b in zip(one, both)]
    print(f"two runs of one thread side by side, against one: {spread(ceiling)}")
    print(f"two empty loops side by side, against one: {spread(loops)}")
    for jobs in (1, 2):
        _, processor, memory, _ = run("batch", source, "--out", fresh("out"), "--jobs", jobs)
        print(f"{jobs} thread(s): {processor / count * 1000:.1f} ms processor each, {memory:.0f} MiB")


def memory():
    """The largest memory of a run of 5,000, portfolio included."""
    wall, processor, most, _ = run("batch", decisions(5000), "--out", fresh("out-5000"), "--jobs", 2)
    print(f"memory, 5,000 decisions: {most:.0f} MiB, {wall:.0f} s, {processor:.0f} s processor")
    (WORK / "out-5000" / "portfolio.pdf").unlink()
    wall, processor, most, said = run("batch", decisions(5000), "--out", WORK / "out-5000")
    assert said.startswith("Rendered: 0 decisions\n"), said[:200]
    print(f"portfolio of 5,000 alone: {wall:.2f} s, {processor:.2f} s processor, {most:.0f} MiB")


def start():
    """Cold start: the least that can be asked for, and one brief."""
    portal = ROOT / "reports" / "developer-portal" / "decision.json"
    for name, arguments in (
        ("--version", ["--version"]),
        ("check", ["check", portal]),
        ("evaluate", ["evaluate", portal, "--json"]),
        ("render, one brief", ["render", portal, "--out", WORK / "one"]),
    ):
        times = [run(*arguments)[:2] for _ in range(15)]
        wall = statistics.median(wall for wall, _ in times) * 1000
        processor = statistics.median(processor for _, processor in times) * 1000
        print(f"start, {name}: {wall:.0f} ms, {processor:.0f} ms processor")


def rerun():
    """A rerun over 10,000 with nothing changed, then with one changed."""
    source, out = decisions(10000), WORK / "out-10000"
    run("batch", source, "--out", out)
    wall, processor, most, said = run("batch", source, "--out", out)
    assert said.startswith("Rendered: 0 decisions\nUnchanged: 10,000 decisions\n"), said
    print(f"rerun, 10,000 unchanged: {wall:.2f} s, {processor:.2f} s processor, {most:.0f} MiB")
    wall, processor, _, _ = run("batch", source, "--out", out, "--jobs", 1)
    print(f"the same on one thread: {wall:.2f} s, {processor:.2f} s processor")
    papers = sorted(out.glob("*.pdf"))
    for paper in papers:
        os.utime(paper)
    wall, processor, _, said = run("batch", source, "--out", out)
    assert said.startswith("Rendered: 0 decisions\n"), said[:200]
    print(f"rerun, every PDF touched and so read: {wall:.2f} s, {processor:.2f} s processor")
    paper = papers[777]
    was = paper.read_bytes()
    paper.write_bytes(bytes(len(was)))
    wall, processor, _, said = run("batch", source, "--out", out)
    assert said.startswith("Rendered: 1 decision\n  a file of it was missing or had been"), said[:200]
    assert paper.read_bytes() == was
    print(f"rerun, one PDF overwritten with as many bytes: {wall:.2f} s")
    one = sorted(source.glob("*.json"))[1234]
    before = one.read_text()
    decision = json.loads(before)
    decision["title"] += " again"
    one.write_text(json.dumps(decision))
    wall, processor, _, said = run("batch", source, "--out", out)
    assert said.startswith("Rendered: 1 decision\n  its content changed: "), said[:200]
    print(f"rerun, one of 10,000 changed: {wall:.2f} s, {processor:.2f} s processor")
    one.write_text(before)


def poison():
    """One decision among 1,000 is refused: 999 are done."""
    source = fresh("poisoned")
    shutil.copytree(decisions(1000), source)
    victim = sorted(source.glob("*.json"))[500]
    victim.write_text(victim.read_text().replace('"title": "', '"title": "\\u202e', 1))
    out = fresh("out-poisoned")
    wall, _, _, said = run("batch", source, "--out", out, expect=1)
    done = len(list(out.glob("*.pdf"))) - 1
    print(f"poison: {done} of 1,000 done in {wall:.0f} s; {said.splitlines()[1].strip()[:90]}")
    assert done == 999


def kill():
    """Killed with signal 9 at 20 random moments: what is there is whole, and a rerun ends alike."""
    source, whole = decisions(120), fresh("out-whole")
    wall, *_ = run("batch", source, "--out", whole)
    expected = tree(whole)
    moments, torn, differ = random.Random(9), 0, 0
    for _ in range(20):
        out = fresh("out-killed")
        process = subprocess.Popen(
            [PROGRAM, "batch", source, "--out", out],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.02, wall))
        process.kill()
        process.wait()
        found = {} if not out.exists() else tree(out)
        kept = {name: h for name, h in found.items() if not name.startswith(".boardbrief")}
        torn += sum(expected.get(name) != h for name, h in kept.items())
        run("batch", source, "--out", out)
        differ += tree(out) != expected
    print(f"kill: 20 moments, {torn} torn files, {differ} reruns that ended differently")
    assert torn == differ == 0


def disk():
    """A disk that fills up, and one that may not be written: status 3, nothing torn, and a rerun
    with room ends as any other."""
    source, whole, small = decisions(120), fresh("out-whole"), WORK / "small"
    run("batch", source, "--out", whole)
    expected = tree(whole)
    small.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small], check=True)
    try:
        run("batch", source, "--out", small / "out", expect=3)
        found = tree(small / "out")
        kept = {name: h for name, h in found.items() if not name.startswith(".boardbrief")}
        torn = sum(expected.get(name) != h for name, h in kept.items())
        assert torn == 0 and "manifest.json" not in kept
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        run("batch", source, "--out", small / "out", expect=3)
        subprocess.run(["mount", "-o", "remount,rw,size=100m", small], check=True)
        run("batch", source, "--out", small / "out")
        assert tree(small / "out") == expected
        print(f"disk full and read-only: status 3, {len(kept)} whole files, a rerun ends alike")
    finally:
        subprocess.run(["umount", small], check=True)


for name in sys.argv[2:]:
    globals()[name]()
