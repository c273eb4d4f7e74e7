"""Goes through the agenda before others: to an item, and to the state of the room that it asks for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from app.language.phrases import NOTHING, Phrase, phrase
from app.model.records import AgendaItem, Id, ItemKind
from app.widgets.shell import Shell
from app.workshop.show import Mode, Show

_MODES: Mapping[ItemKind, Mode] = {
    "show": "showing",
    "write": "writing",
    "vote": "voting",
    "place": "placing",
    "break": "showing",
}


class Stepping(QObject):
    """The agenda of a window's workshop, in a show."""

    def __init__(self, window: Shell, show: Show, enter: Callable[[Mode], None], parent: QObject) -> None:
        """`enter` has a state of the room begin, also where it is on."""
        super().__init__(parent)
        self._window, self._show, self._enter = window, show, enter
        self._workshop = window.workshop

    def go(self, step: int) -> Phrase:
        """To the next agenda item (1), or the previous (−1); the first, where no workshop goes on.

        Returns what is to be said where there is none.
        """
        workshop = self._workshop
        if not workshop.count:
            return phrase("There is no agenda")
        if workshop.run is not None and not 0 < workshop.number + step <= workshop.count:
            return phrase("This is the last step") if step > 0 else phrase("This is the first step")
        self._window.end_typing()
        if workshop.run is not None:
            workshop.go(step)
        elif step > 0:
            workshop.begin()
        self._arrive()
        return NOTHING

    def go_to(self, item: Id | None) -> Phrase:
        """To an item of one's choice; none is the next."""
        if item is None:
            return self.go(1)
        now = self._workshop.item
        if now is None or now.id != item:
            self._window.end_typing()
            self._workshop.go_to(item)
            self._arrive()
        return NOTHING

    def take_up(self) -> None:
        """Go on with the item that goes on, as at the beginning of a show."""
        if (item := self._workshop.item) is not None:
            self._workshop.take_up()
            self._show_item(item, is_new=False)

    def _arrive(self) -> None:
        if (item := self._workshop.item) is not None:
            self._show_item(item, is_new=True)

    def _show_item(self, item: AgendaItem, is_new: bool) -> None:
        """Have the room see what an item asks for."""
        if self._show.is_blank:
            self._show.blank()
        self._enter(_MODES[item.item_kind])
        if item.item_kind == "break":
            self._show.blank()
        elif is_new and self._show.mode == "showing":
            self._show.show_stage(next(iter(item.stages), None))
