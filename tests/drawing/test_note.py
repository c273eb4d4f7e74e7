"""A note grows with what stands on it: its picture above, its text below, its marks at the foot."""

import pytest
from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList, Pictures, Texts
from app.drawing.images import looked_at
from app.drawing.layout import lay_out
from app.drawing.note import note_height
from app.drawing.theme import NOTE_FOOT, NOTE_HEIGHT, NOTE_PADDING, NOTE_WIDTH
from app.model.document import Document
from app.model.records import JourneyMap, Note, NoteColour, Picture, Project, Section, Stage
from app.model.verbs.picture_verbs import add_picture
from tests.pictures import image

LONG = "A host who looks up when the door opens, every time, whoever comes"
SIZES = [(1600, 20), (20, 1600), (400, 300), (1, 1)]


def map_with_picture(size: tuple[int, int], text: str, colour: NoteColour = "yellow") -> Document:
    document = Document(
        [
            Project(id="project"),
            JourneyMap(id="map"),
            Stage(id="stage", map="map"),
            Section(id="section", map="map", colour=colour),
            Note(id="before", section="section", stage="stage", text="Plain"),
        ]
    )
    document.apply(add_picture(document, "section", "stage", looked_at(image(*size)), text, id="note"))
    return document


def drawn(document: Document) -> tuple[QRectF, DisplayList]:
    """Where the note lies, and the drawing of the sheet."""
    layout = lay_out(document, "map")
    [rectangle] = [box.rectangle for box in layout.boxes_in(layout.rectangle) if box.id == "note"]
    return rectangle, layout.display_list()


@pytest.mark.parametrize("text", ["", "Eva", LONG])
@pytest.mark.parametrize("size", SIZES)
def test_picture_and_text_stand_within_the_note_and_apart(size: tuple[int, int], text: str) -> None:
    note, display_list = drawn(map_with_picture(size, text))
    [frame] = [
        placed.rectangle for batch in display_list if isinstance(batch, Pictures) for placed in batch.pictures
    ]
    room = note.adjusted(NOTE_PADDING, NOTE_PADDING, -NOTE_PADDING, -NOTE_FOOT).adjusted(-0.01, 0, 0.01, 0.01)
    assert room.contains(frame)
    assert frame.center().x() == pytest.approx(note.center().x())
    texts = [placed for batch in display_list if isinstance(batch, Texts) for placed in batch.texts]
    for placed in texts:
        if text and placed.block.text == text:
            assert frame.bottom() < placed.y
            assert placed.y + placed.block.height <= note.bottom() - NOTE_FOOT
            break
    else:
        assert not text


@pytest.mark.parametrize("size", [(400, 300), (1600, 900)])
def test_a_picture_keeps_its_shape(size: tuple[int, int]) -> None:
    _, display_list = drawn(map_with_picture(size, "Eva"))
    [placed] = [each for batch in display_list if isinstance(batch, Pictures) for each in batch.pictures]
    shape = placed.rectangle.width() / placed.rectangle.height()
    assert shape == pytest.approx(size[0] / size[1])
    assert placed.rectangle.width() == NOTE_WIDTH - 2 * NOTE_PADDING


def test_a_note_without_a_picture_is_as_high_as_ever() -> None:
    note = Note(id="note", section="section", stage="stage", text="Plain")
    picture = Picture(id="0" * 64, format="png", width=400, height=300)
    assert note_height(note, NOTE_WIDTH) == NOTE_HEIGHT
    assert note_height(note, NOTE_WIDTH, picture) > NOTE_HEIGHT


def test_a_lost_picture_leaves_room_and_text() -> None:
    document = map_with_picture((400, 300), "Eva")
    whole, _ = drawn(document)
    lost, display_list = drawn(Document(document))
    assert lost == whole
    assert any(
        placed.block.text == "Eva"
        for batch in display_list
        if isinstance(batch, Texts)
        for placed in batch.texts
    )
