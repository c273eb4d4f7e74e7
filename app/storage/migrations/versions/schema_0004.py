"""The fourth schema: a section says how its notes stand, a map for which paper it is arranged."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("ALTER TABLE map ADD COLUMN arranged TEXT")
    # SQLite adds no column that needs a value without a default, which the table is not to have. To rename
    # the table would have other tables name it as it is called meanwhile.
    op.execute("CREATE TABLE section_before AS SELECT * FROM section")
    op.execute("DROP TABLE section")
    op.execute(
        "CREATE TABLE section ( id TEXT NOT NULL, position INTEGER NOT NULL, map TEXT NOT NULL,"
        " section_kind TEXT NOT NULL, name TEXT NOT NULL, hint TEXT NOT NULL, glyph TEXT NOT NULL,"
        " colour TEXT NOT NULL, persona TEXT, metric_look TEXT NOT NULL, line TEXT, height FLOAT,"
        " is_folded BOOLEAN NOT NULL, is_left_off_posters BOOLEAN NOT NULL, curve TEXT NOT NULL,"
        " hidden TEXT NOT NULL, hides_everyone BOOLEAN NOT NULL, front TEXT, ghost TEXT,"
        " standing TEXT NOT NULL,"
        " CONSTRAINT pk_section PRIMARY KEY (id),"
        + ",".join(
            f" CONSTRAINT fk_section_{name} FOREIGN KEY({name}) REFERENCES {table} (id)"
            " DEFERRABLE INITIALLY DEFERRED"
            for name, table in _NAMED.items()
        )
        + " )"
    )
    op.execute("INSERT INTO section SELECT *, 'paper-sized' FROM section_before")
    op.execute("DROP TABLE section_before")
    op.execute("CREATE INDEX ix_section_map ON section (map)")


_NAMED = {"map": "map", "persona": "persona", "front": "persona", "ghost": "section"}
"""What a section names, and the tables of these."""
