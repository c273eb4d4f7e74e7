"""The map as SVG: one drawing as large as the poster on paper would be, with text as text."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from app.drawing.display import shifted
from app.formats.options import ExportOptions
from app.formats.svg.svg_painter import FAMILIES, GREY_FILTER, elements
from app.model.document import Document
from app.pages.deliverables.pages import single_part
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.poster.arrangement import View


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write one drawing. Raises FormatError where there is none, or more than one."""
    part = single_part(document, options.pages, options.report_progress)
    arrangement, scale = part.arrangement, part.scale
    millimetres = [side * scale / POINTS_PER_MILLIMETRE for side in (arrangement.width, arrangement.height)]
    # SVG 2 has the first, what reads XML the second.
    language = quoteattr(document.project.language.replace("_", "-"))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
        f" lang={language} xml:lang={language}"
        f' width="{millimetres[0]:.3f}mm" height="{millimetres[1]:.3f}mm"'
        f' viewBox="0 0 {arrangement.width:.2f} {arrangement.height:.2f}" stroke-linecap="round"'
        f' stroke-linejoin="round" font-family="{escape(FAMILIES)}" xml:space="preserve"'
        " style=\"font-feature-settings:'calt' 0,'liga' 0;white-space:pre\">",
        f"<title>{escape(arrangement.title)}</title>",
        *([GREY_FILTER] if options.pages.look == "greyscale" else []),
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for number, view in enumerate(arrangement.views):
        lines += _view(view, f"view{number}")
        options.report_progress((number + 1) / len(arrangement.views))
    lines.append("</svg>\n")
    stream.write("\n".join(lines).encode("utf-8"))


def _view(view: View, name: str) -> Iterator[str]:
    """A view where it lies on the poster, cut off at its window's edges."""
    window = view.window
    dx, dy = view.x - window.x(), view.y - window.y()
    if view.is_whole:
        yield from elements(shifted(view.display_list, dx, dy))
        return
    yield (
        f'<clipPath id="{name}"><rect x="{window.x():.2f}" y="{window.y():.2f}"'
        f' width="{window.width():.2f}" height="{window.height():.2f}"/></clipPath>'
    )
    yield f'<g transform="translate({dx:.2f} {dy:.2f})"><g clip-path="url(#{name})">'
    yield from elements(view.display_list)
    yield "</g></g>"
