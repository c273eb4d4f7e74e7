"""An emotional graph, laid out: how the customer feels along the stages, as lines over a band."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.culling import all_text_bounds
from app.drawing.display import DisplayList
from app.drawing.glyphs import Shape
from app.drawing.grid import Column, edges_of_moments, sheet_width, walls_of
from app.drawing.pieces import around
from app.drawing.section_name import name_bottom
from app.drawing.sections.emotional_graph.graph_area import draw_area
from app.drawing.sections.emotional_graph.graph_foot import draw_foot, strips_height
from app.drawing.sections.emotional_graph.graph_line import DASHES, RING, CurveLine, Look, distinct_colour
from app.drawing.sections.emotional_graph.graph_scale import Scale, draw_middle, draw_tints
from app.drawing.sections.emotional_graph.graph_scale_words import draw_levels, draw_scale_words
from app.drawing.sections.emotional_graph.graph_words import place_words
from app.drawing.sections.kind import Box, Flow, Piece
from app.drawing.sizes import USUAL, Sizes
from app.drawing.text import line_height
from app.drawing.theme import GRAPH_HEIGHT, SECONDARY, SHEET, Colour
from app.language.spoken import speaking, written_language
from app.model.analysis.comparison import Ghost, ghost_of
from app.model.analysis.on_posters import as_posted
from app.model.analysis.reading import Thresholds
from app.model.document import Document
from app.model.records import CurveStyle, EmotionPoint, Id, JourneyMap, Persona, Section
from app.model.verbs.emotions import NOBODYS, Curve, curves_of, shown_curves

LOWEST_BAND = 140.0
_BOLDEST = 1.6
"""How many times as thick as usually curves become beside large words."""
_UNDER_NAME, _UNDER_WORDS = 16.0, 20.0
"""Room over and under the words of a scale."""
_FIRST_LIVE = 10
"""The layer of the lowest line; each line and its points have layers of their own, or they would be mixed."""
_TYPED, _UNDER = 300.0, 8.0
"""How wide the words of a point are that are typed under it, and how far under its ring."""
_FOLLOWING = 30
"""Points up to which the words follow at every step of a drag."""
_SHAPES: tuple[Shape, ...] = ("circle", "square", "hexagon")
"""Of the points of the first persona, of the second …"""
_GHOST = SECONDARY.mixed(SHEET, 0.45)
_NOBODYS = Colour.of("#4A5468")


class GraphContent(NamedTuple):
    """What a graph is drawn from. The curve in front is the last."""

    curves: tuple[tuple[Curve, Look], ...]
    columns: tuple[Column, ...]
    sizes: Sizes
    style: CurveStyle
    height: float
    thresholds: Thresholds
    ghost: Ghost | None
    emotions: tuple[str, ...]
    """The words of its scale, from the lowest on."""
    name_bottom: float
    """How far down the section's name reaches, under which the scale begins where it stands in words."""
    language: str
    """In which its words are, also while it is dragged."""
    walls: tuple[float, ...] = ()
    """Where no words stand across."""


