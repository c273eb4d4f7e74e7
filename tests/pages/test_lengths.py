import pytest

from app.language.spoken import speaking
from app.pages.errors import FormatError
from app.pages.lengths import format_length, millimetres


@pytest.mark.parametrize(
    ("written", "length"),
    [("10", 10), ("10mm", 10), (" 1,5 cm ", 15), ("2in", 50.8), ('2"', 50.8), ("1.2M", 1200), ("72pt", 25.4)],
)
def test_a_length_is_read_with_its_unit(written: str, length: float) -> None:
    assert millimetres(written) == pytest.approx(length)


@pytest.mark.parametrize("written", ["", "mm", "ten", "-3mm", "3 furlongs", "1e3", "nan", "3mm 4mm"])
def test_what_is_no_length_is_told_how_to_write_one(written: str) -> None:
    with pytest.raises(FormatError, match=r"is not a length; write it as 10mm, 1.5cm or 0.5in\."):
        millimetres(written)


def test_a_length_out_of_range_is_told_the_range() -> None:
    with pytest.raises(FormatError, match=r"“300mm” is out of range: 0 mm to 200 mm is possible\."):
        millimetres("300mm", 0, 200)


def test_lengths_are_spoken_shortly() -> None:
    assert [str(format_length(length)) for length in (10, 215.9, 1189, 50_000)] == [
        "10 mm",
        "215.9 mm",
        "1,189 mm",
        "50 m",
    ]


def test_a_refusal_is_said_in_the_language_of_whoever_reads_it() -> None:
    with pytest.raises(FormatError) as refusal, speaking("de"):
        millimetres("1200mm", 0, 1_000)
    assert str(refusal.value) == "“1200mm” is out of range: 0 mm to 1,000 mm is possible."
    with speaking("de"):
        assert str(refusal.value) == "„1200mm“ geht nicht: Möglich ist 0 mm bis 1.000 mm."
