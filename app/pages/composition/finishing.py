"""What was composed, as the change that makes a map so; and made to fit as its layout really is."""

from app.drawing.layout import MapLayout, lay_out
from app.drawing.map_sizes import sizes_for
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.model.analysis.on_posters import once_told
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.records import Arranged, Id, JourneyMap, Section, Stage
from app.pages.composition.composing import LOW_GRAPH, USUAL_GRAPH, Composed, Composing

_NEAR = 0.5
"""Map units that a map may be higher or lower than its sheet: a third of a millimetre on A0."""
_MOST_TRIES = 4
_LEAST_QUOTE, _SMALLER_QUOTE = 1.0, 0.93
"""How many times as large as notes quotes are at least, and how much smaller they become to find room."""


def finished(composing: Composing, composed: Composed) -> Composed | None:
    """The same with the sheet filled as its layout is.

    None, where the map proves to be too high for it; what its graphs have under them is known then. And where
    a quote finds no room on its curve, how large quotes may be.
    """
    least = composed.heights
    composed = composing.stretched(composed)
    wanted, over = sum(composed.heights) + sum(composing.feet.values()), 0.0
    for _ in range(_MOST_TRIES):
        arranged = Arranged(bands=composed.bands, sizes=composed.roles)
        change = written(composing.document, composing.map.id, arranged, composed)
        layout = _laid_out(_changed(composing.document, change), composing, composed)
        if _has_words_far_away(layout) and composed.roles.quote > _LEAST_QUOTE:
            composing.most_quote = max(composed.roles.quote * _SMALLER_QUOTE, _LEAST_QUOTE)
            return None
        found = [row.height for row in layout.rows]
        over = sum(found) - wanted
        if abs(over) < _NEAR:
            return composed
        heights = _adjusted(composing, composed.heights, least, over)
        if heights is None:
            composing.feet = {at: max(found[at] - composed.heights[at], 0.0) for at in composing.graphs}
            return None
        composed = composed._replace(heights=heights)
    return composed if over < 0 else None


def _laid_out(document: Document, composing: Composing, composed: Composed) -> MapLayout:
    """The map as it is printed: no words stand across where its sheets meet."""
    sizes = sizes_for(document, composing.map, composed.roles, composing.shown)
    seams = sizes._replace(seams=composed.seams)
    composing.layout = lay_out(document, composing.map.id, composing.layout, for_paper=True, sizes=seams)
    return composing.layout


def _has_words_far_away(layout: MapLayout) -> bool:
    """Whether a quote stands under the band of its graph, or far from its point."""
    words = (row.body.words for row in layout.rows if isinstance(row.body, GraphBody))
    return any(one.left_over or one.far for one in words)


def _adjusted(
    composing: Composing, heights: tuple[float, ...], least: tuple[float, ...], over: float
) -> tuple[float, ...] | None:
    """The graphs lower or higher, or else the rows of notes, which are never under what they need."""
    graphs = composing.graphs
    taken = sum(heights[at] for at in graphs)
    spare = {at: heights[at] - LOW_GRAPH / USUAL_GRAPH * least[at] for at in graphs} if taken else {}
    if over > sum(spare.values()):
        spare |= {at: heights[at] - least[at] for at in composing.rows_of_notes}
    if over < 0:
        some = graphs or composing.rows_of_notes
        return tuple(one - over / len(some) if at in some else one for at, one in enumerate(heights))
    free = sum(spare.values())
    if free < over:
        return None
    return tuple(one - over * spare.get(at, 0.0) / free for at, one in enumerate(heights))


def plain(document: Document, map: Id) -> Document:
    """The map as if nobody had given its stages and sections a size; its notes fill their cells."""
    draft = Draft(document)
    for section in document.sections(map):
        standing = "fill" if section.standing == "paper-sized" else section.standing
        draft.put(section.changed(height=None, standing=standing))
    return _changed(document, draft.change(step_label("fit")))


def written(document: Document, map: Id, arranged: Arranged, composed: Composed) -> Change:
    """What was found, as the change that makes it so."""
    draft = Draft(document)
    draft.put(draft.get(JourneyMap, map).changed(arranged=arranged))
    for stage, width in zip(document.stages(map), composed.widths, strict=True):
        draft.put(draft.get(Stage, stage.id).changed(width=width))
    shown = once_told(document, map).sections
    heights = {section.id: height for section, height in zip(shown, composed.heights, strict=True)}
    for section in document.sections(map):
        standing = "fill" if section.standing == "paper-sized" else section.standing
        height = heights.get(section.id)
        kept = None if height is None or section.is_folded else max(height, 40.0)
        draft.put(draft.get(Section, section.id).changed(height=kept, standing=standing))
    return draft.change(step_label("arrange", paper=arranged.paper))


def _changed(document: Document, change: Change) -> Document:
    """A snapshot after a change."""
    snapshot = document.copy()
    snapshot.apply(change)
    return snapshot
