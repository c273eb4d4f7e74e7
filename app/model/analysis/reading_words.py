"""The reading of an emotional graph in sentences: to be shown in a panel, read aloud, and copied."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.language.numbers import written
from app.model.analysis.reading import Finding, Thresholds, read_curve
from app.model.document import Document
from app.model.records import EmotionPoint, Note, NoteColour, Section, Stage
from app.model.text import one_line
from app.model.verbs.emotions import Curve, curve_name, curves_of
from app.model.verbs.legend import meanings

MOST_NOTES = 8
"""Notes that a sentence quotes; a stage may hold hundreds."""
_PLURALS = {"Pain point": "Pain points", "Opportunity": "Opportunities", "Note": "Notes"}
"""Of the legend's first meanings; other words stay as people wrote them."""
_QUOTATION_MARKS = "“”\"„‟«»‘’'"


class DescribedFinding(NamedTuple):
    """A finding and the sentence that says it."""

    finding: Finding
    sentence: str


class CurveReading(NamedTuple):
    """Whose curve it is, and what it shows."""

    curve: Curve
    name: str
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
            ),
        )
        for curve in curves_of(document, section)
    )


def reading_text(readings: Sequence[CurveReading]) -> str:
    """The whole reading as text, to be copied. Curves are told apart by name where there are several."""
    parts = []
    for reading in readings:
        lines = [described.sentence for described in reading.described]
        if lines and len(readings) > 1:
            lines.insert(0, reading.name)
        parts.append("\n".join(lines))
    return "\n\n".join(filter(None, parts))


def sentence(document: Document, finding: Finding) -> str:
    """What is found, where, and what the map says of that place."""
    first, last = finding.points[0], finding.points[-1]
    match finding.kind:
        case "rapid drop":
            fall = number(first.value - last.value)
            where = f"from {_place(document, first)} to {_place(document, last)}"
            return _joined(f"Rapid drop {where}, by {fall}", _quote(last), _notes(document, [last], "pink"))
        case "sawtooth":
            legs = ", ".join(
                signed(after.value - before.value)
                for before, after in zip(finding.points, finding.points[1:], strict=False)
            )
            return f"Sawtooth over {_listed(_stages(document, finding.points))} ({legs})."
        case "peak" | "trough":
            colour: NoteColour = "pink" if finding.kind == "trough" else "green"
            stages = _listed(_stages(document, finding.points))
            words = f"{finding.kind.capitalize()} at {stages} ({number(first.value)})"
            quotes = " ".join(filter(None, map(_quote, finding.points)))
            return _joined(words, quotes, _notes(document, finding.points, colour))
        case "last impression":
            return _joined(
                f"Last impression at {_place(document, last)}{_change(document, last)}", _quote(last)
            )
        case _:
            return _joined(f"First impression at {_place(document, first)}", _quote(first))


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


def _joined(words: str, quote: str, notes: str = "") -> str:
    """A sentence, behind a colon what was felt there, and what the notes there say."""
    felt = f"{words}: {quote}" if quote else f"{words}."
    return f"{felt} {notes}" if notes else felt


def _quote(point: EmotionPoint) -> str:
    quoted = unquoted(point.quote)
    return f"“{quoted}”" if quoted else ""


def _change(document: Document, last: EmotionPoint) -> str:
    """How the end compares with the beginning of the same curve."""
    section = document.get(Section, last.section)
    curve = next(curve for curve in curves_of(document, section) if curve.persona == last.persona)
    first = curve.points[0].value
    if last.value == first:
        return ", where it began"
    return f", {'higher' if last.value > first else 'lower'} than it began ({number(first)})"


def _place(document: Document, point: EmotionPoint) -> str:
    return f"{_stage_name(document, point)} ({number(point.value)})"


def _stages(document: Document, points: Sequence[EmotionPoint]) -> list[str]:
    """The stages' names, each once while the points stay in it."""
    names: list[str] = []
    for point in points:
        name = _stage_name(document, point)
        if not names or names[-1] != name:
            names.append(name)
    return names


def _stage_name(document: Document, point: EmotionPoint) -> str:
    stage = document.get(Stage, point.stage)
    return stage.name or f"stage {stage.position + 1}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _notes(document: Document, points: Sequence[EmotionPoint], colour: NoteColour) -> str:
    """What notes of a colour say in the stages of some points: "Pain points there: …"."""
    texts = [unquoted(note.text) for note in _notes_at(document, points, colour) if note.text.strip()]
    meaning = meanings(document).get(colour, "").strip() or "Note"
    more = f"; and {len(texts) - MOST_NOTES} more" if len(texts) > MOST_NOTES else ""
    return f"{_PLURALS.get(meaning, meaning)} there: {'; '.join(texts[:MOST_NOTES])}{more}" if texts else ""


def _notes_at(document: Document, points: Sequence[EmotionPoint], colour: NoteColour) -> Iterator[Note]:
    map = document.get(Section, points[0].section).map
    for stage in dict.fromkeys(point.stage for point in points):
        for section in document.sections(map):
            yield from (note for note in document.notes(section.id, stage) if note.colour == colour)
