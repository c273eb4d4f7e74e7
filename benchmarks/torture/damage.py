"""Damages copies of a project file in many ways and tries what the program makes of each.

What must hold: no crash, no map that is silently empty, and `recover` brings back every record whose page was
left alone.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.model.document import Document
from app.model.records import Id, Record
from app.storage.errors import NothingToRecoverError, ProjectFileError
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.storage.rescue.pages import USUAL_SIZE, Pages
from app.storage.rescue.recover import rescue
from app.storage.tables import HISTORY

Damage = Callable[[bytearray, random.Random], set[int]]
"""Spoils a file's bytes. Returns the numbers of the pages that are not as they were, from 1."""


def cut_off(content: bytearray, chance: random.Random) -> set[int]:
    """Truncated at a random place."""
    pages = _pages(content)
    end = chance.randrange(1, len(content))
    del content[end:]
    return set(range(end // USUAL_SIZE + 1, pages + 1))


def flip_bytes(content: bytearray, chance: random.Random) -> set[int]:
    """One to thirty bytes flipped anywhere."""
    places = [chance.randrange(len(content)) for _ in range(chance.randint(1, 30))]
    for place in places:
        content[place] ^= chance.randint(1, 255)
    return {place // USUAL_SIZE + 1 for place in places}


def zero_pages(content: bytearray, chance: random.Random) -> set[int]:
    """One to five pages overwritten with zeros."""
    numbers = set(chance.choices(range(1, _pages(content) + 1), k=chance.randint(1, 5)))
    for number in numbers:
        content[(number - 1) * USUAL_SIZE : number * USUAL_SIZE] = bytes(USUAL_SIZE)
    return numbers


def swap_headers(content: bytearray, chance: random.Random) -> set[int]:
    """The headers of two pages swapped."""
    first, second = chance.sample(range(1, _pages(content) + 1), k=2)
    one, two = ((number - 1) * USUAL_SIZE + 100 * (number == 1) for number in (first, second))
    content[one : one + 12], content[two : two + 12] = content[two : two + 12], content[one : one + 12]
    return {first, second}


def spoil_beginning(content: bytearray, chance: random.Random) -> set[int]:
    """The file's own header overwritten with noise, in part or whole."""
    start = chance.randrange(100)
    end = chance.randint(start + 1, 100)
    content[start:end] = chance.randbytes(end - start)
    return {1}


DAMAGES: tuple[Damage, ...] = (cut_off, flip_bytes, zero_pages, swap_headers, spoil_beginning)


@dataclass(slots=True)
class Figures:
    """What came of the trials."""

    trials: int = 0
    refused: int = 0
    """Files that were not opened, with a sentence."""
    named_by_check: int = 0
    read_as_before: int = 0
    """Files in which the damage lay where nothing is, so that the document is the same."""
    read_with_other_values: int = 0
    """Files in which every record is there, and some value is another: SQLite has no sums to tell it by."""
    intact: int = 0
    """Records on pages that were left alone, in all copies."""
    recovered: int = 0
    """Of these, those that were recovered as they were."""
    found: Counter[str] = field(default_factory=Counter)
    """Records that were recovered, of those that there were, by kind of damage, in percent of one copy."""


class Trials:
    """One sound file, of which damaged copies are made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.content = path.read_bytes()
        with ProjectFile.open(path, read_only=True) as project:
            self.document: Document = project.document.copy()
        self.pages = _pages_of_records(path, self.document)
        self.figures = Figures()

    def try_damage(self, damage: Damage, seed: int, copy: Path) -> None:
        """Damage a copy and try it. Raises AssertionError for what must not be."""
        content = bytearray(self.content)
        spoilt = damage(content, random.Random(seed))
        copy.write_bytes(content)
        what = f"{damage.__name__}, seed {seed}"
        self.figures.trials += 1
        self._try_opening(copy, what)
        self._try_recovering(copy, damage, spoilt, what)
        assert copy.read_bytes() == content, f"{what}: the damaged file was written to"

    def _try_opening(self, copy: Path, what: str) -> None:
        names = _is_named_by_check(copy)
        self.figures.named_by_check += names
        try:
            with ProjectFile.open(copy, read_only=True) as project:
                document: Document | None = project.document
        except ProjectFileError:
            self.figures.refused += 1
            document = None
        if document is None:
            assert names, f"{what}: refused, and check says nothing"
            return
        lost = {record.id for record in self.document} - {record.id for record in document}
        assert not lost or names, f"{what}: opened without {sorted(lost)} and said nothing"
        if document == self.document:
            self.figures.read_as_before += 1
        else:
            self.figures.read_with_other_values += 1

    def _try_recovering(self, copy: Path, damage: Damage, spoilt: set[int], what: str) -> None:
        intact = {id for id, page in self.pages.items() if page not in spoilt}
        intact = {id for id in intact if _needed_by(self.document, id) <= intact}
        try:
            found = rescue(copy)
        except NothingToRecoverError:
            assert not intact, f"{what}: nothing recovered"
            return
        as_it_was = {id for id in intact if _is_same(found.document, self.document, id)}
        assert not intact - as_it_was, f"{what}: {sorted(intact - as_it_was)} not recovered"
        here = sum(record.id in found.document for record in self.document)
        assert here == len(self.document) or found.losses, f"{what}: says nothing of what is missing"
        self.figures.intact += len(intact)
        self.figures.recovered += len(as_it_was)
        self.figures.found[damage.__name__] += round(1000 * here / len(self.document))


def _is_named_by_check(path: Path) -> bool:
    try:
        return not check(path).is_sound
    except ProjectFileError:
        return True


def _needed_by(document: Document, id: Id) -> set[Id]:
    """The records without which one makes no sense: the notes of a relation."""
    record = document.get(Record, id)
    fields = [field for field in record.mentions if type(record).model_fields[field].is_required()]
    return {named for field in fields for named in record.mentioned(field)}


def _is_same(found: Document, sound: Document, id: Id) -> bool:
    """Whether a record is as it was, put aside where it stands and what it names: those may be lost."""
    one, other = found.find(id), sound.find(id)
    if one is None or other is None or type(one) is not type(other):
        return False
    aside = {"position", *type(one).parents, *type(one).mentions}
    return one.model_dump(exclude=aside) == other.model_dump(exclude=aside)


def _pages_of_records(path: Path, document: Document) -> dict[Id, int]:
    """The page on which each record's row stands."""
    found: dict[Id, int] = {}
    with path.open("rb") as file:
        pages = Pages(file, USUAL_SIZE, path.stat().st_size)
        unused = pages.free()
        for number in range(1, pages.count + 1):
            for row in pages.rows(number) if number not in unused else ():
                if row and row.values and isinstance(id := row.values[0], str) and id in document:
                    assert len(row.values) != len(HISTORY.columns) or id
                    found[id] = row.page
    assert len(found) == len(document)
    return found


def _pages(content: bytearray) -> int:
    return -(-len(content) // USUAL_SIZE)
