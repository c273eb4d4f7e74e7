import math
import re
from io import BytesIO

import numpy
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from app.drawing.display import Texts
from app.drawing.layout import lay_out
from app.drawing.looks import Look
from app.drawing.painter import paint
from app.drawing.text import TextLine
from app.drawing.theme import TextStyle
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_file import About
from app.formats.pdf.pdf_writer import write
from app.formats.templates import template
from app.model.document import Document
from app.model.history.versions import Version, compare
from app.model.labels import step_label
from app.model.records import JourneyMap, Note, Project
from app.model.verbs.editing import delete, set_fields
from app.pages.composition.compose import compose
from app.pages.deliverables.sheet_options import WorkshopKitOptions
from app.pages.errors import FormatError
from app.pages.paper import Page, fit, page
from app.pages.poster.poster_options import MapOptions
from tests.everything import everything
from tests.formats.drawings import (
    KERNED,
    STYLES,
    Drawing,
    of_everything,
    of_thick_lines,
    write_poster,
    written,
)
from tests.formats.reading import ReadPdf, rendered

pytestmark = pytest.mark.usefixtures("qapp")

A0 = page("A0", "landscape")
POINTS = 0.5
"""How far a line may lie from where the screen has it."""
SHARE = 0.005
"""By how much its width may differ."""

SCRIPTS = {
    "Arabic": "أين المدخل؟ الطاولة رقم 12 من فضلك",
    "Hebrew and Latin": "איפה הכניסה ל-Trattoria Lago?",
    "Hindi": "प्रवेश द्वार कहाँ है? मुझे पिज़्ज़ा चाहिए",
    "Thai": "ทางเข้าอยู่ที่ไหน",
    "Chinese, Japanese, Korean": "入口在哪里？ 入り口はどこですか。 입구가 어디예요?",
    "emoji": "Happy 😀 with the pizza 🍕 family 👩‍👩‍👧‍👦 flag 🇫🇮 tone 👍🏽",
    "a character of no font": "a sign of one’s own: \ue999",
}


def poster(drawing: Drawing, sheet: Page = A0) -> bytes:
    stream = BytesIO()
    write_poster(stream, drawing, sheet, About("From A to Ω", "Pizzeria", "A map"))
    return stream.getvalue()


def laid_out(drawing: Drawing, sheet: Page) -> list[tuple[str, float, float, float]]:
    """Each line of a drawing as it must be on the page: text, left end, baseline and width in points.

    Hard spaces are written as plain ones.
    """
    place = fit(drawing.width, drawing.height, sheet)
    return [
        (
            line.text.replace("\u00a0", " "),
            place.left + (x + line.x) * place.scale,
            sheet.points[1] - place.top - (y + line.baseline) * place.scale,
            _advance(line) * place.scale,
        )
        for batch in drawing.display_list
        if isinstance(batch, Texts)
        for x, y, block in batch.texts
        for line in block.lines
        if line.text
    ]


def _advance(line: TextLine) -> float:
    """From the first glyph to the end of the last one's room. Qt's own width may be a unit more, to hold
    the ink of letters that lean out.
    """
    ends = [
        place.x() + advance.x()
        for run in line.runs
        for place, advance in zip(
            run.positions(), run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()), strict=True
        )
    ]
    return max(ends) - line.x


def assert_lines_as_laid_out(
    read: ReadPdf, drawing: Drawing, sheet: Page = A0, besides: tuple[str, ...] = ()
) -> None:
    expected = laid_out(drawing, sheet)
    assert sorted(line.text for line in read.lines) == sorted((*besides, *(text for text, *_ in expected)))
    left = list(read.lines)
    for text, x, baseline, width in expected:
        line = min(
            (line for line in left if line.text == text),
            key=lambda line: math.dist((line.x, line.baseline), (x, baseline)),
        )
        left.remove(line)
        assert (line.x, line.baseline) == pytest.approx((x, baseline), abs=POINTS), text
        assert line.width == pytest.approx(width, rel=SHARE), text


