"""Stores a project file of the newest schema with what is in it, which every later version must open.

To be run once a schema is final, before the release that brings it (`python -m tools.stored_sample`). Samples
of older schemas are never made again.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from app.formats.json.json_project import write
from app.formats.json.json_text import written
from app.formats.options import ExportOptions
from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor
from app.model.history.thinning import thinned
from app.model.labels import LABELS, plain_label, step_label
from app.model.pictures import NewPicture
from app.model.records import (
    RECORDS,
    Arranged,
    CallOut,
    EmotionPoint,
    LegendEntry,
    Note,
    NoteColours,
    Picture,
    Record,
    RoleSizes,
    StyleColours,
)
from app.model.verbs.agenda import add_item, edit_item, light_sections
from app.model.verbs.call_outs import Target, add_call_out, move_call_out
from app.model.verbs.editing import set_fields
from app.model.verbs.key_points import Places, add_key_point
from app.model.verbs.matrix import decide, place_note
from app.model.verbs.parking import park
from app.model.verbs.picture_verbs import add_picture
from app.model.verbs.relations import relate, relate_felt_later
from app.model.verbs.rounds import begin_round, close_round, count_hands
from app.model.verbs.runs import (
    begin_item,
    begin_run,
    end_run,
    give_minutes,
    hold_clock,
    note_version,
    release_clock,
    reveal,
)
from app.model.verbs.styles import set_style
from app.storage.project_file import ProjectFile
from app.storage.tables import SCHEMA
from benchmarks.work import work_on, write_history
from tests.labels import values_of
from tests.pictures import image

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "storage" / "samples"
ROUND = 700
"""Changes between two versions: two rounds fill one block of the history and begin another."""


def describe_project(project: ProjectFile) -> str:
    """All that a project file holds, as JSON: the project as it is and was, and its steps."""
    history = project.history
    cursor = HistoryCursor(history)
    cursor.go_to(0)
    steps = [[step.number, step.at.isoformat(), step.act, step.of, step.label.form] for step in history.steps]
    found = {
        "schema": SCHEMA,
        "now": form(project.document),
        "beginning": form(cursor.document),
        "versions": list(_versions(cursor)),
        "steps": steps,
    }
    return written(found) + "\n"


def _versions(cursor: HistoryCursor) -> Iterator[object]:
    for at, step in enumerate(cursor.steps, 1):
        if step.act == "version":
            cursor.go_to(at)
            yield form(cursor.document)


def form(document: Document) -> object:
    """A project as JSON has it."""
    stream = BytesIO()
    write(document, stream, ExportOptions())
    return json.loads(stream.getvalue())


def make(path: Path) -> None:
    """A file with every kind of row, and a history as long as a workshop's, in which every field was set."""
    ProjectFile.create(path, template("pizzeria")).close()
    write_history(path, lambda history: work_on(history, 60))
    with ProjectFile.open(path) as project:
        project.history.mark("before lunch")
        project.history.thin(thinned(project.history))
        _add_the_rest(project.history, project.document)
    write_history(path, _work)
    with ProjectFile.open(path) as project:
        project.tidy()
        project.history.mark("after the vote")
        project.history.undo()


def _work(history: History) -> None:
    work_on(history, ROUND)
    history.mark("after the first round")
    _tell(history)
    _park(history)
    _hold_workshop(history)
    _set_every_field(history)
    work_on(history, ROUND, seed=8)
    _set_every_field(history)
    _arrange(history)
    _use_every_label(history)


def _add_the_rest(history: History, document: Document) -> None:
    first, second, *_ = document.all(Note)
    history.do(relate(document, first.id, second.id))
    history.do(
        add_picture(document, first.section, first.stage, NewPicture(image(4, 3), "png", 4, 3), "A picture")
    )


def _park(history: History) -> None:
    """Something for another time, and something that is still to be placed."""
    history.do(park(history.document, "Who owns the sign?", "pink"))
    history.do(park(history.document, "Kitchen closes at ten", "blue", "inbox"))


