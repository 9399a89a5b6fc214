"""Language programs beside each other: the time from a program's first line to its last, every result checked."""

import concurrent.futures
import os
import subprocess
import threading
import time
import zlib

from . import dialects, processes, programs
from .figures import geometric_mean, median, number, spread, table

# Seconds after which a run counts as failed.
LIMIT = 120
# A cell that takes longer than these seconds is not repeated in further rounds.
LONG = 3.0
# What takes the compiler minutes is not tried.
UNFIT = {("chicken", "cps"): "csc -O3 does not end"}
# So many programs are compiled ahead of time in a smoke test.
QUICKLY_COMPILED = 2


def timed(command, environment):
    """Milliseconds between the two marks and what came between them; raises what went wrong."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, **environment})
    alarm = threading.Timer(LIMIT, process.kill)
    alarm.start()
    output, started, ended = b"", None, None
    try:
        while True:
            more = os.read(process.stdout.fileno(), 65536)
            now = time.perf_counter()
            if not more:
                break
            output += more
            if started is None and f"{dialects.STARTED}\n".encode() in output:
                started = now
            if ended is None and f"{dialects.ENDED}\n".encode() in output[-64:]:
                ended = now
        process.wait()
    finally:
        alarm.cancel()
        processes.stop(process)
    if ended is None or started is None:
        raise RuntimeError(f"ended with {process.returncode} before its last line")
    text = output.decode(errors="replace")
    text = text.split(dialects.STARTED + "\n", 1)[1].split(dialects.ENDED, 1)[0]
    return (ended - started) * 1000, "\n".join(line.rstrip() for line in text.strip().splitlines())


class Language:
    """The language section: `times[dialect, program]` has milliseconds a round."""

    def __init__(self, run):
        self.run = run
        self.times = {}
        self.names = run.programs or list(programs.SIZES)
        self.dialects = []
        self.broken = set()
        self.checksums = {}

    def failed(self, dialect, program, problem):
        self.broken.add((dialect.name, program))
        report = self.run.fail if dialect.name == "schooner" else self.run.remark
        report(f"{dialect.name}, {program}: {problem}")

    def check(self, dialect, program, text):
        """Whether the result is the one that is written down for the full size, or the one in the test's file."""
        if self.run.quick and (programs.CLASSICS / f"{program}.out").exists():
            right = (programs.CLASSICS / f"{program}.out").read_text()
            wanted = zlib.crc32("\n".join(line.rstrip() for line in right.strip().splitlines()).encode())
        else:
            wanted = programs.SIZES[program][2] if not self.run.quick else programs.QUICK.get(program)
        found = zlib.crc32(text.encode())
        self.checksums.setdefault(program, {}).setdefault(found, []).append(dialect.name)
        if found != wanted:
            raise RuntimeError(f"wrong result (checksum {found:#010x}): {text[:60]!r}")

    def perform(self):
        run = self.run
        unknown = [name for name in self.names if name not in programs.SIZES]
        if unknown:
            raise RuntimeError(f"no such program: {', '.join(unknown)} (there are {', '.join(programs.SIZES)})")
        self.dialects = dialects.dialects(run.tools, run.schooner, run.systems, run.remark)
        commands = {}

        def prepare(program, dialect):
            if dialect.name != "schooner" and run.late():
                self.broken.add((dialect.name, program))
                return
            try:
                imports, body = dialect.source(program, run.quick)
                commands[dialect.name, program] = dialect.prepare(program, imports, body)
            except (RuntimeError, OSError, subprocess.TimeoutExpired) as problem:
                self.failed(dialect, program, problem)

        run.tell(f"language: compiling {len(self.names)} programs")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for place, program in enumerate(self.names):
                for dialect in self.dialects:
                    # A smoke test has no time for all that compilers ahead of time take.
                    if (dialect.name, program) in UNFIT:
                        self.failed(dialect, program, UNFIT[dialect.name, program])
                    elif run.quick and dialect.compiles and place >= QUICKLY_COMPILED:
                        self.broken.add((dialect.name, program))
                    else:
                        pool.submit(prepare, program, dialect)
        for turn in range(-1, run.rounds):
            for program in self.names:
                if turn >= 0:
                    run.tell(f"language, round {turn + 1}: {program}")
                for dialect in self.dialects:
                    key = dialect.name, program
                    taken = self.times.setdefault(key, [])
                    if key in self.broken or (turn < 0 and not dialect.warm_up):
                        continue
                    if dialect.name != "schooner" and run.late():
                        continue
                    if key not in commands:
                        self.failed(dialect, program, "could not be prepared")
                        continue
                    if turn > 0 and taken and taken[0] > LONG * 1000:
                        continue
                    try:
                        milliseconds, text = timed(commands[key], dialect.environment)
                        self.check(dialect, program, text)
                        if turn >= 0:
                            taken.append(max(milliseconds, 0.01))
                    except (RuntimeError, OSError) as problem:
                        self.failed(dialect, program, problem)

    def time(self, dialect, program):
        return median(self.times.get((dialect, program), []))

    def ratios(self, other):
        """Schooner's time over another's, by program."""
        pairs = {name: (self.time("schooner", name), self.time(other, name)) for name in self.names}
        return {name: own / theirs for name, (own, theirs) in pairs.items() if own and theirs}

    def mean_ratio(self, other):
        return geometric_mean(self.ratios(other).values())

    def report(self):
        others = [dialect for dialect in self.dialects if dialect.name != "schooner"]
        rows = []
        for name in self.names:
            own = self.time("schooner", name)
            cells = [name, number(own)]
            for dialect in others:
                theirs = self.time(dialect.name, name)
                cells.append(number(theirs) + (f" ({number(own / theirs)})" if own and theirs else ""))
            rows.append(cells)
        rows.append(["**geometric mean of Schooner's time over theirs**", ""]
                    + [f"**{number(self.mean_ratio(dialect.name))}** ({len(self.ratios(dialect.name))} programs)"
                       for dialect in others])
        parts = [f"{len(self.names)} programs: milliseconds from a program's first line to its last, start-up and "
                 "compilation ahead of time left out; in brackets Schooner's time over theirs (below 1: Schooner is "
                 "faster). A dash: the system lacks what the program uses.\n",
                 table(["program", "Schooner"] + [dialect.title for dialect in others], rows)]
        spreads = [spread(self.times["schooner", name]) for name in self.names]
        spreads = [value for value in spreads if value is not None]
        if spreads:
            parts.append(f"Spread of Schooner's times over the rounds: median {median(spreads):.0%}, "
                         f"largest {max(spreads):.0%}.\n")
        return "\n".join(parts)
