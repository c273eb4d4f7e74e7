import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.culling import within
from app.drawing.display import Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.layout import lay_out
from app.drawing.looks import greyscale, in_look, ink_saving
from app.drawing.text import text_block
from app.drawing.theme import INK, NOTE, NOTE_FILLS, PANEL, SHADOW_NEAR, SHEET, STAGE_HUES, Colour, contrast
from app.formats.templates import template

pytestmark = pytest.mark.usefixtures("qapp")


def filled(colour: Colour) -> Rectangles:
    return Rectangles([QRectF(0, 0, 216, 162)], fill=colour)


@pytest.mark.parametrize("colour", [*NOTE_FILLS.values(), *STAGE_HUES, INK])
def test_grey_keeps_the_contrast_that_a_colour_had(colour: Colour) -> None:
    (batch,) = greyscale((filled(colour),))
    assert isinstance(batch, Rectangles)
    assert batch.fill is not None
    assert batch.fill.red == batch.fill.green == batch.fill.blue
    for other in (SHEET, INK):
        (grey,) = greyscale((Texts([], other),))
        assert isinstance(grey, Texts)
        assert contrast(batch.fill, grey.colour) == pytest.approx(contrast(colour, other), rel=0.05)


@pytest.mark.parametrize("colour", [*NOTE_FILLS.values(), *STAGE_HUES])
def test_to_save_ink_a_fill_becomes_an_edge_that_can_be_seen(colour: Colour) -> None:
    (batch,) = ink_saving((filled(colour),))
    assert isinstance(batch, Rectangles)
    assert batch.fill == SHEET
    assert batch.stroke is not None
    assert contrast(batch.stroke.colour, SHEET) >= 2.5


def test_to_save_ink_shadows_and_tints_are_left_out_and_white_words_turn_dark() -> None:
    words = Texts([PlacedText(0, 0, text_block("Order", NOTE))], SHEET)
    saved = ink_saving((filled(SHADOW_NEAR), filled(PANEL), words))
    assert [type(batch) for batch in saved] == [Texts]
    assert isinstance(saved[0], Texts)
    assert saved[0].colour == INK


def test_to_save_ink_glyphs_stay_as_they_are() -> None:
    glyph = Paths(circle(7.5), [QPointF(0, 0)], fill=INK)
    assert ink_saving((glyph,)) == (glyph,)


def test_a_look_moves_nothing_and_loses_no_word() -> None:
    document = template("pizzeria")
    drawing = lay_out(document, document.maps()[0].id).display_list()
    assert in_look(drawing, "colour") is drawing
    texts = [text for batch in drawing if isinstance(batch, Texts) for text in batch.texts]
    for look in (greyscale, ink_saving):
        assert [text for batch in look(drawing) if isinstance(batch, Texts) for text in batch.texts] == texts


def test_of_a_drawing_only_what_reaches_into_an_area_is_kept() -> None:
    near, far = QRectF(0, 0, 10, 10), QRectF(500, 500, 10, 10)
    word = text_block("word", NOTE)
    drawing = (
        Rectangles([near, far], fill=INK),
        Rectangles([far], fill=INK),
        Lines([QLineF(-50, 5, 50, 5), QLineF(500, 0, 500, 900)], Stroke(INK, 2)),
        Paths(circle(20), [QPointF(-15, 5), QPointF(400, 5)], fill=INK),
        Texts([PlacedText(5, 5, word), PlacedText(300, 5, word)], INK),
    )
    kept = within(drawing, QRectF(0, 0, 100, 100))
    assert kept == (
        Rectangles([near], fill=INK),
        Lines([QLineF(-50, 5, 50, 5)], Stroke(INK, 2)),
        Paths(circle(20), [QPointF(-15, 5)], fill=INK),
        Texts([PlacedText(5, 5, word)], INK),
    )


def test_a_drawing_that_lies_within_is_taken_as_it_is() -> None:
    drawing = (filled(INK),)
    assert within(drawing, QRectF(-10, -10, 1000, 1000))[0] is drawing[0]
