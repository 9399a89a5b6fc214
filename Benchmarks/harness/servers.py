"""The echo and HTTP servers of each system: how they are built, started and asked for their port."""

import os
import pathlib
import select
import socket
import subprocess
import time

from . import processes

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "network"
# Seconds a server may take until it listens.
PATIENCE = 20


class Kind:
    """How the servers of one system are started.

    `most` is the largest number of connections worth trying: with more the system fails, or takes minutes to.
    A system that cannot pick a free port is given one that was free a moment ago.
    """

    def __init__(self, name, title, command, most=20000, picks_port=True, environment=None, scheme=True):
        self.name = name
        self.title = title
        self.command = command
        self.most = most
        self.picks_port = picks_port
        self.environment = environment or {}
        self.scheme = scheme


def build(command, folder=None, environment=None):
    """Runs a compiler; its complaint is the error."""
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=60, env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        lines = done.stdout.strip().splitlines()
        raise RuntimeError(f"{pathlib.Path(command[0]).name}: {lines[0] if lines else done.returncode}")


def kinds(tools, schooner, systems, remark):
    """The kinds of servers that can be started here, C first, with what had to be compiled in the folder of tools."""
    def at(system, file):
        return str(FOLDER / system / file)

    found = [
        Kind("c-epoll", "C, epoll", lambda kind: [str(tools / f"epoll-{kind}"), "PORT"], scheme=False),
        Kind("schooner", "Schooner", lambda kind: [schooner, at("schooner", f"{kind}.scm"), "PORT"]),
        Kind("schooner-binary", "Schooner, binary ports",
             lambda kind: [schooner, at("schooner", f"{kind}-binary.scm"), "PORT"]),
    ]
    for system in systems.values():
        paths = system.paths
        try:
            if system.name == "mit-scheme":
                found.append(Kind(
                    system.name, system.title,
                    lambda kind, paths=paths: [
                        paths[0], "--quiet", "--no-init-file", "--load", at("schooner", f"{kind}.scm"), "--args", "PORT"],
                    picks_port=False, most=1000))
            elif system.name == "guile":
                found.append(Kind(
                    system.name, system.title + ", system threads",
                    lambda kind, paths=paths: [paths[0], at("guile", f"{kind}.scm"), "PORT"], most=1000,
                    environment={"GUILE_AUTO_COMPILE": "1", "XDG_CACHE_HOME": str(tools / "cache")}))
            elif system.name == "racket":
                for kind in ("echo", "http"):
                    (tools / "racket").mkdir(exist_ok=True)
                    for file in ("server.rkt", f"{kind}.rkt"):
                        (tools / "racket" / file).write_text(pathlib.Path(at("racket", file)).read_text())
                    build([paths[1], "make", str(tools / "racket" / f"{kind}.rkt")])
                found.append(Kind(
                    system.name, system.title,
                    lambda kind, paths=paths: [paths[0], str(tools / "racket" / f"{kind}.rkt"), "PORT"]))
            elif system.name == "gambit":
                for kind in ("echo", "http"):
                    build([paths[1], "-exe", "-o", str(tools / f"gambit-{kind}"), at("gambit", f"{kind}.scm")])
                found.append(Kind(
                    system.name, system.title + ", gsc",
                    lambda kind: [str(tools / f"gambit-{kind}"), "PORT"], picks_port=False))
            elif system.name == "chicken":
                for kind in ("echo", "http"):
                    build([paths[0], "-O3", "-o", str(tools / f"chicken-{kind}"), f"{kind}.scm"], FOLDER / "chicken")
                found.append(Kind(
                    system.name, system.title + ", csc -O3, one loop",
                    lambda kind: [str(tools / f"chicken-{kind}"), "PORT"], most=4000))
            elif system.name == "node":
                found.append(Kind(
                    system.name, system.title,
                    lambda kind, paths=paths: [paths[0], at("node", f"{kind}.js"), "PORT"], scheme=False))
            elif system.name == "go":
                for kind in ("echo", "http"):
                    build([paths[0], "build", "-o", str(tools / f"go-{kind}"), "main.go"], FOLDER / "go" / kind,
                          {"GOCACHE": str(tools / "go-cache"), "GO111MODULE": "off", "GOFLAGS": ""})
                found.append(Kind(
                    system.name, system.title, lambda kind: [str(tools / f"go-{kind}"), "PORT"], scheme=False))
            elif system.name == "luajit":
                found.append(Kind(
                    system.name, system.title + ", LuaSocket",
                    lambda kind, paths=paths: [paths[0], f"{kind}.lua", "PORT"], most=900, scheme=False))
            elif system.name == "python":
                files = {"echo": "echo.py", "http": "http_server.py"}
                found.append(Kind(
                    system.name, system.title + ", asyncio",
                    lambda kind, paths=paths: [paths[0], at("python", files[kind]), "PORT"], scheme=False,
                    environment={"PYTHONDONTWRITEBYTECODE": "1"}))
        except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
            remark(f"{system.name}: no servers: {error}")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running server; leaves nothing behind when stopped."""

    def __init__(self, kind, program, arguments=()):
        port = "0" if kind.picks_port else str(free_port())
        command = [port if word == "PORT" else word for word in kind.command(program)] + list(arguments)
        self.process = subprocess.Popen(
            command, cwd=FOLDER / "lua" if kind.name == "luajit" else FOLDER, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **kind.environment})
        self.port = self._told_port(kind, program)

    def _told_port(self, kind, program):
        text, deadline = b"", time.monotonic() + PATIENCE
        while True:
            for line in text.split(b"\n")[:-1]:
                if line.startswith(b"listening on port"):
                    return line.split()[-1].decode()
            ready, _, _ = select.select([self.process.stdout], [], [], max(deadline - time.monotonic(), 0))
            more = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            if not more:
                self.stop()
                raise RuntimeError(f"{kind.name} {program}: the server did not listen")
            text += more

    def alive(self):
        return self.process.poll() is None

    def cpu_seconds(self):
        return processes.cpu_seconds(self.process.pid)

    def resident_bytes(self):
        return processes.resident_bytes(self.process.pid)

    def stop(self):
        processes.stop(self.process)
