import pytest

from app.formats.templates import template
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.finding import Finding
from app.publishing.preflight import preflight
from app.publishing.reading_distances import Read, letter_height, metres, readable_from

pytestmark = pytest.mark.usefixtures("qapp")


def told(distance: float | None = None, /, **options: object) -> list[Finding]:
    """What is told of the reading distance of the sample, as it is on the screen unless it is said."""
    document = template("pizzeria")
    chosen = {"scale": "page", **options}
    poster = PosterOfMap(document, document.maps()[0], MapOptions.model_validate(chosen))
    return [one for one in preflight(document, poster, distance) if one.kind == "distance"]


def test_each_kind_of_text_is_told_once_whatever_is_asked_for() -> None:
    for distance in (None, 2.0, 9.0):
        sentences = [str(one.sentence) for one in told(distance)]
        assert sentences[0].startswith("Can be read: the title from ")
        kinds = [said.split(" can be read")[0] for said in sentences[1:] if " can be read" in said]
        assert len(kinds) == len(set(kinds)) <= 4


def test_what_is_asked_for_is_a_warning_and_what_is_meant_for_a_wall_is_none() -> None:
    assert not any(one.is_warning for one in told())
    assert any(one.is_warning for one in told(5.0))


def test_a_small_sheet_is_held_in_the_hand_and_read_from_half_as_far() -> None:
    assert any("from 5 m." in str(one.sentence) for one in told(paper="A0"))
    assert any("from 2.5 m." in str(one.sentence) for one in told(paper="A3"))


@pytest.mark.parametrize("near", [1.9949, 1.996, 2.0 - 1e-9, 0.9999, 1.0])
@pytest.mark.parametrize("far", [2.0, 1.0, 0.95, 1.94])
def test_a_distance_is_never_told_to_be_missed_that_is_told_to_be_reached(near: float, far: float) -> None:
    read = Read("notes", near, far, "note")
    if read.is_missed:
        said = str(read.lacking)
        assert said.count(str(metres(near))) == 1
        assert str(metres(near)) != str(metres(far))


def test_a_remedy_does_what_its_sentence_says() -> None:
    before = told(paper="A3", orientation="portrait")
    (turn,) = (one.remedy for one in before if one.remedy and "Landscape" in str(one.sentence))
    (other,) = (one.remedy for one in before if one.remedy and one.remedy is not turn)
    turned = told(paper="A3", **dict(turn.options))
    assert not any("Landscape" in str(one.sentence) for one in turned)
    largest = told(**dict(other.options))
    assert [str(one.sentence) for one in largest if "meant to be" in str(one.sentence)] == []


def test_a_map_that_fills_its_paper_can_be_read_from_where_it_is_meant_to_be() -> None:
    sentences = [str(one.sentence) for one in told(paper="A0", scale="fill")]
    assert not any(said.startswith(("The title", "Stages")) for said in sentences)


def test_capitals_of_seven_millimetres_can_be_read_from_two_metres() -> None:
    height = letter_height(25, 1.0)
    assert height == pytest.approx(25 * 0.727 * 25.4 / 72, rel=0.01)
    assert readable_from(6.7) == pytest.approx(2.01)
