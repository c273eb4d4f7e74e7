"""What stages and sections have in common as lines of a map: added, renamed, moved and deleted alike."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.language.phrases import Phrase, phrase, tr
from app.model.records import Id, Section, Stage
from app.model.verbs.editing import delete, reorder
from app.model.verbs.sizes import resize
from app.session.selection import Cell
from app.widgets.actions.action import Action, Context, Key, Need

StageOrSection = Stage | Section


@dataclass(frozen=True, slots=True)
class Way:
    """A way in which a line can be moved: its id and words, how far, icon and key."""

    id: str
    text: Phrase
    tip: Phrase
    by: int
    icon: str
    key: str


@dataclass(frozen=True, slots=True)
class Size:
    """A way in which a line can be made larger or smaller: its id and words, map units, icon, key."""

    id: str
    text: Phrase
    tip: Phrase
    by: float
    icon: str
    key: str


@dataclass(frozen=True, slots=True)
class Words:
    """What an action is called, and its tip."""

    text: Phrase
    tip: Phrase


@dataclass(frozen=True, slots=True)
class Lines:
    """A kind of line. The line meant is the one selected, or else the one of the cursor's cell."""

    record_type: type[Stage] | type[Section]
    in_cell: Callable[[Cell], Id]
    start: Callable[[Context, int | None], None]
    """Has the name of a new line typed on the map, before an index or last."""
    icon: str
    menu: Phrase
    add_words: Words
    rename_words: Words
    fit_words: Words
    delete_words: Words
    select_first: Phrase
    """What there has to be for one to be meant."""
    resize_first: Phrase
    add_key: Key
    rename_key: Key
    ways: tuple[Way, Way]
    sizes: tuple[Size, Size]
    size: Callable[[QRectF], float]
    """That of the line's header which can be changed: its width or its height."""

    @property
    def family(self) -> str:
        """What the names of its actions begin with: "stages"."""
        return f"{self.record_type.kind}s"

    def meant(self, context: Context) -> StageOrSection | None:
        editor = context.editor
        if selected := editor.selected.of(self.record_type):
            return selected[-1]
        cell = editor.selection.cell
        return editor.document.get(self.record_type, self.in_cell(cell)) if cell else None

    def is_meant(self, context: Context) -> bool:
        return self.meant(context) is not None

    def add(self, context: Context) -> None:
        """Add a line after the one meant, or as the last."""
        line = self.meant(context)
        context.canvas.setFocus()
        self.start(context, line.position + 1 if line else None)

    def rename(self, context: Context) -> None:
        if line := self.meant(context):
            context.editor.select([line.id])
            context.canvas.setFocus()
            context.canvas.edit_text(line.id)

    def all_meant(self, context: Context) -> tuple[StageOrSection, ...]:
        """Those selected, or else the one of the cursor's cell."""
        line = self.meant(context)
        return context.editor.selected.of(self.record_type) or ((line,) if line else ())

    def can_move(self, context: Context, by: int) -> bool:
        positions = [line.position + by for line in self.all_meant(context)]
        if not positions:
            return False
        beside = len(context.editor.document.siblings(self.all_meant(context)[0].place))
        return min(positions) >= 0 and max(positions) < beside

    def move(self, context: Context, by: int) -> None:
        lines = self.all_meant(context)
        positions = [line.position for line in lines]
        index = min(positions) + by if by < 0 else max(positions) + by + 1
        change = reorder(context.editor.document, [line.id for line in lines], index)
        context.editor.do(change, then=lambda _: context.canvas.show_record(lines[-1].id))

    def can_resize(self, context: Context) -> bool:
        line = self.meant(context)
        return line is not None and not (isinstance(line, Section) and line.is_folded)

    def resize(self, context: Context, by: float | None) -> None:
        """Larger or smaller than it is seen; None: as its content needs. Several presses are one step."""
        line = self.meant(context)
        header = context.canvas.rectangle_of(line.id) if line else None
        if line is None or header is None:
            return
        size = self.size(header) + by if by is not None else None
        merge_key = ("size", line.id) if by is not None else None
        change, id = resize(context.editor.document, line.id, size), line.id
        context.editor.do(change, merge_key, lambda _: context.canvas.show_record(id))

    def delete(self, context: Context) -> None:
        if line := self.meant(context):
            document, id = context.editor.document, line.id
            context.editor.do_to(
                [id],
                lambda: delete(document, [id]),
                tr("Deleting"),
                lambda change: context.window.show_message(str(change.label.done), offer_undo=True),
            )


def line_actions(lines: Lines) -> tuple[Action, ...]:
    """The actions of one kind of line."""
    family, menu = lines.family, lines.menu
    return (
        Action(
            name=f"{family}.add",
            text=lines.add_words.text,
            short=menu,
            tip=lines.add_words.tip,
            menu=menu,
            icon=lines.icon,
            keys=(lines.add_key,),
            undoable=True,
            run=lines.add,
        ),
        Action(
            name=f"{family}.rename",
            text=lines.rename_words.text,
            tip=lines.rename_words.tip,
            menu=menu,
            icon="pencil",
            keys=(lines.rename_key,),
            needs=Need(lines.is_meant, lines.select_first),
            run=lines.rename,
        ),
        *(_move_action(lines, way) for way in lines.ways),
        *(_size_action(lines, size) for size in lines.sizes),
        Action(
            name=f"{family}.fit",
            text=lines.fit_words.text,
            tip=lines.fit_words.tip,
            menu=menu,
            icon="maximize",
            undoable=True,
            needs=Need(lines.can_resize, lines.resize_first),
            run=lambda context: lines.resize(context, None),
        ),
        Action(
            name=f"{family}.delete",
            text=lines.delete_words.text,
            tip=lines.delete_words.tip,
            menu=menu,
            icon="trash-2",
            starts_group=True,
            undoable=True,
            needs=Need(lines.is_meant, lines.select_first),
            run=lines.delete,
        ),
    )


def _move_action(lines: Lines, way: Way) -> Action:
    return Action(
        name=f"{lines.family}.move_{way.id}",
        text=way.text,
        tip=way.tip,
        menu=lines.menu,
        icon=way.icon,
        canvas_keys=(way.key,),
        starts_group=way is lines.ways[0],
        undoable=True,
        needs=Need(lambda context: lines.can_move(context, way.by), phrase("It cannot go further that way")),
        run=lambda context: lines.move(context, way.by),
    )


def _size_action(lines: Lines, size: Size) -> Action:
    return Action(
        name=f"{lines.family}.{size.id}",
        text=size.text,
        tip=size.tip,
        menu=lines.menu,
        icon=size.icon,
        canvas_keys=(size.key,),
        starts_group=size is lines.sizes[0],
        undoable=True,
        needs=Need(lines.can_resize, lines.resize_first),
        run=lambda context: lines.resize(context, size.by),
    )
