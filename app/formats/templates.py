"""The projects that a new file can start from, by name: those that are bundled, and those of one's own.

All are JSON files: in `resources/templates`, and in a folder of the user's. Their names are known without
what it takes to read them: the start page shows them first.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from app.file_names import file_name, first_free
from app.formats.format import reason, write_safely
from app.language.phrases import phrase
from app.pages.errors import FormatError
from app.paths import open_file
from app.resources import resource

if TYPE_CHECKING:
    from app.model.document import Document

BLANK = "blank"
"""The template of one empty map."""
SAMPLE = "pizzeria"
"""The template that is a finished map."""


def own_folder() -> Path:
    """Where one's own templates are kept. It need not be there yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "Journeywall" / "templates"


def template_names(own: Path | None = None) -> tuple[str, ...]:
    """Every template by name: the blank one, the bundled ones, then one's own."""
    names = _names_in(resource("templates"))
    more = [name for name in _names_in(own or own_folder()) if name not in names]
    return (BLANK, *(name for name in names if name != BLANK), *more)


def template(name: str, own: Path | None = None) -> "Document":
    """A new project as the template has it, a bundled one in the language that is spoken.

    Raises FormatError for a name that is not known.
    """
    from app.formats.json.json_project import read_document
    from app.formats.template_words import translated

    own = own or own_folder()
    if name not in template_names(own):
        raise FormatError(
            phrase(
                "There is no template “{name}”; there are {names}.",
                name=name,
                names=", ".join(template_names(own)),
            )
        )
    is_bundled = name in _names_in(resource("templates"))
    path = resource("templates", f"{name}.json") if is_bundled else own / f"{name}.json"
    with open_file(path) as stream:
        document = read_document(stream)
    return translated(document) if is_bundled else document


def save_template(document: "Document", title: str, own: Path | None = None) -> str:
    """Keep a project as a template of one's own. Returns its name, made from the title and not yet taken.

    Raises FormatError where it cannot be written.
    """
    from app.formats.json.json_project import write
    from app.formats.options import ExportOptions

    own = own or own_folder()
    name = _free_name(title, template_names(own))
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormatError(
            phrase("The folder “{path}” cannot be made: {reason}.", path=str(own), reason=reason(error))
        ) from error
    write_safely(own / f"{name}.json", lambda stream: write(document, stream, ExportOptions()))
    return name


def _names_in(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.json"))


def _free_name(title: str, taken: tuple[str, ...]) -> str:
    plain = re.sub(r"\W+", "-", title.casefold()).strip("-")[:60]
    return first_free(
        lambda number: file_name(plain, otherwise="template", tail=number.replace(" ", "-")),
        taken.__contains__,
    )
