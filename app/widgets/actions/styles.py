"""Actions for the style of a project: choose one, change it, read and write it as a file."""

from functools import partial
from pathlib import Path

from app.drawing.fonts import missing_fonts
from app.file_names import file_name, shown
from app.language.phrases import Phrase, phrase, phrase_context, tr
from app.language.system_words import why
from app.model.change import Change
from app.model.records import Style
from app.model.verbs.styles import choose_style
from app.pages.errors import FormatError, sentence_of
from app.pages.styles.shipped import STYLES, shipped_style
from app.pages.styles.style_file import ENDING, load_style, save_style
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context
from app.widgets.actions.needs import CAN_EDIT
from app.widgets.base.file_dialogs import ask_for_existing_file, ask_for_new_file
from app.widgets.pages.styling.dialog import StyleDialog

NAMES: dict[str, Phrase] = {
    "journeywall": phrase_context("style", "Journeywall"),
    "boardroom": phrase_context("style", "Boardroom"),
    "high-contrast": phrase_context("style", "High contrast"),
}
_TIPS = {
    "journeywall": phrase("Sticky notes in eight colours"),
    "boardroom": phrase("White cards, numbered bars, headings in a serif font"),
    "high-contrast": phrase("Dark on white, for everyone’s eyes"),
}


def _kinds() -> str:
    return tr("Styles ({patterns})", patterns=f"*{ENDING}")


def _choose(context: Context, style: Style, name: str) -> None:
    editor, window = context.editor, context.window

    def tell(_: Change) -> None:
        missing = missing_fonts(editor.document.style)
        if missing:
            window.show_message(
                tr("The font “{font}” is not installed here; Inter stands in for it.", font=missing[0])
            )

    editor.do(choose_style(editor.document, style, name), then=tell)


def _is_chosen(name: str, context: Context) -> bool:
    style = context.editor.document.style
    if style is None:
        return name == "journeywall"
    kept = {"id", "position", "logo_left", "logo_right", "logo_footer", "footer"}
    return style.model_dump(exclude=kept) == shipped_style(name).model_dump(exclude=kept)


def _choose_shipped(name: str, context: Context) -> None:
    _choose(context, shipped_style(name), str(NAMES[name]))


def _load(context: Context) -> None:
    def read(path: Path) -> None:
        try:
            style = load_style(path)
        except FormatError as error:
            context.window.show_message(
                tr("“{name}” was not read. {reason}", name=path.name, reason=sentence_of(error))
            )
        else:
            _choose(context, style, style.name or path.stem)

    ask_for_existing_file(context.window.widget, tr("Load a style"), _kinds(), read)


def _save(context: Context) -> None:
    style = context.editor.document.style or shipped_style("journeywall")

    def write(path: Path) -> None:
        try:
            save_style(path, style)
        except OSError as error:
            context.window.show_message(
                tr(
                    "The style was not saved in {folder}: {reason}",
                    folder=shown(path.parent),
                    reason=why(error),
                )
            )

    name = file_name(style.name, ENDING, otherwise=tr("Untitled"))
    place = context.window.path.with_name(name)
    ask_for_new_file(context.window.widget, tr("Save the style as"), place, _kinds(), write)


def open_style_dialog(context: Context) -> StyleDialog:
    """Open the editor of the style."""
    dialog = StyleDialog(context.editor, context.window.widget)
    dialog.open()
    return dialog


ACTIONS = (
    *(
        Action(
            name=f"styles.{name}",
            text=NAMES[name],
            tip=_TIPS[name],
            menu=menus.STYLE,
            icon="palette",
            undoable=True,
            run=partial(_choose_shipped, name),
            checked=partial(_is_chosen, name),
        )
        for name in STYLES
    ),
    Action(
        name="styles.edit",
        text=phrase("Edit style…"),
        tip=phrase("Colours, fonts and shapes of all maps of this project"),
        menu=menus.STYLE,
        icon="palette",
        needs=CAN_EDIT,
        run=open_style_dialog,
        starts_group=True,
    ),
    Action(
        name="styles.load",
        text=phrase("Load style…"),
        tip=phrase("Have the maps look as a file says"),
        menu=menus.STYLE,
        icon="upload",
        needs=CAN_EDIT,
        run=_load,
        starts_group=True,
    ),
    Action(
        name="styles.save",
        text=phrase("Save style as…"),
        tip=phrase("Keep how the maps look, for other projects"),
        menu=menus.STYLE,
        icon="download",
        run=_save,
    ),
)
