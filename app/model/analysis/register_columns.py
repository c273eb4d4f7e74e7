"""The columns of the action register as people read them, on the screen and on paper."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.language.days import written_iso_day
from app.language.numbers import written
from app.language.phrases import Phrase, phrase, phrase_context
from app.language.words import capitalised
from app.model.analysis.register import EFFORTS, IMPACTS, Action
from app.model.nouns import word
from app.model.text import one_line


class Column(NamedTuple):
    """A heading, what stands in a row, and what the rows are sorted by. `name` is that of a note's field."""

    name: str
    heading: Phrase
    words: Callable[[Action], str]
    order: Callable[[Action], object]


COLUMNS = (
    Column(
        "text",
        phrase_context("of the register", "Action"),
        lambda row: one_line(row.note.text),
        lambda row: row.note.text.casefold(),
    ),
    Column("stage", phrase("Stage"), lambda row: row.stage.name, lambda row: row.stage.position),
    Column(
        "impact",
        phrase("Impact"),
        lambda row: capitalised(row.impact_said),
        lambda row: _rank(IMPACTS, row.impact),
    ),
    Column(
        "effort",
        phrase("Effort"),
        lambda row: _word("effort", row.note.effort),
        lambda row: _rank(EFFORTS, row.note.effort),
    ),
    Column("owner", phrase("Owner"), lambda row: row.note.owner, lambda row: row.note.owner.casefold()),
    Column("team", phrase("Team"), lambda row: row.note.team, lambda row: row.note.team.casefold()),
    Column(
        "status",
        phrase("Status"),
        lambda row: _word("status", row.note.status),
        lambda row: row.note.status or "",
    ),
    Column(
        "due", phrase("Due"), lambda row: written_iso_day(row.note.due), lambda row: row.note.due or "9999"
    ),
    Column(
        "votes",
        phrase("Votes"),
        lambda row: written(row.note.votes) if row.note.votes else "",
        lambda row: row.note.votes,
    ),
)


def _rank(values: Sequence[str], value: str | None) -> int:
    return values.index(value) if value in values else -1


def _word(field: str, value: str | None) -> str:
    return capitalised(word(field, value)) if value else ""
