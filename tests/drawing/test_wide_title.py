from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from app.drawing.culling import all_text_bounds
from app.drawing.display import Texts
from app.drawing.layout import lay_out
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock
from app.drawing.theme import MARGIN
from app.drawing.title import draw_title
from app.formats.templates import template
from app.model.document import Document
from app.model.records import JourneyMap, Persona, Project, RoleSizes

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = Sizes.of(RoleSizes())
LONG = "Wir wollen verstehen, warum Gäste nach dem ersten Besuch nicht wiederkommen. " * 3
FULL = {
    "title": "Reklamationsbearbeitung eines Kunden, der zum ersten Mal bestellt hat",
    "scenario": LONG,
    "goal": LONG,
    "expectations": LONG,
    "scope": LONG,
    "objectives": ("Faster", "Cheaper"),
    "status": "validated",
    "period": "Spring 2026",
    "owner": "Service team",
    "version": "1.0",
    "review": "2026-11-30",
}
BOB = Persona(id="bob", name="Bob Example", age=41, job_title="Driver", quote="I have no time for this.")
EVE = Persona(id="eve", name="Eve Example", quote="Tell me what it costs, and I will tell you.")


def title_of(width: float, **fields: object) -> tuple[QRectF, list[QRectF], set[str]]:
    """How large the title block of a map is, where its texts stand, and what they say."""
    journey_map = JourneyMap(id="map").changed(**fields)
    document = Document([Project(id="project"), BOB, EVE, journey_map])
    block = draw_title(document, journey_map, width, SIZES)
    texts = [
        text.block.text for batch in block.display_list if isinstance(batch, Texts) for text in batch.texts
    ]
    return QRectF(0, 0, width, block.height), list(all_text_bounds(block.display_list)), set(texts)


@pytest.mark.parametrize("width", [1200.0, 2400.0, 4700.0, 9000.0])
@pytest.mark.parametrize("personas", [(), ("bob",), ("bob", "eve")])
def test_nothing_in_a_wide_title_lies_over_anything_else_or_over_its_edge(
    width: float, personas: tuple[str, ...]
) -> None:
    area, bounds, _ = title_of(width, personas=personas, **FULL)
    assert all(area.contains(each) for each in bounds)
    assert not [pair for pair in combinations(bounds, 2) if pair[0].intersects(pair[1])]


def test_all_that_is_known_of_a_map_stands_in_its_title_under_a_label_of_its_own() -> None:
    _, _, said = title_of(4700, personas=("bob",), **FULL)
    assert {"Goal", "Expectations", "Scope", "Objectives", "Status", "Period", "Owner", "Version"} <= said
    assert {"Next review", "30 November 2026"} <= said
    assert {"Faster, Cheaper", "Validated", "Bob Example", "41, Driver"} <= said
    assert "“I have no time for this.”" in said


def test_what_is_not_known_of_a_map_takes_no_room() -> None:
    bare, _, said = title_of(4700, title="Dinner")
    full, _, _ = title_of(4700, personas=("bob",), **FULL)
    assert said == {"Dinner", "Type", "Current state"}
    assert bare.height() < SIZES.title.size * 2 < full.height()


def test_a_map_without_a_legend_ends_with_its_last_section() -> None:
    document = template("service-blueprint")
    layout = lay_out(document, document.maps()[0].id, sizes=SIZES)
    assert layout.height == layout.rows[-1].bottom


def facts_of(width: float, **fields: object) -> list[float]:
    """How wide the columns are that facts stand in."""
    journey_map = JourneyMap(id="map").changed(**fields)
    document = Document([Project(id="project"), BOB, EVE, journey_map])
    block = draw_title(document, journey_map, width, SIZES)
    texts = [text for batch in block.display_list if isinstance(batch, Texts) for text in batch.texts]
    labels = {text.x: text for text in texts if text.block.style == SIZES.label}
    return [text.block.available for text in labels.values()]


@pytest.mark.parametrize("width", [2400.0, 3400.0, 4700.0])
def test_facts_stand_in_columns_of_twelve_em_that_have_a_share_of_the_title(width: float) -> None:
    columns = facts_of(width, personas=("bob",), **FULL)
    assert min(columns) >= 12 * SIZES.detail.size
    assert sum(columns) >= 0.28 * width


def test_a_title_that_is_read_from_the_right_begins_there_with_all_that_is_said_of_its_map() -> None:
    fields: dict[str, object] = {"scenario": "قبل الافتتاح", "goal": "حساب يعمل"}
    journey_map = JourneyMap(id="map", title="فتح حساب لمشروع صغير", personas=("bob",)).changed(**fields)
    document = Document([Project(id="project"), BOB, EVE, journey_map])
    block = draw_title(document, journey_map, 3400, SIZES)
    texts = [text for batch in block.display_list if isinstance(batch, Texts) for text in batch.texts]
    ends = {text.block.text: text.x + text.block.lines[0].x + text.block.lines[0].width for text in texts}
    assert ends["فتح حساب لمشروع صغير"] == pytest.approx(3400 - MARGIN, abs=2)
    assert ends["قبل الافتتاح"] == pytest.approx(3400 - MARGIN, abs=2)
    assert ends["حساب يعمل"] == pytest.approx(ends["Goal"], abs=2)
    (face,) = block.personas
    assert ends["Bob Example"] < face.rectangle.right()


def quote_beside_title(width: float, sizes: Sizes = SIZES, bob: Persona = BOB) -> tuple[TextBlock, bool]:
    """What the persona says, as it is set, and whether it begins right of where the title ends."""
    fields = {**FULL, "personas": ("bob",)}
    journey_map = JourneyMap(id="map").changed(**fields)
    document = Document([Project(id="project"), bob, journey_map])
    block = draw_title(document, journey_map, width, sizes)
    texts = [text for batch in block.display_list if isinstance(batch, Texts) for text in batch.texts]
    title = next(text for text in texts if text.block.text == journey_map.title)
    quote = next(text for text in texts if bob.quote in text.block.text)
    return quote.block, quote.x > title.x + title.block.width


def test_a_persona_stands_under_the_title_where_there_is_too_little_room_beside_it() -> None:
    quote, is_beside = quote_beside_title(6000)
    assert is_beside
    narrow, is_beside = quote_beside_title(1500)
    assert not is_beside
    assert narrow.line_count == 1
    assert not quote.cuts
    assert not narrow.cuts


def test_what_a_persona_says_is_smaller_on_sheets_where_it_would_be_high() -> None:
    seams = tuple(float(seam) for seam in range(520, 4000, 520))
    bob = BOB.changed(quote="I have no time for this, and I never had. Who has it may go and see to it.")
    quote, _ = quote_beside_title(4000, SIZES._replace(seams=seams), bob)
    assert quote.line_count <= 5
    assert quote.style.size < SIZES.persona_quote.size
