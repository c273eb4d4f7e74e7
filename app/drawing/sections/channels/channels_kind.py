"""Channels and process: in each stage, how the customer goes through which channels."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.channel_icons import CHANNELS, OTHER, icon_of
from app.drawing.display import Batch, Paths, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.channels.channel_places import RADIUS, Spot, places_of
from app.drawing.sections.channels.process_paths import process_path, turn_path
from app.drawing.sections.channels.processes import PROCESSES
from app.drawing.sections.entries import EntryKind
from app.drawing.sections.form import Choice, FormField, ShortText, UsualWords
from app.drawing.sections.kind import Typed
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.drawing.theme import INK, RIM, SECONDARY, SHEET, TextStyle
from app.language.phrases import phrase, phrase_context
from app.model.document import Document
from app.model.exchange.cell_parts import has_order, listed_in
from app.model.kinds import Held
from app.model.labels import step_label
from app.model.records import MOST_CHANNELS, Entry
from app.model.verbs.ready_sections import ReadySection

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

    gap = 18.0

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        """Channels that are typed, parted by commas, arrows or slashes, or one that has an icon.

        Where there are channels already, what is typed is said of them. More than go into one process make
        another.
        """
        channels = listed_in(entry.text)
        is_list = len(channels) > 1 or (channels and icon_of(channels[0]) != OTHER)
        if before.strip() or entry.channels or not is_list:
            return None
        process = {"process": "linear"} if has_order(entry.text) else {}
        runs = [channels[start : start + MOST_CHANNELS] for start in range(0, len(channels), MOST_CHANNELS)]
        first, *others = ({"text": "", "channels": tuple(run), **process} for run in runs)
        return Typed(first, step_label("set_channels"), others=tuple(others))

    def draw_entry(
        self, document: Document, entry: Entry, room: QRectF, sizes: Sizes
    ) -> tuple[Sequence[Batch], float]:
        """A process with its channels."""
        places = places_of(entry, room, sizes)
        drawn: list[Batch] = []
        if places.label.block.text:
            drawn.append(Texts([places.label], SECONDARY, seen_from=READABLE, layer=_TEXTS))
        if entry.process is not None and places.spots:
            ways = (
                *(command for gap in places.gaps for command in process_path(entry.process, gap)),
                *(command for turn in places.turns for command in turn_path(turn)),
            )
            drawn.append(Paths(ways, [QPointF(0, 0)], stroke=Stroke(RIM, 3), layer=_LINES))
        return [*drawn, *_discs(places.spots)], places.bottom - room.top()

    def text_style(self, sizes: Sizes) -> TextStyle:
        return sizes.small

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        """Where the words are: on the first arrow, or over the discs; from there to the entry's edge."""
        box = super().text_box(document, record, rectangle, sizes)
        if box is None or not isinstance(record, Entry):
            return box
        label = places_of(record, rectangle, sizes).label
        return box._replace(place=QPointF(label.x, label.y), width=rectangle.right() - label.x)


def _discs(spots: Sequence[Spot]) -> list[Batch]:
    if not spots:
        return []
    places = [spot.place for spot in spots]
    drawn: list[Batch] = [Paths(circle(RADIUS), places, fill=SHEET, stroke=Stroke(RIM, 2.5), layer=_DISCS)]
    by_icon: dict[str, list[QPointF]] = {}
    for spot in spots:
        by_icon.setdefault(icon_of(spot.channel), []).append(spot.place)
    drawn += [glyph(icon, found, INK, _ICONS, 30) for icon, found in by_icon.items()]
    names = [spot.name for spot in spots]
    return [*drawn, Texts(names, SECONDARY, seen_from=READABLE, layer=_TEXTS)]
