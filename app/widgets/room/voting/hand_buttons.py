"""What a vote is led with by mouse: it comes when the pointer moves, and goes with the next key."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.language.phrases import Phrase, phrase
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.text_size import scaled


class Lead(NamedTuple):
    """What the buttons do."""

    call: Callable[[int], None]
    add: Callable[[int], None]
    reveal: Callable[[], None]
    back: Callable[[], None]


class HandButtons(QWidget):
    """A row of buttons in the foot."""

    def __init__(self, lead: Lead, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(4))
        buttons: tuple[tuple[str, Phrase, Callable[[], None]], ...] = (
            ("chevron-left", phrase("Call the previous"), lambda: lead.call(-1)),
            ("minus", phrase("One hand less"), lambda: lead.add(-1)),
            ("plus", phrase("One hand more"), lambda: lead.add(1)),
            ("chevron-right", phrase("Call the next"), lambda: lead.call(1)),
            ("eye", phrase("Reveal"), lead.reveal),
            ("x", phrase("Back to showing"), lead.back),
        )
        for sign, name, do in buttons:
            button = QToolButton(self)
            button.setIcon(icon(sign))
            button.setIconSize(icon_size(18))
            button.setAccessibleName(str(name))
            button.setToolTip(str(name))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(do)
            row.addWidget(button)
        self.hide()

    def stand_in(self, foot: QRectF) -> None:
        """Stand in the middle of the foot, right of what is typed."""
        size = self.sizeHint()
        self.setGeometry(
            round(foot.width() * 0.56),
            round(foot.center().y() - size.height() / 2),
            size.width(),
            size.height(),
        )
