"""A poster fills its paper with type that is as large as it can be: the goals that `docs/export.md` gives."""

from statistics import median

import pytest

from app.formats.templates import SAMPLE, template
from app.pages.poster.poster_options import MapOptions
from tests.wall.wall_maps import NAMES, wall_map
from tools.wall.figures import Figures, figures_of

LEAST_SHARE, MEDIAN_SHARE = 0.85, 0.92
MOST_EMPTY = 0.07
LEAST_OF_AIM, MEDIAN_OF_AIM = 0.8, 0.95
QUICK = ("insurance-claim", "knee-surgery", "software-purchase")
"""The longest texts, the most rows and people, the most stages."""


def on_a0(name: str) -> Figures:
    document = template(SAMPLE) if name == SAMPLE else wall_map(name)
    return figures_of(name, document, MapOptions(paper="A0", scale="fill"))


def reaches_its_goals(figures: Figures) -> bool:
    assert figures.broken == ()
    assert figures.over == ()
    assert figures.share >= LEAST_SHARE
    assert round(figures.empty, 2) <= MOST_EMPTY
    assert figures.of_aim >= LEAST_OF_AIM
    return True


@pytest.mark.slow("composes, writes and reads back a poster of A0")
@pytest.mark.parametrize("name", [SAMPLE, *QUICK])
def test_a_poster_of_a0_is_full_of_large_type(name: str) -> None:
    assert reaches_its_goals(on_a0(name))


@pytest.mark.long("prints every map of the wall")
def test_posters_of_all_maps_are_full_of_large_type() -> None:
    found = [on_a0(name) for name in (SAMPLE, *NAMES)]
    assert all(reaches_its_goals(figures) for figures in found)
    assert median(figures.share for figures in found) >= MEDIAN_SHARE
    assert median(figures.of_aim for figures in found) >= MEDIAN_OF_AIM
