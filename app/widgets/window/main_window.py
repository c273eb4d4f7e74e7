"""The window of one project. It puts the parts together and knows none of their insides."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenuBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language.phrases import tr
from app.model.records import Id
from app.session.editor import Editor
from app.session.save_watch import SaveWatch
from app.widgets.actions.action import Context
from app.widgets.at_hand.at_hand import AtHand
from app.widgets.at_hand.parking_drawer import ParkingDrawer
from app.widgets.at_hand.parking_flights import ParkingFlights
from app.widgets.base import panes, window_memory
from app.widgets.base.background_work import announcing
from app.widgets.base.overlays.message import Message, Offer
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled
from app.widgets.base.view_positions import ViewPosition, remember_view_position, view_position_of
from app.widgets.canvas.marks.call_outs_over_curves import CallOutsOverCurves
from app.widgets.canvas.marks.empty_graphs import EmptyGraphs
from app.widgets.canvas.marks.filter_dimming import FilterDimming
from app.widgets.canvas.marks.number_badges import NumberBadges
from app.widgets.canvas.marks.relation_lines import RelationLines
from app.widgets.canvas.view import CanvasView
from app.widgets.clipboard.pasting import paste_data
from app.widgets.find.filter_panel import FilterChip, FilterPanel
from app.widgets.find.find_bar import FindBar
from app.widgets.pages.agenda.page import AgendaPage
from app.widgets.pages.live_window import LiveWindow
from app.widgets.pages.persona_page.page import PersonaPage
from app.widgets.panels.inspector import Inspector
from app.widgets.panels.left import LeftPanel
from app.widgets.panels.review import ReviewGroup
from app.widgets.pictures.picture_drops import PictureDrops
from app.widgets.room.presentation import Presentation
from app.widgets.shell import P, Shell
from app.widgets.tables.table_drops import TableDrops
from app.widgets.window.about import About
from app.widgets.window.action_set import ActionSet
from app.widgets.window.bar import Bar
from app.widgets.window.command_palette import CommandPalette
from app.widgets.window.context_menu import show_context_menu
from app.widgets.window.half_typed import end_typing, is_written
from app.widgets.window.layout_locked import show_locked
from app.widgets.window.pages import Pages
from app.widgets.window.shortcut_sheet import ShortcutSheet
from app.widgets.window.status import Status
from app.workshop.workshop import Workshop

LEFT_WIDTH, RIGHT_WIDTH = 232, 288
LEAST_MAP = (200, 150)
"""Logical pixels of the map, or the page in its place."""
LEAST = (640, 330)
"""Logical pixels: a screen of 1280 × 720 at 200 % has 640 × 360."""
NARROW = 1100
"""Logical pixels of width under which the left panel starts folded."""


class MainWindow(QMainWindow):
    """Bar, panels, canvas and status bar. `may_close` is asked before the window closes, and may say no."""

    start_wanted = Signal()
    """The start page is asked for."""
    new_project_wanted = Signal()
    workshop_wanted = Signal(object)
    """A project of its own is wanted for a workshop, an AskedWorkshop."""
    project_wanted = Signal(Path)
    copy_wanted = Signal(Path)
    rename_wanted = Signal()
    """The file is to be called like the project."""
    closed = Signal()

    left: LeftPanel
    right: Inspector
    presentation: Presentation
    find_bar: FindBar
    dimming: FilterDimming
    number_badges: NumberBadges
    filter_panel: FilterPanel

    def __init__(
        self,
        editor: Editor,
        saving: SaveWatch,
        path: Path,
        may_close: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editor = editor
        self.workshop = Workshop(editor, parent=self)
        self.path = path
        self._may_close = may_close
        editor.announce = announcing(self)
        self._overlay: Overlay | None = None
        self._has_been_shown = False
        # From the outside in: Qt dresses a widget anew, with all in it, each time that it gets a parent.
        self._central = QWidget(self)
        self.setCentralWidget(self._central)
        self._splitter = QSplitter(self._central)
        self.middle = QStackedWidget(self._splitter)
        self.middle.setMinimumSize(*LEAST_MAP)
        self.canvas = CanvasView(editor, self.middle)
        editor.prepare = self.canvas.shown.ahead
        self.actions_by_name = ActionSet(Context(self, editor, self.canvas))
        self.left = LeftPanel(editor, self.actions_by_name, self._splitter)
        self.right = Inspector(editor, self.actions_by_name, self._splitter)
        self.review = ReviewGroup(self.canvas)
        self.right.column.addWidget(self.review)
        CallOutsOverCurves(self.canvas)
        RelationLines(self.canvas)
        EmptyGraphs(self.canvas)
        PictureDrops(self)
        TableDrops(self, lambda data: paste_data(self, data))
        self.bar = Bar(editor, self.actions_by_name, self._central)
        self.saving = saving
        self.status = Status(editor, saving, self.canvas, self.actions_by_name, self._central)
        self.status.show_file(path)
        self.middle.addWidget(self.canvas)
        self.pages = Pages(self, self.middle, self.actions_by_name.refresh)
        self.message = Message(editor, self.middle)
        self.find_bar = FindBar(self)
        self.dimming = FilterDimming(self.canvas)
        self.number_badges = NumberBadges(self.canvas)
        self.filter_panel = FilterPanel(self.canvas, self.dimming)
        self.filter_chip = FilterChip(self.canvas, self.dimming, self.filter_panel)
        self.at_hand = AtHand(self)
        self.parking = ParkingDrawer(self, self._central)
        ParkingFlights(self.canvas, self.parking)
        self._notices, self._below = QVBoxLayout(), QVBoxLayout()
        beside = (self.bar, self.status, self.left, self.right, self.find_bar)
        self.presentation = Presentation(self, self.middle, beside, self.parking)
        self._assemble()
        self.canvas.menu_wanted.connect(lambda place: show_context_menu(self.actions_by_name, place))
        self.canvas.persona_wanted.connect(self.show_persona)
        self.canvas.title_wanted.connect(self.actions_by_name["maps.inspect"].trigger)
        self.right.refused.connect(self.show_message)
        self.right.wanted.connect(self.canvas.show_record)
        self.dimming.changed.connect(self.actions_by_name.refresh)
        editor.failed.connect(self.show_message)
        editor.layout_refused.connect(lambda: show_locked(self))
        editor.changed.connect(self._update_title)
        self._update_title()
        self.actions_by_name.refresh()
        self.canvas.setFocus()

    # What actions ask for

    def show_message(self, sentence: str, offer_undo: bool = False, offer: Offer | None = None) -> None:
        """Show a sentence over the map; it goes away by itself."""
        self.message.show_message(sentence, offer_undo, offer)

    def put_notice(self, notice: QWidget) -> None:
        """Put a strip under the bar, which stays."""
        self._notices.addWidget(notice)

    def put_below(self, strip: QWidget) -> None:
        """Put a strip under the map and what is parked, which stays."""
        self._below.addWidget(strip)

    def inspect(self, field: str = "") -> None:
        """Go to the inspector, ready to type over a field, or the first thing in it."""
        self.fold(right=False)
        self.right.focus_field(field)

    @property
    def shows_inspector(self) -> bool:
        return not self.right.isHidden()

    def fold(self, left: bool | None = None, right: bool | None = None) -> None:
        """Fold panels away, or show them; None leaves one as it is."""
        for panel, folded in ((self.left, left), (self.right, right)):
            if folded is not None:
                panel.setVisible(not folded)
        self.actions_by_name.refresh()

    @property
    def shows_panels(self) -> bool:
        return not (self.left.isHidden() and self.right.isHidden())

    def focus_next_pane(self, step: int) -> None:
        over_canvas = (self.find_bar, self.filter_panel, self.filter_chip, self.message)
        at_hand = (self.at_hand.bar, *self.at_hand.open_details)
        beside = (
            self.parking,
            *filter(None, [self.pages.open]),
            self.left,
            self.right,
            self.bar,
            self.status,
        )
        panes.focus_next((*over_canvas, self.canvas, *at_hand, *beside), step)

    def show_command_palette(self) -> None:
        self.show_overlay(lambda: CommandPalette(self.actions_by_name))

    def show_shortcut_sheet(self) -> None:
        self.show_overlay(lambda: ShortcutSheet(self))

    def show_about(self) -> None:
        self.show_overlay(lambda: About(self))

    def show_beside(self, kind: type[LiveWindow]) -> None:
        """Open a window beside the map, or bring it to the front."""
        found = self.findChildren(kind)
        shown = found[0] if found else kind(self.canvas)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def show_page(self, kind: Callable[[Shell], P]) -> P:
        """Put the page of a kind in the map's place; it is made when it is first shown."""
        return self.pages.show(kind)

    def show_map(self) -> None:
        """Show the map again, where a page stands in its place."""
        self.pages.leave()

    def show_persona(self, id: Id) -> None:
        """Show the page of a persona in place of the map, with its form beside it."""
        self.fold(right=False)
        self.show_page(PersonaPage).open(id)

    def show_agenda(self, id: Id | None = None) -> None:
        """Show the agenda in place of the map, with one of its items selected."""
        self.show_page(AgendaPage).open(id)

    def focus_front(self) -> None:
        """Go to the page in the map's place, or to the map."""
        self.pages.take_focus()

    @property
    def widget(self) -> QWidget:
        return self

    def end_typing(self) -> bool:
        """Keep what is half typed. Returns whether all of it could be kept."""
        return end_typing(self.canvas, self.right)

    def dismiss_overlay(self) -> None:
        """Close the overlay that is open, if any."""
        if self._overlay is not None:
            self._overlay.dismiss()

    def show_overlay(self, make: Callable[[], Overlay]) -> None:
        """Open an overlay in place of the one that is open, if any."""
        self.dismiss_overlay()
        overlay = self._overlay = make()
        overlay.dismissed.connect(self._forget_overlay)
        overlay.open()

    # Putting together

    def _assemble(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.insertWidget(0, self.left)
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self._central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._notices)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.parking)
        column.addLayout(self._below)
        column.addWidget(self.status)
        self._give_native_menus()
        self.setMinimumSize(scaled(LEAST[0]), scaled(LEAST[1]))
        if not window_memory.restore(self, self._splitter):
            available = self.screen().availableSize()
            self.resize(min(1600, available.width()), min(960, available.height()))
            left, right = scaled(LEFT_WIDTH), scaled(RIGHT_WIDTH)
            self._splitter.setSizes([left, self.width() - left - right, right])
            self.left.setHidden(self.width() < scaled(NARROW))

    def _give_native_menus(self) -> None:
        """A menu bar where the system keeps one at the top of the screen; elsewhere the bar has a button."""
        menus = QMenuBar(self)
        if menus.isNativeMenuBar():
            for menu in self.actions_by_name.menus():
                menus.addMenu(menu)
            self.setMenuBar(menus)
        else:
            menus.deleteLater()

    def _forget_overlay(self) -> None:
        self._overlay = None

    def _update_title(self, *_: object) -> None:
        name = self.editor.document.project.name or tr("Untitled project")
        # Qt puts a sign of its own in the place of what stands here doubled.
        self.setWindowTitle(tr("{project} – Journeywall", project=name.replace("[*]", "[*][*]")))

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._has_been_shown:
            self._has_been_shown = True
            QTimer.singleShot(0, self, self._show_what_was_seen)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.end_typing() and is_written(self) and self._may_close()):
            event.ignore()
            return
        window_memory.remember(self, self._splitter)
        remember_view_position(self.path, self._view_position())
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no panel has a use for leads back to the map, or the page that stands in its place.

        Not where that key has just opened something over them: Esc is to end that.
        """
        if self._overlay is not None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pages.take_focus()
        else:
            super().keyPressEvent(event)

    def _view_position(self) -> ViewPosition:
        corner = self.canvas.mapToScene(QPoint(0, 0))
        zoom = 0.0 if self.canvas.is_fitting else self.canvas.zoom()
        return ViewPosition(self.editor.map, zoom, corner.x(), corner.y())

    def _show_what_was_seen(self) -> None:
        """The place that was seen last of the map; of another map, all."""
        position = view_position_of(self.path)
        if position is not None and position.map == self.editor.map and position.zoom:
            self.canvas.set_zoom(position.zoom)
            corner = self.canvas.mapFromScene(position.x, position.y)
            self.canvas.scroll_by(corner.x(), corner.y())
            return
        self.canvas.fit()
        if self.canvas.zoom() > 1:
            self.canvas.set_zoom(1.0)
