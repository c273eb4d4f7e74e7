"""Impact × effort on a page: its words can be read and found, and what is not placed is named."""

import pytest
from PySide6.QtCore import QPointF

from app.drawing.display import Texts
from app.formats.templates import template
from app.model.analysis.matrix_notes import matrix_of
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Note
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.matrix import place_note
from app.pages.deliverables.pages import Pages
from app.pages.deliverables.sheet_options import MatrixOptions, RegisterOptions
from app.pages.errors import FormatError
from tests.pages.deliverables.written_pages import words, written

pytestmark = pytest.mark.usefixtures("qapp")


def placed() -> Document:
    document = template("pizzeria")
    for number, one in enumerate(matrix_of(document, document.maps()[0].id, "opportunity").waiting[:6]):
        document.apply(place_note(document, one.note.id, 0.1 + 0.15 * number, 0.9 - 0.1 * number))
    return document


def many() -> Document:
    """Nearly all notes are ideas."""
    document = placed()
    ids = [note.id for note in document.all(Note) if note.colour != "green"]
    document.apply(set_fields(document, ids, plain_label("Ideas"), colour="green", votes=1))
    return document


def test_the_page_has_all_words_and_what_is_not_placed() -> None:
    [page] = words(written(placed(), MatrixOptions(day="2026-12-01")))
    for wanted in ("Impact × effort", "Dinner at a pizzeria", "Do first", "Plan", "Perhaps", "Leave",
                   "Impact", "Large", "Effort", "Not placed yet", "Light the sign"):  # fmt: skip
        assert wanted in page, wanted


def test_a_note_is_found_where_it_lies_and_no_two_lie_on_each_other() -> None:
    document = placed()
    [part] = Pages(document, MatrixOptions()).parts
    [view] = part.arrangement.views
    sign = next(one for one in matrix_of(document, part.id, "opportunity").placed if one.number == 3)
    boxes = [text for batch in view.display_list if isinstance(batch, Texts) for text in batch.texts]
    text = next(one for one in boxes if one.block.text == sign.note.text)
    assert part.record_at(view, QPointF(text.x + 2, text.y + 2)) == sign.note.id


def test_pain_points_have_a_page_and_a_map_without_them_says_so() -> None:
    document = placed()
    [page] = words(written(document, MatrixOptions(about="pain point")))
    assert "Gives up" in page
    notes = [one.note.id for one in matrix_of(document, document.maps()[0].id, "pain point").all]
    document.apply(delete(document, notes))
    with pytest.raises(FormatError, match="no pain points yet"):
        Pages(document, MatrixOptions(about="pain point"))


def test_what_has_no_room_in_the_tray_is_counted() -> None:
    [page] = words(written(many(), MatrixOptions()))
    assert "more are not placed" in page


def test_the_register_is_a_table_whose_headings_stand_on_each_page() -> None:
    pages = words(written(many(), RegisterOptions(paper="A5")))
    assert len(pages) > 1
    assert all("Stage" in page and "Impact" in page for page in pages)
    assert "Light the sign" in " ".join(pages)
