"""The bytes of pictures as rows: written once, with the change that first shows them, and read one by one."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.model.change import Change
from app.model.pictures import PictureStore, picture_id
from app.model.records import Id, Picture
from app.storage.tables import PICTURE_DATA, TABLES
from app.threads import require_wanted

_INSERT = insert(PICTURE_DATA).on_conflict_do_nothing()


def pictures_in(change: Change) -> Iterator[Picture]:
    """The pictures that a change brings."""
    return (edit.after for edit in change if edit.before is None and isinstance(edit.after, Picture))


def write_pictures(connection: Connection, pictures: Iterable[Picture], store: PictureStore) -> None:
    """Store the bytes that are not stored yet. Those that are lost stay so."""
    for picture in pictures:
        if not _is_stored(connection, picture.id) and (data := store.get(picture.id)) is not None:
            connection.execute(_INSERT, {"id": picture.id, "data": data})


def drop_unused_pictures(connection: Connection, changes: Iterable[Change], store: PictureStore) -> None:
    """Drop the bytes of pictures that are neither in the project nor in one of these changes.

    They stay in memory: what was copied may still be pasted.
    """
    used = {
        record.id for change in changes for edit in change for record in edit if isinstance(record, Picture)
    }
    used.update(connection.execute(select(TABLES[Picture].c.id)).scalars())
    stored = connection.execute(select(PICTURE_DATA.c.id)).scalars().all()
    gone = [{"gone": id} for id in stored if id not in used]
    for id in (row["gone"] for row in gone):
        if (data := load_picture(connection, id)) is not None:
            store.put(data)
    if gone:
        connection.execute(delete(PICTURE_DATA).where(PICTURE_DATA.c.id == bindparam("gone")), gone)


def load_picture(connection: Connection, id: Id) -> bytes | None:
    """The bytes of a picture; None where they are lost or are not what they were."""
    data = connection.execute(select(PICTURE_DATA.c.data).where(PICTURE_DATA.c.id == id)).scalar()
    return data if isinstance(data, bytes) and picture_id(data) == id else None


def pictures_are_whole(connection: Connection) -> bool:
    """Whether all bytes that are stored are what they were. Reads one picture at a time."""
    rows = connection.execution_options(stream_results=True).execute(
        select(PICTURE_DATA.c.id, PICTURE_DATA.c.data)
    )
    for id, data in rows:
        require_wanted()
        if not isinstance(data, bytes) or picture_id(data) != id:
            return False
    return True


def _is_stored(connection: Connection, id: Id) -> bool:
    found = connection.execute(select(PICTURE_DATA.c.id).where(PICTURE_DATA.c.id == id))
    return found.first() is not None
