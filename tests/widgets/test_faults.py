"""A bug is told in a sentence and logged by its place in the code, without a word of what people wrote."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.widgets.faults import Faults

SECRET = "Eva's own words"


@pytest.fixture
def told(qapp: QApplication) -> Iterator[list[str]]:
    faults = Faults()
    sentences: list[str] = []
    faults.happened.connect(sentences.append)
    yield sentences
    faults.close()


def fail() -> None:
    raise ValueError(SECRET)


def catch() -> None:
    """What Python does with an error that nobody caught."""
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def test_a_bug_is_told_and_logged_without_what_people_wrote(
    told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="journeywall"):
        catch()
    (sentence,) = told
    assert "Something went wrong in Journeywall (ValueError)" in sentence
    assert "test_faults.py" in caplog.text
    assert "in fail" in caplog.text
    assert SECRET not in caplog.text + sentence


def test_a_bug_in_another_thread_is_told_too(told: list[str], qapp: QApplication) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qapp.processEvents()
    assert len(told) == 1


def test_afterwards_errors_go_where_they_went_before(qapp: QApplication) -> None:
    before = sys.excepthook, threading.excepthook
    Faults().close()
    assert (sys.excepthook, threading.excepthook) == before
