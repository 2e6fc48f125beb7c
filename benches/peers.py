#!/usr/bin/env python3
"""Times other ways to the same pages, a process a document, in one sitting with our own.

    cargo bench --bench mains -- /tmp/mains          # the worked briefs as Typst and Markdown
    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install typst weasyprint markdown
    cargo install typst-cli --locked --root /tmp/typst
    apt-get install pandoc texlive-xetex texlive-latex-recommended texlive-fonts-recommended lmodern
    python3 benches/peers.py target/release/boardbrief /tmp/mains /tmp/venv [/tmp/typst/bin/typst]

The quick ways take turns for several rounds, the slow ones have one; the median round is told. Every
Typst gets the style without the marks for accessible tables, which the wheel cannot switch on: they
do a little less than we do."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM, MAINS, VENV = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
WORDS = [word for word in sys.argv[4:] if word != "--quick"]
CLI = pathlib.Path(WORDS[0]).resolve() if WORDS else None
ROUNDS = int(os.environ.get("ROUNDS", "7"))
TYPST = (
    "import sys, typst; d, f = sys.argv[1:]; typst.compile(d + '/main.typ', output=d + '/typst.pdf',"
    " root=d, font_paths=[f], ignore_system_fonts=True, pdf_standards=['a-3a', 'ua-1'])"
)
PLAIN = (
    "#let header-cell(scope: none, body) = body\n"
    "#let table-summary(summary: none, body) = body\n"
)
FOLDERS = sorted(path for path in MAINS.iterdir() if (path / "main.typ").exists())
DECISIONS = [ROOT / "reports" / folder.name / "decision.json" for folder in FOLDERS]


def without_marks(folder):
    """Takes the marks out that the wheel does not know."""
    file = folder / "tables.typ"
    text = file.read_text()
    if "pdf.header-cell(" in text:
        text = text.replace("pdf.header-cell(", "header-cell(")
        file.write_text(PLAIN + text.replace("pdf.table-summary(", "table-summary("))


def wheel(folder):
    """The Typst of the PyPI wheel."""
    return [VENV / "bin/python", "-c", TYPST, folder, ROOT / "fonts"]


def cli(folder):
    """The Typst of the command line."""
    fonts = ["--font-path", ROOT / "fonts", "--ignore-system-fonts"]
    standards = ["--pdf-standard", "a-3a,ua-1", "--root", folder]
    return [CLI, "compile", *fonts, *standards, folder / "main.typ", folder / "cli.pdf"]


def pandoc(folder):
    """pandoc with xelatex, from our Markdown."""
    return ["pandoc", folder / "brief.md", "-o", folder / "p.pdf", "--pdf-engine=xelatex"]


def weasyprint(folder):
    """WeasyPrint, from our Markdown as HTML."""
    html = folder / "brief.html"
    if not html.exists():
        markdown = [VENV / "bin/python", "-m", "markdown", "-x", "tables", folder / "brief.md"]
        subprocess.run([*markdown, "-f", html], check=True)
    return [VENV / "bin/weasyprint", html, folder / "w.pdf"]


def render(folder):
    """Ours, a process a document."""
    decision = ROOT / "reports" / folder.name / "decision.json"
    return [PROGRAM, "render", decision, "--out", folder / "own", "--format", "pdf"]


def timed(command):
    """Wall and processor seconds of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def each(command):
    """Wall and processor seconds of a process a document, for all documents."""
    times = [timed(line) for line in map(command, FOLDERS)]
    return sum(wall for wall, _ in times), sum(processor for _, processor in times)


def batch(jobs, sources, *more):
    """Wall and processor seconds of one run over all documents."""
    out = MAINS / f"batch-{jobs}"
    shutil.rmtree(out, ignore_errors=True)
    return timed([PROGRAM, "batch", *sources, "--out", out, "--jobs", jobs, *more])


def tell(name, count, rounds):
    """One line of the result."""
    rates = [count / wall for wall, _ in rounds]
    processor = statistics.median(processor for _, processor in rounds) / count * 1000
    spread = ""
    if len(rounds) > 3:
        low, _, high = statistics.quantiles(rates, n=4)
        spread = f" (quartiles {low:.1f} to {high:.1f})"
    rate = statistics.median(rates)
    print(f"{name}: {rate:.2f} documents/s{spread}, {processor:.0f} ms processor each")


def main():
    """Times all ways on all documents."""
    for folder in FOLDERS:
        without_marks(folder)
    many = MAINS / "many"
    if not many.exists():
        script = ROOT / "benches" / "decisions.py"
        subprocess.run([sys.executable, script, str(60 * len(FOLDERS)), many], check=True)
    own, pdf = len(FOLDERS), ["--format", "pdf"]
    quick = {
        "Typst (PyPI wheel), a process a document": (own, lambda: each(wheel)),
        "boardbrief render, a process a document": (own, lambda: each(render)),
        "boardbrief batch, the same, one thread": (own, lambda: batch(1, DECISIONS, *pdf)),
        "boardbrief batch, the same, two threads": (own, lambda: batch(2, DECISIONS, *pdf)),
        "boardbrief batch, sixty of each, two threads": (
            60 * own,
            lambda: batch(2, [many], *pdf),
        ),
        "the same with Markdown": (60 * own, lambda: batch(2, [many])),
    }
    if CLI:
        quick["typst-cli, a process a document"] = (own, lambda: each(cli))
    rounds = {name: [] for name in quick}
    for _ in range(ROUNDS):
        for name, (_, way) in quick.items():
            rounds[name].append(way())
    for name, (count, _) in quick.items():
        tell(name, count, rounds[name])
    if "--quick" not in sys.argv:
        tell("pandoc with xelatex, a process a document", own, [each(pandoc)])
        tell("WeasyPrint, a process a document", own, [each(weasyprint)])


main()
