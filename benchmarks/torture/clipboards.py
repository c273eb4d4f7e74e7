"""Pastes what nobody means well with into a real window: hostile tables, texts, clippings and pictures.

`python -m benchmarks.torture.clipboards NAME …` pastes these and prints, for each, what the window said, how
long one turn of its loop worked at the most, and how much memory was taken by then.
"""

import json
import os
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from app.limits import LARGEST_CLIPPING, LARGEST_PICTURE, LONGEST_HTML, LONGEST_PASTED_TEXT
from app.model.exchange.clippings import FORMAT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from tests.driver import WindowDriver

MOST_MEGABYTES = 1_000
"""Of memory that a clipboard may take, all of the program included."""
MOST_SECONDS = 1.0
"""Of work that the window may be held by it in one turn."""
SPAN = "<tr><td colspan=1000 rowspan=1000>a"

HTML: dict[str, Callable[[], str]] = {
    "spans": lambda: f"<table>{SPAN * 970}</table>",
    "wide row": lambda: f"<table><tr>{'<td colspan=1000>a' * 400_000}</table>",
    "comments": lambda: "<!--" * 1_500_000,
    "cells in capitals": lambda: f"<TABLE><TR>{'<TD>a' * 19_999}",
    "comments that end": lambda: "<!---->" * 1_000_000,
    "declarations": lambda: "<![" * 2_500_000,
    "end tags": lambda: "</a" * 2_500_000,
    "open tags": lambda: "<a " * 2_500_000,
    "open values": lambda: '<a x="' * 1_300_000,
    "two kinds of marks": lambda: "<a x=\"'" * 1_000_000,
    "equal signs": lambda: "<a " + "=" * 7_000_000,
    "scripts": lambda: "<script>" * 900_000,
    "entities": lambda: "<table><tr><td>" + "&" * 7_000_000,
    "long numbers": lambda: "<table><tr><td>&#" + "9" * 7_000_000,
    "tables in tables": lambda: "<table><tr><td>" * 500_000,
    "less than": lambda: "<" * 7_000_000,
    "too long": lambda: "<table><tr><td>a" * (LONGEST_HTML // 4),
}
TEXT: dict[str, Callable[[], str]] = {
    "tabs": lambda: "\t" * (LONGEST_PASTED_TEXT - 1),
    "empty lines": lambda: "\n" * (LONGEST_PASTED_TEXT - 1),
    "short lines": lambda: "a\n" * (LONGEST_PASTED_TEXT // 2 - 1),
    "many columns": lambda: "a\t" * 190_000,
    "many lines": lambda: "a\tb\n" * 90_000,
    "one line": lambda: "a" * (LONGEST_PASTED_TEXT - 1),
    "quotation marks": lambda: '"' * (LONGEST_PASTED_TEXT - 1),
    "open quotations": lambda: '"a""\t' * 39_000,
    "bullets": lambda: "• a\n" * 45_000,
    "white space": lambda: " \u2028" * 4_000_000,
    "emoji": lambda: "🍕" * (LONGEST_PASTED_TEXT - 1),
    "shapes of Excalidraw": lambda: '{"type": "excalidraw", "elements": [' + "{}," * 3_000_000 + "{}]}",
    "shapes within shapes": lambda: '{"type": "excalidraw", "elements": ' + "[" * (LONGEST_PASTED_TEXT - 50),
    "a journey of spaces": lambda: "journey\n" + f"a{' ' * 19_990}b\n" * 500,
    "lines of a table": lambda: "| a | b |\n|---|---|\n" + f"| {'[a](b' * 1_000} | x |\n" * 1_600,
    "boxes": lambda: "+---+---+\n| a | b |\n" * 450_000,
    "personas of nothing": lambda: "\n" * 59_000 + "Name: Ada",
    "too long text": lambda: "a" * (8 * LONGEST_PASTED_TEXT),
}


def _clipping(records: str) -> bytes:
    head = f'{{"format": "{FORMAT}", "version": 1, "shape": "cells", "records": ['
    return f"{head}{records}]}}".encode()


CLIPPINGS: dict[str, Callable[[], bytes]] = {
    "empty lists": lambda: _clipping("[]," * (LARGEST_CLIPPING // 3 - 40) + "[]"),
    "deep lists": lambda: b"[" * LARGEST_CLIPPING,
    "many records": lambda: _clipping(
        ",".join(f'["note",{{"id":"n{number}","section":"s","stage":"t"}}]' for number in range(300_000))
    ),
    "wide letters": lambda: _clipping('"' + "🍕" * 15_000_000 + '"'),
    "long number": lambda: _clipping("9" * 10_000_000),
}


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))


def _png(width: int, height: int, between: bytes = b"", depth: int = 8, bits: int = 32) -> bytes:
    """A PNG without colour: of 100 million pixels it has 400 KB."""
    packer = zlib.compressobj(9)
    row = bytes(1 + width * bits // 8)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, 6, 0, 0, 0)
    parts = _chunk(b"IHDR", head) + between + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


PICTURES: dict[str, Callable[[], bytes]] = {
    "words in a picture": lambda: _png(
        8, 8, _chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(7_900_000))) * 200
    ),
    "many pixels": lambda: _png(10_000, 10_000),
    "too many pixels": lambda: _png(60_000, 2_000),
    "deep pixels": lambda: _png(10_000, 10_000, depth=16, bits=64),
    "too many bytes": lambda: _png(8, 8) + bytes(LARGEST_PICTURE),
}
FILES = "files"
NAMES = (*HTML, *TEXT, *CLIPPINGS, *PICTURES, FILES)


class Outcome(NamedTuple):
    """What came of pasting one of them."""

    name: str
    result: str
    seconds: float
    """Of work in the longest turn of the window's loop."""
    megabytes: float


def run(*names: str) -> Iterator[Outcome]:
    """Paste some, one after the other. Raises AssertionError where one takes too much."""
    command = [sys.executable, "-m", "benchmarks.torture.clipboards", *names]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, env=environment)
    assert done.returncode == 0, f"{names}: {done.stderr[-2000:]}"
    for line in done.stdout.splitlines():
        found = Outcome(**json.loads(line))
        assert found.megabytes < MOST_MEGABYTES, found
        assert found.seconds < MOST_SECONDS, found
        yield found


