"""A map as a room is shown it: in large type, stage by stage, as the document is when it is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF

from app.drawing.drawn_records import concerns_maps
from app.drawing.large_type import LargeType, large_type, lay_out_large
from app.drawing.layout import MapLayout
from app.model.change import Change
from app.model.records import Id
from app.session.editor import Editor
from app.widgets.room.back_row import times
from app.widgets.room.foot import HEIGHT
from app.widgets.room.slide_geometry import Geometry
from app.widgets.room.stage_headers import StageHeaders
from app.widgets.room.stage_pages import Page, pages_of


class RoomMap:
    """The layout in large type of the map that an editor shows, for a slide of a size."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._size, self._height, self._times = QSizeF(), 0.0, 1.0
        self._layout: MapLayout | None = None
        self._pages: dict[Id, tuple[Page, ...]] = {}
        self._headers: StageHeaders | None = None
        self._is_stale = True
        self.version = 0
        """Grows with each layout: slides of an older one are not to be shown."""
        editor.changed.connect(self._forget)
        editor.map_changed.connect(self._forget)

    def fit(self, size: QSizeF, height: float) -> None:
        """Set the type for a slide of that many pixels, in a picture of such a height.

        What stands over the slide or under it takes of its room, and nothing of its type.
        """
        if (size, height, times()) != (self._size, self._height, self._times):
            self._size, self._height, self._times = size, height, times()
            self._forget()

    @property
    def type(self) -> LargeType:
        return large_type(self._size.width(), self._height, self._times)

    @property
    def foot(self) -> QRectF:
        """The strip under the slide."""
        height = round(self._height * HEIGHT)
        return QRectF(0, self._size.height() - height, self._size.width(), height)

    @property
    def geometry(self) -> Geometry:
        return Geometry(QRectF(0, 0, self._size.width(), self.foot.top()), self.type)

    @property
    def layout(self) -> MapLayout:
        if self._layout is None or self._is_stale:
            document, map = self._editor.document, self._editor.map
            self._layout = lay_out_large(document, map, self.type, self._layout)
            self._pages = {}
            self._headers = None
            self._is_stale = False
            self.version += 1
        return self._layout

    @property
    def headers(self) -> StageHeaders:
        layout = self.layout
        if self._headers is None:
            self._headers = StageHeaders(layout)
        return self._headers

    def pages(self, stage: Id) -> tuple[Page, ...]:
        layout = self.layout
        if stage not in self._pages:
            column = layout.column_of(stage)
            self._pages[stage] = (
                pages_of(layout, column, self.geometry.room(layout)) if column is not None else ((),)
            )
        return self._pages[stage]

    def number(self, stage: Id) -> int:
        """Which of the stages it is, counted from 0."""
        return next(n for n, column in enumerate(self.layout.columns) if column.stage.id == stage)

    def parts(self) -> dict[Id, Sequence[int]]:
        """How many sections stand on each page of each stage."""
        return {
            column.stage.id: [len(page) for page in self.pages(column.stage.id)]
            for column in self.layout.columns
        }

    def _forget(self, change: Change | None = None) -> None:
        """What only tells how a workshop goes on changes no slide: the clock would have all painted anew."""
        self._is_stale |= change is None or concerns_maps(change)
