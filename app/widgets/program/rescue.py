"""Offers to rescue what a damaged project still holds, when it was to be opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QMessageBox, QWidget

from app.file_names import free_path, shown
from app.language.phrases import phrase_context, tr, tr_plural
from app.storage.errors import (
    BrokenContentError,
    DamagedFileError,
    NotAProjectFileError,
    NotWritableError,
    ProjectFileError,
)
from app.storage.rescue.recover import Rescue, recover
from app.widgets.base.overlays.message_box import message_box, stack_if_wide

_RESCUED = phrase_context("end of a file’s name", " (rescued{number})", number="{}")
MOST_TOLD = 12
"""Losses that are told one by one."""


def can_be_rescued(error: ProjectFileError) -> bool:
    """Whether the error is of a kind after which parts of the file may still be read."""
    return isinstance(error, DamagedFileError | BrokenContentError | NotAProjectFileError)


def offer_rescue(sentence: str, parent: QWidget | None, do: Callable[[], object]) -> QMessageBox:
    """Tell what is wrong and offer the rescue."""
    box = message_box(sentence, parent)
    rescue = box.addButton(tr("Rescue what can be read"), QMessageBox.ButtonRole.AcceptRole)
    rescue.setToolTip(tr("Put everything that can be read into a new file; this one stays as it is"))
    rescue.clicked.connect(do)
    stack_if_wide(box)
    box.open()
    return box


def rescue_report(path: Path, out: Path, found: Rescue) -> str:
    """What was rescued and what is missing, in sentences."""
    losses = [str(loss) for loss in found.losses[:MOST_TOLD]]
    if len(found.losses) > MOST_TOLD:
        more = len(found.losses) - MOST_TOLD
        losses.append(tr_plural("And {count} more.", "And {count} more.", more))
    missing = "\n".join(losses) or tr("Nothing seems to be missing.")
    said = tr(
        "What could be read of {name} is now in {new}, in the folder {folder}. Its history was left behind; "
        "{name} is as it was.",
        name=path.name,
        new=out.name,
        folder=shown(out.parent),
    )
    return f"{said}\n\n{missing}"


def recover_beside(path: Path) -> tuple[Path, Rescue]:
    """Rescue into a new file beside the damaged one; where that folder cannot be written, into the user's."""
    try:
        out = free_path(path.parent, path.stem, ".journey", otherwise=tr("Untitled"), tail=str(_RESCUED))
        return out, recover(path, out)
    except (NotWritableError, OSError):
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        Path(documents).mkdir(parents=True, exist_ok=True)
        out = free_path(Path(documents), path.stem, ".journey", otherwise=tr("Untitled"), tail=str(_RESCUED))
        return out, recover(path, out)
