"""The first page of a poster of many sheets: which sheet goes where, and how to put them together."""

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.text import text_block
from app.drawing.theme import INK, PANEL, SECONDARY, SHEET, TextStyle
from app.language.phrases import phrase, phrase_plural, tr
from app.language.words import percent
from app.pages.lengths import POINTS_PER_MILLIMETRE, format_length
from app.pages.poster.plan import Plan

_SHEET_EDGE = Stroke(INK, 0.75)
_GAP = 14.0


def instructions(plan: Plan, paper: str) -> str:
    """What to do with the sheets, and how large the poster will be."""
    first, last = plan.sheets[0], plan.sheets[-1]
    wide = (last.across.end - first.across.start) * plan.scale / POINTS_PER_MILLIMETRE
    high = (last.down.end - first.down.start) * plan.scale / POINTS_PER_MILLIMETRE
    lines = (
        phrase_plural(
            "{count} sheet of {paper}, {columns} across and {rows} down, {first} to {last}."
            " Put together, the poster is {width} wide and {height} high.",
            "{count} sheets of {paper}, {columns} across and {rows} down, {first} to {last}."
            " Put together, the poster is {width} wide and {height} high.",
            len(plan.sheets),
            paper=paper,
            columns=plan.columns,
            rows=plan.rows,
            first=first.label,
            last=last.label,
            width=format_length(round(wide)),
            height=format_length(round(high)),
        ),
        phrase("1. Print all sheets at {full} (“actual size”), not fitted to the page.", full=percent(1)),
        phrase("2. Cut each sheet along its right and its lower edge, from one mark to the other."),
        phrase(
            "3. Glue it over the margin of the sheet to its right and of the one below, so that the"
            " round marks of both lie on top of each other."
        ),
    )
    return "\n".join(map(str, lines))


def assembly(plan: Plan, title: str, paper: str) -> tuple[QRectF, DisplayList]:
    """Where the small map goes on the page, in points, and the words around it."""
    width, height = plan.page.points
    inset = plan.margin * POINTS_PER_MILLIMETRE
    small = max(8, min(14, round(min(width, height) / 60)))
    room = width - 2 * inset
    heading = text_block(title or tr("Untitled map"), TextStyle(2 * small, 700, leading=1.2), room)
    words = text_block(instructions(plan, paper), TextStyle(small, 400, leading=1.4), room)
    y = inset + heading.height + _GAP / 2
    texts: list[Batch] = [
        Texts([PlacedText(inset, inset, heading)], INK),
        Texts([PlacedText(inset, y, words)], SECONDARY),
    ]
    top = y + words.height + _GAP
    return QRectF(inset, top, room, max(height - inset - top, 10.0)), tuple(texts)


def draw_sheets(plan: Plan, scale: float, origin: QPointF) -> DisplayList:
    """The sheets over the small map, each with its name. Points from the page's corner."""
    boxes, names, labels = [], [], []
    for sheet in plan.sheets:
        box = QRectF(
            origin.x() + sheet.across.seam * scale,
            origin.y() + sheet.down.seam * scale,
            (sheet.across.end - sheet.across.seam) * scale,
            (sheet.down.end - sheet.down.seam) * scale,
        )
        boxes.append(box)
        size = max(5, min(20, int(min(box.width() / 3, box.height() / 2))))
        block = text_block(sheet.label, TextStyle(size, 700))
        corner = box.center() - QPointF(block.width / 2, block.height / 2)
        labels.append(PlacedText(corner.x(), corner.y(), block))
        names.append(QRectF(corner.x() - 3, corner.y(), block.width + 6, block.height))
    return (
        Rectangles(boxes, stroke=_SHEET_EDGE),
        Rectangles(names, fill=SHEET, stroke=Stroke(PANEL, 0.2), radius=3),
        Texts(labels, INK),
    )
