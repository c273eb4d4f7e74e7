"""The second schema: a note may show a picture."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    # Alembic could only copy the whole table to add a column that refers to another.
    op.execute(
        "ALTER TABLE note ADD COLUMN picture TEXT CONSTRAINT fk_note_picture"
        " REFERENCES picture (id) DEFERRABLE INITIALLY DEFERRED"
    )
