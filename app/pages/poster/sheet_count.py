"""How many sheets a poster is to be put together from."""

import re
from typing import NamedTuple, Self

from app.language.phrases import phrase
from app.pages.errors import FormatError

MOST_ALONG = 30
_WRITTEN = re.compile(r"\s*(\d{1,3})\s*[x×*]\s*(\d{1,3})\s*", re.IGNORECASE)


class SheetCount(NamedTuple):
    """Sheets across and down."""

    columns: int
    rows: int

    @classmethod
    def of(cls, text: str) -> Self:
        """The count that is written as 4x3. Raises FormatError."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise FormatError(
                phrase("“{text}” is no number of sheets; write how many across and down, as 4x3.", text=text)
            )
        count = cls(*map(int, found.groups()))
        if not all(1 <= along <= MOST_ALONG for along in count):
            raise FormatError(
                phrase("A poster has 1 to {most} sheets across, and as many down.", most=MOST_ALONG)
            )
        return count

    def __str__(self) -> str:
        return f"{self.columns}x{self.rows}"


def sheet_count(text: str) -> str:
    """A count as it is kept, however it was written. Raises FormatError."""
    return str(SheetCount.of(text))
