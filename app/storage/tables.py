"""The tables of a project file: one for each type of record, and one for the history.

Columns are named like the fields of the records. Whoever changes a table here writes a migration as well;
the tests compare these tables with the records and with what the migrations make.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)
from sqlalchemy import Text as Words

from app.model.records import (
    AgendaItem,
    CallOut,
    EmotionPoint,
    Entry,
    FeltLater,
    HandCount,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Note,
    ParkedNote,
    Persona,
    Picture,
    Project,
    Record,
    Relation,
    Reveal,
    Round,
    Run,
    Section,
    Stage,
    Style,
)  # fmt: skip
from app.model.upgrades import SCHEMA as SCHEMA
from app.storage.column_types import Details, OneDetail, Strings

APPLICATION_ID = 0x4A57414C
"""Marks an SQLite file as a Journeywall project: "JWAL"."""

SINCE = "since"
"""What a column's info calls the schema that brought it. Such columns stand last in their table, where a
migration puts them, and rows written before end before them."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", Words, primary_key=True, nullable=False)


def _position() -> Column[int]:
    return Column("position", Integer, nullable=False)


def _words(name: str, nullable: bool = False) -> Column[str]:
    return Column(name, Words, nullable=nullable)


def _strings(name: str) -> Column[tuple[str, ...]]:
    return Column(name, Strings, nullable=False)


def _parent(name: str) -> Column[str]:
    """A reference that must hold when a transaction ends: within it, records come and go in any order."""
    return Column(name, Words, _reference(name), nullable=False, index=True)


def _mention(name: str, table: str, nullable: bool = True, since: int = 1) -> Column[str]:
    return Column(name, Words, _reference(table), nullable=nullable, info={SINCE: since})


