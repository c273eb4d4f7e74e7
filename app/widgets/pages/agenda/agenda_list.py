"""The agenda as a list: titles are typed in it, one after the other; items are dragged and moved by keys."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.language.phrases import tr
from app.model.analysis.agenda import length_in_words
from app.model.labels import step_label
from app.model.nouns import word
from app.model.records import AgendaItem, Id
from app.model.verbs.agenda import add_items, read_item
from app.model.verbs.editing import reorder, set_fields
from app.session.editor import Editor
from app.widgets.base.plain_text import tip
from app.widgets.pages.agenda.row import Rows
from app.widgets.shell import Actions

_ID = Qt.ItemDataRole.UserRole
_KEYS: tuple[tuple[QKeySequence.StandardKey | str, str], ...] = (
    (QKeySequence.StandardKey.Delete, "edit.delete"),
    ("Backspace", "edit.delete"),
    (QKeySequence.StandardKey.Cut, "edit.cut"),
    (QKeySequence.StandardKey.Copy, "edit.copy"),
    (QKeySequence.StandardKey.Paste, "edit.paste"),
    ("Ctrl+D", "edit.duplicate"),
    ("Alt+Up", "workshop.move_up"),
    ("Alt+Down", "workshop.move_down"),
)
"""What keys do here as they do on the map, where a list knows no such keys."""


class AgendaList(QListWidget):
    """What is selected in it is selected in the window, so the inspector shows its form."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor, self._actions = editor, actions
        self._is_filling = False
        self._rows = Rows(self, self._item_at)
        self._rows.entered.connect(lambda: self.type_next(self.currentRow() + 1))
        self.setItemDelegate(self._rows)
        self.setAccessibleName(tr("Agenda"))
        self.setObjectName("agenda")
        self.setToolTip(tr("Enter: next item; F2: its title; Alt with arrows: move it"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        is_fixed = editor.read_only
        self.setEditTriggers(
            triggers.NoEditTriggers if is_fixed else triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setDragEnabled(not is_fixed)
        self._dropped_at: int | None = None
        """Before which row what is dragged would be put; none while nothing is."""
        self.itemChanged.connect(self._take_text)
        self.itemSelectionChanged.connect(self._tell_selection)

    def fill(self) -> None:
        """List the items anew, in the rows that are there: one of them may be the one in which is typed."""
        items = self._editor.document.agenda()
        self._is_filling = True
        rows = [row for row in map(self.item, range(self.count())) if row.data(_ID) is not None]
        for row in rows[len(items) :]:
            self.takeItem(self.row(row))
        for _ in items[len(rows) :]:
            row = QListWidgetItem()
            self.addItem(row)
            rows.append(row)
        for row, item in zip(rows, items, strict=False):
            _show(row, item)
        self._is_filling = False
        self.mark()
        self.viewport().update()

    def mark(self) -> None:
        """Show what is selected in the window."""
        selected = set(self._editor.selection.ids)
        self._is_filling = True
        rows = [row for row in range(self.count()) if self._id(row) in selected]
        for row in range(self.count()):
            self.item(row).setSelected(row in rows)
        if rows and self.currentRow() not in rows:
            self.setCurrentRow(rows[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollToItem(self.item(rows[-1]))
        self._is_filling = False

    def type_next(self, index: int) -> None:
        """Have the title of a new item typed at a place; it is an item once it has words."""
        if self._editor.read_only:
            return
        self._is_filling = True
        row = QListWidgetItem()
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        self.insertItem(min(max(index, 0), self.count()), row)
        self.clearSelection()
        self.setCurrentItem(row)
        self._is_filling = False
        self.editItem(row)

    # What Qt asks

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        for row in reversed(range(self.count())):
            if self._id(row) is None:
                self.takeItem(row)
                self.setCurrentRow(min(max(row - 1, 0), self.count() - 1))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for key, name in _KEYS:
            if event.matches(key) if isinstance(key, QKeySequence.StandardKey) else _is(event, key):
                self._actions[name].trigger()
                return
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert) and is_plain:
            self.type_next(self.currentRow() + 1 if self.selectedItems() else self.count())
        elif event.key() == Qt.Key.Key_Escape:
            # What is dragged stays where it was; else the page is left.
            if self._dropped_at is None:
                event.ignore()
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Rows are dragged here alone: nothing else takes them, so the system needs not know of it."""
        self._dropped_at = self.currentRow()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dropped_at is None:
            super().mouseMoveEvent(event)
            return
        self._dropped_at = self._row_before(event.position().toPoint())
        self.scrollToItem(self.item(min(self._dropped_at, self.count() - 1)))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dropped_at is None:
            super().mouseReleaseEvent(event)
            return
        index, ids = self._dropped_at, self._selected_ids()
        self._end_drag()
        self._editor.do(reorder(self._editor.document, ids, index))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dropped_at is not None:
            last = self._dropped_at == self.count()
            row = self.visualItemRect(self.item(self._dropped_at - last))
            y = row.bottom() + 1 if last else row.top()
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawLine(row.left(), y, row.right(), y)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_rows"):
            self.viewport().update()

    # How it is done

    def _id(self, row: int) -> Id | None:
        return self.item(row).data(_ID)  # type: ignore[no-any-return]

    def _item_at(self, row: int) -> tuple[AgendaItem, int] | None:
        items = self._editor.document.agenda()
        found = self._editor.document.find(self._id(row) or "")
        if not isinstance(found, AgendaItem):
            return None
        return found, sum(one.minutes for one in items[: found.position])

    def _row_before(self, place: QPoint) -> int:
        index = self.indexAt(place)
        if not index.isValid():
            return self.count()
        return index.row() + (place.y() > self.visualRect(index).center().y())

    def _end_drag(self) -> None:
        self._dropped_at = None
        self.viewport().update()

    def _selected_ids(self) -> list[Id]:
        rows = sorted(one.row() for one in self.selectedIndexes())
        return [id for row in rows if (id := self._id(row)) is not None]

    def _tell_selection(self) -> None:
        if not self._is_filling:
            self._editor.select(self._selected_ids())

    def _take_text(self, row: QListWidgetItem) -> None:
        """Keep what was typed in a row: a new item, or another title."""
        if self._is_filling:
            return
        editor, id, text = self._editor, row.data(_ID), row.text().strip()
        if id is not None:
            label = step_label("rename", kind=AgendaItem.kind)
            editor.do(set_fields(editor.document, [id], label, title=row.text()))
        elif text:
            item = read_item(editor.document, text, editor.map)
            self._is_filling = True
            row.setData(_ID, item.id)
            self._is_filling = False
            editor.do(
                add_items(editor.document, [item], self.row(row)), then=lambda _: editor.select([item.id])
            )


def _show(row: QListWidgetItem, item: AgendaItem) -> None:
    row.setData(_ID, item.id)
    row.setText(item.title)
    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
    said = (item.title or tr("Without a title"), item.instruction)
    row.setToolTip(tip("\n".join(filter(None, said))))
    row.setData(
        Qt.ItemDataRole.AccessibleTextRole,
        ", ".join((said[0], str(word("item kind", item.item_kind)), str(length_in_words(item.minutes)))),
    )


def _is(event: QKeyEvent, key: str) -> bool:
    return (
        QKeySequence(event.keyCombination()).matches(QKeySequence(key))
        == QKeySequence.SequenceMatch.ExactMatch
    )
