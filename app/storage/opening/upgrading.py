"""What is asked of an old file before it is touched, and what is told of it afterwards.

It was brought up to date in a copy. Only where all of its history can be read there, and leads to what is in
it, may the same be done to the file itself.
"""

from pathlib import Path

from sqlalchemy import Connection

from app.language.phrases import Phrase, phrase
from app.language.words import joined
from app.model.upgrades import warnings_in
from app.storage.opening.settling import Settled
from app.storage.opening.soundness import history_faults


def fault_of_upgrade(connection: Connection, found: Settled) -> Phrase | None:
    """Why an old file is left as it is, where it is one that cannot be brought up to date whole."""
    if found.upgraded is None:
        return None
    for fault in history_faults(connection):
        return phrase(
            "It is from an older Journeywall, and its history cannot be brought up to date. {fault}",
            fault=fault,
        )
    return None


def with_losses(notice: Phrase | None, path: Path, found: Settled, is_kept: bool) -> Phrase | None:
    """A notice, and a sentence on what is not as it was before the file was brought up to date."""
    losses = [message.phrase for message in warnings_in(found.upgraded or ())]
    if not losses:
        return notice
    sentences = [phrase("{name} is from an older Journeywall.", name=path.name), *losses]
    if is_kept:
        sentences.append(phrase("A copy of it as it was is kept beside it."))
    return joined(sentences if notice is None else [notice, *sentences], " ")
