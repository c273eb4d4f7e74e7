"""Keeps an item on the canvas for each emotional graph of the map shown, so that lines move by themselves.

pyqtgraph is imported when the first graph is shown: a map without one starts the sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGraphicsScene

from app.drawing.sections.emotional_graph import GraphBody
from app.model.records import Id
from app.widgets.canvas.shown_map import ShownMap

if TYPE_CHECKING:  # Only for its type: see above.
    from app.widgets.canvas.graph_item import GraphItem


class Graphs(QObject):
    """The items of the graphs, by section."""

    def __init__(self, scene: QGraphicsScene, shown: ShownMap, scale: float) -> None:
        super().__init__(scene)
        self._scene = scene
        self._shown = shown
        self._scale = scale
        self._items: dict[Id, GraphItem] = {}
        # There are few items, and their bounds change while an index of them would not hear of it.
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        shown.laid_out.connect(self._follow)
        shown.previewed.connect(self._follow)
        self._follow()

    def zoom_to(self, scale: float) -> None:
        """A map unit takes `scale` pixels."""
        self._scale = scale
        self._follow()

    def _follow(self, stale: object = None) -> None:
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
            self._items[section].show_graph(body, y, self._scale)

    def _made(self) -> GraphItem:
        from app.widgets.canvas.graph_item import GraphItem

        item = GraphItem()
        self._scene.addItem(item)
        return item
