"""What is wrong with a JSON file, in a sentence that names the place: `project.maps[0].stages[3].name`."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.formats.json.json_form import FileForm
from app.language.phrases import Phrase, phrase, phrase_plural
from app.language.words import listed, quoted
from app.pages.errors import FormatError

Location = tuple[int | str, ...]
"""The keys and indexes that lead to a place in a file."""


def sentence(error: ValidationError) -> Phrase:
    """The first fault, and how many more there are."""
    first, *others = error.errors(include_url=False, include_input=False)
    if first["type"] == "json_invalid":
        return phrase("It is not JSON: {fault}.", fault=first["ctx"]["error"])
    said = _sentence(first)
    if not others:
        return said
    more = phrase_plural("There is {count} more fault.", "There are {count} more faults.", len(others))
    return phrase("{sentence} {more}", sentence=said, more=more)


def refuse_doubles(data: bytes) -> None:
    """Raise FormatError where an object has a key twice: JSON would silently lose the first of them.

    For data that is known to be JSON and not nested deeply.
    """
    for location in _doubles(json.loads(data, object_pairs_hook=_Pairs, parse_int=len, parse_float=len)):
        raise FormatError(
            phrase("{place} is there twice, and one of them would be lost.", place=place_of(location))
        )


class _Pairs(tuple[tuple[str, object], ...]):
    """A JSON object with every key that was written; a tuple, which JSON has not, so not taken for a list."""


def _doubles(value: object, location: Location = ()) -> Iterator[Location]:
    if isinstance(value, _Pairs):
        seen: set[str] = set()
        for key, inner in value:
            if key in seen:
                yield (*location, key)
            seen.add(key)
            yield from _doubles(inner, (*location, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _doubles(inner, (*location, index))


def place_of(location: Location) -> Phrase:
    """Where in the file, as one would write it in a program, in quotation marks."""
    if not location:
        return phrase("The file")
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return quoted("".join(parts).removeprefix("."))


def _sentence(fault: ErrorDetails) -> Phrase:
    """What is wrong at a place; of what only a program can do, in the words of whoever found it."""
    place, limits = place_of(fault["loc"]), fault.get("ctx", {})
    match fault["type"]:
        case "extra_forbidden":
            return phrase(
                "{place} is unknown; known there are {names}.", place=place, names=_known(fault["loc"][:-1])
            )
        case "missing":
            return phrase("{place} is missing.", place=place)
        case "string_type":
            return phrase("{place} must be text.", place=place)
        case "tuple_type":
            return phrase("{place} must be a list.", place=place)
        case "int_type" | "int_from_float":
            return phrase("{place} must be a whole number.", place=place)
        case "float_type":
            return phrase("{place} must be a number.", place=place)
        case "finite_number":
            return phrase("{place} must be a number, and not an infinite one.", place=place)
        case "bool_type":
            return phrase("{place} must be true or false.", place=place)
        case "model_type":
            return phrase("{place} must be an object.", place=place)
    return _out_of_limits(fault["type"], place, limits) or phrase(
        "{place} cannot be read: {reason}.", place=place, reason=fault["msg"].removeprefix("Value error, ")
    )


def _out_of_limits(kind: str, place: Phrase, limits: Mapping[str, Any]) -> Phrase | None:
    match kind:
        case "literal_error":
            # Several are told as "'a', 'b' or 'c'".
            expected = str(limits["expected"])
            if " or " not in expected:
                return phrase("{place} must be {value}.", place=place, value=expected)
            values = expected.replace(" or ", ", ")
            return phrase("{place} must be one of these: {values}.", place=place, values=values)
        case "greater_than_equal":
            return phrase("{place} must be at least {least}.", place=place, least=limits["ge"])
        case "less_than_equal":
            return phrase("{place} must be at most {most}.", place=place, most=limits["le"])
        case "string_too_long":
            return phrase_plural(
                "{place} may have at most {count} character.",
                "{place} may have at most {count} characters.",
                limits["max_length"],
                place=place,
            )
        case "too_long":
            return phrase_plural(
                "{place} may have at most {count} part.",
                "{place} may have at most {count} parts.",
                limits["max_length"],
                place=place,
            )
        case "string_pattern_mismatch":
            pattern = limits["pattern"]
            return phrase("{place} must match the pattern {pattern}.", place=place, pattern=pattern)
    return None


def _known(location: Location) -> Phrase:
    """The fields that the object at a place has, in words."""
    form: Any = FileForm
    for name in (part for part in location if isinstance(part, str)):
        annotation = form.model_fields[name].annotation
        form = next(iter(get_args(annotation)), annotation)
    return listed([*form.model_fields])
