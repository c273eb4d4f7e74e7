"""What is wrong with an open project file: with its structure, values and content, and with its history."""

from collections.abc import Iterator
from contextlib import nullcontext

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.model.content import StaleChangeError
from app.model.history.going_back import before
from app.model.history.history import History
from app.model.invariants import faults
from app.model.records import RECORDS
from app.storage.errors import BrokenContentError
from app.storage.history.history_rows import load_steps
from app.storage.history.recall import Recall
from app.storage.opening.loading import load_document
from app.storage.rows import faults_of_type


def faults_in(connection: Connection) -> list[str]:
    """A sentence for each thing that is wrong; of content and history only where all values are sound."""
    found = [*_structure_faults(connection), *_values_faults(connection)]
    return found or [*_content_faults(connection), *history_faults(connection)]


def _structure_faults(connection: Connection) -> Iterator[str]:
    try:
        for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if message != "ok":
                yield f"The file is damaged: {message}."
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} refers to a {parent} that does not exist."
    except DBAPIError as error:
        yield f"The file is damaged: {error.orig}."


def _values_faults(connection: Connection) -> Iterator[str]:
    for record_type in RECORDS:
        try:
            yield from faults_of_type(connection, record_type)
        except BrokenContentError as error:
            yield error.fault
        except DBAPIError as error:
            yield f"The {record_type.kind}s cannot be read ({error.orig})."


def _content_faults(connection: Connection) -> Iterator[str]:
    try:
        yield from faults(load_document(connection))
    except BrokenContentError as error:
        yield error.fault


def history_faults(connection: Connection) -> Iterator[str]:
    """Goes all the way back: each step must lead to what the steps after it began with."""
    try:
        document = load_document(connection)
        steps = load_steps(connection)
        history = History(document, steps, Recall(lambda: nullcontext(connection)))
        before(document, map(history.change_of, reversed(steps)))
    except BrokenContentError as error:
        yield error.fault
    except (StaleChangeError, KeyError):
        yield "The history does not lead to what is in the file."
    except DBAPIError as error:
        yield f"The history cannot be read ({error.orig})."
