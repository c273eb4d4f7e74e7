"""Random documents, for every test that must hold for all of them; random edits are in `tests.edits`."""

from collections.abc import Sequence
from typing import TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from app.model.document import Document
from app.model.maps import FIRST_MEANINGS
from app.model.records import (
    HIGHEST,
    LOWEST,
    Effort,
    EmotionPoint,
    Evidence,
    Id,
    Impact,
    JourneyMap,
    LegendEntry,
    MapType,
    Note,
    NoteColour,
    Persona,
    Project,
    Record,
    Section,
    Stage,
)

C = TypeVar("C")

SCRIPTS = (
    "",
    " ",
    "Reads the menu",
    "Preis: 12 €",
    "Ελένη",
    "مرحبا بالعالم",
    "你好，世界",
    "👩‍👩‍👧 🍕",
    "a\u200bb",
    "<b>&",
)
"""Texts that often break programs: empty, blank, right to left, without spaces, joined emoji, markup."""

_CHARACTERS = st.characters(codec="utf-8")
texts = st.sampled_from(SCRIPTS) | st.text(_CHARACTERS, max_size=30)
"""Text as it might be pasted, control characters included: records clean it."""

colours: SearchStrategy[NoteColour] = st.sampled_from(get_args(NoteColour))
shares = st.floats(0, 1)
values = st.floats(LOWEST, HIGHEST)


@st.composite
def documents(draw: DrawFn, most: int = 3) -> Document:
    """A sound document of up to `most` maps, stages and sections in each, and notes and points in a cell."""
    number = iter(range(100_000))

    def fresh() -> Id:
        return f"r{next(number)}"

    records: list[Record] = [Project(id="project", name=draw(texts))]
    kept = draw(st.lists(st.sampled_from(FIRST_MEANINGS), unique=True, max_size=8))
    records += [
        LegendEntry(id=fresh(), position=position, colour=colour, meaning=draw(texts))
        for position, (colour, _) in enumerate(kept)
    ]
    personas = [draw(_personas(fresh(), position)) for position in range(draw(st.integers(0, most)))]
    records += personas
    ids = [persona.id for persona in personas]
    for position in range(draw(st.integers(0, most))):
        journey_map = draw(_maps(fresh(), position, ids))
        stages = [draw(_stages(fresh(), at, journey_map.id)) for at in range(draw(st.integers(0, most)))]
        sections = [draw(_sections(fresh(), at, journey_map.id)) for at in range(draw(st.integers(0, most)))]
        records += [journey_map, *stages, *sections]
        for section in sections:
            for stage in stages:
                cell = (section.id, stage.id)
                records += [draw(_notes(fresh(), at, *cell)) for at in range(draw(st.integers(0, most)))]
                records += [
                    draw(_points(fresh(), at, *cell, ids)) for at in range(draw(st.integers(0, most)))
                ]
    return Document(draw(st.permutations(records)))


def _lines(most: int = 3) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=most).map(tuple)


def _choice(literal: object) -> SearchStrategy[object]:
    return st.none() | st.sampled_from(get_args(literal))


def _personas(id: Id, position: int) -> SearchStrategy[Persona]:
    return st.builds(
        Persona,
        id=st.just(id),
        position=st.just(position),
        name=texts,
        colour=st.sampled_from(("#F2C879", "#9FD5C5", "#000000", "#FFFFFF")),
        age=st.none() | st.integers(0, 150),
        job_title=texts,
        location=texts,
        quote=texts,
        background=texts,
        goals=_lines(),
        frustrations=_lines(),
        channels=_lines(),
    )


def _maps(id: Id, position: int, personas: Sequence[Id]) -> SearchStrategy[JourneyMap]:
    return st.builds(
        JourneyMap,
        id=st.just(id),
        position=st.just(position),
        title=texts,
        type=st.sampled_from(get_args(MapType)),
        personas=some_of(personas),
        goal=texts,
        scenario=texts,
        expectations=texts,
    )


def _stages(id: Id, position: int, map: Id) -> SearchStrategy[Stage]:
    return st.builds(
        Stage,
        id=st.just(id),
        position=st.just(position),
        map=st.just(map),
        name=texts,
        duration=texts,
        goal=texts,
        width=st.none() | st.floats(100, 10_000),
    )


def _sections(id: Id, position: int, map: Id) -> SearchStrategy[Section]:
    return st.builds(
        Section,
        id=st.just(id),
        position=st.just(position),
        map=st.just(map),
        section_kind=st.sampled_from(("notes", "emotional-graph", "of-a-later-version")),
        name=texts,
        glyph=st.sampled_from(("", "goal", "pain-point")),
        colour=colours,
        height=st.none() | st.floats(40, 20_000),
    )


def _notes(id: Id, position: int, section: Id, stage: Id) -> SearchStrategy[Note]:
    return st.builds(
        Note,
        id=st.just(id),
        position=st.just(position),
        section=st.just(section),
        stage=st.just(stage),
        text=texts,
        colour=colours,
        moment_of_truth=st.booleans(),
        evidence=_choice(Evidence),
        source=texts,
        impact=_choice(Impact),
        owner=texts,
        effort=_choice(Effort),
        votes=st.integers(0, 100_000),
        tags=_lines(),
        link=texts,
    )


def _points(
    id: Id, position: int, section: Id, stage: Id, personas: Sequence[Id]
) -> SearchStrategy[EmotionPoint]:
    return st.builds(
        EmotionPoint,
        id=st.just(id),
        position=st.just(position),
        section=st.just(section),
        stage=st.just(stage),
        at=shares,
        value=values,
        quote=texts,
        persona=st.none() | one_of(personas),
    )


def one_of(choices: Sequence[C]) -> SearchStrategy[C]:
    """One of them; a strategy without any example where there are none."""
    return st.sampled_from(choices) if choices else st.nothing()


def some_of(choices: Sequence[C], least: int = 0, most: int = 5) -> SearchStrategy[tuple[C, ...]]:
    """Some of them, each once, in any order."""
    if least > len(choices):
        return st.nothing()
    return st.lists(one_of(choices), unique=True, min_size=least, max_size=min(most, len(choices))).map(tuple)
