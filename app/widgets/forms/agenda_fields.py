"""Fields of agenda items: their map, what of it is lit, the colour that is armed, what can be voted for.

What there is to choose from depends on the map of the items that are selected, so they ask for these.
"""

from collections.abc import Callable, Collection, Hashable, Sequence

from app.language.phrases import tr
from app.language.words import capitalised
from app.model.analysis.agenda import candidates_of, lit_on
from app.model.change import Change
from app.model.nouns import word
from app.model.records import AgendaItem, Id, LitSection, Note
from app.model.text import one_line
from app.model.verbs.legend import meanings
from app.session.editor import Editor
from app.widgets.base.icons import icon_size
from app.widgets.base.swatches import swatch_icon
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.forms.field import MIXED, Field
from app.widgets.forms.tick_list_field import Tick, TickListField

_LISTED = frozenset(("agenda item", "map", "section", "stage", "note", "legend entry"))
"""Kinds of records by which there is something else to choose from."""


class ListedField(Field):
    """One of what the project has at the moment, or none."""

    def __init__(self, choices: Callable[[], Sequence[tuple[object, str]]]) -> None:
        self.box = ComboBox()
        self.box.setIconSize(icon_size(16))
        self._choices = choices
        super().__init__(self.box)
        self.box.activated.connect(lambda index: self.edited.emit(self.box.itemData(index)))

    def show_value(self, value: object) -> None:
        self._list()
        self.box.setCurrentIndex(self.box.findData(value))

    def show_mixed(self) -> None:
        self._list()
        self.box.setPlaceholderText(str(MIXED))
        self.box.setCurrentIndex(-1)

    def _list(self) -> None:
        self.box.clear()
        for value, words in self._choices():
            self.box.addItem(words, value)


class MapField(ListedField):
    """A map of the project; none means the map that is shown."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(
            lambda: [
                (None, tr("The map that is shown")),
                *((one.id, one.title or tr("Without a title")) for one in editor.document.maps()),
            ]
        )


class ArmedColourField(ListedField):
    """The colour of the next notes, called as the legend has it; none leaves it as it is."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(
            lambda: [
                (None, tr("As it is")),
                *(
                    (colour, meaning or capitalised(word("colour", colour)))
                    for colour, meaning in meanings(editor.document).items()
                ),
            ]
        )

    def _list(self) -> None:
        super()._list()
        for place in range(1, self.box.count()):
            self.box.setItemIcon(place, swatch_icon(self.box.itemData(place), 16))


class _OnTheMap(TickListField):
    """What there is to tick is on the map of the agenda items that are selected."""

    def __init__(self, editor: Editor, all_words: str) -> None:
        self._editor = editor
        super().__init__(all_words)
        editor.changed.connect(self._follow)
        editor.map_changed.connect(self._look)

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return self._editor.selected.of(AgendaItem)

    @property
    def map(self) -> Id | None:
        """The map of all of them; none where they have several, or there are none."""
        maps = {item.map or self._editor.map for item in self.items}
        return maps.pop() if len(maps) == 1 else None

    def _follow(self, change: Change) -> None:
        if any(edit.record.kind in _LISTED for edit in change):
            self._look()

    def _look(self) -> None:
        if self.items:
            self.look_again()


class LitSectionsField(_OnTheMap):
    """The sections that are lit. One that is gone stands there until it is no longer ticked."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor, tr("None ticked: the whole map is shown."))

    def ticks(self) -> Sequence[Tick]:
        there = self._editor.document.sections(self.map) if self.map is not None else ()
        gone = (one for one in self._lit() if one.section is not None and not self._is_there(one))
        return (
            *(Tick(section.id, section.name or tr("Without a name")) for section in there),
            *(Tick(one.section, tr("{section} (gone)", section=one.name)) for one in gone),
        )

    def ticked_by(self, value: object) -> Collection[Hashable]:
        if self.map is None:
            return ()
        lit = lit_on(self._editor.document, AgendaItem(id="asked", sections=self._lit()), self.map)
        gone = {one.section for one in self._lit() if one.section is not None and not self._is_there(one)}
        return {*lit.sections, *gone}

    def meant_by(self, keys: Sequence[Hashable]) -> object:
        """Those that are there by their names now, those that are gone as they were."""
        known = {one.section: one for one in self._lit()}
        there = self._editor.document.sections(self.map) if self.map is not None else ()
        names = {section.id: section.name for section in there}
        return tuple(
            LitSection(section=key, name=names[key]) if key in names else known[key]
            for key in keys
            if isinstance(key, str)
        )

    def _lit(self) -> tuple[LitSection, ...]:
        return tuple(self._value) if isinstance(self._value, tuple) else ()

    def _is_there(self, one: LitSection) -> bool:
        return one.section is not None and one.section in self._editor.document


class LitStagesField(_OnTheMap):
    """The stages that are lit."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor, tr("None ticked: all stages."))

    def ticks(self) -> Sequence[Tick]:
        there = self._editor.document.stages(self.map) if self.map is not None else ()
        return [Tick(stage.id, stage.name or tr("Without a name")) for stage in there]

    def ticked_by(self, value: object) -> Collection[Hashable]:
        return set(value) if isinstance(value, tuple) else ()


class CandidatesField(_OnTheMap):
    """The notes that can be voted for, of those that count as what is voted on."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor, tr("None ticked: all of them."))

    def ticks(self) -> Sequence[Tick]:
        if len(self.items) != 1 or self.map is None:
            return ()
        document, [item] = self._editor.document, self.items
        found = candidates_of(document, item.changed(candidates=()), self.map)
        ids = dict.fromkeys((*found, *(id for id in item.candidates if id in document)))
        notes = (document.get(Note, id) for id in ids)
        return [Tick(note.id, one_line(note.text) or tr("A note without text")) for note in notes]

    def ticked_by(self, value: object) -> Collection[Hashable]:
        return set(value) if isinstance(value, tuple) else ()
