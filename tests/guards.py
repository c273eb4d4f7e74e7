"""Makes every test fail that leaves something behind: a window, a running timer, a thread, a Qt warning.

pytest-qt sees Qt's warnings and exceptions in slots while a test runs (settings in `pyproject.toml`);
this plug-in adds what is still there afterwards. Where a thing may just be ending, it waits for that event.
"""

import gc
import os
import threading
from collections.abc import Container, Generator, Iterator
from typing import TypeAlias
from weakref import WeakSet

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

Running: TypeAlias = QTimer | QThread | threading.Thread
SECONDS_TO_END = 2.0

_timers: WeakSet[QTimer] = WeakSet()
_pending_calls: dict[QTimer, QObject | None] = {}
_threads: WeakSet[QThread] = WeakSet()
_kept: set[QObject] = set()
_running_in_kept: "set[Running]" = set()


def _watch_timers_and_threads() -> None:
    """Qt has no list of running timers or threads, so whatever Python code starts is noted here."""
    start_timer, single_shot, start_thread = QTimer.start, QTimer.singleShot, QThread.start

    def start_and_note(timer: QTimer, *arguments: int) -> None:
        _timers.add(timer)
        start_timer(timer, *arguments)

    def call_and_note(milliseconds: int, *arguments: object) -> None:
        single_shot(milliseconds, *arguments)  # type: ignore[call-overload]
        context = next((argument for argument in arguments if isinstance(argument, QObject)), None)
        twin = QTimer(singleShot=True)
        twin.timeout.connect(lambda: _pending_calls.pop(twin, None))
        _pending_calls[twin] = context
        start_timer(twin, milliseconds)

    def start_thread_and_note(thread: QThread, *arguments: QThread.Priority) -> None:
        _threads.add(thread)
        start_thread(thread, *arguments)

    QTimer.start = start_and_note  # type: ignore[method-assign]
    QTimer.singleShot = staticmethod(call_and_note)  # type: ignore[method-assign]
    QThread.start = start_thread_and_note  # type: ignore[method-assign,assignment]


_watch_timers_and_threads()


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Set up before and torn down after every other fixture of a test, since it asks for none."""
    windows_before = _windows()
    timers_before = _running_timers()
    threads_before = _running_threads()
    yield
    if _windows() - windows_before or _not_kept(_running_timers() - timers_before):
        _let_go()
    windows = _windows() - windows_before
    timers = _not_kept(_running_timers() - timers_before)
    begun = _running_threads() - threads_before - _running_in_kept
    threads = {thread for thread in begun if not _ends(thread)}
    left = [f"window {described(window)}" for window in windows]
    left += [f"running timer {described(timer)}" for timer in timers]
    left += [f"thread {thread!r}" for thread in threads]
    if QApplication.instance() is not None and not _pool_is_idle():
        left.append("task in the global thread pool")
    _remove(windows, timers)
    if left:
        pytest.fail("The test left behind: " + "; ".join(sorted(left)), pytrace=False)


def keep(*owners: QObject) -> None:
    """Let a window and its like stay for the next test, with what runs now (`tests/kept_window.py`)."""
    _kept.update(owners)
    _running_in_kept.clear()
    _running_in_kept.update(_running_timers(), _running_threads())


def keep_no_more() -> None:
    _kept.clear()
    _running_in_kept.clear()


def begun_since(but: Container[object]) -> "set[Running]":
    """What runs now and did not when something was kept, `but` the timers of some parts of it."""
    timers = {timer for timer in _running_timers() - _running_in_kept if not _is_in(timer, but)}
    return timers | {thread for thread in _running_threads() - _running_in_kept if not _ends(thread)}


def _is_in(thing: QObject, owners: Container[object]) -> bool:
    """Whether a timer or window belongs to one of these, or to a part of one."""
    owner = _pending_calls.get(thing) if isinstance(thing, QTimer) else None
    owner = owner or thing
    while owner is not None and owner not in owners:
        owner = owner.parent()
    return owner is not None


def _windows() -> set[QWidget]:
    if QApplication.instance() is None:
        return set()
    return {window for window in QApplication.topLevelWidgets() if not _is_in(window, _kept)}


def _running_timers() -> set[QTimer]:
    for call, context in list(_pending_calls.items()):
        if context is not None and not isValid(context):
            del _pending_calls[call]
    return {timer for timer in (*_timers, *_pending_calls) if isValid(timer) and timer.isActive()}


def _not_kept(timers: set[QTimer]) -> set[QTimer]:
    return {timer for timer in timers if not _is_in(timer, _kept)}


def _running_threads() -> set[threading.Thread | QThread]:
    # A dummy stands for a thread of Qt's that once ran Python; it is never removed.
    python = {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}
    return python | {thread for thread in _threads if isValid(thread) and thread.isRunning()}


def _let_go() -> None:
    """Carries out what is already on its way: deferred deletes, due timers, reference cycles."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _ends(thread: threading.Thread | QThread) -> bool:
    if isinstance(thread, QThread):
        return thread.wait(int(SECONDS_TO_END * 1000))
    thread.join(SECONDS_TO_END)
    return not thread.is_alive()


def _pool_is_idle() -> bool:
    pool = QThreadPool.globalInstance()
    return pool.activeThreadCount() == 0 or pool.waitForDone(int(SECONDS_TO_END * 1000))


def described(thing: QObject | threading.Thread | None) -> str:
    """What a window, timer or thread is, and what it belongs to."""
    if not isinstance(thing, QObject):
        return repr(thing)
    title = thing.windowTitle() if isinstance(thing, QWidget) else ""
    owner = (_pending_calls.get(thing) if isinstance(thing, QTimer) else None) or thing.parent()
    words = f"{type(thing).__name__} {(thing.objectName() or title)!r}"
    return words if owner is None else f"{words} of {type(owner).__name__}"


def _remove(windows: set[QWidget], timers: set[QTimer]) -> None:
    """Only the test that left something behind shall fail, not the next ones."""
    for timer in timers:
        timer.stop()
        _pending_calls.pop(timer, None)
    for window in windows:
        window.hide()
        window.deleteLater()
    if windows:
        _let_go()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """pytest-qt stops listening when the test's own code ends; its fixtures must not warn either."""
    warnings: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            warnings.append(message)

    previous = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)
    if warnings:
        pytest.fail("Qt warned while the test was cleaned up: " + "; ".join(warnings), pytrace=False)
