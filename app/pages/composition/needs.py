"""What the cells of a map need, row by row: the wider a cell is, the lower it can be."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from app.drawing.grid import Column
from app.drawing.section_name import name_height
from app.drawing.sections import kind_of
from app.drawing.sections.folded import lay_out_folded
from app.drawing.sections.notes.filling import cell_steps
from app.drawing.sections.notes.note_needs import need_of
from app.drawing.sections.notes.notes_standing import MOST_TOGETHER
from app.drawing.sizes import USUAL, Sizes
from app.drawing.stages import header_height
from app.drawing.steps import Step, Steps, in_order
from app.drawing.theme import CELL_PADDING, NOTE_GAP
from app.model.document import Document
from app.model.kinds import taken_by
from app.model.records import EmotionPoint, Entry, Id, Note, Picture, Section, Stage

_FINENESS = 1.09
"""How much wider a cell is tried than before, where only laying it out tells its height."""


def of_cells(sizes: Sizes) -> Sizes:
    """The same for all sizes in which what stands in a cell is as high: whatever stands around the cells."""
    around = ("title", "scenario", "persona_name", "persona_quote", "stage_name", "section_name", "hint")
    curve = ("quote", "emotion", "peak", "scale_word", "legend")
    same = {field: getattr(USUAL, field) for field in (*around, *curve, "section_column")}
    return sizes._replace(**same)


class RowNeeds(NamedTuple):
    """A section: what each of its cells needs, in the width of its column, and how high it is at least."""

    section: Section
    cells: tuple[Steps, ...]
    floor: float


def is_graph(section: Section) -> bool:
    """Whether its row is as high as it is made."""
    return not section.is_folded and taken_by(section) is EmotionPoint


def is_of_notes(section: Section) -> bool:
    return not section.is_folded and taken_by(section) is Note


def _tried(narrowest: float, widest: float) -> list[float]:
    """The widths that are tried of what only laying out tells the height of."""
    widths = (_FINENESS**step for step in range(40, 130))
    return [width for width in widths if narrowest / _FINENESS < width < widest * _FINENESS]


class MapNeeds:
    """The needs of one map, each worked out once, whatever papers and scales are tried."""

    def __init__(self, document: Document, sections: Sequence[Section], stages: Sequence[Stage]) -> None:
        self._document = document
        self._sections = sections
        self._stages = stages
        self._cells: dict[tuple[Id, Id, bool], Steps] = {}
        self._heights: dict[tuple[Id, Id, Sizes | None], dict[float, float]] = {}
        """Of cells that must be laid out to know: by their width."""

    def headers(
        self, sizes: Sizes, narrowest: float, widest: float, moments: Collection[Id]
    ) -> tuple[Steps, ...]:
        """What the headers of stages need that are between so narrow and so wide."""
        tried = _tried(narrowest, widest)
        return tuple(
            in_order(
                Step(width, header_height(Column(stage, 0.0, width, stage.id in moments), sizes))
                for width in tried
            )
            for stage in self._stages
        )

    def rows(self, sizes: Sizes, narrowest: float, widest: float, words_whole: bool) -> Iterator[RowNeeds]:
        """What there is to know of rows whose cells are between so narrow and so wide."""
        tried, in_cells = _tried(narrowest, widest), of_cells(sizes)
        for section in self._sections:
            floor = name_height(section, sizes)
            if section.is_folded or taken_by(section) not in (Note, Entry):
                yield RowNeeds(section, ((),) * len(self._stages), max(floor, self._fixed(section, sizes)))
            else:
                # Notes are the same whatever the sizes of all else.
                known = None if taken_by(section) is Note else in_cells
                cells = tuple(
                    self._cell(section, stage, sizes, known, tried, words_whole) for stage in self._stages
                )
                # A row with nothing in it has room for a first note.
                least = floor if any(cells) else max(floor, self._fixed(section, sizes))
                yield RowNeeds(section, cells, least)

    def _fixed(self, section: Section, sizes: Sizes) -> float:
        """How high a row is whatever the widths; of a graph that is chosen."""
        if is_graph(section):
            return 0.0
        columns = [Column(stage, 400.0 * at, 400.0) for at, stage in enumerate(self._stages)]
        lay_out = lay_out_folded if section.is_folded else kind_of(section.section_kind).lay_out
        return lay_out(self._document, section, columns, sizes, None).height

    def _cell(
        self,
        section: Section,
        stage: Stage,
        sizes: Sizes,
        known: Sizes | None,
        tried: Sequence[float],
        words_whole: bool,
    ) -> Steps:
        """`known`: the sizes by which it is known how high a cell is; none where it is so in all."""
        notes = self._document.notes(section.id, stage.id)
        if taken_by(section) is Note and section.standing == "fill" and len(notes) <= MOST_TOGETHER:
            return self._filled(section, stage, words_whole)
        if not notes and not self._document.entries(section.id, stage.id):
            return ()
        heights = self._heights.setdefault((section.id, stage.id, known), {})
        for width in tried:
            if width not in heights:
                column = Column(stage, sizes.section_column, width)
                body = kind_of(section.section_kind).lay_out(self._document, section, [column], sizes, None)
                heights[width] = body.height
        return in_order(Step(width, heights[width]) for width in tried)

    def _filled(self, section: Section, stage: Stage, words_whole: bool) -> Steps:
        """Of notes that share the width of their cell."""
        key = (section.id, stage.id, words_whole)
        if key not in self._cells:
            notes = self._document.notes(section.id, stage.id)
            around = 2 * CELL_PADDING
            needs = [need_of(note, self._picture(note), words_whole) for note in notes]
            steps = cell_steps(needs, NOTE_GAP)
            self._cells[key] = tuple(Step(step.width + around, step.height + around) for step in steps)
        return self._cells[key]

    def _picture(self, note: Note) -> Picture | None:
        picture = self._document.find(note.picture) if note.picture else None
        return picture if isinstance(picture, Picture) else None
