"""A page that a drawing is set for, rather than fitted to: its room between the margins, and its footer."""

from dataclasses import dataclass

from app.drawing.display import DisplayList
from app.drawing.looks import in_look
from app.language.phrases import phrase
from app.pages.drawn_page import Bookmark, DrawnPage, Layer
from app.pages.errors import FormatError
from app.pages.lengths import POINTS_PER_MILLIMETRE, format_length
from app.pages.page_options import PageOptions
from app.pages.paper import Page, paper_named, turned
from app.pages.poster.page_marks import draw_footer, footer_text, read_logo


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper with a drawing's units laid over it: `scale` points for each."""

    page_size: Page
    margin: float
    scale: float
    options: PageOptions

    @property
    def inset(self) -> float:
        """Units of a margin."""
        return self.margin * POINTS_PER_MILLIMETRE / self.scale

    @property
    def width(self) -> float:
        """Units between the margins."""
        return self.page_size.points[0] / self.scale - 2 * self.inset

    @property
    def height(self) -> float:
        return self.page_size.points[1] / self.scale - 2 * self.inset

    def require(self, width: float, height: float) -> None:
        """Raises FormatError where the margins leave less room than so many units."""
        if self.width < width or self.height < height:
            raise FormatError(
                phrase(
                    "Margins of {margin} leave too little of {paper} for this; choose smaller margins.",
                    margin=format_length(self.margin),
                    paper=self.options.paper,
                )
            )

    def page(
        self,
        drawing: DisplayList,
        name: str,
        footer_label: tuple[str, ...],
        number: str,
        bookmarks: tuple[Bookmark, ...] = (),
    ) -> DrawnPage:
        """A page with a drawing between its margins, and with a footer."""
        options = self.options
        left = self.margin * POINTS_PER_MILLIMETRE
        logo = read_logo(options.logo) if options.logo else None
        footer = draw_footer(self.page_size, self.margin, footer_text(options, *footer_label), number, logo)
        layers = (
            Layer(in_look(drawing, options.look), self.scale, left, left),
            Layer(in_look(footer, options.look), 1.0, 0.0, 0.0),
        )
        return DrawnPage(self.page_size, options.bleed, layers, bookmarks, name)


def sheet_of(options: PageOptions, short_side: float = 0.0, scale: float = 0.0) -> Sheet:
    """The sheet that the options ask for. Raises FormatError.

    Its short side is so many units long, or else a unit takes `scale` points on every paper.
    """
    paper = paper_named(options.paper)
    if paper.is_roll:
        raise FormatError(phrase("This is printed on sheets, such as A4, A3 or Letter, not on a roll."))
    page = turned(paper, options.lies)
    margin = options.usual_margin if options.margin is None else options.margin
    return Sheet(page, margin, scale or min(page.points) / short_side, options)
