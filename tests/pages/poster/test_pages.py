"""Posters read back from their files: pages, boxes, words, links, bookmarks, sheets, looks."""

import ctypes
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import get_args

import numpy
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
from PIL import Image
from PySide6.QtCore import QRectF

from app.drawing.culling import text_bounds
from app.drawing.display import Links, PlacedLink, Texts
from app.drawing.images import looked_at
from app.drawing.text import text_block
from app.drawing.theme import NOTE
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_file import LONGEST_SIDE, About
from app.formats.pdf.pdf_writer import write
from app.formats.png import png_writer as png
from app.formats.templates import template
from app.model.document import Document
from app.model.finding.numbering import note_numbers
from app.model.labels import plain_label
from app.model.records import EmotionPoint, JourneyMap, Note, Project
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import add_map
from app.model.verbs.notes import set_text
from app.model.verbs.picture_verbs import add_picture
from app.model.verbs.sections import add_section
from app.pages.deliverables.pages import Pages
from app.pages.drawn_page import DrawnPage
from app.pages.errors import FormatError
from app.pages.page_options import Look
from app.pages.paper import PAPERS, page
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions, PosterOptions
from app.person import set_author, system_author
from app.publishing.preflight import is_covered
from tests.formats.drawings import Drawing, write_poster
from tests.formats.reading import lines_of
from tests.maps import paper_sized
from tests.pictures import image

pytestmark = pytest.mark.usefixtures("qapp")

