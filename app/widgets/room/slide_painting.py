"""Paints the slides of a show, and keeps them: the map in large type stage by stage, or the whole of it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.session.editor import Editor
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.room.colours import RoomColours
from app.widgets.room.foot import Foot, curve_size
from app.widgets.room.painted_slide import PaintedSlide, Step
from app.widgets.room.room_map import RoomMap
from app.widgets.room.slide_cache import SlideCache, room_for
from app.widgets.room.slide_ground import Ground
from app.widgets.room.small_curve import SmallCurve
from app.widgets.room.stage_pages import Page
from app.widgets.room.stage_slide import StageSlide
from app.widgets.room.whole_slide import paint_whole
from app.workshop.clock_face import ClockFace
from app.workshop.show import Show
from app.workshop.slides import Slide


class SlidePainting:
    """Paints for a widget: as large as that is, in its colours and for its screen.

    What slides have in common is made by `dress`, and anew when the map, the size or the colours are others.
    """

    def __init__(self, show: Show, editor: Editor, shown: ShownMap, widget: QWidget) -> None:
        self._show, self._editor, self._shown, self._widget = show, editor, shown, widget
        self.map = RoomMap(editor)
        self._kept = SlideCache()
        self._look: tuple[object, ...] = ()
        self._colours: RoomColours
        self._ground: Ground
        self._curve: SmallCurve
        self._unprepared: Iterator[Slide] = iter(())

    def begun(self, slide: Slide) -> PaintedSlide:
        """A slide on which at least what must be read can be read."""
        self._dress()
        key = (slide, self._show.uncovered, self._look, id(self.whole_map))
        painted = self._kept.found(key)
        if painted is None:
            painted = PaintedSlide(self._ground.slide(), self._steps(slide))
            painted.go_on()
            self._kept.keep(key, painted)
        return painted

    def whole(self, slide: Slide) -> PaintedSlide:
        painted = self.begun(slide)
        painted.finish()
        return painted

    def go_on(self, painted: PaintedSlide) -> bool:
        """Do a part more of what waits for time between two frames. Returns whether there is still more."""
        if not painted.is_whole:
            painted.go_on()
        elif not self._ground.has_spare:
            self._ground.prepare_spare()
        elif (slide := next(self._unprepared, None)) is not None:
            PaintedSlide(_nowhere(self._ground.image.devicePixelRatio()), self._steps(slide)).go_on()
        else:
            return False
        return True

    def most(self) -> int:
        """How many slides are kept."""
        return room_for(self._ground.image)

    def foot(self, slide: Slide, time: str, word: str, clock: ClockFace | None = None) -> QPixmap:
        """Where on the way a slide is, with the time, the clock and what is said for a moment."""
        self._dress()
        strip, columns = self.map.foot, self.map.layout.columns
        image = QPixmap((strip.size() * self._widget.devicePixelRatioF()).toSize())
        image.setDevicePixelRatio(self._widget.devicePixelRatioF())
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            foot = Foot(painter, QRectF(0, 0, strip.width(), strip.height()), self._colours)
            foot.paint_right(time, word, clock)
            if slide.stage is None:
                foot.paint_title(self.map.layout.map.title)
            else:
                number, pages = self.map.number(slide.stage), len(self.map.pages(slide.stage))
                name = columns[number].stage.name
                foot.paint_way(self._curve, number + 1, len(columns), name, slide.page, pages)
        return image

    def forget(self) -> None:
        """Keep no slide."""
        self._kept.forget()

    def column_of(self, slide: Slide) -> Column | None:
        """The stage that a slide shows; none where that is the whole map."""
        return self.map.layout.column_of(slide.stage) if slide.stage is not None else None

    def page_of(self, slide: Slide, column: Column) -> Page:
        return self.map.pages(column.stage.id)[slide.page]

    @property
    def whole_map(self) -> MapLayout:
        """The layout of the map as it is when all of it is shown."""
        return self._shown.layout

    def _dress(self) -> None:
        layout, ratio, palette = self.map.layout, self._widget.devicePixelRatioF(), self._widget.palette()
        look = (self.map.version, self._widget.size().toTuple(), ratio, palette.cacheKey(), layout.language)
        if look == self._look:
            return
        self._look, self._colours = look, RoomColours.of(palette)
        self._ground = Ground(self.map.geometry, self._colours, ratio)
        self._curve = SmallCurve(layout, curve_size(self.map.foot), self._colours, ratio)
        self._unprepared = iter([Slide(column.stage.id) for column in layout.columns])

    def _steps(self, slide: Slide) -> Iterator[Step]:
        if slide.stage is None:
            yield partial(paint_whole, self.map.geometry.area, self.whole_map, self._colours)
        else:
            stage = StageSlide(self.map, self._editor.document, slide, self._colours, self._show.uncovered)
            yield from stage.steps(self._ground)


def _nowhere(ratio: float) -> QPixmap:
    """Where a slide is painted to have its texts broken and its drawing made before it is asked for."""
    image = QPixmap(1, 1)
    image.setDevicePixelRatio(ratio)
    return image
