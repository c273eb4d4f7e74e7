"""Lets text be measured and pictures be painted where there is no window and no display."""

from PySide6.QtGui import QGuiApplication

_kept: list[QGuiApplication] = []
"""Qt does not keep its application alive; without one, measuring text ends the process."""


def ensure_gui() -> None:
    """Make sure that Qt can measure text: where no application runs, with one that needs no screen."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication(["journeywall", "-platform", "offscreen"]))
