"""What another program finds on the clipboard of a real X server after a copy (`make test-long`)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

PROGRAMS = ("Xvfb", "xclip")
SECONDS = 60
COPIES = """
import sys
from PySide6.QtWidgets import QApplication
from app.formats.templates import template
from app.widgets.clipboard.copying import copy_map, copy_prompt
app = QApplication(["copies"])
document = template("pizzeria")
{"map": copy_map, "prompt": copy_prompt}[sys.argv[1]](document, document.maps()[0].id)
print("copied", flush=True)
from PySide6.QtCore import QThread
class Wait(QThread):
    def run(self):
        sys.stdin.read()
waiting = Wait()
waiting.finished.connect(app.quit)
waiting.start()
app.exec()
waiting.wait()
"""
"""Copies the sample, and answers until nobody is there any more."""

pytestmark = [
    pytest.mark.long("needs an X server and xclip"),
    pytest.mark.slow("starts an X server"),
    pytest.mark.skipif(
        not all(map(shutil.which, PROGRAMS)) or sys.platform != "linux",
        reason=f"needs {' and '.join(PROGRAMS)}",
    ),
]


@contextmanager
def clipboard(what: str) -> Iterator[dict[str, str]]:
    """The environment in which other programs can ask for what was copied."""
    number, display = os.pipe()
    with subprocess.Popen(["Xvfb", "-displayfd", str(display)], pass_fds=(display,)) as server:
        os.close(display)
        with os.fdopen(number) as stream:
            environment = {**os.environ, "DISPLAY": f":{stream.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-c", COPIES, what]
        root = Path(__file__).parent.parent.parent
        with subprocess.Popen(
            command, cwd=root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == b"copied\n"
            yield environment
            assert program.stdin is not None
            program.stdin.close()
            program.wait(SECONDS)
        server.terminate()


def asked(environment: dict[str, str], target: str) -> bytes:
    command = ["xclip", "-selection", "clipboard", "-o", "-t", target]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=SECONDS)
    return done.stdout


def test_a_copied_map_is_offered_as_table_and_as_picture() -> None:
    with clipboard("map") as environment:
        targets = asked(environment, "TARGETS").decode().split()
        assert {"text/html", "text/plain", "UTF8_STRING", "image/png", "image/svg+xml"} <= {*targets}
        html = asked(environment, "text/html").decode()
        assert "<table" in html
        assert "Awareness" in html
        assert asked(environment, "UTF8_STRING").decode().startswith("\tAwareness\tResearch")
        picture = QImage.fromData(asked(environment, "image/png"))
        assert max(picture.width(), picture.height()) == 3_000
        assert asked(environment, "image/svg+xml").startswith(b"<?xml")


def test_a_copied_prompt_is_plain_text() -> None:
    with clipboard("prompt") as environment:
        assert "image/png" not in asked(environment, "TARGETS").decode().split()
        assert "Whose journey it is: Eva Molin" in asked(environment, "UTF8_STRING").decode()
