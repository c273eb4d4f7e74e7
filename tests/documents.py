"""Random documents, for every test that must hold for all of them; random edits are in `tests.edits`.

The values are derived from the records' own fields, so a new field is tested from its first day.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import product
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from app.model.document import Document
from app.model.pictures import PictureStore
from app.model.records import (
    HIGHEST,
    LOWEST,
    RECORDS,
    AgendaItem,
    CallOut,
    Day,
    Detail,
    EmotionPoint,
    Entry,
    FeltLater,
    HandCount,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Moment,
    Note,
    NoteColour,
    ParkedNote,
    Persona,
    Picture,
    Project,
    Record,
    Relation,
    Reveal,
    Round,
    Run,
    Section,
    Stage,
    Style,
)
from app.model.timestamps import clock_time
from app.model.verbs.legend import FIRST_MEANINGS

C = TypeVar("C")
R = TypeVar("R", bound=Record)

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

PICTURES = (b"one", b"two", b"three")
"""Bytes of pictures, for those who only keep them."""

texts = st.sampled_from(SCRIPTS) | st.text(st.characters(codec="utf-8"), max_size=30)
"""Text as it might be pasted, control characters included: records clean it."""

colours: SearchStrategy[NoteColour] = st.sampled_from(get_args(NoteColour))
shares = st.floats(0, 1)
values = st.floats(LOWEST, HIGHEST)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))


@st.composite
def documents(draw: DrawFn, most: int = 2) -> Document:
    """A sound document: up to `most` maps, stages and sections in each, and notes and points in a cell."""
    numbers = iter(range(100_000))

    def some(record_type: type[R], **fields: SearchStrategy[Any]) -> list[R]:
        count = draw(st.integers(0, most))
        drawn = [
            draw(_FIELDS[record_type]) | {name: draw(of) for name, of in fields.items()} for _ in range(count)
        ]
        return [
            record_type.model_validate({**values, "id": f"r{next(numbers)}", "position": position})
            for position, values in enumerate(drawn)
        ]

    store = PictureStore()
    pictures = [
        Picture(id=store.put(data), position=position, format="png", width=4, height=3)
        for position, data in enumerate(draw(st.lists(st.sampled_from(PICTURES), unique=True)))
    ]
    picture = st.none() | one_of([one.id for one in pictures])
    styles = some(Style, logo_left=picture, logo_right=picture, logo_footer=picture)[:1]
    personas = some(Persona, picture=picture)
    records: list[Record] = [_project(draw), *draw(legends), *pictures, *styles, *some(ParkedNote), *personas]
    ids = [one.id for one in personas]
    persona = st.none() | one_of(ids)
    for journey_map in some(JourneyMap, personas=some_of(ids)):
        stages = some(Stage, map=st.just(journey_map.id))
        drawn = [record.id for record in records if isinstance(record, Section)]
        sections = some(
            Section,
            map=st.just(journey_map.id),
            persona=persona,
            hidden=some_of(ids),
            front=persona,
            ghost=st.none() | one_of(drawn),
        )
        records += [journey_map, *stages, *sections]
        held: list[Record] = []
        for section, stage in product(sections, stages):
            cell = {"section": st.just(section.id), "stage": st.just(stage.id)}
            held += some(Note, persona=persona, picture=picture, **cell)
            held += some(EmotionPoint, persona=persona, **cell)
            held += some(Entry, persona=persona, picture=picture, **cell)
        records += held
        own = {"map": st.just(journey_map.id)}
        on_map: list[Record] = [*stages, *sections, *held]
        note_ids, point_ids, stage_ids, section_ids = (
            [one.id for one in on_map if type(one) is kind] for kind in (Note, EmotionPoint, Stage, Section)
        )
        records += some(
            KeyPoint,
            notes=some_of(note_ids),
            stages=some_of(stage_ids),
            points=some_of(point_ids),
            **own,
        )
        records += some(
            CallOut,
            note=st.none() | one_of(note_ids),
            point=st.none() | one_of(point_ids),
            stage=st.none() | one_of(stage_ids),
            section=st.none() | one_of(section_ids),
            **own,
        )
    notes = [record.id for record in records if isinstance(record, Note)]
    if notes:
        records += some(Relation, from_note=one_of(notes), to_note=one_of(notes))
    points = [record.id for record in records if isinstance(record, EmotionPoint)]
    if notes and points:
        records += some(FeltLater, note=one_of(notes), point=one_of(points))
    map_ids, stage_ids = ([one.id for one in records if type(one) is kind] for kind in (JourneyMap, Stage))
    records += some(
        AgendaItem, map=st.none() | one_of(map_ids), stages=some_of(stage_ids), candidates=some_of(notes)
    )
    rounds = some(Round)
    records += [*rounds, *some(Reveal), *some(Run)]
    for round in rounds:
        records += some(HandCount, round=st.just(round.id))
    return Document(draw(st.permutations(records)), store)


def _project(draw: DrawFn) -> Project:
    return Project.model_validate({**draw(_FIELDS[Project]), "id": "project"})


legends = st.lists(st.sampled_from(FIRST_MEANINGS), unique=True).map(
    lambda entries: [
        LegendEntry(id=f"legend-{colour}", position=position, colour=colour, meaning=str(meaning))
        for position, (colour, meaning) in enumerate(entries)
    ]
)
"""The legend of a project, with each colour at most once."""


def one_of(choices: Sequence[C]) -> SearchStrategy[C]:
    """One of them; a strategy without any example where there are none."""
    return st.sampled_from(choices) if choices else st.nothing()


def some_of(choices: Sequence[C], least: int = 0, most: int = 5) -> SearchStrategy[tuple[C, ...]]:
    """Some of them, each once, in any order."""
    if least > len(choices):
        return st.nothing()
    return st.lists(one_of(choices), unique=True, min_size=least, max_size=min(most, len(choices))).map(tuple)


def _fields(record_type: type[Record]) -> SearchStrategy[dict[str, Any]]:
    """Values for every field that says nothing of other records."""
    hints = get_type_hints(record_type, include_extras=True)
    told = {"id", "position", *record_type.mentions, *record_type.parents}
    return st.fixed_dictionaries(
        {
            name: _NAMES[name] if name in _NAMES else _values(hints[name])
            for name in record_type.model_fields
            if name not in told
        }
    )


def _values(hint: Any) -> SearchStrategy[Any]:
    """Values of a type as the records declare it, within its bounds."""
    if hint == Day:
        return st.dates().map(str)
    if hint == Moment:
        return moments.map(clock_time)
    plain, *constraints = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if get_origin(plain) in (Union, UnionType):
        return st.one_of([_values(part) for part in get_args(plain)])
    if get_origin(plain) is tuple:
        return st.lists(_values(get_args(plain)[0]), max_size=3).map(tuple)
    if isinstance(plain, type) and issubclass(plain, Detail):
        hints = get_type_hints(plain, include_extras=True)
        return st.builds(plain, **{name: _values(hints[name]) for name in plain.model_fields})
    if get_origin(plain) is Literal:
        return st.sampled_from(get_args(plain))
    low, high, pattern = (_limit(constraints, name) for name in ("ge", "le", "pattern"))
    simple: dict[Any, SearchStrategy[Any]] = {
        NoneType: st.none(),
        bool: st.booleans(),
        int: st.integers(low, high),
        float: st.floats(low, high, allow_nan=False, allow_infinity=False),
        str: st.from_regex(pattern, fullmatch=True) if pattern else texts,
    }
    return simple[plain]


def _limit(constraints: list[Any], name: str) -> Any:
    """The bound of that name, wherever pydantic keeps it."""
    for constraint in constraints:
        for part in (constraint, *getattr(constraint, "metadata", ())):
            if getattr(part, name, None) is not None:
                return getattr(part, name)
    return None


_NAMES = {
    "section_kind": st.sampled_from(("notes", "emotional-graph", "text", "of-a-later-version")),
    "glyph": st.sampled_from(("", "goal", "pain-point", "of-a-later-version")),
}
_FIELDS = {record_type: _fields(record_type) for record_type in RECORDS}
