"""The bar and the details of the notes that are picked, as the window knows them."""

from PySide6.QtCore import QObject

from app.widgets.at_hand.details import Details
from app.widgets.at_hand.note_bar import NoteBar
from app.widgets.shell import Shell


class AtHand(QObject):
    """Makes the bar, and the details once they are asked for."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window.widget)
        self._window = window
        self.bar = NoteBar(window.canvas, window.actions_by_name)
        self.bar.tools.details_wanted.connect(self.show_details)
        self._details: Details | None = None

    @property
    def details(self) -> Details:
        if self._details is None:
            self._details = Details(self.bar)
        return self._details

    @property
    def open_details(self) -> tuple[Details, ...]:
        return (self._details,) if self._details is not None and self._details.isVisible() else ()

    def show_details(self, field: str = "") -> None:
        """Go to the details of the notes that are picked: in the inspector where that is open."""
        if not self.bar.notes:
            return
        if self._window.shows_inspector or self.bar.isHidden() or not self.details.fits:
            self._window.inspect(field or "description")
        elif self.details.isVisible() and not field:
            self.details.close_details()
        else:
            self.details.open(field)
