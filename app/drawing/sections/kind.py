"""What a kind of section must be able to do, and what it lays out."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList
from app.drawing.grid import Column
from app.model.document import Document
from app.model.records import Id, Section


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


class Body(Protocol):
    """A section laid out: the part of its row right of the section's name. Never changes."""

    def __hash__(self) -> int: ...

    @property
    def height(self) -> float:
        """How high the content is, in map units."""
        ...

    @property
    def colours(self) -> frozenset[str]:
        """The note colours in use."""
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


class SectionKind(Protocol):
    """A kind of section: one folder beside this file."""

    @property
    def name(self) -> str:
        """What a section of this kind is called in files."""
        ...

    @property
    def title(self) -> str:
        """What it is called on the screen, and a new one is named."""
        ...

    @property
    def glyph(self) -> str: ...

    @property
    def hint(self) -> str:
        """What belongs there, in a sentence."""
        ...

    def lay_out(
        self, document: Document, section: Section, columns: Sequence[Column], previous: Body | None
    ) -> Body:
        """The section's content, laid out. What did not change since `previous` is taken from it as it is:
        where nothing changed, `previous` itself."""
        ...

    def describe(self, document: Document, section: Id, stage: Id) -> str:
        """The content of a cell in words, for those who cannot see it; empty where there is none."""
        ...
