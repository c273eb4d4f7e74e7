"""The document: every record of a project, and the one place where it changes."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

from app.model.change import Change
from app.model.content import Content
from app.model.listeners import notify, subscribe
from app.model.pictures import PictureStore
from app.model.records import (
    AgendaItem,
    CallOut,
    EmotionPoint,
    Entry,
    FeltLater,
    HandCount,
    Id,
    InCell,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Lot,
    Note,
    ParkedNote,
    Persona,
    Picture,
    Place,
    Project,
    Record,
    Relation,
    Reveal,
    Round,
    Run,
    Section,
    Stage,
    Style,
)

R = TypeVar("R", bound=Record)
Listener = Callable[[Change], None]


class Document:
    """Records by id and in their order. Changed by `apply` and by its History, which then tell the listeners.

    `content` is put in the place of another as a whole, so there is never half a change. `picture_store`
    keeps the bytes of its pictures.
    """

    def __init__(self, records: Iterable[Record] = (), picture_store: PictureStore | None = None) -> None:
        self.picture_store = picture_store or PictureStore()
        self.content = Content.of(records)
        self._listeners: list[Listener] = []

    def apply(self, change: Change) -> None:
        """Make the change. Raises StaleChangeError, having changed nothing, where a `before` does not fit."""
        self.content = self.content.changed(change)
        self.notify(change)

    def notify(self, change: Change) -> None:
        """Tell the listeners of a change that was made."""
        notify(self._listeners, change)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every change after it was applied. Returns what ends that."""
        return subscribe(self._listeners, listener)

    def copy(self) -> "Document":
        """The same records without the listeners: a snapshot that another thread may read."""
        twin = Document(picture_store=self.picture_store)
        twin.content = self.content
        return twin

    # Reading

    def __contains__(self, id: Id) -> bool:
        return id in self.content.records

    def __iter__(self) -> Iterator[Record]:
        return iter(self.content.records.values())

    def __len__(self) -> int:
        return len(self.content.records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self.content.records == other.content.records

    __hash__ = None  # type: ignore[assignment]

    def find(self, id: Id) -> Record | None:
        return self.content.records.get(id)

    def get(self, record_type: type[R], id: Id) -> R:
        """The record of that id. Raises KeyError where there is none, or one of another kind."""
        record = self.content.records[id]
        if not isinstance(record, record_type):
            raise KeyError(id)
        return record

    def all(self, record_type: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in no particular order."""
        return cast("tuple[R, ...]", self.content.all(record_type))

    def places(self) -> tuple[Place, ...]:
        """Every place in which something stands."""
        return tuple(self.content.members)

    def held_by(self, id: Id) -> Iterator[Record]:
        """What stands directly in a map, stage or section: its stages and sections, notes and points."""
        for place in self.places():
            if id in place[1:]:
                yield from self.siblings(place)

    def siblings(self, place: Place) -> tuple[Record, ...]:
        """The records that share a place, in order."""
        return self.content.siblings(place)

    @property
    def project(self) -> Project:
        return cast("Project", self.siblings((Project.kind,))[0])

    def legend(self) -> tuple[LegendEntry, ...]:
        return cast("tuple[LegendEntry, ...]", self.siblings((LegendEntry.kind,)))

    def personas(self) -> tuple[Persona, ...]:
        return cast("tuple[Persona, ...]", self.siblings((Persona.kind,)))

    def maps(self) -> tuple[JourneyMap, ...]:
        return cast("tuple[JourneyMap, ...]", self.siblings((JourneyMap.kind,)))

    def stages(self, map: Id) -> tuple[Stage, ...]:
        return cast("tuple[Stage, ...]", self.siblings((Stage.kind, map)))

    def sections(self, map: Id) -> tuple[Section, ...]:
        return cast("tuple[Section, ...]", self.siblings((Section.kind, map)))

    def has_cells(self, map: Id) -> bool:
        """Whether a map has stages and sections, and so something to write into."""
        return bool(self.stages(map) and self.sections(map))

    def notes(self, section: Id, stage: Id) -> tuple[Note, ...]:
        """The notes of a cell."""
        return cast("tuple[Note, ...]", self.siblings((Note.kind, section, stage)))

    def points(self, section: Id, stage: Id) -> tuple[EmotionPoint, ...]:
        """The emotion points of a cell, in the order in which they were placed."""
        return cast("tuple[EmotionPoint, ...]", self.siblings((EmotionPoint.kind, section, stage)))

    def entries(self, section: Id, stage: Id) -> tuple[Entry, ...]:
        """The entries of a cell."""
        return cast("tuple[Entry, ...]", self.siblings((Entry.kind, section, stage)))

    def in_cell(self, section: Id, stage: Id) -> tuple[InCell, ...]:
        """What stands in a cell in its order: notes, or entries."""
        return (*self.notes(section, stage), *self.entries(section, stage))

    def pictures(self) -> tuple[Picture, ...]:
        return cast("tuple[Picture, ...]", self.siblings((Picture.kind,)))

    def relations(self) -> tuple[Relation, ...]:
        return cast("tuple[Relation, ...]", self.siblings((Relation.kind,)))

    def felt_later(self) -> tuple[FeltLater, ...]:
        return cast("tuple[FeltLater, ...]", self.siblings((FeltLater.kind,)))

    def key_points(self, map: Id) -> tuple[KeyPoint, ...]:
        return cast("tuple[KeyPoint, ...]", self.siblings((KeyPoint.kind, map)))

    def parked(self, lot: Lot) -> tuple[ParkedNote, ...]:
        """What waits in the parking lot, or in the inbox, as it came."""
        found = cast("tuple[ParkedNote, ...]", self.siblings((ParkedNote.kind,)))
        return tuple(note for note in found if note.lot == lot)

    def call_outs(self, map: Id) -> tuple[CallOut, ...]:
        return cast("tuple[CallOut, ...]", self.siblings((CallOut.kind, map)))

    def agenda(self) -> tuple[AgendaItem, ...]:
        return cast("tuple[AgendaItem, ...]", self.siblings((AgendaItem.kind,)))

    def rounds(self) -> tuple[Round, ...]:
        """The rounds of votes, the newest last."""
        return cast("tuple[Round, ...]", self.siblings((Round.kind,)))

    def hand_counts(self, round: Id) -> tuple[HandCount, ...]:
        """The hand counts of a round, the newest last."""
        return cast("tuple[HandCount, ...]", self.siblings((HandCount.kind, round)))

    def reveals(self) -> tuple[Reveal, ...]:
        """When rounds were revealed; some of them may be gone."""
        return cast("tuple[Reveal, ...]", self.siblings((Reveal.kind,)))

    def runs(self) -> tuple[Run, ...]:
        """The workshops that were held, the newest last."""
        return cast("tuple[Run, ...]", self.siblings((Run.kind,)))

    @property
    def style(self) -> Style | None:
        """How its maps look; none where they look as the program's own style has it."""
        return next(iter(cast("tuple[Style, ...]", self.siblings((Style.kind,)))), None)
