"""The preview of a poster, laid out and painted in a process beside the window.

On a large map a poster takes seconds to lay out. So the window asks, goes on, and asks anew when a setting
changes: the process drops what nobody wants any longer, and sends what is to be seen strip by strip.
"""

import os
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.drawing.display import things_of
from app.formats.options import ExportOptions
from app.language.phrases import NOTHING, Phrase
from app.model.change import Change
from app.model.document import Document
from app.pages.deliverables.pages import Pages
from app.pages.drawn_page import DrawnPage
from app.pages.errors import FormatError, sentence_of
from app.pages.page_options import PageOptions
from app.pages.page_painter import paint_page
from app.pages.paper import Page
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.arranging import ArrangeRequest, arranged
from app.publishing.background_export import NO_MEMORY
from app.publishing.finding import Finding
from app.publishing.preflight import preflight
from app.publishing.side_process import Ended, SideProcess
from app.publishing.switch_costs import Cost, costs, switches
from app.threads import Task

STRIP = 256
"""Pixels that a strip of the preview is high."""
_MOST_DETAILS = 8_000
"""Beyond so many shapes and texts on a page, those too small to be seen are left out until one zooms in."""


class LayoutRequest(NamedTuple):
    """A poster to lay out, and from how far (metres) all of it is to be read. Requests are numbered.

    Where a map is to be arranged first, that says how it is printed.
    """

    number: int
    options: ExportOptions
    distance: float | None = None
    arrange: ArrangeRequest | None = None


class LayoutResult(NamedTuple):
    """What a layout request came to: how many pages, what they are called together, and what to know of them.

    Where it cannot be, `fault` is a sentence on why, and it has no pages.
    """

    number: int
    pages: int = 0
    title: str = ""
    findings: tuple[Finding, ...] = ()
    fault: Phrase = NOTHING
    change: Change | None = None
    """What arranges the map so."""


class PageRequest(NamedTuple):
    """A page, by its index, to be shown of what a layout request came to."""

    number: int
    page: int


class PageResult(NamedTuple):
    """That page: how large it is, and its name."""

    number: int
    page: int
    size: Page
    name: str


class PaintRequest(NamedTuple):
    """What is seen of a page, which takes `scale` pixels to a point: a rectangle of these pixels."""

    number: int
    page: int
    scale: float
    left: int
    top: int
    width: int
    height: int


class Strip(NamedTuple):
    """Part of what was to be painted: its pixels (QImage.Format_RGB32) from `top` on, in full width."""

    request: PaintRequest
    top: int
    height: int
    pixels: bytes


class CostRequest(NamedTuple):
    """What each switch of what was laid out takes from its type; done when nothing else is to be done."""

    number: int


class CostResult(NamedTuple):
    """What is known of it so far."""

    number: int
    costs: tuple[Cost, ...]
    is_all: bool = False


class Gone(NamedTuple):
    """Nothing more will come; asking anew starts over."""


Answer = LayoutResult | PageResult | Strip | CostResult


class Previews:
    """What the window knows of the process. `ask` first, `turn` to a page, `look` at it; `news` tells."""

    def __init__(self, document: Document) -> None:
        self._process = SideProcess(document, serve)

    def ask(self, request: LayoutRequest) -> None:
        self._process.send(request)

    def turn(self, turn: PageRequest) -> None:
        self._process.send(turn)

    def look(self, request: PaintRequest) -> None:
        self._process.send(request)

    def weigh(self, request: CostRequest) -> None:
        self._process.send(request)

    def news(self) -> list[Answer | Gone]:
        messages: list[Answer | Gone] = []
        for message in self._process.news():
            if isinstance(message, LayoutResult | PageResult | Strip | CostResult):
                messages.append(message)
            elif isinstance(message, Ended):
                messages.append(Gone())
        return messages

    def close(self) -> None:
        self._process.kill()


Work = LayoutRequest | PageRequest | PaintRequest | CostRequest
_ORDER: tuple[type[Work], ...] = (LayoutRequest, PageRequest, PaintRequest, CostRequest)
"""What is done first."""


class _SupersededError(Exception):
    """Something newer is wanted than what is being done."""


