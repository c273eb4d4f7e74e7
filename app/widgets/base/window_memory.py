"""Remembers from one start to the next where the window was, and how its panels stood."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

ORGANISATION = APPLICATION = "Journeywall"


def settings() -> QSettings:
    return QSettings(ORGANISATION, APPLICATION)


def remember(window: QMainWindow, splitter: QSplitter) -> None:
    kept = settings()
    kept.setValue("window/geometry", window.saveGeometry())
    kept.setValue("window/panels", splitter.saveState())
    panels = [splitter.widget(index) for index in range(splitter.count())]
    kept.setValue("window/folded", [index for index, each in enumerate(panels) if each and each.isHidden()])


def restore(window: QMainWindow, splitter: QSplitter) -> bool:
    """Put the window where it was. Returns whether anything was remembered."""
    kept = settings()
    geometry, panels = kept.value("window/geometry"), kept.value("window/panels")
    if not isinstance(geometry, QByteArray) or not isinstance(panels, QByteArray):
        return False
    if not window.restoreGeometry(geometry) or not splitter.restoreState(panels):
        return False
    folded = kept.value("window/folded") or []
    for index in folded if isinstance(folded, list) else [folded]:
        panel = splitter.widget(int(index))
        if panel is not None:
            panel.hide()
    return True
