"""Decoded pictures are kept, made smaller from larger ones, and decoded by another thread for a window."""

from queue import Queue
from threading import Thread, current_thread, main_thread

import pytest

from app.drawing.decoded import DecodedPictures, taken_in
from app.drawing.images import PictureError
from app.model.pictures import PictureStore
from app.model.records import Id
from tests.pictures import image

pytestmark = pytest.mark.usefixtures("qapp")
SECONDS = 20


class Told:
    """Who waits for pictures: keeps who was told of, and by which thread."""

    def __init__(self, pictures: DecodedPictures) -> None:
        self._told: Queue[tuple[Id, Thread]] = Queue()
        pictures.on_decoded = lambda picture: self._told.put((picture, current_thread()))

    def next(self) -> tuple[Id, Thread]:
        return self._told.get(timeout=SECONDS)

    @property
    def is_empty(self) -> bool:
        return self._told.empty()


def test_a_picture_is_made_smaller_from_what_is_at_hand() -> None:
    pictures, store = DecodedPictures(), PictureStore()
    picture = store.put(image(3000, 2000))
    large = pictures.now(store, picture, 1500)
    assert large is not None
    assert large.width() == 2048
    without_bytes = PictureStore()
    for width, expected in ((100, 128), (700, 1024), (2048, 2048), (10, 64)):
        found = pictures.now(without_bytes, picture, width)
        assert found is not None
        assert (found.width(), found.height()) == (expected, round(expected / 1.5))
    assert pictures.now(without_bytes, picture, 2049) is None


def test_a_picture_is_never_made_larger_than_it_is() -> None:
    pictures, store = DecodedPictures(), PictureStore()
    picture = store.put(image(40, 30))
    for width in (4000, 300, 64):
        found = pictures.now(store, picture, width)
        assert found is not None
        assert found.width() == 40


def test_a_window_does_not_wait_for_a_picture() -> None:
    pictures, store = DecodedPictures(), PictureStore()
    told = Told(pictures)
    picture = store.put(image(3000, 2000))
    assert pictures.soon(store, picture, 1000) is None
    picture_told, by = told.next()
    assert picture_told == picture
    assert by is not main_thread()
    found = pictures.soon(store, picture, 1000)
    assert found is not None
    assert found.width() == 1024
    by.join(SECONDS)
    assert not by.is_alive()
    assert told.is_empty


def test_until_a_picture_is_there_in_full_it_is_seen_coarse() -> None:
    pictures, store = DecodedPictures(), PictureStore()
    told = Told(pictures)
    picture = store.put(image(3000, 2000))
    pictures.now(store, picture, 400)
    coarse = pictures.soon(store, picture, 2000)
    assert coarse is not None
    assert coarse.width() == 512
    _, by = told.next()
    fine = pictures.soon(store, picture, 2000)
    assert fine is not None
    assert fine.width() == 2048
    by.join(SECONDS)


def test_of_what_is_lost_or_broken_nobody_is_told() -> None:
    pictures, store = DecodedPictures(), PictureStore()
    told = Told(pictures)
    broken, whole = store.put(image()[:60]), store.put(image())
    for picture in ("0" * 64, broken, whole):
        assert pictures.soon(store, picture, 100) is None
    picture_told, by = told.next()
    assert picture_told == whole
    by.join(SECONDS)
    assert told.is_empty
    assert pictures.now(store, broken, 100) is None


def test_a_store_that_fails_is_asked_again() -> None:
    pictures, data = DecodedPictures(), image()
    told, refusals = Told(pictures), [OSError("busy")]

    def fetch(id: Id) -> bytes:
        if refusals:
            raise refusals.pop()
        return data

    store, picture = PictureStore(fetch), PictureStore().put(data)
    assert pictures.soon(store, picture, 100) is None
    while told.is_empty:
        pictures.soon(store, picture, 100)
    _, by = told.next()
    by.join(SECONDS)
    assert pictures.soon(store, picture, 100) is not None


def test_only_what_was_painted_last_is_kept_where_room_is_short() -> None:
    pictures, store = DecodedPictures(room=2 * 400 * 300 * 4 + 1000), PictureStore()
    ids = [store.put(image(400, 300, colour)) for colour in ("#100000", "#200000", "#300000")]
    for picture in ids:
        assert pictures.now(store, picture, 400) is not None
    nothing = PictureStore()
    assert pictures.now(nothing, ids[0], 400) is None
    assert pictures.now(nothing, ids[1], 400) is not None
    assert pictures.now(nothing, ids[2], 400) is not None


def test_a_picture_that_is_taken_in_is_at_hand() -> None:
    from app.drawing.decoded import decoded_pictures

    new = taken_in(image(3000, 2000, "#123456"))
    found = decoded_pictures.now(PictureStore(), new.id, 1000)
    assert found is not None
    assert found.width() == 1024
    with pytest.raises(PictureError):
        taken_in(b"nothing")
