"""The pages of what is exported, part by part: what a file, the preview and a printer show alike."""

from functools import cached_property

from app.language.phrases import phrase
from app.language.spoken import speaking
from app.model.analysis.rounds import as_voted
from app.model.document import Document
from app.model.project_language import language_of
from app.pages.deliverables import deliverable_of
from app.pages.deliverables.deliverable import Part
from app.pages.drawn_page import DrawnPage
from app.pages.errors import FormatError
from app.pages.headless import ensure_gui
from app.pages.options import ReportProgress, ignore_progress
from app.pages.page_options import PageOptions
from app.pages.poster.poster_options import PosterOptions
from app.pages.styles.shipped import in_style
from app.person import author, named_author


class Pages:
    """What the options ask for. Raises FormatError where there is nothing, or the paper cannot hold it."""

    def __init__(
        self, document: Document, options: PageOptions, report_progress: ReportProgress = ignore_progress
    ) -> None:
        ensure_gui()
        document = as_voted(in_style(document, options.style))
        if document.style is not None and not options.footer:
            options = options.changed(footer=document.style.footer)
        self.deliverable = deliverable_of(options)
        self.project = document.project.name
        self.language = language_of(document)
        self._written = document.project.language
        self.parts: tuple[Part, ...] = self.deliverable.parts(document, options, report_progress)

    @cached_property
    def count(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def scale(self) -> float:
        """The most points that a unit of a drawing takes on any page."""
        return max(part.scale for part in self.parts)

    @property
    def title(self) -> str:
        """Several parts of a kind go by the name of their project."""
        first = self.parts[0]
        alike = [part for part in self.parts if type(part) is type(first)]
        return first.title if len(alike) == 1 else self.project

    @property
    def author(self) -> str:
        """The person who named themselves, or whose map it is, or who works here: whoever is known first."""
        return named_author() or self.parts[0].author or author() or self.project

    @property
    def subject(self) -> str:
        return str(self.deliverable.subject(self.project))

    def page(self, index: int) -> DrawnPage:
        first = 0
        for part in self.parts:
            if index < first + part.count:
                with speaking(self._written):
                    return part.page(index - first, first + 1, self.count)
            first += part.count
        raise IndexError(index)


def single_part(
    document: Document, options: PageOptions, report_progress: ReportProgress = ignore_progress
) -> Part:
    """What a picture shows. Raises FormatError where there is none, or more than one part."""
    if isinstance(options, PosterOptions):
        # A picture has no paper to fill, unless that is asked for.
        options = options.changed(persona_sheets=None, scale=options.scale or "page")
    parts = Pages(document, options, report_progress).parts
    if len(parts) > 1:
        raise FormatError(phrase("A picture shows one thing; choose which, or write all of it as PDF."))
    return parts[0]
