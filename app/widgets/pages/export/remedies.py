"""Buttons for what would help against what the preflight found: each sets the options that do."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.publishing.finding import Finding, Remedy
from app.widgets.forms.chips import Flow


class Remedies(QWidget):
    """Emits `wanted` with the remedy whose button was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = Flow(self)
        self._buttons: list[QPushButton] = []
        self.hide()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """A button for each remedy that findings have; the sentence is its tooltip."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        helped = [(one, one.remedy) for one in findings if one.remedy is not None]
        self._buttons = [self._button(finding, remedy) for finding, remedy in helped]
        for button in self._buttons:
            self._row.addWidget(button)
        self.setVisible(bool(self._buttons))

    def buttons(self) -> dict[str, QPushButton]:
        return {button.text(): button for button in self._buttons}

    def _button(self, finding: Finding, remedy: Remedy) -> QPushButton:
        button = QPushButton(str(remedy.label))
        button.setToolTip(str(finding.sentence))
        button.clicked.connect(partial(self.wanted.emit, remedy))
        return button
