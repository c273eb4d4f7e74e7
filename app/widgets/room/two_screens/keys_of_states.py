"""What the keys do in each state of a show, as the presenter's screen says it."""

from typing import NamedTuple

from app.language.phrases import Phrase, phrase, phrase_context
from app.workshop.show import Show


class Key(NamedTuple):
    """A key, or some that are pressed together, and what comes of it."""

    keys: tuple[Phrase | str, ...]
    does: Phrase


class KeyRow(NamedTuple):
    name: Phrase
    keys: tuple[Key, ...]


_CTRL, _SHIFT = phrase_context("key", "Ctrl"), phrase_context("key", "Shift")
_PAGE_DOWN = phrase_context("key", "Page Down")
_ENTER, _TAB, _ESC = (
    phrase_context("key", "Enter"),
    phrase_context("key", "Tab"),
    phrase_context("key", "Esc"),
)

_SHOWING = (
    Key((_PAGE_DOWN,), phrase("next")),
    Key(("3",), phrase("to stage 3")),
    Key(("B",), phrase("black")),
    Key(("E",), phrase("write")),
    Key(("L",), phrase("spotlight")),
    Key(("R",), phrase("uncover")),
    Key(("P",), phrase("parking lot")),
    Key((_CTRL,), phrase("red dot")),
    Key(("X",), phrase("swap screens")),
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
    Key((_ESC,), phrase("back to showing")),
)
WHILE_WRITING = _WRITING[:4]
"""What the room is told as well, since it sees what comes of it."""
_BLANK = (Key((phrase("any key"),), phrase("brings the picture back")),)


def rows_of(show: Show) -> tuple[KeyRow, ...]:
    """The keys of this state, and below them those after Esc."""
    if show.is_blank:
        return (KeyRow(state_name(show), _BLANK),)
    if show.mode == "writing":
        return KeyRow(state_name(show), _WRITING), KeyRow(phrase("After Esc"), _SHOWING)
    return (KeyRow(state_name(show), _SHOWING),)


def state_name(show: Show) -> Phrase:
    """What the room has before it, in a word."""
    if show.is_blank:
        return phrase("Black")
    return phrase("Writing") if show.mode == "writing" else phrase("Showing")
