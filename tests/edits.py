"""Random edits, for every test that must hold for all of them.

`edits()` draws a verb with fitting arguments for a document as it is now, so that a test can draw, apply, and
draw again.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from app.drawing.sections.ready_sections import READY_SECTIONS
from app.model.analysis.proposed_key_points import confirm, open_proposals, take
from app.model.change import Change
from app.model.document import Document
from app.model.exchange.clippings import clip
from app.model.exchange.pasting import At, paste
from app.model.finding.search import replace
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.pictures import NewPicture
from app.model.records import (
    AgendaItem,
    CallOut,
    EmotionPoint,
    Entry,
    Id,
    JourneyMap,
    KeyPoint,
    LitSection,
    Note,
    ParkedNote,
    Persona,
    Process,
    Project,
    Record,
    Relation,
    Role,
    Round,
    Run,
    Section,
    Stage,
    Style,
)
from app.model.verbs.agenda import add_item, add_items, edit_item, light_sections, read_item, use_agenda
from app.model.verbs.call_outs import (
    Target,
    add_call_out,
    lead_call_out,
    move_call_out,
    set_call_out_text,
)
from app.model.verbs.cells import copy_to_cell, move_one_step, move_to_cell
from app.model.verbs.copying import duplicate
from app.model.verbs.duplicating import duplicate_into
from app.model.verbs.editing import delete, reorder, set_fields
from app.model.verbs.emotions import add_point, begin_curve, bring_to_front, move_point, move_quote, set_shown
from app.model.verbs.entries import add_entry, set_entry_text
from app.model.verbs.key_points import (
    Places,
    add_key_point,
    confirm_key_point,
    place_key_point,
    set_key_point,
)
from app.model.verbs.legend import set_meaning, set_role
from app.model.verbs.maps import add_map, bring_in, plan_future_state
from app.model.verbs.matrix import decide, place_note, take_off_matrix
from app.model.verbs.notes import add_note, join_note, recolour_notes, set_text, split_note, vote
from app.model.verbs.parking import move_to_lot, park, park_note, place_parked
from app.model.verbs.personas import add_persona, set_map_personas
from app.model.verbs.picture_verbs import add_picture, add_pictures, set_picture
from app.model.verbs.project_words import forget_word, learn_word
from app.model.verbs.relations import chain, part, relate, relate_felt_later
from app.model.verbs.rounds import begin_round, choose_round, close_round, count_hands, take_back_count
from app.model.verbs.runs import (
    begin_item,
    begin_run,
    end_run,
    follow_clock,
    give_minutes,
    hold_clock,
    note_version,
    release_clock,
    reveal,
    set_people,
)
from app.model.verbs.sections import (
    add_section,
    fold_sections,
    insert_ready_section,
    leave_off_posters,
    rename_section,
)
from app.model.verbs.sending import send_note
from app.model.verbs.sizes import resize
from app.model.verbs.stages import add_stage, join_stages, rename_stage, split_stage
from app.model.verbs.styles import LOGOS, choose_style, set_logo, set_style
from tests.documents import PICTURES, colours, moments, one_of, shares, some_of, texts, values


class Verb(NamedTuple):
    """A verb by name, with the arguments drawn for it. To call it is to get its Change."""

    name: str
    call: Callable[[Document], Change]


_ALWAYS = (True,)
_INDEXES = st.none() | st.integers(0, 4)
_STEPS = st.integers(-1, 1)
_COLOURS = st.none() | colours
_ANYWHERE = st.floats(-20, 20)
_FAR = st.floats(-1e6, 1e6)
_PROCESSES = st.none() | st.sampled_from(get_args(Process))
_ROLES = st.none() | st.sampled_from(get_args(Role))
_OTHER = Document(
    [
        Project(id="project"),
        Persona(id="eva", name="Eva"),
        JourneyMap(id="other", personas=("eva",)),
        Stage(id="before", map="other"),
        Section(id="actions", map="other"),
        Note(id="reads", section="actions", stage="before", persona="eva"),
        Note(id="waits", section="actions", stage="before", position=1),
        Relation(id="leads", from_note="reads", to_note="waits"),
    ]
)
"""Another project, small, with all that is brought in."""
_PICTURES = st.sampled_from([NewPicture(data, "png", 4, 3) for data in PICTURES])


def copy_and_paste(document: Document, ids: Iterable[Id], map: Id) -> Change:
    """Copies what can be copied, and pastes it into a map."""
    clipping = clip(document, ids)
    return (
        paste(document, clipping, At(map))
        if clipping is not None
        else Change(plain_label("Paste nothing"), ())
    )


def set_team(document: Document, ids: Iterable[Id], team: str) -> Change:
    """Stands for all that the window does with `set_fields`."""
    return set_fields(document, ids, plain_label("Set team"), team=team)


def take_first(document: Document, map: Id) -> Change:
    """The first key point that is proposed, where there is one."""
    proposed = open_proposals(document, map)
    return take(document, map, proposed[0]) if proposed else add_key_point(document, map)


def take_agenda(document: Document, title: str) -> Change:
    """The agenda of another project."""
    lit = (LitSection(section="actions", name="Actions", holds="action"),)
    return use_agenda(document, [AgendaItem(id="theirs", title=title, map="other", sections=lit)])


def type_items(document: Document, texts: Sequence[str], index: int | None) -> Change:
    """Agenda items as they are typed."""
    map = document.maps()[0].id
    return add_items(document, [read_item(document, text, map) for text in texts], index)


def set_minutes(document: Document, item: Id, minutes: int) -> Change:
    """Stands for all that is edited of an agenda item."""
    return edit_item(document, item, minutes=minutes)


STANDS_FOR: dict[Callable[..., Change], Callable[..., Change]] = {
    copy_and_paste: paste,
    set_team: set_fields,
    take_first: take,
    take_agenda: use_agenda,
    type_items: add_items,
    set_minutes: edit_item,
}
"""Verbs made here of others that take what is not easily drawn."""


Choices = tuple[Sequence[object], Callable[..., Change], Callable[[], dict[str, SearchStrategy[Any]]]]
"""What there must be for a verb, the verb, and strategies for its arguments."""


def verbs_for(document: Document) -> list[Choices]:
    """Every verb, with arguments that fit a document as it now is."""
    maps, stages, sections = (_ids(document.all(kind)) for kind in (JourneyMap, Stage, Section))
    notes, points = (_ids(document.all(kind)) for kind in (Note, EmotionPoint))
    entries = _ids(document.all(Entry))
    parked = _ids(document.all(ParkedNote))
    key_points, call_outs = _ids(document.all(KeyPoint)), _ids(document.all(CallOut))
    standing = [*notes, *entries]
    legend, personas = _ids(document.legend()), _ids(document.personas())
    showing = [*notes, *entries, *personas]
    everything = _ids(document)
    deletable = [record.id for record in document if not isinstance(record, Project)]
    cells = cells_of(document)
    anybody = st.none() | one_of(personas)
    return [
        (
            cells,
            add_note,
            lambda: {"cell": one_of(cells), "text": texts, "colour": _COLOURS, "index": _INDEXES},
        ),
        (notes, set_text, lambda: {"note": one_of(notes), "text": texts}),
        (notes, split_note, lambda: {"note": one_of(notes), "at": st.integers(0, 9)}),
        (notes, send_note, lambda: {"note": one_of(notes)}),
        (notes, join_note, lambda: {"note": one_of(notes)}),
        (notes, recolour_notes, lambda: {"notes": some_of(notes, least=1), "colour": colours}),
        (maps, learn_word, lambda: {"word": texts}),
        (maps, forget_word, lambda: {"word": texts}),
        (notes, vote, lambda: {"notes": some_of(notes, least=1), "by": _STEPS}),
        (
            notes,
            move_to_cell,
            lambda: {"cell": one_of(cells), "ids": some_of(standing, 1), "index": _INDEXES},
        ),
        (
            notes,
            copy_to_cell,
            lambda: {"cell": one_of(cells), "ids": some_of(standing, 1), "index": _INDEXES},
        ),
        (notes, move_one_step, lambda: {"ids": some_of(standing, 1), "across": _STEPS, "down": _STEPS}),
        (maps, copy_and_paste, lambda: {"ids": some_of(everything, 1), "map": one_of(maps)}),
        (maps, duplicate_into, lambda: {"ids": some_of(everything, 1), "map": one_of(maps)}),
        (notes, duplicate, lambda: {"ids": some_of([*standing, *stages, *sections, *maps], 1, 3)}),
        (_ALWAYS, replace, lambda: {"ids": some_of(everything), "words": texts, "by": texts}),
        (notes, set_team, lambda: {"ids": some_of(notes, least=1), "team": texts}),
        (
            cells,
            add_point,
            lambda: {"cell": one_of(cells), "value": values, "at": shares, "quote": texts},
        ),
        (points, move_point, lambda: {"point": one_of(points), "value": _ANYWHERE, "at": _ANYWHERE}),
        (points, move_quote, lambda: {"point": one_of(points), "x": _FAR, "y": _FAR}),
        (
            [*stages, *sections],
            resize,
            lambda: {"line": one_of([*stages, *sections]), "size": st.none() | _FAR},
        ),
        (
            sections and personas,
            begin_curve,
            lambda: {"section": one_of(sections), "persona": one_of(personas)},
        ),
        (sections, bring_to_front, lambda: {"section": one_of(sections), "persona": anybody}),
        (
            sections,
            set_shown,
            lambda: {"section": one_of(sections), "persona": anybody, "is_shown": st.booleans()},
        ),
        (_ALWAYS, reorder, lambda: {"ids": _siblings(document), "index": st.integers(0, 6)}),
        (deletable, delete, lambda: {"ids": some_of(deletable, least=1, most=4)}),
        (_ALWAYS, add_map, lambda: {"title": texts, "index": _INDEXES}),
        (_ALWAYS, bring_in, lambda: {"other": st.just(_OTHER)}),
        (maps, plan_future_state, lambda: {"map": one_of(maps)}),
        (_ALWAYS, add_persona, lambda: {"name": texts, "map": st.none() | one_of(maps)}),
        (maps, set_map_personas, lambda: {"map": one_of(maps), "personas": some_of(personas)}),
        (legend, set_meaning, lambda: {"entry": one_of(legend), "meaning": texts}),
        (legend, set_role, lambda: {"entry": one_of(legend), "role": _ROLES}),
        (maps, add_stage, lambda: {"map": one_of(maps), "name": texts, "index": _INDEXES}),
        (stages, rename_stage, lambda: {"stage": one_of(stages), "name": texts}),
        (stages, split_stage, lambda: {"stage": one_of(stages)}),
        (stages, join_stages, lambda: {"stage": one_of(stages)}),
        (
            maps,
            add_section,
            lambda: {"map": one_of(maps), "name": texts, "index": _INDEXES, "colour": colours},
        ),
        (
            maps,
            insert_ready_section,
            lambda: {"map": one_of(maps), "ready": st.sampled_from(READY_SECTIONS), "index": _INDEXES},
        ),
        (sections, rename_section, lambda: {"section": one_of(sections), "name": texts}),
        (sections, fold_sections, lambda: {"sections": some_of(sections, 1), "is_folded": st.booleans()}),
        (
            sections,
            leave_off_posters,
            lambda: {"sections": some_of(sections, 1), "is_left_off": st.booleans()},
        ),
        (
            cells,
            add_entry,
            lambda: {"cell": one_of(cells), "text": texts, "index": _INDEXES, "process": _PROCESSES},
        ),
        (entries, set_entry_text, lambda: {"entry": one_of(entries), "text": texts}),
        (cells, add_picture, lambda: {"cell": one_of(cells), "picture": _PICTURES, "text": texts}),
        (
            maps,
            add_pictures,
            lambda: {
                "map": one_of(maps),
                "pictures": st.lists(_PICTURES, min_size=1, max_size=2),
                "section": st.none() | one_of(sections),
                "stage": st.none() | one_of(stages),
                "index": _INDEXES,
            },
        ),
        (showing, set_picture, lambda: {"ids": some_of(showing, 1), "picture": st.none() | _PICTURES}),
        (notes, relate, lambda: {"from_note": one_of(notes), "to_note": one_of(notes)}),
        (notes, chain, lambda: {"notes": some_of(notes, 1)}),
        (
            notes and points,
            relate_felt_later,
            lambda: {"note": one_of(notes), "point": one_of(points)},
        ),
        (notes, part, lambda: {"ends": some_of([*notes, *points], least=1)}),
        (
            maps,
            add_key_point,
            lambda: {"map": st.just(maps[0]), "text": texts, "places": _places(document, maps[0])},
        ),
        (key_points, set_key_point, lambda: {"key_point": one_of(key_points), "text": texts}),
        (key_points, confirm_key_point, lambda: {"key_point": one_of(key_points)}),
        (
            key_points,
            place_key_point,
            lambda: {
                "key_point": st.just(key_points[0]),
                "places": _places(document, document.get(KeyPoint, key_points[0]).map),
            },
        ),
        (key_points, confirm, lambda: {"key_point": one_of(key_points)}),
        (maps, take_first, lambda: {"map": one_of(maps)}),
        (
            maps,
            add_call_out,
            lambda: {"map": st.just(maps[0]), "target": _target(document, maps[0]), "text": texts},
        ),
        (_ALWAYS, park, lambda: {"text": texts, "lot": st.sampled_from(["parking lot", "inbox"])}),
        (
            notes,
            park_note,
            lambda: {"note": one_of(notes), "text": texts, "lot": st.sampled_from(["parking lot", "inbox"])},
        ),
        (
            parked and cells,
            place_parked,
            lambda: {"cell": one_of(cells), "parked": one_of(parked), "index": _INDEXES},
        ),
        (parked, move_to_lot, lambda: {"parked": one_of(parked), "lot": st.just("inbox")}),
        *_of_a_workshop(document, notes, parked),
        (call_outs, set_call_out_text, lambda: {"call_out": one_of(call_outs), "text": texts}),
        (call_outs, move_call_out, lambda: {"call_out": one_of(call_outs), "x": _FAR, "y": _FAR}),
        (
            call_outs,
            lead_call_out,
            lambda: {"call_out": st.just(call_outs[0]), "target": _target(document, _map_of(document))},
        ),
        (_ALWAYS, choose_style, lambda: {"style": st.just(Style(id="new")), "name": texts}),
        (
            _ALWAYS,
            set_logo,
            lambda: {"field": st.sampled_from(LOGOS), "picture": st.none() | _PICTURES},
        ),
        (_ALWAYS, set_style, lambda: {"radius": st.floats(0, 60), "footer": texts}),
    ]


def _map_of(document: Document) -> Id:
    """The map of the first call-out."""
    return document.all(CallOut)[0].map


def _on_map(document: Document, map: Id) -> dict[type[Record], list[Id]]:
    cells = [(section.id, stage.id) for section in document.sections(map) for stage in document.stages(map)]
    return {
        Stage: _ids(document.stages(map)),
        Section: _ids(document.sections(map)),
        Note: [note.id for cell in cells for note in document.notes(*cell)],
        EmotionPoint: [point.id for cell in cells for point in document.points(*cell)],
    }


def _places(document: Document, map: Id) -> SearchStrategy[Places]:
    here = _on_map(document, map)
    return st.builds(
        Places,
        notes=some_of(here[Note]),
        stages=some_of(here[Stage]),
        points=some_of(here[EmotionPoint]),
    )


def _target(document: Document, map: Id) -> SearchStrategy[Target]:
    here = _on_map(document, map)
    return st.builds(
        Target,
        note=st.none() | one_of(here[Note]),
        point=st.none() | one_of(here[EmotionPoint]),
        stage=st.none() | one_of(here[Stage]),
        section=st.none() | one_of(here[Section]),
        at_x=st.none() | shares,
        at_y=st.none() | shares,
    )


def _of_a_workshop(document: Document, notes: list[Id], parked: list[Id]) -> list[Choices]:
    """The verbs of agenda, rounds, matrix and runs."""
    items, rounds, runs = (_ids(document.all(kind)) for kind in (AgendaItem, Round, Run))
    with_candidates = [round.id for round in document.rounds() if round.candidates]
    sections = _ids(document.all(Section))
    now = {"now": moments}
    run = {"run": one_of(runs)}
    return [
        (_ALWAYS, add_item, lambda: {"title": texts, "index": _INDEXES}),
        (_ALWAYS, take_agenda, lambda: {"title": texts}),
        (document.maps(), type_items, lambda: {"texts": st.lists(texts, max_size=2), "index": _INDEXES}),
        (items, set_minutes, lambda: {"item": one_of(items), "minutes": st.integers(1, 90)}),
        (items, light_sections, lambda: {"item": one_of(items), "sections": some_of(sections)}),
        (
            notes,
            begin_round,
            lambda: {
                **now,
                "question": texts,
                "notes": some_of(notes, least=1),
                "people": st.integers(0, 12),
                "votes_each": st.integers(1, 3),
            },
        ),
        (
            with_candidates,
            count_hands,
            lambda: {
                **now,
                "round": one_of(with_candidates),
                "number": st.just(1),
                "hands": st.integers(0, 9),
            },
        ),
        (rounds, take_back_count, lambda: {"round": one_of(rounds)}),
        (rounds, close_round, lambda: {**now, "round": one_of(rounds)}),
        (rounds, choose_round, lambda: {"round": one_of(rounds), "is_chosen": st.booleans()}),
        (rounds, reveal, lambda: {**now, "round": one_of(rounds)}),
        (notes, place_note, lambda: {"note": one_of(notes), "effort_at": shares, "impact_at": shares}),
        (notes, take_off_matrix, lambda: {"notes": some_of(notes, least=1)}),
        (notes + parked, decide, lambda: {"ids": some_of(notes + parked, 1), "is_decided": st.booleans()}),
        (_ALWAYS, begin_run, lambda: {**now, "people": st.integers(0, 12), "names": st.just(("Eva",))}),
        (runs, set_people, lambda: {**run, "people": st.integers(0, 12)}),
        (runs and items, begin_item, lambda: {**now, **run, "item": one_of(items)}),
        (runs, hold_clock, lambda: {**now, **run}),
        (runs, release_clock, lambda: {**now, **run}),
        (runs, give_minutes, lambda: {**run, "minutes": st.integers(-3, 3)}),
        (
            runs,
            follow_clock,
            lambda: {**now, **run, "by": st.timedeltas(timedelta(hours=-2), timedelta(hours=2))},
        ),
        (runs, note_version, lambda: {**run, "step": st.integers(1, 99), "name": texts}),
        (runs, end_run, lambda: {**now, **run}),
    ]


def _siblings(document: Document) -> SearchStrategy[tuple[Id, ...]]:
    """Some records that stand beside each other."""
    places = [[record.id for record in document.siblings(place)] for place in document.places()]
    return one_of([ids for ids in places if ids]).flatmap(lambda ids: some_of(ids, 1))


@st.composite
def edits(draw: DrawFn, document: Document) -> Verb:
    """Any verb that the document as it now is allows. Adding a map is always one of them."""
    allowed = [choice for choice in verbs_for(document) if choice[0]]
    _, verb, arguments = draw(st.sampled_from(allowed))
    return draw(st.fixed_dictionaries(arguments()).map(partial(_bound, verb)))


def do_some(data: st.DataObject, history: History, most: int = 8) -> None:
    """Draw up to `most` verbs, each for the document as the one before left it, and do them."""
    for _ in range(data.draw(st.integers(0, most))):
        history.do(data.draw(edits(history.document)).call(history.document))


def cells_of(document: Document) -> list[tuple[Id, Id]]:
    """The section and stage of every cell."""
    return [
        (section.id, stage.id)
        for journey_map in document.maps()
        for section in document.sections(journey_map.id)
        for stage in document.stages(journey_map.id)
    ]


def _bound(function: Callable[..., Change], arguments: dict[str, Any]) -> Verb:
    if "cell" in arguments:
        section, stage = arguments.pop("cell")
        arguments |= {"section": section, "stage": stage}
    return Verb(function.__name__, lambda document: function(document, **arguments))


def _ids(records: Iterable[Record]) -> list[Id]:
    return [record.id for record in records]
