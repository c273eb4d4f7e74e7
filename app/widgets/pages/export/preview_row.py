"""What stands below the preview of the export window: which page it is, and how near one is to it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton

from app.language.phrases import tr
from app.widgets.forms.number_box import NumberBox
from app.widgets.pages.export.preview import Preview


def preview_row(preview: Preview, number: NumberBox, pages: QLabel) -> QHBoxLayout:
    """The number of the page, of how many, and buttons to see more or less of it."""
    row = QHBoxLayout()
    row.setContentsMargins(14, 8, 14, 8)
    row.setSpacing(8)
    page = QLabel(tr("Page"))
    number.setAccessibleName(tr("Page"))
    number.setToolTip(tr("The page that is shown"))
    row.addWidget(page)
    row.addWidget(number)
    row.addWidget(pages)
    row.addStretch()
    for text, tip, do in (
        ("−", tr("Show the page smaller"), lambda: preview.zoom(0.8)),
        (tr("Fit"), tr("Show the whole page"), preview.fit),
        ("+", tr("Show the page larger"), lambda: preview.zoom(1.25)),
    ):
        button = text_button(text, tip)
        button.clicked.connect(do)
        row.addWidget(button)
    return row


def text_button(text: str, tip: str, primary: bool = False) -> QToolButton:
    """A button with words, or a sign that its tip explains."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip if len(text) < 3 else text.removesuffix("…"))
    if primary:
        button.setProperty("role", "primary")
    return button
