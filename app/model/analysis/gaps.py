"""What a map still lacks: found by fixed rules, each gap with a sentence and the place to go to."""

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from app.language.phrases import Phrase, phrase
from app.model.analysis.reading import Thresholds, read_curve
from app.model.analysis.roles import Placed, entries_of_stage, notes_of_stage
from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import Id, JourneyMap, Stage
from app.model.verbs.emotions import curve_name, curves_of
from app.model.words import quoted

GapKind = Literal[
    "no persona",
    "review overdue",
    "assumptions",
    "no touchpoint",
    "no evidence",
    "no opportunity",
    "no owner",
    "unexplained trough",
]


class Gap(NamedTuple):
    """Something that is missing, and the records where it is."""

    kind: GapKind
    sentence: Phrase
    ids: tuple[Id, ...]


def gaps(document: Document, map: Id, today: date) -> list[Gap]:
    """What a map still lacks: first what concerns all of it, then stage by stage."""
    reading = gaps_in_steps(document, map, today)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            found: list[Gap] = end.value
            return found


def gaps_in_steps(document: Document, map: Id, today: date) -> Generator[None, None, list[Gap]]:
    """The same, stage by stage: for a window that goes on meanwhile. The document must not change so long."""
    found: list[Gap] = []
    everything: list[Placed] = []
    answers = _Answers.of(document)
    for stage in document.stages(map):
        here = list(notes_of_stage(document, stage))
        everything += here
        found += _of_a_stage(document, stage, here, answers)
        yield
    return [*_of_the_map(document.get(JourneyMap, map), everything, today), *found]


def share_of_assumptions(notes: Sequence[Placed]) -> tuple[int, int]:
    """How many notes are assumptions, of how many that say what they rest on."""
    stated = [placed.note for placed in notes if placed.note.evidence]
    return sum(note.evidence == "assumption" for note in stated), len(stated)


class _Answers(NamedTuple):
    """The notes that lead to others, and those that others lead to."""

    answered: frozenset[Id]
    taken: frozenset[Id]

    @classmethod
    def of(cls, document: Document) -> "_Answers":
        relations = document.relations()
        return cls(
            frozenset(relation.from_note for relation in relations),
            frozenset(relation.to_note for relation in relations),
        )


def _of_the_map(journey_map: JourneyMap, notes: Sequence[Placed], today: date) -> Iterator[Gap]:
    if not journey_map.personas:
        yield Gap("no persona", phrase("The map does not say whose journey it is."), (journey_map.id,))
    if journey_map.review and (due := date.fromisoformat(journey_map.review)) < today:
        sentence = phrase("The map was to be reviewed by {day}.", day=due)
        yield Gap("review overdue", sentence, (journey_map.id,))
    assumed, stated = share_of_assumptions(notes)
    if assumed * 2 > stated:
        sentence = phrase(
            "More than half of the evidence given is assumption: {assumed} of {stated}.",
            assumed=assumed,
            stated=stated,
        )
        ids = tuple(placed.note.id for placed in notes if placed.note.evidence == "assumption")
        yield Gap("assumptions", sentence, ids)


def _of_a_stage(document: Document, stage: Stage, here: Sequence[Placed], answers: _Answers) -> Iterator[Gap]:
    name = _called(stage)
    if _has_goal(stage, here) and not _has_touchpoint(document, stage, here):
        sentence = phrase("{stage} has a goal but no touchpoint.", stage=name)
        yield Gap("no touchpoint", sentence, (stage.id,))
    if here and not _has_evidence(document, stage, here):
        sentence = phrase("{stage}: all assumptions, no evidence yet.", stage=name)
        yield Gap("no evidence", sentence, (stage.id,))
    yield from _troughs(document, stage, here)
    for pain in _unanswered(here, answers):
        sentence = (
            phrase("The pain point {note} has no opportunity.", note=quoted(pain.note.text, ""))
            if pain.note.text.strip()
            else phrase("A pain point without text has no opportunity.")
        )
        yield Gap("no opportunity", sentence, (pain.note.id,))
    for placed in here:
        if placed.role == "opportunity" and not (placed.note.owner or placed.note.team):
            sentence = (
                phrase("The opportunity {note} has no owner.", note=quoted(placed.note.text, ""))
                if placed.note.text.strip()
                else phrase("An opportunity without text has no owner.")
            )
            yield Gap("no owner", sentence, (placed.note.id,))


def _called(stage: Stage) -> Phrase:
    return quoted(stage.name, phrase("Stage {number}", number=str(stage.position + 1)))


def _has_goal(stage: Stage, here: Sequence[Placed]) -> bool:
    """Whether the stage says what the customer wants: itself, or by a note among the goals."""
    return bool(stage.goal) or any(placed.section.glyph == "goal" for placed in here)


def _has_touchpoint(document: Document, stage: Stage, here: Sequence[Placed]) -> bool:
    if any(placed.role == "touchpoint" for placed in here):
        return True
    return any(entry.channels for entry, _ in entries_of_stage(document, stage))


def _has_evidence(document: Document, stage: Stage, here: Sequence[Placed]) -> bool:
    if any(placed.note.evidence in ("some evidence", "validated") for placed in here):
        return True
    return any(
        content_of(section.section_kind).is_evidence for _, section in entries_of_stage(document, stage)
    )


def _unanswered(here: Sequence[Placed], answers: _Answers) -> Iterator[Placed]:
    """The pain points that lead to nothing, in a stage that has no opportunity to spare for them.

    People relate notes late or never; until then the opportunities of a stage answer its pain points.
    """
    if any(placed.role == "opportunity" and placed.note.id not in answers.taken for placed in here):
        return
    for placed in here:
        if placed.role == "pain point" and placed.note.id not in answers.answered:
            yield placed


def _troughs(document: Document, stage: Stage, here: Sequence[Placed]) -> Iterator[Gap]:
    """Troughs of the emotional graphs in a stage where nothing says what hurts."""
    if any(placed.role == "pain point" for placed in here):
        return
    thresholds = Thresholds.of(document.project)
    for section in document.sections(stage.map):
        for curve in curves_of(document, section):
            for finding in read_curve(curve.points, thresholds):
                if finding.kind == "trough" and finding.points[0].stage == stage.id:
                    sentence = _unexplained(document, curve.persona, _called(stage))
                    yield Gap("unexplained trough", sentence, (finding.points[0].id,))


def _unexplained(document: Document, persona: Id | None, stage: Phrase) -> Phrase:
    if persona is None:
        return phrase("The mood is at its lowest in {stage}, and no pain point says why.", stage=stage)
    return phrase(
        "The mood of {persona} is at its lowest in {stage}, and no pain point says why.",
        persona=curve_name(document, persona),
        stage=stage,
    )
