"""The one way in which the window shows words: as they are. None of them is markup, whoever wrote it.

Qt guesses: what looks like HTML to it, in a label, a tooltip or a box, is rendered as such, and a picture in
it is fetched from wherever it says. Words come from strangers' projects, files and clipboards. The rule below
reaches every label of the program before its words do, also those in Qt's own tooltips and boxes.
"""

from textwrap import wrap

MOST_HOVERED, WIDTH = 400, 70
"""Letters of a tooltip, and of one of its lines: Qt would make it as wide as its longest line."""
_LINES = 20
RULE = "QLabel, QToolTip { qproperty-textFormat: PlainText; }\n"
"""The beginning of the program's style sheet."""


def tip(words: str) -> str:
    """Words as a tooltip: their beginning, in lines that fit on any screen."""
    short = words if len(words) <= MOST_HOVERED else f"{words[: MOST_HOVERED - 1].rstrip()}…"
    return "\n".join(
        line
        for part in short.split("\n")[:_LINES]
        for line in wrap(part, WIDTH, break_on_hyphens=False) or [""]
    )
