"""Opens an XLSX file as openpyxl has it, once it is known that it does not make gigabytes of it."""

import warnings
from typing import TYPE_CHECKING

from app.formats.tables.grids.packed import no_spreadsheet, told_of_damage, unpacked
from app.formats.tables.grids.packed_parts import require_modest
from app.limits import MOST_LOOKED_AT_CELLS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def workbook_in(data: bytes) -> "Workbook":
    """With the stored values of formulas; macros and links to other files are never looked at.

    Raises FormatError. What is read of it later may raise whatever a library raises: see `told_of_damage`.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with unpacked(data) as packed, told_of_damage(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Of parts of a workbook that are no cells.
        require_modest(packed)
        try:
            return load_workbook(packed.fp, data_only=True, keep_links=False)
        except InvalidFileException as error:
            raise no_spreadsheet() from error


def is_modest(sheet: "Worksheet") -> bool:
    """Whether its cells can be gone through: one in the farthest corner would have all before it made."""
    return int(sheet.max_row * sheet.max_column) <= MOST_LOOKED_AT_CELLS
