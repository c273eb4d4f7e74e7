"""Opens a project in hostile folders, in every way a file is opened.

What must hold: no file but the project is read, changed or deleted for what lies beside it, nothing hangs,
the project is whole, and what was not used is told. Of a file and a journal that belong to different moments
comes one of these moments, or a refusal that leaves both alone.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.formats.templates import template
from app.model.change import Change
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.storage.backups import back_up
from app.storage.errors import ProjectFileError
from app.storage.opening.check import check
from app.storage.opening.neighbours import journal_of
from app.storage.opening.reviews import due_reviews
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from benchmarks.torture.strangers import STRANGERS, Stranger, journal_between, pages_of, super_record

SECRET = "years of work"


def _in_the_window(path: Path) -> bool:
    with ProjectFile.open(path) as project:
        note = project.document.all(Note)[0]
        project.history.do(set_text(project.document, note.id, "a"))
        project.history.undo()
        assert not project.read_only, project.why_read_only
        notice = project.notice
    assert check(path).is_sound, "not sound after it was edited"
    return notice is not None


def _to_read(path: Path) -> bool:
    with ProjectFile.open(path, read_only=True) as project:
        assert project.document.all(Note)
        return project.notice is not None


def _to_check(path: Path) -> bool:
    report = check(path)
    assert report.is_sound, report.faults
    return bool(report.notices)


def _to_rescue(path: Path) -> bool:
    assert not rescue(path).losses
    return True


def _to_back_up(path: Path) -> bool:
    backup = back_up(path, path.parent.parent / "backups")
    assert backup is not None
    return check(backup.path).is_sound


def _for_the_start_page(path: Path) -> bool:
    due_reviews(path, date(2030, 1, 1))
    return True


def _to_replace_it(path: Path) -> bool:
    if any(beside.is_dir() for beside in path.parent.iterdir()):
        return True  # Refused: a folder is not taken away.
    ProjectFile.create(path, template("blank"), overwrite=True).close()
    return check(path).is_sound


WAYS: dict[str, Callable[[Path], bool]] = {
    "window": _in_the_window,
    "reading": _to_read,
    "check": _to_check,
    "recover": _to_rescue,
    "backup": _to_back_up,
    "start page": _for_the_start_page,
    "replacing": _to_replace_it,
}
"""What opens a project, and whether it told, or need not tell, of what it did not use."""


def try_folder(content: bytes, put: Stranger, way: Callable[[Path], bool]) -> None:
    """Open a project once, beside which something was put. Raises AssertionError for what must not be."""
    with TemporaryDirectory() as place:
        victim, path = Path(place) / "thesis.txt", Path(place) / "project" / "a.journey"
        victim.write_text(SECRET)
        path.parent.mkdir()
        path.write_bytes(content)
        put(path, victim)
        assert way(path), "not told"
        assert victim.read_text() == SECRET, "another file was changed"


class Moments:
    """A project at several moments of its history, of which files and journals are mixed."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "moments.journey"
        self._victim = folder / "thesis.txt"
        self.states: list[bytes] = []
        """The file at each moment."""
        self.documents: list[Document] = []
        """What was in it then."""
        self._found = Counter[str]()
        ProjectFile.create(self.path, template("pizzeria")).close()
        with ProjectFile.open(self.path) as project:
            for moment in range(8):
                change = Change(plain_label("Set texts"), ())
                for note in project.document.all(Note)[moment : moment * 8 + 8 : 3]:
                    text = f"{note.text[:60]} {moment}" * (1 + 40 * (moment % 2))
                    change = change.then(set_text(project.document, note.id, text))
                project.history.do(change)
                assert project.wait_until_saved(10)
                self.documents.append(project.document.copy())
                self.states.append(self.path.read_bytes())

    @property
    def report(self) -> str:
        return ", ".join(f"{number} {what}" for what, number in sorted(self._found.items()))

    def try_mixture(self, seed: int) -> None:
        """A file of one moment, perhaps half turned into another, with a journal between any two."""
        chance = random.Random(seed)
        old, new, other = (chance.randrange(len(self.states)) for _ in range(3))
        new = min(old + 1, new)
        is_torn = new == old + 1 and chance.random() < 0.5
        content = self.states[chance.choice((old, new, other))]
        if is_torn:
            content = _half_written(self.states[old], self.states[new], chance)
        left = bytearray(journal_between(self.states[old], self.states[new]))
        if not is_torn and chance.random() < 0.3:
            left[chance.randrange(len(left))] ^= chance.randint(1, 255)
        if not is_torn and chance.random() < 0.2:
            left += super_record(self._victim)
        self._victim.write_text(SECRET)
        clear(self.path.parent, self.path, content, bytes(left))
        self._open(f"seed {seed}")
        assert self._victim.read_text() == SECRET, f"seed {seed}: another file was changed"

    def _open(self, what: str) -> None:
        before = self.path.read_bytes(), journal_of(self.path).read_bytes()
        try:
            with ProjectFile.open(self.path) as project:
                assert project.document in self.documents, f"{what}: a state that never was"
                outcome = "set aside" if project.notice else "rolled back or finished"
        except ProjectFileError:
            outcome = "refused"
            assert (self.path.read_bytes(), journal_of(self.path).read_bytes()) == before, f"{what}: changed"
        else:
            assert check(self.path).is_sound, what
        self._found[outcome] += 1


def clear(folder: Path, path: Path, content: bytes, left: bytes) -> None:
    """Have nothing but a file and what was left beside it, whatever was set aside before."""
    for old in folder.glob(f"{path.name}-*"):
        old.unlink()
    path.write_bytes(content)
    journal_of(path).write_bytes(left)


def _half_written(content: bytes, other: bytes, chance: random.Random) -> bytes:
    pages = pages_of(content)
    for number, page in enumerate(pages_of(other)[: len(pages)]):
        if chance.random() < 0.5:
            pages[number] = page
    return b"".join(pages)


def lines(folder: Path, tries: int) -> Iterator[str]:
    """Every stranger in every way, and mixed moments: what came of it."""
    path = folder / "sample.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    content = path.read_bytes()
    if sys.platform == "win32":
        yield "left out: needs links and pipes"
        return
    for put in STRANGERS if not __import__("os").environ.get("SKIP") else ():
        for name, way in WAYS.items():
            try:
                try_folder(content, put, way)
            except Exception as error:
                raise AssertionError(f"{put.__name__}, {name}: {error}") from error
    tried = f"{len(STRANGERS)} hostile folders, each in {len(WAYS)} ways"
    yield f"{tried}: no other file touched, no project lost, all of it told"
    mixed = Moments(folder)
    for seed in range(tries):
        mixed.try_mixture(seed)
    yield f"{tries} files with a journal of another moment: {mixed.report}"
