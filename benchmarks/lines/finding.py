"""Finding as one types: all texts that hold the words, once the map has been read."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

from app.model.finding.search import Search
from app.model.records import Note
from benchmarks.ground import Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.measuring import timed

_TYPED = ("dr", "dri", "driv", "drive")


@contextmanager
def _finding(ground: Ground) -> Iterator[Pair]:
    document = ground.document()
    search = Search(document)
    texts = [note.text.casefold() for note in document.all(Note)]
    ours, floor = cycle(_TYPED), cycle(_TYPED)

    def find() -> None:
        search.find(next(ours))

    def look() -> None:
        words = next(floor)
        found = 0
        for text in texts:
            if text.find(words) >= 0:
                found += 1

    yield Pair(timed(find), timed(look))


LINES = (Line("find", "find as you type", "str.find over all texts", _finding, Goal(3)),)
