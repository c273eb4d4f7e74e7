"""The colours of stages from the first to the last: each a field, as many as one wants, and how they look."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.drawing.styles.palette import stage_colour
from app.language.phrases import tr
from app.model.records import StyleColours
from app.model.records.styling import MOST_STAGE_COLOURS
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.text_size import scaled
from app.widgets.forms.field import come_before
from app.widgets.pages.styling.colour_field import HexField

_STAGES = 8
"""How many headers are shown, which is how many many maps have."""
_TIP = 0.28
"""How far the tip of a header reaches, in its height."""


class RampField(QWidget):
    """Shows the colours of stages, and says which is to be another, to be added or to be removed."""

    edited = Signal(str, str)
    """A field ("stages.2"), and the colour wished for."""
    wanted = Signal(tuple)
    """All colours, one of them added or removed."""
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.headers = _Headers()
        self.add = QPushButton(tr("Add colour"))
        self.add.setToolTip(tr("One more colour after the last; stages between two have a mixture of both"))
        self.rows: list[_Row] = []
        self._colours: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.headers)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._add)

    def show_colours(self, colours: StyleColours) -> None:
        self._colours = colours.stages
        while len(self.rows) < len(colours.stages):
            self._add_row()
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(colours.stages))
            if index < len(colours.stages):
                row.field.show_colour(colours.stages[index])
        self.add.setEnabled(len(colours.stages) < MOST_STAGE_COLOURS)
        self.headers.show_colours(colours)

    def _add_row(self) -> None:
        number = len(self.rows)
        row = _Row(number)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        come_before(self.add, (row.field.swatch, row.field.line, row.remove))
        row.field.edited.connect(partial(self.edited.emit, f"stages.{number}"))
        row.field.refused.connect(self.refused)
        row.remove.clicked.connect(partial(self._remove, number))

    def _add(self) -> None:
        last = self._colours[-1] if self._colours else self.headers.accent
        self.wanted.emit((*self._colours, last))

    def _remove(self, number: int) -> None:
        self.wanted.emit((*self._colours[:number], *self._colours[number + 1 :]))
        shown = [row for row in self.rows if row.isVisibleTo(self)]
        (shown[min(number, len(shown) - 1)].remove if shown else self.add).setFocus()


class _Row(QWidget):
    """A colour, and the button that removes it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        name = tr("Stage colour {number}", number=number + 1)
        self.field, self.remove = HexField(name), QToolButton()
        self.remove.setIcon(icon("x", "quiet"))
        self.remove.setIconSize(icon_size(14))
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.setAccessibleName(tr("Remove {name}", name=name))
        self.remove.setToolTip(tr("Remove this colour; without any, stages have the accent"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove)


class _Headers(QWidget):
    """Headers of stages in these colours, as a map has them."""

    def __init__(self) -> None:
        super().__init__()
        self.accent = ""
        self._hues: Sequence[QColor] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Stages in these colours"))

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(26))

    def show_colours(self, colours: StyleColours) -> None:
        self.accent = colours.accent
        hues = (stage_colour(colours, index, _STAGES) for index in range(_STAGES))
        self._hues = [QColor(hue.red, hue.green, hue.blue) for hue in hues]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = float(self.height())
        wide = (self.width() - _TIP * high) / max(len(self._hues), 1)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for index, hue in enumerate(self._hues):
            painter.setBrush(hue)
            painter.drawPolygon(_header(QRectF(index * wide, 0, wide - 2, high), _TIP * high))


def _header(box: QRectF, tip: float) -> QPolygonF:
    middle = box.center().y()
    return QPolygonF(
        [
            box.topLeft(), box.topRight(), QPointF(box.right() + tip, middle),
            box.bottomRight(), box.bottomLeft(), QPointF(box.left() + tip, middle),
        ]
    )  # fmt: skip
