"""Start-up: the wall clock, processor time of whole processes that do nothing, or print one line."""

import shutil
import subprocess
import sys

from . import processes
from .figures import median, number, table
from .servers import build

LIMIT = 30


def empty_swift(run):
    """An empty Swift program, linked as Schooner is: with the standard library inside, or as a shared library."""
    compiler = shutil.which("swiftc")
    if not compiler:
        run.remark("empty Swift program: no swiftc")
        return None
    static = []
    if sys.platform == "linux":
        shared = subprocess.run(["ldd", run.schooner], capture_output=True, text=True).stdout
        static = [] if "libswiftCore" in shared else ["-static-stdlib"]
    file, program = run.tools / "empty.swift", run.tools / "empty-swift"
    file.write_text("")
    # The same modules, so that the same libraries are loaded.
    if not static:
        file.write_text("import Synchronization\nimport _Concurrency\n")
    try:
        build([compiler, "-O", *static, "-o", str(program), str(file)])
    except (RuntimeError, OSError, subprocess.TimeoutExpired) as problem:
        run.remark(f"empty Swift program: {problem}")
        return None
    return str(program)


def commands(run):
    """name, title, the command for nothing, the command for hello (None where there is none)."""
    def file(name, text):
        path = run.tools / name
        path.write_text(text)
        return str(path)

    nothing, hello = file("nothing.scm", ""), file("hello.scm", '(display "hello")\n(newline)\n')
    found = [("schooner", "Schooner, `-e 1`", [run.schooner, "-e", "1"], [run.schooner, hello])]
    swift = empty_swift(run)
    if swift:
        found.append(("swift", "an empty Swift program, linked alike", [swift], None))
    for system in run.systems.values():
        path = system.paths[0]
        title = system.title
        if system.name == "mit-scheme":
            quiet = [path, "--quiet", "--no-init-file"]
            found.append((system.name, title, quiet + ["--eval", "(exit)"],
                          quiet + ["--load", hello, "--eval", "(exit)"]))
        elif system.name == "guile":
            found.append((system.name, title, [path, "--no-auto-compile", nothing], [path, "--no-auto-compile", hello]))
        elif system.name == "chez":
            found.append((system.name, title, [path, "--script", nothing], [path, "--script", hello]))
        elif system.name == "racket":
            found.append((system.name, title + ", racket/base", [path, "-l", "racket/base"],
                          [path, "-l", "racket/base", "-e", '(displayln "hello")']))
        elif system.name == "gambit":
            found.append((system.name, title + " gsi", [path, nothing], [path, hello]))
        elif system.name == "chicken":
            csi = system.paths[1]
            found.append((system.name, title + " csi", [csi, "-s", nothing], [csi, "-s", hello]))
        elif system.name == "node":
            found.append((system.name, title, [path, file("nothing.js", "")],
                          [path, file("hello.js", "console.log('hello')\n")]))
        elif system.name == "go":
            programs = []
            for name, text in (("nothing", "package main\nfunc main() {}\n"),
                               ("hello", 'package main\nimport "fmt"\nfunc main() { fmt.Println("hello") }\n')):
                program = str(run.tools / f"go-{name}")
                build([path, "build", "-o", program, file(f"{name}.go", text)], None,
                      {"GOCACHE": str(run.tools / "go-cache"), "GO111MODULE": "off", "GOFLAGS": ""})
                programs.append([program])
            found.append((system.name, title + ", compiled", *programs))
        elif system.name in ("lua", "luajit"):
            found.append((system.name, title, [path, file("nothing.lua", "")], [path, file("hello.lua", "print('hello')\n")]))
        elif system.name == "python":
            found.append((system.name, title, [path, file("nothing.py", "")], [path, file("hello.py", "print('hello')\n")]))
    return found


class StartUp:
    """The start-up section: `runs[name, what]` has a run a turn."""

    def __init__(self, run):
        self.run = run
        self.runs = {}
        self.commands = []

    def perform(self):
        run = self.run
        self.commands = commands(run)
        turns = 3 if run.quick else 10 * run.rounds
        broken = set()
        run.tell(f"start-up, {turns} turns")
        for turn in range(-1, turns):
            for name, _, nothing, hello in self.commands:
                for what, command in (("nothing", nothing), ("hello", hello)):
                    if command is None or (name, what) in broken or (name != "schooner" and run.late()):
                        continue
                    done = processes.run_to_end(command, LIMIT)
                    problem = done.problem
                    if not problem and what == "hello" and done.output.split() != ["hello"]:
                        problem = f"printed {done.output[:40]!r}"
                    if problem:
                        broken.add((name, what))
                        (run.fail if name == "schooner" else run.remark)(f"{name}, start-up, {what}: {problem}")
                    elif turn >= 0:
                        # The first turn brings the files into memory.
                        self.runs.setdefault((name, what), []).append(done)

    def milliseconds(self, name, what, measure="seconds"):
        value = median([getattr(run, measure) for run in self.runs.get((name, what), [])])
        return value and value * 1000

    def beyond_swift(self):
        """Milliseconds of `schooner -e 1` beyond the empty Swift program, or None."""
        own, swift = self.milliseconds("schooner", "nothing"), self.milliseconds("swift", "nothing")
        return own - swift if own and swift else None

    def report(self):
        rows = []
        for name, title, _, _ in self.commands:
            rows.append([title] + [number(self.milliseconds(name, what, measure), 1)
                                   for what in ("nothing", "hello") for measure in ("seconds", "cpu")])
        turns = max((len(runs) for runs in self.runs.values()), default=0)
        return (f"Whole processes, medians of {turns} turns, milliseconds.\n\n"
                + table(["system", "nothing, wall clock", "nothing, CPU", "hello, wall clock", "hello, CPU"], rows))
