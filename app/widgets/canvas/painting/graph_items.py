"""Keeps an item on the canvas for each emotional graph of the map shown, so that lines move by themselves.

pyqtgraph takes long to be imported: it is when the map has been seen. Until then the canvas paints graphs as
it paints all else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene

from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.model.records import Id
from app.widgets.canvas.shown_map import ShownMap

if TYPE_CHECKING:  # Only for its type: see above.
    from app.widgets.canvas.painting.graph_item import GraphItem


SEEN = 150
"""Milliseconds after which the map has been seen."""


class Graphs(QObject):
    """The items of the graphs, by section, from the moment when they are `woken`."""

    woken = Signal()

    def __init__(self, scene: QGraphicsScene, shown: ShownMap, scale: float) -> None:
        super().__init__(scene)
        self._scene = scene
        self._shown = shown
        self._scale = scale
        self._items: dict[Id, GraphItem] = {}
        self._are_awake = False
        # There are few items, and their bounds change while an index of them would not hear of it.
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        shown.laid_out.connect(self._follow)
        shown.previewed.connect(self._follow)
        QTimer.singleShot(SEEN, self, self._follow)

    def zoom_to(self, scale: float) -> None:
        """A map unit takes `scale` pixels."""
        self._scale = scale
        if self._are_awake:
            self._follow()

    def _follow(self, stale: object = None) -> None:
        """Show the graphs of the map as they are by now."""
        graphs = {
            row.section.id: (row.body, row.y)
            for row in self._shown.layout.rows
            if isinstance(row.body, GraphBody) and row.body.lines
        }
        for gone in self._items.keys() - graphs.keys():
            self._scene.removeItem(self._items.pop(gone))
        for section, (body, y) in graphs.items():
            if section not in self._items:
                self._items[section] = self._made()
            self._items[section].show_graph(body, y, self._scale, self._shown.layout.style)
        if graphs and not self._are_awake:
            self._are_awake = True
            self.woken.emit()

    def _made(self) -> GraphItem:
        from app.widgets.canvas.painting.graph_item import GraphItem

        item = GraphItem()
        self._scene.addItem(item)
        return item