class _LatestOnlyQueue:
    """What the window wants last. What it wanted before is forgotten, and with a layout request
    all that was to be seen of the one before."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._news = threading.Condition()
        self._wanted: dict[type[Work], Work] = {}
        self._listener = Task("Listening to the window", self._listen)

    def next(self) -> Work:
        """Waits until something is wanted."""
        with self._news:
            self._news.wait_for(lambda: self._wanted)
            first = next(kind for kind in _ORDER if kind in self._wanted)
            return self._wanted.pop(first)

    def check(self, work: Work) -> None:
        """Raises _SupersededError where what is being done is not wanted any longer."""
        for kind in _ORDER:
            if kind in self._wanted:
                raise _SupersededError
            if kind is type(work):
                return

    def put_back(self, work: Work) -> None:
        """What was broken off for something that comes first is gone on with after it."""
        with self._news:
            if LayoutRequest not in self._wanted:
                self._wanted.setdefault(type(work), work)

    def _listen(self) -> None:
        while True:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(0)  # The dialog was closed; there is nothing to clean up.
            with self._news:
                if isinstance(message, LayoutRequest):
                    self._wanted.clear()
                self._wanted[type(message)] = message
                self._news.notify()


def serve(pipe: Connection, document: Document) -> None:
    """What the process does: what was wished for last, and what is seen of it."""
    inbox = _LatestOnlyQueue(pipe)
    previewer = Previewer(document, inbox.check)
    while True:
        work = inbox.next()
        try:
            for answer in previewer.answers(work):
                pipe.send(answer)
        except _SupersededError:
            if isinstance(work, CostRequest):
                inbox.put_back(work)
        except OSError:
            return  # Nobody is there to be told.


class _Weighing(NamedTuple):
    """The poster of one map whose switches are weighed, and what is known of them."""

    document: Document
    poster: PosterOfMap
    options: MapOptions
    switches: tuple[str, ...]
    found: list[Cost]

    @classmethod
    def of(cls, document: Document, pages: Pages, options: PageOptions) -> "_Weighing | None":
        poster = next((part for part in pages.parts if isinstance(part, PosterOfMap)), None)
        if poster is None or not isinstance(options, MapOptions):
            return None
        return cls(document, poster, options, switches(), [])


class Previewer:
    """What was laid out last, and its page that was turned to.

    `check` is called now and then with what is being done; what it raises ends that.
    """

    def __init__(self, document: Document, check: Callable[[Work], None]) -> None:
        self._document = document
        self._check = check
        self._number = self._index = -1
        self._pages: Pages | None = None
        self._page: DrawnPage | None = None
        self._weighing: _Weighing | None = None

    def answers(self, work: Work) -> Iterator[Answer]:
        """What comes of it, piece by piece."""
        if isinstance(work, LayoutRequest):
            yield self._lay(work)
        elif work.number != self._number:
            return  # It is of something that was given up meanwhile.
        elif isinstance(work, PageRequest):
            yield self._turn(work)
        elif isinstance(work, CostRequest):
            yield from self._weigh(work)
        elif work.page == self._index:
            yield from self._paint(work)

    def _lay(self, request: LayoutRequest) -> LayoutResult:
        self._number = self._index = -1
        self._weighing = None
        document, options, change = self._document, request.options.pages, None
        try:
            if request.arrange is not None:
                change, document, options = arranged(document, request.arrange)
                self._check(request)
            pages = self._pages = Pages(document, options, lambda _: self._check(request))
        except FormatError as error:
            return LayoutResult(request.number, fault=sentence_of(error))
        except MemoryError:
            return LayoutResult(request.number, fault=NO_MEMORY)
        findings: list[Finding] = []
        for part in pages.parts:
            self._check(request)
            findings += preflight(document, part, request.distance, request.options.format)
        self._number = request.number
        self._weighing = _Weighing.of(document, pages, options)
        return LayoutResult(request.number, pages.count, pages.title, tuple(findings), change=change)

    def _weigh(self, request: CostRequest) -> Iterator[CostResult]:
        """One switch after the other; where it was broken off it goes on with the next."""
        if (weighing := self._weighing) is not None:
            left = weighing.switches[len(weighing.found) :]
            for cost in costs(*weighing[:3], lambda _: self._check(request), left):
                weighing.found.append(cost)
                yield CostResult(request.number, tuple(weighing.found))
        yield CostResult(request.number, tuple(weighing.found) if weighing is not None else (), is_all=True)

    def _turn(self, turn: PageRequest) -> PageResult:
        assert self._pages is not None
        drawn = self._page = self._pages.page(turn.page)
        self._index = turn.page
        return PageResult(turn.number, turn.page, drawn.page, drawn.name)

    def _paint(self, request: PaintRequest) -> Iterator[Strip]:
        assert self._page is not None
        detail = details(self._page) <= _MOST_DETAILS
        for top in range(0, request.height, STRIP):
            self._check(request)
            height = min(STRIP, request.height - top)
            image = QImage(request.width, height, QImage.Format.Format_RGB32)
            image.fill(0xFFFFFFFF)
            with QPainter(image) as painter:
                exposed = QRectF(request.left, request.top + top, request.width, height)
                painter.translate(-exposed.topLeft())
                paint_page(painter, self._page, request.scale, exposed, detail)
            yield Strip(request, top, height, bytes(image.constBits()))


def details(page: DrawnPage) -> int:
    """How many shapes and texts are on a page."""
    return sum(len(things_of(batch)) for layer in page.layers for batch in layer.display_list)
