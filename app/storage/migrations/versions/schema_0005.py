"""The fifth schema: a project has a style, a map key points and call-outs; a pain may be felt later."""

from alembic import op

from app.storage.history.upgraded_rows import upgraded_rows

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with upgraded_rows(5, "note"):
        _give_notes_emphasis()
    _make(
        "style",
        "name TEXT NOT NULL, colours TEXT NOT NULL, heading_font TEXT NOT NULL, text_font TEXT NOT NULL,"
        " note_shape TEXT NOT NULL, header_shape TEXT NOT NULL, radius FLOAT NOT NULL, logo_left TEXT,"
        " logo_right TEXT, logo_footer TEXT, footer TEXT NOT NULL",
        {"logo_left": "picture", "logo_right": "picture", "logo_footer": "picture"},
    )
    _make(
        "felt_later",
        "note TEXT NOT NULL, point TEXT NOT NULL",
        {"note": "note", "point": "emotion_point"},
    )
    _make(
        "key_point",
        "map TEXT NOT NULL, text TEXT NOT NULL, evidence TEXT NOT NULL, notes TEXT NOT NULL,"
        " stages TEXT NOT NULL, points TEXT NOT NULL, origin TEXT NOT NULL, said TEXT NOT NULL,"
        " figures TEXT NOT NULL",
        {"map": "map"},
    )
    op.execute("CREATE INDEX ix_key_point_map ON key_point (map)")
    _make(
        "call_out",
        "map TEXT NOT NULL, text TEXT NOT NULL, note TEXT, point TEXT, stage TEXT, section TEXT,"
        " at_x FLOAT, at_y FLOAT, box_x FLOAT, box_y FLOAT",
        {"map": "map", "note": "note", "point": "emotion_point", "stage": "stage", "section": "section"},
    )
    op.execute("CREATE INDEX ix_call_out_map ON call_out (map)")


def _give_notes_emphasis() -> None:
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
        " emphasis BOOLEAN NOT NULL",
        {"section": "section", "stage": "stage", "persona": "persona", "picture": "picture"},
    )
    op.execute("INSERT INTO note SELECT *, 0 FROM note_before")
    op.execute("DROP TABLE note_before")
    for parent in ("section", "stage"):
        op.execute(f"CREATE INDEX ix_note_{parent} ON note ({parent})")


def _make(name: str, columns: str, named: dict[str, str]) -> None:
    """A table of records. `named` are the columns that refer to tables, and these."""
    references = "".join(
        f", CONSTRAINT fk_{name}_{column} FOREIGN KEY({column}) REFERENCES {table} (id)"
        " DEFERRABLE INITIALLY DEFERRED"
        for column, table in named.items()
    )
    op.execute(
        f"CREATE TABLE {name} ( id TEXT NOT NULL, position INTEGER NOT NULL, {columns},"
        f" CONSTRAINT pk_{name} PRIMARY KEY (id){references} )"
    )
