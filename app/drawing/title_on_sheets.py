"""The title block of a poster that is put together from sheets: what stands on each of them, whole.

Title, personas and facts are shared out in their order, so that the block is as low as can be; what then has
height to spare on its sheet is set larger.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.facts import Fact, facts_of, lay_out_facts
from app.drawing.seams import sheets_between
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, balanced
from app.drawing.theme import INK, SECONDARY, TextStyle
from app.drawing.title_logos import logos_part
from app.drawing.title_parts import Frame, TitlePart, column
from app.drawing.title_personas import MOST_PERSONAS, personas_part
from app.language.phrases import phrase
from app.model.records import JourneyMap, Persona, Picture
from app.model.text import one_line

_APART = 0.9
"""How many times the size of notes lies between what stands one below the other on a sheet."""
_LINES = (
    (1, (1.0, 0.92, 0.84, 0.76)),
    (2, (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)),
    (3, (0.8, 0.72, 0.64, 0.56)),
    (4, (0.64, 0.56, 0.5)),
)
"""How many lines a title takes, the fewest first, and the shares of its size that are tried for that."""
_SMALLEST = 0.5
_LARGER, _LARGER_TITLE = (1.6, 1.45, 1.3, 1.15, 1.0), (1.15, 1.0)
"""How many times as large as usual words are set on a sheet that has room for it, and the title."""
_UNEVEN = 4
"""The power of heights whose sum is least: sheets are then about equally full, and none is much higher."""
_GROWING = ("title", "scenario", "persona_name", "persona_quote", "detail", "label")


class _Told(NamedTuple):
    """Neighbours in the block, as they stand on one sheet."""

    title: JourneyMap | None = None
    personas: tuple[Persona, ...] = ()
    facts: tuple[Fact, ...] = ()
    logos: tuple[Picture, ...] = ()
    with_lists: bool = False
    """Whether what personas want and fear is told as well."""

    def joined(self, other: "_Told") -> "_Told":
        return _Told(
            self.title or other.title,
            self.personas + other.personas,
            self.facts + other.facts,
            self.logos + other.logos,
            self.with_lists or other.with_lists,
        )


def part_on_sheets(
    journey_map: JourneyMap,
    personas: Sequence[Persona],
    logos: Sequence[Picture],
    seams: Sequence[float],
    room: float,
    sizes: Sizes,
) -> TitlePart:
    """The block over a width that sheets divide at `seams`, both from the edge at which reading begins."""
    told = list(_in_order(journey_map, personas, logos))
    sheets = sheets_between(seams, room)
    rooms = [sheet.end - sheet.begin for sheet in sheets]
    shared = _shared([_set(each, min(rooms), sizes).height for each in told], len(sheets))
    columns = [_together(told[some.start : some.stop]) for some in shared]
    usual = [_set(each, wide, sizes) for each, wide in zip(columns, rooms, strict=False)]
    height = max(part.height for part in usual)
    block = TitlePart(room, height)
    for each, sheet in zip(columns, sheets, strict=False):
        part = _grown(each, sheet.end - sheet.begin, height, sizes)
        block = block.joined(part.moved(sheet.begin, 0))
    return block


def _in_order(
    journey_map: JourneyMap, personas: Sequence[Persona], logos: Sequence[Picture]
) -> Iterator[_Told]:
    yield _Told(title=journey_map)
    for persona in personas[:MOST_PERSONAS]:
        yield _Told(personas=(persona,), with_lists=journey_map.shows_personas)
    yield from (_Told(facts=(fact,)) for fact in facts_of(journey_map))
    if logos:
        yield _Told(logos=tuple(logos))


def _together(some: Sequence[_Told]) -> _Told:
    told = _Told()
    for each in some:
        told = told.joined(each)
    return told


def _shared(heights: Sequence[float], sheets: int) -> list[range]:
    """Which neighbours stand on which sheet, from the first on."""

    @cache
    def best(first: int, left: int) -> tuple[float, tuple[int, ...]]:
        if first == len(heights):
            return 0.0, ()
        ends = range(first + 1, len(heights) + 1) if left > 1 else [len(heights)]
        found = []
        for end in ends:
            cost, others = best(end, left - 1)
            found.append((sum(heights[first:end]) ** _UNEVEN + cost, (end, *others)))
        return min(found)

    ends = best(0, sheets)[1]
    return [range(*pair) for pair in zip((0, *ends), ends, strict=False)]


def _grown(told: _Told, room: float, height: float, sizes: Sizes) -> TitlePart:
    """What stands on a sheet, in the largest type in which it is no higher than the block."""
    for times in _LARGER if told.title is None else _LARGER_TITLE:
        part = _set(told, room, _larger(sizes, times), height)
        if part.height <= height and not any(words.block.cuts for words in part.words):
            return part
    return _set(told, room, sizes)


def _larger(sizes: Sizes, times: float) -> Sizes:
    if times == 1.0:
        return sizes
    styles: dict[str, TextStyle] = {name: getattr(sizes, name) for name in _GROWING}
    return sizes.with_styles(
        {name: style._replace(size=round(times * style.size)) for name, style in styles.items()}
    )


def _set(told: _Told, room: float, sizes: Sizes, height: float = 0.0) -> TitlePart:
    """All of it, one below the other; the cards of personas who stand alone as high as the block."""
    parts = []
    if told.title is not None:
        parts.append(_title(told.title, room, sizes))
    for persona in told.personas:
        alone = height if told == _Told(personas=told.personas, with_lists=told.with_lists) else 0.0
        parts.append(_persona(persona, told.with_lists, room, alone / len(told.personas), sizes))
    if told.facts:
        facts = lay_out_facts(told.facts, room, 0.0, sizes)
        parts.append(TitlePart(facts.width, facts.height, facts.words))
    if told.logos:
        parts.append(logos_part(list(told.logos), room, sizes))
    part, y, gap = TitlePart(), 0.0, _APART * sizes.detail.size
    for each in parts:
        part = part.joined(each.moved(0, y))
        y += each.height + gap
    return part._replace(width=room, height=max(y - gap, 0.0))


def _title(journey_map: JourneyMap, room: float, sizes: Sizes) -> TitlePart:
    lines = [
        (_title_in_lines(journey_map.title, sizes.title, room), INK),
        (balanced(one_line(journey_map.scenario), sizes.scenario, room), SECONDARY),
    ]
    return column([(block, ink) for block, ink in lines if block.text.strip()])


def _title_in_lines(text: str, style: TextStyle, room: float) -> TextBlock:
    """A title in few lines that stand on one sheet, smaller where that helps."""
    for most, shares in _LINES:
        for share in shares:
            block = balanced(text, style._replace(size=round(share * style.size)), room)
            if block.line_count <= most and not block.cuts:
                return block
    return balanced(text, style._replace(size=round(_SMALLEST * style.size)), room)


def _persona(persona: Persona, with_lists: bool, room: float, height: float, sizes: Sizes) -> TitlePart:
    """A persona's card across a sheet."""
    part = personas_part([persona], room, height, sizes)
    if with_lists and (lists := list(_lists(persona))):
        facts = lay_out_facts(lists, room - 2 * sizes.detail.size, 0.0, sizes)
        along, top = sizes.detail.size * 0.75, part.height
        words = tuple(each.moved(along, top) for each in facts.words)
        part = part.joined(TitlePart(words=words))._replace(height=top + facts.height + along)
    higher = max(height, part.height)
    card = Frame(QRectF(0, 0, room, higher))
    pills = tuple(frame for frame in part.frames if frame.is_pill)
    placed = part._replace(frames=pills).moved(0, (higher - part.height) / 2)
    return placed._replace(width=room, height=higher, frames=(card, *placed.frames))


def _lists(persona: Persona) -> Iterator[Fact]:
    """What a persona wants, and what they fear."""
    for label, items in (
        (phrase("Goals"), persona.goals or persona.needs),
        (phrase("Frustrations"), persona.frustrations),
    ):
        if items:
            yield Fact(label, one_line(" · ".join(items)))
