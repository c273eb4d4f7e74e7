"""A shelf of tiles under a heading: as many side by side as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from app.widgets.base.buttons import heading
from app.widgets.start.tile import Tile

_GAP = 18


class Shelf(QWidget):
    """Hidden while it holds nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tiles: list[Tile] = []
        self._rows = _Rows(self.tiles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading(name))
        column.addWidget(self._rows)
        self.hide()

    def put(self, tiles: Sequence[Tile]) -> None:
        """Put other tiles on the shelf."""
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles[:] = tiles
        for tile in tiles:
            tile.setParent(self._rows)
            tile.show()
        self._rows.arrange()
        self.setVisible(bool(tiles))

    def take_off(self, tile: Tile) -> None:
        """Take one tile off; the others stay."""
        self.tiles.remove(tile)
        tile.hide()
        tile.deleteLater()
        self._rows.arrange()
        self.setVisible(bool(self.tiles))


class _Rows(QWidget):
    """Stands its tiles in rows, each as wide as itself allows."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles = tiles

    def arrange(self) -> None:
        if not self._tiles:
            self.setFixedHeight(0)
            return
        size = self._tiles[0].sizeHint()
        a_row = max(1, (self.width() + _GAP) // (size.width() + _GAP))
        for index, tile in enumerate(self._tiles):
            row, column = divmod(index, a_row)
            place = QRect(QPoint(column * (size.width() + _GAP), row * (size.height() + _GAP)), size)
            tile.move(QStyle.visualRect(self.layoutDirection(), self.rect(), place).topLeft())
        rows = -(-len(self._tiles) // a_row)
        self.setFixedHeight(rows * (size.height() + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        return QSize(4 * 288, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
