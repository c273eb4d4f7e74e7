"""Call-outs on a map: where they find their place, what their line leads to, and on what they are missing."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from app.drawing.call_outs import PlacedCallOut
from app.drawing.culling import all_text_bounds
from app.drawing.display import Lines
from app.drawing.layout import MapLayout, lay_out
from app.drawing.shown import EVERYTHING
from app.drawing.sizes import USUAL
from app.formats.json import json_project as json
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import CallOut, EmotionPoint
from app.model.verbs.call_outs import Target, add_call_out, move_call_out, set_call_out_text
from app.model.verbs.editing import delete, set_fields
from app.pages.composition.compose import compose
from app.resources import resource

MAP = "dinner"


@pytest.fixture
def document() -> Document:
    with resource("templates", "pizzeria.json").open("rb") as stream:
        return json.read_document(stream)


@pytest.fixture
def said(document: Document) -> Document:
    """With a call-out at a note, a point, a stage, a section and a cell."""
    point = document.all(EmotionPoint)[3]
    stages, sections = document.stages(MAP), document.sections(MAP)
    for target, text in (
        (Target(note="dark-sign"), "The lamp has been broken since March"),
        (Target(point=point.id), "Here we lose them"),
        (Target(stage=stages[4].id), "A third of the staff at this hour"),
        (Target(section=sections[1].id), "From the guests’ side"),
        (Target(section=sections[2].id, stage=stages[6].id), "Card or cash?"),
    ):
        document.apply(add_call_out(document, MAP, target, text))
    return document


def words_on(layout: MapLayout) -> list[QRectF]:
    """Where all words of the sections stand, with the numbers and quotes over them."""
    found = [
        bounds.translated(part.x, part.y)
        for part in layout._replace(call_outs=()).parts(layout.rectangle)
        for bounds in all_text_bounds(part.display_list)
    ]
    return [each for each in found if each.top() >= layout.stages.y]


def of(layout: MapLayout, text: str) -> PlacedCallOut:
    [found] = [one for one in layout.call_outs if one.call_out.text.startswith(text)]
    return found


@pytest.mark.parametrize("paper", ["", "A0", "A3"], ids=("as on the screen", "A0", "A3"))
def test_by_themselves_they_stand_over_no_words_and_not_over_each_other(said: Document, paper: str) -> None:
    if paper:
        said.apply(compose(said, MAP, paper))
    layout = lay_out(said, MAP, for_paper=bool(paper))
    assert len(layout.call_outs) == 5
    words = words_on(layout)
    for one in layout.call_outs:
        assert not any(one.rectangle.intersects(bounds) for bounds in words), one.call_out.text
        assert layout.rectangle.contains(one.rectangle)
    for one, other in combinations(layout.call_outs, 2):
        assert not one.rectangle.intersects(other.rectangle)


def test_a_line_ends_at_what_it_leads_to_and_passes_behind_words(said: Document) -> None:
    said.apply(compose(said, MAP, "A0"))
    layout = lay_out(said, MAP, for_paper=True)
    for one in layout.call_outs:
        assert one.leader is not None
        assert one.aim.rectangle.adjusted(-40, -40, 40, 40).contains(one.leader.p2())
        assert not one.rectangle.contains(one.leader.p2())
        pieces = [line for batch in one.display_list if isinstance(batch, Lines) for line in batch.lines]
        middles = [line.pointAt(0.5) for line in pieces]
        assert not any(bounds.contains(middle) for bounds in words_on(layout) for middle in middles)


def test_one_that_was_moved_stands_where_it_was_put(said: Document) -> None:
    call_out = next(one for one in said.call_outs(MAP) if one.note)
    said.apply(move_call_out(said, call_out.id, -140.0, 90.0))
    one = of(lay_out(said, MAP), "The lamp")
    assert (one.shift.x(), one.shift.y()) == pytest.approx((-140, 90))
    said.apply(move_call_out(said, call_out.id, -20_000.0, 20_000.0))
    layout = lay_out(said, MAP)
    ground = QRectF(
        layout.sizes.section_column, layout.rows[0].y, layout.width, layout.legend.y - layout.rows[0].y
    )
    assert ground.contains(of(layout, "The lamp").rectangle)


def test_a_layout_that_is_kept_has_the_same_call_outs_until_something_changes(said: Document) -> None:
    before = lay_out(said, MAP)
    after = lay_out(said, MAP, before)
    assert all(one is other for one, other in zip(before.call_outs, after.call_outs, strict=True))
    said.apply(set_call_out_text(said, said.call_outs(MAP)[0].id, "No lamp"))
    said.apply(delete(said, ["light-sign"]))
    kept = lay_out(said, MAP, after)
    fresh = lay_out(said, MAP)
    assert [one.rectangle for one in kept.call_outs] == [one.rectangle for one in fresh.call_outs]
    assert kept.display_list() == fresh.display_list()


def test_an_edit_has_only_those_near_it_look_for_a_place_again(document: Document) -> None:
    last = document.stages(MAP)[-1].id
    top, bottom = (document.notes(section, last)[0] for section in ("goals", "ideas"))
    for note in (top, bottom):
        document.apply(add_call_out(document, MAP, Target(note=note.id), "Here"))
    before = lay_out(document, MAP)
    document.apply(set_fields(document, [bottom.id], step_label("edit_text"), text="One a month"))
    after = lay_out(document, MAP, before)
    assert after.call_outs[0] is before.call_outs[0]
    assert after.call_outs[1] is not before.call_outs[1]
    assert after.display_list() == lay_out(document, MAP).display_list()


def test_without_words_it_is_on_the_screen_alone(document: Document) -> None:
    document.apply(add_call_out(document, MAP, Target(note="dark-sign")))
    assert len(lay_out(document, MAP).call_outs) == 1
    assert lay_out(document, MAP, for_paper=True).call_outs == ()


def test_call_outs_can_be_left_off_and_go_with_what_they_speak_of(said: Document) -> None:
    off = USUAL._replace(shown=EVERYTHING._replace(call_outs=False))
    assert lay_out(said, MAP, sizes=off).call_outs == ()
    said.apply(delete(said, ["dark-sign"]))
    assert len(said.all(CallOut)) == 4
    hidden = said.sections(MAP)[2].id
    said.apply(set_fields(said, [hidden], step_label("set_hint"), is_left_off_posters=True))
    said.apply(compose(said, MAP, "A0"))
    assert len(lay_out(said, MAP, for_paper=True).call_outs) == 3


def test_a_map_too_full_for_a_call_out_shows_it_all_the_same(document: Document) -> None:
    document.apply(add_call_out(document, MAP, Target(note="dark-sign"), "word " * 4_000))
    [one] = lay_out(document, MAP).call_outs
    assert one.block.text.startswith("word")
