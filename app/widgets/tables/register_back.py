"""Brings back an action register that others filled in: shows what is new, and keeps it as one step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.formats.format import FormatError, reason
from app.formats.tables.grids.own_lists import REGISTER_SUFFIX
from app.formats.xlsx.register_file import holds_register, register_in
from app.formats.xlsx.register_update import RegisterUpdate, register_update
from app.language.phrases import Phrase, phrase, tr, tr_plural
from app.limits import LARGEST_TABLE_FILE
from app.model.change import Change
from app.model.document import Document
from app.paths import open_file
from app.widgets.base.background_work import beside, do_in_steps
from app.widgets.shell import Shell
from app.widgets.tables.register_question import RegisterQuestion


def bring_in_register(window: Shell, path: Path, otherwise: Callable[[], object]) -> None:
    """Bring a register back, or do otherwise where the file holds none."""
    if path.suffix.casefold() != REGISTER_SUFFIX:
        otherwise()
        return

    def go_on(found: RegisterUpdate | Phrase | None) -> None:
        match found:
            case None:
                otherwise()
            case Phrase():
                window.show_message(str(found))
            case _:
                _ask(window, path.name, found)

    document = window.editor.document.copy()
    sentence = tr("Reading {name}…", name=path.name)
    do_in_steps(window, sentence, beside(partial(_update, document, path)), go_on)


def _update(document: Document, path: Path) -> RegisterUpdate | Phrase | None:
    """What a file changes; None where it holds no register, which another reader then says in its words."""
    try:
        with open_file(path) as stream:
            data = stream.read(LARGEST_TABLE_FILE + 1)
        register = register_in(data) if holds_register(data) else None
    except FormatError:
        return None
    except OSError as error:
        return phrase("“{path}” cannot be read: {reason}.", path=str(path), reason=reason(error))
    if register is None:
        return None
    update = register_update(document, register)
    return update if update.is_of_this_project else None


def _ask(window: Shell, name: str, update: RegisterUpdate) -> None:
    if not update.updates and not update.left:
        window.show_message(tr("“{file}” says nothing new: the project holds all of it.", file=name))
        return
    window.show_overlay(lambda: RegisterQuestion(window.widget, name, update, lambda: _keep(window, update)))


def _keep(window: Shell, update: RegisterUpdate) -> None:
    count = len(update.updates)
    sentence = tr_plural(
        "Updated {count} value of the action register.",
        "Updated {count} values of the action register.",
        count,
    )

    def show(_: Change) -> None:
        window.canvas.setFocus()
        window.show_message(sentence, True)

    window.editor.do(update.change, then=show)
