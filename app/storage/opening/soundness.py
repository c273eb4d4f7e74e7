"""What is wrong with an open project file: with its structure, values and content, and with its history."""

from collections.abc import Iterator
from contextlib import nullcontext

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.language.phrases import Phrase, phrase
from app.model.content import StaleChangeError
from app.model.history.going_back import before
from app.model.history.history import History
from app.model.invariants import faults
from app.model.nouns import noun
from app.model.records import RECORDS
from app.storage.errors import BrokenContentError
from app.storage.history.history_rows import load_steps
from app.storage.history.recall import Recall
from app.storage.opening.loading import load_document
from app.storage.rows import faults_of_type


def faults_in(connection: Connection) -> list[Phrase]:
    """A sentence for each thing that is wrong; of content and history only where all values are sound."""
    found = [*_structure_faults(connection), *_values_faults(connection)]
    return found or [*_content_faults(connection), *history_faults(connection)]


def _structure_faults(connection: Connection) -> Iterator[Phrase]:
    try:
        for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if message != "ok":
                yield phrase("The file is damaged: {problem}.", problem=str(message))
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield phrase(
                "Row {row} of the table {table} refers to a row of {parent} that does not exist.",
                row=str(row),
                table=str(table),
                parent=str(parent),
            )
    except DBAPIError as error:
        yield phrase("The file is damaged: {problem}.", problem=str(error.orig))


def _values_faults(connection: Connection) -> Iterator[Phrase]:
    for record_type in RECORDS:
        try:
            yield from faults_of_type(connection, record_type)
        except BrokenContentError as error:
            yield error.fault
        except DBAPIError as error:
            yield phrase(
                "Part of the content cannot be read ({kind}: {problem}).",
                kind=noun(record_type.kind),
                problem=str(error.orig),
            )


def _content_faults(connection: Connection) -> Iterator[Phrase]:
    try:
        yield from faults(load_document(connection))
    except BrokenContentError as error:
        yield error.fault


def history_faults(connection: Connection) -> Iterator[Phrase]:
    """Goes all the way back: each step must lead to what the steps after it began with."""
    try:
        document = load_document(connection)
        steps = load_steps(connection)
        history = History(document, steps, Recall(lambda: nullcontext(connection)))
        before(document, map(history.change_of, reversed(steps)))
    except BrokenContentError as error:
        yield error.fault
    except (StaleChangeError, KeyError):
        yield phrase("The history does not lead to what is in the file.")
    except DBAPIError as error:
        yield phrase("The history cannot be read ({problem}).", problem=str(error.orig))
