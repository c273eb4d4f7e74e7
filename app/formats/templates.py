"""The projects that a new file can start from: JSON files in `resources/templates`, by name."""

from app.formats.format import FormatError
from app.formats.json import read
from app.model.document import Document
from app.resources import resource

BLANK = "blank"
"""The template of one empty map."""


def template_names() -> tuple[str, ...]:
    """Every template by name, the blank one first."""
    names = sorted(path.stem for path in resource("templates").glob("*.json"))
    return (BLANK, *(name for name in names if name != BLANK))


def template(name: str) -> Document:
    """A new project as the template has it. Raises FormatError for a name that is not known."""
    if name not in template_names():
        raise FormatError(f"There is no template “{name}”; there are {', '.join(template_names())}.")
    with resource("templates", f"{name}.json").open("rb") as stream:
        return read(stream)
