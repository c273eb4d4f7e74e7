"""Keeps a spreadsheet from reckoning with words: a cell that it would take for a formula gets an apostrophe.

A note may say `=HYPERLINK(…)`, and come from anybody. Numbers stay numbers. A reader takes it off again.
"""

import re

GUARD = "'"
_FORMULA = re.compile(f"{GUARD}*(?:[\t\r]|\\s*[=+\\-@＝＋－＠])")
"""How what is taken for a formula begins, with or without apostrophes of its own."""
_NUMBER = re.compile(r"\s*[+-]\d[\d.,’\u00a0\u202f]*(?:[eE][+-]?\d+)?\s?[%€$£¥]?\s*")


def is_taken_for_a_formula(cell: str) -> bool:
    """Whether a spreadsheet would reckon with a text, or has an apostrophe to take away from it."""
    return _FORMULA.match(cell) is not None and not _NUMBER.fullmatch(cell)


def guarded(cell: str) -> str:
    """The cell as it is given to a spreadsheet."""
    return f"{GUARD}{cell}" if is_taken_for_a_formula(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell[1:] if cell.startswith(GUARD) and _FORMULA.match(cell, 1) else cell
