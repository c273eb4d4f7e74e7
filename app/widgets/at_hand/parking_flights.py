"""The flight of a note that was parked, from where it was written to its card in the drawer."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QPixmap

from app.drawing.layout import MapLayout
from app.model.records import Id
from app.widgets.at_hand.parked_card import ParkedCard
from app.widgets.at_hand.parking_drawer import ParkingDrawer
from app.widgets.base.lifted import Lifted
from app.widgets.base.motion import wants_less_motion
from app.widgets.canvas.flights import Flight, Outline
from app.widgets.canvas.painting.lifted_notes import picture_of
from app.widgets.canvas.view import CanvasView


class ParkingFlights(QObject):
    """Has a note fly to its card; where less is to move, outlines that."""

    def __init__(self, canvas: CanvasView, drawer: ParkingDrawer) -> None:
        super().__init__(drawer)
        self._canvas, self._drawer = canvas, drawer
        canvas.typing.sent.connect(self._show)

    def _show(self, id: Id, before: QRectF, layout: MapLayout) -> None:
        card = next((card for card in self._drawer.cards if card.note.id == id), None)
        if card is None or before.isNull():
            return
        canvas = self._canvas
        picture = picture_of(layout, before, canvas.transform().m11(), canvas.devicePixelRatioF())
        here = canvas.viewport().mapToGlobal(canvas.to_viewport(before.topLeft()).toPoint())
        # The drawer may just have opened, and its card has no place before the window has arranged it.
        QTimer.singleShot(0, card, partial(self._fly, card, picture, here))

    def _fly(self, card: ParkedCard, picture: QPixmap, here: QPoint) -> None:
        self._drawer.bring_into_view(card)
        window, there = card.window(), card.mapToGlobal(QPoint())
        if wants_less_motion():
            Outline(window, QRect(window.mapFromGlobal(there), card.size()))
        else:
            Flight(Lifted(window, picture, QPoint()), here, there)