def lines() -> Iterator[str]:
    """What came of each, pasted in a process of its own."""
    for name in NAMES:
        for found in run(name):
            yield f"{found.name:20} {found.megabytes:4.0f} MB, {found.seconds * 1000:4.0f} ms  {found.result}"


def _data(name: str) -> "QMimeData":
    from PySide6.QtCore import QByteArray, QMimeData, QUrl

    from app.widgets.clipboard.copied_data import CLIPPING

    data = QMimeData()
    if name in HTML:
        data.setHtml(HTML[name]())
    elif name in TEXT:
        data.setText(TEXT[name]())
    elif name in CLIPPINGS:
        data.setData(CLIPPING, QByteArray(CLIPPINGS[name]()))
    elif name in PICTURES:
        data.setData("image/png", QByteArray(PICTURES[name]()))
    else:
        data.setUrls([QUrl(f"file:///tmp/{number}.txt") for number in range(300_000)])
    return data


def _paste_all(names: Sequence[str], folder: Path) -> None:
    """Paste into a window of the sample, and print of each what came of it."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.formats.templates import template
    from app.storage.project_file import ProjectFile
    from app.widgets.program.style import Style
    from app.widgets.program.window_manager import WindowManager
    from tests.driver import WindowDriver

    application = QApplication([])
    Style(application)
    project = ProjectFile.create(folder / "sample.journey", template("pizzeria"))
    window = WindowManager().show(project)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    driver = WindowDriver(window, project)
    for name in names:
        print(json.dumps(_paste(driver, name)._asdict()), flush=True)
    project.close(abandon=True)


def _paste(driver: "WindowDriver", name: str) -> Outcome:
    """Paste, and wait until nothing works on it any longer."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QGuiApplication

    from app.widgets.base.background_work import Progress
    from app.widgets.clipboard.paste_question import PasteQuestion

    driver.go_to_cell("Research", "Ideas")
    window = driver.window
    QGuiApplication.clipboard().setMimeData(_data(name))
    longest = 0.0

    def turn(do: Callable[[], object]) -> None:
        nonlocal longest
        start = time.thread_time()
        do()
        longest = max(longest, time.thread_time() - start)

    turn(lambda: driver.press("Ctrl+V"))
    end = time.monotonic() + 300
    while any(bar.isVisible() for bar in window.findChildren(Progress)) and time.monotonic() < end:
        turn(QCoreApplication.processEvents)
    questions = [each for each in window.findChildren(PasteQuestion) if each.isVisible()]
    result = "asks" if questions else window.message.words.text() if window.message.isVisible() else "pasted"
    if questions:
        driver.press("Escape")
    QGuiApplication.clipboard().clear()
    return Outcome(name, result, longest, _most_memory())


def _most_memory() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1000


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        _paste_all(sys.argv[1:], Path(place))
    os._exit(0)
