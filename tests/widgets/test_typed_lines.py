"""What is typed on the map is broken into the lines that it is drawn in, hyphens and all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QGraphicsScene

from app.drawing.text import TextBlock
from app.drawing.theme import NOTE
from app.widgets.canvas.typing.text_editor import TextEditor

LONG = "Mit der Reklamationsbearbeitung 😀 und dem Donaudampfschifffahrtskapitän"
TEXTS = (
    "Ask for the bill",
    "Reklamationsbearbeitung",
    LONG,
    f"{LONG}\nzweite Zeile: Communication\n\nund Schluss\n",
    "https://example.com/a/very/long/address?with=values&and=more",
    "e\u0301cole 👩🏽‍🍳 Berührungspunktverwaltung",
)


@pytest.fixture
def editor(qapp: object) -> Iterator[TextEditor]:
    scene, editor = QGraphicsScene(), TextEditor()
    scene.addItem(editor)
    yield editor
    scene.removeItem(editor)


def shown_lines(editor: TextEditor) -> list[str]:
    """The lines that are seen in the editor, without their hyphens."""
    lines: list[str] = []
    block: QTextBlock = editor.document().begin()
    while block.isValid():
        layout, text = block.layout(), block.text().encode("utf-16-le")
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            start, end = line.textStart(), line.textStart() + line.textLength()
            lines.append(text[2 * start : 2 * end].decode("utf-16-le").strip())
        block = block.next()
    return lines


def has_the_lines_of_its_drawing(editor: TextEditor, text: str, width: float) -> bool:
    drawn = TextBlock(text, NOTE, width, "de")
    cut = [end.is_hyphenated for end in drawn.line_ends]
    ended = zip(drawn.lines, cut, strict=True)
    assert shown_lines(editor) == [line.text.removesuffix("-" * is_cut).strip() for line, is_cut in ended]
    hyphens = [line for line, is_cut in zip(drawn.lines, cut, strict=True) if is_cut]
    places = editor.hyphens
    assert [place.y() for place in places] == pytest.approx([line.baseline for line in hyphens], abs=1)
    assert all(place.x() < width for place in places)
    assert editor.toPlainText() == text
    return True


@pytest.mark.parametrize("width", [90.0, 150.0, 260.0])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_the_lines_of_its_drawing_while_it_is_typed(
    editor: TextEditor, text: str, width: float
) -> None:
    editor.open(text, NOTE, language="de")
    editor.lay_over(QPointF(0, 0), width)
    assert has_the_lines_of_its_drawing(editor, text, width)
    editor.textCursor().insertText(" Verwaltungsgebäude")
    assert has_the_lines_of_its_drawing(editor, f"{text} Verwaltungsgebäude", width)
    editor.show_text("kurz")
    assert has_the_lines_of_its_drawing(editor, "kurz", width)
