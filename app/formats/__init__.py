"""The file formats that a project can be written to or read from: one folder each, and one line here."""

from pathlib import Path

from app.formats.format import Format
from app.language.phrases import phrase
from app.pages.errors import FormatError

_TABLES = "app.formats.tables.table_file"
"""The module that reads whatever holds a table."""

_MAPS = "app.formats.json.json_options.JsonOptions"
"""The options of what holds all maps of a project, or one."""
_CSV = "app.formats.tables.writing.csv_options.CsvOptions"
FORMATS: tuple[Format, ...] = (
    Format("PDF", ".pdf", phrase("Poster as PDF"), "app.formats.pdf.pdf_writer", "pages"),
    Format(
        "PNG",
        ".png",
        phrase("Picture as PNG"),
        "app.formats.png.png_writer",
        "drawing",
        "app.formats.png.png_options.PngOptions",
    ),
    Format("SVG", ".svg", phrase("Drawing as SVG"), "app.formats.svg.svg_writer", "drawing"),
    Format(
        "JSON",
        ".json",
        phrase("Project as JSON"),
        "app.formats.json.json_project",
        "project",
        _MAPS,
        reads=True,
    ),
    *(
        Format(name, f".{name.lower()}", description, module, "tables", options, writes, reads=True)
        for name, description, module, options, writes in (
            ("CSV", phrase("Table with commas"), "app.formats.tables.writing.csv_file", _CSV, True),
            ("MD", phrase("Table in Markdown"), "app.formats.tables.writing.markdown_file", _MAPS, True),
            ("MMD", phrase("Journey in Mermaid"), "app.formats.tables.writing.mermaid_file", _MAPS, True),
            ("XLSX", phrase("Workbook of Excel"), "app.formats.xlsx.xlsx_file", _MAPS, True),
            ("TSV", phrase("Table with tabs"), _TABLES, _MAPS, False),
            ("ODS", phrase("Workbook of LibreOffice"), _TABLES, _MAPS, False),
            ("HTML", phrase("Table in a web page"), _TABLES, _MAPS, False),
            ("EXCALIDRAW", phrase("Board of Excalidraw"), _TABLES, _MAPS, False),
            ("TXT", phrase("Table as plain text"), _TABLES, _MAPS, False),
        )
    ),
)


def written() -> tuple[Format, ...]:
    """The formats that a project can be written to; the first is the usual one."""
    return tuple(known for known in FORMATS if known.writes)


def readable() -> tuple[Format, ...]:
    return tuple(known for known in FORMATS if known.reads)


def format_of(path: Path) -> Format:
    """The format that a file's name asks for. Raises FormatError for an unknown suffix."""
    for known in FORMATS:
        if path.suffix.lower() == known.suffix:
            return known
    suffixes = ", ".join(known.suffix for known in FORMATS)
    raise FormatError(
        phrase(
            "Journeywall does not know files like “{name}”; it knows {suffixes}.",
            name=path.name,
            suffixes=suffixes,
        )
    )
