"""How much of a project file may still come into memory; asked for before it is fetched."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.language.phrases import phrase
from app.limits import LARGEST_CONTENT, MOST_CHARACTERS, MOST_PARTS, MOST_RECORDS
from app.model.exchange.plain_json import parts_in
from app.storage.errors import TooLargeError


@dataclass(slots=True)
class Room:
    """What is left for the records of a file. What takes more than there is raises TooLargeError."""

    records: int = MOST_RECORDS
    size: int = LARGEST_CONTENT
    characters: int = MOST_CHARACTERS
    parts: int = MOST_PARTS

    def take_rows(self, sizes: Iterable[tuple[int]]) -> int:
        """Take rows of so many bytes, as they are found; the first too many ends it. Returns their bytes."""
        before = self.size
        for (size,) in sizes:
            self.records -= 1
            self.size -= size
            if self.records < 0:
                raise TooLargeError(phrase("The project holds more than {most} records.", most=MOST_RECORDS))
            if self.size < 0:
                raise TooLargeError(
                    phrase("The project holds more than {most} characters.", most=MOST_CHARACTERS)
                )
        return before - self.size

    def take_characters(self, values: Iterable[object], size: int) -> None:
        """Take texts; `size` are their bytes, of which a character has up to four."""
        if size > self.characters:
            size = sum(len(value) for value in values if isinstance(value, str))
        self.characters -= size
        if self.characters < 0:
            raise TooLargeError(
                phrase("The project holds more than {most} characters.", most=MOST_CHARACTERS)
            )

    def take_lists(self, values: Iterable[object]) -> None:
        """Take lists that stand in columns as JSON, each object in which is as large as a record."""
        for value in values:
            if isinstance(value, str):
                self.parts -= parts_in(value)
                self.records -= value.count("{")
        if self.parts < 0 or self.records < 0:
            raise TooLargeError(phrase("The project’s lists have too many entries."))
