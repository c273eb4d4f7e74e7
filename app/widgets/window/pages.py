"""The pages of the window: one of them stands in the map's place, or none does."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.widgets.base.page import Page
from app.widgets.shell import P, Shell


class Pages(QObject):
    """Makes each page when it is first asked for. `then` is called whenever another one is shown, or none."""

    def __init__(self, window: Shell, middle: QStackedWidget, then: Callable[[], None]) -> None:
        super().__init__(window.widget)
        self._window, self._middle, self._then = window, middle, then
        self._made: dict[Callable[[Shell], Page], Page] = {}

    @property
    def open(self) -> Page | None:
        """The page in the map's place."""
        return next((page for page in self._made.values() if page.is_open), None)

    @property
    def in_front(self) -> QWidget:
        """The page in the map's place, or the map."""
        return self.open or self._window.canvas

    def page(self, kind: Callable[[Shell], P]) -> P:
        """The page of a kind, shown or not."""
        if kind not in self._made:
            made = self._made[kind] = kind(self._window)
            made.left.connect(self._show_map)
            self._middle.addWidget(made)
        return cast(P, self._made[kind])

    def show(self, kind: Callable[[Shell], P]) -> P:
        """Put the page of a kind in the map's place."""
        page, before = self.page(kind), self.open
        if before is not None and before is not page:
            before.is_open = False
        page.is_open = True
        self._middle.setCurrentWidget(page)
        page.begin()
        page.take_focus()
        self._then()
        return page

    def take_focus(self) -> None:
        """Give the keyboard to what is shown: the page, or the map."""
        page = self.open
        if page is not None:
            page.take_focus()
        else:
            self._window.canvas.setFocus()

    def leave(self) -> None:
        """Show the map again."""
        if self.open is not None:
            self.open.leave()

    def _show_map(self) -> None:
        self._middle.setCurrentWidget(self._window.canvas)
        self._window.canvas.setFocus()
        self._then()
