"""Which screen shows the picture, and which is the presenter's: remembered from one show to the next."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QScreen

from app.widgets.base.window_memory import settings

_REMEMBERED = "room/picture_screen"


class Screens(NamedTuple):
    """Where what stands. There is no presenter's screen where there is one screen, or all show the same."""

    picture: QScreen
    presenter: QScreen | None = None


def chosen(screens: Sequence[QScreen], own: QScreen) -> Screens:
    """The picture on the screen that it was put on last, else on the first that does not hold the window."""
    several = apart(screens)
    others = [screen for screen in several if screen.geometry() != own.geometry()]
    if not others:
        return Screens(own)
    wanted = settings().value(_REMEMBERED)
    picture = next((screen for screen in several if identity(screen) == wanted), others[0])
    if picture.geometry() != own.geometry():
        return Screens(picture, own)
    return Screens(picture, others[0])


def swapped(screens: Sequence[QScreen], now: Screens) -> Screens:
    """The picture on the next screen, and the presenter on the one that it leaves: two change places."""
    several = apart(screens)
    if now.presenter is None or now.picture not in several or len(several) < 2:
        return now
    picture = several[(several.index(now.picture) + 1) % len(several)]
    settings().setValue(_REMEMBERED, identity(picture))
    return Screens(picture, now.picture)


def apart(screens: Sequence[QScreen]) -> list[QScreen]:
    """The screens that do not show the same as another: of those that are mirrored, the first."""
    found: list[QScreen] = []
    for screen in screens:
        if all(screen.geometry() != other.geometry() for other in found):
            found.append(screen)
    return found


def identity(screen: QScreen) -> str:
    """What tells a screen from others, also after it was unplugged."""
    return " ".join((screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())).strip()
