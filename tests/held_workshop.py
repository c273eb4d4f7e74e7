"""An afternoon on the pizzeria, as it was held: agenda, a vote, places, decisions, and what was parked."""

from datetime import UTC, datetime, timedelta

from app.formats.templates import template
from app.model.history.history import History
from app.model.history.history_cursor import Earlier, document_at, earlier
from app.model.history.versions import Version
from app.model.labels import plain_label
from app.model.records import Note, Run
from app.model.verbs.agenda import add_item
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.matrix import decide, place_note
from app.model.verbs.notes import set_text
from app.model.verbs.parking import park
from app.model.verbs.rounds import begin_round, count_hands
from app.model.verbs.runs import begin_item, begin_run, end_run, note_version, reveal

BEGUN = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
QUESTION = "Which idea first?"
HANDS = (0, 3, 5, 2, 4)


def at(minutes: float) -> datetime:
    return BEGUN + timedelta(minutes=minutes)


def ideas(history: History) -> list[Note]:
    """The ideas of the pizzeria, as they were placed in the file."""
    return [note for note in history.document.all(Note) if note.colour == "green"]


def held_workshop() -> History:
    history = History(template("pizzeria"))
    document = history.document
    for title, minutes, id in (("Scope", 15, "scope"), ("Pain points", 20, "pains"), ("Vote", 10, "vote")):
        history.do(add_item(document, title, minutes, id=id))
    history.happened(begin_run(document, BEGUN, 10, ("Eva", "Ben"), id="run"))
    version = history.mark("Before the workshop")
    history.happened(note_version(document, "run", version.number, "Before the workshop"))
    history.happened(begin_item(document, "run", "scope", at(0)))
    history.happened(begin_item(document, "run", "pains", at(16)))
    history.do(park(document, "Who owns the sign: the city or us?"))
    history.do(park(document, "Loyalty card", id="card"))
    history.happened(begin_item(document, "run", "vote", at(38)))
    found = ideas(history)
    history.do(begin_round(document, QUESTION, [note.id for note in found[:5]], 10, 2, at(39), "round"))
    for number, hands in enumerate(HANDS, 1):
        history.do(count_hands(document, "round", number, hands, at(39 + number)))
    history.happened(reveal(document, "round", at(45)))
    history.do(place_note(document, found[1].id, 0.2, 0.7))
    history.do(place_note(document, found[2].id, 0.1, 0.9))
    owner = {"owner": "Marta", "due": "2026-12-24"}
    history.do(set_fields(document, [found[2].id], plain_label("Set owner"), **owner))
    history.do(set_fields(document, [found[1].id], plain_label("Set owner"), owner="", team="", due=None))
    history.do(decide(document, [found[2].id, "card"]))
    history.do(set_text(document, found[0].id, "Correct the listing at once"))
    history.do(delete(document, [found[3].id]))
    history.happened(end_run(document, "run", at(47)))
    return history


def since_it_began(history: History) -> Version:
    step = next(step for step in history.versions() if str(step.label) == "Before the workshop")
    return Version("Before the workshop", document_at(history, step))


def what_it_was(history: History) -> Earlier:
    return earlier(since_it_began(history), history.document)


def run_of(history: History) -> Run:
    return history.document.get(Run, "run")
