"""The page of the minutes of the day: their text as it will be, and the ways in which it is handed on."""

from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QToolButton, QVBoxLayout, QWidget

from app.file_names import file_name
from app.formats.format import write_safely
from app.formats.minutes import as_markdown
from app.language.phrases import tr
from app.language.spoken import speaking
from app.model.analysis.minutes import minutes_of
from app.model.change import Change
from app.model.history.history_cursor import document_at, earlier
from app.model.history.versions import Version
from app.model.records import Run
from app.pages.deliverables.sheet_options import MinutesOptions
from app.pages.errors import FormatError
from app.pages.page_options import PageOptions
from app.storage.errors import ProjectFileError
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.buttons import action_button
from app.widgets.base.check_box import CheckBox
from app.widgets.base.file_dialogs import ask_for_new_file
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.page import Page
from app.widgets.base.text_size import scaled
from app.widgets.shell import Shell

_WIDEST = 860
"""Logical pixels at 100 % of a line."""


class MinutesPage(Page):
    """The minutes of the workshop that was held last."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Minutes of the day"))
        self._window, self._editor = window, window.editor
        self._since: tuple[str, Version | None] = ("", None)
        """Of which run the beginning was read, and the project as it was then."""
        self.text = _Text()
        self.without_names = CheckBox(tr("Without names"))
        self.copy = QToolButton()
        self.save = QToolButton()
        self.export = action_button(window.actions_by_name["workshop.export_minutes"], style="both")
        self._assemble()
        set_focus_proxy(self, self.text)
        self.without_names.toggled.connect(self._show)
        self.copy.clicked.connect(self.copy_text)
        self.save.clicked.connect(self.ask_where)
        window.editor.changed.connect(self._follow)

    def begin(self) -> None:
        self._editor.select_cell(None)
        self._show()

    @property
    def printed(self) -> PageOptions | None:
        run, document = self._run, self._editor.document
        since = self._beginning(run) if run is not None else None
        return MinutesOptions(
            without_names=self.without_names.isChecked(),
            compared_with=earlier(since, document) if since is not None else None,
        )

    @property
    def markdown(self) -> str:
        """The text, in the language of the project."""
        document, run = self._editor.document, self._run
        if run is None:
            return ""
        with speaking(document.project.language):
            return as_markdown(
                minutes_of(document, run, self._beginning(run), not self.without_names.isChecked())
            )

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.markdown)
        self._window.show_message(tr("Copied the minutes as text."))

    def ask_where(self) -> None:
        """Ask for a file, and write the text into it."""
        name = file_name(self._editor.document.project.name, otherwise="minutes")
        suggested = self._window.path.with_name(f"{name}.md")
        kinds = tr("Markdown ({patterns})", patterns="*.md")
        ask_for_new_file(self._window.widget, tr("Save the minutes"), suggested, kinds, self.write)

    def write(self, path: Path) -> None:
        """Write the text into a file."""
        content = self.markdown.encode()

        def fill(stream: BinaryIO) -> None:
            stream.write(content)

        try:
            write_safely(path, fill, force=True)
        except FormatError as error:
            self._window.show_message(str(error))
        else:
            self._window.show_message(tr("The minutes were saved as {name}.", name=path.name))

    @property
    def _run(self) -> Run | None:
        runs = self._editor.document.runs()
        return runs[-1] if runs else None

    def _beginning(self, run: Run) -> Version | None:
        """The project as the workshop found it; none where that cannot be read any more."""
        if self._since[0] != run.id:
            self._since = (run.id, self._read(run))
        return self._since[1]

    def _read(self, run: Run) -> Version | None:
        number = run.versions[0].step if run.versions else None
        history = self._editor.history
        step = next((one for one in history.steps if one.number == number), None)
        if step is None:
            return None
        try:
            return Version(str(step.label), document_at(history, step))
        except ProjectFileError as error:
            self._window.show_message(str(error))
            return None

    def _show(self, *_: object) -> None:
        place = self.text.verticalScrollBar().value()
        self.text.show_markdown(self.markdown)
        self.text.verticalScrollBar().setValue(place)

    def _follow(self, change: Change) -> None:
        if self.is_open and change:
            self._show()

    def _assemble(self) -> None:
        self.without_names.setToolTip(tr("Leave out who was there and who answers for what"))
        self.tools.addWidget(self.without_names)
        self.tools.addStretch(1)
        for button, sign, words, tip in (
            (self.copy, "copy", tr("Copy as text"), tr("Copy the minutes, to paste them into an e-mail")),
            (self.save, "file-text", tr("Save as Markdown…"), tr("Write the minutes into a text file")),
        ):
            button.setText(words)
            button.setIcon(icon(sign))
            button.setIconSize(icon_size())
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(words)
            button.setToolTip(tip)
            self.tools.addWidget(button)
        self.export.setProperty("role", "outlined")
        self.tools.addWidget(self.export)
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(*(scaled(side) for side in (24, 18, 24, 18)))
        self.text.setMaximumWidth(scaled(_WIDEST))
        column.addWidget(self.text)
        self.column.addWidget(around, 1)


class _Text(QTextEdit):
    """Shows Markdown, and reads no file that it names."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.document().setDocumentMargin(scaled(18))
        self.setTabChangesFocus(True)
        self.setProperty("role", "read")
        self.setAccessibleName(tr("Minutes of the day"))
        self.setToolTip(tr("What the workshop came to"))

    def show_markdown(self, markdown: str) -> None:
        """Show a text, its headings apart from what stands above them."""
        document = self.document()
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        for number in range(1, document.blockCount()):
            block = document.findBlockByNumber(number)
            if block.blockFormat().headingLevel():
                layout = block.blockFormat()
                layout.setTopMargin(scaled(18))
                layout.setBottomMargin(scaled(6))
                QTextCursor(block).setBlockFormat(layout)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None
