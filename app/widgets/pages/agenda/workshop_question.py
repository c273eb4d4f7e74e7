"""Asks what a workshop begins with: who is there; for one in a project of its own, also which, and when."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.formats.template_agendas import template_with_agenda
from app.formats.template_titles import template_title
from app.formats.templates import template_names
from app.language.phrases import phrase, tr, tr_context
from app.model.analysis.agenda import length_in_words
from app.model.nouns import counted
from app.model.records import MOST_PEOPLE, AgendaItem
from app.widgets.base.belonging import focus_proxy, set_buddy
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.forms.choice_fields import ChoiceField, NumberField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.field import Field
from app.widgets.forms.text_fields import LineField, ListField

_USUAL = "current-state"


class AskedWorkshop(NamedTuple):
    """What was answered. Without a template it is held in the project that is open."""

    people: int = 0
    names: tuple[str, ...] = ()
    title: str = ""
    template: str = ""
    day: date | None = None

    @property
    def is_now(self) -> bool:
        """Whether it begins at once."""
        return self.day is None or self.day == date.today()


class WorkshopQuestion(Overlay):
    """Hands the answer to `then`. `is_new`: whether the workshop gets a project of its own."""

    def __init__(self, window: QWidget, then: Callable[[AskedWorkshop], object], is_new: bool) -> None:
        super().__init__(window, 460)
        self._then, self._is_new = then, is_new
        self._asked = AskedWorkshop()
        self._has_own_title = False
        self.setAccessibleName(tr("Run a workshop"))
        heading = QLabel(tr("Run a workshop") if is_new else tr("Begin the workshop"))
        heading.setProperty("role", "title")
        self.column.addWidget(heading)
        if is_new:
            self._ask_which()
        self._people = NumberField(1, MOST_PEOPLE, or_none=tr("Not set"))
        self._people.show_value(None)
        self._put(tr("People"), self._people, lambda value: self._know(people=value or 0))
        self._names = ListField(tr("One per line, where the minutes are to name them"))
        self._put(tr("Names"), self._names, self._take_names)
        self.begin = QPushButton()
        self.begin.setProperty("role", "primary")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._answer)
        cancel = self.answer_button(tr("Cancel"), tr("Close this; nothing is begun"), lambda: None)
        self.put_answers(cancel, self.begin)
        self._say_what_follows()

    def open(self) -> None:
        """Come up ready to be typed over."""
        super().open()
        (self.title if self._is_new else self._people).select_all()

    def _ask_which(self) -> None:
        today = date.today()
        self._asked = AskedWorkshop(title=_usual_title(today), template=_USUAL, day=today)
        self.title = LineField()
        self.title.show_value(self._asked.title)
        self._put(tr("Title"), self.title, self._take_title)
        self.day = DayField()
        self.day.show_value(today.isoformat())
        self._put(tr("Date"), self.day, self._take_day)
        choices = [(name, template_title(name)) for name in template_names()]
        self._template = ChoiceField(choices)
        self._template.show_value(_USUAL)
        self._put(tr("Map and agenda"), self._template, self._take_template)
        self._agenda = QLabel()
        self._agenda.setProperty("role", "quiet")
        self._agenda.setWordWrap(True)
        self.column.addWidget(self._agenda)
        self._take_template(_USUAL)

    def _put(self, name: str, field: Field, take: Callable[[object], object]) -> None:
        label = QLabel(name)
        label.setProperty("role", "label")
        named = focus_proxy(field) or field.control
        set_buddy(label, named)
        for part in (named, field.control):
            part.setAccessibleName(name)
            part.setToolTip(name)
        field.name_parts(name)
        field.edited.connect(take)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(field)
        self.column.addLayout(column)

    def _know(self, **answers: Any) -> None:
        self._asked = self._asked._replace(**answers)

    def _take_title(self, title: object) -> None:
        self._has_own_title = True
        self._know(title=str(title))

    def _take_day(self, day: object) -> None:
        known = date.fromisoformat(str(day)) if day else date.today()
        self._know(day=known)
        if not self._has_own_title:
            self._know(title=_usual_title(known))
            self.title.show_value(self._asked.title)
        self._say_what_follows()

    def _take_template(self, name: object) -> None:
        self._know(template=str(name))
        items = template_with_agenda(str(name)).agenda()
        said = phrase(
            "{items}, {length}",
            items=counted(AgendaItem.kind, len(items)),
            length=length_in_words(sum(item.minutes for item in items)),
        )
        self._agenda.setText(str(said))

    def _take_names(self, names: object) -> None:
        """Who is named is there; more people may be."""
        known = names if isinstance(names, tuple) else ()
        self._know(names=known, people=max(self._asked.people, len(known)))
        self._people.show_value(self._asked.people or None)

    def _say_what_follows(self) -> None:
        is_now = self._asked.is_now
        words = tr_context("a workshop", "Begin") if is_now else tr("Make the project")
        tip = tr("Show the first item; its clock begins") if is_now else tr("Begin it on its day")
        self.begin.setText(words)
        self.begin.setAccessibleName(words)
        self.begin.setToolTip(tip)

    def _answer(self) -> None:
        self.begin.setFocus()
        asked = self._asked
        self.dismiss()
        self._then(asked)


def _usual_title(day: date) -> str:
    return tr("Workshop on {day}", day=day)
