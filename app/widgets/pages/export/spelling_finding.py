"""What the preflight says of spelling: a finding for each misspelt word of what is exported."""

from collections.abc import Iterator, Sequence

from app.language.phrases import Phrase, phrase, phrase_plural
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

MOST_MISSPELT = 20
"""How many words are told one by one."""


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
    """The findings on misspelt words, each with its place, or why they were not looked for.

    Nothing where all is well, or nobody asked.
    """
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
    found = [Finding("spelling", _sentence(each), each.record) for each in misspelt[:MOST_MISSPELT]]
    if len(misspelt) > MOST_MISSPELT:
        more = phrase_plural(
            "{count} more word is in no dictionary.",
            "{count} more words are in no dictionary.",
            len(misspelt) - MOST_MISSPELT,
        )
        found.append(Finding("spelling", more, misspelt[MOST_MISSPELT].record))
    return tuple(found)


def _sentence(misspelt: Misspelt) -> Phrase:
    text = shortened(misspelt.text, 60)
    if text == misspelt.word:
        return phrase("“{word}” is in no dictionary.", word=misspelt.word)
    return phrase("“{word}” is in no dictionary; it stands in “{text}”.", word=misspelt.word, text=text)
