"""The systems that Schooner is measured beside: which are installed, in what version, with what programs."""

import shutil
import sys

from . import machine


class System:
    """An installed system: its name in the tables, its title with the version, the paths of its programs."""

    def __init__(self, name, title, scheme, paths):
        self.name = name
        self.title = title
        self.scheme = scheme
        self.paths = paths


# name, title, whether it is a Scheme, programs (each by the names it may have), arguments for the version, its pattern
KNOWN = [
    ("mit-scheme", "MIT Scheme", True, [["mit-scheme"]], ["--version"], r"Scheme (\d\S+)"),
    ("guile", "Guile", True, [["guile"]], ["--version"], r"(\d[\d.]+)"),
    ("chez", "Chez Scheme", True, [["chezscheme", "chez", "petite"]], ["--version"], r"(\d[\d.]+)"),
    ("racket", "Racket", True, [["racket"], ["raco"]], ["--version"], r"v(\S+ \[\w+\])"),
    ("gambit", "Gambit", True, [["gsi"], ["gsc"]], ["-v"], r"v(\d[\d.]+)"),
    ("chicken", "Chicken", True, [["csc", "chicken-csc"], ["csi", "chicken-csi"]], ["-version"], r"Version (\d[\d.]+)"),
    ("node", "Node.js", False, [["node", "nodejs"]], ["--version"], r"v(\S+)"),
    ("go", "Go", False, [["go"]], ["version"], r"go(\d[\d.]+)"),
    ("lua", "Lua", False, [["lua5.4", "lua"]], ["-v"], r"Lua (\d\S+)"),
    ("luajit", "LuaJIT", False, [["luajit"]], ["-v"], r"LuaJIT (\S+)"),
    ("python", "Python", False, [[sys.executable]], ["--version"], r"Python (\S+)"),
]
NAMES = [known[0] for known in KNOWN]


def installed(wanted):
    """The systems that are here, those of the names wanted (all for None), in the order of the table."""
    found = {}
    for name, title, scheme, programs, arguments, pattern in KNOWN:
        if wanted is not None and name not in wanted:
            continue
        paths = [next((path for path in map(shutil.which, names) if path), None) for names in programs]
        if None in paths:
            continue
        version = machine.first_line([paths[0]] + arguments, pattern)
        # A ghost: another program of the same name, or one that does not start.
        if version:
            found[name] = System(name, f"{title} {version}", scheme, paths)
    return found
