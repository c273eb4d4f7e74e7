"""What is typed in a section is read by what the section holds: values, channels, personas, addresses."""

import pytest

from app.model.document import Document
from app.model.records import EmotionPoint, Entry, Persona
from app.model.verbs.maps import new_project
from app.model.verbs.personas import add_persona
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow


def map_of(kind: str) -> Document:
    document = new_project()
    map = document.maps()[0].id
    for id in ("before", "during"):
        document.apply(add_stage(document, map, id.capitalize(), id=id))
    document.apply(add_section(document, map, "Baking", kind, id="section"))
    for name in ("Eva Molin", "Ben Okoro"):
        document.apply(add_persona(document, name))
    return document


def typed(open_window: OpenWindow, kind: str, *texts: str) -> WindowDriver:
    """A window in whose first cell texts were typed, each ended by Enter."""
    window = open_window(map_of(kind))
    window.go_to_cell("Before", "Baking")
    for text in texts:
        window.write(text)
        window.press("Return")
    window.press("Escape")
    return window


def entries(window: WindowDriver) -> list[Entry]:
    return list(window.document.entries("section", "before"))


def points(window: WindowDriver) -> list[EmotionPoint]:
    return sorted(window.document.points("section", "before"), key=lambda point: point.at)


def names(window: WindowDriver) -> list[str]:
    return [window.document.get(Persona, one.persona).name for one in entries(window) if one.persona]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("62 %", 62, "%"), ("NPS 31", 31, "NPS"), ("31/40", 31, "/40"), ("12 min", 12, "min")],
)
def test_a_number_with_its_unit_is_the_value_of_a_metric(
    open_window: OpenWindow, text: str, value: float, unit: str
) -> None:
    (entry,) = entries(typed(open_window, "metrics", text))
    assert (entry.value, entry.unit, entry.text) == (value, unit, "")


def test_channels_that_are_typed_stand_in_their_order(open_window: OpenWindow) -> None:
    window = typed(open_window, "channels", "waiter, phone → web", "by hand and by heart")
    first, second = entries(window)
    assert (first.channels, first.process, first.text) == (("waiter", "phone", "web"), "linear", "")
    assert (second.channels, second.text) == ((), "by hand and by heart")


def test_personas_that_are_named_take_part(open_window: OpenWindow) -> None:
    window = typed(open_window, "interplay", "Eva, ben okoro", "Ben: pays the bill", "somebody waits")
    assert names(window) == ["Eva Molin", "Ben Okoro", "Ben Okoro"]
    assert [one.text for one in entries(window)] == ["", "", "pays the bill", "somebody waits"]


def test_an_address_that_is_typed_is_a_link(open_window: OpenWindow) -> None:
    window = typed(open_window, "documents", "Survey: https://example.org/a", "Interviews")
    first, second = entries(window)
    assert (first.text, first.address) == ("Survey", "https://example.org/a")
    assert (second.text, second.address) == ("Interviews", "")


@pytest.mark.parametrize(
    ("text", "value", "emotion", "quote"),
    [
        ("4", 4, "", ""),
        ("−3 annoyed", -3, "annoyed", ""),
        ("+2 Nobody comes to the table", 2, "", "Nobody comes to the table"),
        ("angry", -4, "angry", ""),
        ("++", 5, "", ""),
        ("Where is the waiter now?", 0, "", "Where is the waiter now?"),
    ],
)
def test_what_is_typed_on_a_graph_is_value_emotion_or_quote(
    open_window: OpenWindow, text: str, value: float, emotion: str, quote: str
) -> None:
    window = typed(open_window, "emotional-graph", text)
    (point,) = points(window)
    assert (point.value, point.emotion, point.quote) == (value, emotion, quote)
    while window.editor.history.undoable is not None:
        window.undo()
    assert points(window) == []


def test_on_a_graph_tab_goes_on_in_the_next_stage_and_typing_on_a_point_changes_it(
    open_window: OpenWindow,
) -> None:
    window = open_window(map_of("emotional-graph"))
    window.go_to_cell("Before", "Baking")
    window.write("2 Well then")
    window.press("Tab")
    window.write("-4")
    window.press("Escape")
    (second,) = window.document.points("section", "during")
    assert second.value == -4
    (first,) = points(window)
    assert (first.value, first.emotion) == (2, "Well then")
    window.editor.select([first.id])
    window.write("5")
    window.press("Escape")
    (first,) = points(window)
    assert (first.value, first.emotion) == (5, "Well then")
