"""The action that turns the checking of spelling on and off."""

from app.language.phrases import phrase
from app.widgets.actions import menus
from app.widgets.actions.action import Action, Context, Need


def _turn(context: Context) -> None:
    if (speller := context.editor.spelling.speller) is not None:
        speller.turn(not speller.is_on)


ACTIONS = (
    Action(
        name="view.spelling",
        text=phrase("Check spelling"),
        tip=phrase("Underline words that no dictionary knows while one types"),
        menu=menus.VIEW,
        icon="text",
        starts_group=True,
        needs=Need(
            lambda context: context.editor.spelling.speller is not None,
            phrase("There is no dictionary for this language"),
        ),
        checked=lambda context: context.editor.spelling.is_on,
        run=_turn,
    ),
)
