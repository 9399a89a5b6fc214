"""Pauses of the garbage collector in a server with much live data: what `Benchmarks/run-pauses` measures."""

import pathlib
import subprocess
import sys

SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "run-pauses"


class Pauses:
    """The pauses section: the table of the script, and its figures by system and column."""

    def __init__(self, run):
        self.run = run
        self.text = ""
        self.figures = {}

    def perform(self):
        run = self.run
        if not SCRIPT.exists():
            run.remark("pauses: there is no Benchmarks/run-pauses")
            return
        run.tell("pauses")
        done = subprocess.run(
            [sys.executable, str(SCRIPT), "--schooner", run.schooner] + (["--quick"] if run.quick else []),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300)
        self.text = done.stdout
        if done.returncode != 0:
            run.fail(f"pauses: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
        header = None
        for line in done.stdout.splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not line.startswith("|") or set(line) <= set("|- "):
                continue
            if header is None:
                header = cells
                continue
            # Two columns may have the same name: the first is the pause's, the second the latency's.
            figures = self.figures.setdefault(cells[0], {})
            for name, cell in zip(header, cells):
                figures.setdefault(name, cell)

    def longest(self, system):
        """Milliseconds of a system's longest pause, or None."""
        try:
            return float(self.figures[system]["longest pause"])
        except (KeyError, ValueError):
            return None

    def report(self):
        return self.text or "Not measured.\n"
