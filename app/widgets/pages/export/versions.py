"""With what earlier state of a map its poster can be compared."""

from collections.abc import Callable
from functools import cache, partial

from app.language.phrases import tr
from app.language.words import quoted
from app.model.history.history import History
from app.model.history.history_cursor import Earlier, earlier, version_at
from app.model.words import shortened
from app.session.editor import Editor
from app.storage.errors import ProjectFileError

Comparable = tuple[str, Callable[[], Earlier | None] | None]
"""Something earlier that the map can be compared with, in words, and how it is got at; or nothing."""


def versions_of(
    editor: Editor, chosen: Earlier | None, show_message: Callable[[str], object]
) -> list[Comparable]:
    """With what a map can be compared: a moment chosen before, and the versions, the newest first.

    Of a version that cannot be read any more it is told why, and nothing is compared.
    """
    history = editor.history
    versions = [(str(step.label), at) for at, step in enumerate(history.steps, 1) if step.act == "version"]
    found: list[Comparable] = [
        (str(quoted(shortened(str(label)))), cache(partial(_earlier, history, at, show_message)))
        for label, at in reversed(versions)
    ]
    return (
        [(str(chosen.name), lambda: chosen), *found]
        if chosen is not None
        else [(tr("Nothing"), None), *found]
    )


def _earlier(history: History, at: int, show_message: Callable[[str], object]) -> Earlier | None:
    try:
        return earlier(version_at(history, at), history.document)
    except ProjectFileError as error:
        show_message(str(error))
        return None
