"""Colours that can be read by everybody."""

import pytest

from app.drawing import theme
from app.drawing.theme import Colour, contrast, stage_hue


def test_contrast_is_that_of_the_guideline() -> None:
    black, white = Colour.of("#000000"), Colour.of("#FFFFFF")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(Colour.of("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("fill", theme.NOTE_FILLS.values(), ids=theme.NOTE_FILLS.keys())
def test_text_on_a_note_reaches_seven_to_one(fill: Colour) -> None:
    assert contrast(theme.INK, fill) >= 7
    assert contrast(theme.NOTE_MARK_INK, fill) >= 4.5


@pytest.mark.parametrize("stages", [1, 2, 3, 8, 20])
def test_a_stage_name_can_be_read_on_every_hue(stages: int) -> None:
    for position in range(stages):
        assert contrast(theme.SHEET, stage_hue(position, stages)) >= 4.5


@pytest.mark.parametrize("background", [theme.SHEET, theme.PANEL, theme.BAND_ABOVE, theme.BAND_BELOW])
def test_secondary_text_can_be_read_where_it_stands(background: Colour) -> None:
    assert contrast(theme.SECONDARY, background) >= 4.5
