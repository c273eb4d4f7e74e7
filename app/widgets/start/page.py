"""The window that is shown while no project is open: recent projects, due reviews, templates."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.formats.template_titles import template_title
from app.formats.templates import BLANK, SAMPLE, template, template_names
from app.language.days import written_day, written_time
from app.language.phrases import tr
from app.widgets.base.file_dialogs import ask_for_project_file
from app.widgets.base.file_drops import FileDrops
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled
from app.widgets.start import thumbnails
from app.widgets.start.looking import FileLooks, ReviewLooks, SeenFile
from app.widgets.start.recent import forget_project, recent_projects
from app.widgets.start.reviews import Reviews
from app.widgets.start.shelf import Shelf
from app.widgets.start.tile import Tile

_SIDE = 250
_AFTER = 60
"""Milliseconds in which the page is painted before anything else is done."""
_NEEDED_NEXT = ("app.storage.project_file", "app.widgets.canvas.view", "app.widgets.program.project_windows")


class StartPage(QMainWindow):
    """Says what is wanted, and closes when whoever listens has opened it."""

    project_wanted = Signal(Path)
    map_wanted = Signal(Path, str)
    template_wanted = Signal(str)
    workshop_wanted = Signal(object)
    """A project is wanted for a workshop, an AskedWorkshop."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Journeywall")
        self.recent = Shelf(tr("Recent projects"))
        self.reviews = Reviews()
        self.templates = Shelf(tr("Start from a template"))
        self._files = FileLooks(self)
        self._files.seen.connect(self._show_seen)
        self._review_looks = ReviewLooks(self)
        self._review_looks.found.connect(lambda due: self.reviews.put(due, date.today()))
        self._to_ask: list[Path] = []
        self._recent_tiles: dict[Path, Tile] = {}
        self._to_draw: Iterator[tuple[str, Tile]] = iter(())
        self._to_import = list(_NEEDED_NEXT)
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._go_on)
        self.reviews.wanted.connect(lambda due: self.map_wanted.emit(due.path, due.map.id))
        FileDrops(self, self.project_wanted.emit)
        self._assemble()
        self.show_recent()
        self._show_templates()
        self.setMinimumSize(640, 330)
        available = self.screen().availableSize()
        self.resize(min(1200, available.width()), min(800, available.height()))

    def show_recent(self) -> None:
        """Show the projects that were open last; one that cannot be seen yet stands there without its day."""
        paths = recent_projects()
        seen = self._files.look(paths)
        self._recent_tiles = {
            path: self._recent_tile(path, seen.get(path))
            for path in paths
            if path not in seen or seen[path].is_there
        }
        self.recent.put(list(self._recent_tiles.values()))
        self._review_looks.close()
        self._to_ask = [path for path in self._recent_tiles if path in seen]
        if not self._to_ask:
            self.reviews.put((), date.today())
        if self.isVisible():
            self._drawing.start()

    def _show_seen(self, path: Path, seen: SeenFile) -> None:
        """Tell of a project whose disk was slow to answer."""
        tile = self._recent_tiles[path]
        if seen.is_there:
            tile.set_detail(_detail(path, seen))
            self._review_looks.ask([path])
        else:
            del self._recent_tiles[path]
            self.recent.take_off(tile)

    @property
    def is_drawing(self) -> bool:
        """Whether reviews are still asked for, or pictures of templates still to come."""
        return self._drawing.isActive() or self._review_looks.is_asking

    @property
    def widget(self) -> QWidget:
        return self

    def show_overlay(self, make: Callable[[], Overlay]) -> None:
        """Open an overlay over the page."""
        make().open()

    # Putting together

    def _assemble(self) -> None:
        shelves = QWidget()
        shelves.setObjectName("panel-content")
        column = QVBoxLayout(shelves)
        column.setContentsMargins(36, 32, 36, 32)
        column.setSpacing(32)
        column.addWidget(self.reviews)
        column.addWidget(self.recent)
        column.addWidget(self.templates)
        column.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(shelves)
        self._area = area
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(area, 1)
        self.setCentralWidget(central)

    def _side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("left-panel")
        side.setFixedWidth(scaled(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 30, 24, 24)
        column.setSpacing(10)
        name = QLabel("Journeywall")
        font = name.font()
        font.setPixelSize(scaled(22))
        font.setBold(True)
        name.setFont(font)
        column.addWidget(name)
        column.addWidget(_quiet(tr("Customer journey maps that go from the workshop to the wall.")))
        column.addSpacing(16)
        self.workshop = workshop = _button(tr("Run a workshop…"), "primary", QKeySequence())
        workshop.clicked.connect(self._ask_for_workshop)
        column.addWidget(workshop)
        new = _button(tr("New project"), "outlined", QKeySequence(QKeySequence.StandardKey.New))
        new.clicked.connect(lambda: self.template_wanted.emit(BLANK))
        column.addWidget(new)
        opening = _button(tr("Open project…"), "outlined", QKeySequence(QKeySequence.StandardKey.Open))
        opening.clicked.connect(lambda: ask_for_project_file(self, self.project_wanted.emit))
        column.addWidget(opening)
        sample = _button(tr("Open the sample"), "outlined", QKeySequence())
        sample.clicked.connect(lambda: self.template_wanted.emit(SAMPLE))
        column.addWidget(sample)
        column.addStretch()
        column.addWidget(self._preferences_button())
        column.addWidget(_quiet(tr("Or drop a project on this window.")))
        new.setFocus()
        return side

    def _preferences_button(self) -> QToolButton:
        button = _button(tr("Preferences…"), "outlined", QKeySequence("Ctrl+,"))
        button.clicked.connect(self._show_preferences)
        return button

    def _ask_for_workshop(self) -> None:
        from app.widgets.pages.agenda.workshop_question import WorkshopQuestion

        self.show_overlay(lambda: WorkshopQuestion(self, self.workshop_wanted.emit, is_new=True))

    def _show_preferences(self) -> None:
        from app.widgets.preferences.page import show_preferences

        show_preferences(self)

    def _recent_tile(self, path: Path, seen: SeenFile | None) -> Tile:
        image = thumbnails.kept(path)
        name = (thumbnails.name_in(image) if image else "") or path.stem
        tile = Tile(name, _detail(path, seen))
        if image is not None:
            tile.show_picture(image)
        tile.clicked.connect(lambda: self.project_wanted.emit(path))
        tile.removed.connect(lambda: self._forget(path))
        return tile

    def _forget(self, path: Path) -> None:
        forget_project(path)
        self.show_recent()

    def _show_templates(self) -> None:
        tiles = {name: Tile(template_title(name)) for name in template_names()}
        for name, tile in tiles.items():
            tile.clicked.connect(lambda _=False, name=name: self.template_wanted.emit(name))
        self.templates.put(list(tiles.values()))
        self._to_draw = iter(tiles.items())

    def _go_on(self) -> None:
        """Have projects asked, then draw a template at a time: the window is to be seen meanwhile."""
        self._drawing.setInterval(0)
        if self._to_ask:
            asked, self._to_ask = self._to_ask, []
            self._review_looks.ask(asked)
        else:
            self._draw_next()

    def _draw_next(self) -> None:
        found = next(self._to_draw, None)
        if found is None:
            self._make_ready()
            return
        name, tile = found
        document = template(name)
        tile.show_picture(thumbnails.drawn(document, document.maps()[0].id))
        if name != BLANK:
            tile.set_name(document.project.name)

    def _make_ready(self) -> None:
        """Import, while the hand rests, what the first project will need."""
        if self._to_import:
            import_module(self._to_import.pop(0))
        else:
            self._drawing.stop()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawing.start(_AFTER)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_area"):
            self._area.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._drawing.stop()
        self._files.close()
        self._review_looks.close()
        super().closeEvent(event)
        self.closed.emit()


def _button(text: str, role: str, key: QKeySequence) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setProperty("role", role)
    button.setShortcut(key)
    shown = key.toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(tr("{name} ({key})", name=text, key=shown) if shown else text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setFixedSize(scaled(_SIDE) - 48, scaled(36))
    return button


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label


def _detail(path: Path, seen: SeenFile | None) -> str:
    """The file's name and when it was changed last, as one says it; nothing of that where it is not seen."""
    if seen is None or seen.changed is None:
        return path.name
    days = (date.today() - seen.changed.date()).days
    if days < 1:
        when = tr("today, {time}", time=written_time(seen.changed.time()))
    elif days < 2:
        when = tr("yesterday, {time}", time=written_time(seen.changed.time()))
    else:
        when = written_day(seen.changed.date())
    return f"{path.name} · {when}"
