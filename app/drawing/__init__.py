"""What a map looks like: theme, text, layout and the display list that screen and paper both paint.

QtGui for fonts and text only; no widgets.
"""
