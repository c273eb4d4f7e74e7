"""What is measured of a poster is what a person would measure with a ruler."""

from tools.wall.emptiness import largest_empty_share
from tools.wall.page import Area, Line, ReadPage, bounding
from tools.wall.words import broken_words, hyphenated_words


def line(text: str, top: float = 10, left: float = 10) -> Line:
    return Line(text, Area(left, top, left + 3 * len(text), top + 6), 4.0)


def page(*areas: Area) -> ReadPage:
    return ReadPage(1189, 841, tuple(Line("text", area, 4.0) for area in areas), ())


def test_the_half_of_a_sheet_beside_its_text_is_empty() -> None:
    assert round(largest_empty_share(page(Area(0, 0, 594, 841))), 2) == 0.5


def test_text_in_the_middle_leaves_the_larger_side() -> None:
    assert round(largest_empty_share(page(Area(300, 0, 500, 841))), 2) == round(689 / 1189, 2)


def test_what_is_empty_with_good_reason_does_not_count() -> None:
    sheet = page(Area(0, 0, 594, 841))
    assert largest_empty_share(sheet, [Area(594, 0, 1189, 841)]) == 0


def test_a_word_on_two_lines_is_broken_and_with_a_hyphen_it_is_not() -> None:
    cut = (line("Communicatio"), line("n plan", top=18))
    joined = (line("Communi-"), line("cation plan", top=18))
    assert broken_words(["Communication plan"], cut) == ["Communication"]
    assert broken_words(["Communication plan"], joined) == []
    assert hyphenated_words(["Communication plan"], joined) == ["Communication"]


def test_a_word_that_is_whole_in_one_note_is_missed_in_the_other() -> None:
    lines = (line("Communication"), line("Communicatio", left=300), line("n", left=300, top=18))
    assert broken_words(["Communication", "Communication"], lines) == ["Communication"]


def test_a_box_is_around_all_of_its_areas() -> None:
    assert bounding(iter([Area(1, 2, 3, 4), Area(0, 3, 2, 9)])) == (0, 2, 3, 9)
