"""What the cells of a row become in a section of its kind, and what to tell of how they were read."""

from collections.abc import Callable, Iterator, Sequence

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Number
from app.formats.tables.reading import Fields
from app.formats.tables.recognising.note_colours import note_colour_of
from app.formats.tables.recognising.row_kinds import CHANNELS, DOCUMENTS, GRAPH, INTERPLAY, METRICS, NOTES
from app.language.numbers import written
from app.language.phrases import as_it_is, phrase
from app.model.analysis.metrics import figure_of
from app.model.exchange.cell_parts import address_in, has_order, listed_in, notes_in
from app.model.exchange.feelings import Feeling, Scale, feeling_in, scale_of
from app.model.exchange.vocabulary import says_nothing
from app.model.records import MOST_CHANNELS

Held = tuple[Fields, ...]
_GUESSED = ("1–5", "0–10", "0–100")
"""Scales that nothing but the numbers tells."""
_EXAMPLES, _ARROW = 4, "→"


def cells_of(
    kind: str, name: str, cells: Sequence[Cell], scale: Scale | None = None
) -> tuple[list[Held], list[ImportNote]]:
    """What each cell of a row holds in a section of a kind, and the notes on it.

    `scale` is that of its numbers where somebody knows it.
    """
    notes: list[ImportNote] = []
    if kind == GRAPH:
        scale = scale or scale_of(name, [cell.text for cell in cells])
        held = [_points(cell, scale) for cell in cells]
        notes = list(_on_points(name, cells, scale))
    else:
        read = _READ.get(kind, _notes)
        held = [read(cell) for cell in cells]
    if kind == METRICS:
        notes += _on_doubts(cells)
    notes += _on_what_says_nothing(cells)
    return held, notes


def _notes(cell: Cell) -> Held:
    return tuple(note for piece in cell.pieces for note in _notes_of(piece))


def _notes_of(cell: Cell) -> Held:
    texts = [cell.text.strip()] if cell.is_whole and cell.text.strip() else notes_in(cell.text)
    colour = note_colour_of(cell.fill)
    common: dict[str, object] = {"colour": colour} if colour else {}
    found: list[Fields] = [{"text": text, **common} for text in texts]
    if found and (cell.note or cell.link):
        said = {"description": cell.note, "link": cell.link}
        found[0] = {**found[0], **{field: value for field, value in said.items() if value}}
    return tuple(found)


def _points(cell: Cell, scale: Scale) -> Held:
    """A point; where each line of a cell has a value of its own, a point for each, spread over the stage."""
    lines = [line for line in cell.text.split("\n") if line.strip()]
    read = [feeling_in(line, scale) for line in lines]
    if len(read) < 2 or any(one.value is None for one in read):
        read = [feeling_in(cell.text, scale)]
    found = [one for one in read if one != Feeling()]
    if len(found) == 1:
        return (_point(found[0]),)
    return tuple(
        {**_point(one), "at": round((number + 0.5) / len(found), 4)} for number, one in enumerate(found)
    )


def _point(found: Feeling) -> Fields:
    said = (("emotion", found.emotion), ("quote", found.quote))
    fields: dict[str, object] = {"value": found.value if found.value is not None else 0.0}
    return fields | {name: text for name, text in said if text}


def _channels(cell: Cell) -> Held:
    channels = listed_in(cell.text)
    order = {"process": "linear"} if has_order(cell.text) else {}
    runs = [channels[start : start + MOST_CHANNELS] for start in range(0, len(channels), MOST_CHANNELS)]
    return tuple({"channels": tuple(run), **order} for run in runs)


def _metrics(cell: Cell) -> Held:
    return tuple(metric for piece in cell.pieces for metric in _metrics_of(piece))


def _metrics_of(cell: Cell) -> Iterator[Fields]:
    if cell.number is not None:
        yield _metric_of_number(cell.number)
    else:
        yield from map(_metric, notes_in(cell.text))


def _metric_of_number(number: Number) -> Fields:
    """What stands before it with a colon is its name; all else its unit."""
    before, behind = number.before.strip(), number.behind.strip()
    name = before.removesuffix(":").strip() if before.endswith(":") else ""
    return {
        **({"text": name} if name else {}),
        "value": number.value,
        "unit": behind or ("" if name else before),
    }


def _metric(text: str) -> Fields:
    figure = figure_of(text)
    if figure is not None:
        return {"value": figure.value, "unit": figure.unit}
    name, _, rest = text.rpartition(":")
    if name.strip() and (named_value := figure_of(rest)):
        return {"text": name.strip(), "value": named_value.value, "unit": named_value.unit}
    return {"text": text}


def _people(cell: Cell) -> Held:
    return tuple({"persona": name} for name in listed_in(cell.text))


def _documents(cell: Cell) -> Held:
    return tuple(_document(text, piece.link) for piece in cell.pieces for text in notes_in(piece.text))


def _document(text: str, link: str) -> Fields:
    title, address = address_in(text)
    return {name: value for name, value in (("text", title), ("address", address or link)) if value}


_READ: dict[str, Callable[[Cell], Held]] = {
    NOTES: _notes,
    CHANNELS: _channels,
    METRICS: _metrics,
    INTERPLAY: _people,
    DOCUMENTS: _documents,
}


def _on_points(name: str, cells: Sequence[Cell], scale: Scale) -> Iterator[ImportNote]:
    read = [
        (cell, feeling) for cell in cells if not cell.is_empty for feeling in [feeling_in(cell.text, scale)]
    ]
    valued = [(cell, feeling.value) for cell, feeling in read if feeling.value is not None]
    if valued and scale.told_by:
        sentence = phrase(
            "The numbers in “{name}” were read from {low} to {high}.",
            name=name,
            low=scale.low,
            high=scale.high,
        )
        yield ImportNote("guessed" if scale.told_by in _GUESSED else "taken", sentence)
    elif valued:
        shown = [f"{cell.text.strip()} {_ARROW} {written(value)}" for cell, value in valued[:_EXAMPLES]]
        yield ImportNote(
            "taken",
            phrase("“{name}” was read as feelings: {examples}.", name=name, examples=", ".join(shown)),
        )
    for cell, feeling in read:
        if feeling.value is None and (feeling.emotion or feeling.quote):
            yield ImportNote(
                "guessed", phrase("“{text}” names no value, and was taken as 0.", text=cell.text), cell.place
            )


def _on_doubts(cells: Sequence[Cell]) -> Iterator[ImportNote]:
    for piece in (piece for cell in cells for piece in cell.pieces if piece.number is None):
        figure = figure_of(piece.text)
        if figure is not None and figure.doubt:
            yield ImportNote("guessed", as_it_is(figure.doubt), piece.place)


def is_said_empty(cell: Cell) -> bool:
    """Whether a cell says in words that it holds nothing."""
    is_open = not cell.is_empty and not cell.is_whole
    return is_open and says_nothing(cell.text) and any(map(str.isalnum, cell.text))


def _on_what_says_nothing(cells: Sequence[Cell]) -> Iterator[ImportNote]:
    for cell in filter(is_said_empty, cells):
        yield ImportNote("taken", phrase("“{text}” was taken as empty.", text=cell.text.strip()), cell.place)
