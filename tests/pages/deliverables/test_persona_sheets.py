"""Persona sheets read back from their files: every field, on every paper, however long it is."""

import ctypes
from io import BytesIO
from itertools import product
from typing import get_args
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.card_pages import LEAST_HEIGHT, LEAST_WIDTH
from app.drawing.display import DisplayList, Texts
from app.drawing.persona_sheet import draw_persona_sheet
from app.formats.options import ExportOptions
from app.formats.png import png_writer as png
from app.formats.png.png_options import PngOptions
from app.formats.svg import svg_writer as svg
from app.formats.templates import template
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import plain_label
from app.model.pictures import NewPicture
from app.model.records import Fact, JourneyMap, Persona, Project, Trait
from app.model.verbs.picture_verbs import set_picture
from app.pages.deliverables.pages import Pages
from app.pages.deliverables.sheet_options import PersonaSheetOptions
from app.pages.errors import FormatError
from app.pages.page_options import Look, PageOptions
from app.pages.paper import Orientation
from app.pages.poster.poster_options import MapOptions, PosterOptions
from tests.documents import texts
from tests.formats.reading import ReadPdf
from tests.pages.deliverables.written_pages import words, written
from tests.pictures import image

pytestmark = pytest.mark.usefixtures("qapp")

POINTS_PER_MILLIMETRE = 72 / 25.4
SHEETS = PersonaSheetOptions(paper="A4", day="2026-11-22")
EVA = Persona(
    id="eva",
    name="Eva Molin",
    age=29,
    gender="Female",
    job_title="Journalist",
    sector="Media",
    location="Hamburg",
    email="eva@example.org",
    website="https://example.org/eva",
    education="M.A. in history",
    income="€ 42,000",
    quote="No surprises!",
    background="Grew up by the sea.",
    goals=("Pizza close to work", "Home before ten"),
    motivations=("Good company",),
    needs=("A true menu",),
    frustrations=("Parking",),
    channels=("Phone", "Word of mouth"),
    traits=(Trait(name="Comfort with technology", value=0.3, low="Avoids it", high="First to try"),),
    facts=(Fact(name="Pets", text="Two cats"), Fact(name="Vegan")),
)

LONG = "A word after a word is a text that goes on. "


def project(*personas: Persona) -> Document:
    """A project with one map, which is all of these personas'."""
    document = Document([Project(id="project", name="Trattoria"), JourneyMap(id="map", title="Dinner")])
    draft = Draft(document)
    for persona in personas:
        draft.insert(persona)
    draft.put(draft.get(JourneyMap, "map").changed(personas=tuple(one.id for one in personas)))
    document.apply(draft.change(plain_label("Add personas")))
    return document


def said_by(persona: Persona) -> list[str]:
    """All that the fields of a persona say."""
    found: list[str] = []
    for name, value in persona:
        if name in ("id", "position", "colour", "is_segment", "picture", "dash"):
            continue
        for each in value if isinstance(value, tuple) else (value,):
            match each:
                case Trait():
                    found += [each.name, each.low, each.high]
                case Fact():
                    found += [each.name, each.text]
                case _:
                    found.append(str(each).removeprefix("https://"))
    return [text for text in found if text]


@pytest.mark.parametrize(
    ("paper", "orientation"), list(product(("A4", "A3", "Letter"), get_args(Orientation)))
)
def test_a_sheet_says_all_that_is_known_on_a_page_of_its_paper(paper: str, orientation: Orientation) -> None:
    content = written(project(EVA), SHEETS.changed(paper=paper, orientation=orientation))
    (text,) = words(content)
    assert len(said_by(EVA)) == 25
    assert [said for said in said_by(EVA) if said not in text] == []
    sides = {"A4": (210, 297), "A3": (297, 420), "Letter": (215.9, 279.4)}[paper]
    box = ReadPdf(content).box
    turned = sides if orientation == "portrait" else sides[::-1]
    assert [side / POINTS_PER_MILLIMETRE for side in box[2:]] == pytest.approx(turned, abs=0.1)


def test_text_is_text_in_embedded_fonts() -> None:
    read = ReadPdf(written(project(EVA), SHEETS))
    assert len(read.lines) > 30
    assert all(line.embedded and "Inter" in line.font for line in read.lines)
    assert read.about["Title"] == "Eva Molin"
    assert read.about["Subject"] == "Persona sheets of Trattoria"


def test_what_is_empty_takes_no_room_and_a_persona_of_whom_nothing_is_said_says_so() -> None:
    (text,) = words(written(project(Persona(id="kim", name="Kim", goals=("Lunch",))), SHEETS))
    assert text == "K Kim Goals Lunch Kim · Trattoria · 22 November 2026 Page 1 of 1"
    (text,) = words(written(project(Persona(id="nobody")), SHEETS))
    assert "Unnamed persona" in text
    assert "Nothing is known about this persona yet." in text


