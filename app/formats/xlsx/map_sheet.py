"""A map as a sheet to be printed: each note in a cell of its colour, the curve as a chart."""

from typing import TYPE_CHECKING

from app.drawing.theme import HAIRLINE, NOTE_FILLS, PANEL, SECONDARY, SHEET, hexadecimal, stage_hue
from app.formats.tables.recognising.row_kinds import GRAPH, LINE
from app.formats.tables.writing.written_grid import Line, groups_of, lines_of, name_of
from app.formats.xlsx.book import Book, set_print_up
from app.formats.xlsx.curve_chart import CHART_HEIGHT, Curves, curve_chart
from app.formats.xlsx.row_heights import row_height
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import Entry, JourneyMap, Note, Persona, Section
from app.model.text import one_line

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_NAMES_WIDTH, _ALL_STAGES_WIDTH, _NARROWEST, _WIDEST = 150, 1_200, 132, 240
"""Pixels at 100 %, as spreadsheets count them: together about what a sheet of paper takes at that size."""
_MANY_STAGES = 8
"""With more the paper is A3."""
_TITLE_HEIGHT, _HEADER_HEIGHT, _GROUP_HEIGHT, _LINE_HEIGHT = 42, 46, 26, 26


def add_map_sheet(book: Book, document: Document, journey_map: JourneyMap, curves: Curves) -> None:
    _MapSheet(book, document, journey_map, curves).write()


