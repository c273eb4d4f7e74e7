"""What a deliverable is to the rest of the program: something of a project that goes onto pages.

A deliverable is one module in this package. It offers, as a module-level function,

    def parts(document: Document, options: Own, tell: Tell) -> tuple[Part, ...]

which raises FormatError, with a sentence, for what a user can cause. `Own` is the model of its options, a
kind of PageOptions, from which the window's form and the command line's arguments follow. It has one line in
`DELIVERABLES`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from app.language.phrases import NOTHING, Phrase
from app.model.document import Document
from app.model.records import Id
from app.pages.options import ReportProgress, ignore_progress

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from app.pages.drawn_page import DrawnPage
    from app.pages.page_options import PageOptions
    from app.pages.poster.arrangement import Arrangement, View


class Part(Protocol):
    """Pages that belong together: the poster of a map, the sheet of a persona."""

    @property
    def id(self) -> Id:
        """The record that it shows."""

    @property
    def title(self) -> str: ...

    @property
    def author(self) -> str:
        """Who answers for it, where that is known."""

    @property
    def options(self) -> "PageOptions": ...

    @property
    def arrangement(self) -> "Arrangement":
        """All of it as one drawing: what a picture shows, and what is looked at before it is printed."""

    @property
    def scale(self) -> float:
        """How many points a unit of the arrangement takes on the pages."""

    @property
    def count(self) -> int:
        """How many pages it has."""

    def page(self, index: int, first: int = 1, pages: int | None = None) -> "DrawnPage":
        """A page by its index. `first` is the number of this part's first page among `pages`."""

    def record_at(self, view: "View", place: "QPointF") -> Id:
        """What stands at a place of a view of the arrangement."""


class _Module(Protocol):
    """A deliverable's module, as far as it concerns `Deliverable`."""

    def parts(
        self, document: Document, options: "PageOptions", report_progress: ReportProgress
    ) -> tuple[Part, ...]: ...


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A deliverable by name. Its module is imported at the first use."""

    name: str
    """What the options call it, and the command line, as in --all-maps."""
    title: Phrase
    """What the export dialog calls it."""
    subject: Callable[[str], Phrase]
    """What it is of a project: "Persona sheets of Trattoria Lago"."""
    module: str
    options: str
    """The model of its options, with its module."""
    help: Phrase = NOTHING
    """What the command line says of its option; none means that it has none."""

    @property
    def options_type(self) -> "type[PageOptions]":
        module, _, name = self.options.rpartition(".")
        return cast("type[PageOptions]", getattr(import_module(module), name))

    def parts(
        self, document: Document, options: "PageOptions", report_progress: ReportProgress = ignore_progress
    ) -> tuple[Part, ...]:
        """Raises FormatError where there is nothing of it, or where the paper cannot hold it."""
        return cast("_Module", import_module(self.module)).parts(document, options, report_progress)
