"""What a kind of section must say of itself and be able to do, and what it lays out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import Any, Literal, NamedTuple, Protocol, TypeGuard, runtime_checkable

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.emphasis import Standout
from app.drawing.grid import Column
from app.drawing.note_looks import Emphasis
from app.drawing.sections.form import FormField, FormLine
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.language.phrases import Phrase
from app.model.document import Document
from app.model.kinds import Held
from app.model.labels import Label
from app.model.records import Id, Section
from app.model.verbs.ready_sections import ReadySection


class Box(NamedTuple):
    """Where a record lies in its row: x from the sheet's left edge, y from the row's top."""

    id: Id
    rectangle: QRectF


class Span(Protocol):
    """A part of a row that is painted on its own. It never changes, so the same object looks the same."""

    @property
    def left(self) -> float: ...

    @property
    def right(self) -> float: ...

    @property
    def top(self) -> float:
        """From where on it paints, from the row's top; a span of the whole height begins above all."""
        ...

    @property
    def bottom(self) -> float: ...

    @property
    def display_list(self) -> DisplayList:
        """Its drawing, made when it is first asked for: most of a big map is not in view."""
        ...


class Piece(NamedTuple):
    """A span whose drawing is there already."""

    left: float
    right: float
    display_list: DisplayList
    top: float = -inf
    bottom: float = inf


Flow = Literal["side by side", "below each other", "by itself"]
"""How what stands in a cell follows each other: in lines, in a column, or wherever its kind says of each."""


class Body(Protocol):
    """A section laid out: the part of its row right of the section's name. Never changes."""

    def __hash__(self) -> int: ...

    @property
    def height(self) -> float:
        """How high the content is, in map units."""
        ...

    @property
    def flow(self) -> Flow:
        """How what stands in its cells follows each other, for what is dropped among it."""
        ...

    def pieces(self, height: float) -> Sequence[Span]:
        """The drawing in parts for a row of that height: from left to right, those of a column downwards."""
        ...

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        """The records that lie between two places, in reading order, in a row of that height."""
        ...


@runtime_checkable
class LiveBody(Protocol):
    """A body of which a part moves on a canvas by itself, without the rest being painted anew."""

    @property
    def still_pieces(self) -> Sequence[Piece]:
        """The drawing in parts, without what moves."""
        ...

    @property
    def blocks(self) -> Sequence[QRectF]:
        """What it holds beside records that should stay whole: where words stand in frames or with signs."""
        ...


class BodyWithSigns(Protocol):
    """A body with signs that a legend explains, beside those of its notes."""

    @property
    def signs(self) -> frozenset[str]: ...


def has_signs(body: Body) -> TypeGuard[BodyWithSigns]:
    """Whether a body has signs of its own. Asked of all after every edit."""
    return _has(type(body), "signs")


class EmphasisedBody(Body, Protocol):
    """A section some of whose notes can stand out."""

    @property
    def standout(self) -> Standout: ...

    def emphasised(self, document: Document, emphasis: Mapping[Id, Emphasis]) -> "EmphasisedBody":
        """The same with these notes standing out and no others; itself, where they do."""
        ...


def can_stand_out(body: Body) -> TypeGuard[EmphasisedBody]:
    """Whether notes of a section that is laid out can stand out. Asked of all after every edit."""
    return _has(type(body), "emphasised")


@lru_cache(maxsize=128)
def _has(kind: type, name: str) -> bool:
    return hasattr(kind, name)


@runtime_checkable
class BodyBesideNames(Protocol):
    """A body that says something in the column of the sections' names, at the height that it is about."""

    @property
    def beside(self) -> DisplayList: ...


@runtime_checkable
class BodyWithWords(Protocol):
    """A body in which words find a place of their own, apart from the record that they belong to."""

    def words_of(self, id: Id) -> QRectF | None:
        """Where the words of a record stand or would be typed, from the row's top; None where it has none."""
        ...


class Typed(NamedTuple):
    """What a text that was typed stands for, where that is more than the text itself."""

    fields: Mapping[str, object]
    """Those of the point or entry that are to be set."""
    step: Label
    """What setting them is called."""
    doubt: str = ""
    """Where it could have been meant otherwise: a sentence on what it was taken for."""
    others: tuple[Mapping[str, Any], ...] = ()
    """Fields of further entries that were typed at once, which stand behind it."""


class SectionKind(Protocol):
    """A kind of section: one folder beside this file. What it holds is said in `app/model/kinds.py`."""

    @property
    def name(self) -> str:
        """What a section of this kind is called in files."""
        ...

    @property
    def title(self) -> Phrase:
        """What it is called on the screen, and a new one is named."""
        ...

    @property
    def glyph(self) -> str: ...

    @property
    def hint(self) -> Phrase:
        """What belongs there, in a sentence."""
        ...

    @property
    def ready(self) -> tuple[ReadySection, ...]:
        """The sections of this kind that can be inserted; at least one."""
        ...

    @property
    def minutes(self) -> int:
        """How long a workshop takes to fill it; 0 where there is nothing to do."""
        ...

    @property
    def form(self) -> tuple[FormLine, ...]:
        """The inspector's form for what it holds."""
        ...

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of the actions beside the heading of that form."""
        ...

    @property
    def settings(self) -> tuple[FormField, ...]:
        """What the form of a section asks for only because there is this kind."""
        ...

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        """The section's content, laid out. What did not change since `previous`, which is of the same sizes,
        is taken from it as it is: where nothing changed, `previous` itself."""
        ...

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        """Where the text of what stands in that rectangle is typed; None where none is typed."""
        ...

    def read_typed(self, document: Document, record: Held, before: str) -> Typed | None:
        """What was typed as the text of an entry, or as a point's quote, over the text before, where it
        stands for more than a text."""
        ...

    def words(self, document: Document, record: Held) -> str:
        """What a note, point or entry says, for those who cannot see it; empty where it says nothing."""
        ...

    def in_table(self, record: Held) -> str:
        """What it says in the cell of a table, for other programs."""
        ...
