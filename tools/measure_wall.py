"""Measures how well posters use their paper: `python -m tools.measure_wall --paper A0 --fit page [FILE …]`.

Each file is a project as JSON, or one of the twelve in `tests/wall/maps` by its name; all of these, and the
sample, where none is given. The options are those of `journeywall export`. The table is the one in
`docs/export.md`.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from app.cli.export_arguments import add_export_arguments, export_options
from app.formats.json.json_project import read_document
from app.formats.templates import SAMPLE, template
from app.model.document import Document
from app.model.history.history import History
from app.pages.headless import ensure_gui
from app.pages.poster.poster_options import MapOptions
from tests.wall.wall_maps import NAMES, wall_map
from tools.wall.figures import Figures, figures_of

_HEAD = (
    "map",
    "page, mm",
    "text over",
    "empty",
    "notes, mm",
    "of the aim",
    "hyphens",
    "broken",
    "over others",
)


def main(arguments: list[str]) -> None:
    """Print a row for each map, and the medians."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ensure_gui()
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--words", action="store_true", help="also which words and lines are at fault")
    add_export_arguments(parser)
    asked = parser.parse_args(arguments)
    _print_row(_HEAD)
    _print_row("-" * len(word) for word in _HEAD)
    found = []
    for name in asked.files or [*NAMES, SAMPLE]:
        document = _document(name)
        options = export_options(asked, History(document)).pages
        if not isinstance(options, MapOptions):
            parser.error("only the poster of one map is measured")
        found.append(figures_of(Path(name).stem, document, options))
        _print_row(_row(found[-1]))
        if asked.words:
            _print_words(found[-1])
    _print_row(_medians(found))


def _document(name: str) -> Document:
    if name == SAMPLE:
        return template(SAMPLE)
    if name in NAMES:
        return wall_map(name)
    with Path(name).open("rb") as stream:
        return read_document(stream)


def _row(figures: Figures) -> tuple[str, ...]:
    faults = (figures.hyphenated, figures.broken, figures.over)
    numbers = (figures.share, figures.empty, figures.notes, figures.of_aim)
    return (figures.name, figures.page, *_said(numbers), *(str(len(each)) for each in faults))


def _medians(found: Sequence[Figures]) -> tuple[str, ...]:
    numbers = zip(*((each.share, each.empty, each.notes, each.of_aim) for each in found), strict=True)
    faults = zip(*((each.hyphenated, each.broken, each.over) for each in found), strict=True)
    totals = (str(sum(len(each) for each in column)) for column in faults)
    return ("median, and how many in all", "", *_said(tuple(median(column) for column in numbers)), *totals)


def _said(numbers: Sequence[float]) -> Iterator[str]:
    return (f"{number:.{digits}f}" for number, digits in zip(numbers, (2, 3, 1, 2), strict=True))


def _print_row(cells: Iterable[str]) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)


def _print_words(figures: Figures) -> None:
    for title in ("hyphenated", "broken", "over"):
        for word in getattr(figures, title):
            print(f"    {title}: {word}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
