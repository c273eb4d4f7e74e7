"""What the keys do in each state of a show, as the presenter's screen says it."""

from collections.abc import Mapping
from typing import NamedTuple

from app.drawing.keys_in_room import CLOCK, MORE, PLACING, RARE, SHOWING, SWAP, VOTING, WRITING, Key
from app.language.phrases import Phrase, phrase
from app.workshop.show import Mode, Show


class KeyRow(NamedTuple):
    name: Phrase
    keys: tuple[Key, ...]


_BLANK = (Key((phrase("any key"),), phrase("brings the picture back")),)
_KEYS: Mapping[Mode, tuple[Key, ...]] = {
    "showing": SHOWING,
    "writing": WRITING,
    "voting": VOTING,
    "placing": PLACING,
}
NAMES: Mapping[Mode, Phrase] = {
    "off": phrase("Showing"),
    "showing": phrase("Showing"),
    "writing": phrase("Writing"),
    "voting": phrase("Voting"),
    "placing": phrase("Placing"),
}
"""What the room has before it, in a word."""


def rows_of(show: Show, has_clock: bool = False) -> tuple[KeyRow, ...]:
    """The keys of this state, and below them those after Esc; `has_clock`: where a workshop goes on."""
    if show.is_blank:
        return (KeyRow(state_name(show), _BLANK),)
    showing = tuple(key for key in SHOWING if key not in RARE) if has_clock else SHOWING
    at = showing.index(SWAP)
    showing = (*showing[:at], *CLOCK, *showing[at:]) if has_clock else showing
    if show.mode not in _KEYS or show.mode == "showing":
        return (KeyRow(state_name(show), showing),)
    keys = _KEYS[show.mode]
    row = KeyRow(state_name(show), (*keys[:-2], MORE, *keys[-2:]) if has_clock else keys)
    return row, KeyRow(phrase("After Esc"), showing)


def state_name(show: Show) -> Phrase:
    """What the room has before it, in a word."""
    return phrase("Black") if show.is_blank else NAMES[show.mode]
