"""A template is begun in the language that is spoken, whole, and is the same map in each."""

import pytest

from app.drawing.channel_icons import CHANNELS, OTHER, icon_of
from app.formats.template_words import words_of
from app.formats.templates import template, template_names
from app.language.spoken import speaking
from app.model.records import Entry, Section, Stage

SAME = {
    "1 h", "3 h", "4 h", "5 min", "10 min", "15 min", "20 min", "45 min",
    "1 Personas", "Lead", "Marketing", "Personas", "Problem", "Storyboard", "Teams",
    "Trattoria Lago", "Website",
}  # fmt: skip
"""What German says as English does."""


@pytest.mark.parametrize("name", template_names())
def test_a_template_speaks_german_and_is_the_same_map(name: str) -> None:
    english = template(name)
    with speaking("de"):
        german = template(name)
    assert [(record.kind, record.id) for record in german] == [(record.kind, record.id) for record in english]
    left = {text for text, other in zip(words_of(english), words_of(german), strict=True) if text == other}
    assert left <= SAME


@pytest.mark.parametrize("name", template_names())
def test_each_channel_is_called_as_where_it_is_chosen_and_keeps_its_icon(name: str) -> None:
    english = [channel for entry in template(name).all(Entry) for channel in entry.channels]
    with speaking("de"):
        document = template(name)
        german = [channel for entry in document.all(Entry) for channel in entry.channels]
        assert [icon_of(each) for each in german] == [icon_of(each) for each in english]
        assert OTHER not in map(icon_of, german)
        assert set(german) <= {str(channel) for channel in CHANNELS}
    if name == "pizzeria":
        assert ("phone" in english, "Telefon" in german, "phone" in german) == (True, True, False)


def test_the_words_of_a_template_are_those_that_a_german_would_say() -> None:
    with speaking("de"):
        blueprint = template("service-blueprint")
    assert "Sichtbarkeitslinie" in [section.name for section in blueprint.all(Section)]
    assert "Ankommen" in [stage.name for stage in blueprint.all(Stage)]
    assert (blueprint.project.emotions[0], blueprint.project.emotions[-1]) == ("frustriert", "begeistert")
