"""Medians, means and Markdown."""

import math
import statistics


def median(values):
    """The median of the values that are there, None of none."""
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


def geometric_mean(values):
    """The geometric mean of positive values, None of none."""
    values = list(values)
    return math.exp(sum(math.log(value) for value in values) / len(values)) if values else None


def spread(values):
    """How far the values lie apart: (largest - smallest) / median, None of fewer than two."""
    values = [value for value in values if value is not None]
    if len(values) < 2 or not statistics.median(values):
        return None
    return (max(values) - min(values)) / statistics.median(values)


def median_of_ratios(own, other):
    """The median over the rounds of own / other, each ratio taken within a round; None where no round has both."""
    return median([a / b for a, b in zip(own, other) if a is not None and b])


def number(value, digits=None):
    """A figure for a table: three significant digits unless told how many decimals; a dash for None."""
    if value is None:
        return "–"
    if digits is not None:
        return f"{value:.{digits}f}"
    if value == 0:
        return "0"
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}"


def table(header, rows):
    """A Markdown table."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
