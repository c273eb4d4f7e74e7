"""The findings of the preflight as a list; one of them leads to its place on the map."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.language.phrases import tr
from app.publishing.finding import Finding
from app.widgets.base.icons import icon, icon_size

_RECORD = Qt.ItemDataRole.UserRole


class Findings(QListWidget):
    """Emits `place_wanted` with the id of the record that a finding is about."""

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Before you print"))
        self.setWordWrap(True)
        self.setIconSize(icon_size(15))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(tr("Double-click or press Enter to go to the place on the map"))
        self.itemActivated.connect(self._go)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        self.clear()
        for finding in findings:
            sign = icon("triangle-alert" if finding.is_warning else "info", size=15)
            item = QListWidgetItem(sign, str(finding.sentence))
            item.setData(_RECORD, finding.record)
            self.addItem(item)

    def sentences(self) -> list[str]:
        return [self.item(row).text() for row in range(self.count())]

    def _go(self, item: QListWidgetItem) -> None:
        if record := item.data(_RECORD):
            self.place_wanted.emit(record)
