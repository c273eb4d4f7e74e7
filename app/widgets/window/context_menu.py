"""The menu of what is selected on the map, made from actions."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.model.records import CallOut, EmotionPoint, Entry, Note, Persona, Section, Stage
from app.widgets.actions.notes import COLOURS
from app.widgets.window.action_set import ActionSet

_SEPARATOR = ""
_COPYING = ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.duplicate_into")
_MENUS: dict[type, tuple[str, ...]] = {
    Note: (
        "notes.edit",
        _SEPARATOR,
        *_COPYING,
        _SEPARATOR,
        *(f"notes.{colour}" for colour in COLOURS),
        _SEPARATOR,
        "edit.select_colour",
        "edit.select_tag",
        _SEPARATOR,
        "notes.relate",
        "notes.open_link",
        "call_outs.add",
        _SEPARATOR,
        "edit.delete",
    ),
    Entry: (
        "edit.rename",
        "notes.open_link",
        _SEPARATOR,
        *_COPYING,
        _SEPARATOR,
        *(f"notes.move_{way}" for way in ("left", "right", "up", "down")),
        _SEPARATOR,
        "edit.delete",
    ),
    Persona: (
        "personas.show",
        "personas.duplicate",
        "personas.export",
        _SEPARATOR,
        "personas.delete",
    ),
    EmotionPoint: ("edit.rename", "call_outs.add", _SEPARATOR, "edit.paste", _SEPARATOR, "edit.delete"),
    CallOut: ("edit.rename", "call_outs.free", "call_outs.next", _SEPARATOR, "edit.delete"),
    **{
        record_type: (
            f"{family}.rename",
            f"{family}.add",
            f"{family}.move_{back}",
            f"{family}.move_{forth}",
            *more,
            "call_outs.add",
            _SEPARATOR,
            *_COPYING,
            _SEPARATOR,
            f"{family}.delete",
        )
        for record_type, family, back, forth, more in (
            (Stage, "stages", "left", "right", ("stages.split", "stages.join")),
            (Section, "sections", "up", "down", ("sections.fold", "sections.leave_off_posters")),
        )
    },
}
_FOR_THE_MAP = (
    "maps.inspect",
    "maps.duplicate",
    _SEPARATOR,
    "edit.paste",
    "edit.select_all",
    _SEPARATOR,
    "stages.add",
    "sections.add",
    _SEPARATOR,
    "view.fit",
    "view.present",
    "file.export_poster",
)
_FOR_A_CELL = (
    "notes.add",
    "call_outs.add",
    "edit.paste",
    "edit.select_all",
    _SEPARATOR,
    "stages.add",
    "sections.add",
    _SEPARATOR,
    "view.fit",
    "file.export_poster",
)


def show_context_menu(actions: ActionSet, place: QPoint) -> None:
    """Pop the menu up at a place of the screen."""
    editor = actions.context.editor
    selected = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    menu = QMenu(actions.context.window.widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in _MENUS.get(type(selected), _FOR_A_CELL if editor.selection.cell else _FOR_THE_MAP):
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    menu.popup(place)
