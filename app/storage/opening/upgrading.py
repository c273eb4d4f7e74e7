"""What is asked of an old file before it is touched, and what is told of it afterwards.

It was brought up to date in a copy. Only where all of its history can be read there, and leads to what is in
it, may the same be done to the file itself.
"""

from pathlib import Path

from sqlalchemy import Connection

from app.model.upgrades import warnings_in
from app.storage.opening.settling import Settled
from app.storage.opening.soundness import history_faults


def fault_of_upgrade(connection: Connection, found: Settled) -> str | None:
    """Why an old file is left as it is, where it is one that cannot be brought up to date whole."""
    if found.upgraded is None:
        return None
    for fault in history_faults(connection):
        detail = fault.rstrip(".")
        return f"it is of an older Journeywall, and its history cannot be brought up to date ({detail})"
    return None


def with_losses(notice: str | None, path: Path, found: Settled, is_kept: bool) -> str | None:
    """A notice, and a sentence on what is not as it was before the file was brought up to date."""
    losses = [str(message) for message in warnings_in(found.upgraded or ())]
    if not losses:
        return notice
    sentence = f"{path.name} is of an older Journeywall. {' '.join(losses)}"
    sentence += " As it was, it is kept beside it." if is_kept else ""
    return sentence if notice is None else f"{notice} {sentence}"
