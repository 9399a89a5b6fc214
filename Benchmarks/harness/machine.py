"""What the figures were measured on, and whether it was quiet."""

import datetime
import os
import pathlib
import platform
import re
import subprocess


def processor():
    """The model of the processor, as far as the system tells."""
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def memory_gigabytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def release():
    try:
        for line in pathlib.Path("/etc/os-release").read_text().splitlines():
            if line.startswith("PRETTY_NAME"):
                return line.split("=", 1)[1].strip('"')
    except OSError:
        pass
    return platform.platform()


def short_name():
    """A name for the results file: architecture, processors and system, e.g. x86_64-2-linux."""
    return re.sub(r"[^A-Za-z0-9_-]", "", f"{platform.machine()}-{os.cpu_count()}-{platform.system().lower()}")


def load():
    return os.getloadavg()[0]


class Watch:
    """Processor time that others used while we measured: all that was not idle, less our own and our children's."""

    def __init__(self):
        self.start = self._busy(), self._own(), datetime.datetime.now()
        self.first_load = load()

    @staticmethod
    def _busy():
        try:
            fields = [int(word) for word in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
        except OSError:
            return None
        # user, nice, system, irq, softirq, steal; not idle, iowait or the guests counted under user already
        return sum(fields[i] for i in (0, 1, 2, 5, 6, 7)) / os.sysconf("SC_CLK_TCK")

    @staticmethod
    def _own():
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system

    def report(self):
        """Minutes taken, and the share of one processor that was busy with what is not ours (None where not known)."""
        busy, own, began = self.start
        seconds = (datetime.datetime.now() - began).total_seconds()
        now = self._busy()
        others = None if now is None or busy is None else max(now - busy - (self._own() - own), 0) / max(seconds, 1)
        return seconds / 60, others


def first_line(command, pattern=None):
    """The version a command tells: the match of the pattern in what it prints, or its first line."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if pattern:
        found = re.search(pattern, done.stdout)
        return found.group(1) if found else None
    return done.stdout.strip().splitlines()[0] if done.stdout.strip() else None
