"""`journeywall --self-test`: does the program's main jobs once, to show that an installation is whole."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from app.language.phrases import Phrase, phrase, tr

_kept: list[object] = []
"""The application must outlive the window, as the exports measure text with it."""

_SECONDS_TO_SPELL = 90
"""To begin the process and have it read the dictionary."""
SENTENCE = phrase("Written by the self-test.")


class FaultError(Exception):
    """A step ran, but what came of it is wrong."""


def self_test() -> bool:
    """Do every step in a folder of its own and print how it went. Returns whether all went well."""
    with TemporaryDirectory(prefix="journeywall-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _keep_away_from_settings(folder)
        return all(_succeeds(does, step, folder) for does, step in STEPS)


def _succeeds(does: Phrase, step: Callable[[Path], None], folder: Path) -> bool:
    try:
        step(folder)
    except Exception as error:  # Whatever goes wrong is what this is to tell.
        print(f"{_outcome(False)} {does}: {type(error).__name__}: {error}")
        return False
    print(f"{_outcome(True)} {does}", flush=True)
    return True


def _outcome(is_well: bool) -> str:
    return (tr("ok") if is_well else tr("FAILED")).ljust(7)


def _keep_away_from_settings(folder: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = str(folder / "settings")


def _make(folder: Path) -> None:
    from app.formats.templates import template
    from app.storage.project_file import ProjectFile

    ProjectFile.create(folder / "sample.journey", template("pizzeria")).close()


def _edit(folder: Path) -> None:
    from app.model.records import Note
    from app.model.verbs.notes import set_text
    from app.storage.project_file import ProjectFile

    with ProjectFile.open(folder / "sample.journey") as project:
        note = project.document.all(Note)[0]
        project.history.do(set_text(project.document, note.id, str(SENTENCE)))
    with ProjectFile.open(folder / "sample.journey") as project:
        if project.document.get(Note, note.id).text != str(SENTENCE):
            raise FaultError(tr("the edit is not in the file"))
        project.history.undo()
        if project.document.get(Note, note.id) != note:
            raise FaultError(tr("the edit cannot be undone"))


def _check(folder: Path) -> None:
    from app.storage.opening.check import check

    report = check(folder / "sample.journey")
    if not report.is_sound:
        raise FaultError(" ".join(map(str, report.faults)))


def _show(folder: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from app.widgets.program.application import run_window

    application = QApplication(["journeywall"])
    _kept.append(application)
    painted: list[bool] = []

    def look_and_close() -> None:
        windows = [shown for shown in application.topLevelWidgets() if isinstance(shown, QMainWindow)]
        painted.extend(not window.grab().isNull() for window in windows)
        application.closeAllWindows()

    QTimer.singleShot(0, look_and_close)
    if run_window([folder / "sample.journey"], alone=True) != 0 or painted != [True]:
        raise FaultError(tr("the window was not shown"))


def _speak(_: Path) -> None:
    from PySide6.QtCore import QTranslator

    from app.language.catalogues import ENGLISH, languages
    from app.language.spoken import speaking
    from app.widgets.program.qt_words import load

    for language in languages():
        with speaking(language):
            if language != ENGLISH and (not load(QTranslator(), language) or tr("Undo") == "Undo"):
                raise FaultError(tr("the words are missing: {language}", language=language))


def _hyphenate(_: Path) -> None:
    from app.drawing.hyphen_dictionaries import DICTIONARIES, dictionary_places

    for language in DICTIONARIES:
        if not any(
            dictionary_places(word, language) for word in ("informacija", "πληροφορία", "информација")
        ):
            raise FaultError(tr("the words are missing: {language}", language=language))


def _spell(_: Path) -> None:
    from queue import Empty, Queue

    from app.spelling.messages import Answer, Judge, Judged
    from app.spelling.process import SpellingProcess

    answers: Queue[Answer] = Queue()
    process = SpellingProcess(answers.put)
    try:
        process.ask(Judge("en", ("their", "thier")))
        answer = answers.get(timeout=_SECONDS_TO_SPELL)
    except Empty:
        raise FaultError(tr("nobody answers")) from None
    finally:
        process.close()
    if not isinstance(answer, Judged) or answer.unknown != {"thier"}:
        raise FaultError(tr("a misspelt word was not found"))


def _export(suffix: str, beginning: bytes) -> Callable[[Path], None]:
    def export(folder: Path) -> None:
        from app.formats import format_of
        from app.storage.project_file import ProjectFile

        out = folder / f"sample{suffix}"
        with ProjectFile.open(folder / "sample.journey", read_only=True) as project:
            format_of(out).write(project.document, out)
        if not out.read_bytes().startswith(beginning):
            raise FaultError(tr("{name} is not a {suffix} file", name=out.name, suffix=suffix))

    return export


STEPS: tuple[tuple[Phrase, Callable[[Path], None]], ...] = (
    (phrase("make a project from the sample"), _make),
    (phrase("edit it, save it, open it again and undo"), _edit),
    (phrase("check the file"), _check),
    (phrase("show it in a window, off the screen"), _show),
    (phrase("speak each language"), _speak),
    (phrase("hyphenate words"), _hyphenate),
    (phrase("check the spelling of two words"), _spell),
    (phrase("export a poster as PDF"), _export(".pdf", b"%PDF-")),
    (phrase("export a picture as PNG"), _export(".png", b"\x89PNG")),
    (phrase("export the project as JSON"), _export(".json", b"{")),
)
