"""What a style draws can be told from what it lies on, and a colour that cannot has one near it that can."""

import pytest

from app.drawing.styles.contrast import (
    nearest_that_passes,
    pairs,
    unseen,
    value_of,
    with_value,
)
from app.model.records import StyleColours
from app.pages.styles.shipped import STYLES, shipped_style

FIELDS = sorted({field for pair in pairs(StyleColours()) for field in pair.fields})


@pytest.mark.parametrize("name", STYLES)
def test_everything_is_seen_in_the_styles_that_come_with_the_program(name: str) -> None:
    poor = unseen(shipped_style(name).colours)
    assert [(sorted(pair.fields), round(pair.ratio, 2), pair.least) for pair in poor] == []


@pytest.mark.parametrize("field", FIELDS)
def test_for_a_colour_that_cannot_be_seen_the_nearest_is_found_that_can(field: str) -> None:
    for poor in ("#FFFFFF", "#808080", "#000000"):
        colours = with_value(StyleColours(), field, poor)
        wanted = nearest_that_passes(colours, field)
        assert wanted is not None
        mended = with_value(colours, field, wanted)
        assert not unseen(mended, field)
        if not unseen(colours, field):
            assert wanted == poor


def test_a_colour_is_found_and_set_by_its_name() -> None:
    colours = with_value(StyleColours(), "stages.1", "#123456")
    assert value_of(colours, "stages.1") == "#123456"
    assert value_of(with_value(colours, "notes.pink", "#FFEEEE"), "notes.pink") == "#FFEEEE"
    assert value_of(with_value(colours, "ink", "#010101"), "ink") == "#010101"


def test_every_colour_of_a_style_is_looked_at_but_that_of_lines_which_only_part() -> None:
    said = StyleColours()
    plain = {name for name in type(said).model_fields if name not in ("notes", "edges", "stages", "hairline")}
    inner = {f"{group}.{name}" for group in ("notes", "edges") for name in type(said.notes).model_fields}
    stages = {f"stages.{number}" for number in range(len(said.stages))}
    assert set(FIELDS) == plain | inner | stages


def test_what_words_lie_on_is_refused_as_well_as_the_words() -> None:
    for field, poor in (("panel", "#444444"), ("moment_tint", "#C9760F"), ("area_below", "#CF5B26")):
        assert unseen(with_value(StyleColours(), field, poor), field)
