"""How lists that are found by typing order what they found."""

from app.model.finding.matching import Form, folded

_FORM = Form(case=False, accents=False)

ROW_HEIGHT = 34
"""Logical pixels that a row of such a list takes."""


def rank(query: str, text: str) -> int | None:
    """How well a text answers a query, the lower the better; None where it does not.

    All words of the query must occur; at the text's beginning is best, then at a word's.
    """
    text = folded(text, _FORM).text
    worst = 0
    for word in folded(query, _FORM).text.split():
        if text.startswith(word):
            continue
        if f" {word}" in text:
            worst = max(worst, 1)
        elif word in text:
            worst = max(worst, 2)
        else:
            return None
    return worst
