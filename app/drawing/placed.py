"""A section laid out at its place, as those know it who draw over several sections."""

from typing import Protocol

from app.drawing.sections.kind import Body
from app.model.records import Section


class Placed(Protocol):
    """A section laid out, at its place."""

    @property
    def section(self) -> Section: ...

    @property
    def body(self) -> Body: ...

    @property
    def y(self) -> float: ...

    @property
    def height(self) -> float: ...
