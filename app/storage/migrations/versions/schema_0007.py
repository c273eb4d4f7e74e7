"""The seventh schema: agenda, rounds of votes and runs of workshops; where notes were placed; decisions."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    _let_notes_be_decided()
    _let_parked_notes_be_decided()
    _make(
        "agenda_item",
        "title TEXT NOT NULL, instruction TEXT NOT NULL, minutes INTEGER NOT NULL, item_kind TEXT NOT NULL,"
        " map TEXT, sections TEXT NOT NULL, stages TEXT NOT NULL, colour TEXT, lock TEXT NOT NULL,"
        " reminder TEXT NOT NULL, question TEXT NOT NULL, votes_each INTEGER NOT NULL, role TEXT,"
        " candidates TEXT NOT NULL",
        {"map": "map"},
    )
    _make(
        "round",
        "question TEXT NOT NULL, people INTEGER NOT NULL, votes_each INTEGER NOT NULL,"
        " candidates TEXT NOT NULL, begun TEXT, closed TEXT, is_chosen BOOLEAN NOT NULL",
    )
    _make(
        "hand_count",
        "round TEXT NOT NULL, number INTEGER NOT NULL, hands INTEGER NOT NULL, at TEXT",
        {"round": "round"},
    )
    op.execute("CREATE INDEX ix_hand_count_round ON hand_count (round)")
    _make("reveal", "round TEXT NOT NULL, at TEXT NOT NULL")
    _make(
        "run",
        "day TEXT NOT NULL, people INTEGER NOT NULL, names TEXT NOT NULL, planned TEXT NOT NULL,"
        " stretches TEXT NOT NULL, versions TEXT NOT NULL, ended TEXT",
    )


def _let_notes_be_decided() -> None:
    # SQLite adds no column that needs a value without a default, which the table is not to have.
    op.execute("CREATE TABLE note_before AS SELECT * FROM note")
    op.execute("DROP TABLE note")
    _make(
        "note",
        "section TEXT NOT NULL, stage TEXT NOT NULL, text TEXT NOT NULL, colour TEXT NOT NULL,"
        " description TEXT NOT NULL, persona TEXT, moment_of_truth BOOLEAN NOT NULL, evidence TEXT,"
        " source TEXT NOT NULL, method TEXT NOT NULL, evidence_date TEXT, impact TEXT,"
        " owner TEXT NOT NULL, team TEXT NOT NULL, effort TEXT, status TEXT, due TEXT,"
        " votes INTEGER NOT NULL, tags TEXT NOT NULL, link TEXT NOT NULL, picture TEXT,"
        " emphasis BOOLEAN NOT NULL, impact_at FLOAT, effort_at FLOAT, decided BOOLEAN NOT NULL",
        {"section": "section", "stage": "stage", "persona": "persona", "picture": "picture"},
    )
    op.execute("INSERT INTO note SELECT *, NULL, NULL, 0 FROM note_before")
    op.execute("DROP TABLE note_before")
    for parent in ("section", "stage"):
        op.execute(f"CREATE INDEX ix_note_{parent} ON note ({parent})")


def _let_parked_notes_be_decided() -> None:
    op.execute("CREATE TABLE parked_before AS SELECT * FROM parked_note")
    op.execute("DROP TABLE parked_note")
    _make(
        "parked_note",
        "text TEXT NOT NULL, colour TEXT NOT NULL, lot TEXT NOT NULL, said_at TEXT NOT NULL,"
        " said_in TEXT NOT NULL, decided BOOLEAN NOT NULL",
    )
    op.execute("INSERT INTO parked_note SELECT *, '', 0 FROM parked_before")
    op.execute("DROP TABLE parked_before")


def _make(name: str, columns: str, named: dict[str, str] | None = None) -> None:
    """A table of records. `named` are the columns that refer to tables, and these."""
    references = "".join(
        f", CONSTRAINT fk_{name}_{column} FOREIGN KEY({column}) REFERENCES {table} (id)"
        " DEFERRABLE INITIALLY DEFERRED"
        for column, table in (named or {}).items()
    )
    op.execute(
        f"CREATE TABLE {name} ( id TEXT NOT NULL, position INTEGER NOT NULL, {columns},"
        f" CONSTRAINT pk_{name} PRIMARY KEY (id){references} )"
    )
