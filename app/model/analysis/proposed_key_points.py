"""The key points that a map can lead with, as sentences, and whether those that it has still hold.

What is proposed is taken, edited or left by a person; nothing that was taken is ever written anew by itself.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.language.phrases import NOTHING, Phrase, phrase, phrase_plural
from app.language.words import joined, quoted, verbatim
from app.model.analysis.leading_facts import (
    Assumed,
    LeadingFacts,
    Lowest,
    Moments,
    PeakAndDrop,
)
from app.model.analysis.reading_words import signed_later, unquoted
from app.model.analysis.rounds import as_voted
from app.model.change import Change
from app.model.document import Document
from app.model.nouns import word
from app.model.project_language import in_its_language
from app.model.records import EmotionPoint, Id, KeyPoint, KeyPointOrigin, Note, Stage
from app.model.verbs.emotions import Curve, curve_name
from app.model.verbs.key_points import Places, add_key_point, confirm_key_point, rests_on_what_is
from app.model.words import shortened

LONGEST = 60
"""Letters of a note that a sentence tells."""


class Proposal(NamedTuple):
    """A sentence with the line below it, what it speaks of, and the numbers that it rests on."""

    origin: KeyPointOrigin
    sentence: Phrase
    evidence: Phrase
    places: Places
    figures: tuple[float, ...]


def proposals(document: Document, map: Id) -> tuple[Proposal, ...]:
    """All that a map can lead with, in the order in which it is told."""
    facts = LeadingFacts(as_voted(document), map)
    found: list[Proposal] = []
    if (lowest := facts.lowest()) is not None:
        found.append(_lowest(document, lowest))
    if (moments := facts.moments()) is not None:
        found.append(_moments(moments))
    if (peak := facts.peak_and_drop()) is not None:
        found.append(_peak_and_drop(document, peak))
    if ideas := facts.most_voted():
        found.append(_most_voted(ideas))
    if (assumed := facts.assumed()) is not None:
        found.append(_assumed(assumed))
    return tuple(found)


def open_proposals(document: Document, map: Id) -> tuple[Proposal, ...]:
    """Those of which none has been taken."""
    taken = {one.origin for one in document.key_points(map)}
    return tuple(one for one in proposals(document, map) if one.origin not in taken)


@in_its_language
def take(document: Document, map: Id, proposal: Proposal, id: Id | None = None) -> Change:
    """A key point that says what is proposed, in the language of the project."""
    return add_key_point(
        document,
        map,
        str(proposal.sentence),
        str(proposal.evidence),
        proposal.places,
        proposal.origin,
        proposal.figures,
        id=id,
    )


def changed_key_points(document: Document, map: Id) -> tuple[KeyPoint, ...]:
    """Those whose note, stage or point says something else now, or whose figures are others."""
    key_points = document.key_points(map)
    figures: dict[KeyPointOrigin, tuple[float, ...]] = {}
    if any(one.origin != "own" for one in key_points):
        figures = {one.origin: one.figures for one in proposals(document, map)}
    return tuple(
        one
        for one in key_points
        if not rests_on_what_is(document, one, None if one.origin == "own" else figures.get(one.origin, ()))
    )


def confirm(document: Document, key_point: Id) -> Change:
    """Have a key point rest on what is there now: its sentence still holds."""
    found = document.get(KeyPoint, key_point)
    if found.origin == "own":
        return confirm_key_point(document, key_point)
    figures = {one.origin: one.figures for one in proposals(document, found.map)}
    return confirm_key_point(document, key_point, figures.get(found.origin, ()))


def _lowest(document: Document, found: Lowest) -> Proposal:
    stage, value = _stage_name(document, found.point), signed_later(found.point.value)
    sentence = phrase("{stage} is the lowest point: {value}.", stage=stage, value=value)
    sentence = _of(document, found.curve, sentence)
    evidence = _said(found.pains) or _quote(found.point)
    return Proposal(
        "lowest point", sentence, evidence, _places(found.pains, [found.point]), (found.point.value,)
    )


def _moments(found: Moments) -> Proposal:
    below, count = len(found.below), found.total
    if below < count:
        sentence = phrase(
            "{below} of {count} moments of truth lie below the middle.", below=below, count=count
        )
    elif count == 2:
        sentence = phrase("Both moments of truth lie below the middle.")
    else:
        sentence = phrase_plural(
            "The moment of truth lies below the middle.",
            "All {count} moments of truth lie below the middle.",
            count,
        )
    told = [
        Phrase("{note} {value}", values=(("note", _text(one.note)), ("value", signed_later(one.value))))
        for one in found.below
        if one.note.text.strip()
    ]
    figures = (count, *(one.value for one in found.below))
    places = _places([one.note for one in found.below], [])
    return Proposal("moment of truth", sentence, joined(told, ", ") if told else NOTHING, places, figures)


def _peak_and_drop(document: Document, found: PeakAndDrop) -> Proposal:
    points = [one for one in (found.peak, found.before, found.after) if one is not None]
    points = list({one.id: one for one in points}.values())
    said, quote = _said(found.pains[:1]), _quote(found.after)
    evidence = (
        phrase("{pain}: {quote}", pain=said, quote=quote) if said and quote else said or quote
    ) or _quote(found.peak)
    places = _places(found.pains[:1], points)
    figures = (*(one.value for one in points), found.fall)
    sentence = _of(document, found.curve, _of_peak_and_drop(document, found))
    return Proposal("peak and drop", sentence, evidence, places, figures)


def _of_peak_and_drop(document: Document, found: PeakAndDrop) -> Phrase:
    if found.before is None or found.after is None:
        assert found.peak is not None
        stage, value = _stage_name(document, found.peak), signed_later(found.peak.value)
        return phrase("{stage} is the peak: {value}.", stage=stage, value=value)
    after = _stage_name(document, found.after)
    if found.peak is None:
        before = _stage_name(document, found.before)
        return phrase(
            "From {before} to {after} the mood falls by {fall} points.",
            before=before,
            after=after,
            fall=found.fall,
        )
    stage, value = _stage_name(document, found.peak), signed_later(found.peak.value)
    if found.peak.id == found.before.id:
        return phrase(
            "{stage} is the peak: {value}. Then {after} takes {fall} points away.",
            stage=stage,
            value=value,
            after=after,
            fall=found.fall,
        )
    return phrase(
        "{stage} is the peak: {value}. The largest fall is at {after}, by {fall} points.",
        stage=stage,
        value=value,
        after=after,
        fall=found.fall,
    )


def _most_voted(ideas: Sequence[Note]) -> Proposal:
    first, *others = ideas
    if first.effort:
        sentence = phrase_plural(
            "{idea} first: {count} vote, {effort} effort.",
            "{idea} first: {count} votes, {effort} effort.",
            first.votes,
            idea=_text(first),
            effort=word("effort", first.effort),
        )
    else:
        sentence = phrase_plural(
            "{idea} first: {count} vote.",
            "{idea} first: {count} votes.",
            first.votes,
            idea=_text(first),
        )
    told = [
        phrase_plural("{idea} ({count} vote)", "{idea} ({count} votes)", note.votes, idea=_text(note))
        for note in others
        if note.text.strip()
    ]
    evidence = phrase("Next: {ideas}.", ideas=joined(told, ", ")) if told else NOTHING
    figures = tuple(float(note.votes) for note in ideas)
    return Proposal("most votes", sentence, evidence, _places([first], []), figures)


def _assumed(found: Assumed) -> Proposal:
    sentence = phrase_plural(
        "{assumed} of {count} note is an assumption.",
        "{assumed} of {count} notes are assumptions.",
        found.stated,
        assumed=found.assumed,
    )
    evidence = phrase("The others: {source}.", source=shortened(found.source, LONGEST))
    is_told = bool(found.source) and found.stated > found.assumed
    figures = (float(found.assumed), float(found.stated))
    return Proposal("assumptions", sentence, evidence if is_told else NOTHING, Places(), figures)


def _of(document: Document, curve: Curve | None, sentence: Phrase) -> Phrase:
    """With whose curve it speaks of, where there are several."""
    if curve is None:
        return sentence
    return phrase("{persona}: {sentence}", persona=curve_name(document, curve.persona), sentence=sentence)


def _places(notes: Sequence[Note], points: Sequence[EmotionPoint]) -> Places:
    return Places(notes=tuple(one.id for one in notes), points=tuple(one.id for one in points))


def _said(notes: Sequence[Note]) -> Phrase:
    """What some notes say, one after the other."""
    return joined(list(_texts(notes)), "; ") if notes else NOTHING


def _texts(notes: Sequence[Note]) -> Iterator[Phrase]:
    yield from (verbatim(_text(note)) for note in notes)


def _text(note: Note) -> str:
    """Of a note on one line, without a full stop at its end."""
    return shortened(unquoted(note.text), LONGEST).removesuffix(".")


def _quote(point: EmotionPoint | None) -> Phrase:
    words = unquoted(point.quote) if point is not None else ""
    return quoted(shortened(words, LONGEST)) if words else NOTHING


def _stage_name(document: Document, point: EmotionPoint) -> Phrase:
    stage = document.get(Stage, point.stage)
    return verbatim(stage.name.strip()) or phrase("Stage {number}", number=str(stage.position + 1))
