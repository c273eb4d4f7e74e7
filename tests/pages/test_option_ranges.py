"""What a number may be stands in the field of the model; whoever makes options is told so in one sentence."""

import pytest
from pydantic import ValidationError

from app import formats
from app.formats.png.png_options import PngOptions
from app.pages import deliverables
from app.pages.errors import FormatError
from app.pages.options import Options, settings_of, type_of
from app.pages.page_options import SheetOptions
from app.pages.poster.poster_options import MapOptions

TYPES: tuple[type[Options], ...] = (
    *(known.options_type for known in deliverables.DELIVERABLES),
    *(known.options_type for known in formats.written()),
)
NUMBERS = [
    (options, name)
    for options in dict.fromkeys(TYPES)
    for name in settings_of(options)
    if type_of(options, name) in (int, float)
]


@pytest.mark.parametrize(("options", "name"), NUMBERS)
def test_each_number_may_be_what_its_setting_says_and_nothing_beyond(
    options: type[Options], name: str
) -> None:
    setting = settings_of(options)[name]
    assert setting.least < setting.most
    for inside in (setting.least, setting.most):
        assert getattr(options(**{name: inside}), name) == inside
    for beyond in (setting.least - 1, setting.most + 1, -1e9, 1e9):
        with pytest.raises(FormatError) as refused:
            options(**{name: beyond})
        assert str(refused.value) == str(setting.out_of_range(setting.shown(beyond)))


@pytest.mark.parametrize(
    ("options", "asked", "sentence"),
    [
        (MapOptions, {"scale": 21}, "“2,100 %” is out of range: “Size” may be 2 % to 2,000 %."),
        (SheetOptions, {"margin": 201}, "“201 mm” is out of range: “Margin” may be 0 mm to 200 mm."),
        (MapOptions, {"bands": 21}, "“21” is out of range: “Bands” may be 1 to 20."),
        (
            PngOptions,
            {"pixels": 20_000},
            "“20,000” is out of range: “Resolution” may be 1 to 16,384.",
        ),
    ],
)
def test_it_is_told_in_the_words_of_the_window(
    options: type[Options], asked: dict[str, object], sentence: str
) -> None:
    for make in (options, options().changed):
        with pytest.raises(FormatError) as refused:
            make(**asked)
        assert str(refused.value) == sentence


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_at_all_is_out_of_range_too(number: float) -> None:
    with pytest.raises(FormatError, match="out of range"):
        MapOptions(margin=number)


def test_what_is_wrong_otherwise_stays_the_error_of_who_made_it() -> None:
    with pytest.raises(ValidationError):
        MapOptions.model_validate({"margin": "wide"})
