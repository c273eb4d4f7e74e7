"""Makes a sound document of records of which some are lost: what was held by a lost one gets a new place.

Nothing that is there is thrown away, except what makes no sense without what is lost.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from app.language.phrases import Phrase, phrase, phrase_plural, tr
from app.model.document import Document
from app.model.invariants import stands_on_another_map
from app.model.kinds import Held, kinds_holding
from app.model.nouns import noun, word
from app.model.records import (
    EmotionPoint,
    Entry,
    Id,
    JourneyMap,
    LegendEntry,
    Note,
    Place,
    Project,
    Record,
    Section,
    Stage,
    new_id,
)  # fmt: skip


def repaired(records: Iterable[Record]) -> tuple[Document, list[Phrase]]:
    """A sound document of records whose ids differ, and a sentence for each thing that had to be mended."""
    repair = _Repair(records)
    repair.run()
    return Document(repair.records.values()), repair.sentences


class _Repair:
    def __init__(self, records: Iterable[Record]) -> None:
        self.records = {record.id: record for record in records}
        self.sentences: list[Phrase] = []
        self._lost: Counter[str] = Counter()
        self._new_home: JourneyMap | None = None

    def run(self) -> None:
        self._keep_one_project()
        self._keep_one_meaning_for_a_colour()
        for part in (*self._all(Stage), *self._all(Section)):
            self._find_map(part)
        for kind in (Note, EmotionPoint, Entry):
            for held in self._all(kind):
                self._find_cell(held)
        if not any(self._all(JourneyMap)):
            self._add(JourneyMap(id=new_id(), title=tr("Recovered map")))
            self._lost["map"] += 1
        self.sentences += [_lost(kind, number) for kind, number in self._lost.items()]
        self._forget_the_lost()
        self._close_gaps()

    def _all(self, *kinds: type[Record]) -> Iterator[Record]:
        return (record for record in tuple(self.records.values()) if type(record) in kinds)

    def _add(self, record: Record) -> None:
        self.records[record.id] = record

    def _keep_one_project(self) -> None:
        first, *others = [*self._all(Project), None]
        if first is None:
            self._add(Project(id=self._free_id("project"), name=tr("Recovered project")))
            self.sentences.append(phrase("The name of the project is lost."))
        for other in others:
            if other is not None:
                del self.records[other.id]

    def _keep_one_meaning_for_a_colour(self) -> None:
        seen = set[str]()
        for entry in self._all(LegendEntry):
            assert isinstance(entry, LegendEntry)
            if entry.colour in seen:
                del self.records[entry.id]
                self.sentences.append(
                    phrase(
                        "The colour {colour} was in the legend twice.", colour=word("colour", entry.colour)
                    )
                )
            seen.add(entry.colour)

    def _find_map(self, part: Record) -> None:
        assert isinstance(part, Stage | Section)
        if part.map in self.records and not isinstance(self.records[part.map], JourneyMap):
            self._add(part.changed(map=self._home().id))
        elif part.map not in self.records:
            self._add(JourneyMap(id=part.map, title=tr("Recovered map")))
            self._lost["map"] += 1

    def _find_cell(self, held: Record) -> None:
        """Have a section and a stage of one map for what stands in a cell."""
        assert isinstance(held, Note | EmotionPoint | Entry)
        section, stage = self.records.get(held.section), self.records.get(held.stage)
        if not isinstance(section, Section):
            home = stage.map if isinstance(stage, Stage) else self._home().id
            section = self._new_section(held, home)
        if not isinstance(stage, Stage) or stage.map != section.map:
            stage = self._new_stage(held, section.map)
        if (held.section, held.stage) != (section.id, stage.id):
            self._add(held.changed(section=section.id, stage=stage.id))

    def _new_section(self, held: Held, home: Id) -> Section:
        [kind, *_] = kinds_holding(type(held))
        section = Section(
            id=self._free_id(held.section),
            map=home,
            position=1_000_000,
            name=tr("Recovered section"),
            section_kind=kind,
        )
        self._add(section)
        self._lost["section"] += 1
        return section

    def _new_stage(self, held: Held, home: Id) -> Stage:
        known = self.records.get(held.stage)
        if isinstance(known, Stage):
            twins = [each for each in self._all(Stage) if isinstance(each, Stage) and each.map == home]
            if twins and isinstance(twins[0], Stage):
                return twins[0]
        stage = Stage(id=self._free_id(held.stage), map=home, position=1_000_000, name=tr("Recovered stage"))
        self._add(stage)
        self._lost["stage"] += 1
        return stage

    def _home(self) -> JourneyMap:
        """The map for whatever has none."""
        if self._new_home is None:
            self._new_home = JourneyMap(id=new_id(), title=tr("Recovered map"), position=1_000_000)
            self._add(self._new_home)
            self._lost["map"] += 1
        return self._new_home

    def _free_id(self, wished: Id) -> Id:
        return wished if wished not in self.records else new_id()

    def _forget_the_lost(self) -> None:
        """Take out of every record the names of what is not there."""
        forgotten: Counter[str] = Counter()
        for record in tuple(self.records.values()):
            for field, kind in type(record).mentions.items():
                named = record.mentioned(field)
                kept = tuple(id for id in named if self._can_be_named(record, id, kind))
                if kept == named:
                    continue
                forgotten[kind] += 1
                if record.falls_without(field, {*named} - {*kept}):
                    self.records.pop(record.id, None)
                    break
                several = isinstance(getattr(record, field), tuple)
                record = record.changed(**{field: kept if several else None})
                self._add(record)
        for kind, number in forgotten.items():
            self.sentences.append(
                phrase_plural(
                    "{count} reference to something that is lost was removed ({kind}).",
                    "{count} references to something that is lost were removed ({kind}).",
                    number,
                    kind=noun(kind),
                )
            )

    def _can_be_named(self, by: Record, id: Id, kind: str) -> bool:
        found = self.records.get(id)
        return found is not None and found.kind == kind and not stands_on_another_map(by, found, self._map_of)

    def _map_of(self, line: Id) -> Id | None:
        found = self.records.get(line)
        return found.map if isinstance(found, Stage | Section) else None

    def _close_gaps(self) -> None:
        places: dict[Place, list[Record]] = defaultdict(list)
        for record in self.records.values():
            places[record.place].append(record)
        for siblings in places.values():
            siblings.sort(key=lambda record: (record.position, record.id))
            for position, record in enumerate(siblings):
                if record.position != position:
                    self._add(record.changed(position=position))


def _lost(kind: str, number: int) -> Phrase:
    match kind:
        case "map":
            return phrase_plural(
                "{count} map is lost; what belonged there is in a new one called “Recovered map”.",
                "{count} maps are lost; what belonged there is in new ones called “Recovered map”.",
                number,
            )
        case "section":
            return phrase_plural(
                "{count} section is lost; what belonged there is in a new one called “Recovered section”.",
                "{count} sections are lost; what belonged there is in new ones called “Recovered section”.",
                number,
            )
        case _:
            return phrase_plural(
                "{count} stage is lost; what belonged there is in a new one called “Recovered stage”.",
                "{count} stages are lost; what belonged there is in new ones called “Recovered stage”.",
                number,
            )
