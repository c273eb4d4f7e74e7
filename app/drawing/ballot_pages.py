"""A ballot on pages: what can be voted for, numbered as in the round, to be circled and handed in."""

from collections.abc import Iterator

from app.drawing.card_pages import CardPages, Drawn, draw_card_pages
from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.flow import BODY, GAP, Group, Item, Words
from app.drawing.fonts import in_its_font
from app.drawing.text import text_block
from app.drawing.theme import INK, SECONDARY, SUBTITLE, TITLE
from app.language.phrases import tr, tr_context, tr_plural
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import Round
from app.model.text import one_line

_LABEL = 52.0
_TITLES = TITLE._replace(size=40)
_LINE = BODY._replace(size=25)
_ABOVE = 12.0


@in_its_language
@in_its_font
def draw_ballot(document: Document, round: Round, width: float, height: float | None) -> CardPages:
    """A ballot on pages of a size, or, without a height, on one page as high as it takes."""
    title = tr("Candidates")
    group = Group(title, "hand", tuple(_lines(round)))
    return draw_card_pages(_head(document, round, width), [group], width, height, document.style)


def _head(document: Document, round: Round, width: float) -> Drawn:
    asked = round.question or tr_context("in a workshop", "Vote")
    how = tr_plural("Circle {count} number.", "Circle {count} numbers.", round.votes_each)
    blocks = [
        (text_block(asked, _TITLES, width), INK),
        (text_block(how, SUBTITLE, width), INK),
        (text_block(document.project.name, SUBTITLE, width), SECONDARY),
    ]
    y, drawn = 0.0, list[Batch]()
    for block, ink in blocks:
        if block.text:
            drawn.append(Texts([PlacedText(0, y, block)], ink))
            y += block.height + 6
    return Drawn(y + GAP / 2, tuple(drawn))


def _lines(round: Round) -> Iterator[Item]:
    for number, one in enumerate(round.candidates, 1):
        label = text_block(str(number), _LINE._replace(weight=700))
        yield Words(one_line(one.text), style=_LINE, above=_ABOVE, indent=_LABEL, label=label)
        if one.stage:
            yield Words(one.stage, ink=SECONDARY, indent=_LABEL)
