"""Reads a table out of HTML, as spreadsheets, word processors and browsers put it on the clipboard."""

import re
from html.parser import HTMLParser

from app.model.guarding import unguarded

WIDEST_SPAN = 1_000
"""Columns or rows that one cell may span, as browsers have it."""
MOST_SPANNED = 1_000_000
"""Cells that may be left free because others span them."""

_BLOCKS = frozenset(
    ("address", "blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre")
)
_UNSEEN = frozenset(("head", "script", "style", "title", "template"))


class TableReader(HTMLParser):
    """Reads a table out of HTML that is fed piece by piece. Tables within a cell are text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._reached: set[tuple[int, int]] = set()
        self._depth = 0
        self._unseen = 0
        self._has_text_outside = False

    def rows(self) -> list[list[str]]:
        """What was read, once everything is fed; nothing where there is more than a table."""
        self.close()
        self._end_cell()
        return [] if self._has_text_outside else self._rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self._rows.append([])
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif self._cell is not None and tag in (*_BLOCKS, "td", "th", "tr"):
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self._end_cell()
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif self._cell is not None and tag in _BLOCKS:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", data))
        elif data.strip():
            self._has_text_outside = True

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if not self._rows:
            self._rows.append([])
        self._skip_reached()
        self._cell = []
        self._span = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (unguarded(" ".join(line.split())).strip() for line in "".join(self._cell).split("\n"))
        row, column = len(self._rows) - 1, len(self._rows[-1])
        across, down = self._span
        if len(self._reached) + across * (down - 1) < MOST_SPANNED:
            below = range(row + 1, row + down)
            self._reached.update((r, c) for r in below for c in range(column, column + across))
        self._rows[-1] += ["\n".join(filter(None, lines)), *[""] * (across - 1)]
        self._cell = None

    def _skip_reached(self) -> None:
        """Leave free what a cell of a row above spans."""
        row = self._rows[-1]
        while (len(self._rows) - 1, len(row)) in self._reached:
            row.append("")


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return min(max(int(text), 1), WIDEST_SPAN) if text.isascii() and text.isdigit() and len(text) < 9 else 1
