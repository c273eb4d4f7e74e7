"""Finds the sentences that are marked in the code: the calls of the functions in `app/language/phrases.py`.

Babel's own reader of Python does not look into f-strings below Python 3.12, and passes over a sentence that
is pieced together; this one reads the syntax tree, and refuses what nobody could translate.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SENTENCES = {
    "tr": (None, 0, None),
    "phrase": (None, 0, None),
    "tr_plural": (None, 0, 1),
    "phrase_plural": (None, 0, 1),
    "tr_context": (0, 1, None),
    "phrase_context": (0, 1, None),
}
"""Which argument is the context, the sentence, and its plural."""
MARKERS = Path("app/language/phrases.py")


class Marked(NamedTuple):
    """A sentence with its place in the code."""

    sentence: str
    plural: str | None
    context: str | None
    place: str


class NotPlainError(Exception):
    """A sentence is not there as it is, so that no catalogue could have it."""


def marked_sentences(top: Path) -> Iterator[Marked]:
    """Every marked sentence in `app/`. Raises NotPlainError, with the place, where one is pieced together."""
    for path in sorted((top / "app").rglob("*.py")):
        place = path.relative_to(top)
        if place != MARKERS:
            yield from _in(ast.parse(path.read_text(encoding="utf-8")), place)


def _in(tree: ast.Module, path: Path) -> Iterator[Marked]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SENTENCES:
            place = f"{path}:{node.lineno}"
            context, sentence, plural = SENTENCES[node.func.id]
            yield Marked(
                _plain(node, sentence, place),
                None if plural is None else _plain(node, plural, place),
                None if context is None else _plain(node, context, place),
                place,
            )


def _plain(call: ast.Call, index: int, place: str) -> str:
    argument = call.args[index] if index < len(call.args) else None
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise NotPlainError(f"{place}: the sentence must stand in the call as it is.")
