"""What holds for every kind of section, whatever stands in it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, get_args

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.drawing.display import DisplayList, Lines, Links, Paths, Pictures, Rectangles, Texts, merged
from app.drawing.glyphs import GLYPHS
from app.drawing.images import looked_at
from app.drawing.layout import MapLayout, lay_out
from app.drawing.painter import paint, painter_path
from app.drawing.sections import SECTION_KINDS, kind_of
from app.drawing.sections.kind import SectionKind
from app.drawing.svg_icons import svg_icon
from app.formats.json import json_project as json
from app.formats.options import ExportOptions
from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import (
    DividingLine,
    EmotionPoint,
    Entry,
    JourneyMap,
    LegendEntry,
    MetricLook,
    Note,
    Persona,
    Process,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.verbs.notes import set_text
from app.model.verbs.picture_verbs import add_picture
from tests.drawing.drawn_texts import texts
from tests.pictures import image

pytestmark = pytest.mark.usefixtures("qapp")
kinds = pytest.mark.parametrize("kind", SECTION_KINDS, ids=lambda kind: kind.name)

LONG = "A word and another, and averylongwordthatfitsnowhereatallinanycolumnofanymapthatwaseverdrawn. " * 3
PROCESSES: tuple[Process | None, ...] = (
    "linear",
    "non-linear",
    "time-based",
    "cyclic",
    "bi-directional",
    None,
)


def full(kind: SectionKind, **fields: object) -> Document:
    """A map with one section of a kind that holds everything that a section can hold, in several stages."""
    records: list[Record] = [
        Project(id="project"),
        Persona(id="eva", name="Eva Molin"),
        Persona(id="crowd", position=1, name="Lunch crowd", is_segment=True),
        JourneyMap(id="map"),
        *(Stage(id=f"stage{i}", map="map", position=i, name=f"Stage {i}") for i in range(len(PROCESSES))),
        Section.model_validate(
            {"id": "section", "map": "map", "section_kind": kind.name, "name": str(kind.title), **fields}
        ),
    ]
    for index, process in enumerate(PROCESSES):
        cell: dict[str, Any] = {"section": "section", "stage": f"stage{index}"}
        records += [
            Note(id=f"note{index}", text=LONG if index == 0 else "Reads the menu", **cell),
            EmotionPoint(id=f"point{index}", value=index - 2, quote="Fine", **cell),
            Entry(
                id=f"entry{index}",
                text=LONG if index == 0 else "Guests who stay",
                persona=("eva", "crowd", None)[index % 3],
                process=process,
                channels=("phone", "web", "carrier pigeon", "e-mail", "shop", "chat")[: index + 1],
                value=None if index == 3 else index * 12.5 - 20,
                unit="%",
                target=50,
                trend=("rising", "steady", "falling")[index % 3],
                address=("https://example.org/a", "file:///menu.pdf", "javascript:alert(1)")[index % 3],
                document_kind="report",
                **cell,
            ),
            Entry(id=f"bare{index}", position=1, **cell),
        ]
    document = Document(records)
    for index, size in enumerate(((1600, 20), (20, 1600), (400, 300))):
        picture = looked_at(image(*size))
        document.apply(
            add_picture(document, "section", f"stage{index}", picture, "A caption", id=f"p{index}")
        )
    return document


def bounds(display_list: DisplayList) -> Iterator[QRectF]:
    """The rectangle of everything in a drawing."""
    for batch in display_list:
        match batch:
            case Rectangles():
                yield from batch.rectangles
            case Lines():
                yield from (QRectF(line.p1(), line.p2()).normalized() for line in batch.lines)
            case Paths():
                shape = painter_path(batch.outline).boundingRect()
                yield from (shape.translated(place) for place in batch.places)
            case Texts():
                for x, y, block in batch.texts:
                    yield from (QRectF(x + line.x, y, line.width, block.height) for line in block.lines)
            case Pictures():
                yield from (placed.rectangle for placed in batch.pictures)
            case Links():
                yield from (placed.rectangle for placed in batch.links)


def body_of(layout: MapLayout) -> DisplayList:
    row = layout.rows[0]
    return merged(piece.display_list for piece in row.body.pieces(row.height))


LOOKS: list[dict[str, object]] = [
    {},
    {"metric_look": "bar"},
    {"metric_look": "chart"},
    {"line": "visibility"},
    {"height": 900},
]


@kinds
@pytest.mark.parametrize("fields", LOOKS, ids=str)
def test_every_kind_draws_inside_its_row(kind: SectionKind, fields: dict[str, object]) -> None:
    layout = lay_out(full(kind, **fields), "map")
    row = layout.rows[0]
    assert row.height >= row.body.height > 0
    left, right = layout.columns[0].x - 1, layout.width
    for drawn in bounds(body_of(layout)):
        assert left <= drawn.left() <= drawn.right() <= right, drawn
        assert -1 <= drawn.top() <= drawn.bottom() <= row.height + 1, drawn


@kinds
def test_every_kind_keeps_what_it_draws_clear_of_each_other(kind: SectionKind) -> None:
    layout = lay_out(full(kind), "map")
    boxes = [box.rectangle for box in layout.boxes_in(layout.rectangle)]
    for index, box in enumerate(boxes):
        assert not any(box.adjusted(1, 1, -1, -1).intersects(other) for other in boxes[:index])


@kinds
def test_the_parts_of_a_row_lie_side_by_side_from_left_to_right(kind: SectionKind) -> None:
    row = lay_out(full(kind), "map").rows[0]
    pieces = row.body.pieces(row.height)
    for piece in pieces:
        assert all(piece.left - 1 <= drawn.left() for drawn in bounds(piece.display_list))
    assert [piece.left for piece in pieces] == sorted(piece.left for piece in pieces)


@kinds
def test_every_kind_lays_out_without_stages_or_content(kind: SectionKind) -> None:
    section = Section(id="section", map="map", section_kind=kind.name)
    for stages in ([], [Stage(id="stage", map="map")]):
        layout = lay_out(Document([Project(id="project"), JourneyMap(id="map"), *stages, section]), "map")
        assert layout.rows[0].body.height > 0
        assert list(layout.boxes_in(layout.rectangle)) == []


@kinds
def test_every_kind_takes_over_what_did_not_change(kind: SectionKind) -> None:
    document = full(kind)
    layout = lay_out(document, "map")
    assert lay_out(document, "map", layout).rows[0] is layout.rows[0]
    if content_of(kind.name).holds is not Note:
        document.apply(set_text(document, "note1", "Changed"))
        assert lay_out(document, "map", layout).rows[0] is layout.rows[0]


@kinds
def test_every_kind_says_what_it_is_and_holds(kind: SectionKind) -> None:
    assert kind.title
    assert str(kind.hint).endswith((".", "…"))
    assert kind.glyph in GLYPHS or svg_icon(kind.glyph), "without a glyph of its own"
    assert kind_of(kind.name) is kind
    document, holds = full(kind), content_of(kind.name).holds
    for record in document.held_by("section"):
        assert isinstance(record, Note | EmotionPoint | Entry)
        assert bool(kind.words(document, record)) == (type(record) is holds and record.id[:4] != "bare")


@pytest.mark.parametrize("name", [*(kind.name for kind in SECTION_KINDS), "of-a-later-version"])
def test_every_kind_and_its_content_comes_back_from_json(name: str) -> None:
    document = full(kind_of(name))
    stream = BytesIO()
    json.write(document, stream, ExportOptions())
    again = json.read_document(BytesIO(stream.getvalue()))
    assert again == document
    for picture in document.pictures():
        assert again.picture_store.get(picture.id) == document.picture_store.get(picture.id)


def test_a_poster_leads_only_to_pages_and_mailboxes() -> None:
    layout = lay_out(full(kind_of("documents")), "map")
    links = [link.address for batch in body_of(layout) if isinstance(batch, Links) for link in batch.links]
    assert links == ["https://example.org/a", "https://example.org/a"]


def test_a_picture_that_is_lost_leaves_its_frame_and_its_caption() -> None:
    document = full(kind_of("pictures"))
    lost = Document(document)
    layout = lay_out(lost, "map")
    assert "A caption" in texts(body_of(layout))
    assert lay_out(document, "map").height == layout.height


def test_the_zones_of_a_blueprint_lie_between_its_lines() -> None:
    lines: tuple[DividingLine, ...] = get_args(DividingLine)
    records: list[Record] = [Project(id="project"), JourneyMap(id="map"), Stage(id="stage", map="map")]
    for index, line in enumerate(lines):
        records += [
            Section(id=f"above{index}", map="map", position=2 * index),
            Section(
                id=f"line{index}",
                map="map",
                position=2 * index + 1,
                section_kind="dividing-line",
                line=line,
            ),
        ]
    records.append(Section(id="last", map="map", position=6))
    layout = lay_out(Document(records), "map")
    tinted = [batch for batch in layout.frame if isinstance(batch, Rectangles)][1:]
    assert [batch.rectangles[0].top() for batch in tinted] == [
        pytest.approx(layout.rows[index].y + layout.rows[index].height / 2) for index in (3, 5)
    ]
    front = QPointF(layout.columns[0].x + 5, layout.rows[2].y + 5)
    assert not any(rectangle.contains(front) for batch in tinted for rectangle in batch.rectangles)


@pytest.mark.parametrize("look", ["number", "bar"])
def test_the_name_that_all_metrics_of_a_section_share_is_said_once(look: MetricLook) -> None:
    def said(*names: str, called: str = "Figures") -> list[str]:
        stages = [Stage(id=f"stage{at}", map="map", position=at) for at in range(len(names))]
        section = Section(id="s", map="map", name=called, section_kind="metrics", metric_look=look)
        entries = [
            Entry(id=f"entry{at}", section="s", stage=f"stage{at}", text=name, value=7)
            for at, name in enumerate(names)
        ]
        base: list[Record] = [Project(id="project"), JourneyMap(id="map"), section]
        layout = lay_out(Document([*base, *stages, *entries]), "map")
        row = layout.rows[0]
        assert all(box.bottom() <= row.height for box in bounds(row.beside))
        return texts(layout.display_list())

    assert said("Waiting", "waiting", "Waiting").count("Waiting") == 1
    assert said("Waiting", "Waiting", "Cost").count("Waiting") == 2
    assert said("Waiting", "Waiting", called="Waiting").count("Waiting") == 1


@pytest.mark.parametrize("look", ["number", "bar"])
def test_two_metrics_say_their_names_once_each_at_the_level_of_their_values(look: MetricLook) -> None:
    stages = [Stage(id=f"stage{at}", map="map", position=at) for at in range(3)]
    section = Section(id="s", map="map", name="Figures", section_kind="metrics", metric_look=look)
    given = [("Waiting", 0), ("Cost", 0), ("Cost", 1), ("Waiting", 2), ("Cost", 2)]
    entries = [
        Entry(
            id=f"{name}{stage}",
            section="s",
            stage=f"stage{stage}",
            position=at,
            text=name,
            value=7,
            target=at,
        )
        for at, (name, stage) in enumerate(given)
    ]
    base: list[Record] = [Project(id="project"), JourneyMap(id="map"), section]
    layout = lay_out(Document([*base, *stages, *entries]), "map")
    row = layout.rows[0]
    assert texts(row.beside) == ["Waiting", "Cost"]
    assert sorted(texts(layout.display_list())).count("Cost") == 1
    tops = {box.id: box.rectangle.top() for box in row.body.boxes(0, layout.width, row.height)}
    assert tops["Cost0"] == tops["Cost1"] == tops["Cost2"] > tops["Waiting0"] == tops["Waiting2"]
    waiting, cost = bounds(row.beside)
    assert waiting.bottom() < cost.top()
    assert cost.top() >= tops["Cost0"]


def test_what_is_no_process_is_not_tinted_as_one() -> None:
    sections = [
        Section(id="line", map="map", section_kind="dividing-line", line="internal interaction"),
        Section(id="systems", map="map", position=1, colour="grey"),
        Section(id="curve", map="map", position=2, section_kind="emotional-graph"),
        Section(id="pains", map="map", position=3, colour="pink"),
        Section(id="figures", map="map", position=4, section_kind="metrics"),
        Section(id="ours", map="map", position=5, colour="violet"),
    ]
    legend = LegendEntry(id="legend", colour="violet", meaning="Teams", role="action")
    base: list[Record] = [Project(id="project"), JourneyMap(id="map"), Stage(id="stage", map="map"), legend]
    layout = lay_out(Document([*base, *sections]), "map")
    tinted = [batch for batch in layout.frame if isinstance(batch, Rectangles)][1:]
    middles = {
        row.section.id: QPointF(layout.columns[0].x + 5, row.y + row.height - 5) for row in layout.rows
    }
    inside = {
        id
        for id, middle in middles.items()
        if any(rectangle.contains(middle) for batch in tinted for rectangle in batch.rectangles)
    }
    assert inside == {"line", "systems", "figures", "ours"}


@pytest.mark.parametrize("scale", [0.37, 0.6, 1.2])
@pytest.mark.parametrize("kind", SECTION_KINDS, ids=lambda kind: kind.name)
def test_what_is_painted_in_strips_is_what_is_painted_at_once(kind: SectionKind, scale: float) -> None:
    layout = lay_out(full(kind), "map")
    whole = blank(layout, scale)
    paint_exposed(whole, layout, scale, QRectF(whole.rect()))
    strips = blank(layout, scale)
    for top in range(0, strips.height(), STRIP):
        paint_exposed(strips, layout, scale, QRectF(0, top, strips.width(), STRIP))
    assert strips == whole


STRIP = 41
"""Pixels: higher than a line, lower than a note."""


def blank(layout: MapLayout, scale: float) -> QImage:
    image = QImage(round(layout.width * scale), round(layout.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def paint_exposed(image: QImage, layout: MapLayout, scale: float, area: QRectF) -> None:
    """Paint an area of the sheet, given in pixels, as the canvas does."""
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setClipRect(area)
        painter.scale(scale, scale)
        exposed = QRectF(area.topLeft() / scale, area.size() / scale)
        for part in layout.parts(exposed):
            painter.translate(part.x, part.y)
            paint(painter, part.display_list, scale, exposed.translated(-part.x, -part.y))
            painter.translate(-part.x, -part.y)
