"""The summary: what was asked for, what was measured in this run, whether it was reached."""

from .figures import number, table

OTHER_SCHEMES = ("mit-scheme", "guile", "racket", "gambit", "chicken")


def verdict(value, least, aim, below=True):
    """How a figure stands to what was asked at least and what was aimed at."""
    if value is None:
        return "–"
    if value <= aim if below else value >= aim:
        return "aim"
    if value <= least if below else value >= least:
        return "yes"
    return "no"


def times(value):
    return f"{number(value)} ×" if value is not None else "–"


def advantages(network, others):
    """How many times better Schooner is than each other server in each row: (times, row, server), worst first."""
    found = []
    titles = {kind.name: kind.title for kind in network.kinds}
    for other in others:
        for test in network.results:
            bulk = test.startswith("bulk")
            measures = (("rate", "rate"),) if bulk else (("CPU", "cpu"), ("rate", "rate"))
            for word, measure in measures:
                ratio = network.ratio(test, "schooner", other, measure)
                if ratio:
                    better = ratio if measure == "rate" else 1 / ratio
                    found.append((better, f"{test}, {word}", titles[other]))
        own, theirs = network.memory.get("schooner"), network.memory.get(other)
        if own and theirs and own["each"] > 0 and theirs["each"] > 0:
            found.append((theirs["each"] / own["each"], "memory of an idle connection", titles[other]))
    return sorted(found)


def network_rows(network):
    def over_c(measure, least, aim, test, name, below=True):
        value = network.ratio(test, "schooner", "c-epoll", measure)
        return [name, f"{least} ×", f"{aim} ×", times(value), verdict(value, least, aim, below)]

    rows = [over_c("cpu", 1.4, 1.2, "echo 50", "server CPU per echoed line, 50 connections, over C epoll's"),
            over_c("cpu", 1.6, 1.3, "http 50", "server CPU per HTTP request over C epoll's")]
    worst = advantages(network, OTHER_SCHEMES)
    cell = "–"
    if worst:
        behind = [one for one in worst if one[0] < 2]
        cell = f"{times(worst[0][0])} at worst ({worst[0][2]}, {worst[0][1]}); "
        cell += f"ahead in {sum(one[0] > 1 for one in worst)} of {len(worst)} rows, twofold in {len(worst) - len(behind)}"
    rows.append(["every network row against every other Scheme installed", "ahead", "2 × ahead", cell,
                 verdict(worst[0][0] if worst else None, 1, 2, below=False)])
    for other, title in (("node", "Node"), ("go", "Go")):
        values = [network.ratio(test, "schooner", other, "cpu") for test in ("echo 50", "http 50")]
        known = [value for value in values if value]
        rows.append([f"echo and HTTP, CPU per request over {title}'s", "1 ×", "below 1 ×",
                     f"echo {times(values[0])}, HTTP {times(values[1])}",
                     verdict(max(known) if known else None, 1.05, 0.95)])
    bulk = next((test for test in network.results if test.startswith("bulk")), None)
    rows.append(over_c("rate", 0.7, 1, bulk, "bulk echo, MB/s against C epoll with the same flush rule", below=False))
    held = network.memory.get("schooner")
    kib = held["each"] / 1024 if held else None
    rows.append([f"idle connection with its parked thread, beyond the kernel's ({network.idle_connections} of them)",
                 "4 KiB", "2 KiB", f"{number(kib)} KiB" if kib else "–", verdict(kib, 4, 2)])
    return rows


def language_rows(language):
    rows = []
    for other, name, least, aim in (
            ("guile", "language programs, geometric mean of time over Guile 3 (its JIT on)", 1.3, 1.0),
            ("mit-interpreted", "language programs over MIT interpreted", 1 / 20, 1 / 40)):
        value = language.mean_ratio(other)
        if least < 1:
            shown = f"1/{1 / value:.0f} ×" if value else "–"
            rows.append([name, f"1/{1 / least:.0f} ×", f"1/{1 / aim:.0f} ×", shown, verdict(value, least, aim)])
        else:
            rows.append([name, f"{least} ×", f"{aim} ×", times(value), verdict(value, least, aim)])
    return rows


def report(run):
    """The table, with the rows of the sections that were run."""
    rows = []
    if "network" in run.sections and run.sections["network"].results:
        rows += network_rows(run.sections["network"])
    if "language" in run.sections:
        rows += language_rows(run.sections["language"])
    if "startup" in run.sections:
        value = run.sections["startup"].beyond_swift()
        rows.append(["`schooner -e 1`, wall time, over an empty Swift program linked the same way", "+ 6 ms", "+ 2 ms",
                     f"+ {number(value, 1)} ms" if value is not None else "–", verdict(value, 6, 2)])
    if "pauses" in run.sections:
        value = run.sections["pauses"].longest("schooner")
        rows.append(["longest pause at 200 MB live", "20 ms", "5 ms",
                     f"{number(value)} ms" if value is not None else "–", verdict(value, 20, 5)])
    if not rows:
        return "Nothing of it was measured in this run.\n"
    return table(["measure", "at least", "aim", "measured", "reached"], rows)
