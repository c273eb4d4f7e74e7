"""The find bar: finds as one types, over all maps, goes from hit to hit, and replaces."""

from collections.abc import Callable
from functools import partial

from pydantic import ValidationError
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from app.language.phrases import tr
from app.model.change import Change
from app.model.finding.matching import Matching
from app.model.finding.numbering import asked_number
from app.model.finding.search import AGENDA, Hit, Search, replace
from app.model.labels import NO_LABEL
from app.model.records import AgendaItem, JourneyMap
from app.model.text import LONGEST_TEXT
from app.widgets.base.check_box import CheckBox
from app.widgets.base.overlays.corner_frame import MARGIN, OverCanvas
from app.widgets.base.text_size import scaled
from app.widgets.canvas.marks.search_highlights import Hits
from app.widgets.find.find_parts import new_button, new_line, new_way, replaced_words
from app.widgets.shell import Shell

_CORNERS = (Qt.Corner.TopRightCorner, Qt.Corner.TopLeftCorner, Qt.Corner.BottomLeftCorner)
"""Where the bar may stand, the usual one first; the lower right is the overview's."""
_BESIDE_HIT = 10
"""Logical pixels between the bar and what is found."""
WIDTH = 250
"""Logical pixels for what is typed, where there is room."""
_PADDING, _SPACING = 8, 6
_BESIDE = {
    "query": (0, 0), "_ways": (0, 1), "_steps": (0, 2), "_close": (0, 3),
    "by": (1, 0), "_replacing": (1, 1, 1, 3, Qt.AlignmentFlag.AlignLeft),
}  # fmt: skip
_FOLDED = {
    "query": (0, 0), "_close": (0, 1), "_steps": (1, 0, 1, 2),
    "_ways": (2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft),
    "by": (3, 0, 1, 2), "_replacing": (4, 0, 1, 2),
}  # fmt: skip
"""Where its parts stand in the grid: row, column, and over how many of them."""


