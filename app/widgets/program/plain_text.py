"""The one way in which the window shows words: as they are. None of them is markup, whoever wrote it.

Qt guesses: what looks like HTML to it, in a label, a tooltip or a box, is rendered as such, and a picture in
it is fetched from wherever it says. Words come from strangers' projects, files and clipboards. The rule below
reaches every label of the program before its words do, also those in Qt's own tooltips and boxes.
"""

RULE = "QLabel, QToolTip { qproperty-textFormat: PlainText; }\n"
"""The beginning of the program's style sheet."""
