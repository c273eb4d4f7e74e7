"""Display lists: merged in layers, shifted as a whole."""

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Lines, Paths, Rectangles, Stroke, merged, shifted
from app.drawing.glyphs import circle
from app.drawing.theme import INK, SHEET

_PEN = Stroke(INK, 1)


def test_like_batches_become_one_and_layers_stay_in_order() -> None:
    one = (Rectangles([QRectF(0, 0, 1, 1)], fill=INK), Lines([QLineF(0, 0, 1, 1)], _PEN, layer=2))
    other = (
        Rectangles([QRectF(5, 0, 1, 1)], fill=INK),
        Rectangles([QRectF(6, 0, 1, 1)], fill=SHEET, layer=1),
        Lines([QLineF(5, 0, 6, 1)], _PEN, layer=2),
    )
    assert merged([one, other]) == (
        Rectangles([QRectF(0, 0, 1, 1), QRectF(5, 0, 1, 1)], fill=INK),
        Rectangles([QRectF(6, 0, 1, 1)], fill=SHEET, layer=1),
        Lines([QLineF(0, 0, 1, 1), QLineF(5, 0, 6, 1)], _PEN, layer=2),
    )


def test_a_shifted_list_moves_all_it_holds() -> None:
    drawn = (
        Rectangles([QRectF(0, 0, 4, 4)], fill=INK),
        Lines([QLineF(0, 0, 1, 1)], _PEN),
        Paths(circle(1), [QPointF(2, 2)], fill=INK),
    )
    assert shifted(drawn, 10, 20) == (
        Rectangles([QRectF(10, 20, 4, 4)], fill=INK),
        Lines([QLineF(10, 20, 11, 21)], _PEN),
        Paths(circle(1), [QPointF(12, 22)], fill=INK),
    )