class FindBar(OverCanvas):
    """Lies over the window's canvas, or the page in its place, at the upper right."""

    def __init__(self, window: Shell) -> None:
        canvas = window.canvas
        super().__init__(canvas.parentWidget() or canvas, Qt.Corner.TopRightCorner)
        self.setObjectName("find-bar")
        self.setAccessibleName(tr("Find and replace"))
        self._canvas = canvas
        self._editor = canvas.editor
        self._window = window
        self._search: Search | None = None
        self._hits: list[Hit] = []
        self._index = 0
        self._marks = Hits(canvas)
        self.query = new_line(tr("Words to find"), tr("Find on the maps"))
        self.by = new_line(tr("Replace with"), tr("Replace with"))
        self.count = QLabel()
        self.case = new_way(tr("Match case"), "Aa", tr("Match case: find “Eva”, but neither “eva” nor “Éva”"))
        self.whole_words = new_way(tr("Whole words"), "ab", tr("Whole words: find “pay”, but not “payment”"))
        self.all_maps = CheckBox(tr("All maps"))
        self.all_maps.setChecked(True)
        self.all_maps.setToolTip(tr("Find on all maps of the project, not only on the one shown"))
        self._close = new_button(tr("Close the find bar"), "x", self.leave, "Esc")
        self._ways, self._steps, self._replacing = QWidget(), QWidget(), QWidget()
        self._answers = QHBoxLayout(self._replacing)
        self._grid = QGridLayout(self)
        self._assemble()
        self.query.textEdited.connect(self._find_anew)
        for toggle in (self.case, self.whole_words, self.all_maps):
            toggle.toggled.connect(self._find_anew)
        self._editor.changed.connect(self._follow)
        self._editor.map_changed.connect(self._mark)

    def open(self, replacing: bool = False) -> None:
        """Show the bar, ready to type over what was sought last. Not over slides, which others see."""
        if self._editor.is_presented and not self._canvas.isVisible():
            return
        if self._search is None:
            self._search = Search(self._editor.document)
        for each in (self.by, self._replacing):
            each.setVisible(replacing and not self._editor.read_only)
        self.all_maps.setVisible(len(self._editor.document.maps()) > 1)
        self.stand_in(Qt.Corner.TopRightCorner)
        self._find_anew()
        self.show()
        self.place()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()

    def open_for(self, words: str) -> None:
        """Show the bar with what stands for these words; "#" is the beginning of a note's number."""
        self.open()
        self.query.setText(words)
        self._find_anew()

    def leave(self) -> None:
        """Close the bar; what was found last is selected, so that the hand can go on there."""
        hit = self.current
        self._search = None
        self._hits = []
        self._mark()
        self.hide()
        if hit is not None and hit.id in self._editor.document:
            if hit.map != AGENDA:
                self._editor.show_map(hit.map)
            self._editor.select([hit.id])
        self._window.focus_front()

    def go(self, step: int) -> None:
        """To the next hit (1) or the one before (−1), round the end; opens the bar where it is closed."""
        if self._search is None:
            self.open()
        elif self._hits:
            self._index = (self._index + step) % len(self._hits)
            self._show_hit()

    def replace(self) -> None:
        """Replace in the hit shown, and go to the next."""
        hit = self.current
        if hit is None:
            return
        if not hit.is_number:
            self._replace_in([hit], lambda _: None)
        if self.current == hit:
            self.go(1)

    def replace_all(self) -> None:
        """Replace in every hit, as one step."""
        hits = [hit for hit in self._hits if not hit.is_number]
        words = self.query.text()

        def show_done(change: Change) -> None:
            if change:
                maps = len({hit.map for hit in hits} - {AGENDA}) or 1
                self._window.show_message(replaced_words(words, len(hits), maps), True)

        if hits:
            self._replace_in(hits, show_done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.by.hasFocus():
                self.replace()
            else:
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go(-1 if event.key() == Qt.Key.Key_Up else 1)
        event.accept()

    @property
    def matching(self) -> Matching:
        """What must agree in what is found."""
        return Matching(self.case.isChecked(), self.whole_words.isChecked())

    @property
    def current(self) -> Hit | None:
        """What is shown of what was found."""
        return self._hits[self._index] if self._index < len(self._hits) else None

    def _find_anew(self, *_: object) -> None:
        """Find what is typed now, from where the last hit was, or the cursor."""
        if self._search is None:
            return
        selected = self._editor.selection.ids
        is_of_agenda = self._editor.selected.any_of((AgendaItem,))
        map = AGENDA if is_of_agenda else self._editor.map
        here = self.current or Hit(map, selected[-1] if selected else "")
        self._find(here)
        self._show_hit()

    def _find(self, here: Hit) -> None:
        assert self._search is not None
        words = self.query.text()
        # A number is one of the map that is shown: each map has its own.
        is_here = asked_number(words) is not None or not self.all_maps.isChecked()
        self._hits = self._search.find(words, self._editor.map if is_here else None, self.matching)
        if self._editor.is_presented:
            # The agenda has what its presenter alone sees.
            self._hits = [hit for hit in self._hits if hit.map != AGENDA]
        is_there = here.map == AGENDA or here.map in self._editor.document
        self._index = self._search.first_from(self._hits, here.map, here.id) if is_there else 0

    def _show_hit(self) -> None:
        hit = self.current
        if hit is not None and hit.map == AGENDA:
            self._lead(partial(self._window.show_agenda, hit.id))
        elif hit is not None:
            self._lead(self._window.show_map)
            self._editor.show_map(hit.map)
            self._canvas.show_record(hit.id)
            self._uncover(hit)
        self._mark()

    def _lead(self, to: Callable[[], None]) -> None:
        """Show the map or a page, with the bar over it and the caret where it was."""
        focused = QApplication.focusWidget()
        to()
        self.raise_()
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus()

    def _uncover(self, hit: Hit) -> None:
        """Let what was found not lie under the bar: scroll or, where the map ends, change corners."""
        place, room = self._place_of(hit), self._room
        if place.intersects(room):
            self._canvas.scroll_by(0, place.top() - room.bottom() - 1)
            place = self._place_of(hit)
        if place.intersects(room):
            self._canvas.scroll_by(place.right() - room.left() + 1, 0)
            place = self._place_of(hit)
        for corner in _CORNERS:
            if not place.intersects(self._room):
                break
            self.stand_in(corner)

    @property
    def _room(self) -> QRect:
        """What the bar takes of the canvas."""
        return self.geometry().adjusted(-_BESIDE_HIT, -_BESIDE_HIT, _BESIDE_HIT, _BESIDE_HIT)

    def _place_of(self, hit: Hit) -> QRect:
        """Where a hit is seen on the canvas; nowhere where it is not on the map."""
        place = self._canvas.rectangle_of(hit.id)
        if place is None:
            return QRect()
        seen: QRect = self._canvas.mapFromScene(place).boundingRect()
        return seen.translated(self._canvas.viewport().pos())

    def _mark(self) -> None:
        hit = self.current
        here = [one.id for one in self._hits if one.map == self._editor.map]
        self._marks.show(here, hit.id if hit is not None and hit.map == self._editor.map else None)
        sought = bool(self.query.text().strip("# "))
        found = tr("{number} of {count}", number=self._index + 1, count=len(self._hits))
        self.count.setText(found if hit else tr("No matches") if sought else "")
        self.count.setAccessibleName(self.count.text() or tr("Nothing to find yet"))
        if self.isVisible():
            self.place()

    def _follow(self, change: Change) -> None:
        if self._search is not None:
            self._search.follow(change)
            self._find(self.current or Hit(self._editor.map, ""))
            self._mark()
            if any(isinstance(edit.record, JourneyMap) for edit in change):
                self.all_maps.setVisible(len(self._editor.document.maps()) > 1)
                self.place()

    def _replace_in(self, hits: list[Hit], then: Callable[[Change], None]) -> None:
        words, by, matching = self.query.text(), self.by.text(), self.matching
        ids = [hit.id for hit in hits]

        def verb() -> Change:
            try:
                return replace(self._editor.document, ids, words, by, matching)
            except ValidationError:
                sentence = tr(
                    "A text would be longer than {most} characters. Nothing was replaced.", most=LONGEST_TEXT
                )
                self._window.show_message(sentence, False)
                return Change(NO_LABEL, ())

        def end(change: Change) -> None:
            if change:
                # The next undo takes back what was replaced, not what was typed for it.
                self.query.forget_undo()
                self.by.forget_undo()
            then(change)

        self._editor.do_to(ids, verb, tr("Replacing"), end)

    def _assemble(self) -> None:
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(2)
        for way in (self.case, self.whole_words, self.all_maps):
            ways.addWidget(way)
        self.count.setMinimumWidth(scaled(64))
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.count)
        row.addWidget(new_button(tr("Previous match"), "chevron-up", lambda: self.go(-1), "Shift+Return"))
        row.addWidget(new_button(tr("Next match"), "chevron-down", lambda: self.go(1), "Return"))
        self._answers.setContentsMargins(0, 0, 0, 0)
        for text, tip, do in (
            (tr("Replace"), tr("Replace it here, and go to the next"), self.replace),
            (tr("Replace all"), tr("Replace it everywhere, as one step"), self.replace_all),
        ):
            button = QPushButton(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
            button.clicked.connect(do)
            self._answers.addWidget(button)
        self._grid.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self._grid.setSpacing(_SPACING)
        # What has no parent yet would be shown as a window of its own.
        self._fold(2 * scaled(WIDTH))

    def place(self) -> None:
        self._fold(self._over.width() - 2 * MARGIN)
        super().place()

    def _fold(self, room: int) -> None:
        """Stand in two rows where there is room for them, else in as many as it takes."""
        beside = sum(each.sizeHint().width() + _SPACING for each in (self._ways, self._steps, self._close))
        room -= 2 * (_PADDING + self.frameWidth() + 1)
        width = scaled(WIDTH)
        is_folded = width + beside > room
        room = min(width, room)
        self.by.setFixedWidth(room)
        self.query.setFixedWidth(room - self._close.sizeHint().width() - _SPACING if is_folded else room)
        self._answers.setDirection(QBoxLayout.Direction.LeftToRight)
        if is_folded and self._replacing.sizeHint().width() > room:
            self._answers.setDirection(QBoxLayout.Direction.TopToBottom)
        for widget, place in (_FOLDED if is_folded else _BESIDE).items():
            self._grid.addWidget(getattr(self, widget), *place)
        self._grid.setColumnStretch(0, int(is_folded))
        self._grid.activate()
