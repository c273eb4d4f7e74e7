"""The dialog that arranges a map for its paper: how it would be is seen first, and is one step to undo."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.formats.options import ExportOptions
from app.language.phrases import tr
from app.model.records import Arranged
from app.pages.errors import FormatError, sentence_of
from app.pages.options import settings_of
from app.publishing.arranging import ArrangeOptions, ArrangeRequest
from app.publishing.finding import Finding
from app.publishing.previewing import LayoutResult, PageResult
from app.session.editor import Editor
from app.widgets.base.belonging import set_buddy
from app.widgets.base.buttons import heading
from app.widgets.base.text_size import scaled
from app.widgets.pages.export.asking import Asking
from app.widgets.pages.export.control import Control
from app.widgets.pages.export.controls import control_for
from app.widgets.pages.export.findings import Findings
from app.widgets.pages.export.preview import Preview

_PAUSE = 150
"""Milliseconds after the last change until the map is arranged anew."""
_LEAST_SETTINGS = 330


class ArrangeDialog(QDialog):
    """Arranges the map that the editor shows, once that is asked for."""

    def __init__(self, editor: Editor, options: ArrangeOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Arrange for paper"))
        self._editor, self._map = editor, editor.map
        self._laid: LayoutResult | None = None
        self._asking = Asking(editor.document, self)
        self._controls = [
            control_for(ArrangeOptions, {name: setting}, {})
            for name, setting in settings_of(ArrangeOptions).items()
        ]
        for control in self._controls:
            control.show_options(options)
        self.preview = Preview()
        self.findings = Findings()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(tr("Cancel"))
        cancel.setToolTip(tr("Leave the map as it is"))
        self.arrange = QPushButton(tr("Arrange"))
        self.arrange.setToolTip(tr("Give stages, sections and type the sizes that are shown, in one step"))
        self.arrange.setDefault(True)
        self.buttons.addButton(self.arrange, QDialogButtonBox.ButtonRole.AcceptRole)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._listen()
        self.refresh()
        self.resize(QSize(scaled(1100), scaled(720)).boundedTo(self.screen().availableSize()))

    @property
    def options(self) -> ArrangeOptions:
        """What the fields say. Raises FormatError."""
        values = {name: value for control in self._controls for name, value in control.values().items()}
        given = {name: value for name, value in values.items() if value is not None}
        return ArrangeOptions.model_validate(given)

    @property
    def is_current(self) -> bool:
        """Whether what is shown is what the fields say."""
        return not self._timer.isActive() and not self._asking.is_busy

    def control(self, name: str) -> Control:
        return next(control for control in self._controls if name in control.names)

    def refresh(self) -> None:
        """Have the map arranged as the fields say, beside the window."""
        self._timer.stop()
        self._laid = None
        self._enable()
        try:
            request = ArrangeRequest(self._map, self.options)
        except FormatError as error:
            self._asking.end()
            self._say(str(sentence_of(error)))
            return
        self._say(tr("Arranging the map…"))
        self._asking.ask(ExportOptions(), None, request)

    def _take(self, laid: LayoutResult) -> None:
        self._laid = laid
        self.findings.show_findings((Finding("pages", laid.fault),) if laid.fault else laid.findings)
        self._say("" if laid.change or laid.fault else tr("The map is arranged like this already."))
        self._enable()
        if laid.fault:
            self.preview.show_page(None)
        else:
            self._asking.turn(0)

    def _show_page(self, turned: PageResult) -> None:
        self.preview.setAccessibleDescription(turned.name)
        self.preview.show_page(turned.size, turned.number, turned.page)

    def _apply(self) -> None:
        """Make what is shown so: one step, however many stages and sections it changes."""
        if self._laid is not None and self._laid.change:
            self._editor.do(self._laid.change)
        self.accept()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _enable(self) -> None:
        self.arrange.setEnabled(self._laid is not None and bool(self._laid.change))

    def done(self, result: int) -> None:
        self._timer.stop()
        self._asking.end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._asking.end()
        super().closeEvent(event)

    def _listen(self) -> None:
        for control in self._controls:
            control.changed.connect(self._timer.start)
            control.refused.connect(self._say)
        self._timer.timeout.connect(self.refresh)
        self._asking.laid.connect(self._take)
        self._asking.turned.connect(self._show_page)
        self._asking.painted.connect(self.preview.take)
        self.preview.wanted.connect(self._asking.look)
        self.arrange.clicked.connect(self._apply)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        right = QWidget()
        right.setFixedWidth(max(scaled(_LEAST_SETTINGS), _LEAST_SETTINGS))
        column = QVBoxLayout(right)
        column.setContentsMargins(14, 14, 14, 14)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for control in self._controls:
            label = QLabel(str(control.setting.label))
            label.setProperty("role", "label")
            set_buddy(label, control.box)
            form.addRow(label, control.widget)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addWidget(heading(tr("Before you print")))
        column.addWidget(self.findings, 1)
        column.addWidget(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.preview, 1)
        row.addWidget(right)


def options_for(arranged: Arranged | None, usual: str) -> ArrangeOptions:
    """What the dialog shows first: the paper that a map is arranged for, or else the usual."""
    if arranged is None:
        return ArrangeOptions(paper=usual)
    orientation = "landscape" if arranged.landscape else "portrait"
    return ArrangeOptions.model_validate(
        {"paper": arranged.paper, "orientation": orientation, "margin": arranged.margin}
    )
