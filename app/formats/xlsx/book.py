"""A workbook while it is written: sheets by names that Excel allows, looks, texts that stay texts."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from app.drawing.theme import HAIRLINE, INK, PANEL, SECONDARY, hexadecimal
from app.formats.tables.grids.number_formats import format_with
from app.language.phrases import tr
from app.model.exchange.guarding import is_taken_for_a_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Look
    from xlsxwriter.worksheet import Worksheet

FONT = "Calibri"
LONGEST_CELL = 32_767
"""Letters that a cell of Excel holds."""
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"
"""A name that Excel keeps for itself."""
_PAPER_A4, _PAPER_A3 = 9, 8
_MARGIN = 0.4
"""Inches."""


class Book:
    """XlsxWriter's workbook with what all sheets share. Used in a `with`, it is written at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        from xlsxwriter.workbook import Workbook

        self.workbook: Workbook = Workbook(
            stream,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        self._looks: dict[tuple[tuple[str, object], ...], Look] = {}
        self._names: set[str] = {_RESERVED}

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self.workbook.close()

    def sheet(self, name: str) -> "Worksheet":
        """A new sheet by a name that no other has, shortened to what Excel allows."""
        return self.workbook.add_worksheet(self.free_name(name))

    def look(self, **properties: object) -> "Look":
        """How cells look, made once for each kind."""
        asked = {"font_name": FONT, "font_size": 10, "font_color": hexadecimal(INK), "valign": "top"}
        asked |= properties
        key = tuple(sorted(asked.items(), key=lambda item: item[0]))
        if key not in self._looks:
            self._looks[key] = self.workbook.add_format(asked)
        return self._looks[key]

    def write(self, sheet: "Worksheet", row: int, column: int, text: str, **properties: object) -> None:
        """A text in a cell, never taken for anything else: what would be a formula is marked as quoted."""
        if is_taken_for_a_formula(text):
            properties["quote_prefix"] = True
        if text:
            sheet.write_string(row, column, text[:LONGEST_CELL], self.look(**properties))
        else:
            sheet.write_blank(row, column, None, self.look(**properties))

    def write_number(
        self,
        sheet: "Worksheet",
        row: int,
        column: int,
        number: float,
        before: str,
        unit: str,
        **properties: object,
    ) -> bool:
        """A number that can be reckoned with, shown with a name before and its unit behind.

        False where these have no room.
        """
        shown = format_with(number, before, unit)
        if shown:
            value = number / 100 if unit == "%" else number
            sheet.write_number(row, column, value, self.look(num_format=shown, **properties))
        return bool(shown)

    @cached_property
    def header(self) -> dict[str, object]:
        """How the first row of a list looks."""
        return {
            "bold": True,
            "indent": 1,
            "font_color": hexadecimal(SECONDARY),
            "bg_color": hexadecimal(PANEL),
            "bottom": 1,
            "bottom_color": hexadecimal(HAIRLINE),
            "valign": "vcenter",
        }

    def free_name(self, wanted: str) -> str:
        """A name that no other sheet has, and that none will have."""
        plain = _FORBIDDEN.sub(" ", "".join(filter(str.isprintable, wanted))).strip(" '") or tr("Map")
        name, number = plain[:_LONGEST_NAME].strip(" '"), 1
        while name.casefold() in self._names:
            number += 1
            tail = f" ({number})"
            name = plain[: _LONGEST_NAME - len(tail)].strip(" '") + tail
        self._names.add(name.casefold())
        return name


def set_print_up(sheet: "Worksheet", is_wide: bool, header: str, first_row: int, last_row: int) -> None:
    """Landscape, as wide as the paper, page after page under the same header rows."""
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A3 if is_wide else _PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first_row, last_row)
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=0.75, bottom=0.6)
    sheet.set_header(f"&L&9{_in_header(header)}")
    sheet.set_footer("&R&9&P / &N")


def _in_header(text: str) -> str:
    """A text in the header of a page, where & begins a command; Excel takes no more than 255 letters."""
    return " ".join(text.split())[:100].replace("&", "&&")


def put_headers(book: Book, sheet: "Worksheet", headers: Sequence[str]) -> None:
    """The first row of a list, which stays in sight."""
    sheet.set_row(0, 24)
    for column, text in enumerate(headers):
        book.write(sheet, 0, column, text, **book.header)
    sheet.freeze_panes(1, 1)
