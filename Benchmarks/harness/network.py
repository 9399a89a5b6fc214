"""Echo and HTTP servers beside each other: rates, server CPU time, latencies, bulk and the memory of idle connections."""

import pathlib
import shutil
import subprocess

from . import servers
from .figures import median, median_of_ratios, number, spread, table
from .servers import Server

# name, mode of the load, connections
TESTS = [
    ("echo 1", "echo", 1),
    ("echo 50", "echo", 50),
    ("echo 1000", "echo", 1000),
    ("echo 10000", "echo", 10000),
    ("connect 50", "connect", 50),
    ("http 50", "http", 50),
]
# LuaSocket's select takes 1024 descriptors in all: its row of a thousand is of 900.
NEARLY = {("luajit", 1000): 900}
SCHOONERS = ("schooner", "schooner-binary")


class Failed(Exception):
    """A load that did not go as it must."""


def figures_of(line):
    words = line.split()
    return {key: float(value) for key, value in zip(words[::2], words[1::2])}


def drive(tools, server, mode, count, seconds):
    """One load: its figures, with the rate and the microseconds of server CPU an operation.

    For bulk, `count` is megabytes and the rate is megabytes a second.
    """
    if mode == "http" and shutil.which("wrk"):
        before = server.cpu_seconds()
        done = subprocess.run(
            ["wrk", "-t1", f"-c{count}", f"-d{max(round(seconds), 1)}s", "--timeout", "5s",
             "-s", str(servers.FOLDER / "wrk.lua"), f"http://127.0.0.1:{server.port}/"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60)
        lines = [line for line in done.stdout.splitlines() if line.startswith("operations")]
        if not lines:
            raise Failed("wrk: " + (done.stdout.strip().splitlines() or ["no output"])[-1])
        line, complaint = lines[0], ""
    else:
        client = subprocess.Popen(
            [str(tools / "loadgen"), server.port, mode, str(count), str(seconds)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # The clock, ours too, starts after every connection has had its first answer.
        client.stdout.readline()
        before = server.cpu_seconds()
        line, complaint = client.communicate(timeout=seconds + 90)
    cpu = server.cpu_seconds() - before
    if not line.startswith("operations"):
        raise Failed(complaint.strip() or "the load generator said nothing")
    run = figures_of(line)
    if run["operations"] == 0:
        raise Failed("no operation was answered")
    run["rate"] = run["operations"] / run["seconds"]
    if mode == "bulk":
        run["rate"] *= 64 / 1e6
    run["cpu"] = cpu * 1e6 / run["operations"]
    return run


def idle(tools, server, count):
    """Bytes of the server's memory for each of so many connections that had one answer and are held."""
    drive(tools, server, "echo", 1, 0.2)
    before = server.resident_bytes()
    client = subprocess.Popen(
        [str(tools / "loadgen"), server.port, "idle", str(count), "0.2"], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        words = client.stdout.readline().split()
        after = server.resident_bytes()
    finally:
        client.communicate(timeout=60)
    if not words or int(words[1]) < count:
        raise Failed(f"only {words[1] if words else 0} of {count} opened")
    return {"before": before, "after": after, "each": (after - before) / count}


class Network:
    """The network section: `results[test][kind]` has a run a round, None where there was none."""

    def __init__(self, run):
        self.run = run
        self.results = {}
        self.memory = {}
        self.kinds = []
        self.broken = set()
        self.running = {}
        self.megabytes = 4 if run.quick else 64
        self.idle_connections = 200 if run.quick else 10000

    def server(self, kind, program, arguments=()):
        key = (kind.name, program, arguments)
        if key not in self.running or not self.running[key].alive():
            self.running[key] = Server(kind, program, arguments)
        return self.running[key]

    def failed(self, kind, test, problem):
        """Ours, or the yardstick's, fail the whole run; another system's costs it the cell."""
        self.broken.add((kind.name, test))
        text = f"{kind.name}, {test}: {problem}"
        if kind.name in SCHOONERS or kind.name == "c-epoll":
            self.run.fail(text)
        else:
            self.run.remark(text)

    def measure(self, kind, test, mode, count, seconds):
        if mode != "bulk":
            count = NEARLY.get((kind.name, count), count)
        if (kind.name, test) in self.broken or count > kind.most:
            return None
        if kind.name not in SCHOONERS and kind.name != "c-epoll" and self.run.late():
            return None
        program = "http" if mode == "http" else "echo"
        arguments = ("gather",) if kind.name == "c-epoll" and test.startswith("bulk") else ()
        try:
            server = self.server(kind, program, arguments)
            result = drive(self.run.tools, server, mode, count, seconds)
            if result["errors"] > 0:
                raise Failed(f"{result['errors']:.0f} wrong answers or failed connections")
            return result
        except (Failed, RuntimeError, OSError, ValueError, subprocess.TimeoutExpired) as problem:
            self.failed(kind, test, problem)
            server = self.running.pop((kind.name, program, arguments), None)
            if server:
                server.stop()
            return None

    def perform(self):
        run = self.run
        if not shutil.which("cc"):
            run.remark("network: no C compiler")
            return
        for program in ("loadgen", "c/epoll-echo", "c/epoll-http"):
            servers.build(["cc", "-O2", "-o", str(run.tools / pathlib.Path(program).name),
                           str(servers.FOLDER / f"{program}.c")])
        self.kinds = servers.kinds(run.tools, run.schooner, run.systems, run.remark)
        seconds = 0.4 if run.quick else 1.5
        # With thousands of connections a second is a few lines each.
        tests = [(name, mode, count, 2 * seconds if count > 1000 else seconds) for name, mode, count in TESTS if not (run.quick and count == 10000)]
        tests.append((f"bulk {self.megabytes} MB", "bulk", self.megabytes, 5 if run.quick else 10))
        for test, _, _, _ in tests:
            self.results[test] = {kind.name: [] for kind in self.kinds}
        try:
            for turn in range(run.rounds):
                for test, mode, count, length in tests:
                    run.tell(f"network, round {turn + 1}: {test}")
                    for kind in self.kinds:
                        # MIT Scheme and others far behind: the bulk of one round says enough.
                        runs = self.results[test][kind.name]
                        if mode == "bulk" and turn and runs[0] and runs[0]["seconds"] > 4:
                            runs.append(None)
                        else:
                            runs.append(self.measure(kind, test, mode, count, length))
        finally:
            for server in self.running.values():
                server.stop()
            self.running = {}
        for kind in self.kinds:
            if self.idle_connections > kind.most or (kind.name not in SCHOONERS and run.late()):
                continue
            run.tell(f"network, idle connections: {kind.name}")
            server = None
            try:
                server = Server(kind, "echo")
                self.memory[kind.name] = idle(run.tools, server, self.idle_connections)
            except (Failed, RuntimeError, OSError, subprocess.TimeoutExpired) as problem:
                self.failed(kind, "idle connections", problem)
            finally:
                if server:
                    server.stop()

    def values(self, test, kind, measure):
        """The figures of a kind's runs of a test, a round each."""
        return [run and run[measure] for run in self.results.get(test, {}).get(kind, [])]

    def ratio(self, test, kind, other, measure):
        """The median over the rounds of one kind's figure over another's, None where one has none."""
        return median_of_ratios(self.values(test, kind, measure), self.values(test, other, measure))

    def table_of(self, measure, tests, digits=None, with_ratio=True):
        rows = []
        for kind in self.kinds:
            cells = [kind.title]
            for test in tests:
                value = median(self.values(test, kind.name, measure))
                ratio = self.ratio(test, kind.name, "c-epoll", measure)
                cells.append(number(value, digits) + (f" ({number(ratio)})" if with_ratio and ratio else ""))
            rows.append(cells)
        return table(["server"] + tests, rows)

    def report(self):
        if not self.results:
            return "Not measured.\n"
        tests = [test for test in self.results if not test.startswith("bulk")]
        bulk = [test for test in self.results if test.startswith("bulk")]
        parts = ["Servers on the loopback address, one machine for both sides; in brackets the ratio to C with epoll, "
                 "the median of the ratios within a round. A dash: not installed, or the system does not hold so many "
                 "connections.\n"]
        parts.append("Operations a second (64-byte lines there and back; connect, line, close; HTTP requests):\n")
        parts.append(self.table_of("rate", tests))
        parts.append("Server CPU, microseconds an operation, from the operating system:\n")
        parts.append(self.table_of("cpu", tests))
        for measure, title in (("p50", "Latency p50"), ("p99", "Latency p99"), ("p999", "Latency p99.9")):
            parts.append(f"{title}, microseconds:\n")
            parts.append(self.table_of(measure, tests, 0, with_ratio=False))
        parts.append(f"Bulk echo of {self.megabytes} MB of 64-byte lines over one connection, MB a second. C sends what "
                     "a read brought at once, Schooner what is marked for flushing when the thread must wait, Node what "
                     "a turn of its loop wrote; the others flush line by line, as their programs say:\n")
        parts.append(self.table_of("rate", bulk))
        rows = []
        for kind in self.kinds:
            if kind.name in self.memory:
                held = self.memory[kind.name]
                rows.append([kind.title, number(held["before"] / 1e6, 1), number(held["after"] / 1e6, 1),
                             number(held["each"] / 1024)])
        parts.append(f"Memory of {self.idle_connections} idle connections, each held after one line, each with its "
                     "thread where the system has them:\n")
        parts.append(table(["server", "MB before", "MB with them", "KiB a connection"], rows))
        spreads = [spread(self.values(test, "c-epoll", "cpu")) for test in tests]
        spreads = [value for value in spreads if value is not None]
        if spreads:
            parts.append(f"Spread of C's CPU an operation over the rounds: {max(spreads):.0%} at most.\n")
        return "\n".join(parts)
