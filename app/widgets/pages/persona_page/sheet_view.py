"""The sheet of a persona as the screen shows it: the drawing that is printed, as wide as there is room."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.drawing.card_pages import SHORT_SIDE
from app.drawing.decoded import decoded_pictures
from app.drawing.display import DisplayList, Links, Texts
from app.drawing.painter import colour, paint
from app.drawing.persona_sheet import draw_persona_sheet
from app.drawing.theme import HAIRLINE, SHEET
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import Persona
from app.widgets.base.pictures_ready import pictures_ready
from app.widgets.pictures.offered_pictures import has_pictures

_INSET = 68.0
"""Units of paper around the drawing."""
_LONG_SIDE = 2 * 297 / 25.4 * 72
_WIDE = 800
"""Logical pixels from which on the sheet lies on its side."""
_DESK = 18
"""Logical pixels of desk around the paper."""
_LEAST = 100
"""Logical pixels that the paper is wide at least."""
_LARGEST = 1.0
"""Logical pixels that a unit takes at most: text is then 20 of them high."""


class SheetView(QScrollArea):
    """Emits `picture_given` with what was dropped or pasted, `link_wanted` with the address clicked on."""

    picture_given = Signal(QMimeData)
    link_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Persona sheet"))
        self.setAcceptDrops(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self.paper = _Paper(self)
        self.setWidget(self.paper)
        self._shown: tuple[Document, Persona] | None = None

    def show_persona(self, document: Document, persona: Persona) -> None:
        """Draw the sheet as it is now; of another persona, from its top on."""
        if self._shown is not None and self._shown[1].id != persona.id:
            self.verticalScrollBar().setValue(0)
        self._shown = (document, persona)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.paper.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.paper.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_pictures(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.picture_given.emit(event.mimeData())

    def event(self, event: QEvent) -> bool:
        is_paste = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if is_paste and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        # A clipboard on which nothing was ever put has no data at all, whatever Qt's own stubs say.
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # type: ignore[truthy-bool]
        if has_pictures(data):
            self.picture_given.emit(data)

    def _draw(self) -> None:
        if self._shown is None:
            return
        room = self.width() - 2 * _DESK - self.verticalScrollBar().sizeHint().width()
        side = _LONG_SIDE if room >= _WIDE else SHORT_SIDE
        scale = min(max(room, _LEAST) / side, _LARGEST)
        sheet = draw_persona_sheet(*self._shown, side - 2 * _INSET, None)
        height = max(round((sheet.height + 2 * _INSET) * scale), self.height() - 2 * _DESK)
        self.paper.put(sheet.pages[0], scale, round(side * scale), height)
        texts = (batch.texts for batch in sheet.pages[0] if isinstance(batch, Texts))
        self.setAccessibleDescription("\n".join(text.block.text for some in texts for text in some))


class _Paper(QWidget):
    """The sheet on the desk, which is around it and no part of it."""

    def __init__(self, view: SheetView) -> None:
        super().__init__()
        self._view = view
        self.drawing: DisplayList = ()
        self.scale = 1.0
        self.setMouseTracking(True)
        pictures_ready().ready.connect(self._show_picture)

    def _show_picture(self, picture: str) -> None:
        self.update()

    def put(self, drawing: DisplayList, scale: float, width: int, height: int) -> None:
        self.drawing, self.scale = drawing, scale
        self.setFixedSize(width + 2 * _DESK, height + 2 * _DESK)
        self.update()

    def place_of(self, place: QPointF) -> QPointF:
        """Where a place of the drawing is seen, in pixels."""
        return (place + QPointF(_INSET, _INSET)) * self.scale + QPointF(_DESK, _DESK)

    def link_at(self, place: QPointF) -> str | None:
        """The address under a place, in pixels."""
        at = (place - QPointF(_DESK, _DESK)) / self.scale - QPointF(_INSET, _INSET)
        links = (link for batch in self.drawing if isinstance(batch, Links) for link in batch.links)
        return next((address for area, address in links if area.contains(at)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Dark))
        paper = QRectF(self.rect()).adjusted(_DESK, _DESK, -_DESK, -_DESK)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 2) if self._view.hasFocus() else QPen(colour(HAIRLINE), 1))
        painter.setBrush(colour(SHEET))
        painter.drawRoundedRect(paper, 6, 6)
        painter.translate(paper.topLeft())
        painter.scale(self.scale, self.scale)
        painter.translate(_INSET, _INSET)
        paint(painter, self.drawing, self.scale, find=decoded_pictures.soon)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over_link = self.link_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over_link else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        address = self.link_at(event.position())
        if address is not None and event.button() == Qt.MouseButton.LeftButton:
            self._view.link_wanted.emit(address)
