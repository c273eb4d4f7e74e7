"""The least width of a text: its words stay whole there, and one of them not in less."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from app.drawing.text import font, least_width, text_block
from app.drawing.theme import NOTE, SMALL, TextStyle

pytestmark = pytest.mark.usefixtures("qapp")

TEXTS = [
    "Looks up pizzerias on a maps app",
    "Donaudampfschifffahrtsgesellschaft, B2B-Kundenbeziehungsmanagement",
    "CO₂-Kompensationsnachweis (siehe „Reklamationsbearbeitung“)",
    "Πού είναι η είσοδος; Где находится вход?",
    "first line\nsecond paragraph\n\nfourth line",
    "« mot » ( bracket ) — dash — 24/7",
    "한국어 텍스트는 단어로 나뉩니다",
    "漢字かな交じり文です。",
    "عندما يصل الضيف إلى المطعم",
    "Happy 😀 with the pizza 🍕",
    "soft\u00adhyphens\u00adof one's\u00a0own",
]


def parts(text: str, style: TextStyle, width: float) -> list[float]:
    """The widths of the lines of a text that Qt breaks nowhere but between words."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return [layout.lineAt(index).naturalTextWidth() for index in range(layout.lineCount())]


@pytest.mark.parametrize("style", [NOTE, SMALL])
@pytest.mark.parametrize("text", TEXTS)
def test_words_stay_whole_in_the_least_width_and_in_no_less(text: str, style: TextStyle) -> None:
    width = least_width(text, style)
    assert max(parts(text, style, width)) <= width
    assert max(parts(text, style, width - 1)) > width - 1
    assert all(line.width <= width for line in text_block(text, style, width).lines)


def test_an_address_need_not_stand_in_one_line() -> None:
    address = "https://example.org/a/path?and=query&of=1/2"
    assert least_width(address, NOTE) == least_width("https://", NOTE) or least_width(
        address, NOTE
    ) == least_width("example.org/", NOTE)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_needs_no_width(text: str) -> None:
    assert least_width(text, NOTE) < 1
