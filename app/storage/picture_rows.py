"""The bytes of pictures as rows: written once, with the change that first shows them, and read one by one."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.model.change import Change
from app.model.pictures import PictureStore, picture_id
from app.model.records import Id, Picture
from app.storage.tables import PICTURE_DATA

_INSERT = insert(PICTURE_DATA).on_conflict_do_nothing()


def pictures_in(change: Change) -> Iterator[Picture]:
    """The pictures that a change brings."""
    return (edit.after for edit in change if edit.before is None and isinstance(edit.after, Picture))


def write_pictures(connection: Connection, pictures: Iterable[Picture], store: PictureStore) -> None:
    """Store the bytes that are not stored yet. Those that are lost stay so."""
    for picture in pictures:
        if not _is_stored(connection, picture.id) and (data := store.get(picture.id)) is not None:
            connection.execute(_INSERT, {"id": picture.id, "data": data})


def load_picture(connection: Connection, id: Id) -> bytes | None:
    """The bytes of a picture; None where they are lost or are not what they were."""
    data = connection.execute(select(PICTURE_DATA.c.data).where(PICTURE_DATA.c.id == id)).scalar()
    return data if isinstance(data, bytes) and picture_id(data) == id else None


def _is_stored(connection: Connection, id: Id) -> bool:
    found = connection.execute(select(PICTURE_DATA.c.id).where(PICTURE_DATA.c.id == id))
    return found.first() is not None
