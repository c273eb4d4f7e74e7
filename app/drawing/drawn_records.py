"""Which changes make a map look otherwise: not those that only tell how a workshop goes on."""

from app.model.change import Change
from app.model.records import AgendaItem, Run

_BESIDE_MAPS = (AgendaItem, Run)


def concerns_maps(change: Change) -> bool:
    """Whether a map may look different after a change."""
    return not all(isinstance(edit.record, _BESIDE_MAPS) for edit in change)
