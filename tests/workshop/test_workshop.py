"""A workshop from its first agenda item to its end, without a window."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.records import Lock, Run
from app.model.verbs.agenda import add_item, edit_item, light_sections
from app.model.verbs.editing import delete
from app.model.verbs.emotions import move_point
from app.model.verbs.notes import add_note
from app.model.verbs.parking import park
from app.model.verbs.stages import rename_stage
from app.session.editor import Editor
from app.storage.project_file import ProjectFile
from app.workshop.clock_watch import ClockWatch
from app.workshop.workshop import Workshop
from tests.clock_by_hand import Hands


def with_agenda() -> Document:
    document = template("pizzeria")
    map = document.maps()[0]
    for title, minutes, id in (("Scope", 15, "scope"), ("Pain points", 20, "pains"), ("Vote", 10, "vote")):
        document.apply(add_item(document, title, minutes, id=id))
    pains = next(one.id for one in document.sections(map.id) if one.name == "Pain points")
    document.apply(light_sections(document, "pains", [pains]))
    document.apply(edit_item(document, "pains", item_kind="write", colour="pink"))
    return document


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def editor(qapp: QCoreApplication) -> Iterator[Editor]:
    editor = Editor(History(with_agenda()))
    yield editor
    editor.close()


@pytest.fixture
def workshop(editor: Editor, hands: Hands) -> Workshop:
    return Workshop(editor, hands.now, ClockWatch(hands.now, lambda: hands.gone, sleeps=False))


def test_one_item_after_the_other_with_its_minutes_and_versions(
    workshop: Workshop, hands: Hands, editor: Editor
) -> None:
    workshop.begin(9, ["Eva"])
    for minutes in (16, 22):
        hands.wait(minutes)
        workshop.go(1)
    hands.wait(5)
    assert [(row.item.title, row.used, row.planned, row.standing) for row in workshop.rows] == [
        ("Scope", 16, 15, "done"),
        ("Pain points", 22, 20, "done"),
        ("Vote", 5, 10, "now"),
    ]
    assert workshop.next is None
    workshop.finish()
    names = [
        "Before the workshop, 14:00",
        "After Scope, 14:16",
        "After Pain points, 14:38",
        "After Vote, 14:43",
    ]
    assert [str(step.label) for step in editor.history.versions()] == names
    (run,) = editor.document.runs()
    steps = [step.number for step in editor.history.versions()]
    assert [(one.step, one.name) for one in run.versions] == list(zip(steps, names, strict=True))
    assert (run.people, run.names, workshop.run) == (9, ("Eva",), None)


def test_what_an_item_asks_for_is_set_when_it_begins(workshop: Workshop, editor: Editor) -> None:
    workshop.begin()
    workshop.go(1)
    assert workshop.item is not None
    assert (workshop.item.title, workshop.number) == ("Pain points", 2)
    assert editor.next_note_colour == "pink"
    assert len(workshop.lit.sections) == 1
    editor.do(rename_stage(editor.document, editor.document.stages(workshop.map)[0].id, "Refused"))
    assert editor.document.stages(workshop.map)[0].name != "Refused"


def test_held_and_given_minutes_count_as_such(workshop: Workshop, hands: Hands) -> None:
    workshop.begin()
    hands.wait(5)
    workshop.hold()
    hands.wait(7)
    workshop.give(2)
    workshop.hold()
    hands.wait(1)
    assert workshop.clock is not None
    assert workshop.clock.left == timedelta(minutes=11)
    assert not workshop.clock.is_held


def test_going_back_names_no_version_and_its_time_goes_on(
    workshop: Workshop, hands: Hands, editor: Editor
) -> None:
    workshop.begin()
    hands.wait(3)
    workshop.go(1)
    hands.wait(1)
    workshop.go(-1)
    hands.wait(2)
    assert workshop.clock is not None
    assert workshop.clock.left == timedelta(minutes=10)
    assert len(editor.history.versions()) == 2
    workshop.go(-1)
    assert workshop.number == 1


def test_undo_never_means_the_clock(workshop: Workshop, editor: Editor) -> None:
    map = editor.document.maps()[0].id
    section, stage = editor.document.sections(map)[1].id, editor.document.stages(map)[0].id
    workshop.begin()
    editor.do(add_note(editor.document, section, stage, "Too dark", id="note"))
    workshop.go(1)
    editor.undo()
    assert "note" not in editor.document
    assert workshop.number == 2


def test_a_section_that_is_gone_is_named_and_the_whole_map_is_shown(
    workshop: Workshop, editor: Editor
) -> None:
    workshop.begin()
    workshop.go(1)
    editor.lock = "nothing"
    editor.do(delete(editor.document, [workshop.lit.sections[0]]))
    assert (workshop.lit.sections, workshop.lit.gone) == ((), ("Pain points",))
    editor.undo()
    assert workshop.lit.gone == ()


def test_a_clock_that_is_set_changes_nothing(workshop: Workshop, hands: Hands) -> None:
    workshop.begin()
    hands.wait(5)
    hands.set_by = -3600
    workshop.look()
    hands.wait(1)
    assert workshop.clock is not None
    assert workshop.clock.left == timedelta(minutes=9)
    assert workshop.ends is not None
    assert workshop.ends.behind == 0


def test_a_project_that_was_closed_offers_to_go_on(
    tmp_path: Path, hands: Hands, qapp: QCoreApplication
) -> None:
    path = tmp_path / "day.journey"
    ProjectFile.create(path, with_agenda()).close()
    with ProjectFile.open(path) as project:
        editor = Editor(project.history)
        workshop = Workshop(editor, hands.now)
        workshop.begin(9)
        hands.wait(15)
        workshop.go(1)
        hands.wait(3)
        editor.close()
    hands.wait(5)
    with ProjectFile.open(path) as project:
        editor = Editor(project.history)
        assert str(Workshop(editor, hands.now).to_go_on) == "Go on with Pain points, 12 min left"
        hands.set_by = -7200
        again = Workshop(editor, hands.now)
        assert str(again.to_go_on) == "Go on with Pain points, 20 min left"
        editor.close()


def test_nothing_happens_in_what_is_open_for_reading(qapp: QCoreApplication, hands: Hands) -> None:
    editor = Editor(History(with_agenda()), read_only=True)
    workshop = Workshop(editor, hands.now)
    workshop.begin()
    assert editor.document.all(Run) == ()
    assert (workshop.run, str(workshop.to_go_on)) == (None, "")
    editor.close()


@pytest.mark.parametrize(
    ("lock", "stage", "note", "curve"),
    [
        ("nothing", True, True, True),
        ("layout", False, True, False),
        ("all but the curve", False, False, True),
        ("everything", False, False, False),
    ],
)
def test_what_is_locked_stays_and_what_is_parked_never_is(
    editor: Editor, lock: Lock, stage: bool, note: bool, curve: bool
) -> None:
    document = editor.document
    map = document.maps()[0].id
    stages, sections = document.stages(map), document.sections(map)
    graph = next(one.id for one in sections if one.section_kind == "emotional-graph")
    editor.lock = lock
    editor.do(rename_stage(document, stages[0].id, "Other"))
    editor.do(add_note(document, sections[1].id, stages[0].id, "New", id="new"))
    (point, *_) = document.points(graph, stages[0].id)
    editor.do(move_point(document, point.id, 4.5))
    editor.do(park(document, "Later", id="parked"))
    assert (document.stages(map)[0].name == "Other") is stage
    assert ("new" in document) is note
    assert (document.points(graph, stages[0].id)[0].value == 4.5) is curve
    assert "parked" in document
