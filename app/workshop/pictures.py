"""The pictures of a show, in their order: the whole map, and each stage, on as many pages as it needs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.model.records import Id


class Picture(NamedTuple):
    """What the room sees at once: the whole map where no stage is named, else a page of that stage."""

    stage: Id | None = None
    page: int = 0


WHOLE = Picture()


def pictures_of(stages: Sequence[Id], pages: Mapping[Id, int]) -> tuple[Picture, ...]:
    """The whole map, then every stage; after the last one the show begins again with the whole map."""
    return (WHOLE, *(Picture(stage, page) for stage in stages for page in range(max(pages.get(stage, 1), 1))))


def nearest(pictures: Sequence[Picture], shown: Picture) -> Picture:
    """The picture that shows most of what another did: the stage may have fewer pages now, or be gone."""
    if shown in pictures:
        return shown
    of_stage = [picture for picture in pictures if picture.stage == shown.stage]
    return of_stage[-1] if of_stage else WHOLE
