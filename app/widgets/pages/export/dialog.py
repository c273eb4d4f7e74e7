"""The dialog for exports: the pages at the left as they will be, settings and what to know at the right.

It lays nothing out and writes nothing itself: processes beside the window do, and it never waits for them.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import formats
from app.file_names import file_name
from app.formats.export_notes import ExportNote
from app.formats.options import ExportOptions
from app.language.phrases import phrase, tr, tr_plural
from app.model.history.history_cursor import Earlier
from app.model.records import Id
from app.pages.deliverables.pages import Pages
from app.pages.lengths import format_size
from app.publishing.arranging import ArrangeOptions
from app.publishing.finding import Finding, Remedy
from app.publishing.previewing import LayoutResult, PageResult
from app.session.editor import Editor
from app.session.spelling_review import SpellingReview
from app.widgets.base.buttons import heading
from app.widgets.base.check_box import CheckBox
from app.widgets.base.file_dialogs import ask_for_new_file
from app.widgets.base.text_size import scaled
from app.widgets.forms.number_box import NumberBox
from app.widgets.pages.export.asking import Asking
from app.widgets.pages.export.findings import Findings
from app.widgets.pages.export.parts import maps_of, parts_of
from app.widgets.pages.export.preview import Preview
from app.widgets.pages.export.preview_row import preview_row, text_button
from app.widgets.pages.export.printing import ask_printer
from app.widgets.pages.export.remedies import Remedies
from app.widgets.pages.export.remembered import (
    remember,
    remember_format,
    remembered,
    remembered_format,
)
from app.widgets.pages.export.running import Running
from app.widgets.pages.export.settings_form import SettingsForm
from app.widgets.pages.export.spelling_finding import records_on, spelling_findings
from app.widgets.pages.export.versions import versions_of

_PAUSE = 150
"""Milliseconds after the last change until the preview is made anew."""

_LEAST_SETTINGS, _AROUND_SETTINGS = 350, 38
"""Logical pixels: how wide the settings are at least, with what stands around the fields."""


class ExportDialog(QDialog):
    """Emits `place_wanted` with the id of a record that a finding leads to."""

    place_wanted = Signal(str)
    arrange_wanted = Signal(object)
    """The map is to be arranged as the poster is; with the options for that."""

    def __init__(
        self,
        editor: Editor,
        folder: Path,
        parent: QWidget | None = None,
        compared_with: Earlier | None = None,
        filtered: Sequence[Id] | None = None,
    ) -> None:
        """`filtered`: the notes that a filter lets through, if there is one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export"))
        self._document, self._map, self._folder = editor.document, editor.map, folder
        self._filtered = filtered
        self._read_only = editor.read_only
        self._laid: LayoutResult | None = None
        self._spelling = editor.spelling
        self._review = SpellingReview(editor.spelling, self)
        self._asking = Asking(self._document, self, weighs=True)
        self.running = Running()
        self.form = SettingsForm(
            partial(remembered, self._map),
            parts_of(editor, filtered),
            {
                "version": versions_of(editor, compared_with, self.running.show_message),
                "map": maps_of(editor),
            },
            remembered_format(self._map),
        )
        self.preview = Preview()
        self.findings = Findings()
        self._before = heading(tr("Before you print"))
        self._lacking = heading(tr("What the file does not hold"))
        self._lacking.hide()
        self.remedies = Remedies()
        self.number = NumberBox()
        self.number.setDecimals(0)
        self.number.setRange(1, 1)
        self.pages = QLabel()
        self.open_when_done = CheckBox(tr("Open when done"))
        self.open_when_done.setToolTip(tr("Open the file in its usual program once it is written"))
        self.print_button = text_button(tr("Print…"), tr("Print it on a printer of this computer"))
        self.export_button = text_button(tr("Export…"), tr("Write it to a file"), primary=True)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._listen()
        self.refresh()
        self.resize(QSize(scaled(1180), scaled(800)).boundedTo(self.screen().availableSize()))

    @property
    def options(self) -> ExportOptions:
        return self.form.options()

    @property
    def is_current(self) -> bool:
        """Whether pages and findings are those of the settings, and what is seen of the page is painted."""
        return not self._timer.isActive() and not self._asking.is_busy

    def refresh(self) -> None:
        """Have the preview and the findings made anew."""
        self._timer.stop()
        self._before.setVisible(self.form.has_pages)
        self._lacking.hide()
        self._column.setStretchFactor(self.findings, 2 if self.form.has_pages else 10)
        self.form.fit_into(self._right.width() - _AROUND_SETTINGS)
        if not self.form.has_pages:
            self._asking.end()
            self._review.stop()
            self._laid = None
            self.findings.clear()
            self.remedies.show_findings(())
            self.preview.show_page(None)
            self.pages.setText(tr("{format} has no pages.", format=str(self.form.chosen_format.description)))
            self._enable()
            return
        self.form.show_costs(())
        self._asking.ask(self.options, self.form.reading_distance())
        self._review.begin(self._document, records_on(self._document, self.options.pages))
        if self._laid is None:
            self.pages.setText(tr("Laying out the pages…"))

    def _take(self, laid: LayoutResult) -> None:
        """Show what the settings came to."""
        self._laid = laid
        self._show_findings()
        with QSignalBlocker(self.number):
            self.number.setRange(1, max(laid.pages, 1))
        if laid.fault:
            self.preview.show_page(None)
            self.pages.setText("")
        self._turn()
        self._enable()

    def _show_findings(self) -> None:
        laid = self._laid
        if laid is not None:
            found = (Finding("pages", laid.fault),) if laid.fault else self._found(laid)
            self.findings.show_findings(found)
            self.remedies.show_findings(one for one in found if self._can_help(one))

    def _show_lacking(self, notes: Sequence[ExportNote]) -> None:
        """Say what a file that is written does not hold, where what to know of pages would stand."""
        if notes and not self.form.has_pages:
            self._lacking.show()
            self.findings.show_findings(
                Finding("left out", note.words, note.record, is_warning=False) for note in notes
            )

    def export_to(self, path: Path) -> None:
        """Write the pages into a file; the dialog that asked for it knows that one may be replaced."""
        self._remember()
        self._folder = path.parent
        self.running.start(self._document, path, self.options, opens=self.open_when_done.isChecked())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        self._end()
        super().done(result)

    def _end(self) -> None:
        self._timer.stop()
        self._asking.end()
        self._review.stop()
        self.running.cancel()
        if self._can_be:
            self._remember()

    def _remember(self) -> None:
        remember(self._map, self.form.deliverable, self.form.page_options())
        remember(self._map, self.form.chosen_format, self.form.format_options())
        remember_format(self._map, self.form.chosen_format)

    def _found(self, laid: LayoutResult) -> tuple[Finding, ...]:
        """The findings, and first what the window hides and the poster does not; last the spelling."""
        found = laid.findings
        if self._review.misspelt is not None:
            found = (*found, *spelling_findings(self._spelling, self._review.misspelt))
        if self._filtered is None or getattr(self.options.pages, "only", False):
            return found
        sentence = phrase(
            "A filter dims notes in the window: it shows {count}. The poster shows all.",
            count=len(self._filtered),
        )
        return (Finding("left out", sentence, is_warning=False), *found)

    def _can_help(self, finding: Finding) -> bool:
        """Whether a remedy can be had: of a map that is only read none that would change it."""
        return finding.remedy is not None and not (finding.remedy.arranges and self._read_only)

    @property
    def _can_be(self) -> bool:
        """Whether there was something to export when the settings were answered last."""
        return not self.form.has_pages or (self._laid is not None and not self._laid.fault)

    def _turn(self) -> None:
        if self._can_be and self.form.has_pages:
            self._asking.turn(int(self.number.value()) - 1)

    def _show_page(self, turned: PageResult) -> None:
        assert self._laid is not None
        size = turned.size
        self.preview.setAccessibleDescription(turned.name)
        self.pages.setText(
            tr_plural(
                "of {count} page, {size}",
                "of {count} pages, {size}",
                self._laid.pages,
                size=format_size(size.width, size.height),
            )
        )
        self.preview.show_page(size, turned.number, turned.page)

    def _enable(self) -> None:
        can = self._can_be and not self.running.is_running
        self.export_button.setEnabled(can)
        self.print_button.setEnabled(can and self.form.has_pages)
        self.number.setEnabled(self.form.has_pages)
        self.form.setEnabled(not self.running.is_running)

    def _ask_where(self) -> None:
        chosen = self.form.chosen_format
        title = self._laid.title if self._laid else self._document.project.name
        suggested = self._folder / file_name(title, chosen.suffix, otherwise=tr("Poster"))
        others = [known for known in formats.written() if known != chosen]
        kinds = ";;".join(f"{known.description} (*{known.suffix})" for known in (chosen, *others))
        ask_for_new_file(self, tr("Export"), suggested, kinds, self.export_to)

    def _print(self) -> None:
        pages = Pages(self._document, self.options.pages)
        ask_printer(self, pages, lambda steps: self.running.follow(tr("Printing…"), steps))

    def _take_remedy(self, remedy: Remedy) -> None:
        if not remedy.arranges:
            self.form.set_page_options(**dict(remedy.options))
        else:
            self.accept()
            self.arrange_wanted.emit(ArrangeOptions.model_validate(dict(remedy.options)))

    def _go_to(self, record: str) -> None:
        self.place_wanted.emit(record)
        self.accept()

    def _listen(self) -> None:
        self.form.changed.connect(self._timer.start)
        self.form.changed.connect(self.running.forget_refusal)
        for said in (self.form.refused, self.number.refused, self.number.taken):
            said.connect(self.running.show_refusal)
        self._timer.timeout.connect(self.refresh)
        self._asking.laid.connect(self._take)
        self._review.ended.connect(self._show_findings)
        self._asking.turned.connect(self._show_page)
        self._asking.painted.connect(self.preview.take)
        self._asking.weighed.connect(self.form.show_costs)
        self.preview.wanted.connect(self._asking.look)
        self.number.valueChanged.connect(self._turn)
        self.findings.place_wanted.connect(self._go_to)
        self.remedies.wanted.connect(self._take_remedy)
        self.running.changed.connect(self._enable)
        self.running.written.connect(self._show_lacking)
        self.export_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._print)

    def _lay_out(self) -> None:
        right = QWidget()
        column = self._column = QVBoxLayout(right)
        column.setContentsMargins(14, 14, 14, 14)
        scrolled = QScrollArea()
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(self.form)
        for widget, stretch in (
            (scrolled, 5),
            (self._before, 0),
            (self._lacking, 0),
            (self.findings, 2),
            (self.remedies, 0),
            (self.running, 0),
        ):
            column.addWidget(widget, stretch)
        column.addWidget(self.open_when_done)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.export_button)
        column.addLayout(buttons)
        # Words are longer in other languages; large text must leave half of a small screen to the page.
        fields = self.form.minimumSizeHint().width() + _AROUND_SETTINGS
        wanted = max(scaled(_LEAST_SETTINGS), right.minimumSizeHint().width(), fields)
        right.setFixedWidth(min(wanted, max(self.screen().availableSize().width() // 2, _LEAST_SETTINGS)))
        self._right = right
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.preview, 1)
        left.addLayout(preview_row(self.preview, self.number, self.pages))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(right)
