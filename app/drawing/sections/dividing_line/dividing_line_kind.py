"""The dividing lines of a service blueprint: where the customer's, the front and the back stage end."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QLineF, QRectF

from app.drawing.display import Batch, DisplayList, Lines, PlacedText, Stroke, Texts
from app.drawing.grid import Column, sheet_width
from app.drawing.sections.form import Choice, FormField
from app.drawing.sections.kind import Body, Box, Flow, Piece
from app.drawing.sections.nothing import Nothing
from app.drawing.sizes import Sizes
from app.drawing.text import line_height, text_block
from app.drawing.theme import SECONDARY
from app.language.phrases import Phrase, phrase, phrase_context
from app.model.analysis.roles import ROLES, is_process
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import DividingLine, NoteColour, Role, Section
from app.model.verbs.ready_sections import ReadySection

_FRONT_STAGE, _BACK_STAGE = phrase("FRONT STAGE"), phrase("BACK STAGE")
ZONES: dict[DividingLine, tuple[Phrase, Phrase]] = {
    "interaction": (phrase("CUSTOMER"), _FRONT_STAGE),
    "visibility": (_FRONT_STAGE, _BACK_STAGE),
    "internal interaction": (_BACK_STAGE, phrase("SUPPORT PROCESSES")),
}
"""What lies above and below each line."""
DASHES: dict[DividingLine | None, tuple[float, ...]] = {
    "interaction": (),
    "visibility": (26, 14),
    "internal interaction": (6, 12),
    None: (),
}
LINES = (
    (None, phrase_context("dividing line", "Plain")),
    ("interaction", phrase_context("dividing line", "Interaction")),
    ("visibility", phrase_context("dividing line", "Visibility")),
    ("internal interaction", phrase_context("dividing line", "Internal interaction")),
)
_ZONE_BELOW: dict[DividingLine | None, int] = {"visibility": 1, "internal interaction": 2}
_FREE = 40.0
"""Room over and under the two words of a line."""
_INSET = 24.0


class Dividing(Nothing):
    name = "dividing-line"
    title = phrase("Dividing line")
    glyph = "separator-horizontal"
    hint = phrase("A line of a service blueprint: of interaction, of visibility or of internal interaction.")
    ready: tuple[ReadySection, ...] = (
        ReadySection(phrase("Line of interaction"), section_kind="dividing-line", line="interaction"),
        ReadySection(phrase("Line of visibility"), section_kind="dividing-line", line="visibility"),
        ReadySection(
            phrase("Line of internal interaction"),
            section_kind="dividing-line",
            line="internal interaction",
        ),
        ReadySection(phrase("Dividing line"), section_kind="dividing-line"),
    )
    settings: tuple[FormField, ...] = (
        FormField("line", phrase("Line"), Choice(LINES), step=step_label("set_line")),
    )

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        right = sheet_width(columns)
        if isinstance(previous, LineBody) and (previous.line, previous.right) == (section.line, right):
            return previous
        return LineBody(section.line, right, sizes)


class LineBody:
    flow: Flow = "by itself"

    def __init__(self, line: DividingLine | None, right: float, sizes: Sizes) -> None:
        self.sizes = sizes
        self.line = line
        self.right = right
        self.height = 2 * round(line_height(sizes.label)) + _FREE

    def pieces(self, height: float) -> Sequence[Piece]:
        return [Piece(self.sizes.section_column, self.right, self.whole(height))]

    def whole(self, height: float) -> DisplayList:
        return tuple(self._draw(height / 2))

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        return iter(())

    def _draw(self, middle: float) -> Iterator[Batch]:
        line = QLineF(self.sizes.section_column, middle, self.right, middle)
        yield Lines([line], Stroke(SECONDARY, 4, DASHES[self.line]))
        if self.line is None:
            return
        above, below = (text_block(str(zone), self.sizes.label) for zone in ZONES[self.line])
        right = self.right - _INSET
        texts = [
            PlacedText(right - above.width, middle - 6 - above.height, above),
            PlacedText(right - below.width, middle + 6, below),
        ]
        yield Texts(texts, SECONDARY)


def zones(
    rows: Sequence[tuple[Section, QRectF]], roles: Mapping[NoteColour, Role] = ROLES
) -> dict[int, list[QRectF]]:
    """The rectangles behind the sections of the back stage (1) and of the support processes (2).

    A zone reaches from its line down to the next line, of whatever kind, or to the map's foot; what is no
    process, such as pain points, is in none.
    """
    found: dict[int, list[QRectF]] = {}
    zone = 0
    for section, rectangle in rows:
        if section.section_kind == Dividing.name:
            upper = rectangle.adjusted(0, 0, 0, -rectangle.height() / 2)
            found.setdefault(zone, []).append(upper)
            zone = _ZONE_BELOW.get(section.line, 0)
            rectangle = rectangle.adjusted(0, rectangle.height() / 2, 0, 0)
        if is_process(section, roles):
            found.setdefault(zone, []).append(rectangle)
    found.pop(0, None)
    return found