def test_a_segment_has_no_initials() -> None:
    (text,) = words(written(project(Persona(id="crowd", name="Lunch crowd", is_segment=True)), SHEETS))
    assert text.startswith("Lunch crowd SEGMENT")


def test_long_texts_go_on_over_pages_and_no_word_is_lost() -> None:
    numbered = " ".join(f"word{number}" for number in range(1_800))
    persona = EVA.changed(background=numbered, goals=tuple(f"goal{number}" for number in range(150)))
    for orientation in get_args(Orientation):
        pages = words(written(project(persona), SHEETS.changed(orientation=orientation)))
        assert len(pages) > 2
        told = [word for page in pages for word in page.split()]
        for kind in ("word", "goal"):
            found = [word for word in told if word.startswith(kind) and word[4:].isdigit()]
            assert found == [f"{kind}{number}" for number in range(len(found))]
            assert len(found) == (1_800 if kind == "word" else 150)
        assert "Background, continued" in pages[0] + pages[1]


@pytest.mark.parametrize("field", ["name", "job_title", "quote", "location", "email", "education"])
def test_a_field_that_is_as_long_as_can_be_is_all_there(field: str) -> None:
    persona = EVA.changed(**{field: (LONG * 450)[:19_000].strip()})
    told = " ".join(words(written(project(persona), SHEETS)))
    # Titles that say that a text goes on, and footers, stand between its words.
    assert told.count("a text that goes on.") >= 400
    assert told.count("after") >= getattr(persona, field).count("after")


def test_traits_and_facts_of_any_length_are_all_there() -> None:
    long = LONG * 40
    trait, fact = Trait(name=long, low=long, high=long), Fact(name=long, text=long)
    told = " ".join(words(written(project(EVA.changed(traits=(trait,), facts=(fact,))), SHEETS)))
    assert told.count("after") >= 5 * 40


def boxes(pages: tuple[DisplayList, ...]) -> list[tuple[int, float, float, float, float]]:
    return [
        (number, x, y, x + block.width, y + block.height)
        for number, page in enumerate(pages)
        for batch in page
        if isinstance(batch, Texts)
        for x, y, block in batch.texts
    ]


long_texts = texts | st.integers(1, 400).map(lambda times: LONG * times)
personas = st.builds(
    Persona,
    id=st.just("anybody"),
    name=long_texts,
    is_segment=st.booleans(),
    age=st.none() | st.integers(0, 150),
    job_title=long_texts,
    quote=long_texts,
    background=long_texts,
    email=texts,
    website=texts,
    goals=st.lists(long_texts, max_size=4).map(tuple),
    channels=st.lists(texts, max_size=4).map(tuple),
    traits=st.lists(st.builds(Trait, name=texts, low=long_texts, high=texts), max_size=4).map(tuple),
    facts=st.lists(st.builds(Fact, name=texts, text=long_texts), max_size=4).map(tuple),
)


@given(
    persona=personas,
    width=st.floats(LEAST_WIDTH, 3_000),
    height=st.none() | st.floats(LEAST_HEIGHT, 2_000),
)
def test_whatever_is_said_stays_within_its_pages(
    persona: Persona, width: float, height: float | None
) -> None:
    sheet = draw_persona_sheet(project(persona), persona, width, height)
    assert height is not None or len(sheet.pages) == 1
    for _, left, top, right, bottom in boxes(sheet.pages):
        assert left > -0.5
        assert top > -0.5
        assert right < width + 0.5
        assert bottom < (height or sheet.height) + 0.5


def test_no_two_texts_lie_on_each_other() -> None:
    persona = EVA.changed(quote=LONG * 3, name="Donaudampfschifffahrtsgesellschaftskapitänswitwe " * 2)
    for width, height in ((1_548.0, 1_054.0), (1_054.0, 1_548.0), (600.0, 900.0)):
        placed = boxes(draw_persona_sheet(project(persona), persona, width, height).pages)
        for index, (page, left, top, right, bottom) in enumerate(placed):
            for other, x, y, end, low in placed[index + 1 :]:
                apart = page != other or right <= x or end <= left or bottom <= y + 0.1 or low <= top + 0.1
                assert apart


