"""What frames a map – its goal, scope, owner … – in columns, with a small label over each.

What is told in sentences (goal, expectations, scope …) can stand elsewhere than what is told in a word or two
(type, status, owner …).
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from app.drawing.set_words import SetWords
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import INK, SECONDARY
from app.language.days import written_iso_day
from app.language.phrases import Phrase, phrase
from app.language.words import capitalised
from app.model.nouns import word
from app.model.records import JourneyMap
from app.model.text import one_line

_NARROWEST, _WIDEST = 12.0, 24.0
"""How many times the size of its text a column is wide at least and, where more have room, at most."""
_BETWEEN = 2.0
"""How many times that size lies between columns."""
_GAP = 14.0
"""Between facts that stand one below the other."""


class Fact(NamedTuple):
    label: Phrase
    text: str
    is_short: bool = False
    """Whether it is told in a word or two on every map."""


class Facts(NamedTuple):
    """Facts laid out from (0, 0)."""

    width: float
    height: float
    words: tuple[SetWords, ...]


class _Placed(NamedTuple):
    label: TextBlock
    text: TextBlock

    @property
    def height(self) -> float:
        return self.label.height + self.text.height


def facts_of(journey_map: JourneyMap) -> list[Fact]:
    """What is known of a map, beside its title and scenario."""
    review = written_iso_day(journey_map.review)
    map_type = word("type", journey_map.type)
    status = word("map status", journey_map.status) if journey_map.status else ""
    sentences = (
        (phrase("Goal"), journey_map.goal),
        (phrase("Expectations"), journey_map.expectations),
        (phrase("Scope"), journey_map.scope),
        (phrase("Objectives"), ", ".join(journey_map.objectives)),
    )
    short = (
        (phrase("Type"), capitalised(map_type)),
        (phrase("Status"), capitalised(status)),
        (phrase("Period"), journey_map.period),
        (phrase("Owner"), journey_map.owner),
        (phrase("Version"), journey_map.version),
        (phrase("Next review"), review),
    )
    found = [Fact(label, one_line(text)) for label, text in sentences]
    found += [Fact(label, one_line(text), is_short=True) for label, text in short]
    return [fact for fact in found if fact.text]


def lay_out_facts(facts: Sequence[Fact], width: float, height: float, sizes: Sizes) -> Facts:
    """The facts over a width, in the fewest columns that are no higher than `height`, or all that fit.

    Rather than that a word is cut there are fewer, and higher ones.
    """
    size = sizes.detail.size
    between = _BETWEEN * size
    most = min(len(facts), max(1, int((width + between) // (_NARROWEST * size + between))))
    columns: list[list[_Placed]] = []
    step = 0.0
    for count in range(min(most, ceil((width + between) / (_WIDEST * size + between))), most + 1):
        room = (width - (count - 1) * between) / count
        placed = [_placed(fact, room, sizes) for fact in facts]
        if columns and any(one.text.cuts for one in placed):
            break
        columns, step = _balanced(placed, count), room + between
        if max(map(_height, columns)) <= height:
            break
    return _set(columns, step)


def least_width_of_facts(sizes: Sizes) -> float:
    """The least width in which facts are laid out well: a column."""
    return _NARROWEST * sizes.detail.size


def _placed(fact: Fact, room: float, sizes: Sizes) -> _Placed:
    return _Placed(text_block(str(fact.label), sizes.label, room), text_block(fact.text, sizes.detail, room))


def _balanced(facts: Sequence[_Placed], count: int) -> list[list[_Placed]]:
    """The facts, in their order, in at most so many columns of the least height."""
    heights = sorted(
        _height(facts[first:last]) for first in range(len(facts)) for last in range(first + 1, len(facts) + 1)
    )
    broken = (_broken(facts, height) for height in heights)
    return next(columns for columns in broken if len(columns) <= count)


def _broken(facts: Sequence[_Placed], height: float) -> list[list[_Placed]]:
    """Columns that go on as long as they are no higher than that."""
    columns: list[list[_Placed]] = [[]]
    for fact in facts:
        if columns[-1] and _height([*columns[-1], fact]) > height + 1e-6:
            columns.append([])
        columns[-1].append(fact)
    return columns


def _height(column: Sequence[_Placed]) -> float:
    return sum(placed.height for placed in column) + _GAP * max(len(column) - 1, 0)


def _set(columns: Sequence[Sequence[_Placed]], step: float) -> Facts:
    words = []
    for index, column in enumerate(columns):
        y = 0.0
        for placed in column:
            words.append(SetWords(index * step, y, placed.label, SECONDARY))
            words.append(SetWords(index * step, y + placed.label.height, placed.text, INK))
            y += placed.height + _GAP
    width = max(each.beginning + each.block.width for each in words)
    return Facts(width, max(map(_height, columns)), tuple(words))
