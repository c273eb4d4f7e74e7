"""The first schema. Never changed again: it says what the oldest files look like."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.storage.tables import APPLICATION_ID

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _table("project", _text("name"))
    _table("legend_entry", _text("colour"), _text("meaning"))
    _table(
        "persona",
        _text("name"),
        _text("colour"),
        sa.Column("age", sa.Integer),
        _text("job_title"),
        _text("location"),
        _text("quote"),
        _text("background"),
        _text("goals"),
        _text("frustrations"),
        _text("channels"),
    )
    _table(
        "map",
        _text("title"),
        _text("type"),
        _text("personas"),
        _text("goal"),
        _text("scenario"),
        _text("expectations"),
    )
    _table(
        "stage",
        *_parents("map"),
        _text("name"),
        _text("duration"),
        _text("goal"),
        sa.Column("width", sa.Float),
        parents=("map",),
    )
    _table(
        "section",
        *_parents("map"),
        _text("section_kind"),
        _text("name"),
        _text("glyph"),
        _text("colour"),
        sa.Column("height", sa.Float),
        parents=("map",),
    )
    _table(
        "note",
        *_parents("section", "stage"),
        _text("text"),
        _text("colour"),
        sa.Column("moment_of_truth", sa.Boolean, nullable=False),
        _text("evidence", nullable=True),
        _text("source"),
        _text("impact", nullable=True),
        _text("owner"),
        _text("effort", nullable=True),
        sa.Column("votes", sa.Integer, nullable=False),
        _text("tags"),
        _text("link"),
        parents=("section", "stage"),
    )
    _table(
        "emotion_point",
        *_parents("section", "stage"),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("value", sa.Float, nullable=False),
        _text("quote"),
        _text("persona", nullable=True),
        _reference("emotion_point", "persona"),
        parents=("section", "stage"),
    )
    op.create_table(
        "history",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        _text("act"),
        sa.Column("of", sa.Integer, nullable=False),
        _text("label"),
        sa.Column("payload", sa.LargeBinary),
        sa.PrimaryKeyConstraint("number", name="pk_history"),
    )


def _table(name: str, *parts: sa.Column[Any] | sa.Constraint, parents: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        _text("id"),
        sa.Column("position", sa.Integer, nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *[_reference(name, parent) for parent in parents],
    )
    for parent in parents:
        op.create_index(f"ix_{name}_{parent}", name, [parent])


def _parents(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _reference(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{column}.id"], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
    )
