"""Actions for votes by show of hands: to hold one, to print its ballots, and what came of those before."""

from app.language.phrases import phrase
from app.pages.deliverables.sheet_options import BallotOptions
from app.widgets.actions import menus
from app.widgets.actions.action import FOR_READING, Action, Context, Need
from app.widgets.actions.pages import ask_for_printer, turn_page
from app.widgets.pages.rounds.page import RoundsPage


def _has_rounds(context: Context) -> bool:
    return bool(context.editor.document.rounds())


def _vote(context: Context) -> None:
    """In front of others, and nowhere else: that is where hands are."""
    presentation = context.window.presentation
    if not presentation.is_on:
        presentation.start()
    presentation.show.vote()


_ROUNDS = Need(_has_rounds, phrase("Hold a vote first"))

ACTIONS = (
    Action(
        name="workshop.vote",
        text=phrase("Vote by show of hands"),
        tip=phrase("Show the map to others and count hands for its notes; V while it is presented"),
        menu=menus.WORKSHOP,
        icon="hand",
        starts_group=True,
        needs=Need(lambda context: not context.editor.is_for_reading, FOR_READING),
        run=_vote,
    ),
    Action(
        name="workshop.ballots",
        text=phrase("Print ballots…"),
        tip=phrase("Print the numbered list of the round of votes; totals are typed as hands are"),
        menu=menus.WORKSHOP,
        icon="printer",
        needs=_ROUNDS,
        run=lambda context: ask_for_printer(context, BallotOptions(orientation="portrait")),
    ),
    Action(
        name="workshop.rounds",
        text=phrase("Rounds of votes"),
        tip=phrase("What came of each round, and which one is shown at the notes"),
        menu=menus.WORKSHOP,
        icon="history",
        checked=lambda context: isinstance(context.window.pages.open, RoundsPage),
        run=lambda context: turn_page(context, RoundsPage),
    ),
)
