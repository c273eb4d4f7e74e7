"""A soft chime: made here, and played by what each system has for it, as Qt's essentials play no sound.

Where nothing is found the system's own beep is heard.
"""

import io
import math
import sys
import wave
from array import array
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

_RATE = 16_000
"""Samples a second."""
_APART, _LENGTH = 0.55, 1.5
"""Seconds from stroke to stroke, and that one is heard."""
_PARTIALS = ((1.0, 0.62, 3.2), (2.0, 0.2, 4.6), (2.76, 0.12, 6.5), (5.4, 0.04, 11.0))
"""Of a small bell: beside its tone, how loud, and how fast each dies away."""
_TONE, _LOUD, _ATTACK = 587.33, 0.32, 0.012
"""Hertz, a share of the loudest there is, and seconds."""
_PLAYERS = ("pw-play", "paplay", "aplay")


@cache
def sound(strokes: int) -> bytes:
    """The chime as a WAV file."""
    stroke, apart = _stroke(), int(_APART * _RATE)
    heard = [0.0] * (len(stroke) + apart * (strokes - 1))
    for begin in range(0, apart * strokes, apart):
        for index, sample in enumerate(stroke, start=begin):
            heard[index] += sample
    samples = array("h", (int(max(min(each, 1.0), -1.0) * 32_767) for each in heard))
    if sys.byteorder == "big":
        samples.byteswap()
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(samples.tobytes())
    return written.getvalue()


def _stroke() -> list[float]:
    """One stroke: each partial swings on by what its last two samples were."""
    count = int(_LENGTH * _RATE)
    heard = [0.0] * count
    for times, loud, dying in _PARTIALS:
        step, kept = 2 * math.pi * _TONE * times / _RATE, math.exp(-dying / _RATE)
        turn, away = 2 * kept * math.cos(step), kept * kept
        before, now = 0.0, loud * _LOUD * kept * math.sin(step)
        for index in range(1, count):
            heard[index] += now
            before, now = now, turn * now - away * before
    soft = int(_ATTACK * _RATE)
    for index in range(soft):
        heard[index] *= index / soft
        heard[-1 - index] *= index / soft
    return heard


class Player:
    """Plays chimes, one at a time, and waits for none."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def play(self, strokes: int) -> None:
        if not self._has_played(strokes):
            QApplication.beep()

    def _has_played(self, strokes: int) -> bool:
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(self._file(strokes)), winsound.SND_FILENAME | winsound.SND_ASYNC)
            return True
        if sys.platform == "darwin":
            return bool(QProcess.startDetached("/usr/bin/afplay", [str(self._file(strokes))])[0])
        found = next(filter(None, map(QStandardPaths.findExecutable, _PLAYERS)), "")
        return bool(found) and bool(QProcess.startDetached(found, [str(self._file(strokes))])[0])

    def _file(self, strokes: int) -> Path:
        """Where the sound lies as a file: players of other programs want one."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="journeywall-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"chime {strokes}.wav"
        if not path.exists():
            path.write_bytes(sound(strokes))
        return path


@cache
def player() -> Player:
    """The one of this program."""
    return Player()
