"""How a poster is asked for on the command line: its part of the map, its paper, its fit and its looks."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from app.model.history import History
    from app.model.past import Earlier
    from app.model.records import Id
    from app.pages.options import ExportOptions

T = TypeVar("T")


def add_poster_arguments(parser: ArgumentParser) -> None:
    """What both `export` and `preflight` are told of what goes onto pages."""
    from app.pages.deliverables import DELIVERABLES

    part = parser.add_argument_group("what is on it")
    part.add_argument("--map", metavar="TITLE", help="which map (default: the first; for .json all of them)")
    what = part.add_mutually_exclusive_group()
    for known in DELIVERABLES:
        if known.help:
            what.add_argument(
                f"--{known.name}", action="store_const", dest="what", const=known.name, help=known.help
            )
    parser.set_defaults(what=DELIVERABLES[0].name)
    part.add_argument(
        "--stage", action="append", default=[], metavar="NAME", help="only this stage; may be given again"
    )
    part.add_argument(
        "--section", action="append", default=[], metavar="NAME", help="only this section; may be given again"
    )
    part.add_argument(
        "--persona",
        action="append",
        default=[],
        metavar="NAME",
        help="only this persona’s sheet; again for more",
    )
    part.add_argument(
        "--with-persona-sheets",
        type=parsed(_paper),
        metavar="PAPER",
        help="the sheets of the map’s personas behind its poster, on paper such as A4",
    )
    part.add_argument(
        "--note",
        action="append",
        default=[],
        metavar="NUMBER",
        help="only this note, with its stage and section; may be given again",
    )
    part.add_argument("--numbers", action="store_true", help="number the notes")
    part.add_argument(
        "--compare-with",
        metavar="VERSION",
        help="mark what was added, changed, moved and removed since that version",
    )
    part.add_argument("--footer", default="", metavar="TEXT", help="what the footer begins with")
    part.add_argument("--logo", type=Path, metavar="FILE", help="a picture beside the footer")
    _add_paper(parser)
    _add_looks(parser)
    _add_pictures(parser)


def poster_options(options: Namespace, history: "History", map: "Id | None") -> "ExportOptions":
    """What is asked for, with names looked up in a project. Raises FormatError for those it has not."""
    from app.model.numbering import note_numbers
    from app.pages.deliverables import deliverable_named
    from app.pages.options import ExportOptions

    document = history.document
    usual = deliverable_named(options.what).usual_options(map)
    journey_map = usual.chosen_map(document) if options.stage or options.section or options.note else None
    stages = document.stages(journey_map.id) if journey_map else ()
    sections = document.sections(journey_map.id) if journey_map else ()
    return ExportOptions(
        map=map,
        what=options.what,
        stages=_called("stage", options.stage, [(one.name, one.id) for one in stages]),
        sections=_called("section", options.section, [(one.name, one.id) for one in sections]),
        personas=_called("persona", options.persona, [(one.name, one.id) for one in document.personas()]),
        persona_sheets=options.with_persona_sheets,
        only=_numbered(options.note, note_numbers(document, journey_map.id)) if journey_map else (),
        paper=options.paper or usual.paper,
        orientation=options.orientation or usual.orientation,
        margin=options.margin,
        bleed=options.bleed,
        scale=options.fit,
        bands=options.bands,
        tile=options.tile,
        overlap=options.overlap,
        look=options.look,
        numbers=options.numbers,
        compared_with=None if options.compare_with is None else _earlier(options.compare_with, history),
        footer=options.footer,
        logo=options.logo,
        dots_per_inch=options.dpi,
        pixels=options.pixels,
    )


def parsed(parse: Callable[[str], T]) -> Callable[[str], T]:
    """A parser of a value, whose FormatError becomes wrong usage."""

    def value(text: str) -> T:
        from app.pages.errors import FormatError

        try:
            return parse(text)
        except FormatError as error:
            raise ArgumentTypeError(str(error)) from error

    return value


def _add_paper(parser: ArgumentParser) -> None:
    paper = parser.add_argument_group("paper and fit")
    paper.add_argument(
        "--paper",
        type=parsed(_paper),
        help="such as A0, B1, Letter, ARCH-E, roll-914, 900x1200mm or 24x60in (default: A0, sheets A4)",
    )
    paper.add_argument("--orientation", choices=("landscape", "portrait"))
    paper.add_argument(
        "--margin",
        type=parsed(_length(0, 200)),
        help="what stays free on every side, such as 20mm (default: 15mm, and 10mm with --tile)",
    )
    paper.add_argument(
        "--bleed", type=parsed(_length(0, 50)), default=0.0, help="what is cut off around the paper"
    )
    paper.add_argument(
        "--fit",
        type=parsed(_fit),
        metavar="page|true|SCALE",
        help="as large as it fits (page, the default), notes as large as of paper (true), or 50%% of that",
    )
    paper.add_argument(
        "--bands",
        type=parsed(_bands),
        default=1,
        metavar="N",
        help="break a long map into so many bands, each with its headers",
    )
    paper.add_argument(
        "--tile", type=parsed(_paper), metavar="PAPER", help="cut the poster into sheets such as A4 or Letter"
    )
    paper.add_argument(
        "--overlap",
        type=parsed(_length(0, 100)),
        default=10.0,
        help="what neighbouring sheets both show (default: 10mm)",
    )


def _add_looks(parser: ArgumentParser) -> None:
    looks = parser.add_argument_group("looks").add_mutually_exclusive_group()
    for look, help in (
        ("greyscale", "for a printer without colours"),
        ("ink-saving", "white notes with coloured edges"),
    ):
        looks.add_argument(f"--{look}", action="store_const", dest="look", const=look, help=help)
    parser.set_defaults(look="colour")


def _add_pictures(parser: ArgumentParser) -> None:
    from app.pages.options import DOTS_PER_INCH, LONGER_SIDE, MOST_PIXELS

    pictures = parser.add_argument_group("pictures").add_mutually_exclusive_group()
    pictures.add_argument(
        "--dpi", type=parsed(_number(*DOTS_PER_INCH)), help="dots per inch of a .png at its size on paper"
    )
    pictures.add_argument(
        "--pixels",
        type=parsed(_number(1, MOST_PIXELS)),
        help=f"pixels of its longer side (default: {LONGER_SIDE})",
    )


def _number(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        from app.pages.errors import FormatError

        if not text.isdecimal() or not least <= int(text) <= most:
            raise FormatError(f"“{text}” is out of range: it may be {least:,} to {most:,}.")
        return int(text)

    return number


def _paper(text: str) -> str:
    from app.pages.paper import paper_named

    return paper_named(text).name


def _length(least: float, most: float) -> Callable[[str], float]:
    def length(text: str) -> float:
        from app.pages.lengths import millimetres

        return millimetres(text, least, most)

    return length


def _fit(text: str) -> float | None:
    from app.pages.errors import FormatError

    if text in ("page", "true"):
        return None if text == "page" else 1.0
    try:
        return float(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
    except ValueError as error:
        raise FormatError(
            f"“{text}” is no scale; write page, true, or a share of true size as 50%."
        ) from error


def _bands(text: str) -> int:
    from app.pages.errors import FormatError
    from app.pages.options import MOST_BANDS

    if not text.isdecimal() or not 1 <= int(text) <= MOST_BANDS:
        raise FormatError(f"“{text}” is out of range: a map may have 1 to {MOST_BANDS} bands.")
    return int(text)


def _numbered(wanted: list[str], known: "dict[Id, int]") -> tuple["Id", ...]:
    """The ids of the notes that have one of the numbers; an id does as well."""
    from app.pages.errors import FormatError

    by_number = {str(number): id for id, number in known.items()}
    found = [by_number.get(text.removeprefix("#"), text) for text in wanted]
    for id, text in zip(found, wanted, strict=True):
        if id not in known:
            raise FormatError(
                f"There is no note “{text}” on this map; its notes have numbers 1 to {len(known)}."
            )
    return tuple(found)


def _called(kind: str, wanted: list[str], known: list[tuple[str, "Id"]]) -> tuple["Id", ...]:
    """The ids of what has one of the names, in whatever case; an id does as well."""
    from app.pages.errors import FormatError

    found: list[Id] = []
    for name in wanted:
        ids = [id for known_name, id in known if name.casefold() in (known_name.casefold(), id.casefold())]
        if not ids:
            names = ", ".join(f"“{known_name}”" for known_name, _ in known if known_name)
            where, it = ("in this project", "there is") if kind == "persona" else ("on this map", "it has")
            raise FormatError(f"There is no {kind} “{name}” {where}; {it} {names or 'none yet'}.")
        found += ids
    return tuple(found)


def _earlier(name: str, history: "History") -> "Earlier":
    """The version of a name; of several, the newest."""
    from app.model.past import earlier, version_at, versions_called
    from app.pages.errors import FormatError

    found = versions_called(history, name)
    if not found:
        names = ", ".join(dict.fromkeys(f"“{version.label}”" for version in history.versions()))
        raise FormatError(f"There is no version “{name}” in this project; it has {names or 'none yet'}.")
    return earlier(version_at(history, found[-1]), history.document)
