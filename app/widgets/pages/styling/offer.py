"""What is said of a colour that could not be told from what it lies on, and the nearest that can."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from app.drawing.styles.contrast import nearest_that_passes, unseen, value_of
from app.language.phrases import Phrase, phrase
from app.language.words import listed
from app.model.records import StyleColours
from app.widgets.pages.styling.colour_names import name_of


class Offer(NamedTuple):
    """Why a colour is not taken, and which would be."""

    sentence: Phrase
    field: str
    nearest: str | None


def offer_for(colours: StyleColours, field: str) -> Offer | None:
    """What is to be said of a colour of these; nothing where all that it has a part in is seen."""
    faults = unseen(colours, field)
    if not faults:
        return None
    worst = min(faults, key=lambda pair: pair.ratio / pair.least)
    sentence = phrase(
        "{colour} as {name} is too close to {others}: {ratio} : 1, and {least} : 1 is needed.",
        colour=value_of(colours, field),
        name=_named(field),
        others=listed(list(_others(worst.fields, field))),
        ratio=round(worst.ratio, 1),
        least=worst.least,
    )
    return Offer(sentence, field, nearest_that_passes(colours, field))


def first_offer(colours: StyleColours) -> Offer | None:
    """Of a style that came from elsewhere: the first of its colours that cannot be seen well enough."""
    for pair in unseen(colours):
        for field in sorted(pair.fields):
            found = offer_for(colours, field)
            if found is not None and found.nearest is not None:
                return found
    return None


def _others(fields: Collection[str], field: str) -> Iterator[Phrase]:
    others = sorted(set(fields) - {field})
    yield from (_named(other) for other in others)
    if not others:
        yield phrase("white")


def _named(field: str) -> Phrase:
    return phrase("“{text}”", text=name_of(field))
