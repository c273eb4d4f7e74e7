"""The first schema. Never changed again: it says what the oldest files look like."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.storage.tables import APPLICATION_ID

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _table(
        "project",
        *_texts("name", "emotions"),
        *[
            sa.Column(name, sa.Float, nullable=False)
            for name in ("peak_at", "trough_at", "drop_of", "leg_of")
        ],
        sa.Column("legs", sa.Integer, nullable=False),
    )
    _table("legend_entry", _text("colour"), _text("meaning"), _text("role", nullable=True))
    _table(
        "picture",
        _text("format"),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
    )
    _table(
        "persona",
        _text("name"),
        sa.Column("is_segment", sa.Boolean, nullable=False),
        _text("picture", nullable=True),
        _text("colour"),
        _text("dash", nullable=True),
        sa.Column("age", sa.Integer),
        *_texts("gender", "job_title", "sector", "location", "email", "website", "education", "income"),
        *_texts("quote", "background"),
        *_texts("goals", "motivations", "needs", "frustrations", "channels", "traits", "facts"),
        mentions={"picture": "picture"},
    )
    _table(
        "map",
        _text("title"),
        _text("type"),
        _text("status", nullable=True),
        *_texts("personas", "goal", "scenario", "expectations", "scope", "period", "objectives"),
        *_texts("owner", "version"),
        _text("review", nullable=True),
        sa.Column("widths_follow_duration", sa.Boolean, nullable=False),
        sa.Column("shows_personas", sa.Boolean, nullable=False),
    )
    _table(
        "stage",
        *_texts("map", "name", "description", "duration", "goal", "question", "group", "steps"),
        sa.Column("width", sa.Float),
        parents=("map",),
    )
    _table(
        "section",
        *_texts("map", "section_kind", "name", "hint", "glyph", "colour"),
        _text("persona", nullable=True),
        _text("metric_look"),
        _text("line", nullable=True),
        sa.Column("height", sa.Float),
        sa.Column("is_folded", sa.Boolean, nullable=False),
        sa.Column("is_left_off_posters", sa.Boolean, nullable=False),
        *_texts("curve", "hidden"),
        sa.Column("hides_everyone", sa.Boolean, nullable=False),
        _text("front", nullable=True),
        _text("ghost", nullable=True),
        parents=("map",),
        mentions={"persona": "persona", "front": "persona", "ghost": "section"},
    )
    _table(
        "note",
        *_texts("section", "stage", "text", "colour", "description"),
        _text("persona", nullable=True),
        sa.Column("moment_of_truth", sa.Boolean, nullable=False),
        _text("evidence", nullable=True),
        *_texts("source", "method"),
        _text("evidence_date", nullable=True),
        _text("impact", nullable=True),
        *_texts("owner", "team"),
        _text("effort", nullable=True),
        _text("status", nullable=True),
        _text("due", nullable=True),
        sa.Column("votes", sa.Integer, nullable=False),
        *_texts("tags", "link"),
        parents=("section", "stage"),
        mentions={"persona": "persona"},
    )
    _table(
        "emotion_point",
        *_texts("section", "stage"),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("value", sa.Float, nullable=False),
        _text("quote"),
        _text("persona", nullable=True),
        _text("emotion"),
        sa.Column("quote_x", sa.Float),
        sa.Column("quote_y", sa.Float),
        parents=("section", "stage"),
        mentions={"persona": "persona"},
    )
    _table(
        "entry",
        *_texts("section", "stage", "text"),
        _text("picture", nullable=True),
        _text("persona", nullable=True),
        _text("process", nullable=True),
        _text("channels"),
        sa.Column("value", sa.Float),
        _text("unit"),
        sa.Column("target", sa.Float),
        _text("trend", nullable=True),
        *_texts("address", "document_kind"),
        parents=("section", "stage"),
        mentions={"picture": "picture", "persona": "persona"},
    )
    _table(
        "relation",
        *_texts("from_note", "to_note"),
        mentions={"from_note": "note", "to_note": "note"},
    )
    op.create_table(
        "picture_data",
        _text("id"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_picture_data"),
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
    op.create_table(
        "history_block",
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("steps", sa.LargeBinary, nullable=False),
        sa.Column("changes", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("first", name="pk_history_block"),
    )


def _table(
    name: str,
    *parts: sa.Column[Any],
    parents: tuple[str, ...] = (),
    mentions: dict[str, str] | None = None,
) -> None:
    """A table of records. `mentions` are the columns that refer to other tables than their namesakes."""
    references = dict(zip(parents, parents, strict=True)) | (mentions or {})
    op.create_table(
        name,
        _text("id"),
        sa.Column("position", sa.Integer, nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *[_reference(name, column, table) for column, table in references.items()],
    )
    for parent in parents:
        op.create_index(f"ix_{name}_{parent}", name, [parent])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(name) for name in names]


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{to}.id"], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
    )
