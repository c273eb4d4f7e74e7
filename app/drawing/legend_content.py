"""What of a map its legend explains: what stands on it, and nothing else."""

from collections.abc import Collection, Iterable, Sequence

from app.drawing.emphasis import Standout
from app.drawing.footnotes import NO_FOOTNOTES, Footnotes, footnotes_of
from app.drawing.legend import LegendContent
from app.drawing.parking_list import parked_in
from app.drawing.sections.kind import Body, has_signs
from app.drawing.sizes import Sizes
from app.model.document import Document
from app.model.history.versions import Comparison
from app.model.kinds import content_of
from app.model.records import EmotionPoint, Note, Section, Stage


def legend_content(
    document: Document,
    found: Standout,
    bodies: Iterable[Body],
    others: Iterable[str],
    comparison: Comparison | None,
    sizes: Sizes,
    footnotes: Footnotes = NO_FOOTNOTES,
) -> LegendContent:
    """Of sections that are laid out, whose notes have in common what was `found`, and of `others`' signs."""
    of_bodies = (body.signs for body in bodies if has_signs(body))
    return LegendContent(
        tuple(entry for entry in document.legend() if entry.colour in found.colours),
        frozenset[str]((*found.signs, *others)).union(*of_bodies),
        found.evidence,
        sizes.shown.address,
        comparison,
        footnotes.texts,
        parked_in(document) if sizes.shown.parking_lot else (),
    )


def notes_of(document: Document, sections: Collection[Section], stages: Sequence[Stage]) -> Standout:
    """What the notes of some sections at some stages have, from the document itself."""
    cells = ((section, stage) for section in sections for stage in stages)
    return Standout.of(note for section, stage in cells for note in document.notes(section.id, stage.id))


def speaks_of(document: Document, sections: Collection[Section], stages: Sequence[Stage]) -> bool:
    """Whether key points speak of anything in some sections at some stages: their numbers stand there."""
    inside = {section.id for section in sections}, {stage.id for stage in stages}
    key_points = (one for map in {one.map for one in sections} for one in document.key_points(map))
    told = [one for one in key_points if one.text.strip()]
    if any(id in inside[1] for one in told for id in one.stages):
        return True
    return any(
        isinstance(found, Note | EmotionPoint) and found.section in inside[0] and found.stage in inside[1]
        for one in told
        for found in (document.find(id) for id in (*one.notes, *one.points))
    )


def expected_content(
    document: Document, sections: Collection[Section], stages: Sequence[Stage], sizes: Sizes
) -> LegendContent:
    """What the legend of a map will explain, before that is laid out."""
    found = notes_of(document, sections, stages)
    signs: set[str] = set()
    if found.moments and sizes.shown.moments:
        signs |= {"moment", "leading"}
    if found.most_voted and sizes.shown.top_idea:
        signs.add("top-idea")
    if document.relations() and sizes.shown.connectors:
        signs.add("connector")
    if document.felt_later() and sizes.shown.felt_later:
        signs.add("felt-later")
    if sizes.shown.key_points and speaks_of(document, sections, stages):
        signs.add("key-point")
    points = [
        point
        for section in sections
        if content_of(section.section_kind).holds is EmotionPoint
        for stage in stages
        for point in document.points(section.id, stage.id)
    ]
    if points:
        signs |= {"emotion", "peak", "trough"}
    if sizes.shown.quotes and any(point.quote.strip() or point.emotion.strip() for point in points):
        signs.add("callout")
    footnotes = footnotes_of(document, sections, stages) if sizes.shown.footnotes else NO_FOOTNOTES
    return legend_content(document, found, (), signs, None, sizes, footnotes)
