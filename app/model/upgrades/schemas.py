"""Every upgrade that there was, and how old fields go through them.

A project file's tables are brought up to date by Alembic, once. What is packed in its history, JSON and
clippings keep the number of the schema that they were written in, and go through these when they are read.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from app.model.upgrades.english_labels import coded_label
from app.model.upgrades.upgrade import STEP, Fields, Rule, Upgrade, given, with_value

UPGRADES: tuple[Upgrade, ...] = (
    # To schema 2: a note may show a picture. A new field with a default needs no rule.
    Upgrade(),
    # To schema 3: a step says by a code what it is called. A project has a language, and words.
    Upgrade((Rule(STEP, coded_label),)),
    # To schema 4: a section says how its notes stand; those of before go on standing as they did.
    Upgrade((Rule("section", given("standing", "paper-sized")),)),
    # To schema 5: the mark *moment of truth* says what orange said. A project has a style, a map key points
    # and call-outs, and a pain may be felt later.
    Upgrade((Rule("note", with_value("colour", "orange", "moment_of_truth", True)),)),
    # To schema 6: a project has a parking lot and an inbox.
    Upgrade(),
    # To schema 7: a project has an agenda, rounds of votes and runs of workshops; what happened is a step.
    Upgrade(),
)
"""The upgrades to schema 2, 3, …, of which none is ever changed again."""

FIRST = 1
SCHEMA = FIRST + len(UPGRADES)
"""The number of the newest schema: of project files, what their history holds, JSON and clippings."""

Report = Callable[[Rule, Fields], None]
"""Hears of a rule that changed something, and the fields as they were."""


def upgraded(
    kind: str, fields: Fields, schema: int, to: int = SCHEMA, report: Report | None = None
) -> Fields:
    """The fields of a record, or of a step, as a later schema has them."""
    for rule in rules(schema, to).get(kind, ()):
        made = rule.make(fields)
        if report is not None and made != fields:
            report(rule, fields)
        fields = made
    return fields


@lru_cache
def rules(schema: int, to: int = SCHEMA) -> Mapping[str, tuple[Rule, ...]]:
    """The rules from one schema to another, by kind."""
    found: dict[str, tuple[Rule, ...]] = {}
    for upgrade in UPGRADES[schema - FIRST : to - FIRST]:
        for rule in upgrade.rules:
            found[rule.kind] = (*found.get(rule.kind, ()), rule)
    return found
