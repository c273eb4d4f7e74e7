"""Small files that unpack to very much, and a process of its own in which they are opened, to be measured.

`python -m tests.bombs WAY PATH` goes one way into a file and prints what came of it as JSON. Linux only.
"""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

MOST_MEGABYTES = 1_000
"""Of memory that anything from outside may take, all of the program included."""
LIMIT = 3_000_000_000
"""Bytes of address space beyond which the process gets no more: the machine is to survive a failing test."""


class Outcome(NamedTuple):
    """What came of going one way into a file."""

    said: str
    """The sentence of a refusal; else what was read."""
    megabytes: float
    seconds: float


def gone_into(way: str, path: Path) -> Outcome:
    """Go a way into a file in a process of its own."""
    command = [sys.executable, "-m", "tests.bombs", way, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return Outcome(**json.loads(done.stdout))


def sql(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change a project file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement, values in statements:
            connection.execute(statement, values)
        connection.commit()


def _open(path: Path) -> str:
    from app.storage.project_file import ProjectFile

    with ProjectFile.open(path, read_only=True) as project:
        return f"{len(project.document)} records, {len(project.history.steps)} steps"


def _undo(path: Path) -> str:
    from app.storage.project_file import ProjectFile

    with ProjectFile.open(path, read_only=True) as project:
        while project.history.undo():
            pass
        return f"{len(project.document)} records"


def _check(path: Path) -> str:
    from app.storage.opening.check import check

    return "; ".join(map(str, check(path).faults)) or "sound"


def _rescue(path: Path) -> str:
    from app.storage.rescue.recover import rescue

    return "; ".join(map(str, rescue(path).losses)) or "whole"


def _reviews(path: Path) -> str:
    from datetime import date

    from app.storage.opening.reviews import due_reviews

    return f"{len(due_reviews(path, date.today()))} due"


def _json(path: Path) -> str:
    from app.formats import format_of

    return f"{len(format_of(path).read(path).document)} records"


def _picture(path: Path) -> str:
    from app.drawing.images import decoded
    from app.widgets.pictures.picture_files import read_picture

    new = read_picture(path)
    image = decoded(new.data, 4096)
    return f"{new.width} × {new.height}, {image.width() if image else 0} wide"


def _clipping(path: Path) -> str:
    from app.model.exchange.clippings import from_json

    return f"{len(from_json(path.read_text()).records)} records"


def _html(path: Path) -> str:
    from app.model.exchange.tables import table_of_html

    return f"{len(table_of_html(path.read_text()))} rows"


WAYS: dict[str, Callable[[Path], str]] = {
    "open": _open,
    "undo": _undo,
    "check": _check,
    "rescue": _rescue,
    "reviews": _reviews,
    "json": _json,
    "picture": _picture,
    "clipping": _clipping,
    "html": _html,
}


def main(way: str, path: Path) -> None:
    import resource

    from app.drawing.images import PictureError
    from app.formats.format import FormatError
    from app.model.exchange.clippings import NotAClippingError
    from app.storage.errors import ProjectFileError

    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    start = time.monotonic()
    try:
        said = WAYS[way](path)
    except (ProjectFileError, FormatError, PictureError, NotAClippingError) as error:
        said = str(error)
    seconds = time.monotonic() - start
    outcome: dict[str, Any] = {"said": said, "megabytes": _most_memory(), "seconds": seconds}
    print(json.dumps(outcome))


def _most_memory() -> float:
    """Megabytes. Not of `getrusage`, which counts what the process had before it became this one."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) / 1000


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
