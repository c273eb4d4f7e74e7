"""How lists are told that Journeywall itself wrote into a workbook: by the heading over their ids."""

from collections.abc import Iterable

ID = "Journeywall id"
"""Over the ids of a list of records, in all languages."""
ACTION_ID = "Journeywall action"
"""The same over the ids of the action register, which can be filled in and brought back."""
REGISTER_SUFFIX = ".xlsx"
"""Of the files that have one."""
KEPT = "Journeywall register"
"""The first cell of the hidden sheet that has the register as it was written."""


def is_own_list(headings: Iterable[object]) -> bool:
    """Whether the first row of a sheet is that of a list of records, and so of no map."""
    return any(heading in (ID, ACTION_ID, KEPT) for heading in headings)
