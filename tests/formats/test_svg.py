"""The SVG, read back as XML and painted by Qt: words as words, shapes where the canvas has them."""

from io import BytesIO
from xml.etree import ElementTree

import numpy
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.drawing.display import Texts
from app.drawing.layout import lay_out
from app.formats.options import ExportOptions
from app.formats.png.png_writer import picture
from app.formats.svg.svg_writer import write
from app.formats.templates import template
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Note
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import add_map
from app.model.verbs.notes import set_text
from app.pages.errors import FormatError
from app.pages.page_options import PageOptions
from app.pages.poster.poster_options import MapOptions, PosterOptions
from app.publishing.preflight import is_covered

pytestmark = pytest.mark.usefixtures("qapp")

SVG = "{http://www.w3.org/2000/svg}"
PIXELS, BLOCK = 1200, 6
MEAN_DIFFERENCE = 3.0
"""Of 255, over blocks of 6 pixels: Qt reads SVG with letters, corners and dashes a little otherwise."""
VISIBLE, FEW = 64, 0.005


@pytest.fixture
def sample() -> Document:
    return template("pizzeria")


def svg(document: Document, options: PageOptions | None = None) -> bytes:
    stream = BytesIO()
    write(document, stream, ExportOptions(options or MapOptions()))
    return stream.getvalue()


def test_every_line_of_the_map_is_a_text_in_a_named_font(sample: Document) -> None:
    root = ElementTree.fromstring(svg(sample))
    layout = lay_out(sample, sample.maps()[0].id)
    lines = sorted(
        (line.text, round(text.x + line.x, 2), round(text.y + line.baseline, 2))
        for batch in layout.display_list()
        if isinstance(batch, Texts)
        for text in batch.texts
        for line in text.block.lines
        if line.text.strip()
    )
    found = sorted(
        (one.text or "", float(one.attrib["x"]), float(one.attrib["y"])) for one in root.iter(f"{SVG}text")
    )
    assert [text for text, *_ in found] == [text for text, *_ in lines]
    for (_, x, y), (_, expected_x, expected_y) in zip(found, lines, strict=True):
        assert (x, y) == pytest.approx((expected_x, expected_y), abs=0.02)
    assert root.attrib["font-family"].startswith("Inter, ")
    assert (root.findtext(f"{SVG}title")) == "Dinner at a pizzeria"


def test_an_svg_is_as_large_as_the_map_on_its_paper(sample: Document) -> None:
    root = ElementTree.fromstring(svg(sample, MapOptions(paper="A3")))
    width, height = (float(root.attrib[side].removesuffix("mm")) for side in ("width", "height"))
    assert width == pytest.approx(420 - 30, abs=0.1) or height == pytest.approx(297 - 30, abs=0.1)


@pytest.mark.parametrize(("language", "said"), [("en", "en"), ("de_AT", "de-AT")])
def test_an_svg_says_in_which_language_it_is(sample: Document, language: str, said: str) -> None:
    project = sample.project.id
    sample.apply(set_fields(sample, [project], step_label("set_language"), language=language))
    root = ElementTree.fromstring(svg(sample))
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == said


def test_an_svg_looks_as_the_canvas_does(sample: Document) -> None:
    """Within the tolerance above, painted by Qt's own reader of SVG."""
    layout = lay_out(sample, sample.maps()[0].id)
    expected = picture(layout.display_list(), layout.width, layout.height, PIXELS)
    image = QImage(expected.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg(sample))).render(painter)
    painter.end()
    differences = numpy.abs(blocks(image) - blocks(expected))
    assert differences.mean() < MEAN_DIFFERENCE
    assert (differences.max(axis=2) > VISIBLE).mean() < FEW


def blocks(image: QImage) -> numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float64]]:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw = numpy.frombuffer(bytes(plain.constBits()), numpy.uint8)
    pixels = raw.reshape(image.height(), image.width(), 4)[:, :, :3].astype(numpy.float64)
    rows, columns = pixels.shape[0] // BLOCK, pixels.shape[1] // BLOCK
    cut = pixels[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK, 3)
    return numpy.asarray(cut.mean(axis=(1, 3)))


@pytest.mark.parametrize("text", ["<b>&\"'", "]]> --", "a\ufffeb", "مرحبا 12", "👩‍👩‍👧 🍕", "a  b"])
def test_any_text_is_kept_as_it_is(sample: Document, text: str) -> None:
    note = sample.all(Note)[0]
    sample.apply(set_text(sample, note.id, text))
    root = ElementTree.fromstring(svg(sample))
    kept = sample.get(Note, note.id).text.replace("\ufffe", "")
    assert kept in [one.text for one in root.iter(f"{SVG}text")]


def test_emoji_and_pictures_lose_their_colours_on_a_grey_drawing(sample: Document) -> None:
    if not is_covered("🍕"):
        pytest.skip("no font on this computer has emoji; install Debian's fonts-noto-color-emoji")
    note = sample.all(Note)[0]
    sample.apply(set_text(sample, note.id, "🍕"))
    root = ElementTree.fromstring(svg(sample, MapOptions(look="greyscale")))
    (filtered,) = (one for one in root.iter(f"{SVG}text") if "filter" in one.attrib)
    assert filtered.text == "🍕"
    (known,) = root.iter(f"{SVG}filter")
    assert filtered.attrib["filter"] == f"url(#{known.attrib['id']})"
    assert not any("filter" in one.attrib for one in ElementTree.fromstring(svg(sample)).iter(f"{SVG}text"))


def test_bands_are_parts_that_are_cut_at_their_edges(sample: Document) -> None:
    root = ElementTree.fromstring(svg(sample, MapOptions(bands=2)))
    clips = {f"url(#{clip.attrib['id']})" for clip in root.iter(f"{SVG}clipPath")}
    used = {group.attrib["clip-path"] for group in root.iter(f"{SVG}g") if "clip-path" in group.attrib}
    assert used
    assert used <= clips


def test_an_svg_holds_one_map(sample: Document) -> None:
    document = sample.copy()
    document.apply(add_map(document, "Lunch", id="lunch"))
    with pytest.raises(FormatError, match="one thing"):
        svg(document, PosterOptions())
