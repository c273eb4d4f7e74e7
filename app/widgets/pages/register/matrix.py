"""Impact and effort of the actions as a matrix: what mends much and costs little stands at the upper left."""

from collections import defaultdict
from collections.abc import Sequence
from math import cos, pi, sin

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.drawing.theme import ACCENT, NOTE_FILLS
from app.language.phrases import tr, tr_plural
from app.language.words import capitalised
from app.model.analysis.register import EFFORTS, IMPACTS, Action
from app.model.nouns import word
from app.model.records import Id
from app.model.words import shortened
from app.widgets.base.text_size import scaled

SIZE = 16
_APART = 0.16
"""How far dots that would lie on each other stand apart, in steps of the matrix."""

_PLAIN, _MARKED = pg.mkPen(90, 100, 116, width=1), pg.mkPen(*ACCENT[:3], width=3)


class Matrix(QWidget):
    """A dot for each action of which impact and effort are known. A click on one tells its note."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Impact and effort"))
        self._rows: Sequence[Action] = ()
        self._marked: Id | None = None
        self.plot = pg.PlotWidget(enableMenu=False)
        self.plot.setMouseEnabled(False, False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hideButtons()
        self.plot.setRange(xRange=(-0.5, len(EFFORTS) - 0.5), yRange=(-0.5, len(IMPACTS) - 0.5), padding=0)
        for name, field, values in (("bottom", "effort", EFFORTS), ("left", "impact", IMPACTS)):
            axis = self.plot.getAxis(name)
            axis.setTicks([[(at, capitalised(word(field, value))) for at, value in enumerate(values)]])
            # Else the first and the last go where they reach beyond the axis by a pixel.
            axis.setStyle(hideOverlappingLabels=False)
            axis.setLabel(tr("Effort") if field == "effort" else tr("Impact"))
        self.dots = pg.ScatterPlotItem(size=SIZE, hoverable=True, tip=_tip)
        self.dots.sigClicked.connect(self._emit_chosen)
        for at in (0.5, 1.5):
            for angle in (0, 90):
                self.plot.addItem(pg.InfiniteLine(at, angle, pen=pg.mkPen((140, 150, 170, 70), width=1)))
        self.plot.addItem(self.dots)
        self._without = QLabel()
        self._without.setProperty("role", "quiet")
        self._without.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.plot, 1)
        column.addWidget(self._without)
        self.setMinimumWidth(scaled(260))
        self._apply_style()

    def show_rows(self, rows: Sequence[Action]) -> None:
        self._rows = rows
        without = sum(row.impact is None or row.note.effort is None for row in rows)
        self._without.setText(
            tr_plural(
                "{count} action without impact or effort", "{count} actions without impact or effort", without
            )
            if without
            else ""
        )
        self._without.setVisible(bool(without))
        self._draw()

    def mark(self, note: Id | None) -> None:
        self._marked = note
        self._draw()

    def places(self) -> dict[Id, tuple[float, float]]:
        """Where each dot lies: effort from the left, impact from below, in steps."""
        cells: dict[tuple[int, int], list[Id]] = defaultdict(list)
        for row in self._rows:
            if row.impact is not None and row.note.effort is not None:
                cells[EFFORTS.index(row.note.effort), IMPACTS.index(row.impact)].append(row.note.id)
        return {
            id: _apart(x, y, index, len(ids)) for (x, y), ids in cells.items() for index, id in enumerate(ids)
        }

    def _draw(self) -> None:
        places, notes = self.places(), {row.note.id: row.note for row in self._rows}
        self.dots.setData(
            [
                {
                    "pos": place,
                    "data": notes[id],
                    "brush": pg.mkBrush(*NOTE_FILLS[notes[id].colour][:3]),
                    "pen": _MARKED if id == self._marked else _PLAIN,
                }
                for id, place in places.items()
            ]
        )

    def _emit_chosen(self, _: object, points: Sequence[pg.SpotItem], *__: object) -> None:
        if len(points):
            self.chosen.emit(points[0].data().id)

    def _apply_style(self) -> None:
        """The window's colours: pyqtgraph has its own."""
        palette = self.palette()
        self.plot.setBackground(palette.color(QPalette.ColorRole.Base))
        ink: QColor = palette.color(QPalette.ColorRole.WindowText)
        for name in ("bottom", "left"):
            axis = self.plot.getAxis(name)
            axis.setTextPen(ink)
            axis.setPen(pg.mkPen(ink, width=1, style=Qt.PenStyle.SolidLine))


def _apart(x: int, y: int, index: int, number: int) -> tuple[float, float]:
    """A place around the middle of a cell, so that no two dots lie on each other."""
    if number == 1:
        return float(x), float(y)
    ring, angle = 1 + index // 8, 2 * pi * (index % 8) / min(number, 8)
    return x + _APART * ring * cos(angle), y + _APART * ring * sin(angle)


def _tip(x: float, y: float, data: object) -> str:
    return shortened(getattr(data, "text", ""), 60)
