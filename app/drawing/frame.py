"""What lies under everything on a map: the names' panel, tints, the lines between rows and between stages."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QRectF

from app.drawing.display import DisplayList, Lines, Rectangles, Stroke
from app.drawing.grid import Column
from app.drawing.rows import Row
from app.drawing.sections.dividing_line.dividing_line_kind import zones
from app.drawing.signs import moment_areas
from app.drawing.theme import PANEL, ROW_LINE, TINT, ZONES
from app.model.records import NoteColour, Role


def draw_frame(
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    width: float,
    top: float,
    names: float,
    roles: Mapping[NoteColour, Role],
) -> DisplayList:
    """All of it, from `top` down; `names` is how wide the panel is."""
    if not rows:
        return ()
    bottom = rows[-1].bottom
    panel = Rectangles([QRectF(0, top, names, bottom - top)], fill=PANEL)
    inside = [(row.section, QRectF(names, row.y, width - names, row.height)) for row in rows]
    tints = [Rectangles(found, fill=ZONES[zone]) for zone, found in zones(inside, roles).items()]
    if areas := moment_areas(columns, top, bottom):
        tints.append(Rectangles(areas, fill=TINT))
    across = [QLineF(0, row.bottom, width, row.bottom) for row in rows]
    across.append(QLineF(names, top, names, bottom))
    down = [QLineF(column.x, top, column.x, bottom) for column in columns[1:]]
    return (panel, *tints, Lines(down, Stroke(ROW_LINE, 1.5, (9, 9))), Lines(across, Stroke(ROW_LINE, 2)))
