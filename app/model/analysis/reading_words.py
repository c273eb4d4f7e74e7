"""The reading of an emotional graph in sentences: to be shown in a panel, read aloud, and copied."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.language.numbers import written
from app.language.phrases import Phrase, phrase, phrase_plural
from app.language.words import joined, listed, quoted
from app.model.analysis.reading import Finding, Thresholds, read_curve
from app.model.document import Document
from app.model.records import EmotionPoint, Note, NoteColour, Section, Stage
from app.model.text import one_line
from app.model.verbs.emotions import Curve, curve_name, curves_of
from app.model.verbs.legend import first_meaning, meanings

MOST_NOTES = 8
"""Notes that a sentence quotes; a stage may hold hundreds."""
_QUOTATION_MARKS = "“”\"„‟«»‘’'"


class DescribedFinding(NamedTuple):
    """A finding and the sentence that says it."""

    finding: Finding
    sentence: Phrase


class CurveReading(NamedTuple):
    """Whose curve it is, and what it shows."""

    curve: Curve
    name: Phrase
    described: tuple[DescribedFinding, ...]


def read_section(document: Document, section: Section) -> tuple[CurveReading, ...]:
    """The reading of each curve of an emotional graph."""
    thresholds = Thresholds.of(document.project)
    return tuple(
        CurveReading(
            curve,
            curve_name(document, curve.persona),
            tuple(
                DescribedFinding(finding, sentence(document, finding))
                for finding in read_curve(curve.points, thresholds)
            )
            + tuple(_felt_later(document, curve)),
        )
        for curve in curves_of(document, section)
    )


def _felt_later(document: Document, curve: Curve) -> Iterator[DescribedFinding]:
    """The pains that are felt only at a point of a curve, in the order of its points."""
    points = {point.id: point for point in curve.points}
    order = {id: number for number, id in enumerate(points)}
    felt = sorted(
        (one for one in document.felt_later() if one.point in points), key=lambda one: order[one.point]
    )
    for one in felt:
        note, point = document.get(Note, one.note), points[one.point]
        said = phrase(
            "{pain} ({stage}) is felt later, at {later}: {value}.",
            pain=quoted(one_line(note.text)),
            stage=_stage_name(document, note),
            later=_stage_name(document, point),
            value=signed(point.value),
        )
        yield DescribedFinding(Finding("felt later", (point,)), said)


def reading_text(readings: Sequence[CurveReading]) -> str:
    """The whole reading as text, to be copied. Curves are told apart by name where there are several."""
    parts = []
    for reading in readings:
        lines = [str(described.sentence) for described in reading.described]
        if lines and len(readings) > 1:
            lines.insert(0, str(reading.name))
        parts.append("\n".join(lines))
    return "\n\n".join(filter(None, parts))


def sentence(document: Document, finding: Finding) -> Phrase:
    """What is found, where, and what the map says of that place."""
    first, last = finding.points[0], finding.points[-1]
    match finding.kind:
        case "rapid drop":
            return _with_notes(_drop(document, first, last), document, [last], "pink")
        case "sawtooth":
            legs = [
                signed_later(after.value - before.value)
                for before, after in zip(finding.points, finding.points[1:], strict=False)
            ]
            stages = listed(_stages(document, finding.points))
            return phrase("Sawtooth over {stages} ({legs}).", stages=stages, legs=joined(legs, ", "))
        case "peak":
            return _with_notes(_peak(document, finding.points), document, finding.points, "green")
        case "trough":
            return _with_notes(_trough(document, finding.points), document, finding.points, "pink")
        case "last impression":
            return _last_impression(document, last)
        case _:
            return _first_impression(document, first)


def _drop(document: Document, first: EmotionPoint, last: EmotionPoint) -> Phrase:
    start, end = _stage_name(document, first), _stage_name(document, last)
    high, low = round(first.value, 2), round(last.value, 2)
    fall = round(first.value - last.value, 2)
    if quote := _quotes([last]):
        return phrase(
            "Rapid drop from {start} ({high}) to {end} ({low}), by {fall}: {quote}",
            start=start,
            high=high,
            end=end,
            low=low,
            fall=fall,
            quote=quote,
        )
    return phrase(
        "Rapid drop from {start} ({high}) to {end} ({low}), by {fall}.",
        start=start,
        high=high,
        end=end,
        low=low,
        fall=fall,
    )


def _peak(document: Document, points: Sequence[EmotionPoint]) -> Phrase:
    stages, value = listed(_stages(document, points)), round(points[0].value, 2)
    if quotes := _quotes(points):
        return phrase("Peak at {stages} ({value}): {quotes}", stages=stages, value=value, quotes=quotes)
    return phrase("Peak at {stages} ({value}).", stages=stages, value=value)


def _trough(document: Document, points: Sequence[EmotionPoint]) -> Phrase:
    stages, value = listed(_stages(document, points)), round(points[0].value, 2)
    if quotes := _quotes(points):
        return phrase("Trough at {stages} ({value}): {quotes}", stages=stages, value=value, quotes=quotes)
    return phrase("Trough at {stages} ({value}).", stages=stages, value=value)


def _first_impression(document: Document, first: EmotionPoint) -> Phrase:
    stage, value = _stage_name(document, first), round(first.value, 2)
    if quote := _quotes([first]):
        return phrase("First impression at {stage} ({value}): {quote}", stage=stage, value=value, quote=quote)
    return phrase("First impression at {stage} ({value}).", stage=stage, value=value)


def _last_impression(document: Document, last: EmotionPoint) -> Phrase:
    """How the end compares with the beginning of the same curve, too."""
    section = document.get(Section, last.section)
    curve = next(curve for curve in curves_of(document, section) if curve.persona == last.persona)
    began = curve.points[0].value
    values = {"stage": _stage_name(document, last), "value": round(last.value, 2)}
    quote = _quotes([last])
    if last.value == began:
        if quote:
            return phrase(
                "Last impression at {stage} ({value}), where it began: {quote}", **values, quote=quote
            )
        return phrase("Last impression at {stage} ({value}), where it began.", **values)
    values["began"] = round(began, 2)
    if last.value > began:
        if quote:
            return phrase(
                "Last impression at {stage} ({value}), higher than it began ({began}): {quote}",
                **values,
                quote=quote,
            )
        return phrase("Last impression at {stage} ({value}), higher than it began ({began}).", **values)
    if quote:
        return phrase(
            "Last impression at {stage} ({value}), lower than it began ({began}): {quote}",
            **values,
            quote=quote,
        )
    return phrase("Last impression at {stage} ({value}), lower than it began ({began}).", **values)


def number(value: float) -> str:
    """A number as it is set on a map: "−1.5", "3"."""
    return written(round(value, 2))


def signed(value: float) -> str:
    """A difference: "+6", "−5.5", "0"."""
    text = number(value)
    return f"+{text}" if value > 0 and text != "0" else text


def unquoted(text: str) -> str:
    """What is quoted, on one line, without the quotation marks in which people already put it."""
    return one_line(text).strip(_QUOTATION_MARKS).strip()


def signed_later(value: float) -> Phrase:
    """The same as `signed`, written only when it is said, in the language of that moment."""
    number = round(value, 2)
    return Phrase("+{number}" if number > 0 else "{number}", values=(("number", number),))


def _quotes(points: Sequence[EmotionPoint]) -> Phrase:
    """What was felt at some points; nothing where nobody said it."""
    said = (unquoted(point.quote) for point in points)
    return joined([quoted(words) for words in said if words], " ")


def _stages(document: Document, points: Sequence[EmotionPoint]) -> list[str | Phrase]:
    """The stages' names, each once while the points stay in it."""
    names: list[str | Phrase] = []
    for point in points:
        name = _stage_name(document, point)
        if not names or names[-1] != name:
            names.append(name)
    return names


