"""Pictures that people drop: looked at before anything is decoded."""

import zlib

import pytest

from app.drawing.decoded import decoded_pictures
from app.drawing.images import PictureError, decoded, looked_at, reader_of
from app.drawing.png_chunks import without_words
from app.drawing.svg_icons import svg_icon
from app.limits import LARGEST_PICTURE
from app.model.pictures import PictureStore
from app.resources import resource
from tests.pictures import chunk, header_of, image

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("form", "kind"), [("PNG", "png"), ("JPG", "jpeg"), ("BMP", "bmp"), ("WEBP", "webp")]
)
def test_a_picture_of_a_known_kind_is_taken_as_it_is(form: str, kind: str) -> None:
    data = image(40, 30, form=form)
    found = looked_at(data)
    assert (found.format, found.width, found.height, found.data) == (kind, 40, 30, data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a picture that can be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture that can be read"),
        (b"MZ" + bytes(500), "not a picture that can be read"),
        (header_of(16_320, 12_240), "16,320 × 12,240 pixels"),
        (header_of(150_000, 10), "150,000 × 10 pixels"),
        (header_of(400, 300), "cannot be read to its end"),
        (image(400, 300)[:-500], "cannot be read to its end"),
        (bytes(LARGEST_PICTURE + 1), "40 MB"),
    ],
    ids=["empty", "svg", "program", "huge", "wide", "header only", "cut short", "heavy"],
)
def test_what_is_no_good_picture_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(PictureError, match=says) as refusal:
        looked_at(data)
    assert str(refusal.value).endswith(".")


def test_words_packed_in_a_picture_are_never_unpacked() -> None:
    """150 KB of them were 1.6 GB, and 12 seconds."""
    plain = image(40, 30)
    words = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(5_000_000)))
    stuffed = plain[:33] + words * 3 + plain[33:]
    assert without_words(stuffed) == plain
    assert looked_at(stuffed).data == stuffed
    assert reader_of(stuffed).textKeys() == []
    for cut in range(0, len(stuffed), 997):
        assert without_words(stuffed[:cut]) in (plain, plain[:cut], plain[:33])


@pytest.mark.parametrize("form", ["PNG", "BMP", "WEBP", "JPG"])
def test_a_picture_is_as_wide_as_asked_for_whatever_its_kind(form: str) -> None:
    smaller = decoded(image(300, 200, form=form), 100)
    assert smaller is not None
    assert (smaller.width(), smaller.height()) == (100, 67)


def test_pictures_are_decoded_no_larger_than_they_are_seen() -> None:
    store = PictureStore()
    picture = store.put(image(3000, 2000))
    small = decoded_pictures.now(store, picture, 100)
    assert small is not None
    assert (small.width(), small.height()) == (128, 85)
    whole = decoded(image(3000, 2000))
    assert whole is not None
    assert whole.width() == 3000
    assert decoded_pictures.now(store, "0" * 64, 100) is None


def test_every_icon_is_read_and_stays_in_its_square() -> None:
    for path in resource("icons").glob("*.svg"):
        found = svg_icon(path.stem, 24.0)
        assert found is not None
        numbers = [number for _, *numbers in found.outline for number in numbers]
        assert numbers
        assert max(map(abs, numbers)) <= 14, path.stem
    assert svg_icon("../icons/phone") is None
    assert svg_icon("no-such-icon") is None