def _reference(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


TABLES: dict[type[Record], Table] = {
    Project: Table(
        "project",
        metadata,
        _id(),
        _position(),
        _words("name"),
        _strings("emotions"),
        *[Column(name, Float, nullable=False) for name in ("peak_at", "trough_at", "drop_of", "leg_of")],
        Column("legs", Integer, nullable=False),
        Column("language", Words, nullable=False, info={SINCE: 3}),
        Column("words", Strings, nullable=False, info={SINCE: 3}),
    ),
    LegendEntry: Table(
        "legend_entry",
        metadata,
        _id(),
        _position(),
        _words("colour"),
        _words("meaning"),
        _words("role", nullable=True),
    ),
    Picture: Table(
        "picture",
        metadata,
        _id(),
        _position(),
        _words("format"),
        Column("width", Integer, nullable=False),
        Column("height", Integer, nullable=False),
    ),
    Style: Table(
        "style",
        metadata,
        _id(),
        _position(),
        _words("name"),
        Column("colours", OneDetail, nullable=False),
        _words("heading_font"),
        _words("text_font"),
        _words("note_shape"),
        _words("header_shape"),
        Column("radius", Float, nullable=False),
        _mention("logo_left", "picture"),
        _mention("logo_right", "picture"),
        _mention("logo_footer", "picture"),
        _words("footer"),
    ),
    Persona: Table(
        "persona",
        metadata,
        _id(),
        _position(),
        _words("name"),
        Column("is_segment", Boolean, nullable=False),
        _mention("picture", "picture"),
        _words("colour"),
        _words("dash", nullable=True),
        Column("age", Integer),
        _words("gender"),
        _words("job_title"),
        _words("sector"),
        _words("location"),
        _words("email"),
        _words("website"),
        _words("education"),
        _words("income"),
        _words("quote"),
        _words("background"),
        _strings("goals"),
        _strings("motivations"),
        _strings("needs"),
        _strings("frustrations"),
        _strings("channels"),
        Column("traits", Details, nullable=False),
        Column("facts", Details, nullable=False),
    ),
    JourneyMap: Table(
        "map",
        metadata,
        _id(),
        _position(),
        _words("title"),
        _words("type"),
        _words("status", nullable=True),
        _strings("personas"),
        _words("goal"),
        _words("scenario"),
        _words("expectations"),
        _words("scope"),
        _words("period"),
        _strings("objectives"),
        _words("owner"),
        _words("version"),
        _words("review", nullable=True),
        Column("widths_follow_duration", Boolean, nullable=False),
        Column("shows_personas", Boolean, nullable=False),
        Column("arranged", OneDetail, info={SINCE: 4}),
    ),
    Stage: Table(
        "stage",
        metadata,
        _id(),
        _position(),
        _parent("map"),
        _words("name"),
        _words("description"),
        _words("duration"),
        _words("goal"),
        _words("question"),
        _words("group"),
        _strings("steps"),
        Column("width", Float),
    ),
    Section: Table(
        "section",
        metadata,
        _id(),
        _position(),
        _parent("map"),
        _words("section_kind"),
        _words("name"),
        _words("hint"),
        _words("glyph"),
        _words("colour"),
        _mention("persona", "persona"),
        _words("metric_look"),
        _words("line", nullable=True),
        Column("height", Float),
        Column("is_folded", Boolean, nullable=False),
        Column("is_left_off_posters", Boolean, nullable=False),
        _words("curve"),
        _strings("hidden"),
        Column("hides_everyone", Boolean, nullable=False),
        _mention("front", "persona"),
        _mention("ghost", "section"),
        Column("standing", Words, nullable=False, info={SINCE: 4}),
    ),
    Note: Table(
        "note",
        metadata,
        _id(),
        _position(),
        _parent("section"),
        _parent("stage"),
        _words("text"),
        _words("colour"),
        _words("description"),
        _mention("persona", "persona"),
        Column("moment_of_truth", Boolean, nullable=False),
        _words("evidence", nullable=True),
        _words("source"),
        _words("method"),
        _words("evidence_date", nullable=True),
        _words("impact", nullable=True),
        _words("owner"),
        _words("team"),
        _words("effort", nullable=True),
        _words("status", nullable=True),
        _words("due", nullable=True),
        Column("votes", Integer, nullable=False),
        _strings("tags"),
        _words("link"),
        _mention("picture", "picture", since=2),
        Column("emphasis", Boolean, nullable=False, info={SINCE: 5}),
        *[Column(name, Float, info={SINCE: 7}) for name in ("impact_at", "effort_at")],
        Column("decided", Boolean, nullable=False, info={SINCE: 7}),
    ),
    EmotionPoint: Table(
        "emotion_point",
        metadata,
        _id(),
        _position(),
        _parent("section"),
        _parent("stage"),
        Column("at", Float, nullable=False),
        Column("value", Float, nullable=False),
        _words("quote"),
        _mention("persona", "persona"),
        _words("emotion"),
        Column("quote_x", Float),
        Column("quote_y", Float),
    ),
    Entry: Table(
        "entry",
        metadata,
        _id(),
        _position(),
        _parent("section"),
        _parent("stage"),
        _words("text"),
        _mention("picture", "picture"),
        _mention("persona", "persona"),
        _words("process", nullable=True),
        _strings("channels"),
        Column("value", Float),
        _words("unit"),
        Column("target", Float),
        _words("trend", nullable=True),
        _words("address"),
        _words("document_kind"),
    ),
    Relation: Table(
        "relation",
        metadata,
        _id(),
        _position(),
        _mention("from_note", "note", nullable=False),
        _mention("to_note", "note", nullable=False),
    ),
    ParkedNote: Table(
        "parked_note",
        metadata,
        _id(),
        _position(),
        _words("text"),
        _words("colour"),
        _words("lot"),
        _words("said_at"),
        Column("said_in", Words, nullable=False, info={SINCE: 7}),
        Column("decided", Boolean, nullable=False, info={SINCE: 7}),
    ),
    FeltLater: Table(
        "felt_later",
        metadata,
        _id(),
        _position(),
        _mention("note", "note", nullable=False),
        _mention("point", "emotion_point", nullable=False),
    ),
    KeyPoint: Table(
        "key_point",
        metadata,
        _id(),
        _position(),
        _parent("map"),
        _words("text"),
        _words("evidence"),
        _strings("notes"),
        _strings("stages"),
        _strings("points"),
        _words("origin"),
        _strings("said"),
        _strings("figures"),
    ),
    CallOut: Table(
        "call_out",
        metadata,
        _id(),
        _position(),
        _parent("map"),
        _words("text"),
        _mention("note", "note"),
        _mention("point", "emotion_point"),
        _mention("stage", "stage"),
        _mention("section", "section"),
        *[Column(name, Float) for name in ("at_x", "at_y", "box_x", "box_y")],
    ),
    AgendaItem: Table(
        "agenda_item",
        metadata,
        _id(),
        _position(),
        _words("title"),
        _words("instruction"),
        Column("minutes", Integer, nullable=False),
        _words("item_kind"),
        _mention("map", "map"),
        Column("sections", Details, nullable=False),
        _strings("stages"),
        _words("colour", nullable=True),
        _words("lock"),
        _words("reminder"),
        _words("question"),
        Column("votes_each", Integer, nullable=False),
        _words("role", nullable=True),
        _strings("candidates"),
    ),
    Round: Table(
        "round",
        metadata,
        _id(),
        _position(),
        _words("question"),
        *[Column(name, Integer, nullable=False) for name in ("people", "votes_each")],
        Column("candidates", Details, nullable=False),
        *[_words(name, nullable=True) for name in ("begun", "closed")],
        Column("is_chosen", Boolean, nullable=False),
    ),
    HandCount: Table(
        "hand_count",
        metadata,
        _id(),
        _position(),
        _parent("round"),
        *[Column(name, Integer, nullable=False) for name in ("number", "hands")],
        _words("at", nullable=True),
    ),
    Reveal: Table("reveal", metadata, _id(), _position(), _words("round"), _words("at")),
    Run: Table(
        "run",
        metadata,
        _id(),
        _position(),
        _words("day"),
        Column("people", Integer, nullable=False),
        _strings("names"),
        *[Column(name, Details, nullable=False) for name in ("planned", "stretches", "versions")],
        _words("ended", nullable=True),
    ),
}
"""The table of each type of record, parents before children."""

PICTURE_DATA = Table(
    "picture_data",
    metadata,
    Column("id", Words, primary_key=True, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of pictures by the id of their picture. They stay when that goes: undo may bring it back."""

HISTORY = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, nullable=False),
    Column("at", Integer, nullable=False),
    Column("act", Words, nullable=False),
    Column("of", Integer, nullable=False),
    Column("label", Words, nullable=False),
    Column("payload", LargeBinary),
)
"""The newest steps of the history.

`at` is in microseconds since 1970, UTC; `label` is JSON (`history.labels`); `payload` is the change of a
"do", "thinned" or "happened".
"""

HISTORY_BLOCK = Table(
    "history_block",
    metadata,
    Column("first", Integer, primary_key=True, nullable=False),
    Column("last", Integer, nullable=False),
    Column("steps", LargeBinary, nullable=False),
    Column("changes", LargeBinary, nullable=False),
)
"""The old steps, packed (`history.blocks`): those from number `first` to number `last`."""

REVISION = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, made here so that a new file needs no Alembic."""
