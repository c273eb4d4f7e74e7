"""What is typed, pasted, undone and redone in one text, against a plain model of it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Document
from app.model.history.history import History
from app.model.history.strokes import PAUSE, difference
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.model.verbs.notes import set_text


class Page:
    """One note, typed in at its end."""

    def __init__(self, text: str = "") -> None:
        records = [Project(id="project"), JourneyMap(id="map"), Stage(id="order", map="map")]
        note = Note(id="note", section="actions", stage="order", text=text)
        self.seconds = 0.0
        self.document = Document([*records, Section(id="actions", map="map"), note])
        self.history = History(self.document, clock=lambda: self.seconds)

    @property
    def text(self) -> str:
        return self.document.get(Note, "note").text

    def become(self, text: str) -> None:
        self.history.do(set_text(self.document, "note", text), merge_key="typing")

    def type(self, letters: str) -> None:
        for letter in letters:
            self.become(self.text + letter)

    def erase(self, letters: int) -> None:
        for _ in range(letters):
            self.become(self.text[:-1])

    def paste(self, text: str) -> None:
        self.become(self.text + text)

    def undone(self) -> list[str]:
        """What each undo leaves, to the last."""
        found = []
        while self.history.undo() is not None:
            found.append(self.text)
        return found


def test_a_word_is_a_step_and_a_paste_is_one() -> None:
    page = Page()
    page.type("ten minutes\nof")
    page.paste(" WRONG PASTE")
    page.type("ing")
    assert page.undone() == ["ten minutes\nof WRONG PASTE", "ten minutes\nof", "ten minutes\n", "ten ", ""]


def test_a_pause_ends_a_step() -> None:
    page = Page()
    page.type("care")
    page.seconds += PAUSE
    page.type("ful")
    assert page.undone() == ["care", ""]


def test_what_is_erased_is_a_step_and_loses_nothing() -> None:
    page = Page()
    page.type("teh")
    page.erase(2)
    page.type("he")
    assert page.undone() == ["t", "teh", ""]


@pytest.mark.parametrize("word", ["Menus", "Ordering", "service", "x"])
def test_a_word_typed_over_a_text_is_one_step_whatever_the_text_was(word: str) -> None:
    page = Page("Orders")
    page.become(word[0])
    page.type(word[1:])
    assert page.undone() == ["Orders"]


def test_a_letter_typed_elsewhere_is_a_step_of_its_own() -> None:
    page = Page()
    page.type("rders")
    page.become("Orders")
    page.type("!")
    assert page.undone() == ["Orders", "rders", ""]


LETTERS = st.text("ab é한\n", min_size=1, max_size=6)
ACTS = st.one_of(
    st.tuples(st.just("type"), LETTERS),
    st.tuples(
        st.just("paste"),
        st.text("ab \n😀", min_size=2, max_size=6).filter(lambda text: len(text.strip()) > 1),
    ),
    st.tuples(st.just("erase"), st.integers(1, 4)),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(None)),
)


@given(st.lists(ACTS, max_size=25))
def test_nothing_typed_is_out_of_reach(acts: Iterable[tuple[str, object]]) -> None:
    """The plain model: all texts that were there, and those at which a step ends for certain."""
    page = Page()
    seen, kept = {""}, {""}
    last_act = ""
    for act, value in acts:
        text = page.text
        if act == "undo":
            page.history.undo()
            assert page.text in seen
        elif act == "redo":
            page.history.redo()
            assert page.text in seen
        elif act == "paste":
            assert isinstance(value, str)
            kept |= {text, text + value}
            page.paste(value)
        elif act == "type":
            assert isinstance(value, str)
            for letter in value:
                page.type(letter)
                seen.add(page.text)
        else:
            assert isinstance(value, int)
            kept |= {text} if last_act != "erase" else set()
            for _ in range(min(value, len(text))):
                page.erase(1)
                seen.add(page.text)
        seen.add(page.text)
        last_act = act
    last = page.text
    history = page.history
    texts, document = {last}, page.document.copy()
    for step in reversed(history.steps):
        document.apply(history.change_of(step).inverse())
        texts.add(document.get(Note, "note").text)
    assert kept <= texts, "something is out of the history's reach"
    ahead_of_end = 0
    while history.redo() is not None:
        ahead_of_end += 1
    page.undone()
    assert page.text == ""
    while history.redo() is not None:
        assert page.text in seen
    for _ in range(ahead_of_end):
        history.undo()
    assert page.text == last


@given(st.text("ab😀", max_size=8), st.text("ab😀", max_size=8))
def test_a_difference_makes_one_text_of_the_other(before: str, after: str) -> None:
    at, removed, inserted = difference(before, after)
    assert before[at : at + len(removed)] == removed
    assert before[:at] + inserted + before[at + len(removed) :] == after
