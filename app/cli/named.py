"""What of a project is meant by the names that people give it on the command line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.cli.errors import JobError
from app.language.phrases import Phrase, phrase
from app.language.words import joined, quoted
from app.model.document import Document
from app.model.finding.numbering import note_numbers
from app.model.history.history_cursor import Earlier, earlier, version_at, versions_called
from app.model.records import Id
from app.pages.errors import FormatError
from app.pages.options import Named
from app.pages.which_map import chosen_map

if TYPE_CHECKING:
    from app.model.history.history import History


def looked_up(names: Named, wanted: object, history: "History", map: Id | None) -> object:
    """What is meant: an id, some ids, or a version. Raises FormatError for what is not there.

    `map`: the map on which stages, sections and notes are meant; none means the first.
    """
    document = history.document
    match names, wanted:
        case "map", _:
            return map
        case "version", str(name):
            return _earlier(name, history)
        case "persona", list(several):
            return _called("persona", several, [(one.name, one.id) for one in document.personas()])
        case "stage", list(several):
            on = chosen_map(document, map).id
            return _called("stage", several, [(one.name, one.id) for one in document.stages(on)])
        case "section", list(several):
            on = chosen_map(document, map).id
            return _called("section", several, [(one.name, one.id) for one in document.sections(on)])
        case "note", list(several):
            return _numbered(several, note_numbers(document, chosen_map(document, map).id))
    raise AssertionError(names)


def id_of_map(title: str, document: Document) -> Id:
    """The id of the map with a title, in whatever case; an id does as well. Raises JobError."""
    wanted = title.casefold()
    found = [
        journey_map.id
        for journey_map in document.maps()
        if wanted in (journey_map.title.casefold(), journey_map.id.casefold())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise JobError(
            phrase(
                "{number} maps are called “{title}”; name one by its id: {ids}.",
                number=len(found),
                title=title,
                ids=", ".join(found),
            )
        )
    if not document.maps():
        raise JobError(phrase("There is no map “{title}” in this project; it has none yet.", title=title))
    raise JobError(
        phrase(
            "There is no map “{title}” in this project; its maps are {titles}.",
            title=title,
            titles=_all(journey_map.title for journey_map in document.maps()),
        )
    )


def _numbered(wanted: list[str], known: dict[Id, int]) -> tuple[Id, ...]:
    """The ids of the notes that have one of the numbers; an id does as well."""
    by_number = {str(number): id for id, number in known.items()}
    found = [by_number.get(text.removeprefix("#"), text) for text in wanted]
    for id, text in zip(found, wanted, strict=True):
        if id not in known:
            raise FormatError(
                phrase(
                    "There is no note “{text}” on this map; its notes have numbers 1 to {last}.",
                    text=text,
                    last=len(known),
                )
            )
    return tuple(found)


def _called(kind: Named, wanted: list[str], known: list[tuple[str, Id]]) -> tuple[Id, ...]:
    """The ids of what has one of the names, in whatever case; an id does as well."""
    found: list[Id] = []
    for name in wanted:
        ids = [id for known_name, id in known if name.casefold() in (known_name.casefold(), id.casefold())]
        if not ids:
            raise FormatError(_unknown(kind, name, [known_name for known_name, _ in known if known_name]))
        found += ids
    return tuple(found)


def _unknown(kind: Named, name: str, known: list[str]) -> Phrase:
    names = _all(known)
    match kind:
        case "persona":
            if known:
                return phrase(
                    "There is no persona “{name}” in this project; its personas are {names}.",
                    name=name,
                    names=names,
                )
            return phrase("There is no persona “{name}” in this project; it has none yet.", name=name)
        case "stage":
            if known:
                return phrase(
                    "There is no stage “{name}” on this map; its stages are {names}.", name=name, names=names
                )
            return phrase("There is no stage “{name}” on this map; it has none yet.", name=name)
        case _:
            if known:
                return phrase(
                    "There is no section “{name}” on this map; its sections are {names}.",
                    name=name,
                    names=names,
                )
            return phrase("There is no section “{name}” on this map; it has none yet.", name=name)


def _all(names: Iterable[str]) -> Phrase:
    """Each in quotation marks."""
    return joined([quoted(name) for name in names], ", ")


def _earlier(name: str, history: "History") -> Earlier:
    """The version of a name; of several, the newest."""
    found = versions_called(history, name)
    if not found:
        labels = dict.fromkeys(str(version.label) for version in history.versions())
        if not labels:
            raise FormatError(
                phrase("There is no version “{name}” in this project; it has none yet.", name=name)
            )
        raise FormatError(
            phrase(
                "There is no version “{name}” in this project; its versions are {names}.",
                name=name,
                names=_all(labels),
            )
        )
    return earlier(version_at(history, found[-1]), history.document)
