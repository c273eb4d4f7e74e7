"""The presenter's sheet: the agenda with its notes to oneself, and the keys, to lie beside the keyboard."""

from collections.abc import Iterator, Sequence

from app.drawing.card_pages import CardPages, Drawn, draw_card_pages
from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.flow import BODY, GAP, Group, Item, Words
from app.drawing.fonts import in_its_font
from app.drawing.keys_in_room import CLOCK, PLACING, SHOWING, STEPPING, VOTING, WRITING, Key
from app.drawing.text import text_block
from app.drawing.theme import INK, SECONDARY, SUBTITLE, TITLE
from app.language.phrases import Phrase, phrase, tr
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import AgendaItem

_TIME, _KEY = 74.0, 178.0
_TITLES = TITLE._replace(size=34)
_STATES: tuple[tuple[Phrase, str, Sequence[Key]], ...] = (
    (phrase("In every state"), "keyboard", STEPPING),
    (phrase("Showing"), "presentation", (*SHOWING, *CLOCK)),
    (phrase("Writing"), "pencil", WRITING),
    (phrase("Voting"), "hand", VOTING),
    (phrase("Placing"), "target", PLACING),
)


@in_its_language
@in_its_font
def draw_presenter_sheet(document: Document, width: float, height: float | None) -> CardPages:
    """The sheet on pages of a size, or, without a height, on one page as high as it takes."""
    groups = [Group(tr("Agenda"), "clock", tuple(_items(document.agenda()))), *_keys()]
    return draw_card_pages(_head(document, width), groups, width, height, document.style)


def _head(document: Document, width: float) -> Drawn:
    whole = sum(item.minutes for item in document.agenda())
    hours, minutes = divmod(whole, 60)
    said = tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
    blocks = [
        (text_block(document.project.name or tr("Untitled project"), _TITLES, width), INK),
        (text_block(tr("For the presenter alone, {time}", time=said), SUBTITLE, width), SECONDARY),
    ]
    y, drawn = 0.0, list[Batch]()
    for block, ink in blocks:
        drawn.append(Texts([PlacedText(0, y, block)], ink))
        y += block.height + 4
    return Drawn(y + GAP / 2, tuple(drawn))


def _items(items: Sequence[AgendaItem]) -> Iterator[Item]:
    """Each with its minutes, what the room is asked for, and the note to oneself."""
    for item in items:
        label = tr("{minutes} min", minutes=item.minutes)
        yield Words(item.title, above=8, indent=_TIME, label=text_block(label, BODY), is_heading=True)
        for words, ink in ((item.instruction, SECONDARY), (item.reminder, INK)):
            if words.strip():
                yield Words(words, ink=ink, indent=_TIME)


def _keys() -> Iterator[Group]:
    for name, icon, keys in _STATES:
        yield Group(str(name), icon, tuple(map(_key, keys)))


def _key(key: Key) -> Item:
    pressed = "+".join(map(str, key.keys)) if _is_chord(key) else " ".join(map(str, key.keys))
    return Words(str(key.does), above=1, indent=_KEY, label=text_block(pressed, BODY))


def _is_chord(key: Key) -> bool:
    """Whether its keys are pressed together."""
    first = key.keys[0]
    return isinstance(first, Phrase) and first.one in ("Ctrl", "Shift", "Alt")
