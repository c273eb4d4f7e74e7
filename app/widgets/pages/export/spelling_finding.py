"""What the preflight says of spelling: one finding for all misspelt words of what is exported."""

from collections.abc import Iterator, Sequence

from app.language.phrases import Phrase, phrase, phrase_plural
from app.language.words import listed
from app.model.document import Document
from app.model.records import Persona, Record, Section, Stage
from app.model.words import shortened
from app.pages.deliverables.sheet_options import PersonaSheetOptions
from app.pages.page_options import PageOptions
from app.pages.poster.poster_options import MapOptions, PosterOptions
from app.publishing.finding import Finding
from app.session.spelling import Spelling
from app.session.spelling_review import Misspelt
from app.spelling.texts import records_of_map

_MOST_WORDS = 8
"""Words that are named; of more the number is told."""


def records_on(document: Document, options: PageOptions) -> Iterator[Record]:
    """The records of what is exported."""
    match options:
        case MapOptions():
            records = records_of_map(document, options.map or document.maps()[0].id)
            yield from (each for each in records if _is_shown(each, options))
        case PosterOptions():
            for journey_map in document.maps():
                yield from records_of_map(document, journey_map.id)
        case PersonaSheetOptions():
            wanted = options.personas
            yield from (each for each in document.all(Persona) if not wanted or each.id in wanted)
        case _:
            records = records_of_map(document, getattr(options, "map", None) or document.maps()[0].id)
            yield from (each for each in records if isinstance(each, Stage | Section))


def _is_shown(record: Record, options: MapOptions) -> bool:
    """Whether what was chosen of a map holds a record of it."""
    stage = record.id if isinstance(record, Stage) else getattr(record, "stage", None)
    section = record.id if isinstance(record, Section) else getattr(record, "section", None)
    if stage is not None and options.stages and stage not in options.stages:
        return False
    if section is not None and options.sections and section not in options.sections:
        return False
    is_in_cell = stage is not None and section is not None
    return not (is_in_cell and options.only and record.id not in options.only)


def spelling_findings(spelling: Spelling, misspelt: Sequence[Misspelt]) -> tuple[Finding, ...]:
    """The finding on misspelt words, or why there is none; nothing where all is well, or nobody asked."""
    speller = spelling.speller
    if speller is None or not speller.is_on:
        return ()
    if speller.is_lost:
        sentence = phrase(
            "The spelling was not checked: what checks it has ended. Turn “Check spelling” in the menu View"
            " off and on to begin anew."
        )
        return (Finding("spelling", sentence, is_warning=False),)
    if speller.has_dictionary(spelling.language) is False:
        sentence = phrase(
            "The spelling was not checked: there is no dictionary for the language of the project on this"
            " computer."
        )
        return (Finding("spelling", sentence, is_warning=False),)
    if not misspelt:
        return ()
    return (Finding("spelling", _sentence(misspelt), misspelt[0].record),)


def _sentence(misspelt: Sequence[Misspelt]) -> Phrase:
    named = [
        phrase("“{word}” in “{text}”", word=each.word, text=shortened(each.text, 40))
        for each in misspelt[:_MOST_WORDS]
    ]
    if len(misspelt) > _MOST_WORDS:
        named.append(phrase_plural("{count} more", "{count} more", len(misspelt) - _MOST_WORDS))
    return phrase_plural(
        "{count} word is in no dictionary: {words}.",
        "{count} words are in no dictionary: {words}.",
        len(misspelt),
        words=listed(named),
    )
