"""The minutes of the day on pages: cards that flow into columns, as those of a persona sheet."""

from collections.abc import Iterable, Iterator, Sequence

from app.drawing.card_pages import CardPages, Drawn, draw_card_pages
from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.flow import BODY, GAP, Group, Item, Words
from app.drawing.fonts import in_its_font
from app.drawing.text import text_block
from app.drawing.theme import INK, SECONDARY, SUBTITLE, TITLE, Colour
from app.language.phrases import tr, tr_context, tr_plural
from app.model.analysis.minutes import Changed, ItemUsed, Minutes, Result, ToDo
from app.model.analysis.minutes_words import about, candidate_in_words, who_was_there
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.text import one_line

_LABEL, _RANK = 96.0, 40.0
_TITLES = TITLE._replace(size=34)
_FIRST = 3
"""Ranks that stand out."""


@in_its_language
@in_its_font
def draw_minutes(document: Document, minutes: Minutes, width: float, height: float | None) -> CardPages:
    """Minutes on pages of a size, or, without a height, on one page as high as it takes."""
    head = _head(minutes, width)
    return draw_card_pages(head, list(_groups(minutes)), width, height, document.style)


def _head(minutes: Minutes, width: float) -> Drawn:
    blocks = [
        (text_block(minutes.title, _TITLES, width), INK),
        (text_block(tr("Workshop on {day}", day=minutes.day), SUBTITLE, width), SECONDARY),
    ]
    if there := who_was_there(minutes):
        blocks.append((text_block(there, BODY, width), SECONDARY))
    y, drawn = 0.0, list[Batch]()
    for block, ink in blocks:
        drawn.append(Texts([PlacedText(0, y, block)], ink))
        y += block.height + 4
    return Drawn(y + GAP / 2, tuple(drawn))


def _groups(minutes: Minutes) -> Iterator[Group]:
    yield _group(tr("Agenda"), "clock", _items(minutes.items))
    for result in minutes.results:
        yield _group(result.question or tr_context("in a workshop", "Vote"), "hand", _result(result))
    yield _group(tr("Do first"), "target", _to_do(minutes.first))
    yield _group(tr("Decided"), "circle-check", _listed(minutes.decisions))
    yield _group(tr("Nobody answers for these yet"), "user", _listed(minutes.without_owner))
    yield _group(tr("Parking lot"), "clipboard-list", _listed(minutes.parked))
    yield _group(tr("What changed"), "history", _changes(minutes.changes))


def _group(title: str, icon: str, items: Iterable[Item]) -> Group:
    return Group(title, icon, tuple(items))


def _items(items: Sequence[ItemUsed]) -> Iterator[Item]:
    """Each with its minutes before it: "22 / 20", used and planned."""
    if items:
        yield Words(tr("Minutes used / planned"), ink=SECONDARY)
    for one in items:
        yield _labelled(f"{one.used} / {one.planned}", one.title)


def _result(result: Result) -> Iterator[Item]:
    yield Words(about(result), ink=SECONDARY, is_heading=True)
    if not result.ranking:
        yield Words(tr("The counts were not revealed."))
    for one in result.ranking:
        said = tr_plural(
            "{text}: {count} hand", "{text}: {count} hands", one.hands, text=candidate_in_words(one)
        )
        ink = INK if one.rank <= _FIRST and one.hands else SECONDARY
        yield _labelled(f"{one.rank}.", said, ink, _RANK)


def _to_do(found: Sequence[ToDo]) -> Iterator[Item]:
    for one in found:
        yield Words(one_line(one.text), above=6, indent=22, sign="dot", is_heading=True)
        due = tr("due {day}", day=one.due) if one.due else ""
        said = " · ".join(filter(None, (one.stage, one.owner, due)))
        if said:
            yield Words(said, ink=SECONDARY, indent=22)


def _listed(texts: Iterable[str]) -> Iterator[Item]:
    return (Words(one_line(text), above=6, indent=22, sign="dot") for text in texts)


def _changes(changes: Sequence[Changed]) -> Iterator[Item]:
    for one in changes:
        yield Words(str(one.name), above=6, indent=22, sign="dot", is_heading=True)
        yield Words(str(one.what), ink=SECONDARY, indent=22)


def _labelled(label: str, text: str, ink: Colour = INK, indent: float = _LABEL) -> Words:
    return Words(one_line(text), ink=ink, above=6, indent=indent, label=text_block(label, BODY))
