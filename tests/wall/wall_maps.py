"""Twelve maps of real texts, as consultants write them, on which posters are tried and measured.

They differ in language, trade, shape and length of text on purpose. All people and firms are invented.
"""

from pathlib import Path

from app.formats.json.json_project import read_document
from app.model.document import Document

FOLDER = Path(__file__).parent / "maps"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def wall_map(name: str) -> Document:
    """One of the maps by its name, read anew."""
    with (FOLDER / f"{name}.json").open("rb") as stream:
        return read_document(stream)
