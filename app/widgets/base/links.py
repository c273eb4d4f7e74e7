"""Opening the addresses of notes and documents: pages and mailboxes at once, files only after asking."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.language.phrases import tr
from app.model.addresses import encoded, opening, refusal, shown_address, whole_address
from app.widgets.base.overlays.overlay import Overlay

Open = Callable[[str], object]


def open_in_system(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


class FileQuestion(Overlay):
    """Asks before a file is opened: a map may come from anybody."""

    def __init__(self, window: QWidget, address: str, open_address: Open = open_in_system) -> None:
        super().__init__(window, width=460)
        question = QLabel(
            tr("Open the file “{file}”? Open only files that you trust.", file=shown_address(address))
        )
        question.setWordWrap(True)
        self.column.addWidget(question)
        for text, act in ((tr("Cancel"), None), (tr("Open file"), partial(open_address, address))):
            button = QPushButton(text)
            button.setAccessibleName(text)
            button.clicked.connect(partial(self._answer, act))
            self.put_answers(button)

    def _answer(self, act: Callable[[], object] | None, *_: object) -> None:
        self.dismiss()
        if act is not None:
            act()


def follow(
    address: str,
    show_message: Callable[[str], object],
    ask: Callable[[str], object],
    open_address: Open = open_in_system,
) -> None:
    """Open an address, ask first, or tell why it is not opened."""
    whole = whole_address(address)
    match opening(whole):
        case "open":
            open_address(encoded(whole))
        case "ask":
            ask(whole)
        case "refuse":
            show_message(str(refusal(address)))