def test_every_line_of_a_map_that_fills_its_paper_is_printed_where_the_screen_has_it() -> None:
    document = template("pizzeria")
    document.apply(compose(document, document.maps()[0].id, "A0", "landscape"))
    map = document.maps()[0].id
    layout = lay_out(document, map, for_paper=True)
    on_screen = {row.section.id: row for row in lay_out(document, map).rows}
    for row in layout.rows:
        same = on_screen[row.section.id]
        assert same.height == row.height
        assert list(same.body.boxes(0, layout.width, row.height)) == list(
            row.body.boxes(0, layout.width, row.height)
        )
    stream = BytesIO()
    write(document, stream, ExportOptions(MapOptions(day="2026-11-22")))
    read = ReadPdf(stream.getvalue())
    assert_lines_as_laid_out(
        read,
        Drawing(layout.display_list(), layout.width, layout.height),
        besides=("Dinner at a pizzeria · 22 November 2026", "Page 1 of 1"),
    )
    assert read.images == 0
    weights = {line.font.removeprefix("Inter-") for line in read.lines}
    assert weights == {"Regular", "Medium", "SemiBold", "Bold"}
    assert all(line.embedded for line in read.lines)


def test_the_sample_looks_on_paper_as_on_the_screen() -> None:
    document = template("pizzeria")
    layout = lay_out(document, document.maps()[0].id)
    assert_looks_like_the_screen(Drawing(layout.display_list(), layout.width, layout.height))


def test_a_map_without_stages_and_sections_is_printed_with_its_title() -> None:
    document = Document([Project(id="project"), JourneyMap(id="map", title="Not begun yet")])
    stream = BytesIO()
    write(document, stream, ExportOptions(MapOptions(paper="A4", orientation="portrait")))
    read = ReadPdf(stream.getvalue())
    assert read.find("Not begun yet")
    assert read.about["Title"] == "Not begun yet"


def test_an_unknown_paper_is_refused_before_anything_is_written() -> None:
    stream = BytesIO()
    with pytest.raises(FormatError, match="no paper “A99”"):
        write(template("pizzeria"), stream, ExportOptions(MapOptions(paper="A99")))
    assert stream.getvalue() == b""


@pytest.mark.parametrize(
    ("paper", "millimetres"), [("A0", (1189, 841)), ("A4", (297, 210)), ("Letter", (279.4, 215.9))]
)
def test_a_poster_is_one_page_as_large_as_its_paper(paper: str, millimetres: tuple[float, float]) -> None:
    read = ReadPdf(poster(of_everything(), page(paper, "landscape")))
    left, bottom, right, top = read.box
    assert (left, bottom) == (0, 0)
    assert (right / 72 * 25.4, top / 72 * 25.4) == pytest.approx(millimetres, abs=0.1)
    assert read.pages == 1


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("sheet", [A0, page("A5", "portrait")], ids=["A0", "A5"])
def test_each_line_stands_where_the_screen_has_it(style: TextStyle, sheet: Page) -> None:
    drawing = written(KERNED, "Straßenüberführungsbau ≤ 50 €", "Πού; Где вход? (\\)", "", style=style)
    assert_lines_as_laid_out(ReadPdf(poster(drawing, sheet)), drawing, sheet)


def test_a_line_written_before_stands_as_exactly_again() -> None:
    drawing = written(*[f"{KERNED} {number}" for number in range(5)], KERNED, KERNED)
    assert_lines_as_laid_out(ReadPdf(poster(drawing)), drawing)


def test_a_long_line_ends_within_half_a_thousandth_of_where_the_screen_has_its_end() -> None:
    drawing = written("She sees " + "seven seas; " * 40 + "AVATAR.", width=10_000)
    (line,), ((_, _, _, width),) = ReadPdf(poster(drawing)).lines, laid_out(drawing, A0)
    assert line.width == pytest.approx(width, rel=0.0005)


def test_spaces_at_the_end_of_a_text_move_nothing() -> None:
    drawing = written("To.  ", KERNED + "  ", "To.", KERNED, width=1000)
    read = ReadPdf(poster(drawing))
    assert [line.text for line in read.lines] == ["To.", KERNED, "To.", KERNED]
    with_spaces, without = read.lines[:2], read.lines[2:]
    assert [line.width for line in with_spaces] == pytest.approx([line.width for line in without])


