"""The document as it was: rebuilt from the history, moved from step to step, and gone back to."""

from typing import NamedTuple

from app.language.catalogues import ENGLISH
from app.language.phrases import Phrase, phrase
from app.language.spoken import speaking
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.history.history import History
from app.model.history.steps import Step
from app.model.history.versions import Version
from app.model.labels import NO_LABEL, Label, before_label
from app.model.pictures import PictureStore
from app.model.records import Id, Record


class HistoryCursor:
    """A document of its own that can be what the project was after any of its steps.

    `at` is how many steps it has: all of them at first. Steps taken meanwhile are not followed.
    """

    def __init__(self, history: History) -> None:
        self.document = history.document.copy()
        self.steps = history.steps
        self.at = len(self.steps)
        self._history = history

    @property
    def step(self) -> Step | None:
        """The last step that the document has; none before the first."""
        return self.steps[self.at - 1] if self.at else None

    @property
    def version(self) -> Version:
        """The document with the name of its moment, as it is to be read at any other time."""
        if self.step is None:
            return Version(phrase("the beginning"), self.document)
        here = self.step.at.astimezone()
        when = phrase("{time} on {day}", time=here.time(), day=here.date())
        if self.step.act == "version":
            return Version(
                phrase("“{version}”, {when}", version=self.step.label.phrase, when=when), self.document
            )
        return Version(when, self.document)

    def go_to(self, at: int) -> None:
        """Have the document be what it was after so many steps, from 0 for before the first."""
        target = max(0, min(at, len(self.steps)))
        then: dict[Id, Record | None] = {}
        for step, is_back in self._way_to(target):
            then.update(
                (edit.record.id, edit.before if is_back else edit.after)
                for edit in self._history.change_of(step)
            )
        edits = (Edit(self.document.find(id), record) for id, record in then.items())
        change = Change(NO_LABEL, tuple(edit for edit in edits if edit.before != edit.after))
        self.at = target
        if change:
            self.document.apply(change)

    def _way_to(self, target: int) -> list[tuple[Step, bool]]:
        """The steps that lead to a moment, and whether each is taken back.

        Those that cancel each other out are left out: what was undone need not be done first.
        """
        path = [(step, True) for step in reversed(self.steps[target : self.at])]
        path += [(step, False) for step in self.steps[self.at : target]]
        way: list[tuple[Step, bool]] = []
        for step, is_back in path:
            last = way[-1] if way else None
            if last and last[0].of == step.of and _undoes(*last) != _undoes(step, is_back):
                way.pop()
            elif step.act != "version":
                way.append((step, is_back))
        return way


def _undoes(step: Step, is_back: bool) -> bool:
    """Whether a step, perhaps taken back, takes back what was done."""
    return (step.act == "undo") != is_back


def document_at(history: History, step: Step) -> Document:
    """The document as it was right after a step."""
    cursor = HistoryCursor(history)
    cursor.go_to(cursor.steps.index(step) + 1)
    return cursor.document


def version_at(history: History, at: int) -> Version:
    """The project as it was after so many steps."""
    cursor = HistoryCursor(history)
    cursor.go_to(at)
    return cursor.version


def versions_called(history: History, name: str) -> tuple[int, ...]:
    """After how many steps the project was a version of that name, in whatever case; the newest last.

    One that the program named is found by its English name too: what is in a script goes on.
    """
    wanted = name.strip().casefold()
    return tuple(
        at
        for at, step in enumerate(history.steps, 1)
        if step.act == "version" and wanted in _names(step.label)
    )


def _names(label: Label) -> set[str]:
    with speaking(ENGLISH):
        english = str(label)
    return {name.strip().casefold() for name in (str(label), english)}


class Earlier(NamedTuple):
    """An earlier version as what leads back to it: little beside a document, so it is soon sent elsewhere."""

    name: str | Phrase
    back: Change
    pictures: tuple[bytes, ...] = ()
    """The bytes of pictures that only the earlier version has."""

    def version_of(self, document: Document) -> Version:
        """The version itself, from the document that it was made for."""
        store = PictureStore(document.picture_store.get)
        for data in self.pictures:
            store.put(data)
        before = Document(document, store)
        before.apply(self.back)
        return Version(self.name, before)


def earlier(version: Version, document: Document) -> Earlier:
    """A version as what leads back to it from a document."""
    before = version.document
    gone = [picture.id for picture in before.pictures() if picture.id not in document]
    pictures = tuple(data for id in gone if (data := before.picture_store.get(id)) is not None)
    return Earlier(version.name, difference(document, before), pictures)


def difference(before: Document, after: Document, label: Label = NO_LABEL) -> Change:
    """What makes one document of the other."""
    # Documents of one history share most of their records, and to compare those field by field takes long.
    edits = [
        Edit(was, record)
        for record in after
        if (was := before.find(record.id)) is not record and was != record
    ]
    edits += [Edit(record, None) for record in before if record.id not in after]
    return Change(label, tuple(edits))


def go_back(history: History, document: Document, label: Label) -> Change:
    """Make the project what it was, as one more step that undo takes back. Marks a version before.

    What happened stays: nobody can go back to before it.
    """
    edits = difference(history.document, document, label)
    change = Change(label, tuple(edit for edit in edits if edit.record.undoable))
    if change:
        history.mark(before_label(label))
        history.do(change)
    return change
