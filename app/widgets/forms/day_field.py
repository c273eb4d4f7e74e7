"""A field for a day of the calendar: typed in any way that people write one, picked, or left empty."""

import re
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget, QWidgetAction

from app.language.days import read_day, typed_day, written_day
from app.language.phrases import tr
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words
from app.widgets.forms.field import Field
from app.widgets.forms.text_fields import LineEdit, show_text

_WHOLE = re.compile(r".*\d{4}|\d{4}-\d\d-\d\d|.*\d\s*[日号號일]")
"""How a day ends to which nothing can be added: with its year, as it is kept, or with the sign of a day."""
_EXAMPLE = date(2026, 12, 31)


class DayField(Field):
    """Tells a day once it is whole. What is no day stays, with a sentence below it, until it is one."""

    merges = True

    def __init__(self) -> None:
        box = QWidget()
        self.line = _DayLine(typed_day(_EXAMPLE))
        self.calendar = _calendar_button()
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setProperty("role", "trouble")
        self.trouble.hide()
        self._day: object = None
        super().__init__(box)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.calendar)
        column = self.layout()
        assert column is not None
        column.addWidget(self.trouble)
        set_focus_proxy(self, self.line)
        self.line.textEdited.connect(self._emit_edited)
        self.line.editingFinished.connect(self._end)
        self.line.installEventFilter(self)
        self.calendar.clicked.connect(self._open_calendar)

    def show_value(self, value: object) -> None:
        if value != self._day:
            self.trouble.hide()
        is_refused = not self.trouble.isHidden()
        if value != self._day or not (self.line.hasFocus() or is_refused):
            self._day = value
            show_text(self.line, _typed(value))

    def show_mixed(self) -> None:
        self._day = None
        if not self.line.hasFocus():
            self.line.clear()

    def begin_anew(self) -> None:
        self.trouble.hide()
        self._day = None
        self.line.setText("")

    def name_parts(self, label: str) -> None:
        self.calendar.setAccessibleName(tr("{field}: pick a day", field=label))

    def select_all(self) -> None:
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the calendar, as it opens the list of a box to choose from."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_key = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_key:
            self._open_calendar()
        return is_key

    def _emit_edited(self, text: str) -> None:
        """Of what is being typed only what is whole: "2026-2-3" may go on to "2026-2-30", which is no day."""
        if not text.strip() or _WHOLE.fullmatch(text.strip()):
            self._take(text)

    def _take(self, text: str) -> None:
        day = read_day(text)
        if day is not None or not text.strip():
            self.trouble.hide()
            is_other, self._day = str(day or "") != str(self._day or ""), str(day) if day else None
            if is_other or not text.strip():
                self.edited.emit(self._day)

    def _end(self) -> None:
        text = self.line.text().strip()
        if not text or read_day(text) is not None:
            if self.line.isModified():
                self._take(text)
            self.trouble.hide()
            show_text(self.line, _typed(self._day))
        elif self.line.isModified():
            self.trouble.setText(_sentence(text, self._day))
            self.trouble.show()
            self.refused.emit(self.trouble.text())
        self.line.setModified(False)
        self.ended.emit()

    def _open_calendar(self) -> None:
        menu = QMenu(self.calendar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(tr("Calendar"))
        if isinstance(self._day, str):
            calendar.setSelectedDate(QDate.fromString(self._day, Qt.DateFormat.ISODate))
        for picked in (calendar.clicked, calendar.activated):
            picked.connect(lambda day: self._pick(day, menu))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()

    def _pick(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.setText(_typed(day.toString(Qt.DateFormat.ISODate)))
        self._take(self.line.text())
        self.ended.emit()


class _DayLine(LineEdit):
    @property
    def is_half_typed(self) -> bool:
        return bool(self.text().strip()) and read_day(self.text()) is None


def _calendar_button() -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("calendar", size=16))
    button.setIconSize(icon_size(16))
    button.setProperty("role", "small")
    button.setToolTip(tr("Pick a day from a calendar ({key} in the field)", key=key_words("Alt+Down")))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _typed(day: object) -> str:
    known = read_day(day) if isinstance(day, str) else None
    return typed_day(known) if known else str(day or "")


def _in_words(day: str) -> str:
    known = read_day(day)
    return written_day(known) if known else day


def _sentence(text: str, day: object) -> str:
    if isinstance(day, str):
        return tr(
            "“{text}” is no day of the calendar with its year, such as {example}. Until then it is {day}.",
            text=text,
            example=written_day(_EXAMPLE),
            day=_in_words(day),
        )
    return tr(
        "“{text}” is no day of the calendar with its year, such as {example}. Until then there is none.",
        text=text,
        example=written_day(_EXAMPLE),
    )