def test_more_kinds_of_letters_than_one_subset_holds_are_all_there() -> None:
    letters = "".join(chr(code) for code in range(0xC0, 0x240) if chr(code).isalpha())
    drawing = written(*(letters[at : at + 20] for at in range(0, len(letters), 20)), width=2000)
    read = ReadPdf(poster(drawing))
    assert "".join(line.text for line in read.lines) == letters
    assert len({line.font for line in read.lines}) > 1
    assert all(line.embedded for line in read.lines)


def test_text_is_set_in_embedded_subsets_of_the_bundled_fonts_alone() -> None:
    stream = poster(written(KERNED, *SCRIPTS.values()))
    read = ReadPdf(stream)
    assert all(line.embedded for line in read.lines)
    assert {line.font for line in read.lines} <= {"Inter-Regular", "HIDDEN+Inter-Regular"}
    named = re.findall(rb"/BaseFont\s*/(\S+)", stream)
    assert named
    assert all(re.fullmatch(rb"[A-Z]{6}\+Inter-\w+", name) for name in named)


def test_a_poster_holds_no_pictures() -> None:
    drawing = of_everything()
    arabic = written(SCRIPTS["Arabic"])
    stream = poster(Drawing(drawing.display_list + arabic.display_list, drawing.width, drawing.height))
    assert ReadPdf(stream).images == 0
    assert b"/Image" not in re.sub(rb"/ProcSet \[.*?\]", b"", stream)


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_every_script_is_printed_as_the_screen_shows_it(text: str) -> None:
    assert_looks_like_the_screen(written(text, width=420, style=TextStyle(34)), FEW_IN_BOXES)


@pytest.mark.parametrize("script", ["Hindi", "Thai", "Chinese, Japanese, Korean"])
def test_a_script_that_the_bundled_fonts_lack_can_be_found(script: str) -> None:
    drawing = written(SCRIPTS[script], width=2000)
    read = ReadPdf(poster(drawing))
    assert_lines_as_laid_out(read, drawing)
    assert [line.text for line in read.lines] == [SCRIPTS[script]]


def test_arabic_with_digits_is_found_as_it_is_typed() -> None:
    (line,) = ReadPdf(poster(written(SCRIPTS["Arabic"], width=2000))).lines
    assert line.text == SCRIPTS["Arabic"]


def test_letters_with_combining_accents_are_text() -> None:
    read = ReadPdf(poster(written("cafe\u0301 A\u030a")))
    assert [line.text for line in read.lines] == ["café Å"]
    assert {line.font for line in read.lines} == {"Inter-Regular"}


def test_what_takes_no_room_takes_none() -> None:
    drawing = written("zero\u200bwidth\u2060joined")
    (line,), ((_, _, _, width),) = ReadPdf(poster(drawing)).lines, laid_out(drawing, A0)
    assert line.text == "zerowidthjoined"
    assert line.width == pytest.approx(width, rel=SHARE)


def test_tabs_and_hard_spaces_keep_what_follows_in_place() -> None:
    drawing = written("a\tb\u00a0c")
    (line,), ((_, _, _, width),) = ReadPdf(poster(drawing)).lines, laid_out(drawing, A0)
    assert line.text == "a b c"
    assert line.width == pytest.approx(width, rel=SHARE)


def test_shapes_and_colours_are_printed_as_the_screen_shows_them() -> None:
    assert_looks_like_the_screen(of_everything())


def test_ends_and_corners_of_lines_are_printed_as_the_screen_shows_them() -> None:
    assert_looks_like_the_screen(of_thick_lines())


def test_a_poster_says_what_it_is() -> None:
    stream = poster(of_everything())
    about = ReadPdf(stream).about
    assert (about["Title"], about["Author"], about["Subject"]) == ("From A to Ω", "Pizzeria", "A map")
    assert about["Creator"].startswith("Journeywall")
    assert b"/Lang (en)" in stream


