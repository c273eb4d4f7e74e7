"""The lines of the table, one file for each kind of work. A new one is a file and a name in `_MODULES`."""

from importlib import import_module

from benchmarks.line import Line

_MODULES = ("opening", "frames", "room", "editing", "finding", "composing", "exporting", "processes")


def lines() -> tuple[Line, ...]:
    """All lines, in the table's order."""
    found = [import_module(f"benchmarks.lines.{name}").LINES for name in _MODULES]
    return tuple(line for some in found for line in some)