class _MapSheet:
    """Writes from above to below; `row` is the one that is written next, from 0."""

    def __init__(self, book: Book, document: Document, journey_map: JourneyMap, curves: Curves) -> None:
        self.book, self.document, self.map, self.curves = book, document, journey_map, curves
        self.stages = document.stages(journey_map.id)
        self.sheet: Worksheet = book.sheet(journey_map.title)
        self.row = 0
        self.stage_width = min(max(_ALL_STAGES_WIDTH // max(1, len(self.stages)), _NARROWEST), _WIDEST)

    @property
    def is_wide(self) -> bool:
        return len(self.stages) > _MANY_STAGES

    def write(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_column_pixels(0, 0, _NAMES_WIDTH)
        if self.stages:
            sheet.set_column_pixels(1, len(self.stages), self.stage_width)
        self._write_title()
        top = self.row
        self._write_headers()
        sheet.freeze_panes(self.row, 1)
        set_print_up(sheet, self.is_wide, self._page_header(), top, self.row - 1)
        self._write_durations()
        for section in self.document.sections(self.map.id):
            if section.section_kind == LINE:
                self._write_line(section)
            else:
                self._write_section(section)
        sheet.print_area(0, 0, max(self.row - 1, 0), len(self.stages))

    def _write_title(self) -> None:
        self.sheet.set_row_pixels(0, _TITLE_HEIGHT)
        self.book.write(self.sheet, 0, 0, self.map.title, bold=True, font_size=18, valign="vcenter")
        self.row = 1

    def _page_header(self) -> str:
        """For whom the map is, and the goal: what a page of it says over the table."""
        people = [self.document.get(Persona, id).name for id in self.map.personas]
        return " · ".join(filter(None, (self.map.title, ", ".join(filter(None, people)), self.map.goal)))

    def _write_headers(self) -> None:
        if any(stage.group for stage in self.stages):
            self._write_groups()
        self.sheet.set_row_pixels(self.row, _HEADER_HEIGHT)
        self.book.write(self.sheet, self.row, 0, "", bg_color=hexadecimal(SHEET))
        for at, stage in enumerate(self.stages):
            self.book.write(
                self.sheet,
                self.row,
                at + 1,
                one_line(stage.name),
                bold=True,
                font_size=12,
                font_color=hexadecimal(SHEET),
                bg_color=hexadecimal(stage_hue(at, len(self.stages))),
                text_wrap=True,
                valign="vcenter",
                align="center",
                right=5,
                right_color=hexadecimal(SHEET),
            )
        self.row += 1

    def _write_groups(self) -> None:
        """A band over the stages of a group."""
        self.sheet.set_row_pixels(self.row, _GROUP_HEIGHT)
        starts = [at for at, name in enumerate(groups_of(self.stages)) if name or not self.stages[at].group]
        for start, end in zip(starts, [*starts[1:], len(self.stages)], strict=True):
            self._write_across(
                start + 1,
                end,
                self.stages[start].group,
                bold=True,
                font_color=hexadecimal(SECONDARY),
                align="center",
                valign="vcenter",
                bottom=2,
                bottom_color=hexadecimal(SECONDARY if self.stages[start].group else SHEET),
            )
        self.row += 1

    def _write_durations(self) -> None:
        if not any(stage.duration for stage in self.stages):
            return
        for at, stage in enumerate(self.stages):
            self.book.write(
                self.sheet,
                self.row,
                at + 1,
                stage.duration,
                italic=True,
                align="center",
                valign="vcenter",
                text_wrap=True,
            )
        self.sheet.set_row_pixels(
            self.row, row_height([stage.duration for stage in self.stages], self.stage_width)
        )
        self._write_name(tr("Duration"), self.row)
        self.row += 1

    def _write_line(self, section: Section) -> None:
        """A dividing line, over the whole width."""
        self.sheet.set_row_pixels(self.row, _LINE_HEIGHT)
        self._write_across(
            0,
            len(self.stages),
            name_of(section),
            italic=True,
            font_color=hexadecimal(SECONDARY),
            align="left",
            valign="vcenter",
            top=8,
            top_color=hexadecimal(SECONDARY),
        )
        self.row += 1

    def _write_section(self, section: Section) -> None:
        """Its name beside as many rows as its fullest cell has lines; a curve has one more."""
        first = self.row
        if section.section_kind == GRAPH:
            self._write_chart(section)
        cells = [lines_of(self.document, section, stage.id) for stage in self.stages]
        for number in range(max([1, *map(len, cells)])):
            row = [lines[number] if number < len(lines) else None for lines in cells]
            for at, line in enumerate(row):
                self._write_cell(at, line, is_first=number == 0)
            height = row_height((line.text for line in row if line), self.stage_width)
            self.sheet.set_row_pixels(self.row, height)
            self.row += 1
        self._write_name(name_of(section), first)

    def _write_cell(self, at: int, line: Line | None, is_first: bool = True) -> None:
        """A line on the colour of its note, with white around it as between stickies."""
        note = line.record if line is not None and isinstance(line.record, Note) else None
        properties: dict[str, object] = {
            "text_wrap": True,
            "indent": 1,
            "valign": "vcenter",
            "left": 5,
            "right": 5,
            "top": 5,
            "left_color": hexadecimal(SHEET),
            "right_color": hexadecimal(SHEET),
            "top_color": hexadecimal(SHEET),
        }
        if note is not None:
            properties["bg_color"] = hexadecimal(NOTE_FILLS[note.colour])
        if is_first:
            properties |= {"top": 1, "top_color": hexadecimal(HAIRLINE)}
        if line is None or not self._write_number(line, at + 1, properties):
            self.book.write(self.sheet, self.row, at + 1, line.text if line else "", **properties)

    def _write_number(self, line: Line, column: int, properties: dict[str, object]) -> bool:
        """A value as a number; False for what is more than that."""
        number, record = line.number, line.record
        if number is None:
            return False
        named, unit = (record.text, record.unit) if isinstance(record, Entry) else ("", "")
        before = f"{' '.join(named.split())}: " if named.strip() else ""
        placed = {**properties, "align": "left"}
        return self.book.write_number(self.sheet, self.row, column, number, before, unit, **placed)

    def _write_chart(self, section: Section) -> None:
        chart = curve_chart(self.book, section, self.curves, len(self.stages))
        if chart is None:
            return
        self.sheet.set_row_pixels(self.row, CHART_HEIGHT)
        chart.set_size({"width": self.stage_width * len(self.stages), "height": CHART_HEIGHT})
        self.sheet.insert_chart(self.row, 1, chart, {"object_position": 1, "description": name_of(section)})
        self.row += 1

    def _write_name(self, name: str, first: int) -> None:
        """A section's name, at the left of the rows from `first` to the one that was written last."""
        last = max(self.row - 1, first)
        properties: dict[str, object] = {
            "bold": True,
            "text_wrap": True,
            "align": "left",
            "indent": 1,
            "valign": "vcenter" if last - first < 1 else "top",
            "bg_color": hexadecimal(PANEL),
            "top": 1,
            "top_color": hexadecimal(HAIRLINE),
        }
        if last > first:
            self.sheet.merge_range(first, 0, last, 0, "", self.book.look(**properties))
        self.book.write(self.sheet, first, 0, name, **properties)

    def _write_across(self, start: int, end: int, text: str, **properties: object) -> None:
        """A text over several columns, which are merged."""
        if end > start:
            look = self.book.look(**properties)
            self.sheet.merge_range(self.row, start, self.row, end, "", look)
        self.book.write(self.sheet, self.row, start, text, **properties)
