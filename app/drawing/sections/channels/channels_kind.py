"""Channels and process: in each stage, how the customer goes through which channels."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.channel_icons import CHANNELS, icon_of
from app.drawing.display import Batch, Paths, PlacedText, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.grid import Column
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.channels.process_paths import LOOP, NAMES, process_path
from app.drawing.sections.channels.processes import PROCESSES
from app.drawing.sections.entries import Drawn, EntryKind, room_in
from app.drawing.sections.form import Choice, FormField, ShortText, UsualWords
from app.drawing.sections.kind import Box
from app.drawing.sizes import USUAL, Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import ACCENT, INK, SECONDARY, SHEET
from app.language.phrases import phrase, phrase_context
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Entry, Section
from app.model.verbs.ready_sections import ReadySection

RADIUS = 28.0
"""Of the disc behind an icon."""
_SLOT = 106.0
"""The least room that a channel takes from left to right, in the usual type."""
_UNDER = 62.0
"""Room for the names under a line of discs, in the usual type."""
_DROP = 40.0
"""How far every other channel of a process that is not linear stands below the line."""
_GAP = 18.0
_LINES, _DISCS, _ICONS, _TEXTS = range(4)


class Channels(EntryKind):
    name = "channels"
    title = phrase("Channels and process")
    glyph = "process"
    hint = phrase("Which channels the customer uses, and in what order.")
    ready = (ReadySection(phrase("Process"), phrase("Which channels, and in what order?"), "channels"),)
    form = (
        FormField(
            "process",
            phrase("Process"),
            Choice(((None, phrase_context("process", "None")), *PROCESSES.items())),
            step=step_label("set_process"),
        ),
        FormField(
            "channels",
            phrase("Channels"),
            UsualWords((*CHANNELS,), phrase("One per line, up to ten")),
            step=step_label("set_channels"),
        ),
        FormField(
            "text",
            phrase("In words"),
            ShortText(phrase("Shown instead of the name of the process")),
            step=step_label("edit_process"),
        ),
    )

    def draw(
        self,
        document: Document,
        section: Section,
        column: Column,
        entries: tuple[Entry, ...],
        sizes: Sizes,
    ) -> Drawn:
        room, boxes = room_in(column), []
        drawn: list[Batch] = []
        y = room.top()
        for entry in entries:
            top = QRectF(room.left(), y, room.width(), 0)
            batches, bottom = _process(entry, top, sizes)
            drawn += batches
            boxes.append(Box(entry.id, QRectF(room.left(), y, room.width(), bottom - y)))
            y = bottom + _GAP
        return Drawn(tuple(boxes), y - _GAP, tuple(drawn))


class _Spot(NamedTuple):
    channel: str
    place: QPointF
    is_named_above: bool
    """Whether its name stands over it, clear of the process's line."""
    name: TextBlock

    @property
    def bottom(self) -> float:
        below = 0.0 if self.is_named_above else 6 + self.name.height
        return self.place.y() + RADIUS + below


def _process(entry: Entry, room: QRectF, sizes: Sizes) -> tuple[list[Batch], float]:
    """One process with its channels, from the top of its room; and where it ends."""
    label = entry.text or (str(PROCESSES[entry.process]) if entry.process else "")
    title = text_block(label, sizes.caption, room.width())
    drawn: list[Batch] = []
    y = room.top()
    if label:
        drawn.append(Texts([PlacedText(room.left(), y, title)], SECONDARY, seen_from=READABLE, layer=_TEXTS))
        y += title.height + 12
    spots = _spots(entry, QRectF(room.left(), y, room.width(), 0), sizes)
    places = [spot.place for spot in spots]
    if entry.process is not None and places:
        path = process_path(entry.process, places, RADIUS, room.right() - 8, NAMES * _enlargement(sizes))
        drawn.append(Paths(path, [QPointF(0, 0)], stroke=Stroke(ACCENT.mixed(SHEET, 0.35), 4), layer=_LINES))
    drawn += _discs(spots)
    loop = LOOP + 12 if entry.process == "cyclic" else 0.0
    bottom = max([y, *(max(spot.bottom, spot.place.y() + loop) for spot in spots)])
    return drawn, max(bottom, room.top() + 40)


def _enlargement(sizes: Sizes) -> float:
    """How many times as large as usually the names of channels are."""
    return sizes.channel.size / USUAL.channel.size


def _spots(entry: Entry, room: QRectF, sizes: Sizes) -> list[_Spot]:
    """Where each channel stands: in lines from left to right, or, in a circle, there and back."""
    channels, process = entry.channels, entry.process
    larger = _enlargement(sizes)
    slot = _SLOT * larger
    a_line = max(1, int(room.width() // slot))
    if process == "cyclic" and len(channels) > 2:
        a_line = min(a_line, (len(channels) + 1) // 2)
    step = room.width() / a_line
    above = NAMES * larger if process in ("cyclic", "non-linear") else 0.0
    spots = []
    for index, channel in enumerate(channels):
        line, column = divmod(index, a_line)
        is_raised = process == "non-linear" and column % 2 == 0
        is_named_above = is_raised or (process == "cyclic" and line == 0)
        drop = _DROP if process == "non-linear" and not is_raised else 0.0
        if process == "cyclic" and line % 2:
            column = a_line - 1 - column
        height = 2 * RADIUS + _UNDER * larger + (above + _DROP if process == "non-linear" else 0.0)
        x, y = room.left() + step * (column + 0.5), room.top() + above + RADIUS + line * height + drop
        name = text_block(channel, sizes.channel, slot - 6)
        spots.append(_Spot(channel, QPointF(x, y), is_named_above, name))
    return spots


def _discs(spots: Sequence[_Spot]) -> list[Batch]:
    if not spots:
        return []
    places = [spot.place for spot in spots]
    rim = Stroke(ACCENT.mixed(SHEET, 0.35), 2.5)
    drawn: list[Batch] = [Paths(circle(RADIUS), places, fill=SHEET, stroke=rim, layer=_DISCS)]
    by_icon: dict[str, list[QPointF]] = {}
    labels = []
    for spot in spots:
        by_icon.setdefault(icon_of(spot.channel), []).append(spot.place)
        y = -RADIUS - 4 - spot.name.height if spot.is_named_above else RADIUS + 6
        labels.append(PlacedText(spot.place.x() - spot.name.available / 2, spot.place.y() + y, spot.name))
    drawn += [glyph(icon, found, INK, _ICONS, 30) for icon, found in by_icon.items()]
    return [*drawn, Texts(labels, SECONDARY, seen_from=READABLE, layer=_TEXTS)]
