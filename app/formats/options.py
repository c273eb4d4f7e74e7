"""What is exported and how: the options of what goes onto pages, and those of the format."""

from dataclasses import dataclass, field
from typing import TypeVar

from app.pages.options import Options, ReportProgress, ignore_progress
from app.pages.page_options import PageOptions
from app.pages.poster.poster_options import MapOptions

Own = TypeVar("Own", bound=Options)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """A format that has no pages ignores `pages`, and each format what are the options of another."""

    pages: PageOptions = field(default_factory=MapOptions)
    format: Options = field(default_factory=Options)
    report_progress: ReportProgress = field(default=ignore_progress, compare=False, repr=False)

    def own(self, options: type[Own]) -> Own:
        """The format's own options: those that are given, if they are its, or the usual ones."""
        return self.format if isinstance(self.format, options) else options()
