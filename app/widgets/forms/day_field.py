"""A field for a day of the calendar, typed as 2026-11-22, or left empty."""

from datetime import date

from app.widgets.forms.field import Field
from app.widgets.forms.text_fields import LineEdit, show_text


class DayField(Field):
    """Tells a day once it is whole; what is no day when one leaves is taken back."""

    grows = True

    def __init__(self) -> None:
        self.line = LineEdit("2026-12-31")
        self._day: object = None
        super().__init__(self.line)
        self.line.textEdited.connect(self._tell)
        self.line.editingFinished.connect(self._end)

    def show_value(self, value: object) -> None:
        if value != self._day or not self.line.hasFocus():
            self._day = value
            show_text(self.line, str(value or ""))

    def show_mixed(self) -> None:
        self._day = None
        if not self.line.hasFocus():
            self.line.clear()

    def select_all(self) -> None:
        self.line.selectAll()

    def _tell(self, text: str) -> None:
        day = _day(text)
        if day is not None or not text.strip():
            self._day = day
            self.edited.emit(day)

    def _end(self) -> None:
        show_text(self.line, str(self._day or ""))
        self.ended.emit()


def _day(text: str) -> str | None:
    """The day that a text names whole."""
    text = text.strip()
    try:
        return str(date.fromisoformat(text)) if len(text) == 10 else None
    except ValueError:
        return None
