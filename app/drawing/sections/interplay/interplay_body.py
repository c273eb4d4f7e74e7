"""The personas' interplay: who is involved at which stage. Each persona has a line across the stages."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, Lines, PlacedText, Stroke, Texts
from app.drawing.grid import Column
from app.drawing.pieces import READABLE
from app.drawing.sections.entries import EMPTY_HEIGHT, EntryKind
from app.drawing.sections.form import FormField, LongText, OnePersona
from app.drawing.sections.interplay.named import Named
from app.drawing.sections.kind import Body, Box, Flow, Piece, Typed
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import CELL_PADDING, INK, Colour
from app.language.phrases import phrase
from app.model.document import Document
from app.model.exchange.cell_parts import listed_in
from app.model.labels import step_label
from app.model.records import Entry, Id, Persona, Section
from app.model.verbs.ready_sections import ReadySection

RADIUS = 30.0
_GAP = 18.0
_TEXT_LEFT = 2 * RADIUS + 14.0
_TEXT_TOP = 4.0
_NOBODY = Persona(id="nobody", name="?", colour="#E3E7ED")
Spot = tuple[Entry, Column]


class Interplay(EntryKind):
    name = "interplay"
    title = phrase("Personas’ interplay")
    glyph = "users"
    hint = phrase("Who is involved at which stage, and what they do there.")
    ready = (
        ReadySection(phrase("Personas’ interplay"), phrase("Who takes part, and in what?"), "interplay"),
    )
    form = (
        FormField("persona", phrase("Persona"), OnePersona(), step=step_label("set_involved")),
        FormField(
            "text",
            phrase("What they do"),
            LongText(phrase("Decides, pays, waits …")),
            step=step_label("edit_involvement"),
        ),
    )
    text_place = (_TEXT_LEFT, _TEXT_TOP)

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        """Personas that are named: some of them, or one with what they do behind the name."""
        if entry.persona is not None:
            return None
        named = Named(document.personas())
        found = [named.find(name) for name in listed_in(entry.text)]
        people = [one.id for one in found if one is not None]
        if found and len(people) == len(found):
            first, *others = ({"persona": id, "text": before} for id in people)
            return Typed(first, step_label("set_involved"), others=tuple(others))
        persona, rest = named.at_beginning(entry.text)
        if persona is None:
            return None
        return Typed({"persona": persona.id, "text": rest}, step_label("set_involved"))

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        spots = tuple(
            (entry, column) for column in columns for entry in document.entries(section.id, column.stage.id)
        )
        made_of = (spots, document.personas(), tuple(columns))
        if isinstance(previous, InterplayBody) and previous.made_of == made_of:
            return previous
        return InterplayBody(*made_of, document, sizes)


class InterplayBody:
    flow: Flow = "by itself"

    def __init__(
        self,
        spots: tuple[Spot, ...],
        personas: tuple[Persona, ...],
        columns: tuple[Column, ...],
        document: Document,
        sizes: Sizes,
    ) -> None:
        self.made_of = (spots, personas, columns)
        self._document = document
        self._sizes = sizes
        self._right = columns[-1].right if columns else sizes.section_column
        self._lanes: list[tuple[Persona, list[tuple[Box, Spot]]]] = []
        known = {persona.id: persona for persona in personas}
        order = {id: index for index, id in enumerate(known)}
        by_persona: dict[Id, list[Spot]] = {}
        for spot in spots:
            by_persona.setdefault(spot[0].persona or _NOBODY.id, []).append(spot)
        y = CELL_PADDING
        for id in sorted(by_persona, key=lambda id: order.get(id, len(order))):
            boxes, y = _lane(by_persona[id], y, sizes)
            self._lanes.append((known.get(id, _NOBODY), boxes))
        self.height = y - _GAP + CELL_PADDING if spots else EMPTY_HEIGHT
        self._drawn: DisplayList | None = None

    def pieces(self, height: float) -> Sequence[Piece]:
        return [Piece(self._sizes.section_column, self._right, self.whole(height))]

    def whole(self, height: float) -> DisplayList:
        if self._drawn is None:
            self._drawn = tuple(self._draw())
        return self._drawn

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        for _, boxes in self._lanes:
            for box, _ in boxes:
                if box.rectangle.left() < right and box.rectangle.right() > left:
                    yield box

    def _draw(self) -> Iterator[Batch]:
        for persona, boxes in self._lanes:
            colour = Colour.of(persona.colour)
            places = [box.rectangle.topLeft() + QPointF(RADIUS, RADIUS) for box, _ in boxes]
            highest = max(box.rectangle.height() for box, _ in boxes)
            yield from _connection(places, highest - RADIUS - 2, colour)
            for place in places:
                yield from draw_avatar(self._document, persona, place, RADIUS)
            texts = [
                PlacedText(
                    box.rectangle.left() + _TEXT_LEFT,
                    box.rectangle.top() + _TEXT_TOP,
                    _label(*spot, self._sizes),
                )
                for box, spot in boxes
            ]
            yield Texts(texts, INK, seen_from=READABLE)


def _connection(places: Sequence[QPointF], below: float, colour: Colour) -> Iterator[Batch]:
    """The line from where a persona comes in to where they leave, clear of the words above it."""
    first, last = places[0], places[-1]
    if last.x() > first.x():
        lower = QPointF(0, below)
        yield Lines([QLineF(first + lower, last + lower)], Stroke(colour.mixed(INK, 0.15), 3))


def _lane(spots: Sequence[Spot], y: float, sizes: Sizes) -> tuple[list[tuple[Box, Spot]], float]:
    """A persona's entries side by side; in the same stage one below the other."""
    boxes: list[tuple[Box, Spot]] = []
    bottoms: dict[Id, float] = {}
    for entry, column in spots:
        top = bottoms.get(column.stage.id, y)
        height = max(2 * RADIUS + 8, _label(entry, column, sizes).height + 8)
        left = column.x + CELL_PADDING
        boxes.append(
            (Box(entry.id, QRectF(left, top, column.width - 2 * CELL_PADDING, height)), (entry, column))
        )
        bottoms[column.stage.id] = top + height + 8
    return boxes, max(bottoms.values()) - 8 + _GAP


def _label(entry: Entry, column: Column, sizes: Sizes) -> TextBlock:
    return text_block(entry.text, sizes.caption, column.width - 2 * CELL_PADDING - _TEXT_LEFT)
