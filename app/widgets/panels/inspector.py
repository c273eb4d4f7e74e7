"""The panel at the right: what is selected, or the map itself where nothing is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.language.phrases import Phrase, phrase, tr, tr_context
from app.model.document import Document
from app.model.kinds import content_of
from app.model.nouns import counted_records, noun
from app.model.records import Entry, Id, JourneyMap, Record, Section
from app.session.editor import Editor
from app.widgets.base.buttons import action_button, heading
from app.widgets.base.panes import focus_round
from app.widgets.base.text_size import scaled
from app.widgets.forms.form import Form
from app.widgets.panels.graph import GraphPanel, graph_of
from app.widgets.panels.panel import Panel
from app.widgets.panels.subjects import SUBJECTS, project
from app.widgets.panels.subjects.subject import Subject
from app.widgets.shell import Actions

_SEVERAL = phrase("Select things of one kind to change them together.")
_NEWER = phrase(
    "This kind of section comes from a newer version of Journeywall. Everything in it is kept as it is."
)
_NOT_SHOWN = phrase(
    "The section’s kind does not show this. Give the section another kind to see it and change it."
)


class Inspector(Panel):
    """One form for each subject, and what graphs have beside it, made when they are first needed."""

    refused = Signal(str)
    wanted = Signal(str)
    """A record is to be shown on the map."""

    def __init__(self, editor: Editor, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Inspector"), "right-panel", spacing=12, parent=parent)
        self._editor = editor
        self._actions = actions
        self._forms: dict[Subject, Form] = {}
        self._buttons: list[QToolButton] = []
        self.heading = heading(tr_context("noun", "Map"))
        self._top = QHBoxLayout()
        self._top.setSpacing(2)
        self._top.addWidget(self.heading, 1)
        self.column.addLayout(self._top)
        self.form: Form | None = None
        self.no_form = QLabel()
        self.no_form.setWordWrap(True)
        self.no_form.setProperty("role", "quiet")
        self.column.addWidget(self.no_form)
        self._graph: GraphPanel | None = None
        self.project_heading = heading(tr("Project"))
        self.column.addWidget(self.project_heading)
        self.project = Form(editor, project.lines(), self.project_heading.parentWidget())
        self.project.refused.connect(self.refused)
        self.column.addWidget(self.project)
        self.column.addStretch()
        self.setMinimumWidth(scaled(236))
        editor.selection_changed.connect(self._show)
        editor.map_changed.connect(self._show)
        self._show()

    def focusNextPrevChild(self, next: bool) -> bool:
        # Buttons and forms come and go; Qt’s own order would lead from the new ones out of the panel.
        return focus_round(self, next)

    def focus_field(self, name: str) -> None:
        """Be ready to type over a field; over the first where there is none of that name."""
        if self.form is not None:
            self.form.focus_field(name)

    def _show(self) -> None:
        records = self._shown_records()
        subject = self._subject(records)
        words = str(noun(records[0].kind) if len(records) == 1 else counted_records(records))
        self.heading.setText(words.upper())
        self.heading.setAccessibleName(words)
        self.no_form.setVisible(subject is None)
        self.no_form.setText(str(why_no_form(self._editor.document, records)) if subject is None else "")
        self._offer(subject.actions if subject else ("edit.delete",))
        self._put_up(self._form(subject) if subject else None, tuple(record.id for record in records))
        self._need_graph()
        is_of_the_map = isinstance(records[0], JourneyMap)
        self.project_heading.setVisible(is_of_the_map)
        self.project.setVisible(is_of_the_map)
        self.project.show_records((self._editor.document.project.id,) if is_of_the_map else ())

    def _shown_records(self) -> tuple[Record, ...]:
        return self._editor.selected.records or (self._editor.journey_map,)

    def _subject(self, records: tuple[Record, ...]) -> Subject | None:
        """The subject that all records fit; looked up once for those of a kind in one section."""
        kinds = {(type(record), getattr(record, "section", "")): record for record in records}.values()
        document = self._editor.document
        return next((each for each in SUBJECTS if all(each.fits(document, one) for one in kinds)), None)

    def _put_up(self, form: Form | None, ids: tuple[Id, ...]) -> None:
        if form is not self.form and self.form is not None:
            self.form.hide()
            self.form.show_records(())
        self.form = form
        if form is not None:
            form.show_records(ids)
            form.show()

    def _form(self, subject: Subject) -> Form:
        form = self._forms.get(subject)
        if form is None:
            form = self._forms[subject] = Form(
                self._editor, subject.lines(self._editor), self.heading.parentWidget()
            )
            form.refused.connect(self.refused)
            self.column.insertWidget(1, form)
        return form

    def _need_graph(self) -> None:
        """Have what belongs to graphs above the project once one is selected; from then on it follows."""
        if self._graph is None and graph_of(self._editor) is not None:
            self._graph = GraphPanel(self._editor, self.project_heading.parentWidget())
            self._graph.wanted.connect(self.wanted)
            self.column.insertWidget(self.column.indexOf(self.project_heading), self._graph)
            self._graph.show_selected()

    def _offer(self, names: tuple[str, ...]) -> None:
        """Show small buttons for actions beside the heading."""
        if [button.objectName() for button in self._buttons] == list(names):
            return
        for button in self._buttons:
            self._top.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [action_button(self._actions[name], role="small", size=16) for name in names]
        for button in self._buttons:
            self._top.addWidget(button)
            button.show()


def why_no_form(document: Document, records: Sequence[Record]) -> Phrase:
    """Why there is nothing to fill in for some records: they differ, or their section does not show them."""
    if len({type(record) for record in records}) > 1:
        return _SEVERAL
    kinds = {document.get(Section, one.section).section_kind for one in records if isinstance(one, Entry)}
    if len(kinds) != 1:
        return _SEVERAL
    return _NOT_SHOWN if content_of(kinds.pop()).is_known else _NEWER