@pytest.mark.parametrize(("language", "said"), [("de", b"/Lang (de)"), ("fr", b"/Lang (en)")])
def test_a_poster_says_in_which_language_its_own_words_are(language: str, said: bytes) -> None:
    document = template("pizzeria")
    project = document.project.id
    document.apply(set_fields(document, [project], step_label("set_language"), language=language))
    stream = BytesIO()
    write(document, stream, ExportOptions(pages=MapOptions(map=document.maps()[0].id)))
    assert said in stream.getvalue()


def test_the_same_drawing_gives_the_same_file() -> None:
    assert poster(written(KERNED, *SCRIPTS.values())) == poster(written(KERNED, *SCRIPTS.values()))


PIXELS, BLOCK = 1600, 4
"""A drawing's longer side, and the pixels of a side of the blocks that are compared: edges fall anywhere."""
DIFFERENCE = 4.5
"""Mean difference of a channel, of 255."""
VISIBLE, FEW = 64, 0.003
"""A difference that can be seen, and the share of blocks that may have it."""
FEW_IN_BOXES = 0.015
"""Where no font has a script, Qt shows thin boxes, whose edges it moves to whole pixels."""

Pixels = numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float64]]


def assert_looks_like_the_screen(drawing: Drawing, few: float = FEW) -> None:
    place = fit(drawing.width, drawing.height, A0)
    scale = PIXELS / max(drawing.width, drawing.height)
    on_screen = _pixels(_painted(drawing))
    sheet = rendered(poster(drawing), scale / place.scale)
    left, top = place.left * scale / place.scale, place.top * scale / place.scale
    height, width, _ = on_screen.shape
    box = (left, top, left + width, top + height)
    printed = sheet.transform((width, height), Image.Transform.EXTENT, box, Image.Resampling.BILINEAR)
    differences = numpy.abs(_coarse(numpy.asarray(printed).astype(float)) - _coarse(on_screen))
    assert differences.mean() < DIFFERENCE
    assert (differences.max(axis=2) > VISIBLE).mean() < few


def _painted(drawing: Drawing) -> QImage:
    """A drawing as Qt paints it in all detail, nothing moved to whole pixels."""
    scale = PIXELS / max(drawing.width, drawing.height)
    size = (round(drawing.width * scale), round(drawing.height * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.scale(image.width() / drawing.width, image.height() / drawing.height)
        paint(painter, drawing.display_list)
    return image


def _pixels(image: QImage) -> Pixels:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw = numpy.frombuffer(bytes(plain.constBits()), numpy.uint8)
    return raw.reshape(image.height(), image.width(), 4)[:, :, :3].astype(numpy.float64)


def _coarse(pixels: Pixels) -> Pixels:
    rows, columns = pixels.shape[0] // BLOCK, pixels.shape[1] // BLOCK
    blocks = pixels[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK, 3)
    return numpy.asarray(blocks.mean(axis=(1, 3)))


def transparent(content: bytes) -> list[bytes]:
    """The objects of a file that ask for transparency, but for pictures' own."""
    objects = re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL).split(b"endobj")
    asks = re.compile(rb"/(ca|CA|SMask|BM|Group)\b")
    return [each for each in objects if asks.search(each) and b"/Subtype /Image" not in each]


@pytest.mark.parametrize("look", ["colour", "greyscale", "ink-saving"])
def test_nothing_but_pictures_is_transparent(look: Look) -> None:
    """A printer's queue turns a large page with a transparent shade into one bitmap."""
    for options in (
        MapOptions(look=look, numbers=True, persona_sheets="A4"),
        MapOptions(look=look, tile="A4"),
        WorkshopKitOptions(look=look),
    ):
        stream = BytesIO()
        write(everything(), stream, ExportOptions(options))
        assert transparent(stream.getvalue()) == []


def test_marks_of_a_comparison_are_not_transparent() -> None:
    document = template("pizzeria")
    before = Version("before", document.copy())
    notes = [note.id for note in document.all(Note)]
    document.apply(delete(document, notes[:3]))
    comparison = compare(before, document, document.maps()[0].id)
    layout = lay_out(comparison.document, comparison.map, comparison=comparison)
    assert layout.marks
    content = poster(Drawing(layout.display_list(), layout.width, layout.height))
    assert transparent(content) == []
