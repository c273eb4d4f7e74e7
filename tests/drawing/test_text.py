"""Text as Qt breaks it: nothing lost, nothing wider than its place."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication

from app.drawing.text import TextBlock, balanced, line_height, text_block
from app.drawing.theme import NOTE

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH = 180.0
TEXTS = [
    "Looks up pizzerias on a maps app",
    "AVATAR To. We. office efficient fjord",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "https://example.org/a/very/long/path/that/has/no/spaces/in/it?and=a&query=string#fragment",
    "café crème brûlée",
    "Πού είναι η είσοδος; Где вход?",
    "first line\nsecond line\n\nfourth line",
    "Happy 😀 with the pizza 🍕 and the family 👩‍👩‍👧‍👦 at the next table",
    "=SUM(A1:A9) -> <b>not bold</b>",
]


def without_marks(text: str) -> str:
    """A text without what breaking it takes and adds: spaces and hyphens."""
    return "".join(text.replace("-", "").split())


@pytest.mark.parametrize("text", TEXTS)
def test_every_character_stands_on_a_line_and_no_line_is_too_wide(text: str) -> None:
    block = text_block(text, NOTE, WIDTH)
    shown = "".join(line.text for line in block.lines)
    assert without_marks(shown) == without_marks(text)
    assert all(line.width <= WIDTH for line in block.lines)
    assert block.height == pytest.approx(len(block.lines) * line_height(NOTE))


def test_lines_stand_evenly_below_each_other() -> None:
    baselines = [line.baseline for line in text_block("one\ntwo\nthree", NOTE, WIDTH).lines]
    steps = {round(after - before, 2) for before, after in pairwise(baselines)}
    assert steps == {round(line_height(NOTE), 2)}


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("   ", 1), ("\u200b\u200b", 1), ("a\n\nb", 3), ("a\n", 2)]
)
def test_text_of_nothing_to_see_has_its_lines(text: str, lines: int) -> None:
    assert len(text_block(text, NOTE, WIDTH).lines) == lines


def test_text_of_5000_characters_is_shown_whole() -> None:
    block = text_block("word " * 1000, NOTE, WIDTH)
    assert sum(len(line.text.split()) for line in block.lines) == 1000


def test_right_to_left_text_ends_at_the_right() -> None:
    line = text_block("איפה הכניסה", NOTE, WIDTH).lines[0]
    assert line.x + line.width == pytest.approx(WIDTH, abs=1)


def test_each_character_of_the_bundled_font_has_its_own_glyph(qapp: QGuiApplication) -> None:
    """An arrow typed as -> must stay two characters, or a poster's text could not be found."""
    (run,) = TextBlock("->", NOTE, WIDTH).runs
    assert len(run.glyphIndexes()) == 2


@pytest.mark.parametrize("text", ["age", "عمر", "אב 12"])
def test_a_text_without_a_width_begins_where_it_is_put_whichever_way_it_is_read(text: str) -> None:
    block = text_block(text, NOTE)
    assert [line.x for line in block.lines] == [0.0]
    assert all(run.boundingRect().left() > -1 and run.boundingRect().right() < 200 for run in block.runs)


def test_a_balanced_text_takes_as_few_lines_in_less_width() -> None:
    text = "“After a long day I want good food and no surprises.”"
    wide = text_block(text, NOTE, 560)
    even = balanced(text, NOTE, 560)
    assert wide.line_count == even.line_count == 2
    first, last = (line.width for line in even.lines)
    assert abs(first - last) < abs(wide.lines[0].width - wide.lines[1].width)
    assert balanced("Short", NOTE, 560).available == 560