def test_mailboxes_and_pages_can_be_clicked_and_nothing_else() -> None:
    persona = EVA.changed(facts=(), website="www.example.org", education="javascript:alert(1)")
    content = written(project(persona, EVA.changed(id="b", website="javascript:alert(1)")), SHEETS)
    addresses = []
    with pypdfium2.PdfDocument(content) as read:
        for page in read:
            found, position = pdfium.FPDF_LINK(), ctypes.c_int(0)
            while pdfium.FPDFLink_Enumerate(page, position, found):
                action = pdfium.FPDFLink_GetAction(found)
                address = ctypes.create_string_buffer(200)
                pdfium.FPDFAction_GetURIPath(read, action, address, 200)
                addresses.append(address.value.decode())
    assert addresses == ["mailto:eva@example.org", "https://www.example.org", "mailto:eva@example.org"]


def test_each_persona_is_a_bookmark_to_the_first_of_their_pages() -> None:
    document = project(EVA.changed(background=LONG * 200), EVA.changed(id="kim", name="Kim"))
    content = written(document, SHEETS)
    with pypdfium2.PdfDocument(content) as read:
        told = {entry.get_title(): entry.get_dest().get_index() for entry in read.get_toc()}
    pages = words(content)
    assert told["Eva Molin"] == 0
    assert told["Kim"] == len(pages) - 1
    assert pages[told["Kim"]].startswith("K Kim")
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_a_picture_is_on_the_sheet_in_place_of_initials() -> None:
    document = project(EVA)
    document.apply(set_picture(document, ("eva",), NewPicture(image(400, 600), "png", 400, 600)))
    assert ReadPdf(written(document, SHEETS)).images == 1


def test_only_those_who_are_chosen_have_their_sheets_written() -> None:
    document = project(EVA, EVA.changed(id="kim", name="Kim"))
    pages = words(written(document, SHEETS.changed(personas=("kim",))))
    assert len(pages) == 1
    assert "Kim" in pages[0]


@pytest.mark.parametrize("what", [MapOptions, PosterOptions])
def test_sheets_may_follow_the_poster_on_paper_of_their_own(what: type[PosterOptions]) -> None:
    options = what(paper="A1", persona_sheets="A4", bleed=3)
    content = written(project(EVA, EVA.changed(id="kim", name="Kim")), options)
    with pypdfium2.PdfDocument(content) as read:
        boxes = [page.get_mediabox()[2:] for page in read]
        assert read.get_metadata_dict()["Title"] == "Dinner"
    assert [round(max(box) / POINTS_PER_MILLIMETRE) for box in boxes] == [847, 297, 297]
    assert "Page 3 of 3" in words(content)[2]


def test_initials_labels_and_ends_of_sliders_are_there_in_scripts_read_from_the_right() -> None:
    trait = Trait(name="صبر", low="قليل", high="كثير")
    persona = EVA.changed(name="عمر خليل", traits=(trait,), facts=(Fact(name="عمل", text="طبيب"),))
    sheet = draw_persona_sheet(project(persona), persona, 1_548, 1_054)
    for batch in sheet.pages[0]:
        for x, _, block in batch.texts if isinstance(batch, Texts) else ():
            for line in block.lines:
                assert x + line.x > -0.5
                assert x + line.x + line.width < 1_548.5


@pytest.mark.parametrize("look", get_args(Look))
def test_a_sheet_comes_in_every_look(look: Look) -> None:
    (text,) = words(written(project(EVA), SHEETS.changed(look=look)))
    assert "Eva Molin" in text


def test_one_sheet_can_be_a_picture_or_an_svg_however_long_it_is() -> None:
    document = project(EVA.changed(background=LONG * 200), EVA.changed(id="kim", name="Kim"))
    options = SHEETS.changed(personas=("eva",))
    drawing, picture = BytesIO(), BytesIO()
    svg.write(document, drawing, ExportOptions(options))
    root = ElementTree.fromstring(drawing.getvalue())
    told = " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert told.count("after") == 200
    assert float(root.attrib["width"].removesuffix("mm")) == pytest.approx(297, abs=0.1)
    assert float(root.attrib["height"].removesuffix("mm")) > 210
    png.write(document, picture, ExportOptions(options, PngOptions(pixels=800)))
    assert picture.getvalue().startswith(b"\x89PNG")
    with pytest.raises(FormatError, match="one thing"):
        svg.write(document, BytesIO(), ExportOptions(SHEETS))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (SHEETS.changed(paper="roll-914"), "not on a roll"),
        (SHEETS.changed(margin=90), "leave too little of A4"),
    ],
)
def test_what_cannot_be_is_told(options: PageOptions, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence):
        Pages(project(EVA), options)


def test_a_project_without_personas_says_so() -> None:
    with pytest.raises(FormatError, match="no persona yet"):
        Pages(template("blank"), SHEETS)
