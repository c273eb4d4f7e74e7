"""The action register on pages: a table whose headings stand on each page, and whose rows are never cut."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF

from app.drawing.card_pages import CardPages, Drawn
from app.drawing.display import DisplayList, Lines, PlacedText, Stroke, Texts, shifted
from app.drawing.fonts import in_its_font
from app.drawing.styles.styled import styled
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import HAIRLINE, INK, SECONDARY, SUBTITLE, TITLE, TextStyle
from app.language.phrases import tr
from app.model.analysis.register import Action
from app.model.analysis.register_columns import COLUMNS, Column
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import JourneyMap

_TITLE = TITLE._replace(size=34)
_CELL, _HEAD = TextStyle(20), TextStyle(18, 600)
_SHARES = {"text": 3.4, "stage": 1.4, "impact": 1.3, "effort": 1.0, "owner": 1.2, "team": 1.2, "status": 1.2,
           "due": 1.5, "votes": 0.8}  # fmt: skip
"""How wide the columns are beside each other."""
_GAP, _ABOVE = 16.0, 9.0


@in_its_language
@in_its_font
def draw_register(
    document: Document, journey_map: JourneyMap, actions: Sequence[Action], width: float, height: float | None
) -> CardPages:
    """The register on pages of a size, or, without a height, on one page as high as it takes."""
    # A column that says nothing would only take its room from the others.
    columns = [one for one in COLUMNS if one.name == "text" or any(one.words(action) for action in actions)]
    widths = _widths(columns, width)
    title = _title(journey_map, width)
    heads = _row([str(column.heading) for column in columns], widths, _HEAD)
    rows = [_row([column.words(action) for column in columns], widths, _CELL) for action in actions]
    pages = list(_pages(title, heads, rows, height))
    return CardPages(
        tuple(styled(page.display_list, document.style) for page in pages), max(page.height for page in pages)
    )


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    room = width - _GAP * (len(columns) - 1)
    all_shares = sum(_SHARES[column.name] for column in columns)
    return [room * _SHARES[column.name] / all_shares for column in columns]


def _title(journey_map: JourneyMap, width: float) -> Drawn:
    title = text_block(tr("Action register"), _TITLE, width)
    under = text_block(journey_map.title, SUBTITLE, width)
    height = title.height + (under.height if journey_map.title else 0) + 18
    return Drawn(
        height,
        (Texts([PlacedText(0, 0, title)], INK), Texts([PlacedText(0, title.height, under)], SECONDARY)),
    )


def _row(words: Sequence[str], widths: Sequence[float], style: TextStyle) -> Drawn:
    """A line of the table over the line that ends it."""
    blocks: list[TextBlock] = [
        text_block(said, style, wide) for said, wide in zip(words, widths, strict=True)
    ]
    height = max(block.height for block in blocks) + 2 * _ABOVE
    x, texts = 0.0, list[PlacedText]()
    for block, wide in zip(blocks, widths, strict=True):
        texts.append(PlacedText(x, _ABOVE, block))
        x += wide + _GAP
    end = QLineF(0, height, x - _GAP, height)
    ink = SECONDARY if style is _HEAD else INK
    return Drawn(height, (Texts(texts, ink), Lines([end], Stroke(HAIRLINE, 1.5))))


def _pages(title: Drawn, heads: Drawn, rows: Sequence[Drawn], height: float | None) -> Iterator[Drawn]:
    drawn: list[DisplayList] = [title.display_list, shifted(heads.display_list, 0, title.height)]
    y, begins = title.height + heads.height, title.height + heads.height
    for row in rows:
        if height is not None and y + row.height > height and y > begins:
            yield Drawn(y, tuple(batch for part in drawn for batch in part))
            drawn, y = [heads.display_list], heads.height
            begins = y
        drawn.append(shifted(row.display_list, 0, y))
        y += row.height
    yield Drawn(y, tuple(batch for part in drawn for batch in part))
