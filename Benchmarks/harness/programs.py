"""The language programs: where each is, its constant with the value for a full run, and what it then prints."""

import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent.parent
OWN = HERE / "language"
CLASSICS = HERE.parent / "Tests/SchoonerTests/Programs/classics"

# program -> its constant, the value for a full run, the checksum (CRC-32) of what it prints then
SIZES = {
    "fib": ("size", 30, None),
    "tak": ("size", 50, None),
    "nqueens": ("size", 50, None),
    "cpstak": ("size", 25, None),
    "mapf": ("size", 500, None),
    "scan": ("size", 500, None),
    "mandel": ("size", 100, None),
    "bignums": ("factorial-of", 5000, None),
    "cps": ("size", 20, None),
    "differentiation": ("size", 8, None),
    "dynamic-programming": ("size", 700, None),
    "earley": ("size", 9, None),
    "generators": ("size", 2000, None),
    "huffman": ("size", 1000, None),
    "json": ("size", 60, None),
    "lattice": ("size", 4, None),
    "matrices": ("size", 120, None),
    "metacircular": ("size", 14, None),
    "n-body": ("steps", 10000, None),
    "queens": ("size", 9, None),
    "ray-tracer": ("width", 300, None),
    "regexp-derivatives": ("size", 40, None),
    "rewriting": ("size", 5, None),
    "sliding-puzzle": (None, None, None),
    "sorting": ("size", 1500, None),
    "stack-machine": ("size", 22, None),
    "strings": ("size", 5000, None),
    "sudoku": ("size", 2, None),
}


def source(program, quick):
    """The imports and the rest of a program, with the constant of a full run unless quick."""
    file = next(path for path in (OWN / f"{program}.scm", CLASSICS / f"{program}.scm") if path.exists())
    text = file.read_text()
    name, value, _ = SIZES[program]
    if not quick and name:
        text, count = re.subn(rf"^\(define {name} \d+\)", f"(define {name} {value})", text, count=1, flags=re.M)
        if count != 1:
            raise RuntimeError(f"{program} has no constant {name}")
    start = text.index("(import")
    depth = 0
    for end in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            break
    return text[start:end + 1], text[end + 1:]


def defined_names(text):
    """The names that a program defines at its top level."""
    return re.findall(r"^\(define(?:-syntax|-record-type|-integrable)? \(*([^\s()]+)", text, flags=re.M)

# What the programs of `language/` print in a quick run, where no test's file has it.
QUICK = {}
