"""What would make a project larger than one that can be opened is refused before it is made."""

import pytest

from app.formats.templates import template
from app.limits import KEPT_PICTURES, MOST_RECORDS
from app.model import fullness
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.fullness import why_full
from app.model.labels import plain_label
from app.model.pictures import PictureStore
from app.model.records import Note


def notes(number: int, text: str = "") -> Change:
    made = [Note(id=f"new-{n}", section="s", stage="t", text=text) for n in range(number)]
    return Change(plain_label("Paste"), tuple(Edit(None, note) for note in made))


def test_more_notes_than_can_be_opened_again_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fullness, "MOST_RECORDS", 1_000)
    document = template("blank")
    assert why_full(document, notes(500)) is None
    assert "900 more things would be too many for this project" in str(why_full(document, notes(900)))


def test_what_is_added_a_little_at_a_time_is_never_refused() -> None:
    document = Document(Note(id=f"n{n}", section="s", stage="t") for n in range(MOST_RECORDS * 9 // 10))
    assert why_full(document, notes(1)) is None
    assert why_full(document, notes(101)) is not None


def test_more_text_than_can_be_opened_again_is_refused() -> None:
    document = template("blank")
    assert why_full(document, notes(600, "x" * 20_000)) is None
    assert "more than 14,000,000 characters" in str(why_full(document, notes(701, "x" * 20_000)))


def test_pictures_beyond_what_memory_is_to_keep_are_got_back_all_the_same() -> None:
    store = PictureStore()
    large = [bytes([number]) * (KEPT_PICTURES // 2 - 1) for number in range(4)]
    ids = [store.put(data) for data in large]
    assert store.put(large[3]) == ids[3]
    assert [store.get(id) == data for id, data in zip(ids, large, strict=True)] == [True] * 4
    assert store.get("0" * 64) is None