def _hold_workshop(history: History) -> None:
    """An agenda, a round that was revealed, notes that were placed, and a run with a clock that was held."""
    document, begun = history.document, datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
    notes = [note.id for note in document.all(Note)[:3]]
    sections = [section.id for section in document.sections(document.maps()[0].id)[:2]]
    history.do(add_item(document, "Pain points", 20, "write", id="pains"))
    history.do(light_sections(document, "pains", sections))
    history.do(edit_item(document, "pains", map=document.maps()[0].id, candidates=tuple(notes)))
    history.do(add_item(document, "Vote", 10, "vote", id="vote"))
    history.happened(begin_run(document, begun, 9, ("Eva", "Ben"), id="run"))
    history.happened(begin_item(document, "run", "pains", begun))
    history.happened(hold_clock(document, "run", begun + timedelta(minutes=5)))
    history.happened(release_clock(document, "run", begun + timedelta(minutes=7)))
    history.happened(give_minutes(document, "run", 2))
    history.do(begin_round(document, "Which first?", notes, 9, 2, begun + timedelta(minutes=20), id="round"))
    for number, hands in ((1, 4), (2, 7), (1, 5)):
        history.do(count_hands(document, "round", number, hands, begun + timedelta(minutes=20 + number)))
    history.happened(reveal(document, "round", begun + timedelta(minutes=25)))
    history.do(close_round(document, "round", begun + timedelta(minutes=26)))
    history.do(place_note(document, notes[0], 0.2, 0.9))
    history.do(decide(document, [notes[0], document.parked("parking lot")[0].id]))
    version = history.versions()[-1]
    history.happened(note_version(document, "run", version.number, str(version.label)))
    history.happened(end_run(document, "run", begun + timedelta(minutes=30)))


def _tell(history: History) -> None:
    """Key points, call-outs, a pain that is felt later, and a style with a logo."""
    document = history.document
    journey_map = document.maps()[0]
    stage, section = document.stages(journey_map.id)[0], document.sections(journey_map.id)[0]
    note, point = document.all(Note)[0], document.all(EmotionPoint)[0]
    places = Places((note.id,), (stage.id,), (point.id,))
    history.do(add_key_point(document, journey_map.id, "It takes too long", places=places, figures=(-4, 6.5)))
    history.do(add_call_out(document, journey_map.id, Target(note=note.id), "Here it begins"))
    history.do(add_call_out(document, journey_map.id, Target(stage=stage.id, section=section.id, at_x=0.3)))
    history.do(move_call_out(document, document.all(CallOut)[0].id, 40, -30.5))
    history.do(relate_felt_later(document, note.id, point.id))
    logo = next(iter(document.pictures())).id
    colours = StyleColours(accent="#7A1F3D", stages=("#4A413C",), notes=NoteColours(pink="#FBF0F2"))
    history.do(set_style(document, name="Trattoria", colours=colours, logo_left=logo))


def _set_every_field(history: History) -> None:
    """Give every word to every field that takes only some, and words to those that take any."""
    for record_type in (each for each in RECORDS if each is not Picture and each.undoable):
        for record in history.document.all(record_type)[:1]:
            for name, value in _values(record_type):
                with suppress(ValidationError):
                    history.do(
                        set_fields(history.document, [record.id], plain_label(f"Set {name}"), **{name: value})
                    )


def _arrange(history: History) -> None:
    """Put a paper beside what has been said of the first map."""
    arranged = Arranged(paper="A1", landscape=False, bands=2, sizes=RoleSizes(title=4.5))
    first = history.document.maps()[0].id
    history.do(set_fields(history.document, [first], step_label("arrange", paper="A1"), arranged=arranged))


def _use_every_label(history: History) -> None:
    """A step with each code that a label can have."""
    for number, code in enumerate(LABELS):
        label = step_label(code, **values_of(code))
        history.do(set_fields(history.document, [history.document.project.id], label, name=f"Name {number}"))


def _values(record_type: type[Record]) -> Iterator[tuple[str, object]]:
    held = {"id", "position", *record_type.parents, *record_type.mentions}
    if record_type is LegendEntry:
        held.add("colour")
    for name, hint in get_type_hints(record_type).items():
        if name in record_type.model_fields and name not in held:
            words = ("de",) if name == "language" else tuple(_words(hint))
            yield from ((name, word) for word in words)
            if str in (hint, *get_args(hint)) and not words:
                yield name, f"Words of {name}"


def _words(hint: Any) -> Iterator[str]:
    """The values of a Literal, also of one that may be none."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for inner in get_args(hint):
            yield from _words(inner)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    stored = FOLDER / f"schema-{SCHEMA}.journey"
    with TemporaryDirectory() as folder:
        path = Path(folder) / stored.name
        make(path)
        with ProjectFile.open(path, read_only=True) as project:
            golden = describe_project(project)
        stored.write_bytes(path.read_bytes())
    stored.with_suffix(".json").write_text(golden, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
