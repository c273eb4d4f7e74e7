"""The parts of the note bar: each shows what holds for all notes that are picked, and sets it for them."""

from collections.abc import Callable
from functools import partial
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.drawing.sections.notes.notes_form import EVIDENCE, IMPACT
from app.language.phrases import tr, tr_context
from app.model.analysis.rounds import whose_votes
from app.model.labels import step_label
from app.model.records import Evidence, Note, NoteColour
from app.model.verbs.editing import set_fields
from app.model.verbs.notes import vote
from app.model.verbs.personas import initials
from app.session.editor import Editor
from app.widgets.at_hand.common import Mixed, common
from app.widgets.at_hand.impact_dots import ImpactDots
from app.widgets.base.buttons import divider
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.base.swatches import swatch_icon
from app.widgets.base.text_size import scaled
from app.widgets.shell import Actions

_EVIDENCE_ICONS: dict[Evidence | None, str] = {
    None: "circle-dot",
    "assumption": "circle-help",
    "some evidence": "circle-dot",
    "validated": "circle-check",
}
_MOST_OWNERS = 12
MIXED_WORD = "–"


class NoteTools(QWidget):
    """Colour, impact, evidence, votes, moment of truth, owner, and a way to the details."""

    details_wanted = Signal(str)
    """The details are asked for: of a field, or from the first on."""

    def __init__(self, editor: Editor, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._actions = editor, actions
        self._notes: tuple[Note, ...] = ()
        self._colour = self._button(tr("Colour of the notes"), menu=self._colours)
        self._colour.setIconSize(icon_size(22))
        self._dots = ImpactDots(self)
        self._dots.chosen.connect(lambda impact: self._set("impact", impact))
        self._impact = QLabel(self)
        self._evidence = self._button(tr("Evidence of the notes"), menu=self._evidences)
        self._less = self._button(tr("One vote less"), "minus", lambda: self._vote(-1))
        self._votes = QLabel(self)
        self._votes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more = self._button(tr("One vote more"), "plus", lambda: self._vote(1))
        self._truth = self._button(tr("Moment of truth of the notes"), "star", self._turn_truth)
        self._truth.setCheckable(True)
        self._owner = self._button(tr("Owner of the notes"), "user", menu=self._owners)
        self._details = self._button(
            tr("Details of the notes"), "ellipsis", lambda: self.details_wanted.emit("")
        )
        self._lay_out()
        self._fix_widths()

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show what some notes have in common; at least one."""
        self._notes = notes
        colour, impact = common(notes, lambda note: note.colour), common(notes, lambda note: note.impact)
        evidence, votes = common(notes, lambda note: note.evidence), common(notes, lambda note: note.votes)
        owner = common(notes, lambda note: note.owner)
        self._colour.setIcon(icon("palette") if isinstance(colour, Mixed) else swatch_icon(colour))
        self._dots.show_impact(None if isinstance(impact, Mixed) else impact)
        self._impact.setText(MIXED_WORD if isinstance(impact, Mixed) else str(dict(IMPACT)[impact]))
        if isinstance(evidence, Mixed):
            self._evidence.setIcon(icon("circle-dot"))
            self._evidence.setText(" " + MIXED_WORD)
        else:
            self._evidence.setIcon(icon(_EVIDENCE_ICONS[evidence]))
            self._evidence.setText(" " + _word_of(evidence))
        self._show_votes(MIXED_WORD if isinstance(votes, Mixed) else str(votes))
        self._truth.setChecked(common(notes, lambda note: note.moment_of_truth) is True)
        self._show_owner(MIXED_WORD if isinstance(owner, Mixed) else owner)

    @property
    def is_short(self) -> bool:
        return self._impact.isHidden()

    def shorten(self, is_short: bool) -> None:
        """Leave the words away, where the canvas is narrow."""
        self._impact.setHidden(is_short)
        style = Qt.ToolButtonStyle
        self._evidence.setToolButtonStyle(
            style.ToolButtonIconOnly if is_short else style.ToolButtonTextBesideIcon
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        groups = (
            (self._colour,),
            (self._dots, self._impact),
            (self._evidence,),
            (self._less, self._votes, self._more),
            (self._truth,),
            (self._owner, self._details),
        )
        for number, group in enumerate(groups):
            if number:
                row.addWidget(divider())
            for part in group:
                row.addWidget(part)

    def _fix_widths(self) -> None:
        """What is said may be longer or shorter: nothing beside it moves for that."""
        self._impact.setFixedWidth(max(self._wide(str(words)) for _, words in IMPACT) + scaled(6))
        self._owner.setMinimumWidth(scaled(36))
        self._evidence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _show_votes(self, own: str) -> None:
        """The notes' own votes, and that they are these where the map shows those of a round."""
        whose = str(whose_votes(self._editor.document, self._notes))
        widest = tr("own {count}", count="100") if whose else "100"
        self._votes.setText(tr("own {count}", count=own) if whose else own)
        self._votes.setFixedWidth(self._wide(widest) + scaled(4))
        for part in (self._less, self._votes, self._more):
            part.setToolTip(tip(whose) if whose else part.accessibleName())

    def _show_owner(self, owner: str) -> None:
        short = owner if owner == MIXED_WORD else initials(owner)
        self._owner.setText(short)
        style = Qt.ToolButtonStyle
        self._owner.setToolButtonStyle(style.ToolButtonTextOnly if short else style.ToolButtonIconOnly)
        self._owner.setToolTip(tip(owner) if short else self._owner.accessibleName())

    # What they do

    def _set(self, field: str, value: object) -> None:
        ids, document = [note.id for note in self._notes], self._editor.document
        label = step_label(f"set_{field}")
        made = partial(set_fields, document, ids, label, **{field: value})
        self._editor.do_to(ids, made, tr("Changing notes"))

    def _vote(self, by: int) -> None:
        ids, document = [note.id for note in self._notes], self._editor.document
        self._editor.do_to(ids, lambda: vote(document, ids, by), tr("Changing notes"))

    def _turn_truth(self) -> None:
        self._set("moment_of_truth", not all(note.moment_of_truth for note in self._notes))

    def _colours(self, menu: QMenu) -> None:
        for name in get_args(NoteColour):
            menu.addAction(self._actions[f"notes.{name}"])

    def _evidences(self, menu: QMenu) -> None:
        for value, words in EVIDENCE:
            picture, set_it = icon(_EVIDENCE_ICONS[value]), partial(self._set, "evidence", value)
            menu.addAction(picture, str(words)).triggered.connect(set_it)

    def _owners(self, menu: QMenu) -> None:
        """Whoever owns something in this project, nobody, or somebody who is yet to be named."""
        known = sorted({note.owner for note in self._editor.document.all(Note) if note.owner})
        for owner in known[:_MOST_OWNERS]:
            menu.addAction(owner.replace("&", "&&")).triggered.connect(partial(self._set, "owner", owner))
        if known:
            menu.addSeparator()
        nobody = menu.addAction(tr_context("owner of a note", "Nobody"))
        nobody.triggered.connect(partial(self._set, "owner", ""))
        other = menu.addAction(tr_context("owner of a note", "Somebody else…"))
        other.triggered.connect(partial(self.details_wanted.emit, "owner"))

    def _button(
        self,
        name: str,
        picture: str = "",
        press: Callable[[], None] | None = None,
        menu: Callable[[QMenu], None] | None = None,
    ) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(icon_size(16))
        if picture:
            button.setIcon(icon(picture))
        if press is not None:
            button.clicked.connect(press)
        if menu is not None:
            entries = QMenu(button)
            entries.aboutToShow.connect(partial(_fill, entries, menu))
            button.setMenu(entries)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button


def _fill(entries: QMenu, menu: Callable[[QMenu], None]) -> None:
    entries.clear()
    menu(entries)


def _word_of(evidence: Evidence | None) -> str:
    return tr("Evidence") if evidence is None else str(dict(EVIDENCE)[evidence])
