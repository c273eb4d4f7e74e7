"""What each sign takes from the type of a poster, told beside its switch."""

import pytest

from app.formats.templates import SAMPLE, template
from app.model.document import Document
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.switch_costs import Cost, costs, switches

FILLS = MapOptions(paper="A1", scale="fill")


class StopError(Exception):
    pass


@pytest.fixture
def sample(qapp: object) -> Document:
    return template(SAMPLE)


def poster(document: Document, options: MapOptions) -> PosterOfMap:
    return PosterOfMap(document, document.maps()[0], options)


def cost(document: Document, option: str, options: MapOptions = FILLS) -> Cost:
    [found] = costs(document, poster(document, options), options, names=(option,))
    return found


def test_key_points_take_from_the_type_what_they_say_on_or_off(sample: Document) -> None:
    on = cost(sample, "key_points")
    off = cost(sample, "key_points", FILLS.changed(key_points=False))
    assert on == off
    assert on.takes
    assert on.with_it < on.without
    near, far = (int(one * 100) / 100 for one in (on.with_it, on.without))
    assert str(on.sentence) == f"notes from {near} m instead of {far} m"


def test_what_is_not_there_takes_nothing_and_is_not_tried(sample: Document) -> None:
    tries: list[float] = []
    options = MapOptions(scale="fill")
    [found] = costs(sample, poster(sample, options), options, tries.append, ("call_outs",))
    assert not found.takes
    assert str(found.sentence) == "same type size"
    assert tries == []


def test_a_newer_wish_ends_it_in_the_midst_of_a_search(sample: Document) -> None:
    tries: list[float] = []

    def stop_soon(share: float) -> None:
        tries.append(share)
        if len(tries) == 3:
            raise StopError

    with pytest.raises(StopError):
        list(costs(sample, poster(sample, FILLS), FILLS, stop_soon))
    assert len(tries) == 3


def test_at_a_fixed_scale_switches_take_nothing(sample: Document) -> None:
    options = FILLS.changed(scale=1.0)
    assert list(costs(sample, poster(sample, options), options)) == []


def test_what_is_on_or_off_is_weighed_and_what_has_a_value_is_not() -> None:
    assert {"key_points", "moments", "quotes", "call_outs", "legend", "footnotes"} <= set(switches())
    assert not {"qr", "reading", "numbers"} & set(switches())
