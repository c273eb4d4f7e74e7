"""The agenda of a workshop: what is done in which order and about how long, with room for times and names."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF

from app.drawing.display import Batch, Lines, PlacedText, Rectangles, Stroke, Texts, shifted
from app.drawing.sections import kind_of
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.drawing.text import text_block
from app.drawing.theme import HAIRLINE, INK, SECONDARY, SHEET, TextStyle
from app.drawing.workshop_kit.kit_page import MM, WRITE_ON, KitPage, Room, hint_of, in_place
from app.language.phrases import phrase, tr, tr_context
from app.model.document import Document
from app.model.records import JourneyMap, Persona
from app.model.text import one_line
from app.model.words import shortened

_TITLES = tuple(TextStyle(size, 700, leading=1.15) for size in (48, 40, 32, 26))
_HEAD = TextStyle(18, 600)
_WHAT = TextStyle(24, 600, leading=1.25)
_HOW = TextStyle(20, leading=1.3)
_SMALL = TextStyle(20, leading=1.4)
_START, _MINUTES, _BOX = 24 * MM, 20 * MM, 5 * MM
_PADDING = 1.9 * MM
_WIDE = 1_000.0
"""The room from which on a hint stands beside what it is for, not below it."""
_LONGEST = 200
"""Characters of a hint, a goal or a scenario."""


class Step(NamedTuple):
    """Something that is done in a workshop."""

    what: str
    how: str
    minutes: int


def steps(document: Document, journey_map: JourneyMap) -> tuple[Step, ...]:
    """What is done: the project's agenda or, where it has none, what there is to do for a map."""
    planned = tuple(Step(item.title, item.instruction, item.minutes) for item in document.agenda())
    return planned or _usual(document, journey_map)


def _usual(document: Document, journey_map: JourneyMap) -> tuple[Step, ...]:
    """What is done for a map: its own sections or, where it has none, those that most maps have."""
    sections = [(one.name, hint_of(one), one.section_kind) for one in document.sections(journey_map.id)]
    usual = [(str(one.name), str(one.hint), one.section_kind) for one in READY_SECTIONS if one.is_usual]
    return (
        Step(tr("Welcome"), tr("Who we are, what we want to know at the end, and how we work."), 10),
        Step(
            tr("Whose journey"),
            tr("Meet the personas; agree on their goal, and where it begins and ends."),
            15,
        ),
        Step(
            tr("Stages"),
            tr("Name the steps of the way, from the first thought to the last impression."),
            15,
        ),
        *(
            Step(name, hint, minutes)
            for name, hint, kind in sections or usual
            if (minutes := kind_of(kind).minutes) and name.strip()
        ),
        Step(tr_context("in a workshop", "Break"), tr("Before the votes."), 10),
        Step(
            tr_context("in a workshop", "Vote"), tr("Everyone marks what matters most: three dots each."), 10
        ),
        Step(
            tr("Next steps"),
            tr("An owner and a date for what we take on; when we look at the map again."),
            15,
        ),
    )


def pages(document: Document, journey_map: JourneyMap, room: Room) -> Iterator[KitPage]:
    y, drawn = _head(document, journey_map, room)
    high, headings = _headings(room.width)
    drawn += shifted(headings, 0, y)
    y += high
    for height, row in _rows(steps(document, journey_map), room.width):
        if y + height > room.height:
            yield KitPage(tr("Agenda"), tuple(drawn))
            y, drawn = high, [*headings]
        drawn += shifted(row, 0, y)
        y += height
    yield KitPage(tr("Agenda"), tuple(drawn))


def _head(document: Document, journey_map: JourneyMap, room: Room) -> tuple[float, list[Batch]]:
    kind = text_block(tr("WORKSHOP"), _HEAD)
    title = in_place(journey_map.title or tr("Journey map"), _TITLES, QRectF(0, 0, room.width, 30 * MM))
    drawn: list[Batch] = [
        Texts([PlacedText(0, 0, kind)], SECONDARY),
        Texts([PlacedText(0, kind.height + 4, title)], INK),
    ]
    y = kind.height + title.height + 12
    personas = ", ".join(document.get(Persona, id).name for id in journey_map.personas)
    texts = (personas, journey_map.goal, journey_map.scenario)
    people, goal, scenario = (shortened(text, _LONGEST) for text in texts)
    shown = (
        phrase("Personas: {text}", text=people) if people else None,
        phrase("Goal: {text}", text=goal) if goal else None,
        phrase("Scenario: {text}", text=scenario) if scenario else None,
    )
    for line in filter(None, shown):
        block = text_block(str(line), _SMALL, room.width)
        drawn.append(Texts([PlacedText(0, y, block)], SECONDARY))
        y += block.height
    y += 7 * MM
    blank = (tr("Date"), tr_context("of a workshop", "Place"), tr("Facilitator"))
    each = room.width / len(blank)
    for index, name in enumerate(blank):
        label, left = text_block(name, _SMALL), index * each
        drawn.append(Texts([PlacedText(left, y, label)], SECONDARY))
        base = y + label.height - 4
        drawn.append(Lines([QLineF(left + label.width + 12, base, left + each - 24, base)], WRITE_ON))
    return y + 11 * MM, drawn


def _headings(width: float) -> tuple[float, tuple[Batch, ...]]:
    """The height and the drawing of the table's first row, which every page has."""
    done = text_block(tr_context("in an agenda", "DONE"), _HEAD)
    headings = [
        (0.0, tr_context("in an agenda", "START")),
        (_START, tr_context("in an agenda", "MINUTES")),
        (_START + _MINUTES, tr_context("in an agenda", "WHAT")),
    ]
    placed = [PlacedText(x, 0, text_block(name, _HEAD)) for x, name in headings]
    y = _HEAD.size * _HEAD.leading + 6
    texts = Texts([*placed, PlacedText(width - done.width, 0, done)], SECONDARY)
    return y, (texts, Lines([QLineF(0, y, width, y)], Stroke(SECONDARY, 2)))


def _rows(found: Sequence[Step], width: float) -> Iterator[tuple[float, tuple[Batch, ...]]]:
    """The height and the drawing of each row."""
    x = _START + _MINUTES
    room = width - x - 4 * _BOX
    is_wide = room >= _WIDE
    for step in found:
        what = text_block(shortened(step.what, _LONGEST), _WHAT, room * 0.3 if is_wide else room)
        how = text_block(shortened(one_line(step.how), _LONGEST), _HOW, room * 0.66 if is_wide else room)
        place = (x + room * 0.34, _PADDING + 3) if is_wide else (x, _PADDING + what.height)
        how_height = how.height if step.how.strip() else 0.0
        height = 2 * _PADDING + (max(what.height, how_height) if is_wide else what.height + how_height)
        texts = (Texts([PlacedText(x, _PADDING, what)], INK), Texts([PlacedText(*place, how)], SECONDARY))
        yield height, (*texts, *_row(step, width, height))


def _row(step: Step, width: float, height: float) -> Iterator[Batch]:
    """What stands around the words of a row."""
    minutes = text_block(tr("{minutes} min", minutes=step.minutes), _SMALL)
    yield Texts([PlacedText(_START, _PADDING, minutes)], INK)
    yield Lines([QLineF(0, height - _PADDING, _START - 5 * MM, height - _PADDING)], WRITE_ON)
    box = QRectF(width - _BOX, (height - _BOX) / 2, _BOX, _BOX)
    yield Rectangles([box], fill=SHEET, stroke=Stroke(SECONDARY, 2), radius=4)
    yield Lines([QLineF(0, height, width, height)], Stroke(HAIRLINE, 1.5))
