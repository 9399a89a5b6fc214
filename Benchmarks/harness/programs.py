"""The language programs: where each is, its constant with the value for a full run, and what it then prints."""

import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent.parent
OWN = HERE / "language"
CLASSICS = HERE.parent / "Tests/SchoonerTests/Programs/classics"

# program -> its constant, the value for a full run, the checksum (CRC-32) of what it prints then
SIZES = {
    "fib": ("size", 32, 0xED46EEE7),
    "tak": ("size", 100, 0x6ABF4A82),
    "nqueens": ("size", 100, 0x878ACEC5),
    "cpstak": ("size", 50, 0x6ABF4A82),
    "mapf": ("size", 1000, 0xACCBDC14),
    "scan": ("size", 1000, 0x19221F30),
    "mandel": ("size", 100, 0xC7E2CAC9),
    "bignums": ("factorial-of", 5000, 0x9D008D44),
    "cps": ("size", 20, 0x9EFAA05D),
    "differentiation": ("size", 8, 0x73BC506A),
    "dynamic-programming": ("size", 1000, 0xB312BB78),
    "earley": ("size", 9, 0x4FED2DF4),
    "generators": ("size", 4000, 0x7DCDEAE1),
    "huffman": ("size", 1000, 0xA647F63D),
    "json": ("size", 100, 0xAEF46426),
    "lattice": ("size", 4, 0xFE5D8EC2),
    "matrices": ("size", 120, 0x2C4DB3E5),
    "metacircular": ("size", 14, 0xFF54DE4F),
    "n-body": ("steps", 20000, 0x5BB2AC97),
    "queens": ("size", 9, 0x14C1D62F),
    "ray-tracer": ("width", 300, 0xA82B21D9),
    "regexp-derivatives": ("size", 40, 0x65392BFE),
    "rewriting": ("size", 5, 0x2578AFD1),
    "sliding-puzzle": (None, None, 0x355AC54A),
    "sorting": ("size", 1500, 0x47398856),
    "stack-machine": ("size", 22, 0xC8124F61),
    "strings": ("size", 5000, 0xC9ED78DF),
    "sudoku": ("size", 3, 0xDFA60957),
}


def sized(text, program, quick, pattern, definition):
    """The text with the constant of a full run unless quick; pattern and definition have places for name and value."""
    name, value, _ = SIZES[program]
    if quick or not name:
        return text
    text, count = re.subn(pattern.format(name), definition.format(name, value), text, count=1, flags=re.M)
    if count != 1:
        raise RuntimeError(f"{program} has no constant {name}")
    return text


def source(program, quick):
    """The imports and the rest of a program, with the constant of a full run unless quick."""
    file = next(path for path in (OWN / f"{program}.scm", CLASSICS / f"{program}.scm") if path.exists())
    text = sized(file.read_text(), program, quick, r"^\(define {} \d+\)", "(define {} {})")
    start = text.index("(import")
    depth = 0
    for end in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            break
    return text[start:end + 1], text[end + 1:]


def lua_source(program, quick):
    """No imports, and the same program in Lua, with the constant of a full run unless quick."""
    file = OWN / "lua" / f"{program}.lua"
    if not file.exists():
        raise RuntimeError("not written in Lua, which lacks what it uses")
    return "", sized(file.read_text(), program, quick, r"^local {} = \d+", "local {} = {}")


def defined_names(text):
    """The names that a program defines at its top level."""
    return re.findall(r"^\(define(?:-syntax|-record-type|-integrable)? \(*([^\s()]+)", text, flags=re.M)

# What the programs of `language/` print in a quick run, where no test's file has it.
QUICK = {
    "fib": 0x813852AE, "tak": 0x6ABF4A82, "nqueens": 0x878ACEC5, "cpstak": 0x6ABF4A82, "mapf": 0xACCBDC14,
    "scan": 0x44E058A2, "mandel": 0xD137D16E,
}
