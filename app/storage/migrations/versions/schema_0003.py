"""The third schema: a step has a code with values for what it is called, a project a language and words."""

from alembic import op

from app.storage.history.labels import new_form
from app.storage.history.payload import as_json

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # SQLite adds no column that needs a value without a default, which the table is not to have.
    op.execute("ALTER TABLE project RENAME TO project_before")
    op.execute(
        "CREATE TABLE project ( id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,"
        " emotions TEXT NOT NULL, peak_at FLOAT NOT NULL, trough_at FLOAT NOT NULL, drop_of FLOAT NOT NULL,"
        " leg_of FLOAT NOT NULL, legs INTEGER NOT NULL, language TEXT NOT NULL,"
        " words TEXT NOT NULL,"
        " CONSTRAINT pk_project PRIMARY KEY (id) )"
    )
    op.execute("INSERT INTO project SELECT *, 'en', '[]' FROM project_before")
    op.execute("DROP TABLE project_before")
    _rewrite_labels()


def _rewrite_labels() -> None:
    connection = op.get_bind()
    numbers = connection.exec_driver_sql("SELECT number FROM history").scalars().all()
    for number in numbers:
        row = connection.exec_driver_sql("SELECT act, label FROM history WHERE number = ?", (number,)).one()
        if isinstance(row.label, str):
            label = as_json(new_form(row.act, row.label, 2)).decode()
            connection.exec_driver_sql("UPDATE history SET label = ? WHERE number = ?", (label, number))
