"""The presenter's sheet, read back from its page."""

import pytest

from app.formats.templates import template
from app.model.verbs.agenda import add_item, edit_item
from app.model.verbs.editing import delete
from app.pages.deliverables.pages import Pages
from app.pages.deliverables.sheet_options import PresenterSheetOptions
from app.pages.errors import FormatError
from tests.pages.deliverables.written_pages import words, written

pytestmark = pytest.mark.usefixtures("qapp")

A4 = PresenterSheetOptions(paper="A4", day="2026-12-01")


def test_agenda_notes_and_keys_stand_on_one_a4() -> None:
    document = template("pizzeria")
    document.apply(delete(document, [item.id for item in document.agenda()]))
    for number in range(9):
        document.apply(add_item(document, f"Step number {number}", 15, id=f"i{number}"))
        said = {"instruction": "One pain per note.", "reminder": f"Ask Ben, {number}."}
        document.apply(edit_item(document, f"i{number}", **said))
    assert Pages(document, A4).count == 1
    told = " ".join(words(written(document, A4)))
    for wanted in (
        "15 min Step number 8",
        "One pain per note.",
        "Ask Ben, 8.",
        "Ctrl+Shift+M 1 min more",
        "Voting",
    ):
        assert wanted in told, wanted


def test_without_an_agenda_a_sentence_says_so() -> None:
    document = template("pizzeria")
    document.apply(delete(document, [item.id for item in document.agenda()]))
    with pytest.raises(FormatError, match="no agenda yet"):
        Pages(document, A4)
