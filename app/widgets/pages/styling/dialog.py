"""The editor of a project's style: what is changed is seen on the map at once, each change a step to undo.

A colour that could not be read on what it lies on is not taken: the nearest that can is offered instead.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.drawing.fonts import BUNDLED
from app.drawing.styles.contrast import value_of, with_value
from app.language.phrases import Phrase, tr
from app.language.words import capitalised
from app.model.change import Change
from app.model.field_words import field_name
from app.model.nouns import word
from app.model.pictures import NewPicture
from app.model.records import Style, StyleColours
from app.model.verbs.styles import LOGOS, set_logo, set_style
from app.session.editor import Editor
from app.widgets.base.belonging import set_buddy
from app.widgets.base.buttons import heading
from app.widgets.base.text_size import scaled
from app.widgets.forms.choice_fields import ComboBox, NumberField
from app.widgets.forms.field import Field
from app.widgets.forms.picture_field import PictureField
from app.widgets.pages.styling.colour_field import HexField, filled
from app.widgets.pages.styling.colour_names import GROUPS
from app.widgets.pages.styling.offer import Offer, first_offer, offer_for
from app.widgets.pages.styling.ramp import RampField

_SHAPES = {"note_shape": ("sticky", "card"), "header_shape": ("chevron", "bar")}


class StyleDialog(QDialog):
    """Shows the style of the editor's project, and changes it as fields are changed."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Style"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor = editor
        self.colours: dict[str, HexField] = {}
        self.boxes: dict[str, ComboBox] = {}
        self.name, self.footer = QLineEdit(), QLineEdit()
        self.radius: Field = NumberField(0, 60)
        self.logos: dict[str, Field] = {field: PictureField(editor) for field in LOGOS}
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.use = QPushButton()
        self.use.setVisible(False)
        self.use.setToolTip(tr("Take the colour that is offered"))
        self.ramp = RampField()
        self._offer: Offer | None = None
        """In place of a colour that was refused."""
        self._offered: Offer | None = None
        self._lay_out()
        self._listen()
        self._show()

    @property
    def style_shown(self) -> Style:
        return self._editor.document.style or Style(id="own", name="Journeywall")

    def set_colour(self, field: str, value: str) -> None:
        """Take a colour that can be told from what it lies on; offer the nearest in place of any other."""
        new = with_value(self.style_shown.colours, field, value)
        offer = offer_for(new, field)
        if offer is None:
            self._offer = None
            self._set(colours=new)
        else:
            self._offer = offer
        self._show()

    def _show_offer(self) -> None:
        """What was refused, or else what of this style could not be seen if it came from elsewhere so."""
        offer = self._offer or first_offer(self.style_shown.colours)
        self._offered = offer
        self.words.setText(str(offer.sentence) if offer is not None else "")
        is_help = offer is not None and offer.nearest is not None
        self.use.setVisible(is_help)
        if offer is not None and offer.nearest is not None:
            self.use.setText(tr("Use {colour}, the nearest that is seen", colour=offer.nearest))
            self.use.setIcon(filled(offer.nearest, self.use.iconSize()))

    def _use(self) -> None:
        if self._offered is not None and self._offered.nearest is not None:
            self.set_colour(self._offered.field, self._offered.nearest)

    def _set(self, **fields: object) -> None:
        self._editor.do(set_style(self._editor.document, None, **fields))

    def _show(self, _: Change | None = None) -> None:
        style = self.style_shown
        for line, text in ((self.name, style.name), (self.footer, style.footer)):
            if line.text() != text:
                line.setText(text)
        for field, box in self.boxes.items():
            index = box.findData(getattr(style, field))
            if index < 0:
                box.addItem(getattr(style, field), getattr(style, field))
                index = box.count() - 1
            box.setCurrentIndex(index)
        self.radius.show_value(style.radius)
        for field, logo in self.logos.items():
            logo.show_value(getattr(style, field))
        for field, shown in self.colours.items():
            shown.show_colour(value_of(style.colours, field))
        self.ramp.show_colours(style.colours)
        self._show_offer()

    def _listen(self) -> None:
        self._editor.changed.connect(self._show)
        self.use.clicked.connect(self._use)
        self.name.editingFinished.connect(lambda: self._set_text("name", self.name.text()))
        self.footer.editingFinished.connect(lambda: self._set_text("footer", self.footer.text()))
        self.radius.edited.connect(lambda value: self._set(radius=float(value)))
        for field, logo in self.logos.items():
            logo.edited.connect(partial(self._set_logo, field))
            logo.refused.connect(self.words.setText)
        for field, box in self.boxes.items():
            box.activated.connect(partial(self._choose, field))
        for field, shown in self.colours.items():
            shown.edited.connect(partial(self.set_colour, field))
            shown.refused.connect(self.words.setText)
        self.ramp.edited.connect(self.set_colour)
        self.ramp.wanted.connect(self._set_stages)
        self.ramp.refused.connect(self.words.setText)

    def _set_stages(self, stages: tuple[str, ...]) -> None:
        self._offer = None
        colours = {**self.style_shown.colours.model_dump(), "stages": stages}
        self._set(colours=StyleColours.model_validate(colours))

    def _set_text(self, field: str, text: str) -> None:
        if text != getattr(self.style_shown, field):
            self._set(**{field: text})

    def _set_logo(self, field: str, picture: object) -> None:
        assert picture is None or isinstance(picture, NewPicture)
        self._editor.do(set_logo(self._editor.document, field, picture))

    def _choose(self, field: str, index: int) -> None:
        self._set(**{field: self.boxes[field].itemData(index)})

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        form = self._form(column)
        self._add(form, tr("Name"), self.name)
        families = [*BUNDLED, *(each for each in QFontDatabase.families() if each not in BUNDLED)]
        for field, label in (("heading_font", tr("Headings")), ("text_font", tr("Texts"))):
            self._add(form, label, self._box(field, families, str))
        for field, label in (("note_shape", tr("Notes")), ("header_shape", tr("Stages"))):
            self._add(form, label, self._box(field, _SHAPES[field], partial(_shape, field)))
        self._add(form, tr("Corners"), self.radius)
        self._add(form, tr("Footer"), self.footer)
        for field, logo in self.logos.items():
            self._add(form, str(field_name(field)), logo)
        self._add_colours(column)
        scrolled = QScrollArea()
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setAccessibleName(tr("Style"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Close"))
        close.setToolTip(tr("Every change is kept already"))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(scrolled, 1)
        whole.addWidget(self.words)
        whole.addWidget(self.use)
        whole.addWidget(buttons)
        self.resize(QSize(scaled(420), scaled(640)).boundedTo(self.screen().availableSize()))

    def _add_colours(self, column: QVBoxLayout) -> None:
        for index, (title, fields) in enumerate(GROUPS):
            if index == 1:
                column.addWidget(heading(tr("Stages, from the first to the last")))
                column.addWidget(self.ramp)
            column.addWidget(heading(str(title)))
            form = self._form(column)
            for field, name in fields:
                self.colours[field] = HexField(str(name))
                self._add(form, str(name), self.colours[field])

    def _box(self, field: str, values: Sequence[str], words: Callable[[str], str | Phrase]) -> ComboBox:
        box = self.boxes[field] = ComboBox()
        for value in values:
            box.addItem(str(words(value)), value)
        return box

    def _form(self, column: QVBoxLayout) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(form)
        return form

    def _add(self, form: QFormLayout, words: str, widget: QWidget) -> None:
        label = QLabel(words)
        label.setProperty("role", "label")
        set_buddy(label, widget)
        control = widget.control if isinstance(widget, Field) else widget
        control.setAccessibleName(words)
        if not control.toolTip():
            control.setToolTip(words)
        form.addRow(label, widget)


def _shape(field: str, value: str) -> str:
    return capitalised(word(field.replace("_", " "), value))
