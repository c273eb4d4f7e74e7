"""What the keys do in each state of a show, as the presenter's screen says it."""

from collections.abc import Mapping
from typing import NamedTuple

from app.language.phrases import Phrase, phrase, phrase_context
from app.workshop.show import Mode, Show


class Key(NamedTuple):
    """A key, or some that are pressed together, and what comes of it."""

    keys: tuple[Phrase | str, ...]
    does: Phrase


class KeyRow(NamedTuple):
    name: Phrase
    keys: tuple[Key, ...]


_CTRL, _SHIFT = phrase_context("key", "Ctrl"), phrase_context("key", "Shift")
_PAGE_DOWN = phrase_context("key", "Page Down")
_SPACE = phrase_context("key", "Space")
_ENTER, _TAB, _ESC = (
    phrase_context("key", "Enter"),
    phrase_context("key", "Tab"),
    phrase_context("key", "Esc"),
)
_BACK = Key((_ESC,), phrase("back to showing"))

_SWAP, _TO_STAGE = Key(("X",), phrase("swap screens")), Key(("3",), phrase("to stage 3"))
_DOT = Key((_CTRL,), phrase("red dot"))
_RARE = (_TO_STAGE, _DOT)
"""Keys that give way to those of the clock, where there is one."""
_CLOCK = (Key(("+",), phrase("1 min")), Key(("C",), phrase("hold clock")))
_MORE = Key((_CTRL, _SHIFT, "M"), phrase("1 min more"))

_SHOWING = (
    Key((_PAGE_DOWN,), phrase("next")),
    _TO_STAGE,
    Key(("B",), phrase("black")),
    Key(("E",), phrase("write")),
    Key(("V",), phrase("vote")),
    Key(("M",), phrase("place")),
    Key(("L",), phrase("spotlight")),
    Key(("R",), phrase("uncover")),
    Key(("P",), phrase("parking lot")),
    _DOT,
    _SWAP,
    Key(("F1",), phrase("all keys")),
    Key((_ESC, _ESC), phrase("end")),
)
_WRITING = (
    Key((_ENTER,), phrase("next note")),
    Key((_TAB,), phrase("next stage")),
    Key(("3>",), phrase("to stage 3")),
    Key(("p>",), phrase("parks it")),
    Key((phrase_context("key", "Alt"), "1–8"), phrase("colour")),
    Key((_CTRL, _SHIFT, "B"), phrase("black")),
    Key((_CTRL, "Z"), phrase("undo")),
    _BACK,
)
WHILE_WRITING = _WRITING[:4]
"""What the room is told as well, since it sees what comes of it."""
_VOTING = (
    Key(("4", _ENTER), phrase("four hands")),
    Key(("7", _SPACE, "4", _ENTER), phrase("number 7, four hands")),
    Key((_PAGE_DOWN,), phrase("call the next")),
    Key(("+", "−"), phrase("a hand more, or less")),
    Key((_SPACE, _SPACE), phrase("reveal")),
    Key((_CTRL, "Z"), phrase("undo")),
    _BACK,
)
_PLACING = (
    Key((_TAB,), phrase("next note")),
    Key((phrase_context("keys", "Arrows"),), phrase("move it")),
    Key((phrase_context("key", "Delete"),), phrase("back to the tray")),
    Key((_ENTER,), phrase("put it down")),
    Key((_PAGE_DOWN,), phrase("next that waits")),
    Key((_CTRL, "Z"), phrase("undo")),
    _BACK,
)
WHILE_PLACING = _PLACING[:3]
"""What the room is told as well."""
_BLANK = (Key((phrase("any key"),), phrase("brings the picture back")),)
_KEYS: Mapping[Mode, tuple[Key, ...]] = {
    "showing": _SHOWING,
    "writing": _WRITING,
    "voting": _VOTING,
    "placing": _PLACING,
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
    showing = tuple(key for key in _SHOWING if key not in _RARE) if has_clock else _SHOWING
    at = showing.index(_SWAP)
    showing = (*showing[:at], *_CLOCK, *showing[at:]) if has_clock else showing
    if show.mode not in _KEYS or show.mode == "showing":
        return (KeyRow(state_name(show), showing),)
    keys = _KEYS[show.mode]
    row = KeyRow(state_name(show), (*keys[:-2], _MORE, *keys[-2:]) if has_clock else keys)
    return row, KeyRow(phrase("After Esc"), showing)


def state_name(show: Show) -> Phrase:
    """What the room has before it, in a word."""
    return phrase("Black") if show.is_blank else NAMES[show.mode]
