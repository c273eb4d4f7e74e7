"""The poster as PDF: pages exactly as large as their paper, drawn as the screen draws the map."""

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from app import __version__
from app.drawing.display import DisplayList
from app.formats.format import ExportOptions
from app.formats.paper import Page, fit
from app.formats.pdf_file import About, PdfFile
from app.formats.poster.pages import Layer, Poster, PosterPage
from app.model.document import Document


class Drawing(NamedTuple):
    """What to print: a display list and how large it is, in map units."""

    display_list: DisplayList
    width: float
    height: float


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write maps as a poster. Raises FormatError where there is none, or where the paper cannot hold it."""
    poster = Poster(document, options)
    file = PdfFile(stream, about(document, poster), poster.scale)
    for index in range(poster.count):
        file.add(poster.page(index), _share(options.tell, index, poster.count))
    file.close()


def write_poster(stream: BinaryIO, drawing: Drawing, sheet: Page, about: About) -> None:
    """Write a drawing as large as it fits within the margins of one page, in its middle."""
    place = fit(drawing.width, drawing.height, sheet)
    layer = Layer(drawing.display_list, place.scale, place.left, place.top)
    file = PdfFile(stream, about, place.scale)
    file.add(PosterPage(sheet, 0.0, (layer,), (), about.title))
    file.close()


def about(document: Document, poster: Poster) -> About:
    """What the file says of itself; a project of several maps goes by its own name."""
    project, first = document.project.name, poster.parts[0].map
    title = first.title if len(poster.parts) == 1 else project
    return About(
        title=title,
        author=first.owner or project,
        subject=f"Customer journey map of {project}",
        creator=f"Journeywall {__version__}",
    )


def _share(tell: Callable[[float], None], index: int, count: int) -> Callable[[float], None]:
    """Tells, of the share of a page that is done, the share of all pages."""
    return lambda share: tell((index + share) / count)
