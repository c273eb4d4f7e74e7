"""One to three dots for how much something hurts: a press sets as many, a second takes them away."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.drawing.sections.notes.notes_form import IMPACT
from app.language.phrases import tr
from app.model.records import Impact
from app.widgets.base.text_size import scaled

_RADIUS = 6.5
_LEVELS = tuple((value, words) for value, words in IMPACT if value)


class _Dot(QAbstractButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_filled = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Impact: {impact}", impact=words))
        self.setToolTip(tr("Impact: {impact}", impact=words))

    def sizeHint(self) -> QSize:
        return QSize(scaled(24), scaled(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, middle = self.palette(), QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        radius = scaled(2 * _RADIUS) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
                painter.drawEllipse(middle, radius + 3.5, radius + 3.5)
            ink = palette.color(QPalette.ColorRole.WindowText)
            rim = ink if self.is_filled or self.underMouse() else palette.color(QPalette.ColorRole.Mid)
            painter.setPen(QPen(rim, 1.5))
            painter.setBrush(ink if self.is_filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius, radius)


class ImpactDots(QWidget):
    """The three dots side by side."""

    chosen = Signal(object)
    """An Impact, or None."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._level = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.dots = [_Dot(str(words), self) for _, words in _LEVELS]
        for level, dot in enumerate(self.dots, start=1):
            row.addWidget(dot)
            dot.clicked.connect(lambda _=False, level=level: self._choose(level))

    def show_impact(self, impact: Impact | None) -> None:
        self._level = next((level for level, (one, _) in enumerate(_LEVELS, start=1) if one == impact), 0)
        for level, dot in enumerate(self.dots, start=1):
            dot.is_filled = level <= self._level
            dot.update()

    def _choose(self, level: int) -> None:
        self.chosen.emit(None if level == self._level else _LEVELS[level - 1][0])
