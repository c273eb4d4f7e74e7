"""What is drawn of a project speaks the project's language, whatever the program speaks."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from app.drawing.display import Texts
from app.drawing.layout import MapLayout, lay_out
from app.drawing.lazy_sequence import LazySequence
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.formats.json.json_project import read_document, write
from app.formats.options import ExportOptions
from app.formats.templates import template
from app.language.numbers import written
from app.language.spoken import set_program_language, speaking, spoken_language
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import EmotionPoint, Entry, JourneyMap, Project, Section, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import new_project
from app.pages.deliverables.pages import Pages
from app.pages.poster.poster_options import MapOptions

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def german_program() -> Iterator[None]:
    set_program_language("de")
    yield
    set_program_language(None)


def _document(language: str = "en") -> Document:
    return Document(
        [
            Project(id="project", language=language),
            JourneyMap(id="map", title="Dinner"),
            Stage(id="arrive", map="map", name="Arrive"),
            Section(id="figures", map="map", section_kind="metrics"),
            Section(id="curve", map="map", section_kind="emotional-graph", position=1),
            Entry(id="a", section="figures", stage="arrive", text="Minutes", value=2.5, target=1234.5),
            EmotionPoint(id="p", section="curve", stage="arrive", value=-2.5),
        ]
    )


def _in(document: Document, language: str) -> None:
    project = document.project.id
    document.apply(set_fields(document, [project], step_label("set_language"), language=language))


def _words(layout: MapLayout) -> str:
    return _texts(layout.display_list())


def _texts(drawing: object) -> str:
    assert isinstance(drawing, tuple)
    found = (text.block.text for batch in drawing if isinstance(batch, Texts) for text in batch.texts)
    return "\n".join(found)


def test_a_map_speaks_its_own_language_in_a_window_of_any(german_program: None) -> None:
    assert "2.5" in _words(lay_out(_document("en"), "map"))
    assert "2,5" in _words(lay_out(_document("de"), "map"))
    assert spoken_language() == "de"
    set_program_language("en")
    assert "2.5" in _words(lay_out(_document("en"), "map"))
    assert "2,5" in _words(lay_out(_document("de"), "map"))
    assert written(2.5) == "2.5"


def test_what_was_laid_out_in_another_language_is_not_taken_over() -> None:
    document = _document("en")
    first = lay_out(document, "map")
    _words(first)
    _in(document, "de")
    second = lay_out(document, "map", first)
    assert _words(second) == _words(lay_out(_document("de"), "map"))
    _in(document, "en")
    third = lay_out(document, "map", second)
    assert _words(third) == _words(first)
    assert lay_out(document, "map", third).rows[0] is third.rows[0]


def test_a_language_that_the_program_does_not_know_is_drawn_in_english() -> None:
    assert _words(lay_out(_document("fr"), "map")) == _words(lay_out(_document("en"), "map"))


def test_a_curve_speaks_it_while_a_hand_drags_it() -> None:
    body = lay_out(_document("de"), "map").row_of("curve")
    assert body is not None
    assert isinstance(body.body, GraphBody)
    point = body.body.content.curves[0][0].points[0]
    assert body.body.with_point(point.changed(value=-3.5)).content.language == "de"


def test_what_is_made_only_when_it_is_read_speaks_as_it_was_asked_for() -> None:
    with speaking("de"):
        later = LazySequence(lambda: [written(2.5)])
    assert list(later) == ["2,5"]


def test_pages_speak_it(german_program: None) -> None:
    for language, number in (("en", "2.5"), ("de", "2,5")):
        document = _document(language)
        options = MapOptions(map="map")
        pages = Pages(document, options)
        layers = pages.page(0).layers
        assert number in "".join(_texts(layer.display_list) for layer in layers)
        assert pages.language == language


def test_a_new_project_speaks_as_the_program_and_an_old_one_english(german_program: None) -> None:
    assert new_project().project.language == "de"
    assert template("blank").project.language == "de"
    assert template("pizzeria").project.language == "de"
    assert Project(id="project").language == "en"


def test_json_keeps_it_and_refuses_what_is_no_language() -> None:
    stream = BytesIO()
    write(_document("pt_BR"), stream, ExportOptions())
    assert read_document(BytesIO(stream.getvalue())).project.language == "pt_BR"
    for wrong in ("", "English", "../de", "de-DE", "d", "de\n", "DE", "e" * 20_000):
        with pytest.raises(ValueError, match="language"):
            Project(id="project", language=wrong)
