"""What the right panel adds for an emotional graph: its curves, what lies under them, and the reading."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.language.phrases import tr
from app.language.words import capitalised
from app.model.analysis.comparison import ghosts_for
from app.model.change import Change
from app.model.kinds import taken_by
from app.model.labels import Label, step_label
from app.model.nouns import word
from app.model.records import HIGHEST, LOWEST, EmotionPoint, Id, JourneyMap, Persona, Section
from app.model.verbs.editing import set_fields
from app.model.verbs.emotions import (
    Curve,
    begin_curve,
    bring_to_front,
    curve_name,
    curves_of,
    is_hidden,
    set_shown,
    shown_curves,
    without_curve,
)
from app.model.words import shortened
from app.session.editor import Editor
from app.widgets.base.belonging import set_buddy
from app.widgets.base.buttons import heading
from app.widgets.base.check_box import CheckBox
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.forms.choice_fields import ComboBox, NumberField
from app.widgets.forms.form import Form, FormRow, Row
from app.widgets.forms.text_fields import ListField
from app.widgets.panels.reading import Reading

_LONGEST_NAME = 30
STYLES = ("smooth", "straight")


def settings() -> tuple[FormRow, ...]:
    """The rows for the thresholds by which graphs are read, and the words for emotions."""
    return (
        (
            Row(
                "peak_at",
                tr("Peak from"),
                lambda: NumberField(LOWEST, HIGHEST, 1, 0.5),
                step=step_label("set_peaks"),
            ),
            Row(
                "trough_at",
                tr("Trough to"),
                lambda: NumberField(LOWEST, HIGHEST, 1, 0.5),
                step=step_label("set_troughs"),
            ),
        ),
        (
            Row(
                "drop_of",
                tr("Rapid drop of"),
                lambda: NumberField(0.1, 10, 1, 0.5),
                step=step_label("set_drops"),
            ),
            Row(
                "leg_of",
                tr("Sawtooth leg of"),
                lambda: NumberField(0.1, 10, 1, 0.5),
                step=step_label("set_sawtooth"),
            ),
        ),
        Row("legs", tr("Legs of a sawtooth"), lambda: NumberField(2, 20), step=step_label("set_sawtooth")),
        Row(
            "emotions",
            tr("Words for emotions"),
            lambda: ListField(tr("One per line")),
            step=step_label("set_emotion_words"),
        ),
    )


class GraphPanel(QWidget):
    """Shown while a graph, or a cell or point of one, is selected."""

    wanted = Signal(str)
    """A record is to be shown on the map."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._section: Id | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(tr("Curves")))
        self._curves = QVBoxLayout()
        self._curves.setSpacing(2)
        column.addLayout(self._curves)
        self._rows: list[QWidget] = []
        self._style = _choice(tr("Lines"), tr("How the curves go from point to point"), column)
        self._style.addItems([capitalised(word("curve style", style)) for style in STYLES])
        self._style.activated.connect(self._set_style)
        self._ghost = _choice(tr("Compare with"), tr("Lay the graph of another map under this one"), column)
        self._ghosts: list[Id | None] = []
        self._ghost.activated.connect(self._set_ghost)
        self.reading = Reading(editor)
        self.reading.wanted.connect(self.wanted)
        column.addWidget(self.reading)
        column.addWidget(heading(tr("How graphs are read")))
        self._settings = Form(editor, settings())
        column.addWidget(self._settings)
        editor.changed.connect(self._follow)
        editor.selection_changed.connect(self.show_selected)
        editor.map_changed.connect(self.show_selected)

    def _follow(self, change: Change) -> None:
        if self._section is not None and self._section in self._editor.document:
            self._fill()

    def show_selected(self, *_: object) -> None:
        """Show the graph that is selected now, or nothing. (What a signal carries does not matter.)"""
        section = graph_of(self._editor)
        self._section = section.id if section else None
        self.setVisible(section is not None)
        if section is not None:
            self._settings.show_records((self._editor.document.project.id,))
            self._fill()

    def _fill(self) -> None:
        document = self._editor.document
        section = document.get(Section, self._section or "")
        self._list_curves(section)
        self._style.setCurrentIndex(STYLES.index(section.curve))
        self._style.setEnabled(not self._editor.read_only)
        others = ghosts_for(document, section)
        self._ghosts = [None, *(other.id for other in others)]
        self._ghost.clear()
        self._ghost.addItem(tr("No other map"))
        for other in others:
            self._ghost.addItem(f"{document.get(JourneyMap, other.map).title} – {other.name}")
        self._ghost.setCurrentIndex(self._ghosts.index(section.ghost) if section.ghost in self._ghosts else 0)
        self._ghost.setEnabled(bool(others) and not self._editor.read_only)
        self.reading.show_section(section)

    def _list_curves(self, section: Section) -> None:
        for row in self._rows:
            self._curves.removeWidget(row)
            row.hide()
            row.deleteLater()
        curves = curves_of(self._editor.document, section)
        front = next(reversed(shown_curves(self._editor.document, section)), None)
        self._rows = [self._row(section, curve, front, len(curves) > 1) for curve in curves]
        if not curves:
            self._rows = [QLabel(tr("Double-click the graph to add a point."))]
            self._rows[0].setProperty("role", "quiet")
        if not self._editor.read_only:
            self._rows += [self._offer(persona) for persona in without_curve(self._editor.document, section)]
        for widget in self._rows:
            self._curves.addWidget(widget)
            widget.show()

    def _offer(self, persona: Persona) -> QWidget:
        """A button that begins a curve; of who is to have the points that come next, it says so."""
        document, section = self._editor.document, self._editor.document.get(Section, self._section or "")
        name = shortened(str(curve_name(document, persona.id)), _LONGEST_NAME)
        is_begun = section.front == persona.id
        button = QToolButton()
        begun = tr("The next points are those of {name}", name=name)
        words = begun if is_begun else tr("+ Curve for {name}", name=name)
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)
        button.setProperty("role", "link")
        button.setToolTip(tip(tr("The points that are added from now on are those of {name}", name=name)))
        button.setEnabled(not is_begun)
        button.clicked.connect(lambda: self._begin(persona.id))
        return button

    def _begin(self, persona: Id) -> None:
        change = begin_curve(self._editor.document, self._section or "", persona)
        self._editor.do(change, then=lambda _: self._fill())

    def _row(self, section: Section, curve: Curve, front: Curve | None, are_several: bool) -> QWidget:
        name = str(curve_name(self._editor.document, curve.persona))
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        box = CheckBox(name)
        box.setAccessibleName(tr("Show the curve of {name}", name=name))
        box.setToolTip(tr("Show or hide the curve"))
        box.setChecked(not is_hidden(section, curve.persona))
        box.setEnabled(not self._editor.read_only)
        box.clicked.connect(lambda is_shown: self._set_shown(curve.persona, is_shown))
        beside.addWidget(box, 1)
        if are_several:
            button = QToolButton()
            button.setIcon(icon("layers", size=16))
            button.setIconSize(icon_size(16))
            button.setProperty("role", "small")
            button.setAccessibleName(tr("Bring the curve of {name} to the front", name=name))
            button.setToolTip(tr("Bring to the front: its marks are shown in words"))
            button.setCheckable(True)
            button.setChecked(curve == front)
            button.setEnabled(not self._editor.read_only)
            button.clicked.connect(lambda: self._bring_to_front(curve.persona))
            beside.addWidget(button)
        return row

    def _set_shown(self, persona: Id | None, is_shown: bool) -> None:
        self._editor.do(set_shown(self._editor.document, self._section or "", persona, is_shown))

    def _bring_to_front(self, persona: Id | None) -> None:
        change = bring_to_front(self._editor.document, self._section or "", persona)
        self._editor.do(change, then=lambda _: self._fill())

    def _set_style(self, index: int) -> None:
        self._set(step_label("set_curve"), curve=STYLES[index])

    def _set_ghost(self, index: int) -> None:
        self._set(step_label("set_ghost"), ghost=self._ghosts[index])

    def _set(self, label: Label, **fields: object) -> None:
        self._editor.do(set_fields(self._editor.document, [self._section or ""], label, **fields))


def graph_of(editor: Editor) -> Section | None:
    """The emotional graph that the selection, or else the cursor, stands in."""
    record = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    id = record.section if isinstance(record, EmotionPoint) else record.id if record is not None else None
    if id is None and editor.selection.cell is not None:
        id = editor.selection.cell.section
    found = editor.document.find(id) if id is not None else None
    return found if isinstance(found, Section) and taken_by(found) is EmotionPoint else None


def _choice(name: str, tip: str, column: QVBoxLayout) -> ComboBox:
    label = QLabel(name)
    label.setProperty("role", "label")
    box = ComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tip)
    set_buddy(label, box)
    column.addWidget(label)
    column.addWidget(box)
    return box
