"""The slides of a show, in their order: the whole map, and each stage, on as many pages as it needs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.model.records import Id


class Slide(NamedTuple):
    """What the room sees at once: the whole map where no stage is named, else a page of that stage."""

    stage: Id | None = None
    page: int = 0


WHOLE = Slide()


def slides_of(stages: Sequence[Id], pages: Mapping[Id, int]) -> tuple[Slide, ...]:
    """The whole map, then every stage; after the last one the show begins again with the whole map."""
    return (WHOLE, *(Slide(stage, page) for stage in stages for page in range(max(pages.get(stage, 1), 1))))


def nearest(slides: Sequence[Slide], shown: Slide) -> Slide:
    """The slide that shows most of what another did: the stage may have fewer pages now, or be gone."""
    if shown in slides:
        return shown
    of_stage = [slide for slide in slides if slide.stage == shown.stage]
    return of_stage[-1] if of_stage else WHOLE


def likely(slides: Sequence[Slide], shown: Slide) -> tuple[Slide, ...]:
    """All that a press may ask for but what is shown, the likeliest first.

    That is the next, the previous, the whole map, the beginnings of stages, near ones first, then the rest.
    """
    here = slides.index(shown)
    beside = (slides[(here + 1) % len(slides)], slides[here - 1], WHOLE)
    near = sorted(slides, key=lambda slide: (slide.page > 0, abs(slides.index(slide) - here)))
    return tuple(slide for slide in dict.fromkeys((*beside, *near)) if slide != shown)
