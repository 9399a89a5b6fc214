"""Threads beside each other: made and ended a second, hand-overs a second, memory of many that wait."""

import os
import pathlib
import select
import subprocess
import time

from . import processes
from .figures import median, number, table
from .servers import build

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "threads"
PARKED = 100000
# Seconds that one measurement may take.
LIMIT = 60


class Kind:
    """How one system runs its program of threads; how many it makes and hands over in a run, how many can be parked."""

    def __init__(self, name, title, command, create, switch, park=PARKED, environment=None):
        self.name = name
        self.title = title
        self.command = command
        self.create = create
        self.switch = switch
        self.park = park
        self.environment = environment or {}


def kinds(tools, schooner, systems, remark):
    found = [Kind("schooner", "Schooner", [schooner, str(FOLDER / "schooner.scm")], 200000, 1000000)]
    for system in systems.values():
        path = system.paths[0]
        try:
            if system.name == "mit-scheme":
                found.append(Kind(
                    system.name, system.title,
                    [path, "--quiet", "--no-init-file", "--load", str(FOLDER / "schooner.scm"), "--args"], 2000, 20000, 2000))
            elif system.name == "guile":
                found.append(Kind(
                    system.name, system.title + ", system threads", [path, str(FOLDER / "guile.scm")], 2000, 20000, 1000,
                    {"GUILE_AUTO_COMPILE": "1", "XDG_CACHE_HOME": str(tools / "cache")}))
            elif system.name == "racket":
                file = tools / "threads.rkt"
                file.write_text((FOLDER / "racket.rkt").read_text())
                build([system.paths[1], "make", str(file)])
                found.append(Kind(system.name, system.title, [path, str(file)], 20000, 100000))
            elif system.name == "gambit":
                program = str(tools / "gambit-threads")
                build([system.paths[1], "-exe", "-o", program, str(FOLDER / "gambit.scm")])
                found.append(Kind(system.name, system.title + ", gsc", [program], 100000, 500000))
            elif system.name == "go":
                program = str(tools / "go-threads")
                build([path, "build", "-o", program, "main.go"], FOLDER,
                      {"GOCACHE": str(tools / "go-cache"), "GO111MODULE": "off", "GOFLAGS": ""})
                found.append(Kind(system.name, system.title + ", goroutines", [program], 200000, 1000000))
            elif system.name == "python":
                found.append(Kind(system.name, system.title + ", asyncio tasks", [path, str(FOLDER / "tasks.py")],
                                  20000, 100000))
        except (RuntimeError, OSError, subprocess.TimeoutExpired) as problem:
            remark(f"{system.name}: no threads: {problem}")
    return found


def measure(kind, what, count):
    """Seconds between "started" and "done", and the bytes of resident memory at either."""
    process = subprocess.Popen(
        kind.command + [what, str(count)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, **kind.environment})
    try:
        text, deadline, marks = b"", time.monotonic() + LIMIT, []
        for word in (b"started\n", b"done\n"):
            while word not in text:
                ready, _, _ = select.select([process.stdout], [], [], max(deadline - time.monotonic(), 0))
                more = os.read(process.stdout.fileno(), 4096) if ready else b""
                if not more:
                    raise RuntimeError(f"{what} {count}: " + ("ended early" if ready else f"not done in {LIMIT} s"))
                text += more
            marks.append((time.perf_counter(), processes.resident_bytes(process.pid)))
        return marks[1][0] - marks[0][0], marks[0][1], marks[1][1]
    finally:
        processes.stop(process)


class Threads:
    """The threads section: `rates[kind][what]` has a figure a round."""

    def __init__(self, run):
        self.run = run
        self.kinds = []
        self.rates = {}
        self.memory = {}

    def failed(self, kind, problem):
        (self.run.fail if kind.name == "schooner" else self.run.remark)(f"{kind.name}, threads: {problem}")

    def perform(self):
        run = self.run
        self.kinds = kinds(run.tools, run.schooner, run.systems, run.remark)
        share = 20 if run.quick else 1
        broken = set()
        for turn in range(run.rounds):
            for what in ("create", "switch"):
                run.tell(f"threads, round {turn + 1}: {what}")
                for kind in self.kinds:
                    if (kind.name, what) in broken or (kind.name != "schooner" and run.late()):
                        continue
                    count = getattr(kind, what) // share
                    try:
                        seconds, _, _ = measure(kind, what, count)
                        self.rates.setdefault((kind.name, what), []).append(count / seconds)
                    except (RuntimeError, OSError) as problem:
                        broken.add((kind.name, what))
                        self.failed(kind, problem)
        for kind in self.kinds:
            if kind.name != "schooner" and run.late():
                continue
            count = kind.park // share
            run.tell(f"threads, parked: {kind.name}")
            try:
                # The first run of a system that compiles its program when it runs it has that in its memory.
                if kind.name == "guile":
                    measure(kind, "park", 1)
                _, before, after = measure(kind, "park", count)
                self.memory[kind.name] = count, before, after
            except (RuntimeError, OSError) as problem:
                self.failed(kind, problem)

    def report(self):
        rows = []
        for kind in self.kinds:
            count, before, after = self.memory.get(kind.name, (None, None, None))
            rows.append([
                kind.title,
                number(median(self.rates.get((kind.name, "create"), []))),
                number(median(self.rates.get((kind.name, "switch"), []))),
                number(count), number(after and after / 1e6), number(count and (after - before) / count / 1024)])
        return ("Made, run and waited for one after the other; handed over between two threads; and the resident "
                "memory of threads that all wait.\n\n"
                + table(["system", "made a second", "hand-overs a second", "parked", "MB", "KiB each"], rows)
                + "\nNode has no threads of this kind; Chicken's are an egg that Debian does not package; Lua's "
                  "coroutines have no scheduler.\n")
