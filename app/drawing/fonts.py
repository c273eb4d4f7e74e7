"""The fonts of a map: those that come with the program, and any that is installed.

Which font the texts of a map are set in is known while it is drawn, as its language is (`set_in`). One that
is not there is replaced by the program's own, on the screen and on paper alike, and whoever asks is told.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtGui import QFontDatabase

from app.drawing.theme import TextStyle
from app.resources import resource

if TYPE_CHECKING:
    # The start page sets text, and must not wait for what only projects need.
    from app.model.document import Document
    from app.model.records import Style

FAMILY = "Inter"
FONT_FILES = {
    400: "Inter-Regular.ttf",
    500: "Inter-Medium.ttf",
    600: "Inter-SemiBold.ttf",
    700: "Inter-Bold.ttf",
}
BUNDLED: dict[str, dict[int, str]] = {
    FAMILY: FONT_FILES,
    "Noto Serif": {400: "NotoSerif-Regular.ttf", 700: "NotoSerif-Bold.ttf"},
}
"""The files of each family that comes with the program, by weight."""

P = ParamSpec("P")
T = TypeVar("T")
_text_family: ContextVar[str] = ContextVar("text_family", default=FAMILY)


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Give Qt the bundled fonts. Needs a QGuiApplication; the same on every machine."""
    for name in (name for files in BUNDLED.values() for name in files.values()):
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise RuntimeError(f"The bundled font {name} cannot be read.")


def text_family() -> str:
    """The font in which texts are set now."""
    return _text_family.get()


@contextmanager
def set_in(family: str) -> Iterator[None]:
    """Set texts in a font for a while, in this thread; in the program's own where it is not there."""
    token = _text_family.set(family_at_hand(family))
    try:
        yield
    finally:
        _text_family.reset(token)


def family_of(document: "Document") -> str:
    """The font in which a project's maps are set, be it there or not."""
    return document.style.text_font if document.style is not None else FAMILY


def in_its_font(
    draw: "Callable[Concatenate[Document, P], T]",
) -> "Callable[Concatenate[Document, P], T]":
    """Has a function that draws something of a document set it in the document's font meanwhile."""

    @wraps(draw)
    def drawn(document: "Document", /, *arguments: P.args, **named: P.kwargs) -> T:
        with set_in(family_of(document)):
            return draw(document, *arguments, **named)

    return drawn


def in_font(style: TextStyle) -> TextStyle:
    """A style with the font that it is set in; the program's own goes without saying."""
    family = style.family or _text_family.get()
    return style if family == style.family or family == FAMILY else style._replace(family=family)


@lru_cache(maxsize=256)
def family_at_hand(family: str) -> str:
    """A family, or the program's own in place of one that is not there."""
    if family in BUNDLED:
        return family
    load_fonts()
    return family if QFontDatabase.hasFamily(family) else FAMILY


def missing_fonts(style: "Style | None") -> tuple[str, ...]:
    """The families that a style asks for and that are not there."""
    wanted = (style.heading_font, style.text_font) if style is not None else ()
    return tuple(family for family in dict.fromkeys(wanted) if family_at_hand(family) != family)
