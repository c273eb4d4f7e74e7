"""The status bar: whether everything is saved, how much there is on the map, and the zoom."""

import math
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from app.drawing.text import capitals
from app.drawing.theme import DISTANCE_FACTOR, NOTE
from app.file_names import shown
from app.language.numbers import written
from app.language.phrases import tr, tr_context
from app.model.change import Change
from app.model.nouns import counted
from app.model.records import Note, Section, Stage
from app.session.editor import Editor
from app.session.save_watch import SaveWatch
from app.widgets.base.buttons import action_button
from app.widgets.base.icons import pixmap
from app.widgets.base.plain_text import tip
from app.widgets.base.preferences import changes, preferences
from app.widgets.base.text_size import scaled
from app.widgets.base.wheel import keep_still
from app.widgets.base.whole_words import ShortenedLabel
from app.widgets.canvas.view import CanvasView
from app.widgets.canvas.zooming_view import LARGEST, SMALLEST
from app.widgets.shell import Actions
from app.widgets.window.arrange_again import ArrangeAgain

WIDEST_FILE = 260
"""Logical pixels that the name of the file may take."""
ROOM_FOR_FILE = 900
"""Logical pixels of width from which on it is shown."""
_INCH = 25.4
"""Millimetres."""
NOTCHES = 200
"""Steps of the zoom slider, even in proportion: as many from 10 to 20 % as from 100 to 200 %."""


