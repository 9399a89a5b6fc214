"""How each Scheme, or Lua, is given a language program: as a file, compiled or not, and the command that runs it."""

import pathlib
import re
import subprocess

from . import programs
from .servers import build

HEADS = programs.OWN / "heads"
STARTED, ENDED = "%started", "%ended"


def marked(body, flush="(flush-output-port)"):
    """The body between two lines that tell the harness when it starts and when it has ended."""
    return (f'(display "{STARTED}") (newline) {flush}\n{body}\n'
            f'(display "{ENDED}") (newline) {flush}\n')


class Dialect:
    """One way of running programs: `prepare(name, imports, body)` gives the command for a program, or raises.

    `source(name, quick)` gives the imports and the body of a program, or raises. `compiles`: prepare runs a compiler,
    which takes seconds. `warm_up`: the first run compiles and does not count.
    """

    def __init__(self, name, title, prepare, environment=None, warm_up=False, compiles=False, source=programs.source):
        self.name = name
        self.title = title
        self.prepare = prepare
        self.environment = environment or {}
        self.warm_up = warm_up
        self.compiles = compiles
        self.source = source


def r7rs_file(folder, name, imports, body):
    file = folder / f"{name}.scm"
    file.write_text(f"{imports}\n{marked(body)}")
    return file


def lua_file(folder, name, body):
    file = folder / f"{name}.lua"
    start, end = (f'io.write("{mark}\\n") io.stdout:flush()\n' for mark in (STARTED, ENDED))
    file.write_text(f"{start}{body}\n{end}")
    return file


def chez_names(path):
    """The names that Chez exports, which a program that defines its own must not import."""
    done = subprocess.run(
        [path, "-q"], input="(for-each (lambda (s) (write s) (newline)) (environment-symbols (scheme-environment)))",
        stdout=subprocess.PIPE, text=True, timeout=30)
    return set(done.stdout.split())


def dialects(tools, schooner, systems, remark):
    """The dialects that can be run here, Schooner first."""
    def folder(name):
        path = tools / "language" / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    found = [Dialect("schooner", "Schooner", lambda name, imports, body: [
        schooner, str(r7rs_file(folder("r7rs"), name, imports, body))])]
    if "mit-scheme" in systems:
        system = systems["mit-scheme"]
        path = system.paths[0]
        quiet = [path, "--quiet", "--no-init-file"]
        found.append(Dialect("mit-interpreted", f"{system.title} interpreted", lambda name, imports, body: quiet + [
            "--load", str(r7rs_file(folder("r7rs"), name, imports, body)), "--eval", "(exit)"]))

        def compiled(name, imports, body):
            file = r7rs_file(folder("mit"), name, imports, body)
            build(quiet + ["--eval", f'(begin (cf "{file}") (exit))'])
            if not file.with_suffix(".com").exists():
                raise RuntimeError("not compiled")
            return quiet + ["--load", str(file.with_suffix(".com")), "--eval", "(exit)"]

        try:
            build(quiet + ["--eval", "(begin cf (exit))"])
            found.append(Dialect("mit-compiled", f"{system.title} compiled", compiled, compiles=True))
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            remark("mit-scheme: no compiler")
    if "guile" in systems:
        system = systems["guile"]
        found.append(Dialect(
            "guile", system.title,
            lambda name, imports, body, path=system.paths[0]: [
                path, "--r7rs", str(r7rs_file(folder("r7rs"), name, imports, body))],
            {"GUILE_AUTO_COMPILE": "1", "XDG_CACHE_HOME": str(tools / "cache")}, warm_up=True))
    if "chez" in systems:
        path = systems["chez"].paths[0]
        exported = chez_names(path)
        head = (HEADS / "chez.scm").read_text()

        def chez(name, imports, body):
            own = sorted(set(programs.defined_names(head + body)) & exported)
            # A name of the program's own goes before one of the head.
            mine = set(programs.defined_names(body))
            kept = without(head, mine)
            file = folder("chez") / f"{name}.ss"
            own = [one for one in own if one != "define-record-type"]
            file.write_text(
                "(import (rename (except (chezscheme) " + " ".join(own) + ")"
                " (define-record-type chez:define-record-type)))\n" + kept + marked(body))
            return [path, "--program", str(file)]

        found.append(Dialect("chez", systems["chez"].title, chez))
    if "racket" in systems:
        system = systems["racket"]

        def racket(name, imports, body, paths=system.paths):
            head = folder("racket") / "racket.rkt"
            if not head.exists():
                head.write_text((HEADS / "racket.rkt").read_text())
            file = folder("racket") / f"{name}.rkt"
            file.write_text(f'#lang s-exp "racket.rkt"\n{marked(body)}')
            build([paths[1], "make", str(file)])
            return [paths[0], str(file)]

        found.append(Dialect("racket", system.title, racket, compiles=True))
    if "gambit" in systems:
        system = systems["gambit"]

        # UTF-8 in files and on the standard output.
        utf8 = {"GAMBOPT": "f8,-8"}

        def gambit_file(name, body, declare):
            head = without((HEADS / "gambit.scm").read_text(), set(programs.defined_names(body)))
            file = folder("gambit" if declare else "gambit-interpreted") / f"{name}.scm"
            text = head + marked(body)
            if declare:
                names = " ".join(programs.defined_names(text))
                text = ("(declare (block) (standard-bindings) (extended-bindings)\n"
                        f"  (not standard-bindings {names}) (not extended-bindings {names}))\n") + text
            file.write_text(text)
            return file

        def gambit_compiled(name, imports, body, paths=system.paths):
            file = gambit_file(name, body, True)
            build([paths[1], "-exe", "-o", str(file.with_suffix("")), str(file)], None, utf8)
            return [str(file.with_suffix(""))]

        found.append(Dialect("gambit-gsi", f"{system.title} gsi", lambda name, imports, body, path=system.paths[0]: [
            path, str(gambit_file(name, body, False))], utf8))
        found.append(Dialect("gambit-gsc", f"{system.title} gsc", gambit_compiled, utf8, compiles=True))
    if "chicken" in systems:
        system = systems["chicken"]

        def chicken(name, imports, body, paths=system.paths):
            head = without((HEADS / "chicken.scm").read_text(), set(programs.defined_names(body)))
            file = folder("chicken") / f"{name}.scm"
            file.write_text(head + marked(body))
            build([paths[0], "-O3", "-o", str(file.with_suffix("")), str(file)])
            return [str(file.with_suffix(""))]

        found.append(Dialect("chicken", f"{system.title} csc -O3", chicken, compiles=True))
    # One file serves both, in what Lua 5.1 and 5.4 have in common.
    for system in [systems[name] for name in ("lua", "luajit") if name in systems]:
        found.append(Dialect(
            system.name, system.title,
            lambda name, imports, body, path=system.paths[0]: [path, str(lua_file(folder("lua"), name, body))],
            source=programs.lua_source))
    return found


def without(head, names):
    """The head less the definitions of these names; a definition starts at the margin and ends before the next."""
    parts = re.split(r"(?m)^(?=\()", head)
    return "".join(part for part in parts if not set(programs.defined_names(part)) & names)