POINTS_PER_MILLIMETRE = 72 / 25.4
STRINGS = tuple(
    line
    for line in (Path(__file__).parent.parent / "scripts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
DAY = "2026-11-22"
FIRST_OTHER = "\u0530"
"""The first letter behind Latin, Greek and Cyrillic."""
QPDF = shutil.which("qpdf")


@pytest.fixture(scope="module")
def sample() -> Document:
    """The sample, with a thought that no quote on the curve says: so each of its sections is drawn."""
    document = template("pizzeria")
    point = next(one for one in document.all(EmotionPoint) if one.quote)
    document.apply(set_fields(document, [point.id], plain_label(""), quote=""))
    return document


@pytest.fixture(scope="module")
def scripts() -> Document:
    """The sample, paper-sized, with a line of every script on its first notes."""
    document = paper_sized(template("pizzeria"))
    for note, text in zip(document.all(Note), STRINGS, strict=False):
        document.apply(set_text(document, note.id, text))
    return document


def exported(document: Document, options: PosterOptions) -> pypdfium2.PdfDocument:
    stream = BytesIO()
    write(document, stream, ExportOptions(options))
    return pypdfium2.PdfDocument(stream.getvalue())


def words(pdf: pypdfium2.PdfDocument, page: int) -> str:
    # PDFium has a sign of its own for a hyphen at the end of a line.
    return str(pdf[page].get_textpage().get_text_bounded()).replace("\ufffe", "-").replace("\x02", "-")


FITS = {
    "page": MapOptions(),
    "true": MapOptions(scale=1.0),
    "a share": MapOptions(scale=0.6, orientation="portrait"),
    "bands": MapOptions(bands=3, orientation="portrait"),
    "tile": MapOptions(tile="Letter"),
}


def papers_and_fits() -> Iterator[object]:
    """Each fit with both maps, each time on another paper; every triple where there is time for it."""
    late = pytest.mark.long("the fit is tried on papers that are smaller and larger")
    quick = product(("sample", "scripts"), FITS)
    papers = {paper.name: next(quick, None) for paper in PAPERS[::3]}
    for paper, (which, fit) in product(PAPERS, product(("sample", "scripts"), FITS)):
        marks = () if papers.get(paper.name) == (which, fit) else (late,)
        yield pytest.param(which, fit, paper.name, marks=marks)


@pytest.mark.parametrize(("which", "fit", "paper"), tuple(papers_and_fits()))
def test_every_page_is_as_large_as_its_paper(
    request: pytest.FixtureRequest, which: str, paper: str, fit: str
) -> None:
    document: Document = request.getfixturevalue(which)
    options = FITS[fit].changed(paper=paper)
    known = next(one for one in PAPERS if one.name == (options.tile or paper))
    stream = BytesIO()
    write(document, stream, ExportOptions(options))
    unit = int((re.findall(rb"/UserUnit (\d+)", stream.getvalue()) or [b"1"])[0])
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        for read in pdf:
            sides = sorted(side * unit / POINTS_PER_MILLIMETRE for side in read.get_mediabox()[2:])
            if known.is_roll:
                assert min(abs(side - known.short) for side in sides) < 0.1
            else:
                assert sides == pytest.approx([known.short, known.long], abs=0.1)
        assert f"Page {len(pdf)} of {len(pdf)}" in words(pdf, len(pdf) - 1)
        headings = {entry.get_title() for entry in pdf.get_toc()}
        assert {stage.name for stage in document.stages("dinner")} <= headings
        assert {section.name for section in document.sections("dinner")} <= headings
        pages = Pages(document, options)
        assert pages.count == len(pdf)
        for index in range(len(pdf)):
            read_lines = lines_of(pdf[index].get_textpage(), left_to_right=True)
            said = plain("\n".join(line.text for line in read_lines))
            for line in lines_on(pages.page(index)):
                assert plain(line) in said
    fonts = set(re.findall(rb"/BaseFont /([^ />\s]+)", stream.getvalue()))
    assert fonts
    assert all(re.fullmatch(rb"[A-Z]+\+Inter-\w+", name) for name in fonts)
    assert_sound(stream.getvalue())


def lines_on(page: DrawnPage) -> Iterator[str]:
    """The lines that are wholly on a page, in letters that stay text: `test_scripts` is about all others."""
    for layer in page.layers:
        for batch in layer.display_list:
            for text in batch.texts if isinstance(batch, Texts) else ():
                if layer.clip is not None and not layer.clip.contains(text_bounds(text)):
                    continue
                if max(text.block.text, default="") < FIRST_OTHER:
                    yield from (line.text for line in text.block.lines)


def plain(text: str) -> str:
    """Composed, and without what is not seen."""
    unseen = ("Cf", "Mn", "Mc", "Zs", "Cc", "Cs", "So")
    composed = unicodedata.normalize("NFC", text)
    return "".join(character for character in composed if unicodedata.category(character) not in unseen)


def assert_sound(content: bytes) -> None:
    """That qpdf, where there is one, finds nothing."""
    if QPDF is None:
        return
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        checked = subprocess.run([QPDF, "--check", file.name], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "WARNING" not in checked.stdout + checked.stderr


def test_a_notes_link_can_be_clicked_where_the_note_stands_on_every_kind_of_poster() -> None:
    document = template("pizzeria")
    (note,) = (one for one in document.all(Note) if one.text == "Takes a picture")
    document.apply(set_fields(document, [note.id], plain_label("Link"), link="example.org/27"))
    for options in FITS.values():
        pages, found = Pages(document, options), 0
        with exported(document, options) as pdf:
            for index in range(len(pdf)):
                drawn = pages.page(index)
                for layer in drawn.layers:
                    batches = [one for one in layer.display_list if isinstance(one, Links)]
                    for box, address in (link for batch in batches for link in batch.links):
                        if layer.clip is not None and not layer.clip.contains(box):
                            continue
                        x = layer.left + box.center().x() * layer.scale
                        y = drawn.page.points[1] - layer.top - box.center().y() * layer.scale
                        assert address == "https://example.org/27"
                        assert pdfium.FPDFLink_GetLinkAtPoint(pdf[index], x, y)
                        found += 1
        assert found


def test_bleed_is_added_around_the_paper(sample: Document) -> None:
    with exported(sample, MapOptions(paper="A3", bleed=3)) as pdf:
        read = pdf[0]
        media, trim, bleed = read.get_mediabox(), read.get_trimbox(), read.get_bleedbox()
    assert [side / POINTS_PER_MILLIMETRE for side in media[2:]] == pytest.approx([426, 303], abs=0.1)
    assert bleed == pytest.approx(media)
    assert (trim[2] - trim[0]) / POINTS_PER_MILLIMETRE == pytest.approx(420, abs=0.1)
    assert (trim[3] - trim[1]) / POINTS_PER_MILLIMETRE == pytest.approx(297, abs=0.1)


def test_a_page_longer_than_readers_can_show_has_larger_units(sample: Document) -> None:
    options = MapOptions(paper="roll-1524", scale=4.0)
    poster = Pages(sample, options)
    stream = BytesIO()
    write(sample, stream, ExportOptions(options))
    assert b"/UserUnit 2" in stream.getvalue()
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        length = pdf[1].get_mediabox()[2]
    assert length <= LONGEST_SIDE
    assert 2 * length / POINTS_PER_MILLIMETRE == pytest.approx(poster.page(1).page.width, abs=0.1)


def test_every_word_of_the_map_is_on_a_sheet_and_no_sheet_is_without_its_name() -> None:
    sample = paper_sized(template("pizzeria"))
    options = MapOptions(scale=0.6, tile="A4")
    poster = Pages(sample, options)
    with exported(sample, options) as pdf:
        assert "Put together, the poster is" in words(pdf, 0)
        said = [" ".join(words(pdf, index).split()) for index in range(1, len(pdf))]
    for index, text in enumerate(said, 1):
        assert poster.page(index).name in text.split()
    notes = [note for note in sample.all(Note) if note.text]
    for note in notes:
        lines = [line.text for line in text_block(note.text, NOTE, 180).lines]
        assert any(all(line in text for line in lines) for text in said), note.text


def test_bands_repeat_stage_headers_and_section_names(sample: Document) -> None:
    with exported(sample, MapOptions(bands=3, day=DAY)) as pdf:
        text = words(pdf, 0)
    assert text.count("Touchpoints") == text.count("Customer goals") == 3
    assert text.count("Awareness") == text.count("Come back") == 1
    assert text.count("Dinner at a pizzeria") == 2  # As its title, and in the footer.


def test_a_stage_or_a_section_can_be_alone_on_a_poster(sample: Document) -> None:
    (order,) = [stage.id for stage in sample.stages("dinner") if stage.name == "Order"]
    with exported(sample, MapOptions(stages=(order,))) as pdf:
        text = words(pdf, 0)
    assert "Asks about the" in text
    assert "Searches for a" not in text
    assert "Feedback" not in text
    (ideas,) = [section.id for section in sample.sections("dinner") if section.name == "Ideas"]
    with exported(sample, MapOptions(sections=(ideas,))) as pdf:
        text = words(pdf, 0)
    assert "Light the sign" in text
    assert "Asks about the" not in text
    with pytest.raises(FormatError, match="Not every section"):
        exported(sample, MapOptions(sections=("nothing",)))


def test_chosen_notes_are_alone_on_a_poster_with_their_stages_and_sections(sample: Document) -> None:
    def note(text: str) -> str:
        return next(one.id for one in sample.all(Note) if one.text == text)

    only = (note("Searches for a parking space"), note("Light the sign"), note("Asks about the ingredients"))
    with exported(sample, MapOptions(only=only, day=DAY)) as pdf:
        text = words(pdf, 0)
    for shown in ("Arrival", "Order", "Actions", "Ideas", "Light the sign", "Asks about the"):
        assert shown in text
    for hidden in (
        "Awareness",
        "Touchpoints",
        "Looks for the",
        "Map with car",
        "Pain point",
        "Customer goals",
    ):
        assert hidden not in text
    with pytest.raises(FormatError, match="Not every note"):
        exported(sample, MapOptions(only=("nothing",)))


def test_a_chosen_note_keeps_the_number_that_it_has_on_the_whole_map(sample: Document) -> None:
    numbers = note_numbers(sample, "dinner")
    (sign,) = (one.id for one in sample.all(Note) if one.text == "Light the sign")
    (order,) = [stage.id for stage in sample.stages("dinner") if stage.name == "Order"]
    for options in (MapOptions(only=(sign,)), MapOptions(), MapOptions(bands=3)):
        with exported(sample, options.changed(numbers=True)) as pdf:
            assert str(numbers[sign]) in words(pdf, 0).split()
    with exported(sample, MapOptions(stages=(order,), numbers=True)) as pdf:
        found = {int(word) for word in words(pdf, 0).split() if word.isdecimal()}
    of_the_stage = {numbers[one.id] for one in sample.all(Note) if one.stage == order}
    assert of_the_stage <= found
    assert numbers[sign] not in found


def test_a_curve_stays_whole_on_the_poster_of_a_chosen_point(sample: Document) -> None:
    point = sample.all(EmotionPoint)[3]
    poster = PosterOfMap(sample, sample.maps()[0], MapOptions(only=(point.id,)))
    boxes = {box.id for box in poster.layout.boxes_in(poster.layout.rectangle)}
    assert {one.id for one in sample.all(EmotionPoint)} <= boxes
    assert poster.options.stages == (point.stage,)


def test_all_maps_are_pages_of_one_file(sample: Document) -> None:
    document = sample.copy()
    document.apply(add_map(document, "Lunch", id="lunch"))
    with exported(document, PosterOptions()) as pdf:
        assert len(pdf) == 2
        assert "Page 1 of 2" in words(pdf, 0)
        assert "Lunch" in words(pdf, 1)
        assert [entry.get_title() for entry in pdf.get_toc() if entry.level == 0] == [
            "Dinner at a pizzeria", "Lunch",
        ]  # fmt: skip


@pytest.mark.parametrize("owner", ["Kim", ""])
def test_the_author_of_a_pdf_is_the_name_that_was_typed_else_the_owner_else_the_systems(owner: str) -> None:
    document = Document([Project(id="project", name="Trattoria"), JourneyMap(id="map", owner=owner)])
    with exported(document, MapOptions()) as pdf:
        assert pdf.get_metadata_dict()["Author"] == (owner or system_author())
    set_author("Ana Sánchez")
    with exported(document, MapOptions()) as pdf:
        assert pdf.get_metadata_dict()["Author"] == "Ana Sánchez"


def test_the_footer_says_what_it_is_and_when_it_was_printed() -> None:
    journey_map = JourneyMap(id="map", title="Dinner", version="2.1", review="2027-02-01", owner="Kim")
    document = Document([Project(id="project", name="Trattoria"), journey_map])
    with exported(document, MapOptions(footer="Workshop", day=DAY)) as pdf:
        text = words(pdf, 0)
        assert pdf.get_metadata_dict()["Author"] == "Kim"
    said = "Workshop · Dinner · Version 2.1 · 22 November 2026 · Next review: 1 February 2027"
    assert said in " ".join(text.split())
    assert "This map is empty" in text


def test_a_logo_stands_in_the_footer(sample: Document, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (60, 20), "red").save(logo)
    with exported(sample, MapOptions(logo=logo)) as pdf:
        assert len(list(pdf[0].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))) == 1
    logo.write_bytes(b"no picture")
    with pytest.raises(FormatError, match=r"The logo “logo.png” cannot be used\."):
        exported(sample, MapOptions(logo=logo))


def test_stages_and_sections_are_bookmarks_at_their_places(sample: Document) -> None:
    with exported(sample, MapOptions(tile="A4")) as pdf:
        entries = list(pdf.get_toc())
        names = [entry.get_title() for entry in entries]
        arrival = next(entry for entry in entries if entry.get_title() == "Arrival")
        destination = arrival.get_dest()
        assert "Arrival" in words(pdf, destination.get_index())
    for expected in ("Awareness", "Come back", "Customer goals", "Ideas"):
        assert names.count(expected) == 1


def test_links_can_be_clicked_where_they_stand() -> None:
    links = Links([PlacedLink(QRectF(100, 50, 200, 40), "https://example.org/menu?a=1&b=2")])
    stream = BytesIO()
    write_poster(stream, Drawing((links,), 1000, 600), page("A4", "landscape"), About("Links"))
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        read = pdf[0]
        scale = (297 - 30) * POINTS_PER_MILLIMETRE / 1000
        left = 15 * POINTS_PER_MILLIMETRE
        top = (210 * POINTS_PER_MILLIMETRE - 600 * scale) / 2
        middle = (left + 200 * scale, read.get_height() - top - 70 * scale)
        link = pdfium.FPDFLink_GetLinkAtPoint(read, *middle)
        assert link
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(pdf, action, None, 0)
        address = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(pdf, action, address, size)
        assert address.value == b"https://example.org/menu?a=1&b=2"
        assert not pdfium.FPDFLink_GetLinkAtPoint(read, middle[0], 20)


def test_notes_are_numbered_in_the_order_of_reading(sample: Document) -> None:
    with exported(sample, MapOptions(numbers=True)) as pdf:
        lines = words(pdf, 0).split()
    assert {str(number) for number in range(1, len(sample.all(Note)) + 1)} <= set(lines)


def test_greyscale_has_no_colour_and_saving_ink_takes_less_of_it(sample: Document) -> None:
    levels = {}
    for look in get_args(Look):
        with exported(sample, MapOptions(look=look)) as pdf:
            levels[look] = numpy.asarray(pdf[0].render(scale=0.3).to_pil().convert("RGB")).astype(int)
    assert (levels["greyscale"].max(axis=2) - levels["greyscale"].min(axis=2)).max() <= 1
    ink = {look: (255 - pixels).sum() for look, pixels in levels.items()}
    assert ink["ink-saving"] < 0.6 * ink["colour"]
    assert ink["greyscale"] == pytest.approx(ink["colour"], rel=0.2)


@pytest.fixture(scope="module")
def colourful() -> Document:
    """The sample with emoji in a note and pictures in cells."""
    document = template("pizzeria")
    note = document.all(Note)[0]
    document.apply(set_text(document, note.id, "Pizza 🍕 and \U0001f600"))
    new = looked_at(image(60, 40, "#c02040"))
    document.apply(add_section(document, "dinner", "Scenes", "pictures", id="scenes"))
    document.apply(add_picture(document, "scenes", document.stages("dinner")[2].id, new))
    jpeg = looked_at(image(60, 60, "#20a040", "JPEG"))
    document.apply(add_picture(document, "scenes", document.stages("dinner")[3].id, jpeg))
    return document


def most_colour(pixels: object) -> int:
    """How far the parts of any pixel's colour lie apart."""
    levels = numpy.asarray(pixels)[:, :, :3]
    return int((levels.max(axis=2) - levels.min(axis=2)).max())


LOOKS: tuple[tuple[Look, int, int], ...] = (("colour", 60, 255), ("greyscale", 0, 2))


@pytest.mark.parametrize(("look", "least", "most"), LOOKS)
def test_pictures_and_emoji_are_grey_too_on_a_grey_poster(
    colourful: Document, look: Look, least: int, most: int
) -> None:
    options = MapOptions(look=look, paper="A2")
    with exported(colourful, options) as pdf:
        assert len(list(pdf[0].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))) >= 2
        assert least <= most_colour(pdf[0].render(scale=1).to_pil().convert("RGB")) <= most
    stream = BytesIO()
    png.write(colourful, stream, ExportOptions(options))
    assert least <= most_colour(Image.open(stream).convert("RGB")) <= most


@pytest.mark.parametrize(("look", "least", "most"), LOOKS)
def test_an_emoji_is_a_picture_of_300_dots_per_inch_and_grey_where_all_is(
    look: Look, least: int, most: int
) -> None:
    if not is_covered("🍕"):
        pytest.skip("no font on this computer has emoji; install Debian's fonts-noto-color-emoji")
    document = template("pizzeria")
    document.apply(set_text(document, document.all(Note)[0].id, "🍕"))
    with exported(document, MapOptions(look=look, paper="A3")) as pdf:
        (emoji,) = pdf[0].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE])
        left, _, right, _ = emoji.get_bounds()
        assert emoji.get_metadata().width / ((right - left) / 72) >= 299
        assert least <= most_colour(emoji.get_bitmap().to_pil().convert("RGB")) <= most


def test_a_poster_of_one_map_counts_its_assembly_plan(sample: Document) -> None:
    poster = PosterOfMap(sample, sample.maps()[0], MapOptions(tile="A4"))
    assert poster.count == len(poster.plan.sheets) + 1
    with pytest.raises(IndexError):
        Pages(sample, MapOptions()).page(1)
