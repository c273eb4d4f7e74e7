"""The file formats that a project can be written to or read from: one module each, and one line here."""

from pathlib import Path

from app.formats.format import Format
from app.pages.errors import FormatError

FORMATS: tuple[Format, ...] = (
    Format("PDF", ".pdf", "Poster as PDF", "app.formats.pdf.pdf_writer"),
    Format("PNG", ".png", "Picture as PNG", "app.formats.png.png_writer"),
    Format("SVG", ".svg", "Drawing as SVG", "app.formats.svg.svg_writer"),
    Format("JSON", ".json", "Project as JSON", "app.formats.json.json_project", reads=True),
)


def format_of(path: Path) -> Format:
    """The format that a file's name asks for. Raises FormatError for an unknown suffix."""
    for known in FORMATS:
        if path.suffix.lower() == known.suffix:
            return known
    suffixes = ", ".join(known.suffix for known in FORMATS)
    raise FormatError(f"“{path.name}” is of no kind that Journeywall knows; it knows {suffixes}.")
