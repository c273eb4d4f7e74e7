"""Writes the JSON Schema that is published in `docs/` anew; to be run when a record has changed."""

from pathlib import Path

from app.formats.json.json_form import schema_text

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "journeywall.schema.json"

if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8", newline="\n")