class Status(QWidget):
    """One row below everything."""

    def __init__(
        self,
        editor: Editor,
        saving: SaveWatch,
        canvas: CanvasView,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr_context("of a window", "Status"))
        self.setFixedHeight(scaled(30))
        self.saved = SavedLabel(editor, saving)
        self.counts = CountsLabel(editor)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.saved)
        row.addSpacing(14)
        row.addWidget(self.counts)
        self.file = FileButton()
        self.file.clicked.connect(actions["file.show_folder"].trigger)
        row.addSpacing(10)
        row.addWidget(self.file)
        self.arrange_again = ArrangeAgain(editor, canvas, actions["maps.arrange"])
        row.addWidget(self.arrange_again)
        row.addStretch(1)
        self.readable = ReadableLabel(canvas)
        row.addWidget(self.readable)
        row.addSpacing(10)
        row.addWidget(action_button(actions["view.zoom_out"], role="small", size=14))
        row.addWidget(ZoomSlider(canvas))
        row.addWidget(action_button(actions["view.zoom_in"], role="small", size=14))
        row.addWidget(_zoom_button(canvas, actions))
        row.addWidget(action_button(actions["view.fit"], "text", "text"))
        self.fit_width = action_button(actions["view.fit_width"], "text", "text")
        row.addWidget(self.fit_width)

    def show_file(self, path: Path) -> None:
        """Say where the project's file lies."""
        self.file.show_file(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.file.setHidden(self.width() < scaled(ROOM_FOR_FILE))
        self.fit_width.setHidden(self.width() < scaled(ROOM_FOR_FILE))
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """Leave the distance away where the other words would be cut off beside it."""
        row = self.layout()
        if row is None:
            return
        distance = self.readable.sizeHint().width() + row.spacing()
        others = row.sizeHint().width() - (0 if self.readable.isHidden() else distance)
        self.readable.setHidden(self.width() < others + distance)


class FileButton(QToolButton):
    """The name of the project's file, and in its tooltip where it lies; a click shows its folder."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "text")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_file(self, path: Path) -> None:
        self.setText(shown(Path(path.name)).replace("&", "&&"))
        self.setAccessibleName(tr("File: {name}", name=shown(Path(path.name))))
        self.setToolTip(tip(f"{shown(path)}\n{tr('Click to show it in its folder')}"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), scaled(WIDEST_FILE)), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is too long for its room is shortened in the middle: copies differ at the end."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        room = self.width() - 16
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideMiddle, room)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class SavedLabel(QWidget):
    """Says that all is saved, is being saved, or what keeps it from the disk; then there is a second try."""

    def __init__(self, editor: Editor, saving: SaveWatch) -> None:
        super().__init__()
        self._editor = editor
        self._saving = saving
        self._picture = QLabel()
        self.words = ShortenedLabel()
        self._again = QToolButton()
        self._again.setText(tr("Try again"))
        self._again.setProperty("role", "text")
        self._again.setToolTip(tr("Try to save now"))
        self._again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._again.clicked.connect(saving.try_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._picture, self.words, self._again):
            row.addWidget(widget)
        saving.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        icon, words = self._state_words()
        self._picture.setPixmap(pixmap(icon, "quiet", 14, self.devicePixelRatioF()))
        self.words.setText(words)
        self._again.setVisible(self._saving.state.has_failed)

    def _state_words(self) -> tuple[str, str]:
        state = self._saving.state
        if self._editor.read_only:
            return "lock", tr("Read-only")
        if state.has_failed:
            return "triangle-alert", tr("Not saved. {reason}", reason=str(state.sentence))
        if state.is_saved:
            return "check", tr("All changes saved")
        return "loader-circle", tr("Saving…")


class CountsLabel(QLabel):
    """How many notes, stages and sections the map has."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        editor.changed.connect(self._follow)
        editor.map_changed.connect(self._count)
        self._count()

    def _follow(self, change: Change) -> None:
        if any(edit.before is None or edit.after is None for edit in change):
            self._count()

    def _count(self) -> None:
        document, map = self._editor.document, self._editor.map
        stages, sections = document.stages(map), document.sections(map)
        notes = sum(len(document.notes(section.id, stage.id)) for section in sections for stage in stages)
        parts = ((Note, notes), (Stage, len(stages)), (Section, len(sections)))
        self.setText(" · ".join(str(counted(record_type.kind, number)) for record_type, number in parts))


class ReadableLabel(QLabel):
    """From where the notes can be read on this screen: capitals of 1 mm to each 300 mm of distance.

    Its tooltip tells the same for the picture that a projector makes of the screen.
    """

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self._canvas = canvas
        canvas.zoom_changed.connect(self._show)
        changes.happened.connect(self._show)
        self._show()

    def _show(self, _changed: object = None) -> None:
        height = capitals(NOTE) * self._canvas.transform().m11()
        dots = self.screen().physicalDotsPerInch() / _INCH
        metres = height / max(dots, 0.1) * DISTANCE_FACTOR / 1000
        self.setText(tr("Readable from {metres} m", metres=written(round(metres, 1))))
        width = preferences().picture_width
        far = height / max(self.screen().size().width(), 1) * width * DISTANCE_FACTOR
        sentence = tr(
            "On a picture {width} m wide: from {metres} m",
            width=written(width),
            metres=written(round(far, 1)),
        )
        self.setToolTip(tip(sentence))
        self.setAccessibleDescription(sentence)


class ZoomSlider(QSlider):
    """Zoom by hand."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._canvas = canvas
        self.setRange(0, NOTCHES)
        self.setPageStep(NOTCHES // 20)
        self.setFixedWidth(110)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep_still(self)
        self.setAccessibleName(tr("Zoom"))
        self.setToolTip(tr("Zoom"))
        self.valueChanged.connect(self._zoom)
        canvas.zoom_changed.connect(self._show)
        self._show(canvas.zoom())

    def sizeHint(self) -> QSize:
        return QSize(110, 22)

    def _zoom(self, notch: int) -> None:
        self._canvas.set_zoom(SMALLEST * (LARGEST / SMALLEST) ** (notch / NOTCHES))

    def _show(self, zoom: float) -> None:
        self.blockSignals(True)
        self.setValue(round(NOTCHES * math.log(zoom / SMALLEST) / math.log(LARGEST / SMALLEST)))
        self.blockSignals(False)


def _percent(zoom: float) -> str:
    return tr("{number} %", number=round(zoom * 100))


def _zoom_button(canvas: CanvasView, actions: Actions) -> QToolButton:
    """Says the zoom; a click goes to 100 %."""
    action = actions["view.full_size"]
    button = QToolButton()
    button.setProperty("role", "text")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    button.setText(_percent(LARGEST))
    # The same for each zoom, or what stands beside it would dance.
    button.setFixedWidth(max(scaled(56), 56, button.sizeHint().width()))

    def show_zoom(zoom: float) -> None:
        button.setText(_percent(zoom))
        percent = round(zoom * 100)
        button.setAccessibleName(tr("Zoom {number} %: click for 100 %", number=percent))

    canvas.zoom_changed.connect(show_zoom)
    show_zoom(canvas.zoom())
    return button
