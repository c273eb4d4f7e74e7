"""Opens an XLSX file as openpyxl has it, once it is known that it does not make gigabytes of it."""

import warnings
from typing import TYPE_CHECKING

from app.formats.tables.packed import DAMAGED, no_spreadsheet, unpacked
from app.formats.tables.packed_parts import TooMuchToldError, require_modest
from app.language.phrases import phrase
from app.limits import MOST_LOOKED_AT_CELLS
from app.pages.errors import FormatError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def workbook_in(data: bytes) -> "Workbook":
    """With the stored values of formulas; macros and links to other files are never looked at.

    Raises FormatError.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with unpacked(data) as packed:
        try:
            require_modest(packed)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Of parts of a workbook that are no cells.
                return load_workbook(packed.fp, data_only=True, keep_links=False)
        except TooMuchToldError as error:
            raise too_much_told() from error
        except (InvalidFileException, *DAMAGED) as error:
            raise no_spreadsheet() from error


def is_modest(sheet: "Worksheet") -> bool:
    """Whether its cells can be gone through: one in the farthest corner would have all before it made."""
    return int(sheet.max_row * sheet.max_column) <= MOST_LOOKED_AT_CELLS


def too_much_told() -> FormatError:
    """Of a spreadsheet in which there is more than any has that becomes a map."""
    return FormatError(
        phrase("There is more in it than a spreadsheet needs. Save the sheet with the table alone, as .csv.")
    )
