"""Says that the layout is locked, with the way out in the same line."""

from app.language.phrases import tr
from app.widgets.base.overlays.message import Offer
from app.widgets.shell import Shell


def show_locked(window: Shell) -> None:
    unlock = window.actions_by_name["view.lock"]
    window.show_message(
        tr("The layout is locked."), offer=Offer(tr("Unlock"), tr("Let go of the layout"), unlock.trigger)
    )
