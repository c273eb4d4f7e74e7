"""The window of a map's key points: what is proposed, what was taken, and what one says oneself.

It follows the map; where what a key point rests on has changed, it says so, and leaves the sentence alone.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.language.phrases import phrase, tr
from app.language.spoken import speaking
from app.model.analysis.proposed_key_points import (
    Proposal,
    changed_key_points,
    confirm,
    open_proposals,
    take,
)
from app.model.change import Change
from app.model.records import EmotionPoint, Id, KeyPoint, Note, Record, Stage, new_id
from app.model.records.telling import MOST_PLACES
from app.model.verbs.editing import delete, reorder
from app.model.verbs.key_points import Places, add_key_point, place_key_point, set_key_point
from app.widgets.base.buttons import headed, heading
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.text_size import scaled
from app.widgets.canvas.view import CanvasView
from app.widgets.pages.key_points.line import KeyPointLine, ProposalLine
from app.widgets.pages.live_window import LiveWindow


class KeyPointsWindow(LiveWindow):
    title = phrase("Key points")

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.lines: dict[Id, KeyPointLine] = {}
        self.proposals: list[ProposalLine] = []
        self._proposed: tuple[tuple[Proposal, ...], str, bool] | None = None
        self._editor = canvas.editor
        self.add = QToolButton()
        self.add.setText(tr("Add own sentence"))
        self.add.setToolTip(tr("A sentence of your own; it speaks of what is selected on the map"))
        self.add.setIcon(icon("plus", size=16))
        self.add.setIconSize(icon_size(16))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self._add)
        self._none = _quiet(tr("The sentences that the map leads with stand here, and under its title."))
        self._nothing = _quiet(tr("Nothing else stands out on this map yet."))
        self._lines, self._proposals = QVBoxLayout(), QVBoxLayout()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.addLayout(headed(heading(tr("Key points")), self.add))
        column.addWidget(self._none)
        column.addLayout(self._lines)
        column.addSpacing(10)
        column.addWidget(heading(tr("Proposed")))
        column.addLayout(self._proposals)
        column.addWidget(self._nothing)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._editor.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, self._editor.redo)
        self.read()

    def sizeHint(self) -> QSize:
        return QSize(scaled(680), scaled(560)).boundedTo(self.screen().availableSize())

    def read(self) -> None:
        self.timer.stop()
        document, map = self._editor.document, self._editor.map
        key_points = document.key_points(map)
        changed = {one.id for one in changed_key_points(document, map)}
        self._order([one.id for one in key_points])
        for one in key_points:
            has_changed, read_only = one.id in changed, self._editor.read_only
            self.lines[one.id].show_key_point(document, one, len(key_points), has_changed, read_only)
        self._none.setVisible(not key_points)
        self.add.setEnabled(not self._editor.read_only)
        self._propose(open_proposals(document, map))

    def _order(self, ids: list[Id]) -> None:
        """A line for each key point in their order; those that are there stay, with what is typed in them."""
        if list(self.lines) == ids:
            return
        for id in set(self.lines) - set(ids):
            _drop(self._lines, self.lines.pop(id))
        self.lines = {id: self.lines.get(id) or self._line(id) for id in ids}
        for line in self.lines.values():
            self._lines.removeWidget(line)
        for line in self.lines.values():
            self._lines.addWidget(line)
            line.show()

    def _line(self, id: Id) -> KeyPointLine:
        line = KeyPointLine()
        line.text_typed.connect(partial(self._write, id))
        line.evidence_typed.connect(partial(self._write_evidence, id))
        line.left.connect(self._editor.end_merge)
        line.shown_wanted.connect(partial(self._show, id))
        line.moved.connect(partial(self._move, id))
        line.delete_wanted.connect(partial(self._delete, id))
        line.confirmed.connect(partial(self._confirm, id))
        line.place_removed.connect(partial(self._remove_place, id))
        line.selected_added.connect(partial(self._add_selected, id))
        return line

    def _propose(self, proposals: tuple[Proposal, ...]) -> None:
        """Each in the language of the project, in which it would be taken."""
        document, read_only = self._editor.document, self._editor.read_only
        language = document.project.language
        self._nothing.setVisible(not proposals)
        if (proposals, language, read_only) == self._proposed:
            return
        self._proposed = proposals, language, read_only
        for line in self.proposals:
            _drop(self._proposals, line)
        self.proposals = []
        for proposal in proposals:
            with speaking(language):
                sentence, evidence = str(proposal.sentence), str(proposal.evidence)
            line = ProposalLine(sentence, evidence, read_only)
            line.taken.connect(partial(self._take, proposal))
            self.proposals.append(line)
            self._proposals.addWidget(line)

    def _take(self, proposal: Proposal) -> None:
        self._do(take(self._editor.document, self._editor.map, proposal))

    def _add(self) -> None:
        """An own sentence, which speaks of what is selected, ready to be typed."""
        id = new_id()
        places = _places(self._editor.selected.records)

        def begin(_: Change) -> None:
            self.read()
            self.lines[id].text.setFocus()

        change = add_key_point(self._editor.document, self._editor.map, places=places, id=id)
        self._editor.do(change, then=begin)

    def _do(self, change: Change) -> None:
        self._editor.do(change, then=lambda _: self.read())

    def _write(self, id: Id, text: str) -> None:
        self._editor.do(set_key_point(self._editor.document, id, text), merge_key=("key point", id))

    def _write_evidence(self, id: Id, evidence: str) -> None:
        found = self._editor.document.get(KeyPoint, id)
        change = set_key_point(self._editor.document, id, found.text, evidence)
        self._editor.do(change, merge_key=("key point's evidence", id))

    def _show(self, id: Id) -> None:
        """Select what it speaks of: notes together, or else the first of its other places."""
        found = self._editor.document.get(KeyPoint, id)
        self.select(found.notes or found.points[:1] or found.stages[:1])

    def _move(self, id: Id, by: int) -> None:
        index = self._editor.document.get(KeyPoint, id).position + (by if by < 0 else by + 1)
        self._do(reorder(self._editor.document, [id], index))

    def _delete(self, id: Id) -> None:
        self._do(delete(self._editor.document, [id]))

    def _remove_place(self, id: Id, place: Id) -> None:
        found = self._editor.document.get(KeyPoint, id)
        without = (tuple(one for one in ids if one != place) for ids in Places.of(found))
        self._do(place_key_point(self._editor.document, id, Places(*without)))

    def _add_selected(self, id: Id) -> None:
        found = Places.of(self._editor.document.get(KeyPoint, id))
        more = _places(self._editor.selected.records)
        both = (
            tuple(dict.fromkeys((*one, *other)))[:MOST_PLACES] for one, other in zip(found, more, strict=True)
        )
        self._do(place_key_point(self._editor.document, id, Places(*both)))

    def _confirm(self, id: Id) -> None:
        self._do(confirm(self._editor.document, id))


def _places(records: Iterable[Record]) -> Places:
    """What is selected, as far as a key point can speak of it."""
    records = tuple(records)

    def of(kind: type[Record]) -> tuple[Id, ...]:
        return tuple(one.id for one in records if isinstance(one, kind))[:MOST_PLACES]

    return Places(notes=of(Note), stages=of(Stage), points=of(EmotionPoint))


def _quiet(sentence: str) -> QLabel:
    label = QLabel(sentence)
    label.setWordWrap(True)
    label.setProperty("role", "quiet")
    return label


def _drop(column: QVBoxLayout, line: QWidget) -> None:
    column.removeWidget(line)
    line.hide()
    line.deleteLater()