def _stage_name(document: Document, record: EmotionPoint | Note) -> str | Phrase:
    stage = document.get(Stage, record.stage)
    return stage.name or phrase("stage {number}", number=str(stage.position + 1))


def _with_notes(
    found: Phrase, document: Document, points: Sequence[EmotionPoint], colour: NoteColour
) -> Phrase:
    """A sentence, and behind it what notes of a colour say in the stages of some points."""
    texts = [unquoted(note.text) for note in _notes_at(document, points, colour) if note.text.strip()]
    if not texts:
        return found
    said = joined(texts[:MOST_NOTES], "; ")
    beyond = len(texts) - MOST_NOTES
    if beyond > 0:
        said = phrase_plural("{texts}; and {count} more", "{texts}; and {count} more", beyond, texts=said)
    return joined([found, _noted(meanings(document).get(colour, "").strip(), said)], " ")


def _noted(meaning: str, texts: Phrase) -> Phrase:
    """Behind what the colour of the notes means; in the plural where that is a word of the program's own."""
    if meaning == str(first_meaning("pink")):
        return phrase("Pain points there: {texts}", texts=texts)
    if meaning == str(first_meaning("green")):
        return phrase("Opportunities there: {texts}", texts=texts)
    if not meaning:
        return phrase("Notes there: {texts}", texts=texts)
    return phrase("{meaning} there: {texts}", meaning=meaning, texts=texts)


def _notes_at(document: Document, points: Sequence[EmotionPoint], colour: NoteColour) -> Iterator[Note]:
    map = document.get(Section, points[0].section).map
    for stage in dict.fromkeys(point.stage for point in points):
        for section in document.sections(map):
            yield from (note for note in document.notes(section.id, stage) if note.colour == colour)
