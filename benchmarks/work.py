"""Work as people do it in a workshop, without a window: a long history to measure and try things with."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from app.formats.templates import template, template_names
from app.model.change import Change
from app.model.document import Document
from app.model.exchange.clippings import clip
from app.model.exchange.pasting import At, paste
from app.model.history.history import History
from app.model.history.steps import Performed
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Id, Note, NoteColour, Section
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.emotions import move_point
from app.model.verbs.notes import add_note, recolour_notes, set_text
from app.storage.engine import engine_for
from app.storage.history.history_rows import write_step
from app.storage.history.recall import Recall
from app.storage.opening.loading import load
from app.storage.opening.reading import reading
from app.storage.rows import write_change

_COLOURS: tuple[NoteColour, ...] = ("yellow", "blue", "violet", "pink", "green", "orange", "teal", "grey")


def work_on(history: History, changes: int, seed: int = 7) -> None:
    """Make so many changes: words typed, notes moved, recoloured, voted for, pasted and thrown away."""
    chance = random.Random(seed)
    verbs, weights = zip(*_WORK, strict=True)
    made = 0
    while made < changes:
        if chance.random() < 0.03:
            made += history.undo() is not None
            if chance.random() < 0.5:
                made += history.redo() is not None
            continue
        change = chance.choices(verbs, weights)[0](history.document, chance)
        history.do(change)
        made += bool(change)


def write_history(path: Path, work: Callable[[History], object]) -> None:
    """Work on a project file that nobody has open, and write it all in one transaction, which is faster."""
    with reading(path) as connection:
        document, steps = load(connection)
    history = History(document, steps, Recall(lambda: reading(path)))
    with engine_for(path, "rw").connect() as connection, connection.begin():

        def write(performed: Performed) -> None:
            write_change(connection, performed.applied)
            write_step(connection, performed)

        history.subscribe(write)
        work(history)


def sentence(chance: random.Random, words: int) -> str:
    """Words of the templates, as often as they are there."""
    return " ".join(chance.choices(_words(), k=words)).capitalize()


@cache
def _words() -> tuple[str, ...]:
    found = [note.text for name in template_names() for note in template(name).all(Note)]
    return tuple(word for text in found for word in re.findall(r"[\w'’-]+", text))


def _type(document: Document, chance: random.Random) -> Change:
    note = chance.choice(document.all(Note))
    start = note.text.split()[: chance.randint(0, 6)]
    text = " ".join([*start, sentence(chance, chance.randint(1, 8))])
    return set_text(document, note.id, text)


def _add(document: Document, chance: random.Random) -> Change:
    return add_note(document, *_cell(document, chance), sentence(chance, chance.randint(2, 12)))


def _move(document: Document, chance: random.Random) -> Change:
    note = chance.choice(document.all(Note))
    section, stage = _cell(document, chance)
    index = chance.randint(0, len(document.notes(section, stage)))
    return move_to_cell(document, [note.id], section, stage, index)


def _move_several(document: Document, chance: random.Random) -> Change:
    return move_to_cell(document, _neighbours(document, chance, 6), *_cell(document, chance))


def _recolour(document: Document, chance: random.Random) -> Change:
    return recolour_notes(document, _neighbours(document, chance, 4), chance.choice(_COLOURS))


def _vote(document: Document, chance: random.Random) -> Change:
    note = chance.choice(document.all(Note))
    return set_fields(document, [note.id], plain_label("Vote"), votes=note.votes + 1)


def _feel(document: Document, chance: random.Random) -> Change:
    points = document.all(EmotionPoint)
    if not points:
        return Change(plain_label(""), ())
    return move_point(document, chance.choice(points).id, chance.uniform(-5, 5), chance.random())


def _paste(document: Document, chance: random.Random) -> Change:
    clipping = clip(document, _neighbours(document, chance, 5))
    section, stage = _cell(document, chance)
    assert clipping is not None
    return paste(document, clipping, At(document.get(Section, section).map, section, stage))


def _delete(document: Document, chance: random.Random) -> Change:
    few = len(document.all(Note)) < 20
    return Change(plain_label(""), ()) if few else delete(document, _neighbours(document, chance, 3))


def _neighbours(document: Document, chance: random.Random, most: int) -> list[Id]:
    """Some notes that stand side by side."""
    note = chance.choice(document.all(Note))
    found = document.notes(note.section, note.stage)[note.position :]
    return [one.id for one in found[: chance.randint(1, most)]]


def _cell(document: Document, chance: random.Random) -> tuple[Id, Id]:
    """Any cell of a section of notes."""
    rows = [section for section in document.all(Section) if section.section_kind == "notes"]
    section = chance.choice(rows)
    return section.id, chance.choice(document.stages(section.map)).id


_WORK: tuple[tuple[Callable[[Document, random.Random], Change], int], ...] = (
    (_type, 36),
    (_add, 12),
    (_move, 16),
    (_move_several, 4),
    (_recolour, 10),
    (_vote, 5),
    (_feel, 6),
    (_paste, 3),
    (_delete, 8),
)
"""What is done, and how often of a hundred."""
