"""Remembers from one show to the next which picture of a project a room saw last: F5 goes on there."""

from pathlib import Path
from typing import NamedTuple

from app.widgets.base.view_positions import keep_of_project, kept_of_projects

_LAST_SLIDES = "room/last_slides"


class LastSlide(NamedTuple):
    """A map, a stage of it (none where all of it was shown), and the page of that stage."""

    map: str
    stage: str
    page: int


def remember_slide(path: Path, slide: LastSlide) -> None:
    keep_of_project(_LAST_SLIDES, path, slide)


def move_slide(path: Path, to: Path) -> None:
    """Keep under another name what a room saw of a project."""
    if (slide := slide_of(path)) is not None:
        remember_slide(to, slide)


def slide_of(path: Path) -> LastSlide | None:
    """What a room saw of a project last; None where it was not shown before."""
    found = kept_of_projects(_LAST_SLIDES).get(str(path))
    try:
        map, stage, page = found or ()
        return LastSlide(str(map), str(stage), int(str(page)))
    except (TypeError, ValueError):
        return None