class GraphBody:
    """An emotional graph laid out, in two parts: the `live` one can be moved on a canvas by itself."""

    flow: Flow = "by itself"
    is_complete: bool
    """Whether the words stand where they are to stay, and belong to the points, not to where those were."""

    def __init__(
        self,
        content: GraphContent,
        previous: "GraphBody | None" = None,
        keeps_still: bool = False,
        is_brief: bool = False,
    ) -> None:
        self.content = content
        # What is shown for a moment has words where they are found at once.
        self.is_complete = not is_brief
        columns = content.columns
        self.scale = _scale(content)
        self.lines = tuple(self._line(*curve, previous) for curve in content.curves) if columns else ()
        if previous is not None and keeps_still:
            self._take_still(previous)
            return
        self._ghost = self._ghost_line() if columns else None
        with speaking(content.language):
            self.words = place_words(
                self.lines, self._ghost, self.scale, content.thresholds, content.sizes, is_brief
            )
            foot, self._foot = draw_foot(
                self.words, self.lines, content.ghost, self._ghost, columns, self.scale.height, content.sizes
            )
        self.height = self.scale.height + foot

    @cached_property
    def still(self) -> DisplayList:
        """The band, the ghost, the words and what stands under the band."""
        if not self.content.columns:
            return ()
        ghost = self._ghost.display_list if self._ghost else ()
        area = draw_area(self.lines[-1].path, self.scale) if self.lines else ()
        lines = draw_levels(self.content.emotions, self.scale, self.content.sizes)
        with speaking(self.content.language):
            return (
                *draw_tints(self.scale),
                *area,
                *lines,
                *draw_middle(self.scale, self.content.sizes),
                *ghost,
                *self.words.display_list,
                *self._foot,
            )

    @cached_property
    def beside(self) -> DisplayList:
        """The scale in words, where it stands so."""
        content = self.content
        return draw_scale_words(content.emotions, self.scale, content.sizes, content.name_bottom)

    @cached_property
    def live(self) -> DisplayList:
        """The lines and their points, the one in front last."""
        return tuple(
            replace(batch, layer=_FIRST_LIVE + 2 * index + over)
            for index, line in enumerate(self.lines)
            for over, batches in enumerate((line.line, line.points))
            for batch in batches
        )

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return (Piece(self.scale.left, self.scale.right, (*self.still, *self.live)),)

    @cached_property
    def still_pieces(self) -> tuple[Piece, ...]:
        """The pieces without what is live."""
        return (Piece(self.scale.left, self.scale.right, self.still),)

    @property
    def blocks(self) -> Sequence[QRectF]:
        """Its call-outs and marks."""
        words = self.words
        return [*(quote.rectangle for quote in words.quotes), *(mark.rectangle for mark in words.marks)]

    @property
    def foot_words(self) -> Sequence[QRectF]:
        """Where words stand under its band."""
        return list(all_text_bounds(self._foot))

    @property
    def signs(self) -> frozenset[str]:
        """What a legend must tell of it."""
        marked = {mark.finding.kind for mark in self.words.marks if mark.finding.kind in ("peak", "trough")}
        points = ("emotion",) if any(line.places for line in self.lines) else ()
        says = ("callout",) if self.words.quotes or self.words.left_over else ()
        return frozenset((*marked, *points, *says))

    def pieces(self, height: float) -> Sequence[Piece]:
        return self._pieces

    def boxes(self, left: float, right: float, height: float) -> Iterator[Box]:
        ring = RING * self.scale.bold
        for line in self.lines:
            for point, place in zip(line.curve.points, line.places, strict=True):
                if left <= place.x() + ring and place.x() - ring <= right:
                    yield Box(point.id, around(place, ring))

    def with_point(self, point: EmotionPoint) -> "GraphBody":
        """The graph as it would be with another value or place of one of its points, for a moment.

        While a hand drags the point of a large graph, its words stay where they are until it is let go.
        """
        curves = tuple((_with_point(curve, point), look) for curve, look in self.content.curves)
        is_large = sum(len(curve.points) for curve, _ in curves) > _FOLLOWING
        return GraphBody(self.content._replace(curves=curves), self, is_large, is_brief=True)

    def words_of(self, id: Id) -> QRectF | None:
        """Where the call-out of a point stands; what has none yet is typed under its point."""
        found = next((quote.rectangle for quote in self.words.quotes if quote.point.id == id), None)
        place = self.place_of(id)
        if found is not None or place is None:
            return found
        return QRectF(place.x() - _TYPED / 2, place.y() + RING + _UNDER, _TYPED, 0)

    def place_of(self, point: str) -> QPointF | None:
        """Where a point lies in its row."""
        for line in self.lines:
            for one, place in zip(line.curve.points, line.places, strict=True):
                if one.id == point:
                    return place
        return None

    def point_at(self, place: QPointF, reach: float) -> EmotionPoint | None:
        """The nearest point within reach of a place of the row; of several the one in front."""
        best: tuple[float, EmotionPoint] | None = None
        for line in reversed(self.lines):
            for point, at in zip(line.curve.points, line.places, strict=True):
                away = (at - place).manhattanLength()
                if away <= max(reach, RING * self.scale.bold) * 1.4 and (best is None or away < best[0]):
                    best = away, point
        return best[1] if best else None

    def line_at(self, place: QPointF, reach: float) -> CurveLine | None:
        """The line within reach of a place of the row; of several the one in front."""
        for line in reversed(self.lines):
            y = line.y_at(place.x())
            if y is not None and abs(y - place.y()) <= reach:
                return line
        return None

    def _take_still(self, previous: "GraphBody") -> None:
        """Take over from a body of the same columns and height all that is not live."""
        self._ghost, self._foot, self.height = previous._ghost, previous._foot, previous.height
        self.words, self.still = previous.words, previous.still
        self.still_pieces = previous.still_pieces
        self.is_complete = False

    def _line(self, curve: Curve, look: Look, previous: "GraphBody | None") -> CurveLine:
        """The one laid out before, where it is still the same."""
        made_of = (curve, look, self.content.style, self.content.columns, self.scale)
        for line in previous.lines if previous else ():
            if line.made_of == made_of:
                return line
        return CurveLine(*made_of)

    def _ghost_line(self) -> CurveLine | None:
        ghost = self.content.ghost
        if ghost is None:
            return None
        look = Look(ghost.title, _GHOST, DASHES["long dashes"], has_points=False)
        curve = Curve(None, ghost.points)
        return CurveLine(curve, look, self.content.style, self.content.columns, self.scale)


