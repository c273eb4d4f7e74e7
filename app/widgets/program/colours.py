"""The window's two palettes, light and dark. The map is a poster: its colours are the theme's."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Colours(NamedTuple):
    """What each colour is for; all as #RRGGBB. Text colours reach 4.5 : 1 on every surface."""

    panel: str
    field: str
    desk: str
    ink: str
    secondary: str
    disabled: str
    hairline: str
    border: str
    hover: str
    pressed: str
    selected: str
    selected_ink: str
    focus: str
    accent: str
    accent_hover: str
    on_accent: str
    warning: str
    inverse: str
    on_inverse: str
    inverse_link: str


LIGHT = Colours(
    panel="#FFFFFF",
    field="#FFFFFF",
    desk="#EEF0F4",
    ink="#1D2433",
    secondary="#5B6474",
    disabled="#8B94A5",
    hairline="#E1E5EB",
    border="#CDD3DC",
    hover="#F1F3F7",
    pressed="#E6E9EF",
    selected="#E5ECFB",
    selected_ink="#27439F",
    focus="#3457D5",
    accent="#3457D5",
    accent_hover="#2A48B8",
    on_accent="#FFFFFF",
    warning="#8A4B00",
    inverse="#1D2433",
    on_inverse="#FFFFFF",
    inverse_link="#A9BCFF",
)

DARK = Colours(
    panel="#1E222B",
    field="#171A21",
    desk="#12151B",
    ink="#E9ECF2",
    secondary="#A5AEBD",
    disabled="#717B8C",
    hairline="#303642",
    border="#434B59",
    hover="#292E39",
    pressed="#333A47",
    selected="#2B3763",
    selected_ink="#C9D5FF",
    focus="#8DA4FF",
    accent="#4264E0",
    accent_hover="#3556CC",
    on_accent="#FFFFFF",
    warning="#F2B35E",
    inverse="#E9ECF2",
    on_inverse="#1D2433",
    inverse_link="#27439F",
)


def qt_palette(colours: Colours) -> QPalette:
    """The same colours in Qt's roles, for what no style sheet reaches and for what paints itself."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.panel,
        QPalette.ColorRole.Base: colours.field,
        QPalette.ColorRole.AlternateBase: colours.hover,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.BrightText: colours.on_accent,
        QPalette.ColorRole.PlaceholderText: colours.secondary,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.focus,
        QPalette.ColorRole.Link: colours.focus,
        # Qt's own widgets here show no links that were followed.
        QPalette.ColorRole.LinkVisited: colours.warning,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Midlight: colours.hairline,
        QPalette.ColorRole.Light: colours.hover,
        QPalette.ColorRole.Dark: colours.desk,
        QPalette.ColorRole.Shadow: colours.hairline,
        QPalette.ColorRole.ToolTipBase: colours.inverse,
        QPalette.ColorRole.ToolTipText: colours.on_inverse,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette
