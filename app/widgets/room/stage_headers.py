"""The headers of the stages as slides show them: that of the lit stage within its sheet."""

from app.drawing.display import Batch, DisplayList, Paths, Texts
from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.stages import draw_stages
from app.drawing.theme import CHEVRON
from app.model.records import Id

_INSET = 8.0
_GAP = 9.0
"""What a header leaves free behind it."""


class StageHeaders:
    """Those of a layout, each drawn when it is first asked for."""

    def __init__(self, layout: MapLayout) -> None:
        self._layout = layout
        has_tip = layout.style is None or layout.style.header_shape == "chevron"
        self._tip = CHEVRON if has_tip else _GAP / 2
        self._all: dict[Id, DisplayList] = {}
        self._alone: dict[Id, DisplayList] = {}

    def beside(self, lit: Id) -> DisplayList:
        """All of them, that of the lit stage within the sheet, with its tip where the style has one."""
        if lit not in self._all:
            columns = list(self._layout.columns)
            number = next(index for index, column in enumerate(columns) if column.stage.id == lit)
            whole = columns[number]
            width = whole.width - 2 * _INSET - self._tip + _GAP
            columns[number] = inside = whole._replace(x=whole.x + _INSET, width=width)
            self._all[lit] = self._layout.dressed(draw_stages(columns, self._layout.sizes)[1])
            self._alone[lit] = tuple(batch for batch in self._all[lit] if _is_within(batch, inside))
        return self._all[lit]

    def alone(self, lit: Id) -> DisplayList:
        """That of the lit stage: no tip of another reaches into it."""
        self.beside(lit)
        return self._alone[lit]


def _is_within(batch: Batch, lit: Column) -> bool:
    """Whether it may be seen on the lit sheet; a chevron belongs where it begins."""
    match batch:
        case Paths():
            return lit.x <= batch.places[0].x() <= lit.right
        case Texts():
            return any(x < lit.right and x + block.width > lit.x for x, _, block in batch.texts)
        case _:
            return True
