"""A style as a JSON file: what it says of colours, fonts and shapes. Logos and footer stay with the project.

A file may come from anyone: it is read up to a limit, and every value in it is asked as one typed in.
"""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from app.language.phrases import Phrase, phrase
from app.limits import LARGEST_STYLE
from app.model.exchange.plain_json import parsed
from app.model.records import Style, new_id
from app.pages.errors import FormatError
from app.paths import open_file
from app.whole_files import whole_file

FORMAT = "journeywall style"
VERSION = 1
ENDING = ".journeystyle"
_SAID = ("name", "heading_font", "text_font", "note_shape", "header_shape", "radius", "colours")
"""The fields of a style that a file has."""


class _Head(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    format: Literal["journeywall style"]
    version: int = Field(ge=1, le=VERSION)


_fields: dict[str, Any] = {
    name: (Style.model_fields[name].annotation, Style.model_fields[name]) for name in _SAID
}
StyleForm = create_model("JourneywallStyle", __base__=_Head, __doc__="A style of Journeywall.", **_fields)


def read_style(data: bytes) -> Style:
    """The style in a file, under a fresh id. Raises FormatError, which names the place of a fault."""
    if len(data) > LARGEST_STYLE:
        raise FormatError(phrase("It is too large for a style."))
    try:
        parsed(data)
    except (ValueError, RecursionError) as error:
        raise FormatError(phrase("It is no style of Journeywall.")) from error
    try:
        form = StyleForm.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        raise FormatError(_sentence(error)) from error
    return Style(id=new_id(), **{name: getattr(form, name) for name in _SAID})


def load_style(path: Path) -> Style:
    """The style in a file. Raises FormatError for a file that cannot be read, or holds none."""
    try:
        with open_file(path) as stream:
            data = stream.read(LARGEST_STYLE + 1)
    except OSError as error:
        raise FormatError(phrase("The style “{name}” cannot be read.", name=path.name)) from error
    return read_style(data)


def save_style(path: Path, style: Style) -> None:
    """Write a style to a file of its own. Raises OSError, leaving what was there as it was."""
    with whole_file(path) as stream:
        stream.write(style_text(style).encode())


def style_text(style: Style) -> str:
    """A style as its file has it, with every value, so that one sees what can be set."""
    values = style.model_dump(mode="json", include=set(_SAID))
    said = {"format": FORMAT, "version": VERSION, **{name: values[name] for name in _SAID}}
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"


def _sentence(error: ValidationError) -> Phrase:
    """The first fault, with its place as one would write it: "colours.notes.pink"."""
    fault = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return phrase("“{place}” is unknown in a style.", place=place)
    return phrase("“{place}” cannot be read: {reason}.", place=place, reason=fault["msg"])


def schema_text() -> str:
    """The JSON Schema of a style, as it is published."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **StyleForm.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
