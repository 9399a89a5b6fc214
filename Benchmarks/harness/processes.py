"""Child processes: their time and memory as the operating system counts them, and an end to all of them."""

import os
import pathlib
import resource
import subprocess
import tempfile
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")


def raise_descriptor_limit():
    """Lets this process, and so its children, have as many descriptors as it may. Returns how many."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


def tree(pid):
    """The process and its living descendants."""
    found = [pid]
    for parent in found:
        try:
            for task in pathlib.Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            pass
    return found


def cpu_seconds(pid):
    """Processor seconds, user and system, of a process, its threads and its children, dead ones included."""
    total = 0
    for process in tree(pid):
        try:
            fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
            total += sum(int(field) for field in fields[11:15])
        except OSError:
            pass
    return total / TICKS


def resident_bytes(pid):
    """Resident memory of a process and its descendants."""
    total = 0
    for process in tree(pid):
        try:
            for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
                if line.startswith("VmRSS"):
                    total += int(line.split()[1]) * 1024
        except OSError:
            pass
    return total


def stop(process):
    """Ends a child that this program started, and its descendants."""
    for pid in reversed(tree(process.pid)):
        try:
            os.kill(pid, 9)
        except OSError:
            pass
    process.wait()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


class Run:
    """How one whole run of a program went: `problem` is None when it ended well; seconds are those of the wall clock."""

    def __init__(self, output, seconds, cpu, problem):
        self.output = output
        self.seconds = seconds
        self.cpu = cpu
        self.problem = problem


def run_to_end(command, limit, folder=None, environment=None):
    """Runs a command with nothing on standard input and takes its wall clock and processor seconds."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=complaints,
            env={**os.environ, **(environment or {})})
        ended = []
        alarm = threading.Timer(limit, lambda: (ended.append("too long"), process.kill()))
        alarm.start()
        # wait4 rather than wait, for the resource usage.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        complaints.seek(0)
        text = output.read().decode(errors="replace")
        problem = None
        if ended:
            problem = f"no answer within {limit} s"
        elif process.returncode != 0:
            lines = (complaints.read().decode(errors="replace") or text).strip().splitlines()
            problem = f"exit {process.returncode}: {lines[0][:100] if lines else 'no output'}"
        return Run(text, seconds, usage.ru_utime + usage.ru_stime, problem)
