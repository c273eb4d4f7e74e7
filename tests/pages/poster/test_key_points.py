"""Key points on posters: left off where they are not wanted, and named where they may no longer hold."""

from collections.abc import Iterator

import pytest

from app.drawing.display import DisplayList, Texts
from app.formats.templates import template
from app.model.analysis.proposed_key_points import confirm, proposals, take
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Id, KeyPoint
from app.model.verbs.editing import set_fields
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.finding import Finding
from app.publishing.preflight import preflight
from tests.maps import without_key_points

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def led() -> Document:
    document = without_key_points(template("pizzeria"))
    for proposal in proposals(document, map_of(document))[:4]:
        document.apply(take(document, map_of(document), proposal))
    return document


def map_of(document: Document) -> Id:
    return document.maps()[0].id


def poster(document: Document, **options: object) -> PosterOfMap:
    return PosterOfMap(document, document.maps()[0], MapOptions(paper="A0").changed(**options))


def named(document: Document, **options: object) -> list[Finding]:
    return [one for one in preflight(document, poster(document, **options)) if one.kind == "key point"]


def lines(drawn: DisplayList) -> Iterator[str]:
    for batch in drawn:
        if isinstance(batch, Texts):
            for placed in batch.texts:
                yield from (line.text for line in placed.block.lines)


def said(document: Document, **options: object) -> str:
    return " ".join(lines(poster(document, **options).layout.display_list())).replace("\xa0", " ")


def test_key_points_are_on_the_poster_unless_they_are_left_off(led: Document) -> None:
    words, fewer = said(led), said(led, key_points=False)
    for sentence in ("Both moments of truth", "Key point, told at the top"):
        assert sentence in words
        assert sentence not in fewer


def test_a_key_point_that_may_no_longer_hold_is_named_before_printing(led: Document) -> None:
    assert not named(led)
    led.apply(set_fields(led, ["light-sign"], step_label("set_votes"), votes=8))
    [finding] = named(led)
    assert "Light the sign first: 5 votes" in str(finding.sentence)
    assert finding.record == "light-sign"
    assert finding.is_warning
    assert not named(led, key_points=False)


def test_a_key_point_that_was_said_to_hold_is_not_named(led: Document) -> None:
    led.apply(set_fields(led, ["light-sign"], step_label("set_votes"), votes=8))
    [votes] = [one for one in led.all(KeyPoint) if one.origin == "most votes"]
    led.apply(confirm(led, votes.id))
    assert not named(led)
