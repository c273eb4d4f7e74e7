"""Votes by show of hands: what is typed, what it comes to, and that nothing of it is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from app.formats.templates import template
from app.model.analysis.agenda import candidates_of
from app.model.analysis.rounds import (
    Votes,
    from_the_lowest,
    hands_given,
    hands_of,
    open_round,
    ranking,
    votes_of,
    votes_shown,
)
from app.model.document import Document
from app.model.history.history import History
from app.model.records import AgendaItem, Note, Round
from app.model.verbs.editing import delete
from app.model.verbs.maps import bring_in, new_project
from app.model.verbs.notes import add_note, set_text
from app.model.verbs.rounds import begin_round, choose_round, count_hands
from app.model.verbs.runs import reveal
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.session.editor import Editor
from app.storage.project_file import ProjectFile
from app.workshop.entry_line import Entry, entry_in_words, entry_of, typed
from app.workshop.voting import Voting

NOW = datetime(2026, 12, 1, 15, 12, tzinfo=UTC)


def with_ideas(number: int) -> Document:
    document = new_project()
    map = document.maps()[0].id
    document.apply(add_stage(document, map, "Arrival", id="stage"))
    document.apply(add_section(document, map, "Ideas", id="section"))
    for index in range(1, number + 1):
        document.apply(add_note(document, "section", "stage", f"Idea {index}", "green", id=f"idea-{index}"))
    return document


def begun(document: Document, people: int = 10, votes_each: int = 2, id: str = "round") -> None:
    notes = [note.id for note in document.notes("section", "stage")]
    document.apply(begin_round(document, "Which idea first?", notes, people, votes_each, NOW, id))


def counted(document: Document, *hands: int, round: str = "round") -> None:
    for number, each in enumerate(hands, 1):
        document.apply(count_hands(document, round, number, each, NOW))


def press(voting: Voting, keys: str) -> None:
    """Digits as they are, "↵" is Enter, "←" Backspace, "_" Space."""
    for key in keys:
        match key:
            case "↵":
                voting.press_enter()
            case "←":
                voting.press_backspace()
            case "_":
                voting.press_space()
            case "+" | "-":
                voting.add(1 if key == "+" else -1)
            case ">" | "<":
                voting.call(1 if key == ">" else -1)
            case _:
                voting.type(key)


@pytest.fixture
def editor(qapp: QCoreApplication) -> Iterator[Editor]:
    document = with_ideas(9)
    begun(document)
    editor = Editor(History(document))
    yield editor
    editor.close()


@pytest.mark.parametrize(
    ("line", "called", "said"),
    [
        ("4", 3, Entry(3, 4)),
        ("7 4", 3, Entry(7, 4)),
        ("12  0 ", None, Entry(12, 0)),
        ("4", None, None),
        ("", 3, None),
        (" ", 3, None),
        ("7 4 2", 3, None),
        ("four", 3, None),
    ],
)
def test_what_is_typed_is_hands_or_a_number_and_hands(
    line: str, called: int | None, said: Entry | None
) -> None:
    assert entry_of(line, called) == said


@given(st.text(max_size=30))
def test_whatever_is_pressed_the_line_can_be_read_or_waits_for_more(letters: str) -> None:
    line = ""
    for letter in letters:
        line = typed(line, letter)
    assert not line or entry_of(line, 1) is not None or len(line) > 6
    assert line.count(" ") <= 1


def test_the_words_beside_the_line_say_what_it_means() -> None:
    assert str(entry_in_words(Entry(7, 4))) == "number 7, 4 hands"


def test_a_round_is_counted_revealed_and_closed_by_keys_alone(editor: Editor) -> None:
    voting = Voting(editor, lambda: NOW)
    press(voting, "0↵3↵5↵2↵4↵0↵")
    assert (voting.called, voting.counted) == (7, 6)
    press(voting, "9 1↵4↵1↵")
    assert (voting.called, voting.counted) == (None, 9)
    assert not voting.doubt
    press(voting, "_")
    assert str(voting.message) == "Space again reveals"
    assert not voting.is_revealed
    press(voting, "_")
    assert [[one.number for one in rank] for rank in voting.shown_ranks] == [[1, 6]]
    press(voting, ">")
    assert [[one.number for one in rank] for rank in voting.shown_ranks] == [[1, 6], [8, 9]]
    press(voting, "_")
    whole = [
        (one.rank, one.number, one.hands) for one in ranking(editor.document, voting.round or Round(id="-"))
    ]
    assert whole == [
        (1, 3, 5), (2, 5, 4), (2, 7, 4), (4, 2, 3), (5, 4, 2), (6, 8, 1), (6, 9, 1), (8, 1, 0), (8, 6, 0),
    ]  # fmt: skip
    press(voting, "_")
    assert open_round(editor.document) is None
    assert voting.round is None


def test_more_hands_than_people_are_asked_about_once(editor: Editor) -> None:
    voting = Voting(editor, lambda: NOW)
    press(voting, "12↵")
    assert str(voting.message) == "12 hands, 10 people. Enter again keeps it"
    assert voting.counted == 0
    press(voting, "←2↵")
    assert voting.counted == 0
    press(voting, "↵")
    assert hands_of(editor.document, "round") == {1: 12}
    assert voting.called == 2


@pytest.mark.parametrize(
    ("hands", "said"),
    [
        ((9, 9), ""),
        ((9, 9, 2, 0, 0, 0, 0, 0, 0), ""),
        ((9, 9, 3, 0, 0, 0, 0, 0, 0), "21 hands, but there are only 20."),
        ((9, 9, 1, 0, 0, 0, 0, 0, 0), "19 hands of 20: not everybody gave all votes."),
    ],
)
def test_a_total_that_cannot_be_is_told_before_it_is_revealed(
    editor: Editor, hands: tuple[int, ...], said: str
) -> None:
    counted(editor.document, *hands)
    assert str(Voting(editor).doubt) == said


def test_numbers_that_there_are_not_are_told_and_counted_for_nobody(editor: Editor) -> None:
    voting = Voting(editor, lambda: NOW)
    press(voting, "10 4↵")
    assert str(voting.message) == "There is no number 10."
    press(voting, "←←←←")
    assert (voting.line, voting.counted) == ("", 0)


def test_backspace_on_the_empty_line_takes_the_last_count_back_and_undo_takes_back_that(
    editor: Editor,
) -> None:
    voting = Voting(editor, lambda: NOW)
    press(voting, "4↵2↵1 6↵")
    assert hands_of(editor.document, "round") == {1: 6, 2: 2}
    press(voting, "←")
    assert (hands_of(editor.document, "round"), voting.called) == ({1: 4, 2: 2}, 1)
    editor.undo()
    assert hands_of(editor.document, "round") == {1: 6, 2: 2}
    editor.undo()
    editor.undo()
    assert hands_of(editor.document, "round") == {1: 4}


def test_plus_and_minus_count_one_hand_and_never_less_than_none(editor: Editor) -> None:
    voting = Voting(editor, lambda: NOW)
    press(voting, "++-")
    assert hands_of(editor.document, "round") == {1: 1}
    press(voting, "--")
    assert hands_of(editor.document, "round") == {1: 0}


def test_page_keys_call_round_about(editor: Editor) -> None:
    voting = Voting(editor, lambda: NOW)
    press(voting, "<")
    assert voting.called == 9
    press(voting, ">>")
    assert voting.called == 2


def test_a_candidate_that_was_deleted_stays_listed_and_is_not_called(editor: Editor) -> None:
    editor.do(delete(editor.document, ["idea-2"]))
    voting = Voting(editor, lambda: NOW)
    press(voting, "1↵")
    assert voting.called == 3
    ranked = {one.number: one for rank in voting.ranks for one in rank}
    assert (ranked[2].is_gone, ranked[2].candidate.text, ranked[3].is_gone) == (True, "Idea 2", False)


def test_a_note_that_changes_stays_on_the_ballot_as_it_was(editor: Editor) -> None:
    editor.do(set_text(editor.document, "idea-1", "Something else"))
    assert editor.document.get(Round, "round").candidates[0].text == "Idea 1"


def test_a_second_round_closes_the_first_in_the_same_step(editor: Editor) -> None:
    begun(editor.document, id="second")
    assert [one.closed is None for one in editor.document.rounds()] == [False, True]


def test_undoing_the_round_ends_the_vote_and_redoing_takes_it_up(editor: Editor) -> None:
    editor.do(begin_round(editor.document, "Again", ["idea-1"], 10, 2, NOW, "second"))
    voting = Voting(editor, lambda: NOW)
    press(voting, "3↵")
    editor.undo()
    editor.undo()
    assert voting.round == editor.document.get(Round, "round")
    editor.redo()
    assert voting.round == editor.document.get(Round, "second")


def test_what_is_open_for_reading_is_not_counted_in(qapp: QCoreApplication) -> None:
    document = with_ideas(3)
    begun(document)
    editor = Editor(History(document), read_only=True)
    press(Voting(editor, lambda: NOW), "4↵__")
    assert hands_of(document, "round") == {}
    assert document.reveals() == ()
    editor.close()


def test_a_round_survives_a_restart_between_counts(tmp_path: Path, qapp: QCoreApplication) -> None:
    path = tmp_path / "day.journey"
    document = with_ideas(4)
    ProjectFile.create(path, document).close()
    keys = iter(("3↵", "4↵", "1↵", "2↵"))
    for number, each in enumerate(keys, 1):
        with ProjectFile.open(path) as project:
            editor = Editor(project.history)
            if number == 1:
                notes = [f"idea-{one}" for one in range(1, 5)]
                editor.do(begin_round(editor.document, "Which?", notes, 5, 2, NOW, "round"))
            voting = Voting(editor, lambda: NOW)
            assert voting.called == number
            press(voting, each)
            editor.close()
    with ProjectFile.open(path) as project:
        assert hands_of(project.document, "round") == {1: 3, 2: 4, 3: 1, 4: 2}
        assert project.history.undo()
        assert hands_of(project.document, "round") == {1: 3, 2: 4, 3: 1}


@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 12)), max_size=25),
    st.lists(st.sampled_from([f"idea-{number}" for number in range(1, 7)]), unique=True, max_size=3),
)
def test_any_counts_come_to_what_a_plain_list_says(counts: list[tuple[int, int]], deleted: list[str]) -> None:
    document = with_ideas(6)
    begun(document)
    plain: dict[int, int] = {}
    for number, hands in counts:
        document.apply(count_hands(document, "round", number, hands, NOW))
        plain[number] = hands
    document.apply(delete(document, deleted))
    round = document.get(Round, "round")
    ranked = ranking(document, round)
    assert hands_of(document, "round") == plain
    assert hands_given(document, "round") == sum(plain.values())
    assert sorted(one.number for one in ranked) == [1, 2, 3, 4, 5, 6]
    for one in ranked:
        assert one.hands == plain.get(one.number, 0)
        assert one.rank == 1 + sum(other > one.hands for other in (plain.get(n, 0) for n in range(1, 7)))
        assert one.is_gone == (one.candidate.note in deleted)
    assert [one for rank in reversed(from_the_lowest(ranked)) for one in rank] == list(ranked)


def test_a_note_shows_the_newest_revealed_round_in_which_it_stood_or_the_chosen_one() -> None:
    document = with_ideas(3)
    document.apply(set_text(document, "idea-3", "Own"))
    for id, notes in (("first", ["idea-1", "idea-2"]), ("second", ["idea-1"]), ("third", ["idea-2"])):
        document.apply(begin_round(document, id, notes, 10, 1, NOW, id))
        counted(document, *(range(4, 4 + len(notes))), round=id)
    for id in ("first", "second"):
        document.apply(reveal(document, id, NOW))

    def shown() -> list[Votes]:
        known = votes_shown(document)
        return [votes_of(document.get(Note, f"idea-{number}"), known) for number in (1, 2, 3)]

    assert shown() == [Votes(4, "second"), Votes(5, "first"), Votes(0)]
    document.apply(choose_round(document, "first"))
    assert shown()[0] == Votes(4, "first")
    document.apply(choose_round(document, "second"))
    assert [round.is_chosen for round in document.rounds()] == [False, True, False]
    document.apply(delete(document, ["first", "second"]))
    assert shown() == [Votes(0)] * 3
    assert [one.round for one in document.reveals()] == ["first", "second"]


def test_five_hundred_candidates_are_counted() -> None:
    document = with_ideas(500)
    begun(document)
    counted(document, *(number % 11 for number in range(500)))
    ranked = ranking(document, document.get(Round, "round"))
    assert ranked[0].hands == 10
    assert len(ranked) == 500


def test_a_round_is_brought_in_with_its_notes() -> None:
    document, other = new_project(), with_ideas(2)
    begun(other)
    counted(other, 3, 5)
    other.apply(reveal(other, "round", NOW + timedelta(minutes=1)))
    document.apply(bring_in(document, other))
    notes = {note.text: votes_of(note, votes_shown(document)).number for note in document.all(Note)}
    assert notes == {"Idea 1": 3, "Idea 2": 5}


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"role": "opportunity"}, 9),
        ({"sections": ()}, 70),
        ({"candidates": ("n3",)}, 1),
    ],
)
def test_what_can_be_voted_for_follows_from_the_agenda_item(fields: dict[str, object], number: int) -> None:
    document = template("pizzeria")
    item = AgendaItem.model_validate({"id": "vote", **fields})
    if "candidates" in fields:
        item = item.changed(candidates=(document.all(Note)[0].id,))
    found = candidates_of(document, item, document.maps()[0].id)
    assert len(found) == number
