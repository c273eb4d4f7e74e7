"""A head, and cards below it that flow into columns, page after page: persona sheets and minutes."""

from collections.abc import Sequence
from typing import NamedTuple

from app.drawing.display import DisplayList, shifted
from app.drawing.flow import GAP, Columns, Group, Placed, bottom, flow
from app.drawing.styles.styled import styled
from app.model.records import Style

SHORT_SIDE = 2 * 210 / 25.4 * 72
"""Units of the short side of the paper."""
LEAST_WIDTH, LEAST_HEIGHT = 560.0, 520.0
"""Units between the margins that such a page cannot do without."""
_COLUMN = 500.0


class Drawn(NamedTuple):
    """How high something is, and its drawing from its upper left corner on."""

    height: float
    display_list: DisplayList


_EMPTY = Drawn(0.0, ())


class CardPages(NamedTuple):
    """The pages, each drawn from its upper left corner, and how high the highest of them is."""

    pages: tuple[DisplayList, ...]
    height: float


def draw_card_pages(
    head: Drawn,
    groups: Sequence[Group],
    width: float,
    height: float | None,
    style: Style | None,
    nothing: Drawn = _EMPTY,
) -> CardPages:
    """A head and the groups that hold something; without a height on one page, as high as it takes.

    `nothing`: what stands below the head where no group holds anything.
    """
    columns = Columns.of(width, _COLUMN)
    held = [group for group in groups if group.items]
    below = head.height + GAP
    flowing = flow(held, columns, (height or 0.0) - below, height)
    pages = [_drawn(placed, columns) for placed in flowing] or [nothing]
    first, *others = pages
    drawn = (
        (*head.display_list, *shifted(first.display_list, 0, below)),
        *(one.display_list for one in others),
    )
    highest = max(below + first.height, *(page.height for page in pages))
    return CardPages(tuple(styled(page, style) for page in drawn), highest)


def _drawn(placed: Sequence[Placed], columns: Columns) -> Drawn:
    batches = (batch for group, x, y in placed for batch in group.draw(x, y, columns.width))
    return Drawn(bottom(placed, columns), tuple(batches))
