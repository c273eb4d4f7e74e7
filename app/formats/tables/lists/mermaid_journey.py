"""A journey in Mermaid as a map: sections are stages, tasks notes, scores feelings, actors personas.

It is read with patience: whatever a line holds, no task is lost, and what was made of it is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from app.formats.import_notes import ImportNote, Kind
from app.formats.tables.grid import refuse_more
from app.formats.tables.reading import Fields, SectionRead, StageRead, TableReading
from app.language.phrases import Phrase, phrase
from app.limits import LONGEST_TEXT
from app.model.records import HIGHEST, LOWEST

_BEGINNING = re.compile(r"^[ \t]*journey[ \t]*(?:%%.*)?$", re.MULTILINE)
_FRONT = re.compile(r"^---[ \t]*\n((?:(?!---).*\n)*)---\s*\Z", re.MULTILINE)
"""What stands before a journey, right above it."""
_END = re.compile(r"^[ \t]*(?:```|~~~)[^:\n]*$", re.MULTILINE)
"""A fence. With a colon it is a task."""
_DESCRIPTION = re.compile(r"^[ \t]*accDescr[ \t]*\{[^}]{0,20000}\}", re.MULTILINE)
_SCORE = re.compile(r"[-−+]?\d+(?:[.,]\d+)?")
_CLOCK = re.compile(r"\d:\d\d\s*\Z")
_ENTITY = re.compile(r"#(\d{1,7}|[a-z]+);")
_NAMED = {"quot": '"', "semi": ";", "colon": ":", "num": "#", "amp": "&", "lt": "<", "gt": ">"}
_NO_NAME = "–"
"""What a stage without a name is written as."""
_LEAST, _MOST = 1.0, 5.0


@dataclass(slots=True)
class _Stage:
    name: str
    tasks: list[tuple[str, float | None, tuple[str, ...]]] = field(default_factory=list)
    """Each with its score, 1 … 5, and its actors."""


class _Task(NamedTuple):
    words: str
    score: str
    actors: str


def has_journey(text: str) -> bool:
    """Whether there is a journey of Mermaid in a text, bare or in a fence."""
    return _BEGINNING.search(text) is not None


def journeys_in(text: str) -> tuple[list[TableReading], str]:
    """All journeys of a text, and the text without them, as many lines long.

    Raises FormatError for more tasks than become a map.
    """
    found: list[TableReading] = []
    around, at = "", 0
    while begins := _BEGINNING.search(text, at):
        front = _FRONT.search(text, at, begins.start())
        end = _END.search(text, begins.end())
        start, stop = front.start() if front else begins.start(), end.start() if end else len(text)
        body = _DESCRIPTION.sub(_as_many_lines, text[begins.end() : stop])
        refuse_more(body.count("\n"))
        title = _title_in(front[1]) if front else ""
        found.append(_Reader(title).read(body, text.count("\n", 0, begins.end()) + 1))
        around += text[at:start] + "\n" * text.count("\n", start, stop)
        at = stop
    return found, around + text[at:]


def _as_many_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


class _Reader:
    def __init__(self, title: str) -> None:
        self._title = title
        self._stages: list[_Stage] = []
        self._notes: list[ImportNote] = []

    def read(self, body: str, first: int) -> TableReading:
        for number, line in enumerate(body.split("\n"), first):
            self._take(line.strip(), number)
        stages = tuple(StageRead(stage.name) for stage in self._stages)
        return TableReading(self._title, stages, tuple(self._sections()), notes=tuple(self._notes))

    def _take(self, line: str, number: int) -> None:
        word, _, rest = line.partition(" ")
        if not line:
            return
        if line.startswith("%%") or word.rstrip(":") in ("accTitle", "accDescr"):
            self._tell("left out", phrase("“{text}” is no part of the journey.", text=line), number)
        elif word == "title" and rest.strip():
            self._title = _decoded(rest)
        elif word == "section":
            name = _decoded(rest)
            self._stages.append(_Stage("" if name == _NO_NAME else name))
        else:
            self._take_task(line, number)

    def _take_task(self, line: str, number: int) -> None:
        if not self._stages:
            self._stages.append(_Stage(""))
        found = None if len(line) > LONGEST_TEXT or _CLOCK.search(line) else _task_in(line)
        if found is None:
            self._tell("guessed", phrase("“{text}” has no score, and became a note.", text=line), number)
            self._stages[-1].tasks.append((_decoded(line.rstrip(" :")), None, ()))
            return
        task, score = _decoded(found.words), float(found.score.replace("−", "-").replace(",", "."))
        kept = min(max(score, _LEAST), _MOST)
        if kept != score:
            outside = phrase(
                "“{task}”: {score} lies outside 1–5 and was taken as {kept}.",
                task=task,
                score=score,
                kept=kept,
            )
            self._tell("taken", outside, number)
        actors = tuple(_decoded(actor) for actor in found.actors.split(",") if actor.strip())
        self._stages[-1].tasks.append((task, kept, actors))

    def _tell(self, kind: Kind, sentence: Phrase, number: int) -> None:
        self._notes.append(ImportNote(kind, sentence, phrase("line {number}", number=number)))

    def _sections(self) -> Iterator[SectionRead]:
        """The rows of the map. They have the names of the ready sections."""
        if any(actors for stage in self._stages for _, _, actors in stage.tasks):
            cells = tuple(tuple(_people(stage)) for stage in self._stages)
            yield SectionRead("", "interplay", "personas", cells)
        yield SectionRead("", "notes", "actions", tuple(tuple(_texts(stage)) for stage in self._stages))
        if any(score is not None for stage in self._stages for _, score, _ in stage.tasks):
            cells = tuple(tuple(_points(stage)) for stage in self._stages)
            yield SectionRead("", "emotional-graph", "feelings", cells)


def _task_in(line: str) -> _Task | None:
    """The parts of a line "words: score: actors"; in words there may be colons, actors may be missing."""
    parts = line.split(":")
    for at in (len(parts) - 2, len(parts) - 1):
        score, words = parts[at].strip(), ":".join(parts[:at])
        if at > 0 and words and _SCORE.fullmatch(score):
            return _Task(words, score, parts[at + 1] if at + 1 < len(parts) else "")
    return None


def _texts(stage: _Stage) -> Iterator[Fields]:
    for task, _, actors in stage.tasks:
        yield {"text": task, "persona": actors[0]} if len(actors) == 1 else {"text": task}


def _people(stage: _Stage) -> Iterator[Fields]:
    for actor in dict.fromkeys(actor for _, _, actors in stage.tasks for actor in actors):
        yield {"persona": actor}


def _points(stage: _Stage) -> Iterator[Fields]:
    """A point for each task, spread over the stage in their order."""
    for at, (task, score, _) in enumerate(stage.tasks):
        if score is not None:
            value = LOWEST + (score - _LEAST) / (_MOST - _LEAST) * (HIGHEST - LOWEST)
            yield {"value": round(value, 2), "at": round((at + 0.5) / len(stage.tasks), 4), "quote": task}


def _title_in(front: str) -> str:
    titles = (line.partition(":")[2].strip(" \"'") for line in front.split("\n") if line.startswith("title:"))
    return next(titles, "")


def _decoded(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        name = found[1]
        if name.isdigit():
            return chr(int(name)) if int(name) < 0x110000 else found[0]
        return _NAMED.get(name, found[0])

    return _ENTITY.sub(letter, text).strip()
