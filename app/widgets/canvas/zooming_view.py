"""A view that scrolls and zooms: the wheel, the pinch, and the scale of the map on the screen."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPalette, QShowEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from app.drawing.theme import PIXELS_PER_UNIT

SMALLEST, LARGEST = 0.01, 8.0
STEPS = (
    0.01,
    0.02,
    0.03,
    0.05,
    0.1,
    0.15,
    0.25,
    0.33,
    0.5,
    0.67,
    0.8,
    1.0,
    1.25,
    1.5,
    2.0,
    3.0,
    4.0,
    6.0,
    8.0,
)
"""The zooms that one step in or out goes to."""
_A_NOTCH = 120
_PER_NOTCH = 1.15
_FIT_MARGIN = 24


class ZoomingView(QGraphicsView):
    """Zoom 1.0 shows `PIXELS_PER_UNIT` logical pixels to a map unit."""

    zoom_changed = Signal(float)

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        # A map runs from left to right in every language: its directions are not those of the window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setTransform(QTransform.fromScale(PIXELS_PER_UNIT, PIXELS_PER_UNIT))

    def zoom(self) -> float:
        return self.transform().m11() / PIXELS_PER_UNIT

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom, keeping what is seen at a place of the viewport (its middle unless given) where it is."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom == self.zoom():
            return
        about = about if about is not None else QRectF(self.viewport().rect()).center()
        fixed = self.mapToScene(about.toPoint())
        scale = zoom * PIXELS_PER_UNIT
        self.setTransform(QTransform.fromScale(scale, scale))
        moved = self.mapFromScene(fixed) - about.toPoint()
        self.scroll_by(moved.x(), moved.y())
        self.viewport().update()
        self.zoom_changed.emit(zoom)

    def step_zoom(self, direction: int) -> None:
        """To the next of `STEPS`, in (1) or out (−1)."""
        now = self.zoom()
        ahead = [step for step in STEPS if (step - now) * direction > 0.001]
        if ahead:
            self.set_zoom(min(ahead) if direction > 0 else max(ahead))

    def fit_rectangle(self, rectangle: QRectF, largest: float = LARGEST) -> None:
        """Show a rectangle of the sheet as large as the view allows."""
        room = self.maximumViewportSize()
        across = (room.width() - 2 * _FIT_MARGIN) / max(rectangle.width(), 1)
        down = (room.height() - 2 * _FIT_MARGIN) / max(rectangle.height(), 1)
        self.set_zoom(min(across, down, largest * PIXELS_PER_UNIT) / PIXELS_PER_UNIT)
        self.centerOn(rectangle.center())

    def scroll_by(self, across: int, down: int) -> bool:
        """Scroll by pixels. Returns whether anything moved."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        before = [bar.value() for bar in bars]
        for bar, step in zip(bars, (across, down), strict=True):
            bar.setValue(bar.value() + step)
        return [bar.value() for bar in bars] != before

    def scrollContentsBy(self, across: int, down: int) -> None:
        super().scrollContentsBy(across, down)
        # What is frozen does not move with the rest, so the pixels that Qt just shifted are stale.
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._colour_desk()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_desk()

    def _colour_desk(self) -> None:
        """The map's sheet stays white; the desk around it is as dark as the window."""
        self.setBackgroundBrush(self.palette().color(QPalette.ColorRole.Dark))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * _PER_NOTCH ** (event.angleDelta().y() / _A_NOTCH), event.position())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_by(-event.angleDelta().y(), 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.set_zoom(self.zoom() * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)
