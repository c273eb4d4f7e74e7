"""How long it takes from an edit until it is on the disk: while hands type in the window, and in bursts."""

from pathlib import Path
from statistics import quantiles
from threading import Thread
from time import perf_counter

from app.model.records import Note, NoteColour
from app.model.verbs.notes import recolour_notes, set_text
from app.storage.project_file import ProjectFile
from app.storage.saving import SaveState

EDITS = 400
COLOURS: tuple[NoteColour, ...] = ("pink", "blue", "green")


def edits(path: Path) -> list[float]:
    """Milliseconds from each of many single edits to the disk."""
    found: list[float] = []
    with ProjectFile.open(path) as project:
        note = project.document.all(Note)[0].id
        for number in range(EDITS):
            start = perf_counter()
            project.history.do(recolour_notes(project.document, [note], COLOURS[number % 3]))
            project.wait_until_saved()
            found.append((perf_counter() - start) * 1000)
    return found


def edits_while_packing(path: Path) -> list[float]:
    """The same while the history is packed without any pause, instead of in quiet moments."""
    found: list[float] = []
    with ProjectFile.open(path) as project:
        note = project.document.all(Note)[0].id
        packing = Thread(target=project.tidy)
        packing.start()
        while packing.is_alive():
            start = perf_counter()
            colour = COLOURS[len(found) % 3]
            project.history.do(recolour_notes(project.document, [note], colour))
            project.wait_until_saved()
            found.append((perf_counter() - start) * 1000)
            packing.join(0.01)
    return found


def typing(path: Path) -> list[float]:
    """Milliseconds from each key of a burst, as fast as they come, until all typed by then is on the disk."""
    typed: list[float] = []
    found: list[float] = []

    def listen(state: SaveState) -> None:
        now, written = perf_counter(), len(typed) - state.pending
        while len(found) < written:
            found.append((now - typed[len(found)]) * 1000)

    with ProjectFile.open(path) as project:
        note = project.document.all(Note)[0].id
        project.subscribe(listen)
        for number in range(EDITS):
            typed.append(perf_counter())
            project.history.do(set_text(project.document, note, "x" * (number % 200 + 1)), merge_key="typing")
        project.wait_until_saved()
    return found


def report(what: str, milliseconds: list[float], limit: float) -> str:
    middle, high = quantiles(milliseconds, n=100)[49], quantiles(milliseconds, n=100)[98]
    verdict = "holds" if high <= limit else "is exceeded"
    return f"{what}: median {middle:.0f} ms, 99th percentile {high:.0f} ms; {limit:.0f} ms {verdict}"
