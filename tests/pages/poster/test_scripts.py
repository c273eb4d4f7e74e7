"""Notes in all scripts on a poster: their lines break where the screen breaks them, and can be searched.

Debian's fonts-noto-core, fonts-noto-cjk and fonts-noto-color-emoji must be installed: a test whose script no
font covers says so and is skipped.
"""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from app.drawing.text import is_right_to_left, text_block
from app.drawing.theme import NOTE, NOTE_PADDING, NOTE_WIDTH
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_writer import write
from app.formats.templates import template
from app.model.document import Document
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.preflight import is_covered, preflight
from tests.formats.reading import ReadPdf
from tests.maps import paper_sized

STRINGS = tuple(
    line
    for line in (Path(__file__).parent.parent / "scripts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)


@pytest.fixture(scope="module")
def document(qapp: object) -> Document:
    """The sample, paper-sized, with a text of every script on its first notes."""
    document = paper_sized(template("pizzeria"))
    for note, text in zip(document.all(Note), STRINGS, strict=False):
        document.apply(set_text(document, note.id, text))
    return document


@pytest.fixture(scope="module")
def poster(document: Document) -> bytes:
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return stream.getvalue()


@pytest.fixture(scope="module")
def read(poster: bytes) -> ReadPdf:
    return ReadPdf(poster)


@pytest.fixture(scope="module")
def printed(poster: bytes) -> Iterator[pypdfium2.PdfTextPage]:
    with pypdfium2.PdfDocument(poster) as pdf:
        yield pdf[0].get_textpage()


def words_of(line: str, text: str) -> list[str]:
    """What one would search a line for. Where letters of both directions meet in a line, a reader may put a
    sign between them at either side, so there it is words alone.
    A broken word is searched without its hyphen."""
    return re.findall(r"\w+", line) if is_right_to_left(text) else line.removesuffix("-").split()


@pytest.mark.parametrize("text", STRINGS, ids=[text[:12] for text in STRINGS])
def test_a_note_of_any_script_is_found_line_by_line_as_the_screen_breaks_it(
    printed: pypdfium2.PdfTextPage, text: str
) -> None:
    missing = [character for character in text if not is_covered(character)]
    if missing:
        pytest.skip(f"no font on this computer has {missing[0]!r}; install Debian's fonts-noto packages")
    block = text_block(text, NOTE, NOTE_WIDTH - 2 * NOTE_PADDING)
    for line in block.lines:
        for word in words_of(line.text, text):
            found = printed.search(word).get_next() is not None or word in printed.get_text_range()
            assert found, word


@pytest.mark.parametrize("text", STRINGS, ids=[text[:12] for text in STRINGS])
def test_its_lines_stand_one_below_the_other_as_on_the_screen(read: ReadPdf, text: str) -> None:
    """Each line is an operator of its own, so no reader takes two for one."""
    block = text_block(text, NOTE, NOTE_WIDTH - 2 * NOTE_PADDING)
    if any(not is_covered(character) for character in text) or "\U0001f600" in text or is_right_to_left(text):
        pytest.skip("PDFium gives the characters of these in an order of its own")
    printed = [plain(line.text) for line in read.lines]
    for line in block.lines:
        assert plain(line.text) in printed


def plain(text: str) -> str:
    """Composed, and without what is not seen."""
    composed = unicodedata.normalize("NFC", text)
    unseen = ("Cf", "Mn", "Zs", "Cc")
    return "".join(character for character in composed if unicodedata.category(character) not in unseen)


def test_every_line_is_in_an_embedded_font(read: ReadPdf) -> None:
    assert all(line.embedded for line in read.lines)


def test_a_character_that_no_font_has_is_told_with_its_note(document: Document) -> None:
    note = document.all(Note)[-1]
    changed = document.copy()
    changed.apply(set_text(changed, note.id, "Our own sign \U000f0123"))
    journey_map = changed.maps()[0]
    findings = preflight(changed, PosterOfMap(changed, journey_map, MapOptions()))
    (finding,) = (one for one in findings if one.kind == "characters" and "U+F0123" in str(one.sentence))
    assert finding.record == note.id
    assert "Our own sign" in str(finding.sentence)
