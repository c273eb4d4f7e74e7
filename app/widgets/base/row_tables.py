"""What tables have in common in which each row is one thing: whole rows are picked, cells have no lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget


def dress_as_rows(table: QTableWidget, widest: int | None = None) -> None:
    """Columns are as wide as what stands in them; the `widest` takes what room is left."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    if widest is not None:
        header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
