"""Lines that are counted from the widths of words: as many as Qt breaks the text into, or no count at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout, QTextOption

from app.drawing.line_count import WordWidths, line_count
from app.drawing.text import font
from app.drawing.theme import NOTE, SMALL, TextStyle

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.text(st.sampled_from("aegilmorstwyTAVWÄéßž09.,:;'!?()-/ \u00ad\u200b€漢"), min_size=1, max_size=14)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join) | st.text(max_size=40)


def lines_of(text: str, style: TextStyle, available: float) -> int:
    """The lines that Qt breaks a text into."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(available)
    layout.endLayout()
    return layout.lineCount()


@given(TEXTS, st.sampled_from([NOTE, SMALL]), st.sampled_from([180.0, 97.5, 403.0]))
def test_a_count_is_that_of_qt(text: str, style: TextStyle, available: float) -> None:
    count = line_count(text, WordWidths(font(style)), available)
    assert count in (None, lines_of(text, style, available))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Looks up pizzerias on a maps app", 3),
        ("Two at a time: he (the guest) isn't sure, is he?", 4),
        ("one\ntwo", 2),
        ("Wartet dreißig Minuten, grüßt höflich.", 3),
    ],
)
def test_plain_text_is_counted(text: str, count: int) -> None:
    assert line_count(text, WordWidths(font(NOTE)), 180) == lines_of(text, NOTE, 180) == count


@pytest.mark.parametrize(
    "text",
    [
        "",
        "two  spaces",
        "well-known",
        "漢字 かな",
        "שלום",
        "a\u00adb",
        "Donaudampfschifffahrtselektrizitätengesellschaft",
    ],
)
def test_what_may_break_elsewhere_is_left_to_qt(text: str) -> None:
    assert line_count(text, WordWidths(font(NOTE)), 180) is None
