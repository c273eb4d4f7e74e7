"""Actions for the pages that stand in the map's place: impact × effort, register, counts; and to print."""

from PySide6.QtGui import QKeySequence

from app.language.phrases import phrase, phrase_context
from app.pages.deliverables.pages import Pages
from app.pages.errors import FormatError
from app.pages.page_options import PageOptions
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need
from app.widgets.actions.file import open_export
from app.widgets.base.background_work import do_in_steps
from app.widgets.base.page import Page
from app.widgets.pages.counts.page import CountsPage
from app.widgets.pages.export.printing import Steps, ask_printer
from app.widgets.pages.matrix.page import MatrixPage
from app.widgets.pages.register.page import RegisterPage
from app.widgets.shell import P


def _is_shown(context: Context, kind: type[Page]) -> bool:
    return isinstance(context.window.pages.open, kind)


def turn_page(context: Context, kind: type[P]) -> None:
    """Show a page, or the map again."""
    if _is_shown(context, kind):
        context.window.show_map()
    else:
        context.window.end_typing()
        context.window.show_page(kind)


def _picked(context: Context) -> list[str]:
    page = context.window.pages.open
    return [id for id in page.picked_records if id in context.editor.document] if page is not None else []


def _show_on_map(context: Context) -> None:
    """Leave the page for what is picked on it, selected on the map."""
    picked = _picked(context)
    context.window.show_map()
    context.editor.select(picked)
    context.canvas.show_record(picked[0])


def _print(context: Context) -> None:
    """Print the page that is shown; of the map choose first how."""
    page = context.window.pages.open
    options = page.printed if page is not None else None
    if options is None:
        open_export(context)
    else:
        ask_for_printer(context, options)


def ask_for_printer(context: Context, options: PageOptions) -> None:
    """Print pages of the project as they are set."""
    window = context.window
    try:
        pages = Pages(context.editor.document.copy(), options)
    except FormatError as error:
        window.show_message(str(error))
        return

    def go_on(steps: Steps) -> None:
        do_in_steps(window, str(phrase("Printing…")), steps, window.show_message)

    ask_printer(window.widget, pages, go_on)


ACTIONS = (
    Action(
        name="file.print",
        text=phrase("Print…"),
        tip=phrase("Print the page that is shown, or see the map as a poster and print that"),
        menu=menus.FILE,
        icon="printer",
        keys=(QKeySequence.StandardKey.Print,),
        run=_print,
    ),
    Action(
        name="view.matrix",
        text=phrase("Impact × effort"),
        tip=phrase("Place ideas or pain points by what they bring and what they take"),
        menu=menus.WORKSHOP,
        icon="move",
        keys=("Ctrl+Shift+X",),
        starts_group=True,
        checked=lambda context: _is_shown(context, MatrixPage),
        run=lambda context: turn_page(context, MatrixPage),
    ),
    Action(
        name="view.register",
        text=phrase("Action register"),
        tip=phrase("List all opportunities and actions, to be sorted and filled in"),
        menu=menus.VIEW,
        icon="clipboard-list",
        keys=("Ctrl+Shift+R",),
        checked=lambda context: _is_shown(context, RegisterPage),
        run=lambda context: turn_page(context, RegisterPage),
        starts_group=True,
    ),
    Action(
        name="view.counts",
        text=phrase("Counts"),
        tip=phrase("Count what is in each stage and section, and the notes by colour and evidence"),
        menu=menus.VIEW,
        icon="rows-3",
        keys=("Ctrl+Shift+G",),
        checked=lambda context: _is_shown(context, CountsPage),
        run=lambda context: turn_page(context, CountsPage),
    ),
    Action(
        name="view.show_on_map",
        text=phrase_context("verb", "Show on the map"),
        tip=phrase("Leave the page for what is picked on it"),
        menu=menus.VIEW,
        icon="map",
        needs=Need(lambda context: bool(_picked(context)), phrase("Select a note on the page first")),
        run=_show_on_map,
    ),
)
