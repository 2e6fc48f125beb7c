#!/usr/bin/env python3
"""Times other ways to the same pages, a process a document, in one sitting with our own.

    cargo bench --bench mains -- /tmp/mains          # the worked briefs as Typst and Markdown
    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install typst weasyprint markdown
    apt-get install pandoc texlive-xetex texlive-latex-recommended texlive-fonts-recommended lmodern
    python3 benches/peers.py target/release/boardbrief /tmp/mains /tmp/venv

The Typst wheel cannot switch on the marks for accessible tables, so they are taken out for it: it
does a little less than we do."""

import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM, MAINS, VENV = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
TYPST = (
    "import sys, typst; d, f = sys.argv[1:]; typst.compile(d + '/main.typ', output=d + '/typst.pdf',"
    " root=d, font_paths=[f], ignore_system_fonts=True, pdf_standards=['a-3a', 'ua-1'])"
)
PLAIN = (
    "#let header-cell(scope: none, body) = body\n"
    "#let table-summary(summary: none, body) = body\n"
)


def without_marks(folder):
    """Takes the marks out that the wheel does not know."""
    file = folder / "tables.typ"
    text = file.read_text()
    if "pdf.header-cell(" in text:
        text = text.replace("pdf.header-cell(", "header-cell(")
        file.write_text(PLAIN + text.replace("pdf.table-summary(", "table-summary("))


def commands(folder):
    """Every way to one document, by name."""
    brief = folder / "brief.md"
    yield "Typst (PyPI wheel)", [VENV / "bin/python", "-c", TYPST, folder, ROOT / "fonts"]
    yield "pandoc with xelatex", ["pandoc", brief, "-o", folder / "p.pdf", "--pdf-engine=xelatex"]
    html = folder / "brief.html"
    subprocess.run(
        [VENV / "bin/python", "-m", "markdown", "-x", "tables", brief, "-f", html], check=True
    )
    yield "WeasyPrint", [VENV / "bin/weasyprint", html, folder / "w.pdf"]
    decision = ROOT / "reports" / folder.name / "decision.json"
    out = ["--out", folder / "own", "--format", "pdf"]
    yield "boardbrief render", [PROGRAM, "render", decision, *out]


def timed(command):
    """Wall and processor seconds of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def main():
    """Times all ways on all documents."""
    sums = {}
    folders = sorted(path for path in MAINS.iterdir() if path.is_dir())
    for folder in folders:
        without_marks(folder)
        for name, command in commands(folder):
            wall, processor = timed(command)
            before = sums.get(name, (0.0, 0.0))
            sums[name] = (before[0] + wall, before[1] + processor)
    for name, (wall, processor) in sums.items():
        count = len(folders)
        print(
            f"{name}: {count / wall:.2f} documents/s by the clock, "
            f"{processor / count * 1000:.0f} ms processor each"
        )


main()