def graph_content(
    document: Document, section: Section, columns: tuple[Column, ...], sizes: Sizes
) -> GraphContent:
    curves = shown_curves(document, section)
    is_alone = len(curves_of(document, section)) < 2 and section.ghost is None
    return GraphContent(
        tuple((curve, _look(document, curve, is_alone)) for curve in curves),
        columns,
        sizes,
        section.curve,
        section.height or GRAPH_HEIGHT,
        Thresholds.of(document.project),
        ghost_of(document, section),
        document.project.emotions if sizes.scale_in_words else (),
        # As on paper, where its name may be longer: so that the curve is the same.
        name_bottom(as_posted(document, section), sizes) if sizes.scale_in_words else 0.0,
        written_language(),
        (
            *walls_of(document.get(JourneyMap, section.map), columns),
            *sizes.seams,
            *_edges(columns, sizes),
        ),
    )


def _edges(columns: Sequence[Column], sizes: Sizes) -> Sequence[float]:
    """Where frames around moments of truth run; for a room that sees stage by stage, where stages meet."""
    if sizes.large_notes:
        return [column.x for column in columns[1:]]
    return () if sizes.in_room else edges_of_moments(columns)


def _scale(content: GraphContent) -> Scale:
    """The band of a graph; where its scale stands in words, those begin under the section's name."""
    sizes, left = content.sizes, content.sizes.section_column
    right = sheet_width(content.columns) if content.columns else left
    strips = strips_height(len(content.curves), content.ghost, sizes)
    scale = Scale(left, right, max(content.height - strips, LOWEST_BAND), walls=content.walls)
    if not sizes.scale_in_words:
        return scale
    half = line_height(sizes.scale_word) / 2
    return scale._replace(
        above=content.name_bottom + half + _UNDER_NAME,
        below=half + _UNDER_WORDS,
        bold=min(sizes.scale_word.size / USUAL.scale_word.size, _BOLDEST),
    )


def _look(document: Document, curve: Curve, is_alone: bool) -> Look:
    """A curve alone turns its colour with the value; several have their persona's colour and dashes."""
    if curve.persona is None:
        return Look(str(NOBODYS)) if is_alone else Look(str(NOBODYS), _NOBODYS)
    persona = document.get(Persona, curve.persona)
    if is_alone and persona.dash is None:
        return Look(persona.name)
    dash = persona.dash or tuple(DASHES)[persona.position % len(DASHES)]
    shape = _SHAPES[persona.position % len(_SHAPES)]
    return Look(persona.name, distinct_colour(Colour.of(persona.colour)), DASHES[dash], shape=shape)


def _with_point(curve: Curve, changed: EmotionPoint) -> Curve:
    """The curve with a point changed within its stage, and in its order there."""
    if all(point.id != changed.id for point in curve.points):
        return curve
    points = [changed if point.id == changed.id else point for point in curve.points]
    stages = list(dict.fromkeys(point.stage for point in points))
    order = {stage: index for index, stage in enumerate(stages)}
    points.sort(key=lambda point: (order[point.stage], point.at, point.position))
    return Curve(curve.persona, tuple(points))
