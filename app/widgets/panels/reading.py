"""The reading of an emotional graph as a list: a click goes to what is spoken of, a button copies it all."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language.phrases import tr, tr_context
from app.model.analysis.reading_words import CurveReading, read_section, reading_text
from app.model.records import Section
from app.session.editor import Editor
from app.session.selection import Cell
from app.widgets.base.buttons import headed, heading
from app.widgets.base.icons import icon, icon_size

_POINT = Qt.ItemDataRole.UserRole
_ROOM = 16
"""Pixels that an item takes around its words."""


class Reading(QWidget):
    """The sentences on each curve of a graph."""

    wanted = Signal(str)
    """A point is to be shown on the map."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._readings: tuple[CurveReading, ...] = ()
        self.list = _Sentences()
        self.list.setAccessibleName(tr_context("of a curve", "Reading"))
        self.list.setToolTip(tr("Choose a sentence to see its place on the graph"))
        self.list.itemClicked.connect(self._go_to)
        self.list.itemActivated.connect(self._go_to)
        self._nothing = QLabel(tr("Nothing stands out yet."))
        self._nothing.setProperty("role", "quiet")
        self.copy = QToolButton()
        self.copy.setIcon(icon("copy", size=16))
        self.copy.setIconSize(icon_size(16))
        self.copy.setProperty("role", "small")
        self.copy.setAccessibleName(tr("Copy the reading"))
        self.copy.setToolTip(tr("Copy the reading as text"))
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(headed(heading(tr_context("of a curve", "Reading")), self.copy))
        column.addWidget(self._nothing)
        column.addWidget(self.list)

    def show_section(self, section: Section) -> None:
        readings = read_section(self._editor.document, section)
        if readings == self._readings and self.list.count():
            return
        self._readings = readings
        self.list.clear()
        for reading in readings:
            if len(readings) > 1 and reading.described:
                name = QListWidgetItem(str(reading.name))
                name.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(name)
            for described in reading.described:
                item = QListWidgetItem(str(described.sentence))
                item.setData(_POINT, described.finding.points[-1].id)
                self.list.addItem(item)
        self._nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self.copy.setEnabled(bool(self.list.count()))
        self.list.fit()

    def _go_to(self, item: QListWidgetItem) -> None:
        id = item.data(_POINT)
        if id is None:
            return
        points = (
            described.finding.points[-1] for reading in self._readings for described in reading.described
        )
        point = next(point for point in points if point.id == id)
        self._editor.select([id], Cell(point.section, point.stage))
        self.wanted.emit(id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(reading_text(self._readings)))


class _Sentences(QListWidget):
    """As high as its sentences, which are broken to its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def fit(self) -> None:
        """Give each item the height of its words, and the list that of its items."""
        width = self.viewport().width() - 2 * _ROOM
        for row in range(self.count()):
            item = self.item(row)
            words = self.fontMetrics().boundingRect(
                0, 0, width, 10_000, int(Qt.TextFlag.TextWordWrap), item.text()
            )
            item.setSizeHint(QSize(0, words.height() + _ROOM))
        self.setFixedHeight(sum(self.item(row).sizeHint().height() for row in range(self.count())) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
