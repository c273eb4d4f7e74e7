"""What is selected: records by id, and the cell where the cursor stands."""

from typing import NamedTuple

from app.model.records import Id


class Cell(NamedTuple):
    """Where a section meets a stage."""

    section: Id
    stage: Id


class Selection(NamedTuple):
    """Selected records, the last of them the one acted on last, and the cursor's cell."""

    ids: tuple[Id, ...] = ()
    cell: Cell | None = None
