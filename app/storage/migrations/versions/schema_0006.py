"""The sixth schema: what is parked, or waits to be placed, is in the project."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute(
        "CREATE TABLE parked_note ( id TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,"
        " colour TEXT NOT NULL, lot TEXT NOT NULL, said_at TEXT NOT NULL,"
        " CONSTRAINT pk_parked_note PRIMARY KEY (id) )"
    )
