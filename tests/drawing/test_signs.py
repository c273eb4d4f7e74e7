"""What stands out on a map: moments of truth, voted ideas, what leads where; and the legend tells of it."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.drawing.culling import all_text_bounds
from app.drawing.display import DisplayList, Lines, Links, Paths, Rectangles, Texts
from app.drawing.large_type import lay_out_large, row_type
from app.drawing.layout import MapLayout, lay_out
from app.drawing.note import PlacedNote, draw_notes
from app.drawing.note_foot import foot_lines, foot_width
from app.drawing.sections.emotional_graph.graph_area import draw_area
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.shown import Shown
from app.drawing.signs import moment_frames
from app.drawing.sizes import USUAL
from app.drawing.theme import AREA_ABOVE, AREA_BELOW, FRAME, NOTE_FILLS, TINT, TOP_IDEA
from app.formats.templates import template
from app.model.analysis.reading_words import read_section
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Lot, Note, Section
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.parking import park
from app.model.verbs.relations import relate, relate_felt_later

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sample() -> Document:
    return template("pizzeria")


def laid_out(document: Document, **shown: object) -> MapLayout:
    return lay_out(document, "dinner", sizes=USUAL._replace(shown=Shown()._replace(**shown)))  # type: ignore[arg-type]


def said(drawn: DisplayList) -> list[str]:
    return [text.block.text for batch in drawn if isinstance(batch, Texts) for text in batch.texts]


def set_note(document: Document, note: str, **fields: object) -> None:
    document.apply(set_fields(document, [note], plain_label("Edit"), **fields))


def note_at(document: Document, text: str) -> Note:
    return next(note for note in document.all(Note) if note.text == text)


def test_a_moment_of_truth_goes_through_its_column(sample: Document) -> None:
    layout = laid_out(sample)
    starred = [column for column in layout.columns if column.has_moment]
    assert [column.stage.id for column in starred] == ["order", "leave"]
    frames = [sign for sign in layout.signs if not sign.name]
    assert [sign.area.x() for sign in frames] == [column.x for column in starred]
    assert all(sign.area.bottom() == layout.rows[-1].bottom for sign in frames)
    tinted = [batch for batch in layout.frame if isinstance(batch, Rectangles) and batch.fill == TINT]
    assert [box.width() for batch in tinted for box in batch.rectangles] == [one.width for one in starred]


def test_a_frame_passes_behind_the_words_of_a_curve_and_is_interrupted_there(sample: Document) -> None:
    map = sample.maps()[0].id
    type = row_type(1920, 1080, len(sample.stages(map)))
    layout = lay_out_large(sample, map, type)
    words = [
        block.translated(0, row.y)
        for row in layout.rows
        if isinstance(row.body, GraphBody)
        for block in row.body.blocks
    ]
    signs = moment_frames(layout.columns, layout.rows[0].y, layout.rows[-1].bottom, words)
    frames = [batch for sign in signs for batch in sign.display_list]
    sides = [side for batch in frames if isinstance(batch, Paths) for side in sides_of(batch)]
    assert sides
    assert not any(side.intersects(block) for side in sides for block in words)
    reach = max(side.bottom() for side in sides)
    assert reach > layout.rows[-1].y


def sides_of(frame: Paths) -> Iterator[QRectF]:
    """The lines of a frame, as wide as they are drawn."""
    for start, end in pairwise(command for command in frame.outline if len(command) == 3):
        if end[0] == "L":
            line = QRectF(QPointF(start[1], start[2]), QPointF(end[1], end[2]))
            yield line.normalized().adjusted(-3, 0, 3, 0)


def test_without_moments_there_is_neither_star_nor_frame(sample: Document) -> None:
    layout = laid_out(sample, moments=False)
    assert not any(column.has_moment for column in layout.columns)
    assert all(sign.name for sign in layout.signs)


def test_the_mark_changes_what_is_drawn_and_leaves_the_colour(sample: Document) -> None:
    note = note_at(sample, "Orders")
    set_note(sample, note.id, moment_of_truth=True)
    marked = sample.get(Note, note.id)
    assert marked.colour == note.colour
    drawn = draw_notes([PlacedNote(marked, QRectF(0, 0, 200, 120))], sample.picture_store)
    fills = [batch.fill for batch in drawn if isinstance(batch, Rectangles)]
    assert NOTE_FILLS["orange"] in fills
    assert NOTE_FILLS[note.colour] not in fills


def test_what_is_related_to_a_moment_leads_to_it_or_else_what_is_before_it(sample: Document) -> None:
    lit = laid_out(sample).legend_content.signs
    assert "leading" in lit
    moment, far = note_at(sample, "Pays by card"), note_at(sample, "Reads the newsletter")
    sample.apply(relate(sample, far.id, moment.id))
    layout = laid_out(sample)
    boxes = {box.id: box.rectangle for box in layout.boxes_in(layout.rectangle)}
    framed = [
        box
        for batch in layout.display_list()
        if isinstance(batch, Rectangles) and batch.stroke is not None and batch.stroke.colour == FRAME
        for box in batch.rectangles
    ]
    assert any(box.contains(boxes[far.id].center()) and box.width() < 300 for box in framed)


def test_the_idea_with_the_most_votes_is_solid_and_another_takes_its_place(sample: Document) -> None:
    def solid(layout: MapLayout) -> list[QRectF]:
        return [
            box
            for batch in layout.display_list()
            if isinstance(batch, Rectangles) and batch.fill == TOP_IDEA and batch.layer == 1
            for box in batch.rectangles
        ]

    layout = laid_out(sample)
    boxes = {box.id: box.rectangle for box in layout.boxes_in(layout.rectangle)}
    assert [box.center() for box in solid(layout)] == [boxes["light-sign"].center()]
    set_note(sample, "todays-menu", votes=9)
    again = lay_out(sample, "dinner", layout, sizes=layout.sizes)
    boxes = {box.id: box.rectangle for box in again.boxes_in(again.rectangle)}
    assert [box.center() for box in solid(again)] == [boxes["todays-menu"].center()]
    assert again.display_list() == laid_out(sample).display_list()
    assert not solid(laid_out(sample, top_idea=False))


def test_lines_run_from_pain_points_to_the_ideas_below_and_through_no_words(sample: Document) -> None:
    layout = laid_out(sample)
    (sign,) = (sign for sign in layout.signs if sign.name == "connector")
    (lines,) = (batch for batch in sign.display_list if isinstance(batch, Lines))
    assert len(lines.lines) == 9
    assert all(line.x1() == line.x2() for line in lines.lines)
    words = list(all_text_bounds(layout.display_list()))
    for line in lines.lines:
        way = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
        assert not any(word.intersects(way) for word in words)
    assert all(sign.name != "connector" for sign in laid_out(sample, connectors=False).signs)


def test_a_pain_that_is_felt_later_has_an_arrow_and_a_sentence(sample: Document) -> None:
    (point,) = (one for one in sample.all(EmotionPoint) if one.stage == "leave")
    sample.apply(relate_felt_later(sample, "allergens", point.id))
    layout = laid_out(sample)
    (sign,) = (sign for sign in layout.signs if sign.name == "felt-later")
    assert "felt-later" in layout.legend_content.signs
    (reading,) = read_section(sample, sample.get(Section, "emotions"))
    sentences = [str(one.sentence) for one in reading.described]
    assert "“Allergens are not on the menu” (Order) is felt later, at Leave: −1." in sentences
    assert sign.area.bottom() > layout.rows[-2].y


def test_an_assumption_has_a_tab_and_nothing_of_it_runs_through_its_words(sample: Document) -> None:
    note = sample.get(Note, "old-menu")
    place = QRectF(0, 0, 240, 120)
    drawn = draw_notes([PlacedNote(note, place)], sample.picture_store)
    (dashes,) = (batch for batch in drawn if isinstance(batch, Lines))
    words = list(all_text_bounds(drawn))
    assert words
    for line in dashes.lines:
        around = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
        assert not any(word.intersects(around) for word in words)
        assert place.adjusted(-1, -1, 1, 1).contains(around.center())
    tabs = [batch for batch in drawn if isinstance(batch, Paths) and batch.places[0].x() > 220]
    assert len(tabs) == 2


def test_a_foot_says_as_much_as_has_room() -> None:
    note = Note(id="n", section="s", stage="t", owner="Facilities", effort="medium", votes=5)
    (line,) = foot_lines(note, 600)
    assert [item.kind for item in line] == ["votes", "effort", "owner"]
    below, above = foot_lines(note, foot_width(note))
    assert [item.kind for item in below] == ["effort", "owner"]
    assert [item.block.text for item in above if item.block] == ["5 votes"]
    (line,) = foot_lines(Note(id="m", section="s", stage="t", impact="abandon"), 90)
    assert line[0].block is None


def test_a_legend_explains_what_is_there_and_nothing_else(sample: Document) -> None:
    words = said(laid_out(sample).legend.display_list)
    assert {"Impact: gives up", "Idea with the most votes", "Pain point leads to idea", "Votes"} <= set(words)
    assert "8 interviews, October" in words
    assert "3 of 9 notes are assumptions" in words
    assert "Leads to an address" not in words
    assert "Question" not in words
    voted = [note.id for note in sample.all(Note) if note.votes]
    sample.apply(set_fields(sample, voted, plain_label("Edit"), votes=0))
    sample.apply(delete(sample, [one.id for one in sample.relations()]))
    words = said(laid_out(sample).legend.display_list)
    assert not {"Idea with the most votes", "Pain point leads to idea", "Votes"} & set(words)


def test_a_legend_can_be_left_out_and_a_code_leads_to_an_address(sample: Document) -> None:
    assert laid_out(sample, legend=False).legend.display_list == ()
    drawn = laid_out(sample, address="https://example.org/map").legend.display_list
    (links,) = (batch for batch in drawn if isinstance(batch, Links))
    assert [link.address for link in links.links] == ["https://example.org/map"]
    assert "example.org/map" in said(drawn)


def test_quotes_and_what_is_read_can_be_left_off_the_curve(sample: Document) -> None:
    def graph(**shown: object) -> GraphBody:
        row = laid_out(sample, **shown).row_of("emotions")
        assert row is not None
        assert isinstance(row.body, GraphBody)
        return row.body

    assert graph().words.quotes
    assert not graph(quotes=False).words.quotes
    assert not graph(reading=False).words.marks
    assert len(graph(reading=True).words.marks) == len(graph().words.marks)


def test_the_area_of_a_curve_is_tinted_above_and_below_the_middle(sample: Document) -> None:
    row = laid_out(sample).row_of("emotions")
    assert row is not None
    assert isinstance(row.body, GraphBody)
    middle = row.body.scale.y_of(0)
    above, below = draw_area(row.body.lines[0].path, row.body.scale)
    assert isinstance(above, Paths)
    assert isinstance(below, Paths)
    assert (above.fill, below.fill) == (AREA_ABOVE, AREA_BELOW)
    heights = [command[-1] for command in above.outline if len(command) > 1]
    assert max(heights) == pytest.approx(middle, abs=0.01)
    heights = [command[-1] for command in below.outline if len(command) > 1]
    assert min(heights) == pytest.approx(middle, abs=0.01)


def test_an_edit_draws_anew_only_its_own_cell(sample: Document) -> None:
    before = laid_out(sample)
    set_note(sample, note_at(sample, "Eats").id, text="Eats slowly")
    after = lay_out(sample, "dinner", before, sizes=before.sizes)
    same = [one is other for one, other in zip(before.rows, after.rows, strict=True)]
    assert same.count(False) == 1
    assert after.signs == before.signs
    assert after.legend.display_list is before.legend.display_list


def test_footnotes_say_once_what_notes_rest_on(sample: Document) -> None:
    set_note(sample, "light-sign", description="Lit from six in the evening on")
    layout = laid_out(sample, footnotes=True)
    words = said(layout.legend.display_list)
    assert words.count("8 interviews, October") == 2  # As evidence, and as a footnote.
    assert "Lit from six in the evening on" in words
    rested = [note for note in sample.all(Note) if note.source]
    discs = [text for sign in layout.signs if sign.name == "footnote" for text in said(sign.display_list)]
    assert discs.count("1") == len(rested)
    assert discs.count("2") == 1
    assert not [sign for sign in laid_out(sample).signs if sign.name == "footnote"]


WAITING: tuple[tuple[str, Lot], ...] = (("Who owns the\nsign?", "parking lot"), ("Ask Ben", "inbox"))


def test_what_was_parked_is_listed_below_the_legend_only_where_that_is_wanted(sample: Document) -> None:
    for text, lot in WAITING:
        sample.apply(park(sample, text, "pink", lot))
    usual, layout = laid_out(sample), laid_out(sample, parking_lot=True)
    words = said(layout.legend.display_list)
    assert words[-2:] == ["Parking lot", "Who owns the sign?"]
    assert "Ask Ben" not in words
    assert layout.height > usual.height
    assert "Parking lot" not in said(usual.legend.display_list)
    without_legend = laid_out(sample, parking_lot=True, legend=False)
    assert said(without_legend.legend.display_list) == words[-2:]
