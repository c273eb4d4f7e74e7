"""What is wrong with a JSON file, in a sentence that names the place: `project.maps[0].stages[3].name`."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.formats.json.json_form import FileForm
from app.model.words import count
from app.pages.errors import FormatError

Location = tuple[int | str, ...]
"""The keys and indexes that lead to a place in a file."""

_SENTENCES = {
    "missing": "is missing",
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a number, and no infinite one",
    "bool_type": "must be true or false",
    "model_type": "must be an object",
}


def sentence(error: ValidationError) -> str:
    """The first fault, and how many more there are."""
    first, *others = error.errors(include_url=False, include_input=False)
    more = f" (and {count(len(others), 'more fault')})" if others else ""
    if first["type"] == "json_invalid":
        return f"It is not JSON: {first['ctx']['error']}."
    return f"{place_of(first['loc'])} {_what(first)}{more}."


def refuse_doubles(data: bytes) -> None:
    """Raise FormatError where an object has a key twice: JSON would silently lose the first of them.

    For data that is known to be JSON and not nested deeply.
    """
    for location in _doubles(json.loads(data, object_pairs_hook=_Pairs, parse_int=len, parse_float=len)):
        raise FormatError(f"{place_of(location)} is there twice, and one of them would be lost.")


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


def place_of(location: Location) -> str:
    """Where in the file, as one would write it in a program, in quotation marks."""
    if not location:
        return "The file"
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return f"“{''.join(parts).removeprefix('.')}”"


def _what(fault: ErrorDetails) -> str:
    kind, location = fault["type"], fault["loc"]
    if kind == "extra_forbidden":
        return f"is unknown; known there are {_known(location[:-1])}"
    if kind in _SENTENCES:
        return _SENTENCES[kind]
    for beginning in ("Input should", "String should", "Tuple should"):
        if fault["msg"].startswith(beginning):
            return fault["msg"].replace(beginning, "must")
    return f"cannot be read: {fault['msg'].removeprefix('Value error, ')}"


def _known(location: Location) -> str:
    """The fields that the object at a place has, in words."""
    form: Any = FileForm
    for name in (part for part in location if isinstance(part, str)):
        annotation = form.model_fields[name].annotation
        form = next(iter(get_args(annotation)), annotation)
    *names, last = form.model_fields
    return f"{', '.join(names)} and {last}"
