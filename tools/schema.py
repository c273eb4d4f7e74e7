"""Writes the JSON Schemas that are published in `docs/` anew; to be run when a record has changed."""

from pathlib import Path

from app.formats.json import json_form
from app.pages.styles import style_file

DOCS = Path(__file__).resolve().parent.parent / "docs"
SCHEMA = DOCS / "journeywall.schema.json"
STYLE_SCHEMA = DOCS / "journeystyle.schema.json"

if __name__ == "__main__":
    for path, text in ((SCHEMA, json_form.schema_text()), (STYLE_SCHEMA, style_file.schema_text())):
        path.write_text(text, encoding="utf-8", newline="\n")
