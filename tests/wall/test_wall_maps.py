"""The maps that posters are measured on are as different as those of customers, and in good order."""

import pytest

from app.model import invariants
from app.model.records import EmotionPoint, Note, Persona, Section, Stage
from tests.wall.wall_maps import NAMES, wall_map


@pytest.mark.parametrize("name", NAMES)
def test_a_map_of_the_wall_is_whole_and_says_nothing_twice(name: str) -> None:
    document = wall_map(name)
    assert not list(invariants.faults(document))
    notes = [note.text for note in document.all(Note)]
    assert all(notes)
    assert len(set(notes)) >= 0.95 * len(notes)


def test_the_maps_of_the_wall_are_of_many_languages_shapes_and_lengths() -> None:
    documents = {name: wall_map(name) for name in NAMES}
    assert len(documents) >= 12
    languages = {each.project.language for each in documents.values()}
    assert languages >= {"en", "de", "es", "ko", "ar"}
    stages = {len(each.all(Stage)) for each in documents.values()}
    assert (min(stages), max(stages)) == (4, 16)
    lengths = [len(note.text) for each in documents.values() for note in each.all(Note)]
    assert min(lengths) == 3
    assert 600 < max(lengths) <= 700
    assert any(not each.all(EmotionPoint) for each in documents.values())
    assert any(len(each.all(Persona)) == 2 for each in documents.values())
    assert any(len(each.all(Section)) == 3 for each in documents.values())
