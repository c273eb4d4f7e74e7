"""Choosing which section to insert: all that are ready, with what belongs there, found by typing."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.drawing.sections import kind_of
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.language.phrases import tr
from app.model.verbs.ready_sections import ReadySection
from app.widgets.base.glyph_icons import glyph_icon
from app.widgets.base.icons import icon_size
from app.widgets.base.overlays.chooser import Choice, Chooser


class SectionPicker(Chooser):
    """Calls `insert` with the one that is chosen."""

    def __init__(self, window: QWidget, insert: Callable[[ReadySection], object]) -> None:
        choices = [section_choice(ready, insert) for ready in READY_SECTIONS]
        asks = tr("Which section do you want to insert?")
        super().__init__(window, choices, asks, tr("Section"), width=640, most_rows=12)
        self.list.setIconSize(icon_size())


def section_choice(ready: ReadySection, insert: Callable[[ReadySection], object]) -> Choice:
    kind = kind_of(ready.section_kind)
    name, hint = str(ready.name), str(ready.hint)
    return Choice(
        text=name,
        words=f"{name} {hint} {kind.title}",
        icon=glyph_icon(ready.glyph or kind.glyph),
        tip=hint or str(kind.hint),
        key="",
        run=lambda: insert(ready),
    )
