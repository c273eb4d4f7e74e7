"""The small parts of the find bar, and what it says of what was replaced."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from app.language.phrases import phrase_plural, tr, tr_plural
from app.language.words import quoted
from app.model.words import shortened
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words
from app.widgets.forms.text_fields import HalfTypedLine

_LARGEST_ICON = QSize(20, 20)


def replaced_words(words: str, places: int, maps: int) -> str:
    """What was replaced, and where."""
    sought = quoted(shortened(words))
    if maps == 1:
        return tr_plural(
            "Replaced {words} in {count} place.", "Replaced {words} in {count} places.", places, words=sought
        )
    return tr_plural(
        "Replaced {words} in {places} on {count} map.",
        "Replaced {words} in {places} on {count} maps.",
        maps,
        words=sought,
        places=phrase_plural("{count} place", "{count} places", places),
    )


def new_way(name: str, sign: str, tip: str) -> QToolButton:
    """A way of finding, as a button that stays down with letters on it; those for a word are underlined."""
    button = QToolButton()
    button.setText(sign)
    button.setCheckable(True)
    button.setProperty("role", "toggle")
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    font = button.font()
    font.setUnderline(sign.islower())
    button.setFont(font)
    return button


def new_line(name: str, placeholder: str) -> HalfTypedLine:
    line = HalfTypedLine(placeholder)
    line.setAccessibleName(name)
    line.setToolTip(name)
    return line


def new_button(name: str, icon_name: str, do: Callable[[], None], key: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name, size=16))
    # Between two panels there is little room.
    button.setIconSize(icon_size(16).boundedTo(_LARGEST_ICON))
    button.setAccessibleName(name)
    button.setToolTip(tr("{name} ({key})", name=name, key=key_words(key)))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(do)
    return button
