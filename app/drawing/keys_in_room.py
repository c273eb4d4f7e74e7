"""What keys do in each state of a room: read on the presenter's screen and on the sheet that is printed."""

from typing import NamedTuple

from app.language.phrases import Phrase, phrase, phrase_context


class Key(NamedTuple):
    """A key, or some that are pressed together, and what comes of it."""

    keys: tuple[Phrase | str, ...]
    does: Phrase


_CTRL, _SHIFT = phrase_context("key", "Ctrl"), phrase_context("key", "Shift")
_PAGE_DOWN = phrase_context("key", "Page Down")
_SPACE = phrase_context("key", "Space")
_ENTER, _TAB, _ESC = (
    phrase_context("key", "Enter"),
    phrase_context("key", "Tab"),
    phrase_context("key", "Esc"),
)
_BACK = Key((_ESC,), phrase("back to showing"))

SWAP, TO_STAGE = Key(("X",), phrase("swap screens")), Key(("3",), phrase("to stage 3"))
DOT = Key((_CTRL,), phrase("red dot"))
RARE = (TO_STAGE, DOT)
"""Keys that give way to those of the clock, where there is one."""
CLOCK = (Key(("+",), phrase("1 min")), Key(("C",), phrase("hold clock")))
MORE = Key((_CTRL, _SHIFT, "M"), phrase("1 min more"))

SHOWING = (
    Key((_PAGE_DOWN,), phrase("next")),
    TO_STAGE,
    Key(("B",), phrase("black")),
    Key(("E",), phrase("write")),
    Key(("V",), phrase("vote")),
    Key(("M",), phrase("place")),
    Key(("L",), phrase("spotlight")),
    Key(("R",), phrase("uncover")),
    Key(("P",), phrase("parking lot")),
    DOT,
    SWAP,
    Key(("F1",), phrase("all keys")),
    Key((_ESC, _ESC), phrase("end")),
)
WRITING = (
    Key((_ENTER,), phrase("next note")),
    Key((_TAB,), phrase("next stage")),
    Key(("3>",), phrase("to stage 3")),
    Key(("p>",), phrase("parks it")),
    Key((phrase_context("key", "Alt"), "1–8"), phrase("colour")),
    Key((_CTRL, _SHIFT, "B"), phrase("black")),
    Key((_CTRL, "Z"), phrase("undo")),
    _BACK,
)
WHILE_WRITING = WRITING[:4]
"""What the room is told as well, since it sees what comes of it."""
VOTING = (
    Key(("4", _ENTER), phrase("four hands")),
    Key(("7", _SPACE, "4", _ENTER), phrase("number 7, four hands")),
    Key((_PAGE_DOWN,), phrase("call the next")),
    Key(("+", "−"), phrase("a hand more, or less")),
    Key((_SPACE, _SPACE), phrase("reveal")),
    Key((_CTRL, "Z"), phrase("undo")),
    _BACK,
)
PLACING = (
    Key((_TAB,), phrase("next note")),
    Key((phrase_context("keys", "Arrows"),), phrase("move it")),
    Key((phrase_context("key", "Delete"),), phrase("back to the tray")),
    Key((_ENTER,), phrase("put it down")),
    Key((_PAGE_DOWN,), phrase("next that waits")),
    Key((_CTRL, "Z"), phrase("undo")),
    _BACK,
)
WHILE_PLACING = PLACING[:3]
"""What the room is told as well."""
STEPPING = (
    Key((_SHIFT, _PAGE_DOWN), phrase("next step")),
    Key((_SHIFT, phrase_context("key", "Page Up")), phrase("previous step")),
    Key((_CTRL, _SHIFT, "B"), phrase("black")),
    MORE,
)
"""In every state."""
